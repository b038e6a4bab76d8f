//! Findings against recommendations: which answers which, and where a row or a column is empty.

use leptos::prelude::*;
use opmap_analysis::{Knot, Met, Severity};
use opmap_model::{Edit, KeptFindingId, RecommendationField, RecommendationId};

use super::{Told, Woven, record};
use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::field::focus_later;
use crate::icon::Icon;
use crate::keys::{self, Command, OnTrace, Place, Way};
use crate::leading::Leading;
use crate::palette::keep_in_view;
use crate::sign::Sign;

const TABLE: &str = "trace-matrix";

#[component]
pub(super) fn Matrix(woven: Memo<Woven>) -> impl IntoView {
    let (actions, leading): (ActionsState, Leading) = (expect_context(), expect_context());
    let at = RwSignal::new((0_usize, 0_usize));
    let size = Memo::new(move |_| woven.with(|it| (it.findings.len(), it.recommendations.len())));
    // What is there may be fewer than there were.
    let here = Memo::new(move |_| {
        let ((row, column), (rows, columns)) = (at.get(), size.get());
        (row.min(rows.saturating_sub(1)), column.min(columns.saturating_sub(1)))
    });
    let pair = move |row: usize, column: usize| {
        woven.with_untracked(|it| match (it.findings.get(row)?.knot, it.recommendations.get(column)?.knot) {
            (Knot::Finding(finding), Knot::Recommendation(recommendation)) => Some((finding, recommendation)),
            _ => None,
        })
    };
    let toggle = move |row: usize, column: usize| {
        at.set((row, column));
        let Some((finding, id)) = pair(row, column) else { return };
        let answers = woven.with_untracked(|it| it.trace.answers_it(id, finding));
        turn(actions, finding, id, !answers);
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(Command::Trace(command)) = keys::command_on(Place::Trace, &event) else {
            return key_press::on_trace(&event, actions);
        };
        let ((row, column), (rows, columns)) = (here.get_untracked(), size.get_untracked());
        match command {
            OnTrace::Drop => return,
            OnTrace::Go(Way::Up) => at.set((row.saturating_sub(1), column)),
            OnTrace::Go(Way::Down) => at.set(((row + 1).min(rows.saturating_sub(1)), column)),
            OnTrace::Go(Way::Left) => at.set((row, column.saturating_sub(1))),
            OnTrace::Go(Way::Right) => at.set((row, (column + 1).min(columns.saturating_sub(1)))),
            OnTrace::Start => at.set((row, 0)),
            OnTrace::End => at.set((row, columns.saturating_sub(1))),
            OnTrace::Answer => toggle(row, column),
            OnTrace::Open => {
                if let Some((finding, _)) = pair(row, column) {
                    leading.go(&[record(Knot::Finding(finding))]);
                }
            }
        }
        event.prevent_default();
        event.stop_propagation();
    };
    Effect::new(move |_| {
        if let Some(cell) = document().get_element_by_id(&cell_id(here.get())) {
            keep_in_view(&cell);
        }
    });
    Effect::new(move |_| {
        actions.focus_wanted.track();
        focus_later(TABLE);
    });
    let columns = move || woven.with(|it| it.recommendations.clone());
    let rows = move || woven.with(|it| it.findings.iter().cloned().enumerate().collect::<Vec<_>>());
    view! {
        <Show
            when=move || { size.get().0 > 0 && size.get().1 > 0 }
            fallback=|| view! {
                <p class="actions-empty">
                    "The matrix needs a finding that is kept and a recommendation. It shows which answers which."
                </p>
            }
        >
            <div class="trace-matrix-scroll">
                <table
                    id=TABLE
                    class="trace-matrix"
                    role="grid"
                    tabindex="0"
                    aria-label="Findings and the recommendations that answer them. Space turns an answer on or off."
                    aria-activedescendant=move || cell_id(here.get())
                    on:keydown=on_key
                >
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">"Finding"</th>
                            <For each=columns key=|it| it.clone() let(told)>
                                <Head told leading />
                            </For>
                            <th scope="col" role="columnheader">"Met"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=rows key=|it| it.clone() let(item)>
                            <Row row=item.0 told=item.1 woven here toggle=Callback::new(move |it: (usize, usize)| toggle(it.0, it.1)) leading />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

fn turn(actions: ActionsState, finding: KeptFindingId, id: RecommendationId, answers: bool) {
    let names =
        actions.editor.peek(|document| Some((document.get(id)?.code(), document.get(finding)?.code())));
    let edit = Edit::SetRecommendation { id, field: RecommendationField::Addresses(finding, answers) };
    if actions.editor.commit(edit)
        && let Some((recommendation, finding)) = names
    {
        let verb = if answers { "answers" } else { "no longer answers" };
        actions.spoken.set(format!("{recommendation} {verb} {finding}."));
    }
}

fn cell_id((row, column): (usize, usize)) -> String {
    format!("trace-cell-{row}-{column}")
}

#[component]
fn Head(told: Told, leading: Leading) -> impl IntoView {
    let knot = told.knot;
    let name =
        format!("{} {}{}", told.code, told.words, told.gap.map(|it| format!(". {it}")).unwrap_or_default());
    view! {
        <th scope="col" role="columnheader" aria-label=name.clone() title=name on:dblclick=move |_| leading.go(&[record(knot)])>
            {told.code}
            {told.gap.map(|_| view! { <Sign severity=Severity::Warning /> })}
        </th>
    }
}

#[component]
fn Row(
    row: usize,
    told: Told,
    woven: Memo<Woven>,
    here: Memo<(usize, usize)>,
    toggle: Callback<(usize, usize)>,
    leading: Leading,
) -> impl IntoView {
    let knot = told.knot;
    let finding = move || match knot {
        Knot::Finding(id) => Some(id),
        _ => None,
    };
    let met = Memo::new(move |_| {
        let id = finding();
        woven.with(|it| it.trace.findings.iter().find(|it| Some(it.0) == id).map(|it| it.1))
    });
    let columns = move || woven.with(|it| it.recommendations.iter().cloned().enumerate().collect::<Vec<_>>());
    let code = told.code.clone();
    view! {
        <tr role="row" class:open=move || met.get() == Some(Met::Open)>
            <th scope="row" role="rowheader" on:dblclick=move |_| leading.go(&[record(knot)])>
                <span class="trace-code">{told.code}</span>
                <span class="clamped">{told.words}</span>
            </th>
            <For each=columns key=|it| it.clone() let(item)>
                {
                    let (column, other) = item;
                    let answers = Memo::new(move |_| match (knot, other.knot) {
                        (Knot::Finding(finding), Knot::Recommendation(id)) => {
                            woven.with(|it| it.trace.answers_it(id, finding))
                        }
                        _ => false,
                    });
                    let (finding, recommendation) = (code.clone(), other.code.clone());
                    let name = move || {
                        let verb = if answers.get() { "answers" } else { "does not answer" };
                        format!("{recommendation} {verb} {finding}")
                    };
                    view! {
                        <td
                            id=cell_id((row, column))
                            role="gridcell"
                            class:here=move || here.get() == (row, column)
                            class:answers=answers
                            aria-label=name
                            on:click=move |_| toggle.run((row, column))
                        >
                            <Show when=move || answers.get()>
                                <Icon name="check" />
                            </Show>
                        </td>
                    }
                }
            </For>
            <td role="gridcell" class="trace-met">
                {move || match met.get() {
                    Some(Met::Answered) => view! { "answered" }.into_any(),
                    Some(Met::Accepted) => view! { "accepted" }.into_any(),
                    _ => view! { <Sign severity=Severity::Warning /> "open" }.into_any(),
                }}
            </td>
        </tr>
    }
}
