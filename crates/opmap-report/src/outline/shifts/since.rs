//! What has changed since an earlier workshop.

use opmap_analysis::{ShiftResult, Shifts, signed};
use opmap_model::{Document, Rating};

use super::super::wording::sentence;
use super::super::{Block, Cell, Row, Section, Table};

/// The section, if scores of an earlier workshop are known.
pub(super) fn section(document: &Document, found: &Shifts) -> Option<Section> {
    let since = found.since()?;
    let note = format!(
        "Compared with {}. A shift that was not scored both times has no change and is in neither mean. Higher today: {}; \
         lower: {}; the same: {}.",
        since.source(document.workshop().report.english),
        since.higher,
        since.lower,
        since.compared - since.higher - since.lower
    );
    Some(Section {
        level: 2,
        upright: false,
        anchor: "shifts since".to_owned(),
        name: "Since last time".to_owned(),
        about: Some("The seven shifts".to_owned()),
        title: sentence(&since.in_words()),
        blocks: vec![Block::Table(table(found)), Block::Note(note)],
    })
}

/// A score, or that there is none.
fn score(level: Option<Rating>) -> Cell {
    level.map_or_else(|| Cell::Quiet("not scored".to_owned()), |it| Cell::Text(it.to_string()))
}

fn table(found: &Shifts) -> Table {
    let columns = [
        ("Shift", 3.0),
        ("Last time", 1.0),
        ("Today", 1.0),
        ("Change", 1.0),
        ("Wanted last time", 1.4),
        ("Wanted", 1.0),
    ];
    let row = |it: &ShiftResult| {
        let change = match it.change() {
            Some(change) => Cell::Strong(signed(change)),
            None => Cell::Quiet("not compared".to_owned()),
        };
        Row::new([
            Cell::Strong(format!("{} {}", it.shift.number(), it.name)),
            score(it.earlier.map(|it| it.now)),
            score(it.now),
            change,
            Cell::optional(it.earlier.and_then(|it| it.target)),
            Cell::optional(it.target),
        ])
    };
    Table::of_records(&columns, found.each.iter().map(row).collect())
}
