//! Writing fails at every point at which it can be made to.

use opmap_model::{Edit, Text, WorkshopField};

use super::{Place, at, read_anew, retitled};
use crate::{CommitError, DocumentFile, StoreError};

#[test]
fn a_full_drive_loses_nothing_and_saving_goes_on_when_there_is_room() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let edit = |number: u32| {
        let text = Text::new(&format!("{number}{}", "x".repeat(9_000))).unwrap();
        Edit::SetWorkshop(WorkshopField::Purpose(Some(text)))
    };
    file.commit(file.revision(), &edit(0), at(0)).unwrap();
    let (document, revision, bytes) = (file.document().clone(), file.revision(), place.bytes());

    let pages: u32 = file.connection().pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    file.connection().pragma_update(None, "max_page_count", pages).unwrap();
    for _ in 0..3 {
        let error = file.commit(revision, &edit(1), at(1)).unwrap_err();
        assert!(matches!(error, CommitError::Store(StoreError::DriveFull { .. })), "{error:?}");
        assert!(file.document() == &document && file.revision() == revision);
        assert_eq!(place.names().len(), 1);
        assert!(place.bytes() == bytes);
    }

    file.connection().pragma_update(None, "max_page_count", u32::MAX >> 2).unwrap();
    file.commit(revision, &edit(1), at(1)).unwrap();
    assert!(read_anew(&place.path) == *file.document());
}

/// Runs `act`, broken off after one step of the database engine, then after a few more, and so on, until it gets
/// through. Returns how often it was broken off.
fn break_off_everywhere<T>(
    place: &Place,
    file: &mut DocumentFile,
    act: impl Fn(&mut DocumentFile) -> Result<T, CommitError>,
) -> u32 {
    let before = (file.document().clone(), file.revision(), place.bytes());
    let mut times = 0;
    for steps in (1..).step_by(5) {
        let mut left = steps;
        let count_down = move || {
            left -= 1;
            left == 0
        };
        file.connection().progress_handler(1, Some(count_down)).unwrap();
        let done = act(file);
        file.connection().progress_handler(1, None::<fn() -> bool>).unwrap();
        match done {
            Ok(_) => break,
            Err(CommitError::Store(_)) => {
                assert!(read_anew(&place.path) == *file.document(), "broken off after {steps}");
                times += 1;
                if file.revision() > before.1 {
                    // Broken off between the end of the commit and the answer.
                    break;
                }
                assert!(file.document() == &before.0, "broken off after {steps}");
                assert!(place.bytes() == before.2, "broken off after {steps}");
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    assert!(read_anew(&place.path) == *file.document());
    times
}

#[test]
fn a_commit_broken_off_anywhere_is_not_there_at_all() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let step = *file.document().steps().keys().next().unwrap();
    let edits = [retitled("Kick-off"), Edit::RemoveSteps { ids: vec![step] }];
    let mut broken_off = 0;
    for edit in &edits {
        broken_off +=
            break_off_everywhere(&place, &mut file, |file| file.commit(file.revision(), edit, at(1)));
    }
    broken_off += break_off_everywhere(&place, &mut file, |file| file.undo(file.revision(), at(2)));
    broken_off += break_off_everywhere(&place, &mut file, |file| file.redo(file.revision(), at(3)));
    assert!(file.document().get(step).is_none());
    assert!(broken_off > 100, "{broken_off} points were tried");
}
