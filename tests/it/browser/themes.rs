//! Light, dark and contrast are chosen in the settings and remembered.

use serde_json::json;

use super::Browser;

const THEME: &str = "return document.documentElement.dataset.theme === arguments[0]";

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
