//! The rows of the table `it_systems`.

use opmap_model::ItSystem;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for ItSystem {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
