//! What the edits of the room, the seven shifts and their rounds do and refuse.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    Answer, Answers, Ballots, Document, Edit, Hands, Keyword, ParticipantId, Perspective, Rating, Round,
    RoundField, RoundId, Shift, ShiftField, Tally, Text, UnnamedBallot, notation, words,
};

fn room(lines: &str) -> Document {
    let text = format!(
        "workshop \"W\"\nparticipant ann \"Ann\" perspective=management\nparticipant ben \"Ben\" frontline=yes\n{lines}"
    );
    notation::parse(&text, &mut numbered()).unwrap()
}

fn begin(shift: Shift, answers: Answers) -> Edit {
    Edit::AddRound { id: RoundId(Uuid::from_u128(900)), round: Box::new(Round::new(shift, answers)) }
}

fn last_round(document: &Document, shift: Shift) -> (RoundId, &Round) {
    *document.rounds_of(shift).last().unwrap()
}

fn set(shift: Shift, field: ShiftField) -> Edit {
    Edit::SetShift { shift, field }
}

fn level(level: u8) -> Answer {
    Answer::Level(Rating::new(level).unwrap())
}

#[test]
fn a_shift_is_there_as_soon_as_something_is_said_of_it_and_not_longer() {
    let before = room("");
    let scored = set(Shift::Metrics, ShiftField::Now(Rating::new(2)));
    check(
        &before,
        &scored,
        expect![[r#"
        + shift "Metrics and service levels"
    "#]],
    );
    let there = after(&before, &scored);
    assert_eq!(there.assessment(Shift::Metrics).now.map(Rating::get), Some(2));
    assert_eq!(there.assessment(Shift::Roles).now, None, "what is not scored is not set, never 0");
    check(
        &there,
        &set(Shift::Metrics, ShiftField::Now(None)),
        expect![[r#"
        - shift "Metrics and service levels"
    "#]],
    );
}

#[test]
fn m7_rewording_an_anchor_after_scoring_makes_the_scores_stale() {
    let reword = |words: &str| ShiftField::Anchor(Rating::new(3).unwrap(), Some(Text::new(words).unwrap()));
    let unscored = after(&room(""), &set(Shift::Roles, reword("In our words.")));
    assert!(!unscored.assessment(Shift::Roles).stale, "nothing was scored yet");
    let scored = after(&unscored, &set(Shift::Roles, ShiftField::Now(Rating::new(3))));
    let usual = words(Shift::Roles).anchors[3];
    let same = ShiftField::Anchor(Rating::new(4).unwrap(), Some(Text::new(usual).unwrap()));
    assert!(
        !after(&scored, &set(Shift::Roles, same)).assessment(Shift::Roles).stale,
        "the words are the same"
    );
    let reworded = after(&scored, &set(Shift::Roles, reword("In other words.")));
    assert!(reworded.assessment(Shift::Roles).stale);
    assert_eq!(reworded.assessment(Shift::Roles).anchor(Rating::new(3).unwrap()), "In other words.");
    for settled in [ShiftField::StillHolds, ShiftField::Now(Rating::new(3))] {
        assert!(!after(&reworded, &set(Shift::Roles, settled)).assessment(Shift::Roles).stale);
    }
    let answered = room("round roles hands\nhands 0/1/0/0/0");
    assert!(after(&answered, &set(Shift::Roles, reword("Later."))).assessment(Shift::Roles).stale);
}

#[test]
fn s1_a_shift_is_asked_about_in_at_most_three_rounds_one_after_the_other() {
    let open = room("round roles hands revealed=yes\nround roles hands");
    check(
        &open,
        &begin(Shift::Roles, Answers::Hands(Hands::default())),
        expect![[r#"
        refused: The round before is not revealed yet. Reveal it before the next begins.
    "#]],
    );
    let (id, _) = last_round(&open, Shift::Roles);
    let revealed = after(&open, &Edit::SetRound { id, field: RoundField::Revealed });
    let third = after(&revealed, &begin(Shift::Roles, Answers::Blind(Ballots::default())));
    let (id, _) = last_round(&third, Shift::Roles);
    let third = after(&third, &Edit::SetRound { id, field: RoundField::Revealed });
    let fourth = Edit::AddRound {
        id: RoundId(Uuid::from_u128(901)),
        round: Box::new(Round::new(Shift::Roles, Answers::Hands(Hands::default()))),
    };
    check(
        &third,
        &fourth,
        expect![[r#"
        refused: A shift is scored in at most 3 rounds, and each is kept. Agree on a score, or delete a round.
    "#]],
    );
    let other = begin(Shift::Culture, Answers::Hands(Hands::default()));
    assert!(other.plan(&open).is_ok(), "another shift has rounds of its own");
}

#[test]
fn s1_what_is_not_revealed_is_shown_to_nobody_and_what_was_revealed_no_longer_changes() {
    let before = room("round roles blind\nanswer ann 2");
    let (id, round) = last_round(&before, Shift::Roles);
    assert_eq!((round.answers(), round.answered()), (None, 1));
    let ben = before.participants_in_order()[1].0;
    let answer = Edit::SetRound { id, field: RoundField::Named(ben, Some(level(5))) };
    assert_eq!(answer.label(&before), "Answer on “Role and goal clarity”", "undo does not tell the answer");
    let answered = after(&before, &answer);
    let revealed = after(&answered, &Edit::SetRound { id, field: RoundField::Revealed });
    assert_eq!(
        last_round(&revealed, Shift::Roles).1.answers().and_then(Answers::ballots).unwrap().named.len(),
        2
    );
    check(
        &revealed,
        &answer,
        expect![[r#"
        refused: This round is revealed, so its answers no longer change. Begin another round.
    "#]],
    );
    let taken_back = Edit::SetRound { id, field: RoundField::Named(ben, None) };
    assert_eq!(last_round(&after(&answered, &taken_back), Shift::Roles).1.answered(), 1);
}

#[test]
fn hands_are_kept_apart_by_perspective_and_can_be_put_right() {
    let before = room("round roles hands revealed=yes\nhands 0/2/1/0/0 perspective=frontline");
    let (id, _) = last_round(&before, Shift::Roles);
    let tally = Tally { levels: [0, 3, 1, 0, 0], cant_say: 1 };
    let put_right = RoundField::Hands(Some(Perspective::Frontline), tally);
    let now = after(&before, &Edit::SetRound { id, field: put_right });
    let Some(Answers::Hands(hands)) = last_round(&now, Shift::Roles).1.answers() else { panic!("revealed") };
    assert_eq!(hands.tally(Some(Perspective::Frontline)), tally);
    assert_eq!(hands.tally(None), Tally::default());
    let ann = before.participants_in_order()[0].0;
    let by_name = Edit::SetRound { id, field: RoundField::Named(ann, Some(Answer::CantSay)) };
    check(
        &before,
        &by_name,
        expect![[r#"
        refused: This round is answered in another way.
    "#]],
    );
}

#[test]
fn s7_an_answer_without_a_name_is_kept_by_number_alone() {
    let before = room("round roles blind");
    let (id, _) = last_round(&before, Shift::Roles);
    let ballot = UnnamedBallot { answer: level(4), perspective: Some(Perspective::Customer) };
    let now = after(&before, &Edit::SetRound { id, field: RoundField::Unnamed(7, Some(ballot)) });
    let ballots = last_round(&now, Shift::Roles).1.sealed().ballots().unwrap();
    assert_eq!((ballots.named.len(), ballots.unnamed[&7]), (0, ballot));
}

#[test]
fn a_participant_who_goes_takes_their_answers_along_and_undo_brings_both_back() {
    let before = room("round roles blind\nanswer ann 2\nanswer ben cant-say");
    let ben = before.participants_in_order()[1].0;
    let gone = Edit::RemoveParticipant { id: ben };
    check(
        &before,
        &gone,
        expect![[r#"
        - participant "Ben"
        ~ round "Role and goal clarity"
    "#]],
    );
    let left = after(&before, &gone);
    assert_eq!(last_round(&left, Shift::Roles).1.answered(), 1);
    let nobody = ParticipantId(Uuid::from_u128(77));
    let (id, _) = last_round(&before, Shift::Roles);
    check(
        &before,
        &Edit::SetRound { id, field: RoundField::Named(nobody, None) },
        expect![[r#"
        refused: That participant is no longer there.
    "#]],
    );
}

#[test]
fn every_shift_has_words_for_every_level_and_something_to_ask() {
    for shift in Shift::ALL {
        let words = words(*shift);
        assert!(words.prompts.lines().count() >= 3, "{}", shift.label());
        for sentence in words.anchors.iter().chain([&words.meaning]) {
            assert!(sentence.ends_with('.') && sentence.len() < 120, "short and whole: {sentence}");
        }
        assert!(words.prompts.lines().all(|it| it.ends_with('?')));
    }
}
