//! Following the size of an element.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Calls `act` once the element is there, and whenever its size becomes another, as long as the owner of the caller
/// lives.
pub(crate) fn on_resize(
    element: NodeRef<html::Div>,
    act: impl Fn(&web_sys::HtmlDivElement) + Copy + 'static,
) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        act(&element);
        let measured = element.clone();
        let watch = Closure::<dyn Fn()>::new(move || act(&measured));
        if let Ok(observer) = web_sys::ResizeObserver::new(watch.as_ref().unchecked_ref()) {
            observer.observe(&element);
            // The callback lives as long as the element is watched.
            let held = StoredValue::new_local((observer, watch));
            on_cleanup(move || {
                held.try_with_value(|(observer, _)| observer.disconnect());
            });
        }
    });
}
