//! The rows of the table `findings`.

use opmap_model::KeptFinding;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_flag, of_ids, of_json, of_keyword, of_number, of_rank, of_text, optional,
};
use crate::cause::Fault;

impl Stored for KeptFinding {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("number", of_number(self.number)),
            ("title", of_text(&self.title)),
            ("reworded", of_flag(self.reworded)),
            ("severity", of_keyword(self.severity)),
            ("sources", of_json(&self.sources)),
            ("about", of_json(&self.about)),
            ("shifts", of_json(&self.shifts)),
            ("evidence", of_ids(&self.evidence)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            number: cells.get("number", cells::count)?,
            title: cells.get("title", cells::text)?,
            reworded: cells.get("reworded", cells::flag)?,
            severity: cells.get("severity", cells::keyword)?,
            sources: cells.get("sources", cells::json)?,
            about: cells.get("about", cells::json)?,
            shifts: cells.get("shifts", cells::json)?,
            evidence: cells.get("evidence", cells::ids)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
