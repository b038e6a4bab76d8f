//! Everything that takes the keyboard or the pointer can be told by name, and hit.

use serde_json::{Value, json};

use super::Browser;

/// What takes the keyboard and is shown.
const CONTROLS: &str = "const controls = [...document.querySelectorAll(
    'button, input, select, textarea, a[href], [role=button], [tabindex]:not([tabindex=\"-1\"])'
)].filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled);";

/// The controls that are smaller than 24 pixels in a direction. A control in a label is hit wherever the label is;
/// a `.link` stands in a line of text, where its line is its height.
const SMALL: &str = "
    return controls.filter((it) => !it.matches('.link')).map((it) => [it, (it.closest('label') ?? it).getBoundingClientRect()])
        .filter(([, rect]) => rect.width < 24 || rect.height < 24)
        .map(([it, rect]) => `${it.outerHTML.slice(0, 120)}: ${rect.width} × ${rect.height}`)";

#[test]
fn every_control_has_a_name_and_can_be_hit() {
    let browser = Browser::open();
    accessible(&browser, "start", 3);

    browser.find("[data-template=halden-broadband]").click();
    browser.find(".step");
    accessible(&browser, "map", 20);
    browser.keep_picture("browser-map-1440");
    browser.press("ArrowRight");
    browser.find(".step[aria-selected=true]");
    accessible(&browser, "step", 25);
    browser.find(".stage-head").click();
    accessible(&browser, "stage", 20);
    browser.find(".lane-head").click();
    accessible(&browser, "lane", 20);
    browser.find(".status-item").click();
    browser.find(".integrity-row");
    accessible(&browser, "integrity", 20);
    browser.find(".status-item").click();

    with_panels(&browser);

    browser.find_text("Compare").click();
    browser.find(".difference-row");
    accessible(&browser, "compare", 10);
    browser.keep_picture("browser-compare-1440");

    browser.find_text("Charter").click();
    browser.find(".register .link").click();
    browser.find(".register-card");
    accessible(&browser, "charter", 20);
    browser.keep_picture("browser-charter-1440");
    browser.find_text("RACI").click();
    browser.find(".matrix-cell");
    accessible(&browser, "matrix", 15);
    related(&browser, "matrix");
    browser.keep_picture("browser-matrix-1440");
    browser.find_text("Decisions").click();
    browser.find(".decision-cell");
    accessible(&browser, "decisions", 20);
    related(&browser, "decisions");
    browser.keep_picture("browser-decisions-1440");
    browser.press("Control+End");
    browser.find("button.band");
    accessible(&browser, "bands", 20);
    related(&browser, "bands");
    browser.press("Home");
    browser.press("ArrowRight");
    browser.press("Enter");
    browser.find(".picker-field");
    accessible(&browser, "picker", 20);
    related(&browser, "picker");
    browser.press("Escape");
    with_shifts(&browser);
    browser.find_text("Shifts").click();
    browser.find_text("Health check").click();
    browser.find("#health");
    accessible(&browser, "health check", 15);
    related(&browser, "health check");
    browser.keep_picture("browser-health-1440");
    browser.find_text("From a form…").click();
    browser.find(".form-body");
    accessible(&browser, "form", 15);
    browser.press("Escape");
    browser.find_text("Actions").click();
    browser.find(".action-rows");
    accessible(&browser, "actions", 25);
    related(&browser, "actions");
    for register in ["Findings", "Recommendations", "Rhythm", "Options", "Risks"] {
        to_register(&browser, register);
        accessible(&browser, register, 25);
        related(&browser, register);
    }
    browser.find_text("Roadmap").click();
    browser.find(".gantt-bar");
    browser.press("Enter");
    browser.find(".roadmap-main .inspector");
    accessible(&browser, "roadmap", 25);
    related(&browser, "roadmap");
    browser.find_text("Settings").click();
    browser.find(".settings");
    accessible(&browser, "settings", 20);
    browser.press("Escape");
    browser.find(".rail-home").click();
    browser.find(".last .sketch-steps");
    accessible(&browser, "start with a workshop", 8);
    browser.keep_picture("browser-start-1440");
    browser.find_text("Keys").click();
    browser.find(".shortcuts");
    accessible(&browser, "keys at the start", 3);
    browser.press("Escape");
    browser.find_text("Settings").click();
    browser.find(".start .settings");
    accessible(&browser, "settings at the start", 10);
}

#[test]
fn the_window_fits_a_small_screen() {
    let browser = Browser::on_the_sample();
    browser.resize(1280, 720);
    let fits = "const page = document.documentElement;
        return page.clientWidth === 1280 && page.scrollWidth <= 1280 && page.scrollHeight <= 720";
    browser.await_that("nothing of the map is cut off", fits, &Value::Null);
    accessible(&browser, "map on a small screen", 20);
    browser.keep_picture("browser-map-1280");
    browser.find_text("Charter").click();
    browser.find(".charter");
    browser.await_that("nothing of the charter is cut off", fits, &Value::Null);
    browser.keep_picture("browser-charter-1280");
    browser.find_text("RACI").click();
    browser.find(".matrix-cell");
    browser.await_that("nothing of the matrix is cut off", fits, &Value::Null);
    browser.keep_picture("browser-matrix-1280");
    browser.find_text("Roadmap").click();
    browser.find(".gantt-bar");
    browser.await_that("nothing of the roadmap is cut off", fits, &Value::Null);
    browser.keep_picture("browser-roadmap-1280");
    browser.find_text("Decisions").click();
    browser.find(".decision-cell");
    browser.await_that("nothing of the decisions is cut off", fits, &Value::Null);
    browser.keep_picture("browser-decisions-1280");
    browser.find_text("Shifts").click();
    browser.find(".room");
    browser.await_that("nothing of the shifts is cut off", fits, &Value::Null);
    browser.keep_picture("browser-shifts-1280");
    browser.find_text("Actions").click();
    browser.find(".action-rows");
    browser.await_that("nothing of the actions is cut off", fits, &Value::Null);
    browser.keep_picture("browser-actions-1280");
    let fits = "const bar = document.querySelector('.toolbar'); return bar.scrollWidth <= bar.clientWidth";
    for register in ["Evidence", "Findings", "Recommendations", "Rhythm", "Options", "Risks"] {
        to_register(&browser, register);
        browser.await_that("the toolbar holds all of its controls", fits, &Value::Null);
    }
}

