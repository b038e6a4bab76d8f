//! The usual questions of the health check: sentences that hold from 1, not at all, to 5, fully.

use crate::Shift;

/// Four questions about a shift, as a workshop can begin with them.
#[must_use]
pub fn usual_questions(shift: Shift) -> [&'static str; 4] {
    match shift {
        Shift::Roles => [
            "At every moment it is clear who answers for a customer’s request.",
            "People know by which figures their own work is judged.",
            "No task is done twice, or left lying, because two teams saw it differently.",
            "Someone new finds out within a week what is theirs to do.",
        ],
        Shift::Channels => [
            "A customer goes on in another channel without telling the story again.",
            "For each kind of request we know which channel serves it best, and say so.",
            "Staff in one channel see what was promised in the others.",
            "A request is settled at the first contact, whichever channel it comes through.",
        ],
        Shift::Resources => [
            "There are enough people with the right skills at the hours when customers come.",
            "Time goes into what customers notice, not into putting our own mistakes right.",
            "When demand moves within a day, people move with it.",
            "Money for the service follows what it brings, not last year’s plan.",
        ],
        Shift::Metrics => [
            "What we promise customers is written down, and it is what matters to them.",
            "Our figures show how well customers were served, not only how fast.",
            "Whoever can change a figure sees it in time to act.",
            "What teams promise each other adds up to what the customer was promised.",
        ],
        Shift::Collaboration => [
            "What is sold can be delivered as it was sold.",
            "Service hears of a campaign or an offer before customers do.",
            "What customers tell service changes what is offered next.",
            "Nothing that a customer has said is lost when sales hands over to service.",
        ],
        Shift::Rhythm => [
            "Each regular meeting has an owner, a purpose, and decisions that are kept.",
            "What went wrong is looked at by those concerned within two days.",
            "Decisions that were taken are followed until they are done.",
            "Management hears from the front line on fixed days, and answers.",
        ],
        Shift::Culture => [
            "People say openly what went wrong, and nobody looks for someone to blame.",
            "Teams help each other without asking whose budget it is.",
            "Good service is noticed and praised by name.",
            "Those who serve customers have a say in how the work is changed.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::usual_questions;
    use crate::{Keyword, Shift, Title};

    #[test]
    fn each_usual_question_is_a_title_and_asked_once() {
        let all: Vec<&str> = Shift::ALL.iter().flat_map(|it| usual_questions(*it)).collect();
        let titles: BTreeSet<Title> = all.iter().map(|it| Title::new(it).unwrap()).collect();
        assert_eq!(titles.len(), 28);
    }
}
