use std::fs;
use std::path::Path;

use opmap_model::Revision;
use opmap_model::generate::Dice;
use rusqlite::Connection;

use super::{Place, at, crashed, play, read_anew, retitled, workshop};
use crate::{APPLICATION_ID, CommitError, DocumentFile, SCHEMA_VERSION, StoreError};

/// Opens what is at the place of the workshop in both ways, and makes sure that it is refused, unchanged and alone.
fn check_refused(place: &Place) -> StoreError {
    let before = (place.bytes(), place.names());
    let viewing = DocumentFile::open_read_only(&place.path).unwrap_err();
    let error = DocumentFile::open(&place.path).unwrap_err();
    assert_eq!(viewing.to_string(), error.to_string());
    assert_eq!((place.bytes(), place.names()), before, "{error:?}");
    error
}

fn with_bytes(bytes: &[u8]) -> Place {
    let place = Place::new();
    fs::write(&place.path, bytes).unwrap();
    place
}

#[test]
fn what_is_no_workshop_is_refused_by_name() {
    assert!(matches!(check_refused(&with_bytes(b"")), StoreError::Empty));
    assert!(matches!(check_refused(&with_bytes(b"Dear Ada,")), StoreError::NotOpmap));
    assert!(matches!(check_refused(&with_bytes(&[0; 8192])), StoreError::NotOpmap));
    assert!(matches!(check_refused(&with_bytes(b"SQLite format 3\0")), StoreError::Damaged { .. }));

    let place = Place::new();
    assert!(matches!(DocumentFile::open(&place.path), Err(StoreError::NotFound { .. })));
    assert!(matches!(DocumentFile::open(place.folder.path()), Err(StoreError::NotAFile { .. })));
    assert!(matches!(DocumentFile::open(Path::new("")), Err(StoreError::NotFound { .. })));
    assert_eq!(place.names(), Vec::<String>::new());

    let other_program = Place::new();
    other_program.tamper("CREATE TABLE album (title TEXT); INSERT INTO album VALUES ('Blue')");
    assert!(matches!(check_refused(&other_program), StoreError::NotOpmap));
}

#[test]
fn a_newer_version_is_refused_with_both_versions() {
    for version in [SCHEMA_VERSION + 1, SCHEMA_VERSION + 100, i32::MAX] {
        let place = Place::with_workshop();
        place.tamper(&format!("PRAGMA user_version = {version}"));
        let error = check_refused(&place);
        assert!(matches!(error, StoreError::Newer { found, known: SCHEMA_VERSION } if found == version));
    }
    for version in [0, -1, i32::MIN] {
        let place = Place::with_workshop();
        place.tamper(&format!("PRAGMA user_version = {version}"));
        assert!(matches!(check_refused(&place), StoreError::Altered { .. }));
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let whole = Place::with_workshop().bytes();
    let lengths = (0..200).chain((200..whole.len()).step_by(997)).chain(whole.len() - 3..whole.len());
    for length in lengths {
        let error = check_refused(&with_bytes(&whole[..length]));
        let expected = match length {
            0 => matches!(error, StoreError::Empty),
            1..16 => matches!(error, StoreError::NotOpmap),
            _ => matches!(error, StoreError::Damaged { .. }),
        };
        assert!(expected, "{length} bytes: {error:?}");
    }
}

#[test]
fn a_flipped_bit_never_brings_the_program_down() {
    let place = Place::with_workshop();
    let mut file = place.open();
    play(&mut file, &mut Dice::new(31), 5, |_| ());
    drop(file);
    let whole = place.bytes();
    let mut dice = Dice::new(32);
    let (mut opened, mut refused) = (0, 0);
    for _ in 0..1_500 {
        let mut bytes = whole.clone();
        bytes[dice.below(whole.len())] ^= 1 << dice.below(8);
        fs::write(&place.path, &bytes).unwrap();
        match DocumentFile::open(&place.path) {
            Ok(file) => {
                assert_eq!(file.document().violations(), []);
                opened += 1;
            }
            Err(_) => refused += 1,
        }
        assert_eq!(place.bytes(), bytes, "opening changes nothing");
    }
    assert!(opened > 100 && refused > 100, "both happen: {opened} opened, {refused} refused");
}

#[test]
fn a_wrecked_page_never_brings_the_program_down() {
    let place = Place::with_workshop();
    let whole = place.bytes();
    let pages = whole.len() / 4096;
    for page in 0..pages {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0);
        let error = check_refused(&with_bytes(&bytes));
        assert!(matches!(error, StoreError::Damaged { .. } | StoreError::NotOpmap), "page {page}: {error:?}");
        for other in page + 1..pages {
            let mut bytes = whole.clone();
            let (low, high) = bytes.split_at_mut(other * 4096);
            low[page * 4096..(page + 1) * 4096].swap_with_slice(&mut high[..4096]);
            // Two tables without rows look the same, and changing their places changes nothing.
            if bytes == whole {
                continue;
            }
            check_refused(&with_bytes(&bytes));
        }
    }
}

