//! The map at one scale, in tiles: canvases side by side, of which those in view are painted.

use std::collections::{BTreeMap, btree_map};
use std::sync::Arc;

use leptos::prelude::*;
use opmap_drawing::{Detail, MapLayout, MapNotes, Rect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::super::geometry::Outdated;
use super::super::view::View;
use super::Ink;
use super::part;
use super::stale::{Patch, Stale};
use super::tiles::{Place, Span, TILE, area, part_of};
use crate::pixels::Brush;

/// Canvases that are not in use. They cost memory and time to make, so they are used again.
#[derive(Default)]
pub(super) struct Spare(Vec<Surface>);

/// A canvas and what it is painted with.
struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

struct Tile {
    surface: Surface,
    /// What overlays said when it was painted.
    said: Arc<MapNotes>,
    stale: Stale,
    /// Whether all of it was painted once. Until then it shows nothing.
    is_whole: bool,
}

/// A map, and what overlays say of it.
pub(super) struct Shown {
    /// What holds the canvases of the tiles.
    pub(super) store: HtmlElement,
    pub(super) layout: Arc<MapLayout>,
    pub(super) notes: Arc<MapNotes>,
    /// Whether its steps have numbers: those of two states in one map have none.
    pub(super) numbered: bool,
}

/// The map at one scale.
pub(super) struct Sheet {
    /// How many CSS pixels a unit of the map takes where this is sharp.
    scale: f64,
    /// How many pixels of a canvas a unit of the map takes.
    pub(super) density: f64,
    tiles: BTreeMap<Place, Tile>,
}

/// What a canvas is painted with that nothing shines through.
pub(super) fn opaque(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let options = js_sys::Object::new();
    set(&options, "alpha", false.into());
    canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()
}

fn set(object: &JsValue, name: &str, value: JsValue) {
    // What an engine does not know it ignores.
    let _ = js_sys::Reflect::set(object, &name.into(), &value);
}

impl Spare {
    /// How many are kept.
    const MOST: usize = 24;

    fn take(&mut self, store: &HtmlElement) -> Option<Surface> {
        self.0.pop().or_else(|| Surface::new(store))
    }

    fn put(&mut self, surface: Surface) {
        if self.0.len() < Self::MOST {
            self.0.push(surface);
        } else {
            surface.canvas.remove();
        }
    }
}

impl Surface {
    /// A canvas in `store`, from where it takes the features of its text; none where the browser has no more memory.
    fn new(store: &HtmlElement) -> Option<Self> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(TILE);
        canvas.set_height(TILE);
        store.append_child(&canvas).ok()?;
        let context = opaque(&canvas)?;
        // Letters stand where the layout has measured them, at any scale.
        set(&context, "textRendering", "geometricPrecision".into());
        Some(Self { canvas, context })
    }
}

impl Tile {
    /// What has to be painted for its `part` to be seen: all of it, until all was painted once.
    fn needed(&self, part: Patch) -> Patch {
        if self.is_whole { part } else { Patch::WHOLE }
    }

    /// Lets it be painted again where it shows what is in the part `outdated` of the map; it shows the part `own`.
    fn forget(&mut self, outdated: Rect, own: Rect) {
        if let Some(patch) = Patch::of(part::around(outdated), own) {
            self.stale.add(patch);
        }
    }
}

/// Lets nothing be painted outside a patch.
fn clip(context: &CanvasRenderingContext2d, patch: Patch) {
    // The canvas is as large.
    if patch == Patch::WHOLE {
        return;
    }
    // Whole pixels, so that the edge of the patch is not seen.
    let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    context.begin_path();
    let [left, top, width, height] = [patch.left, patch.top, patch.width(), patch.height()].map(f64::from);
    context.rect(left, top, width, height);
    context.clip();
}

impl Sheet {
    /// An empty sheet, sharp at `scale` on a screen where `pixels` make one of CSS.
    pub(super) fn new(scale: f64, pixels: f64) -> Self {
        Self { scale, density: scale * pixels, tiles: BTreeMap::new() }
    }

