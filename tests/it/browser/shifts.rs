//! The Shifts station: the room raises hands, answers unseen, sees it revealed, votes again and agrees; and the same while
//! it is presented.

use serde_json::{Value, json};

use super::Browser;

/// Whether the levels from 1 to 5 show so many dots each.
const DOTS: &str = "
    const dots = [...document.querySelectorAll('.level')].map((it) => it.querySelectorAll('.dot').length);
    return JSON.stringify(dots) === JSON.stringify(arguments[0])";

/// Whether the panel says how many have answered.
const IN: &str = "return document.querySelector('[data-test=answers-in]')?.textContent === arguments[0]";

/// Whether the shift that is looked at is called so, and stands so in the strip.
const HERE: &str = "
    const here = document.querySelector('.strip-shift.here');
    return JSON.stringify([...here?.children ?? []].map((it) => it.textContent.trim())) === JSON.stringify(arguments[0])";

const HEADING: &str = "return document.querySelector('main h3')?.textContent === arguments[0]";

const ON_THE_STATION: &str = "return document.activeElement.matches('.shifts-main')";

/// Opens a workshop in which nothing is scored and nobody is registered.
fn on_a_blank_workshop() -> Browser {
    let browser = Browser::open();
    browser.find("[data-template=blank]").click();
    browser.find(".rail");
    on_the_shifts(browser)
}

fn on_the_shifts(browser: Browser) -> Browser {
    browser.find_text("Shifts").click();
    browser.find(".room");
    await_station(&browser);
    browser
}

fn await_station(browser: &Browser) {
    browser.await_that("the station has the keyboard", ON_THE_STATION, &Value::Null);
}

fn await_in(browser: &Browser, words: &str) {
    browser.await_that(&format!("“{words}” is seen"), IN, &json!(words));
}

fn await_dots(browser: &Browser, dots: [u32; 5]) {
    browser.await_that(&format!("the dots are {dots:?}"), DOTS, &json!(dots));
}

fn press_all(browser: &Browser, keys: &[&str]) {
    for key in keys {
        browser.press(key);
    }
}

#[test]
fn a_room_raises_hands_sees_them_votes_again_and_agrees() {
    let browser = on_a_blank_workshop();
    press_all(&browser, &["1", "2", "2", "2", "4", "Shift+4", "4", "0"]);
    await_in(&browser, "6 in");
    await_dots(&browser, [0; 5]);
    let counts = browser.execute(
        "return [...document.querySelectorAll('.counter-count')].map((it) => it.textContent)",
        &Value::Null,
    );
    assert_eq!(counts, json!(["", "", "", "", "", ""]), "no count is seen before it is revealed");
    press_all(&browser, &["r"]);
    await_dots(&browser, [1, 3, 0, 1, 0]);
    browser.await_that(
        "the verdict is seen",
        "return document.querySelector('.verdict')?.textContent === 'Close'
            && document.querySelector('.room-panel-ask').textContent === 'Ask a 1 and a 4 to say what they see.'
            && document.querySelector('.answer-range').textContent === 'answers run from 1 to 4'
            && document.querySelector('.level.agreed .level-number').textContent === '2'",
        &Value::Null,
    );
    browser.press("r");
    browser.await_that(
        "it is hidden again",
        "return !document.querySelector('.dot, .verdict')",
        &Value::Null,
    );
    press_all(&browser, &["r", "n"]);
    await_in(&browser, "0 in");
    press_all(&browser, &["2", "2", "3", "r"]);
    await_dots(&browser, [0, 2, 1, 0, 0]);
    browser.find_text("Round 1").click();
    await_dots(&browser, [1, 3, 0, 1, 0]);
    browser.find_text("Round 2").click();
    await_dots(&browser, [0, 2, 1, 0, 0]);
    press_all(&browser, &["w", "4"]);
    browser.await_that(
        "4 is wanted",
        "return document.activeElement.matches('#shift-wanted-4[aria-checked=true]')",
        &Value::Null,
    );
    browser.press("Enter");
    browser.await_that("the next shift is asked", HERE, &json!(["2 Channels", "not scored"]));
    browser.press("ArrowLeft");
    let agreed = json!(["1 Roles", "2 now, 4 wanted"]);
    browser.await_that("it is agreed on", HERE, &agreed);
    browser.comes_and_goes("the room agrees on 2", HERE, &agreed);
}

