//! The names of records in a text.

use std::collections::BTreeMap;

use crate::{
    ChannelId, CounterpartId, Document, ItSystemId, JourneyId, Keyword, MapKey, PersonaId, RecommendationId,
    RoleId, State, WorkstreamId,
};

/// The numbers by which records are named in one text.
pub(super) struct Handles {
    roles: BTreeMap<RoleId, usize>,
    channels: BTreeMap<ChannelId, usize>,
    it_systems: BTreeMap<ItSystemId, usize>,
    personas: BTreeMap<PersonaId, usize>,
    workstreams: BTreeMap<WorkstreamId, usize>,
    recommendations: BTreeMap<RecommendationId, usize>,
    elements: BTreeMap<(JourneyId, &'static str, CounterpartId), usize>,
}

impl Handles {
    pub(super) fn new(document: &Document) -> Self {
        let mut elements = BTreeMap::new();
        let mut counts: BTreeMap<(JourneyId, &'static str), usize> = BTreeMap::new();
        for (journey, _) in document.journeys_in_order() {
            let mut number = |kind: &'static str, counterpart| {
                elements.entry((journey, kind, counterpart)).or_insert_with(|| {
                    let count = counts.entry((journey, kind)).or_default();
                    *count += 1;
                    *count
                });
            };
            for state in State::ALL {
                let view = document.map_view(MapKey { journey, state: *state });
                view.stages.iter().for_each(|(_, it)| number("stage", it.counterpart));
                view.lanes.iter().for_each(|(_, it)| number("lane", it.counterpart));
                view.steps.iter().for_each(|(_, it)| number("step", it.counterpart));
            }
        }
        Self {
            roles: numbered(document.roles_in_order()),
            channels: numbered(document.channels_in_order()),
            it_systems: numbered(document.it_systems_in_order()),
            personas: numbered(document.personas_in_order()),
            workstreams: numbered(document.workstreams_in_order()),
            recommendations: numbered(document.recommendations_in_order()),
            elements,
        }
    }

    pub(super) fn role(&self, id: RoleId) -> String {
        format!("r{}", self.roles.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn channel(&self, id: ChannelId) -> String {
        format!("ch{}", self.channels.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn it_system(&self, id: ItSystemId) -> String {
        format!("sy{}", self.it_systems.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn persona(&self, id: PersonaId) -> String {
        format!("pe{}", self.personas.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn workstream(&self, id: WorkstreamId) -> String {
        format!("ws{}", self.workstreams.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn recommendation(&self, id: RecommendationId) -> String {
        format!("re{}", self.recommendations.get(&id).copied().unwrap_or_default())
    }

    pub(super) fn element(
        &self,
        journey: JourneyId,
        kind: &'static str,
        counterpart: CounterpartId,
    ) -> String {
        let number = self.elements.get(&(journey, kind, counterpart)).copied().unwrap_or_default();
        format!("{}{number}", &kind[..2])
    }
}

/// The place of each record, from 1.
fn numbered<I: Ord, R>(records: Vec<(I, &R)>) -> BTreeMap<I, usize> {
    records.into_iter().zip(1..).map(|((id, _), number)| (id, number)).collect()
}
