//! What keys do on the roadmap, and commands that were chosen elsewhere.

use leptos::prelude::*;
use opmap_analysis::Roadmap;
use opmap_drawing::{GanttGroup, GanttRows};
use opmap_model::{
    Document, Edit, MilestoneField, MilestoneId, Recommendation, RecommendationId, RoadmapDay, Title,
};

use super::changes::{self, Place as Put};
use super::menu::Menu;
use super::state::{At, Naming, RoadmapState, RoadmapView};
use super::told;
use crate::frame::{Over, is_typing};
use crate::identity::fresh;
use crate::keys::{self, Command, OnRoadmap, Place, Way, is_escape, presses_a_button};
use crate::palette::Asked;

/// A key on the chart or on what stands below it. What is dragged is given up with Escape.
pub(super) fn on_board(event: &web_sys::KeyboardEvent, roadmap: RoadmapState, menu: Menu) {
    if is_escape(event) && roadmap.drag.with_untracked(Option::is_some) {
        roadmap.drag.set(None);
        roadmap.spoken.set("Nothing was changed.".to_owned());
        event.stop_propagation();
        return;
    }
    if !is_typing(event) && keys::command_of(event) == Some(Command::Menu) {
        menu.open_for_chosen(None);
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    on_station(event, roadmap);
}

/// A key anywhere on the station.
pub(super) fn on_station(event: &web_sys::KeyboardEvent, roadmap: RoadmapState) {
    // What is typed in a field is text, and what presses a button does that.
    if is_typing(event) || presses_a_button(event) {
        return;
    }
    if let Some(Command::Roadmap(command)) = keys::command_on(Place::Roadmap, event) {
        run(command, roadmap);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(roadmap: RoadmapState) {
    Effect::new(move |_| {
        let Some(Command::Roadmap(command)) = roadmap.wanted.get() else { return };
        roadmap.wanted.set(None);
        // What opens something has the keyboard there.
        if !command.opens() {
            roadmap.focus_wanted.notify();
        }
        run(command, roadmap);
    });
}

pub(super) fn run(command: OnRoadmap, roadmap: RoadmapState) {
    match command {
        OnRoadmap::Show(view) => roadmap.view.set(view),
        OnRoadmap::Dependencies => roadmap.dependencies.update(|it| *it = !*it),
        OnRoadmap::ByOwner => turn_rows(roadmap),
        OnRoadmap::Add => {
            leave_upcoming(roadmap);
            add(roadmap);
        }
        OnRoadmap::AddWorkstream => {
            leave_upcoming(roadmap);
            roadmap.rows.set(GanttRows::Workstreams);
            roadmap.name(Naming::NewWorkstream);
        }
        OnRoadmap::AddMilestone => {
            leave_upcoming(roadmap);
            roadmap.name(Naming::Milestone);
        }
        OnRoadmap::Settings => roadmap.settings.set(true),
        way if way.leads() => go(way, roadmap),
        _ => match roadmap.chosen.get_untracked() {
            Some(At::Milestone(id)) => on_milestone(command, id, roadmap),
            Some(At::Link { before, after }) if command == OnRoadmap::Delete => {
                if roadmap.commit(changes::wait(before, after, false), after) {
                    roadmap.go(At::Item(after));
                    roadmap.focus_wanted.notify();
                }
            }
            Some(At::Item(id) | At::Link { after: id, .. }) => on_item(command, id, roadmap),
            None => roadmap.spoken.set("There is nothing here yet. N adds a recommendation.".to_owned()),
        },
    }
}

/// Begins to write a recommendation in the row where one is.
pub(super) fn add(roadmap: RoadmapState) {
    let row = roadmap.item().and_then(|it| roadmap.row_of(it));
    let first = || roadmap.gantt.with_untracked(|it| it.streams.first().map(|it| it.group));
    roadmap.name(Naming::Item(row.or_else(first).unwrap_or(GanttGroup::Workstream(None))));
}

/// The edit that adds a recommendation to a row, in the wave of what one is at, else in the first.
pub(super) fn added(
    document: &Document,
    id: RecommendationId,
    title: Title,
    row: GanttGroup,
    beside: Option<RecommendationId>,
) -> Edit {
    let mut recommendation = Recommendation::new(title);
    match row {
        GanttGroup::Workstream(it) => recommendation.workstream = it,
        GanttGroup::Owner(it) => recommendation.owner = it,
    }
    let wave = beside.and_then(|it| document.get(it)?.timing?.wave()).unwrap_or(opmap_model::Wave::First);
    recommendation.timing = Some(wave.into());
    Edit::AddRecommendation { id, recommendation: Box::new(recommendation), before: None }
}

/// What is added is named on the chart.
fn leave_upcoming(roadmap: RoadmapState) {
    if roadmap.view.get_untracked() == RoadmapView::Upcoming {
        roadmap.view.set(RoadmapView::Waves);
    }
}

fn turn_rows(roadmap: RoadmapState) {
    roadmap.rows.update(|it| {
        *it = match it {
            GanttRows::Workstreams => GanttRows::Owners,
            GanttRows::Owners => GanttRows::Workstreams,
        }
    });
}

fn on_item(command: OnRoadmap, id: RecommendationId, roadmap: RoadmapState) {
    let look = |make: &dyn Fn(&Document, &Roadmap) -> Result<Edit, String>| {
        roadmap.found.with_untracked(|found| roadmap.editor.peek(|document| make(document, found)))
    };
    let edit = match command {
        OnRoadmap::Move(Way::Left) => look(&|document, found| changes::moved(document, found, id, -1)),
        OnRoadmap::Move(Way::Right) => look(&|document, found| changes::moved(document, found, id, 1)),
        OnRoadmap::Move(way) => return to_row(id, way == Way::Down, roadmap),
        OnRoadmap::MoveWave(way) => {
            look(&|document, found| changes::to_wave(document, found, id, way == Way::Right))
        }
        OnRoadmap::Longer => look(&|document, _| changes::longer(document, id, 1)),
        OnRoadmap::Shorter => look(&|document, _| changes::longer(document, id, -1)),
        OnRoadmap::Park => look(&|document, found| {
            changes::turn_parked(document, found, id).ok_or_else(|| "It is gone.".to_owned())
        }),
        OnRoadmap::Delete => look(&|document, found| {
            let nothing = || format!("{} has no wave already.", changes::code(document, id));
            changes::put(document, found, id, Put::NoWave).ok_or_else(nothing)
        }),
        OnRoadmap::WaitFor => return roadmap.panels.toggle(Over::Palette(Asked::WaitFor(id))),
        OnRoadmap::Details | OnRoadmap::Rename => return super::details::enter(roadmap),
        OnRoadmap::InActions => return roadmap.leaves_for.set(Some(id)),
        _ => return,
    };
    if roadmap.attempt(edit, id) {
        roadmap.go(At::Item(id));
        roadmap.focus_wanted.notify();
    }
}

/// Puts it into the next row, or the one before.
fn to_row(id: RecommendationId, down: bool, roadmap: RoadmapState) {
    let own = roadmap.row_of(id);
    let row = roadmap.gantt.with_untracked(|gantt| {
        let at = gantt.streams.iter().position(|it| Some(it.group) == own)?;
        let to = if down { at + 1 } else { at.checked_sub(1)? };
        gantt.streams.get(to).map(|it| (it.group, it.title.clone()))
    });
    let Some((group, title)) = row else {
        return roadmap.spoken.set("There is no row further on.".to_owned());
    };
    let edit = roadmap.found.with_untracked(|found| {
        let place = Put::On { day: None, row: Some(group) };
        roadmap.editor.peek(|document| changes::put(document, found, id, place))
    });
    if edit.is_some_and(|edit| roadmap.commit(edit, id)) {
        roadmap.go(At::Item(id));
        let code = roadmap.editor.peek(|document| changes::code(document, id));
        roadmap.spoken.set(format!("{code} is in “{title}” now."));
        roadmap.focus_wanted.notify();
    }
}

fn on_milestone(command: OnRoadmap, id: MilestoneId, roadmap: RoadmapState) {
    match command {
        OnRoadmap::Delete => {
            if roadmap.editor.commit(Edit::RemoveMilestone { id }) {
                roadmap.focus_wanted.notify();
                roadmap.spoken.set("The milestone is gone. Undo brings it back.".to_owned());
            }
        }
        OnRoadmap::Details | OnRoadmap::Rename => super::details::enter(roadmap),
        OnRoadmap::Move(way @ (Way::Left | Way::Right)) => {
            let day = roadmap.editor.peek(|document| document.get(id).and_then(|it| it.day));
            let Some(day) = day else {
                return roadmap.spoken.set("It has no day yet. Enter opens its details.".to_owned());
            };
            let to = if way == Way::Right { day.get().checked_add(1) } else { day.get().checked_sub(1) };
            let Some(to) = to.and_then(RoadmapDay::new) else {
                return roadmap.spoken.set("There is no day further on.".to_owned());
            };
            if roadmap.editor.commit(Edit::SetMilestone { id, field: MilestoneField::Day(Some(to)) }) {
                let words =
                    roadmap.found.with_untracked(|it| changes::day_words(&it.calendar, to.get().into()));
                roadmap.spoken.set(words);
            }
        }
        _ => roadmap.spoken.set("That is done with a bar.".to_owned()),
    }
}

/// Goes on, and says where one is then.
fn go(way: OnRoadmap, roadmap: RoadmapState) {
    let order = roadmap.order();
    let links =
        roadmap.links.with_untracked(|it| it.iter().map(|it| (it.before, it.after)).collect::<Vec<_>>());
    match led(&order, &links, roadmap.chosen.get_untracked(), way) {
        Ok(at) => {
            roadmap.go(at);
            roadmap.focus_wanted.notify();
            if let At::Link { before, after } = at {
                let words = roadmap.found.with_untracked(|found| {
                    roadmap.editor.peek(|document| told::link(document, found, before, after))
                });
                roadmap.spoken.set(words);
            }
        }
        Err(words) => roadmap.spoken.set(words.to_owned()),
    }
}

/// Where a way leads: up and down from bar to bar, left to what one waits for and right to what waits for it, over the line
/// between them; on a line up and down to the others of the same bar.
fn led(
    order: &[RecommendationId],
    links: &[(RecommendationId, RecommendationId)],
    from: Option<At>,
    way: OnRoadmap,
) -> Result<At, &'static str> {
    let link =
        |(before, after): &(RecommendationId, RecommendationId)| At::Link { before: *before, after: *after };
    let nothing = "There is nothing here yet.";
    let first = || order.first().copied().map(At::Item).ok_or(nothing);
    match (from, way) {
        (None | Some(At::Milestone(_)), _) | (_, OnRoadmap::Start) => first(),
        (_, OnRoadmap::End) => order.last().copied().map(At::Item).ok_or(nothing),
        (Some(At::Item(id)), OnRoadmap::Go(Way::Left)) => {
            links.iter().find(|it| it.1 == id).map(link).ok_or("It waits for nothing.")
        }
        (Some(At::Item(id)), OnRoadmap::Go(Way::Right)) => {
            links.iter().find(|it| it.0 == id).map(link).ok_or("Nothing waits for it.")
        }
        (Some(At::Link { before, .. }), OnRoadmap::Go(Way::Left)) => Ok(At::Item(before)),
        (Some(At::Link { after, .. }), OnRoadmap::Go(Way::Right)) => Ok(At::Item(after)),
        (Some(At::Link { before, after }), OnRoadmap::Go(up_or_down)) => {
            let of_bar: Vec<&(RecommendationId, RecommendationId)> =
                links.iter().filter(|it| it.0 == before || it.1 == after).collect();
            let at = of_bar.iter().position(|it| **it == (before, after));
            let to = at.and_then(|at| if up_or_down == Way::Down { Some(at + 1) } else { at.checked_sub(1) });
            to.and_then(|it| of_bar.get(it)).map(|it| link(it)).ok_or("There is no other dependency there.")
        }
        (Some(At::Item(id)), OnRoadmap::Go(way)) => {
            let at = order.iter().position(|it| *it == id);
            let to = match at {
                None => Some(0),
                Some(at) if way == Way::Down => Some(at + 1),
                Some(at) => at.checked_sub(1),
            };
            to.and_then(|it| order.get(it)).copied().map(At::Item).ok_or("There is no row further on.")
        }
        _ => first(),
    }
}

/// What a recommendation that is written becomes.
pub(super) fn take(title: &str, row: GanttGroup, roadmap: RoadmapState) -> Result<(), String> {
    let title = crate::field::title(title)?;
    let (id, beside) = (fresh(), roadmap.item());
    let edit = roadmap.editor.peek(|document| added(document, id, title, row, beside));
    if roadmap.commit(edit, id) {
        roadmap.go(At::Item(id));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use opmap_model::RecommendationId;
    use uuid::Uuid;

    use super::{At, led};
    use crate::keys::{OnRoadmap, Way};

    fn id(number: u128) -> RecommendationId {
        RecommendationId(Uuid::from_u128(number))
    }

    #[test]
    fn arrows_walk_bars_and_follow_what_waits_over_its_line() {
        let order = [id(1), id(2), id(3)];
        let links = [(id(1), id(2)), (id(1), id(3)), (id(2), id(3))];
        let go = |from, way| led(&order, &links, Some(from), OnRoadmap::Go(way));
        let line = |before, after| At::Link { before: id(before), after: id(after) };
        assert_eq!(go(At::Item(id(1)), Way::Down), Ok(At::Item(id(2))));
        assert_eq!(go(At::Item(id(1)), Way::Up), Err("There is no row further on."));
        assert_eq!(go(At::Item(id(3)), Way::Left), Ok(line(1, 3)));
        assert_eq!(go(line(1, 3), Way::Down), Ok(line(2, 3)));
        assert_eq!(go(line(2, 3), Way::Left), Ok(At::Item(id(2))));
        assert_eq!(go(line(2, 3), Way::Right), Ok(At::Item(id(3))));
        assert_eq!(go(At::Item(id(3)), Way::Right), Err("Nothing waits for it."));
        assert_eq!(led(&order, &links, Some(At::Item(id(2))), OnRoadmap::End), Ok(At::Item(id(3))));
        assert_eq!(led(&order, &links, None, OnRoadmap::Go(Way::Down)), Ok(At::Item(id(1))));
        assert!(led(&[], &[], None, OnRoadmap::Start).is_err());
    }
}
