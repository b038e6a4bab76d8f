use opmap_model::generate::Dice;
use opmap_model::{Edit, Refusal, Revision, RoleId};
use uuid::Uuid;

use super::{Place, at, play, read_anew, retitled};
use crate::{CommitError, DocumentFile};

#[test]
fn after_every_commit_the_file_says_what_memory_says() {
    for seed in [1, 2, 3] {
        let place = Place::with_workshop();
        let mut file = place.open();
        play(&mut file, &mut Dice::new(seed), 60, |file| {
            let read = DocumentFile::open_read_only(&place.path).unwrap();
            assert_eq!(read.document(), file.document());
            assert_eq!(read.revision(), file.revision());
            assert_eq!(read.saved_at(), file.saved_at());
            assert_eq!(read.undo_label(), file.undo_label());
            assert_eq!(read.redo_label(), None);
        });
    }
}

#[test]
fn a_commit_says_where_the_file_stands() {
    let place = Place::with_workshop();
    let mut file = place.open();
    assert_eq!((file.revision(), file.saved_at(), file.undo_label()), (Revision(0), at(0), None));
    let committed = file.commit(Revision(0), &retitled("Kick-off"), at(7)).unwrap();
    assert_eq!(committed.revision, Revision(1));
    assert_eq!(committed.saved_at, at(7));
    assert_eq!(committed.undo_label.as_deref(), Some("Rename the workshop"));
    assert_eq!(committed.redo_label, None);
}

#[test]
fn nothing_lies_beside_the_file_at_rest() {
    let place = Place::with_workshop();
    let mut file = place.open();
    play(&mut file, &mut Dice::new(4), 5, |_| assert_eq!(place.names().len(), 1));
    drop(file);
    assert_eq!(place.names().len(), 1);
}

#[test]
fn what_is_not_committed_leaves_the_file_as_it_was() {
    let place = Place::with_workshop();
    let mut file = place.open();
    file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap();
    let (bytes, document) = (place.bytes(), file.document().clone());

    let idle = file.commit(Revision(1), &retitled("Kick-off"), at(2)).unwrap();
    assert_eq!((idle.revision, idle.saved_at), (Revision(1), at(1)), "an edit without effect is no change");

    let gone = Edit::RemoveRole { id: RoleId(Uuid::nil()) };
    let refused = file.commit(Revision(1), &gone, at(2));
    assert!(matches!(refused, Err(CommitError::Refused(Refusal::Gone { .. }))));

    let stale = file.commit(Revision(0), &retitled("Later"), at(2));
    assert!(matches!(stale, Err(CommitError::Stale { base: Revision(0), found: Revision(1) })));

    assert!(matches!(file.undo(Revision(0), at(2)), Err(CommitError::Stale { .. })));
    assert!(matches!(file.redo(Revision(2), at(2)), Err(CommitError::Stale { .. })));

    assert_eq!(file.document(), &document);
    assert_eq!(place.bytes(), bytes);
}

#[test]
fn times_far_away_survive() {
    for moment in
        ["1970-01-01T00:00:00.000Z", "2038-01-20T03:14:08.001-11:30", "2100-12-31T23:59:59.999+14:00"]
    {
        let place = Place::with_workshop();
        let moment = moment.parse().unwrap();
        place.open().commit(Revision(0), &retitled("Kick-off"), moment).unwrap();
        assert_eq!(place.open().saved_at(), moment);
    }
}

#[test]
fn a_large_gesture_is_one_commit() {
    let place = Place::new();
    let options = opmap_model::generate::Options { steps: 3_000, lanes: 10, stages: 10, seed: 5 };
    let document = opmap_model::generate::document(&options);
    let mut file = DocumentFile::create(&place.path, &document, at(0)).unwrap();
    let journey = *document.journeys().keys().next().unwrap();
    file.commit(Revision(0), &Edit::RemoveJourney { id: journey }, at(1)).unwrap();
    assert_eq!(read_anew(&place.path).steps().len(), 0);
    place.open().undo(Revision(1), at(2)).unwrap().unwrap();
    assert_eq!(read_anew(&place.path), document);
}
