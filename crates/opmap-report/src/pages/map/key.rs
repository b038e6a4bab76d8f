//! The key map: the whole of a map that is printed in parts, with the page of each part (F9).

use opmap_drawing::{
    Face, MapLayout, MapWindow, Mark, Point, Rect, RectMark, Scene, Stroke, TextRole, Tone, lane_marks,
    map_description, stage_marks,
};

use super::Picture;
use crate::pages::composer::{Composer, MentionForm, Place};
use crate::pages::grid::{BODY, BODY_STRONG, SMALL, SMALL_STRONG, Style, mm};
use crate::{Part, PartKind};

/// The column of lane names.
const LANE_NAMES: f32 = mm(30.0);
/// The row of stage names.
const STAGE_NAMES: f32 = 16.0;
/// Room between the map and the footer.
const BELOW: f32 = mm(2.0);
/// A lane has its name where it is at least so high.
const LEAST_LANE: f32 = 10.5;
/// Room between a name and the edge of what it names.
const PADDING: f32 = 4.0;
/// Room between the map and the list of its parts, and the least width of the list.
const LIST: (f32, f32) = (mm(10.0), mm(55.0));
/// Room below an entry of the list.
const BELOW_ENTRY: f32 = mm(3.0);

const PAGE: Style = Style { face: Face::SemiBold, size: 9.0, leading: 13.0, tone: Tone::Accent };
const SMALL_PAGE: Style = Style { tone: Tone::Accent, ..SMALL_STRONG };

/// Where the map is drawn.
#[derive(Clone, Copy)]
struct Frame {
    /// Left top corner of the body, without the names.
    body: Point,
    /// Points for each map unit.
    scale: f32,
}

/// Sets the key map in what is left of the page, and a list of the parts beside it if there is room.
pub(super) fn set(composer: &mut Composer<'_>, picture: &Picture<'_>) {
    let layout = &picture.layout;
    let (width, height) = (composer.grid.content_width() - LANE_NAMES, composer.room() - STAGE_NAMES - BELOW);
    let frame = Frame {
        body: Point::new(composer.grid.left + LANE_NAMES, composer.y + STAGE_NAMES),
        scale: (width / layout.width).min(height / layout.height),
    };
    let start = composer.next_mark();
    composer.page().scene.place(&ground(layout), frame.body, frame.scale);
    set_names(composer, picture, frame);
    let words = format!(
        "Key map: the map is printed in {} parts, {} from top to bottom and {} from left to right.\n{}",
        picture.tiling.count(),
        picture.tiling.lanes.len(),
        picture.tiling.stages.len(),
        map_description(picture.document, layout.map)
    );
    composer.end_part(PartKind::Figure(words), start);
    set_frames(composer, picture, frame);
    set_list(composer, picture, frame.body.x + layout.width * frame.scale + LIST.0);
}

/// Lanes, stages and steps without words, in map units.
fn ground(layout: &MapLayout) -> Scene {
    let mut scene = Scene::new(layout.width, layout.height);
    for lane in &layout.lanes {
        scene.marks.extend(lane_marks(lane, 0.0, layout.width));
    }
    for stage in &layout.stages {
        scene.marks.extend(stage_marks(stage, 0.0, layout.height));
    }
    scene.marks.extend(layout.boxes.iter().map(|step| {
        Mark::Rect(RectMark { rect: step.rect, radius: 6.0, fill: Some(Tone::Line2), stroke: None })
    }));
    scene
}

fn set_names(composer: &mut Composer<'_>, picture: &Picture<'_>, Frame { body, scale }: Frame) {
    let stages: Vec<(f32, f32, usize, String)> = picture
        .layout
        .stages
        .iter()
        .zip(&picture.view.stages)
        .map(|(band, (_, it))| (band.x, band.width, band.number, format!("{} {}", band.number, it.title)))
        .collect();
    // All names or none, so that the row reads evenly.
    let named =
        stages.iter().all(|(_, width, _, words)| composer.width(SMALL, words) <= width * scale - PADDING);
    for (x, width, number, words) in stages {
        let words = if named { words } else { number.to_string() };
        if composer.width(SMALL, &words) <= width * scale - PADDING {
            composer.set_text(body.x + x * scale, body.y - STAGE_NAMES, SMALL, TextRole::Label, &words);
        }
    }
    for (band, (_, lane)) in picture.layout.lanes.iter().zip(&picture.view.lanes) {
        if band.height * scale >= LEAST_LANE {
            let words = composer.shortened(SMALL, lane.title.as_str(), LANE_NAMES - PADDING);
            let top = body.y + (band.y + band.height / 2.0) * scale - SMALL.leading / 2.0;
            composer.set_text(composer.grid.left, top, SMALL, TextRole::Label, &words);
        }
    }
}

