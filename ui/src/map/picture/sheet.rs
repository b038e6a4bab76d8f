//! The map at one scale, in tiles: canvases side by side, of which those in view are painted.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use opmap_drawing::{MapLayout, MapNotes};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::super::geometry::Outdated;
use super::super::view::View;
use super::Ink;
use super::brush::Brush;
use super::part;
use super::tiles::{Place, Span, TILE, area};

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
    /// What overlays said when it was painted; none when it must be painted again.
    said: Option<Arc<MapNotes>>,
}

/// A map, and what overlays say of it.
pub(super) struct Shown {
    pub(super) layout: Arc<MapLayout>,
    pub(super) notes: Arc<MapNotes>,
}

/// The map at one scale.
pub(super) struct Sheet {
    element: HtmlElement,
    /// How many CSS pixels a unit of the map takes where this is sharp.
    scale: f64,
    /// How many pixels of a canvas a unit of the map takes.
    pub(super) density: f64,
    tiles: BTreeMap<Place, Tile>,
}

impl Spare {
    /// How many are kept.
    const MOST: usize = 24;

    fn take(&mut self) -> Option<Surface> {
        self.0.pop().or_else(Surface::new)
    }

    fn put(&mut self, surface: Surface) {
        surface.canvas.remove();
        if self.0.len() < Self::MOST {
            self.0.push(surface);
        }
    }
}

impl Surface {
    /// A canvas; none where the browser has no more memory for one.
    fn new() -> Option<Self> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(TILE);
        canvas.set_height(TILE);
        let options = js_sys::Object::new();
        let set = |object: &JsValue, name: &str, value: JsValue| {
            // What an engine does not know it ignores.
            let _ = js_sys::Reflect::set(object, &name.into(), &value);
        };
        set(&options, "alpha", false.into());
        let context = canvas.get_context_with_context_options("2d", &options).ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        // Letters stand where the layout has measured them, at any scale.
        set(&context, "textRendering", "geometricPrecision".into());
        Some(Self { canvas, context })
    }
}

impl Sheet {
    /// An empty sheet in `host`, sharp at `scale` on a screen where `pixels` make one of CSS.
    pub(super) fn new(host: &HtmlElement, scale: f64, pixels: f64) -> Option<Self> {
        let element: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
        element.set_class_name("sheet");
        host.append_child(&element).ok()?;
        Some(Self { element, scale, density: scale * pixels, tiles: BTreeMap::new() })
    }

    /// Puts the sheet under the others.
    pub(super) fn put_first(&self, host: &HtmlElement) {
        let _ = host.insert_before(&self.element, host.first_child().as_ref());
    }

    /// Puts the sheet where the view wants it; `pixels` of the screen make one of CSS.
    pub(super) fn place(&self, view: View, pixels: f64) {
        let ratio = view.scale / self.density;
        // At rest each pixel of a canvas is one of the screen.
        let (x, y) = if self.is_sharp(view, pixels) { view.corner(pixels) } else { (view.x, view.y) };
        let transform = format!("translate({x}px,{y}px) scale({ratio})");
        // A transform is always taken.
        let _ = HtmlElement::style(&self.element).set_property("transform", &transform);
    }

    /// Whether a pixel of a canvas is one of the screen.
    pub(super) fn is_sharp(&self, view: View, pixels: f64) -> bool {
        self.density == view.scale * pixels
    }

    pub(super) fn show(&self, shown: bool) {
        let _ =
            HtmlElement::style(&self.element).set_property("display", if shown { "block" } else { "none" });
    }

    /// Whether a tile shows the map as it is now.
    pub(super) fn is_fresh(&mut self, place: Place, now: &Shown) -> bool {
        let Some(tile) = self.tiles.get_mut(&place) else { return false };
        let Some(said) = &tile.said else { return false };
        if Arc::ptr_eq(said, &now.notes) {
            return true;
        }
        let same = part::says_same(&now.layout, said, &now.notes, area(place, self.density));
        tile.said = same.then(|| Arc::clone(&now.notes));
        same
    }

    /// Paints a tile.
    pub(super) fn paint(&mut self, place: Place, now: &Shown, ink: &Ink, spare: &mut Spare) {
        let (density, element) = (self.density, &self.element);
        let tile = match self.tiles.entry(place) {
            std::collections::btree_map::Entry::Occupied(it) => it.into_mut(),
            std::collections::btree_map::Entry::Vacant(it) => {
                let Some(surface) = spare.take() else { return };
                put_at(&surface.canvas, place, element);
                it.insert(Tile { surface, said: None })
            }
        };
        let area = area(place, density);
        let context = &tile.surface.context;
        let (x, y) = (f64::from(area.x) * density, f64::from(area.y) * density);
        // Numbers that are finite are always taken.
        let _ = context.set_transform(density, 0.0, 0.0, density, -x, -y);
        let brush = Brush { context, palette: &ink.palette };
        let said = part::Said { notes: &now.notes, standing: ink.standing.as_ref() };
        part::paint(&brush, &now.layout, said, area, self.scale);
        tile.said = Some(Arc::clone(&now.notes));
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
        for (place, tile) in &mut self.tiles {
            if outdated.touches(part::around(area(*place, self.density))) {
                tile.said = None;
            }
        }
    }

    /// Takes the sheet out of the page.
    pub(super) fn close(self, spare: &mut Spare) {
        self.element.remove();
        for tile in self.tiles.into_values() {
            spare.put(tile.surface);
        }
    }
}

fn put_at(canvas: &HtmlCanvasElement, (column, row): Place, sheet: &HtmlElement) {
    for (side, place) in [("left", column), ("top", row)] {
        // A length is always taken.
        let _ = HtmlElement::style(canvas)
            .set_property(side, &format!("{}px", i64::from(place) * i64::from(TILE)));
    }
    // The canvas takes the features of its text from where it stands, so it is put there before it is painted.
    let _ = sheet.append_child(canvas);
}
