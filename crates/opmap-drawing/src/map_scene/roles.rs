//! Who decides at a step, who answers for it and who does it, by the codes of their roles.

use std::ops::Range;

use super::icon::closed;
use super::note::{FACE, NoteLabel};
use super::{outline, text};
use crate::{
    Fonts, Mark, PathMark, Point, Rect, RectMark, SMALL_TEXT, STEP_WIDTH, Sign, StageBand, StepBox, Stroke,
    Tone,
};

/// Who decides at a step, who answers for it and who does it: stands in its row, in place of what that says of what happens
/// there.
#[derive(Debug, Clone, PartialEq)]
pub struct RolesNote {
    signs: Vec<HeldSign>,
    /// The same in two rows, for a step whose title leaves room for both.
    rows: Option<[Vec<HeldSign>; 2]>,
}

/// What is held, and by whom.
#[derive(Debug, Clone, PartialEq)]
struct HeldSign {
    held: Held,
    /// The code, or words for it where nobody holds it.
    code: NoteLabel,
    /// Nobody holds it, and someone should.
    missing: bool,
}

/// What a role holds at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// The right to decide: a diamond.
    Decides,
    /// A.
    Accountable,
    /// A and R, held by the same roles.
    Both,
    /// R.
    Responsible,
    /// Neither letter is.
    Unassigned,
}

/// Width and height of a letter.
const LETTER: (f32, f32) = (10.0, 12.0);
/// Width and height of a diamond.
const DIAMOND: f32 = 7.0;
/// Between a letter and its code, and between two of them.
const GAPS: (f32, f32) = (2.0, 3.5);
/// Room in the row of any step; that of an automated one is the shortest.
const ROOM: f32 = STEP_WIDTH - 17.0;
/// Room in each of two rows, which have nothing else in them: nearly to the edge.
const ROWS_ROOM: f32 = STEP_WIDTH - 14.0;
/// Height of the sign at a stage, and room left and right in it.
const PILL: (f32, f32) = (14.0, 4.0);

/// What is held with what its holder is called; none where nobody holds it.
pub(crate) type HeldBy = (Held, Option<String>);

/// A letter on its ground: the ground, its edge and the letter.
type Letter = (&'static str, [Tone; 3]);

impl Held {
    /// The letters that stand in front of the code.
    fn letters(self) -> &'static [Letter] {
        const A: Letter = ("A", [Tone::LetterA, Tone::LetterA, Tone::LetterAInk]);
        const R: Letter = ("R", [Tone::LetterR, Tone::LetterREdge, Tone::LetterRInk]);
        match self {
            Self::Decides => &[],
            Self::Accountable => &[A],
            Self::Both => &[A, R],
            Self::Responsible => &[R],
            Self::Unassigned => &[("?", [Tone::Surface, Tone::Error, Tone::Error])],
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Decides => "decided by",
            Self::Accountable => "accountable",
            Self::Both => "accountable and responsible",
            Self::Responsible => "responsible",
            Self::Unassigned => "unassigned",
        }
    }

    /// Width of what stands in front of the code.
    fn width(self) -> f32 {
        if self == Self::Decides { DIAMOND } else { self.letters().iter().map(|_| LETTER.0).sum() }
    }
}

impl HeldSign {
    /// Its width with the room behind it.
    fn width(&self) -> f32 {
        let gap = if self.code.text.is_empty() { 0.0 } else { GAPS.0 };
        self.held.width() + gap + self.code.width + GAPS.1
    }
}

impl RolesNote {
    /// What is held with the code of its holder, or none where nobody holds it and someone should. It fits the row of any
    /// step: what is too long leaves out who is responsible, whom the lane mostly tells, and then is cut.
    #[must_use]
    pub fn new(held: &[HeldBy], fonts: &Fonts) -> Self {
        Self::within(held, ROOM, fonts)
    }

