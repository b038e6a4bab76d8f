use opmap_model::generate::{self, Dice, Options, random_edit};
use opmap_model::{Document, Edit, Letter, LetterCell, Mark, StepField, StepId, Subject, Text, notation};

use super::{Place, at, play, read_anew, retitled};
use crate::{CommitError, DocumentFile, StoreError};

#[test]
fn six_hundred_gestures_are_taken_back_one_by_one_after_reopening() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let first = file.document().clone();
    play(&mut file, &mut Dice::new(6), 600, |_| ());
    let last = file.document().clone();
    drop(file);

    let mut file = place.open();
    let mut undone = 0;
    while file.undo(file.revision(), at(undone)).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 600);
    assert_eq!(file.document(), &first);
    assert_eq!((file.undo_label(), file.revision().0), (None, 1_200));
    drop(file);

    let mut file = place.open();
    assert_eq!(file.document(), &first);
    while file.redo(file.revision(), at(0)).unwrap().is_some() {}
    assert_eq!(file.document(), &last);
    assert_eq!(read_anew(&place.path), last);
}

#[test]
fn a_thousand_gestures_are_kept() {
    let place = Place::with_workshop();
    let mut file = place.open();
    for number in 0..1_010 {
        file.commit(file.revision(), &retitled(&format!("Title {number}")), at(number)).unwrap();
    }
    let mut undone = 0;
    while file.undo(file.revision(), at(0)).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 1_000);
    assert_eq!(file.document().workshop().title.as_str(), "Title 9");
    assert_eq!(read_anew(&place.path), *file.document());
}

/// What the history should hold, in memory: every document since the beginning and the place among them.
struct Expected {
    documents: Vec<Document>,
    now: usize,
}

#[test]
fn edits_undo_redo_and_reopening_in_any_order_agree_with_a_model() {
    for seed in [11, 12, 13] {
        let place = Place::with_workshop();
        let mut file = place.open();
        let mut expected = Expected { documents: vec![file.document().clone()], now: 0 };
        let mut dice = Dice::new(seed);
        let (mut undone, mut redone, mut reopened) = (0, 0, 0);
        for second in 0..250 {
            let revision = file.revision();
            match dice.below(10) {
                0..=2 => match file.undo(file.revision(), at(second)).unwrap() {
                    None => assert_eq!(expected.now, 0),
                    Some(step) => {
                        let mut before = expected.documents[expected.now].clone();
                        before.apply(&step.change).unwrap();
                        assert_eq!(&before, file.document(), "the answer holds the change that was made");
                        assert_eq!(step.committed.revision, revision.next());
                        expected.now -= 1;
                        undone += 1;
                    }
                },
                3..=4 => match file.redo(file.revision(), at(second)).unwrap() {
                    None => assert_eq!(expected.now, expected.documents.len() - 1),
                    Some(step) => {
                        assert_eq!(step.committed.revision, revision.next());
                        expected.now += 1;
                        redone += 1;
                    }
                },
                5 => {
                    drop(file);
                    file = place.open();
                    reopened += 1;
                }
                _ => match file.commit(revision, &random_edit(file.document(), &mut dice), at(second)) {
                    Ok(committed) if committed.revision > revision => {
                        expected.documents.truncate(expected.now + 1);
                        expected.documents.push(file.document().clone());
                        expected.now += 1;
                        assert_eq!(committed.redo_label, None);
                    }
                    Ok(_) | Err(CommitError::Refused(_)) => (),
                    Err(error) => panic!("{error:?}"),
                },
            }
            assert_eq!(file.document(), &expected.documents[expected.now]);
            assert_eq!(file.undo_label().is_some(), expected.now > 0);
            assert_eq!(file.redo_label().is_some(), expected.now + 1 < expected.documents.len());
        }
        assert!(undone > 20 && redone > 10 && reopened > 10, "{undone} {redone} {reopened}");
        assert_eq!(read_anew(&place.path), expected.documents[expected.now]);
    }
}

