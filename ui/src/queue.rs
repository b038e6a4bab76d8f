//! What is on its way to the file: edits in order, undo and redo as barriers.

use std::collections::VecDeque;

use opmap_model::{Edit, Revision};

/// One thing that waits to be sent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Pending {
    /// An edit that the window has applied already.
    Applied(Edit),
    /// An edit made after an undo or redo that is not answered yet; it is planned when that is.
    Held(Edit),
    /// Take back the last gesture.
    Undo,
    /// Bring back the last gesture taken back.
    Redo,
}

/// What waits to be sent, first in first out, one on its way at a time.
#[derive(Debug)]
pub(crate) struct Queue {
    waiting: VecDeque<Pending>,
    on_its_way: bool,
    /// How often the file has been read anew.
    turn: u32,
    /// Whether the file is being read anew. Until that is done nothing is sent, and what is done waits.
    is_read_anew: bool,
    /// The revision of the file, as far as it is known.
    pub(crate) base: Revision,
}

impl Queue {
    pub(crate) fn new(base: Revision) -> Self {
        Self { waiting: VecDeque::new(), on_its_way: false, turn: 0, is_read_anew: false, base }
    }

    /// Whether an edit made now must wait: an undo or redo is not answered, or an edit before it waits itself.
    pub(crate) fn has_barrier(&self) -> bool {
        self.is_read_anew || self.waiting.iter().any(|it| !matches!(it, Pending::Applied(_)))
    }

    /// Whether nothing waits, and what is shown is known to be what the file holds.
    pub(crate) fn is_empty(&self) -> bool {
        !self.is_read_anew && self.waiting.is_empty()
    }

    pub(crate) fn is_read_anew(&self) -> bool {
        self.is_read_anew
    }

    /// Tells an answer to something sent before the file was read anew from one to what was sent since.
    pub(crate) fn turn(&self) -> u32 {
        self.turn
    }

    /// The edits that are shown and not in the file; none while it is not known which these are. What waits behind a step back
    /// or forth is not shown yet.
    pub(crate) fn applied(&self) -> Option<Vec<Edit>> {
        let edit = |pending: &Pending| match pending {
            Pending::Applied(edit) => Some(edit.clone()),
            _ => None,
        };
        let is_known = !self.on_its_way && !self.is_read_anew;
        is_known.then(|| self.waiting.iter().map_while(edit).collect())
    }

    pub(crate) fn push(&mut self, pending: Pending) {
        self.waiting.push_back(pending);
    }

    /// The next thing to send, unless one is on its way; it counts as being on its way from now on.
    pub(crate) fn send_next(&mut self) -> Option<Pending> {
        if self.on_its_way || self.is_read_anew {
            return None;
        }
        let next = self.waiting.front().cloned()?;
        self.on_its_way = true;
        Some(next)
    }

