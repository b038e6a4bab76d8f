//! Where the badges and the words of connectors go.
//!
//! Both stand where there is never a box: at crossings of gutters, along row gutters and over empty slots. Of such
//! places the first takes that no other badge or label has.

use std::ops::Range;

use opmap_model::Connector;

use super::ground::{Clear, Ground, Stem, Stems};
use super::kept::{Kept, Placed};
use super::plan::{Plan, Plans, Way};
use super::reading::Reading;
use super::route::{Trace, Tracer};
use super::{Badge, Route, RouteClass, RouteLabel, SMALL_TEXT};
use crate::{Face, Fonts, Point, Rect};

/// Width and height of a badge.
const BADGE_SIZE: (f32, f32) = (28.0, 17.0);
/// How much wider a badge is for each of its signs: no owner, rework.
const SIGN_WIDTH: f32 = 12.0;
/// How far the middle of a badge lies from a line that it stands beside.
const BESIDE: f32 = 27.0;
/// How far inside a badge its line is at least.
const ON_LINE: f32 = 1.0;
/// In how many parts a piece along a row gutter is divided by the places that are tried.
const PARTS: u8 = 16;
/// How much may speak against a place for it to be looked at, if none is free for which less does.
const REACHES: [f32; 3] = [60.0, 240.0, f32::INFINITY];
/// How many places on either side of a point are tried where a map is crowded.
const ASIDE: u8 = 250;
/// Height of a label.
const LABEL_HEIGHT: f32 = 14.0;
/// Widest text of a label, and of one where that has no room.
const LABEL_WIDTHS: [f32; 2] = [140.0, 64.0];
/// Room left and right of the text of a label.
const LABEL_PAD: f32 = 3.0;

/// Brings every route to where it is, and gives every handoff its badge and every connector with words its label, as far
/// as there is room; a map of folded stages may be narrower than a badge. Answers what has become of each route, and what
/// was looked at for its badge, which takes over what is kept from a former layout and comes out the same without.
// An engine that compiles while it runs has less to wait for where long passes are functions of their own.
#[inline(never)]
pub(super) fn place(
    routes: &mut [Route],
    tracer: &mut Tracer<'_>,
    reading: &Reading,
    plans: &Plans,
    mut ground: Ground<'_>,
    mut kept: Option<Kept<'_>>,
    fonts: &Fonts,
) -> (Vec<Trace>, Vec<Option<Rect>>) {
    let width = |filled| fonts.width(Face::SemiBold, SMALL_TEXT.0, &Badge::words(filled));
    let text_widths: Vec<f32> = (0..=Connector::PARTS).map(width).collect();
    let connectors = reading.connectors.items();
    let mut places = Vec::new();
    let mut labelled = Vec::new();
    let (mut traces, mut sought) = (Vec::with_capacity(routes.len()), Vec::with_capacity(routes.len()));
    for (at, (route, plan)) in routes.iter_mut().zip(&plans.plans).enumerate() {
        let mut trace = tracer.trace(plan, route);
        let former = route.badge.take();
        // Of several connectors at a folded cell no single one is complete or not.
        let connector = &connectors[plan.connector as usize];
        let (filled, owner_missing) = (connector.filled, connector.owner_missing);
        let rework = plan.class == RouteClass::Rework;
        let signs = f32::from(u8::from(owner_missing) + u8::from(rework));
        let width = BADGE_SIZE.0 + signs * SIGN_WIDTH;
        let wanted = plan.handoff && plan.bundled == 1 && ground.fits(width);
        let fitting = former.filter(|it| wanted && (it.rework, it.owner_missing) == (rework, owner_missing));
        let stays = kept.as_ref().zip(fitting).and_then(|(kept, it)| kept.badge(it.rect, &trace));
        let placed = if let Some((rect, _)) = stays {
            ground.take(rect);
            stays
        } else {
            let placed = if wanted { ground.badge(route, plan, width, &mut places) } else { None };
            kept.iter_mut().for_each(|it| it.placed(former.map(|it| it.rect), placed.map(|it| it.0)));
            placed
        };
        let text_width = text_widths[usize::from(filled)];
        route.badge = placed.map(|(rect, _)| Badge { rect, filled, owner_missing, rework, text_width });
        sought.push(placed.and_then(|it| it.1));
        let moved = |it: Badge| Some(Badge { rect: it.rect.moved(trace.by?), ..it });
        trace.is_alike &= route.badge == former.and_then(moved);
        traces.push(trace);
        if route.label.is_some() || connector.label.is_some() {
            labelled.push(at);
        }
    }
    for at in labelled {
        let (route, plan, trace) = (&mut routes[at], &plans.plans[at], &mut traces[at]);
        let former = route.label.take();
        if let (Some(words), 1) = (&connectors[plan.connector as usize].label, plan.bundled) {
            route.label = ground.label(route, plan, words, fonts);
        }
        let moved = |it: RouteLabel| Some(RouteLabel { rect: it.rect.moved(trace.by?), ..it });
        trace.is_alike &= route.label == former.and_then(moved);
    }
    (traces, sought)
}

