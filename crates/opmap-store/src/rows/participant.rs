//! The rows of the table `participants`.

use opmap_model::Participant;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_keyword, of_rank, of_title, optional};
use crate::cause::Fault;

impl Stored for Participant {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("position", optional(self.position.as_ref(), of_title)),
            ("perspective", optional(self.perspective, of_keyword)),
            ("frontline", of_flag(self.frontline)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            position: cells.find("position", cells::title)?,
            perspective: cells.find("perspective", cells::keyword)?,
            frontline: cells.get("frontline", cells::flag)?,
        })
    }
}
