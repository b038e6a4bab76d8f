//! What a gesture on the roadmap becomes, and what is said of it.

use opmap_analysis::{Roadmap, WorkCalendar, roadmap};
use opmap_drawing::GanttGroup;
use opmap_model::{
    Document, Edit, Keyword, Recommendation, RecommendationField, RecommendationId, RoadmapDay, Timing, Wave,
    WorkingDays,
};

use crate::keys::{self, Command, OnRoadmap, Way};

/// Where a recommendation is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the roadmap: on a day and in a row; without one of them that stays as it is.
    On { day: Option<u64>, row: Option<GanttGroup> },
    /// Not now.
    Parked,
    /// In no wave yet.
    NoWave,
}

/// The edit that puts a recommendation somewhere; none where it is there already.
pub(super) fn put(document: &Document, found: &Roadmap, id: RecommendationId, place: Place) -> Option<Edit> {
    let it = document.get(id)?;
    let mut fields = Vec::new();
    match place {
        Place::On { day, row } => {
            if let Some(day) = day {
                let (timing, start) = at_day(document, &found.calendar, day);
                fields.push(RecommendationField::Timing(Some(timing)));
                fields.push(RecommendationField::Start(start));
            }
            fields.extend(row.map(in_row));
        }
        Place::Parked => fields.push(RecommendationField::Timing(Some(Timing::Parked))),
        Place::NoWave => {
            fields.push(RecommendationField::Timing(None));
            fields.push(RecommendationField::Start(None));
        }
    }
    fields.retain(|field| changes(it, field));
    one_edit(id, fields)
}

/// The wave that a day is in, the last for all behind it, and the start; the first day of a wave is that of all in it.
fn at_day(document: &Document, calendar: &WorkCalendar, day: u64) -> (Timing, Option<RoadmapDay>) {
    let waves = &document.workshop().roadmap.waves;
    let day = day.min(RoadmapDay::LIMIT.into());
    let wave = Wave::ALL.iter().copied().find(|it| day <= waves.last_day(*it).into()).unwrap_or(Wave::Third);
    let first = calendar.worked_from(waves.first_day(wave).into());
    let start = u16::try_from(day).ok().and_then(RoadmapDay::new).filter(|_| day > first);
    (wave.into(), start)
}

fn in_row(row: GanttGroup) -> RecommendationField {
    match row {
        GanttGroup::Workstream(it) => RecommendationField::Workstream(it),
        GanttGroup::Owner(it) => RecommendationField::Owner(it),
    }
}

fn changes(it: &Recommendation, field: &RecommendationField) -> bool {
    match field {
        RecommendationField::Timing(timing) => it.timing != *timing,
        RecommendationField::Start(start) => it.start != *start,
        RecommendationField::Workstream(workstream) => it.workstream != *workstream,
        RecommendationField::Owner(owner) => it.owner != *owner,
        _ => true,
    }
}

