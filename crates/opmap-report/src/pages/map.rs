//! Journey maps: one page where steps stay legible, else parts and a key to them (F9).

mod description;
mod key;
mod legend;
mod tiles;

use opmap_analysis::{Overlay, merged};
use opmap_drawing::{
    MapLayout, MapNotes, MapSceneOptions, MapWindow, Mark, PathMark, Point, Rect, Segment, StageTimes,
    TextRole, Tone, add_channel_changes, add_friction, add_roles, difference_notes, map_description,
    map_layout, map_scene, overlay_words, stage_times,
};
use opmap_model::{Document, Keyword, MapKey, MapView, RecordId, RecordKey, Title, WideMaps};

use super::composer::{Composer, MentionForm, Place};
use super::grid::{BODY_STRONG, SMALL, SMALL_STRONG, Style, TITLE, mm};
use crate::outline::{Block, MapPicture, Outline, step_anchor};
use crate::{Anchor, Bookmark, PartKind};
use key::Keys;
use legend::{Entry, Legend};
use tiles::{Poster, Room, Tiling};

/// Room between the words above a part of a map and the part.
const ABOVE_PART: f32 = mm(3.2);
/// Height and width of the marks at a cut.
const CUT_MARK: (f32, f32) = (mm(2.0), mm(6.0));

/// Sets a map below the title of its section, on as many pages as it takes.
pub(super) fn set(composer: &mut Composer<'_>, document: &Document, shown: MapPicture) {
    let title = composer.section().map_or("", |it| it.title.as_str());
    with_picture(composer, document, (shown, title), |composer, picture| picture.set(composer, shown));
}

/// Sets the keys of those of the maps that are printed in parts, each below the title of its own section in `outline`.
pub(super) fn set_keys(
    composer: &mut Composer<'_>,
    document: &Document,
    outline: &Outline,
    shown: &[MapPicture],
) {
    let mut keys = Keys::default();
    for shown in shown {
        let block = Block::Map(*shown);
        if let Some(section) = outline.sections.iter().find(|it| it.blocks.contains(&block)) {
            let shown = (*shown, section.title.as_str());
            with_picture(composer, document, shown, |composer, picture| keys.add(composer, picture, shown.0));
        }
    }
    keys.set(composer);
}

/// Lays a map out for pages below the title of its section, and does something with it.
fn with_picture(
    composer: &mut Composer<'_>,
    document: &Document,
    (shown, title): (MapPicture, &str),
    then: impl FnOnce(&mut Composer<'_>, &mut Picture<'_>),
) {
    match shown {
        MapPicture::State(map) => {
            let mut notes = MapNotes::default();
            add_roles(&mut notes, document, map, composer.fonts);
            add_friction(&mut notes, document, map);
            add_channel_changes(&mut notes, document, map);
            let noted = Noted { notes, compared: None };
            then(composer, &mut Picture::new(composer, document, (map, title), noted));
        }
        MapPicture::Differences { journey, before, after } => {
            let merged = merged(document, journey, before, after);
            let words = format!("{}, compared with {}.", after.label(), before.label().to_lowercase());
            let notes = difference_notes(&merged, composer.fonts);
            let noted = Noted { notes, compared: Some(words) };
            then(composer, &mut Picture::new(composer, &merged.document, (merged.map, title), noted));
        }
    }
}

/// What is said on a map beside what it shows.
struct Noted {
    notes: MapNotes,
    /// Which two states it shows, in words; none on the map of a single one.
    compared: Option<String>,
}

struct Picture<'d> {
    document: &'d Document,
    layout: MapLayout,
    times: StageTimes,
    view: MapView<'d>,
    tiling: Tiling,
    legend: Legend,
    noted: Noted,
}

impl<'d> Picture<'d> {
    fn new(
        composer: &Composer<'_>,
        document: &'d Document,
        (map, title): (MapKey, &str),
        noted: Noted,
    ) -> Self {
        let layout = map_layout(document, map, composer.fonts);
        let legend = Legend::new(composer, Entry::all(&layout, &noted.notes, noted.compared.is_some()));
        let width = composer.grid.content_width();
        let below_title = composer.grid.bottom - composer.grid.top - composer.title_height(title, TITLE);
        let whole = Room { width, height: below_title - legend.height() };
        let part = Room { width, height: below_title - BODY_STRONG.leading - ABOVE_PART };
        let tiling = Tiling::of(&layout, whole, part);
        let times = stage_times(document, &layout, composer.fonts);
        Self { document, layout, times, view: document.map_view(map), tiling, legend, noted }
    }