    /// The first held edit, once no barrier stands before it: to be planned now and put back as applied.
    pub(crate) fn take_ready(&mut self) -> Option<Edit> {
        match self.waiting.front() {
            Some(Pending::Held(_)) if !self.on_its_way && !self.is_read_anew => {
                match self.waiting.pop_front() {
                    Some(Pending::Held(edit)) => Some(edit),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A held edit that was planned and applied goes back to the front.
    pub(crate) fn put_first(&mut self, pending: Pending) {
        self.waiting.push_front(pending);
    }

    /// The first is done with, and has made the file what it is at `revision`.
    pub(crate) fn answered(&mut self, revision: Revision) {
        self.drop_first();
        self.base = revision;
    }

    /// The first is done with, and the file is as it was.
    pub(crate) fn drop_first(&mut self) {
        self.waiting.pop_front();
        self.on_its_way = false;
    }

    /// The first was not carried out. An edit is shown already, so it stays and can be sent again. A step back or forth is
    /// not, and would hold up what is done behind it: it is dropped. Answers whether it was.
    pub(crate) fn failed(&mut self) -> bool {
        self.on_its_way = false;
        let is_step = matches!(self.waiting.front(), Some(Pending::Undo | Pending::Redo));
        if is_step {
            self.waiting.pop_front();
        }
        is_step
    }

    /// The file is to be read anew: what waits is dropped, and whatever is on its way no longer matters. Answers the turn
    /// that begins.
    pub(crate) fn begin_anew(&mut self) -> u32 {
        self.waiting.clear();
        (self.on_its_way, self.is_read_anew) = (false, true);
        self.turn += 1;
        self.turn
    }

    /// The file was read at `revision`; what was done meanwhile goes on.
    pub(crate) fn go_on(&mut self, revision: Revision) {
        (self.base, self.is_read_anew) = (revision, false);
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Edit, Revision};

    use super::{Pending, Queue};

    #[test]
    fn one_is_on_its_way_at_a_time() {
        let mut queue = Queue::new(Revision(0));
        queue.push(Pending::Applied(Edit::All(vec![])));
        queue.push(Pending::Undo);
        assert_eq!(queue.send_next(), Some(Pending::Applied(Edit::All(vec![]))));
        assert_eq!(queue.send_next(), None, "the first is not answered yet");
        queue.answered(Revision(1));
        assert_eq!(queue.send_next(), Some(Pending::Undo));
        queue.answered(Revision(1));
        assert!(queue.is_empty());
    }

    #[test]
    fn an_edit_behind_a_barrier_is_ready_when_the_barrier_is_answered() {
        let mut queue = Queue::new(Revision(0));
        queue.push(Pending::Undo);
        assert!(queue.has_barrier());
        queue.push(Pending::Held(Edit::All(vec![])));
        assert_eq!(queue.take_ready(), None, "the undo stands before it");
        assert_eq!(queue.send_next(), Some(Pending::Undo));
        queue.answered(Revision(1));
        assert!(queue.has_barrier(), "the next edit must not overtake the held one");
        assert_eq!(queue.take_ready(), Some(Edit::All(vec![])));
        assert!(!queue.has_barrier());
    }

    fn edit() -> Edit {
        Edit::All(vec![])
    }

    #[test]
    fn an_edit_that_failed_stays_first_and_a_step_that_failed_holds_up_nothing() {
        let mut queue = Queue::new(Revision(0));
        queue.push(Pending::Applied(edit()));
        queue.push(Pending::Undo);
        queue.push(Pending::Held(edit()));
        assert!(queue.send_next().is_some());
        assert!(!queue.failed());
        assert_eq!(queue.send_next(), Some(Pending::Applied(edit())));
        queue.answered(Revision(1));
        assert_eq!(queue.send_next(), Some(Pending::Undo));
        assert!(queue.failed());
        assert_eq!(queue.take_ready(), Some(edit()));
        assert!(queue.is_empty());
    }

    #[test]
    fn while_the_file_is_read_anew_nothing_is_sent_and_what_is_done_waits() {
        let mut queue = Queue::new(Revision(0));
        queue.push(Pending::Applied(edit()));
        assert!(queue.send_next().is_some());
        let turn = queue.turn();
        assert_ne!(queue.begin_anew(), turn, "an answer to what was sent is one of another turn");
        assert!(queue.has_barrier() && !queue.is_empty());
        queue.push(Pending::Held(edit()));
        assert_eq!((queue.take_ready(), queue.send_next()), (None, None));
        queue.go_on(Revision(7));
        assert_eq!((queue.take_ready(), queue.base), (Some(edit()), Revision(7)));
    }

    #[test]
    fn what_a_copy_must_have_beyond_the_file_is_known_unless_something_is_on_its_way() {
        let mut queue = Queue::new(Revision(0));
        assert_eq!(queue.applied(), Some(vec![]));
        queue.push(Pending::Applied(edit()));
        queue.push(Pending::Applied(edit()));
        assert_eq!(queue.applied(), Some(vec![edit(), edit()]));
        assert!(queue.send_next().is_some());
        assert_eq!(queue.applied(), None);
        queue.failed();
        assert_eq!(queue.applied().map(|it| it.len()), Some(2));
        queue.push(Pending::Undo);
        queue.push(Pending::Held(edit()));
        assert_eq!(queue.applied().map(|it| it.len()), Some(2), "what is not taken back yet is still shown");
    }
}