#[test]
fn a_history_that_does_not_fit_is_not_carried_out() {
    let tampers = [
        "UPDATE history_records SET after = replace(after, 'Kick-off', 'Other')",
        "UPDATE history_records SET before = '{', after = '{'",
        "UPDATE history_records SET kind = 'nonsense'",
        "UPDATE history_records SET before = NULL",
    ];
    for tamper in tampers {
        let place = Place::with_workshop();
        let mut file = place.open();
        file.commit(file.revision(), &retitled("Kick-off"), at(1)).unwrap();
        drop(file);
        place.tamper(tamper);
        let bytes = place.bytes();
        let mut file = place.open();
        let error = file.undo(file.revision(), at(2)).unwrap_err();
        assert!(matches!(error, CommitError::Store(StoreError::Damaged { .. })), "{tamper}: {error:?}");
        assert_eq!(file.document().workshop().title.as_str(), "Kick-off");
        assert_eq!(place.bytes(), bytes, "{tamper}");
    }
}

#[test]
fn what_can_no_longer_come_back_is_gone_from_the_file() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let secret = "Project Nightingale";
    let is_there = || place.bytes().windows(secret.len()).any(|window| window == secret.as_bytes());
    // Long enough to fill pages of their own, which are then free.
    let note = Text::new(&format!("{secret}: {}", "x".repeat(9_000))).unwrap();
    let ids = file.document().steps().keys().copied().collect();
    let edit = Edit::SetSteps { ids, field: StepField::Note(Some(note)) };
    file.commit(file.revision(), &edit, at(1)).unwrap();
    file.undo(file.revision(), at(2)).unwrap().unwrap();
    assert!(is_there(), "it can be brought again");
    file.commit(file.revision(), &retitled("Kick-off"), at(3)).unwrap();
    assert!(!is_there());
}

#[test]
fn the_history_stays_small_enough_to_carry_around() {
    let place = Place::with_workshop();
    let mut file = place.open();
    for number in 1..=5 {
        file.commit(file.revision(), &retitled(&format!("Title {number}")), at(number)).unwrap();
    }
    drop(file);
    // As if the second and the fourth gesture had touched very many records.
    place.tamper("UPDATE history SET records = 300000 WHERE gesture IN (2, 4)");
    let mut file = place.open();
    file.commit(file.revision(), &retitled("Title 6"), at(6)).unwrap();
    while file.undo(file.revision(), at(0)).unwrap().is_some() {}
    assert_eq!(
        file.document().workshop().title.as_str(),
        "Title 2",
        "the gestures up to the second are forgotten"
    );
}

#[test]
fn a_role_used_in_five_hundred_places_comes_back_to_the_byte() {
    let place = Place::new();
    let made = generate::document(&Options { steps: 500, lanes: 8, stages: 6, seed: 5 });
    DocumentFile::create(&place.path, &made, at(0)).unwrap();
    let mut file = place.open();
    let role = made.journeys().values().next().unwrap().owner.unwrap();
    let mark = Mark::Letter(Letter::Consulted);
    let cell = |step: &StepId| LetterCell { subject: Subject::Step(*step), role, mark };
    let cells = made.steps().keys().map(cell).collect();
    file.commit(file.revision(), &Edit::SetLetters { cells }, at(1)).unwrap();
    let held = file.document().held_by_role(role);
    assert!(held.letters.len() >= 500 && !held.lanes.is_empty() && !held.journeys.is_empty());
    let written = |document: &Document| (serde_json::to_string(document).unwrap(), notation::print(document));
    let before = written(file.document());

    file.commit(file.revision(), &Edit::RemoveRole { id: role }, at(2)).unwrap();
    assert!(file.document().held_by_role(role).is_empty(), "nothing names it any more");
    assert_ne!(written(file.document()), before);
    drop(file);

    let mut file = place.open();
    file.undo(file.revision(), at(3)).unwrap().unwrap();
    assert_eq!(written(file.document()), before);
    drop(file);
    assert_eq!(written(&read_anew(&place.path)), before);
}