    /// Draws on `screen`, of which `pixels` make one of CSS, what is painted of the part that the view wants.
    pub(super) fn draw(&self, screen: &CanvasRenderingContext2d, size: (f64, f64), view: View, pixels: f64) {
        // At rest each pixel of a tile is one of the screen.
        let (x, y) = if self.is_sharp(view, pixels) { view.corner(pixels) } else { (view.x, view.y) };
        let side = f64::from(TILE) * view.scale * pixels / self.density;
        // Whole pixels, so that there is no seam between two tiles.
        let edge = |corner: f64, number: i32| (corner * pixels + f64::from(number) * side).round();
        for ((column, row), tile) in self.tiles.iter().filter(|(_, it)| it.is_whole) {
            let (left, right) = (edge(x, *column), edge(x, column + 1));
            let (top, bottom) = (edge(y, *row), edge(y, row + 1));
            if left < size.0 && right > 0.0 && top < size.1 && bottom > 0.0 {
                // A canvas that has pixels is always taken.
                let _ = screen.draw_image_with_html_canvas_element_and_dw_and_dh(
                    &tile.surface.canvas,
                    left,
                    top,
                    right - left,
                    bottom - top,
                );
            }
        }
    }

    /// Whether a pixel of a canvas is one of the screen.
    pub(super) fn is_sharp(&self, view: View, pixels: f64) -> bool {
        self.density == view.scale * pixels
    }

    /// Whether the `part` of a tile shows the map as it is now.
    pub(super) fn is_fresh(&mut self, place: Place, part: Patch, now: &Shown) -> bool {
        let Some(tile) = self.tiles.get_mut(&place) else { return false };
        if !Arc::ptr_eq(&tile.said, &now.notes) {
            let area = area(place, self.density);
            let said = std::mem::replace(&mut tile.said, Arc::clone(&now.notes));
            part::unlike(&now.layout, &said, &now.notes, area).for_each(|it| tile.forget(it, area));
        }
        !tile.stale.reaches(tile.needed(part))
    }

    /// Paints a patch of the `part` of a tile that needs it. Answers whether it could: a browser may have no memory for the
    /// tile.
    pub(super) fn paint(
        &mut self,
        place: Place,
        part: Patch,
        now: &Shown,
        ink: &Ink,
        spare: &mut Spare,
    ) -> bool {
        let tile = match self.tiles.entry(place) {
            btree_map::Entry::Occupied(it) => it.into_mut(),
            btree_map::Entry::Vacant(it) => {
                let Some(surface) = spare.take(&now.store) else { return false };
                // From afar there is much on a tile, and a frame does not wait for all of it.
                let is_far = Detail::at_scale(self.scale) == Detail::Shape;
                let stale = if is_far { Stale::in_quarters() } else { Stale::whole() };
                it.insert(Tile { surface, said: Arc::clone(&now.notes), stale, is_whole: false })
            }
        };
        let Some(patch) = tile.stale.take(tile.needed(part)) else { return false };
        let said = part::Said { notes: &now.notes, standing: ink.standing.as_ref(), numbered: now.numbered };
        let context = &tile.surface.context;
        context.save();
        clip(context, patch);
        let (x, y) = (f64::from(place.0) * f64::from(TILE), f64::from(place.1) * f64::from(TILE));
        // Numbers that are finite are always taken.
        let _ = context.set_transform(self.density, 0.0, 0.0, self.density, -x, -y);
        let brush = Brush { context, palette: &ink.palette };
        part::paint(&brush, &now.layout, said, part_of(patch, place, self.density), self.scale);
        context.restore();
        tile.is_whole |= tile.stale.is_empty();
        true
    }

    /// Gives away the tiles outside `kept`.
    pub(super) fn keep(&mut self, kept: &Span, spare: &mut Spare) {
        let gone: Vec<Place> = self.tiles.keys().copied().filter(|place| !kept.contains(*place)).collect();
        for place in gone {
            if let Some(tile) = self.tiles.remove(&place) {
                spare.put(tile.surface);
            }
        }
    }

    /// Lets the tiles be painted again where the map is `outdated`.
    pub(super) fn forget(&mut self, outdated: &Outdated) {
        let has_numbers = part::has_numbers(self.scale);
        for (place, tile) in &mut self.tiles {
            match outdated {
                Outdated::Everywhere => tile.stale.add(Patch::WHOLE),
                Outdated::In { looks, numbers } => {
                    let own = area(*place, self.density);
                    let numbers = numbers.iter().filter(|_| has_numbers);
                    looks.iter().chain(numbers).for_each(|it| tile.forget(*it, own));
                }
            }
        }
    }

    /// Gives all its tiles away.
    pub(super) fn close(self, spare: &mut Spare) {
        for tile in self.tiles.into_values() {
            spare.put(tile.surface);
        }
    }
}
