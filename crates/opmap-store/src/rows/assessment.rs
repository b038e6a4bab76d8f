//! The rows of the table `assessments`.

use opmap_model::Assessment;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{self, Cells, of_flag, of_json, of_keyword, of_rating, of_text, of_title, optional};
use crate::cause::Fault;

impl Stored for Assessment {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("shift", of_keyword(self.shift)),
            ("title", optional(self.title.as_ref(), of_title)),
            ("meaning", optional(self.meaning.as_ref(), of_text)),
            ("anchors", of_json(&self.anchors)),
            ("prompts", optional(self.prompts.as_ref(), of_text)),
            ("now", optional(self.now, of_rating)),
            ("target", optional(self.target, of_rating)),
            ("target_reason", optional(self.target_reason.as_ref(), of_text)),
            ("weight", optional(self.weight, of_rating)),
            ("benchmark", optional(self.benchmark, of_rating)),
            ("note", optional(self.note.as_ref(), of_text)),
            ("stale", of_flag(self.stale)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            shift: cells.get("shift", cells::keyword)?,
            title: cells.find("title", cells::title)?,
            meaning: cells.find("meaning", cells::text)?,
            anchors: cells.get("anchors", cells::json)?,
            prompts: cells.find("prompts", cells::text)?,
            now: cells.find("now", cells::rating)?,
            target: cells.find("target", cells::rating)?,
            target_reason: cells.find("target_reason", cells::text)?,
            weight: cells.find("weight", cells::rating)?,
            benchmark: cells.find("benchmark", cells::rating)?,
            note: cells.find("note", cells::text)?,
            stale: cells.get("stale", cells::flag)?,
        })
    }
}
