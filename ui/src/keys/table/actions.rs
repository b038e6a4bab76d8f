//! What can be done on the Actions station.

use opmap_model::{Ranking, Rating};

use super::{Place, Section, changes, looks};
use crate::actions::{Look, Segment};
use crate::keys::press::{alt, any_shift, ctrl, digit, plain, shift};
use crate::keys::{Command as C, Need as N, OnActions as A, OnBoard as B, OnTrace as T, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Registers of the actions", place: Place::Actions, entries: &[
        looks(C::Actions(A::Show(Segment::Evidence)), "Show the evidence", "quote", N::Nothing, &[], "evidence register, quotes, data, observations, documents, proof"),
        looks(C::Actions(A::Show(Segment::Findings)), "Show the findings", "list-checks", N::Nothing, &[], "kept findings, what we found, conclusions, problems we keep"),
        looks(C::Actions(A::Show(Segment::Recommendations)), "Show the recommendations", "list-checks", N::Nothing, &[], "what should be done, actions, measures to take, priorities, impact and effort"),
        looks(C::Actions(A::Show(Segment::Rhythm)), "Show the operating rhythm", "repeat", N::Nothing, &[], "forums, meetings, cadence, meeting rhythm, who meets when, governance"),
        looks(C::Actions(A::Show(Segment::Options)), "Show the options log", "scale", N::Nothing, &[], "choices, alternatives, what was decided in the room, decision log, why we chose"),
        looks(C::Actions(A::Show(Segment::Risks)), "Show risks, assumptions and constraints", "flag", N::Nothing, &[], "risk log, risk register, raid, what could go wrong, assumptions, constraints"),
        looks(C::Actions(A::Look(Look::Threads)), "Show what leads to what", "network", N::Nothing, &[plain("t")], "trace, from quote to recommendation, where does it come from, thread, why"),
        looks(C::Actions(A::Look(Look::Matrix)), "Show findings against recommendations", "table", N::Nothing, &[plain("x")], "matrix, gaps, which finding is answered, traceability matrix, what is open"),
        changes(C::Actions(A::Add), "Add to the register", "plus", N::Nothing, &[plain("n")], "new evidence, add evidence, new quote, note what was said, new forum, new choice, new risk"),
        changes(C::Actions(A::Edit), "Edit its words", "pencil", N::Nothing, &[plain("Enter"), plain("F2")], "reword the evidence, change the quote, edit the forum, edit the risk"),
        changes(C::Actions(A::Delete), "Delete it from the register", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "take it out of the register, drop the quote, no longer evidence"),
        changes(C::Actions(A::Link), "Link it to something…", "link", N::Nothing, &[plain("l")], "what is it about, evidence for, connect evidence, link to a shift"),
        changes(C::Actions(A::LinkSelected), "Link it to what is selected on the map", "link", N::Selection, &[shift(plain("l"))], "evidence for this step, about the selected steps"),
        changes(C::Actions(A::Merge), "Merge the finding with another…", "copy", N::Nothing, &[plain("m")], "make one finding of two, combine findings, unite"),
        changes(C::Actions(A::Answer), "Answer the finding with a recommendation…", "list-checks", N::Nothing, &[plain("a")], "what we do about it, address a finding, recommendation for this finding"),
        changes(C::Actions(A::Move(Way::Up)), "Move it up in the register", "arrow-up", N::Nothing, &[alt("ArrowUp")], "reorder evidence, further up"),
        changes(C::Actions(A::Move(Way::Down)), "Move it down in the register", "arrow-down", N::Nothing, &[alt("ArrowDown")], "reorder evidence, further down"),
    ] },
    Section { words: "Recommendations", place: Place::Actions, entries: &[
        looks(C::Actions(A::Details), "Show all about the recommendation, or the board", "list", N::Nothing, &[plain("d")], "details of a recommendation, its fields, owner, measure, trial, follow-up"),
        changes(C::Actions(A::Rate(Rating::ALL[0])), "Impact 1 or effort 1 for the board", "target", N::Nothing, &[digit("1")], "place on the board 1, rate 1"),
        changes(C::Actions(A::Rate(Rating::ALL[1])), "Impact 2 or effort 2 for the board", "target", N::Nothing, &[digit("2")], "place on the board 2, rate 2"),
        changes(C::Actions(A::Rate(Rating::ALL[2])), "Impact 3 or effort 3 for the board", "target", N::Nothing, &[digit("3")], "place on the board 3, rate 3"),
        changes(C::Actions(A::Rate(Rating::ALL[3])), "Impact 4 or effort 4 for the board", "target", N::Nothing, &[digit("4")], "place on the board 4, rate 4"),
        changes(C::Actions(A::Rate(Rating::ALL[4])), "Impact 5 or effort 5 for the board", "target", N::Nothing, &[digit("5")], "place on the board 5, rate 5"),
        changes(C::Actions(A::RankBy(Ranking::ImpactEffort)), "Rank by impact, then effort", "grid-3x3", N::Nothing, &[], "impact and effort matrix, board, quick wins, prioritise"),
        changes(C::Actions(A::RankBy(Ranking::Rice)), "Rank by RICE: reach and confidence", "users", N::Nothing, &[], "rice score, reach impact confidence effort"),
        changes(C::Actions(A::RankBy(Ranking::Wsjf)), "Rank by WSJF: cost of delay", "clock", N::Nothing, &[], "wsjf, weighted shortest job first, urgency, job size"),
        changes(C::Actions(A::RankBy(Ranking::Votes)), "Let the room vote with dots", "hand", N::Nothing, &[], "rank by votes, dot voting, dotmocracy, vote on recommendations"),
        changes(C::Actions(A::Vote), "Give the recommendation a dot", "plus", N::Nothing, &[any_shift(plain("+")), plain("=")], "one vote more, add a dot"),
        changes(C::Actions(A::Unvote), "Take a dot back", "minus", N::Nothing, &[any_shift(plain("-"))], "one vote less, one dot less"),
        looks(C::Actions(A::SortByVotes), "Sort by votes", "list", N::Nothing, &[plain("v")], "order by dots, show who won the vote"),
        looks(C::Actions(A::Suggestions), "Show or hide what is suggested", "search", N::Nothing, &[plain("s")], "suggested recommendations, library of patterns, ideas, what could we do"),
        changes(C::Actions(A::Unplace), "Take the recommendation off the board", "x", N::Nothing, &[digit("0")], "not placed, no impact and effort, clear its place"),
    ] },
    Section { words: "Impact and effort", place: Place::Board, entries: &[
        looks(C::Board(B::Walk(Way::Up)), "Circle above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "next circle up on the board"),
        looks(C::Board(B::Walk(Way::Down)), "Circle below, then what is not placed", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next circle down on the board, tray"),
        looks(C::Board(B::Walk(Way::Left)), "Circle to the left", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "next circle with less effort"),
        looks(C::Board(B::Walk(Way::Right)), "Circle to the right", "arrow-right", N::Nothing, &[plain("ArrowRight")], "next circle with more effort"),
        changes(C::Board(B::Move(Way::Up)), "More impact by one", "arrow-up", N::Nothing, &[alt("ArrowUp")], "move the circle up, raise the impact"),
        changes(C::Board(B::Move(Way::Down)), "Less impact by one", "arrow-down", N::Nothing, &[alt("ArrowDown")], "move the circle down, lower the impact"),
        changes(C::Board(B::Move(Way::Left)), "Less effort by one", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "move the circle left, lower the effort"),
        changes(C::Board(B::Move(Way::Right)), "More effort by one", "arrow-right", N::Nothing, &[alt("ArrowRight")], "move the circle right, raise the effort"),
    ] },
    Section { words: "Rows of a register", place: Place::Actions, entries: &[
        looks(C::Actions(A::Go(Way::Up)), "Row above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "previous evidence"),
        looks(C::Actions(A::Go(Way::Down)), "Row below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next evidence"),
        looks(C::Actions(A::Start), "First row", "arrow-up", N::Nothing, &[plain("Home"), ctrl("Home")], "top of the register"),
        looks(C::Actions(A::End), "Last row", "arrow-down", N::Nothing, &[plain("End"), ctrl("End")], "bottom of the register"),
        looks(C::Actions(A::PageUp), "Several rows up", "arrow-up", N::Nothing, &[plain("PageUp")], "page of the register up"),
        looks(C::Actions(A::PageDown), "Several rows down", "arrow-down", N::Nothing, &[plain("PageDown")], "page of the register down"),
    ] },
    Section { words: "What leads to what", place: Place::Trace, entries: &[
        looks(C::Trace(T::Go(Way::Up)), "Of the trace the one above", "arrow-up", N::Keyboard, &[plain("ArrowUp")], "thread upwards, pair above"),
        looks(C::Trace(T::Go(Way::Down)), "Of the trace the one below", "arrow-down", N::Keyboard, &[plain("ArrowDown")], "thread downwards, pair below"),
        looks(C::Trace(T::Go(Way::Left)), "Back along the trace", "arrow-left", N::Keyboard, &[plain("ArrowLeft")], "back along the thread, pair on the left"),
        looks(C::Trace(T::Go(Way::Right)), "On along the trace", "arrow-right", N::Keyboard, &[plain("ArrowRight")], "on along the thread, pair on the right"),
        looks(C::Trace(T::Start), "First of the trace", "arrow-left", N::Keyboard, &[plain("Home")], "start of the column, start of the row"),
        looks(C::Trace(T::End), "Last of the trace", "arrow-right", N::Keyboard, &[plain("End")], "end of the column, end of the row"),
        changes(C::Trace(T::Answer), "Let the recommendation answer the finding, or not", "link", N::Keyboard, &[plain(" ")], "turn the answer on or off in the matrix"),
        looks(C::Trace(T::Open), "Show the record of the trace", "waypoints", N::Keyboard, &[plain("Enter")], "go to the evidence, open the finding of the thread"),
        looks(C::Trace(T::Drop), "Drop the thread", "x", N::Keyboard, &[plain("Escape")], "choose nothing of the trace"),
    ] },
];
