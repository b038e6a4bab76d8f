//! The list of workshops opened lately, kept beside the settings of the program.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use opmap_wire::{ErrorCode, Recent, ShellError};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, Runtime};

use crate::clock::now;

/// How many are remembered.
const LIMIT: usize = 10;

/// One line of the list as it is kept.
#[derive(Serialize, Deserialize)]
struct Entry {
    path: PathBuf,
    title: String,
    opened_at: DateTime<FixedOffset>,
}

/// The list, the latest first. Files that are not there now are marked, not left out.
pub(crate) fn list<R: Runtime>(app: &AppHandle<R>) -> Vec<Recent> {
    let entries = place(app).map(|it| read(&it)).unwrap_or_default();
    entries
        .into_iter()
        .map(|entry| Recent {
            folder: folder_words(&entry.path),
            missing: !entry.path.is_file(),
            path: entry.path.to_string_lossy().into_owned(),
            title: entry.title,
            opened_at: entry.opened_at,
        })
        .collect()
}

/// The path of an entry of the list.
///
/// # Errors
/// When the list does not have it.
pub(crate) fn find<R: Runtime>(app: &AppHandle<R>, path: &str) -> Result<PathBuf, ShellError> {
    let entries = place(app).map(|it| read(&it)).unwrap_or_default();
    let found = entries.into_iter().map(|it| it.path).find(|it| it.to_string_lossy() == path);
    found.ok_or_else(|| {
        ShellError::new(ErrorCode::NotOpened, "That workshop is not in the list of recent ones.")
    })
}

/// Puts a workshop first in the list.
pub(crate) fn remember<R: Runtime>(app: &AppHandle<R>, path: &Path, title: &str) {
    let Some(place) = place(app) else { return };
    let mut entries = read(&place);
    entries.retain(|it| it.path != path);
    entries.insert(0, Entry { path: path.to_owned(), title: title.to_owned(), opened_at: now() });
    entries.truncate(LIMIT);
    let written =
        place.parent().map(std::fs::create_dir_all).and_then(|_| serde_json::to_vec_pretty(&entries).ok());
    if let Some(content) = written {
        // A list that cannot be kept is no reason to stop anyone: it is only shorter the next time.
        let _ = opmap_store::write_whole_file(&place, &content);
    }
}

fn place<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    Some(app.path().app_config_dir().ok()?.join("recent.json"))
}

/// A list that cannot be read counts as empty.
fn read(place: &Path) -> Vec<Entry> {
    let content = std::fs::read(place).unwrap_or_default();
    serde_json::from_slice(&content).unwrap_or_default()
}

/// The last two folders of a path, the way people speak of a place.
fn folder_words(path: &Path) -> String {
    let folders = path.parent().into_iter().flat_map(Path::components);
    let names: Vec<String> = folders.map(|it| it.as_os_str().to_string_lossy().into_owned()).collect();
    names[names.len().saturating_sub(2)..].join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::folder_words;

    #[test]
    fn a_place_is_named_by_its_last_two_folders() {
        assert_eq!(folder_words(Path::new("/home/pat/Documents/Halden/a.opmap")), "Documents, Halden");
        assert_eq!(folder_words(Path::new("a.opmap")), "");
    }
}
