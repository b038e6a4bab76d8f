//! What happens in the first wave: what begins, what is due, and what is so by then.

use opmap_model::{Document, MilestoneId, Progress, RecommendationId, Wave};

use super::Roadmap;

/// Something that happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upcoming {
    /// The day, counted from the start of the roadmap.
    pub day: u64,
    /// What happens.
    pub event: Event,
}

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A recommendation of the first wave begins.
    Begins(RecommendationId),
    /// A recommendation is due: on the day that it was given, or on its last, where it is done in the first wave.
    Due(RecommendationId),
    /// A milestone is to be reached.
    Reached(MilestoneId),
}

/// What happens until the first wave ends, by day: what begins before what is due. What is done or dropped is neither.
#[must_use]
pub fn upcoming(document: &Document, found: &Roadmap) -> Vec<Upcoming> {
    let end = u64::from(document.workshop().roadmap.waves.last_day(Wave::First));
    let progress = |id: RecommendationId| document.get(id).and_then(|it| it.progress);
    let is_open = |id| !matches!(progress(id), Some(Progress::Done | Progress::Dropped));
    let due = |id: RecommendationId| document.get(id).and_then(|it| it.due);
    let mut events: Vec<Upcoming> = Vec::new();
    for planned in found.first_wave().into_iter().filter(|it| is_open(it.id)) {
        let id = planned.id;
        if progress(id) != Some(Progress::UnderWay) {
            events.push(Upcoming { day: planned.first, event: Event::Begins(id) });
        }
        let last = planned.last.filter(|_| due(id).is_none());
        events.extend(last.map(|day| Upcoming { day, event: Event::Due(id) }));
    }
    for (id, _) in document.recommendations_in_order().into_iter().filter(|it| is_open(it.0)) {
        // What was due before the roadmap starts is due on its first day.
        let day = due(id).filter(|_| found.calendar.date(0).is_some());
        let day = day.map(|it| found.calendar.day_of(it).unwrap_or(0));
        events.extend(day.map(|day| Upcoming { day, event: Event::Due(id) }));
    }
    for (id, it) in document.milestones_in_order() {
        events.extend(it.day.map(|day| Upcoming { day: day.get().into(), event: Event::Reached(id) }));
    }
    events.retain(|it| it.day <= end);
    events.sort_by_key(|it| (it.day, order(it.event)));
    events
}

/// In which order what happens on one day is told.
fn order(event: Event) -> u8 {
    match event {
        Event::Begins(_) => 0,
        Event::Due(_) => 1,
        Event::Reached(_) => 2,
    }
}
