//! The rows of the table `workstreams`.

use opmap_model::Workstream;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_rank, of_title};
use crate::cause::Fault;

impl Stored for Workstream {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![("rank", of_rank(self.rank)), ("title", of_title(&self.title))]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self { rank: cells.get("rank", cells::rank)?, title: cells.get("title", cells::title)? })
    }
}
