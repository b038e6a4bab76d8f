//! The health check: what the commercial and the operational side answer, and which score that proposes (1.10).

use opmap_model::{Answer, Document, HealthQuestion, Keyword, Rating, Shift, Side};

use crate::Spread;

/// What the health check says of one shift. It proposes a score; the one that counts is the room's (M2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftHealth {
    /// Which shift.
    pub shift: Shift,
    /// What it is called.
    pub name: String,
    /// How many questions are asked about it.
    pub questions: usize,
    /// What those answer who sell.
    pub commercial: Answered,
    /// What those answer who serve.
    pub operational: Answered,
    /// Both together.
    pub both: Answered,
    /// The score today that the room has agreed on.
    pub now: Option<Rating>,
}

/// What was answered to some questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answered {
    /// To how many a level was given.
    pub levels: usize,
    /// To how many they cannot say (M1).
    pub cant_say: usize,
    /// The middle answer, of an even number the lower one in the middle (M2); none where no level was given.
    pub proposal: Option<Rating>,
}

impl ShiftHealth {
    /// What one side answers.
    #[must_use]
    pub fn side(&self, side: Side) -> Answered {
        match side {
            Side::Commercial => self.commercial,
            Side::Operational => self.operational,
        }
    }

    /// By how many levels the commercial side sees it higher; negative where it sees it lower. None where one of them
    /// has given no level.
    #[must_use]
    pub fn difference(&self) -> Option<i8> {
        apart(self.commercial.proposal?, self.operational.proposal?)
    }

    /// Whether something was answered.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.both.levels + self.both.cant_say > 0
    }
}

/// By how many levels the commercial side answers a question higher; none where one of them has given no level.
#[must_use]
pub fn sides_apart(question: &HealthQuestion) -> Option<i8> {
    apart(question.commercial?.level()?, question.operational?.level()?)
}

fn apart(commercial: Rating, operational: Rating) -> Option<i8> {
    let number = |it: Rating| i8::try_from(it.get()).ok();
    Some(number(commercial)? - number(operational)?)
}

/// What the health check says of each of the seven shifts, in their order.
#[must_use]
pub fn health(document: &Document) -> Vec<ShiftHealth> {
    Shift::ALL.iter().map(|shift| of_shift(document, *shift)).collect()
}

fn of_shift(document: &Document, shift: Shift) -> ShiftHealth {
    let questions = document.health_questions_of(shift);
    let answers = |side: Side| questions.iter().filter_map(move |(_, it)| it.answer(side));
    let assessment = document.assessment(shift);
    ShiftHealth {
        shift,
        name: assessment.name().to_owned(),
        questions: questions.len(),
        commercial: Answered::of(answers(Side::Commercial)),
        operational: Answered::of(answers(Side::Operational)),
        both: Answered::of(answers(Side::Commercial).chain(answers(Side::Operational))),
        now: assessment.now,
    }
}

impl Answered {
    fn of(answers: impl Iterator<Item = Answer>) -> Self {
        let (mut counts, mut cant_say) = ([0_u32; 5], 0);
        for answer in answers {
            match answer.level() {
                Some(level) => counts[level.index()] += 1,
                None => cant_say += 1,
            }
        }
        Self {
            levels: counts.iter().map(|it| *it as usize).sum(),
            cant_say,
            proposal: Spread::of(counts).and_then(|it| Rating::new(it.proposal)),
        }
    }
}
