//! The shipped fonts, fetched once, for measuring and for the page.

use std::rc::Rc;

use leptos::prelude::*;
use opmap_drawing::{Face, Fonts};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The fonts, shared by all that is drawn.
pub(crate) type SharedFonts = StoredValue<Rc<Fonts>, LocalStorage>;

/// Fetches and reads the six files, and gives each to the page: what is painted on a canvas is not painted again when a
/// font comes late.
///
/// # Errors
/// What went wrong, in a sentence.
pub(crate) async fn load() -> Result<Rc<Fonts>, String> {
    // All are asked for before the first is waited for.
    let asked = Face::ALL.map(|face| window().fetch_with_str(&format!("fonts/{}", face.file_name())));
    let mut files: [Vec<u8>; 6] = Default::default();
    for ((face, asked), file) in Face::ALL.into_iter().zip(asked).zip(&mut files) {
        let missing = |_| format!("The font {} is missing.", face.file_name());
        let content = content(asked).await.map_err(missing)?;
        give_to_page(face, &content).map_err(missing)?;
        *file = js_sys::Uint8Array::new(&content).to_vec();
    }
    Fonts::parse(files).map(Rc::new).map_err(|error| error.to_string())
}

fn give_to_page(face: Face, content: &js_sys::ArrayBuffer) -> Result<(), JsValue> {
    let (family, weight) = face.family();
    let descriptors = web_sys::FontFaceDescriptors::new();
    descriptors.set_weight(&weight.to_string());
    let font = web_sys::FontFace::new_with_array_buffer_and_descriptors(family, content, &descriptors)?;
    document().fonts().add(&font).map(drop)
}

/// What is in a file that was asked for.
async fn content(asked: js_sys::Promise) -> Result<js_sys::ArrayBuffer, JsValue> {
    let response: web_sys::Response = JsFuture::from(asked).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.array_buffer()?).await?.dyn_into()
}

/// The fonts that the app has provided.
pub(crate) fn fonts() -> SharedFonts {
    expect_context()
}

#[cfg(test)]
pub(crate) mod tests {
    use opmap_drawing::{Face, Fonts};

    /// The fonts of the app, from their files.
    pub(crate) fn fonts() -> Fonts {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
        Fonts::parse(Face::ALL.map(|face| std::fs::read(folder.join(face.file_name())).unwrap())).unwrap()
    }
}
