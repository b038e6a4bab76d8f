//! Working days, and tasks that wait for each other, against counting by hand (Q6).

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use opmap_model::generate::Dice;
use opmap_model::{RecommendationId, WorkingWeek};

use super::{parse, told};
use crate::{Event, Impossible, Task, WorkCalendar, analyze, roadmap, schedule, upcoming};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar(start: &str, holidays: &[&str]) -> WorkCalendar {
    let holidays = holidays.iter().map(|it| date(it)).collect();
    WorkCalendar::new(Some(date(start)), WorkingWeek::default(), &holidays)
}

/// The date of the day that is worked after so many others.
fn worked(calendar: &WorkCalendar, before: u64) -> String {
    calendar.date(calendar.worked_day(before)).unwrap().to_string()
}

#[test]
fn working_days_skip_weekends_and_holidays() {
    // A Thursday; the Tuesday after is a holiday, and so is a Saturday, which makes no difference.
    let june = calendar("2026-06-18", &["2026-06-23", "2026-06-27"]);
    let days: Vec<String> = (0..6).map(|it| worked(&june, it)).collect();
    assert_eq!(days, ["2026-06-18", "2026-06-19", "2026-06-22", "2026-06-24", "2026-06-25", "2026-06-26"]);
    assert_eq!(june.worked_before(0), 0);
    assert_eq!(june.worked_before(6), 3, "what would begin on the holiday begins after three working days");
    assert_eq!(worked(&june, june.worked_before(2)), "2026-06-22", "a Saturday is moved on to Monday");
}

#[test]
fn leap_days_changes_of_the_clock_and_turns_of_the_year_are_days_like_others() {
    assert_eq!(worked(&calendar("2028-02-28", &[]), 1), "2028-02-29");
    assert_eq!(worked(&calendar("2027-02-26", &[]), 1), "2027-03-01");
    // Clocks change on 29 March and 25 October 2026 in much of Europe.
    assert_eq!(worked(&calendar("2026-03-27", &[]), 1), "2026-03-30");
    assert_eq!(worked(&calendar("2026-10-23", &[]), 1), "2026-10-26");
    let new_year = calendar("2026-12-23", &["2026-12-25", "2027-01-01"]);
    assert_eq!(worked(&new_year, 7), "2027-01-05");
    assert_eq!(
        WorkCalendar::new(Some(NaiveDate::MAX), WorkingWeek::default(), &BTreeSet::new()).date(1),
        None,
        "there is no day after the last"
    );
}

#[test]
fn without_a_date_the_first_day_is_a_monday_and_no_day_has_a_date() {
    let open = WorkCalendar::new(None, WorkingWeek::default(), &BTreeSet::from([date("2026-06-23")]));
    assert_eq!((0..7).map(|it| open.worked_day(it)).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 7, 8]);
    assert_eq!(open.date(0), None);
}

#[test]
fn working_days_are_those_that_are_counted_one_by_one() {
    let mut dice = Dice::new(7);
    for _ in 0..300 {
        let mut week = WorkingWeek::default();
        for day in [Weekday::Mon, Weekday::Wed, Weekday::Fri, Weekday::Sat, Weekday::Sun] {
            week = week.with(day, dice.below(2) == 0).unwrap();
        }
        let start = date("2026-01-01") + chrono::Days::new(dice.below(400) as u64);
        let near = |dice: &mut Dice| start + chrono::Days::new(dice.below(60) as u64) - chrono::Days::new(5);
        let holidays: BTreeSet<NaiveDate> = (0..dice.below(20)).map(|_| near(&mut dice)).collect();
        let calendar = WorkCalendar::new(Some(start), week, &holidays);
        let mut before = 0;
        for day in 0..90 {
            let it = start + chrono::Days::new(day);
            let works = week.works(chrono::Datelike::weekday(&it)) && !holidays.contains(&it);
            assert_eq!(calendar.works(day), works);
            assert_eq!(calendar.worked_before(day), before);
            if works {
                assert_eq!(calendar.worked_day(before), day, "{start} {week:?} {holidays:?}");
                before += 1;
            }
        }
    }
}

fn task(release: u64, duration: u64, after: &[usize]) -> Task {
    Task { release, duration, after: after.to_vec() }
}

