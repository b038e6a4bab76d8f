//! Lines about steps and what hangs on them.

use uuid::Uuid;

use super::super::words::duration;
use super::values::{all_named, keyword, letters, named, share, text, unknown, yes};
use super::{Parser, Rest, insert_new};
use crate::{Card, CardId, CardKind, Sentiment, Step, StepId};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    pub(super) fn step(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, title, pairs) = (rest.bare("a handle")?, rest.title()?, rest.pairs()?);
        let cell = pairs.iter().find(|(key, _)| key == "at").ok_or("a step needs at=stage/lane")?;
        let (stage, lane) = self.cell(&cell.1)?;
        let id = StepId((self.fresh)());
        let mut step = Step::new(id, stage, lane, title);
        step.counterpart = self.counterpart("step", &handle, step.counterpart)?;
        step.rank = self.next_rank();
        pairs.iter().try_for_each(|(key, value)| self.step_pair(&mut step, key, value))?;
        insert_new(&mut self.steps, handle, id)?;
        self.put(id, step);
        Ok(())
    }

    fn step_pair(&self, step: &mut Step, key: &str, value: &str) -> Result<(), String> {
        match key {
            "at" => {}
            "kind" => step.kind = keyword(value)?,
            "channel" => step.channel = Some(named(&self.channels, "channel", value)?),
            "other-channels" => step.other_channels = all_named(&self.channels, "channel", value)?,
            "systems" => step.systems = all_named(&self.it_systems, "system", value)?,
            "personas" => step.personas = all_named(&self.personas, "persona", value)?,
            "performer" => step.performer = Some(keyword(value)?),
            "sentiment" => {
                let sentiment = value.parse().ok().and_then(Sentiment::new);
                step.sentiment =
                    Some(sentiment.ok_or_else(|| format!("{value} is not a sentiment of -2 to 2"))?);
            }
            "moment-of-truth" => step.moment_of_truth = yes(value)?,
            "fail-point" => step.fail_point = yes(value)?,
            "control" => step.control = yes(value)?,
            "recovery" => step.recovery = Some(text(value)?),
            "fallback" => step.fallback = Some(text(value)?),
            "rule" => step.rule = Some(text(value)?),
            "work" => step.work_secs = Some(duration(value)?),
            "wait" => step.wait_secs = Some(duration(value)?),
            "clock" => step.clock = Some(keyword(value)?),
            "first-time-right" => step.first_time_right = Some(share(value)?),
            "volume" => {
                let volume =
                    value.parse().map_err(|_| format!("{value} is not a number of times a month"))?;
                step.volume_per_month = Some(volume);
            }
            "value" => step.value = Some(keyword(value)?),
            "evidence" => step.evidence = Some(keyword(value)?),
            "letters" => step.letters = letters(&self.roles, value)?,
            "note" => step.note = Some(text(value)?),
            "internal-note" => step.internal_note = Some(text(value)?),
            _ => return Err(unknown(key)),
        }
        Ok(())
    }

    pub(super) fn card(&mut self, kind: CardKind, rest: &mut Rest) -> Result<(), String> {
        let step = self.step_named(&rest.bare("a step")?)?;
        let mut card = Card::new(step, kind, rest.text()?);
        card.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "pain" => card.pain = Some(keyword(&value)?),
                "evidence" => card.evidence = Some(keyword(&value)?),
                "internal" => card.internal = yes(&value)?,
                _ => return Err(unknown(&key)),
            }
        }
        let id = CardId((self.fresh)());
        self.put(id, card);
        Ok(())
    }

    /// The step of the current map with that handle.
    pub(super) fn step_named(&self, handle: &str) -> Result<StepId, String> {
        self.steps.get(handle).copied().ok_or_else(|| format!("there is no step {handle} in this map"))
    }
}
