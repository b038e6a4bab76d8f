//! The rows of the table `choices`.

use opmap_model::Choice;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_date, of_id, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Choice {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("options", optional(self.options.as_ref(), of_text)),
            ("chosen", optional(self.chosen.as_ref(), of_title)),
            ("reason", optional(self.reason.as_ref(), of_text)),
            ("decided_by", optional(self.decided_by, of_id)),
            ("decided_on", optional(self.decided_on, of_date)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            options: cells.find("options", cells::text)?,
            chosen: cells.find("chosen", cells::title)?,
            reason: cells.find("reason", cells::text)?,
            decided_by: cells.find("decided_by", cells::id)?,
            decided_on: cells.find("decided_on", cells::date)?,
        })
    }
}
