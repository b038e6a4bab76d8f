//! The first page: the title on white, the first map as line art beside it.

use opmap_drawing::{
    Face, MapLayout, Mark, PathMark, Point, Rect, RectMark, Segment, Stroke, TextRole, Tone, map_layout,
};
use opmap_model::{Document, LaneKind};

use super::composer::{Composer, Corner};
use super::grid::{Style, mm};
use crate::PartKind;
use crate::outline::Cover;

/// Share of the width that stays white.
const WHITE: f32 = 0.431;
/// Room between the words and the picture.
const WORDS_GAP: f32 = mm(10.0);
/// Where the words stand, from the top of the page.
const CLIENT_TOP: f32 = mm(24.0);
/// Where the logo stands, from the top of the page, and how high it is at most.
const LOGO: (f32, f32) = (mm(14.0), mm(14.0));
/// Room between the logo and the client.
const BELOW_LOGO: f32 = mm(7.0);
const TITLE_TOP: f32 = mm(63.0);
/// Where the picture begins, from the left edge of its ground and from the top of the page.
const ART_AT: (f32, f32) = (mm(14.0), mm(23.0));
/// Size of the picture: a step is about 18 mm wide.
const ART_SCALE: f32 = 0.51;
/// Titles are set as large as they fit.
const TITLE_SIZES: [f32; 9] = [40.0, 38.0, 36.0, 32.0, 28.0, 24.0, 20.0, 17.0, 14.0];

const CLIENT: Style = Style { face: Face::SemiBold, size: 10.0, leading: 13.0, tone: Tone::Ink };
const SUBTITLE: Style = Style { face: Face::Regular, size: 12.0, leading: 18.0, tone: Tone::Ink2 };
const LINES: Style = Style { face: Face::Regular, size: 9.0, leading: 13.0, tone: Tone::Ink2 };

pub(super) fn set(composer: &mut Composer<'_>, cover: &Cover, document: &Document) {
    composer.add_page(None);
    if !composer.look.white_cover {
        composer.mark_draft(composer.grid.width * WHITE);
    }
    composer.mark_place("cover", "Cover", 1);
    set_picture(composer, cover, document);
    let (left, width) = (composer.grid.left, composer.grid.width * WHITE - composer.grid.left - WORDS_GAP);

    composer.y = CLIENT_TOP;
    if composer.set_logo(Rect::new(left, LOGO.0, width, LOGO.1), Corner::Left) > 0.0 {
        composer.y = LOGO.0 + LOGO.1 + BELOW_LOGO;
    }
    if let Some(client) = &cover.client {
        composer.set_paragraph(left, width, CLIENT, client);
    }
    let lines: Vec<String> = cover.lines.iter().flat_map(|line| composer.wrap(LINES, line, width)).collect();
    let lines_height: f32 = lines.iter().map(|_| LINES.leading).sum();
    let lines_top = composer.grid.bottom - lines_height;
    let subtitle_height = SUBTITLE.leading * 2.0;

    composer.y = composer.y.max(TITLE_TOP);
    let room = lines_top - subtitle_height - mm(16.0) - composer.y;
    let (style, title) = fitting_title(composer, &cover.title, width, room);
    for line in &title {
        composer.set_line(left, style, TextRole::Heading(1), line);
    }
    composer.y += mm(6.0);
    composer.set_paragraph(left, width, SUBTITLE, &cover.subtitle);

    composer.y = lines_top;
    let start = composer.next_mark();
    for line in &lines {
        composer.set_line(left, LINES, TextRole::Body, line);
    }
    composer.end_part(PartKind::Paragraph, start);
}

