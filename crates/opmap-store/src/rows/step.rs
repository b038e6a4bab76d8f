//! The rows of the table `steps`.

use opmap_model::{CounterpartId, Step};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_flag, of_id, of_ids, of_json, of_keyword, of_permille, of_rank, of_seconds, of_sentiment,
    of_text, of_title, of_uuid, optional,
};
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
            ("channel", optional(self.channel, of_id)),
            ("other_channels", of_ids(&self.other_channels)),
            ("systems", of_ids(&self.systems)),
            ("personas", of_ids(&self.personas)),
            ("performer", optional(self.performer, of_keyword)),
            ("sentiment", optional(self.sentiment, of_sentiment)),
            ("moment_of_truth", of_flag(self.moment_of_truth)),
            ("fail_point", of_flag(self.fail_point)),
            ("control", of_flag(self.control)),
            ("recovery", optional(self.recovery.as_ref(), of_text)),
            ("fallback", optional(self.fallback.as_ref(), of_text)),
            ("rule", optional(self.rule.as_ref(), of_text)),
            ("work_secs", optional(self.work_secs, of_seconds)),
            ("wait_secs", optional(self.wait_secs, of_seconds)),
            ("clock", optional(self.clock, of_keyword)),
            ("first_time_right_permille", optional(self.first_time_right, of_permille)),
            ("volume_per_month", optional(self.volume_per_month, |it| i64::from(it).into())),
            ("value", optional(self.value, of_keyword)),
            ("evidence", optional(self.evidence, of_keyword)),
            ("letters", of_json(&self.letters)),
            ("note", optional(self.note.as_ref(), of_text)),
            ("internal_note", optional(self.internal_note.as_ref(), of_text)),
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
            channel: cells.find("channel", cells::id)?,
            other_channels: cells.get("other_channels", cells::ids)?,
            systems: cells.get("systems", cells::ids)?,
            personas: cells.get("personas", cells::ids)?,
            performer: cells.find("performer", cells::keyword)?,
            sentiment: cells.find("sentiment", cells::sentiment)?,
            moment_of_truth: cells.get("moment_of_truth", cells::flag)?,
            fail_point: cells.get("fail_point", cells::flag)?,
            control: cells.get("control", cells::flag)?,
            recovery: cells.find("recovery", cells::text)?,
            fallback: cells.find("fallback", cells::text)?,
            rule: cells.find("rule", cells::text)?,
            work_secs: cells.find("work_secs", cells::seconds)?,
            wait_secs: cells.find("wait_secs", cells::seconds)?,
            clock: cells.find("clock", cells::keyword)?,
            first_time_right: cells.find("first_time_right_permille", cells::permille)?,
            volume_per_month: cells.find("volume_per_month", cells::count)?,
            value: cells.find("value", cells::keyword)?,
            evidence: cells.find("evidence", cells::keyword)?,
            letters: cells.get("letters", cells::json)?,
            note: cells.find("note", cells::text)?,
            internal_note: cells.find("internal_note", cells::text)?,
        })
    }
}
