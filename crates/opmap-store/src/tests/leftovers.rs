//! What a crash of an earlier file left beside the place of a new one.

use std::fs;
use std::path::PathBuf;

use opmap_model::Revision;

use super::{Place, at, crashed, read_anew, retitled, workshop};
use crate::document_file::place::settle;
use crate::{DocumentFile, StoreError};

/// A workshop in another folder, which differs from what a crash leaves.
fn elsewhere() -> (Place, DocumentFile) {
    let place = Place::with_workshop();
    let mut file = place.open();
    file.commit(Revision(0), &retitled("From elsewhere"), at(1)).unwrap();
    (place, file)
}

fn journal(place: &Place) -> PathBuf {
    place.beside("Wärme – Störung.opmap-journal")
}

#[test]
fn a_copy_over_a_crashed_workshop_stays_the_copy() {
    let (_source, file) = elsewhere();
    let (place, _) = crashed();
    file.save_copy(&place.path).unwrap();
    assert_eq!(place.names().len(), 1, "nothing is left that could be written into the copy");
    let copied = place.open();
    assert_eq!((copied.document(), copied.revision()), (file.document(), file.revision()));
}

#[test]
fn a_crashed_workshop_is_whole_before_a_copy_takes_its_place() {
    let (place, _) = crashed();
    settle(&place.path).unwrap();
    assert_eq!(place.names().len(), 1);
    assert_eq!(read_anew(&place.path), workshop());
}

#[test]
fn no_workshop_is_put_beside_what_another_left_unfinished() {
    let (_source, file) = elsewhere();
    let (place, _) = crashed();
    fs::remove_file(&place.path).unwrap();
    let left = fs::read(journal(&place)).unwrap();
    let made = DocumentFile::create(&place.path, &workshop(), at(0)).unwrap_err();
    let copied = file.save_copy(&place.path).unwrap_err();
    for error in [made, copied] {
        assert!(matches!(error, StoreError::Unfinished { .. }), "{error:?}");
    }
    assert_eq!(place.names().len(), 1, "no unfinished file of our own is left");
    assert!(fs::read(journal(&place)).unwrap() == left, "it would make the earlier file whole");
}

#[test]
fn no_workshop_is_put_beside_newer_changes_of_another() {
    let (_source, file) = elsewhere();
    let place = Place::new();
    fs::write(place.beside("Wärme – Störung.opmap-wal"), "changes from elsewhere").unwrap();
    let made = DocumentFile::create(&place.path, &workshop(), at(0)).unwrap_err();
    let copied = file.save_copy(&place.path).unwrap_err();
    for error in [made, copied] {
        assert!(matches!(error, StoreError::Unfinished { .. }), "{error:?}");
    }
    assert_eq!(place.names().len(), 1);
}

#[test]
fn what_is_no_workshop_is_kept_with_what_lies_beside_it() {
    let (_source, file) = elsewhere();
    let (place, names) = crashed();
    fs::write(&place.path, "a letter").unwrap();
    let error = file.save_copy(&place.path).unwrap_err();
    assert!(matches!(error, StoreError::Unfinished { .. }), "{error:?}");
    assert_eq!(fs::read_to_string(&place.path).unwrap(), "a letter");
    assert_eq!(place.names(), names);
}

#[test]
fn a_leftover_without_content_is_in_no_ones_way() {
    let (_source, file) = elsewhere();
    for leftover in [&b""[..], &[0; 512]] {
        let place = Place::new();
        fs::write(journal(&place), leftover).unwrap();
        DocumentFile::create(&place.path, &workshop(), at(0)).unwrap();
        assert_eq!(read_anew(&place.path), workshop());
        fs::write(journal(&place), leftover).unwrap();
        file.save_copy(&place.path).unwrap();
        assert_eq!(read_anew(&place.path), *file.document());
    }
}
