//! What changes from the map as lived to the map to be: both as one map, and every difference in a table.

use std::collections::BTreeSet;

use opmap_analysis::{Analysis, Difference, DifferenceKind, differences};
use opmap_model::{Document, Journey, JourneyId, MapKey, RecordId, State};

use super::wording::counted;
use super::{Block, Cell, Row, Section, Table, anchor};

/// The sections, if both maps were discussed.
pub(super) fn sections(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Vec<Section> {
    let (before, after) = (State::AsLived, State::ToBe);
    let [lived, wanted] = [before, after].map(|state| MapKey { journey: id, state });
    if analysis.flow(lived).and(analysis.flow(wanted)).is_none() {
        return Vec::new();
    }
    let found = differences(document, id, before, after);
    let columns = [("What", 1.2), ("Element", 1.2), ("Name", 5.0), ("Change", 4.6)];
    let section = |part: &str, name: &str, title: String, block: Block| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map(part, wanted),
        name: name.to_owned(),
        about: Some(journey.title.to_string()),
        title,
        blocks: vec![block],
    };
    let rows = found.iter().map(|it| row(document, it)).collect();
    let map = section(
        "differences-map",
        "Map of differences, as lived to to be",
        title(&found),
        Block::Differences { journey: id, before, after },
    );
    let table = match found.as_slice() {
        [] => Block::Note("The two maps are the same.".to_owned()),
        _ => Block::Table(Table::of_records(&columns, rows)),
    };
    let table = section("differences", "Differences, as lived to to be", counts(&found), table);
    vec![map, table]
}

/// How many differences there are of each kind.
fn counts(found: &[Difference]) -> String {
    let count = |label: &str| found.iter().filter(|it| it.kind.label() == label).count();
    let kinds = ["Added", "Gone", "Moved", "Changed"].map(|it| (count(it), it.to_lowercase()));
    let told: Vec<String> =
        kinds.iter().filter(|it| it.0 > 0).map(|(count, word)| format!("{count} {word}")).collect();
    match told.as_slice() {
        [] => "Nothing differs between the two maps".to_owned(),
        told => format!("{}: {}", counted(found.len(), "difference"), told.join(", ")),
    }
}

fn title(found: &[Difference]) -> String {
    let steps = |keep: fn(&DifferenceKind) -> bool| {
        let kept = found.iter().filter(|it| keep(&it.kind)).filter_map(step);
        kept.collect::<BTreeSet<_>>().len()
    };
    let added = steps(|kind| *kind == DifferenceKind::Added);
    let gone = steps(|kind| *kind == DifferenceKind::Gone);
    // A step that moved and changed is one step.
    let changed = steps(|kind| matches!(kind, DifferenceKind::Moved { .. } | DifferenceKind::Changed { .. }));
    format!(
        "To be, {} {} gone, {added} {} new and {changed} {} changed",
        counted(gone, "step"),
        is(gone),
        is(added),
        is(changed)
    )
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn step(difference: &Difference) -> Option<RecordId> {
    difference.before.or(difference.after).filter(|record| matches!(record, RecordId::Step(_)))
}

fn row(document: &Document, difference: &Difference) -> Row {
    let sign = match difference.kind {
        DifferenceKind::Added => "+",
        DifferenceKind::Gone => "−",
        DifferenceKind::Moved { .. } => "→",
        DifferenceKind::Changed { .. } => "Δ",
    };
    let element = difference.before.or(difference.after).map_or("", |record| record.table().label());
    let change = match &difference.kind {
        DifferenceKind::Added => Cell::Quiet("only in the map to be".to_owned()),
        DifferenceKind::Gone => Cell::Quiet("only in the map as lived".to_owned()),
        DifferenceKind::Moved { .. } | DifferenceKind::Changed { .. } => {
            Cell::Text(difference.words(document))
        }
    };
    Row::new([
        Cell::Strong(format!("{sign} {}", difference.kind.label())),
        Cell::Text(element.to_owned()),
        Cell::Text(difference.name.clone()),
        change,
    ])
}
