//! What can be done on the roadmap.

use super::{Place, Section, changes, looks};
use crate::keys::press::{alt, any_shift, ctrl, plain, shift};
use crate::keys::{Command as C, Need as N, OnRoadmap as W, Way};
use crate::roadmap::RoadmapView;

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Bars of the roadmap", place: Place::Roadmap, entries: &[
        changes(C::Roadmap(W::Move(Way::Left)), "A working day earlier", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "move the bar left, start earlier, bring forward"),
        changes(C::Roadmap(W::Move(Way::Right)), "A working day later", "arrow-right", N::Nothing, &[alt("ArrowRight")], "move the bar right, start later, delay, postpone"),
        changes(C::Roadmap(W::MoveWave(Way::Left)), "To the wave before", "arrow-left", N::Nothing, &[shift(alt("ArrowLeft"))], "earlier wave, move to wave 1"),
        changes(C::Roadmap(W::MoveWave(Way::Right)), "To the wave behind", "arrow-right", N::Nothing, &[shift(alt("ArrowRight"))], "later wave, put into a wave, plan it, move to wave 2"),
        changes(C::Roadmap(W::Move(Way::Up)), "To the row above", "arrow-up", N::Nothing, &[alt("ArrowUp")], "other workstream, other owner, move the bar up"),
        changes(C::Roadmap(W::Move(Way::Down)), "To the row below", "arrow-down", N::Nothing, &[alt("ArrowDown")], "other workstream below, other owner below, move the bar down"),
        changes(C::Roadmap(W::Longer), "A working day longer", "plus", N::Nothing, &[any_shift(plain("+")), plain("=")], "longer duration, stretch the bar, takes more time"),
        changes(C::Roadmap(W::Shorter), "A working day shorter", "minus", N::Nothing, &[plain("-")], "shorter duration, shrink the bar, takes less time"),
        changes(C::Roadmap(W::WaitFor), "Let it wait for…", "link", N::Nothing, &[plain("l")], "dependency, depends on, predecessor, draw a line to, needs first"),
        changes(C::Roadmap(W::Park), "Park it or bring it back", "archive", N::Nothing, &[plain("p")], "not now, parking lot, later than all waves, unpark"),
        changes(C::Roadmap(W::Delete), "Take the dependency or the wave away", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "no longer wait, no wave, off the roadmap, drop the milestone"),
        changes(C::Roadmap(W::Add), "Add a recommendation to the row", "plus", N::Nothing, &[plain("n")], "new bar, something to be done, new recommendation on the roadmap"),
        changes(C::Roadmap(W::AddWorkstream), "Add a workstream", "plus", N::Nothing, &[shift(plain("w"))], "new row of the roadmap, stream of work"),
        changes(C::Roadmap(W::AddMilestone), "Add a milestone", "flag", N::Nothing, &[plain("m")], "new milestone, by which day, checkpoint"),
        changes(C::Roadmap(W::Rename), "Rename the workstream", "pencil", N::Nothing, &[plain("F2")], "name of the row, call the workstream something else"),
        looks(C::Roadmap(W::Details), "Details of the bar", "list", N::Nothing, &[plain("Enter")], "when is it due, why then, slack, dates of the recommendation"),
        looks(C::Roadmap(W::InActions), "Show it in the Actions station", "list-checks", N::Nothing, &[plain("o")], "row of the recommendation, go to the register"),
    ] },
    Section { words: "Roadmap", place: Place::Roadmap, entries: &[
        looks(C::Roadmap(W::Show(RoadmapView::Waves)), "Show the waves", "milestone", N::Nothing, &[plain("w")], "wave view, columns of the roadmap"),
        looks(C::Roadmap(W::Show(RoadmapView::Dates)), "Show the dates", "calendar-days", N::Nothing, &[plain("d")], "calendar, true to scale, months and weeks"),
        looks(C::Roadmap(W::Show(RoadmapView::Upcoming)), "Show the next 30 days", "clock", N::Nothing, &[plain("u")], "upcoming, what begins, what is due, first wave, soon"),
        looks(C::Roadmap(W::Dependencies), "Show or hide the dependencies", "arrow-right", N::Nothing, &[plain("c")], "lines between bars, critical path, longest chain"),
        looks(C::Roadmap(W::ByOwner), "Rows by owner or by workstream", "users", N::Nothing, &[plain("b")], "group by owner, who does what when, group the roadmap"),
        looks(C::Roadmap(W::Settings), "Days and waves of the roadmap", "settings-2", N::Nothing, &[plain("s")], "start date, holidays, working week, end of the waves"),
        looks(C::Roadmap(W::Go(Way::Up)), "Bar above", "arrow-up", N::Nothing, &[plain("ArrowUp")], "previous bar"),
        looks(C::Roadmap(W::Go(Way::Down)), "Bar below", "arrow-down", N::Nothing, &[plain("ArrowDown")], "next bar"),
        looks(C::Roadmap(W::Go(Way::Left)), "What it waits for", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "follow the dependency back, predecessor of the bar"),
        looks(C::Roadmap(W::Go(Way::Right)), "What waits for it", "arrow-right", N::Nothing, &[plain("ArrowRight")], "follow the dependency, successor of the bar"),
        looks(C::Roadmap(W::Start), "First bar", "arrow-up", N::Nothing, &[plain("Home"), ctrl("Home")], "top of the roadmap"),
        looks(C::Roadmap(W::End), "Last bar", "arrow-down", N::Nothing, &[plain("End"), ctrl("End")], "bottom of the roadmap"),
    ] },
];
