//! Lines about recommendations.

use uuid::Uuid;

use super::evidence::coded;
use super::values::{date, keyword, named, number, text, title, unknown, yes};
use super::{Parser, Rest, fill, insert_new};
use crate::{
    KeptFinding, PersonWeeks, Points, Rating, Recommendation, RecommendationId, RoadmapDay, Trial,
    WorkingDays,
};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `recommendation slots "Let advisors reserve slots" impact=5 effort=3 timing=wave2 depends-on=owners addresses=F2 …`;
    /// what it depends on and answers may stand further down. Without `number=` it gets the next.
    pub(super) fn recommendation(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a handle")?;
        let mut recommendation = Recommendation::new(rest.title()?);
        let id = RecommendationId((self.fresh)());
        recommendation.rank = self.next_rank();
        recommendation.number = self.next_number;
        for (key, value) in rest.pairs()? {
            if !priority(&mut recommendation, &key, &value)?
                && !trial(&mut recommendation.trial, &key, &value)?
            {
                self.said_of_recommendation(id, &mut recommendation, &key, &value)?;
            }
        }
        let after = recommendation.number.checked_add(1).ok_or("there is no number after that")?;
        self.next_number = self.next_number.max(after);
        insert_new(&mut self.recommendations, handle, id)?;
        self.put(id, recommendation);
        Ok(())
    }

    fn said_of_recommendation(
        &mut self,
        id: RecommendationId,
        recommendation: &mut Recommendation,
        key: &str,
        value: &str,
    ) -> Result<(), String> {
        match key {
            "number" => {
                recommendation.number = number(value, "a number from 1", |it: u32| (it > 0).then_some(it))?;
            }
            "rationale" => recommendation.rationale = Some(text(value)?),
            "goal" => recommendation.goal = Some(title(value)?),
            "shift" => recommendation.shift = Some(keyword(value)?),
            "category" => recommendation.category = Some(keyword(value)?),
            "owner" => recommendation.owner = Some(named(&self.roles, "role", value)?),
            "cost" => recommendation.cost = Some(keyword(value)?),
            "benefit" => recommendation.benefit = Some(keyword(value)?),
            "estimate" => recommendation.estimate = Some(title(value)?),
            "measure" => recommendation.measure = Some(title(value)?),
            "adoption" => recommendation.adoption = Some(title(value)?),
            "training" => recommendation.training = yes(value)?,
            "delivery" => recommendation.delivery = Some(keyword(value)?),
            "partner-criteria" => recommendation.partner_criteria = Some(text(value)?),
            "readiness" => recommendation.readiness = Some(keyword(value)?),
            "timing" => recommendation.timing = Some(keyword(value)?),
            "workstream" => recommendation.workstream = Some(self.workstream_named(value)?),
            "start" => recommendation.start = Some(number(value, "a day of the roadmap", RoadmapDay::new)?),
            "duration" => {
                recommendation.duration = Some(number(value, "a number of working days", WorkingDays::new)?);
            }
            "addresses" => self.pending_addresses.push((id, value.to_owned())),
            "depends-on" => self.pending_dependencies.push((id, value.to_owned())),
            "progress" => recommendation.progress = Some(keyword(value)?),
            "due" => recommendation.due = Some(date(value)?),
            "outcome" => recommendation.outcome = Some(text(value)?),
            "note" => recommendation.note = Some(text(value)?),
            _ => return Err(unknown(key)),
        }
        Ok(())
    }

    pub(super) fn fill_recommendations(&mut self) -> Result<(), String> {
        for (id, handles) in std::mem::take(&mut self.pending_dependencies) {
            let ids = super::values::all_named(&self.recommendations, "recommendation", &handles)?;
            fill(&mut self.change.recommendations, id, |it| it.depends_on = ids);
        }
        for (id, codes) in std::mem::take(&mut self.pending_addresses) {
            let ids = codes
                .split(',')
                .map(|it| coded::<KeptFinding>(&self.change, it))
                .collect::<Result<_, _>>()?;
            fill(&mut self.change.recommendations, id, |it| it.addresses = ids);
        }
        Ok(())
    }
}

/// Whether the pair is about what it is ranked by.
fn priority(recommendation: &mut Recommendation, key: &str, value: &str) -> Result<bool, String> {
    let rating = || number(value, "a number from 1 to 5", Rating::new).map(Some);
    let points = || number(value, "one of 1, 2, 3, 5, 8, 13 and 20", Points::new).map(Some);
    let count = || number(value, "a number", Some::<u32>).map(Some);
    let (rice, wsjf) = (&mut recommendation.rice, &mut recommendation.wsjf);
    match key {
        "impact" => recommendation.impact = rating()?,
        "effort" => recommendation.effort = rating()?,
        "votes" => recommendation.votes = count()?,
        "reach" => rice.reach = count()?,
        "period" => rice.period = Some(keyword(value)?),
        "rice-impact" => rice.impact = Some(keyword(value)?),
        "confidence" => rice.confidence = Some(keyword(value)?),
        "person-weeks" => rice.effort = Some(number(value, "a number of person-weeks", PersonWeeks::new)?),
        "value" => wsjf.value = points()?,
        "urgency" => wsjf.urgency = points()?,
        "risk" => wsjf.risk = points()?,
        "size" => wsjf.size = points()?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Whether the pair is about how it is tried.
fn trial(trial: &mut Trial, key: &str, value: &str) -> Result<bool, String> {
    match key {
        "hypothesis" => trial.hypothesis = Some(text(value)?),
        "trial-measure" => trial.measure = Some(text(value)?),
        "stop-rule" => trial.stop_rule = Some(text(value)?),
        _ => return Ok(false),
    }
    Ok(true)
}
