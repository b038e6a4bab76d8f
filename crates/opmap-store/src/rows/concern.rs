//! The rows of the table `concerns`.

use opmap_model::Concern;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_flag, of_id, of_keyword, of_rank, of_rating, of_text, of_title, optional,
};
use crate::cause::Fault;

impl Stored for Concern {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("kind", of_keyword(self.kind)),
            ("title", of_title(&self.title)),
            ("likelihood", optional(self.likelihood, of_rating)),
            ("impact", optional(self.impact, of_rating)),
            ("owner", optional(self.owner, of_id)),
            ("response", optional(self.response.as_ref(), of_text)),
            ("settled", of_flag(self.settled)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            kind: cells.get("kind", cells::keyword)?,
            title: cells.get("title", cells::title)?,
            likelihood: cells.find("likelihood", cells::rating)?,
            impact: cells.find("impact", cells::rating)?,
            owner: cells.find("owner", cells::id)?,
            response: cells.find("response", cells::text)?,
            settled: cells.get("settled", cells::flag)?,
        })
    }
}
