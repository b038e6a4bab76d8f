//! The roadmap as a picture: waves as columns, workstreams or owners as rows, a bar for each recommendation.

mod layout;
mod links;
mod marks;
mod rows;

use std::collections::BTreeSet;

use opmap_analysis::{Dependency, Planned, Roadmap, WorkCalendar, roadmap};
use opmap_model::{Delivery, Document, Keyword, RecommendationId, Wave};

use crate::WaveSign;
pub use layout::{GanttLayout, GanttRow, GanttScale, GanttShape, PlacedBar};
pub use links::{GanttLink, gantt_links};
pub use marks::{GanttShown, gantt_body_marks, gantt_scene};
pub use rows::{GanttGroup, GanttRows};

/// What the picture of a roadmap shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gantt {
    /// The waves from left to right.
    pub columns: Vec<GanttColumn>,
    /// The rows from top to bottom; those without a workstream, or without an owner, last.
    pub streams: Vec<GanttStream>,
    /// What waits for what.
    pub dependencies: Vec<Dependency>,
    /// The longest chain of those that wait for each other.
    pub longest: Vec<RecommendationId>,
    /// Which days are worked, and their dates.
    pub calendar: WorkCalendar,
    /// The last day on which something ends or a milestone stands.
    pub last_day: u64,
    /// What is so by which day, the earliest first; those without a day are left out.
    pub milestones: Vec<GanttMilestone>,
}

/// What is so by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GanttMilestone {
    /// The day.
    pub day: u64,
    /// What is so then.
    pub title: String,
}

/// A wave as a column. Days are calendar days after the start of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GanttColumn {
    /// What it is called, with its number.
    pub title: String,
    /// Its dates, where the start has one.
    pub dates: Option<String>,
    /// Its first day.
    pub first: u64,
    /// Its last day.
    pub last: u64,
}

/// A row with its bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GanttStream {
    /// What its bars have in common.
    pub group: GanttGroup,
    /// What it is called.
    pub title: String,
    /// Its bars, by the day on which they begin.
    pub bars: Vec<GanttBar>,
}

/// A recommendation as a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GanttBar {
    /// When it can be done.
    pub planned: Planned,
    /// Its code.
    pub code: String,
    /// Its sentence.
    pub title: String,
    /// Whether people have to be trained for it (3.48).
    pub training: bool,
    /// Whether a partner takes part.
    pub partner: bool,
    /// Who sees to it, in short.
    pub owner: Option<String>,
    /// The sign of its wave.
    pub wave: WaveSign,
}

/// The roadmap of a workshop by workstreams, those in which something is planned.
#[must_use]
pub fn gantt(document: &Document) -> Gantt {
    let mut found = gantt_by(document, &roadmap(document), GanttRows::Workstreams);
    found.streams.retain(|it| !it.bars.is_empty());
    found
}

/// A roadmap in rows, also those in which nothing is planned yet.
#[must_use]
pub fn gantt_by(document: &Document, found: &Roadmap, rows: GanttRows) -> Gantt {
    let columns = Wave::ALL.iter().map(|wave| column(document, &found.calendar, *wave)).collect();
    let streams = rows.of(document, found).into_iter();
    let streams = streams
        .map(|(group, title)| GanttStream { group, title, bars: bars(document, found, group) })
        .collect();
    let milestones = milestones(document);
    let ends = found.planned.iter().map(|it| it.last.unwrap_or(it.first));
    let last_day = ends.chain(milestones.iter().map(|it| it.day)).max().unwrap_or(0);
    let (dependencies, longest) = (found.dependencies.clone(), found.longest.clone());
    let calendar = found.calendar.clone();
    Gantt { columns, streams, dependencies, longest, calendar, last_day, milestones }
}

fn column(document: &Document, calendar: &WorkCalendar, wave: Wave) -> GanttColumn {
    let waves = &document.workshop().roadmap.waves;
    let (first, last) = (waves.first_day(wave).into(), waves.last_day(wave).into());
    let english = document.workshop().report.english;
    let day = |day: u64| Some(english.day(calendar.date(day)?));
    let dates = day(first).zip(day(last)).map(|(first, last)| format!("{first} to {last}"));
    GanttColumn { title: format!("{}: {}", wave.label(), waves.name(wave)), dates, first, last }
}

