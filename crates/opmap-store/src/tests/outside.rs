//! What others do to the file while it is open.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Barrier};

use opmap_model::Revision;

use super::{Place, at, read_anew, retitled, workshop};
use crate::{CommitError, DocumentFile, StoreError};

/// Opens a workshop with one edit in it, lets `disturb` happen, and makes sure that the next edit is not taken for
/// saved and that a copy still holds everything.
fn check_disturbed(disturb: impl FnOnce(&Place)) -> CommitError {
    let place = Place::with_workshop();
    let mut file = place.open();
    file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap();
    let document = file.document().clone();
    disturb(&place);
    let found = fs::read(&place.path).ok();

    let error = file.commit(Revision(1), &retitled("Lost?"), at(2)).unwrap_err();
    assert!(file.undo(file.revision(), at(2)).is_err());
    assert_eq!(file.document(), &document, "memory is as before");
    assert_eq!(fs::read(&place.path).ok(), found, "what lies there now is not written to");

    let rescued = place.beside("rescued.opmap");
    file.save_copy(&rescued).unwrap();
    assert_eq!(read_anew(&rescued), document);
    error
}

fn other_workshop(path: &Path) {
    let options = opmap_model::generate::Options { steps: 60, lanes: 5, stages: 6, seed: 99 };
    DocumentFile::create(path, &opmap_model::generate::document(&options), at(0)).unwrap();
}

#[test]
fn a_file_that_was_moved_away_or_deleted_is_noticed() {
    let renamed = check_disturbed(|place| fs::rename(&place.path, place.beside("renamed.opmap")).unwrap());
    assert!(matches!(renamed, CommitError::Store(StoreError::Moved { .. })), "{renamed:?}");
    let deleted = check_disturbed(|place| fs::remove_file(&place.path).unwrap());
    assert!(matches!(deleted, CommitError::Store(StoreError::Moved { .. })), "{deleted:?}");
}

#[test]
fn a_file_that_was_replaced_is_not_written_to() {
    let by_garbage = check_disturbed(|place| fs::write(&place.path, "garbage").unwrap());
    assert!(matches!(by_garbage, CommitError::Store(StoreError::Moved { .. })), "{by_garbage:?}");
    let by_rename = check_disturbed(|place| {
        other_workshop(&place.beside("other.opmap"));
        fs::rename(place.beside("other.opmap"), &place.path).unwrap();
    });
    assert!(matches!(by_rename, CommitError::Stale { .. }), "{by_rename:?}");
    let in_place = check_disturbed(|place| {
        let other = place.beside("other.opmap");
        other_workshop(&other);
        let mut file = DocumentFile::open(&other).unwrap();
        file.commit(Revision(0), &retitled("Same revision, other workshop"), at(1)).unwrap();
        fs::copy(other, &place.path).unwrap();
    });
    assert!(matches!(in_place, CommitError::Stale { .. }), "{in_place:?}");
}

#[test]
fn whoever_commits_second_is_told_so() {
    let place = Place::with_workshop();
    let (mut one, mut other) = (place.open(), place.open());
    one.commit(Revision(0), &retitled("One"), at(1)).unwrap();
    let error = other.commit(Revision(0), &retitled("Other"), at(2)).unwrap_err();
    assert!(matches!(error, CommitError::Stale { base: Revision(0), found: Revision(1) }), "{error:?}");
    assert!(other.document() == &workshop(), "its memory is what it was");
    let error = other.commit(Revision(1), &retitled("Other"), at(2)).unwrap_err();
    assert!(
        matches!(error, CommitError::Stale { .. }),
        "claiming the newest revision does not help: {error:?}"
    );
    assert_eq!(read_anew(&place.path).workshop().title.as_str(), "One");
}

#[test]
fn a_file_that_was_only_touched_goes_on() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let bytes = place.bytes();
    let rewritten = place.beside("rewritten");
    fs::write(&rewritten, bytes).unwrap();
    fs::rename(rewritten, &place.path).unwrap();
    file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap();
    assert_eq!(read_anew(&place.path), *file.document());
}

#[test]
fn two_at_once_never_overwrite_each_other() {
    let place = Place::with_workshop();
    let both_open = Arc::new(Barrier::new(2));
    let work = |name: &'static str| {
        let (path, both_open) = (place.path.clone(), both_open.clone());
        move || {
            let mut acknowledged = Vec::new();
            let mut stale = 0;
            let mut file = DocumentFile::open(&path).unwrap();
            both_open.wait();
            while acknowledged.len() < 40 {
                let title = format!("{name} {}", acknowledged.len());
                match file.commit(file.revision(), &retitled(&title), at(0)) {
                    Ok(committed) => acknowledged.push((committed.revision, title)),
                    Err(CommitError::Stale { .. }) => {
                        stale += 1;
                        file = DocumentFile::open(&path).unwrap();
                    }
                    Err(CommitError::Store(StoreError::Busy { .. })) => (),
                    Err(error) => panic!("{error:?}"),
                }
            }
            (acknowledged, stale)
        }
    };
    let (one, other) = (std::thread::spawn(work("One")), std::thread::spawn(work("Other")));
    let ((mut all, one_stale), (others, other_stale)) = (one.join().unwrap(), other.join().unwrap());
    all.extend(others);
    all.sort();
    let revisions: Vec<u64> = all.iter().map(|(revision, _)| revision.0).collect();
    assert_eq!(revisions, (1..=80).collect::<Vec<u64>>(), "each acknowledged edit has a revision of its own");
    assert!(one_stale + other_stale > 0, "they did meet");
    let mut file = place.open();
    for (_, title) in all.iter().rev() {
        assert_eq!(file.document().workshop().title.as_str(), title, "each acknowledged edit is in the file");
        file.undo(file.revision(), at(0)).unwrap().unwrap();
    }
}
