//! What edits of recommendations and of the roadmap do, and what they refuse (Q4, Q6).

use chrono::{NaiveDate, Weekday};
use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    Document, Edit, Rating, Recommendation, RecommendationField, RecommendationId, RoadmapDay, RoadmapField,
    Timing, Title, Wave, WorkshopField, notation,
};

/// Three recommendations in two workstreams, the last of which waits for the first.
fn planned() -> Document {
    let text = r#"
workshop "Repair"
date 2026-06-18
role lead "Team lead"
workstream own "Ownership"
workstream data "Data"
recommendation owners "Name one owner" owner=lead impact=4 effort=2 timing=wave1 workstream=own
recommendation slots "Reserve slots" depends-on=owners impact=5 effort=3
recommendation replace "Replace the system" number=9 timing=parked workstream=data depends-on=slots
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn id(document: &Document, number: u32) -> RecommendationId {
    *document.recommendations().iter().find(|(_, it)| it.number == number).unwrap().0
}

#[test]
fn recommendations_and_settings_are_written_and_read_again() {
    let d = planned();
    let codes: Vec<String> = d.recommendations_in_order().iter().map(|it| it.1.code()).collect();
    assert_eq!(codes, ["R1", "R2", "R9"]);
    let settings = [
        RoadmapField::Start(NaiveDate::from_ymd_opt(2026, 6, 22)),
        RoadmapField::WaveEnd(Wave::Third, RoadmapDay::new(200).unwrap()),
        RoadmapField::WaveEnd(Wave::Second, RoadmapDay::new(190).unwrap()),
        RoadmapField::WaveTitle(Wave::First, Some(title("Before summer"))),
        RoadmapField::Works(Weekday::Sat, true),
        RoadmapField::Holiday(NaiveDate::from_ymd_opt(2026, 7, 14).unwrap(), true),
    ];
    let set = settings.into_iter().map(|it| Edit::SetWorkshop(WorkshopField::Roadmap(it))).collect();
    let text = notation::print(&after(&d, &Edit::All(set)));
    for line in [
        "roadmap-start 2026-06-22\nwaves 30,190,200\nwave first \"Before summer\"\nweek mon,tue,wed,thu,fri,sat\nholiday 2026-07-14\n",
        "workstream ws2 \"Data\"\n",
        "recommendation re3 \"Replace the system\" number=9 timing=parked workstream=ws2 depends-on=re2\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn a_number_is_given_once_and_never_again() {
    let d = planned();
    let new = RecommendationId(Uuid::from_u128(900));
    let recommendation = Box::new(Recommendation { number: 1, ..Recommendation::new(title("Coach")) });
    let add = Edit::AddRecommendation { id: new, recommendation, before: Some(id(&d, 1)) };
    check(
        &d,
        &add,
        expect![[r#"
        + recommendation R10 "Coach"
    "#]],
    );
    let more = after(&d, &Edit::RemoveRecommendation { id: id(&d, 1) });
    let more = after(&more, &add_last());
    let codes: Vec<String> = more.recommendations_in_order().iter().map(|it| it.1.code()).collect();
    assert_eq!(codes, ["R2", "R9", "R10"], "a code does not move to another");
}

fn add_last() -> Edit {
    let recommendation = Box::new(Recommendation::new(title("Coach")));
    Edit::AddRecommendation { id: RecommendationId(Uuid::from_u128(901)), recommendation, before: None }
}

#[test]
fn q6_nothing_waits_for_itself() {
    let d = planned();
    let set = |number, field| Edit::SetRecommendation { id: id(&d, number), field };
    for (number, on) in [(1, 1), (1, 2), (1, 9), (2, 9)] {
        check(
            &d,
            &set(number, RecommendationField::DependsOn(id(&d, on), true)),
            expect![[r#"
            refused: That would have to wait for itself: it comes first for what it depends on.
        "#]],
        );
    }
    check(
        &d,
        &set(9, RecommendationField::DependsOn(id(&d, 1), true)),
        expect![[r#"
        ~ recommendation R9 "Replace the system"
    "#]],
    );
    let gone = RecommendationField::DependsOn(RecommendationId(Uuid::from_u128(900)), true);
    check(
        &d,
        &set(1, gone),
        expect![[r#"
        refused: That recommendation is no longer there.
    "#]],
    );
}

#[test]
fn q6_what_waits_for_itself_in_a_file_can_still_be_edited() {
    let text = "workshop \"W\"\nrecommendation a \"A\" depends-on=b\nrecommendation b \"B\" depends-on=a\n\
                recommendation c \"C\"\n";
    let d = notation::parse(text, &mut numbered()).unwrap();
    let set = |field| Edit::SetRecommendation { id: id(&d, 1), field };
    let named = after(&d, &set(RecommendationField::Title(title("Anew"))));
    assert_eq!(named.get(id(&d, 1)).unwrap().title, title("Anew"));
    let more = after(&d, &set(RecommendationField::DependsOn(id(&d, 3), true)));
    assert_eq!(more.get(id(&d, 1)).unwrap().depends_on.len(), 2, "that makes no new circle");
    let less = after(&d, &set(RecommendationField::DependsOn(id(&d, 2), false)));
    assert!(less.get(id(&d, 1)).unwrap().depends_on.is_empty());
    let back =
        Edit::SetRecommendation { id: id(&d, 3), field: RecommendationField::DependsOn(id(&d, 3), true) };
    assert!(back.plan(&d).is_err(), "a new circle is still refused");
}

#[test]
fn what_goes_is_forgotten_by_what_names_it() {
    let d = planned();
    let without = after(&d, &Edit::RemoveRecommendation { id: id(&d, 2) });
    assert!(without.get(id(&d, 9)).unwrap().depends_on.is_empty());
    let (stream, _) = d.workstreams_in_order()[0];
    let without = after(&d, &Edit::RemoveWorkstream { id: stream });
    assert_eq!(without.get(id(&d, 1)).unwrap().workstream, None);
    let (lead, _) = d.roles_in_order()[0];
    assert_eq!(d.held_by_role(lead).recommendations, [id(&d, 1)]);
    let without = after(&d, &Edit::RemoveRole { id: lead });
    assert_eq!(without.get(id(&d, 1)).unwrap().owner, None);
}

#[test]
fn a_place_on_the_board_is_one_gesture() {
    let d = planned();
    let placed = RecommendationField::Placed { impact: Rating::new(3), effort: Rating::new(5) };
    let edit = Edit::SetRecommendation { id: id(&d, 9), field: placed };
    assert_eq!(edit.label(&d), "Place on the board “Replace the system”");
    let recommendation = after(&d, &edit).get(id(&d, 9)).unwrap().clone();
    assert_eq!((recommendation.impact, recommendation.effort), (Rating::new(3), Rating::new(5)));
    assert_eq!(recommendation.timing, Some(Timing::Parked), "nothing else changes");
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    let d = planned();
    let set = |field| Edit::SetWorkshop(WorkshopField::Roadmap(field));
    check(
        &d,
        &set(RoadmapField::WaveEnd(Wave::First, RoadmapDay::new(90).unwrap())),
        expect![[r#"
        refused: A wave ends after the one before it and before the next.
    "#]],
    );
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let none = Edit::All(weekdays.map(|it| set(RoadmapField::Works(it, false))).to_vec());
    check(
        &d,
        &none,
        expect![[r#"
        refused: At least one day of the week is worked.
    "#]],
    );
}

#[test]
fn two_recommendations_of_one_number_are_no_workshop() {
    let text = "workshop \"W\"\nrecommendation a \"A\" number=2\nrecommendation b \"B\" number=2\n";
    let error = notation::parse(text, &mut numbered()).unwrap_err();
    assert_eq!(error.message, "two records have the same code, or one has none (recommendation)");
    for (line, message) in [
        ("recommendation a \"A\" impact=6", "6 is not a number from 1 to 5"),
        ("recommendation a \"A\" size=4", "4 is not one of 1, 2, 3, 5, 8, 13 and 20"),
        ("recommendation a \"A\" duration=0", "0 is not a number of working days"),
        ("recommendation a \"A\" number=4294967295", "there is no number after that"),
        ("waves 30,90", "there are three waves"),
        ("waves 30,90,90", "each wave ends after the one before"),
        ("week mon,someday", "someday is not a day of the week"),
    ] {
        let error = notation::parse(&format!("workshop \"W\"\n{line}\n"), &mut numbered()).unwrap_err();
        assert_eq!(error.message, message);
    }
}