/// What the stages and lanes of a part cover, without what it shares with its neighbours.
fn bands(layout: &MapLayout, part: &MapWindow) -> Rect {
    let (stages, lanes) = (&layout.stages[part.stages.clone()], &layout.lanes[part.lanes.clone()]);
    let (x, y) = (stages.first().map_or(0.0, |it| it.x), lanes.first().map_or(0.0, |it| it.y));
    let right = stages.last().map_or(x, |it| it.x + it.width);
    let bottom = lanes.last().map_or(y, |it| it.y + it.height);
    Rect::new(x, y, right - x, bottom - y)
}

/// The outlines of the parts, each with its page, which is a link.
fn set_frames(composer: &mut Composer<'_>, picture: &Picture<'_>, Frame { body, scale }: Frame) {
    let mut items = Vec::new();
    for (row, column) in picture.tiling.places() {
        let part = bands(&picture.layout, &picture.tiling.window(row, column));
        let (x, y) = (body.x + part.x * scale, body.y + part.y * scale);
        let frame = Rect::new(x, y, part.width * scale, part.height * scale);
        let stroke = Some(Stroke::solid(Tone::Accent, 1.25));
        let outline = RectMark { rect: frame.grown(-1.0), radius: 2.0, fill: None, stroke };
        let start = composer.next_mark();
        composer.page().scene.marks.push(Mark::Rect(outline));
        let anchor = picture.part_anchor(row, column);
        let style = [PAGE, SMALL_PAGE].into_iter().find(|style| {
            frame.width >= composer.mention_width(*style, "Page ") && frame.height >= style.leading
        });
        if let Some(style) = style {
            let (middle, width) = (frame.center(), composer.mention_width(style, "Page "));
            let top = middle.y - style.leading / 2.0;
            let rect = Rect::new(middle.x - width / 2.0, top, width, style.leading);
            let ground = RectMark { rect, radius: 3.0, fill: Some(Tone::Surface), stroke: None };
            composer.page().scene.marks.push(Mark::Rect(ground));
            let form = MentionForm { before: "Page ", place: Place::CentredAt(middle.x) };
            composer.set_mention(form, top, style, TextRole::Body, &anchor);
            items.push(Part::new(PartKind::Item, start..composer.next_mark()));
        }
        composer.link(frame, &anchor, &picture.part_name(row, column));
    }
    if !items.is_empty() {
        composer.page().parts.push(Part::of(PartKind::List, items));
    }
}

/// The parts with their stages and lanes, if all of them fit.
fn set_list(composer: &mut Composer<'_>, picture: &Picture<'_>, left: f32) {
    let width = composer.grid.right - left;
    let entries: Vec<(usize, usize, Vec<String>)> = picture
        .tiling
        .places()
        .map(|(row, column)| {
            let extent = picture.extent(&picture.tiling.window(row, column));
            (row, column, composer.wrap(BODY, &extent, width))
        })
        .collect();
    let height = |lines: &[String]| lines.iter().map(|_| BODY.leading).sum::<f32>();
    let total: f32 =
        entries.iter().map(|(.., lines)| BODY_STRONG.leading + height(lines) + BELOW_ENTRY).sum();
    if width < LIST.1 || total > composer.room() {
        return;
    }
    let mut items = Vec::new();
    for (row, column, lines) in entries {
        let start = composer.next_mark();
        let (top, anchor) = (composer.y, picture.part_anchor(row, column));
        composer.set_line(left, BODY_STRONG, TextRole::Body, &picture.part_name(row, column));
        let form = MentionForm { before: "Page ", place: Place::EndingAt(composer.grid.right) };
        let drop = composer.baseline(BODY_STRONG) - composer.baseline(SMALL_PAGE);
        composer.set_mention(form, top + drop, SMALL_PAGE, TextRole::Body, &anchor);
        for line in &lines {
            composer.set_line(left, BODY, TextRole::Body, line);
        }
        composer.link(
            Rect::new(left, top, width, composer.y - top),
            &anchor,
            &picture.part_name(row, column),
        );
        composer.y += BELOW_ENTRY;
        items.push(Part::new(PartKind::Item, start..composer.next_mark()));
    }
    composer.page().parts.push(Part::of(PartKind::List, items));
}
