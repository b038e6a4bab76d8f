//! What the signs on a map mean, as far as it has them.

use std::collections::BTreeSet;

use opmap_drawing::{
    Badge, ChangeSign, ChannelChange, Corners, Heat, Held, MapLayout, MapNotes, Mark, Point, Rect, RectMark,
    RolesNote, Route, RouteClass, RouteNote, Sign, Stroke, TextRole, Tone, badge_marks, route_marks,
    route_sign_marks,
};
use opmap_model::{Connector, LaneKind, StepKind};

use crate::pages::composer::Composer;
use crate::pages::grid::{SMALL, mm};

/// Points for each map unit of a sample.
const SCALE: f32 = 0.6;
/// Width of a sample of a line, and of a sign that stands on one, in points.
const LINE: f32 = 22.0;
const SIGN: f32 = 8.0;
/// Height of a row.
const LEADING: f32 = 12.0;
/// Room above the legend.
const ABOVE: f32 = mm(3.5);
/// Room between a sample and its words, and between two entries.
const GAPS: (f32, f32) = (4.0, 11.0);

/// The legend of a map, broken into rows.
pub(super) struct Legend {
    rows: Vec<Vec<Entry>>,
}

/// A sign and what it means.
pub(super) struct Entry {
    /// In map units, from the left end and the middle of the row.
    sample: Vec<Mark>,
    /// In points.
    sample_width: f32,
    words: &'static str,
}

impl Legend {
    pub(super) fn new(composer: &Composer<'_>, entries: Vec<Entry>) -> Self {
        let mut rows: Vec<Vec<Entry>> = Vec::new();
        let mut x = f32::INFINITY;
        for entry in entries {
            let width = entry.words_left() + composer.width(SMALL, entry.words);
            if x + width > composer.grid.content_width() {
                rows.push(Vec::new());
                x = 0.0;
            }
            x += width + GAPS.1;
            if let Some(row) = rows.last_mut() {
                row.push(entry);
            }
        }
        Self { rows }
    }

    pub(super) fn height(&self) -> f32 {
        ABOVE + self.rows.iter().map(|_| LEADING).sum::<f32>()
    }

    /// Sets the legend at the current place.
    pub(super) fn set(&self, composer: &mut Composer<'_>) {
        composer.y += ABOVE;
        for row in &self.rows {
            let mut x = composer.grid.left;
            for entry in row {
                let at = Point::new(x, composer.y + LEADING / 2.0);
                let sample = entry.sample.iter().map(|mark| mark.transformed(at, SCALE));
                composer.page().scene.marks.extend(sample);
                x += entry.words_left();
                let top = composer.y + (LEADING - SMALL.leading) / 2.0;
                composer.set_text(x, top, SMALL, TextRole::Label, entry.words);
                x += composer.width(SMALL, entry.words) + GAPS.1;
            }
            composer.y += LEADING;
        }
    }
}

impl Entry {
    /// One entry for each sign that the map has. Where two states are compared, they begin with what became of their
    /// elements; else with the letters and the badges.
    pub(super) fn all(layout: &MapLayout, notes: &MapNotes, compared: bool) -> Vec<Self> {
        let changed = changes(layout, notes);
        let badges = badges(layout).filter(|_| !compared);
        let before =
            changed.chain(badges).chain(channels(layout, notes)).chain(heat(notes)).chain(roles(notes));
        before.chain(lines(layout)).chain(shapes(layout)).collect()
    }

    /// A sign that is told in words.
    pub(super) fn in_words(words: &'static str) -> Self {
        Self { sample: Vec::new(), sample_width: 0.0, words }
    }

    /// What the sign means, which no two entries have in common.
    pub(super) fn words(&self) -> &'static str {
        self.words
    }

    fn words_left(&self) -> f32 {
        if self.sample.is_empty() { 0.0 } else { self.sample_width + GAPS.0 }
    }
}

/// One sign of each change that the map has.
fn changes(layout: &MapLayout, notes: &MapNotes) -> impl Iterator<Item = Entry> + use<> {
    let signs = [
        (ChangeSign::Added, "only in the second state"),
        (ChangeSign::Gone, "only in the first state"),
        (ChangeSign::Moved, "moved, from where"),
        (ChangeSign::Changed, "changed, in what"),
    ];
    let steps = notes.steps.values().filter_map(|it| it.change);
    let routes = notes.routes.values().filter_map(|it| it.change);
    let bands = notes.stages.values().chain(notes.lanes.values()).copied();
    let met: BTreeSet<ChangeSign> = steps.chain(routes).chain(bands).collect();
    let route = layout.routes.first().cloned();
    signs.into_iter().filter(move |it| met.contains(&it.0)).filter_map(move |(change, words)| {
        let points = Corners::new(&[Point::new(0.0, 0.0), Point::new(LINE / SCALE, 0.0)]);
        let route = Route { points, badge: None, label: None, ..route.clone()? };
        let note = RouteNote { change: Some(change), ..RouteNote::default() };
        let mut sample = route_marks(&route, Some(&note));
        sample.extend(route_sign_marks(&route, Some(&note)));
        Some(Entry { sample, sample_width: LINE, words })
    })
}

