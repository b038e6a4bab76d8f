//! Lines about what exists once for the whole workshop.

use uuid::Uuid;

use super::values::{keyword, letters, named, text, title, unknown, yes};
use super::{Parser, Rest, RoleUse, insert_new};
use crate::{
    Activity, ActivityId, Channel, ChannelId, ChannelKind, ItSystem, ItSystemId, Journey, JourneyId, Level,
    Persona, PersonaId, Role, RoleId,
};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    pub(super) fn role(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, mut role) = (rest.bare("a handle")?, Role::new(rest.title()?));
        let id = RoleId((self.fresh)());
        role.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "function" => role.function = Some(title(&value)?),
                "level" => {
                    let level = value.parse().ok().and_then(Level::new);
                    role.level = Some(level.ok_or_else(|| format!("{value} is not a level of 1 to 9"))?);
                }
                "reports-to" => self.pending_roles.push((RoleUse::Lead(id), value)),
                "sourcing" => role.sourcing = Some(keyword(&value)?),
                "frontline" => role.frontline = yes(&value)?,
                "committee" => role.committee = yes(&value)?,
                "person" => role.person = Some(title(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.roles, handle, id)?;
        self.put(id, role);
        Ok(())
    }

    pub(super) fn journey(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, mut journey) = (rest.bare("a handle")?, Journey::new(rest.title()?));
        let id = JourneyId((self.fresh)());
        journey.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "owner" => self.pending_roles.push((RoleUse::JourneyOwner(id), value)),
                "persona" => journey.persona = Some(named(&self.personas, "persona", &value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.journeys, handle, id)?;
        self.put(id, journey);
        Ok(())
    }

    pub(super) fn channel(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a handle")?;
        let (id, mut channel) =
            (ChannelId((self.fresh)()), Channel::new(rest.title()?, ChannelKind::Assisted));
        channel.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "kind" => channel.kind = keyword(&value)?,
                "medium" => channel.medium = Some(keyword(&value)?),
                "purpose" => channel.purpose = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.channels, handle, id)?;
        self.put(id, channel);
        Ok(())
    }

    pub(super) fn it_system(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a handle")?;
        let (id, mut system) = (ItSystemId((self.fresh)()), ItSystem::new(rest.title()?));
        system.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "note" => system.note = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.it_systems, handle, id)?;
        self.put(id, system);
        Ok(())
    }

    pub(super) fn persona(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a handle")?;
        let (id, mut persona) = (PersonaId((self.fresh)()), Persona::new(rest.title()?));
        persona.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "segment" => persona.segment = Some(title(&value)?),
                "relation" => persona.relation = Some(keyword(&value)?),
                "needs" => persona.needs = Some(text(&value)?),
                "note" => persona.note = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.personas, handle, id)?;
        self.put(id, persona);
        Ok(())
    }

    pub(super) fn activity(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a handle")?;
        let (id, mut activity) = (ActivityId((self.fresh)()), Activity::new(rest.title()?));
        activity.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "group" => activity.group = Some(title(&value)?),
                "function" => drop(activity.functions.insert(title(&value)?)),
                "letters" => activity.letters = letters(&self.roles, &value)?,
                "note" => activity.note = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.activities, handle, id)?;
        self.put(id, activity);
        Ok(())
    }
}
