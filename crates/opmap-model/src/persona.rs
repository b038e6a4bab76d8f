//! A persona: one sort of customer, told as a person.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{Keyword, PersonaId, Rank, Refusal, Text, Title};

/// A sort of customer. Journeys and steps name those they are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Where it stands among the personas.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// The part of the market that it stands for; two personas with the same words are of one segment.
    pub segment: Option<Title>,
    /// Whether it is a customer already.
    pub relation: Option<CustomerRelation>,
    /// What it needs, the most important first, one need a line.
    pub needs: Option<Text>,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// Whether someone is a customer already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustomerRelation {
    /// A customer.
    Existing,
    /// Someone who may become one.
    Prospective,
}

/// One part of a persona, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonaField {
    /// Its name.
    Title(Title),
    /// Its segment.
    Segment(Option<Title>),
    /// Whether it is a customer already.
    Relation(Option<CustomerRelation>),
    /// Its needs.
    Needs(Option<Text>),
    /// Its note.
    Note(Option<Text>),
}

impl Persona {
    /// A persona with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, segment: None, relation: None, needs: None, note: None }
    }
}

impl Ranked for Persona {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for CustomerRelation {
    const ALL: &'static [Self] = &[Self::Existing, Self::Prospective];

    fn key(self) -> &'static str {
        match self {
            Self::Existing => "existing",
            Self::Prospective => "prospective",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Existing => "Existing customer",
            Self::Prospective => "Prospective customer",
        }
    }
}

impl PersonaField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename persona",
            Self::Segment(_) => "Set the segment of persona",
            Self::Relation(_) => "Set the relation of persona",
            Self::Needs(_) => "Set the needs of persona",
            Self::Note(_) => "Set the note of persona",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, id: PersonaId, field: &PersonaField) -> Result<(), Refusal> {
    draft.update(id, |persona| match field.clone() {
        PersonaField::Title(it) => persona.title = it,
        PersonaField::Segment(it) => persona.segment = it,
        PersonaField::Relation(it) => persona.relation = it,
        PersonaField::Needs(it) => persona.needs = it,
        PersonaField::Note(it) => persona.note = it,
    })
}
