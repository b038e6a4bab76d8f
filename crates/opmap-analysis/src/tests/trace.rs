//! The trace from evidence to recommendations, and back (Q5, Q7).

use std::collections::BTreeSet;

use opmap_model::{AcceptanceId, Document, KeptFindingId, RecordId, Text};
use uuid::Uuid;

use super::parse;
use crate::{Knot, Met, Trace, analyze, kept, trace};

/// F1 is answered by R1, F2 only by R2, which was dropped; F3 by nothing. E3 is used by none, R3 answers none.
const WORKSHOP: &str = "workshop \"W\"\nevidence E1 \"Seen\" shifts=roles\nevidence E2 \"Heard\"\nevidence E3 \"Read\"\n\
    finding F1 \"One\" severity=error evidence=E1,E2 shifts=culture\nfinding F2 \"Two\" severity=error evidence=E2\n\
    finding F3 \"Three\" severity=note\nrecommendation a \"A\" addresses=F1 shift=metrics impact=3 effort=3\n\
    recommendation b \"B\" addresses=F2 progress=dropped\nrecommendation c \"C\" shift=roles impact=5 effort=1\n";

fn traced(document: &Document) -> Trace {
    trace(document, &analyze(document))
}

/// Codes of what a thread holds; shifts by their keys.
fn told(document: &Document, knots: &BTreeSet<Knot>) -> String {
    use opmap_model::Keyword;
    let word = |it: &Knot| match it {
        Knot::Evidence(id) => document.get(*id).unwrap().code(),
        Knot::Finding(id) => document.get(*id).unwrap().code(),
        Knot::Shift(it) => it.key().to_owned(),
        Knot::Recommendation(id) => document.get(*id).unwrap().code(),
    };
    let mut words: Vec<String> = knots.iter().map(word).collect();
    words.sort();
    words.join(" ")
}

fn knot(document: &Document, code: &str) -> Knot {
    let is_it = |it: String| it == code;
    let evidence = document.evidence().iter().find(|it| is_it(it.1.code())).map(|it| Knot::Evidence(*it.0));
    let finding = document.findings().iter().find(|it| is_it(it.1.code())).map(|it| Knot::Finding(*it.0));
    let recommendation = document.recommendations().iter().find(|it| is_it(it.1.code()));
    evidence.or(finding).or(recommendation.map(|it| Knot::Recommendation(*it.0))).unwrap()
}

#[test]
fn a_thread_goes_from_the_quote_to_what_is_done_and_back() {
    let document = parse(WORKSHOP);
    let trace = traced(&document);
    let thread = |code: &str| told(&document, &trace.thread(knot(&document, code)));
    assert_eq!(thread("E1"), "E1 F1 R1 culture metrics roles");
    assert_eq!(thread("E2"), "E2 F1 F2 R1 culture metrics", "R2 was dropped");
    assert_eq!(thread("F1"), "E1 E2 F1 R1 culture metrics", "never down one thread and up another");
    assert_eq!(thread("R1"), "E1 E2 F1 R1 metrics");
    assert_eq!(thread("R3"), "R3 roles");
    let shift = trace.thread(Knot::Shift(opmap_model::Shift::Metrics));
    assert_eq!(told(&document, &shift), "E1 E2 F1 R1 metrics");
}

#[test]
fn gaps_are_findings_nothing_meets_evidence_nothing_uses_and_what_answers_nothing() {
    let document = parse(WORKSHOP);
    let trace = traced(&document);
    let met: Vec<Met> = trace.findings.iter().map(|it| it.1).collect();
    assert_eq!(met, [Met::Answered, Met::Open, Met::Open]);
    let open: BTreeSet<Knot> = trace.open().map(Knot::Finding).collect();
    let unused: BTreeSet<Knot> = trace.unused().map(Knot::Evidence).collect();
    let baseless: BTreeSet<Knot> = trace.baseless().map(Knot::Recommendation).collect();
    assert_eq!(
        [open, unused, baseless].map(|it| told(&document, &it)),
        ["F2 F3", "E3", "R3"],
        "a dropped recommendation is no gap"
    );
    assert_eq!(trace.recommendations.len(), 2, "ranked, without what was dropped");
}

#[test]
fn an_error_is_answered_or_accepted() {
    let document = parse(WORKSHOP);
    let asked = |document: &Document| {
        let analysis = analyze(document);
        let open: Vec<String> =
            analysis.open().filter(|it| it.rule == "Q7").map(|it| it.sentence.clone()).collect();
        (open, analysis.accepted().filter(|it| it.rule == "Q7").count())
    };
    let (open, accepted) = asked(&document);
    assert_eq!(open, ["No recommendation answers F2 “Two”, and it is not accepted."]);
    assert_eq!(accepted, 0);
    let second: KeptFindingId = document.findings_in_order()[1].0;
    let analysis = analyze(&document);
    let edit = kept(&document, &analysis)[1]
        .accept(&Text::new("Next year").unwrap(), || AcceptanceId(Uuid::from_u128(7)));
    let mut after = document.clone();
    after.apply(&edit.plan(&document).unwrap()).unwrap();
    assert_eq!(asked(&after), (Vec::new(), 1), "told with what else is accepted");
    assert_eq!(traced(&after).findings[1], (second, Met::Accepted));
    assert!(
        analysis.findings.iter().all(|it| it.rule != "Q7" || it.records == [RecordId::KeptFinding(second)])
    );
}
