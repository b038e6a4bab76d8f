//! The rows of the table `roles`.

use opmap_model::Role;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_id, of_keyword, of_level, of_rank, of_title, optional};
use crate::cause::Fault;

impl Stored for Role {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("function", optional(self.function.as_ref(), of_title)),
            ("level", optional(self.level, of_level)),
            ("reports_to", optional(self.reports_to, of_id)),
            ("sourcing", optional(self.sourcing, of_keyword)),
            ("frontline", of_flag(self.frontline)),
            ("committee", of_flag(self.committee)),
            ("person", optional(self.person.as_ref(), of_title)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            function: cells.find("function", cells::title)?,
            level: cells.find("level", cells::level)?,
            reports_to: cells.find("reports_to", cells::id)?,
            sourcing: cells.find("sourcing", cells::keyword)?,
            frontline: cells.get("frontline", cells::flag)?,
            committee: cells.get("committee", cells::flag)?,
            person: cells.find("person", cells::title)?,
        })
    }
}
