//! A step: one box on the map.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::tables::References;
use crate::{
    ChannelId, Clock, CounterpartId, EvidenceGrade, ItSystemId, Keyword, LaneId, Letters, MapKey, Performer,
    Permille, PersonaId, Rank, RecordId, Refusal, Seconds, Sentiment, StageId, StepId, Text, Title, ValueTag,
    counterparts, tables,
};

/// What happens in one stage, done by one lane. Where it is drawn follows from that (B9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The column it belongs to.
    pub stage: StageId,
    /// The row it belongs to; of the same map as the stage.
    pub lane: LaneId,
    /// Where it stands among the steps of its cell.
    pub rank: Rank,
    /// What it shares with its counterparts in the other states.
    pub counterpart: CounterpartId,
    /// What it is called.
    pub title: Title,
    /// What sort of step it is.
    pub kind: StepKind,
    /// The primary channel that it goes through (B4).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub channel: Option<ChannelId>,
    /// Further channels that it can go through (B4).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub other_channels: BTreeSet<ChannelId>,
    /// The systems that it is done with.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub systems: BTreeSet<ItSystemId>,
    /// The personas that it is for; none named is all.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub personas: BTreeSet<PersonaId>,
    /// Who or what does it, where that is not what its lane says.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub performer: Option<Performer>,
    /// How the customer feels about it (B8).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub sentiment: Option<Sentiment>,
    /// Whether the customer stays or leaves by it (B5).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub moment_of_truth: bool,
    /// Whether it is known to go wrong (B6).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub fail_point: bool,
    /// Whether it is a control, or the approval of what someone else has done (R17).
    pub control: bool,
    /// What puts it right when it has gone wrong (B6).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub recovery: Option<Text>,
    /// What happens when automation fails (B7).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub fallback: Option<Text>,
    /// The rule that an automated step, or its model, follows.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub rule: Option<Text>,
    /// How long it is worked on.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub work_secs: Option<Seconds>,
    /// How long it waits before it is worked on.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub wait_secs: Option<Seconds>,
    /// Which hours the two durations count (H10).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub clock: Option<Clock>,
    /// How often it is right the first time (H6).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub first_time_right: Option<Permille>,
    /// How often it happens in a month.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub volume_per_month: Option<u32>,
    /// What it is worth to the customer.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub value: Option<ValueTag>,
    /// How well what is said of it is known (B8).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub evidence: Option<EvidenceGrade>,
    /// Who does it, answers for it, is asked and is told; beside the letters of its lane (R20).
    #[serde(default, skip_serializing_if = "is_unset")]
    pub letters: Letters,
    /// What else is to be said, in the report too.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub note: Option<Text>,
    /// What else is to be said among those who hold the workshop; never in the report.
    #[serde(default, skip_serializing_if = "is_unset")]
    pub internal_note: Option<Text>,
}

/// Whether a value is what it is when nobody has set it; such values are left out of serialised steps.
fn is_unset<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What sort of step it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Customer and company meet.
    Touchpoint,
    /// Someone does something.
    Activity,
    /// The way parts.
    Decision,
    /// Nothing happens until something else does.
    Wait,
    /// A system does it.
    Automated,
}

/// One part of a step, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepField {
    /// Its name.
    Title(Title),
    /// Its sort.
    Kind(StepKind),
    /// Its primary channel.
    Channel(Option<ChannelId>),
    /// Whether a channel is one of its further ones.
    OtherChannel(ChannelId, bool),
    /// Whether a system is one of those it is done with.
    System(ItSystemId, bool),
    /// Whether a persona is one of those it is for.
    Persona(PersonaId, bool),
    /// Who or what does it.
    Performer(Option<Performer>),
    /// How the customer feels about it.
    Sentiment(Option<Sentiment>),
    /// Whether it is a moment of truth.
    MomentOfTruth(bool),
    /// Whether it is a fail point.
    FailPoint(bool),
    /// Whether it is a control.
    Control(bool),
    /// What puts it right.
    Recovery(Option<Text>),
    /// What happens when automation fails.
    Fallback(Option<Text>),
    /// The rule that automation follows.
    Rule(Option<Text>),
    /// How long it is worked on.
    Work(Option<Seconds>),
    /// How long it waits.
    Wait(Option<Seconds>),
    /// Which hours its durations count.
    Clock(Option<Clock>),
    /// How often it is right the first time.
    FirstTimeRight(Option<Permille>),
    /// How often it happens in a month.
    Volume(Option<u32>),
    /// What it is worth to the customer.
    Value(Option<ValueTag>),
    /// How well what is said of it is known.
    Evidence(Option<EvidenceGrade>),
    /// Its note.
    Note(Option<Text>),
    /// Its note for those who hold the workshop.
    InternalNote(Option<Text>),
}

