//! The laws that every edit keeps, on random edits, and what each edit does and refuses.

mod acceptances;
mod anonymous;
mod copies;
mod counterparts;
mod crowded;
mod decisions;
mod does;
mod earlier;
mod evidence;
mod findings;
mod health;
mod laws;
mod letters;
mod logs;
mod recommendations;
mod recovery;
mod registers;
mod report;
mod shifts;

use uuid::Uuid;

use crate::{Document, Edit, notation};

/// Identities 1, 2, 3, … in the order in which they are asked for.
fn numbered() -> impl FnMut() -> Uuid {
    let mut next = 0;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// A small map: two stages, two lanes, three steps, two connectors, and the same journey *to be*.
fn small() -> Document {
    let text = r#"
workshop "Repair"
role lead "Team lead" level=3
role adv "Service advisor" function="Service" level=1 reports-to=lead
channel phone "Phone" medium=phone
journey repair "Repair a fault" owner=lead
map repair as-lived
stage contact "Contact"
stage visit "Visit"
lane customer "Customer" kind=customer
lane centre "Contact centre" kind=frontstage function="Service" role=adv
lane dispatch "Dispatch" kind=backstage function="Operations"
step call "Calls support" at=contact/customer kind=touchpoint channel=phone
step verify "Verify the fault" at=contact/centre
step assign "Assign a technician" at=visit/dispatch
flow call -> verify
flow verify -> assign owner=adv trigger="Fault confirmed"
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

/// The document behind an edit; it breaks no rule, and one undo brings back all.
#[track_caller]
fn after(document: &Document, edit: &Edit) -> Document {
    let change = edit.plan(document).unwrap();
    let mut after = document.clone();
    after.apply(&change).unwrap();
    assert_eq!(after.violations(), []);
    let mut back = after.clone();
    back.apply(&change.inverted()).unwrap();
    assert_eq!(&back, document, "one undo restores all");
    after
}

/// Plans `edit` on `before` and compares what it does, record by record, or the sentence that refuses it.
#[track_caller]
fn check(before: &Document, edit: &Edit, expect: expect_test::Expect) {
    let told = match edit.plan(before) {
        Ok(change) => {
            let mut after = before.clone();
            after.apply(&change).unwrap();
            assert_eq!(after.violations(), []);
            notation::print_change(&change, before, &after)
        }
        Err(refusal) => format!("refused: {refusal}\n"),
    };
    expect.assert_eq(&told);
}
