//! Which steps and connectors stand out: a way to look at the map, no part of the document.

use std::collections::BTreeSet;

use opmap_model::{
    ChannelId, Connector, ConnectorId, Document, MapKey, PersonaId, RoleId, StageId, Step, StepId, Title,
};

/// What is looked for; all of it must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    /// For whom.
    pub(crate) customer: Option<Customer>,
    /// Through what.
    pub(crate) channel: Option<ChannelId>,
    /// Whom it concerns: what the role performs, has a letter in, decides or owns.
    pub(crate) role: Option<RoleId>,
}

/// For whom something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Customer {
    Persona(PersonaId),
    /// The personas of one segment.
    Segment(Title),
}

/// What stands out on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) steps: BTreeSet<StepId>,
    pub(crate) connectors: BTreeSet<ConnectorId>,
    /// How many steps the map has.
    of: usize,
    /// How many handoffs the role owns, if one is looked for.
    owned: Option<usize>,
}

impl Filter {
    /// Whether nothing is looked for.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same without what is no longer there.
    fn existing(&self, document: &Document) -> Self {
        let customer = self.customer.clone().filter(|it| match it {
            Customer::Persona(id) => document.get(*id).is_some(),
            Customer::Segment(segment) => {
                document.personas().values().any(|it| it.segment.as_ref() == Some(segment))
            }
        });
        Self {
            customer,
            channel: self.channel.filter(|id| document.get(*id).is_some()),
            role: self.role.filter(|id| document.get(*id).is_some()),
        }
    }
}

/// What stands out on a map; none when nothing is looked for, and everything is equal.
///
/// A step is for a persona that it names, and for all when it names none. It goes through each of its channels. A role
/// has to do with the steps of its lanes, with those in which it has a letter, and with those of a decision in which it
/// has a part; a decision that belongs to a stage alone is made in all of its steps. A connector stands out with both of its ends, and where the role owns it.
pub(crate) fn standing_out(document: &Document, map: MapKey, filter: &Filter) -> Option<Standing> {
    let filter = filter.existing(document);
    if filter.is_empty() {
        return None;
    }
    let view = document.map_view(map);
    let fits =
        |step: &Step| is_for(document, step, filter.customer.as_ref()) && goes_through(step, filter.channel);
    let decided = filter.role.map(|role| Decided::by(document, role)).unwrap_or_default();
    let concerns = |(id, step): (StepId, &Step)| {
        filter.role.is_none_or(|role| {
            document.get(step.lane).is_some_and(|it| it.role == Some(role))
                || document.letters_of_step(step).iter().any(|it| it.role == role)
                || decided.has(id, step)
        })
    };
    let owns = |it: &Connector| filter.role.is_some() && it.owner == filter.role;
    let both = |it: &Connector, is: &dyn Fn(&Step) -> bool| {
        [it.from, it.to].iter().all(|id| document.get(*id).is_some_and(is))
    };
    let steps: BTreeSet<StepId> =
        view.steps.iter().filter(|(id, it)| fits(it) && concerns((*id, it))).map(|(id, _)| *id).collect();
    let connectors: Vec<_> = view
        .connectors
        .iter()
        .filter(|(_, it)| {
            both(it, &fits) && (owns(it) || [it.from, it.to].iter().all(|id| steps.contains(id)))
        })
        .collect();
    let owned = filter.role.map(|_| connectors.iter().filter(|(_, it)| owns(it)).count());
    let connectors = connectors.into_iter().map(|(id, _)| *id).collect();
    Some(Standing { steps, connectors, of: view.steps.len(), owned })
}

/// The steps and stages of the decisions in which a role has a part.
#[derive(Default)]
struct Decided {
    steps: BTreeSet<StepId>,
    stages: BTreeSet<StageId>,
}

impl Decided {
    fn by(document: &Document, role: RoleId) -> Self {
        let mut decided = Self::default();
        let held = document.held_by_role(role).decisions;
        for decision in held.into_iter().filter_map(|id| document.get(id)) {
            decided.steps.extend(&decision.steps);
            if decision.steps.is_empty() {
                decided.stages.extend(&decision.stages);
            }
        }
        decided
    }

    fn has(&self, id: StepId, step: &Step) -> bool {
        self.steps.contains(&id) || self.stages.contains(&step.stage)
    }
}

fn is_for(document: &Document, step: &Step, customer: Option<&Customer>) -> bool {
    let of_segment = |id: &PersonaId, segment: &Title| {
        document.get(*id).is_some_and(|it| it.segment.as_ref() == Some(segment))
    };
    match customer {
        _ if step.personas.is_empty() => true,
        None => true,
        Some(Customer::Persona(id)) => step.personas.contains(id),
        Some(Customer::Segment(segment)) => step.personas.iter().any(|id| of_segment(id, segment)),
    }
}

fn goes_through(step: &Step, channel: Option<ChannelId>) -> bool {
    channel.is_none_or(|channel| step.channels().any(|it| it == channel))
}

