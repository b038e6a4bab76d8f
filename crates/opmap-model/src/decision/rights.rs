//! Rights in a decision, in one of two frameworks whose letters never mix (D5).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::tables::References;
use crate::{Keyword, RoleId, Title};

/// Who has which right. A decision has one framework; letters of two are of different types (D5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "framework", content = "rights", rename_all = "kebab-case")]
pub enum Rights {
    /// No framework: one role decides (D12).
    Decider(Option<RoleId>),
    /// Recommend, agree, perform, input, decide.
    Rapid(RightsOf<RapidLetter>),
    /// Driver, approver, contributors, informed.
    Daci(RightsOf<DaciLetter>),
}

/// Rights of one framework, in the order of its letters.
pub type RightsOf<L> = BTreeSet<Right<L>>;

/// One right of one role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Right<L> {
    /// Which right.
    pub letter: L,
    /// Who has it.
    pub role: RoleId,
    /// What the room calls it, where it has a word of its own.
    pub words: Option<Title>,
}

/// A right in RAPID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RapidLetter {
    /// R: proposes.
    Recommend,
    /// A: can block (D3).
    Agree,
    /// P: carries it out.
    Perform,
    /// I: is heard.
    Input,
    /// D: decides.
    Decide,
}

/// A right in DACI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DaciLetter {
    /// D: leads to the decision.
    Driver,
    /// A: decides.
    Approver,
    /// C: is heard.
    Contributor,
    /// I: is told.
    Informed,
}

/// A letter of a framework.
pub trait RightLetter: Keyword + Ord {
    /// What the framework is called.
    const FRAMEWORK: &'static str;

    /// The one letter that decides.
    const DECIDES: Self;

    /// Its sign: the first letter of its word. The same sign means something else in another framework (D5).
    #[must_use]
    fn sign(self) -> &'static str {
        &self.label()[..1]
    }
}

impl RightLetter for RapidLetter {
    const FRAMEWORK: &'static str = "RAPID";
    const DECIDES: Self = Self::Decide;
}

impl RightLetter for DaciLetter {
    const FRAMEWORK: &'static str = "DACI";
    const DECIDES: Self = Self::Approver;
}

impl Keyword for RapidLetter {
    const ALL: &'static [Self] = &[Self::Recommend, Self::Agree, Self::Perform, Self::Input, Self::Decide];

    fn key(self) -> &'static str {
        match self {
            Self::Recommend => "recommend",
            Self::Agree => "agree",
            Self::Perform => "perform",
            Self::Input => "input",
            Self::Decide => "decide",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Recommend => "Recommend",
            Self::Agree => "Agree",
            Self::Perform => "Perform",
            Self::Input => "Input",
            Self::Decide => "Decide",
        }
    }
}

impl Keyword for DaciLetter {
    const ALL: &'static [Self] = &[Self::Driver, Self::Approver, Self::Contributor, Self::Informed];

    fn key(self) -> &'static str {
        match self {
            Self::Driver => "driver",
            Self::Approver => "approver",
            Self::Contributor => "contributor",
            Self::Informed => "informed",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Driver => "Driver",
            Self::Approver => "Approver",
            Self::Contributor => "Contributor",
            Self::Informed => "Informed",
        }
    }
}

impl Rights {
    /// What the framework is called on screen and on paper (D5).
    #[must_use]
    pub fn framework(&self) -> &'static str {
        match self {
            Self::Decider(_) => "Decider only",
            Self::Rapid(_) => RapidLetter::FRAMEWORK,
            Self::Daci(_) => DaciLetter::FRAMEWORK,
        }
    }

    /// Everyone who decides; in order there is one (D2, D4).
    #[must_use]
    pub fn deciders(&self) -> Vec<RoleId> {
        match self {
            Self::Decider(role) => role.iter().copied().collect(),
            Self::Rapid(rights) => holders(rights, RapidLetter::DECIDES),
            Self::Daci(rights) => holders(rights, DaciLetter::DECIDES),
        }
    }
}

/// The roles that hold a letter.
fn holders<L: RightLetter>(rights: &RightsOf<L>, letter: L) -> Vec<RoleId> {
    rights.iter().filter(|it| it.letter == letter).map(|it| it.role).collect()
}

fn anew<L: Ord + Clone>(rights: &RightsOf<L>, become_of: impl Fn(RoleId) -> Option<RoleId>) -> RightsOf<L> {
    rights.iter().filter_map(|it| Some(Right { role: become_of(it.role)?, ..it.clone() })).collect()
}

impl References<RoleId> for Rights {
    fn referred(&self) -> impl Iterator<Item = RoleId> + '_ {
        let roles: Vec<RoleId> = match self {
            Self::Decider(role) => role.iter().copied().collect(),
            Self::Rapid(rights) => rights.iter().map(|it| it.role).collect(),
            Self::Daci(rights) => rights.iter().map(|it| it.role).collect(),
        };
        roles.into_iter()
    }

    fn refer_anew(&mut self, become_of: impl Fn(RoleId) -> Option<RoleId>) {
        match self {
            Self::Decider(role) => *role = role.and_then(become_of),
            Self::Rapid(rights) => *rights = anew(rights, become_of),
            Self::Daci(rights) => *rights = anew(rights, become_of),
        }
    }
}