impl Step {
    /// An activity with a title, that is its own first counterpart.
    #[must_use]
    pub fn new(id: StepId, stage: StageId, lane: LaneId, title: Title) -> Self {
        Self {
            stage,
            lane,
            rank: Rank::default(),
            counterpart: CounterpartId(id.0),
            title,
            kind: StepKind::Activity,
            channel: None,
            other_channels: BTreeSet::new(),
            systems: BTreeSet::new(),
            personas: BTreeSet::new(),
            performer: None,
            sentiment: None,
            moment_of_truth: false,
            fail_point: false,
            control: false,
            recovery: None,
            fallback: None,
            rule: None,
            work_secs: None,
            wait_secs: None,
            clock: None,
            first_time_right: None,
            volume_per_month: None,
            value: None,
            evidence: None,
            letters: Letters::none(),
            note: None,
            internal_note: None,
        }
    }

    /// Every channel that it can go through, the primary one first.
    pub fn channels(&self) -> impl Iterator<Item = ChannelId> + '_ {
        self.channel.into_iter().chain(self.other_channels.iter().copied())
    }

    fn set(&mut self, field: StepField) {
        match field {
            StepField::Title(it) => self.title = it,
            StepField::Kind(it) => self.kind = it,
            StepField::Channel(it) => {
                self.channel = it;
                // What is the primary channel is not a further one too.
                self.other_channels.retain(|other| Some(*other) != it);
            }
            StepField::OtherChannel(id, on) => {
                belongs(&mut self.other_channels, id, on && self.channel != Some(id));
            }
            StepField::System(id, on) => belongs(&mut self.systems, id, on),
            StepField::Persona(id, on) => belongs(&mut self.personas, id, on),
            StepField::Performer(it) => self.performer = it,
            StepField::Sentiment(it) => self.sentiment = it,
            StepField::MomentOfTruth(it) => self.moment_of_truth = it,
            StepField::FailPoint(it) => self.fail_point = it,
            StepField::Control(it) => self.control = it,
            StepField::Recovery(it) => self.recovery = it,
            StepField::Fallback(it) => self.fallback = it,
            StepField::Rule(it) => self.rule = it,
            StepField::Work(it) => self.work_secs = it,
            StepField::Wait(it) => self.wait_secs = it,
            StepField::Clock(it) => self.clock = it,
            StepField::FirstTimeRight(it) => self.first_time_right = it,
            StepField::Volume(it) => self.volume_per_month = it,
            StepField::Value(it) => self.value = it,
            StepField::Evidence(it) => self.evidence = it,
            StepField::Note(it) => self.note = it,
            StepField::InternalNote(it) => self.internal_note = it,
        }
    }
}

impl Ranked for Step {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for StepKind {
    const ALL: &'static [Self] =
        &[Self::Touchpoint, Self::Activity, Self::Decision, Self::Wait, Self::Automated];

    fn key(self) -> &'static str {
        match self {
            Self::Touchpoint => "touchpoint",
            Self::Activity => "activity",
            Self::Decision => "decision",
            Self::Wait => "wait",
            Self::Automated => "automated",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Touchpoint => "Touchpoint",
            Self::Activity => "Activity",
            Self::Decision => "Decision",
            Self::Wait => "Wait",
            Self::Automated => "Automated",
        }
    }
}

