//! Which patterns of recommendations are offered, and why.

use opmap_model::{Document, Edit, RecommendationId};
use uuid::Uuid;

use super::{parse, with_steps};
use crate::{analyze, suggestions};

/// Handles with their reasons.
fn told(document: &Document) -> Vec<String> {
    let found = suggestions(document, &analyze(document));
    let reasons = |it: &crate::Suggestion| {
        it.reasons.iter().map(crate::Reason::sentence).collect::<Vec<_>>().join(" / ")
    };
    found.iter().map(|it| format!("{}: {}", it.pattern.handle, reasons(it))).collect()
}

#[test]
fn nothing_is_offered_without_a_reason() {
    assert!(told(&parse("workshop \"W\"")).is_empty());
}

#[test]
fn what_checks_find_and_shifts_lack_is_the_reason_and_errors_come_first() {
    let document =
        parse("workshop \"W\"\njourney j \"Repair\"\njourney k \"Sale\"\nshift culture now=2 target=4\n");
    let told = told(&document);
    assert_eq!(told[0], "journey-owner: R16, 2 times. No one owns the journey “Repair” from end to end.");
    assert!(
        told.contains(&"hear-customers: “Culture and collaboration” has 2 levels to go.".to_owned()),
        "{told:#?}"
    );
    assert!(
        !told.iter().any(|it| it.starts_with("weekly-look")),
        "a shift that nobody has scored is no reason"
    );
    let near = parse("workshop \"W\"\nshift culture now=3 target=4\n");
    assert!(suggestions(&near, &analyze(&near)).is_empty(), "one level is the usual way to go");
}

#[test]
fn measures_are_reasons_too() {
    let document = with_steps(
        "step a \"A\" at=s1/ce work=1h wait=9h\nstep b \"B\" at=s2/di work=1h\nflow a -> b owner=own\nrework b -> a\n",
    );
    let told = told(&document);
    let reason = |handle: &str| told.iter().find(|it| it.starts_with(handle)).cloned().unwrap_or_default();
    assert_eq!(reason("first-time-right"), "first-time-right: Work goes back once in “Repair”, as lived.");
    assert_eq!(
        reason("wait-first"),
        "wait-first: Only 19\u{2009}% of the time is work in “Repair”, as lived."
    );
}

#[test]
fn what_is_accepted_or_recommended_already_is_not_offered() {
    let mut document = parse("workshop \"W\"\njourney j \"Repair\"\n");
    let found = suggestions(&document, &analyze(&document));
    let pattern = found.iter().find(|it| it.pattern.handle == "journey-owner").unwrap().pattern;
    let recommendation = Box::new(pattern.recommendation());
    let id = RecommendationId(Uuid::from_u128(900));
    let add = Edit::AddRecommendation { id, recommendation, before: None };
    document.apply(&add.plan(&document).unwrap()).unwrap();
    assert!(!told(&document).iter().any(|it| it.starts_with("journey-owner")));
    let accepted = parse("workshop \"W\"\njourney j \"Repair\"\naccept \"R16\" \"It ends in spring.\"\n");
    assert!(!told(&accepted).iter().any(|it| it.starts_with("journey-owner")));
}
