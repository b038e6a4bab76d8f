//! What the report says, before it is known where on paper.

mod anchor;
mod audit;
mod cards;
mod charter;
mod checks;
mod contents;
mod cover;
mod decisions;
mod details;
mod differences;
mod evidence;
mod findings;
mod frame;
mod glossary;
mod handoffs;
mod journey;
mod lanes;
mod lead_time;
mod logs;
mod map;
mod method;
mod options;
mod personas;
mod raci;
mod recommendations;
mod recovery;
mod references;
mod registers;
mod responsibility;
mod roadmap;
mod role_card;
mod roles;
mod sentiment;
mod shifts;
mod sources;
mod steps;
mod summary;
mod switches;
mod table;
mod tables;
mod trace;
mod wording;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use opmap_analysis::Analysis;
use opmap_drawing::{BoardItem, Gantt, RadarAxis};
use opmap_model::{Chapter, Document, JourneyId, MapKey, ReportScope, ReportSettings, State};

use crate::{Paper, ReportOptions};
pub use cover::Cover;
pub use frame::{Frame, Look};
pub use role_card::role_card;
pub use summary::{Point, Points, Summary};
pub use table::{Cell, Column, Reference, Row, Sign, Table, TableKind};

pub(crate) use summary::drop_least;

pub(crate) use anchor::{record_at, step_anchor};

/// The content of a report, section by section.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The paper it is meant for.
    pub paper: Paper,
    /// The first page; none when the sections stand for themselves.
    pub cover: Option<Cover>,
    /// What every page but the cover repeats.
    pub frame: Frame,
    /// Its chapters in their order, each with the place of its first section.
    pub chapters: Vec<(Chapter, usize)>,
    /// The sections in their order, with a cover the table of contents among them: behind a summary that comes first.
    pub sections: Vec<Section>,
    /// The titles that were generated, of the sections whose titles were reworded, by their anchors.
    pub generated_titles: BTreeMap<String, String>,
}

/// A section: has one message, and starts on a page of its own unless it [flows](Section::flows).
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// 1, or 2 for a section that belongs to the nearest one of level 1 before it.
    pub level: u8,
    /// Whether its pages stand upright. That suits what is read from top to bottom: text and narrow tables.
    pub upright: bool,
    /// The name of its anchor, unique in the report.
    pub anchor: String,
    /// What it is, in a few words: for the running head, the contents and the bookmarks.
    pub name: String,
    /// What it is about, when the name alone does not say so; for the running head.
    pub about: Option<String>,
    /// Its message: a sentence, with a number where there is something to count. On the card of a role, the role.
    pub title: String,
    /// What it shows, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether it holds only text and tables, so that it may begin below the section before it, where there is room, unless
    /// it leads a chapter of the argument.
    #[must_use]
    pub fn flows(&self) -> bool {
        !self.blocks.iter().any(Block::is_picture)
    }

    /// Whether it is the table of contents.
    pub(crate) fn is_contents(&self) -> bool {
        self.blocks == [Block::Contents]
    }
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A heading with a remark at the foot of its page, to which a number behind it leads.
    NotedHeading {
        /// The heading.
        words: String,
        /// The remark.
        note: String,
    },
    /// A remark in small type.
    Note(String),
    /// The name of a place to which links lead; unique in the report. What follows stands there.
    Place(String),
    /// The table of contents: all other sections of the report, each with its page.
    Contents,
    /// What matters, on the rest of the page: it never goes on to another.
    Summary(Box<Summary>),
    /// Large numbers side by side, at most four.
    Figures(Vec<Figure>),
    /// A table.
    Table(Table),
    /// A journey map. It has pages of its own and stands alone in its section.
    Map(MapPicture),
    /// Those of these maps that are printed in parts, small, with the page of each part, and what their signs mean; nothing
    /// where each map has a page.
    MapKeys(Vec<MapPicture>),
    /// The curve of how the customer feels along a journey map (B8).
    Sentiment(MapKey),
    /// The board of impact and effort, and the ranked list beside it (Q1).
    Board {
        /// What stands on it.
        items: Vec<BoardItem>,
        /// The highest number that is still low.
        low: u32,
        /// The list.
        table: Table,
    },
    /// The roadmap as bars, cut into parts where it is too long for a page.
    Roadmap(Gantt),
    /// The radar of the seven shifts, and the same numbers in a table beside it (M6).
    Shifts {
        /// Its axes.
        axes: Vec<RadarAxis>,
        /// The table.
        table: Table,
    },
    /// How far the shifts are from what is wanted, as bars by weight.
    ShiftGaps,
}

