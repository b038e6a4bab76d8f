//! From finding to roadmap: what each finding rests on, and what is done about it, with the gaps.

use opmap_analysis::{Analysis, Kept, Met, MissingPart, Trace, kept, trace};
use opmap_model::{Document, RecommendationId, Severity};

use super::wording::{agree, sentence, share};
use super::{Block, Cell, Row, Section, Sign, Table, anchor, recommendations, references};

/// The section, if there are findings that are kept and recommendations to answer them.
pub(super) fn section(document: &Document, analysis: &Analysis) -> Option<Section> {
    let trace = trace(document, analysis);
    if trace.findings.is_empty() || trace.recommendations.is_empty() {
        return None;
    }
    let columns = [
        ("Evidence", 1.0),
        ("Finding", 3.6),
        ("Shift", 1.6),
        ("Recommendation", 3.2),
        ("Measure of success", 2.2),
        ("When", 0.9),
    ];
    let found = kept(document, analysis);
    let rows = found.iter().flat_map(|it| rows(document, &trace, it)).collect();
    let mut blocks = vec![Block::Table(Table::of_records(&columns, rows).dense())];
    blocks.extend(gaps(document, &trace).map(Block::Note));
    Some(Section {
        level: 1,
        upright: false,
        anchor: anchor::TRACE.to_owned(),
        name: "From finding to roadmap".to_owned(),
        about: None,
        title: title(&trace),
        blocks,
    })
}

fn title(trace: &Trace) -> String {
    let count = |met: Met| trace.findings.iter().filter(|it| it.1 == met).count();
    let answered = share(count(Met::Answered), trace.findings.len(), "finding");
    let verb = agree(count(Met::Answered), "is answered", "are answered");
    let accepted = match count(Met::Accepted) {
        0 => String::new(),
        accepted => format!(", {accepted} {} accepted", agree(accepted, "is", "are")),
    };
    let open = match count(Met::Open) {
        0 => "none is left open".to_owned(),
        open => format!("{open} {} open", agree(open, "is", "are")),
    };
    sentence(&format!("{answered} {verb}{accepted}; {open}"))
}

/// A row for each recommendation that answers the finding, or one that says that none does.
fn rows(document: &Document, trace: &Trace, kept: &Kept<'_>) -> Vec<Row> {
    let shifts = kept.finding.shifts.iter().map(|it| document.assessment(*it).name().to_owned());
    let shifts: Vec<String> = shifts.collect();
    let code = kept.finding.code();
    let mut head = Some([
        Cell::codes(references::evidence(document, &kept.finding.evidence)),
        Cell::Strong(format!("{code} {}", kept.sentence)),
        if shifts.is_empty() { Cell::dash() } else { Cell::Small(shifts.join("\n")) },
    ]);
    let mut row = |tail: [Cell; 3]| {
        let again = || [Cell::Quiet(String::new()), Cell::Quiet(code.clone()), Cell::Quiet(String::new())];
        Row::new([head.take().unwrap_or_else(again), tail].concat())
    };
    let answers: Vec<RecommendationId> = trace.answers(kept.id).collect();
    let mut rows: Vec<Row> =
        answers.into_iter().filter_map(|id| answer(document, id)).map(&mut row).collect();
    if rows.is_empty() {
        let dash = Cell::dash;
        rows.push(row([unanswered(kept), dash(), dash()]));
    }
    rows
}

fn answer(document: &Document, id: RecommendationId) -> Option<[Cell; 3]> {
    let it = document.get(id)?;
    Some([
        Cell::Text(format!("{} {}", it.code(), it.title)),
        recommendations::part(it, MissingPart::Measure, it.measure.as_ref()),
        recommendations::part(it, MissingPart::Wave, recommendations::wave(it)),
    ])
}

fn unanswered(kept: &Kept<'_>) -> Cell {
    match (&kept.accepted, kept.finding.severity) {
        (Some(accepted), _) => Cell::Text(format!("Accepted: {}", accepted.reason)),
        (None, Severity::Note) => Cell::Quiet("not answered".to_owned()),
        (None, _) => Cell::Signed(Sign::Warning, "not answered".to_owned()),
    }
}

/// What does not hang together; nothing where all does.
fn gaps(document: &Document, trace: &Trace) -> Option<String> {
    let told = trace.unused().filter_map(|id| document.get(id)).filter(|it| !it.internal);
    let unused: Vec<String> = told.map(opmap_model::Evidence::code).collect();
    let baseless: Vec<String> =
        trace.baseless().filter_map(|id| document.get(id)).map(opmap_model::Recommendation::code).collect();
    let said = [
        ("Evidence on which no finding rests", unused),
        ("Recommendations that answer no finding", baseless),
    ];
    let said = said.into_iter().filter(|it| !it.1.is_empty());
    let said: Vec<String> = said.map(|(words, codes)| format!("{words}: {}.", codes.join(", "))).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