/// The title in the largest size in which it fits without a broken word, or a little smaller where that saves a
/// line; without such a size, in the largest in which it fits.
fn fitting_title(composer: &Composer<'_>, title: &str, width: f32, room: f32) -> (Style, Vec<String>) {
    let set = |size: f32| {
        let style = Style { face: Face::Serif, size, leading: size * 1.1, tone: Tone::Ink };
        (style, composer.wrap(style, title, width))
    };
    let fits =
        |(style, lines): &(Style, Vec<String>)| lines.iter().map(|_| style.leading).sum::<f32>() <= room;
    let whole = |(style, _): &(Style, Vec<String>)| {
        title.split_whitespace().all(|word| composer.width(*style, word) <= width)
    };
    let tried = || TITLE_SIZES.into_iter().map(set);
    let good: Vec<_> = tried().filter(|it| fits(it) && whole(it)).collect();
    let near = |it: &&(Style, Vec<String>)| good.first().is_some_and(|first| it.0.size >= first.0.size * 0.9);
    good.iter()
        .filter(near)
        .min_by_key(|(_, lines)| lines.len())
        .cloned()
        .or_else(|| tried().find(fits))
        .unwrap_or_else(|| set(TITLE_SIZES[TITLE_SIZES.len() - 1]))
}

fn set_picture(composer: &mut Composer<'_>, cover: &Cover, document: &Document) {
    let grid = composer.grid;
    let start = composer.next_mark();
    let ground = Rect::new(grid.width * WHITE, 0.0, grid.width * (1.0 - WHITE), grid.height);
    let ink = Ink::of(composer.look.white_cover);
    if !composer.look.white_cover {
        composer.fill(ground, Tone::Cover);
    }
    let Some(map) = cover.art else { return };
    let layout = map_layout(document, map, composer.fonts);
    let window =
        Rect::new(0.0, 0.0, (ground.width - ART_AT.0) / ART_SCALE, (ground.height - ART_AT.1) / ART_SCALE);
    let at = Point::new(ground.x + ART_AT.0, ART_AT.1);
    let art = line_art(&layout, window, ink);
    composer.page().scene.marks.extend(art.iter().map(|mark| mark.transformed(at, ART_SCALE)));
    composer
        .end_part(PartKind::Figure("The beginning of the first journey map as line art.".to_owned()), start);
}

/// The tones of the picture.
#[derive(Clone, Copy)]
struct Ink {
    ground: Tone,
    line: Tone,
    faint: Tone,
}

impl Ink {
    /// On the colour of the cover, or on white.
    fn of(white_cover: bool) -> Self {
        if white_cover {
            Self { ground: Tone::Surface, line: Tone::Cover, faint: Tone::CoverLine }
        } else {
            Self { ground: Tone::Cover, line: Tone::OnAccent, faint: Tone::CoverLine }
        }
    }
}

/// The connectors and steps of the map that can be seen in `window`, without words. Handoffs without an owner
/// are drawn heavier.
fn line_art(layout: &MapLayout, window: Rect, ink: Ink) -> Vec<Mark> {
    let (heavy, light): (Vec<_>, Vec<_>) =
        layout.routes_in(window).partition(|route| route.badge.is_some_and(|badge| badge.owner_missing));
    let routes = light
        .into_iter()
        .map(|route| (route, Stroke::solid(ink.faint, 1.5)))
        .chain(heavy.into_iter().map(|route| (route, Stroke::solid(ink.line, 4.0))));
    let mut art: Vec<Mark> = routes
        .map(|(route, stroke)| {
            let mut points = route.points.iter().map(|point| kept_near(*point, window));
            let first = points.next().map(Segment::Move);
            let rest = points.map(Segment::Line);
            Mark::Path(PathMark {
                segments: first.into_iter().chain(rest).collect(),
                fill: None,
                stroke: Some(stroke),
            })
        })
        .collect();
    art.extend(layout.boxes_in(window).map(|step| {
        Mark::Rect(RectMark {
            rect: step.rect,
            radius: if step.lane_kind == LaneKind::Customer { 14.0 } else { 6.0 },
            fill: Some(ink.ground),
            stroke: Some(Stroke::solid(ink.line, 2.0)),
        })
    }));
    art
}

/// A corner of a line that leads far away, moved to just outside of the window.
fn kept_near(point: Point, window: Rect) -> Point {
    let area = window.grown(10.0);
    Point::new(point.x.clamp(area.x, area.right()), point.y.clamp(area.y, area.bottom()))
}
