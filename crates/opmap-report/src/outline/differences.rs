//! What changes from the map as lived to the map to be: both as one map, and every difference in a table.

use std::collections::{BTreeMap, BTreeSet};

use opmap_analysis::{Analysis, Difference, DifferenceKind, differences};
use opmap_model::{Document, Journey, JourneyId, MapKey, RecordId, State};

use super::wording::counted;
use super::{Block, Cell, MapPicture, Row, Section, Table, anchor};

/// Both maps as one, if both were discussed.
pub(super) fn map(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Option<Section> {
    let found = found(document, analysis, id)?;
    let name = "Map of differences, as lived and to be";
    let blocks = vec![Block::Map(picture(id))];
    Some(section(journey, anchor::of_map("differences-map", after(id)), name, title(&found), blocks))
}

/// Both maps as one.
pub(super) fn picture(journey: JourneyId) -> MapPicture {
    MapPicture::Differences { journey, before: BEFORE, after: AFTER }
}

/// Every difference in a table, if both maps were discussed.
pub(super) fn table(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Option<Section> {
    let found = found(document, analysis, id)?;
    let columns = [("What", 1.2), ("Element", 1.2), ("Name", 5.0), ("Change", 4.6)];
    let (connectors, elements): (Vec<_>, Vec<_>) = found.iter().partition(|it| is_of_connector(it));
    let (whole, parts): (Vec<_>, Vec<_>) =
        elements.into_iter().partition(|it| matches!(it.kind, DifferenceKind::Added | DifferenceKind::Gone));
    let rows = together(&whole).into_iter().chain(parts.into_iter().map(|it| row(document, it)));
    let rows: Vec<Row> = rows.collect();
    let table = (!rows.is_empty()).then(|| Block::Table(Table::of_records(&columns, rows).dense()));
    let name = "Differences, as lived and to be";
    let anchor = anchor::of_map("differences", after(id));
    let note = match (found.len(), connectors.len()) {
        (0, _) => "The two maps are the same.".to_owned(),
        (_, 0) => "No connector differs.".to_owned(),
        (_, count) => format!(
            "Beside these elements {} differ: {}. The tables of the two maps name them.",
            counted(count, "connector"),
            by_kind(&connectors)
        ),
    };
    let blocks = table.into_iter().chain([Block::Note(note)]).collect();
    Some(section(journey, anchor, name, counts(&found), blocks))
}

/// Whether it is a connector that differs: one that begins or ends elsewhere is told by the tables of the maps.
pub(super) fn is_of_connector(difference: &Difference) -> bool {
    matches!(difference.record(), Some(RecordId::Connector(_)))
}

const BEFORE: State = State::AsLived;
const AFTER: State = State::ToBe;

fn after(journey: JourneyId) -> MapKey {
    MapKey { journey, state: AFTER }
}

/// The differences, if both maps were discussed.
fn found(document: &Document, analysis: &Analysis, journey: JourneyId) -> Option<Vec<Difference>> {
    analysis.flow(MapKey { journey, state: BEFORE }).and(analysis.flow(after(journey)))?;
    Some(differences(document, journey, BEFORE, AFTER))
}

fn section(journey: &Journey, anchor: String, name: &str, title: String, blocks: Vec<Block>) -> Section {
    Section {
        level: 2,
        upright: false,
        anchor,
        name: name.to_owned(),
        about: Some(journey.title.to_string()),
        title,
        blocks,
    }
}

/// How many differences there are.
fn counts(found: &[Difference]) -> String {
    match found.len() {
        0 => "Nothing differs between the two maps".to_owned(),
        count => format!("{}: {}", counted(count, "difference"), by_kind(&found.iter().collect::<Vec<_>>())),
    }
}

/// How many there are of each kind: `2 added, 1 gone`.
fn by_kind(found: &[&Difference]) -> String {
    let count = |label: &str| found.iter().filter(|it| it.kind.label() == label).count();
    let kinds = ["Added", "Gone", "Moved", "Changed"].map(|it| (count(it), it.to_lowercase()));
    let told = kinds.iter().filter(|it| it.0 > 0).map(|(count, word)| format!("{count} {word}"));
    told.collect::<Vec<_>>().join(", ")
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

/// What is added and what is gone, in a row for each sort of element.
fn together(found: &[&Difference]) -> Vec<Row> {
    let mut names: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for it in found {
        names.entry((element(it), sign(it))).or_default().push(&it.name);
    }
    let row = |((element, sign), names): ((&str, &str), Vec<&str>)| {
        let (word, only) = if sign == "+" { ("Added", "to be") } else { ("Gone", "as lived") };
        Row::new([
            Cell::Strong(format!("{sign} {word}")),
            Cell::Text(counted(names.len(), element)),
            Cell::Text(names.join(", ")),
            Cell::Quiet(format!("only in the map {only}")),
        ])
    };
    names.into_iter().map(row).collect()
}

fn sign(difference: &Difference) -> &'static str {
    match difference.kind {
        DifferenceKind::Added => "+",
        DifferenceKind::Gone => "−",
        DifferenceKind::Moved { .. } => "→",
        DifferenceKind::Changed { .. } => "Δ",
    }
}

fn element(difference: &Difference) -> &'static str {
    difference.record().map_or("", |record| record.table().label())
}

/// What has another place or another part.
fn row(document: &Document, difference: &Difference) -> Row {
    Row::new([
        Cell::Strong(format!("{} {}", sign(difference), difference.kind.label())),
        Cell::Text(element(difference).to_owned()),
        Cell::Text(difference.name.clone()),
        Cell::Text(difference.words(document)),
    ])
}
