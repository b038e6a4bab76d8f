//! What the row below the title of a step says, and where each sign stands in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use opmap_model::{
    CardKind, ChannelKind, Document, EvidenceGrade, Keyword, Medium, Performer, Seconds, Step, StepId,
    StepKind, ValueTag,
};

use super::{SMALL_TEXT, measure};
use crate::{Face, Fonts};

/// A sign in the row below the title of a step: a small drawing, words, or a drawing with words behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct RowSign {
    /// How far right of the left end of the row it begins.
    pub left: f32,
    /// The drawing, [`SIGN_SIZE`] wide and high.
    pub sign: Option<Sign>,
    /// The words, behind the drawing if there is one.
    pub words: Option<String>,
    /// Whether the words are a value, set in a stronger face.
    pub strong: bool,
}

/// What a small drawing on a map means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The primary channel: what it goes through, else how much of it people do.
    Channel(Option<Medium>, ChannelKind),
    /// How long the step waits.
    Wait,
    /// How many quotes it has.
    Quotes,
    /// How many other cards it has.
    Cards,
    /// What it is worth to the customer.
    Value(ValueTag),
    /// How well what is said of it is known.
    Evidence(EvidenceGrade),
    /// What sort of step it is.
    Kind(StepKind),
    /// Another company does it.
    Partner,
}

/// Width and height of a sign in the row below a title.
pub const SIGN_SIZE: f32 = 11.0;
/// Between a sign and its words.
pub(crate) const SIGN_GAP: f32 = 2.5;
/// Between two signs.
const GAP: f32 = 4.0;
/// The least room in which the beginning of a name is worth showing.
const LEAST_NAME: f32 = 22.0;

/// What is in the row from left to right, before it is known where.
struct Item {
    sign: Option<Sign>,
    words: Option<String>,
    strong: bool,
    width: f32,
    /// It stands at the right end of the row.
    at_end: bool,
    /// What has less is left out first when the row is too short.
    weight: u8,
}

/// How many cards a step has. Internal ones are not counted, so that screen and report show the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CardCounts {
    quotes: usize,
    others: usize,
}

/// The cards of the steps that are `wanted`, as far as they have some.
pub(super) fn count_cards(
    document: &Document,
    wanted: impl Fn(StepId) -> bool,
) -> BTreeMap<StepId, CardCounts> {
    let mut counts: BTreeMap<StepId, CardCounts> = BTreeMap::new();
    for card in document.cards().values().filter(|it| !it.internal && wanted(it.step)) {
        let count = counts.entry(card.step).or_default();
        match card.kind {
            CardKind::Quote => count.quotes += 1,
            CardKind::PainPoint | CardKind::Observation => count.others += 1,
        }
    }
    counts
}

/// The signs of a step, as far as they fit its row: the weightier ones first, at last the name of its channel, or its
/// kind where it has no channel.
pub(super) fn row(
    document: &Document,
    step: &Step,
    cards: CardCounts,
    performer: Option<Performer>,
    fonts: &Fonts,
) -> Arc<[RowSign]> {
    let room = measure::row_width(step.kind);
    let channel = step.channel.and_then(|id| document.get(id));
    let more = (!step.other_channels.is_empty()).then(|| format!("+{}", step.other_channels.len()));
    let count = |it: usize| (it > 0).then(|| it.to_string());
    let kind = match step.kind {
        StepKind::Touchpoint | StepKind::Activity => {
            (performer == Some(Performer::System)).then_some(StepKind::Automated)
        }
        // A wait with its time has its clock already.
        StepKind::Wait => step.wait_secs.is_none().then_some(StepKind::Wait),
        StepKind::Decision | StepKind::Automated => Some(step.kind),
    };
    let sign = |sign: Sign, weight: u8| Item::new(Some(sign), None, weight, fonts);
    let number = |sign: Sign, words: String, weight: u8| Item::new(Some(sign), Some(words), weight, fonts);
    let at_end = |item: Item| Item { at_end: true, ..item };
    let items = [
        channel.map(|it| sign(Sign::Channel(it.medium, it.kind), 8)),
        more.map(|it| Item::new(None, Some(it), 2, fonts)),
        step.wait_secs.map(|it| number(Sign::Wait, brief_duration(it), 7)),
        count(cards.quotes).map(|it| number(Sign::Quotes, it, 6)),
        count(cards.others).map(|it| number(Sign::Cards, it, 5)),
        step.value.map(|it| at_end(sign(Sign::Value(it), 3))),
        step.evidence.map(|it| at_end(sign(Sign::Evidence(it), 4))),
        (performer == Some(Performer::Partner)).then(|| at_end(sign(Sign::Partner, 9))),
        kind.map(|it| at_end(sign(Sign::Kind(it), 10))),
    ];
    let mut items: Vec<Item> = items.into_iter().flatten().collect();
    let left = keep_what_fits(&mut items, room);
    match (channel, kind) {
        (Some(channel), _) => {
            // It stands first, unless there was no room even for its sign.
            let first = items.first_mut().filter(|it| matches!(it.sign, Some(Sign::Channel(..))));
            if let (Some(first), Some(name)) = (first, begun(channel.title.as_str(), left - SIGN_GAP, fonts))
            {
                first.width += SIGN_GAP + fonts.width(Face::Regular, SMALL_TEXT.0, &name);
                first.words = Some(name);
            }
        }
        (None, Some(kind)) => {
            if let Some(name) = begun(kind.label(), left - GAP, fonts) {
                items.insert(0, Item::new(None, Some(name), 0, fonts));
            }
        }
        (None, None) => {}
    }
    placed(items, room).into()
}