impl Standing {
    /// How much stands out: *6 of 60 steps*, and for a role *6 of 60 steps, 2 handoffs*.
    pub(crate) fn words(&self) -> String {
        let steps = format!("{} of {} steps", self.steps.len(), self.of);
        match self.owned {
            Some(1) => format!("{steps}, 1 handoff"),
            Some(owned) => format!("{steps}, {owned} handoffs"),
            None => steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, MapKey, Title, notation};

    use super::{Customer, Filter, standing_out};

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\nrole a \"Advisor\"\nrole d \"Dispatcher\"\nrole l \"Lead\"\n\
            channel phone \"Phone\" kind=assisted\nchannel web \"Web\" kind=digital\n\
            persona p \"Pat\" segment=\"Homes\"\npersona q \"Quinn\" segment=\"Firms\"\n\
            journey j \"Repair\"\nmap j as-lived\nstage s \"Only\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage role=a\n\
            lane di \"Dispatch\" kind=backstage role=d\n\
            step calls \"Calls\" at=s/cu channel=phone letters=l:I\nstep logs \"Logs\" at=s/ce channel=phone personas=p\n\
            step plans \"Plans\" at=s/di personas=q\nstep sends \"Sends\" at=s/di channel=web\n\
            flow calls -> logs\nflow logs -> plans owner=d\nflow plans -> sends\ndecision \"Send it\" step=sends decider=l\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn map(document: &Document) -> MapKey {
        document.map_of_step(*document.steps().keys().next().unwrap()).unwrap()
    }

    /// The titles of what stands out, connectors as pairs, and the words for it.
    fn seen(document: &Document, filter: &Filter) -> (Vec<String>, String) {
        let standing = standing_out(document, map(document), filter).unwrap();
        let title = |id: opmap_model::StepId| document.get(id).map(|it| it.title.to_string()).unwrap();
        let steps = document.steps_of_map(map(document)).into_iter();
        let steps = steps.filter(|(id, _)| standing.steps.contains(id)).map(|(_, it)| it.title.to_string());
        let connectors = document.map_view(map(document)).connectors.into_iter();
        let connectors = connectors
            .filter(|(id, _)| standing.connectors.contains(id))
            .map(|(_, it)| format!("{}-{}", title(it.from), title(it.to)));
        (steps.chain(connectors).collect(), standing.words())
    }

    #[test]
    fn without_a_filter_everything_is_equal() {
        assert_eq!(standing_out(&document(), map(&document()), &Filter::default()), None);
    }

    #[test]
    fn a_persona_is_served_by_the_steps_that_name_it_and_by_those_that_name_none() {
        let document = document();
        let persona = document.personas_in_order()[0].0;
        let filter = Filter { customer: Some(Customer::Persona(persona)), ..Filter::default() };
        let (names, words) = seen(&document, &filter);
        assert_eq!(names, ["Calls", "Logs", "Sends", "Calls-Logs"]);
        assert_eq!(words, "3 of 4 steps");
        let segment = Customer::Segment(Title::new("Firms").unwrap());
        let filter = Filter { customer: Some(segment), ..Filter::default() };
        assert_eq!(seen(&document, &filter).0, ["Calls", "Plans", "Sends", "Plans-Sends"]);
    }

    #[test]
    fn a_channel_leaves_what_goes_through_it() {
        let document = document();
        let channel = document.channels_in_order()[0].0;
        let filter = Filter { channel: Some(channel), ..Filter::default() };
        assert_eq!(seen(&document, &filter).0, ["Calls", "Logs", "Calls-Logs"]);
    }

    #[test]
    fn a_role_stands_for_what_it_does_answers_for_and_decides_and_the_handoffs_it_owns() {
        let document = document();
        let role = document.roles_in_order()[1].0;
        let filter = Filter { role: Some(role), ..Filter::default() };
        let (names, words) = seen(&document, &filter);
        assert_eq!(names, ["Plans", "Sends", "Logs-Plans", "Plans-Sends"]);
        assert_eq!(words, "2 of 4 steps, 1 handoff");
        let role = document.roles_in_order()[2].0;
        let filter = Filter { role: Some(role), ..Filter::default() };
        assert_eq!(
            seen(&document, &filter),
            (vec!["Calls".to_owned(), "Sends".to_owned()], "2 of 4 steps, 0 handoffs".to_owned())
        );
    }

    #[test]
    fn several_must_hold_together() {
        let document = document();
        let (role, channel) = (document.roles_in_order()[1].0, document.channels_in_order()[1].0);
        let filter = Filter { role: Some(role), channel: Some(channel), ..Filter::default() };
        assert_eq!(
            seen(&document, &filter),
            (vec!["Sends".to_owned()], "1 of 4 steps, 0 handoffs".to_owned())
        );
    }

    #[test]
    fn what_is_gone_is_not_looked_for() {
        let document = document();
        let gone = opmap_model::RoleId(uuid::Uuid::from_u128(9_999));
        let filter = Filter { role: Some(gone), ..Filter::default() };
        assert_eq!(standing_out(&document, map(&document), &filter), None);
    }
}
