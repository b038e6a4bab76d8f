//! The file that is open now.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use opmap_model::{Document, EarlierWorkshop, EarlierWorkshopId, Edit, Revision};
use opmap_store::DocumentFile;
use opmap_wire::{Committed, Earlier, ErrorCode, Opened, ShellError};

use crate::clock::{fresh, now};
use crate::dialogs::Place;
use crate::failure::{
    not_carried, not_copied, not_opened, nothing_open, nothing_rehearsed, nothing_to_compare, same_workshop,
    would_touch_original,
};
use crate::rehearsal::Open;

/// The file that is open, and the one that waits to be opened. One at a time of each.
pub(crate) struct Session {
    open: Mutex<Option<Open>>,
    waiting: Mutex<Option<PathBuf>>,
}

impl Session {
    /// Nothing is open yet; `first` waits.
    pub(crate) fn starting_with(first: Option<PathBuf>) -> Self {
        Self { open: Mutex::new(None), waiting: Mutex::new(first) }
    }

    /// Works on the open file.
    ///
    /// # Errors
    /// When no workshop is open, and whatever the work itself fails with.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut DocumentFile) -> Result<T, ShellError>,
    ) -> Result<T, ShellError> {
        work(&mut self.open().as_mut().ok_or_else(nothing_open)?.file)
    }

    /// The folder in which a dialog begins, and the title of the open workshop.
    ///
    /// # Errors
    /// When no workshop is open.
    pub(crate) fn place_and_title(&self) -> Result<(Option<PathBuf>, String), ShellError> {
        let open = self.open();
        let open = open.as_ref().ok_or_else(nothing_open)?;
        let folder = open.original().parent().map(ToOwned::to_owned);
        Ok((folder, open.file.document().workshop().title.to_string()))
    }

    /// All that is in the open workshop.
    ///
    /// # Errors
    /// When no workshop is open.
    pub(crate) fn document(&self) -> Result<Document, ShellError> {
        self.with(|file| Ok(file.document().clone()))
    }

    /// Works on the open file in a way that goes by its revision. When another program has changed the file, it is
    /// read again, so that the window, which asks for it then, gets what it holds now.
    pub(crate) fn step<T>(
        &self,
        work: impl FnOnce(&mut DocumentFile) -> Result<T, ShellError>,
    ) -> Result<T, ShellError> {
        self.with(|file| {
            let answer = work(file);
            let is_behind = matches!(&answer, Err(error) if error.code == ErrorCode::Stale);
            if is_behind && let Ok(newest) = DocumentFile::open(file.path()) {
                *file = newest;
            }
            answer
        })
    }

    /// Opens a file in place of the one that is open; that one stays if it fails.
    pub(crate) fn open_file(&self, path: &Path) -> Result<Opened, ShellError> {
        let file = DocumentFile::open(path).map_err(not_opened)?;
        Ok(self.take(Open::of(file)))
    }

    /// Makes a file for `document` and opens it.
    pub(crate) fn create_file(&self, path: &Path, document: &Document) -> Result<Opened, ShellError> {
        let file = DocumentFile::create(path, document, now()).map_err(not_opened)?;
        Ok(self.take(Open::of(file)))
    }

    /// Makes a copy to rehearse on of the file at a path, or of the open one, and opens it; a rehearsal goes on. The original
    /// is only read. What was open stays if it fails.
    ///
    /// # Errors
    /// When there is no original, it cannot be opened, or the copy cannot be written.
    pub(crate) fn rehearse(&self, original: Option<&Path>) -> Result<Opened, ShellError> {
        let copy = match original {
            Some(path) => Open::rehearsing(&DocumentFile::open_read_only(path).map_err(not_opened)?)?,
            None => {
                let open = self.open();
                let open = open.as_ref().ok_or_else(nothing_open)?;
                if open.is_rehearsal() {
                    return Ok(opened(open));
                }
                Open::rehearsing(&open.file)?
            }
        };
        Ok(self.take(copy))
    }

    /// Writes a complete copy to a place, with edits made on the revision `base` that are not in the file.
    ///
    /// # Errors
    /// When no workshop is open, the place is that of the workshop that is rehearsed, or it cannot be written there.
    pub(crate) fn copy(&self, place: &Place, base: Revision, edits: &[Edit]) -> Result<(), ShellError> {
        let open = self.open();
        let open = open.as_ref().ok_or_else(nothing_open)?;
        if open.is_rehearsal() && same_file(open.original(), &place.path) {
            return Err(would_touch_original());
        }
        place.copy(&open.file, base, edits).map_err(not_copied)
    }

    /// Writes what was rehearsed to a place of its own and opens that.
    ///
    /// # Errors
    /// As for [`Session::copy`], and when nothing is rehearsed. The rehearsal goes on then.
    pub(crate) fn keep_rehearsal(&self, place: &Place) -> Result<Opened, ShellError> {
        if !self.open().as_ref().is_some_and(Open::is_rehearsal) {
            return Err(nothing_rehearsed());
        }
        let revision = self.with(|file| Ok(file.revision()))?;
        self.copy(place, revision, &[])?;
        self.open_file(&place.path)
    }

    /// What a later workshop takes over of the file at a path. It is only read, and goes through all checks of a file that is
    /// opened.
    ///
    /// # Errors
    /// When it is the open file, cannot be opened, or has neither scores nor recommendations.
    pub(crate) fn earlier_workshop(&self, path: &Path) -> Result<Earlier, ShellError> {
        // Where a path cannot be followed, opening it says why.
        let is_open_here = |open: &Path| same_file(open, path);
        if self.open().as_ref().is_some_and(|it| is_open_here(it.original())) {
            return Err(same_workshop());
        }
        let file = DocumentFile::open_read_only(path).map_err(not_opened)?;
        let history = file.document().history();
        let says = |it: &EarlierWorkshop| !it.scores.is_empty() || !it.actions.is_empty();
        if history.workshops.iter().any(says) { Ok(Earlier { history }) } else { Err(nothing_to_compare()) }
    }

    /// Makes the next workshop of the one that is open, as a file of its own, and opens it; the other stays as it is.
    ///
    /// # Errors
    /// When none is open, or the file cannot be made.
    pub(crate) fn carry_forward(&self, path: &Path) -> Result<Opened, ShellError> {
        let next = self.document()?.carried_forward(|| EarlierWorkshopId(fresh())).map_err(not_carried)?;
        self.create_file(path, &next)
    }

    /// Closes the open file, if there is one.
    pub(crate) fn close(&self) {
        *self.open() = None;
    }

    /// Whether a workshop is open.
    pub(crate) fn is_open(&self) -> bool {
        self.open().is_some()
    }

    /// What is open, if anything is.
    pub(crate) fn opened(&self) -> Option<Opened> {
        self.open().as_ref().map(opened)
    }

    /// Lets a file wait until the window is ready for it.
    pub(crate) fn wait(&self, path: PathBuf) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    /// The file that waits; it waits no longer.
    pub(crate) fn take_waiting(&self) -> Option<PathBuf> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn take(&self, open: Open) -> Opened {
        let answer = opened(&open);
        *self.open() = Some(open);
        answer
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        // A panic between two commits leaves the file as it was committed last, so it is safe to go on.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether two paths lead to one file.
fn same_file(one: &Path, other: &Path) -> bool {
    let followed = |path: &Path| path.canonicalize().ok();
    followed(one).is_some_and(|it| followed(other) == Some(it))
}

fn opened(open: &Open) -> Opened {
    let file = &open.file;
    let file_name = file.path().file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let read_only = file
        .is_read_only()
        .then(|| "This workshop is open for viewing only. Save a copy to go on working.".to_owned());
    Opened {
        document: file.document().clone(),
        revision: file.revision(),
        saved_at: file.saved_at().with_timezone(now().offset()),
        file_name,
        undo_label: file.undo_label().map(ToOwned::to_owned),
        redo_label: file.redo_label().map(ToOwned::to_owned),
        read_only,
        is_rehearsal: open.is_rehearsal(),
    }
}

/// The answer to a commit, as it crosses to the window.
pub(crate) fn crossing(committed: opmap_store::Committed) -> Committed {
    let opmap_store::Committed { revision, saved_at, undo_label, redo_label } = committed;
    Committed { revision, saved_at: saved_at.with_timezone(now().offset()), undo_label, redo_label }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use opmap_exchange::templates;
    use opmap_store::DocumentFile;

    use opmap_model::{Edit, Revision, Title, WorkshopField};

    use super::Session;
    use crate::clock::{fresh, now};
    use crate::dialogs::Place;

    fn made(folder: &Path, name: &str, template: &str) -> PathBuf {
        let path = folder.join(name);
        DocumentFile::create(&path, &templates::document(template, &mut fresh).unwrap(), now()).unwrap();
        path
    }

    #[test]
    fn an_earlier_workshop_is_read_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let (open, earlier) = (
            made(folder.path(), "today.opmap", "halden-broadband"),
            made(folder.path(), "earlier.opmap", "halden-broadband"),
        );
        let before = fs::read(&earlier).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&open).unwrap();
        let found = session.earlier_workshop(&earlier).unwrap();
        assert_eq!(found.history.workshops.len(), 1);
        assert_eq!(found.history.workshops[0].scores.len(), 7);
        assert!(fs::read(&earlier).unwrap() == before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
    }

    #[test]
    fn what_cannot_be_compared_with_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let open = made(folder.path(), "today.opmap", "halden-broadband");
        let blank = made(folder.path(), "blank.opmap", "blank");
        let damaged = folder.path().join("damaged.opmap");
        let mut bytes = fs::read(&open).unwrap();
        let half = bytes.len() / 2;
        bytes.truncate(half);
        fs::write(&damaged, bytes).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&open).unwrap();
        let refused = |path: &Path| session.earlier_workshop(path).unwrap_err().message;
        assert!(refused(&open).starts_with("That is the workshop that is open."));
        let other_way = folder.path().join(".").join("today.opmap");
        assert!(refused(&other_way).starts_with("That is the workshop that is open."));
        assert!(refused(&blank).starts_with("That workshop has neither a score nor a recommendation"));
        assert!(refused(&damaged).contains("damaged"), "{}", refused(&damaged));
        assert!(!refused(&folder.path().join("gone.opmap")).is_empty());
    }

    #[test]
    fn a_rehearsal_never_touches_its_original_and_is_gone_once_it_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let original = made(folder.path(), "Halden.opmap", "halden-broadband");
        let before = fs::read(&original).unwrap();
        let session = Session::starting_with(None);
        assert!(session.rehearse(None).is_err(), "nothing is open");
        let opened = session.rehearse(Some(&original)).unwrap();
        assert_eq!((opened.is_rehearsal, opened.file_name.as_str()), (true, "Halden.opmap"));
        assert_eq!(session.place_and_title().unwrap().0.as_deref(), Some(folder.path()));
        let copy = session.with(|file| Ok(file.path().to_owned())).unwrap();
        rename(&session, "Rehearsed");
        assert_eq!(session.rehearse(None).unwrap().document.workshop().title.as_str(), "Rehearsed");

        let onto_itself = Place::chosen(original.clone(), "opmap");
        assert!(session.keep_rehearsal(&onto_itself).unwrap_err().message.contains("stays as it is"));
        assert!(session.copy(&onto_itself, Revision(0), &[]).unwrap_err().message.contains("stays as it is"));
        assert!(copy.is_file());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(copy.parent().unwrap()).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "no one else may look into it");
        }
        session.close();
        assert!(!copy.parent().unwrap().exists());
        assert!(fs::read(&original).unwrap() == before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_rehearsal_that_is_kept_is_a_workshop_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let original = made(folder.path(), "Halden.opmap", "halden-broadband");
        let session = Session::starting_with(None);
        session.open_file(&original).unwrap();
        let place = Place::chosen(folder.path().join("Kept.opmap"), "opmap");
        assert!(session.keep_rehearsal(&place).is_err(), "nothing is rehearsed");
        assert!(session.rehearse(None).unwrap().is_rehearsal);
        let copy = session.with(|file| Ok(file.path().to_owned())).unwrap();
        rename(&session, "Rehearsed");
        let kept = session.keep_rehearsal(&place).unwrap();
        assert_eq!((kept.is_rehearsal, kept.file_name.as_str()), (false, "Kept.opmap"));
        assert_eq!(kept.document.workshop().title.as_str(), "Rehearsed");
        assert!(kept.undo_label.is_some(), "its history is kept, too");
        assert!(!copy.exists());
        let title = DocumentFile::open(&original).unwrap().document().workshop().title.to_string();
        assert!(title.starts_with("Halden"), "{title}");
    }

    fn rename(session: &Session, title: &str) {
        let edit = Edit::SetWorkshop(WorkshopField::Title(Title::new(title).unwrap()));
        session.with(|file| Ok(file.commit(file.revision(), &edit, now()).unwrap())).unwrap();
    }

    #[test]
    fn a_workshop_is_carried_forward_into_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let last = made(folder.path(), "last.opmap", "halden-broadband");
        let before = fs::read(&last).unwrap();
        let session = Session::starting_with(None);
        session.open_file(&last).unwrap();
        let next = session.carry_forward(&folder.path().join("next.opmap")).unwrap();
        assert_eq!((next.file_name.as_str(), next.undo_label), ("next.opmap", None));
        assert_eq!(next.document.last_workshop().map(|it| it.scores.len()), Some(7));
        assert!(next.document.rounds().is_empty());
        assert!(fs::read(&last).unwrap() == before, "the last one stays as it was");
        assert!(session.carry_forward(&folder.path().join("nowhere").join("x.opmap")).is_err());
        assert_eq!(
            session.opened().map(|it| it.file_name),
            Some("next.opmap".to_owned()),
            "it is still open"
        );
    }
}
