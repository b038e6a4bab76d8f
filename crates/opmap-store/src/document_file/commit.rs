//! Writing: every change of the file goes through [`DocumentFile::write`].

use chrono::{DateTime, FixedOffset};
use opmap_model::{Change, Edit, Refusal, Revision};
use rusqlite::TransactionBehavior;

use super::{Committed, DocumentFile, HistoryStep};
use crate::access::Stamp;
use crate::cause::Fault;
use crate::connection::Mode;
use crate::{CommitError, StoreError, history, meta, rows};

/// What a change is to the history.
#[derive(Clone, Copy)]
enum Place<'a> {
    /// A gesture of its own, with its label.
    New(&'a str),
    /// The last gesture, taken back.
    Back,
    /// The next gesture, brought again.
    Forth,
}

impl DocumentFile {
    /// Commits one edit that was made on the revision `base`. When it returns, the edit is on the drive. An edit
    /// that leaves everything as it was commits nothing, and the revision stays.
    ///
    /// # Errors
    /// [`CommitError::Stale`] when `base` is not the newest revision, here or in the file;
    /// [`CommitError::Refused`] when the workshop does not allow the edit, or one record would get larger than the
    /// file can hold; [`CommitError::Store`] when the file cannot be written, is gone, or is open for viewing only. Nothing has changed then, unless the drive took the
    /// change and failed afterwards: the revision tells.
    pub fn commit(
        &mut self,
        base: Revision,
        edit: &Edit,
        at: DateTime<FixedOffset>,
    ) -> Result<Committed, CommitError> {
        self.check_base(base)?;
        let change = edit.plan(&self.document)?;
        if change.is_empty() {
            return Ok(self.committed());
        }
        let label = edit.label(&self.document);
        self.write(&change, Place::New(&label), at)?;
        Ok(self.committed())
    }

    /// Takes back the last gesture; none when there is nothing to take back. The revision grows.
    ///
    /// # Errors
    /// The same as [`DocumentFile::commit`], except that nothing is refused.
    pub fn undo(
        &mut self,
        base: Revision,
        at: DateTime<FixedOffset>,
    ) -> Result<Option<HistoryStep>, CommitError> {
        self.check_base(base)?;
        if self.undo_label.is_none() {
            return Ok(None);
        }
        let change = self.recorded(self.meta.cursor)?.inverted();
        self.step(change, Place::Back, at).map(Some)
    }

    /// Brings the gesture last taken back again; none when there is nothing to bring. The revision grows.
    ///
    /// # Errors
    /// The same as [`DocumentFile::commit`], except that nothing is refused.
    pub fn redo(
        &mut self,
        base: Revision,
        at: DateTime<FixedOffset>,
    ) -> Result<Option<HistoryStep>, CommitError> {
        self.check_base(base)?;
        if self.redo_label.is_none() {
            return Ok(None);
        }
        let change = self.recorded(self.meta.cursor + 1)?;
        self.step(change, Place::Forth, at).map(Some)
    }

    pub(super) fn check_base(&self, base: Revision) -> Result<(), CommitError> {
        let found = self.revision();
        if base == found { Ok(()) } else { Err(CommitError::Stale { base, found }) }
    }

    fn recorded(&self, gesture: i64) -> Result<Change, StoreError> {
        history::change(&self.connection, gesture).map_err(Fault::on_reading)
    }

    fn step(
        &mut self,
        change: Change,
        place: Place<'_>,
        at: DateTime<FixedOffset>,
    ) -> Result<HistoryStep, CommitError> {
        self.write(&change, place, at)?;
        Ok(HistoryStep { committed: self.committed(), change })
    }

    fn committed(&self) -> Committed {
        Committed {
            revision: self.meta.revision,
            saved_at: self.meta.saved_at,
            undo_label: self.undo_label.clone(),
            redo_label: self.redo_label.clone(),
        }
    }

