//! The recommendations of a workshop in time.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, Progress, Recommendation, RecommendationId, Timing, Wave};

use super::{Task, WorkCalendar, schedule};

/// The roadmap. Days are calendar days after its start, day 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roadmap {
    /// Which days are worked, and their dates.
    pub calendar: WorkCalendar,
    /// What stands in a wave, in the order in which it was put.
    pub planned: Vec<Planned>,
    /// What has no wave yet.
    pub unplanned: Vec<RecommendationId>,
    /// What is parked.
    pub parked: Vec<RecommendationId>,
    /// Each of those planned that waits for another, with that.
    pub dependencies: Vec<Dependency>,
    /// The longest chain of those that wait for each other; empty where none waits.
    pub longest: Vec<RecommendationId>,
    /// Those that wait for each other in a circle, so that nothing is put in time (Q6).
    pub circle: Vec<RecommendationId>,
}

/// A recommendation that stands in a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The recommendation.
    pub id: RecommendationId,
    /// Its wave.
    pub wave: Wave,
    /// The first day on which it can begin; of its wave alone where some wait for each other in a circle.
    pub first: u64,
    /// Its last day then; none while nobody has said how long it takes.
    pub last: Option<u64>,
    /// By how many working days it may be later without the roadmap ending later. What takes nobody knows how long counts
    /// for no time; none where some wait for each other in a circle.
    pub slack: Option<u64>,
    /// Whether it ends after its wave.
    pub overruns: bool,
}

/// A recommendation that waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dependency {
    /// What comes first.
    pub before: RecommendationId,
    /// What waits for it.
    pub after: RecommendationId,
    /// Why that cannot be as it is planned (Q6).
    pub impossible: Option<Impossible>,
}

/// Why something cannot wait for another as it is planned (Q6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// It starts in a wave before the other.
    EarlierWave,
    /// The other is not to be done now, or not at all.
    Parked,
}

impl Roadmap {
    /// What begins in the first wave, in the order in which it begins.
    #[must_use]
    pub fn first_wave(&self) -> Vec<&Planned> {
        let mut first: Vec<&Planned> = self.planned.iter().filter(|it| it.wave == Wave::First).collect();
        first.sort_by_key(|it| it.first);
        first
    }

    /// When a recommendation can be done; none where it stands in no wave.
    #[must_use]
    pub fn planned(&self, id: RecommendationId) -> Option<&Planned> {
        self.planned.iter().find(|it| it.id == id)
    }
}

/// Puts the recommendations of a workshop in time.
#[must_use]
pub fn roadmap(document: &Document) -> Roadmap {
    let calendar = WorkCalendar::of(document.workshop());
    let (mut waves, mut unplanned, mut parked) = (Vec::new(), Vec::new(), Vec::new());
    for (id, it) in document.recommendations_in_order() {
        match it.timing {
            _ if it.progress == Some(Progress::Dropped) => {}
            Some(timing) => match timing.wave() {
                Some(wave) => waves.push((id, it, wave)),
                None => parked.push(id),
            },
            None => unplanned.push(id),
        }
    }
    let places: BTreeMap<RecommendationId, usize> =
        waves.iter().enumerate().map(|(at, it)| (it.0, at)).collect();
    let task = |(_, it, wave): &(RecommendationId, &Recommendation, Wave)| Task {
        release: calendar.worked_before(release(document, it, *wave)),
        duration: it.duration.map_or(0, |it| it.get().into()),
        after: it.depends_on.iter().filter_map(|it| places.get(it).copied()).collect(),
    };
    let tasks: Vec<Task> = waves.iter().map(task).collect();
    let (timing, circle) = match schedule(&tasks) {
        Ok(timing) => (Some(timing), Vec::new()),
        Err(circle) => (None, circle),
    };
    let ids = |places: &[usize]| places.iter().map(|at| waves[*at].0).collect::<Vec<_>>();
    let waits = tasks.iter().any(|it| !it.after.is_empty());
    let longest = timing.as_ref().filter(|_| waits).map(|it| ids(&it.longest)).unwrap_or_default();
    let planned = waves.iter().enumerate().map(|(at, (id, it, wave))| {
        let timed = timing.as_ref().map(|timing| timing.tasks[at]);
        let earliest = timed.map_or(tasks[at].release, |it| it.earliest);
        let last = it.duration.map(|it| calendar.worked_day(earliest + u64::from(it.get()) - 1));
        let first = calendar.worked_day(earliest);
        let wave_end = u64::from(document.workshop().roadmap.waves.last_day(*wave));
        let overruns = last.unwrap_or(first) > wave_end;
        Planned { id: *id, wave: *wave, first, last, slack: timed.map(super::Timed::slack), overruns }
    });
    Roadmap {
        planned: planned.collect(),
        dependencies: dependencies(document),
        circle: ids(&circle),
        longest,
        unplanned,
        parked,
        calendar,
    }
}

/// The day before which it does not begin: the first of its wave, or the one it was given when that is later.
fn release(document: &Document, recommendation: &Recommendation, wave: Wave) -> u64 {
    let first = document.workshop().roadmap.waves.first_day(wave);
    recommendation.start.map_or(first, |it| it.get().max(first)).into()
}

/// What waits for what among those that stand in a wave, by the order of those that wait, then of those that come first.
pub(crate) fn dependencies(document: &Document) -> Vec<Dependency> {
    let recommendations = document.recommendations_in_order();
    let places: BTreeMap<RecommendationId, usize> =
        recommendations.iter().enumerate().map(|(at, it)| (it.0, at)).collect();
    let wave = |it: &Recommendation| {
        it.timing.and_then(Timing::wave).filter(|_| it.progress != Some(Progress::Dropped))
    };
    let mut found = Vec::new();
    for (after, waiting) in &recommendations {
        let Some(own) = wave(waiting) else { continue };
        let first: BTreeSet<usize> =
            waiting.depends_on.iter().filter_map(|it| places.get(it)).copied().collect();
        for (before, first) in first.into_iter().map(|at| recommendations[at]) {
            let impossible = match (wave(first), crate::is_out(first)) {
                (Some(other), _) if own < other => Some(Impossible::EarlierWave),
                (Some(_), _) => None,
                (None, true) => Some(Impossible::Parked),
                // It has no wave yet, so nothing is known.
                (None, false) => continue,
            };
            found.push(Dependency { before, after: *after, impossible });
        }
    }
    found
}
