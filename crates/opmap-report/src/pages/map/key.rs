//! Key maps: the whole of a map that is printed in parts, with the page of each part (F9).

use opmap_drawing::{
    Face, MapLayout, MapWindow, Mark, Point, Rect, RectMark, Scene, Stroke, TextRole, Tone, lane_marks,
    stage_marks,
};
use opmap_model::{Keyword, WideMaps};

use super::Picture;
use super::legend::{Entry, Legend};
use crate::outline::MapPicture;
use crate::pages::composer::{Composer, MentionForm, Place};
use crate::pages::grid::{BELOW_HEADING, BODY, BODY_STRONG, HEADING, SMALL, SMALL_STRONG, Style, mm};
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
/// How many columns of the page a key has beside others, and its least and largest height.
const KEY_COLUMNS: u8 = 3;
const LEAST_KEY: f32 = mm(24.0);
const MOST_KEY: f32 = mm(80.0);
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

/// A map and the parts in which it is printed, without words.
struct Key {
    /// In words, for those who have the page read aloud.
    words: String,
    ground: Scene,
    parts: Vec<KeyPart>,
}

struct KeyPart {
    /// What it covers, in map units.
    rect: Rect,
    name: String,
    anchor: String,
}

impl Key {
    fn of(picture: &Picture<'_>) -> Self {
        let tiling = &picture.tiling;
        let part = |(row, column)| KeyPart {
            rect: bands(&picture.layout, &tiling.window(row, column)),
            name: picture.part_name(row, column),
            anchor: picture.part_anchor(row, column),
        };
        let words = format!(
            "Key map: the map is printed in {} parts, {} from top to bottom and {} from left to right.",
            tiling.count(),
            tiling.lanes.len(),
            tiling.stages.len(),
        );
        Self { words, ground: ground(&picture.layout), parts: tiling.places().map(part).collect() }
    }

    fn set_ground(&self, composer: &mut Composer<'_>, frame: Frame) {
        composer.page().scene.place(&self.ground, frame.body, frame.scale);
    }

    /// The outlines of the parts, each with its page, which is a link.
    fn set_frames(&self, composer: &mut Composer<'_>, Frame { body, scale }: Frame) {
        let mut items = Vec::new();
        for KeyPart { rect, name, anchor } in &self.parts {
            let (x, y) = (body.x + rect.x * scale, body.y + rect.y * scale);
            let frame = Rect::new(x, y, rect.width * scale, rect.height * scale);
            let stroke = Some(Stroke::solid(Tone::Accent, 1.25));
            let outline = RectMark { rect: frame.grown(-1.0), radius: 2.0, fill: None, stroke };
            let start = composer.next_mark();
            composer.page().scene.marks.push(Mark::Rect(outline));
            let fitting = [PAGE, SMALL_PAGE].into_iter().find(|style| has_room(composer, *style, frame));
            if let Some(style) = fitting {
                let (middle, width) = (frame.center(), composer.mention_width(style, "Page "));
                let top = middle.y - style.leading / 2.0;
                let rect = Rect::new(middle.x - width / 2.0, top, width, style.leading);
                let ground = RectMark { rect, radius: 3.0, fill: Some(Tone::Surface), stroke: None };
                composer.page().scene.marks.push(Mark::Rect(ground));
                let form = MentionForm { before: "Page ", place: Place::CentredAt(middle.x) };
                composer.set_mention(form, top, style, TextRole::Body, anchor);
                items.push(Part::new(PartKind::Item, start..composer.next_mark()));
            }
            composer.link(frame, anchor, name);
        }
        if !items.is_empty() {
            composer.page().parts.push(Part::of(PartKind::List, items));
        }
    }
}

/// Whether a page in this style has room in a frame.
fn has_room(composer: &Composer<'_>, style: Style, frame: Rect) -> bool {
    frame.width >= composer.mention_width(style, "Page ") && frame.height >= style.leading
}

/// The keys of several maps side by side, and what the signs on these maps mean.
#[derive(Default)]
pub(super) struct Keys {
    /// Each with its name and what it shows.
    keys: Vec<(Key, String, MapPicture)>,
    signs: Vec<Entry>,
}

