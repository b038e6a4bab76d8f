//! The registers of channels, systems and personas.

use std::collections::BTreeMap;

use opmap_model::{ChannelId, Document, ItSystemId, Keyword, PersonaId, Step};

use super::wording::{agree, counted};
use super::{Block, Cell, Row, Section, Table, anchor};

/// The sections of the registers that hold anything.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    [channels(document), systems(document), personas(document)].into_iter().flatten().collect()
}

fn channels(document: &Document) -> Option<Section> {
    let used = used(document, |step| step.channels().collect::<Vec<ChannelId>>());
    let rows: Vec<Row> = document
        .channels_in_order()
        .into_iter()
        .map(|(id, channel)| {
            Row::new([
                Cell::Strong(channel.title.to_string()),
                Cell::Text(channel.kind.label().to_owned()),
                Cell::optional_small(channel.purpose.as_ref()),
                steps(used.get(&id)),
            ])
        })
        .collect();
    let columns = [("Channel", 2.0), ("Kind", 1.2), ("What it is there for", 5.0), ("Steps", 1.0)];
    let title =
        format!("{} {} to the customer", counted(rows.len(), "channel"), agree(rows.len(), "leads", "lead"));
    section(anchor::CHANNELS, "Channels", title, &columns, rows)
}

fn systems(document: &Document) -> Option<Section> {
    let used = used(document, |step| step.systems.iter().copied().collect::<Vec<ItSystemId>>());
    let rows: Vec<Row> = document
        .it_systems_in_order()
        .into_iter()
        .map(|(id, system)| {
            Row::new([
                Cell::Strong(system.title.to_string()),
                Cell::optional_small(system.note.as_ref()),
                steps(used.get(&id)),
            ])
        })
        .collect();
    let columns = [("System", 2.4), ("Note", 5.8), ("Steps", 1.0)];
    let title = format!("The steps are done with {}", counted(rows.len(), "system"));
    section(anchor::SYSTEMS, "Systems", title, &columns, rows)
}

fn personas(document: &Document) -> Option<Section> {
    let used = used(document, |step| step.personas.iter().copied().collect::<Vec<PersonaId>>());
    let rows: Vec<Row> = document
        .personas_in_order()
        .into_iter()
        .map(|(id, persona)| {
            let needs = persona.needs.as_ref().map(|needs| {
                let ranked = needs.as_str().lines().zip(1..).map(|(need, rank)| format!("{rank}. {need}"));
                ranked.collect::<Vec<_>>().join("\n")
            });
            Row::new([
                Cell::Strong(persona.title.to_string()),
                Cell::optional(persona.segment.as_ref()),
                Cell::optional(persona.relation.map(Keyword::label)),
                Cell::optional_small(needs),
                Cell::optional_small(persona.note.as_ref()),
                steps(used.get(&id)),
            ])
        })
        .collect();
    let columns = [
        ("Persona", 1.8),
        ("Segment", 1.4),
        ("Relation", 1.2),
        ("Needs, most important first", 3.4),
        ("Note", 2.4),
        ("Steps", 0.8),
    ];
    let title = format!(
        "{} {} for the customers",
        counted(rows.len(), "persona"),
        agree(rows.len(), "stands", "stand")
    );
    section(anchor::PERSONAS, "Personas", title, &columns, rows)
}

/// How many steps of all maps name each record.
fn used<I: Ord>(document: &Document, named: impl Fn(&Step) -> Vec<I>) -> BTreeMap<I, usize> {
    let mut found = BTreeMap::new();
    for id in document.steps().values().flat_map(named) {
        *found.entry(id).or_default() += 1;
    }
    found
}

fn steps(count: Option<&usize>) -> Cell {
    count.map_or_else(|| Cell::Quiet("none".to_owned()), |it| Cell::number(*it))
}

fn section(
    anchor: &str,
    name: &str,
    title: String,
    columns: &[(&'static str, f32)],
    rows: Vec<Row>,
) -> Option<Section> {
    (!rows.is_empty()).then(|| Section {
        level: 1,
        upright: false,
        anchor: anchor.to_owned(),
        name: name.to_owned(),
        about: None,
        title,
        blocks: vec![Block::Table(Table::of_records(columns, rows).dense())],
    })
}
