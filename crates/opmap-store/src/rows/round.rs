//! The rows of the table `rounds`.

use opmap_model::Round;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_json, of_keyword, of_rank};
use crate::cause::Fault;

impl Stored for Round {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("shift", of_keyword(self.shift)),
            ("revealed", of_flag(self.revealed)),
            ("answers", of_json(self.sealed())),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        let mut round = Self::new(cells.get("shift", cells::keyword)?, cells.get("answers", cells::json)?);
        round.rank = cells.get("rank", cells::rank)?;
        round.revealed = cells.get("revealed", cells::flag)?;
        Ok(round)
    }
}
