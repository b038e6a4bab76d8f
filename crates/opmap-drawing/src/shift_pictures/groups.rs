//! What people of each perspective answered on each shift, beside each other: darker is higher, and the figure stands
//! beside (2.4).

use opmap_analysis::{Group, ShiftResult, Shifts, Verdict};
use opmap_model::Perspective;

use super::{agreement, count, lines_of};
use crate::map_scene::{fill, line, text};
use crate::{Face, Fonts, Mark, Point, Rect, RectMark, Scene, Stroke, Tone};

const ROW: f32 = 42.0;
const HEAD: f32 = 34.0;
const FOOT: f32 = 40.0;
const NAME: (f32, f32) = (13.0, 16.0);
const NAME_WIDTH: f32 = 186.0;
const FIRST: f32 = 204.0;
const COLUMN: f32 = 112.0;
/// The tinted part of a cell.
const BLOCK: f32 = 34.0;
const FIGURE: (f32, f32) = (15.0, 18.0);
const WORDS: (f32, f32) = (11.5, 14.0);
/// The column that says how far they are apart.
const APART: f32 = 176.0;
const HEADING: (f32, f32) = (11.5, 14.0);

/// A table of shifts by perspectives: in each cell the middle answer, a block that is darker the higher it is, and how
/// many answered; behind them how far the perspectives lie apart, with a sign where that is more than one level. A group
/// that is hidden says so (S7).
#[must_use]
pub fn group_table(shifts: &Shifts, fonts: &Fonts) -> Scene {
    let perspectives = shifts.perspectives();
    let apart = FIRST + COLUMN * count(perspectives.len() + 1);
    let rows = HEAD + ROW * count(shifts.each.len());
    let mut scene = Scene::new(apart + APART, rows + FOOT);
    let heads = std::iter::once("Everyone").chain(perspectives.iter().map(|it| Group::label(*it)));
    let mut heading = |left: f32, words: &str| {
        scene.marks.push(text(left, HEAD - 20.0, HEADING, Face::SemiBold, Tone::Ink2, words));
    };
    heading(0.0, "Shift");
    for (index, head) in heads.enumerate() {
        heading(FIRST + COLUMN * count(index), head);
    }
    heading(apart, "Apart");
    let across =
        |y: f32, tone| line(Point::new(0.0, y), Point::new(apart + APART, y), Stroke::solid(tone, 1.0));
    scene.marks.push(across(HEAD, Tone::LineMark));
    for (index, result) in shifts.each.iter().enumerate() {
        let top = HEAD + ROW * count(index);
        row(result, &perspectives, top, fonts, &mut scene.marks);
        scene.marks.push(across(top + ROW, Tone::Line));
    }
    let words = "The middle answer of the last round, in brackets how many answered. What fewer than three people \
                 answered unseen is hidden.";
    let words = fonts.cut(Face::Regular, WORDS.0, words, scene.width);
    scene.marks.push(text(0.0, rows + (FOOT - WORDS.1) / 2.0, WORDS, Face::Regular, Tone::Ink2, &words));
    scene
}

/// The same in words, with the same numbers.
#[must_use]
pub fn group_description(shifts: &Shifts) -> String {
    let told = shifts.each.iter().filter_map(|it| {
        let everyone = format!("everyone {}", it.everyone()?.middle());
        let groups = it.groups().map(|it| format!("{} {}", Group::label(it.perspective), it.middle()));
        let groups: Vec<String> = std::iter::once(everyone).chain(groups).collect();
        let apart = it.apart().map_or_else(String::new, |it| format!(", {} apart", it.in_levels()));
        Some(format!("{}: {}{apart}", it.name, groups.join(", ")))
    });
    format!("The middle answer of each perspective, 1 to 5. {}.", told.collect::<Vec<_>>().join("; "))
}

