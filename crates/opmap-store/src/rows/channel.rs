//! The rows of the table `channels`.

use opmap_model::Channel;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_keyword, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Channel {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("kind", of_keyword(self.kind)),
            ("medium", optional(self.medium, of_keyword)),
            ("purpose", optional(self.purpose.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            kind: cells.get("kind", cells::keyword)?,
            medium: cells.find("medium", cells::keyword)?,
            purpose: cells.find("purpose", cells::text)?,
        })
    }
}