#[test]
fn viewing_changes_nothing() {
    let place = Place::with_workshop();
    let bytes = place.bytes();
    let mut file = DocumentFile::open_read_only(&place.path).unwrap();
    assert!(file.is_read_only());
    assert_eq!(file.document(), &workshop());
    let error = file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap_err();
    assert!(matches!(error, CommitError::Store(StoreError::ReadOnly)));
    assert_eq!(file.document(), &workshop());
    drop(file);
    assert_eq!(place.bytes(), bytes);
}

#[test]
fn a_file_that_the_system_protects_is_open_for_viewing() {
    let place = Place::with_workshop();
    let mut permissions = fs::metadata(&place.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place.path, permissions).unwrap();
    let system_allows = fs::OpenOptions::new().append(true).open(&place.path).is_ok();
    let mut file = place.open();
    assert_eq!(file.is_read_only(), !system_allows, "some users may write whatever the file says");
    assert_eq!(file.commit(Revision(0), &retitled("Kick-off"), at(1)).is_ok(), system_allows);
}

#[test]
fn another_way_of_keeping_changes_is_refused() {
    let place = Place::with_workshop();
    place.tamper("PRAGMA journal_mode = WAL");
    assert!(matches!(check_refused(&place), StoreError::Altered { .. }));

    let place = Place::with_workshop();
    fs::write(place.beside("Wärme – Störung.opmap-wal"), "changes from elsewhere").unwrap();
    assert!(matches!(check_refused(&place), StoreError::Altered { .. }));

    let place = Place::with_workshop();
    let victim = place.beside("letters.txt");
    fs::write(&victim, "Dear Ada,").unwrap();
    let journal = place.beside("Wärme – Störung.opmap-journal");
    fs::write(journal, [victim.to_str().unwrap().as_bytes(), b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"].concat())
        .unwrap();
    assert!(matches!(check_refused(&place), StoreError::Altered { .. }));
}

#[test]
fn an_unfinished_change_is_taken_back() {
    let (place, _) = crashed();
    let mut file = place.open();
    assert_eq!(file.document(), &workshop());
    assert_eq!(place.names().len(), 1);
    file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap();
    assert_eq!(read_anew(&place.path), *file.document());
}

#[test]
fn an_unfinished_change_is_seen_past_when_viewing() {
    let (place, names) = crashed();
    let bytes = place.bytes();
    let mut file = DocumentFile::open_read_only(&place.path).unwrap();
    assert_eq!(file.document(), &workshop());
    assert!(file.is_read_only());
    assert!(file.commit(Revision(0), &retitled("Kick-off"), at(1)).is_err());
    let copy = place.beside("copy.opmap");
    file.save_copy(&copy).unwrap();
    assert_eq!(read_anew(&copy), workshop());
    fs::remove_file(copy).unwrap();
    drop(file);
    assert_eq!((place.bytes(), place.names()), (bytes, names), "nothing is touched");
}

#[test]
fn what_a_crash_before_a_commit_left_is_swept_away() {
    for leftover in [&b""[..], &[0; 512]] {
        let place = Place::with_workshop();
        fs::write(place.beside("Wärme – Störung.opmap-journal"), leftover).unwrap();
        let bytes = place.bytes();
        assert_eq!(read_anew(&place.path), workshop());
        assert_eq!(place.names().len(), 2, "viewing changes nothing");
        let mut file = place.open();
        assert_eq!(place.names().len(), 1);
        assert_eq!((file.document(), file.revision()), (&workshop(), Revision(0)));
        assert!(place.bytes() == bytes);
        file.commit(Revision(0), &retitled("Kick-off"), at(1)).unwrap();
    }
}

#[test]
fn a_change_under_way_elsewhere_is_not_taken_for_a_crash() {
    let place = Place::with_workshop();
    let connection = Connection::open(&place.path).unwrap();
    connection.execute_batch("BEGIN; UPDATE steps SET title = title || ' half done';").unwrap();
    assert_eq!(place.names().len(), 2, "the change is under way");
    assert_eq!(read_anew(&place.path), workshop());
    connection.execute_batch("UPDATE steps SET title = 'Done'; COMMIT").unwrap();
    let document = read_anew(&place.path);
    assert!(document.steps().values().all(|step| step.title.as_str() == "Done"));
}

#[test]
fn the_mark_of_a_workshop_is_readable() {
    let bytes = Place::with_workshop().bytes();
    assert_eq!(&bytes[68..72], b"OPMP");
    assert_eq!(APPLICATION_ID.to_be_bytes(), *b"OPMP");
}
