//! A system that steps are done with.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{ItSystemId, Rank, Refusal, Text, Title};

/// A system of the workshop's register: software or equipment. Steps name those they are done with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItSystem {
    /// Where it stands among the systems.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// One part of a system, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItSystemField {
    /// Its name.
    Title(Title),
    /// Its note.
    Note(Option<Text>),
}

impl ItSystem {
    /// A system with a title and nothing else.
    #[must_use]
    pub fn new(title: Title) -> Self {
        Self { rank: Rank::default(), title, note: None }
    }
}

impl Ranked for ItSystem {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl ItSystemField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename system",
            Self::Note(_) => "Set the note of system",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ItSystemId, field: &ItSystemField) -> Result<(), Refusal> {
    draft.update(id, |system| match field.clone() {
        ItSystemField::Title(it) => system.title = it,
        ItSystemField::Note(it) => system.note = it,
    })
}
