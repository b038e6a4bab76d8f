//! What crosses between window and shell: requests, replies and errors.
//!
//! Both ends ship together, so anything here may change freely. Nothing here decides anything.

mod error;
mod reply;

use opmap_model::{Edit, Revision};
use serde::{Deserialize, Serialize};

pub use error::{ErrorCode, ShellError};
pub use reply::{Committed, Earlier, Opened, Recent, Reported, Saved, Stepped, TableText};

/// Names of the commands that the shell answers.
pub mod command {
    /// Workshops opened lately: `Vec<Recent>`.
    pub const RECENT: &str = "recent";
    /// Asks for a file and opens it: `Opened`.
    pub const OPEN: &str = "open";
    /// Opens the file at a path from the recent list: `Opened`.
    pub const OPEN_RECENT: &str = "open_recent";
    /// What is in the file at a path from the recent list: `(DateTime<FixedOffset>, Glance)`, when it was saved and how it
    /// looks.
    pub const GLANCE: &str = "glance";
    /// Opens a copy to rehearse on, which is gone once it is closed: takes `Original`, answers `Opened`.
    pub const REHEARSE: &str = "rehearse";
    /// Asks for a place, writes what was rehearsed there and opens that: `Opened`.
    pub const KEEP_REHEARSAL: &str = "keep_rehearsal";
    /// Opens what the program was started with, or what is open already: `Option<Opened>`.
    pub const CURRENT: &str = "current";
    /// What is open, as its file was read or written last: `Option<Opened>`.
    pub const OPENED: &str = "opened";
    /// Opens the file that another start of the program has handed over: `Opened`.
    pub const OPEN_WAITING: &str = "open_waiting";
    /// Asks where to keep a new workshop made from a template and opens it: `Opened`.
    pub const NEW_FROM_TEMPLATE: &str = "new_from_template";
    /// Asks where to keep a new workshop that begins as another one is built, and opens it: takes `Original`, answers
    /// `Opened`.
    pub const BEGIN_FROM: &str = "begin_from";
    /// Carries out an edit: takes `Commit`, answers `Committed`.
    pub const COMMIT: &str = "commit";
    /// Takes back the last gesture: `Stepped`.
    pub const UNDO: &str = "undo";
    /// Carries out again what was taken back last: `Stepped`.
    pub const REDO: &str = "redo";
    /// Asks for a place and writes a complete copy there: takes `Unsaved`, answers `Saved`.
    pub const SAVE_COPY: &str = "save_copy";
    /// Asks for a place and writes the report there: `Reported`.
    pub const EXPORT_REPORT: &str = "export_report";
    /// Stops writing the report: nothing.
    pub const CANCEL_REPORT: &str = "cancel_report";
    /// Makes the report as the workshop is on disk, and says what is on which page: `ReportView`.
    pub const REPORT_VIEW: &str = "report_view";
    /// A page of the report that was made last: takes `PageWanted`, answers `Option<PagePicture>`.
    pub const REPORT_PAGE: &str = "report_page";
    /// Asks for a place and writes a page of the report there as a picture: takes `PageExport`, answers `Saved`.
    pub const EXPORT_PAGE: &str = "export_page";
    /// Asks for a picture and reads it as a logo: `Png`.
    pub const PICK_LOGO: &str = "pick_logo";
    /// Asks for a place and writes there all that a role holds: takes its `RoleId`, answers `Reported`.
    pub const EXPORT_ROLE_CARD: &str = "export_role_card";
    /// Asks for a file with a table and reads it: `TableText`.
    pub const PICK_TABLE: &str = "pick_table";
    /// Asks for a place and writes a picture of the seven shifts there: takes its key, answers `Saved`.
    pub const EXPORT_SHIFT_PICTURE: &str = "export_shift_picture";
    /// Asks for an earlier workshop and reads it: `Earlier`.
    pub const EARLIER_WORKSHOP: &str = "earlier_workshop";
    /// Asks where to keep the next workshop, makes it of the open one and opens it: `Opened`.
    pub const CARRY_FORWARD: &str = "carry_forward";
    /// Closes the workshop: nothing.
    pub const CLOSE: &str = "close";
    /// Says that nothing is waiting to be saved and the window may close: nothing.
    pub const READY_TO_QUIT: &str = "ready_to_quit";
}

/// Names of the events that the shell sends to the page. They carry nothing.
pub mod event {
    /// Another start of the program has handed over a file.
    pub const OPEN: &str = "opmap-open";
    /// The window is about to be closed.
    pub const QUIT: &str = "opmap-quit";
}

/// Carries out `edit` on the workshop as it was at `base`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commit {
    /// The revision that the window planned against.
    pub base: Revision,
    /// What the user meant.
    pub edit: Edit,
}

/// What a copy to rehearse on, or a new workshop, is made of. It stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Original {
    /// A file that is asked for.
    Asked,
    /// The file at that path from the recent list.
    Recent(String),
    /// The workshop that is open.
    Open,
}

/// What the window shows beyond what is in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsaved {
    /// The revision that the window knows to be in the file.
    pub base: Revision,
    /// The edits made on that, the first first, which could not be written.
    pub edits: Vec<Edit>,
}

/// A page of the report that was made last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageWanted {
    /// Which one, counted from 0.
    pub page: usize,
    /// The stamp that it had. Where it has another one by now, it is not what was looked at.
    pub stamp: u64,
}

/// A page of the report as a picture in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageExport {
    /// The page.
    pub page: PageWanted,
    /// What is written.
    pub kind: PictureKind,
}

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureKind {
    /// Of any size; text stays text.
    Svg,
    /// Of pixels, 216 to the inch.
    Png,
}

#[cfg(test)]
mod tests;
