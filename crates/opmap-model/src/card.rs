//! A card on a step: what customers say, where it hurts, what was seen.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{CardId, EvidenceGrade, Keyword, Rank, RecordId, Refusal, StepId, Text, tables};

/// A card on a step. It belongs to its step alone: copying a state of a journey leaves the cards behind, since what
/// was said of one state is no evidence about another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The step it is about.
    pub step: StepId,
    /// Where it stands among the cards of its step.
    pub rank: Rank,
    /// What sort of card it is.
    pub kind: CardKind,
    /// What it says.
    pub text: Text,
    /// How much it hurts, on a pain point.
    pub pain: Option<Pain>,
    /// How well it is known.
    pub evidence: Option<EvidenceGrade>,
    /// Whether it stays out of the report.
    pub internal: bool,
}

/// What sort of card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardKind {
    /// Words of a customer or of someone who serves.
    Quote,
    /// What goes wrong for the customer.
    PainPoint,
    /// What was seen or measured.
    Observation,
}

/// How much a pain point hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pain {
    /// It is a nuisance.
    Minor,
    /// It costs the customer time or money.
    Serious,
    /// It can cost the company the customer.
    Severe,
}

/// One part of a card, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardField {
    /// Its sort.
    Kind(CardKind),
    /// What it says.
    Text(Text),
    /// How much it hurts.
    Pain(Option<Pain>),
    /// How well it is known.
    Evidence(Option<EvidenceGrade>),
    /// Whether it stays out of the report.
    Internal(bool),
}

impl Card {
    /// A card that is shown in the report, and of which nothing else is known.
    #[must_use]
    pub fn new(step: StepId, kind: CardKind, text: Text) -> Self {
        Self { step, rank: Rank::default(), kind, text, pain: None, evidence: None, internal: false }
    }
}

impl Pain {
    /// How much it weighs in the friction of a step: 1, 2 or 4.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Minor => 1,
            Self::Serious => 2,
            Self::Severe => 4,
        }
    }
}

impl Ranked for Card {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for CardKind {
    const ALL: &'static [Self] = &[Self::Quote, Self::PainPoint, Self::Observation];

    fn key(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::PainPoint => "pain-point",
            Self::Observation => "observation",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Quote => "Quote",
            Self::PainPoint => "Pain point",
            Self::Observation => "Observation",
        }
    }
}

impl Keyword for Pain {
    const ALL: &'static [Self] = &[Self::Minor, Self::Serious, Self::Severe];

    fn key(self) -> &'static str {
        match self {
            Self::Minor => "minor",
            Self::Serious => "serious",
            Self::Severe => "severe",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Minor => "Minor",
            Self::Serious => "Serious",
            Self::Severe => "Severe",
        }
    }
}

impl CardField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Kind(_) => "Set the kind of a card of",
            Self::Text(_) => "Reword a card of",
            Self::Pain(_) => "Set the severity of a pain point of",
            Self::Evidence(_) => "Set the evidence of a card of",
            Self::Internal(_) => "Set who sees a card of",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: CardId,
    card: &Card,
    before: Option<CardId>,
) -> Result<(), Refusal> {
    draft.get(card.step)?;
    let siblings = draft.siblings(id, |it: &Card| it.step == card.step);
    draft.add(id, card.clone())?;
    place::<Card>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: CardId, field: &CardField) -> Result<(), Refusal> {
    draft.update(id, |card| match field.clone() {
        CardField::Kind(it) => card.kind = it,
        CardField::Text(it) => card.text = it,
        CardField::Pain(it) => card.pain = it,
        CardField::Evidence(it) => card.evidence = it,
        CardField::Internal(it) => card.internal = it,
    })
}

pub(crate) fn remove(draft: &mut Draft<'_>, ids: &[CardId]) -> Result<(), Refusal> {
    let roots: Vec<RecordId> = ids.iter().map(|id| RecordId::Card(*id)).collect();
    tables::remove_cascading(draft, &roots)
}
