//! What edits of findings do and refuse.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered, small};
use crate::{
    Acceptance, AcceptanceId, Document, Edit, Evidence, EvidenceId, EvidenceKind, KeptFinding,
    KeptFindingField, KeptFindingId, Part, RecordId, Severity, Shift, Source, StepId, Text, Title, notation,
};

const EVIDENCE: EvidenceId = EvidenceId(Uuid::from_u128(950));

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn id(number: u128) -> KeptFindingId {
    KeptFindingId(Uuid::from_u128(900 + number))
}

fn set(number: u128, field: KeptFindingField) -> Edit {
    Edit::SetFinding { id: id(number), field }
}

fn first_step(document: &Document) -> StepId {
    *document.steps().keys().next().unwrap()
}

/// The small map with one piece of evidence and two findings: F1 found at the first step, F2 by hand.
fn found() -> Document {
    let small = small();
    let evidence = Box::new(Evidence::new(EvidenceKind::Quote, text("Nobody knew.")));
    let told = after(&small, &Edit::AddEvidence { id: EVIDENCE, evidence, before: None });
    let step = RecordId::Step(first_step(&told));
    let mut first = KeptFinding::new(text("No one answers for it."));
    (first.reworded, first.severity) = (false, Severity::Warning);
    first.about.insert(step);
    first.sources =
        [Source { rule: Title::new("R1").unwrap(), about: Some(step), point: 0 }].into_iter().collect();
    let one = after(&told, &Edit::AddFinding { id: id(1), finding: Box::new(first), before: None });
    let mut second = KeptFinding::new(text("It waits."));
    second.severity = Severity::Error;
    second.shifts.insert(Shift::Roles);
    second.evidence.insert(EVIDENCE);
    after(&one, &Edit::AddFinding { id: id(2), finding: Box::new(second), before: None })
}

#[test]
fn words_of_its_own_stay_until_it_says_again_what_was_found() {
    let d = found();
    check(
        &d,
        &set(1, KeptFindingField::Title(text("Whose is it?"))),
        expect![[r#"
            ~ finding F1 "No one answers for it." => F1 "Whose is it?"
        "#]],
    );
    let own = after(&d, &set(1, KeptFindingField::Title(text("Whose is it?"))));
    assert!(own.get(id(1)).unwrap().reworded);
    assert!(!after(&own, &set(1, KeptFindingField::Reworded(false))).get(id(1)).unwrap().reworded);
}

#[test]
fn it_rests_on_evidence_that_is_there_and_loses_what_goes() {
    let d = found();
    let linked = after(&d, &set(1, KeptFindingField::Evidence(EVIDENCE, true)));
    assert_eq!(linked.findings_on(EVIDENCE).len(), 2);
    let nothing = EvidenceId(Uuid::from_u128(77));
    assert!(set(1, KeptFindingField::Evidence(nothing, true)).plan(&d).is_err());
    let without = after(&linked, &Edit::RemoveEvidence { id: EVIDENCE });
    assert!(without.findings_on(EVIDENCE).is_empty());
    let gone = after(&d, &Edit::RemoveSteps { ids: vec![first_step(&d)] });
    let finding = gone.get(id(1)).unwrap();
    assert!(finding.about.is_empty());
    let sources: Vec<_> = finding.sources.iter().map(|it| (it.rule.as_str(), it.about)).collect();
    assert_eq!(sources, [("R1", None)], "which rule it was is still known");
}

#[test]
fn several_are_made_one_with_all_that_they_are_about() {
    let d = found();
    let one = after(&d, &Edit::MergeFindings { from: vec![id(2)], into: id(1) });
    let left = one.get(id(1)).unwrap();
    assert_eq!((one.findings().len(), left.code().as_str(), left.severity), (1, "F1", Severity::Error));
    assert_eq!((left.shifts.len(), left.evidence.len(), left.about.len()), (1, 1, 1));
    assert_eq!(left.note.as_ref().map(Text::as_str), Some("It waits."), "no words are lost");
    let itself = Edit::MergeFindings { from: vec![id(1)], into: id(1) };
    assert!(itself.plan(&d).unwrap().is_empty());
    let long = KeptFindingField::Note(Some(text(&"x".repeat(Text::LIMIT))));
    check(
        &after(&d, &set(1, long)),
        &Edit::MergeFindings { from: vec![id(2)], into: id(1) },
        expect![[r#"
            refused: What these findings say is too long for one note. Shorten one of them first.
        "#]],
    );
}

#[test]
fn what_is_made_one_with_an_accepted_finding_is_not_accepted_by_that() {
    let d = found();
    let accept = Edit::AddAcceptance {
        id: AcceptanceId(Uuid::from_u128(960)),
        acceptance: Acceptance {
            rule: Title::new("Q7").unwrap(),
            about: RecordId::KeptFinding(id(2)),
            reason: text("Later."),
        },
    };
    let merged = after(&after(&d, &accept), &Edit::MergeFindings { from: vec![id(2)], into: id(1) });
    assert!(merged.acceptances().is_empty());
}

#[test]
fn findings_stay_in_their_workshop() {
    let d = found();
    let excerpt = d.excerpt(&Part::Steps([first_step(&d)].into()));
    assert!(excerpt.findings().is_empty());
}

#[test]
fn findings_are_written_with_what_found_them_and_what_they_rest_on() {
    let text = notation::print(&found());
    expect![[r#"
        found F1 R1
        about F1
        finding F1 "No one answers for it." severity=warning as-found=yes
        finding F2 "It waits." severity=error evidence=E1 shifts=roles
    "#]]
    .assert_eq(&lines(&text));
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
    let gone = after(&found(), &Edit::RemoveSteps { ids: vec![first_step(&found())] });
    let text = notation::print(&gone);
    assert!(text.contains("found-once=R1"), "{text}");
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

/// The lines of findings and of what found them.
fn lines(text: &str) -> String {
    let kinds = ["found ", "about ", "finding "];
    let kept = text.lines().filter(|line| kinds.iter().any(|it| line.starts_with(it)));
    kept.map(|it| format!("{it}\n")).collect()
}