impl Item {
    /// Words behind a sign are values.
    fn new(sign: Option<Sign>, words: Option<String>, weight: u8, fonts: &Fonts) -> Self {
        let strong = sign.is_some() && words.is_some();
        let sign_width = if sign.is_some() { SIGN_SIZE } else { 0.0 };
        let gap = if strong { SIGN_GAP } else { 0.0 };
        let words_width = words.as_ref().map_or(0.0, |it| fonts.width(sign_face(strong), SMALL_TEXT.0, it));
        Self { sign, words, strong, width: sign_width + gap + words_width, at_end: false, weight }
    }
}

/// A name, or its beginning where that is worth showing.
fn begun(name: &str, room: f32, fonts: &Fonts) -> Option<String> {
    let words = (room > 0.0).then(|| fonts.cut(Face::Regular, SMALL_TEXT.0, name, room))?;
    // A word that is longer than the room is broken, and the ellipsis needs some of it.
    let fits = fonts.width(Face::Regular, SMALL_TEXT.0, &words) <= room;
    (fits && (words == name || room >= LEAST_NAME && words.chars().count() > 3)).then_some(words)
}

/// Drops the lightest items until the others fit; answers how much room is left.
fn keep_what_fits(items: &mut Vec<Item>, room: f32) -> f32 {
    loop {
        let gaps = items.iter().skip(1).map(|_| GAP).sum::<f32>();
        let used = gaps + items.iter().map(|it| it.width).sum::<f32>();
        if used <= room {
            return room - used;
        }
        let Some(lightest) = (0..items.len()).min_by_key(|at| items[*at].weight) else { return room };
        items.remove(lightest);
    }
}

fn placed(items: Vec<Item>, room: f32) -> Vec<RowSign> {
    let end: f32 = items.iter().filter(|it| it.at_end).map(|it| it.width + GAP).sum();
    let (mut left, mut right) = (0.0, room - (end - GAP).max(0.0));
    let place = |item: Item| {
        let at = if item.at_end { &mut right } else { &mut left };
        let sign = RowSign { left: *at, sign: item.sign, words: item.words, strong: item.strong };
        *at += item.width + GAP;
        sign
    };
    items.into_iter().map(place).collect()
}

/// The face of words in the row below a title.
pub(crate) fn sign_face(strong: bool) -> Face {
    if strong { Face::SemiBold } else { Face::Regular }
}

/// A duration in one unit, so that it is short and can be compared: `45 s`, `15 min`, `8.8 h`, `39 h`.
#[must_use]
pub fn brief_duration(duration: Seconds) -> String {
    let seconds = duration.get();
    // Rounded half up to a tenth of an hour.
    let tenths = (seconds + 180) / 360;
    match seconds {
        0..60 => format!("{seconds}\u{2009}s"),
        60..5_370 => format!("{}\u{2009}min", (seconds + 30) / 60),
        _ if tenths.is_multiple_of(10) || tenths >= 1_000 => {
            format!("{}\u{2009}h", (seconds + 1_800) / 3_600)
        }
        _ => format!("{}.{}\u{2009}h", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::Seconds;

    use super::brief_duration;

    #[test]
    fn durations_are_short_and_in_one_unit() {
        let shown = |seconds| brief_duration(Seconds::new(seconds).unwrap()).replace('\u{2009}', " ");
        let at =
            [0, 59, 60, 89, 5_369, 5_370, 5_399, 31_680, 140_400, 142_200, 356_400, 360_001, 315_360_000];
        let shown: Vec<String> = at.into_iter().map(shown).collect();
        assert_eq!(
            shown,
            [
                "0 s", "59 s", "1 min", "1 min", "89 min", "1.5 h", "1.5 h", "8.8 h", "39 h", "39.5 h",
                "99 h", "100 h", "87600 h"
            ]
        );
    }
}
