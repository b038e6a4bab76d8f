//! What has changed since an earlier workshop. Only shifts that were scored both times are compared.

use chrono::NaiveDate;
use opmap_model::{English, Keyword, Rating, Shift, Title};

use super::{ShiftResult, Shifts, mean_tenths, signed_tenths, tenths};

/// What has changed since an earlier workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// What that workshop was called.
    pub workshop: Title,
    /// The day it was held, if that was said.
    pub on: Option<NaiveDate>,
    /// How many shifts have a score of then.
    pub scored_then: usize,
    /// How many of them have one of today too: these are compared.
    pub compared: usize,
    /// The means of what is compared, then and today, in tenths; none where nothing is.
    pub means: Option<(u32, u32)>,
    /// How many of them stand higher today.
    pub higher: usize,
    /// How many stand lower.
    pub lower: usize,
}

/// Which workshop that was: `“Halden Broadband”, 18 June 2025`.
pub(crate) fn source(workshop: &Title, on: Option<NaiveDate>, english: English) -> String {
    let on = on.map_or_else(String::new, |on| format!(", {}", english.day(on)));
    format!("“{workshop}”{on}")
}

impl Since {
    /// Which workshop that was: `“Halden Broadband”, 18 June 2025`.
    #[must_use]
    pub fn source(&self, english: English) -> String {
        source(&self.workshop, self.on, english)
    }

    /// What of the earlier scores can be compared, and how the mean of that has moved: `6 of 7 shifts were scored both times:
    /// 2.3 then, 2.8 today (+0.5)`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let of = Shift::ALL.len();
        match self.means {
            Some((then, now)) => format!(
                "{} of {of} shifts {} scored both times: {} then, {} today ({})",
                self.compared,
                if self.compared == 1 { "was" } else { "were" },
                tenths(then),
                tenths(now),
                signed_tenths(then, now)
            ),
            None => "no shift was scored both times, so nothing is compared".to_owned(),
        }
    }
}

impl ShiftResult {
    /// How many levels it has moved since the earlier workshop; none where it was not scored both times.
    #[must_use]
    pub fn change(&self) -> Option<i8> {
        let number = |it: Rating| i8::try_from(it.get()).ok();
        Some(number(self.now?)? - number(self.earlier.as_ref()?.now)?)
    }
}

impl Shifts {
    /// What has changed since the earlier workshop; none where none is known.
    #[must_use]
    pub fn since(&self) -> Option<Since> {
        let then: Vec<&ShiftResult> = self.each.iter().filter(|it| it.earlier.is_some()).collect();
        let (workshop, on) = self.last_time.clone().filter(|_| !then.is_empty())?;
        let both: Vec<(Rating, Rating)> =
            then.iter().filter_map(|it| Some((it.earlier.as_ref()?.now, it.now?))).collect();
        Some(Since {
            workshop,
            on,
            scored_then: then.len(),
            compared: both.len(),
            means: mean_tenths(both.iter().map(|it| it.0)).zip(mean_tenths(both.iter().map(|it| it.1))),
            higher: both.iter().filter(|(then, now)| now > then).count(),
            lower: both.iter().filter(|(then, now)| now < then).count(),
        })
    }
}
