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
    accessible(&browser, "checks", 20);
    browser.find(".status-item").click();

    browser.find_text("Compare").click();
    browser.find(".compare td");
    accessible(&browser, "compare", 10);
    browser.keep_picture("browser-compare-1440");

    browser.find_text("Charter").click();
    browser.find(".register .link").click();
    browser.find(".register-card");
    accessible(&browser, "charter", 20);
    browser.keep_picture("browser-charter-1440");
    browser.find_text("Settings").click();
    browser.find(".settings");
    accessible(&browser, "settings", 20);
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
}

/// Checks all controls of a page, of which there are at least `least`: fewer would mean that they are not found.
fn accessible(browser: &Browser, page: &str, least: usize) {
    let names = browser.spoken_names(&format!("{CONTROLS} return controls"));
    assert!(names.len() >= least, "{page}: only {} controls", names.len());
    let nameless: Vec<usize> = (0..names.len()).filter(|&index| names[index].trim().is_empty()).collect();
    let script = format!("{CONTROLS} return arguments[0].map((it) => controls[it].outerHTML.slice(0, 200))");
    let nameless = browser.execute(&script, &json!(nameless));
    assert_eq!(nameless, json!([]), "{page}: controls without a name");
    let small = browser.execute(&format!("{CONTROLS} {SMALL}"), &Value::Null);
    assert_eq!(small, json!([]), "{page}: controls that are hard to hit");
}
