//! The page in an open window.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{keys::chord, webdriver::WebDriver};

/// How many moves a drag is made of: enough that whatever follows the pointer must follow it more than once.
const MOVES: i64 = 8;

/// Changes a dot that nobody sees, so that the window goes on painting.
const STIR: &str = "
    const dot = document.createElement('i');
    dot.style = 'position: fixed; left: 0; top: 0; width: 1px; height: 1px; pointer-events: none';
    document.body.append(dot);
    let times = 0;
    const timer = setInterval(() => { dot.style.background = `rgb(0 0 0 / ${times++ % 2}%)`; }, 20);
    window.endStir = () => { clearInterval(timer); dot.remove(); };";

/// A page in a window that is open. The window closes with this value; when a test fails, its last picture is kept.
pub(crate) struct Page {
    driver: WebDriver,
}

/// Something on the page.
pub(crate) struct Element<'page> {
    driver: &'page WebDriver,
    reference: Value,
}

impl Page {
    /// The page in the window that `driver` has open.
    pub(crate) fn new(driver: WebDriver) -> Self {
        Self { driver }
    }

    /// Goes to `address` and waits until it is loaded.
    pub(crate) fn go_to(&self, address: &str) {
        self.driver.post("/url", &json!({ "url": address })).unwrap();
    }

    /// Loads the page anew.
    pub(crate) fn reload(&self) {
        self.driver.post("/refresh", &json!({})).unwrap();
    }

