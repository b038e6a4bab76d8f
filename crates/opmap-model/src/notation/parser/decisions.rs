//! Lines about decisions.

use uuid::Uuid;

use super::super::words::duration;
use super::values::{keyword, named, text, title, unknown, yes};
use super::{Parser, Rest};
use crate::{Band, Bands, Decision, DecisionId, Right, RightLetter, Rights, RightsOf};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `decision "Sentence" framework=rapid right=lead:decide at=step at=stage …`; what it belongs to is of the current map.
    pub(super) fn decision(&mut self, rest: &mut Rest) -> Result<(), String> {
        let mut decision = Decision::new(rest.title()?);
        decision.rank = self.next_rank();
        let pairs = rest.pairs()?;
        let all = |key: &str| -> Vec<&str> {
            pairs.iter().filter(|it| it.0 == key).map(|it| it.1.as_str()).collect()
        };
        decision.rights = match all("framework").first() {
            Some(&"rapid") => Rights::Rapid(self.rights(&all("right"))?),
            Some(&"daci") => Rights::Daci(self.rights(&all("right"))?),
            Some(other) => return Err(format!("{other} is neither rapid nor daci")),
            None => Rights::Decider(None),
        };
        let (mut limited, mut beyond, mut unit) = (Vec::new(), None, None);
        for (key, value) in &pairs {
            match key.as_str() {
                "framework" | "right" => {}
                "decider" => decision.rights = Rights::Decider(Some(named(&self.roles, "role", value)?)),
                "material" => decision.material = yes(value)?,
                "stage" => drop(decision.stages.insert(named(&self.stages, "stage", value)?)),
                "step" => drop(decision.steps.insert(self.step_named(value)?)),
                "unit" => unit = Some(title(value)?),
                "band" => limited.push(self.band(value)?),
                "beyond" => beyond = Some(named(&self.roles, "role", value)?),
                "escalate-to" => decision.escalate_to = Some(named(&self.roles, "role", value)?),
                "escalate-after" => decision.escalate_secs = Some(duration(value)?),
                "region" => decision.region = Some(title(value)?),
                "note" => decision.note = Some(text(value)?),
                _ => return Err(unknown(key)),
            }
        }
        if let Some(unit) = unit {
            let bands = Bands::new(unit, limited, beyond).ok_or("the limits of bands rise from 1 on")?;
            decision.bands = Some(bands);
        } else if !limited.is_empty() || beyond.is_some() {
            return Err("bands need a unit".to_owned());
        }
        let id = DecisionId((self.fresh)());
        self.put(id, decision);
        Ok(())
    }

    /// Rights such as `lead:decide` or `lead:decide:has the last word`.
    fn rights<L: RightLetter>(&self, written: &[&str]) -> Result<RightsOf<L>, String> {
        let right = |value: &&str| {
            let (role, right) = value.split_once(':').ok_or_else(|| format!("{value} is not role:right"))?;
            let (letter, words) = match right.split_once(':') {
                Some((letter, words)) => (letter, Some(title(words)?)),
                None => (right, None),
            };
            Ok(Right { letter: keyword(letter)?, role: named(&self.roles, "role", role)?, words })
        };
        written.iter().map(right).collect()
    }

    /// A band such as `100:lead`, or `100:-` where nobody is named.
    fn band(&self, value: &str) -> Result<Band, String> {
        let (below, role) = value.split_once(':').ok_or_else(|| format!("{value} is not limit:role"))?;
        let below = below.parse().map_err(|_| format!("{below} is not a limit"))?;
        let decider = if role == "-" { None } else { Some(named(&self.roles, "role", role)?) };
        Ok(Band { below, decider })
    }
}
