//! The personas of one map, side by side.

use opmap_analysis::{Flow, MeasureRow, personas};
use opmap_model::{Document, Journey};

use super::options::side_by_side;
use super::wording::{adjective, agree, counted, state_words};
use super::{Block, Section, anchor};

/// The section, if steps of the map name more than one persona and these part somewhere.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let found = personas(document, flow.map)?;
    let parts = |row: &MeasureRow| row.values.windows(2).any(|it| it[0] != it[1]);
    if !found.rows.iter().any(parts) {
        return None;
    }
    let count = found.columns.len();
    let parted = document.steps_of_map(flow.map).iter().filter(|(_, it)| !it.personas.is_empty()).count();
    let heads = found.columns.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    let table = side_by_side(heads.collect(), found.rows);
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("personas", flow.map),
        name: format!("Personas, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: format!(
            "{} on the {} map: {parted} of {} {} for some of them only",
            counted(count, "persona"),
            adjective(flow.map.state),
            counted(flow.steps, "step"),
            agree(parted, "is", "are")
        ),
        blocks: vec![
            Block::Table(table),
            Block::Note(
                "A step that names no persona is on the way of all. A dash: nothing of that is set."
                    .to_owned(),
            ),
        ],
    })
}
