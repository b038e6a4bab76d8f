//! The trace as columns. Choosing something shows all that it comes from and leads to, in both directions.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::Knot;

use super::{Told, Woven, record};
use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::dialog::focus;
use crate::field::focus_later;
use crate::icon::Icon;
use crate::keys::{self, Command, OnTrace, Place, Way};
use crate::leading::Leading;
use crate::sign::Sign;

const HEADS: [&str; 4] = ["Evidence", "Findings", "Shifts", "Recommendations"];

#[component]
pub(super) fn Threads(woven: Memo<Woven>) -> impl IntoView {
    let (actions, leading): (ActionsState, Leading) = (expect_context(), expect_context());
    let chosen = actions.knot;
    let thread = Memo::new(move |_| chosen.get().map(|it| woven.with(|woven| woven.trace.thread(it))));
    let choose = move |knot: Knot| {
        chosen.set(Some(knot));
        let told = woven.with_untracked(|it| spoken(it, &it.trace.thread(knot)));
        actions.spoken.set(told);
    };
    // One column holds one stop of the Tab key: what is chosen there, or its first.
    let stop = Memo::new(move |_| {
        let first = move || woven.with(|it| it.columns().into_iter().flatten().next().map(|it| it.knot));
        chosen.get().filter(|it| woven.with(|woven| place(woven, *it).is_some())).or_else(first)
    });
    // Where one came from has the keyboard, and is in view.
    Effect::new(move |_| {
        actions.focus_wanted.track();
        if let Some(knot) = stop.get_untracked() {
            focus_later(&element_id(knot));
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(at) = stop.get_untracked() else { return };
        let Some(Command::Trace(command)) = keys::command_on(Place::Trace, &event) else {
            return key_press::on_trace(&event, actions);
        };
        match command {
            // There is nothing to drop, or the button takes it itself.
            OnTrace::Drop if chosen.get_untracked().is_none() => return,
            OnTrace::Answer => return,
            OnTrace::Drop => chosen.set(None),
            OnTrace::Open => leading.go(&[record(at)]),
            OnTrace::Go(_) | OnTrace::Start | OnTrace::End => {
                let linked = thread.get_untracked().unwrap_or_default();
                if let Some(next) = woven.with_untracked(|it| led(it, at, command, &linked)) {
                    choose(next);
                    focus_knot(next);
                }
            }
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="trace-threads" on:keydown=on_key>
            {HEADS
                .into_iter()
                .enumerate()
                .map(|(index, head)| {
                    let items = move || woven.with(|it| it.columns()[index].to_vec());
                    view! {
                        <section class="trace-column" aria-label=head>
                            <h3>{head}</h3>
                            <ul>
                                <For each=items key=|it| it.clone() let(told)>
                                    <Item told chosen thread stop choose=Callback::new(choose) leading />
                                </For>
                            </ul>
                            <Show when=move || woven.with(|it| it.columns()[index].is_empty())>
                                <p class="quiet">"Nothing yet."</p>
                            </Show>
                        </section>
                    }
                })
                .collect_view()}
        </div>
    }
}

#[component]
fn Item(
    told: Told,
    chosen: RwSignal<Option<Knot>>,
    thread: Memo<Option<BTreeSet<Knot>>>,
    stop: Memo<Option<Knot>>,
    choose: Callback<Knot>,
    leading: Leading,
) -> impl IntoView {
    let knot = told.knot;
    let is_chosen = move || chosen.get() == Some(knot);
    let is_linked = Memo::new(move |_| thread.with(|it| it.as_ref().is_some_and(|it| it.contains(&knot))));
    let is_apart = Memo::new(move |_| thread.with(|it| it.as_ref().is_some_and(|it| !it.contains(&knot))));
    view! {
        <li>
            <button
                id=element_id(knot)
                class="trace-item"
                class:chosen=is_chosen
                class:linked=is_linked
                class:apart=is_apart
                aria-pressed=move || is_linked.get().to_string()
                tabindex=move || if stop.get() == Some(knot) { "0" } else { "-1" }
                on:click=move |_| if chosen.get_untracked() == Some(knot) { chosen.set(None) } else { choose.run(knot) }
                on:dblclick=move |_| leading.go(&[record(knot)])
            >
                <span class="trace-code">{told.code}</span>
                <span class="trace-words">{told.words}</span>
                <Show when=move || is_linked.get()>
                    <Icon name="link" />
                </Show>
                {told.more.into_iter().map(|it| view! { <span class="trace-more">{it}</span> }).collect_view()}
                {told.gap.map(|it| view! {
                    <span class="trace-gap">
                        <Sign severity=opmap_analysis::Severity::Warning />
                        {it}
                    </span>
                })}
            </button>
        </li>
    }
}

fn element_id(knot: Knot) -> String {
    format!("knot-{}", record(knot).uuid())
}

fn focus_knot(knot: Knot) {
    if let Some(element) = document().get_element_by_id(&element_id(knot)) {
        focus(&element);
    }
}

/// The column and the row of a knot.
fn place(woven: &Woven, knot: Knot) -> Option<(usize, usize)> {
    let columns = woven.columns();
    columns
        .iter()
        .enumerate()
        .find_map(|(column, items)| Some((column, items.iter().position(|it| it.knot == knot)?)))
}

/// Where a command leads.
fn led(woven: &Woven, knot: Knot, command: OnTrace, linked: &BTreeSet<Knot>) -> Option<Knot> {
    let column = woven.columns()[place(woven, knot)?.0];
    match command {
        OnTrace::Go(way) => beside(woven, knot, way, linked),
        OnTrace::Start => column.first().map(|it| it.knot),
        OnTrace::End => column.last().map(|it| it.knot),
        _ => None,
    }
}

/// Where a way leads: up and down a column; across to the first in the next column that belongs to the thread, else to the
/// same height.
fn beside(woven: &Woven, knot: Knot, way: Way, linked: &BTreeSet<Knot>) -> Option<Knot> {
    let (column, row) = place(woven, knot)?;
    let columns = woven.columns();
    let across = |column: usize| {
        let items = columns.get(column)?;
        let of_thread = items.iter().find(|it| linked.contains(&it.knot));
        of_thread.or_else(|| items.get(row.min(items.len().checked_sub(1)?))).map(|it| it.knot)
    };
    match way {
        Way::Up => columns[column].get(row.checked_sub(1)?).map(|it| it.knot),
        Way::Down => columns[column].get(row + 1).map(|it| it.knot),
        Way::Left => (0..column).rev().find_map(across),
        Way::Right => (column + 1..columns.len()).find_map(across),
    }
}

/// What a thread holds, aloud.
fn spoken(woven: &Woven, thread: &BTreeSet<Knot>) -> String {
    let of = |items: &[Told]| {
        let codes = items.iter().filter(|it| thread.contains(&it.knot)).map(|it| it.code.as_str());
        codes.collect::<Vec<_>>().join(", ")
    };
    let told = HEADS.into_iter().zip(woven.columns().map(of)).filter(|it| !it.1.is_empty());
    told.map(|(head, codes)| format!("{head} {codes}")).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_analysis::{Knot, analyze, trace};
    use opmap_model::notation;

    use super::{Woven, beside, spoken};
    use crate::keys::{OnTrace, Way};

    fn woven() -> Woven {
        let text = "workshop \"W\"\nevidence E1 \"Seen\"\nevidence E2 \"Heard\"\nfinding F1 \"One\" evidence=E2 shifts=rhythm\n\
                    recommendation a \"A\"\nrecommendation b \"B\" addresses=F1\n";
        let mut next = 0;
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let found = trace(&document, &analyze(&document));
        Woven::new(&document, found, |_| None)
    }

    #[test]
    fn ways_across_follow_the_thread() {
        let woven = woven();
        let knot = |column: usize, row: usize| woven.columns()[column][row].knot;
        let thread = woven.trace.thread(knot(0, 1));
        let led = |from: Knot, way: Way| beside(&woven, from, way, &thread);
        assert_eq!(led(knot(0, 1), Way::Right), Some(knot(1, 0)));
        assert_eq!(led(knot(1, 0), Way::Right), Some(knot(2, 5)), "the shift of the finding");
        assert_eq!(
            led(knot(2, 5), Way::Right),
            Some(knot(3, 1)),
            "what answers it, though another stands first"
        );
        assert_eq!(led(knot(3, 1), Way::Right), None);
        assert_eq!(led(knot(0, 1), Way::Up), Some(knot(0, 0)));
        assert_eq!(led(knot(0, 0), Way::Up), None);
        assert_eq!(super::led(&woven, knot(0, 0), OnTrace::End, &thread), Some(knot(0, 1)));
        assert_eq!(super::led(&woven, knot(0, 1), OnTrace::Start, &thread), Some(knot(0, 0)));
        let alone = woven.trace.thread(knot(0, 0));
        assert_eq!(beside(&woven, knot(0, 0), Way::Right, &alone), Some(knot(1, 0)), "the same height");
    }

    #[test]
    fn gaps_are_told_and_a_thread_is_read_out() {
        let woven = woven();
        let gaps = |column: usize| woven.columns()[column].iter().map(|it| it.gap).collect::<Vec<_>>();
        assert_eq!(gaps(0), [Some("No finding rests on it"), None]);
        assert_eq!(gaps(1), [None]);
        assert_eq!(gaps(3), [Some("Answers no finding"), None]);
        let thread: BTreeSet<Knot> = woven.trace.thread(woven.columns()[3][1].knot);
        assert_eq!(spoken(&woven, &thread), "Evidence E2; Findings F1; Recommendations R2");
    }
}
