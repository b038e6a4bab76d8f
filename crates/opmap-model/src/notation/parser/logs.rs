//! Lines about earlier workshops, milestones, the options log, concerns and the operating rhythm.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::values::{all_named, date, keyword, named, number, text, title, unknown, yes};
use super::{Parser, Rest, fill};
use crate::{
    Choice, ChoiceId, Concern, ConcernId, EarlierAction, EarlierScore, EarlierWorkshop, EarlierWorkshopId,
    Forum, ForumId, Keyword, Milestone, MilestoneId, Rating, RoadmapDay, Shift,
};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `earlier "A year before" date=2025-06-18 roles=2/4 culture=3`: what was scored and what was wanted.
    pub(super) fn earlier(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (rank, title) = (self.next_rank(), rest.title()?);
        let (scores, actions) = (BTreeMap::new(), BTreeMap::new());
        let mut earlier = EarlierWorkshop { rank, title, date: None, scores, actions };
        for (key, value) in rest.pairs()? {
            if key == "date" {
                earlier.date = Some(date(&value)?);
                continue;
            }
            let shift = Shift::from_key(&key).ok_or_else(|| unknown(&key))?;
            let (now, target) = value.split_once('/').map_or((value.as_str(), None), |it| (it.0, Some(it.1)));
            let rating = |it: &str| number(it, "a number from 1 to 5", Rating::new);
            let score = EarlierScore { now: rating(now)?, target: target.map(rating).transpose()? };
            earlier.scores.insert(shift, score);
        }
        let id = EarlierWorkshopId((self.fresh)());
        self.last_earlier = Some(id);
        self.put(id, earlier);
        Ok(())
    }

    /// `known slots progress=agreed timing=wave2 due=2025-09-30`: how far a recommendation had come at the earlier workshop
    /// of the lines above.
    pub(super) fn known(&mut self, rest: &mut Rest) -> Result<(), String> {
        let id = self.last_earlier.ok_or("what an earlier workshop knew stands below it")?;
        let handle = rest.bare("a recommendation")?;
        let recommendation = named(&self.recommendations, "recommendation", &handle)?;
        let mut action = EarlierAction::default();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "progress" => action.progress = Some(keyword(&value)?),
                "timing" => action.timing = Some(keyword(&value)?),
                "due" => action.due = Some(date(&value)?),
                "measure" => action.measure = Some(title(&value)?),
                "adoption" => action.adoption = Some(title(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        fill(&mut self.change.earlier_workshops, id, |it| {
            it.actions.insert(recommendation, action);
        });
        Ok(())
    }

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