    fn set(&mut self, composer: &mut Composer<'_>, shown: MapPicture) {
        let is_cut = self.tiling.count() > 1;
        if is_cut && composer.look.wide_maps == WideMaps::Poster && self.set_poster(composer) {
            return;
        }
        if !is_cut {
            let height = composer.room() - self.legend.height();
            self.tiling =
                Tiling::on_page(&self.layout, Room { width: composer.grid.content_width(), height });
            self.set_window(composer, &MapWindow::WHOLE, self.tiling.scale);
            self.legend.set(composer);
            return;
        }
        let has_key = composer.maps_with_key.contains(&shown);
        if !has_key {
            self.set_key(composer);
        }
        for (index, (row, column)) in self.tiling.places().enumerate() {
            if !has_key || index > 0 {
                composer.continue_section();
            }
            self.set_part(composer, row, column);
        }
    }

    /// Draws a window on the map at the current place, which is left below it. Its steps can be linked to.
    fn set_window(&self, composer: &mut Composer<'_>, window: &MapWindow, scale: f32) {
        let scene = map_scene(
            &self.layout,
            &MapSceneOptions {
                window: window.clone(),
                times: self.times.clone(),
                notes: self.noted.notes.clone(),
                ..MapSceneOptions::default()
            },
        );
        let at = Point::new(composer.grid.left, composer.y);
        let start = composer.next_mark();
        composer.page().scene.place(&scene, at, scale);
        let words = match self.tiling.count() {
            1 => map_description(self.document, self.layout.map),
            _ => description::of_part(self.document, &self.layout, &self.view, window),
        };
        let words = match &self.noted.compared {
            Some(compared) => format!("{compared} {words}"),
            None => words,
        };
        let is_heated = self.noted.notes.steps.values().any(|it| it.heat.is_some());
        let changes_channel = self.noted.notes.routes.values().any(|it| it.channel.is_some());
        let said = [(is_heated, Overlay::Friction), (changes_channel, Overlay::ChannelSwitches)];
        let found = said.iter().filter(|it| it.0).map(|it| self.found_words(it.1));
        let words = std::iter::once(words).chain(found).collect::<Vec<_>>().join(" ");
        composer.end_part(PartKind::Figure(words), start);

        let (shown, head) = (window.rect(&self.layout), self.layout.headers());
        // Links to a step lead to the map of its own state.
        let steps = self.layout.boxes_in(shown).filter(|_| self.noted.compared.is_none());
        for step in steps {
            let y = at.y + (head.y + step.rect.y - shown.y) * scale;
            composer.page().anchors.push(Anchor { name: step_anchor(step.id), y });
            let x = at.x + (head.x + step.rect.x - shown.x) * scale;
            let area = Rect::new(x, y, step.rect.width * scale, step.rect.height * scale);
            composer.page().records.push((area, RecordId::Step(step.id)));
        }
        composer.y += scene.height * scale;
    }

    /// What an overlay finds on the whole map, in a sentence.
    fn found_words(&self, overlay: Overlay) -> String {
        overlay_words(self.document, self.layout.map, overlay).found.join(" ")
    }

    /// Sets the whole map on one page that is as large as it needs to be; false where that is larger than the largest
    /// paper.
    fn set_poster(&mut self, composer: &mut Composer<'_>) -> bool {
        let grid = composer.grid;
        // What stands around the map is as large on any page; the title needs no more lines where there is more room.
        let around = Room {
            width: grid.width - grid.content_width(),
            height: composer.y + self.legend.height() + grid.height - grid.bottom,
        };
        let Some(poster) = Poster::of(&self.layout, around, (grid.width, grid.height)) else { return false };
        composer.enlarge_page(poster.width, poster.height);
        self.tiling = Tiling::whole(&self.layout, poster.scale);
        self.set_window(composer, &MapWindow::WHOLE, poster.scale);
        self.legend.set(composer);
        true
    }

    fn set_key(&self, composer: &mut Composer<'_>) {
        let (left, width) = (composer.grid.left, composer.grid.columns(9));
        let words = format!(
            "The map is larger than a page. It is printed in {} parts that meet at the edges marked with a \
             triangle; the numbers lead to their pages.",
            self.tiling.count()
        );
        composer.set_paragraph(left, width, SMALL, &words);
        composer.y += mm(3.0);
        key::set(composer, self, self.legend.height());
        composer.y = composer.grid.bottom - self.legend.height();
        self.legend.set(composer);
    }

    fn set_part(&self, composer: &mut Composer<'_>, row: usize, column: usize) {
        let window = self.tiling.window(row, column);
        let words = format!("{}: {}", self.part_name(row, column), self.extent(&window));
        let level = composer.section().map_or(1, |section| section.level) + 1;
        let y = composer.y;
        let anchor = Anchor { name: self.part_anchor(row, column), y };
        composer.page().anchors.push(anchor);
        composer.page().bookmarks.push(Bookmark { title: words.clone(), level, y });

        let ways = self.ways(row, column);
        let room = composer.grid.content_width() - ways_width(composer, &ways);
        let words = composer.shortened(BODY_STRONG, &words, room);
        composer.set_text(composer.grid.left, y, BODY_STRONG, TextRole::Heading(level), &words);
        set_ways(composer, &ways);

        composer.y = y + BODY_STRONG.leading + ABOVE_PART;
        let top = composer.y;
        self.set_window(composer, &window, self.tiling.scale);
        let drawn = window.rect(&self.layout);
        let scale = self.tiling.scale;
        let width = (self.layout.headers().x + drawn.width) * scale;
        let frame = Rect::new(composer.grid.left, top, width, composer.y - top);
        for (way, _) in &ways {
            mark_cut(composer, frame, *way);
        }
        if composer.room() >= self.legend.height() {
            self.legend.set(composer);
        }
    }

