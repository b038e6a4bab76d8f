//! What the pointer does on the roadmap: it chooses, drags bars, stretches their ends and draws lines between them.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{Point, Rect};
use opmap_model::RecommendationId;
use wasm_bindgen::JsCast;

use super::chart::BODY;
use super::drag::{Drag, Kind, Over};
use super::menu::Menu;
use super::state::{At, RoadmapState};
use crate::field::focus_now;

/// How far inside its right edge a bar is taken by its end.
const END: f32 = 7.0;
/// How near to the middle of its right edge a line begins.
const HANDLE: f32 = 8.0;
/// How near to a line the pointer chooses it.
const REACH: f32 = 6.0;
/// How near to the edge of what is seen a drag scrolls, and how far.
const EDGE: f64 = 28.0;
const SCROLL: i32 = 14;

/// What of the roadmap the pointer meets.
#[derive(Clone, Copy)]
pub(super) struct Surface {
    pub(super) roadmap: RoadmapState,
    pub(super) scroll: NodeRef<html::Div>,
}

impl Surface {
    /// A button goes down.
    pub(super) fn press(self, event: &web_sys::PointerEvent) {
        let roadmap = self.roadmap;
        let Some(target) = element(event).filter(|_| event.button() == 0) else { return };
        if let Some(id) = beside(&target) {
            roadmap.go(At::Item(id));
            return self.take(event, &target, id, Kind::Beside);
        }
        let Ok(Some(body)) = target.closest(".gantt-body") else { return };
        let at = self.on_picture(event);
        focus_now(BODY);
        match self.under(at) {
            Some((id, kind)) => {
                roadmap.go(At::Item(id));
                self.take(event, &body, id, kind);
            }
            None => {
                if let Some((before, after)) = self.line_at(at) {
                    roadmap.go(At::Link { before, after });
                }
            }
        }
    }

    fn take(self, event: &web_sys::PointerEvent, on: &web_sys::Element, id: RecommendationId, kind: Kind) {
        if self.roadmap.editor.read_only.with_untracked(Option::is_some) {
            return;
        }
        // Without capture the drag ends at the edge of the window, which is no harm.
        let _ = on.set_pointer_capture(event.pointer_id());
        self.roadmap.drag.set(Some(Drag::new(id, kind, self.on_picture(event), in_window(event))));
    }

    /// The pointer moves.
    pub(super) fn follow(self, event: &web_sys::PointerEvent) {
        let roadmap = self.roadmap;
        let at = self.on_picture(event);
        match roadmap.drag.get_untracked() {
            Some(drag) => {
                let over = over(event);
                let drag = drag.at(at, in_window(event), over);
                if drag.is_moved && over == Over::Chart {
                    self.scroll_at_edge(event);
                }
                roadmap.drag.set(Some(drag));
            }
            None => {
                let inside =
                    element(event).is_some_and(|it| matches!(it.closest(".gantt-body"), Ok(Some(_))));
                let under = if inside { self.under(at) } else { None };
                let hovered = under.map(|it| it.0);
                if roadmap.hovered.get_untracked() != hovered {
                    roadmap.hovered.set(hovered);
                }
                if let Some(body) = document().get_element_by_id(BODY) {
                    let zone = match under {
                        Some((_, Kind::End)) => "end",
                        Some((_, Kind::Wire)) => "wire",
                        Some(_) => "bar",
                        None if self.line_at(at).is_some() => "line",
                        None => "",
                    };
                    // It is only about the form of the pointer.
                    let _ = body.set_attribute("data-zone", zone);
                }
            }
        }
    }

    /// The button comes up: this is where an edit is made.
    pub(super) fn release(self, event: &web_sys::PointerEvent) {
        let roadmap = self.roadmap;
        let Some(drag) = roadmap.drag.get_untracked() else { return };
        let drag = drag.at(self.on_picture(event), in_window(event), over(event));
        roadmap.drag.set(None);
        if !drag.is_moved {
            return;
        }
        let target =
            roadmap.gantt.with_untracked(|gantt| roadmap.layout.with_untracked(|it| drag.target(gantt, it)));
        let edit = roadmap
            .found
            .with_untracked(|found| roadmap.editor.peek(|document| target.edit(document, found, drag.id)));
        let Some((edit, about)) = edit else { return };
        if roadmap.commit(edit, about) {
            roadmap.go(if drag.is_wire() {
                At::Link { before: drag.id, after: about }
            } else {
                At::Item(about)
            });
        }
        roadmap.focus_wanted.notify();
    }