    /// The same in a row with other `room`.
    fn within(held: &[HeldBy], room: f32, fonts: &Fonts) -> Self {
        let label = |words: &str, room: f32| begun(words, room, fonts);
        let sign = |(what, code): &HeldBy| {
            let words = match code.as_deref() {
                Some(code) => code,
                None if *what == Held::Unassigned && held.len() == 1 => "unassigned",
                None if *what == Held::Unassigned => "",
                None => "?",
            };
            HeldSign { held: *what, code: label(words, room), missing: code.is_none() }
        };
        let mut signs: Vec<HeldSign> = held.iter().map(sign).collect();
        let excess = |signs: &[HeldSign]| signs.iter().map(HeldSign::width).sum::<f32>() - GAPS.1 - room;
        if signs.len() > 2 && excess(&signs) > 0.0 {
            let does = |it: &HeldSign| it.held == Held::Responsible && !it.missing;
            signs.iter_mut().filter(|it| does(it)).for_each(|it| it.code = label("", 0.0));
            let too_long = excess(&signs) > 0.0;
            signs.retain(|it| !(too_long && does(it)));
        }
        for at in (0..signs.len()).rev() {
            let excess = excess(&signs);
            if excess > 0.0 {
                let code = &signs[at].code;
                signs[at].code = label(&code.text, code.width - excess);
            }
        }
        Self { signs, rows: None }
    }

    /// What is held, by names where the row of a step has room for them; else by codes, and by names in two rows on steps
    /// whose titles leave room for both. What is held last stands in the lower one.
    pub(crate) fn named(named: &[HeldBy], codes: &[HeldBy], fonts: &Fonts) -> Self {
        if Self::fits(named, fonts) {
            return Self::new(named, fonts);
        }
        let row = |at: Range<usize>| {
            // Of two names that are cut nobody is known.
            let told = if at.len() == 1 || Self::fits(&named[at.clone()], fonts) { named } else { codes };
            Self::within(&told[at], ROWS_ROOM, fonts).signs
        };
        let last = named.len().saturating_sub(1);
        let rows = (last > 0).then(|| [row(0..last), row(last..named.len())]);
        Self { rows, ..Self::new(codes, fonts) }
    }

    /// Whether all of that fits the row of any step without being cut.
    fn fits(held: &[HeldBy], fonts: &Fonts) -> bool {
        let sign = |(what, name): &HeldBy| {
            let code = NoteLabel::new(name.as_deref().unwrap_or("?"), fonts);
            HeldSign { held: *what, code, missing: name.is_none() }.width()
        };
        held.iter().map(sign).sum::<f32>() - GAPS.1 <= ROOM
    }

    /// The same in words, with the codes.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let words = |sign: &HeldSign| match (sign.held, sign.missing) {
            (Held::Unassigned, _) => "unassigned".to_owned(),
            (held, true) => format!("no one {}", held.word()),
            (held, false) => format!("{} {}", held.word(), sign.code.text).trim_end().to_owned(),
        };
        match &self.rows {
            Some(rows) => rows.iter().flatten().map(words).collect(),
            None => self.signs.iter().map(words).collect(),
        }
    }

    /// What is held there, and whether nobody holds it.
    pub fn held(&self) -> impl Iterator<Item = (Held, bool)> + '_ {
        self.signs.iter().map(|it| (it.held, it.missing))
    }
}

/// As many letters of a name as fit, nothing where none does. It is cut within words, since names of roles often begin with
/// the same one.
fn begun(name: &str, room: f32, fonts: &Fonts) -> NoteLabel {
    let label = |text: String| NoteLabel { width: fonts.width(FACE, SMALL_TEXT.0, &text), text };
    let whole = label(name.to_owned());
    if whole.width <= room {
        return whole;
    }
    let beginning = |end: usize| label(format!("{}…", name[..end].trim_end()));
    let ends: Vec<usize> = name.char_indices().map(|(end, _)| end).skip(1).collect();
    let fitting = ends.partition_point(|end| beginning(*end).width <= room);
    match fitting.checked_sub(1) {
        Some(last) => beginning(ends[last]),
        None => NoteLabel { text: String::new(), width: 0.0 },
    }
}