fn row(
    result: &ShiftResult,
    perspectives: &[Option<Perspective>],
    top: f32,
    fonts: &Fonts,
    marks: &mut Vec<Mark>,
) {
    let name = format!("{} {}", result.shift.number(), result.name);
    let lines = lines_of(&name, 2, Face::Medium, NAME.0, NAME_WIDTH, fonts);
    let mut y = top + (ROW - NAME.1 * count(lines.len())) / 2.0;
    for words in lines {
        marks.push(text(0.0, y, NAME, Face::Medium, Tone::Ink, &words));
        y += NAME.1;
    }
    let of = |perspective: &Option<Perspective>| result.groups().find(|it| it.perspective == *perspective);
    let groups = std::iter::once(result.everyone()).chain(perspectives.iter().map(of));
    let mut left = FIRST;
    for group in groups {
        cell(group, Rect::new(left, top, COLUMN, ROW), fonts, marks);
        left += COLUMN;
    }
    apart(result, Rect::new(left, top, APART, ROW), marks);
}

fn cell(group: Option<&Group>, room: Rect, fonts: &Fonts, marks: &mut Vec<Mark>) {
    let middle = room.y + room.height / 2.0;
    let Some(group) = group else {
        return marks.push(text(room.x + BLOCK + 8.0, middle - 7.0, WORDS, Face::Regular, Tone::Ink2, "–"));
    };
    let block = Rect::new(room.x, room.y + 3.0, BLOCK, room.height - 6.0);
    let left = block.right() + 8.0;
    let words = group.middle();
    let (font, face, tone) = match group.middle_halves() {
        Some(halves) => {
            marks.push(fill(block, level_tone(halves)));
            (FIGURE, Face::SemiBold, Tone::Ink)
        }
        None => {
            let stroke = Some(Stroke::dashed(Tone::LineMark, 1.0, 3.0, 3.0));
            let rect = block.grown(-0.5);
            marks.push(Mark::Rect(RectMark { rect, radius: 0.0, fill: None, stroke }));
            (WORDS, Face::Regular, Tone::Ink2)
        }
    };
    // Beside a figure there is room for the number of answers, below words there is not beside them.
    let answered = format!("({})", group.answered);
    let beside = left + fonts.width(face, font.0, &words) + 5.0;
    if beside + fonts.width(Face::Regular, WORDS.0, &answered) <= room.right() - 2.0 {
        marks.push(text(left, middle - font.1 / 2.0, font, face, tone, &words));
        marks.push(text(beside, middle - WORDS.1 / 2.0, WORDS, Face::Regular, Tone::Ink2, &answered));
    } else {
        marks.push(text(left, middle - font.1, font, face, tone, &words));
        marks.push(text(left, middle + 1.0, WORDS, Face::Regular, Tone::Ink2, &answered));
    }
}

/// The tint of a level, in halves: darker is higher, in five steps; a half belongs to the step above.
#[must_use]
pub fn level_tone(halves: u32) -> Tone {
    match halves.div_ceil(2) {
        0 | 1 => Tone::Scale1,
        2 => Tone::Scale2,
        3 => Tone::Scale3,
        4 => Tone::Scale4,
        _ => Tone::Scale5,
    }
}

/// How far the perspectives lie apart, and which: more than one level has the sign of what is to be discussed.
fn apart(result: &ShiftResult, room: Rect, marks: &mut Vec<Mark>) {
    let middle = room.y + room.height / 2.0;
    let Some(apart) = result.apart() else {
        return marks.push(text(room.x, middle - 7.0, WORDS, Face::Regular, Tone::Ink2, "–"));
    };
    let mut left = room.x;
    if apart.is_wide() {
        marks.extend(agreement::marks(Verdict::Discuss, Point::new(left + 7.0, middle)));
        left += 22.0;
    }
    let face = if apart.is_wide() { Face::SemiBold } else { Face::Regular };
    let who = apart.who();
    let top = if who.is_some() { middle - NAME.1 } else { middle - NAME.1 / 2.0 };
    marks.push(text(left, top, NAME, face, Tone::Ink, &apart.in_levels()));
    if let Some(who) = who {
        marks.push(text(left, middle + 1.0, WORDS, Face::Regular, Tone::Ink2, &who));
    }
}
