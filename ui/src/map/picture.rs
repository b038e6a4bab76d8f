//! The body of the map in pixels: painted from the same marks as on paper, tile by tile, and moved as a whole.
//!
//! A movement draws the tiles that are painted on the screen, in other places. Those that come into view were painted
//! before, one or two a frame, as long as nobody moves too fast. While the scale changes, what is painted is stretched;
//! when the hand rests, or the scale has changed much, the map is painted anew at its scale over the stretched one. Under
//! both lies the whole map at a small scale, for what is not painted yet. No movement touches more of the page than the
//! one canvas that is seen.

mod part;
mod screen;
mod sheet;
mod stale;
mod tiles;

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::Geometry;
use super::filter::Standing;
use super::geometry::Outdated;
use super::state::MapState;
use super::view::View;
use crate::pixels::Palette;
use crate::theme::Theme;
use screen::Screen;
use sheet::{Sheet, Shown, Spare};
use stale::Patch;
use tiles::{Place, Span, area};

/// How long the scale stays as it is before the map is painted sharp at it, in milliseconds.
const REST: f64 = 120.0;

/// By how much what is painted may be stretched or shrunk.
const STRETCH: std::ops::Range<f64> = 0.5..2.0;

/// How long tiles are painted in a frame while something else stands in for them, in milliseconds.
const PAINTING: f64 = 12.0;

/// The same of tiles beyond the view: a patch of one of them is.
const PAINTING_AHEAD: f64 = 0.0;

/// The pixels of the whole map at its small scale.
const OVERVIEW_PIXELS: f64 = 2e6;

#[component]
pub(super) fn Picture() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let theme: RwSignal<Theme> = expect_context();
    let (screen, store) = (NodeRef::<html::Canvas>::new(), NodeRef::<html::Div>::new());
    let painting = StoredValue::new_local(Painting::default());
    let look = move || {
        Some(Look {
            screen: screen.get_untracked()?,
            view: map_state.view.get_untracked(),
            body: map_state.body.get_untracked(),
            pixels: window().device_pixel_ratio(),
            shown: Shown {
                store: store.get_untracked()?.into(),
                layout: geometry.get_untracked()?,
                notes: map_state.notes.get_untracked(),
                numbered: map_state.is_numbered(),
            },
            standing: map_state.standing,
            outdated: map_state.outdated,
        })
    };
    Effect::new(move |_| {
        map_state.view.track();
        map_state.body.track();
        geometry.track();
        map_state.notes.track();
        screen.track();
        ask(painting, look);
    });
    Effect::new(move |before: Option<()>| {
        theme.track();
        map_state.standing.track();
        if before.is_some() {
            painting.update_value(|it| it.ink = None);
            ask(painting, look);
        }
    });
    view! {
        <canvas node_ref=screen class="picture" aria-hidden="true"></canvas>
        <div node_ref=store hidden></div>
    }
}

/// Shows the map in the next frame, and goes on until nothing is left to paint.
fn ask(painting: StoredValue<Painting, LocalStorage>, look: impl Fn() -> Option<Look> + Copy + 'static) {
    if painting.try_update_value(|it| std::mem::replace(&mut it.asked, true)) != Some(false) {
        return;
    }
    request_animation_frame(move || {
        // The map may have been left before the frame came.
        let more = painting.try_update_value(|it| {
            it.asked = false;
            look().is_some_and(|look| it.show(&look))
        });
        if more == Some(true) {
            ask(painting, look);
        }
    });
}

/// What is to be seen.
struct Look {
    screen: HtmlCanvasElement,
    view: View,
    /// Width and height of the body in CSS pixels.
    body: (f64, f64),
    /// How many pixels of the screen make one of CSS.
    pixels: f64,
    shown: Shown,
    /// What stands out.
    standing: Memo<Option<Standing>>,
    outdated: StoredValue<Outdated>,
}

/// What decides how everything looks, wherever it lies.
struct Ink {
    palette: Palette,
    /// What stands out; none while nothing is looked for.
    standing: Option<Standing>,
}

impl Look {
    fn map(&self) -> (f32, f32) {
        (self.shown.layout.width, self.shown.layout.height)
    }

    fn seen(&self, density: f64) -> Span {
        Span::seen(self.view, self.body, self.map(), density)
    }

    /// What is seen of each tile.
    fn parts_seen(&self, density: f64) -> Vec<(Place, Patch)> {
        let seen = self.view.seen(self.body);
        let part = |place| Patch::of(seen, area(place, density)).map(|part| (place, part));
        self.seen(density).places().filter_map(part).collect()
    }
}

/// What is painted.
#[derive(Default)]
struct Painting {
    /// Whether a frame is asked for.
    asked: bool,
    /// None when it has to be looked up.
    ink: Option<Ink>,
    /// The whole map at a small scale.
    overview: Option<Sheet>,
    /// What stands in for the sheet that is being painted.
    before: Option<Sheet>,
    sheet: Option<Sheet>,
    spare: Spare,
    /// Whether all that is seen is painted sharp.
    covered: bool,
    /// Whether a tile was painted that the screen does not show yet.
    painted: bool,
    screen: Screen,
    /// The scale in the last frame, and since when it is that.
    scale: f64,
    scaled_at: f64,
}

