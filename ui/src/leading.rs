//! Leading to a record: to the station that shows it, and to its place there.

use leptos::prelude::*;
use opmap_model::{
    ChannelId, Document, HealthQuestionId, ItSystemId, JourneyId, MapKey, ParticipantId, PersonaId, RecordId,
    RoleId, Shift, State, Subject,
};

use crate::actions::{ActionsState, Segment};
use crate::charter::{ChosenChannel, ChosenParticipant, ChosenPersona, ChosenRole, ChosenSystem};
use crate::decisions::DecisionsState;
use crate::editor::{Editor, editor};
use crate::frame::Station;
use crate::map::{Filter, MapState, Selection};
use crate::matrix::MatrixState;
use crate::roadmap::RoadmapState;
use crate::shifts::ShiftsState;

/// Where some records are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// On a map.
    Map(MapKey, Selection),
    /// In a row of the matrix, in the column of a role where one is named. Activities are on every map's matrix.
    Row { map: Option<MapKey>, subject: Subject, role: Option<RoleId> },
    /// At the head of a column of the matrix.
    Column(RoleId),
    /// In the register of roles.
    Role(RoleId),
    /// In the register of participants.
    Participant(ParticipantId),
    /// In the register of personas.
    Persona(PersonaId),
    /// In the catalogue of channels.
    Channel(ChannelId),
    /// In the register of systems.
    ItSystem(ItSystemId),
    /// Among the decisions of a map, or beside them in the recovery matrix, which is that of the workshop.
    Decisions(Option<MapKey>),
    /// Where the room scores a shift.
    Shift(Shift),
    /// In the health check.
    Question(HealthQuestionId, Shift),
    /// In a register of the Actions station.
    Actions(RecordId),
    /// On the roadmap.
    Roadmap(RecordId),
    /// On the Report station.
    Report,
    /// In the charter.
    Charter,
}

impl Target {
    /// Where `records`, the main one first, are shown for someone who is at `station`: what has a place there stays
    /// there.
    pub(crate) fn of(document: &Document, records: &[RecordId], station: Station) -> Self {
        let on_matrix = station == Station::Matrix;
        let row = |map, subject| Self::Row { map, subject, role: named_role(records) };
        match records.first().copied() {
            Some(RecordId::Step(id)) if on_matrix && document.get(id).is_some() => {
                row(document.map_of_step(id), Subject::Step(id))
            }
            Some(RecordId::Activity(id)) => row(None, Subject::Activity(id)),
            Some(RecordId::Role(id)) if on_matrix => Self::Column(id),
            Some(RecordId::Role(id)) => Self::Role(id),
            Some(RecordId::Participant(id)) => Self::Participant(id),
            Some(RecordId::Persona(id)) => Self::Persona(id),
            Some(RecordId::Channel(id)) => Self::Channel(id),
            Some(RecordId::ItSystem(id)) => Self::ItSystem(id),
            Some(RecordId::Journey(journey)) => {
                Self::Map(MapKey { journey, state: State::AsLived }, Selection::None)
            }
            Some(RecordId::Decision(id)) => {
                Self::Decisions(document.get(id).and_then(|it| document.map_of_decision(it)))
            }
            Some(RecordId::Logo(_)) => Self::Report,
            Some(record @ (RecordId::Milestone(_) | RecordId::Workstream(_))) => Self::Roadmap(record),
            // What is about several at once is about how they wait for each other (Q6).
            Some(record @ RecordId::Recommendation(_))
                if station == Station::Roadmap || matches!(records, [_, RecordId::Recommendation(_), ..]) =>
            {
                Self::Roadmap(record)
            }
            Some(record) if Segment::of(record).is_some() => Self::Actions(record),
            Some(RecordId::Disruption(_) | RecordId::CustomerGroup(_)) => Self::Decisions(None),
            Some(RecordId::HealthQuestion(id)) if document.get(id).is_some() => {
                Self::Question(id, document.get(id).map_or(Shift::Roles, |it| it.shift))
            }
            first => match first.and_then(|it| shift_of(document, it)) {
                Some(shift) => Self::Shift(shift),
                None => match Selection::of_touched(document, records) {
                    Some((map, selection)) => Self::Map(map, selection),
                    None => Self::Charter,
                },
            },
        }
    }

    /// The station that it is on.
    pub(crate) fn station(&self) -> Station {
        match self {
            Self::Map(..) => Station::Map,
            Self::Row { .. } | Self::Column(_) => Station::Matrix,
            Self::Decisions(_) => Station::Decisions,
            Self::Shift(_) | Self::Question(..) => Station::Shifts,
            Self::Actions(_) => Station::Actions,
            Self::Roadmap(_) => Station::Roadmap,
            Self::Report => Station::Report,
            Self::Role(_)
            | Self::Participant(_)
            | Self::Persona(_)
            | Self::Channel(_)
            | Self::ItSystem(_)
            | Self::Charter => Station::Charter,
        }
    }