#[test]
fn tasks_wait_and_those_beside_the_longest_way_have_slack() {
    // A(5) → B(3) → D(2), A → C(8) → D.
    let tasks = [task(0, 5, &[]), task(0, 3, &[0]), task(0, 8, &[0]), task(0, 2, &[1, 2])];
    let timetable = schedule(&tasks).unwrap();
    assert_eq!(timetable.end, 15);
    assert_eq!(timetable.longest, [0, 2, 3]);
    assert_eq!(timetable.tasks.iter().map(|it| it.slack()).collect::<Vec<_>>(), [0, 5, 0, 0]);
    assert_eq!(timetable.tasks.iter().map(|it| it.earliest).collect::<Vec<_>>(), [0, 5, 5, 13]);
    let later = schedule(&[task(0, 5, &[]), task(9, 3, &[0])]).unwrap();
    assert_eq!((later.end, later.tasks[0].slack(), later.tasks[1].slack()), (12, 4, 0));
    assert_eq!(schedule(&[]).unwrap().longest, [0; 0]);
}

#[test]
fn circles_are_named_whole() {
    let tasks = [task(0, 1, &[]), task(0, 1, &[3]), task(0, 1, &[0]), task(0, 1, &[1, 2])];
    assert_eq!(schedule(&tasks), Err(vec![1, 3]));
    assert_eq!(schedule(&[task(0, 1, &[0])]), Err(vec![0]));
    assert!(schedule(&[task(0, 1, &[8])]).is_ok(), "what is not there is not waited for");
}

/// Every chain that ends with a task, tried out.
fn chains(tasks: &[Task], last: usize) -> Vec<Vec<usize>> {
    let mut found = vec![vec![last]];
    for before in &tasks[last].after {
        for mut chain in chains(tasks, *before) {
            chain.push(last);
            found.push(chain);
        }
    }
    found
}

/// When the last task of a chain ends if nothing else is waited for.
fn end(tasks: &[Task], chain: &[usize]) -> u64 {
    chain.iter().fold(0, |end, it| end.max(tasks[*it].release) + tasks[*it].duration)
}

#[test]
fn times_are_those_of_every_way_tried_out() {
    let mut dice = Dice::new(11);
    for _ in 0..400 {
        let mut tasks: Vec<Task> = Vec::new();
        for at in 0..1 + dice.below(8) {
            let after: BTreeSet<usize> =
                (0..dice.below(3)).filter(|_| at > 0).map(|_| dice.below(at.max(1))).collect();
            let release = if dice.below(3) == 0 { dice.below(12) as u64 } else { 0 };
            tasks.push(Task { release, duration: dice.below(7) as u64, after: after.into_iter().collect() });
        }
        let timetable = schedule(&tasks).unwrap();
        let all: Vec<Vec<usize>> = (0..tasks.len()).flat_map(|it| chains(&tasks, it)).collect();
        let latest_end = all.iter().map(|it| end(&tasks, it)).max().unwrap();
        assert_eq!(timetable.end, latest_end, "{tasks:?}");
        for (at, timed) in timetable.tasks.iter().enumerate() {
            let ends = all.iter().filter(|it| it.last() == Some(&at)).map(|it| end(&tasks, it));
            assert_eq!(timed.earliest + tasks[at].duration, ends.max().unwrap(), "{tasks:?}");
            // As late as it can be: one day more and the whole is later.
            let delayed = |days: u64| {
                let mut tasks = tasks.clone();
                tasks[at].release = timed.earliest + days;
                schedule(&tasks).unwrap().end
            };
            assert_eq!(delayed(timed.slack()), latest_end);
            assert_eq!(delayed(timed.slack() + 1), latest_end + 1);
        }
        let weight = |it: &[usize]| (it.iter().map(|it| tasks[*it].duration).sum::<u64>(), it.len());
        assert!(all.contains(&timetable.longest));
        assert_eq!(weight(&timetable.longest), all.iter().map(|it| weight(it)).max().unwrap());
    }
}

const PLAN: &str = "workshop \"W\"\ndate 2026-06-18\n\
    recommendation a \"A\" timing=wave1 duration=10\n\
    recommendation b \"B\" timing=wave2 duration=20 depends-on=a\n\
    recommendation c \"C\" timing=wave1 start=4\n\
    recommendation d \"D\" timing=parked depends-on=b\n\
    recommendation e \"E\"\n\
    recommendation f \"F\" timing=wave1 progress=dropped\n";