/// The sign of each sort of change of channel that the map has.
fn channels(layout: &MapLayout, notes: &MapNotes) -> impl Iterator<Item = Entry> + use<> {
    let signs = [
        (ChannelChange::Open, "channel changes"),
        (ChannelChange::Lost, "channel changes, and the customer is asked again"),
    ];
    let met: BTreeSet<ChannelChange> = notes.routes.values().filter_map(|it| it.channel).collect();
    let route = layout.routes.first().cloned();
    signs.into_iter().filter(move |it| met.contains(&it.0)).filter_map(move |(channel, words)| {
        let points = Corners::new(&[Point::new(0.0, 0.0), Point::new(SIGN / SCALE, 0.0)]);
        let route = Route { points, badge: None, label: None, ..route.clone()? };
        let note = RouteNote { channel: Some(channel), ..RouteNote::default() };
        Some(Entry { sample: route_sign_marks(&route, Some(&note)), sample_width: SIGN, words })
    })
}

/// The edges of steps with pain points, from the narrowest to the widest.
fn heat(notes: &MapNotes) -> Option<Entry> {
    let is_there = notes.steps.values().any(|it| it.heat.is_some());
    let edge = |(level, left): (u8, f32)| {
        let stroke = Stroke::solid(Tone::Warning, Heat::new(level)?.edge_width());
        let rect = Rect::new(left, -7.0, 20.0, 14.0);
        Some(Mark::Rect(RectMark { rect, radius: 4.0, fill: Some(Tone::Surface), stroke: Some(stroke) }))
    };
    is_there.then(|| Entry {
        sample: [(1, 3.0), (Heat::MOST, 33.0)].into_iter().filter_map(edge).collect(),
        sample_width: 56.0 * SCALE,
        words: "pain points, the wider the edge the more it hurts",
    })
}

/// What the letters of the map mean, and the sign of those who decide.
fn roles(notes: &MapNotes) -> impl Iterator<Item = Entry> + use<> {
    let all: BTreeSet<(Held, bool)> =
        notes.steps.values().filter_map(|it| it.roles.as_ref()).flat_map(RolesNote::held).collect();
    let has = |which: &[Held]| all.iter().any(|it| which.contains(&it.0));
    let words = [
        (!notes.deciders.is_empty() || has(&[Held::Decides]), "diamond: who decides"),
        (has(&[Held::Accountable, Held::Both]), "A: accountable"),
        (has(&[Held::Responsible, Held::Both]), "R: responsible"),
        (all.iter().any(|it| it.1), "dashed letter: no one is named"),
    ];
    words.into_iter().filter(|(is_there, _)| *is_there).map(|(_, words)| Entry::in_words(words))
}

/// One badge of each sort that the map has.
fn badges(layout: &MapLayout) -> impl Iterator<Item = Entry> {
    let sorts = ["complete handoff", "handoff with parts missing", "handoff without owner"];
    let sort = move |badge: &Badge| match badge.filled {
        _ if badge.owner_missing => sorts[2],
        Connector::PARTS.. => sorts[0],
        _ => sorts[1],
    };
    sorts.into_iter().filter_map(move |words| {
        let all = layout.routes.iter().filter_map(|route| route.badge);
        let badge = all.filter(|badge| sort(badge) == words).min_by_key(|badge| badge.rework)?;
        let rect = Rect { x: 0.0, y: -badge.rect.height / 2.0, ..badge.rect };
        let sample = badge_marks(&Badge { rect, ..badge }, None);
        Some(Entry { sample, sample_width: rect.width * SCALE, words })
    })
}

/// One line of each class that the map has.
fn lines(layout: &MapLayout) -> impl Iterator<Item = Entry> {
    let classes = [
        (RouteClass::Flow, "flow in one lane"),
        (RouteClass::Handoff, "handoff"),
        (RouteClass::Contact, "contact with the customer"),
        (RouteClass::CustomerPath, "customer’s own path"),
        (RouteClass::Rework, "rework"),
        (RouteClass::System, "system to system"),
    ];
    classes.into_iter().filter_map(|(class, words)| {
        let mut route = layout.routes.iter().find(|route| route.class == class)?.clone();
        route.points = Corners::new(&[Point::new(0.0, 0.0), Point::new(LINE / SCALE, 0.0)]);
        Some(Entry { sample: route_marks(&route, None), sample_width: LINE, words })
    })
}

/// Shapes of steps, in words.
fn shapes(layout: &MapLayout) -> impl Iterator<Item = Entry> {
    let has = |is: &dyn Fn(&opmap_drawing::StepBox) -> bool| layout.boxes.iter().any(is);
    let shapes = [
        (has(&|step| step.lane_kind == LaneKind::Customer), "round: customer"),
        (has(&|step| step.kind == StepKind::Decision), "cut corners: decision"),
        (has(&|step| step.automated), "second left edge: automated"),
        (has(&|step| step.outside), "dashed outline: outside the company"),
        (has(&|step| step.moment_of_truth), "flag: moment of truth"),
        (has(&|step| step.fail_point), "bolt: fail point"),
        (has(&|step| shows(step, |it| it == Sign::Wait)), "clock: waiting time"),
        (has(&|step| shows(step, |it| it == Sign::Quotes)), "quotation marks: quotes"),
        (has(&|step| shows(step, |it| it == Sign::Cards)), "sheet: pain points and observations"),
        (
            has(&|step| shows(step, |it| matches!(it, Sign::Value(_)))),
            "tag: + adds value, = necessary, × waste",
        ),
        (
            has(&|step| shows(step, |it| matches!(it, Sign::Evidence(_)))),
            "dot: full data, half observed, ring reported, dotted assumed",
        ),
    ];
    shapes.into_iter().filter(|(is_there, _)| *is_there).map(|(_, words)| Entry::in_words(words))
}

fn shows(step: &opmap_drawing::StepBox, is: fn(Sign) -> bool) -> bool {
    step.signs.iter().filter_map(|it| it.sign).any(is)
}
