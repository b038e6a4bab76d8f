//! What is chosen for the report: what it holds, how it looks, and the words that replace generated ones.

mod brand;
mod chapter;
mod colour;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::draft::Draft;
use crate::{Keyword, MapKey, Refusal, Title};
pub use brand::{Brand, BrandField, TitleFace};
pub use chapter::Chapter;
pub use colour::Colour;

/// What is chosen for the report. It belongs to the charter, so that the same file always gives the same report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReportSettings {
    /// Whom it is for.
    pub scope: ReportScope,
    /// The paper it is made for.
    pub paper: Paper,
    /// How a map that is wider than a page is printed (F9).
    pub wide_maps: WideMaps,
    /// The order of the chapters as far as it was changed; see [`chapters`](Self::chapters).
    #[serde(default)]
    pub order: Vec<Chapter>,
    /// The chapters that are left out.
    #[serde(default)]
    pub left_out: BTreeSet<Chapter>,
    /// The maps that are left out, with all that is about them alone.
    #[serde(default)]
    pub maps_left_out: BTreeSet<MapKey>,
    /// The titles that replace generated ones, by the name of the section.
    #[serde(default)]
    pub titles: BTreeMap<Title, Title>,
    /// Whether the notes on records are left out.
    #[serde(default)]
    pub without_notes: bool,
    /// Whether every page is marked as a draft.
    #[serde(default)]
    pub draft: bool,
    /// Whether client, people and roles are called by neutral names (F11).
    #[serde(default)]
    pub anonymised: bool,
    /// The English of the dates, which the report also declares as its language.
    pub english: English,
    /// Which version of the report it is, such as `1.0`.
    pub version: Option<Title>,
    /// How it shows whose it is.
    pub brand: Brand,
}

/// Whom the report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportScope {
    /// Those who work with it: all chapters.
    #[default]
    Full,
    /// Those who decide: the summary, the shifts, the recommendations and the roadmap, a page each.
    Executive,
    /// Those who hold a role: a card for each.
    RoleCards,
    /// Those who look on site whether it is done as designed: a checklist for each journey.
    AuditChecklists,
}

/// A paper format, in landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 11 × 8.5 inches.
    Letter,
}

/// How a map that is wider than a page is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WideMaps {
    /// In parts that meet at marked edges, behind a page that shows where each is.
    #[default]
    Tiles,
    /// On one large page.
    Poster,
}

/// The English of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum English {
    /// Dates as in *18 June 2026*.
    #[default]
    British,
    /// Dates as in *June 18, 2026*.
    American,
}

/// One part of the settings of the report, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportField {
    /// Whom it is for.
    Scope(ReportScope),
    /// The paper.
    Paper(Paper),
    /// How wide maps are printed.
    WideMaps(WideMaps),
    /// The order of the chapters; empty is the usual one.
    Order(Vec<Chapter>),
    /// Whether a chapter is left out.
    LeaveOut(Chapter, bool),
    /// Whether a map is left out.
    LeaveOutMap(MapKey, bool),
    /// The title of a section; none is the generated one.
    SectionTitle(Title, Option<Title>),
    /// Whether the notes on records are left out.
    WithoutNotes(bool),
    /// Whether every page is marked as a draft.
    Draft(bool),
    /// Whether names are replaced by neutral ones.
    Anonymised(bool),
    /// The English of the dates.
    English(English),
    /// Which version it is.
    Version(Option<Title>),
    /// How it shows whose it is.
    Brand(BrandField),
}

impl ReportSettings {
    /// Every chapter once, in the chosen order, those left out included. One that the order does not know stands
    /// behind the chapter that it usually follows.
    #[must_use]
    pub fn chapters(&self) -> Vec<Chapter> {
        let mut chapters: Vec<Chapter> = Vec::with_capacity(Chapter::ALL.len());
        for chapter in &self.order {
            if !chapters.contains(chapter) {
                chapters.push(*chapter);
            }
        }
        let mut before = 0;
        for chapter in Chapter::ALL {
            match chapters.iter().position(|it| it == chapter) {
                Some(at) => before = at + 1,
                None => {
                    chapters.insert(before, *chapter);
                    before += 1;
                }
            }
        }
        chapters
    }
}

impl Paper {
    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (841.89, 595.276),
            Self::Letter => (792.0, 612.0),
        }
    }
}

impl English {
    /// A day: `18 June 2026`, or `June 18, 2026`.
    #[must_use]
    pub fn day(self, date: NaiveDate) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
        match self {
            Self::British => format!("{} {month} {}", date.day(), date.year()),
            Self::American => format!("{month} {}, {}", date.day(), date.year()),
        }
    }

    /// The BCP 47 tag of the language.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::British => "en-GB",
            Self::American => "en-US",
        }
    }
}

impl Keyword for ReportScope {
    const ALL: &'static [Self] = &[Self::Full, Self::Executive, Self::RoleCards, Self::AuditChecklists];

    fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Executive => "executive",
            Self::RoleCards => "role-cards",
            Self::AuditChecklists => "audit-checklists",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Full => "Full report",
            Self::Executive => "Executive",
            Self::RoleCards => "Role cards",
            Self::AuditChecklists => "Audit checklists",
        }
    }
}

