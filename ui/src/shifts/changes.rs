//! What a gesture of scoring becomes: edits of rounds and assessments.

use opmap_model::{
    Answer, Answers, Document, Edit, ParticipantId, Perspective, Rating, Round, RoundField, RoundId, Shift,
    ShiftField, Tally, UnnamedBallot,
};

use super::way::Method;

/// Who gives an answer unseen by the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voter {
    /// A participant, with their name.
    Named(ParticipantId),
    /// Someone without a name, by the number that they keep (S7), and from where they see the service.
    Unnamed(u16, Option<Perspective>),
}

/// One hand more, or one less, in the round that is counted.
///
/// # Errors
/// Why there is no such hand.
pub(super) fn hand(
    document: &Document,
    shift: Shift,
    of: Option<Perspective>,
    answer: Answer,
    more: bool,
    fresh: RoundId,
) -> Result<Edit, &'static str> {
    // Everyone has seen hands, so those that are revealed can be put right.
    let last = document.rounds_of(shift).last().copied().filter(|it| Method::of(it.1) == Method::Hands);
    let (id, mut edits) = match last {
        Some((id, _)) => (id, Vec::new()),
        None => answerable(document, shift, Method::Hands, fresh)?,
    };
    let mut tally = last.map(|it| counted(it.1, of)).unwrap_or_default();
    let count = match answer.level() {
        Some(level) => &mut tally.levels[level.index()],
        None => &mut tally.cant_say,
    };
    let changed = if more { count.checked_add(1) } else { count.checked_sub(1) };
    *count = changed.ok_or("No such hand is up.")?;
    edits.push(Edit::SetRound { id, field: RoundField::Hands(of, tally) });
    Ok(one(edits))
}

/// The hands of a perspective in a round; none in one where no hands are counted.
pub(super) fn counted(round: &Round, of: Option<Perspective>) -> Tally {
    match round.sealed() {
        Answers::Hands(hands) => hands.tally(of),
        Answers::Blind(_) | Answers::Imported(_) => Tally::default(),
    }
}

/// The hands of all perspectives together, and of those of whom none was said.
pub(super) fn all_counted(round: &Round) -> Tally {
    let mut all = Tally::default();
    if let Answers::Hands(hands) = round.sealed() {
        for (_, tally) in hands.tallies() {
            for (level, more) in all.levels.iter_mut().zip(tally.levels) {
                *level = level.saturating_add(more);
            }
            all.cant_say = all.cant_say.saturating_add(tally.cant_say);
        }
    }
    all
}

/// An answer that nobody else sees.
///
/// # Errors
/// Why nobody can answer so now.
pub(super) fn ballot(
    document: &Document,
    shift: Shift,
    voter: Voter,
    answer: Answer,
    fresh: RoundId,
) -> Result<Edit, &'static str> {
    let (id, mut edits) = answerable(document, shift, Method::Unseen, fresh)?;
    let field = match voter {
        Voter::Named(participant) => RoundField::Named(participant, Some(answer)),
        Voter::Unnamed(number, perspective) => {
            RoundField::Unnamed(number, Some(UnnamedBallot { answer, perspective }))
        }
    };
    edits.push(Edit::SetRound { id, field });
    Ok(one(edits))
}

/// The round that answers of a method go into, and what makes it be there. A round in which nobody has answered gives way to
/// another.
fn answerable(
    document: &Document,
    shift: Shift,
    method: Method,
    fresh: RoundId,
) -> Result<(RoundId, Vec<Edit>), &'static str> {
    let begin = || Edit::AddRound { id: fresh, round: Box::new(Round::new(shift, method.no_answers())) };
    match document.rounds_of(shift).last() {
        None => Ok((fresh, vec![begin()])),
        Some((_, last)) if last.revealed => Err("The answers are revealed. Begin another round first."),
        Some((id, last)) if Method::of(last) == method => Ok((*id, Vec::new())),
        Some((id, last)) if last.answered() == 0 => Ok((fresh, vec![Edit::RemoveRound { id: *id }, begin()])),
        Some(_) => Err("This round is answered in another way."),
    }
}