/// What a journey map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapPicture {
    /// A state of a journey.
    State(MapKey),
    /// Two states of a journey as one map, with what became of each element.
    Differences {
        /// The journey.
        journey: JourneyId,
        /// The state it is compared with.
        before: State,
        /// The state that is shown.
        after: State,
    },
}

impl Block {
    /// Whether it shows more than text and tables.
    fn is_picture(&self) -> bool {
        match self {
            Self::Heading(_)
            | Self::NotedHeading { .. }
            | Self::Note(_)
            | Self::Place(_)
            | Self::Figures(_)
            | Self::Table(_) => false,
            Self::Contents
            | Self::Summary(_)
            | Self::Map(_)
            | Self::MapKeys(_)
            | Self::Sentiment(_)
            | Self::Board { .. }
            | Self::Roadmap(_)
            | Self::Shifts { .. }
            | Self::ShiftGaps => true,
        }
    }
}

/// A large number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number, such as `9 of 20`.
    pub value: String,
    /// What it counts.
    pub words: String,
}

impl Outline {
    /// The chapter that a section belongs to, by its place among the sections; none for the table of contents.
    #[must_use]
    pub fn chapter_of(&self, index: usize) -> Option<Chapter> {
        self.sections.get(index).filter(|it| !it.is_contents())?;
        self.chapters.iter().rev().find(|(_, first)| *first <= index).map(|(chapter, _)| *chapter)
    }

    /// Whether a section may begin below the one before it, by its place among the sections.
    pub(crate) fn flows(&self, index: usize) -> bool {
        let leads =
            |it: &Section| it.level == 1 && self.chapter_of(index).is_none_or(|it| ARGUMENT.contains(&it));
        let follows_contents = index.checked_sub(1).is_some_and(|it| self.sections[it].is_contents());
        self.sections.get(index).is_some_and(|it| it.flows() && !leads(it) && !follows_contents)
    }

    /// Sections by their chapters, with the titles that were reworded.
    fn new(
        cover: Option<Cover>,
        frame: Frame,
        parts: Vec<(Chapter, Vec<Section>)>,
        settings: &ReportSettings,
    ) -> Self {
        let mut outline = Self {
            paper: settings.paper,
            cover,
            frame,
            chapters: Vec::with_capacity(parts.len()),
            sections: Vec::new(),
            generated_titles: BTreeMap::new(),
        };
        for (chapter, sections) in parts {
            let leads = outline.chapters.is_empty() && outline.cover.is_some();
            let mut contents = (leads && !sections.is_empty()).then(contents::section);
            if chapter != Chapter::Summary {
                outline.sections.extend(contents.take());
            }
            if !sections.is_empty() {
                outline.chapters.push((chapter, outline.sections.len()));
            }
            outline.sections.extend(sections);
            // Who reads one page only reads the summary.
            outline.sections.extend(contents);
        }
        for section in &mut outline.sections {
            let title = settings.titles.iter().find(|(name, _)| name.as_str() == section.anchor);
            if let Some((_, title)) = title {
                let generated = std::mem::replace(&mut section.title, title.to_string());
                outline.generated_titles.insert(section.anchor.clone(), generated);
            }
        }
        outline
    }
}

/// What carries the argument: each of these chapters begins on a page of its own. What is looked up goes on below the
/// chapter before where there is room.
const ARGUMENT: [Chapter; 8] = [
    Chapter::Summary,
    Chapter::Shifts,
    Chapter::Journeys,
    Chapter::Responsibilities,
    Chapter::Decisions,
    Chapter::Findings,
    Chapter::Recommendations,
    Chapter::Roadmap,
];

/// What those who decide are told, a page each.
const EXECUTIVE: [Chapter; 4] =
    [Chapter::Summary, Chapter::Shifts, Chapter::Recommendations, Chapter::Roadmap];

