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
    /// The revision of the file, as far as it is known.
    pub(crate) base: Revision,
}

impl Queue {
    pub(crate) fn new(base: Revision) -> Self {
        Self { waiting: VecDeque::new(), on_its_way: false, base }
    }

    /// Whether an edit made now must wait: an undo or redo is not answered, or an edit before it waits itself.
    pub(crate) fn has_barrier(&self) -> bool {
        self.waiting.iter().any(|it| !matches!(it, Pending::Applied(_)))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub(crate) fn push(&mut self, pending: Pending) {
        self.waiting.push_back(pending);
    }

    /// The next thing to send, unless one is on its way; it counts as being on its way from now on.
    pub(crate) fn send_next(&mut self) -> Option<Pending> {
        if self.on_its_way {
            return None;
        }
        let next = self.waiting.front().cloned()?;
        self.on_its_way = true;
        Some(next)
    }

    /// The first held edit, once no barrier stands before it: to be planned now and put back as applied.
    pub(crate) fn take_ready(&mut self) -> Option<Edit> {
        match self.waiting.front() {
            Some(Pending::Held(_)) if !self.on_its_way => match self.waiting.pop_front() {
                Some(Pending::Held(edit)) => Some(edit),
                _ => None,
            },
            _ => None,
        }
    }

    /// A held edit that was planned and applied goes back to the front.
    pub(crate) fn put_first(&mut self, pending: Pending) {
        self.waiting.push_front(pending);
    }

    /// The first is done with.
    pub(crate) fn answered(&mut self) {
        self.waiting.pop_front();
        self.on_its_way = false;
    }

    /// The first was not carried out and stays; it can be sent again.
    pub(crate) fn failed(&mut self) {
        self.on_its_way = false;
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
        queue.answered();
        assert_eq!(queue.send_next(), Some(Pending::Undo));
        queue.answered();
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
        queue.answered();
        assert!(queue.has_barrier(), "the next edit must not overtake the held one");
        assert_eq!(queue.take_ready(), Some(Edit::All(vec![])));
        assert!(!queue.has_barrier());
    }

    #[test]
    fn what_failed_stays_first() {
        let mut queue = Queue::new(Revision(0));
        queue.push(Pending::Redo);
        assert!(queue.send_next().is_some());
        queue.failed();
        assert_eq!(queue.send_next(), Some(Pending::Redo));
    }
}
