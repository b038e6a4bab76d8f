//! A connector: what leads from one step to another.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{
    ConnectorId, CounterpartId, Keyword, RecordId, Refusal, RoleId, StepId, Title, counterparts, tables,
};

/// A line from one step to another of the same map. Between different company-side lanes it is a handoff (H1), and
/// its record says how well that is agreed (H11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connector {
    /// Where it starts.
    pub from: StepId,
    /// Where it ends; never where it starts.
    pub to: StepId,
    /// What it shares with its counterparts in the other states.
    pub counterpart: CounterpartId,
    /// What sort of connector it is.
    pub kind: ConnectorKind,
    /// Words beside the line.
    pub label: Option<Title>,
    /// What sets the handoff off.
    pub trigger: Option<Title>,
    /// What is passed on.
    pub information: Option<Title>,
    /// The role that answers for the handoff.
    pub owner: Option<RoleId>,
    /// How long it may take.
    pub limit_secs: Option<Seconds>,
    /// How the receiver says that it has arrived.
    pub acknowledgement: Option<Title>,
    /// Whether what is known so far goes along, where the channel or the lane changes.
    pub context_carried: Option<bool>,
}

/// What sort of connector it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConnectorKind {
    /// The work goes on.
    Flow,
    /// The work goes back (H5).
    Rework,
    /// Systems exchange data.
    System,
}

/// How well a handoff is agreed: what its badge on the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandoffQuality {
    /// All seven parts are set (H11).
    Agreed,
    /// Some role owns it, and a part is not set.
    Partly,
    /// No role owns it.
    Unowned,
}

/// A duration in whole seconds, 0 to ten years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Seconds(u32);

/// One part of a connector, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConnectorField {
    /// Its sort.
    Kind(ConnectorKind),
    /// Words beside the line.
    Label(Option<Title>),
    /// What sets the handoff off.
    Trigger(Option<Title>),
    /// What is passed on.
    Information(Option<Title>),
    /// The role that answers for the handoff.
    Owner(Option<RoleId>),
    /// How long it may take.
    Limit(Option<Seconds>),
    /// How the receiver says that it has arrived.
    Acknowledgement(Option<Title>),
    /// Whether what is known so far goes along.
    ContextCarried(Option<bool>),
}

impl Connector {
    /// How many parts a complete handoff has (H11).
    pub const PARTS: u8 = 7;

    /// A flow with its two ends and nothing else, that is its own first counterpart.
    #[must_use]
    pub fn new(id: ConnectorId, from: StepId, to: StepId) -> Self {
        Self {
            from,
            to,
            counterpart: CounterpartId(id.0),
            kind: ConnectorKind::Flow,
            label: None,
            trigger: None,
            information: None,
            owner: None,
            limit_secs: None,
            acknowledgement: None,
            context_carried: None,
        }
    }

    /// How many of the seven parts of a handoff are filled in: both ends always are (H11).
    #[must_use]
    pub fn filled_parts(&self) -> u8 {
        self.missing_parts().fold(Self::PARTS, |filled, _| filled - 1)
    }

    /// Which of the seven parts of a handoff are not set, in words (H11).
    pub fn missing_parts(&self) -> impl Iterator<Item = &'static str> {
        let parts = [
            ("owner", self.owner.is_none()),
            ("trigger", self.trigger.is_none()),
            ("information", self.information.is_none()),
            ("time limit", self.limit_secs.is_none()),
            ("acknowledgement", self.acknowledgement.is_none()),
        ];
        parts.into_iter().filter(|it| it.1).map(|it| it.0)
    }

    /// How well it is agreed, if it is a handoff.
    #[must_use]
    pub fn quality(&self) -> HandoffQuality {
        HandoffQuality::of(self.filled_parts(), self.owner.is_some())
    }
}

impl HandoffQuality {
    /// That of a handoff of which so many parts are set, with a role that owns it or without.
    #[must_use]
    pub fn of(filled_parts: u8, has_owner: bool) -> Self {
        match has_owner {
            false => Self::Unowned,
            true if filled_parts >= Connector::PARTS => Self::Agreed,
            true => Self::Partly,
        }
    }

    /// The words that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Agreed => "Agreed",
            Self::Partly => "Partly agreed",
            Self::Unowned => "No owner",
        }
    }
}

impl Seconds {
    /// The longest duration: ten years of 365 days.
    pub const LIMIT: u32 = 10 * 365 * 24 * 3600;

    /// A duration; none beyond ten years.
    #[must_use]
    pub fn new(seconds: u32) -> Option<Self> {
        (seconds <= Self::LIMIT).then_some(Self(seconds))
    }

    /// The number of seconds.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Seconds {
    type Error = &'static str;

    fn try_from(seconds: u32) -> Result<Self, Self::Error> {
        Self::new(seconds).ok_or("a duration is at most ten years")
    }
}

impl From<Seconds> for u32 {
    fn from(seconds: Seconds) -> Self {
        seconds.0
    }
}