    /// Whether it is shown while `map` is.
    pub(crate) fn is_on(&self, map: Option<MapKey>) -> bool {
        match self {
            Self::Map(of, Selection::None) => map.is_some_and(|it| it.journey == of.journey),
            Self::Map(of, _) | Self::Row { map: Some(of), .. } | Self::Decisions(Some(of)) => {
                map == Some(*of)
            }
            Self::Row { map: None, .. }
            | Self::Decisions(None)
            | Self::Column(_)
            | Self::Shift(_)
            | Self::Question(..)
            | Self::Role(_)
            | Self::Participant(_)
            | Self::Persona(_)
            | Self::Channel(_)
            | Self::ItSystem(_)
            | Self::Actions(_)
            | Self::Roadmap(_)
            | Self::Report
            | Self::Charter => true,
        }
    }
}

/// The first role of a finding, which tells the cell.
fn named_role(records: &[RecordId]) -> Option<RoleId> {
    records.iter().find_map(|it| match it {
        RecordId::Role(id) => Some(*id),
        _ => None,
    })
}

/// The shift that a record is about, if it is about one. That of an assessment is known even while nothing is set.
pub(crate) fn shift_of(document: &Document, record: RecordId) -> Option<Shift> {
    match record {
        RecordId::Round(id) => document.get(id).map(|it| it.shift),
        RecordId::HealthQuestion(id) => document.get(id).map(|it| it.shift),
        other => other.shift(),
    }
}

/// What a record is called; a card by its step.
pub(crate) fn name_of(document: &Document, record: RecordId) -> Option<String> {
    match record {
        RecordId::Card(id) => document.record_name(RecordId::Step(document.get(id)?.step)),
        other => document.record_name(other),
    }
}

/// Leads to records; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Leading {
    editor: Editor,
    station: RwSignal<Station>,
    map_state: MapState,
    matrix: MatrixState,
    decisions: DecisionsState,
    shifts: ShiftsState,
    actions: ActionsState,
    roadmap: RoadmapState,
    role: ChosenRole,
    participant: ChosenParticipant,
    persona: ChosenPersona,
    channel: ChosenChannel,
    system: ChosenSystem,
}

impl Leading {
    /// For the frame, which has provided all of it.
    pub(crate) fn new() -> Self {
        Self {
            editor: editor(),
            station: expect_context(),
            map_state: expect_context(),
            matrix: expect_context(),
            decisions: expect_context(),
            shifts: expect_context(),
            actions: expect_context(),
            roadmap: expect_context(),
            role: expect_context(),
            participant: expect_context(),
            persona: expect_context(),
            channel: expect_context(),
            system: expect_context(),
        }
    }

    /// Shows records and gives them the keyboard.
    pub(crate) fn go(self, records: &[RecordId]) {
        match self.lead_to(records) {
            Target::Map(..) => self.map_state.focus_wanted.notify(),
            Target::Row { .. } | Target::Column(_) => self.matrix.focus_wanted.notify(),
            Target::Shift(_) => self.shifts.focus_wanted.notify(),
            // The health check takes the keyboard when it is shown.
            Target::Question(..) => {}
            Target::Role(_) => self.role.focus(),
            Target::Participant(_) => self.participant.focus(),
            Target::Persona(_) => self.persona.focus(),
            Target::Channel(_) => self.channel.focus(),
            Target::ItSystem(_) => self.system.focus(),
            // These take the keyboard when they are shown.
            Target::Decisions(_)
            | Target::Actions(_)
            | Target::Roadmap(_)
            | Target::Report
            | Target::Charter => {}
        }
    }

    /// Shows records, the main one first; the keyboard stays where it is.
    pub(crate) fn show(self, records: &[RecordId]) {
        self.lead_to(records);
    }

    fn lead_to(self, records: &[RecordId]) -> Target {
        let station = self.station.get_untracked();
        let target = self.editor.peek(|document| Target::of(document, records, station));
        if station != target.station() {
            self.station.set(target.station());
        }
        match target.clone() {
            Target::Map(map, Selection::None) => self.show_journey(map.journey),
            Target::Map(map, selection) => {
                self.show_map(map);
                self.map_state.selection.set(selection);
                self.map_state.reveal_wanted.notify();
            }
            Target::Row { map, subject, role } => {
                if let Some(map) = map {
                    self.show_map(map);
                }
                self.matrix.show_row(subject, role);
            }
            Target::Column(role) => self.matrix.show_column(role),
            Target::Role(id) => self.role.choose(id),
            Target::Participant(id) => self.participant.choose(id),
            Target::Persona(id) => self.persona.choose(id),
            Target::Channel(id) => self.channel.choose(id),
            Target::ItSystem(id) => self.system.choose(id),
            Target::Decisions(_) => self.decisions.reveal_records(records),
            Target::Shift(shift) => self.shifts.show(shift),
            Target::Question(id, shift) => self.shifts.show_question(id, shift),
            Target::Actions(record) => self.actions.reveal(record),
            Target::Roadmap(record) => self.roadmap.reveal(record),
            Target::Report | Target::Charter => {}
        }
        target
    }