/// Asks the room again, by a method or else as it was asked before.
///
/// # Errors
/// Why it is not asked again.
pub(super) fn next_round(
    document: &Document,
    shift: Shift,
    method: Option<Method>,
    fresh: RoundId,
) -> Result<Edit, &'static str> {
    match document.rounds_of(shift).last() {
        None => Err("Nobody has answered yet."),
        Some((_, last)) if !last.revealed => Err("Reveal the answers of this round first."),
        Some((_, last)) => {
            let answers = method.unwrap_or(Method::of(last)).no_answers();
            Ok(Edit::AddRound { id: fresh, round: Box::new(Round::new(shift, answers)) })
        }
    }
}

/// Shows all answers at once (S1).
///
/// # Errors
/// Why there is nothing to show.
pub(super) fn reveal(document: &Document, shift: Shift) -> Result<Edit, &'static str> {
    match document.rounds_of(shift).last() {
        Some((id, last)) if !last.revealed && last.answered() > 0 => {
            Ok(Edit::SetRound { id: *id, field: RoundField::Revealed })
        }
        _ => Err("Nobody has answered yet."),
    }
}

/// Takes the last round of a shift away.
///
/// # Errors
/// When there is none.
pub(super) fn delete_round(document: &Document, shift: Shift) -> Result<Edit, &'static str> {
    let last = document.rounds_of(shift).last().map(|it| it.0);
    last.map(|id| Edit::RemoveRound { id }).ok_or("There is no round.")
}

/// The room agrees on a level; none where that is what it has agreed on.
pub(super) fn agree(document: &Document, shift: Shift, level: Rating) -> Option<Edit> {
    let assessment = document.assessment(shift);
    let is_said = assessment.now == Some(level) && !assessment.stale;
    (!is_said).then_some(Edit::SetShift { shift, field: ShiftField::Now(Some(level)) })
}

/// Several edits as one gesture.
fn one(mut edits: Vec<Edit>) -> Edit {
    if edits.len() == 1
        && let Some(edit) = edits.pop()
    {
        return edit;
    }
    Edit::All(edits)
}

#[cfg(test)]
mod tests {
    use opmap_model::{Answer, Document, Edit, Perspective, Rating, RoundId, Shift, notation};
    use uuid::Uuid;

    use super::{Voter, agree, all_counted, ballot, counted, delete_round, hand, next_round, reveal};
    use crate::shifts::asking::{Asking, Stage, state_words};
    use crate::shifts::way::{Method, Way};

    const SHIFT: Shift = Shift::Metrics;

