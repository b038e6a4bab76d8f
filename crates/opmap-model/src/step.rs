//! A step: one box on the map.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{
    CounterpartId, Keyword, LaneId, MapKey, Rank, RecordId, Refusal, StageId, StepId, Text, Title, tables,
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
    pub channel: Option<Channel>,
    /// What else is to be said.
    pub note: Option<Text>,
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

/// Through what customer and company meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Voice call.
    Phone,
    /// E-mail.
    Email,
    /// Live or bot chat.
    Chat,
    /// Text message.
    Sms,
    /// Social media.
    Social,
    /// Own pages on the web.
    Web,
    /// Own application on a phone.
    App,
    /// At the customer's.
    OnSite,
    /// In a shop or branch.
    Branch,
    /// Letter or parcel.
    Post,
}

/// One part of a step, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepField {
    /// Its name.
    Title(Title),
    /// Its sort.
    Kind(StepKind),
    /// Its primary channel.
    Channel(Option<Channel>),
    /// Its note.
    Note(Option<Text>),
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
            note: None,
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

impl Keyword for Channel {
    const ALL: &'static [Self] = &[
        Self::Phone,
        Self::Email,
        Self::Chat,
        Self::Sms,
        Self::Social,
        Self::Web,
        Self::App,
        Self::OnSite,
        Self::Branch,
        Self::Post,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Chat => "chat",
            Self::Sms => "sms",
            Self::Social => "social",
            Self::Web => "web",
            Self::App => "app",
            Self::OnSite => "on-site",
            Self::Branch => "branch",
            Self::Post => "post",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Phone => "Phone",
            Self::Email => "E-mail",
            Self::Chat => "Chat",
            Self::Sms => "Text message",
            Self::Social => "Social media",
            Self::Web => "Web",
            Self::App => "App",
            Self::OnSite => "On site",
            Self::Branch => "Branch",
            Self::Post => "Post",
        }
    }
}

impl StepField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Kind(_) => "Set the kind of",
            Self::Channel(_) => "Set the channel of",
            Self::Note(_) => "Set the note of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: StepId,
    step: &Step,
    before: Option<StepId>,
) -> Result<(), Refusal> {
    let map = cell_map(draft, step.stage, step.lane)?;
    for (_, other) in draft.iter::<Step>().filter(|(_, it)| it.counterpart == step.counterpart) {
        if draft.get(other.stage)?.map() == map {
            return Err(Refusal::CounterpartTaken { record: RecordId::Step(id) });
        }
    }
    let siblings = draft.siblings(id, |it: &Step| it.stage == step.stage && it.lane == step.lane);
    draft.add(id, step.clone())?;
    place::<Step>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, ids: &[StepId], field: &StepField) -> Result<(), Refusal> {
    for id in ids {
        draft.update(*id, |step| match field.clone() {
            StepField::Title(it) => step.title = it,
            StepField::Kind(it) => step.kind = it,
            StepField::Channel(it) => step.channel = it,
            StepField::Note(it) => step.note = it,
        })?;
    }
    Ok(())
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
    let siblings: Vec<StepId> = draft
        .in_order(|it: &Step| it.stage == stage && it.lane == lane)
        .into_iter()
        .filter(|id| !ids.contains(id))
        .collect();
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