    /// Writes a change to the rows, steps the revision and moves in the history, all or nothing; then moves the
    /// memory. Whatever else can fail comes before the commit.
    fn write(
        &mut self,
        change: &Change,
        place: Place<'_>,
        at: DateTime<FixedOffset>,
    ) -> Result<(), CommitError> {
        if self.mode == Mode::Read {
            return Err(StoreError::ReadOnly.into());
        }
        self.check_untouched()?;
        let base = self.meta.revision;
        self.check_before(change, place)?;
        let writing = |fault: Fault| match fault {
            // No later attempt would fare better: the edit itself has to be another one.
            fault if fault.is_too_big() => CommitError::Refused(Refusal::TooLarge),
            fault => CommitError::Store(fault.on_writing()),
        };
        if !self.connection.is_autocommit() {
            // A transaction can be broken off as it begins, and is open all the same.
            self.connection.execute_batch("ROLLBACK").map_err(|error| writing(error.into()))?;
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| writing(error.into()))?;
        let cursor = match place {
            Place::New(_) | Place::Forth => self.meta.cursor + 1,
            Place::Back => self.meta.cursor - 1,
        };
        let meta = self.meta.next(cursor, at);
        if !meta::step(&transaction, base, meta).map_err(writing)? {
            let found = meta::read(&transaction).map_err(Fault::on_reading)?.revision;
            return Err(CommitError::Stale { base, found });
        }
        rows::write(&transaction, change).map_err(writing)?;
        if let Place::New(label) = place {
            history::append(&transaction, cursor, label, change, at).map_err(writing)?;
        }
        let undo_label = history::label(&transaction, cursor).map_err(writing)?;
        let redo_label = history::label(&transaction, cursor + 1).map_err(writing)?;
        let committed = transaction.commit();
        // A drive can take a change and then fail to say so. Memory follows the rows, whatever the answer.
        if committed.is_ok() || meta::read(&self.connection).is_ok_and(|found| found == meta) {
            let moved = self.document.apply(change);
            debug_assert!(moved.is_ok(), "the change was held against the memory before");
            self.meta = meta;
            self.undo_label = undo_label;
            self.redo_label = redo_label;
            // If the system does not answer, the file looks touched before the next change and is read again.
            if let Ok(stamp) = Stamp::of(&self.path) {
                self.stamp = stamp;
            }
        }
        committed.map_err(|error| writing(error.into()))
    }

    /// Makes sure that the memory can follow once the change is in the file. A change from the history was written
    /// long ago, perhaps by a stranger, and is held to the rules once more.
    fn check_before(&self, change: &Change, place: Place<'_>) -> Result<(), StoreError> {
        let mismatch = || Fault::HistoryMismatch { gesture: self.meta.cursor }.on_reading();
        if matches!(place, Place::New(_)) {
            return self.document.check_fit(change).map_err(|_| mismatch());
        }
        let mut document = self.document.clone();
        document.apply(change).map_err(|_| mismatch())?;
        if document.violations().is_empty() { Ok(()) } else { Err(mismatch()) }
    }

    /// Makes sure that the file at the path is the one that was left there. If it looks touched from outside, it is
    /// read again; only when it says what memory says is it written to.
    fn check_untouched(&mut self) -> Result<(), CommitError> {
        let stamp =
            Stamp::of(&self.path).map_err(|error| StoreError::Moved { cause: Some(Box::new(error)) })?;
        if stamp == self.stamp {
            return Ok(());
        }
        let found = Self::open(&self.path).map_err(|error| match error {
            StoreError::Busy { .. } | StoreError::NotReadable { .. } => error,
            other => StoreError::Moved { cause: Some(Box::new(other)) },
        })?;
        if found.meta != self.meta || found.document != self.document {
            return Err(CommitError::Stale { base: self.meta.revision, found: found.meta.revision });
        }
        *self = found;
        if self.mode == Mode::Read { Err(StoreError::ReadOnly.into()) } else { Ok(()) }
    }
}