    fn document(lines: &str) -> Document {
        let mut next = 0;
        notation::parse(&format!("workshop \"W\"\n{lines}"), &mut || {
            next += 1;
            Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn level(number: u8) -> Answer {
        Answer::Level(Rating::new(number).unwrap())
    }

    fn round(number: u128) -> RoundId {
        RoundId(Uuid::from_u128(1_000 + number))
    }

    fn apply(document: &mut Document, edit: &Edit) {
        let change = edit.plan(document).unwrap();
        document.apply(&change).unwrap();
    }

    fn asking(document: &Document) -> Asking {
        let result = opmap_analysis::shifts(document).each[SHIFT.number() - 1].clone();
        Asking::of(document, &result, Way::Asked(Method::Unseen), None, false)
    }

    #[test]
    fn the_first_hand_begins_a_round_and_no_hand_goes_below_none() {
        let mut document = document("");
        let raise = |document: &Document, more| hand(document, SHIFT, None, level(2), more, round(1));
        assert!(raise(&document, false).is_err());
        let first = raise(&document, true).unwrap();
        apply(&mut document, &first);
        let again = raise(&document, true).unwrap();
        apply(&mut document, &again);
        let of_customers =
            hand(&document, SHIFT, Some(Perspective::Customer), level(5), true, round(2)).unwrap();
        apply(&mut document, &of_customers);
        let (id, counted_round) = document.rounds_of(SHIFT)[0];
        assert_eq!((id, counted(counted_round, None).levels), (round(1), [0, 2, 0, 0, 0]));
        assert_eq!(all_counted(counted_round).levels, [0, 2, 0, 0, 1]);
        let less = raise(&document, false).unwrap();
        apply(&mut document, &less);
        assert_eq!(counted(document.rounds_of(SHIFT)[0].1, None).levels, [0, 1, 0, 0, 0]);
    }

    #[test]
    fn a_round_that_nobody_has_answered_gives_way_to_another_method() {
        let mut document = document("participant a \"Anna\"\nround metrics hands\n");
        let anna = *document.participants().keys().next().unwrap();
        let edit = ballot(&document, SHIFT, Voter::Named(anna), level(3), round(1)).unwrap();
        apply(&mut document, &edit);
        assert_eq!(document.rounds_of(SHIFT).len(), 1);
        let refused = hand(&document, SHIFT, None, level(1), true, round(2));
        assert_eq!(refused, Err("This round is answered in another way."));
    }

    #[test]
    fn nothing_is_revealed_before_someone_answers_and_nothing_is_answered_after() {
        let mut document = document("round metrics blind\n");
        assert!(reveal(&document, SHIFT).is_err());
        let voter = Voter::Unnamed(1, None);
        let edit = ballot(&document, SHIFT, voter, level(3), round(1)).unwrap();
        apply(&mut document, &edit);
        assert!(next_round(&document, SHIFT, None, round(2)).is_err());
        let edit = reveal(&document, SHIFT).unwrap();
        apply(&mut document, &edit);
        assert!(ballot(&document, SHIFT, voter, level(1), round(2)).is_err());
        let edit = next_round(&document, SHIFT, None, round(2)).unwrap();
        apply(&mut document, &edit);
        assert_eq!(Method::of(document.rounds_of(SHIFT)[1].1), Method::Unseen);
        let edit = delete_round(&document, SHIFT).unwrap();
        apply(&mut document, &edit);
        assert_eq!(document.rounds_of(SHIFT).len(), 1);
    }

    #[test]
    fn to_agree_again_changes_nothing_unless_the_levels_were_reworded() {
        let three = Rating::new(3).unwrap();
        assert_eq!(agree(&document("shift metrics now=3\n"), SHIFT, three), None);
        assert!(agree(&document("shift metrics now=3 stale=yes\n"), SHIFT, three).is_some());
        assert!(agree(&document(""), SHIFT, three).is_some());
    }

    #[test]
    fn what_is_sealed_is_told_by_its_number_alone() {
        let lines = "round metrics hands\nhands 0/3/1/0/0\n";
        let open = asking(&document(lines));
        assert_eq!((open.stage, open.answered(), open.counted()), (Stage::Open, 4, None));
        assert_eq!(open.way, Way::Asked(Method::Hands), "hands are up, whatever is preferred");
        assert!(!format!("{open:?}").contains("Spread"), "{open:?}");
        let shown = asking(&document(&lines.replace("hands\nhands", "hands revealed=yes\nhands")));
        assert_eq!(shown.counted().unwrap().spread.unwrap().counts, [0, 3, 1, 0, 0]);
    }

    #[test]
    fn the_strip_says_where_each_shift_stands() {
        let words =
            |lines: &str| state_words(&opmap_analysis::shifts(&document(lines)).each[SHIFT.number() - 1]);
        assert_eq!(words(""), "not scored");
        assert_eq!(words("shift metrics now=2 target=4\n"), "2 now, 4 wanted");
        assert_eq!(words("shift metrics now=2\nround metrics blind\n"), "scoring, round 1");
        assert_eq!(words("round metrics hands revealed=yes\nhands 1/0/0/0/0\n"), "not agreed yet");
    }
}
