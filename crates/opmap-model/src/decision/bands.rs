//! Limits up to which roles decide (D6).

use serde::{Deserialize, Serialize};

use crate::tables::References;
use crate::{RoleId, Title};

/// Bands of one unit, from 0 upwards without end. Each band ends where the next begins, so there is neither a gap nor
/// an overlap (D6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked", into = "Unchecked")]
pub struct Bands {
    unit: Title,
    limited: Vec<Band>,
    beyond: Option<RoleId>,
}

/// From where the band before ends, or 0, to just below a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The first amount that is no longer in it, at least 1.
    pub below: u64,
    /// Who decides in it.
    pub decider: Option<RoleId>,
}

#[derive(Serialize, Deserialize)]
struct Unchecked {
    unit: Title,
    limited: Vec<Band>,
    beyond: Option<RoleId>,
}

impl Bands {
    /// Bands by their limits, and who decides beyond the last; none when the limits do not rise from 1 on.
    #[must_use]
    pub fn new(unit: Title, limited: Vec<Band>, beyond: Option<RoleId>) -> Option<Self> {
        let rises = limited.windows(2).all(|it| it[0].below < it[1].below);
        let starts = limited.first().is_none_or(|it| it.below > 0);
        (rises && starts).then_some(Self { unit, limited, beyond })
    }

    /// What is counted, such as *€*.
    #[must_use]
    pub fn unit(&self) -> &Title {
        &self.unit
    }

    /// The bands with a limit, the lowest first.
    #[must_use]
    pub fn limited(&self) -> &[Band] {
        &self.limited
    }

    /// Who decides beyond the last limit.
    #[must_use]
    pub fn beyond(&self) -> Option<RoleId> {
        self.beyond
    }

    /// Who decides in each band, the lowest first; the last is without a limit.
    pub fn deciders(&self) -> impl Iterator<Item = Option<RoleId>> + '_ {
        self.limited.iter().map(|it| it.decider).chain([self.beyond])
    }
}

impl TryFrom<Unchecked> for Bands {
    type Error = &'static str;

    fn try_from(it: Unchecked) -> Result<Self, Self::Error> {
        Self::new(it.unit, it.limited, it.beyond).ok_or("limits rise from 1 on")
    }
}

impl From<Bands> for Unchecked {
    fn from(Bands { unit, limited, beyond }: Bands) -> Self {
        Self { unit, limited, beyond }
    }
}

impl References<RoleId> for Option<Bands> {
    fn referred(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.iter().flat_map(|it| it.deciders().flatten())
    }

    fn refer_anew(&mut self, become_of: impl Fn(RoleId) -> Option<RoleId>) {
        if let Some(bands) = self {
            bands.beyond = bands.beyond.and_then(&become_of);
            for band in &mut bands.limited {
                band.decider = band.decider.and_then(&become_of);
            }
        }
    }
}
