//! The rows of the table `steps`.

use opmap_model::{CounterpartId, Step};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_id, of_keyword, of_rank, of_text, of_title, of_uuid, optional};
use crate::cause::Fault;

impl Stored for Step {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("stage", of_id(self.stage)),
            ("lane", of_id(self.lane)),
            ("rank", of_rank(self.rank)),
            ("counterpart", of_uuid(self.counterpart.0)),
            ("title", of_title(&self.title)),
            ("kind", of_keyword(self.kind)),
            ("channel", optional(self.channel, of_keyword)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            stage: cells.get("stage", cells::id)?,
            lane: cells.get("lane", cells::id)?,
            rank: cells.get("rank", cells::rank)?,
            counterpart: CounterpartId(cells.get("counterpart", cells::uuid)?),
            title: cells.get("title", cells::title)?,
            kind: cells.get("kind", cells::keyword)?,
            channel: cells.find("channel", cells::keyword)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
