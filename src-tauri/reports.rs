//! The report as the window shows it, and whether writing it is to be stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use opmap_report::Preview;
use opmap_wire::ShellError;

use crate::failure::cancelled;

/// The report that was made last for the window, and the one that is being written.
#[derive(Default)]
pub(crate) struct Reports {
    preview: Mutex<Preview>,
    is_cancelled: AtomicBool,
}

impl Reports {
    /// The report as the window shows it.
    pub(crate) fn preview(&self) -> MutexGuard<'_, Preview> {
        // A report that was only half made is made anew the next time.
        self.preview.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A report begins to be written.
    pub(crate) fn begin(&self) {
        self.is_cancelled.store(false, Ordering::Relaxed);
    }

    /// The report that is being written is to be stopped.
    pub(crate) fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Goes on unless it is to be stopped.
    pub(crate) fn go_on(&self) -> Result<(), ShellError> {
        if self.is_cancelled.load(Ordering::Relaxed) { Err(cancelled()) } else { Ok(()) }
    }
}
