//! The waves of the roadmap.

use serde::{Deserialize, Serialize};

use crate::{Keyword, RoadmapDay, Title};

/// A part of the roadmap, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wave {
    /// What begins at once.
    First,
    /// What comes then.
    Second,
    /// What comes last.
    Third,
}

/// When something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// In the first wave.
    Wave1,
    /// In the second.
    Wave2,
    /// In the third.
    Wave3,
    /// Not now.
    Parked,
}

/// What the waves are called and when they end. Each ends after the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[WaveSpan; 3]", into = "[WaveSpan; 3]")]
pub struct Waves([WaveSpan; 3]);

/// What one wave is called and when it ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveSpan {
    /// Its name, if not made from its days.
    pub title: Option<Title>,
    /// Its last day.
    pub last: RoadmapDay,
}

impl Wave {
    /// Its number, 1 to 3.
    #[must_use]
    pub fn number(self) -> usize {
        self.index() + 1
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

impl Timing {
    /// The wave; none for what is parked.
    #[must_use]
    pub fn wave(self) -> Option<Wave> {
        match self {
            Self::Wave1 => Some(Wave::First),
            Self::Wave2 => Some(Wave::Second),
            Self::Wave3 => Some(Wave::Third),
            Self::Parked => None,
        }
    }
}

impl From<Wave> for Timing {
    fn from(wave: Wave) -> Self {
        match wave {
            Wave::First => Self::Wave1,
            Wave::Second => Self::Wave2,
            Wave::Third => Self::Wave3,
        }
    }
}

impl Waves {
    /// The first day of a wave, 0 for the first.
    #[must_use]
    pub fn first_day(&self, wave: Wave) -> u16 {
        wave.index().checked_sub(1).map_or(0, |before| self.0[before].last.get() + 1)
    }

    /// The last day of a wave.
    #[must_use]
    pub fn last_day(&self, wave: Wave) -> u16 {
        self.0[wave.index()].last.get()
    }

    /// The name that a wave was given.
    #[must_use]
    pub fn title(&self, wave: Wave) -> Option<&Title> {
        self.0[wave.index()].title.as_ref()
    }

    /// What a wave is called: *next 30 days*, *to day 90*, or its own name.
    #[must_use]
    pub fn name(&self, wave: Wave) -> String {
        match (self.title(wave), wave) {
            (Some(title), _) => title.to_string(),
            (None, Wave::First) => format!("next {} days", self.last_day(wave)),
            (None, _) => format!("to day {}", self.last_day(wave)),
        }
    }

    /// The same with another name for a wave.
    #[must_use]
    pub fn with_title(mut self, wave: Wave, title: Option<Title>) -> Self {
        self.0[wave.index()].title = title;
        self
    }

    /// The same with another last day of a wave; none when it would not end between its neighbours.
    #[must_use]
    pub fn with_last_day(mut self, wave: Wave, last: RoadmapDay) -> Option<Self> {
        self.0[wave.index()].last = last;
        Self::try_from(self.0).ok()
    }
}

impl Default for Waves {
    /// 30, 90 and 180 days.
    fn default() -> Self {
        Self(RoadmapDay::USUAL_ENDS.map(|last| WaveSpan { title: None, last }))
    }
}

impl TryFrom<[WaveSpan; 3]> for Waves {
    type Error = &'static str;

    fn try_from(spans: [WaveSpan; 3]) -> Result<Self, Self::Error> {
        let rises = spans.windows(2).all(|it| it[0].last < it[1].last);
        if rises { Ok(Self(spans)) } else { Err("each wave ends after the one before") }
    }
}

impl From<Waves> for [WaveSpan; 3] {
    fn from(waves: Waves) -> Self {
        waves.0
    }
}

impl Keyword for Wave {
    const ALL: &'static [Self] = &[Self::First, Self::Second, Self::Third];

    fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::First => "Wave 1",
            Self::Second => "Wave 2",
            Self::Third => "Wave 3",
        }
    }
}

impl Keyword for Timing {
    const ALL: &'static [Self] = &[Self::Wave1, Self::Wave2, Self::Wave3, Self::Parked];

    fn key(self) -> &'static str {
        match self {
            Self::Wave1 => "wave1",
            Self::Wave2 => "wave2",
            Self::Wave3 => "wave3",
            Self::Parked => "parked",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Wave1 => "Wave 1",
            Self::Wave2 => "Wave 2",
            Self::Wave3 => "Wave 3",
            Self::Parked => "Parked",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RoadmapDay, Wave, Waves};
    use crate::{Keyword, Title};

    #[test]
    fn waves_follow_each_other_and_are_named_by_their_days() {
        let waves = Waves::default();
        let told: Vec<String> = Wave::ALL
            .iter()
            .map(|it| {
                format!(
                    "{}: {} ({} to {})",
                    it.number(),
                    waves.name(*it),
                    waves.first_day(*it),
                    waves.last_day(*it)
                )
            })
            .collect();
        assert_eq!(
            told,
            ["1: next 30 days (0 to 30)", "2: to day 90 (31 to 90)", "3: to day 180 (91 to 180)"]
        );
        let named = waves.clone().with_title(Wave::Second, Title::new("Autumn").ok());
        assert_eq!(named.name(Wave::Second), "Autumn");
        let ends = |day| waves.clone().with_last_day(Wave::First, RoadmapDay::new(day).unwrap());
        assert!(ends(89).is_some() && ends(90).is_none(), "a wave ends before the next");
        let written = serde_json::to_string(&waves).unwrap();
        assert_eq!(serde_json::from_str::<Waves>(&written).unwrap(), waves);
        assert!(serde_json::from_str::<Waves>(&written.replace("30", "91")).is_err());
    }
}