fn one_edit(id: RecommendationId, fields: Vec<RecommendationField>) -> Option<Edit> {
    let mut edits: Vec<Edit> =
        fields.into_iter().map(|field| Edit::SetRecommendation { id, field }).collect();
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// Moves it by working days, later for a positive number.
///
/// # Errors
/// Why it stays where it is, in a sentence.
pub(super) fn moved(
    document: &Document,
    found: &Roadmap,
    id: RecommendationId,
    days: i64,
) -> Result<Edit, String> {
    let planned = found.planned(id).ok_or_else(|| not_planned(document, id))?;
    let before = found.calendar.worked_before(planned.first);
    let to = before.checked_add_signed(days).ok_or("It begins on the first day already.")?;
    let place = Place::On { day: Some(found.calendar.worked_day(to)), row: None };
    let held = || {
        let needs = held_by(document, found, id).map_or_else(String::new, |it| format!(" before {it} ends"));
        format!("{} cannot begin{}.", code(document, id), if needs.is_empty() { " earlier" } else { &needs })
    };
    let edit = put(document, found, id, place).ok_or_else(held)?;
    let after = after(document, &edit)?;
    match roadmap(&after).planned(id) {
        Some(it) if it.first != planned.first => Ok(edit),
        _ => Err(held()),
    }
}

/// Moves it to the wave before or behind its own, where it begins as early as it can.
///
/// # Errors
/// Why it stays where it is, in a sentence.
pub(super) fn to_wave(
    document: &Document,
    found: &Roadmap,
    id: RecommendationId,
    later: bool,
) -> Result<Edit, String> {
    let own = found.planned(id).map(|it| it.wave);
    let wave = match (own, later) {
        (None, true) => Some(Wave::First),
        (None, false) => return Err(not_planned(document, id)),
        (Some(own), _) => {
            let at = own.number() - 1;
            let to = if later { Some(at + 1) } else { at.checked_sub(1) };
            to.and_then(|it| Wave::ALL.get(it).copied())
        }
    };
    let wave = wave.ok_or_else(|| {
        let which = if later { "last" } else { "first" };
        format!("{} is in the {which} wave already.", code(document, id))
    })?;
    let fields = vec![RecommendationField::Timing(Some(wave.into())), RecommendationField::Start(None)];
    one_edit(id, fields).ok_or_else(String::new)
}

/// Parks it, or brings it back: to the wave of the day that it was given, else to the first in which all that it needs
/// can be done.
pub(super) fn turn_parked(document: &Document, found: &Roadmap, id: RecommendationId) -> Option<Edit> {
    let it = document.get(id)?;
    if it.timing != Some(Timing::Parked) {
        return put(document, found, id, Place::Parked);
    }
    let timing = match it.start {
        Some(start) => at_day(document, &found.calendar, start.get().into()).0,
        None => {
            let waves = it.depends_on.iter().filter_map(|it| found.planned(*it)).map(|it| it.wave);
            waves.max().unwrap_or(Wave::First).into()
        }
    };
    one_edit(id, vec![RecommendationField::Timing(Some(timing))])
}

/// Makes it longer, or shorter, by working days.
///
/// # Errors
/// Why it stays as long as it is, in a sentence.
pub(super) fn longer(document: &Document, id: RecommendationId, days: i32) -> Result<Edit, String> {
    let gone = || "It is gone.".to_owned();
    let now = document.get(id).ok_or_else(gone)?.duration.map_or(0, |it| i32::from(it.get()));
    let days = u16::try_from(now + days).ok().and_then(WorkingDays::new);
    let days = days.ok_or_else(|| match now {
        0 => format!("Nobody has said yet how long {} takes.", code(document, id)),
        _ if now > 1 => "A duration is at most 2,600 working days.".to_owned(),
        _ => format!("{} takes at least one day.", code(document, id)),
    })?;
    Ok(Edit::SetRecommendation { id, field: RecommendationField::Duration(Some(days)) })
}

/// Lets it end on a day: as long as that takes, at least a day.
pub(super) fn until(document: &Document, found: &Roadmap, id: RecommendationId, last: u64) -> Option<Edit> {
    let planned = found.planned(id)?;
    let calendar = &found.calendar;
    let days = calendar.worked_before(last + 1).saturating_sub(calendar.worked_before(planned.first));
    let days = u16::try_from(days.clamp(1, WorkingDays::LIMIT.into())).ok().and_then(WorkingDays::new)?;
    let is_new = document.get(id)?.duration != Some(days);
    is_new.then_some(Edit::SetRecommendation { id, field: RecommendationField::Duration(Some(days)) })
}

/// Lets one wait for another, or no longer.
pub(super) fn wait(before: RecommendationId, after: RecommendationId, waits: bool) -> Edit {
    Edit::SetRecommendation { id: after, field: RecommendationField::DependsOn(before, waits) }
}

/// The document as it will be.
///
/// # Errors
/// The refusal, in a sentence.
fn after(document: &Document, edit: &Edit) -> Result<Document, String> {
    let change = edit.plan(document).map_err(|it| it.to_string())?;
    let mut after = document.clone();
    after.apply(&change).map_err(|_| "It has changed meanwhile.".to_owned())?;
    Ok(after)
}

/// What an edit does to a recommendation, and the roadmap then.
///
/// # Errors
/// The refusal, in a sentence.
pub(super) fn outcome(
    document: &Document,
    edit: &Edit,
    id: RecommendationId,
) -> Result<(String, Roadmap), String> {
    let after = after(document, edit)?;
    let found = roadmap(&after);
    Ok((told(&after, &found, id), found))
}

/// When a recommendation is done, and what stands in its way.
pub(super) fn told(document: &Document, found: &Roadmap, id: RecommendationId) -> String {
    let Some(it) = document.get(id) else { return String::new() };
    let Some(planned) = found.planned(id) else {
        let where_to = if it.timing == Some(Timing::Parked) { "is parked" } else { "has no wave yet" };
        return format!("{} {where_to}.", it.code());
    };
    let day = |day| day_words(&found.calendar, day);
    let first = day(planned.first);
    let mut words = format!("{}, {}: {first} to ", it.code(), planned.wave.label());
    words += &planned.last.map_or_else(|| "an open end".to_owned(), day);
    if let Some(before) = held_by(document, found, id) {
        words += &format!(", after {before}");
    }
    if planned.overruns {
        words += ", later than its wave";
    }
    let impossible = found.dependencies.iter().find(|it| it.after == id && it.impossible.is_some());
    if let Some(it) = impossible {
        words += &format!(". It needs {}, which comes later or not at all", code(document, it.before));
    }
    words + "."
}

/// What it waits for until the day on which it begins.
fn held_by(document: &Document, found: &Roadmap, id: RecommendationId) -> Option<String> {
    let planned = found.planned(id)?;
    let waits = found.dependencies.iter().filter(|it| it.after == id);
    let ends = waits.filter_map(|it| {
        let before = found.planned(it.before)?;
        Some((before.id, before.last.map_or(before.first, |it| it + 1)))
    });
    let (before, end) = ends.max_by_key(|it| it.1)?;
    let is_next = found.calendar.worked_from(end) >= planned.first;
    is_next.then(|| code(document, before))
}

/// The code of a recommendation.
pub(super) fn code(document: &Document, id: RecommendationId) -> String {
    document.get(id).map_or_else(|| "It".to_owned(), Recommendation::code)
}

fn hint(command: OnRoadmap) -> String {
    keys::hint(Command::Roadmap(command))
}

/// Why what stands in no wave cannot be moved in time.
fn not_planned(document: &Document, id: RecommendationId) -> String {
    match document.get(id).and_then(|it| it.timing) {
        Some(Timing::Parked) => {
            format!("{} is parked. {} brings it back.", code(document, id), hint(OnRoadmap::Park))
        }
        _ => {
            let key = hint(OnRoadmap::MoveWave(Way::Right));
            format!("{} has no wave yet. {key} puts it into the first.", code(document, id))
        }
    }
}

/// A day as `18 June`, or by its number while the roadmap has no date.
pub(super) fn day_words(calendar: &WorkCalendar, day: u64) -> String {
    let date = calendar.date(day).map(opmap_analysis::day);
    date.map_or_else(
        || format!("day {day}"),
        |it| it.rsplit_once(' ').map_or(it.clone(), |it| it.0.to_owned()),
    )
}

#[cfg(test)]
mod tests {
    use opmap_analysis::roadmap;
    use opmap_drawing::GanttGroup;
    use opmap_model::{Document, Edit, RecommendationId, WorkingDays, notation};

    use super::{Place, after, longer, moved, outcome, put, to_wave, told, turn_parked, until, wait};

    const PLAN: &str = "workshop \"W\"\ndate 2026-06-18\nworkstream w \"Own\"\n\
        recommendation a \"A\" timing=wave1 duration=10 workstream=w\n\
        recommendation b \"B\" timing=wave1 duration=5 depends-on=a\n\
        recommendation c \"C\" timing=parked start=40\n\
        recommendation d \"D\"\n\
        recommendation e \"E\" timing=wave3 duration=1\n";

    fn document() -> Document {
        let mut next = 0;
        notation::parse(PLAN, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn id(document: &Document, code: &str) -> RecommendationId {
        document.recommendations_in_order().into_iter().find(|it| it.1.code() == code).unwrap().0
    }

    fn said(document: &Document, edit: &Edit, code: &str) -> String {
        outcome(document, edit, id(document, code)).unwrap().0
    }

    #[test]
    fn a_bar_moves_by_working_days_over_weekends_and_into_the_next_wave() {
        let document = document();
        let found = roadmap(&document);
        let by = |code, days| moved(&document, &found, id(&document, code), days);
        // From a Thursday.
        assert_eq!(said(&document, &by("R1", 1).unwrap(), "R1"), "R1, Wave 1: 19 June to 2 July.");
        assert_eq!(said(&document, &by("R1", 2).unwrap(), "R1"), "R1, Wave 1: 22 June to 3 July.");
        let far = said(&document, &by("R1", 23).unwrap(), "R1");
        assert_eq!(far, "R1, Wave 2: 21 July to 3 August.", "it goes into the wave of its day");
        assert_eq!(by("R1", -1).unwrap_err(), "It begins on the first day already.");
        assert_eq!(by("R2", -1).unwrap_err(), "R2 cannot begin before R1 ends.");
        assert_eq!(by("R3", 1).unwrap_err(), "R3 is parked. P brings it back.");
        assert!(by("R4", 1).unwrap_err().contains("no wave yet"));
    }

    #[test]
    fn moved_there_and_back_it_is_as_it_was() {
        let document = document();
        let found = roadmap(&document);
        let there = moved(&document, &found, id(&document, "R1"), 1).unwrap();
        let between = after(&document, &there).unwrap();
        let back = moved(&between, &roadmap(&between), id(&document, "R1"), -1).unwrap();
        let end = after(&between, &back).unwrap();
        assert_eq!(end.get(id(&document, "R1")), document.get(id(&document, "R1")));
    }

    #[test]
    fn waves_end_at_the_first_and_the_last() {
        let document = document();
        let found = roadmap(&document);
        let to = |code, later| to_wave(&document, &found, id(&document, code), later);
        assert_eq!(said(&document, &to("R1", true).unwrap(), "R1"), "R1, Wave 2: 20 July to 31 July.");
        assert_eq!(said(&document, &to("R4", true).unwrap(), "R4"), "R4, Wave 1: 18 June to an open end.");
        assert_eq!(to("R1", false).unwrap_err(), "R1 is in the first wave already.");
        assert_eq!(to("R5", true).unwrap_err(), "R5 is in the last wave already.");
        let words = said(&document, &to("R1", true).unwrap(), "R2");
        assert!(words.ends_with("It needs R1, which comes later or not at all."), "{words}");
    }

    #[test]
    fn what_is_put_where_it_is_makes_no_edit_and_a_row_alone_leaves_the_days() {
        let document = document();
        let found = roadmap(&document);
        let one = id(&document, "R1");
        let own = document.get(one).unwrap().workstream;
        let row = |it| Place::On { day: None, row: Some(GanttGroup::Workstream(it)) };
        assert_eq!(put(&document, &found, one, row(own)), None);
        assert_eq!(put(&document, &found, one, Place::On { day: Some(0), row: None }), None);
        let none = put(&document, &found, one, row(None)).unwrap();
        assert_eq!(after(&document, &none).unwrap().get(one).unwrap().workstream, None);
        assert_eq!(said(&document, &none, "R1"), told(&document, &found, one));
    }

    #[test]
    fn what_is_parked_comes_back_to_the_wave_of_its_day_or_of_what_it_needs() {
        let document = document();
        let found = roadmap(&document);
        let turn = |document: &Document, code| {
            turn_parked(document, &roadmap(document), id(document, code)).unwrap()
        };
        assert!(said(&document, &turn(&document, "R3"), "R3").starts_with("R3, Wave 2: 28 July"));
        let parked = after(&document, &turn(&document, "R2")).unwrap();
        assert_eq!(told(&parked, &roadmap(&parked), id(&parked, "R2")), "R2 is parked.");
        let later = to_wave(&parked, &found, id(&parked, "R1"), true).unwrap();
        let later = after(&parked, &later).unwrap();
        assert!(said(&later, &turn(&later, "R2"), "R2").starts_with("R2, Wave 2"));
    }

    #[test]
    fn an_end_is_stretched_over_weekends_to_at_least_a_day() {
        let document = document();
        let found = roadmap(&document);
        let days = |edit: Edit, code| {
            let it = id(&document, code);
            after(&document, &edit).unwrap().get(it).unwrap().duration.map(WorkingDays::get)
        };
        let to = |last| days(until(&document, &found, id(&document, "R1"), last).unwrap(), "R1");
        assert_eq!((to(4), to(2), to(0)), (Some(3), Some(2), Some(1)), "Saturday adds no day");
        assert_eq!(until(&document, &found, id(&document, "R1"), 13), None, "as long as it is");
        assert_eq!(days(longer(&document, id(&document, "R4"), 1).unwrap(), "R4"), Some(1));
        assert_eq!(longer(&document, id(&document, "R5"), -1).unwrap_err(), "R5 takes at least one day.");
        assert!(longer(&document, id(&document, "R4"), -1).unwrap_err().contains("Nobody has said"));
    }

    #[test]
    fn a_circle_is_refused_in_its_sentence() {
        let document = document();
        let edit = wait(id(&document, "R2"), id(&document, "R1"), true);
        let refused = outcome(&document, &edit, id(&document, "R1")).unwrap_err();
        assert_eq!(refused, opmap_model::Refusal::WaitsForItself.to_string());
    }
}
