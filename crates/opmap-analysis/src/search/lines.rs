//! Which texts of a workshop are searched. A further one is a line here and a word in [`Part`].

use opmap_model::{Connector, Document, Keyword, Lane, MapKey, RecordId, RoleId, State, Step, Text, Title};

/// Which text of a record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What it is called; the label of a connector.
    Title,
    /// What else is said of it.
    Note,
    /// A channel it goes through.
    Channel,
    /// A system it is done with.
    System,
    /// A persona it is for.
    Persona,
    /// A quote, a pain point or an observation.
    Card,
    /// What is done when it goes wrong.
    Recovery,
    /// The role that performs a lane, or owns a handoff or a journey.
    Role,
    /// The function of a lane or a role.
    Function,
    /// The rule that an automated step follows.
    Rule,
    /// What was agreed with the supplier or partner of a lane.
    Contract,
    /// What a supplier or partner for a lane is chosen by.
    Criteria,
    /// What a channel is there for.
    Purpose,
    /// The part of the market that a persona stands for.
    Segment,
    /// What a persona needs.
    Needs,
    /// What sets a handoff off.
    Trigger,
    /// What a handoff passes on.
    Information,
    /// How a handoff is acknowledged.
    Acknowledgement,
    /// What a piece of evidence says, with its code.
    Evidence,
    /// Where evidence is from.
    Source,
    /// What a finding says, with its code.
    Finding,
    /// Why it should be done, or was chosen; why a lane is dedicated or shared.
    Reason,
    /// What is gone through when a forum meets.
    Agenda,
    /// What could be done, or what was chosen of it.
    Option,
    /// What is done about a risk, an assumption or a constraint.
    Response,
}

impl Part {
    /// The word for it, in small letters.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "name",
            Self::Note => "note",
            Self::Channel => "channel",
            Self::System => "system",
            Self::Persona => "persona",
            Self::Card => "card",
            Self::Recovery => "recovery",
            Self::Role => "role",
            Self::Function => "function",
            Self::Rule => "rule",
            Self::Contract => "contract",
            Self::Criteria => "criteria for partners",
            Self::Purpose => "purpose",
            Self::Segment => "segment",
            Self::Needs => "needs",
            Self::Trigger => "trigger",
            Self::Information => "information",
            Self::Acknowledgement => "acknowledgement",
            Self::Evidence => "evidence",
            Self::Source => "source",
            Self::Finding => "finding",
            Self::Reason => "reason",
            Self::Agenda => "agenda",
            Self::Option => "options",
            Self::Response => "response",
        }
    }
}

/// What is done with each text.
type Tell<'a> = dyn FnMut(RecordId, Part, Option<MapKey>, &str) + 'a;

/// Tells every text that is searched, in the order in which hits are told.
pub(super) fn each(document: &Document, tell: &mut Tell<'_>) {
    let role = |id: Option<RoleId>| id.and_then(|it| document.get(it)).map(|it| it.title.as_str());
    let cards = document.cards_by_step();
    for (id, journey) in document.journeys_in_order() {
        let parts = [(Part::Title, Some(journey.title.as_str())), (Part::Role, role(journey.owner))];
        tell_all(RecordId::Journey(id), None, parts, tell);
        for map in State::ALL.iter().map(|state| MapKey { journey: id, state: *state }) {
            let view = document.map_view(map);
            for (id, it) in view.stages {
                tell_all(RecordId::Stage(id), Some(map), [(Part::Title, Some(it.title.as_str()))], tell);
            }
            for (id, it) in view.lanes {
                tell_all(RecordId::Lane(id), Some(map), lane(it, role(it.role)), tell);
            }
            for (id, it) in view.steps {
                tell_all(RecordId::Step(id), Some(map), step(document, it), tell);
                let cards = cards.get(&id).into_iter().flatten().map(|(_, it)| it.text.as_str());
                tell_all(RecordId::Step(id), Some(map), cards.map(|it| (Part::Card, Some(it))), tell);
            }
            for (id, it) in view.connectors {
                tell_all(RecordId::Connector(id), Some(map), connector(it, role(it.owner)), tell);
            }
        }
    }
    charter(document, tell);
    for (id, it) in document.evidence_in_order() {
        let words = format!("{} {}", it.code(), it.text);
        let source = it.source.as_ref().map(Title::as_str);
        let parts = [(Part::Evidence, Some(words.as_str())), (Part::Source, source)];
        tell_all(RecordId::Evidence(id), None, parts, tell);
    }
    for (id, it) in document.findings_in_order() {
        let words = format!("{} {}", it.code(), it.title);
        let note = it.note.as_ref().map(Text::as_str);
        let parts = [(Part::Finding, Some(words.as_str())), (Part::Note, note)];
        tell_all(RecordId::KeptFinding(id), None, parts, tell);
    }
    logs(document, tell);
}

