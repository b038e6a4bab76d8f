//! The main job, end to end: a gesture on the map reaches the file and the PDF.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use opmap_model::{Document, State};
use opmap_store::DocumentFile;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Window;

/// Whether everything is on disk.
pub(super) const SAVED: &str =
    "return document.querySelector('[data-test=save]').textContent.startsWith('Saved')";

/// Whether a step has that name and is done by that lane (`arguments[0]` is `[name, lane]`).
const STEP_IN_LANE: &str = "
    const [name, lane] = arguments[0];
    const found = [...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label'));
    return found.some((it) => it.startsWith(`${name},`) && it.includes(`, ${lane},`));";

/// Whether no step has that name.
const NO_STEP: &str = "
    return ![...document.querySelectorAll('.step')].some((it) => it.getAttribute('aria-label').startsWith(`${arguments[0]},`));";

/// Whether the first stage has that name.
pub(super) const FIRST_STAGE: &str =
    "return document.querySelector('.stage-head .name').textContent === arguments[0]";

#[test]
fn a_gesture_on_the_map_reaches_the_file_and_the_report() {
    let home = TempDir::new().unwrap();
    let window = Window::open_at(home.path(), &[]);
    window.find("[data-template=halden-broadband]").click();
    window.find(".step");
    window.keep_picture("map");

    // Add a step by keyboard, beside the first one.
    window.click_at(step(&window, "Connection drops"));
    window.press("n");
    window.find(".name-field");
    window.type_keys("Looks at the lights");
    window.press("Enter");
    in_lane(&window, "Looks at the lights", "Customer");

    // Drag it to another lane.
    window.drag_between(step(&window, "Looks at the lights"), step(&window, "Show outage notice"));
    in_lane(&window, "Looks at the lights", "Digital self-service");

    // Rename a stage.
    window.find(".stage-head").click();
    window.press("F2");
    window.find(".name-field");
    window.type_keys("First notice");
    window.press("Enter");
    window.await_that("the stage has its new name", FIRST_STAGE, &json!("First notice"));

    // Undo twice: the name and the move. Redo once: the move.
    window.press("Control+z");
    window.await_that("the stage has its old name", FIRST_STAGE, &json!("Notice"));
    window.press("Control+z");
    in_lane(&window, "Looks at the lights", "Customer");
    window.press("Control+Shift+z");
    in_lane(&window, "Looks at the lights", "Digital self-service");
    window.await_that("everything is saved", SAVED, &Value::Null);
    drop(window);

    // The file holds it, with nothing beside it; another start undoes what the first one did.
    let path = only_workshop(home.path());
    let document = read(&path);
    assert_eq!(lane_of(&document, "Looks at the lights").as_deref(), Some("Digital self-service"));
    let window = Window::open_at(home.path(), &[path.to_str().unwrap()]);
    in_lane(&window, "Looks at the lights", "Digital self-service");
    window.press("Control+z");
    in_lane(&window, "Looks at the lights", "Customer");
    window.press("Control+z");
    window.await_that("the step is gone again", NO_STEP, &json!("Looks at the lights"));
    window.press("Control+Shift+z");
    in_lane(&window, "Looks at the lights", "Customer");
    window.await_that("everything is saved", SAVED, &Value::Null);

    // The report has every step of every map in it.
    window.find_text("Export report").click();
    window.await_that(
        "the report is written",
        "return document.body.textContent.includes('The report has')",
        &Value::Null,
    );
    drop(window);
    let text = words_of(&pdf_text(&only_file(home.path(), "pdf")));
    let document = read(&path);
    for title in document.steps().values().map(|it| it.title.as_str()) {
        assert!(text.contains(&words_of(title)), "the report does not have “{title}”");
    }
    assert!(text.contains("Looks at the lights"));
}

/// The middle of a step of that name, in CSS pixels.
fn step(window: &Window, name: &str) -> (i64, i64) {
    window.middle_of(&format!(".step[aria-label^=\"{name},\"]"))
}

fn in_lane(window: &Window, name: &str, lane: &str) {
    window.await_that(&format!("“{name}” is done by {lane}"), STEP_IN_LANE, &json!([name, lane]));
}

pub(super) fn read(path: &Path) -> Document {
    DocumentFile::open_read_only(path).unwrap().document().clone()
}

/// The lane in which the step of that name is *as lived*.
fn lane_of(document: &Document, name: &str) -> Option<String> {
    let steps = document.steps().values();
    let lanes = steps.filter(|it| it.title.as_str() == name).filter_map(|it| document.get(it.lane));
    lanes.filter(|it| it.state == State::AsLived).map(|it| it.title.to_string()).next()
}

/// The one workshop in `folder`; nothing lies beside it that belongs to it.
pub(super) fn only_workshop(folder: &Path) -> PathBuf {
    let path = only_file(folder, "opmap");
    let stem = path.file_name().unwrap().to_string_lossy().into_owned();
    let beside = names(folder).into_iter().filter(|it| it.starts_with(&stem)).count();
    assert_eq!(beside, 1, "a closed workshop is one file: {:?}", names(folder));
    path
}

fn only_file(folder: &Path, ending: &str) -> PathBuf {
    let found: Vec<String> =
        names(folder).into_iter().filter(|it| it.ends_with(&format!(".{ending}"))).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    folder.join(&found[0])
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext").args([path.as_os_str(), "-".as_ref()]).output();
    let output = output.expect("pdftotext could not be started: run `cargo xtask setup`");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Words with one space between them, since a label may be broken into lines.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