#[test]
fn the_roadmap_begins_with_its_waves_and_waits() {
    let document = parse(PLAN);
    let found = roadmap(&document);
    let day = |day: u64| crate::day(found.calendar.date(day).unwrap());
    let code = |id: RecommendationId| document.get(id).unwrap().code();
    let told: Vec<String> = found
        .planned
        .iter()
        .map(|it| {
            format!(
                "{} {}–{} {:?}",
                code(it.id),
                day(it.first),
                it.last.map_or("?".to_owned(), day),
                it.slack
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "R1 18 June 2026–1 July 2026 Some(12)",
            "R2 20 July 2026–14 August 2026 Some(0)",
            "R3 22 June 2026–? Some(40)"
        ],
        "wave 2 begins on Sunday 19 July, so on Monday"
    );
    assert_eq!(found.longest.iter().map(|it| code(*it)).collect::<Vec<_>>(), ["R1", "R2"]);
    assert_eq!(found.parked.iter().map(|it| code(*it)).collect::<Vec<_>>(), ["R4"]);
    assert_eq!(found.unplanned.iter().map(|it| code(*it)).collect::<Vec<_>>(), ["R5"]);
    assert_eq!(found.dependencies.len(), 1, "what is parked waits for nothing yet");
    assert!(found.planned.iter().all(|it| !it.overruns));
    let longer = roadmap(&parse(&PLAN.replace("duration=10", "duration=40")));
    assert!(longer.planned[0].overruns, "30 days have no 40 working days");
}

#[test]
fn q6_what_cannot_be_is_named() {
    let document = parse(
        "workshop \"W\"\n\
         recommendation a \"A\" timing=wave2\n\
         recommendation b \"B\" timing=wave1 depends-on=a\n\
         recommendation c \"C\" timing=parked\n\
         recommendation d \"D\" timing=wave3 depends-on=c,e\n\
         recommendation e \"E\"\n",
    );
    let impossible: Vec<_> = roadmap(&document).dependencies.iter().map(|it| it.impossible).collect();
    assert_eq!(impossible, [Some(Impossible::EarlierWave), Some(Impossible::Parked)]);
    let errors: String =
        told(&analyze(&document)).lines().filter(|it| it.starts_with("Q6")).collect::<Vec<_>>().join("\n");
    assert_eq!(
        errors,
        "Q6 error R2 “B” starts in a wave before R1 “A”, which it depends on. (2 records)\n\
         Q6 error R4 “D” depends on R3 “C”, which is not to be done now. (2 records)"
    );
    // A file made elsewhere may hold a circle; edits make none.
    let circle = parse(
        "workshop \"W\"\n\
         recommendation a \"A\" timing=wave1 depends-on=c\n\
         recommendation b \"B\" timing=wave1 depends-on=a\n\
         recommendation c \"C\" timing=wave1 depends-on=b\n",
    );
    let errors: Vec<String> =
        told(&analyze(&circle)).lines().filter(|it| it.starts_with("Q6")).map(str::to_owned).collect();
    assert_eq!(
        errors,
        ["Q6 error R1 “A”, R2 “B” and R3 “C” wait for each other, so none of them can begin. (3 records)"]
    );
    assert!(roadmap(&circle).planned.iter().all(|it| it.slack.is_none()), "nothing is put in time");
}

#[test]
fn until_the_first_wave_ends_it_is_told_by_day_what_begins_and_what_is_due() {
    let document = parse(
        "workshop \"W\"\ndate 2026-06-18\n\
         recommendation a \"A\" timing=wave1 duration=10\n\
         recommendation b \"B\" timing=wave2 due=2026-07-01\n\
         recommendation c \"C\" timing=wave1 start=4 progress=under-way due=2026-06-01\n\
         recommendation d \"D\" timing=wave1 duration=2 progress=done\n\
         recommendation e \"E\" timing=wave1 duration=60\n\
         milestone \"Known\" day=13\nmilestone \"Later\" day=90\nmilestone \"Some day\"\n",
    );
    let found = roadmap(&document);
    let code = |id: RecommendationId| document.get(id).unwrap().code();
    let words = |event| match event {
        Event::Begins(id) => format!("{} begins", code(id)),
        Event::Due(id) => format!("{} is due", code(id)),
        Event::Reached(id) => document.get(id).unwrap().title.to_string(),
    };
    let told: Vec<String> =
        upcoming(&document, &found).iter().map(|it| format!("{} {}", it.day, words(it.event))).collect();
    assert_eq!(
        told,
        ["0 R1 begins", "0 R5 begins", "0 R3 is due", "13 R1 is due", "13 R2 is due", "13 Known"],
        "what is overdue is due at once; what is done, under way or later than the wave does not begin or end"
    );
    assert!(upcoming(&parse("workshop \"W\"\n"), &roadmap(&parse("workshop \"W\"\n"))).is_empty());
}
