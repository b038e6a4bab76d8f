//! Light, dark and contrast are chosen in the settings and remembered.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Browser;
use super::access::{accessible, related};

const THEME: &str = "return document.documentElement.dataset.theme === arguments[0]";
const PAINTED: &str = "return document.querySelector('.picture')?.getAttribute('aria-busy') === 'false'";
/// The colours of the picture that cover most of it, the commonest first.
const COLOURS: &str = "
    const picture = document.querySelector('.picture');
    const pixels = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height).data;
    const counts = new Map();
    for (let at = 0; at < pixels.length; at += 4) {
        const colour = pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12).map((it) => it[0])";

#[test]
fn a_theme_is_chosen_and_remembered() {
    let browser = Browser::on_the_sample();
    browser.await_that("it starts in the light", THEME, &json!("light"));
    let ground = || browser.execute("return getComputedStyle(document.body).backgroundColor", &json!(null));
    let light = ground();
    browser.find_text("Settings").click();
    browser.find_text("Dark").click();
    browser.await_that("it is dark", THEME, &json!("dark"));
    assert_ne!(ground(), light, "the page is painted in the colours of the theme");
    browser.keep_picture("browser-map-dark");
    browser.find_text("High contrast").click();
    browser.await_that("it is in high contrast", THEME, &json!("contrast"));
    browser.keep_picture("browser-map-contrast");

    browser.reload();
    browser.find(".start");
    browser.await_that("it is remembered", THEME, &json!("contrast"));
}

#[test]
fn a_map_of_any_size_is_shown_in_every_theme() {
    let browser = Browser::open();
    let mut colours = BTreeSet::new();
    for (theme, name) in [("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast")] {
        for (steps, lanes, stages) in [(8, 3, 3), (60, 6, 8), (400, 8, 12)] {
            let page = format!("map of {steps} steps, {theme}");
            browser.go_to_map(steps, lanes, stages);
            if browser.execute(THEME, &json!(theme)) != json!(true) {
                browser.find_text("Settings").click();
                browser.find_text(name).click();
                browser.await_that("the theme is there", THEME, &json!(theme));
                browser.press("Escape");
            }
            browser.await_that("all that is seen is painted", PAINTED, &Value::Null);
            accessible(&browser, &page, 20);
            related(&browser, &page);
            let seen = browser.execute(COLOURS, &Value::Null).to_string();
            assert!(seen.matches(',').count() >= 8, "{page}: {seen}");
            colours.insert((steps, seen));
            browser.keep_picture(&format!("browser-map-{steps}-{theme}"));
        }
    }
    assert_eq!(colours.len(), 9, "each theme has colours of its own");
}