impl Painting {
    /// Answers whether there is more to paint.
    fn show(&mut self, look: &Look) -> bool {
        if self.ink.is_none() {
            self.ink = Some(Ink { palette: Palette::of_page(), standing: look.standing.get_untracked() });
            self.forget(&Outdated::Everywhere);
        }
        let outdated = look.outdated.try_update_value(Outdated::take);
        self.forget(&outdated.unwrap_or(Outdated::Everywhere));
        let now = now();
        if self.scale != look.view.scale {
            (self.scale, self.scaled_at) = (look.view.scale, now);
        }
        let resting = now - self.scaled_at > REST;
        self.begin_sheet(look, resting);
        let sharp = self.sheet.as_ref().is_some_and(|it| it.is_sharp(look.view, look.pixels));
        let covered = sharp && self.paint_seen(look);
        if let Some(before) = covered.then(|| self.before.take()).flatten() {
            before.close(&mut self.spare);
        }
        if self.covered != covered {
            self.covered = covered;
            // An attribute with a plain name and value is always taken.
            let _ = look.screen.set_attribute("aria-busy", if covered { "false" } else { "true" });
        }
        let under = self.overview.iter().filter(|_| !covered).chain(&self.before);
        self.screen.draw(look, self.ink.as_ref(), under.chain(&self.sheet), self.painted || !covered);
        // What is not seen waits for a frame in which nothing else is to be painted.
        let done = covered && !self.painted && self.paint_ahead(look) && self.paint_overview(look);
        // What was painted ahead is not seen.
        self.painted = false;
        !done
    }

    fn forget(&mut self, outdated: &Outdated) {
        let sheets = [&mut self.overview, &mut self.before, &mut self.sheet];
        sheets.into_iter().flatten().for_each(|it| it.forget(outdated));
    }

    /// Begins a sheet at the scale of the view when there is none, or none that will do.
    fn begin_sheet(&mut self, look: &Look, resting: bool) {
        let density = look.view.scale * look.pixels;
        let will_do =
            |it: &Sheet| it.density == density || !resting && STRETCH.contains(&(density / it.density));
        if self.sheet.as_ref().is_some_and(will_do) {
            return;
        }
        let next = Sheet::new(look.view.scale, look.pixels);
        if let Some(last) = self.sheet.replace(next) {
            // What was not finished stands in for nothing.
            let (kept, closed) = if self.before.is_some() { (None, Some(last)) } else { (Some(last), None) };
            self.before = kept.or(self.before.take());
            if let Some(sheet) = closed {
                sheet.close(&mut self.spare);
            }
        }
    }

    /// Paints what is seen: at once, or for a while if something stands in for it. Answers whether all is painted.
    fn paint_seen(&mut self, look: &Look) -> bool {
        let Some(sheet) = &self.sheet else { return true };
        let time = if self.before.is_some() { PAINTING } else { f64::INFINITY };
        self.paint(look, look.parts_seen(sheet.density), time)
    }

    /// Paints the tiles around what is seen, a few at a time. Answers whether all are painted.
    fn paint_ahead(&mut self, look: &Look) -> bool {
        let Some(sheet) = &mut self.sheet else { return true };
        let whole = Span::whole(look.map(), sheet.density);
        let around = look.seen(sheet.density).grown(&whole);
        sheet.keep(&around.grown(&whole), &mut self.spare);
        self.paint(look, whole_tiles(&around), PAINTING_AHEAD)
    }

    /// Paints for some milliseconds parts of tiles of the sheet that need it. Answers whether none is left.
    fn paint(&mut self, look: &Look, parts: Vec<(Place, Patch)>, time: f64) -> bool {
        let (Some(sheet), Some(ink)) = (&mut self.sheet, &self.ink) else { return true };
        let (painted, done) = paint_tiles(sheet, &look.shown, ink, &mut self.spare, parts, time);
        self.painted |= painted;
        done
    }

    /// Paints a patch of the whole map. Answers whether all are painted.
    fn paint_overview(&mut self, look: &Look) -> bool {
        let (width, height) = look.map();
        let density = (OVERVIEW_PIXELS / (f64::from(width) * f64::from(height)).max(1.0)).sqrt().min(1.0);
        // A map that has grown a little is still shown well.
        let fits = |it: &Sheet| (0.7..1.4).contains(&(it.density / density));
        if let Some(other) = self.overview.take_if(|it| !fits(it)) {
            other.close(&mut self.spare);
        }
        if self.overview.is_none() {
            self.overview = Some(Sheet::new(density, 1.0));
        }
        let (Some(sheet), Some(ink)) = (&mut self.overview, &self.ink) else { return true };
        let whole = Span::whole(look.map(), sheet.density);
        sheet.keep(&whole, &mut self.spare);
        paint_tiles(sheet, &look.shown, ink, &mut self.spare, whole_tiles(&whole), PAINTING_AHEAD).1
    }
}

fn whole_tiles(span: &Span) -> Vec<(Place, Patch)> {
    span.places().map(|place| (place, Patch::WHOLE)).collect()
}

/// Paints what needs it of the `parts` of tiles, a patch at least, until so many milliseconds have passed. Answers whether
/// any was painted, and whether none is left.
fn paint_tiles(
    sheet: &mut Sheet,
    shown: &Shown,
    ink: &Ink,
    spare: &mut Spare,
    parts: Vec<(Place, Patch)>,
    time: f64,
) -> (bool, bool) {
    let end = now() + time;
    let mut painted = false;
    for (place, part) in parts {
        while !sheet.is_fresh(place, part, shown) {
            if painted && now() >= end {
                return (true, false);
            }
            if !sheet.paint(place, part, shown, ink, spare) {
                break;
            }
            painted = true;
        }
    }
    (painted, true)
}

/// The time, in milliseconds.
fn now() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