fn milestones(document: &Document) -> Vec<GanttMilestone> {
    let milestones = document.milestones_in_order().into_iter();
    let mut found: Vec<GanttMilestone> = milestones
        .filter_map(|(_, it)| Some(GanttMilestone { day: it.day?.get().into(), title: it.title.to_string() }))
        .collect();
    found.sort_by_key(|it| it.day);
    found
}

fn bars(document: &Document, found: &Roadmap, group: GanttGroup) -> Vec<GanttBar> {
    let codes = document.role_codes();
    let bar = |planned: &Planned| {
        let it = document.get(planned.id).filter(|it| group.holds(it))?;
        Some(GanttBar {
            planned: *planned,
            code: it.code(),
            title: it.title.to_string(),
            training: it.training,
            partner: it.delivery.is_some_and(|it| it != Delivery::InHouse),
            owner: it.owner.and_then(|id| codes.get(&id).cloned()),
            wave: WaveSign::of(it),
        })
    };
    let mut bars: Vec<GanttBar> = found.planned.iter().filter_map(bar).collect();
    bars.sort_by_key(|it| it.planned.first);
    bars
}

impl GanttBar {
    /// What stands behind the title: who sees to it, T where people are trained, P where a partner takes part.
    pub(crate) fn signs(&self) -> String {
        let signs = [self.owner.as_deref(), self.training.then_some("T"), self.partner.then_some("P")];
        signs.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

impl Gantt {
    /// Every bar, row by row.
    pub fn bars(&self) -> impl Iterator<Item = &GanttBar> {
        self.streams.iter().flat_map(|it| &it.bars)
    }

    /// Only so many bars from the one at `from` on, with the dependencies between them: a part that fits a page. The
    /// milestones are in the last part.
    #[must_use]
    pub fn part(&self, from: usize, count: usize) -> Self {
        let mut at = 0;
        let mut streams = Vec::new();
        for stream in &self.streams {
            let bars = stream.bars.iter().filter(|_| {
                at += 1;
                (from..from + count).contains(&(at - 1))
            });
            let bars: Vec<GanttBar> = bars.cloned().collect();
            if !bars.is_empty() {
                streams.push(GanttStream { bars, ..stream.clone() });
            }
        }
        let is_last = from + count >= self.bars().count();
        let milestones = if is_last { self.milestones.clone() } else { Vec::new() };
        let part = Self { streams, dependencies: Vec::new(), milestones, ..self.clone() };
        let there: BTreeSet<RecommendationId> = part.bars().map(|it| it.planned.id).collect();
        let dependencies =
            self.dependencies.iter().filter(|it| there.contains(&it.before) && there.contains(&it.after));
        let dependencies = dependencies.copied().collect();
        Self { dependencies, ..part }
    }
}

/// The roadmap in words: each bar with its days, and what waits for what.
#[must_use]
pub fn gantt_description(gantt: &Gantt) -> String {
    let of_stream = |stream: &GanttStream| {
        let bars = stream.bars.iter().map(|it| {
            let last = it.planned.last.map_or_else(|| "open end".to_owned(), |it| format!("day {it}"));
            let training = if it.training { ", with training" } else { "" };
            let partner = if it.partner { ", with a partner" } else { "" };
            let (wave, first) = (it.wave.label(), it.planned.first);
            format!("{} {}, {wave}, day {first} to {last}{training}{partner}", it.code, it.title)
        });
        format!("{}: {}.", stream.title, bars.collect::<Vec<_>>().join("; "))
    };
    let code = |id| gantt.bars().find(|it| it.planned.id == id).map_or("", |it| it.code.as_str());
    let waits = gantt.dependencies.iter().filter(|it| !code(it.before).is_empty());
    let waits = waits.map(|it| {
        let cannot = if it.impossible.is_some() { ", which cannot be as planned" } else { "" };
        format!("{} waits for {}{cannot}.", code(it.after), code(it.before))
    });
    let milestones = gantt.milestones.iter().map(|it| format!("By day {}: {}.", it.day, it.title));
    gantt.streams.iter().map(of_stream).chain(waits).chain(milestones).collect::<Vec<_>>().join(" ")
}