#[test]
fn hands_of_one_perspective_are_counted_apart() {
    let browser = on_a_blank_workshop();
    press_all(&browser, &["p", "3", "p", "5", "5", "r"]);
    await_dots(&browser, [0, 0, 1, 0, 2]);
    browser.await_that(
        "the perspectives are told apart",
        "return document.querySelector('.figures.groups').innerText.replace(/\\s+/g, ' ') === 'Management 3 Frontline 5'",
        &Value::Null,
    );
}

#[test]
fn what_someone_answers_unseen_is_seen_nowhere_until_it_is_revealed() {
    let browser = on_a_blank_workshop();
    browser.find_text("Unseen").click();
    browser.find_text("Without names").click();
    for answer in ["5", "5", "4"] {
        browser.press("e");
        browser.find_text("Who answers?");
        browser.press("Enter");
        browser.find(".ballot");
        browser.press(answer);
        browser.find(".ballot-answer[aria-checked=true]");
        browser.press("Enter");
        browser.find_text("Thank you. Pass it on.");
        nothing_is_given_away(&browser);
        browser.press("Enter");
        browser.find_text("Who answers?");
        nothing_is_given_away(&browser);
        browser.press("Escape");
        await_station(&browser);
        nothing_is_given_away(&browser);
    }
    await_in(&browser, "3 in");
    for key in ["e", "Enter", "4", "Enter"] {
        browser.press(key);
    }
    browser.find_text("Change my answer").click();
    browser.find(".ballot");
    browser.await_that(
        "who answers again is not shown what they said",
        "return !document.querySelector('[aria-checked=true]')",
        &Value::Null,
    );
    browser.press("Escape");
    await_station(&browser);
    await_in(&browser, "4 in");
    browser.press("r");
    await_dots(&browser, [0, 0, 0, 2, 2]);
}

/// No level is marked, no answer counted, and neither undo nor what is said aloud names one.
fn nothing_is_given_away(browser: &Browser) {
    let given = browser.execute(
        "return [...document.querySelectorAll('.dot, .answer-range, .verdict, .level.agreed, [aria-checked=true]')]
            .map((it) => it.outerHTML)
            .concat([...document.querySelectorAll('.spoken, .save, .top-bar [aria-label]')]
                .map((it) => it.textContent + (it.getAttribute('aria-label') ?? ''))
                .filter((it) => /[45]\\b(?!:)/.test(it.replace(/Saved \\d+:\\d+|Ctrl|of \\d+/g, ''))))",
        &Value::Null,
    );
    assert_eq!(given, json!([]), "an answer is seen");
}

#[test]
fn so_few_unseen_answers_are_not_shown_even_when_revealed() {
    let browser = on_a_blank_workshop();
    browser.find_text("Unseen").click();
    browser.find_text("Without names").click();
    for _ in 0..2 {
        press_all(&browser, &["e", "Enter", "4", "Enter", "Escape"]);
        await_station(&browser);
    }
    await_in(&browser, "2 in");
    browser.press("r");
    browser.find_text("Fewer than three answered unseen, so it is not shown what they said.");
    await_dots(&browser, [0; 5]);
    browser.find_text("Not shown");
}

#[test]
fn the_room_agrees_without_being_asked() {
    let browser = on_a_blank_workshop();
    browser.find_text("Agree").click();
    await_station(&browser);
    browser.press("3");
    browser.find("#shift-today-3[aria-checked=true]");
    press_all(&browser, &["w", "2"]);
    browser.find("#shift-wanted-2[aria-checked=true]");
    browser.find_text("Why less will do");
    browser.press("Enter");
    browser.await_that("the next shift is asked", HERE, &json!(["2 Channels", "not scored"]));
    browser.press("Home");
    browser.await_that("both are kept", HERE, &json!(["1 Roles", "3 now, 2 wanted"]));
}

