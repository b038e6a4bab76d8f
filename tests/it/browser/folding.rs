//! A folded stage or lane shows how many steps are in it, and what is looked for in it unfolds it.

use serde_json::Value;

use super::Browser;

/// How many steps the first folded stage or lane says that it has.
const FOLDED: &str = "const it = document.querySelector('.fold-button[aria-expanded=false]'); return it && Number(it.textContent)";

#[test]
fn a_stage_folds_and_unfolds() {
    let browser = Browser::on_the_sample();
    let steps = browser.step_count();
    browser.find(".stage-head").click();
    browser.press("f");
    browser.await_that("a stage is folded", &format!("{FOLDED} > 0"), &Value::Null);
    let hidden = browser.execute(FOLDED, &Value::Null).as_u64().unwrap();
    browser.await_step_count(steps - hidden);
    browser.find(".fold-button[aria-expanded=false]").click();
    browser.await_step_count(steps);
}
