//! Where a decision goes when it is not taken in time, and from there on (D8).

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId, Document, RoleId, Seconds};

use super::super::changes;
use super::super::sheet::role_name;
use super::super::state::DecisionsState;
use super::part;
use crate::field::{Choice, TextField, duration, exact};
use crate::icon::Icon;
use crate::registers::role_options;

/// One hand over to the next role.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hop {
    after: Option<Seconds>,
    to: RoleId,
    /// The decision in which the role hands on; none for the decision itself.
    through: Option<DecisionId>,
    /// Whether the role had it before: then it goes in a circle.
    is_back: bool,
}

/// The way of a decision: to its target, and from each target to that of the first other decision of the same map that
/// the target takes. It ends where it goes round.
fn hops(document: &Document, id: DecisionId) -> Vec<Hop> {
    let Some(decision) = document.get(id) else { return Vec::new() };
    let map = document.map_of_decision(decision);
    let mut seen = decision.first_deciders();
    let mut hops: Vec<Hop> = Vec::new();
    let (mut next, mut through) = (Some(decision), None);
    while let Some((to, decision)) = next.and_then(|it| Some((it.escalate_to?, it))) {
        let is_back = seen.contains(&to);
        hops.push(Hop { after: decision.escalate_secs, to, through, is_back });
        if is_back {
            break;
        }
        seen.push(to);
        let onward = document.decisions_in_order().into_iter().find(|(other, it)| {
            *other != id
                && it.escalate_to.is_some()
                && map.is_some()
                && document.map_of_decision(it) == map
                && it.is_always_decided_by(to)
        });
        (next, through) = (onward.map(|it| it.1), onward.map(|it| it.0));
    }
    hops
}

#[component]
pub(super) fn Escalation(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let set = move |field: DecisionField| {
        editor.commit(changes::set(id, field));
    };
    view! {
        <section class="decision-escalation-way" aria-label="Escalation">
            <h4>"When it is not decided in time"</h4>
            <div class="decision-pair">
                <Choice
                    label="Goes to"
                    options=role_options()
                    optional=true
                    value=part(decisions, id, |it| it.escalate_to.map(|it| it.0.to_string()))
                    choose=Callback::new(move |key: String| {
                        set(DecisionField::EscalateTo(key.parse().ok().map(RoleId)));
                    })
                />
                <TextField
                    label="After"
                    value=part(decisions, id, |it| it.escalate_secs.map(exact))
                    commit=Callback::new(move |text: String| {
                        duration(&text).map(|it| set(DecisionField::EscalateAfter(it)))
                    })
                />
            </div>
            <Way id />
        </section>
    }
}

/// The way as chips that are joined by arrows, the time on each arrow.
#[component]
fn Way(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let way = Memo::new(move |_| {
        decisions.editor.read(|document| {
            let starts = document.get(id)?.first_deciders();
            let start: Vec<String> = starts.into_iter().map(|it| role_name(document, it)).collect();
            let hops: Vec<_> = hops(document, id)
                .into_iter()
                .map(|it| {
                    let through = it.through.and_then(|id| document.get(id)).map(|it| it.title.to_string());
                    (it.after.map(|it| it.to_string()), role_name(document, it.to), through, it.is_back)
                })
                .collect();
            (!hops.is_empty()).then_some((start, hops))
        })
    });
    move || {
        let (start, hops) = way.get()?;
        let start = if start.is_empty() { "no one".to_owned() } else { start.join(", ") };
        let hops = hops.into_iter().map(|(after, to, through, is_back)| {
            let title = through.map(|it| format!("As in “{it}”"));
            view! {
                <li class:back=is_back title=title>
                    <Icon name="arrow-right" />
                    <span class="decision-after">{after.unwrap_or_else(|| "no time set".to_owned())}</span>
                    <span class="decision-chip">{to}</span>
                    {is_back.then_some("and round again")}
                </li>
            }
        });
        Some(view! {
            <ol class="decision-way">
                <li>
                    <span class="quiet">"Escalates"</span>
                    <span class="decision-chip">{start}</span>
                </li>
                {hops.collect_view()}
            </ol>
        })
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{DecisionField, Document, Edit, RoleId};

    use super::super::super::sheet::tests;
    use super::hops;

    fn set(document: &mut Document, index: usize, field: DecisionField) {
        let id = document.decisions_in_order()[index].0;
        let change = Edit::SetDecision { id, field }.plan(document).unwrap();
        document.apply(&change).unwrap();
    }

    fn role(document: &Document, index: usize) -> RoleId {
        document.roles_in_order()[index].0
    }

    #[test]
    fn the_way_goes_on_from_who_hands_on_and_ends_where_it_goes_round() {
        let mut document = tests::document();
        let declare = document.decisions_in_order()[0].0;
        let (lead, director) = (role(&document, 1), role(&document, 2));
        let way = |document: &Document| {
            hops(document, declare).into_iter().map(|it| (it.to, it.is_back)).collect::<Vec<_>>()
        };
        assert_eq!(way(&document), [(director, false)]);
        // The director is one of those who approve a partner, and hands that on to who declared it.
        set(&mut document, 2, DecisionField::EscalateTo(Some(lead)));
        assert_eq!(way(&document), [(director, false), (lead, true)]);
        set(&mut document, 0, DecisionField::EscalateTo(None));
        assert!(way(&document).is_empty());
    }
}
