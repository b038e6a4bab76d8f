//! The rows of the table `recommendations`.

use opmap_model::{Recommendation, Trial};
use rusqlite::types::Value;

use super::Stored;
use super::cells::{
    self, Cells, of_date, of_flag, of_id, of_ids, of_json, of_keyword, of_number, of_rank, of_rating,
    of_roadmap_day, of_text, of_title, of_working_days, optional,
};
use crate::cause::Fault;

impl Stored for Recommendation {
    fn cells(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("rank", of_rank(self.rank)),
            ("number", of_number(self.number)),
            ("title", of_title(&self.title)),
            ("addresses", of_ids(&self.addresses)),
            ("rationale", optional(self.rationale.as_ref(), of_text)),
            ("goal", optional(self.goal.as_ref(), of_title)),
            ("shift", optional(self.shift, of_keyword)),
            ("category", optional(self.category, of_keyword)),
            ("owner", optional(self.owner, of_id)),
            ("impact", optional(self.impact, of_rating)),
            ("effort", optional(self.effort, of_rating)),
            ("rice", of_json(&self.rice)),
            ("wsjf", of_json(&self.wsjf)),
            ("votes", optional(self.votes, of_number)),
            ("cost", optional(self.cost, of_keyword)),
            ("benefit", optional(self.benefit, of_keyword)),
            ("estimate", optional(self.estimate.as_ref(), of_title)),
            ("measure", optional(self.measure.as_ref(), of_title)),
            ("adoption", optional(self.adoption.as_ref(), of_title)),
            ("training", of_flag(self.training)),
            ("delivery", optional(self.delivery, of_keyword)),
            ("partner_criteria", optional(self.partner_criteria.as_ref(), of_text)),
            ("readiness", optional(self.readiness, of_keyword)),
            ("hypothesis", optional(self.trial.hypothesis.as_ref(), of_text)),
            ("trial_measure", optional(self.trial.measure.as_ref(), of_text)),
            ("stop_rule", optional(self.trial.stop_rule.as_ref(), of_text)),
            ("timing", optional(self.timing, of_keyword)),
            ("workstream", optional(self.workstream, of_id)),
            ("start_day", optional(self.start, of_roadmap_day)),
            ("working_days", optional(self.duration, of_working_days)),
            ("depends_on", of_ids(&self.depends_on)),
            ("progress", optional(self.progress, of_keyword)),
            ("due", optional(self.due, of_date)),
            ("outcome", optional(self.outcome.as_ref(), of_text)),
            ("note", optional(self.note.as_ref(), of_text)),
        ]
    }

    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault> {
        Ok(Self {
            rank: cells.get("rank", cells::rank)?,
            number: cells.get("number", cells::count)?,
            title: cells.get("title", cells::title)?,
            addresses: cells.get("addresses", cells::ids)?,
            rationale: cells.find("rationale", cells::text)?,
            goal: cells.find("goal", cells::title)?,
            shift: cells.find("shift", cells::keyword)?,
            category: cells.find("category", cells::keyword)?,
            owner: cells.find("owner", cells::id)?,
            impact: cells.find("impact", cells::rating)?,
            effort: cells.find("effort", cells::rating)?,
            rice: cells.get("rice", cells::json)?,
            wsjf: cells.get("wsjf", cells::json)?,
            votes: cells.find("votes", cells::count)?,
            cost: cells.find("cost", cells::keyword)?,
            benefit: cells.find("benefit", cells::keyword)?,
            estimate: cells.find("estimate", cells::title)?,
            measure: cells.find("measure", cells::title)?,
            adoption: cells.find("adoption", cells::title)?,
            training: cells.get("training", cells::flag)?,
            delivery: cells.find("delivery", cells::keyword)?,
            partner_criteria: cells.find("partner_criteria", cells::text)?,
            readiness: cells.find("readiness", cells::keyword)?,
            trial: Trial {
                hypothesis: cells.find("hypothesis", cells::text)?,
                measure: cells.find("trial_measure", cells::text)?,
                stop_rule: cells.find("stop_rule", cells::text)?,
            },
            timing: cells.find("timing", cells::keyword)?,
            workstream: cells.find("workstream", cells::id)?,
            start: cells.find("start_day", cells::roadmap_day)?,
            duration: cells.find("working_days", cells::working_days)?,
            depends_on: cells.get("depends_on", cells::ids)?,
            progress: cells.find("progress", cells::keyword)?,
            due: cells.find("due", cells::date)?,
            outcome: cells.find("outcome", cells::text)?,
            note: cells.find("note", cells::text)?,
        })
    }
}
