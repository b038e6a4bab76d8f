//! What a place of the map says when the pointer rests there: which handoff a badge is of and what it lacks, and the title
//! of a step that is seen too small to be read, with its number.

use leptos::prelude::*;
use opmap_analysis::Analysis;
use opmap_drawing::{Detail, MapLayout, Point, Rect};
use opmap_model::{Connector, ConnectorId, Document};

use super::gesture::Gesture;
use super::pointer::{Surface, on_screen};
use crate::frame::CurrentAnalysis;

/// Lets the body say what is under the pointer, as long as it does nothing else there.
pub(super) fn show(event: &web_sys::PointerEvent, surface: Surface, analysis: CurrentAnalysis) {
    let Surface { editor, map_state, geometry, body } = surface;
    let Some(element) = body.get_untracked() else { return };
    let is_idle = map_state.gesture.with_untracked(|it| *it == Gesture::None);
    let words = geometry.get_untracked().filter(|_| is_idle).and_then(|layout| {
        let view = map_state.view.get_untracked();
        let (x, y) = on_screen(event, body);
        let at = view.map_from_screen(x, y);
        analysis.with_untracked(|analysis| {
            let (detail, numbered) = (Detail::at_scale(view.scale), map_state.is_numbered());
            editor.peek(|document| words(document, analysis, (&layout, numbered), at, detail))
        })
    });
    let words = words.unwrap_or_default();
    if element.title() != words {
        element.set_title(&words);
    }
}

/// What is said of a place of the map, the steps of which have numbers or not.
fn words(
    document: &Document,
    analysis: &Analysis,
    (layout, numbered): (&MapLayout, bool),
    at: Point,
    detail: Detail,
) -> Option<String> {
    let near = Rect::new(at.x, at.y, 0.0, 0.0).grown(1.0);
    let holds = |it: Rect| (it.x..=it.right()).contains(&at.x) && (it.y..=it.bottom()).contains(&at.y);
    let badge = layout.routes_in(near).find(|it| it.badge.is_some_and(|it| holds(it.rect)));
    match badge {
        Some(route) => handoff_words(document, analysis, route.id),
        None if detail < Detail::Full => {
            let step = layout.step_at(at)?.id;
            let title = &document.get(step)?.title;
            let number = layout.step_number(step).filter(|_| numbered);
            Some(number.map_or_else(|| title.to_string(), |number| format!("{number} {title}")))
        }
        None => None,
    }
}

/// Which of the handoffs of its map one is, counted from 1 as in the report.
pub(super) fn handoff_number(document: &Document, analysis: &Analysis, id: ConnectorId) -> Option<usize> {
    let map = document.map_of_step(document.get(id)?.from)?;
    analysis.flow(map)?.handoffs.iter().position(|it| *it == id).map(|it| it + 1)
}

fn handoff_words(document: &Document, analysis: &Analysis, id: ConnectorId) -> Option<String> {
    let connector = document.get(id)?;
    let (from, to) = (document.get(connector.from)?, document.get(connector.to)?);
    let number = handoff_number(document, analysis, id).map(|it| format!(" {it}")).unwrap_or_default();
    let (filled, of) = (connector.filled_parts(), Connector::PARTS);
    let missing: Vec<&str> = connector.missing_parts().collect();
    let missing =
        if missing.is_empty() { String::new() } else { format!(", not yet: {}", missing.join(", ")) };
    Some(format!("Handoff{number}: {} → {}. {filled} of {of} parts agreed{missing}.", from.title, to.title))
}

#[cfg(test)]
mod tests {
    use opmap_analysis::analyze;
    use opmap_drawing::{Detail, Point, map_layout};
    use opmap_model::notation;

    use super::words;
    use crate::fonts::tests::fonts;

    #[test]
    fn a_badge_says_what_its_handoff_lacks_and_a_small_step_its_title() {
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let text = "workshop \"W\"\nrole a \"Team lead\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\n\
                    lane ce \"Centre\" kind=frontstage\nlane di \"Dispatch\" kind=backstage\n\
                    step take \"Takes call\" at=s/ce\nstep plan \"Plans\" at=s/di\n\
                    flow take -> plan owner=a trigger=\"Call\"";
        let document = notation::parse(text, &mut fresh).unwrap();
        let map = document.stages().values().next().unwrap().map();
        let (layout, analysis) = (map_layout(&document, map, &fonts()), analyze(&document));
        let said = |at, detail| words(&document, &analysis, (&layout, true), at, detail);
        let badge = layout.routes[0].badge.unwrap().rect.center();
        assert_eq!(
            said(badge, Detail::Full).as_deref(),
            Some(
                "Handoff 1: Takes call → Plans. 4 of 7 parts agreed, not yet: information, time limit, acknowledgement."
            )
        );
        let step = layout.boxes[0].rect.center();
        assert_eq!(
            (said(step, Detail::Full), said(step, Detail::Shape)),
            (None, Some("1 Takes call".to_owned()))
        );
        let unnumbered = words(&document, &analysis, (&layout, false), step, Detail::Shape);
        assert_eq!(unnumbered.as_deref(), Some("Takes call"));
        assert_eq!(said(Point::new(-50.0, -50.0), Detail::Shape), None);
    }
}
