//! A workshop whose client, people and roles are called by neutral names (F11).

mod names;
mod texts;

use names::{Names, Neutral};

use crate::{Document, Title};

impl Document {
    /// A copy in which the client, whoever led and took part, who holds a role, and the roles are called by neutral names,
    /// the same for the same name. Every text of the workshop is gone through: a name is found as whole words, whatever
    /// their case and the space between them, also in the plural. Codes of roles are replaced as they are written. The
    /// logo is left out.
    ///
    /// A title or text that becomes too long loses its end. Functions, lanes and systems keep their names: they name no
    /// one.
    #[must_use]
    pub fn anonymised(&self) -> Self {
        let mut copy = self.clone();
        copy.logos.clear();
        copy.rename(&Names::of(&self.people()));
        let mut new = copy.role_codes();
        let codes = self.role_codes().into_iter();
        let codes =
            codes.filter_map(|(id, code)| Some((code, new.remove(&id)?))).filter(|(old, new)| old != new);
        copy.rename(&Names::of_codes(codes));
        copy
    }

    /// Every name that is replaced, with what takes its place.
    fn people(&self) -> Vec<(&Title, Neutral)> {
        const CLIENT: Neutral = Neutral { nouns: ["Client", "Company", "House"], is_single: true };
        const LEAD: Neutral = Neutral { nouns: ["Facilitator", "Moderator", "Guide"], is_single: true };
        const ROLE: Neutral = Neutral { nouns: ["Role", "Position", "Post"], is_single: false };
        const PERSON: Neutral = Neutral { nouns: ["Person", "Holder", "Someone"], is_single: false };
        const VOICE: Neutral = Neutral { nouns: ["Participant", "Attendee", "Voice"], is_single: false };
        let workshop = self.workshop();
        let roles = self.roles_in_order();
        let titles = roles.iter().map(|(_, it)| (&it.title, ROLE));
        let holders = roles.iter().filter_map(|(_, it)| it.person.as_ref()).map(|it| (it, PERSON));
        let voices = self.participants_in_order().into_iter().map(|(_, it)| (&it.title, VOICE));
        let client = workshop.client.iter().map(|it| (it, CLIENT));
        let lead = workshop.facilitator.iter().map(|it| (it, LEAD));
        client.chain(lead).chain(titles).chain(holders).chain(voices).collect()
    }
}
