//! The rows of the table `activities`.

use opmap_model::Activity;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_json, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Activity {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("group_title", optional(self.group.as_ref(), of_title)),
            ("functions", of_json(&self.functions)),
            ("letters", of_json(&self.letters)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            group: cells.find("group_title", cells::title)?,
            functions: cells.get("functions", cells::json)?,
            letters: cells.get("letters", cells::json)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
