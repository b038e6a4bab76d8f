//! What a decision is, where it belongs, and for whom it holds.

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId, MapKey, RecordId, StageId, StepId};

use super::super::framework::Framework;
use super::super::sheet::stage_names;
use super::super::state::DecisionsState;
use super::super::{changes, key_press};
use super::part;
use crate::evidence::EvidenceSection;
use crate::field::{Choice, Held, TextField, Toggles, optional_text, optional_title, title};

#[component]
pub(super) fn Facts(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let set = move |field: DecisionField| {
        editor.commit(changes::set(id, field));
    };
    let material = Signal::derive(move || editor.read(|it| it.get(id).is_some_and(|it| it.material)));
    let frameworks: Vec<(String, String)> =
        Framework::ALL.iter().map(|it| (it.key().to_owned(), it.in_words())).collect();
    let framework = part(decisions, id, |it| Some(Framework::of(&it.rights).key().to_owned()));
    // What is chosen is only asked about at first; the field then shows what still is.
    let asked = Signal::derive(move || {
        decisions.asking.track();
        framework.get()
    });
    view! {
        <TextField
            label="Decision"
            lines=2
            value=part(decisions, id, |it| Some(it.title.to_string()))
            commit=Callback::new(move |text: String| title(&text).map(|it| set(DecisionField::Title(it))))
        />
        <label class="tick" title="A material decision must have all that its framework asks for">
            <input
                type="checkbox"
                prop:checked=move || material.get()
                on:change=move |event| set(DecisionField::Material(event_target_checked(&event)))
            />
            "Material decision"
        </label>
        <Choice
            label="Framework"
            options=frameworks
            value=asked
            choose=Callback::new(move |key: String| {
                if let Some(framework) = Framework::from_key(&key) {
                    key_press::use_framework(id, framework, decisions);
                }
            })
        />
        <Belonging id />
        <TextField
            label="Region"
            value=part(decisions, id, |it| it.region.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_title(&text).map(|it| set(DecisionField::Region(it))))
        />
        <TextField
            label="Note"
            lines=3
            value=part(decisions, id, |it| it.note.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(DecisionField::Note(it))))
        />
        <EvidenceSection record=RecordId::Decision(id) />
    }
}

/// The stages and steps that it belongs to.
#[component]
fn Belonging(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    // What belongs to nothing can be put on the map that is shown.
    let map = Memo::new(move |_| -> Option<MapKey> {
        let own = editor.read(|document| document.get(id).and_then(|it| document.map_of_decision(it)));
        own.or_else(|| decisions.map_state.map.get())
    });
    let stages = Signal::derive(move || {
        let names = editor.read(|document| map.get().map(|it| stage_names(document, it))).unwrap_or_default();
        names.into_iter().map(|(id, words)| (id.0.to_string(), words)).collect::<Vec<_>>()
    });
    let steps = Signal::derive(move || {
        editor.read(|document| {
            let steps = map.get().map(|it| document.steps_of_map(it)).unwrap_or_default();
            steps.into_iter().map(|(id, it)| (id.0.to_string(), it.title.to_string())).collect::<Vec<_>>()
        })
    });
    let held = move |is: fn(&opmap_model::Decision, uuid::Uuid) -> bool| {
        Callback::new(move |key: String| {
            let is = editor.read(|it| it.get(id).zip(key.parse().ok()).is_some_and(|(it, key)| is(it, key)));
            Held::of([is])
        })
    };
    let toggle = move |field: fn(uuid::Uuid, bool) -> DecisionField| {
        Callback::new(move |(key, is): (String, bool)| {
            if let Ok(key) = key.parse() {
                editor.commit(changes::set(id, field(key, is)));
            }
        })
    };
    view! {
        <Toggles
            label="Stages"
            options=stages
            held=held(|it, key| it.stages.contains(&StageId(key)))
            toggle=toggle(|key, is| DecisionField::Stage(StageId(key), is))
            none="none"
        />
        <Toggles
            label="Steps"
            options=steps
            held=held(|it, key| it.steps.contains(&StepId(key)))
            toggle=toggle(|key, is| DecisionField::Step(StepId(key), is))
            none="none"
        />
    }
}
