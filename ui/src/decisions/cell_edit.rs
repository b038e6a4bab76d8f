//! A cell while it is edited.

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId};

use super::framework::{Framework, roles_with};
use super::line::CellLine;
use super::picker::{Asked, Picked, Picker};
use super::place::Place;
use super::sheet::Column;
use super::state::DecisionsState;
use super::{changes, limits};
use crate::field::title;

/// The field in the place of what the cell says.
pub(super) fn cell_field(place: Place, decisions: DecisionsState) -> AnyView {
    let Some(id) = place.decision else { return ().into_any() };
    let close = Callback::new(move |stays: bool| decisions.end_editing(stays));
    match place.column {
        Column::Title => title_line(id, decisions, close),
        Column::Limit => limit_line(id, decisions, close),
        Column::Place | Column::Letter(_) | Column::Escalation => match asked(place.column, id, decisions) {
            Some(asked) => {
                let take = Callback::new(move |picked| take(place.column, id, picked, decisions));
                view! { <Picker asked take close /> }.into_any()
            }
            None => ().into_any(),
        },
        Column::Findings => ().into_any(),
    }
}

fn title_line(id: DecisionId, decisions: DecisionsState, close: Callback<bool>) -> AnyView {
    let editor = decisions.editor;
    let now = editor.peek(|it| it.get(id).map(|it| it.title.to_string())).unwrap_or_default();
    let take = Callback::new(move |text: String| {
        let title = title(&text)?;
        editor.commit(changes::set(id, DecisionField::Title(title)));
        Ok(())
    });
    view! { <CellLine label="Decision, in one sentence".to_owned() now take close /> }.into_any()
}

fn limit_line(id: DecisionId, decisions: DecisionsState, close: Callback<bool>) -> AnyView {
    let editor = decisions.editor;
    let bands = editor.peek(|it| it.get(id).and_then(|it| it.bands.clone()));
    let now = bands.as_ref().map(limits::typed_form).unwrap_or_default();
    let take = Callback::new(move |text: String| {
        let bands = limits::typed(&text, bands.as_ref())?;
        if let Some(edit) = editor.peek(|document| changes::limited(document, id, bands)) {
            editor.commit(edit);
        }
        Ok(())
    });
    let label = "Limits and what is counted, such as 30, 100, 500 €".to_owned();
    view! { <CellLine label now take close /> }.into_any()
}

/// What is asked for in a cell in which something is chosen.
fn asked(column: Column, id: DecisionId, decisions: DecisionsState) -> Option<Asked> {
    let map = decisions.map_state.map.get_untracked();
    decisions.editor.peek(|document| {
        let decision = document.get(id)?;
        let one = Asked {
            label: String::new(),
            options: changes::role_items(document),
            chosen: Vec::new(),
            is_one: true,
            adds: Some("role"),
            time: None,
        };
        Some(match column {
            Column::Place => {
                let (options, chosen) = changes::place_items(document, map, id);
                let label = format!("Stages and steps of “{}”", decision.title);
                Asked { label, options, chosen, is_one: false, adds: None, ..one }
            }
            Column::Letter(letter) => {
                let kind = Framework::of(&decision.rights).letters().get(letter)?;
                let roles = roles_with(&decision.rights, letter);
                let chosen = roles.into_iter().map(|it| changes::role_item(document, it)).collect();
                let label = format!("{} for “{}”, {}", kind.word, decision.title, kind.asks);
                Asked { label, chosen, is_one: kind.is_one, ..one }
            }
            _ => {
                let to = decision.escalate_to;
                Asked {
                    label: format!("Where “{}” is escalated, and after how long", decision.title),
                    chosen: to.map(|it| changes::role_item(document, it)).into_iter().collect(),
                    time: Some(decision.escalate_secs),
                    ..one
                }
            }
        })
    })
}

fn take(column: Column, id: DecisionId, picked: Picked, decisions: DecisionsState) {
    let map = decisions.map_state.map.get_untracked();
    let edit = decisions.editor.peek(|document| match column {
        Column::Place => changes::belonging_to_items(document, map, id, &picked.items),
        Column::Letter(letter) => changes::lettered(document, id, letter, picked.items),
        _ => changes::escalated_to_items(id, picked.items, picked.time),
    });
    if let Some(edit) = edit {
        decisions.editor.commit(edit);
    }
}