    /// A click that asks for a menu.
    pub(super) fn menu(self, event: &web_sys::MouseEvent, menu: Menu) {
        let Some(target) = element(event) else { return };
        let at = self.on_picture(event);
        let inside = matches!(target.closest(".gantt-body"), Ok(Some(_)));
        let there = match beside(&target) {
            Some(id) => Some(At::Item(id)),
            None if inside => self
                .under(at)
                .map(|it| At::Item(it.0))
                .or_else(|| self.line_at(at).map(|(before, after)| At::Link { before, after })),
            None => None,
        };
        if let Some(there) = there {
            event.prevent_default();
            self.roadmap.go(there);
            menu.open_for_chosen(Some(in_window(event)));
        }
    }

    /// A double click opens the details of what is there.
    pub(super) fn open(self, event: &web_sys::MouseEvent) {
        let is_item = element(event).is_some_and(|it| {
            beside(&it).is_some()
                || (matches!(it.closest(".gantt-body"), Ok(Some(_)))
                    && self.under(self.on_picture(event)).is_some())
        });
        if is_item {
            super::details::enter(self.roadmap);
        }
    }

    /// The bar there, or the words beside it, and what the pointer does with it.
    fn under(self, at: Point) -> Option<(RecommendationId, Kind)> {
        self.roadmap.layout.with_untracked(|layout| {
            let on_end = |rect: Rect| {
                (at.x - rect.right()).abs() <= HANDLE && (at.y - rect.center().y).abs() <= HANDLE
            };
            if let Some(bar) = layout.bars.iter().find(|it| on_end(it.rect)) {
                return Some((bar.id, Kind::Wire));
            }
            if let Some(bar) = layout.bar_under(at) {
                let is_end = at.x > bar.rect.right() - END;
                return Some((bar.id, if is_end { Kind::End } else { Kind::Bar }));
            }
            layout.bars.iter().find(|it| it.words.contains(at)).map(|it| (it.id, Kind::Bar))
        })
    }

    fn line_at(self, at: Point) -> Option<(RecommendationId, RecommendationId)> {
        if !self.roadmap.dependencies.get_untracked() {
            return None;
        }
        self.roadmap.links.with_untracked(|links| {
            let near = |pair: &[Point]| {
                let (a, b) = (pair[0], pair[1]);
                let (x, y) = (a.x.min(b.x), a.y.min(b.y));
                Rect::new(x, y, (b.x - a.x).abs(), (b.y - a.y).abs()).grown(REACH).contains(at)
            };
            links.iter().find(|it| it.points.windows(2).any(near)).map(|it| (it.before, it.after))
        })
    }

    /// Where the pointer is on the picture.
    fn on_picture(self, event: &web_sys::MouseEvent) -> Point {
        let corner = document().get_element_by_id(BODY).map(|it| it.get_bounding_client_rect());
        let (left, top) = corner.map_or((0.0, 0.0), |it| (it.left(), it.top()));
        let (x, y) = in_window(event);
        // What is seen of a picture is far smaller than a float can count.
        #[allow(clippy::cast_possible_truncation)]
        let (x, y) = ((x - left) as f32, (y - top) as f32);
        self.roadmap.layout.with_untracked(|it| Point::new(x + it.names, y + it.head))
    }

    fn scroll_at_edge(self, event: &web_sys::PointerEvent) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let rect = scroll.get_bounding_client_rect();
        let (x, y) = in_window(event);
        let names = self.roadmap.layout.with_untracked(|it| f64::from(it.names));
        let by = |at: f64, low: f64, high: f64| match at {
            _ if at < low + EDGE => -SCROLL,
            _ if at > high - EDGE => SCROLL,
            _ => 0,
        };
        scroll.set_scroll_left(scroll.scroll_left() + by(x, rect.left() + names, rect.right()));
        scroll.set_scroll_top(scroll.scroll_top() + by(y, rect.top(), rect.bottom()));
    }
}

fn in_window(event: &web_sys::MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

fn element(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target().and_then(|it| it.dyn_into().ok())
}

/// The recommendation below the chart that an element belongs to.
fn beside(target: &web_sys::Element) -> Option<RecommendationId> {
    let item = target.closest("[data-recommendation]").ok().flatten()?;
    item.get_attribute("data-recommendation")?.parse().ok().map(RecommendationId)
}

/// What lies under the pointer.
fn over(event: &web_sys::MouseEvent) -> Over {
    // The captured element gets the events, whatever the pointer is over.
    #[allow(clippy::cast_precision_loss)]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let under = document().element_from_point(x, y);
    let inside = |css: &str| under.as_ref().is_some_and(|it| matches!(it.closest(css), Ok(Some(_))));
    match () {
        () if inside(".roadmap-parked") => Over::Parked,
        () if inside(".roadmap-unplanned") => Over::NoWave,
        () if inside(".gantt") => Over::Chart,
        () => Over::Nothing,
    }
}
