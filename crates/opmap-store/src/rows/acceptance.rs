//! The rows of the table `acceptances`.

use opmap_model::Acceptance;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_json, of_text, of_title};
use crate::cause::Fault;

impl Stored for Acceptance {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rule", of_title(&self.rule)),
            ("about", of_json(&self.about)),
            ("reason", of_text(&self.reason)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rule: cells.get("rule", cells::title)?,
            about: cells.get("about", cells::json)?,
            reason: cells.get("reason", cells::text)?,
        })
    }
}
