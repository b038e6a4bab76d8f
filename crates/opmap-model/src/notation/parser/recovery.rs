//! Lines about the recovery matrix.

use uuid::Uuid;

use super::super::words::duration;
use super::values::{named, title, unknown};
use super::{Parser, Rest, fill, insert_new};
use crate::{CustomerGroup, CustomerGroupId, Disruption, DisruptionId, Limit, Response};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    pub(super) fn disruption(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, id) = (rest.bare("a handle")?, DisruptionId((self.fresh)()));
        let disruption = Disruption { rank: self.next_rank(), ..Disruption::new(rest.title()?) };
        insert_new(&mut self.disruptions, handle, id)?;
        self.put(id, disruption);
        Ok(())
    }

    pub(super) fn customer_group(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, id) = (rest.bare("a handle")?, CustomerGroupId((self.fresh)()));
        let group = CustomerGroup { rank: self.next_rank(), ..CustomerGroup::new(rest.title()?) };
        insert_new(&mut self.customer_groups, handle, id)?;
        self.put(id, group);
        Ok(())
    }

    /// `response group/disruption authority=lead limit="80 €" within=2h escalate-to=head`.
    pub(super) fn response(&mut self, rest: &mut Rest) -> Result<(), String> {
        let cell = rest.bare("a cell")?;
        let (group, disruption) = cell.split_once('/').ok_or("a response is in customer-group/disruption")?;
        let group = named(&self.customer_groups, "customer group", group)?;
        let disruption = named(&self.disruptions, "disruption", disruption)?;
        let mut response = Response::default();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "authority" => response.authority = Some(named(&self.roles, "role", &value)?),
                "limit" => response.limit = Some(limit(&value)?),
                "within" => response.within_secs = Some(duration(&value)?),
                "escalate-to" => response.escalate_to = Some(named(&self.roles, "role", &value)?),
                _ => return Err(unknown(&key)),
            }
        }
        fill(&mut self.change.customer_groups, group, |it| it.responses.set(disruption, response));
        Ok(())
    }
}

/// A limit such as `80 €`.
fn limit(value: &str) -> Result<Limit, String> {
    let parts = value.split_once(' ').and_then(|(amount, unit)| Some((amount.parse().ok()?, unit)));
    let (amount, unit) = parts.ok_or_else(|| format!("{value} is not a limit such as 80 €"))?;
    Ok(Limit { amount, unit: title(unit)? })
}
