//! The rows of the table `logos`, of which there is one at most.

use opmap_model::Logo;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells};
use crate::cause::Fault;

impl Stored for Logo {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![("png", Value::Blob(self.png.bytes().to_vec()))]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self { png: cells.get("png", cells::png)? })
    }
}
