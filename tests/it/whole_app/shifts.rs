//! A room scores the seven shifts in the real window, by the keyboard alone, and what it said is in the file; a round that
//! was broken off stays sealed.

use std::path::Path;

use chrono::DateTime;
use opmap_model::{Answer, Document, Keyword, Rating, Shift, notation};
use opmap_store::DocumentFile;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::Window;

const PEOPLE: usize = 12;

const SAVED: &str = "return document.querySelector('[data-test=save]').textContent.startsWith('Saved')";

const ON_THE_STATION: &str = "return document.activeElement.matches('.shifts-main')";

const IN: &str = "return document.querySelector('[data-test=answers-in]')?.textContent === arguments[0]";

const ASKED: &str = "return document.querySelector('main h3')?.textContent === arguments[0]";

/// How many dots are seen.
const DOTS: &str = "return document.querySelectorAll('.dot').length === arguments[0]";

#[test]
fn twelve_people_score_seven_shifts_in_two_rounds_by_the_keyboard_alone() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("room.opmap");
    let window = on_the_shifts(home.path(), &path);
    for shift in Shift::ALL {
        window.await_that("the shift is asked about", ASKED, &json!(shift.label()));
        for round in 0..2 {
            if round > 0 {
                window.press("n");
            }
            window.await_that("nobody has answered", IN, &json!(format!("0 of {PEOPLE} in")));
            window.press("e");
            for person in 0..PEOPLE {
                window.find(".entry-grid button");
                window.press("Enter");
                window.find(".ballot");
                window.type_keys(&answer(*shift, round, person).to_string());
                window.press("Enter");
                window.find(".entry-between");
                window.press("Enter");
            }
            window.await_that("all are in", IN, &json!(format!("{PEOPLE} of {PEOPLE} in")));
            window.await_that("the station has the keyboard", ON_THE_STATION, &Value::Null);
            window.press("r");
            window.await_that("all answers are seen", DOTS, &json!(PEOPLE));
        }
        window.keep_picture("shifts");
        window.press("Enter");
    }
    window.await_that("everything is saved", SAVED, &Value::Null);
    drop(window);
    let document = read(&path);
    let people: Vec<_> = document.participants_in_order().iter().map(|it| it.0).collect();
    for shift in Shift::ALL {
        let rounds = document.rounds_of(*shift);
        assert_eq!(rounds.len(), 2, "{shift:?}");
        for (number, (_, round)) in rounds.iter().enumerate() {
            let ballots = round.answers().expect("it is revealed").ballots().expect("it was answered unseen");
            for (person, id) in people.iter().enumerate() {
                let level = Rating::new(answer(*shift, number, person)).unwrap();
                assert_eq!(
                    ballots.named.get(id),
                    Some(&Answer::Level(level)),
                    "{shift:?}, round {number}, {person}"
                );
            }
        }
        // Half of them said 1 and half 2: the lower one in the middle is agreed on.
        assert_eq!(document.assessment(*shift).now.map(Rating::get), Some(1), "{shift:?}");
    }
}

#[test]
fn a_round_that_is_broken_off_loses_nothing_and_shows_nothing() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("room.opmap");
    let window = on_the_shifts(home.path(), &path);
    window.press("e");
    for _ in 0..3 {
        window.find(".entry-grid button");
        window.press("Enter");
        window.find(".ballot");
        window.press("5");
        window.press("Enter");
        window.find(".entry-between");
        window.press("Enter");
    }
    // The fourth has chosen and not confirmed.
    window.find(".entry-grid button");
    window.press("Enter");
    window.find(".ballot");
    window.press("5");
    window.await_that("everything is saved", SAVED, &Value::Null);
    drop(window);
    let sealed = read(&path);
    let (_, round) = sealed.rounds_of(Shift::Roles)[0];
    assert_eq!((round.answered(), round.revealed), (3, false));

    let window = Window::open_at(home.path(), &[path.to_str().unwrap()]);
    go_to_shifts(&window);
    window.await_that("three are in", IN, &json!(format!("3 of {PEOPLE} in")));
    shows_nothing(&window);
    for page in ["v", "h", "s"] {
        window.press(page);
        shows_nothing(&window);
    }
    window.await_that("three are in", IN, &json!(format!("3 of {PEOPLE} in")));
    window.press("e");
    window.await_that(
        "nine are still asked",
        "return document.querySelectorAll('.entry-grid button').length === arguments[0]",
        &json!(PEOPLE - 3),
    );
    shows_nothing(&window);
}

/// No answer is in the page: no dot, no range, no verdict, nothing chosen, and no 5 in what undo would take back.
fn shows_nothing(window: &Window) {
    let given = window.execute(
        "return [...document.querySelectorAll('.dot, .answer-range, .verdict, .level.agreed, [aria-checked=true]')]
            .map((it) => it.outerHTML)
            .concat([...document.querySelectorAll('.top-bar [aria-label], .spoken')]
                .map((it) => `${it.getAttribute('aria-label') ?? ''}${it.textContent}`).filter((it) => it.includes('5')))",
        &Value::Null,
    );
    assert_eq!(given, json!([]), "an answer is seen");
}

/// Opens a new file at `path` and lets the room answer the first shift unseen.
fn on_the_shifts(home: &Path, path: &Path) -> Window {
    drop(DocumentFile::create(path, &workshop(), DateTime::UNIX_EPOCH.fixed_offset()).unwrap());
    let window = Window::open_at(home, &[path.to_str().unwrap()]);
    go_to_shifts(&window);
    choose(&window, "Let the room answer unseen");
    window.await_that("nobody has answered", IN, &json!(format!("0 of {PEOPLE} in")));
    window
}

fn go_to_shifts(window: &Window) {
    window.find(".rail");
    choose(window, "Go to the shifts");
    window.find(".room");
}

/// Chooses a command in the palette, and waits until the station has the keyboard.
fn choose(window: &Window, command: &str) {
    window.press("Control+k");
    window.find(".palette-row");
    window.type_keys(command);
    let first = "return document.querySelector('.palette-row')?.textContent.includes(arguments[0])";
    window.await_that("it is found", first, &json!(command));
    window.press("Enter");
    window.await_that("the station has the keyboard", ON_THE_STATION, &Value::Null);
}

/// What someone answers: the room comes closer in the second round.
fn answer(shift: Shift, round: usize, person: usize) -> u8 {
    let spread = if round == 0 { 5 } else { 2 };
    u8::try_from(1 + (person + shift.number()) % spread).unwrap()
}

fn workshop() -> Document {
    let people: String = (1..=PEOPLE).map(|it| format!("participant p{it} \"Person {it}\"\n")).collect();
    let mut next = 0;
    notation::parse(&format!("workshop \"Room\"\n{people}journey j \"Repair\"\n"), &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

fn read(path: &Path) -> Document {
    DocumentFile::open_read_only(path).unwrap().document().clone()
}