/// The registers that maps name something of, whether one does or not.
fn charter(document: &Document, tell: &mut Tell<'_>) {
    for (id, it) in document.roles_in_order() {
        let function = it.function.as_ref().map(Title::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Function, function)];
        tell_all(RecordId::Role(id), None, parts, tell);
    }
    for (id, it) in document.channels_in_order() {
        let purpose = it.purpose.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Purpose, purpose)];
        tell_all(RecordId::Channel(id), None, parts, tell);
    }
    for (id, it) in document.it_systems_in_order() {
        let note = it.note.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Note, note)];
        tell_all(RecordId::ItSystem(id), None, parts, tell);
    }
    for (id, it) in document.personas_in_order() {
        let parts = [
            (Part::Title, Some(it.title.as_str())),
            (Part::Segment, it.segment.as_ref().map(Title::as_str)),
            (Part::Needs, it.needs.as_ref().map(Text::as_str)),
            (Part::Note, it.note.as_ref().map(Text::as_str)),
        ];
        tell_all(RecordId::Persona(id), None, parts, tell);
    }
}

/// What is decided, recommended and kept beside it.
fn logs(document: &Document, tell: &mut Tell<'_>) {
    for (id, it) in document.decisions_in_order() {
        let note = it.note.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Note, note)];
        tell_all(RecordId::Decision(id), None, parts, tell);
    }
    for (id, it) in document.recommendations_in_order() {
        let words = format!("{} {}", it.code(), it.title);
        let rationale = it.rationale.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(words.as_str())), (Part::Reason, rationale)];
        tell_all(RecordId::Recommendation(id), None, parts, tell);
    }
    for (id, it) in document.forums_in_order() {
        let agenda = it.agenda.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Agenda, agenda)];
        tell_all(RecordId::Forum(id), None, parts, tell);
    }
    for (id, it) in document.choices_in_order() {
        let parts = [
            (Part::Title, Some(it.title.as_str())),
            (Part::Option, it.options.as_ref().map(Text::as_str)),
            (Part::Option, it.chosen.as_ref().map(Title::as_str)),
            (Part::Reason, it.reason.as_ref().map(Text::as_str)),
        ];
        tell_all(RecordId::Choice(id), None, parts, tell);
    }
    for (id, it) in document.concerns_in_order() {
        let response = it.response.as_ref().map(Text::as_str);
        let parts = [(Part::Title, Some(it.title.as_str())), (Part::Response, response)];
        tell_all(RecordId::Concern(id), None, parts, tell);
    }
}

fn lane<'a>(lane: &'a Lane, role: Option<&'a str>) -> [(Part, Option<&'a str>); 6] {
    let words = |text: &'a Option<Text>| text.as_ref().map(Text::as_str);
    [
        (Part::Title, Some(lane.title.as_str())),
        (Part::Role, role),
        (Part::Function, lane.function.as_ref().map(Title::as_str)),
        (Part::Reason, words(&lane.rationale)),
        (Part::Contract, words(&lane.contract)),
        (Part::Criteria, words(&lane.partner_criteria)),
    ]
}

fn step<'a>(document: &'a Document, step: &'a Step) -> impl Iterator<Item = (Part, Option<&'a str>)> {
    let own = [
        (Part::Title, Some(step.title.as_str())),
        (Part::Note, step.note.as_ref().map(Text::as_str)),
        (Part::Note, step.internal_note.as_ref().map(Text::as_str)),
        (Part::Recovery, step.recovery.as_ref().map(Text::as_str)),
        (Part::Recovery, step.fallback.as_ref().map(Text::as_str)),
        (Part::Rule, step.rule.as_ref().map(Text::as_str)),
    ];
    let channels = step.channels().filter_map(|id| document.get(id));
    let systems = step.systems.iter().filter_map(|id| document.get(*id));
    let personas = step.personas.iter().filter_map(|id| document.get(*id));
    own.into_iter()
        .chain(channels.map(|it| (Part::Channel, Some(it.title.as_str()))))
        .chain(systems.map(|it| (Part::System, Some(it.title.as_str()))))
        .chain(personas.map(|it| (Part::Persona, Some(it.title.as_str()))))
}

fn connector<'a>(connector: &'a Connector, owner: Option<&'a str>) -> [(Part, Option<&'a str>); 5] {
    let words = |title: &'a Option<Title>| title.as_ref().map(Title::as_str);
    [
        (Part::Title, words(&connector.label)),
        (Part::Trigger, words(&connector.trigger)),
        (Part::Information, words(&connector.information)),
        (Part::Role, owner),
        (Part::Acknowledgement, words(&connector.acknowledgement)),
    ]
}

fn tell_all<'a>(
    record: RecordId,
    map: Option<MapKey>,
    parts: impl IntoIterator<Item = (Part, Option<&'a str>)>,
    tell: &mut Tell<'_>,
) {
    for (part, text) in parts {
        if let Some(text) = text {
            tell(record, part, map, text);
        }
    }
}