    /// The name of the anchor of a part.
    fn part_anchor(&self, row: usize, column: usize) -> String {
        let map = self.layout.map;
        let what = if self.noted.compared.is_some() { "differences-map" } else { "map" };
        format!("{what} {} {} part {row} {column}", map.state.key(), map.journey.uuid())
    }

    fn part_name(&self, row: usize, column: usize) -> String {
        let number = row * self.tiling.stages.len() + column + 1;
        format!("Part {number} of {}", self.tiling.count())
    }

    /// The stages and lanes of a window in words.
    fn extent(&self, window: &MapWindow) -> String {
        let names = |first: Option<&Title>, last: Option<&Title>| match (first, last) {
            (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
            (Some(only), _) => only.to_string(),
            (None, _) => String::new(),
        };
        let stages = &self.view.stages[window.stages.clone()];
        let lanes = &self.view.lanes[window.lanes.clone()];
        let stages = names(stages.first().map(|(_, it)| &it.title), stages.last().map(|(_, it)| &it.title));
        let lanes = names(lanes.first().map(|(_, it)| &it.title), lanes.last().map(|(_, it)| &it.title));
        format!("{stages}; {lanes}")
    }

    /// Where the map goes on: the way and the anchor of the part there.
    fn ways(&self, row: usize, column: usize) -> Vec<(Way, String)> {
        let there = |row: usize, column: usize| self.part_anchor(row, column);
        let mut ways = Vec::new();
        if column > 0 {
            ways.push((Way::Left, there(row, column - 1)));
        }
        if column + 1 < self.tiling.stages.len() {
            ways.push((Way::Right, there(row, column + 1)));
        }
        if row > 0 {
            ways.push((Way::Up, there(row - 1, column)));
        }
        if row + 1 < self.tiling.lanes.len() {
            ways.push((Way::Down, there(row + 1, column)));
        }
        ways
    }
}

/// A side on which a map goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Up,
    Down,
}

impl Way {
    fn words(self) -> &'static str {
        match self {
            Self::Left => "left: page ",
            Self::Right => "right: page ",
            Self::Up => "above: page ",
            Self::Down => "below: page ",
        }
    }
}

const WAY: Style = Style { tone: Tone::Accent, ..SMALL_STRONG };
/// Room between two ways.
const BETWEEN_WAYS: f32 = mm(5.0);

fn ways_width(composer: &Composer<'_>, ways: &[(Way, String)]) -> f32 {
    ways.iter().map(|(way, _)| BETWEEN_WAYS + composer.mention_width(WAY, way.words())).sum()
}

/// Says on which pages the map goes on, up to the right edge.
fn set_ways(composer: &mut Composer<'_>, ways: &[(Way, String)]) {
    let top = composer.y + composer.baseline(BODY_STRONG) - composer.baseline(WAY);
    let mut right = composer.grid.right - ways_width(composer, ways);
    for (way, anchor) in ways {
        let width = composer.mention_width(WAY, way.words());
        right += BETWEEN_WAYS + width;
        let form = MentionForm { before: way.words(), place: Place::EndingAt(right) };
        composer.set_mention(form, top, WAY, TextRole::Body, anchor);
        composer.link(Rect::new(right - width, top, width, WAY.leading), anchor, "Where the map goes on");
    }
}

/// A triangle beside the edge at which the map is cut, pointing to where it goes on.
fn mark_cut(composer: &mut Composer<'_>, frame: Rect, way: Way) {
    let (height, width) = CUT_MARK;
    let half = width / 2.0;
    let gap = 1.5;
    let middle = frame.center();
    let p = Point::new;
    let corners = match way {
        Way::Left => {
            let x = frame.x - gap;
            [p(x, middle.y - half), p(x, middle.y + half), p(x - height, middle.y)]
        }
        Way::Right => {
            let x = frame.right() + gap;
            [p(x, middle.y - half), p(x, middle.y + half), p(x + height, middle.y)]
        }
        Way::Up => {
            let y = frame.y - gap;
            [p(middle.x - half, y), p(middle.x + half, y), p(middle.x, y - height)]
        }
        Way::Down => {
            let y = frame.bottom() + gap;
            [p(middle.x - half, y), p(middle.x + half, y), p(middle.x, y + height)]
        }
    };
    let [first, second, third] = corners;
    let segments = vec![Segment::Move(first), Segment::Line(second), Segment::Line(third), Segment::Close];
    composer.page().scene.marks.push(Mark::Path(PathMark { segments, fill: Some(Tone::Ink3), stroke: None }));
}
