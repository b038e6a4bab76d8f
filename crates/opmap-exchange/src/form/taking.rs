//! The answers of a form made into rounds: one of each shift, all in one gesture.

use std::collections::BTreeMap;

use opmap_model::{
    Answer, Answers, Ballots, Document, Edit, Keyword, Participant, ParticipantField, ParticipantId,
    Perspective, Round, RoundId, Shift, Title, UnnamedBallot, folded,
};
use uuid::Uuid;

use super::{Form, FormRow};
use crate::people::PEOPLE_LIMIT;
use crate::rows::LeftOut;

/// What becomes of the names in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// Who is not in the room yet is added to it.
    #[default]
    Added,
    /// Who is not in the room has answered without a name.
    KnownOnly,
    /// No name is kept with an answer (S7).
    None,
}

/// What taking a form would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The one edit that does it; none where there is nothing to take.
    pub edit: Option<Edit>,
    /// How many answers each shift gets, those who cannot say among them.
    pub answers: Vec<(Shift, usize)>,
    /// The shifts that get none, since they cannot be asked now, and why.
    pub refused: Vec<(Shift, String)>,
    /// Who is added to the room.
    pub added: Vec<Title>,
    /// How many answer with their name.
    pub named: usize,
    /// How many answer without.
    pub unnamed: usize,
    /// What could not be taken as it stands.
    pub left_out: Vec<LeftOut>,
}

/// Someone who answers.
#[derive(Clone, Copy)]
enum Rater {
    Named(ParticipantId),
    Unnamed(u16, Option<Perspective>),
}

/// What is being made.
struct Taking<'a> {
    document: &'a Document,
    names: Names,
    known: BTreeMap<String, ParticipantId>,
    room: Vec<Edit>,
    last_number: Option<u16>,
    ballots: BTreeMap<Shift, Ballots>,
    taken: Taken,
}

/// What taking the answers of a form would do: who is added to the room, and a round of each shift with an answer, to
/// be revealed as any other. `fresh` gives the identities.
#[must_use]
pub fn taken(form: &Form, document: &Document, names: Names, mut fresh: impl FnMut() -> Uuid) -> Taken {
    let people = document.participants_in_order().into_iter().rev();
    let mut taking = Taking {
        document,
        names,
        // Of two that are called alike it is the first.
        known: people.map(|(id, it)| (folded(it.title.as_str()), id)).collect(),
        room: Vec::new(),
        last_number: last_number(document),
        ballots: BTreeMap::new(),
        taken: Taken {
            edit: None,
            answers: Vec::new(),
            refused: Vec::new(),
            added: Vec::new(),
            named: 0,
            unnamed: 0,
            left_out: form.left_out.clone(),
        },
    };
    let named = form.rows.iter().filter_map(|it| Some((folded(it.name.as_ref()?.as_str()), it.row)));
    let last: BTreeMap<String, usize> = named.filter(|_| names != Names::None).collect();
    for row in &form.rows {
        let name = row.name.as_ref().map_or("", Title::as_str);
        match last.get(&folded(name)) {
            Some(later) if *later != row.row => {
                let sentence = format!("“{name}” answers again in row {later}, which is what is taken.");
                taking.leave_out(row.row, sentence);
            }
            _ => taking.take(row, &mut fresh),
        }
    }
    taking.finish(fresh)
}

/// The highest number under which someone has answered without a name: theirs, not that of somebody in the form.
fn last_number(document: &Document) -> Option<u16> {
    let ballots = document.rounds().values().filter_map(|it| it.sealed().ballots());
    Some(ballots.filter_map(|it| it.unnamed.keys().next_back().copied()).max().unwrap_or(0))
}

impl Taking<'_> {
    fn leave_out(&mut self, row: usize, sentence: String) {
        self.taken.left_out.push(LeftOut { row, sentence });
    }

    fn take(&mut self, row: &FormRow, fresh: &mut impl FnMut() -> Uuid) {
        let name = row.name.as_ref().filter(|_| self.names != Names::None);
        let known = name.and_then(|it| self.known.get(&folded(it.as_str())).copied());
        let rater = match (known, name) {
            (Some(id), _) => {
                self.note_group(id, row);
                Rater::Named(id)
            }
            (None, Some(name)) if self.names == Names::Added && self.has_place(row) => {
                let id = ParticipantId(fresh());
                let participant =
                    Participant { perspective: row.perspective, ..Participant::new(name.clone()) };
                self.room.push(Edit::AddParticipant { id, participant, before: None });
                self.known.insert(folded(name.as_str()), id);
                self.taken.added.push(name.clone());
                Rater::Named(id)
            }
            _ => {
                self.last_number = self.last_number.and_then(|it| it.checked_add(1));
                let Some(number) = self.last_number else {
                    return self.leave_out(row.row, "No more people can answer without a name.".to_owned());
                };
                Rater::Unnamed(number, row.perspective)
            }
        };
        match rater {
            Rater::Named(_) => self.taken.named += 1,
            Rater::Unnamed(..) => self.taken.unnamed += 1,
        }
        for (shift, answer) in &row.answers {
            put(self.ballots.entry(*shift).or_default(), rater, *answer);
        }
    }

    /// Whether one more can be added to the room.
    fn has_place(&mut self, row: &FormRow) -> bool {
        let has_place = self.taken.added.len() < PEOPLE_LIMIT;
        if !has_place {
            let sentence =
                format!("Up to {PEOPLE_LIMIT} people can be added at once; this one answers without a name.");
            self.leave_out(row.row, sentence);
        }
        has_place
    }

    /// Answers with a name are of the group of who gives them.
    fn note_group(&mut self, id: ParticipantId, row: &FormRow) {
        let (Some(participant), Some(said)) = (self.document.get(id), row.perspective) else { return };
        match participant.perspective {
            None => {
                let field = ParticipantField::Perspective(Some(said));
                self.room.push(Edit::SetParticipant { id, field });
            }
            Some(known) if known != said => {
                let sentence = format!("“{}” stays in the group {}.", participant.title, known.label());
                self.leave_out(row.row, sentence);
            }
            Some(_) => {}
        }
    }

    fn finish(mut self, mut fresh: impl FnMut() -> Uuid) -> Taken {
        let mut rounds = Vec::new();
        for (shift, ballots) in std::mem::take(&mut self.ballots) {
            let id = RoundId(fresh());
            let round = |ballots| Edit::AddRound {
                id,
                round: Box::new(Round::new(shift, Answers::Imported(ballots))),
            };
            match round(Ballots::default()).plan(self.document) {
                Ok(_) => {
                    self.taken.answers.push((shift, ballots.named.len() + ballots.unnamed.len()));
                    rounds.push(round(ballots));
                }
                Err(refusal) => self.taken.refused.push((shift, refusal.to_string())),
            }
        }
        if !rounds.is_empty() {
            self.taken.edit = Some(Edit::All(self.room.into_iter().chain(rounds).collect()));
        }
        self.taken.left_out.sort_by_key(|it| it.row);
        self.taken
    }
}

fn put(ballots: &mut Ballots, rater: Rater, answer: Answer) {
    match rater {
        Rater::Named(id) => {
            ballots.named.insert(id, answer);
        }
        Rater::Unnamed(number, perspective) => {
            ballots.unnamed.insert(number, UnnamedBallot { answer, perspective });
        }
    }
}
