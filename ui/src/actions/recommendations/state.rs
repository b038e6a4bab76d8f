//! What the register of recommendations remembers beside the document.

use leptos::prelude::*;
use opmap_analysis::{Ranked, ranked};
use opmap_model::{Document, Ranking, Rating, RecommendationId, RecordId};

use super::board::Drag;
use super::votes::USUAL_DOTS;
use crate::actions::state::ActionsState;
use crate::editor::Editor;

/// The state of the register; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(in crate::actions) struct RecommendationsState {
    /// All of them, the best first.
    pub(super) ranked: Memo<Vec<Ranked>>,
    /// The method that ranks.
    pub(super) method: Memo<Ranking>,
    /// The order in which they stay while the room votes.
    pub(super) held: RwSignal<Option<Vec<RecommendationId>>>,
    /// How many dots each hand has, and how many hands there are.
    pub(super) dots: RwSignal<Option<u32>>,
    pub(super) hands: RwSignal<Option<u32>>,
    /// Whether what could be recommended is listed.
    pub(in crate::actions) suggesting: RwSignal<bool>,
    /// Whether all about the one that is chosen stands in the place of the board.
    pub(in crate::actions) detailed: RwSignal<bool>,
    /// An impact that was typed for one of them, and waits for its effort.
    pub(super) typed: RwSignal<Option<(RecommendationId, Rating)>>,
    /// What is dragged over the board.
    pub(super) drag: RwSignal<Option<Drag>>,
}

impl RecommendationsState {
    pub(in crate::actions) fn new(editor: Editor) -> Self {
        Self {
            ranked: Memo::new(move |_| editor.read(ranked)),
            method: Memo::new(move |_| editor.read(|document| document.workshop().roadmap.ranking)),
            held: RwSignal::new(None),
            dots: RwSignal::new(Some(USUAL_DOTS)),
            hands: RwSignal::new(editor.peek(people)),
            suggesting: RwSignal::new(false),
            detailed: RwSignal::new(false),
            typed: RwSignal::new(None),
            drag: RwSignal::new(None),
        }
    }

    /// The records in the order in which they are listed, tracked.
    pub(in crate::actions) fn rows(self) -> Vec<RecordId> {
        let ranked = self.ranked.with(|it| it.iter().map(|it| it.id).collect());
        let held = self.held.get().filter(|_| self.method.get() == Ranking::Votes);
        in_order(ranked, held.as_deref()).into_iter().map(RecordId::Recommendation).collect()
    }

    /// Keeps the order as it is, until someone asks for that of the votes.
    pub(super) fn hold(self, actions: ActionsState) {
        if self.held.with_untracked(Option::is_none) {
            let rows = actions.rows.with_untracked(|it| it.iter().filter_map(|it| it.key()).collect());
            self.held.set(Some(rows));
        }
    }

    /// What the method makes of a recommendation; no place while an order is held. Tracked.
    pub(super) fn rank_of(self, id: RecommendationId) -> Option<Ranked> {
        let is_held = self.held.with(Option::is_some) && self.method.get() == Ranking::Votes;
        let found = self.ranked.with(|it| it.iter().find(|it| it.id == id).copied());
        found.map(|it| if is_held { Ranked { place: None, ..it } } else { it })
    }
}

/// How many people are in the room, if that is known.
fn people(document: &Document) -> Option<u32> {
    u32::try_from(document.participants().len()).ok().filter(|it| *it > 0)
}

/// Those that are held as they are held, then what has come since.
fn in_order(ranked: Vec<RecommendationId>, held: Option<&[RecommendationId]>) -> Vec<RecommendationId> {
    let Some(held) = held else { return ranked };
    let there = held.iter().copied().filter(|it| ranked.contains(it));
    there.chain(ranked.iter().copied().filter(|it| !held.contains(it))).collect()
}

#[cfg(test)]
mod tests {
    use opmap_model::RecommendationId;
    use uuid::Uuid;

    use super::in_order;

    #[test]
    fn an_order_that_is_held_lets_go_what_is_gone_and_puts_what_is_new_last() {
        let id = |number: u128| RecommendationId(Uuid::from_u128(number));
        let ranked = vec![id(4), id(3), id(1)];
        assert_eq!(in_order(ranked.clone(), None), ranked);
        assert_eq!(in_order(ranked, Some(&[id(1), id(2), id(3)])), [id(1), id(3), id(4)]);
    }
}
