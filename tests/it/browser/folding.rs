//! A folded stage or lane shows how many steps are in it, and what is looked for in it unfolds it.

use serde_json::{Value, json};

use super::Browser;

/// How many steps the first folded stage or lane says that it has.
const FOLDED: &str = "const it = document.querySelector('.fold-button[aria-expanded=false]'); return it && Number(it.textContent)";

/// Whether the first step of the sample is told to be on the map: as the argument says.
const FIRST_STEP_SHOWN: &str = "
    const names = [...document.querySelectorAll('.body [role=option]')].map((it) => it.getAttribute('aria-label'));
    return names.some((it) => it.startsWith('Connection drops')) === arguments[0]";

#[test]
fn a_stage_folds_and_unfolds() {
    let browser = Browser::on_the_sample();
    let shown = |is_shown: bool, what: &str| {
        browser.await_that(what, FIRST_STEP_SHOWN, &json!(is_shown));
    };
    shown(true, "the first step is shown");
    browser.find(".stage-head").click();
    browser.press("f");
    browser.await_that("a stage is folded", &format!("{FOLDED} > 0"), &Value::Null);
    shown(false, "what is folded is not shown");
    browser.find(".fold-button[aria-expanded=false]").click();
    shown(true, "what is unfolded is shown");
}
