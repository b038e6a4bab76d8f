//! In which way a room says where it stands.

use opmap_model::{Answers, Ballots, Hands, Round};

/// In which way a room says where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// It talks, and the facilitator sets what it agrees on.
    Agreed,
    /// It is asked in rounds.
    Asked(Method),
}

/// How the room answers in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// Hands are counted.
    Hands,
    /// The laptop goes round, and each answers unseen by the others.
    Unseen,
}

impl Way {
    pub(super) const ALL: [Self; 3] = [Self::Agreed, Self::Asked(Method::Hands), Self::Asked(Method::Unseen)];

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Agreed => "Agree",
            Self::Asked(Method::Hands) => "Hands",
            Self::Asked(Method::Unseen) => "Unseen",
        }
    }

    /// What is done in this way.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Agreed => "Talk, and set what the room agrees on.",
            Self::Asked(Method::Hands) => "Call out each level and count the hands.",
            Self::Asked(Method::Unseen) => "Pass the laptop round. Nobody sees what others answer.",
        }
    }
}

impl Method {
    /// How a round is answered. Answers that were taken over are one person’s each, as unseen ones are.
    pub(super) fn of(round: &Round) -> Self {
        match round.sealed() {
            Answers::Hands(_) => Self::Hands,
            Answers::Blind(_) | Answers::Imported(_) => Self::Unseen,
        }
    }

    /// How its answers are kept, before there are any.
    pub(super) fn no_answers(self) -> Answers {
        match self {
            Self::Hands => Answers::Hands(Hands::default()),
            Self::Unseen => Answers::Blind(Ballots::default()),
        }
    }
}
