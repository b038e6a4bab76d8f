//! The room and the seven shifts as lines.

use super::super::words::quote;
use super::{Lines, keyword_pair, text_pair, title_pair, yes_pair};
use crate::{
    Answer, Answers, Assessment, Document, Keyword, ParticipantId, Perspective, Rating, RecordId, Round,
    Shift, Tally,
};

pub(super) fn print_participants(document: &Document, lines: &mut Lines<'_>) {
    for (number, (id, participant)) in (1..).zip(document.participants_in_order()) {
        let line = format!("participant pa{number} {}", quote(participant.title.as_str()));
        let pairs = [
            title_pair("position", participant.position.as_ref()),
            keyword_pair("perspective", participant.perspective),
            yes_pair("frontline", participant.frontline),
        ];
        lines.record(RecordId::Participant(id), line, pairs);
    }
}

/// What is said of each shift, and below it the rounds with their answers, those that are not revealed too.
pub(super) fn print_shifts(document: &Document, lines: &mut Lines<'_>) {
    for shift in Shift::ALL {
        let id = shift.assessment_id();
        if let Some(assessment) = document.get(id) {
            lines.record(RecordId::Assessment(id), format!("shift {}", shift.key()), pairs(assessment));
            for (level, text) in &assessment.anchors {
                lines.line(format!("anchor {}/{level} {}", shift.key(), quote(text.as_str())));
            }
        }
        for (id, question) in document.health_questions_of(*shift) {
            let line = format!("question {} {}", shift.key(), quote(question.title.as_str()));
            let of = |key: &str, it: Option<Answer>| it.map(|it| format!("{key}={}", answer(it)));
            let pairs = [
                of("commercial", question.commercial),
                of("operational", question.operational),
                text_pair("note", question.note.as_ref()),
            ];
            lines.record(RecordId::HealthQuestion(id), line, pairs);
        }
        for (id, round) in document.rounds_of(*shift) {
            let method = match round.sealed() {
                Answers::Hands(_) => "hands",
                Answers::Blind(_) => "blind",
                Answers::Imported(_) => "imported",
            };
            let line = format!("round {} {method}", shift.key());
            lines.record(RecordId::Round(id), line, [yes_pair("revealed", round.revealed)]);
            print_answers(document, round, lines);
        }
    }
}

fn pairs(assessment: &Assessment) -> [Option<String>; 10] {
    let rating = |key: &str, it: Option<Rating>| it.map(|it| format!("{key}={it}"));
    [
        title_pair("title", assessment.title.as_ref()),
        text_pair("meaning", assessment.meaning.as_ref()),
        text_pair("prompts", assessment.prompts.as_ref()),
        rating("now", assessment.now),
        rating("target", assessment.target),
        text_pair("target-reason", assessment.target_reason.as_ref()),
        rating("weight", assessment.weight),
        rating("benchmark", assessment.benchmark),
        text_pair("note", assessment.note.as_ref()),
        yes_pair("stale", assessment.stale),
    ]
}

fn print_answers(document: &Document, round: &Round, lines: &mut Lines<'_>) {
    if let Answers::Hands(hands) = round.sealed() {
        for (perspective, tally) in hands.tallies() {
            lines.line(hands_line(perspective, tally));
        }
    }
    let Some(ballots) = round.sealed().ballots() else { return };
    let named = |id: ParticipantId| ballots.named.get(&id);
    for (number, (id, _)) in (1..).zip(document.participants_in_order()) {
        lines.line_if(named(id).map(|it| format!("answer pa{number} {}", answer(*it))));
    }
    for (number, ballot) in &ballots.unnamed {
        let line = format!("unnamed {number} {}", answer(ballot.answer));
        lines.with_pairs(line, [keyword_pair("perspective", ballot.perspective)]);
    }
}

fn hands_line(perspective: Option<Perspective>, tally: &Tally) -> String {
    let [one, two, three, four, five] = tally.levels;
    let cant_say = match tally.cant_say {
        0 => String::new(),
        count => format!(" cant-say={count}"),
    };
    let perspective = perspective.map_or_else(String::new, |it| format!(" perspective={}", it.key()));
    format!("hands {one}/{two}/{three}/{four}/{five}{cant_say}{perspective}")
}

fn answer(answer: Answer) -> String {
    answer.level().map_or_else(|| "cant-say".to_owned(), |it| it.to_string())
}
