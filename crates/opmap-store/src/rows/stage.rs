//! The rows of the table `stages`.

use opmap_model::{CounterpartId, Stage};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_id, of_keyword, of_rank, of_title, of_uuid, optional};
use crate::cause::Fault;

impl Stored for Stage {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("journey", of_id(self.journey)),
            ("state", of_keyword(self.state)),
            ("rank", of_rank(self.rank)),
            ("counterpart", of_uuid(self.counterpart.0)),
            ("title", of_title(&self.title)),
            ("phase", optional(self.phase, of_keyword)),
            ("question", optional(self.question.as_ref(), of_title)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            journey: cells.get("journey", cells::id)?,
            state: cells.get("state", cells::keyword)?,
            rank: cells.get("rank", cells::rank)?,
            counterpart: CounterpartId(cells.get("counterpart", cells::uuid)?),
            title: cells.get("title", cells::title)?,
            phase: cells.find("phase", cells::keyword)?,
            question: cells.find("question", cells::title)?,
        })
    }
}
