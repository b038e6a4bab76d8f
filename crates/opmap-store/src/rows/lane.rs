//! The rows of the table `lanes`.

use opmap_model::{CounterpartId, Lane};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_id, of_json, of_keyword, of_percent, of_rank, of_text, of_title, of_uuid, optional,
};
use crate::cause::Fault;

impl Stored for Lane {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("journey", of_id(self.journey)),
            ("state", of_keyword(self.state)),
            ("rank", of_rank(self.rank)),
            ("counterpart", of_uuid(self.counterpart.0)),
            ("title", of_title(&self.title)),
            ("kind", of_keyword(self.kind)),
            ("function", optional(self.function.as_ref(), of_title)),
            ("role", optional(self.role, of_id)),
            ("sourcing", optional(self.sourcing, of_keyword)),
            ("performer", optional(self.performer, of_keyword)),
            ("dedication", optional(self.dedication, of_keyword)),
            ("rationale", optional(self.rationale.as_ref(), of_text)),
            ("contract", optional(self.contract.as_ref(), of_text)),
            ("others_share", optional(self.others_share, of_percent)),
            ("partner_criteria", optional(self.partner_criteria.as_ref(), of_text)),
            ("letters", of_json(&self.letters)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            journey: cells.get("journey", cells::id)?,
            state: cells.get("state", cells::keyword)?,
            rank: cells.get("rank", cells::rank)?,
            counterpart: CounterpartId(cells.get("counterpart", cells::uuid)?),
            title: cells.get("title", cells::title)?,
            kind: cells.get("kind", cells::keyword)?,
            function: cells.find("function", cells::title)?,
            role: cells.find("role", cells::id)?,
            sourcing: cells.find("sourcing", cells::keyword)?,
            performer: cells.find("performer", cells::keyword)?,
            dedication: cells.find("dedication", cells::keyword)?,
            rationale: cells.find("rationale", cells::text)?,
            contract: cells.find("contract", cells::text)?,
            others_share: cells.find("others_share", cells::percent)?,
            partner_criteria: cells.find("partner_criteria", cells::text)?,
            letters: cells.get("letters", cells::json)?,
        })
    }
}
