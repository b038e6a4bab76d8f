//! A folded stage or lane shows how many steps are in it, and what is looked for in it unfolds it.

use serde_json::{Value, json};

use super::Browser;

/// How many steps the first folded stage or lane says that it has.
const FOLDED: &str = "const it = document.querySelector('.fold-button[aria-expanded=false]'); return it && Number(it.textContent)";

/// Whether a step is told to be on the map: its name, and the answer that is wanted.
const STEP_SHOWN: &str = "
    const names = [...document.querySelectorAll('.body [role=option]')].map((it) => it.getAttribute('aria-label'));
    return names.some((it) => it.startsWith(`${arguments[0][0]},`)) === arguments[0][1]";

#[test]
fn a_stage_folds_and_unfolds() {
    let browser = Browser::on_the_sample();
    let shown = |is_shown: bool, what: &str| {
        browser.await_that(what, STEP_SHOWN, &json!(["Connection drops", is_shown]));
    };
    shown(true, "the first step is shown");
    browser.find(".stage-head").click();
    browser.press("f");
    browser.await_that("a stage is folded", &format!("{FOLDED} > 0"), &Value::Null);
    shown(false, "what is folded is not shown");
    browser.find(".fold-button[aria-expanded=false]").click();
    shown(true, "what is unfolded is shown");
}

#[test]
fn a_lane_and_the_lanes_of_a_function_fold_and_unfold() {
    let browser = Browser::on_the_sample();
    let folded = |lanes: Value, what: &str| {
        let script =
            "return JSON.stringify([...document.querySelectorAll('.lane-head.folded')].map((it) => it.title))
            === JSON.stringify(arguments[0])";
        browser.await_that(what, script, &lanes);
    };
    let shown = |step: &str, is_shown: bool| {
        browser.await_that(&format!("{step} is shown: {is_shown}"), STEP_SHOWN, &json!([step, is_shown]));
    };
    browser.find(".lane-head").click();
    browser.press("f");
    folded(json!(["Customer"]), "the first lane is folded");
    shown("Connection drops", false);
    shown("Show outage notice", true);
    browser.press("f");
    folded(json!([]), "the same key unfolds it");
    shown("Connection drops", true);

    browser.find("[aria-label='Fold the lanes of Service']").click();
    folded(json!(["Digital self-service", "Contact centre"]), "all lanes of the function are folded");
    shown("Show outage notice", false);
    shown("Record phone greeting", false);
    shown("Connection drops", true);
    browser.find("[aria-label='Unfold the lanes of Service']").click();
    folded(json!([]), "the same button unfolds them");
    shown("Show outage notice", true);
    shown("Record phone greeting", true);
}

#[test]
fn a_step_that_is_moved_into_a_folded_lane_unfolds_it_and_goes_on() {
    let browser = Browser::on_the_sample();
    let fold = || {
        browser.find(".lane-head[title='Digital self-service']").click();
        browser.press("f");
        browser.find(".lane-head.folded");
        browser.press("Escape");
        browser.await_map_keys();
    };
    let stands = |step: &str, lane: &str| {
        let script = "
            const names = [...document.querySelectorAll('.step')].map((it) => it.getAttribute('aria-label'));
            return names.some((it) => it.startsWith(`${arguments[0][0]},`) && it.includes(`, ${arguments[0][1]},`))
                && document.querySelector('.lane-head.folded') === null";
        browser.await_that(&format!("{step} is shown in {lane}"), script, &json!([step, lane]));
    };
    fold();
    browser.press("ArrowRight");
    browser.press("Alt+ArrowDown");
    stands("Connection drops", "Digital self-service");
    browser.press("Alt+ArrowDown");
    stands("Connection drops", "Contact centre");

    fold();
    browser.press("Control+z");
    stands("Connection drops", "Digital self-service");

    fold();
    let (from, folded) =
        (browser.middle_of("[aria-label^='Looks for outage news,']"), browser.middle_of(".lane-head.folded"));
    browser.drag_between(from, (from.0, folded.1));
    stands("Looks for outage news", "Digital self-service");
    browser.await_saved();
}