impl Keyword for Paper {
    const ALL: &'static [Self] = &[Self::A4, Self::Letter];

    fn key(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

impl Keyword for WideMaps {
    const ALL: &'static [Self] = &[Self::Tiles, Self::Poster];

    fn key(self) -> &'static str {
        match self {
            Self::Tiles => "tiles",
            Self::Poster => "poster",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Tiles => "In parts",
            Self::Poster => "As a poster",
        }
    }
}

impl Keyword for English {
    const ALL: &'static [Self] = &[Self::British, Self::American];

    fn key(self) -> &'static str {
        match self {
            Self::British => "british",
            Self::American => "american",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::British => "British",
            Self::American => "American",
        }
    }
}

impl ReportField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Scope(_) => "Choose whom the report is for",
            Self::Paper(_) => "Choose the paper of the report",
            Self::WideMaps(_) => "Choose how wide maps are printed",
            Self::Order(_) => "Order the chapters of the report",
            Self::LeaveOut(_, true) => "Leave a chapter out of the report",
            Self::LeaveOut(_, false) => "Take a chapter into the report",
            Self::LeaveOutMap(_, true) => "Leave a map out of the report",
            Self::LeaveOutMap(_, false) => "Take a map into the report",
            Self::SectionTitle(..) => "Reword a title of the report",
            Self::WithoutNotes(true) => "Leave notes out of the report",
            Self::WithoutNotes(false) => "Take notes into the report",
            Self::Draft(true) => "Mark the report as a draft",
            Self::Draft(false) => "Mark the report as final",
            Self::Anonymised(true) => "Replace names in the report",
            Self::Anonymised(false) => "Show names in the report",
            Self::English(_) => "Choose the English of the report",
            Self::Version(_) => "Set the version of the report",
            Self::Brand(field) => field.label(),
        }
    }
}

pub(crate) fn set(settings: &mut ReportSettings, field: ReportField) -> Result<(), Refusal> {
    match field {
        ReportField::Scope(it) => settings.scope = it,
        ReportField::Paper(it) => settings.paper = it,
        ReportField::WideMaps(it) => settings.wide_maps = it,
        ReportField::Order(it) => settings.order = it,
        ReportField::LeaveOut(chapter, true) => drop(settings.left_out.insert(chapter)),
        ReportField::LeaveOut(chapter, false) => drop(settings.left_out.remove(&chapter)),
        ReportField::LeaveOutMap(map, true) => drop(settings.maps_left_out.insert(map)),
        ReportField::LeaveOutMap(map, false) => drop(settings.maps_left_out.remove(&map)),
        ReportField::SectionTitle(section, Some(title)) => drop(settings.titles.insert(section, title)),
        ReportField::SectionTitle(section, None) => drop(settings.titles.remove(&section)),
        ReportField::WithoutNotes(it) => settings.without_notes = it,
        ReportField::Draft(it) => settings.draft = it,
        ReportField::Anonymised(it) => settings.anonymised = it,
        ReportField::English(it) => settings.english = it,
        ReportField::Version(it) => settings.version = it,
        ReportField::Brand(it) => brand::set(&mut settings.brand, it)?,
    }
    Ok(())
}

/// Forgets what is said about a record that goes: the maps of a journey, the titles of sections about it.
pub(crate) fn forget(draft: &mut Draft<'_>, record: Uuid) {
    let name = record.to_string();
    let names = |section: &Title| section.as_str().contains(&name);
    let report = &draft.workshop().report;
    let is_told =
        report.maps_left_out.iter().any(|it| it.journey.0 == record) || report.titles.keys().any(names);
    if is_told {
        let mut workshop = draft.workshop().clone();
        workshop.report.maps_left_out.retain(|it| it.journey.0 != record);
        workshop.report.titles.retain(|section, _| !names(section));
        draft.set_workshop(workshop);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Chapter, English, ReportSettings};
    use crate::Keyword;

    #[test]
    fn days_are_written_out() {
        let date = NaiveDate::from_ymd_opt(2026, 6, 18).unwrap();
        assert_eq!(English::British.day(date), "18 June 2026");
        assert_eq!(English::American.day(date), "June 18, 2026");
    }

    #[test]
    fn every_chapter_has_its_place_whatever_the_order_knows() {
        let usual = ReportSettings::default();
        assert_eq!(usual.chapters(), Chapter::ALL);
        let last = *Chapter::ALL.last().unwrap();
        let order = vec![last, Chapter::ALL[2], last, Chapter::ALL[0]];
        let chosen = ReportSettings { order, ..ReportSettings::default() };
        let chapters = chosen.chapters();
        assert_eq!(chapters.len(), Chapter::ALL.len());
        for chapter in Chapter::ALL {
            assert_eq!(chapters.iter().filter(|it| *it == chapter).count(), 1, "{chapter:?}");
        }
        let place = |chapter| chapters.iter().position(|it| *it == chapter).unwrap();
        assert!(place(last) < place(Chapter::ALL[2]) && place(Chapter::ALL[2]) < place(Chapter::ALL[0]));
        assert_eq!(place(Chapter::ALL[1]), place(Chapter::ALL[0]) + 1, "behind the one it usually follows");
    }
}
