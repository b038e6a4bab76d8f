//! A stage of a journey: a column of its map.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::{Ranked, place};
use crate::{
    CounterpartId, Document, JourneyId, Keyword, MapKey, Rank, RecordId, Refusal, StageId, State, Step,
    StepId, Title, counterparts, step, tables,
};

/// A column of a map: a part of the journey as the customer goes through it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The journey it belongs to.
    pub journey: JourneyId,
    /// The state of the journey it belongs to.
    pub state: State,
    /// Where it stands from left to right.
    pub rank: Rank,
    /// What it shares with its counterparts in the other states.
    pub counterpart: CounterpartId,
    /// What it is called.
    pub title: Title,
    /// Which part of the customer's time with the company it belongs to.
    pub phase: Option<Phase>,
    /// What the facilitator asks the room about it while the map is presented.
    pub question: Option<Title>,
}

/// A part of the customer's time with the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before the customer buys.
    PreSale,
    /// While the customer buys.
    Sale,
    /// After the customer has bought.
    PostSale,
}

/// One part of a stage, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StageField {
    /// Its name.
    Title(Title),
    /// Its part of the customer's time.
    Phase(Option<Phase>),
    /// The question for the room.
    Question(Option<Title>),
}

impl Stage {
    /// A stage with a title, that is its own first counterpart.
    #[must_use]
    pub fn new(id: StageId, map: MapKey, title: Title) -> Self {
        let MapKey { journey, state } = map;
        let (rank, counterpart) = (Rank::default(), CounterpartId(id.0));
        Self { journey, state, rank, counterpart, title, phase: None, question: None }
    }

    /// The map it is a column of.
    #[must_use]
    pub fn map(&self) -> MapKey {
        MapKey { journey: self.journey, state: self.state }
    }
}

impl Document {
    /// What the room is asked about a stage: its own question, else that of its counterpart in another state of the journey.
    #[must_use]
    pub fn question_about(&self, id: StageId) -> Option<&Title> {
        let stage = self.get(id)?;
        let is_counterpart = |it: &&Stage| it.journey == stage.journey && it.counterpart == stage.counterpart;
        let of_counterparts = || {
            let counterparts = self.stages().values().filter(is_counterpart);
            counterparts.filter_map(|it| Some((it.state, it.question.as_ref()?))).min_by_key(|it| it.0)
        };
        stage.question.as_ref().or_else(|| of_counterparts().map(|it| it.1))
    }
}

impl Ranked for Stage {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Keyword for Phase {
    const ALL: &'static [Self] = &[Self::PreSale, Self::Sale, Self::PostSale];

    fn key(self) -> &'static str {
        match self {
            Self::PreSale => "pre-sale",
            Self::Sale => "sale",
            Self::PostSale => "post-sale",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::PreSale => "Before the sale",
            Self::Sale => "Sale",
            Self::PostSale => "After the sale",
        }
    }
}

impl StageField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename",
            Self::Phase(_) => "Set the phase of",
            Self::Question(_) => "Set the question about",
        }
    }
}

pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: StageId,
    stage: &Stage,
    before: Option<StageId>,
) -> Result<(), Refusal> {
    draft.get(stage.journey)?;
    let map = stage.map();
    counterparts::check_free(draft, id, stage)?;
    let siblings = draft.siblings(id, |it: &Stage| it.map() == map);
    draft.add(id, stage.clone())?;
    place::<Stage>(draft, &siblings, &[id], before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: StageId, field: &StageField) -> Result<(), Refusal> {
    draft.update(id, |stage| match field.clone() {
        StageField::Title(it) => stage.title = it,
        StageField::Phase(it) => stage.phase = it,
        StageField::Question(it) => stage.question = it,
    })
}

pub(crate) fn reorder(draft: &mut Draft<'_>, id: StageId, before: Option<StageId>) -> Result<(), Refusal> {
    let map = draft.get(id)?.map();
    let siblings = draft.siblings(id, |it: &Stage| it.map() == map);
    place::<Stage>(draft, &siblings, &[id], before)
}

/// Removes a stage. Its steps go to the stage `steps_to`, in their lanes, or away with it (B9).
pub(crate) fn remove(draft: &mut Draft<'_>, id: StageId, steps_to: Option<StageId>) -> Result<(), Refusal> {
    draft.get(id)?;
    if let Some(target) = steps_to {
        if target == id {
            return Err(Refusal::StepsToRemoved);
        }
        let mut moving: Vec<(StepId, Step)> =
            draft.iter::<Step>().filter(|(_, it)| it.stage == id).map(|(id, it)| (id, it.clone())).collect();
        moving.sort_by_key(|(id, it)| (it.lane, it.rank, *id));
        for (step_id, it) in moving {
            step::relocate(draft, &[step_id], target, it.lane, None)?;
        }
    }
    tables::remove_cascading(draft, &[RecordId::Stage(id)])
}

#[cfg(test)]
mod tests {
    use crate::State;
    use crate::notation::parse;

    #[test]
    fn a_question_holds_for_the_counterparts_that_have_none() {
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"Contact\" question=\"Who answers?\"\n\
                    stage t \"Visit\"\nmap j to-be\nstage s \"Contact\"\nstage t \"Visit\" question=\"Do we go?\"";
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let document = parse(text, &mut fresh).unwrap();
        let asked = |state: State, title: &str| {
            let is_it = |it: &&crate::Stage| it.state == state && it.title.as_str() == title;
            let (id, _) = document.stages().iter().find(|(_, it)| is_it(it)).unwrap();
            document.question_about(*id).map(crate::Title::as_str)
        };
        assert_eq!(asked(State::ToBe, "Contact"), Some("Who answers?"));
        assert_eq!(asked(State::AsLived, "Visit"), Some("Do we go?"));
        assert_eq!(asked(State::ToBe, "Visit"), Some("Do we go?"));
    }
}
