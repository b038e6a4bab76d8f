//! Leaving a workshop while its file cannot be written.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::Window;
use super::core_loop::{FIRST_STAGE, SAVED, only_workshop, read};

/// Whether a banner has these words.
const SAYS: &str =
    "return [...document.querySelectorAll('.banner')].some((it) => it.textContent.includes(arguments[0]))";

/// Whether a figure of the workshop that was opened last is this.
const GLANCE: &str =
    "return [...document.querySelectorAll('.last-figures li')].some((it) => it.textContent === arguments[0])";

#[test]
fn closing_a_workshop_that_is_not_saved_says_so_and_loses_nothing() {
    let home = TempDir::new().unwrap();
    let (window, path) = on_the_sample(home.path());
    let away = path.with_extension("away");
    fs::rename(&path, &away).unwrap();

    rename_first_stage(&window, "First notice");
    window.await_that("it is not saved", SAYS, &json!("Not saved."));
    window.find(".rail-home").click();
    window.await_that("it says what would be lost", SAYS, &json!("Something is not saved."));
    window.await_that("the workshop is still there", FIRST_STAGE, &json!("First notice"));

    window.find_text("Save a copy").click();
    window.await_that("a copy is written", SAYS, &json!("A complete copy is in"));
    let copy = only_workshop(home.path());
    assert!(has_stage(&copy, "First notice"), "the copy has what could not be saved");
    fs::remove_file(&copy).unwrap();

    fs::rename(&away, &path).unwrap();
    window.find_text("Try again").click();
    window.await_that("everything is saved", SAVED, &Value::Null);
    window.await_that("the workshop is still there", FIRST_STAGE, &json!("First notice"));
    window.find(".rail-home").click();
    window.find("[data-template=halden-broadband]");
    drop(window);
    assert!(has_stage(&path, "First notice"));
}

#[test]
fn a_rehearsal_leaves_the_file_alone_until_it_is_kept_in_another() {
    let home = TempDir::new().unwrap();
    let (window, path) = on_the_sample(home.path());
    window.find(".rail-home").click();
    window.await_that("the file is told at a glance", GLANCE, &json!("62 steps"));
    let before = fs::read(&path).unwrap();

    window.find_text("Rehearsal copy").click();
    window.find(".banner.rehearsal");
    rename_first_stage(&window, "First notice");
    window.await_that("it is called so", FIRST_STAGE, &json!("First notice"));
    window.await_that("everything is saved", SAVED, &Value::Null);
    assert!(fs::read(&path).unwrap() == before, "the file is as it was");

    window.find_text("Keep…").click();
    window.await_that(
        "it is a workshop of its own",
        "return document.querySelector('.banner.rehearsal') === null && !!document.querySelector('.stage-head')",
        &Value::Null,
    );
    drop(window);
    assert!(fs::read(&path).unwrap() == before, "the file is as it was");
    let title = read(&path).workshop().title.to_string().replace(':', "");
    assert!(has_stage(&home.path().join(format!("{title} (rehearsal).opmap")), "First notice"));
}

/// A window on the sample, and its file, in which all is saved.
fn on_the_sample(home: &Path) -> (Window, PathBuf) {
    let window = Window::open_at(home, &[]);
    window.find("[data-template=halden-broadband]").click();
    window.find(".step");
    window.await_that("everything is saved", SAVED, &Value::Null);
    (window, only_workshop(home))
}

/// Calls the first stage so, by the keyboard.
fn rename_first_stage(window: &Window, name: &str) {
    window.find(".stage-head").click();
    window.press("F2");
    window.find(".name-field");
    window.type_keys(name);
    window.press("Enter");
}

fn has_stage(workshop: &Path, title: &str) -> bool {
    read(workshop).stages().values().any(|it| it.title.as_str() == title)
}
