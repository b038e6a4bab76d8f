//! What commands do to the recommendation where one is.

use leptos::prelude::*;
use opmap_analysis::Quadrant;
use opmap_model::{
    Document, Edit, Ranking, Rating, RecommendationField, RecommendationId, RecordId, Threshold,
};

use super::board::{self, BoardShown};
use super::{method, votes};
use crate::actions::Segment;
use crate::actions::key_press::place_beside;
use crate::actions::state::ActionsState;
use crate::keys::{OnActions, OnBoard, Way};

/// Carries out what is particular to recommendations.
pub(in crate::actions) fn run(command: OnActions, id: RecommendationId, actions: ActionsState) {
    let state = actions.recommendations;
    let is_by = |method| state.method.get_untracked() == method;
    match command {
        OnActions::Rate(_) | OnActions::Unplace if !is_by(Ranking::ImpactEffort) => {
            actions.spoken.set("Impact and effort do not rank now.".to_owned());
        }
        OnActions::Vote | OnActions::Unvote if !is_by(Ranking::Votes) => {
            actions.spoken.set("Let the votes rank first.".to_owned());
        }
        OnActions::Rate(rating) => {
            state.detailed.set(false);
            rate(id, rating, actions);
        }
        OnActions::Unplace => place(id, None, actions),
        OnActions::Vote => votes::vote(id, true, actions),
        OnActions::Unvote => votes::vote(id, false, actions),
        _ => {}
    }
}

/// Shows all about the one where one is in the place of the board, or the board again.
pub(in crate::actions) fn turn_details(actions: ActionsState) {
    actions.show(Segment::Recommendations);
    actions.recommendations.detailed.update(|it| *it = !*it);
}

/// Lists what could be recommended, or no longer.
pub(in crate::actions) fn turn_suggestions(actions: ActionsState) {
    actions.show(Segment::Recommendations);
    actions.recommendations.suggesting.update(|it| *it = !*it);
}

/// Drops a number that was typed and what is dragged; whether there was any.
pub(in crate::actions) fn give_up(actions: ActionsState) -> bool {
    let state = actions.recommendations;
    let is_something =
        state.typed.with_untracked(Option::is_some) || state.drag.with_untracked(Option::is_some);
    state.typed.set(None);
    state.drag.set(None);
    is_something
}

/// Carries out a command of the board.
pub(in crate::actions) fn run_board(command: OnBoard, actions: ActionsState) {
    actions.show(Segment::Recommendations);
    method::rank_by(Ranking::ImpactEffort, actions);
    let from = actions.chosen.get_untracked().and_then(RecordId::key::<RecommendationId>);
    match (command, from) {
        (OnBoard::Walk(way), _) => {
            let shown = BoardShown::now(actions);
            if let Some(to) = shown.next(from, way) {
                actions.go(RecordId::Recommendation(to));
            }
        }
        (OnBoard::Move(way), Some(id)) => {
            let (impact, effort) = ratings(actions, id);
            match board::moved(impact, effort, way) {
                Some(to) => place(id, Some(to), actions),
                None => actions.spoken.set("There is no cell further on.".to_owned()),
            }
        }
        (OnBoard::Move(_), None) => {
            actions.spoken.set("There is nothing here yet. N adds something.".to_owned());
        }
    }
}

fn ratings(actions: ActionsState, id: RecommendationId) -> (Option<Rating>, Option<Rating>) {
    actions.editor.peek(|document| document.get(id).map_or((None, None), |it| (it.impact, it.effort)))
}

/// Takes a typed number: the first is the impact, the second the effort, and both make one edit.
fn rate(id: RecommendationId, rating: Rating, actions: ActionsState) {
    let typed = actions.recommendations.typed;
    match typed.get_untracked().filter(|it| it.0 == id) {
        Some((_, impact)) => place(id, Some((impact, rating)), actions),
        None => {
            typed.set(Some((id, rating)));
            let code = code(actions, id);
            actions.spoken.set(format!("{code}: impact {rating}. Now its effort, 1 to 5."));
        }
    }
}

