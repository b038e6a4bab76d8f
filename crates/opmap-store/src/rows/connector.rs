//! The rows of the table `connectors`.

use opmap_model::{Connector, CounterpartId};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_id, of_keyword, of_seconds, of_title, of_uuid, optional};
use crate::cause::Fault;

/// The ends are called `from_step` and `to_step` in the file, since `from` and `to` are words of SQL.
impl Stored for Connector {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("from_step", of_id(self.from)),
            ("to_step", of_id(self.to)),
            ("counterpart", of_uuid(self.counterpart.0)),
            ("kind", of_keyword(self.kind)),
            ("label", optional(self.label.as_ref(), of_title)),
            ("trigger", optional(self.trigger.as_ref(), of_title)),
            ("information", optional(self.information.as_ref(), of_title)),
            ("owner", optional(self.owner, of_id)),
            ("limit_secs", optional(self.limit_secs, of_seconds)),
            ("acknowledgement", optional(self.acknowledgement.as_ref(), of_title)),
            ("context_carried", optional(self.context_carried, of_flag)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            from: cells.get("from_step", cells::id)?,
            to: cells.get("to_step", cells::id)?,
            counterpart: CounterpartId(cells.get("counterpart", cells::uuid)?),
            kind: cells.get("kind", cells::keyword)?,
            label: cells.find("label", cells::title)?,
            trigger: cells.find("trigger", cells::title)?,
            information: cells.find("information", cells::title)?,
            owner: cells.find("owner", cells::id)?,
            limit_secs: cells.find("limit_secs", cells::seconds)?,
            acknowledgement: cells.find("acknowledgement", cells::title)?,
            context_carried: cells.find("context_carried", cells::flag)?,
        })
    }
}
