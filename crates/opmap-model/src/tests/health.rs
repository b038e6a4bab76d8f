//! What the edits of the health check do and refuse.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    Answer, Document, Edit, HealthQuestion, HealthQuestionField, HealthQuestionId, Rating, Shift, Side,
    Title, notation,
};

fn asked() -> Document {
    let text = "workshop \"W\"\nquestion roles \"One\" commercial=3\nquestion roles \"Two\"\nquestion culture \"Three\"\n";
    notation::parse(text, &mut numbered()).unwrap()
}

fn title(words: &str) -> Title {
    Title::new(words).unwrap()
}

fn titles(document: &Document, shift: Shift) -> Vec<String> {
    document.health_questions_of(shift).into_iter().map(|(_, it)| it.title.to_string()).collect()
}

fn id_of(document: &Document, words: &str) -> HealthQuestionId {
    *document.health_questions().iter().find(|(_, it)| it.title.as_str() == words).unwrap().0
}

#[test]
fn a_question_is_added_among_those_of_its_shift_and_moved_there() {
    let before = asked();
    let id = HealthQuestionId(Uuid::from_u128(900));
    let question = HealthQuestion::new(Shift::Roles, title("First"));
    let add = Edit::AddHealthQuestion { id, question, before: Some(id_of(&before, "One")) };
    check(
        &before,
        &add,
        expect![[r#"
        + question "First"
    "#]],
    );
    let there = after(&before, &add);
    assert_eq!(titles(&there, Shift::Roles), ["First", "One", "Two"]);
    assert_eq!(titles(&there, Shift::Culture), ["Three"]);
    let moved = after(&there, &Edit::MoveHealthQuestion { id, before: None });
    assert_eq!(titles(&moved, Shift::Roles), ["One", "Two", "First"]);
    let gone = after(&moved, &Edit::RemoveHealthQuestion { id });
    assert_eq!(gone, before);
}

#[test]
fn each_side_answers_for_itself_and_takes_it_back() {
    let before = asked();
    let id = id_of(&before, "One");
    let set = |side, answer| Edit::SetHealthQuestion { id, field: HealthQuestionField::Answer(side, answer) };
    let both = after(&before, &set(Side::Operational, Some(Answer::CantSay)));
    let question = both.get(id).unwrap();
    assert_eq!(question.answer(Side::Commercial), Rating::new(3).map(Answer::Level));
    assert_eq!(question.answer(Side::Operational), Some(Answer::CantSay));
    assert_eq!(after(&both, &set(Side::Operational, None)), before, "what is taken back is not set, never 0");
    assert_eq!(set(Side::Commercial, None).label(&before), "Set the commercial answer to “One”");
    assert_eq!(before.assessment(Shift::Roles).now, None, "an answer changes no score");
}

#[test]
fn the_usual_questions_are_offered_until_they_are_asked() {
    let before = asked();
    let missing = before.usual_questions_missing(Shift::Roles);
    assert_eq!(missing.len(), 4);
    let add = |(number, title): (u128, &Title)| Edit::AddHealthQuestion {
        id: HealthQuestionId(Uuid::from_u128(800 + number)),
        question: HealthQuestion::new(Shift::Roles, title.clone()),
        before: None,
    };
    let all = Edit::All((0..).zip(&missing).map(add).collect());
    assert_eq!(all.label(&before), "Add 4 questions");
    let there = after(&before, &all);
    assert_eq!(titles(&there, Shift::Roles).len(), 6);
    assert_eq!(there.usual_questions_missing(Shift::Roles), []);
    assert_eq!(there.usual_questions_missing(Shift::Culture).len(), 4);
}