#[test]
fn the_speaking_time_counts_down_stands_and_begins_anew() {
    let browser = on_a_blank_workshop();
    press_all(&browser, &["1", "5", "r", "t"]);
    let shows = |what: &str, condition: &str| {
        let script =
            format!("const it = document.querySelector('.speaking-time').textContent; return {condition}");
        browser.await_that(what, &script, &Value::Null);
    };
    shows("it counts down", "it < '2:00' && it >= '1:30'");
    browser.press("t");
    browser.find_text("Go on");
    browser.press("Shift+t");
    shows("it begins anew", "it === '2:00'");
    browser.await_that(
        "no gesture was made of it",
        "return !!document.querySelector('[aria-label^=\"Undo: Reveal\"]')",
        &Value::Null,
    );
}

#[test]
fn the_shifts_are_presented_without_anything_around_them() {
    let browser = on_the_shifts(Browser::on_the_sample());
    browser.press("F5");
    browser.find(".present .room");
    browser.await_that(
        "nothing else is there",
        "return !document.querySelector('.rail, .top-bar, .status-bar, .toolbar') && document.documentElement.dataset.mode === 'present'",
        &Value::Null,
    );
    await_station(&browser);
    press_all(&browser, &["ArrowRight", "ArrowRight"]);
    browser.await_that("it goes shift by shift", HEADING, &json!("Resource allocation"));
    browser.press("n");
    press_all(&browser, &["2", "2", "3", "r"]);
    await_dots(&browser, [0, 2, 1, 0, 0]);
    browser.press("b");
    browser.await_that(
        "it is blank",
        "return document.querySelector('.present').innerText.trim() === ''",
        &Value::Null,
    );
    browser.press("b");
    await_dots(&browser, [0, 2, 1, 0, 0]);
    await_station(&browser);
    browser.press("End");
    browser.find(".present-radar");
    browser.press("ArrowLeft");
    browser.await_that("the last shift is before the radar", HEADING, &json!("Culture and collaboration"));
    browser.press("Control+k");
    browser.press("Escape");
    browser.find(".rail");
    await_station(&browser);
    browser.await_that("it is where it was", HEADING, &json!("Culture and collaboration"));
    browser.await_that("its colours are gone", "return !document.documentElement.dataset.mode", &Value::Null);
}

/// Texts that are smaller than 1/48 of the height of the window, or that would stand out of it; what is scrolled may.
pub(super) const SMALL_TEXT: &str = "
    const least = innerHeight / 48 - 0.1;
    const texts = [...document.querySelectorAll('.present *')].filter((it) => it.checkVisibility() && !it.closest('.spoken, .unseen')
        && [...it.childNodes].some((it) => it.nodeType === 3 && it.data.trim()));
    const small = texts.filter((it) => parseFloat(getComputedStyle(it).fontSize) < least && !(it instanceof SVGElement));
    const out = texts.filter((it) => !it.closest('.room-panel-body, .heads-track')).filter((it) => { const box = it.getBoundingClientRect();
        return box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1; });
    return [...small.map((it) => 'small: ' + it.outerHTML.slice(0, 120)), ...out.map((it) => 'outside: ' + it.outerHTML.slice(0, 120))]";

#[test]
fn what_is_presented_is_read_from_the_back_row_at_any_size() {
    let browser = on_the_shifts(Browser::on_the_sample());
    browser.press("F5");
    browser.find(".present .room");
    press_all(&browser, &["n", "2", "2", "3", "4", "r"]);
    await_dots(&browser, [0, 2, 1, 1, 0]);
    for (width, height) in [(1280, 720), (1440, 900), (1920, 1080)] {
        browser.resize(width, height);
        browser.await_that("it has its size", "return innerHeight === arguments[0]", &json!(height));
        assert_eq!(browser.execute(SMALL_TEXT, &Value::Null), json!([]), "{width} × {height}");
        let hidden =
            "const it = document.querySelector('.room-scale'); return it.scrollHeight - it.clientHeight";
        assert_eq!(
            browser.execute(hidden, &Value::Null),
            json!(0),
            "{width} × {height}: nothing is to be scrolled"
        );
        browser.keep_picture(&format!("browser-present-{height}"));
    }
}
