//! What overlays are about, on small maps.

use opmap_model::{CardField, CardKind, Document, Edit, MapKey, Pain};

use super::with_steps;
use crate::{Overlay, bottlenecks, friction};

fn map(document: &Document) -> MapKey {
    document.stages().values().next().unwrap().map()
}

/// Steps with their figures, by title.
fn told<T: std::fmt::Debug>(document: &Document, steps: &[(opmap_model::StepId, T)]) -> String {
    let one =
        |(id, figure): &(opmap_model::StepId, T)| format!("{} {figure:?}", document.get(*id).unwrap().title);
    steps.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn bottlenecks_are_the_three_worst_by_each_measure() {
    let document = with_steps(
        "step a \"A\" at=s1/ce wait=1h first-time-right=90%\nstep b \"B\" at=s1/di wait=3h first-time-right=80%\n\
         step c \"C\" at=s2/ne wait=2h\nstep d \"D\" at=s2/di wait=1h first-time-right=100%\nstep e \"E\" at=s2/ce wait=0s\n\
         flow a -> b\nflow b -> c\nflow d -> e\nflow a -> d",
    );
    let found = bottlenecks(&document, map(&document));
    let waits: Vec<_> = found.waits.steps.iter().map(|(id, it)| (*id, it.get())).collect();
    assert_eq!(
        told(&document, &waits),
        "B 10800, C 7200, A 3600",
        "of equals the first, and no wait is none"
    );
    assert_eq!((found.waits.known, found.waits.of), (5, 5));
    let right: Vec<_> = found.right_first_time.steps.iter().map(|(id, it)| (*id, it.get())).collect();
    assert_eq!(told(&document, &right), "B 800, A 900", "always right is no bottleneck");
    assert_eq!((found.right_first_time.known, found.right_first_time.of), (3, 5));
    assert_eq!(told(&document, &found.handoffs.steps), "A 2, B 2, D 2", "to and from the step together");
}

#[test]
fn what_is_not_set_is_no_bottleneck() {
    let document = with_steps("step a \"A\" at=s1/ce\nstep b \"B\" at=s1/ce\nflow a -> b");
    let found = bottlenecks(&document, map(&document));
    assert_eq!((found.waits.steps.len(), found.waits.known, found.waits.of), (0, 0, 2));
    assert_eq!((found.right_first_time.steps.len(), found.right_first_time.known), (0, 0));
    assert_eq!((found.handoffs.steps.len(), found.handoffs.known), (0, 2), "that there are none is known");
    let empty = with_steps("");
    assert_eq!(bottlenecks(&empty, map(&empty)).handoffs.of, 0);
}

#[test]
fn friction_counts_pain_points_by_how_much_they_hurt() {
    let mut document = with_steps("step a \"A\" at=s1/ce\nstep b \"B\" at=s1/ce\nstep c \"C\" at=s1/ce");
    let steps: Vec<_> = document.steps_of_map(map(&document)).iter().map(|it| it.0).collect();
    let mut next = 500;
    let mut add = |document: &mut Document, step, kind, pain, internal| {
        next += 1;
        let id = opmap_model::CardId(uuid::Uuid::from_u128(next));
        let card = opmap_model::Card::new(step, kind, opmap_model::Text::new("Words").unwrap());
        let edits = [
            Edit::AddCard { id, card, before: None },
            Edit::SetCard { id, field: CardField::Pain(pain) },
            Edit::SetCard { id, field: CardField::Internal(internal) },
        ];
        for edit in edits {
            let change = edit.plan(document).unwrap();
            document.apply(&change).unwrap();
        }
    };
    assert!(friction(&document, map(&document)).is_empty(), "nothing to judge");
    add(&mut document, steps[0], CardKind::PainPoint, None, false);
    add(&mut document, steps[0], CardKind::PainPoint, Some(Pain::Serious), false);
    add(&mut document, steps[1], CardKind::PainPoint, None, false);
    add(&mut document, steps[2], CardKind::Quote, None, false);
    add(&mut document, steps[2], CardKind::PainPoint, Some(Pain::Severe), true);
    let found = friction(&document, map(&document));
    assert_eq!(found.keys().copied().collect::<Vec<_>>(), steps[..2], "no quotes, nothing internal");
    let first = found[&steps[0]];
    assert_eq!((first.pain_points, first.gravest, first.unrated), (2, Some(Pain::Serious), 1));
    assert_eq!((first.level(), found[&steps[1]].level()), (2, 1), "what is not rated is at least a nuisance");
    add(&mut document, steps[0], CardKind::PainPoint, Some(Pain::Severe), false);
    assert_eq!(friction(&document, map(&document))[&steps[0]].level(), 4, "severe, and the third");
}

#[test]
fn overlays_are_told_apart_by_name() {
    let keys: std::collections::BTreeSet<_> = Overlay::ALL.iter().map(|it| it.key()).collect();
    assert_eq!(keys.len(), Overlay::ALL.len());
}
