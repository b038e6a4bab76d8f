//! The shipped fonts, fetched once, for measuring.

use std::rc::Rc;

use leptos::prelude::*;
use opmap_drawing::{Face, Fonts};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The fonts, shared by all that is drawn.
pub(crate) type SharedFonts = StoredValue<Rc<Fonts>, LocalStorage>;

/// Fetches and reads the six files.
///
/// # Errors
/// What went wrong, in a sentence.
pub(crate) async fn load() -> Result<Rc<Fonts>, String> {
    let mut files: [Vec<u8>; 6] = Default::default();
    for (face, file) in Face::ALL.into_iter().zip(&mut files) {
        let name = face.file_name();
        *file = fetch(&format!("/fonts/{name}")).await.map_err(|_| format!("The font {name} is missing."))?;
    }
    Fonts::parse(files).map(Rc::new).map_err(|error| error.to_string())
}

async fn fetch(path: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The fonts that the app has provided.
pub(crate) fn fonts() -> SharedFonts {
    expect_context()
}
