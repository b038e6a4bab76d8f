//! Lines about the room and the seven shifts.

use uuid::Uuid;

use super::values::{keyword, named, text, title, unknown, yes};
use super::{Parser, Rest, fill, insert_new};
use crate::{
    Answer, Answers, Assessment, Ballots, Hands, HealthQuestion, HealthQuestionId, Participant,
    ParticipantId, Perspective, Rating, Round, RoundId, Shift, Tally, UnnamedBallot,
};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    pub(super) fn participant(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, id) = (rest.bare("a handle")?, ParticipantId((self.fresh)()));
        let mut participant = Participant { rank: self.next_rank(), ..Participant::new(rest.title()?) };
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "position" => participant.position = Some(title(&value)?),
                "perspective" => participant.perspective = Some(keyword(&value)?),
                "frontline" => participant.frontline = yes(&value)?,
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.participants, handle, id)?;
        self.put(id, participant);
        Ok(())
    }

    /// `shift roles now=2 target=4 weight=3`.
    pub(super) fn shift(&mut self, rest: &mut Rest) -> Result<(), String> {
        let mut assessment = Assessment::new(keyword(&rest.bare("a shift")?)?);
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "title" => assessment.title = Some(title(&value)?),
                "meaning" => assessment.meaning = Some(text(&value)?),
                "prompts" => assessment.prompts = Some(text(&value)?),
                "now" => assessment.now = Some(rating(&value)?),
                "target" => assessment.target = Some(rating(&value)?),
                "target-reason" => assessment.target_reason = Some(text(&value)?),
                "weight" => assessment.weight = Some(rating(&value)?),
                "benchmark" => assessment.benchmark = Some(rating(&value)?),
                "note" => assessment.note = Some(text(&value)?),
                "stale" => assessment.stale = yes(&value)?,
                _ => return Err(unknown(&key)),
            }
        }
        self.put(assessment.shift.assessment_id(), assessment);
        Ok(())
    }

    /// `anchor roles/3 "What can be seen"`, below the line of the shift.
    pub(super) fn anchor(&mut self, rest: &mut Rest) -> Result<(), String> {
        let place = rest.bare("a level of a shift")?;
        let (shift, level) = place.split_once('/').ok_or("a level of a shift is shift/level")?;
        let (shift, level): (Shift, Rating) = (keyword(shift)?, rating(level)?);
        let id = shift.assessment_id();
        if !self.change.assessments.contains_key(&id) {
            return Err(format!("the line of the shift {place} comes first"));
        }
        let words = rest.text()?;
        fill(&mut self.change.assessments, id, |it| drop(it.anchors.insert(level, words)));
        Ok(())
    }

    /// `question roles "It is clear who does what." commercial=3 operational=cant-say`.
    pub(super) fn question(&mut self, rest: &mut Rest) -> Result<(), String> {
        let shift = keyword(&rest.bare("a shift")?)?;
        let mut question =
            HealthQuestion { rank: self.next_rank(), ..HealthQuestion::new(shift, rest.title()?) };
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "commercial" => question.commercial = Some(answer(&value)?),
                "operational" => question.operational = Some(answer(&value)?),
                "note" => question.note = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        let id = HealthQuestionId((self.fresh)());
        self.put(id, question);
        Ok(())
    }

    /// `round roles blind revealed=yes`; its answers follow.
    pub(super) fn round(&mut self, rest: &mut Rest) -> Result<(), String> {
        let shift = keyword(&rest.bare("a shift")?)?;
        let answers = match rest.bare("how it is answered")?.as_str() {
            "hands" => Answers::Hands(Hands::default()),
            "blind" => Answers::Blind(Ballots::default()),
            "imported" => Answers::Imported(Ballots::default()),
            other => return Err(format!("{other} is none of hands, blind, imported")),
        };
        let id = RoundId((self.fresh)());
        let mut round = Round { rank: self.next_rank(), ..Round::new(shift, answers) };
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "revealed" => round.revealed = yes(&value)?,
                _ => return Err(unknown(&key)),
            }
        }
        self.put(id, round);
        self.round = Some(id);
        Ok(())
    }

    /// `hands 1/7/4/1/0 cant-say=1 perspective=frontline`: how many for each level from 1 to 5.
    pub(super) fn hands(&mut self, rest: &mut Rest) -> Result<(), String> {
        let counts = rest.bare("counts")?;
        let levels: Result<Vec<u16>, String> = counts.split('/').map(count).collect();
        let levels = levels?.try_into().map_err(|_| format!("{counts} is not a count for each level"))?;
        let mut tally = Tally { levels, cant_say: 0 };
        let mut perspective = None;
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "cant-say" => tally.cant_say = count(&value)?,
                "perspective" => perspective = Some(keyword(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        match self.answers()? {
            Answers::Hands(hands) => hands.set(perspective, tally),
            Answers::Blind(_) | Answers::Imported(_) => return Err("that round counts no hands".to_owned()),
        }
        Ok(())
    }

    /// `answer pa1 3`, or `answer pa1 cant-say`.
    pub(super) fn answer(&mut self, rest: &mut Rest) -> Result<(), String> {
        let participant = named(&self.participants, "participant", &rest.bare("a participant")?)?;
        let given = answer(&rest.bare("an answer")?)?;
        self.ballots()?.named.insert(participant, given);
        Ok(())
    }

    /// `unnamed 4 3 perspective=customer`: the number, then its answer.
    pub(super) fn unnamed(&mut self, rest: &mut Rest) -> Result<(), String> {
        let number = count(&rest.bare("a number")?)?;
        let answer = answer(&rest.bare("an answer")?)?;
        let mut perspective: Option<Perspective> = None;
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "perspective" => perspective = Some(keyword(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        self.ballots()?.unnamed.insert(number, UnnamedBallot { answer, perspective });
        Ok(())
    }

    fn answers(&mut self) -> Result<&mut Answers, String> {
        let round = self.round.and_then(|id| self.change.rounds.get_mut(&id)?.after.as_mut());
        round.map(|it| &mut it.answers).ok_or_else(|| "the line of the round comes first".to_owned())
    }

    fn ballots(&mut self) -> Result<&mut Ballots, String> {
        match self.answers()? {
            Answers::Hands(_) => Err("that round counts hands".to_owned()),
            Answers::Blind(ballots) | Answers::Imported(ballots) => Ok(ballots),
        }
    }
}

fn rating(value: &str) -> Result<Rating, String> {
    let rating = value.parse().ok().and_then(Rating::new);
    rating.ok_or_else(|| format!("{value} is not a level of 1 to 5"))
}

fn answer(value: &str) -> Result<Answer, String> {
    if value == "cant-say" { Ok(Answer::CantSay) } else { rating(value).map(Answer::Level) }
}

fn count(value: &str) -> Result<u16, String> {
    value.parse().map_err(|_| format!("{value} is not a count"))
}