/// Puts a recommendation into a cell of the board, or takes it off the board.
pub(super) fn place(id: RecommendationId, cell: Option<(Rating, Rating)>, actions: ActionsState) {
    actions.recommendations.typed.set(None);
    let (impact, effort) = (cell.map(|it| it.0), cell.map(|it| it.1));
    let field = RecommendationField::Placed { impact, effort };
    if actions.editor.commit(Edit::SetRecommendation { id, field }) {
        let now = match cell {
            Some((impact, effort)) => actions.editor.peek(|document| cell_words(document, impact, effort)),
            None => "not placed".to_owned(),
        };
        actions.spoken.set(format!("{}: now {now}.", code(actions, id)));
    }
}

/// What a cell of the board means: *impact 4, effort 2: quick wins*.
pub(super) fn cell_words(document: &Document, impact: Rating, effort: Rating) -> String {
    let low = document.workshop().thresholds.of(Threshold::LowScore);
    let quadrant = Quadrant::of(Some(impact), Some(effort), low).map_or("", Quadrant::name);
    format!("impact {impact}, effort {effort}: {}", quadrant.to_lowercase())
}

fn code(actions: ActionsState, id: RecommendationId) -> String {
    actions
        .editor
        .peek(|document| document.get(id).map(opmap_model::Recommendation::code))
        .unwrap_or_default()
}

/// Moves a recommendation in the order that decides ties, and says so: its rank may stay as it was.
pub(in crate::actions) fn reorder(id: RecommendationId, way: Way, actions: ActionsState) {
    match actions.editor.peek(|document| reordered(document, id, way)) {
        Some(edit) => {
            if actions.editor.commit(edit) {
                actions.spoken.set(actions.editor.peek(|document| order_words(document, id)));
            }
        }
        None => actions.spoken.set("There is no place further on.".to_owned()),
    }
}

/// The edit that moves a recommendation in the order in which they were put, which decides ties (Q4); none where there is
/// no place further on.
fn reordered(document: &Document, id: RecommendationId, way: Way) -> Option<Edit> {
    let put: Vec<RecommendationId> = document.recommendations_in_order().into_iter().map(|it| it.0).collect();
    place_beside(&put, id, way).map(|before| Edit::MoveRecommendation { id, before })
}

/// Where one stands in that order.
fn order_words(document: &Document, id: RecommendationId) -> String {
    let put = document.recommendations_in_order();
    let at = put.iter().position(|it| it.0 == id).unwrap_or(0) + 1;
    let code = document.get(id).map(opmap_model::Recommendation::code).unwrap_or_default();
    format!("{code} is number {at} of {} in the order that decides ties.", put.len())
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Rating, RecommendationId, notation};

    use super::{cell_words, order_words, reordered};
    use crate::keys::Way;

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\nrecommendation a \"One\" impact=2 effort=1\nrecommendation b \"Two\"\n\
            recommendation c \"Three\" impact=5 effort=5\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn called(document: &Document, code: &str) -> RecommendationId {
        *document.recommendations().iter().find(|it| it.1.code() == code).unwrap().0
    }

    #[test]
    fn a_recommendation_moves_in_the_order_in_which_they_were_put_not_in_that_of_the_list() {
        let mut document = document();
        let third = called(&document, "R3");
        assert_eq!(order_words(&document, third), "R3 is number 3 of 3 in the order that decides ties.");
        assert_eq!(reordered(&document, third, Way::Down), None);
        let change = reordered(&document, third, Way::Up).unwrap().plan(&document).unwrap();
        document.apply(&change).unwrap();
        assert_eq!(order_words(&document, third), "R3 is number 2 of 3 in the order that decides ties.");
    }

    #[test]
    fn a_cell_is_told_with_its_quarter() {
        let [impact, effort] = [4, 2].map(|it| Rating::new(it).unwrap());
        assert_eq!(cell_words(&document(), impact, effort), "impact 4, effort 2: quick wins");
        assert_eq!(cell_words(&document(), effort, impact), "impact 2, effort 4: thankless");
    }
}
