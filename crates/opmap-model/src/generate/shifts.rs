//! A made-up room that has scored the seven shifts, and random edits of both.

use super::edits::{some_id, with};
use super::{Dice, put, text, title};
use crate::{
    Answer, Answers, Assessment, Ballots, Change, Document, Edit, Hands, HealthQuestion, HealthQuestionField,
    HealthQuestionId, Keyword, Participant, ParticipantField, ParticipantId, Perspective, Rank, Rating,
    Round, RoundField, RoundId, Shift, ShiftField, Side, Tally, UnnamedBallot, usual_questions,
};

const IN_THE_ROOM: usize = 8;

/// Eight participants; each shift scored, most of them in rounds of every sort, now and then one not revealed.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change) {
    let rank = |index: usize| Rank(i64::try_from(index + 1).unwrap_or(1) << 16);
    let room: Vec<ParticipantId> = (0..IN_THE_ROOM).map(|_| ParticipantId(dice.uuid())).collect();
    for (index, id) in room.iter().enumerate() {
        let mut participant = Participant::new(title(&format!("Participant {}", index + 1)));
        participant.rank = rank(index);
        participant.perspective = perspective(dice);
        participant.frontline = dice.below(4) == 0;
        put(change, *id, participant);
    }
    for shift in Shift::ALL {
        let mut assessment = Assessment::new(*shift);
        assessment.now = rating(dice);
        assessment.target = assessment.now.and_then(|it| Rating::new(it.get() + 1));
        put(change, shift.assessment_id(), assessment);
        for (index, asked) in usual_questions(*shift).into_iter().enumerate().take(dice.below(5)) {
            let mut question = HealthQuestion::new(*shift, title(asked));
            question.rank = rank(index);
            question.commercial = some_answer(dice);
            question.operational = some_answer(dice);
            put(change, HealthQuestionId(dice.uuid()), question);
        }
        for index in 0..dice.below(Round::LIMIT + 1) {
            let mut round = Round { rank: rank(index), ..Round::new(*shift, answers(dice, &room)) };
            round.revealed = dice.below(5) > 0;
            put(change, RoundId(dice.uuid()), round);
        }
    }
}

fn rating(dice: &mut Dice) -> Option<Rating> {
    dice.pick(&Rating::ALL).copied()
}

fn perspective(dice: &mut Dice) -> Option<Perspective> {
    (dice.below(5) > 0).then(|| dice.pick(Perspective::ALL).copied()).flatten()
}

fn answer(dice: &mut Dice) -> Answer {
    if dice.below(8) == 0 { Answer::CantSay } else { rating(dice).map_or(Answer::CantSay, Answer::Level) }
}

fn some_answer(dice: &mut Dice) -> Option<Answer> {
    (dice.below(4) > 0).then(|| answer(dice))
}

fn tally(dice: &mut Dice) -> Tally {
    let mut hands = || u16::try_from(dice.below(6)).unwrap_or_default();
    Tally { levels: [hands(), hands(), hands(), hands(), hands()], cant_say: hands() / 4 }
}

fn unnamed(dice: &mut Dice) -> (u16, UnnamedBallot) {
    let number = u16::try_from(1 + dice.below(9)).unwrap_or(1);
    (number, UnnamedBallot { answer: answer(dice), perspective: perspective(dice) })
}

fn answers(dice: &mut Dice, room: &[ParticipantId]) -> Answers {
    if dice.below(2) == 0 {
        let mut hands = Hands::default();
        hands.set(perspective(dice), tally(dice));
        hands.set(None, tally(dice));
        return Answers::Hands(hands);
    }
    let mut ballots = Ballots::default();
    for id in room {
        if dice.below(6) > 0 {
            ballots.named.insert(*id, answer(dice));
        }
    }
    ballots.unnamed.extend([unnamed(dice), unnamed(dice)]);
    if dice.below(2) == 0 { Answers::Blind(ballots) } else { Answers::Imported(ballots) }
}