/// A place on a line where a badge may stand.
#[derive(Debug, Clone, Copy)]
struct Spot {
    /// How far it is from the best place, and what else speaks against it.
    penalty: f32,
    at: Point,
    /// A row that it is in, which must be open beside a stem, by its index.
    row: Option<(usize, u32)>,
}

impl Ground<'_> {
    /// The place of a badge: on its line where that is free, between neighbours beside it. What was looked at to find it
    /// is told where nothing else could have made a difference. Takes room for spots.
    fn badge(&mut self, route: &Route, plan: &Plan, width: f32, spots: &mut Vec<Spot>) -> Option<Placed> {
        let stems = self.stems(plan, route);
        let neighbours =
            plan.way == Way::Column && stems.iter().flatten().all(|stem| stem.gutters.len() == 1);
        let mut covering = None;
        let beside = |clear: Clear| self.free_beside(&stems, width, clear);
        let mut near = |clear: Clear| {
            let first = if neighbours { beside(clear) } else { None };
            first.or_else(|| {
                let on_line = self.free_on(route, plan, &stems, width, clear, spots);
                on_line.map_err(|it| covering = covering.or(it)).ok()
            })
        };
        self.sought.set(None);
        let (rect, looked_at) = match near(Clear::OfCorners) {
            Some(rect) => (rect, self.sought.get()),
            // A badge at the corner of a step is still better than one over another, and that better than none.
            None => {
                let next = beside(Clear::OfCorners).or_else(|| near(Clear::OfMarks));
                let next = next.or_else(|| beside(Clear::OfMarks));
                (next.or_else(|| self.free_anywhere(route.middle(), width)).or(covering)?, None)
            }
        };
        self.take(rect);
        Some((rect, looked_at))
    }

    /// The best free place on the line: where it crosses a row gutter or runs between empty slots, near its middle;
    /// then along a row gutter.
    ///
    /// # Errors
    /// The best place that is not free, when none is.
    fn free_on(
        &self,
        route: &Route,
        plan: &Plan,
        stems: &Stems,
        width: f32,
        clear: Clear,
        spots: &mut Vec<Spot>,
    ) -> Result<Rect, Option<Rect>> {
        let mut covering = None;
        // Most often one of the nearest is free, so that the others need not be looked at.
        for reach in REACHES {
            self.find_spots(route, plan, stems, width, reach, spots);
            for Spot { penalty, at, row } in &*spots {
                let open = |(index, row): (usize, u32)| {
                    stems[index].as_ref().is_some_and(|stem| self.is_open(stem, row))
                };
                if !row.is_none_or(open) {
                    continue;
                }
                let rect = Rect::new(at.x - width / 2.0, at.y - BADGE_SIZE.1 / 2.0, width, BADGE_SIZE.1);
                let rect = self.within(rect);
                if self.is_free(&rect, clear) {
                    // A better place would have to be nearer to the middle.
                    let middle = route.middle();
                    self.look_at(Rect::new(middle.x, middle.y, 0.0, 0.0).grown(penalty + width));
                    return Ok(rect);
                }
                covering.get_or_insert(rect);
            }
        }
        Err(covering)
    }

    /// The places on the line with at most so much against them, the best first.
    fn find_spots(
        &self,
        route: &Route,
        plan: &Plan,
        stems: &Stems,
        width: f32,
        reach: f32,
        spots: &mut Vec<Spot>,
    ) {
        let middle = route.middle();
        spots.clear();
        let mut add = |extra: f32, at: Point, row| {
            let penalty = extra + (at.x - middle.x).abs() + (at.y - middle.y).abs();
            if penalty <= reach {
                spots.push(Spot { penalty, at, row });
            }
        };
        for (index, stem) in stems.iter().flatten().enumerate() {
            for gutter in those_near(&stem.gutters, |it| self.gutter_middle(it), middle.y, reach) {
                let y = self.gutter_middle(gutter);
                add(0.0, Point::new(stem.x, y), None);
                // Beside the middle it still lies on its line, and may be clear of the corner of a step.
                for aside in [1.0, -1.0] {
                    add(6.0, Point::new(stem.x + aside * (width / 2.0 - ON_LINE), y), None);
                }
            }
            for row in those_near(&self.rows_passed(stem), |it| self.row_middle(it), middle.y, reach) {
                add(20.0, Point::new(stem.x, self.row_middle(row)), Some((index, row)));
            }
        }
        if let Some((left, right, y)) = self.level(plan, route) {
            for part in 1..PARTS {
                let x = left + (right - left) * f32::from(part) / f32::from(PARTS);
                add(60.0, Point::new(x, y), None);
            }
        }
        spots.sort_by(|a, b| a.penalty.total_cmp(&b.penalty));
    }

    /// The first free place beside the line, where it crosses row gutters.
    fn free_beside(&self, stems: &Stems, width: f32, clear: Clear) -> Option<Rect> {
        let distance = BESIDE + (width - BADGE_SIZE.0) / 2.0;
        let at = |x: f32, gutter: u32| {
            let y = self.gutter_middle(gutter);
            self.within(Rect::new(x - width / 2.0, y - BADGE_SIZE.1 / 2.0, width, BADGE_SIZE.1))
        };
        let at_stem = |side: f32, stem: &Stem| {
            let x = stem.x + side * distance;
            stem.gutters.clone().map(|gutter| at(x, gutter)).find(|it| self.is_free(it, clear))
        };
        let farthest: u8 = if clear == Clear::OfCorners { 3 } else { 5 };
        let mut sides = (4..=4 * farthest).map(|it| f32::from(it) / 4.0).flat_map(|it| [it, -it]);
        sides.find_map(|side| stems.iter().flatten().find_map(|stem| at_stem(side, stem)))
    }

    /// The free place in a row gutter that is nearest to a point, on a map too crowded for anything better.
    fn free_anywhere(&self, near: Point, width: f32) -> Option<Rect> {
        let mut gutters: Vec<f32> = self.gutters().map(|it| self.gutter_middle(it)).collect();
        gutters.sort_by(|a, b| (a - near.y).abs().total_cmp(&(b - near.y).abs()));
        let at = |x: f32, y: f32| {
            self.within(Rect::new(x - width / 2.0, y - BADGE_SIZE.1 / 2.0, width, BADGE_SIZE.1))
        };
        gutters.into_iter().find_map(|y| {
            let sides = (0..ASIDE).map(|it| f32::from(it) * 4.0).flat_map(|it| [it, -it]);
            sides.map(|aside| at(near.x + aside, y)).find(|it| self.is_free(it, Clear::OfMarks))
        })
    }

    /// The label of a route: as many of its words as there is a free place for, or else a sign that there are some.
    fn label(&mut self, route: &Route, plan: &Plan, words: &str, fonts: &Fonts) -> Option<RouteLabel> {
        let cut = |most: f32| fonts.cut(Face::Regular, SMALL_TEXT.0, words, most);
        let mut texts = LABEL_WIDTHS.map(cut).into_iter().chain(["…".to_owned()]);
        let label = texts.find_map(|text| {
            let width = fonts.width(Face::Regular, SMALL_TEXT.0, &text) + 2.0 * LABEL_PAD;
            let places = if self.fits(width) { self.label_places(route, plan, width) } else { Vec::new() };
            let free = |clear: Clear| {
                places.iter().map(|rect| self.within(*rect)).find(|rect| self.is_free(rect, clear))
            };
            let rect = free(Clear::OfCorners).or_else(|| free(Clear::OfMarks))?;
            Some(RouteLabel { rect, text })
        })?;
        self.take(label.rect);
        Some(label)
    }

    /// Places for a label, those near the start of the route first.
    fn label_places(&self, route: &Route, plan: &Plan, width: f32) -> Vec<Rect> {
        let mut places = Vec::new();
        let rect = |x: f32, y: f32| Rect::new(x, y, width, LABEL_HEIGHT);
        for stem in self.stems(plan, route).into_iter().flatten() {
            let mut gutters: Vec<u32> = stem.gutters.collect();
            if route.points.first().map(|it| it.y) > route.points.last().map(|it| it.y) {
                gutters.reverse();
            }
            for gutter in gutters {
                let y = self.gutter_middle(gutter) - LABEL_HEIGHT / 2.0;
                places.extend([rect(stem.x + 4.0, y), rect(stem.x - 4.0 - width, y)]);
            }
        }
        if let Some((left, right, y)) = self.level(plan, route) {
            places.push(rect(f32::midpoint(left, right) - width / 2.0, y - LABEL_HEIGHT / 2.0));
        }
        if let [.., start, end] = &*route.points
            && start.y == end.y
        {
            let (left, right) = (start.x.min(end.x), start.x.max(end.x));
            let middle = f32::midpoint(left, right) - width / 2.0;
            // The last piece of a line lies outside all boxes, and so does what stands right above it.
            if right - left >= width + 8.0 {
                places.push(rect(middle, start.y - LABEL_HEIGHT - 1.0));
            }
            for gutter in self.gutters_beside(plan.to) {
                places.push(rect(middle, self.gutter_middle(gutter) - LABEL_HEIGHT / 2.0));
            }
        }
        places
    }
}

/// Of some rows or gutters, whose middles grow, those with a middle at most so far from a place.
fn those_near(all: &Range<u32>, middle: impl Fn(u32) -> f32, at: f32, reach: f32) -> Range<u32> {
    let first_behind = |place: f32| {
        let (mut low, mut high) = (all.start, all.end.max(all.start));
        while low < high {
            let half = u32::midpoint(low, high);
            if middle(half) < place { low = half + 1 } else { high = half }
        }
        low
    };
    first_behind(at - reach)..first_behind((at + reach).next_up())
}
