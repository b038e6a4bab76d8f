//! Knowing earlier workshops, and carrying one forward.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{Document, EarlierWorkshopId, Edit, Progress, Rating, Shift, notation};

fn parse(text: &str) -> Document {
    notation::parse(text, &mut numbered()).unwrap()
}

fn fresh() -> impl FnMut() -> EarlierWorkshopId {
    let mut next = 9_000;
    move || {
        next += 1;
        EarlierWorkshopId(Uuid::from_u128(next))
    }
}

const LAST_YEAR: &str = "workshop \"Last year\"\ndate 2025-06-18\nrecommendation a \"Name an owner\" progress=agreed \
     timing=wave1 due=2025-09-30 votes=3\nrecommendation b \"Reserve slots\"\nshift roles now=2 target=4 note=\"Two teams\"\n\
     shift metrics target=3\nround roles blind revealed=yes\nquestion roles \"Who calls?\" commercial=3\n\
     earlier \"Before\" date=2024-06-18 culture=2\nknown b progress=proposed\n";

#[test]
fn a_workshop_knows_what_another_one_says_and_what_that_knew() {
    let before = parse(
        "workshop \"W\"\nrecommendation n \"name an owner\" progress=done\nrecommendation m \"New\"\n\
         earlier \"Older\" roles=5\n",
    );
    // In a file of its own everything has other identities.
    let mut next = 500;
    let mut other = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let earlier = notation::parse(LAST_YEAR, &mut other).unwrap().history();
    let edit = Edit::compare_with(&before, &earlier, fresh());
    check(
        &before,
        &edit,
        expect![[r#"
        - earlier workshop "Older"
        + earlier workshop "Before"
        + earlier workshop "Last year"
    "#]],
    );
    assert_eq!(edit.label(&before), "Compare with an earlier workshop");
    let there = after(&before, &edit);
    let known = there.earlier_workshops_in_order();
    let titles: Vec<&str> = known.iter().map(|it| it.1.title.as_str()).collect();
    assert_eq!(titles, ["Before", "Last year"], "the last one last, and what was known is replaced");
    let last = there.last_workshop().unwrap();
    assert_eq!(last.date.map(|it| it.to_string()).as_deref(), Some("2025-06-18"));
    let score = last.scores[&Shift::Roles];
    assert_eq!((score.now.get(), score.target.map(Rating::get)), (2, Some(4)));
    assert_eq!(last.scores.len(), 1, "a shift without a score then has nothing to be compared with");
    let (id, action) = last.actions.iter().next().unwrap();
    assert_eq!((last.actions.len(), there.get(*id).unwrap().title.as_str()), (1, "name an owner"));
    assert_eq!(action.progress, Some(Progress::Agreed));
    let forget = Edit::forget_earlier(&there);
    assert_eq!(forget.label(&there), "Forget the earlier workshops");
    assert!(after(&there, &forget).earlier_workshops().is_empty());
}

#[test]
fn a_recommendation_that_goes_is_forgotten_there_too() {
    let before = parse(LAST_YEAR);
    let next = after(&before, &Edit::carry_forward(&before, fresh()));
    let (id, _) = next.recommendations_in_order()[0];
    let without = after(&next, &Edit::RemoveRecommendation { id });
    assert_eq!(without.last_workshop().unwrap().actions.len(), 1);
}

#[test]
fn what_is_carried_forward_is_history_and_the_room_starts_anew() {
    let before = parse(LAST_YEAR);
    let next: Document = after(&before, &Edit::carry_forward(&before, fresh()));
    let text = notation::print(&next);
    assert_eq!(notation::print(&parse(&text)), text);
    expect![[r#"
        workshop "Last year"
        shift roles target=4 note="Two teams"
        question roles "Who calls?"
        shift metrics target=3
        recommendation re1 "Name an owner" number=1 timing=wave1 progress=agreed due=2025-09-30
        recommendation re2 "Reserve slots" number=2
        earlier "Before" date=2024-06-18 culture=2
        known re2 progress=proposed
        earlier "Last year" date=2025-06-18 roles=2/4
        known re1 progress=agreed timing=wave1 due=2025-09-30
        known re2
    "#]]
    .assert_eq(&text);
}