    /// Lets what a role has to do with stand out on the map.
    pub(crate) fn show_role_on_map(self, role: RoleId) {
        self.map_state.comparing.set(false);
        self.map_state.filter.set(Filter { role: Some(role), ..Filter::default() });
        self.station.set(Station::Map);
        self.map_state.focus_wanted.notify();
    }

    fn show_map(self, map: MapKey) {
        self.map_state.comparing.set(false);
        if self.map_state.map.get_untracked() != Some(map) {
            self.map_state.selection.set(Selection::None);
            self.map_state.map.set(Some(map));
        }
    }

    /// The journey itself is what one sees of a map on which nothing is selected.
    fn show_journey(self, journey: JourneyId) {
        let shown = self.map_state.map.get_untracked().filter(|it| it.journey == journey);
        self.show_map(shown.unwrap_or(MapKey { journey, state: State::AsLived }));
        self.map_state.selection.set(Selection::None);
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, RecordId, Shift, Subject, notation};

    use super::{Target, name_of};
    use crate::frame::Station;

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\nrole a \"Advisor\"\nchannel p \"Phone\"\nparticipant g \"Guest\"\nactivity r \"Review\"\njourney j \"Repair\"\nmap j to-be\n\
            stage s \"Only\"\nlane l \"Centre\" kind=frontstage\nstep one \"Answer\" at=s/l\n\
            step two \"Measure\" at=s/l\nflow one -> two\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn a_step_is_shown_where_one_is_and_a_role_in_its_column_or_in_its_register() {
        let document = document();
        let step = *document.steps().keys().next().unwrap();
        let role = document.roles_in_order()[0].0;
        let both = [RecordId::Step(step), RecordId::Role(role)];
        let of = |records: &[RecordId], station| Target::of(&document, records, station);
        let map = document.map_of_step(step);
        assert_eq!(
            of(&both, Station::Matrix),
            Target::Row { map, subject: Subject::Step(step), role: Some(role) }
        );
        assert!(matches!(of(&both, Station::Charter), Target::Map(of, _) if Some(of) == map));
        assert_eq!(of(&both[1..], Station::Matrix), Target::Column(role));
        assert_eq!(of(&both[1..], Station::Map), Target::Role(role));
        let guest = *document.participants().keys().next().unwrap();
        let guest = of(&[RecordId::Participant(guest)], Station::Map);
        assert_eq!((guest.station(), guest.is_on(map)), (Station::Charter, true));
        let phone = document.channels_in_order()[0].0;
        let entry = of(&[RecordId::Channel(phone)], Station::Map);
        assert_eq!((&entry, entry.station()), (&Target::Channel(phone), Station::Charter));
        let activity = *document.activities().keys().next().unwrap();
        let row = of(&[RecordId::Activity(activity)], Station::Map);
        assert_eq!((row.station(), row.is_on(None)), (Station::Matrix, true));
    }

    #[test]
    fn what_is_said_of_a_shift_is_shown_where_it_is_scored() {
        let document = document();
        let record = RecordId::Assessment(Shift::Metrics.assessment_id());
        let target = Target::of(&document, &[record], Station::Map);
        assert_eq!((&target, target.station()), (&Target::Shift(Shift::Metrics), Station::Shifts));
        assert_eq!(name_of(&document, record).as_deref(), Some("Metrics and service levels"));
    }

    #[test]
    fn a_connector_is_called_by_its_ends() {
        let document = document();
        let connector = *document.connectors().keys().next().unwrap();
        assert_eq!(name_of(&document, RecordId::Connector(connector)).as_deref(), Some("Answer → Measure"));
    }

    #[test]
    fn what_waits_for_each_other_is_shown_on_the_roadmap_and_one_recommendation_where_one_is() {
        let mut next = 0;
        let text = "workshop \"W\"\nworkstream w \"Own\"\nrecommendation a \"A\" timing=wave2\n\
            recommendation b \"B\" timing=wave1 depends-on=a\nmilestone \"Known\"\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let found = opmap_analysis::analyze(&document).findings;
        let early = found.iter().find(|it| it.rule == "Q6").unwrap();
        let of = |records: &[RecordId], station| Target::of(&document, records, station);
        let main = early.records[0];
        assert_eq!(of(&early.records, Station::Map), Target::Roadmap(main));
        assert_eq!(of(&[main], Station::Roadmap), Target::Roadmap(main));
        assert_eq!(of(&[main], Station::Map), Target::Actions(main));
        for record in [
            RecordId::Milestone(document.milestones_in_order()[0].0),
            RecordId::Workstream(document.workstreams_in_order()[0].0),
        ] {
            assert_eq!(of(&[record], Station::Map), Target::Roadmap(record));
        }
    }
}
