//! The options of what is wanted side by side, with the measures of each; one of them is chosen there.

use leptos::prelude::*;
use opmap_analysis::{MeasureRow, SideBySide, options};
use opmap_model::State;

use super::journeys::choose_option;
use super::{MapState, state_words};
use crate::commands::show_state;
use crate::dialog::{Dialog, focus};
use crate::editor::editor;
use crate::frame::{CurrentAnalysis, Over, Panels};
use crate::icon::Icon;

/// Why there is no table.
const TOO_FEW: &str = "Options are told side by side once two of them have a step.";

/// Shows the table while it is asked for.
#[component]
pub(crate) fn OptionsIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    move || (panels.over.get() == Some(Over::Options)).then(|| view! { <Options panels /> })
}

#[component]
fn Options(panels: Panels) -> impl IntoView {
    let (map_state, analysis): (MapState, CurrentAnalysis) = (expect_context(), expect_context());
    let editor = editor();
    let said = RwSignal::new(String::new());
    let close = move || panels.over.set(None);
    let table = Memo::new(move |_| {
        let journey = map_state.map.get()?.journey;
        analysis.with(|analysis| editor.read(|document| options(document, analysis, journey)))
    });
    let journey = move || {
        let id = map_state.map.get()?.journey;
        editor.read(|document| document.get(id).map(|it| it.title.to_string()))
    };
    let show = Callback::new(move |state| {
        close();
        show_state(map_state, state);
        map_state.focus_wanted.notify();
    });
    let choose = Callback::new(move |state: State| {
        if choose_option(state, editor, map_state) {
            said.set(format!(
                "What was {} is chosen now and stands as to be; what was to be stands there instead.",
                state_words(state)
            ));
            // The button that was pressed goes with the old table.
            if let Ok(Some(safe)) = document().query_selector(".dialog [data-safe]") {
                focus(&safe);
            }
        }
    });
    view! {
        <Dialog title="Options side by side".to_owned() cancel=Callback::new(move |()| close())>
            <p class="quiet">{journey}</p>
            <div class="options" role="region" aria-label="Options side by side" tabindex="0">
                {move || match table.get() {
                    Some(SideBySide { columns, rows }) => {
                        let heads = columns.into_iter().map(|state| view! { <Head state show choose /> }).collect_view();
                        view! { <Measures heads=heads.into_any() rows /> }.into_any()
                    }
                    None => view! { <p>{TOO_FEW}</p> }.into_any(),
                }}
            </div>
            <p role="status">{move || said.get()}</p>
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>"Close"</button>
            </div>
        </Dialog>
    }
}

/// A table of measures below the heads of what stands side by side.
#[component]
pub(super) fn Measures(heads: AnyView, rows: Vec<MeasureRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let values = row.values.into_iter().map(|it| match it {
            Some(value) => view! { <td>{value}</td> }.into_any(),
            None => view! { <td class="quiet">"not known"</td> }.into_any(),
        });
        view! {
            <tr>
                <th scope="row">{row.measure}</th>
                {values.collect_view()}
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">"Measure"</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// A state: what it is called, whether it is the one chosen, and what can be done with it.
#[component]
fn Head(state: State, show: Callback<State>, choose: Callback<State>) -> impl IntoView {
    let editor = editor();
    let words = state_words(state);
    view! {
        <th scope="col">
            <span class="option-head">{words}</span>
            {(state == State::ToBe).then(|| view! { <span class="option-chosen"><Icon name="check" />"Chosen"</span> })}
            <button class="link" aria-label=format!("Show {words}") on:click=move |_| show.run(state)>"Show"</button>
            {state
                .is_option()
                .then(|| {
                    view! {
                        <button
                            class="link"
                            aria-label=format!("Choose {words}")
                            disabled=move || editor.read_only.with(Option::is_some)
                            on:click=move |_| choose.run(state)
                        >
                            "Choose"
                        </button>
                    }
                })}
        </th>
    }
}