/// The row of a step: who holds what, then the signs that stand at its end as far as there is room.
pub(super) fn row_marks(step: &StepBox, note: &RolesNote) -> Vec<Mark> {
    let row = step.chip_row();
    let above = Rect { y: row.y - SMALL_TEXT.1, ..row };
    let mut marks = Vec::new();
    let left = match &note.rows {
        Some([upper, lower]) if step.title_bottom() <= above.y + 1.0 => {
            held_marks(upper, above, &mut marks);
            held_marks(lower, row, &mut marks)
        }
        _ => held_marks(&note.signs, row, &mut marks),
    };
    let at_end = step.signs.iter().filter(|it| row.x + it.left >= left && is_at_end(it.sign));
    marks.extend(at_end.flat_map(|it| super::step::row_marks(row, it)));
    marks
}

/// Who holds what, from the left end of a row on; answers where that ends.
fn held_marks(signs: &[HeldSign], row: Rect, marks: &mut Vec<Mark>) -> f32 {
    let mut left = row.x;
    for sign in signs {
        if sign.held == Held::Decides {
            marks.push(diamond(Point::new(left, row.center().y)));
        }
        for (index, letter) in (0_u8..).zip(sign.held.letters()) {
            let x = left + f32::from(index) * LETTER.0;
            let rect = Rect::new(x, row.center().y - LETTER.1 / 2.0, LETTER.0, LETTER.1);
            marks.extend(letter_marks(*letter, rect, sign.missing));
        }
        let tone = if sign.missing { Tone::Error } else { Tone::Ink };
        if !sign.code.text.is_empty() {
            let x = left + sign.held.width() + GAPS.0;
            marks.push(text(x, row.y, (SMALL_TEXT.0, row.height), FACE, tone, &sign.code.text));
        }
        left += sign.width();
    }
    left
}

/// Whether a sign tells what sort of step it is, not what happens there.
fn is_at_end(sign: Option<Sign>) -> bool {
    matches!(sign, Some(Sign::Kind(_) | Sign::Partner | Sign::Value(_) | Sign::Evidence(_)))
}

/// A letter on its ground; one that nobody holds is an empty square of dashes.
fn letter_marks((letter, tones): Letter, rect: Rect, missing: bool) -> [Mark; 2] {
    let [ground, edge, ink] = if missing { [Tone::Surface, Tone::Error, Tone::Error] } else { tones };
    let stroke = if missing { Stroke::dashed(edge, 1.0, 2.0, 1.5) } else { Stroke::solid(edge, 1.0) };
    let square = outline(rect.grown(-0.5), 2.0, Some(ground), stroke);
    // How far left of the middle the letters of this size begin.
    let half = if letter == "?" { 2.6 } else { 3.4 };
    [square, text(rect.center().x - half, rect.y, (9.5, rect.height), FACE, ink, letter)]
}

/// The sign of a decision from `at`, the left end of its middle line.
fn diamond(at: Point) -> Mark {
    let half = DIAMOND / 2.0;
    let corners =
        [(at.x, at.y), (at.x + half, at.y - half), (at.x + DIAMOND, at.y), (at.x + half, at.y + half)];
    Mark::Path(PathMark { segments: closed(&corners), fill: Some(Tone::Ink), stroke: None })
}

/// Who takes the decisions of a stage: at the right end of the lower edge of its header, which is `height` high.
pub(super) fn stage_decider_marks(stage: &StageBand, height: f32, label: &NoteLabel) -> Vec<Mark> {
    let width = 2.0 * PILL.1 + DIAMOND + GAPS.0 + label.width;
    let left = (stage.x + stage.width - width - 4.0).max(stage.x);
    let rect = Rect::new(left, height - PILL.0 / 2.0, width, PILL.0);
    let ground = RectMark {
        rect: rect.grown(-0.5),
        radius: PILL.0 / 2.0,
        fill: Some(Tone::Surface),
        stroke: Some(Stroke::solid(Tone::Ink2, 1.0)),
    };
    let codes = left + PILL.1 + DIAMOND + GAPS.0;
    vec![
        Mark::Rect(ground),
        diamond(Point::new(left + PILL.1, height)),
        text(codes, rect.y, (SMALL_TEXT.0, PILL.0), FACE, Tone::Ink, &label.text),
    ]
}
