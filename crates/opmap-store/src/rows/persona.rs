//! The rows of the table `personas`.

use opmap_model::Persona;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_keyword, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Persona {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("segment", optional(self.segment.as_ref(), of_title)),
            ("relation", optional(self.relation, of_keyword)),
            ("needs", optional(self.needs.as_ref(), of_text)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            segment: cells.find("segment", cells::title)?,
            relation: cells.find("relation", cells::keyword)?,
            needs: cells.find("needs", cells::text)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
