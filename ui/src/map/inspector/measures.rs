//! What is measured of the map that is shown.

use leptos::prelude::*;
use opmap_analysis::{Flow, LeadTime, Spent};
use opmap_model::{Keyword, ValueTag};

use crate::amounts::{percent, percent_of_some, time};
use crate::frame::CurrentAnalysis;
use crate::map::state::MapState;

/// One measure, and how much of the map it is known for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Measure {
    label: String,
    value: String,
    known: Option<String>,
}

impl Measure {
    fn new(label: &str, value: String) -> Self {
        Self { label: label.to_owned(), value, known: None }
    }

    fn known(self, words: String) -> Self {
        Self { known: Some(words), ..self }
    }
}

/// Where the work changes hands (H1, H3, H11); nothing where it does not.
fn of_flow(flow: &Flow) -> Vec<Measure> {
    let handoffs = flow.handoffs.len();
    if handoffs == 0 {
        return Vec::new();
    }
    let mut measures = vec![
        Measure::new("Handoffs", handoffs.to_string()),
        Measure::new("without an owner", flow.without_owner.len().to_string()),
        Measure::new("agreed in full", flow.complete.to_string()),
    ];
    if flow.functions_known > 0 {
        measures.push(
            Measure::new("between functions", flow.across_functions.to_string())
                .known(format!("of {} whose functions are known", flow.functions_known)),
        );
    }
    measures
}

/// How long it takes, and what the time is worth to the customer (H6, H8, H9).
fn of_time(it: &LeadTime) -> Vec<Measure> {
    let of_steps = |known: usize, of: usize| format!("{known} of {of} steps known");
    let mut measures =
        vec![Measure::new("Lead time", time(it.lead_secs)).known(of_steps(it.timed, it.critical.len()))];
    measures.extend(it.activity_permille().map(|share| Measure::new("of that work", percent(share))));
    measures.extend(it.rolled.map(|rolled| {
        Measure::new("First time right", percent_of_some(rolled.permille))
            .known(of_steps(rolled.known, rolled.of))
    }));
    let whole: u64 = it.by_value.values().map(Spent::whole).sum();
    // Where no step says what it is worth, there is nothing to share out.
    if whole == 0 || it.by_value.keys().all(Option::is_none) {
        return measures;
    }
    let tags = ValueTag::ALL.iter().copied().map(Some).chain([None]);
    measures.extend(tags.filter_map(|tag| {
        let part = it.by_value.get(&tag)?.whole();
        let share = u32::try_from((part * 2_000 + whole) / (whole * 2)).ok()?;
        let label =
            tag.map_or("Time, value not set".to_owned(), |it| format!("Time, {}", it.label().to_lowercase()));
        Some(Measure::new(&label, percent(share)))
    }));
    measures
}

#[component]
pub(super) fn Measures() -> impl IntoView {
    let (analysis, map_state): (CurrentAnalysis, MapState) = (expect_context(), expect_context());
    let measures = Memo::new(move |_| {
        let Some(map) = map_state.map.get() else { return Vec::new() };
        analysis.with(|it| {
            let flow = it.flow(map).map(of_flow).unwrap_or_default();
            flow.into_iter().chain(it.lead_time(map).map(of_time).unwrap_or_default()).collect::<Vec<_>>()
        })
    });
    let row = |it: Measure| {
        let is_part = it.label.starts_with(char::is_lowercase);
        view! {
            <dt class:part=is_part>
                {it.label}
                {it.known.map(|it| view! { <span class="unseen">", "</span> <span class="quiet">{it}</span> })}
            </dt>
            <dd>{it.value}</dd>
        }
    };
    view! {
        <Show when=move || measures.with(|it| !it.is_empty())>
            <section class="fields" aria-label="Measures of this map">
                <h4>"Measures of this map"</h4>
                <dl class="map-measures">{move || measures.get().into_iter().map(row).collect_view()}</dl>
            </section>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::analyze;
    use opmap_model::{MapKey, State, notation};

    use super::{of_flow, of_time};

    /// What is measured of the map as lived.
    fn measured(steps: &str) -> Vec<(String, String)> {
        let mut next = 0;
        let text = format!(
            "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\n\
             lane ce \"Centre\" kind=frontstage function=\"Service\"\n\
             lane di \"Dispatch\" kind=backstage function=\"Field\"\n\
             lane st \"Store\" kind=backstage\n{steps}"
        );
        let document = notation::parse(&text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let analysis = analyze(&document);
        let map = MapKey { journey: *document.journeys().keys().next().unwrap(), state: State::AsLived };
        let flow = analysis.flow(map).map(of_flow).unwrap_or_default();
        let time = analysis.lead_time(map).map(of_time).unwrap_or_default();
        let words = |it: super::Measure| {
            (it.label, it.known.map_or(it.value.clone(), |known| format!("{}, {known}", it.value)))
        };
        flow.into_iter().chain(time).map(words).collect()
    }

    fn said(all: &[(String, String)], label: &str) -> Option<String> {
        all.iter().find(|it| it.0 == label).map(|it| it.1.clone())
    }

    #[test]
    fn handoffs_are_counted_by_function() {
        let all = measured(
            "step take \"Takes call\" at=s1/ce\nstep plan \"Plans\" at=s1/di\nstep pick \"Picks\" at=s1/st\n\
             flow take -> plan\nflow plan -> pick",
        );
        assert_eq!(said(&all, "Handoffs").as_deref(), Some("2"));
        assert_eq!(said(&all, "without an owner").as_deref(), Some("2"));
        assert_eq!(said(&all, "between functions").as_deref(), Some("1, of 1 whose functions are known"));
        assert_eq!(said(&all, "Lead time"), None, "no step has a time");
    }

    #[test]
    fn time_is_shared_out_by_what_it_is_worth() {
        let all = measured(
            "step take \"Takes call\" at=s1/ce work=15min value=adding\n\
             step plan \"Plans\" at=s1/ce wait=30min work=15min value=waste\nstep pick \"Picks\" at=s1/ce\n\
             flow take -> plan\nflow plan -> pick",
        );
        assert_eq!(said(&all, "Handoffs"), None, "nothing changes hands");
        assert_eq!(said(&all, "Lead time").as_deref(), Some("1 h, 2 of 3 steps known"));
        assert_eq!(said(&all, "of that work").as_deref(), Some("50\u{2009}%"));
        let shares: Vec<_> =
            all.iter().filter(|it| it.0.starts_with("Time")).map(|it| it.1.as_str()).collect();
        assert_eq!(shares, ["25\u{2009}%", "75\u{2009}%"], "what takes no time is not told");
    }
}