impl std::fmt::Display for Seconds {
    /// The two largest units that are not zero: `2 h 30 min`, `3 d`, `45 s`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
        let mut rest = self.0;
        let mut written = 0;
        for (size, unit) in units {
            let count = rest / size;
            if count > 0 && written < 2 {
                let gap = if written == 0 { "" } else { " " };
                write!(f, "{gap}{count} {unit}")?;
                written += 1;
            }
            rest %= size;
        }
        if written == 0 { f.write_str("0 s") } else { Ok(()) }
    }
}

impl Keyword for ConnectorKind {
    const ALL: &'static [Self] = &[Self::Flow, Self::Rework, Self::System];

    fn key(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Rework => "rework",
            Self::System => "system",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Flow => "Flow",
            Self::Rework => "Rework",
            Self::System => "System to system",
        }
    }
}

impl ConnectorField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Kind(_) => "Set the kind of",
            Self::Label(_) => "Set the label of",
            Self::Trigger(_) => "Set the trigger of",
            Self::Information(_) => "Set the information of",
            Self::Owner(_) => "Set the owner of",
            Self::Limit(_) => "Set the time limit of",
            Self::Acknowledgement(_) => "Set the acknowledgement of",
            Self::ContextCarried(_) => "Set whether the context is carried by",
        }
    }
}

pub(crate) fn add(draft: &mut Draft<'_>, id: ConnectorId, connector: &Connector) -> Result<(), Refusal> {
    check_ends(draft, id, connector.from, connector.to)?;
    if let Some(owner) = connector.owner {
        draft.get(owner)?;
    }
    counterparts::check_free(draft, id, connector)?;
    draft.add(id, connector.clone())
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ConnectorId, field: &ConnectorField) -> Result<(), Refusal> {
    if let ConnectorField::Owner(Some(owner)) = field {
        draft.get(*owner)?;
    }
    draft.update(id, |connector| match field.clone() {
        ConnectorField::Kind(it) => connector.kind = it,
        ConnectorField::Label(it) => connector.label = it,
        ConnectorField::Trigger(it) => connector.trigger = it,
        ConnectorField::Information(it) => connector.information = it,
        ConnectorField::Owner(it) => connector.owner = it,
        ConnectorField::Limit(it) => connector.limit_secs = it,
        ConnectorField::Acknowledgement(it) => connector.acknowledgement = it,
        ConnectorField::ContextCarried(it) => connector.context_carried = it,
    })
}

pub(crate) fn reconnect(
    draft: &mut Draft<'_>,
    id: ConnectorId,
    from: StepId,
    to: StepId,
) -> Result<(), Refusal> {
    let before = draft.map_of_step(draft.get(id)?.from)?;
    check_ends(draft, id, from, to)?;
    if draft.map_of_step(from)? != before {
        return Err(Refusal::OtherMap);
    }
    draft.update(id, |connector| {
        connector.from = from;
        connector.to = to;
    })
}

pub(crate) fn remove(draft: &mut Draft<'_>, ids: &[ConnectorId]) -> Result<(), Refusal> {
    let roots: Vec<RecordId> = ids.iter().map(|id| RecordId::Connector(*id)).collect();
    tables::remove_cascading(draft, &roots)
}

fn check_ends(draft: &Draft<'_>, id: ConnectorId, from: StepId, to: StepId) -> Result<(), Refusal> {
    if from == to {
        return Err(Refusal::ToItself);
    }
    if draft.map_of_step(from)? != draft.map_of_step(to)? {
        return Err(Refusal::OtherMap);
    }
    if draft.iter::<Connector>().any(|(other, it)| other != id && it.from == from && it.to == to) {
        return Err(Refusal::AlreadyConnected);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Connector, HandoffQuality, Seconds};
    use crate::{ConnectorId, RoleId, StepId, Title};

    #[test]
    fn a_handoff_is_agreed_when_all_of_it_is_set_and_nothing_without_an_owner() {
        let id = uuid::Uuid::from_u128;
        let words = || Title::new("Fault confirmed").ok();
        let mut handoff = Connector::new(ConnectorId(id(1)), StepId(id(2)), StepId(id(3)));
        (handoff.trigger, handoff.information, handoff.acknowledgement) = (words(), words(), words());
        handoff.limit_secs = Seconds::new(60);
        assert_eq!((handoff.filled_parts(), handoff.quality()), (6, HandoffQuality::Unowned));
        handoff.owner = Some(RoleId(id(4)));
        assert_eq!(handoff.quality(), HandoffQuality::Agreed);
        handoff.trigger = None;
        assert_eq!(handoff.quality(), HandoffQuality::Partly);
    }

    #[test]
    fn durations_read_in_their_two_largest_units() {
        let shown = |seconds| Seconds::new(seconds).unwrap().to_string();
        assert_eq!(shown(0), "0 s");
        assert_eq!(shown(45), "45 s");
        assert_eq!(shown(9_000), "2 h 30 min");
        assert_eq!(shown(259_200), "3 d");
        assert_eq!(shown(86_461), "1 d 1 min");
        assert_eq!(Seconds::new(Seconds::LIMIT + 1), None);
    }
}
