//! The rows of the table `journeys`.

use opmap_model::Journey;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_id, of_rank, of_title, optional};
use crate::cause::Fault;

impl Stored for Journey {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("owner", optional(self.owner, of_id)),
            ("persona", optional(self.persona, of_id)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            owner: cells.find("owner", cells::id)?,
            persona: cells.find("persona", cells::id)?,
        })
    }
}
