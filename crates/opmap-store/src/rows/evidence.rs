//! The rows of the table `evidence`.

use opmap_model::Evidence;
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_date, of_flag, of_json, of_keyword, of_number, of_rank, of_text, of_title, optional,
};
use crate::cause::Fault;

impl Stored for Evidence {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("number", of_number(self.number)),
            ("kind", of_keyword(self.kind)),
            ("text", of_text(&self.text)),
            ("source", optional(self.source.as_ref(), of_title)),
            ("page", optional(self.page.as_ref(), of_title)),
            ("date", optional(self.date, of_date)),
            ("grade", optional(self.grade, of_keyword)),
            ("internal", of_flag(self.internal)),
            ("about", of_json(&self.about)),
            ("shifts", of_json(&self.shifts)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            number: cells.get("number", cells::count)?,
            kind: cells.get("kind", cells::keyword)?,
            text: cells.get("text", cells::text)?,
            source: cells.find("source", cells::title)?,
            page: cells.find("page", cells::title)?,
            date: cells.find("date", cells::date)?,
            grade: cells.find("grade", cells::keyword)?,
            internal: cells.get("internal", cells::flag)?,
            about: cells.get("about", cells::json)?,
            shifts: cells.get("shifts", cells::json)?,
        })
    }
}
