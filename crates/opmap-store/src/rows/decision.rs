//! The rows of the table `decisions`.

use opmap_model::Decision;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_flag, of_id, of_ids, of_json, of_rank, of_seconds, of_text, of_title, optional,
};
use crate::cause::Fault;

impl Stored for Decision {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("material", of_flag(self.material)),
            ("stages", of_ids(&self.stages)),
            ("steps", of_ids(&self.steps)),
            ("rights", of_json(&self.rights)),
            ("bands", optional(self.bands.as_ref(), of_json)),
            ("escalate_to", optional(self.escalate_to, of_id)),
            ("escalate_secs", optional(self.escalate_secs, of_seconds)),
            ("region", optional(self.region.as_ref(), of_title)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            material: cells.get("material", cells::flag)?,
            stages: cells.get("stages", cells::ids)?,
            steps: cells.get("steps", cells::ids)?,
            rights: cells.get("rights", cells::json)?,
            bands: cells.find("bands", cells::json)?,
            escalate_to: cells.find("escalate_to", cells::id)?,
            escalate_secs: cells.find("escalate_secs", cells::seconds)?,
            region: cells.find("region", cells::title)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
