//! The rows of the table `milestones`.

use opmap_model::Milestone;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_rank, of_roadmap_day, of_title, optional};
use crate::cause::Fault;

impl Stored for Milestone {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("day", optional(self.day, of_roadmap_day)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            day: cells.find("day", cells::roadmap_day)?,
        })
    }
}
