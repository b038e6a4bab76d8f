//! Where it is chosen what stands out on the map.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{ChannelId, Document, PersonaId, RoleId, Title};

use super::filter::{Customer, Filter, Standing};
use super::state::MapState;
use crate::editor::editor;
use crate::field::{Choice, focus_now};
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::popover::Popover;
use crate::registers::{Options, channel_options, role_options};

const BUTTON: &str = "filter-button";

/// What the panel says before something is chosen.
const NOTHING_STANDS_OUT: &str = "Choose what stands out. The map itself stays as it is. A role stands for what it does, answers \
    for, is asked or told about, and decides.";

/// The button of the toolbar, which says how much stands out, and its panel.
#[component]
pub(super) fn FilterButton() -> impl IntoView {
    let map_state: MapState = expect_context();
    let words = move || map_state.standing.with(|it| it.as_ref().map(Standing::words));
    view! {
        <div class="filter-place">
            <button
                id=BUTTON
                class="button"
                class:on=move || words().is_some()
                aria-expanded=move || map_state.filtering.get().to_string()
                title=keys::tooltip(Command::Filter)
                on:click=move |_| map_state.filtering.update(|it| *it = !*it)
            >
                <Icon name="list-filter" />
                {move || words().unwrap_or_else(|| "Filter".to_owned())}
            </button>
            <Show when=move || words().is_some()>
                <button
                    class="icon-button small"
                    aria-label="Clear the filter"
                    title="Clear the filter"
                    on:click=move |_| {
                        focus_now(BUTTON);
                        map_state.filter.set(Filter::default());
                    }
                >
                    <Icon name="x" />
                </button>
            </Show>
            <Show when=move || map_state.filtering.get()>
                <Panel />
            </Show>
        </div>
    }
}

#[component]
fn Panel() -> impl IntoView {
    let map_state: MapState = expect_context();
    let words = move || match map_state.standing.with(|it| it.as_ref().map(Standing::words)) {
        Some(words) => format!("{words} stand out."),
        None => NOTHING_STANDS_OUT.to_owned(),
    };
    let set = move |change: &dyn Fn(&mut Filter)| map_state.filter.update(change);
    let part = move |look: fn(&Filter) -> Option<String>| {
        Signal::derive(move || map_state.filter.with(look).unwrap_or_default())
    };
    view! {
        <Popover open=map_state.filtering of=BUTTON label="Filter the map" class="filter">
            <Choice
                label="Customer"
                options=customer_options()
                optional=true
                none="everyone"
                value=part(|it| it.customer.as_ref().map(key_of))
                choose=Callback::new(move |key: String| set(&|it| it.customer = customer_of(&key)))
            />
            <Choice
                label="Channel"
                options=channel_options()
                optional=true
                none="every channel"
                value=part(|it| it.channel.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(&|it| it.channel = key.parse().ok().map(ChannelId)))
            />
            <Choice
                label="Role"
                options=role_options()
                optional=true
                none="every role"
                value=part(|it| it.role.map(|it| it.0.to_string()))
                choose=Callback::new(move |key: String| set(&|it| it.role = key.parse().ok().map(RoleId)))
            />
            <p class="quiet" role="status">{words}</p>
            <button class="button" on:click=move |_| map_state.filter.set(Filter::default())>"Clear"</button>
        </Popover>
    }
}

/// Personas, then segments.
fn customer_options() -> Options {
    let editor = editor();
    Signal::derive(move || editor.read(customers))
}

fn customers(document: &Document) -> Vec<(String, String)> {
    let personas = document.personas_in_order();
    let segments: BTreeSet<&Title> = personas.iter().filter_map(|(_, it)| it.segment.as_ref()).collect();
    let personas = personas.iter().map(|(id, it)| (key_of(&Customer::Persona(*id)), it.title.to_string()));
    let segments =
        segments.into_iter().map(|it| (key_of(&Customer::Segment(it.clone())), format!("Segment: {it}")));
    personas.chain(segments).collect()
}

fn key_of(customer: &Customer) -> String {
    match customer {
        Customer::Persona(id) => id.0.to_string(),
        Customer::Segment(segment) => format!("segment:{segment}"),
    }
}

fn customer_of(key: &str) -> Option<Customer> {
    match key.strip_prefix("segment:") {
        Some(segment) => Title::new(segment).ok().map(Customer::Segment),
        None => key.parse().ok().map(|id| Customer::Persona(PersonaId(id))),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{PersonaId, Title};

    use super::{Customer, customer_of, key_of};

    #[test]
    fn what_was_chosen_is_found_by_its_key() {
        let persona = Customer::Persona(PersonaId(uuid::Uuid::from_u128(7)));
        let segment = Customer::Segment(Title::new("Homes: town").unwrap());
        for customer in [persona, segment] {
            assert_eq!(customer_of(&key_of(&customer)), Some(customer));
        }
        assert_eq!(customer_of(""), None);
    }
}