/// An edit of the health check.
fn health_edit(document: &Document, dice: &mut Dice) -> Edit {
    let shift = dice.pick(Shift::ALL).copied().unwrap_or(Shift::Roles);
    match dice.below(8) {
        0..=2 => {
            let question = HealthQuestion::new(shift, title(&format!("Question {}.", dice.below(90))));
            Edit::AddHealthQuestion {
                id: HealthQuestionId(dice.uuid()),
                question,
                before: some_id(document, dice),
            }
        }
        3 => with(some_id(document, dice), |id| Edit::RemoveHealthQuestion { id }),
        4 => with(some_id(document, dice), |id| Edit::MoveHealthQuestion {
            id,
            before: some_id(document, dice),
        }),
        _ => with(some_id(document, dice), |id| {
            let field = match dice.below(5) {
                0 => HealthQuestionField::Title(title(&format!("Asked anew {}.", dice.below(90)))),
                1 => HealthQuestionField::Note((dice.below(2) == 0).then(|| text("Said in the room."))),
                _ => {
                    let side = if dice.below(2) == 0 { Side::Commercial } else { Side::Operational };
                    HealthQuestionField::Answer(side, some_answer(dice))
                }
            };
            Edit::SetHealthQuestion { id, field }
        }),
    }
}

/// An edit of the room or of the seven shifts.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    match dice.below(26) {
        20..=25 => health_edit(document, dice),
        0 | 1 => Edit::AddParticipant {
            id: ParticipantId(dice.uuid()),
            participant: Participant::new(title(&format!("Guest {}", dice.below(90)))),
            before: some_id(document, dice),
        },
        2 => with(some_id(document, dice), |id| Edit::SetParticipant { id, field: participant_field(dice) }),
        3 => {
            with(some_id(document, dice), |id| Edit::MoveParticipant { id, before: some_id(document, dice) })
        }
        4 => with(some_id(document, dice), |id| Edit::RemoveParticipant { id }),
        5..=9 => {
            with(dice.pick(Shift::ALL).copied(), |shift| Edit::SetShift { shift, field: shift_field(dice) })
        }
        10..=12 => with(dice.pick(Shift::ALL).copied(), |shift| {
            let room: Vec<ParticipantId> = document.participants().keys().copied().collect();
            let round = Round::new(shift, answers(dice, &room));
            Edit::AddRound { id: RoundId(dice.uuid()), round: Box::new(round) }
        }),
        13 => with(some_id(document, dice), |id| Edit::RemoveRound { id }),
        _ => with(some_id(document, dice), |id| Edit::SetRound { id, field: round_field(document, dice) }),
    }
}

fn participant_field(dice: &mut Dice) -> ParticipantField {
    match dice.below(4) {
        0 => ParticipantField::Title(title(&format!("Guest {}", dice.below(90)))),
        1 => ParticipantField::Position(Some(title("Team lead"))),
        2 => ParticipantField::Perspective(perspective(dice)),
        _ => ParticipantField::Frontline(dice.below(2) == 0),
    }
}

fn shift_field(dice: &mut Dice) -> ShiftField {
    let words = (dice.below(2) == 0).then(|| text("As this room says it."));
    match dice.below(11) {
        0 => ShiftField::Title(words.map(|_| title("Renamed"))),
        1 => ShiftField::Meaning(words),
        2 => with_level(dice, |level| ShiftField::Anchor(level, words)),
        3 => ShiftField::Prompts(words),
        4 => ShiftField::Now(rating(dice)),
        5 => ShiftField::Target(rating(dice)),
        6 => ShiftField::TargetReason(words),
        7 => ShiftField::Weight(rating(dice)),
        8 => ShiftField::Benchmark(rating(dice)),
        9 => ShiftField::Note(words),
        _ => ShiftField::StillHolds,
    }
}

fn with_level(dice: &mut Dice, field: impl FnOnce(Rating) -> ShiftField) -> ShiftField {
    rating(dice).map_or(ShiftField::StillHolds, field)
}

fn round_field(document: &Document, dice: &mut Dice) -> RoundField {
    let given = (dice.below(4) > 0).then(|| answer(dice));
    match (dice.below(4), some_id(document, dice)) {
        (0, _) => RoundField::Revealed,
        (1, _) => RoundField::Hands(perspective(dice), tally(dice)),
        (2, Some(participant)) => RoundField::Named(participant, given),
        _ => {
            let (number, ballot) = unnamed(dice);
            RoundField::Unnamed(number, given.map(|_| ballot))
        }
    }
}