impl StepField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Kind(_) => "Set the kind of",
            Self::Channel(_) => "Set the channel of",
            Self::OtherChannel(..) => "Set the further channels of",
            Self::System(..) => "Set the systems of",
            Self::Persona(..) => "Set the personas of",
            Self::Performer(_) => "Set who performs",
            Self::Sentiment(_) => "Set the sentiment of",
            Self::MomentOfTruth(true) => "Mark as moment of truth",
            Self::MomentOfTruth(false) => "Unmark as moment of truth",
            Self::FailPoint(true) => "Mark as fail point",
            Self::FailPoint(false) => "Unmark as fail point",
            Self::Control(true) => "Mark as control",
            Self::Control(false) => "Unmark as control",
            Self::Recovery(_) => "Set the recovery of",
            Self::Fallback(_) => "Set the fallback of",
            Self::Rule(_) => "Set the rule of",
            Self::Work(_) => "Set the work time of",
            Self::Wait(_) => "Set the waiting time of",
            Self::Clock(_) => "Set the clock of",
            Self::FirstTimeRight(_) => "Set the first-time-right of",
            Self::Volume(_) => "Set the volume of",
            Self::Value(_) => "Set the value of",
            Self::Evidence(_) => "Set the evidence of",
            Self::Note(_) => "Set the note of",
            Self::InternalNote(_) => "Set the internal note of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: StepId,
    step: &Step,
    before: Option<StepId>,
) -> Result<(), Refusal> {
    cell_map(draft, step.stage, step.lane)?;
    step.channels().try_for_each(|id| draft.get(id).map(drop))?;
    step.systems.iter().try_for_each(|id| draft.get(*id).map(drop))?;
    step.personas.iter().try_for_each(|id| draft.get(*id).map(drop))?;
    step.letters.referred().try_for_each(|id| draft.get(id).map(drop))?;
    counterparts::check_free(draft, id, step)?;
    let siblings = draft.steps_of_cell(step.stage, step.lane);
    draft.add(id, step.clone())?;
    place::<Step>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, ids: &[StepId], field: &StepField) -> Result<(), Refusal> {
    match field {
        StepField::Channel(Some(id)) | StepField::OtherChannel(id, true) => drop(draft.get(*id)?),
        StepField::System(id, true) => drop(draft.get(*id)?),
        StepField::Persona(id, true) => drop(draft.get(*id)?),
        _ => {}
    }
    ids.iter().try_for_each(|id| draft.update(*id, |step| step.set(field.clone())))
}

/// Puts something into a set, or takes it out.
fn belongs<T: Ord>(set: &mut BTreeSet<T>, it: T, on: bool) {
    if on {
        set.insert(it);
    } else {
        set.remove(&it);
    }
}

/// Moves steps, in the order given, into one cell: in front of `before`, or last.
pub(crate) fn relocate(
    draft: &mut Draft<'_>,
    ids: &[StepId],
    stage: StageId,
    lane: LaneId,
    before: Option<StepId>,
) -> Result<(), Refusal> {
    let map = cell_map(draft, stage, lane)?;
    for id in ids {
        let here = draft.get(*id)?.stage;
        if draft.get(here)?.map() != map {
            return Err(Refusal::OtherMap);
        }
    }
    let mut siblings = draft.steps_of_cell(stage, lane);
    siblings.retain(|id| !ids.contains(id));
    for id in ids {
        draft.update(*id, |step| {
            step.stage = stage;
            step.lane = lane;
        })?;
    }
    place::<Step>(draft, &siblings, ids, before)
}

pub(crate) fn remove(draft: &mut Draft<'_>, ids: &[StepId]) -> Result<(), Refusal> {
    let roots: Vec<RecordId> = ids.iter().map(|id| RecordId::Step(*id)).collect();
    tables::remove_cascading(draft, &roots)
}

/// The map of a cell; its stage and its lane must be of the same one.
fn cell_map(draft: &Draft<'_>, stage: StageId, lane: LaneId) -> Result<MapKey, Refusal> {
    let map = draft.get(stage)?.map();
    if draft.get(lane)?.map() == map { Ok(map) } else { Err(Refusal::OtherMap) }
}
