//! A drawing in pixels: on the canvas of the map, and as a picture that others can paste.

mod brush;
mod palette;

use leptos::prelude::{document, window};
use opmap_drawing::{Rect, Scene, Tone};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, ClipboardItem, HtmlCanvasElement};

pub(crate) use brush::Brush;
pub(crate) use palette::Palette;

/// The type of a picture of pixels.
const PNG: &str = "image/png";

/// The most pixels of a picture that goes along with words: it is made before the page answers again.
const ALONG_PIXELS: f64 = 4e6;
/// The most pixels of a picture that is asked for.
const ASKED_PIXELS: f64 = 16e6;
/// The longest side, in pixels, that every engine paints.
const LONGEST_SIDE: f64 = 16_000.0;
/// How many pixels of a picture a unit of the scene takes: no more are useful, with fewer no text can be read.
const PIXELS: std::ops::RangeInclusive<f64> = 0.75..=2.0;

/// The scene as the address of an image, in the colours of paper. None when it is too large to be read as one.
pub(crate) fn address(scene: &Scene) -> Option<String> {
    painted(scene, ALONG_PIXELS)?.to_data_url_with_type(PNG).ok()
}

/// Puts the scene on the clipboard as a picture, in the colours of paper.
///
/// # Errors
/// A sentence that says why it is not there.
pub(crate) async fn copy(scene: &Scene) -> Result<(), &'static str> {
    let canvas = painted(scene, ASKED_PIXELS)
        .ok_or("This is too large for one picture that can be read. Fold some of it, or copy the page of the report.")?;
    to_clipboard(canvas).await.map_err(|_| crate::clipboard::REFUSED)
}

async fn to_clipboard(canvas: HtmlCanvasElement) -> Result<(), JsValue> {
    // The clipboard has to be asked before the picture is ready: what follows a key counts as asked for a moment only.
    let png = js_sys::Promise::new(&mut |resolve, reject| {
        if canvas.to_blob_with_type(&resolve, PNG).is_err() {
            // Whoever waits for the picture hears of it.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let kinds = js_sys::Object::new();
    js_sys::Reflect::set(&kinds, &PNG.into(), &png)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    // Not every page is given one.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write(&js_sys::Array::of1(&item))).await.map(drop)
}

/// The scene on a canvas of its own, of no more than so many pixels.
fn painted(scene: &Scene, most: f64) -> Option<HtmlCanvasElement> {
    let (width, height) = (f64::from(scene.width), f64::from(scene.height));
    let pixels = pixels(width, height, most)?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    // Not negative, and no longer than the longest side.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let side = |length: f64| (length * pixels).ceil() as u32;
    canvas.set_width(side(width));
    canvas.set_height(side(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.scale(pixels, pixels).ok()?;
    let palette = Palette::of_paper();
    let brush = Brush { context: &context, palette: &palette };
    brush.fill(std::iter::once(Rect::new(0.0, 0.0, scene.width, scene.height)), Tone::Surface);
    // One mark after the other: each may cover those before it.
    for mark in &scene.marks {
        brush.paint(std::iter::once(vec![mark.clone()]));
    }
    Some(canvas)
}

/// How many pixels a unit of a drawing of this size takes.
fn pixels(width: f64, height: f64, most: f64) -> Option<f64> {
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let pixels = (most / (width * height)).sqrt().min(LONGEST_SIDE / width.max(height)).min(*PIXELS.end());
    PIXELS.contains(&pixels).then_some(pixels)
}

#[cfg(test)]
mod tests {
    use super::{ALONG_PIXELS, ASKED_PIXELS, LONGEST_SIDE, pixels};

    #[test]
    fn a_picture_is_as_sharp_as_there_is_room_for_and_never_too_coarse_to_be_read() {
        assert_eq!(pixels(800.0, 600.0, ALONG_PIXELS), Some(2.0));
        let large = pixels(3_000.0, 1_500.0, ALONG_PIXELS).unwrap();
        assert!((3_000.0 * 1_500.0 * large * large - ALONG_PIXELS).abs() < 1.0);
        assert_eq!(pixels(6_000.0, 3_000.0, ALONG_PIXELS), None);
        assert!(pixels(6_000.0, 3_000.0, ASKED_PIXELS).is_some());
        assert_eq!(pixels(10_000.0, 200.0, ASKED_PIXELS), Some(LONGEST_SIDE / 10_000.0));
        assert_eq!(pixels(30_000.0, 200.0, ASKED_PIXELS), None);
        assert_eq!(pixels(0.0, 0.0, ASKED_PIXELS), None, "nothing has no picture");
    }
}