    /// Gives the page that many CSS pixels, whatever the window around it is.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
        self.driver.post("/goog/cdp/execute", &command).unwrap();
    }

    /// The title of the page.
    pub(crate) fn title(&self) -> String {
        text(self.driver.get("/title").unwrap())
    }

    /// The first element that `css` selects. Waits up to ten seconds for it.
    pub(crate) fn find(&self, css: &str) -> Element<'_> {
        self.locate("css selector", css)
    }

    /// The innermost element whose text is `words`. Waits up to ten seconds for it.
    pub(crate) fn find_text(&self, words: &str) -> Element<'_> {
        assert!(!words.contains('"'), "XPath has no way to write a quote within quotes");
        self.locate("xpath", &format!("//body//*[normalize-space(text())=\"{words}\"]"))
    }

    /// Runs `script` as the body of a function and returns what it returns. `arguments[0]` is `argument`.
    pub(crate) fn execute(&self, script: &str, argument: &Value) -> Value {
        self.driver.post("/execute/sync", &json!({ "script": script, "args": [argument] })).unwrap()
    }

    /// Runs `script` and waits until it calls the last of its `arguments`; returns what that was given.
    pub(crate) fn execute_async(&self, script: &str, argument: &Value) -> Value {
        self.driver.post("/execute/async", &json!({ "script": script, "args": [argument] })).unwrap()
    }

    /// Presses the keys of a chord such as `Control+z` together and lets them go.
    pub(crate) fn press(&self, keys: &str) {
        let keys = chord(keys);
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Drags from the middle of `from` to the middle of `to`.
    pub(crate) fn drag(&self, from: &Element<'_>, to: &Element<'_>) {
        self.drag_between(from.middle(), to.middle());
    }

    /// Drags between two places, in CSS pixels from the top left corner of the page.
    pub(crate) fn drag_between(&self, from: (i64, i64), to: (i64, i64)) {
        self.drag_and_hold(from, to);
        self.let_go();
    }

    /// Presses at `from` and drags to `to` without letting go.
    pub(crate) fn drag_and_hold(&self, from: (i64, i64), to: (i64, i64)) {
        let at =
            |step: i64| (from.0 + (to.0 - from.0) * step / MOVES, from.1 + (to.1 - from.1) * step / MOVES);
        let mut actions = vec![pointer_move(from), json!({ "type": "pointerDown", "button": 0 })];
        actions.extend((1..=MOVES).map(|step| pointer_move(at(step))));
        self.point(&actions);
    }

    /// Lets go of what is dragged.
    pub(crate) fn let_go(&self) {
        self.point(&[json!({ "type": "pointerUp", "button": 0 })]);
    }

    /// Holds a key down, or lets it go.
    pub(crate) fn hold(&self, key: &str, down: bool) {
        let kind = if down { "keyDown" } else { "keyUp" };
        let actions: Vec<Value> = chord(key).iter().map(|it| json!({ "type": kind, "value": it })).collect();
        self.act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Clicks at a place, in CSS pixels from the top left corner of the page.
    pub(crate) fn click_at(&self, place: (i64, i64)) {
        self.point(&[
            pointer_move(place),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ]);
    }

    /// Turns the wheel at a place by so many pixels.
    pub(crate) fn turn_wheel(&self, (x, y): (i64, i64), by: i64) {
        let turn = json!({ "type": "scroll", "origin": "viewport", "x": x, "y": y, "deltaX": 0, "deltaY": by, "duration": 0 });
        self.act(&json!({ "type": "wheel", "id": "wheel", "actions": [turn] }));
    }

    /// Types `words` wherever the keyboard is.
    pub(crate) fn type_keys(&self, words: &str) {
        let actions: Vec<Value> = words
            .chars()
            .flat_map(|key| {
                [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
            })
            .collect();
        self.act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Waits up to ten seconds until `script` returns true.
    pub(crate) fn await_that(&self, what: &str, script: &str, argument: &Value) {
        let given_up = Instant::now() + Duration::from_secs(10);
        while self.execute(script, argument) != json!(true) {
            assert!(Instant::now() < given_up, "it never came to be that {what}");
            thread::sleep(Duration::from_millis(30));
        }
    }

    /// The middle of the first element that `css` selects, in whole CSS pixels. Unlike what the driver says of an
    /// element, it holds inside a drawing, too.
    pub(crate) fn middle_of(&self, css: &str) -> (i64, i64) {
        self.find(css);
        let script = "const rect = document.querySelector(arguments[0]).getBoundingClientRect();
            return [rect.x + rect.width / 2, rect.y + rect.height / 2].map(Math.round);";
        let middle = self.execute(script, &json!(css));
        (middle[0].as_i64().unwrap(), middle[1].as_i64().unwrap())
    }

    /// Keeps a picture of the page for people to look at.
    pub(crate) fn keep_picture(&self, name: &str) {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
        fs::write(&path, self.screenshot().unwrap()).unwrap();
        println!("the window as it was: {}", path.display());
    }

    /// The name that someone who does not see it hears, for each element that `script` returns.
    pub(crate) fn spoken_names(&self, script: &str) -> Vec<String> {
        let found = self.execute(script, &Value::Null);
        let elements = found.as_array().expect("a list of elements").iter().cloned();
        let elements = elements.map(|reference| Element { driver: &self.driver, reference });
        elements.map(|it| text(self.driver.get(&it.path("computedlabel")).unwrap())).collect()
    }

    /// The page as a PNG picture.
    ///
    /// # Errors
    ///
    /// When the driver can take none, which a window that no longer answers can cause.
    pub(crate) fn screenshot(&self) -> Result<Vec<u8>, String> {
        // A picture is of the next frame, and in WebKitGTK a window at rest may never paint one.
        self.run(STIR)?;
        let picture = self.driver.get("/screenshot");
        self.run("window.endStir();")?;
        STANDARD.decode(text(picture?)).map_err(|error| error.to_string())
    }

    fn run(&self, script: &str) -> Result<Value, String> {
        self.driver.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    fn point(&self, actions: &[Value]) {
        self.act(&json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions
        }));
    }

    fn act(&self, source: &Value) {
        self.driver.post("/actions", &json!({ "actions": [source] })).unwrap();
    }

    fn locate(&self, using: &str, value: &str) -> Element<'_> {
        let reference = self.driver.post("/element", &json!({ "using": using, "value": value })).unwrap();
        Element { driver: &self.driver, reference }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if thread::panicking() {
            let name = thread::current().name().unwrap_or("window").replace("::", "-");
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
            if let Ok(picture) = self.screenshot()
                && fs::write(&path, picture).is_ok()
            {
                eprintln!("the window as it was: {}", path.display());
            }
        }
    }
}

impl Element<'_> {
    /// Clicks in its middle.
    pub(crate) fn click(&self) {
        self.driver.post(&self.path("click"), &json!({})).unwrap();
    }

    /// Types `words` into it.
    pub(crate) fn type_text(&self, words: &str) {
        self.driver.post(&self.path("value"), &json!({ "text": words })).unwrap();
    }

    /// Its text as shown.
    pub(crate) fn text(&self) -> String {
        text(self.driver.get(&self.path("text")).unwrap())
    }

    /// Its middle, in whole CSS pixels from the top left corner of the page.
    pub(crate) fn middle(&self) -> (i64, i64) {
        let rect = self.driver.get(&self.path("rect")).unwrap();
        let side = |name: &str| rect[name].as_f64().expect("a rectangle is made of numbers");
        let middle = |start, length| (side(start) + side(length) / 2.0).round() as i64;
        (middle("x", "width"), middle("y", "height"))
    }

    fn path(&self, what: &str) -> String {
        let id = self.reference.as_object().and_then(|reference| reference.values().next()?.as_str());
        format!("/element/{}/{what}", id.expect("an element has an id"))
    }
}

fn pointer_move((x, y): (i64, i64)) -> Value {
    json!({ "type": "pointerMove", "duration": 16, "origin": "viewport", "x": x, "y": y })
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => panic!("not a text: {other}"),
    }
}
