//! What a gesture in the health check becomes.

use opmap_analysis::health;
use opmap_model::{Document, Edit, HealthQuestion, HealthQuestionId, Shift, ShiftField};

use crate::keys::Way;

/// Asks the usual questions that are missing, all in one gesture; none when there are none. `fresh` gives identities.
pub(super) fn usual(
    document: &Document,
    shifts: &[Shift],
    mut fresh: impl FnMut() -> HealthQuestionId,
) -> Option<Edit> {
    let missing = shifts.iter().flat_map(|shift| {
        document.usual_questions_missing(*shift).into_iter().map(|title| HealthQuestion::new(*shift, title))
    });
    let add = |question| Edit::AddHealthQuestion { id: fresh(), question, before: None };
    let edits: Vec<Edit> = missing.map(add).collect();
    (!edits.is_empty()).then_some(Edit::All(edits))
}

/// Moves a question by one place among those about its shift; none when there is no further place.
pub(super) fn moved(document: &Document, id: HealthQuestionId, way: Way) -> Option<Edit> {
    let all = document.health_questions_of(document.get(id)?.shift);
    let at = all.iter().position(|it| it.0 == id)?;
    let before = match way {
        Way::Up => Some(all.get(at.checked_sub(1)?)?.0),
        Way::Down => {
            all.get(at + 1)?;
            all.get(at + 2).map(|it| it.0)
        }
        Way::Left | Way::Right => return None,
    };
    Some(Edit::MoveHealthQuestion { id, before })
}

/// Makes the proposal for a shift the score on which the room has agreed; none when it is that or there is none.
pub(super) fn agreed(document: &Document, shift: Shift) -> Option<Edit> {
    let found = health(document).into_iter().find(|it| it.shift == shift)?;
    let proposal = found.both.proposal.filter(|it| found.now != Some(*it))?;
    Some(Edit::SetShift { shift, field: ShiftField::Now(Some(proposal)) })
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, HealthQuestionId, Keyword, Rating, Shift, notation};

    use super::{agreed, moved, usual};
    use crate::keys::Way;

    fn document(lines: &str) -> Document {
        let mut next = 0;
        notation::parse(&format!("workshop \"W\"\n{lines}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn after(document: &Document, edit: &opmap_model::Edit) -> Document {
        let mut after = document.clone();
        after.apply(&edit.plan(document).unwrap()).unwrap();
        after
    }

    #[test]
    fn the_usual_questions_are_asked_once() {
        let mut next = 100;
        let mut fresh = || {
            next += 1;
            HealthQuestionId(uuid::Uuid::from_u128(next))
        };
        let empty = document("");
        let one = after(&empty, &usual(&empty, &[Shift::Culture], &mut fresh).unwrap());
        assert_eq!(one.health_questions().len(), 4);
        let all = after(&one, &usual(&one, Shift::ALL, &mut fresh).unwrap());
        assert_eq!(all.health_questions().len(), 28);
        assert_eq!(usual(&all, Shift::ALL, &mut fresh), None);
    }

    #[test]
    fn a_question_moves_among_those_of_its_shift() {
        let before = document("question roles \"One\"\nquestion roles \"Two\"\nquestion culture \"Three\"\n");
        let ids: Vec<_> = before.health_questions_of(Shift::Roles).iter().map(|it| it.0).collect();
        let down = after(&before, &moved(&before, ids[0], Way::Down).unwrap());
        assert_eq!(down.health_questions_of(Shift::Roles)[1].0, ids[0]);
        assert_eq!(moved(&before, ids[0], Way::Up), None);
        assert_eq!(moved(&before, ids[1], Way::Down), None, "the next shift is another place");
        let up = after(&before, &moved(&before, ids[1], Way::Up).unwrap());
        assert_eq!(up.health_questions_of(Shift::Roles)[0].0, ids[1]);
    }

    #[test]
    fn a_proposal_becomes_the_score_only_when_someone_says_so() {
        let before = document("shift roles now=4\nquestion roles \"One\" commercial=5 operational=2\n");
        let edit = agreed(&before, Shift::Roles).unwrap();
        let there = after(&before, &edit);
        assert_eq!(there.assessment(Shift::Roles).now, Rating::new(2));
        assert_eq!(agreed(&there, Shift::Roles), None);
        assert_eq!(agreed(&before, Shift::Culture), None, "nothing is proposed");
    }
}
