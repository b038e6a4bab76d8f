use std::fs;

use opmap_model::Revision;
use opmap_model::generate::Dice;

use super::{Place, at, play, read_anew, retitled, workshop};
use crate::{CommitError, DocumentFile, Existing, StoreError, write_new_whole_file, write_whole_file};

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let place = Place::new();
    fs::write(&place.path, "a letter").unwrap();
    let error = DocumentFile::create(&place.path, &workshop(), at(0)).unwrap_err();
    assert!(matches!(error, StoreError::AlreadyExists { .. }));
    assert_eq!(fs::read_to_string(&place.path).unwrap(), "a letter");
    assert_eq!(place.names().len(), 1, "no unfinished file is left");
}

#[test]
fn a_copy_is_complete_with_its_history() {
    let place = Place::with_workshop();
    let mut file = place.open();
    let first = file.document().clone();
    play(&mut file, &mut Dice::new(21), 20, |_| ());
    let copy = place.beside("copy.opmap");
    fs::write(&copy, "what the person agreed to replace").unwrap();
    file.save_copy(&copy).unwrap();
    assert_eq!(place.names().len(), 2, "no unfinished file is left");

    let mut copied = DocumentFile::open(&copy).unwrap();
    assert_eq!((copied.document(), copied.revision()), (file.document(), file.revision()));
    while copied.undo(copied.revision(), at(0)).unwrap().is_some() {}
    assert_eq!(copied.document(), &first);
    file.commit(file.revision(), &retitled("Goes on in the original"), at(1)).unwrap();
}

#[test]
fn a_copy_never_takes_the_place_of_its_original() {
    let place = Place::with_workshop();
    let bytes = place.bytes();
    let file = place.open();
    let roundabout = place.folder.path().join(".").join(place.path.file_name().unwrap());
    for path in [&place.path, &roundabout] {
        assert!(matches!(file.save_copy(path), Err(StoreError::SameFile)));
    }
    assert_eq!(place.bytes(), bytes);
}

#[test]
fn a_copy_has_the_edits_that_could_not_be_saved_wherever_the_file_is() {
    for is_moved in [false, true] {
        let place = Place::with_workshop();
        let file = place.open();
        if is_moved {
            fs::rename(&place.path, place.beside("moved.opmap")).unwrap();
        }
        let copy = place.beside("copy.opmap");
        let edits = [retitled("Kick-off"), retitled("Second day")];
        file.save_copy_with(&copy, Existing::Kept, (file.revision(), &edits), at(1)).unwrap();
        assert_eq!(place.names().len(), 2, "no unfinished file is left");
        let mut copied = DocumentFile::open(&copy).unwrap();
        assert_eq!(copied.document().workshop().title.to_string(), "Second day");
        assert!(copied.undo(copied.revision(), at(2)).unwrap().is_some());
        assert_eq!(copied.document().workshop().title.to_string(), "Kick-off");
        assert_eq!(file.document(), &workshop(), "the file is as it was");
    }
}

#[test]
fn a_copy_of_edits_made_on_another_revision_is_refused_and_nothing_is_written() {
    let place = Place::with_workshop();
    let mut file = place.open();
    file.commit(file.revision(), &retitled("Kick-off"), at(1)).unwrap();
    let copy = place.beside("copy.opmap");
    fs::write(&copy, "a letter").unwrap();
    let edits = [retitled("Lost?")];
    let with = |existing, base| file.save_copy_with(&copy, existing, (base, &edits), at(1)).unwrap_err();
    let taken = with(Existing::Kept, file.revision());
    assert!(matches!(taken, CommitError::Store(StoreError::AlreadyExists { .. })), "{taken:?}");
    let error = with(Existing::Replaced, Revision(0));
    assert!(matches!(error, CommitError::Stale { .. }), "{error:?}");
    assert_eq!(fs::read_to_string(&copy).unwrap(), "a letter");
    assert_eq!(place.names().len(), 2, "no unfinished file is left");
}

#[test]
fn a_copy_to_nowhere_leaves_nothing() {
    let place = Place::with_workshop();
    let error = place.open().save_copy(&place.beside("no such folder").join("copy.opmap")).unwrap_err();
    assert!(matches!(error, StoreError::NotSaved { .. }), "{error:?}");
    assert_eq!(place.names().len(), 1);
}

#[test]
fn a_copy_of_a_file_open_for_viewing_can_be_edited() {
    let place = Place::with_workshop();
    let copy = place.beside("copy.opmap");
    DocumentFile::open_read_only(&place.path).unwrap().save_copy(&copy).unwrap();
    let mut copied = DocumentFile::open(&copy).unwrap();
    assert!(!copied.is_read_only());
    copied.commit(copied.revision(), &retitled("Kick-off"), at(1)).unwrap();
    assert_eq!(read_anew(&place.path), workshop());
}

#[cfg(unix)]
#[test]
fn others_may_read_a_new_file_as_the_mask_says() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_workshop();
    let plain = place.beside("plain");
    fs::write(&plain, "").unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&place.path), mode(&plain));
}

#[test]
fn a_report_is_there_whole_or_not_at_all() {
    let place = Place::new();
    let report = place.beside("report.pdf");
    for content in ["first", "second, longer", "3rd"] {
        write_whole_file(&report, content.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&report).unwrap(), content);
    }
    fs::create_dir(place.beside("folder")).unwrap();
    assert!(matches!(write_whole_file(&place.beside("folder"), b"x"), Err(StoreError::NotSaved { .. })));
    assert!(matches!(
        write_whole_file(&place.beside("none/report.pdf"), b"x"),
        Err(StoreError::NotSaved { .. })
    ));
    assert_eq!(place.names(), ["folder", "report.pdf"], "no unfinished file is left");
}

#[test]
fn what_no_one_was_asked_about_is_not_replaced() {
    let place = Place::with_workshop();
    let file = place.open();
    let (letter, copy) = (place.beside("letter.opmap"), place.beside("copy.opmap"));
    fs::write(&letter, "Dear Ada,").unwrap();
    let copied = |path| file.save_copy_with(path, Existing::Kept, (file.revision(), &[]), at(1));
    let error = copied(&letter).unwrap_err();
    assert!(matches!(error, CommitError::Store(StoreError::AlreadyExists { .. })), "{error:?}");
    let error = write_new_whole_file(&letter, b"x").unwrap_err();
    assert!(matches!(error, StoreError::AlreadyExists { .. }), "{error:?}");
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear Ada,");
    copied(&copy).unwrap();
    assert_eq!(read_anew(&copy), workshop());
    write_new_whole_file(&place.beside("report.pdf"), b"first").unwrap();
    assert_eq!(place.names().len(), 4, "no unfinished file is left");
}
