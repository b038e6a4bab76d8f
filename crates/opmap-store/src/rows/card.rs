//! The rows of the table `cards`.

use opmap_model::Card;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_id, of_keyword, of_rank, of_text, optional};
use crate::cause::Fault;

impl Stored for Card {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("step", of_id(self.step)),
            ("rank", of_rank(self.rank)),
            ("kind", of_keyword(self.kind)),
            ("text", of_text(&self.text)),
            ("pain", optional(self.pain, of_keyword)),
            ("evidence", optional(self.evidence, of_keyword)),
            ("internal", of_flag(self.internal)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            step: cells.get("step", cells::id)?,
            rank: cells.get("rank", cells::rank)?,
            kind: cells.get("kind", cells::keyword)?,
            text: cells.get("text", cells::text)?,
            pain: cells.find("pain", cells::keyword)?,
            evidence: cells.find("evidence", cells::keyword)?,
            internal: cells.get("internal", cells::flag)?,
        })
    }
}
