//! The picture of the map, of which an edit paints anew only what it has changed.

use serde_json::json;

use super::{Browser, HAS_KEYBOARD};

const THEME: &str = "return document.documentElement.dataset.theme === arguments[0]";

/// Whether the picture has stayed as it is for a while; then its pixels are kept under a name.
const AT_REST: &str = "
    const picture = document.querySelector('.picture[aria-busy=false]');
    const now = picture?.toDataURL();
    const rest = window.pictureAtRest ??= { since: 0 };
    if (!now || rest.picture !== now) Object.assign(rest, { picture: now, since: performance.now() });
    if (!now || performance.now() - rest.since < 700) return false;
    const pixels = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
    (window.keptPixels ??= {})[arguments[0]] = pixels.data;
    rest.picture = undefined;
    return true";

/// Whether two pictures show the same. The edge of a line may be a little darker or lighter: how the engine smooths it
/// depends on what else it draws at the same time.
const ARE_SAME: &str = "
    const [one, other] = arguments[0].map((name) => keptPixels[name]);
    return one.length === other.length && one.every((level, at) => Math.abs(level - other[at]) < 40)";

#[test]
fn what_is_painted_in_parts_looks_as_if_it_was_painted_whole() {
    let browser = Browser::with_a_step_moved();
    let moved = browser.looks_as_painted_whole("a drop");
    assert!(!browser.is_same("at first", moved), "the step is elsewhere");

    browser.press("Control+z");
    let undone = browser.looks_as_painted_whole("its undo");
    assert!(browser.is_same("at first", undone), "the step is back");

    browser.press("F2");
    browser.name("Tries it with another router", "Enter");
    let renamed = browser.looks_as_painted_whole("a new name");
    assert!(!browser.is_same("at first", renamed), "the name is another");

    for _ in 0..3 {
        browser.press("Control+-");
    }
    browser.press("Delete");
    browser.looks_as_painted_whole("a step less, from further off");
}

/// Notes from now on which canvas is painted: the small overview, or one of the map.
const WATCH: &str = "
    window.watched = [];
    for (const name of ['fillRect', 'fillText', 'drawImage']) {
        const paint = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...all) {
            const where = this.canvas.closest?.('.minimap') ? 'overview' : 'map';
            if (watched.at(-1) !== where) watched.push(where);
            return paint.apply(this, all);
        };
    }";

#[test]
fn the_overview_is_painted_once_an_edit_is_on_the_map() {
    let browser = Browser::on_the_sample();
    browser.find(".minimap");
    browser.press("ArrowRight");
    browser.await_that("it is painted", AT_REST, &json!("before"));
    browser.execute(WATCH, &json!(null));
    browser.press("Alt+ArrowDown");
    browser.await_that("the overview follows", "return watched.includes('overview')", &json!(null));
    let first = browser.execute("return watched[0]", &json!(null));
    assert_eq!(first, json!("map"), "nothing stands in the way of the picture");
}

#[test]
fn an_undo_and_a_redo_lay_the_map_out_once() {
    let browser = Browser::with_a_step_moved();
    for (key, done) in [("Control+z", "undone"), ("Control+Shift+z", "redone")] {
        browser.await_saved();
        browser.await_that("it is painted", AT_REST, &json!("before"));
        let before = browser.layouts();
        browser.press(key);
        browser.await_saved();
        browser.await_that("it is painted", AT_REST, &json!(done));
        assert!(!browser.is_same("before", done), "the step is elsewhere");
        assert_eq!(browser.layouts() - before, 1, "{done}");
    }
}

#[test]
fn what_has_changed_meanwhile_is_there_when_one_comes_back_to_the_map() {
    let browser = Browser::with_a_step_moved();
    browser.await_saved();
    browser.await_that("it is painted", AT_REST, &json!("moved"));
    assert!(!browser.is_same("at first", "moved"), "the step is elsewhere");

    browser.find_text("Charter").click();
    browser.find(".charter");
    browser.press("Control+z");
    browser.await_saved();
    browser.find_text("Map").click();
    browser.await_that("it is painted", AT_REST, &json!("back"));
    assert!(browser.is_same("at first", "back"), "the step is where it was");
}

impl Browser {
    /// The sample, kept as it was at first; then a step was dragged elsewhere.
    fn with_a_step_moved() -> Self {
        let browser = Self::on_the_sample();
        browser.await_that("it is painted", AT_REST, &json!("at first"));
        let from = browser.middle_of("[aria-label^=\"Restarts the router,\"]");
        browser.drag_and_hold(from, (from.0 + 150, from.1 + 160));
        browser.let_go();
        browser
    }

    /// How often a map was laid out.
    fn layouts(&self) -> u64 {
        let count = self.execute("return performance.getEntriesByName('opmap:layout').length", &json!(null));
        count.as_u64().expect("a number")
    }

    /// The name of the picture as it is now, which is the same when all of it is painted anew.
    fn looks_as_painted_whole<'a>(&self, what: &'a str) -> &'a str {
        self.await_saved();
        self.await_that(what, AT_REST, &json!(what));
        // Other colours are put everywhere.
        for theme in ["dark", "light"] {
            self.press("Control+k");
            self.await_that("the palette is there", HAS_KEYBOARD, &json!(".palette input"));
            self.type_keys(&format!("{theme} colours"));
            self.press("Enter");
            self.await_that("the page has these colours", THEME, &json!(theme));
        }
        self.await_map_keys();
        self.await_that("it is painted", AT_REST, &json!("painted whole"));
        assert!(self.is_same(what, "painted whole"), "what is left of {what} shows");
        what
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        self.execute(ARE_SAME, &json!([one, other])) == json!(true)
    }
}
