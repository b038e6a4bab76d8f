//! What every source file keeps to.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::root;

/// The longest a file may be, in lines.
const LONGEST: usize = 800;

/// Folders that hold nothing we wrote.
const NOT_OURS: &[&str] = &["target", "gen", "node_modules", "dist"];

/// Names of files that say nothing about what is in them.
const EMPTY_NAMES: &[&str] = &["mod.rs", "utils.rs", "util.rs", "helpers.rs", "common.rs", "prelude.rs"];

/// Crates whose output depends on their input alone.
const PURE: &[&str] = &["opmap-model", "opmap-analysis", "opmap-drawing", "opmap-report"];

/// What [`PURE`] crates may not call.
const CLOCKS_AND_LOTS: &[&str] = &[
    "std::time::Instant::now",
    "std::time::SystemTime::now",
    "chrono::Local::now",
    "chrono::Utc::now",
    "uuid::Uuid::new_v4",
    "uuid::Uuid::now_v7",
];

struct Source {
    /// Relative to the root of the workspace.
    path: PathBuf,
    text: String,
}

/// Every Rust file of the tree.
fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    visit(root(), &mut found);
    assert!(found.len() > 50, "only {} files found: the walk is broken", found.len());
    found
}

fn visit(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&&*name) {
                visit(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push(Source { path: path.strip_prefix(root()).unwrap().to_owned(), text });
        }
    }
}

/// The files for which `is_wrong` holds.
fn wrong(is_wrong: impl Fn(&Source) -> bool) -> Vec<PathBuf> {
    sources().into_iter().filter(is_wrong).map(|source| source.path).collect()
}

#[test]
fn no_file_is_longer_than_one_can_hold_in_mind() {
    assert_eq!(wrong(|source| source.text.lines().count() > LONGEST), Vec::<PathBuf>::new());
}

#[test]
fn no_test_is_switched_off() {
    // Put together here, so that this line is not found itself.
    let switch = concat!("#[", "ignore");
    assert_eq!(wrong(|source| source.text.contains(switch)), Vec::<PathBuf>::new());
}

#[test]
fn files_are_named_after_what_is_in_them() {
    let is_empty = |source: &Source| EMPTY_NAMES.iter().any(|name| source.path.ends_with(name));
    assert_eq!(wrong(is_empty), Vec::<PathBuf>::new());
}

#[test]
fn only_the_shell_and_one_file_of_the_window_know_tauri() {
    let knows = |source: &Source| {
        let mentions = ["tauri::", "__TAURI"].iter().any(|name| source.text.contains(name));
        let may = ["src-tauri", "tests/it", "ui/src/shell.rs", "ui/src/shell"];
        mentions && !may.iter().any(|folder| source.path.starts_with(folder))
    };
    assert_eq!(wrong(knows), Vec::<PathBuf>::new());
}

/// Files of the window that ask for the keys everyone knows, besides those of the table.
const KNOW_USUAL_KEYS: &[(&str, &str)] = &[
    ("ui/src/charter/participants/several.rs", "Enter ends the number in a form"),
    ("ui/src/decisions/details/bar.rs", "the arrows of any row of buttons"),
    ("ui/src/decisions/line.rs", "Enter and Escape end a line as in any field"),
    ("ui/src/decisions/picker.rs", "the arrows of any list of offers"),
    ("ui/src/dialog.rs", "Tab and Escape in any dialog"),
    ("ui/src/field/new_name.rs", "Enter and Escape end a name as in any field"),
    ("ui/src/field/new_text.rs", "Enter and Escape end a text as in any field"),
    ("ui/src/field/sentiment.rs", "the arrows of any scale, and its numbers"),
    ("ui/src/map/naming.rs", "Enter, Tab and Escape end a name as in any field"),
    ("ui/src/map/outline/row.rs", "Enter and Escape end a name as in any field"),
    ("ui/src/map/outline/tree.rs", "the letters of any tree"),
    ("ui/src/map/presented/note.rs", "a field for a note: Enter keeps it, Escape does not"),
    ("ui/src/matrix/question.rs", "the answers that stand beside a question"),
    ("ui/src/menu_keys.rs", "the letters and arrows of any menu"),
    ("ui/src/palette.rs", "the arrows of any list of offers"),
    ("ui/src/roadmap/beside.rs", "Enter on a button that a pointer only chooses"),
    ("ui/src/shifts/entry/ballot.rs", "the arrows of any scale"),
    ("ui/src/shifts/entry/who.rs", "the arrows of any group of buttons"),
    ("ui/src/shifts/level_choice.rs", "the arrows of any scale"),
];

#[test]
fn what_keys_do_stands_in_the_table() {
    // Put together here, so that these lines are not found themselves.
    let (look, usual) = (concat!("event", ".key()"), concat!("Usual", "::"));
    let of_window = |source: &Source| {
        source.path.starts_with("ui/src")
            && !source.path.starts_with("ui/src/keys")
            && source.path != Path::new("ui/src/keys.rs")
    };
    let looks = wrong(|source| of_window(source) && source.text.contains(look));
    assert_eq!(looks, Vec::<PathBuf>::new(), "keys are read in ui/src/keys alone");
    let mut known = wrong(|source| of_window(source) && source.text.contains(usual));
    known.sort();
    let listed: Vec<PathBuf> = KNOW_USUAL_KEYS.iter().map(|it| PathBuf::from(it.0)).collect();
    assert_eq!(known, listed, "what a key of a station does is said in ui/src/keys/table");
}

#[test]
fn only_one_part_of_the_report_knows_how_pdf_is_written() {
    let knows = |source: &Source| {
        let mentions = ["printpdf::", "lopdf::"].iter().any(|name| source.text.contains(name));
        let may =
            ["crates/opmap-report/src/pdf", "crates/opmap-report/src/pdf.rs", "crates/opmap-report/tests"];
        mentions
            && !source.path.starts_with("tests")
            && !may.iter().any(|folder| source.path.starts_with(folder))
    };
    assert_eq!(wrong(knows), Vec::<PathBuf>::new());
}

#[test]
fn the_window_follows_the_pointer_itself_when_something_is_dragged() {
    // Files are dropped onto the window, which on some systems takes the browser's own dragging away.
    let is_draggable = |source: &Source| {
        let native = ["draggable", "on:drag", "DragEvent"].iter().any(|name| source.text.contains(name));
        native && source.path.starts_with("ui")
    };
    assert_eq!(wrong(is_draggable), Vec::<PathBuf>::new());
}

#[test]
fn pure_crates_are_linted_against_clocks_and_lots() {
    for name in PURE {
        let text = fs::read_to_string(root().join("crates").join(name).join("clippy.toml")).unwrap();
        let (_, list) = text.split_once("disallowed-methods").expect("the lint is set");
        let missing: Vec<_> = CLOCKS_AND_LOTS.iter().filter(|call| !list.contains(*call)).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}

#[test]
fn the_page_about_the_file_is_about_the_file_that_is_written() {
    let page = fs::read_to_string(root().join("docs/FORMAT.md")).unwrap();
    let title = page.lines().next().unwrap();
    assert_eq!(title, format!("# The .opmap file, schema version {}", opmap_store::SCHEMA_VERSION));
}
