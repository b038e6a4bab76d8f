//! What changes from the map as lived to the map to be.

use std::collections::BTreeSet;

use opmap_analysis::{Analysis, Difference, DifferenceKind, differences};
use opmap_model::{Document, Journey, JourneyId, MapKey, RecordId, State};

use super::wording::counted;
use super::{Block, Cell, Row, Section, Table, anchor};

/// The section, if both maps were discussed.
pub(super) fn section(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Option<Section> {
    let [lived, wanted] = [State::AsLived, State::ToBe].map(|state| MapKey { journey: id, state });
    analysis.flow(lived).and(analysis.flow(wanted))?;
    let found = differences(document, id, State::AsLived, State::ToBe);
    let columns = [("What", 1.2), ("Element", 1.2), ("Name", 5.0), ("Change", 4.6)];
    Some(Section {
        level: 2,
        anchor: anchor::of_map("differences", wanted),
        name: "Differences, as lived to to be".to_owned(),
        about: Some(journey.title.to_string()),
        title: title(&found),
        blocks: match found.as_slice() {
            [] => vec![Block::Note("The two maps are the same.".to_owned())],
            found => vec![Block::Table(Table::of_records(
                &columns,
                found.iter().map(|it| row(document, it)).collect(),
            ))],
        },
    })
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