impl Keys {
    /// Adds the key of a map that is printed in a few parts; one in many needs a page of its own.
    pub(super) fn add(&mut self, composer: &Composer<'_>, picture: &Picture<'_>, shown: MapPicture) {
        let is_poster = composer.look.wide_maps == WideMaps::Poster;
        if picture.tiling.count() == 1 || is_poster {
            return;
        }
        let key = Key::of(picture);
        let scale = scale_within(&key.ground, composer.grid.columns(KEY_COLUMNS), LEAST_KEY);
        let frame = |it: &KeyPart| Rect::new(0.0, 0.0, it.rect.width * scale, it.rect.height * scale);
        if key.parts.iter().all(|it| has_room(composer, SMALL_PAGE, frame(it))) {
            let state = picture.layout.map.state.label();
            let name = picture.noted.compared.as_ref().map_or(state, |_| "Differences");
            self.keys.push((key, name.to_owned(), shown));
            let new = Entry::all(&picture.layout, &picture.noted.notes, picture.noted.compared.is_some());
            for entry in new {
                if self.signs.iter().all(|it| it.words() != entry.words()) {
                    self.signs.push(entry);
                }
            }
        }
    }

    /// Sets the keys that were added side by side, as large as there is room for.
    pub(super) fn set(mut self, composer: &mut Composer<'_>) {
        if self.keys.is_empty() {
            return;
        }
        self.signs.push(Entry::in_words("triangle at an edge: the map goes on"));
        let legend = Legend::new(composer, self.signs);
        let level = composer.section().map_or(1, |section| section.level) + 1;
        let rows = self.keys.chunks(usize::from(12 / KEY_COLUMNS));
        let least = HEADING.leading + BELOW_HEADING + BODY_STRONG.leading + LEAST_KEY + BELOW_ENTRY;
        composer.ensure(least + legend.height());
        composer.set_heading("The maps in parts", level, None);
        for row in rows {
            composer.ensure(BODY_STRONG.leading + LEAST_KEY + BELOW_ENTRY + legend.height());
            let height = composer.room() - BODY_STRONG.leading - BELOW_ENTRY - legend.height();
            set_row(composer, row, height.min(MOST_KEY));
        }
        legend.set(composer);
        composer.maps_with_key.extend(self.keys.iter().map(|(.., shown)| *shown));
    }
}

/// Sets keys side by side, each below its name and at most so high.
fn set_row(composer: &mut Composer<'_>, row: &[(Key, String, MapPicture)], height: f32) {
    let (top, width) = (composer.y, composer.grid.columns(KEY_COLUMNS));
    let mut left = composer.grid.left;
    let mut bottom = top;
    for (key, name, _) in row {
        let start = composer.next_mark();
        composer.set_text(left, top, BODY_STRONG, TextRole::Body, name);
        composer.end_part(PartKind::Paragraph, start);
        let body = Point::new(left, top + BODY_STRONG.leading);
        let frame = Frame { body, scale: scale_within(&key.ground, width, height) };
        let start = composer.next_mark();
        key.set_ground(composer, frame);
        composer.end_part(PartKind::Figure(format!("{name}. {}", key.words)), start);
        key.set_frames(composer, frame);
        bottom = bottom.max(body.y + key.ground.height * frame.scale);
        left += width + mm(4.0);
    }
    composer.y = bottom + BELOW_ENTRY;
}

fn scale_within(scene: &Scene, width: f32, height: f32) -> f32 {
    (width / scene.width).min(height / scene.height)
}

/// Sets the key map in what is left of the page but for `below`, and a list of the parts beside it if there is room.
pub(super) fn set(composer: &mut Composer<'_>, picture: &Picture<'_>, below: f32) {
    let layout = &picture.layout;
    let width = composer.grid.content_width() - LANE_NAMES;
    let height = composer.room() - STAGE_NAMES - BELOW - below;
    let key = Key::of(picture);
    let frame = Frame {
        body: Point::new(composer.grid.left + LANE_NAMES, composer.y + STAGE_NAMES),
        scale: scale_within(&key.ground, width, height),
    };
    let start = composer.next_mark();
    key.set_ground(composer, frame);
    set_names(composer, picture, frame);
    composer.end_part(PartKind::Figure(key.words.clone()), start);
    key.set_frames(composer, frame);
    set_list(composer, picture, frame.body.x + layout.width * frame.scale + LIST.0, below);
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

/// The parts with their stages and lanes, if all of them fit above what stands `below`.
fn set_list(composer: &mut Composer<'_>, picture: &Picture<'_>, left: f32, below: f32) {
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
    if width < LIST.1 || total > composer.room() - below {
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
