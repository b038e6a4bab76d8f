//! What the shell answers.

use chrono::{DateTime, FixedOffset};
use opmap_model::{Change, Document, History, Revision};
use serde::{Deserialize, Serialize};

/// A workshop that is open now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Everything in it.
    pub document: Document,
    /// Its revision.
    pub revision: Revision,
    /// When it was last saved, in local time.
    pub saved_at: DateTime<FixedOffset>,
    /// The name of its file.
    pub file_name: String,
    /// The gesture that undo takes back.
    pub undo_label: Option<String>,
    /// The gesture that redo brings back.
    pub redo_label: Option<String>,
    /// Why it cannot be changed, if it cannot.
    pub read_only: Option<String>,
    /// Whether it is a copy to rehearse on, which is gone once it is closed, unless it is kept.
    pub is_rehearsal: bool,
}

/// An edit is on disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Committed {
    /// The revision after it.
    pub revision: Revision,
    /// When it was saved, in local time.
    pub saved_at: DateTime<FixedOffset>,
    /// The gesture that undo takes back.
    pub undo_label: Option<String>,
    /// The gesture that redo brings back.
    pub redo_label: Option<String>,
}

/// An undo or a redo is on disk; the window carries out the same change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stepped {
    /// What was done to the records.
    pub change: Change,
    /// The state of the file after it.
    pub committed: Committed,
}

/// A file that was opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is; to be sent back as it stands.
    pub path: String,
    /// The title of the workshop in it.
    pub title: String,
    /// The last two folders of its path.
    pub folder: String,
    /// When it was last opened, in local time.
    pub opened_at: DateTime<FixedOffset>,
    /// Whether there is no such file now.
    pub missing: bool,
}

/// What a later workshop takes over of another one, and nothing else of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// What it says and knows; it has a score or a recommendation.
    pub history: History,
}

/// A copy, or a picture, is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Where it is.
    pub path: String,
}

/// A report, or the card of a role, is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Where it is.
    pub path: String,
    /// How many pages it has.
    pub pages: usize,
    /// What the reader should know, such as characters that no font has.
    pub warnings: Vec<String>,
}

/// A file with a table is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableText {
    /// The name of the file.
    pub file_name: String,
    /// What stands in it.
    pub text: String,
}
