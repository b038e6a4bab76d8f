//! The rows of the table `earlier_workshops`.

use opmap_model::EarlierWorkshop;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_date, of_json, of_rank, of_title, optional};
use crate::cause::Fault;

impl Stored for EarlierWorkshop {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("date", optional(self.date, of_date)),
            ("scores", of_json(&self.scores)),
            ("actions", of_json(&self.actions)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            date: cells.find("date", cells::date)?,
            scores: cells.get("scores", cells::json)?,
            actions: cells.get("actions", cells::json)?,
        })
    }
}
