//! What a workshop begins with, or has become, as a small map without words.

use std::time::Duration;

use leptos::prelude::*;
use opmap_drawing::{Fonts, MapSketch, map_layout};
use opmap_exchange::templates::{self, Template};
use uuid::Uuid;

use crate::fonts::SharedFonts;
use crate::map::lane_tint;

/// How long it waits for each picture: the rest of the screen is there at once, and whoever knows what to open is not kept.
const WHILE: Duration = Duration::from_millis(40);

/// The picture of a template, drawn as the `nth` of several, some time after the rest of the screen.
#[component]
pub(super) fn TemplatePicture(template: &'static Template, nth: u32, fonts: SharedFonts) -> impl IntoView {
    let sketch = RwSignal::new_local(None::<MapSketch>);
    let draw = move || sketch.set(fonts.with_value(|fonts| sketched(template, fonts)));
    let waiting = set_timeout_with_handle(draw, WHILE * nth);
    on_cleanup(move || waiting.iter().for_each(TimeoutHandle::clear));
    view! {
        <span class="sketch" aria-hidden="true">
            {move || sketch.with(|it| it.as_ref().map(|sketch| view! { <SketchPicture sketch /> }))}
        </span>
    }
}

/// The map of a template that is shown first.
fn sketched(template: &Template, fonts: &Fonts) -> Option<MapSketch> {
    let mut count = 0;
    let document = templates::document(template.name, &mut || {
        count += 1;
        Uuid::from_u128(count)
    })?;
    let (journey, _) = *document.journeys_in_order().first()?;
    Some(MapSketch::new(&map_layout(&document, document.first_map_of(journey), fonts)))
}

/// A sketch that fills what it stands in.
#[component]
pub(super) fn SketchPicture<'a>(sketch: &'a MapSketch) -> impl IntoView + use<> {
    let MapSketch { width, height, lanes, steps, connectors } = sketch;
    let lanes = lanes.iter().map(|lane| {
        let tint = format!("var({})", lane_tint(lane.kind));
        view! { <rect y=lane.y width=*width height=lane.height fill=tint /> }
    });
    view! {
        <svg viewBox=format!("0 0 {width} {height}") preserveAspectRatio="none">
            {lanes.collect_view()}
            <path class="sketch-lines" d=connectors.clone() />
            <path class="sketch-steps" d=steps.clone() />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use opmap_exchange::templates;

    use super::sketched;
    use crate::fonts::tests::fonts;

    #[test]
    fn each_template_has_a_picture_and_those_with_steps_show_them() {
        let fonts = fonts();
        for template in templates::ALL {
            let sketch = sketched(template, &fonts).unwrap();
            assert!(sketch.lanes.len() > 2, "{}", template.name);
            assert_eq!(sketch.steps.is_empty(), template.name == "blank", "{}", template.name);
        }
    }
}
