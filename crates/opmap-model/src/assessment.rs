//! Where a service stands on one of the seven shifts and where it wants to be, in the words of the workshop
//! (M2, M3, M7).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{Document, Rating, Refusal, Round, Shift, Text, Title, register, words};

/// What a workshop says of one shift. There is one for each shift of which something is set
/// ([`Shift::assessment_id`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Which shift it is.
    pub shift: Shift,
    /// What it is called here, if not as usual.
    pub title: Option<Title>,
    /// What it means here, if not the usual.
    pub meaning: Option<Text>,
    /// What can be seen at a level here, where it is not the usual.
    pub anchors: BTreeMap<Rating, Text>,
    /// Questions for the room, one a line, if not the usual.
    pub prompts: Option<Text>,
    /// The score today that the room has agreed on (M2).
    pub now: Option<Rating>,
    /// The score that is wanted.
    pub target: Option<Rating>,
    /// Why the target is lower than today (M3).
    pub target_reason: Option<Text>,
    /// How much it weighs beside the other shifts, from 1 (little) to 5 (much).
    pub weight: Option<Rating>,
    /// Where organisations stand that are good at it (2.12).
    pub benchmark: Option<Rating>,
    /// What else is to be said.
    pub note: Option<Text>,
    /// Whether an anchor has been reworded since it was scored (M7).
    pub stale: bool,
}

/// One part of what is said of a shift, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShiftField {
    /// Its name; none is the usual.
    Title(Option<Title>),
    /// What it means; none is the usual.
    Meaning(Option<Text>),
    /// What can be seen at a level; none is the usual. Marks a shift that was scored as stale (M7).
    Anchor(Rating, Option<Text>),
    /// The questions for the room; none is the usual.
    Prompts(Option<Text>),
    /// The score today. It is given in the words of today, so it is not stale.
    Now(Option<Rating>),
    /// The score that is wanted.
    Target(Option<Rating>),
    /// Why the target is lower than today.
    TargetReason(Option<Text>),
    /// How much it weighs.
    Weight(Option<Rating>),
    /// Where good organisations stand.
    Benchmark(Option<Rating>),
    /// Its note.
    Note(Option<Text>),
    /// The scores hold in the new words too: they are no longer stale (M7).
    StillHolds,
}

impl Assessment {
    /// A shift of which nothing is set.
    #[must_use]
    pub fn new(shift: Shift) -> Self {
        Self {
            shift,
            title: None,
            meaning: None,
            anchors: BTreeMap::new(),
            prompts: None,
            now: None,
            target: None,
            target_reason: None,
            weight: None,
            benchmark: None,
            note: None,
            stale: false,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_ref().map_or(words(self.shift).title, Title::as_str)
    }

    /// What it means.
    #[must_use]
    pub fn explained(&self) -> &str {
        self.meaning.as_ref().map_or(words(self.shift).meaning, Text::as_str)
    }

    /// What can be seen at a level.
    #[must_use]
    pub fn anchor(&self, level: Rating) -> &str {
        self.anchors.get(&level).map_or(words(self.shift).anchors[level.index()], Text::as_str)
    }

    /// Questions for the room, one a line.
    #[must_use]
    pub fn questions(&self) -> &str {
        self.prompts.as_ref().map_or(words(self.shift).prompts, Text::as_str)
    }

    /// Whether someone has said in the words of the levels where the service stands, or should; `rounds` may be those
    /// of other shifts too.
    #[must_use]
    pub fn is_scored<'r>(&self, mut rounds: impl Iterator<Item = &'r Round>) -> bool {
        let answered = |it: &Round| it.shift == self.shift && it.answered() > 0;
        self.now.is_some() || self.target.is_some() || rounds.any(answered)
    }

    /// How far it is from today to what is wanted; negative when less is wanted (M3).
    #[must_use]
    pub fn gap(&self) -> Option<i8> {
        let number = |it: Rating| i8::try_from(it.get()).ok();
        Some(number(self.target?)? - number(self.now?)?)
    }
}

impl Document {
    /// What is said of a shift; where nothing is set, that.
    #[must_use]
    pub fn assessment(&self, shift: Shift) -> Assessment {
        self.get(shift.assessment_id()).cloned().unwrap_or_else(|| Assessment::new(shift))
    }
}

impl ShiftField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename shift",
            Self::Meaning(_) => "Set the meaning of shift",
            Self::Anchor(..) => "Reword a level of shift",
            Self::Prompts(_) => "Set the questions about shift",
            Self::Now(_) => "Set today’s score of shift",
            Self::Target(_) => "Set the wanted score of shift",
            Self::TargetReason(_) => "Set the reason for less of shift",
            Self::Weight(_) => "Set the weight of shift",
            Self::Benchmark(_) => "Set the benchmark of shift",
            Self::Note(_) => "Set the note of shift",
            Self::StillHolds => "Keep the scores of shift",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, shift: Shift, field: &ShiftField) -> Result<(), Refusal> {
    let id = shift.assessment_id();
    let there = draft.get(id).ok().cloned();
    let mut assessment = there.clone().unwrap_or_else(|| Assessment::new(shift));
    match field.clone() {
        ShiftField::Title(it) => assessment.title = it,
        ShiftField::Meaning(it) => assessment.meaning = it,
        ShiftField::Anchor(level, it) => {
            let before = assessment.anchor(level).to_owned();
            match it {
                Some(text) => drop(assessment.anchors.insert(level, text)),
                None => drop(assessment.anchors.remove(&level)),
            }
            let reworded = assessment.anchor(level) != before;
            assessment.stale |= reworded && assessment.is_scored(draft.iter::<Round>().map(|it| it.1));
        }
        ShiftField::Prompts(it) => assessment.prompts = it,
        ShiftField::Now(it) => {
            assessment.now = it;
            assessment.stale = false;
        }
        ShiftField::Target(it) => assessment.target = it,
        ShiftField::TargetReason(it) => assessment.target_reason = it,
        ShiftField::Weight(it) => assessment.weight = it,
        ShiftField::Benchmark(it) => assessment.benchmark = it,
        ShiftField::Note(it) => assessment.note = it,
        ShiftField::StillHolds => assessment.stale = false,
    }
    let says_something = assessment != Assessment::new(shift);
    match (there.is_some(), says_something) {
        (true, true) => draft.update(id, |it| *it = assessment),
        (true, false) => register::remove(draft, id),
        (false, true) => draft.add(id, assessment),
        (false, false) => Ok(()),
    }
}
