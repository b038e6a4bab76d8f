//! The rows of the table `customer_groups`.

use opmap_model::CustomerGroup;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_json, of_rank, of_title};
use crate::cause::Fault;

impl Stored for CustomerGroup {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("responses", of_json(&self.responses)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            responses: cells.get("responses", cells::json)?,
        })
    }
}