/// Decides what the report of `document` says.
///
/// What was not discussed is left out, or named where a reader expects it; nothing that is not set is counted.
#[must_use]
pub fn outline(document: &Document, analysis: &Analysis, options: &ReportOptions) -> Outline {
    let (settings, frame) = (&options.settings, frame::frame(document, options));
    let analysis = &*with_maps(analysis, settings);
    let of_chapter = |chapter| (chapter, sections(chapter, document, analysis, &frame));
    match settings.scope {
        ReportScope::RoleCards => {
            let cards = or_nothing(
                role_card::cards(document),
                "role",
                "Roles were not discussed, so none has a card.",
            );
            Outline::new(None, frame, vec![(Chapter::RoleCards, cards)], settings)
        }
        ReportScope::AuditChecklists => {
            let why = "A checklist compares a journey as designed with the same journey as lived, and none was mapped as both.";
            let lists = or_nothing(audit::sections(document, analysis), "audit", why);
            Outline::new(None, frame, vec![(Chapter::Tables, lists)], settings)
        }
        ReportScope::Executive => {
            let mut parts = EXECUTIVE.map(of_chapter).to_vec();
            parts.iter_mut().for_each(|(_, sections)| sections.truncate(1));
            // What is shown is not told again as a table, so that each stays on its page.
            for section in parts.iter_mut().flat_map(|(_, sections)| sections) {
                if section.blocks.iter().any(Block::is_picture) {
                    section.blocks.retain(|it| !matches!(it, Block::Table(_)));
                }
            }
            Outline::new(None, frame, parts, settings)
        }
        ReportScope::Full => {
            let is_in = |it: &Chapter| !settings.left_out.contains(it);
            let mut parts: Vec<_> = settings.chapters().into_iter().filter(is_in).map(of_chapter).collect();
            let all: Vec<&Section> = parts.iter().flat_map(|(_, sections)| sections).collect();
            let words = glossary::section(&all);
            if let Some(part) = parts.iter_mut().find(|(chapter, _)| *chapter == Chapter::Glossary) {
                part.1.extend(words);
            }
            let cover = cover::cover(document, analysis, options);
            Outline::new(Some(cover), frame, parts, settings)
        }
    }
}

/// The analysis without the maps that are left out: what it does not know of has no page.
fn with_maps<'a>(analysis: &'a Analysis, settings: &ReportSettings) -> Cow<'a, Analysis> {
    if settings.maps_left_out.is_empty() {
        return Cow::Borrowed(analysis);
    }
    let mut analysis = analysis.clone();
    analysis.flows.retain(|flow| !settings.maps_left_out.contains(&flow.map));
    Cow::Owned(analysis)
}

/// The sections of a chapter.
fn sections(which: Chapter, document: &Document, analysis: &Analysis, frame: &Frame) -> Vec<Section> {
    match which {
        Chapter::Summary => vec![summary::section(document, analysis, frame)],
        Chapter::Shifts => shifts::sections(document),
        Chapter::Journeys => {
            let journeys = document.journeys_in_order().into_iter();
            journeys.flat_map(|(id, it)| journey::sections(document, analysis, id, it)).collect()
        }
        Chapter::Responsibilities => chapter(raci::sections(document, analysis)),
        Chapter::Decisions => {
            let rights = decisions::section(document, analysis).into_iter();
            chapter(rights.chain(recovery::section(document, analysis)))
        }
        Chapter::Findings => vec![findings::section(document, analysis)],
        Chapter::Recommendations => recommendations::sections(document),
        Chapter::Roadmap => roadmap::sections(document),
        Chapter::Trace => trace::section(document, analysis).into_iter().collect(),
        Chapter::Rhythm => logs::rhythm(document).into_iter().collect(),
        Chapter::Logs => chapter(logs::sections(document)),
        Chapter::RoleCards => role_card::sections(document),
        Chapter::Method => {
            let room = std::iter::once(charter::section(document));
            chapter(room.chain(method::sections(document, analysis)))
        }
        Chapter::Checks => vec![checks::section(document, analysis)],
        Chapter::Tables => tables::sections(document, analysis),
        Chapter::Registers => {
            let registers = [roles::section(document), lanes::section(document)].into_iter();
            chapter(registers.chain(registers::sections(document)))
        }
        Chapter::Evidence => {
            let evidence = std::iter::once(evidence::section(document));
            chapter(evidence.chain(sources::section(document)))
        }
        Chapter::Levels => shifts::levels(document).into_iter().collect(),
        Chapter::Questions => shifts::questions(document).into_iter().collect(),
        // It is made of what all others say.
        Chapter::Glossary => Vec::new(),
    }
}

/// Sections, or one that says why there are none: a report has a page at least.
fn or_nothing(sections: Vec<Section>, anchor: &str, why: &str) -> Vec<Section> {
    if !sections.is_empty() {
        return sections;
    }
    vec![Section {
        level: 1,
        upright: false,
        anchor: anchor.to_owned(),
        name: "Nothing to show".to_owned(),
        about: None,
        title: "Nothing to show yet".to_owned(),
        blocks: vec![Block::Note(why.to_owned())],
    }]
}

/// Sections as one chapter: the first of them leads it, and the others belong to it.
fn chapter(sections: impl IntoIterator<Item = Section>) -> Vec<Section> {
    let level = |at: usize| if at == 0 { 1 } else { 2 };
    sections.into_iter().enumerate().map(|(at, it)| Section { level: level(at), ..it }).collect()
}
