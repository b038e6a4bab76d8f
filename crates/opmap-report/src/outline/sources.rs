//! Where the evidence is from: each source once, with what was taken from it.

use std::collections::BTreeMap;

use opmap_model::{Document, Evidence, EvidenceId};

use super::wording::{agree, counted, dates, sentence, share};
use super::{Block, Cell, Reference, Row, Section, Table, anchor};

/// The section, if evidence for the report names a source.
pub(super) fn section(document: &Document) -> Option<Section> {
    let mut told = document.evidence_in_order();
    told.retain(|(_, it)| !it.internal);
    let mut by_source: BTreeMap<&str, Vec<(EvidenceId, &Evidence)>> = BTreeMap::new();
    for (id, it) in &told {
        if let Some(source) = &it.source {
            by_source.entry(source.as_str()).or_default().push((*id, it));
        }
    }
    let named = by_source.values().map(Vec::len).sum::<usize>();
    let sources = by_source.len();
    let rows: Vec<Row> = by_source.into_iter().map(|it| row(document, it)).collect();
    let columns = [("Source", 5.0), ("From", 2.0), ("Evidence", 2.0)];
    (!rows.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::SOURCES.to_owned(),
        name: "Sources".to_owned(),
        about: None,
        title: sentence(&format!(
            "{} of evidence {} from {}",
            share(named, told.len(), "piece"),
            agree(named, "comes", "come"),
            counted(sources, "named source")
        )),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    })
}

/// A source with the days from the first to the last on which something was taken from it.
fn row(document: &Document, (source, taken): (&str, Vec<(EvidenceId, &Evidence)>)) -> Row {
    let day = dates(document);
    let days = || taken.iter().filter_map(|(_, it)| it.date);
    let when = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first != last => Some(format!("{} to {}", day(first), day(last))),
        (first, _) => first.map(day),
    };
    let codes = taken.iter().map(|(id, it)| Reference { words: it.code(), anchor: anchor::evidence(*id) });
    Row::new([Cell::Strong(source.to_owned()), Cell::optional(when), Cell::codes(codes.collect())])
}
