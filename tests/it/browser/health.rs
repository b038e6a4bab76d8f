//! The health check by keys: two sides answer, a proposal stands beside the agreed score, and only a person takes it.

use serde_json::{Value, json};

use super::Browser;

const HAS_GRID: &str = "return document.activeElement.matches('#health')";

/// Whether the cell where one is says this.
const HERE: &str = "
    const grid = document.querySelector('#health');
    return document.getElementById(grid.getAttribute('aria-activedescendant')).textContent === arguments[0]";

const FACT: &str =
    "return document.querySelector(`[data-test=${arguments[0][0]}]`)?.textContent === arguments[0][1]";

const ROWS: &str = "return document.querySelectorAll('#health tbody tr').length === arguments[0]";

fn on_the_health_check(template: &str) -> Browser {
    let browser = Browser::open();
    browser.find(&format!("[data-template={template}]")).click();
    browser.find(".rail");
    browser.find_text("Shifts").click();
    browser.find_text("Health check").click();
    browser
}

#[test]
fn answers_are_given_by_digits_and_taken_back() {
    let browser = on_the_health_check("halden-broadband");
    browser.await_that("the grid has the keyboard", HAS_GRID, &Value::Null);
    browser.press("ArrowDown");
    browser.press("ArrowRight");
    browser.await_that("the first commercial answer is 3", HERE, &json!("3"));
    browser.press("5");
    browser.comes_and_goes("it is 5", HERE, &json!("5"));
    browser.press("0");
    browser.await_that("they cannot say", HERE, &json!("can’t say"));
    browser.press("Delete");
    browser.await_that("it is not set", HERE, &json!("not set"));
    browser.press("End");
    browser.await_that("the operational answer stands last", HERE, &json!("2"));
    browser.press("Control+End");
    browser.await_that("the last answer", HERE, &json!("2"));
    browser.press("Control+Home");
    browser.press("Tab");
    browser.await_that(
        "one Tab leaves the grid",
        "return !document.activeElement.closest('#health')",
        &Value::Null,
    );
    browser.await_saved();
}

#[test]
fn a_proposal_is_taken_by_a_button_and_by_nothing_else() {
    let browser = on_the_health_check("halden-broadband");
    browser.await_that("the grid has the keyboard", HAS_GRID, &Value::Null);
    browser.await_that("2 is proposed", FACT, &json!(["proposal", "2"]));
    browser.await_that("2 is agreed", FACT, &json!(["agreed", "2"]));
    browser.press("ArrowDown");
    for _ in 0..4 {
        for side in ["Home", "End"] {
            browser.press(side);
            if side == "Home" {
                browser.press("ArrowRight");
            }
            browser.press("4");
        }
        browser.press("ArrowDown");
    }
    browser.press("Control+Home");
    browser.await_that("4 is proposed", FACT, &json!(["proposal", "4"]));
    browser.await_that("the agreed score stays", FACT, &json!(["agreed", "2"]));
    browser.find_text("Use 4 as agreed score").click();
    browser.comes_and_goes("now it is agreed", FACT, &json!(["agreed", "4"]));
    browser.await_saved();
}

#[test]
fn questions_are_asked_reworded_moved_and_deleted() {
    let browser = on_the_health_check("blank");
    browser.find_text("Begin with the usual questions").click();
    browser.comes_and_goes("28 questions below 7 shifts", ROWS, &json!(35));
    browser.await_that("the grid has the keyboard", HAS_GRID, &Value::Null);
    browser.press("n");
    browser.find(".health-aside .new-name");
    browser.type_keys("Everyone knows who leads.");
    browser.press("Enter");
    browser.await_that("it is where one is", HERE, &json!("Everyone knows who leads."));
    browser.press("Alt+ArrowUp");
    browser.press("ArrowDown");
    browser.await_that(
        "it moved up",
        HERE,
        &json!("Someone new finds out within a week what is theirs to do."),
    );
    browser.press("Delete");
    browser.comes_and_goes("a question is gone", ROWS, &json!(35));
    browser.press("Enter");
    browser.await_that(
        "its words are edited beside it",
        "return document.activeElement.matches('.health-question textarea')",
        &Value::Null,
    );
    browser.press("Escape");
    browser.await_that("Escape gives the grid the keyboard", HAS_GRID, &Value::Null);
    browser.await_saved();
}
