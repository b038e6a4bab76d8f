//! What happens in the next 30 days of the roadmap.

use std::collections::BTreeMap;

use opmap_analysis::{Event, upcoming};
use opmap_model::Document;

use super::super::wording::{counted, dates};
use super::super::{Reference, anchor};
use super::{Point, Points, Told};

/// How far ahead the summary looks, in calendar days from the start of the roadmap.
pub(super) const DAYS: u64 = 30;

/// By day: what begins, what is due, and what is so by then. The latest is the least.
pub(super) fn points(told: &Told<'_>) -> Points {
    let (document, found) = (told.document, &told.roadmap);
    let mut days: BTreeMap<u64, Vec<Event>> = BTreeMap::new();
    for it in upcoming(document, found).into_iter().filter(|it| it.day <= DAYS) {
        days.entry(it.day).or_default().push(it.event);
    }
    let label = |at: u64| found.calendar.date(at).map_or_else(|| format!("Day {at}"), dates(document));
    let points = days.iter().flat_map(|(at, events)| {
        let of_day = of_day(document, events).into_iter();
        of_day.map(|point| Point { label: label(*at), ..point })
    });
    let all = Reference { words: "Roadmap".to_owned(), anchor: anchor::ROADMAP.to_owned() };
    Points::first("In the next 30 days", Some(all), points.collect())
}

/// A line for all that begins, one for all that is due, and one for each milestone.
fn of_day(document: &Document, events: &[Event]) -> Vec<Point> {
    let of = |keep: fn(&Event) -> Option<opmap_model::RecommendationId>| {
        let ids = events.iter().filter_map(keep).filter_map(|id| Some((id, document.get(id)?)));
        ids.collect::<Vec<_>>()
    };
    let begins = of(|it| if let Event::Begins(id) = it { Some(*id) } else { None });
    let due = of(|it| if let Event::Due(id) = it { Some(*id) } else { None });
    let together = |list: &[(_, &opmap_model::Recommendation)], one: &str, many: &str| {
        let words = match list {
            [] => return None,
            [(_, only)] => format!("{one}: {}", only.title),
            several => format!("{} {many}", counted(several.len(), "recommendation")),
        };
        let code = |(id, it): &(_, &opmap_model::Recommendation)| Reference {
            words: it.code(),
            anchor: anchor::recommendation(*id),
        };
        Some(point(words, list.iter().map(code).collect()))
    };
    let milestones = events.iter().filter_map(|it| match it {
        Event::Reached(id) => document.get(*id).map(|it| point(it.title.to_string(), Vec::new())),
        _ => None,
    });
    [together(&begins, "Begins", "begin"), together(&due, "Due", "are due")]
        .into_iter()
        .flatten()
        .chain(milestones)
        .collect()
}

fn point(words: String, codes: Vec<Reference>) -> Point {
    Point { label: String::new(), anchor: None, words, owner: None, codes }
}