/// Shows a register of the Actions station.
fn to_register(browser: &Browser, register: &str) {
    let press = "
        [...document.querySelectorAll('.segments button')].find((it) => it.textContent === arguments[0]).click();
        return document.querySelector('.action-rows')?.ariaLabel === arguments[0]";
    browser.await_that("the register is shown", press, &json!(register));
}

/// What lies over the map or stands beside it.
fn with_panels(browser: &Browser) {
    browser.tab_to(".body");
    browser.press("ArrowRight");
    browser.press("o");
    browser.find(".outline-row");
    accessible(browser, "outline", 25);
    related(browser, "outline");
    browser.keep_picture("browser-outline-1440");
    browser.press("Control+f");
    browser.find(".find input");
    browser.type_keys("line");
    browser.find(".find-row");
    accessible(browser, "find", 25);
    browser.press("ArrowDown");
    related(browser, "find");
    browser.keep_picture("browser-find-1440");
    browser.press("Escape");
    browser.press("Control+k");
    browser.find(".palette-row");
    accessible(browser, "palette", 25);
    related(browser, "palette");
    browser.keep_picture("browser-palette-1440");
    browser.press("Escape");
    browser.press("Shift+F10");
    browser.find(".menu-item");
    accessible(browser, "menu", 30);
    browser.keep_picture("browser-menu-1440");
    browser.press("Escape");
    browser.press("?");
    browser.find(".shortcuts dt");
    accessible(browser, "shortcuts", 25);
    related(browser, "shortcuts");
    browser.keep_picture("browser-shortcuts-1440");
    browser.press("Escape");
    browser.find("[aria-label='Close the outline']").click();
}

/// The seven shifts: revealed, while the room answers, while one answers unseen, and presented.
fn with_shifts(browser: &Browser) {
    let check = |page: &str, least: usize| {
        accessible(browser, page, least);
        related(browser, page);
    };
    browser.find_text("Shifts").click();
    browser.find(".verdict");
    check("shifts revealed", 30);
    browser.keep_picture("browser-shifts-1440");
    browser.press("n");
    browser.find("[data-test=answers-in]");
    check("shifts while hands are counted", 30);
    browser.press("F5");
    browser.find(".present .room");
    check("shifts presented", 20);
    browser.press("Escape");
    browser.find_text("Unseen").click();
    browser.press("e");
    browser.find(".entry-grid button");
    check("who answers", 20);
    browser.press("Enter");
    browser.find(".ballot");
    check("answering unseen", 15);
    browser.press("1");
    browser.press("Enter");
    browser.find(".entry-between");
    check("passing on", 12);
    browser.press("Escape");
}

/// What does not belong together on a page: names of elements that are not there, rows without what they are rows of,
/// and one name for two.
const UNRELATED: &str = "
    const lost = ['aria-activedescendant', 'aria-controls', 'aria-labelledby'].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].filter((it) => !document.getElementById(it.getAttribute(name)))
            .map((it) => `${name} of ${it.outerHTML.slice(0, 120)}`));
    const orphans = [['option', 'listbox'], ['treeitem', 'tree'], ['menuitem', 'menu'], ['gridcell', 'row'], ['row', 'grid']].flatMap(([part, whole]) =>
        [...document.querySelectorAll(`[role=${part}]`)].filter((it) => !it.closest(`[role=${whole}]`))
            .map((it) => `${part} without ${whole}: ${it.outerHTML.slice(0, 120)}`));
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
    const twice = ids.filter((it, index) => ids.indexOf(it) !== index).map((it) => `twice: ${it}`);
    return [...lost, ...orphans, ...twice]";

/// Checks that what points to each other on a page fits together.
pub(super) fn related(browser: &Browser, page: &str) {
    let wrong = browser.execute(UNRELATED, &Value::Null);
    assert_eq!(wrong, json!([]), "{page}: what should belong together does not");
}

/// Checks all controls of a page, of which there are at least `least`: fewer would mean that they are not found.
pub(super) fn accessible(browser: &Browser, page: &str, least: usize) {
    let names = browser.spoken_names(&format!("{CONTROLS} return controls"));
    assert!(names.len() >= least, "{page}: only {} controls", names.len());
    let nameless: Vec<usize> = (0..names.len()).filter(|&index| names[index].trim().is_empty()).collect();
    let script = format!("{CONTROLS} return arguments[0].map((it) => controls[it].outerHTML.slice(0, 200))");
    let nameless = browser.execute(&script, &json!(nameless));
    assert_eq!(nameless, json!([]), "{page}: controls without a name");
    let small = browser.execute(&format!("{CONTROLS} {SMALL}"), &Value::Null);
    assert_eq!(small, json!([]), "{page}: controls that are hard to hit");
}
