//! What stands out for a customer and a channel; the rest stands back, and both are said.

use serde_json::{Value, json};

use super::{Browser, HAS_KEYBOARD};

/// Whether the step whose name begins so is said to stand out, as the argument says.
const STANDS_OUT: &str = "
    const [name, is] = arguments[0];
    const steps = [...document.querySelectorAll('.step')].map((it) => it.ariaLabel).filter((it) => it.startsWith(name));
    return steps.length > 0 && steps.every((it) => it.endsWith(', stands out') === is)";

/// How many steps in view are said to stand out.
const COUNT: &str = "return [...document.querySelectorAll('.step')].filter((it) => it.ariaLabel.endsWith(', stands out')).length";

const BUTTON: &str =
    "return /^\\d+ of \\d+ steps$/.test(document.querySelector('#filter-button').textContent)";

/// How much ink there is at the middle of each of two steps: how far from the ground the darkest pixel near it is.
const INK: &str = "
    const picture = document.querySelector('.picture[aria-busy=false]');
    if (!picture) return null;
    const box = picture.getBoundingClientRect(), density = picture.width / box.width;
    return arguments[0].map((name) => {
        const step = [...document.querySelectorAll('.step')].find((it) => it.ariaLabel.startsWith(name));
        const rect = step.getBoundingClientRect();
        const [x, y] = [(rect.x - box.x) * density, (rect.y - box.y) * density].map(Math.round);
        const pixels = picture.getContext('2d').getImageData(x, y, rect.width * density, rect.height * density).data;
        let darkest = 255;
        for (let at = 0; at < pixels.length; at += 4) darkest = Math.min(darkest, Math.max(...pixels.slice(at, at + 3)));
        return 255 - darkest;
    })";

#[test]
fn a_segment_a_persona_and_a_channel_stand_out_and_all_is_equal_again() {
    let browser = Browser::on_the_sample();
    assert_eq!(browser.execute(COUNT, &Value::Null), json!(0), "nothing is looked for");
    open(&browser);
    choose(&browser, "Customer", "Segment: Prospects");
    stands_out(&browser, "Connection drops", true);
    stands_out(&browser, "Opens the app", false);
    browser.await_that("the button counts them", BUTTON, &Value::Null);
    let dimmed = inked(&browser);
    assert!(dimmed[1] > dimmed[0] + 40, "what stands back is paler: {dimmed:?}");

    choose(&browser, "Customer", "Works from home");
    stands_out(&browser, "Opens the app", true);
    choose(&browser, "Channel", "App");
    stands_out(&browser, "Opens the app", true);
    stands_out(&browser, "Connection drops", false);
    let says = "return document.querySelector('.popover.filter [role=status]').textContent";
    let told = browser.execute(says, &Value::Null);
    assert!(told.as_str().is_some_and(|it| it.ends_with(" steps stand out.")), "{told}");

    browser.press("Escape");
    browser.await_that("the button has the keyboard", HAS_KEYBOARD, &json!("#filter-button"));
    browser.find("[aria-label='Clear the filter']").click();
    stands_out(&browser, "Opens the app", false);
    let same = inked(&browser);
    assert!(same[0].abs_diff(same[1]) < 40, "nothing stands back: {same:?}");
}

fn open(browser: &Browser) {
    browser.find("#filter-button").click();
    browser.await_that("the panel has the keyboard", HAS_KEYBOARD, &json!(".popover.filter select"));
}

/// Chooses in a field of the panel, as the arrows of a closed list do.
fn choose(browser: &Browser, field: &str, words: &str) {
    let script = "
        const [field, words] = arguments[0];
        const label = [...document.querySelectorAll('.popover.filter label')].find((it) => it.textContent.startsWith(field));
        const select = document.getElementById(label.htmlFor) ?? label.querySelector('select');
        const option = [...select.options].find((it) => it.textContent.startsWith(words));
        if (!option) return [...select.options].map((it) => it.textContent).join();
        select.value = option.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return ''";
    assert_eq!(browser.execute(script, &json!([field, words])), json!(""), "“{words}” is offered");
}

fn stands_out(browser: &Browser, step: &str, is: bool) {
    browser.await_that(&format!("{step}: {is}"), STANDS_OUT, &json!([step, is]));
}

/// The ink of a step for some and of a step for everyone.
fn inked(browser: &Browser) -> Vec<u64> {
    let names = json!(["Opens the app", "Connection drops"]);
    browser.await_that(
        "it is painted",
        "return !!document.querySelector('.picture[aria-busy=false]')",
        &Value::Null,
    );
    let ink = browser.execute(INK, &names);
    ink.as_array().expect("two steps").iter().map(|it| it.as_u64().unwrap()).collect()
}

#[test]
fn a_role_stands_out_with_the_handoffs_it_owns_and_in_the_outline() {
    let browser = Browser::on_the_sample();
    open(&browser);
    choose(&browser, "Role", "Digital product owner");
    stands_out(&browser, "Connection drops", false);
    let told = "return /^\\d+ of \\d+ steps, \\d+ handoffs?$/.test(document.querySelector('#filter-button').textContent)";
    browser.await_that("steps and handoffs are counted", told, &Value::Null);
    browser.await_that(
        "some of what is in view stands out",
        &format!("return (() => {{ {COUNT} }})() > 0"),
        &Value::Null,
    );
    browser.press("Escape");
    browser.tab_to(".body");
    browser.press("o");
    browser.await_that("the outline has the keyboard", HAS_KEYBOARD, &json!(".outline-tree"));
    browser.press("Home");
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    let row = "return /stands out/.test(document.querySelector('.outline-row.active').textContent) === false";
    browser.await_that("what stands back is not said to stand out", row, &Value::Null);
}
