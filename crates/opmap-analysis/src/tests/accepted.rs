//! Findings that the room accepts, with a reason (Q7).

use opmap_model::{AcceptanceId, Document, Edit, Text};
use uuid::Uuid;

use super::parse;
use crate::{Analysis, Finding, Severity, analyze};

/// Two steps without an A, and two without any letter.
fn open() -> Document {
    parse(
        "workshop \"W\"\nrole a \"A\"\njourney j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\n\
         lane ce \"Centre\" kind=frontstage\nstep w \"W\" at=s/ce letters=a:R\nstep x \"X\" at=s/ce letters=a:R\n\
         step y \"Y\" at=s/ce\nstep z \"Z\" at=s/ce",
    )
}

fn after(document: &Document, edit: &Edit) -> Document {
    let mut after = document.clone();
    after.apply(&edit.plan(document).unwrap()).unwrap();
    after
}

fn accept(document: &Document, finding: &Finding, reason: &str) -> Document {
    let mut next = 500;
    let fresh = || {
        next += 1;
        AcceptanceId(Uuid::from_u128(next))
    };
    after(document, &finding.accept(&Text::new(reason).unwrap(), fresh))
}

fn told(analysis: &Analysis) -> Vec<String> {
    let one = |it: &Finding| match &it.accepted {
        Some(accepted) => format!("({} {}: {})", it.rule, it.sentence, accepted.reason),
        None => format!("{} {}", it.rule, it.sentence),
    };
    analysis.findings.iter().map(one).collect()
}

#[test]
fn what_is_accepted_is_no_longer_counted_and_stands_last_with_its_reason() {
    let before = analyze(&open());
    assert_eq!((before.count(Severity::Error), before.accepted().count()), (3, 0));
    let document = accept(&open(), &before.findings[1], "Two leads share the shift.");
    let analysis = analyze(&document);
    assert_eq!((analysis.count(Severity::Error), analysis.accepted().count()), (2, 1));
    assert_eq!(
        told(&analysis).last().unwrap(),
        "(R1 No one is accountable for “W” in the as-lived map.: Two leads share the shift.)"
    );
    assert_eq!(analysis.raci, before.raci, "R18 states facts");
}

#[test]
fn it_can_get_another_reason_and_be_open_again() {
    let document = accept(&open(), &analyze(&open()).findings[1], "For now.");
    let finding = analyze(&document).accepted().next().unwrap().clone();
    let reworded = accept(&document, &finding, "Until May.");
    let finding = analyze(&reworded).accepted().next().unwrap().clone();
    assert_eq!(finding.accepted.as_ref().unwrap().reason.as_str(), "Until May.");
    assert_eq!(reworded.acceptances().len(), 1);
    assert_eq!(after(&reworded, &finding.reopen().unwrap()), open());
    assert_eq!(analyze(&open()).findings[0].reopen(), None);
}

#[test]
fn what_gathers_several_rows_is_accepted_for_each_of_them() {
    let r7 = |document: &Document| -> Vec<String> {
        told(&analyze(document)).into_iter().filter(|it| it.contains("R7")).collect()
    };
    let finding = analyze(&open()).findings.into_iter().find(|it| it.rule == "R7").unwrap();
    assert_eq!(finding.subjects().len(), 2);
    let document = accept(&open(), &finding, "Next round.");
    assert_eq!(
        r7(&document),
        [
            "(R7 2 of 4 in the as-lived map have no letter, the first is “Y”: nobody is assigned to them.: Next round.)"
        ]
    );
    let first = document.acceptances().keys().next().unwrap();
    let one = after(&document, &Edit::RemoveAcceptances { ids: vec![*first] });
    assert_eq!(
        r7(&one),
        [
            "R7 “Y” in the as-lived map has no letter: nobody is assigned to it.",
            "(R7 “Z” in the as-lived map has no letter: nobody is assigned to it.: Next round.)"
        ],
        "a row that comes later is open"
    );
}

#[test]
fn another_rule_at_the_same_record_stays_open() {
    let document = accept(&open(), &analyze(&open()).findings[1], "For now.");
    let mut other = document.clone();
    let (id, acceptance) = document.acceptances().iter().next().unwrap();
    let mut of_r2 = acceptance.clone();
    of_r2.rule = opmap_model::Title::new("R2").unwrap();
    other = after(&other, &Edit::RemoveAcceptances { ids: vec![*id] });
    other = after(&other, &Edit::AddAcceptance { id: *id, acceptance: of_r2 });
    assert_eq!(analyze(&other).accepted().count(), 0);
}

#[test]
fn d10_is_accepted_for_each_step_as_well() {
    let document = parse(
        "workshop \"W\"\nrole a \"A\"\njourney j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\n\
         lane ce \"Centre\" kind=frontstage\nstep x \"X?\" at=s/ce kind=decision\naccept \"D10\" \"Law says so.\"\n\
         step y \"Y?\" at=s/ce kind=decision\ndecision \"Other\" stage=s decider=a",
    );
    assert_eq!(
        told(&analyze(&document)),
        [
            "D10 “Y?” in the as-lived map is decided, and nothing says who has the right to.",
            "(D10 “X?” in the as-lived map is decided, and nothing says who has the right to.: Law says so.)"
        ]
    );
}
