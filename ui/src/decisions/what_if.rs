//! What if the decision was delegated to a lane (H13): the flow before and after. Nothing changes until it is accepted.

use leptos::prelude::*;
use opmap_analysis::{CannotDelegate, Delegation, Measured, Rolled, delegate};
use opmap_model::{DecisionId, Document, LaneId, MapKey};

use super::state::DecisionsState;
use crate::amounts::{percent, percent_of_some, time};
use crate::field::Choice;
use crate::icon::Icon;
use crate::identity::fresh_uuid;
use crate::map::{state_words, state_words_within};

/// One measure, before and after; none where there is nothing to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Measure {
    words: &'static str,
    /// How much of the map it is known for.
    note: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

impl Measure {
    fn differs(&self) -> bool {
        self.before != self.after
    }
}

/// What is measured, in words.
fn measures(before: &Measured, after: &Measured) -> Vec<Measure> {
    let measure = |words, of: &dyn Fn(&Measured) -> Option<String>| Measure {
        words,
        note: None,
        before: of(before),
        after: of(after),
    };
    let known = |it: &Rolled| format!("{} of {} steps known", it.known, it.of);
    let rolled = |it: &Measured| it.lead_time.as_ref().and_then(|it| it.rolled);
    vec![
        measure("Handoffs", &|it| Some(it.flow.handoffs.len().to_string())),
        measure("Across functions", &|it| it.flow.cross_silo_permille().map(percent)),
        measure("Accountability changes", &|it| {
            (it.flow.accountability_known > 0).then(|| it.flow.accountability_breaks.len().to_string())
        }),
        measure("Lead time", &|it| it.lead_time.as_ref().map(|it| time(it.lead_secs))),
        Measure {
            note: rolled(after).as_ref().map(known),
            ..measure("First time right", &|it| rolled(it).map(|it| percent_of_some(it.permille)))
        },
    ]
}

/// The lanes that it could be delegated to: those of the company on the map that is shown.
fn lanes(document: &Document, map: Option<MapKey>) -> Vec<(String, String)> {
    let lanes = map.map(|it| document.lanes_of_map(it)).unwrap_or_default();
    let of_company = lanes.into_iter().filter(|(_, it)| it.kind.is_company_side());
    of_company.map(|(id, it)| (id.0.to_string(), it.title.to_string())).collect()
}

#[component]
pub(super) fn WhatIf(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let (editor, lane) = (decisions.editor, decisions.what_if);
    let options = Signal::derive(move || {
        let map = decisions.map_state.map.get();
        editor.read(|document| lanes(document, map))
    });
    let asked = Memo::new(move |_| {
        let lane = lane.get()?;
        Some(editor.read(|document| delegate(document, id, lane, fresh_uuid)))
    });
    view! {
        <div class="what-if">
            <p class="quiet">"Nothing changes until you accept it."</p>
            <Choice
                label="Lane"
                options=options
                optional=true
                none="choose a lane"
                value=Signal::derive(move || lane.get().map(|it| it.0.to_string()).unwrap_or_default())
                choose=Callback::new(move |key: String| lane.set(key.parse().ok().map(LaneId)))
            />
            {move || asked.get().map(|it| match it {
                Ok(delegation) => view! { <Told delegation /> }.into_any(),
                Err(reason) => reason_view(&reason),
            })}
        </div>
    }
}

fn reason_view(reason: &CannotDelegate) -> AnyView {
    view! { <p class="what-if-reason" role="status">{reason.to_string()}</p> }.into_any()
}

#[component]
fn Told(delegation: Delegation) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let (editor, lane) = (decisions.editor, decisions.what_if);
    let role = editor.peek(|it| it.get(delegation.role).map(|it| it.title.to_string())).unwrap_or_default();
    let (state, rows) = (delegation.map.state, measures(&delegation.before, &delegation.after));
    let changes = rows.iter().filter(|it| it.differs()).count();
    let or_none = |it: Option<String>| it.unwrap_or_else(|| "n/a".to_owned());
    let rows = rows.into_iter().map(|it| {
        let differs = it.differs();
        view! {
            <tr class:differs=differs>
                <th scope="row">
                    {it.words}
                    {it.note.map(|it| view! { <span class="quiet">{it}</span> })}
                </th>
                <td>{or_none(it.before)}</td>
                <td>{or_none(it.after)}</td>
            </tr>
        }
    });
    let accept = move |_| {
        let delegation = delegation.clone();
        if editor.commit(delegation.edit) {
            lane.set(None);
            let within = state_words_within(state);
            editor.message.set(Some(format!("The decision is delegated {within}. Undo takes it back.")));
            decisions.focus_wanted.notify();
        }
    };
    view! {
        <p><strong>{role}</strong>" would decide, and answer for its steps."</p>
        <table class="what-if-table">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{format!("{} now", state_words(state))}</th>
                    <th scope="col">"Then"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {(changes == 0).then(|| view! { <p class="quiet">"None of these would change: only who decides would."</p> })}
        <div class="what-if-buttons">
            <button class="button primary" on:click=accept>
                <Icon name="check" />
                {format!("Accept into {}", state_words_within(state))}
            </button>
            <button
                class="button"
                on:click=move |_| {
                    lane.set(None);
                    decisions.focus_wanted.notify();
                }
            >
                "Discard"
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::delegate;
    use opmap_model::{Document, LaneId, State, notation};

    use super::{lanes, measures};

    fn document() -> Document {
        let text = "workshop \"W\"
role a \"Advisor\" function=\"Service\"
role b \"Dispatcher\" function=\"Field\"
journey j \"Repair\"
map j to-be
stage s \"Visit\"
lane u \"Customer\" kind=customer
lane l \"Contact\" kind=frontstage role=a function=\"Service\"
lane m \"Dispatch\" kind=backstage role=b function=\"Field\"
step one \"Ask\" at=s/l letters=a:A/R
step two \"Book?\" at=s/m kind=decision letters=b:A/R
step three \"Tell\" at=s/l letters=a:A/R
flow one -> two
flow two -> three
decision \"Set the slot\" step=two decider=b
";
        let mut next = 0;
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn what_is_delegated_to_those_who_ask_needs_no_handoff() {
        let document = document();
        let map = super::super::sheet::tests::map(&document, State::ToBe);
        let lanes = lanes(&document, Some(map));
        assert_eq!(lanes.iter().map(|it| it.1.as_str()).collect::<Vec<_>>(), ["Contact", "Dispatch"]);
        let lane = LaneId(lanes[0].0.parse().unwrap());
        let decision = document.decisions_in_order()[0].0;
        let told = delegate(&document, decision, lane, uuid::Uuid::nil).unwrap();
        let measures = measures(&told.before, &told.after);
        let pairs: Vec<_> =
            measures.iter().map(|it| (it.words, it.before.as_deref(), it.after.as_deref())).collect();
        assert_eq!(
            pairs,
            [
                ("Handoffs", Some("2"), Some("0")),
                ("Across functions", Some("100\u{2009}%"), None),
                ("Accountability changes", Some("2"), Some("0")),
                ("Lead time", None, None),
                ("First time right", None, None),
            ]
        );
    }
}
