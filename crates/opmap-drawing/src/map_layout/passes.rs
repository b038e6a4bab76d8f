//! From what was read to a layout, in passes over all of it.

use opmap_model::MapKey;

use super::changed::{Followed, Formerly, Found, Frame};
use super::ground::Ground;
use super::kept::Kept;
use super::reading::{Reading, Stood};
use super::route::Course;
use super::slots::Slots;
use super::steady::Steady;
use super::tracks::Tracks;
use super::{Folded, MapLayout, badge, blueprint, boxes, measure, plan, route, shared};
use crate::{Fonts, Rect};

/// A layout that another follows, and where the records of the map stood in it, if that is known.
pub(super) struct Former {
    pub(super) layout: MapLayout,
    pub(super) stood: Option<Stood>,
}

/// Lays out what was read, and takes over what it can of a former layout. With it come the areas outside which it looks as
/// that one.
pub(super) fn lay_out(
    map: MapKey,
    reading: Reading,
    folded: &Folded,
    mut former: Option<Former>,
    fonts: &Fonts,
) -> (MapLayout, Vec<Rect>) {
    // What is drawn is taken out of the former layout and becomes part of this one.
    let drawn = former.as_mut().map(|it| &mut it.layout);
    let drawn = drawn.map(|it| (std::mem::take(&mut it.boxes), std::mem::take(&mut it.routes)));
    let former = former.as_ref();
    let before = former.map(|it| &it.layout);

    let slots = Slots::new(&reading, folded);
    let plans = plan::plan(&reading, &slots);
    let vertical = Tracks::assign(&plans.vertical, &slots.column_keys, before.map(|it| &it.vertical));
    let horizontal = Tracks::assign(&plans.horizontal, &slots.row_keys, before.map(|it| &it.horizontal));
    let columns = measure::columns(&slots, &vertical.counts);
    let heads = measure::lane_heads(&reading, &slots, fonts);
    let rows = measure::rows(&reading, &slots, &heads, &measure::off_border(&horizontal.counts));
    let axes = [&columns, &rows];

    let stages = measure::stage_bands(&reading, &slots, &columns, fonts);
    let lanes = measure::lane_bands(&reading, &slots, &rows, heads);
    let lines = blueprint::lines(&lanes, fonts);
    let folded_cells = boxes::folded_cells(&reading, &slots, axes, fonts);

    let followed = former.and_then(|it| Some(Followed { layout: &it.layout, stood: it.stood.as_ref()? }));
    let steady = followed.map(|it| Steady::new(it, &reading, &slots, &stages, axes));
    let formerly = followed.zip(steady.as_ref()).zip(drawn).map(|((followed, steady), (boxes, routes))| {
        (Formerly { followed, steady, drawn: boxes }, Formerly { followed, steady, drawn: routes })
    });
    let (boxes_before, routes_before) = formerly.unzip();
    let frame = Frame {
        size: (columns.end(), rows.end()),
        stages: &stages,
        lanes: &lanes,
        lines: &lines,
        folded_cells: &folded_cells,
    };
    let mut found = Found::new(&before.map_or(frame, Frame::from), &frame, followed.is_some());
    let (boxes, box_traces) = boxes::boxes(&reading, &slots, axes, boxes_before, &mut found);
    let rects: Vec<Rect> =
        boxes.iter().map(|it| it.rect).chain(folded_cells.iter().map(|it| it.rect)).collect();
    let course = Course {
        plans: &plans,
        slots: &slots,
        rects: &rects,
        columns: (&columns, &vertical),
        rows: (&rows, &horizontal),
    };
    let mut badges_gone = Vec::new();
    let (mut routes, mut tracer) = route::routes(&reading, course, routes_before, |it| {
        found.add(it.extent());
        badges_gone.extend(it.badge.map(|it| it.rect));
    });
    let ground = Ground::new(&plans, &slots, axes, &boxes);
    let kept = followed.and_then(|it| Kept::new(it, &slots, axes, &box_traces, &badges_gone));
    let (traces, sought) = badge::place(&mut routes, &mut tracer, &reading, &plans, ground, kept, fonts);
    let route_tracks = tracer.tracks;
    let route_extents = route::extents(&routes, &traces, followed, &mut found);

    let now = MapLayout {
        map,
        width: columns.end(),
        height: rows.end(),
        head_height: measure::head_height(&stages),
        lines,
        route_tracks,
        route_extents,
        route_of: plans.of_connector,
        phases: shared::phase_bands(&reading, &stages, fonts),
        stages,
        groups: shared::lane_groups(&reading, &lanes, fonts),
        lanes,
        boxes,
        folded_cells,
        routes,
        sought,
        reading,
        folded: folded.clone(),
        columns,
        rows,
        slots,
        vertical,
        horizontal,
    };
    (now, found.areas())
}
