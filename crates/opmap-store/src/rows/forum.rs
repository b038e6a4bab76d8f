//! The rows of the table `forums`.

use opmap_model::Forum;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_id, of_ids, of_rank, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Forum {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("title", of_title(&self.title)),
            ("frequency", optional(self.frequency.as_ref(), of_title)),
            ("agenda", optional(self.agenda.as_ref(), of_text)),
            ("owner", optional(self.owner, of_id)),
            ("attendees", of_ids(&self.attendees)),
            ("inputs", optional(self.inputs.as_ref(), of_text)),
            ("decisions", optional(self.decisions.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            title: cells.get("title", cells::title)?,
            frequency: cells.find("frequency", cells::title)?,
            agenda: cells.find("agenda", cells::text)?,
            owner: cells.find("owner", cells::id)?,
            attendees: cells.get("attendees", cells::ids)?,
            inputs: cells.find("inputs", cells::text)?,
            decisions: cells.find("decisions", cells::text)?,
        })
    }
}
