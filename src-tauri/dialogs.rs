//! Native dialogs: the only way, beside the command line and the recent list, in which a path comes in.

use std::path::{Path, PathBuf};

use opmap_model::{Edit, Revision};
use opmap_store::{CommitError, DocumentFile, Existing, StoreError, write_new_whole_file, write_whole_file};
use opmap_wire::ShellError;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

use crate::clock::now;
use crate::failure::cancelled;

/// Where this names a folder, no one is asked: a file to write gets its suggested name there, a table to read is
/// `table.csv` in it, a picture `logo.png`, and a workshop to read is looked for there under the title of the dialog. For tests that
/// drive the whole program, since nothing outside the program can press the buttons of a native dialog; a released
/// program does not look at it.
const ANSWERS: &str = "OPMAP_DIALOG_FOLDER";

/// Where a file is to be kept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The path of the file, with its ending.
    pub(crate) path: PathBuf,
    /// Whether this is the name that the dialog has asked about, so that what has it may be replaced.
    is_asked: bool,
}

impl Place {
    /// The place of that path. A name without its ending gets it, and is then one that the dialog did not ask about.
    pub(crate) fn chosen(path: PathBuf, ending: &str) -> Self {
        if path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending)) {
            return Self { path, is_asked: true };
        }
        let mut with_ending = path.into_os_string();
        with_ending.push(".");
        with_ending.push(ending);
        Self { path: PathBuf::from(with_ending), is_asked: false }
    }

    /// Writes a file there.
    ///
    /// # Errors
    /// When it cannot be written, or would replace something that no one was asked about.
    pub(crate) fn write(&self, content: &[u8]) -> Result<(), StoreError> {
        if self.is_asked {
            write_whole_file(&self.path, content)
        } else {
            write_new_whole_file(&self.path, content)
        }
    }

    /// Writes a complete copy of a workshop there, with edits made on the revision `base` that are not in its file.
    ///
    /// # Errors
    /// As for [`Place::write`]; and when something was saved since `base`.
    pub(crate) fn copy(
        &self,
        file: &DocumentFile,
        base: Revision,
        edits: &[Edit],
    ) -> Result<(), CommitError> {
        let existing = if self.is_asked { Existing::Replaced } else { Existing::Kept };
        file.save_copy_with(&self.path, existing, (base, edits), now())
    }
}

/// Asks for a workshop, in a dialog of that title.
pub(crate) fn pick_workshop<R: Runtime>(app: &AppHandle<R>, title: &str) -> Result<PathBuf, ShellError> {
    if let Some(folder) = answers() {
        return Ok(folder.join(format!("{title}.opmap")));
    }
    let dialog = app.dialog().file().set_title(title).add_filter("Opmap workshop", &["opmap"]);
    dialog.blocking_pick_file().and_then(|it| it.into_path().ok()).ok_or_else(cancelled)
}

/// Asks for a file with a table in plain text.
pub(crate) fn pick_table<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, ShellError> {
    if let Some(folder) = answers() {
        return Ok(folder.join("table.csv"));
    }
    let dialog = app.dialog().file().set_title("Choose a table");
    let dialog = dialog.add_filter("Tables in plain text", &["csv", "tsv", "txt"]);
    dialog.blocking_pick_file().and_then(|it| it.into_path().ok()).ok_or_else(cancelled)
}

/// Asks for a picture, such as a logo.
pub(crate) fn pick_picture<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, ShellError> {
    if let Some(folder) = answers() {
        return Ok(folder.join("logo.png"));
    }
    let dialog = app.dialog().file().set_title("Choose a logo").add_filter("Pictures", &["png", "svg"]);
    dialog.blocking_pick_file().and_then(|it| it.into_path().ok()).ok_or_else(cancelled)
}

/// Asks where to keep a file, and suggests a name and a folder. The ending is added where it is missing.
pub(crate) fn place_for<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    folder: Option<&Path>,
    name: &str,
    ending: &str,
) -> Result<Place, ShellError> {
    let suggested = format!("{}.{ending}", file_name(name));
    if let Some(folder) = answers() {
        return Ok(Place::chosen(folder.join(suggested), ending));
    }
    let mut dialog =
        app.dialog().file().set_title(title).set_file_name(suggested).add_filter(title, &[ending]);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let path = dialog.blocking_save_file().and_then(|it| it.into_path().ok()).ok_or_else(cancelled)?;
    Ok(Place::chosen(path, ending))
}

fn answers() -> Option<PathBuf> {
    if cfg!(debug_assertions) { std::env::var_os(ANSWERS).map(PathBuf::from) } else { None }
}

/// A name that every system takes, made of a title: what is not allowed in one becomes a space.
fn file_name(title: &str) -> String {
    let allowed = |it: char| !it.is_control() && !"<>:\"/\\|?*".contains(it);
    let spaced: String = title.chars().map(|it| if allowed(it) { it } else { ' ' }).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(80).collect();
    let trimmed = cut.trim_matches(['.', ' ']);
    // These are devices on Windows, whatever their ending.
    let reserved = ["con", "prn", "aux", "nul"].contains(&trimmed.to_lowercase().as_str());
    if trimmed.is_empty() || reserved { "Workshop".to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Place, file_name};

    #[test]
    fn titles_become_names_that_every_system_takes() {
        assert_eq!(file_name("Halden: restore a/b"), "Halden restore a b");
        assert_eq!(file_name("../../etc/passwd"), "etc passwd");
        assert_eq!(file_name("..."), "Workshop");
        assert_eq!(file_name("CON"), "Workshop");
        assert_eq!(file_name(&"x".repeat(300)).len(), 80);
        assert_eq!(file_name("Größe 🚀"), "Größe 🚀");
    }

    #[test]
    fn a_name_that_was_not_asked_about_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("Report.pdf");
        fs::write(&taken, "of someone else").unwrap();
        let unasked = Place::chosen(folder.path().join("Report"), "pdf");
        assert_eq!(unasked.path, taken);
        let error = unasked.write(b"ours").unwrap_err();
        assert!(error.to_string().ends_with("already. It was kept: choose another name."), "{error}");
        assert_eq!(fs::read_to_string(&taken).unwrap(), "of someone else");
        Place::chosen(folder.path().join("Report 2"), "pdf").write(b"ours").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("Report 2.pdf")).unwrap(), "ours");
        Place::chosen(taken.clone(), "PDF").write(b"ours").unwrap();
        assert_eq!(fs::read_to_string(&taken).unwrap(), "ours");
    }
}
