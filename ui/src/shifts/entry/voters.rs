//! Who has not answered yet.

use std::collections::BTreeSet;

use opmap_model::{Document, ParticipantId, Perspective, Round, RoundId, Shift};

/// The round that is open, if there is one.
fn open_round(document: &Document, shift: Shift) -> Option<(RoundId, &Round)> {
    document.rounds_of(shift).last().copied().filter(|it| !it.1.revealed)
}

/// The participants who have not answered yet, in their order.
pub(super) fn waiting(document: &Document, shift: Shift) -> Vec<(ParticipantId, String)> {
    let ballots = open_round(document, shift).and_then(|it| it.1.sealed().ballots());
    let has_answered = |id: &ParticipantId| ballots.is_some_and(|it| it.named.contains_key(id));
    let all = document.participants_in_order().into_iter();
    all.filter(|(id, _)| !has_answered(id)).map(|(id, it)| (id, it.title.to_string())).collect()
}

/// The numbers that someone keeps and has not answered with yet, and the next that nobody has; none when all are taken.
pub(super) fn numbers(document: &Document, shift: Shift) -> (Vec<u16>, Option<u16>) {
    let of =
        |round: &Round| round.sealed().ballots().map(|it| it.unnamed.keys().copied().collect::<Vec<_>>());
    let known: BTreeSet<u16> = document.rounds().values().filter_map(of).flatten().collect();
    let answered = open_round(document, shift).and_then(|it| of(it.1)).unwrap_or_default();
    let next = known.last().map_or(Some(1), |it| it.checked_add(1));
    (known.into_iter().filter(|it| !answered.contains(it)).collect(), next)
}

/// From where someone with a number has said to see the service, when they last answered.
pub(super) fn perspective_of(document: &Document, number: u16) -> Option<Perspective> {
    let mut rounds: Vec<_> = document.rounds().iter().collect();
    // Identities of rounds are made in the order of time.
    rounds.sort_by_key(|it| std::cmp::Reverse(*it.0));
    rounds.into_iter().find_map(|(_, it)| it.sealed().ballots()?.unnamed.get(&number)?.perspective)
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Perspective, Shift, notation};

    use super::{numbers, perspective_of, waiting};

    fn document(lines: &str) -> Document {
        let mut next = 0;
        notation::parse(&format!("workshop \"W\"\n{lines}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn those_who_have_answered_are_not_asked_again() {
        let document = document(
            "participant a \"Anna\"\nparticipant b \"Ben\"\nround roles blind\nanswer a 2\n\
             round metrics blind revealed=yes\nanswer b 1\n",
        );
        let names = |shift| waiting(&document, shift).into_iter().map(|it| it.1).collect::<Vec<_>>();
        assert_eq!(names(Shift::Roles), ["Ben"]);
        assert_eq!(names(Shift::Metrics), ["Anna", "Ben"], "a revealed round is over");
        assert_eq!(names(Shift::Culture), ["Anna", "Ben"]);
    }

    #[test]
    fn a_number_is_kept_for_the_session_and_none_is_given_twice() {
        let document = document(
            "round roles blind revealed=yes\nunnamed 1 2 perspective=customer\nunnamed 4 5\n\
             round metrics blind\nunnamed 1 3\n",
        );
        assert_eq!(numbers(&document, Shift::Metrics), (vec![4], Some(5)));
        assert_eq!(numbers(&document, Shift::Rhythm), (vec![1, 4], Some(5)));
        assert_eq!(perspective_of(&document, 1), Some(Perspective::Customer));
        assert_eq!(perspective_of(&document, 4), None);
        let full = self::document("round roles blind\nunnamed 65535 2\n");
        assert_eq!(numbers(&full, Shift::Roles), (vec![], None));
    }
}
