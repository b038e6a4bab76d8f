//! What a template begins with, as a small map without words.

use std::fmt::Write;
use std::time::Duration;

use leptos::prelude::*;
use opmap_drawing::{Fonts, MapLayout, Point, Rect, map_layout};
use opmap_exchange::templates::{self, Template};
use opmap_model::{MapKey, State};
use uuid::Uuid;

use crate::fonts::SharedFonts;
use crate::map::lane_tint;

/// How long it waits for each picture: the rest of the screen is there at once, and whoever knows what to open is not kept.
const WHILE: Duration = Duration::from_millis(40);

/// The picture of a template, drawn as the `nth` of several, some time after the rest of the screen.
#[component]
pub(super) fn TemplatePicture(template: &'static Template, nth: u32, fonts: SharedFonts) -> impl IntoView {
    let layout = RwSignal::new_local(None::<MapLayout>);
    let draw = move || layout.set(fonts.with_value(|fonts| laid_out(template, fonts)));
    let waiting = set_timeout_with_handle(draw, WHILE * nth);
    on_cleanup(move || waiting.iter().for_each(TimeoutHandle::clear));
    view! {
        <span class="template-picture" aria-hidden="true">
            {move || layout.with(|it| it.as_ref().map(picture))}
        </span>
    }
}

/// The first journey of a template, as lived.
fn laid_out(template: &Template, fonts: &Fonts) -> Option<MapLayout> {
    let mut count = 0;
    let document = templates::document(template.name, &mut || {
        count += 1;
        Uuid::from_u128(count)
    })?;
    let (journey, _) = *document.journeys_in_order().first()?;
    Some(map_layout(&document, MapKey { journey, state: State::AsLived }, fonts))
}

fn picture(layout: &MapLayout) -> impl IntoView + use<> {
    let lanes = layout.lanes.iter().map(|lane| {
        let tint = format!("var({})", lane_tint(lane.kind));
        view! { <rect y=lane.y width=layout.width height=lane.height fill=tint /> }
    });
    view! {
        <svg viewBox=format!("0 0 {} {}", layout.width, layout.height) preserveAspectRatio="none">
            {lanes.collect_view()}
            <path class="template-lines" d=lines(layout.routes.iter().map(|it| &*it.points)) />
            <path class="template-steps" d=boxes(layout.boxes.iter().map(|it| it.rect)) />
        </svg>
    }
}

fn lines<'a>(all: impl Iterator<Item = &'a [Point]>) -> String {
    let mut path = String::new();
    for points in all {
        for (at, point) in points.iter().enumerate() {
            // What is written to a string is always taken.
            let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, point.x, point.y);
        }
    }
    path
}

fn boxes(all: impl Iterator<Item = Rect>) -> String {
    let one = |it: Rect| format!("M{} {}h{}v{}h{}z", it.x, it.y, it.width, it.height, -it.width);
    all.map(one).collect()
}

#[cfg(test)]
mod tests {
    use opmap_drawing::{Point, Rect};
    use opmap_exchange::templates;

    use super::{boxes, laid_out, lines};
    use crate::fonts::tests::fonts;

    #[test]
    fn each_template_has_a_picture_and_those_with_steps_show_them() {
        let fonts = fonts();
        for template in templates::ALL {
            let layout = laid_out(template, &fonts).unwrap();
            assert!(layout.lanes.len() > 2, "{}", template.name);
            assert_eq!(layout.boxes.is_empty(), template.name == "blank", "{}", template.name);
        }
    }

    #[test]
    fn steps_and_lines_are_one_path_each() {
        let rects = [Rect::new(1.0, 2.0, 3.0, 4.5), Rect::new(9.0, 2.0, 3.0, 4.0)];
        assert_eq!(boxes(rects.into_iter()), "M1 2h3v4.5h-3zM9 2h3v4h-3z");
        let points = [Point::new(0.0, 1.0), Point::new(5.0, 1.0)];
        assert_eq!(lines([&points[..], &points[..1]].into_iter()), "M0 1L5 1M0 1");
    }
}
