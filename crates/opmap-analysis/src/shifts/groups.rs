//! What people of each perspective said of the shifts, beside each other (2.4).

use std::collections::BTreeSet;

use opmap_model::{Keyword, Perspective};

use super::{Group, ShiftResult, Shifts, halves};

/// How far the middle answers of two perspectives lie apart: the lowest and the highest of those that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart {
    /// Whose middle answer is the lowest.
    pub lowest: Option<Perspective>,
    /// Whose is the highest.
    pub highest: Option<Perspective>,
    /// How far they lie apart, in halves of a level.
    pub halves: u32,
}

impl Shifts {
    /// The perspectives that are told apart on any shift, those of whom none was said first; none where all are one
    /// group.
    #[must_use]
    pub fn perspectives(&self) -> Vec<Option<Perspective>> {
        let all: BTreeSet<_> =
            self.each.iter().flat_map(ShiftResult::groups).map(|it| it.perspective).collect();
        all.into_iter().collect()
    }
}

impl ShiftResult {
    /// What everyone answered in the last round that is revealed.
    #[must_use]
    pub fn everyone(&self) -> Option<&Group> {
        self.last_revealed().and_then(|it| it.asked.as_ref()).map(|it| &it.everyone)
    }

    /// What each perspective answered in the last round that is revealed, where they are told apart.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        let asked = self.last_revealed().and_then(|it| it.asked.as_ref());
        asked.into_iter().flat_map(|it| &it.by_perspective)
    }

    /// How far the perspectives lie apart; none where fewer than two of them are shown.
    #[must_use]
    pub fn apart(&self) -> Option<Apart> {
        let mut middles: Vec<(u32, Option<Perspective>)> =
            self.groups().filter_map(|it| Some((it.middle_halves()?, it.perspective))).collect();
        middles.sort_by_key(|it| it.0);
        let [(least, lowest), .., (most, highest)] = middles[..] else { return None };
        Some(Apart { lowest, highest, halves: most - least })
    }
}

impl Apart {
    /// Whether it is more than one level, so that the two are worth hearing.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.halves > 2
    }

    /// How far: `1.5 levels`.
    #[must_use]
    pub fn in_levels(self) -> String {
        let levels = if self.halves == 2 { "level" } else { "levels" };
        format!("{} {levels}", halves(self.halves))
    }

    /// Between whom: `Frontline to Management`; nobody where all answered the same.
    #[must_use]
    pub fn who(self) -> Option<String> {
        let (lowest, highest) = (Group::label(self.lowest), Group::label(self.highest));
        (self.halves > 0).then(|| format!("{lowest} to {highest}"))
    }
}

impl Group {
    /// What its people are called; those of whom no perspective was said *Not said*.
    #[must_use]
    pub fn label(perspective: Option<Perspective>) -> &'static str {
        perspective.map_or("Not said", Keyword::label)
    }

    /// The middle answer in halves; none where nobody gave a level, or it is hidden.
    #[must_use]
    pub fn middle_halves(&self) -> Option<u32> {
        Some(self.counted?.spread?.median_halves)
    }

    /// The middle answer as it may be shown: `2.5`, `hidden` or `can’t say`.
    #[must_use]
    pub fn middle(&self) -> String {
        match (self.middle_halves(), self.counted) {
            (Some(middle), _) => halves(middle),
            (None, None) => "hidden".to_owned(),
            (None, Some(_)) => "can’t say".to_owned(),
        }
    }
}
