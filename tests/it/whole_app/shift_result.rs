//! The real window compares the shifts with another file, which stays as it is, writes a picture of them, and carries the
//! workshop forward into a file of its own.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::DateTime;
use opmap_model::{Document, Rating, Shift, notation};
use opmap_store::DocumentFile;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::Window;

/// Whether the page says that.
const SAID: &str = "return document.body.textContent.includes(arguments[0])";

const SAVED: &str = "return document.querySelector('[data-test=save]').textContent.startsWith('Saved')";

#[test]
fn scores_of_another_file_are_compared_and_a_picture_is_written() {
    let home = TempDir::new().unwrap();
    let today = made(home.path(), "today", "shift roles now=3 target=4 weight=5\nshift culture now=2");
    // The dialog looks for a file of its own title.
    let earlier =
        made(home.path(), "Compare with an earlier workshop", "date 2025-06-18\nshift roles now=1 target=2");
    let before = fs::read(&earlier).unwrap();
    let window = Window::open_at(home.path(), &[today.to_str().unwrap()]);
    window.find_text("Shifts").click();
    window.find(".shifts-main");
    let has_keys = "return document.activeElement.matches('.shifts-main')";
    window.await_that("the station has the keyboard", has_keys, &Value::Null);
    window.press("v");
    window.find(".shift-table");
    window.find_text("Compare with an earlier workshop…").click();
    window.await_that(
        "what has changed is told",
        SAID,
        &json!("1 of 7 shifts was scored both times: 1.0 then, 3.0 today"),
    );
    window.await_that("everything is saved", SAVED, &Value::Null);
    window.keep_picture("shift-result");
    window.find_text("Save as SVG…").click();
    window.await_that("the picture is written", SAID, &json!("The picture is in"));
    window.press("Control+k");
    window.type_keys("carry forward");
    window.press("Enter");
    window.await_that(
        "the next workshop is open",
        "return document.querySelector('.top-bar h1')?.title === arguments[0]",
        &json!("today (next).opmap"),
    );
    drop(window);
    let next = home.path().join("today (next).opmap");
    let next = DocumentFile::open_read_only(&next).unwrap().document().clone();
    let workshops: Vec<_> = next.earlier_workshops_in_order().into_iter().map(|it| it.1).collect();
    assert_eq!(workshops.len(), 2, "the one of last year, and that of today");
    assert_eq!(workshops[1].scores[&Shift::Roles].now.get(), 3);
    assert!(next.assessments().values().all(|it| it.now.is_none()), "the room scores anew");
    let picture = fs::read_to_string(home.path().join("Radar of the shifts.svg")).unwrap();
    assert!(picture.starts_with("<svg ") && picture.contains(">last time<"), "{picture}");
    let document = DocumentFile::open_read_only(&today).unwrap().document().clone();
    let last = document.last_workshop().unwrap();
    let known = last.scores[&Shift::Roles];
    assert_eq!((known.now.get(), known.target.map(Rating::get)), (1, Some(2)));
    assert_eq!(last.scores.get(&Shift::Culture), None);
    assert!(fs::read(&earlier).unwrap() == before, "the other file is only read");
}

fn made(folder: &Path, name: &str, lines: &str) -> PathBuf {
    let path = folder.join(name).with_extension("opmap");
    drop(DocumentFile::create(&path, &document(name, lines), DateTime::UNIX_EPOCH.fixed_offset()).unwrap());
    path
}

fn document(title: &str, lines: &str) -> Document {
    let mut next = 0;
    let text = format!("workshop \"{title}\"\n{lines}");
    notation::parse(&text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}
