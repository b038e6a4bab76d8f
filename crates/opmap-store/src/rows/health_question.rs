//! The rows of the table `health_questions`.

use opmap_model::HealthQuestion;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_json, of_keyword, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for HealthQuestion {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("shift", of_keyword(self.shift)),
            ("title", of_title(&self.title)),
            ("commercial", optional(self.commercial, |it| of_json(&it))),
            ("operational", optional(self.operational, |it| of_json(&it))),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            shift: cells.get("shift", cells::keyword)?,
            title: cells.get("title", cells::title)?,
            commercial: cells.find("commercial", cells::json)?,
            operational: cells.find("operational", cells::json)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
