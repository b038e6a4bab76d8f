//! The window opens, shows the app and nothing else, and obeys the hand.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::Window;

#[test]
fn the_window_opens_with_its_title() {
    let window = Window::open(&[]);
    assert!(window.title().contains("Opmap"), "{}", window.title());
    // The page itself is empty: an element is there only when the window's own code ran.
    assert!(window.find(".start").text().contains("New workshop"));
}

/// How wide a word is on a canvas in letters of 12 pixels, and a hundredth of its width in letters a hundred times that.
const WIDTHS: &str = "
    const context = document.createElement('canvas').getContext('2d');
    const width = (size) => { context.font = `${size}px Inter`; return context.measureText('stitches').width; };
    const done = arguments[arguments.length - 1];
    document.fonts.load('12px Inter').then((faces) => done([faces.length, width(12), width(1200) / 100]));";

#[test]
fn small_letters_are_as_wide_as_the_layout_measured() {
    let window = Window::open(&[]);
    window.find(".start");
    let widths = window.execute_async(WIDTHS, &Value::Null);
    assert!(widths[0].as_u64() > Some(0), "the window has its own face: {widths}");
    let [small, large] = [1, 2].map(|at| widths[at].as_f64().unwrap());
    assert!((small - large).abs() < large / 100.0, "no letter is rounded to whole pixels: {widths}");
}

#[test]
fn the_window_refuses_every_other_page_and_command() {
    let home = TempDir::new().unwrap();
    let window = Window::open_at(home.path(), &[]);
    let invoke = |command: &str| {
        let script = "const [command, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, { request: null }).then((value) => done({ value }), (error) => done({ error }));";
        window.execute_async(script, &json!(command))
    };
    assert_eq!(invoke("recent")["value"], json!([]));
    for command in
        ["no_such_command", "install", "plugin:dialog|open", "plugin:event|listen", "plugin:window|close"]
    {
        let refused = invoke(command)["error"].to_string();
        assert!(refused.contains("not allowed"), "{command}: {refused}");
    }

    let place = window.execute("return location.href", &Value::Null);
    window.execute("location.href = 'https://example.invalid/'; window.open('about:blank')", &Value::Null);
    assert_eq!(window.execute("return location.href", &Value::Null), place);
}

#[test]
fn a_file_that_is_no_workshop_is_refused_in_words() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("minutes # of Müller.opmap");
    std::fs::write(&path, "not a workshop").unwrap();
    let window = Window::open_at(home.path(), &[path.to_str().unwrap()]);
    let told = window.find(".failed [role=alert]").text();
    assert!(told.contains("is not an Opmap workshop"), "{told}");
    window.find(".failed button").click();
    window.find(".start");
    drop(window);
    assert_eq!(std::fs::read(&path).unwrap(), b"not a workshop", "the file is left as it is");
}

/// Puts a field and a box on top of the page and counts what reaches them.
const PLAYGROUND: &str = "
    document.body.replaceChildren();
    const field = document.createElement('input');
    const box = document.createElement('button');
    field.id = 'field'; box.id = 'box'; box.textContent = 'Push';
    window.seen = { pushes: 0, moves: 0, turned: 0, keys: [] };
    for (const [element, top] of [[field, 10], [box, 310]]) {
        Object.assign(element.style, { position: 'fixed', left: '20px', top: `${top}px`, width: '200px', height: '40px' });
        element.style.zIndex = 1e9;
        document.body.append(element);
    }
    box.addEventListener('click', () => { window.seen.pushes += 1; });
    box.addEventListener('pointerdown', (event) => box.setPointerCapture(event.pointerId));
    box.addEventListener('pointermove', (event) => { if (event.buttons === 1) window.seen.moves += 1; });
    box.addEventListener('wheel', (event) => {
        event.preventDefault();
        window.seen.turned += event.deltaY;
    }, { passive: false });
    field.addEventListener('keydown', (event) => {
        window.seen.keys.push(`${event.ctrlKey ? 'C' : ''}${event.shiftKey ? 'S' : ''} ${event.key}`);
    });";

#[test]
fn hand_and_keys_reach_the_page_as_real_input() {
    let window = Window::open(&[]);
    window.find("body > *");
    window.execute(PLAYGROUND, &Value::Null);

    window.find("#field").click();
    window.find("#field").type_text("Grüße");
    window.press("Control+Shift+z");
    window.find_text("Push").click();
    window.drag(&window.find("#box"), &window.find("#field"));

    window.turn_wheel(window.find("#box").middle(), 200);
    window.await_that("the wheel is felt", "return window.seen.turned === 200", &Value::Null);

    let seen = window
        .execute("return { ...window.seen, text: document.querySelector('#field').value }", &Value::Null);
    assert_eq!(seen["text"], "Grüße");
    assert_eq!(seen["pushes"].as_u64(), Some(1), "{seen}");
    assert!(seen["moves"].as_u64() > Some(2), "{seen}");
    let keys = seen["keys"].as_array().unwrap();
    assert!(keys.ends_with(&[json!("C Control"), json!("CS Shift"), json!("CS Z")]), "{seen}");
    assert_eq!(window.find("#box").text(), "Push");
}
