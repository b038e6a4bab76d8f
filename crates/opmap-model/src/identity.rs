//! Identities that do not belong to one record kind.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Says that elements of different states of a journey are the same thing: all that share it are counterparts of
/// each other. Within one state of a journey no two elements of a kind share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CounterpartId(pub Uuid);

/// How often a workshop has changed since it was made, undo and redo included; only ever grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
