//! Lines about milestones, the options log, concerns and the operating rhythm.

use uuid::Uuid;

use super::values::{all_named, date, keyword, named, number, text, title, unknown, yes};
use super::{Parser, Rest};
use crate::{
    Choice, ChoiceId, Concern, ConcernId, Forum, ForumId, Milestone, MilestoneId, Rating, RoadmapDay,
};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `milestone "All handoffs have an owner" day=29`.
    pub(super) fn milestone(&mut self, rest: &mut Rest) -> Result<(), String> {
        let mut milestone = Milestone::new(rest.title()?);
        milestone.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "day" => milestone.day = Some(number(&value, "a day of the roadmap", RoadmapDay::new)?),
                _ => return Err(unknown(&key)),
            }
        }
        let id = MilestoneId((self.fresh)());
        self.put(id, milestone);
        Ok(())
    }

    /// `choice "Where support sits" options="With sales\nOn its own" chosen="With sales" reason="…"`.
    pub(super) fn choice(&mut self, rest: &mut Rest) -> Result<(), String> {
        let mut choice = Choice::new(rest.title()?);
        choice.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "options" => choice.options = Some(text(&value)?),
                "chosen" => choice.chosen = Some(title(&value)?),
                "reason" => choice.reason = Some(text(&value)?),
                "by" => choice.decided_by = Some(named(&self.roles, "role", &value)?),
                "on" => choice.decided_on = Some(date(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        let id = ChoiceId((self.fresh)());
        self.put(id, choice);
        Ok(())
    }

    /// `concern risk "The supplier is late" likelihood=3 impact=4`.
    pub(super) fn concern(&mut self, rest: &mut Rest) -> Result<(), String> {
        let kind = keyword(&rest.bare("a kind of concern")?)?;
        let mut concern = Concern::new(kind, rest.title()?);
        concern.rank = self.next_rank();
        let rating = |value: &str| number(value, "a number from 1 to 5", Rating::new).map(Some);
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "likelihood" => concern.likelihood = rating(&value)?,
                "impact" => concern.impact = rating(&value)?,
                "owner" => concern.owner = Some(named(&self.roles, "role", &value)?),
                "response" => concern.response = Some(text(&value)?),
                "settled" => concern.settled = yes(&value)?,
                _ => return Err(unknown(&key)),
            }
        }
        let id = ConcernId((self.fresh)());
        self.put(id, concern);
        Ok(())
    }

    /// `forum "Repeat visits" frequency="Each Tuesday" owner=lead attendees=lead,crew`.
    pub(super) fn forum(&mut self, rest: &mut Rest) -> Result<(), String> {
        let mut forum = Forum::new(rest.title()?);
        forum.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "frequency" => forum.frequency = Some(title(&value)?),
                "agenda" => forum.agenda = Some(text(&value)?),
                "owner" => forum.owner = Some(named(&self.roles, "role", &value)?),
                "attendees" => forum.attendees = all_named(&self.roles, "role", &value)?,
                "inputs" => forum.inputs = Some(text(&value)?),
                "decisions" => forum.decisions = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        let id = ForumId((self.fresh)());
        self.put(id, forum);
        Ok(())
    }
}
