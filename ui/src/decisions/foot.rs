//! The line below the tables: how many decisions there are, how complete they are, and how many the front line takes.

use leptos::prelude::*;
use opmap_analysis::{FrontlineDecisions, Severity};
use opmap_model::{MapKey, State};

use super::state::DecisionsState;
use crate::frame::CurrentAnalysis;
use crate::sign::Sign;

/// What is counted of the decisions that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    material: usize,
    /// Material ones without an error or a warning.
    complete: usize,
    errors: usize,
    warnings: usize,
    hidden: usize,
    elsewhere: usize,
}

fn counts(decisions: DecisionsState) -> Counts {
    decisions.sheet.with(|sheet| {
        let mut counts = Counts { hidden: sheet.hidden, elsewhere: sheet.elsewhere, ..Counts::default() };
        for (_, row) in sheet.rows() {
            let findings = decisions.found.with(|it| it.get(&row.id).cloned()).unwrap_or_default();
            let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            counts.material += usize::from(row.material);
            counts.complete += usize::from(row.material && errors + warnings == 0);
            counts.errors += errors;
            counts.warnings += warnings;
        }
        counts
    })
}

/// The share of the front line (D11); why there is none is said in words.
fn share(frontline: Option<&FrontlineDecisions>) -> String {
    match frontline {
        None => "n/a, no decision".to_owned(),
        Some(it) => match it.permille() {
            Some(permille) => format!("{}\u{2009}%", (permille + 5) / 10),
            None => "n/a, none where customers are met".to_owned(),
        },
    }
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

#[component]
pub(super) fn Foot() -> impl IntoView {
    let (decisions, analysis) = (expect_context::<DecisionsState>(), expect_context::<CurrentAnalysis>());
    let counts = Memo::new(move |_| counts(decisions));
    let shares = Memo::new(move |_| {
        let journey = decisions.map_state.map.get()?.journey;
        let of = |state| analysis.with(|it| share(it.frontline(MapKey { journey, state })));
        Some((of(State::AsLived), of(State::ToBe)))
    });
    view! {
        <p class="matrix-foot">
            {move || {
                let Counts { material, complete, errors, warnings, .. } = counts.get();
                view! {
                    <span>
                        <strong>{material}</strong>
                        {plural(material, " material decision, ", " material decisions, ")}
                        <strong>{complete}</strong>
                        " complete"
                    </span>
                    <span class="status-count">
                        <Sign severity=Severity::Error />
                        <strong>{errors}</strong>
                        {plural(errors, "error", "errors")}
                    </span>
                    <span class="status-count">
                        <Sign severity=Severity::Warning />
                        <strong>{warnings}</strong>
                        {plural(warnings, "warning in these decisions", "warnings in these decisions")}
                    </span>
                }
            }}
            {move || {
                shares.get().map(|(lived, to_be)| view! {
                    <span>
                        "Decided at the front line: "
                        <strong>{lived}</strong>
                        " as-is \u{2192} "
                        <strong>{to_be}</strong>
                        " to be"
                    </span>
                })
            }}
            <span class="grow"></span>
            {move || {
                let Counts { hidden, elsewhere, .. } = counts.get();
                let hidden = (hidden > 0).then(|| format!("{hidden} hidden by the filter"));
                let elsewhere = (elsewhere > 0).then(|| format!("{elsewhere} in other states and journeys"));
                let words: Vec<String> = hidden.into_iter().chain(elsewhere).collect();
                let words = words.join(", ");
                view! { <span class="quiet gives-way" title=words.clone()>{words.clone()}</span> }
            }}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::FrontlineDecisions;
    use opmap_model::State;

    use super::super::sheet::tests;
    use super::share;

    #[test]
    fn a_share_of_nothing_is_said_in_words() {
        let document = tests::document();
        let map = tests::map(&document, State::AsLived);
        let of = |at_frontstage, by_frontline| {
            share(Some(&FrontlineDecisions { map, at_frontstage, by_frontline }))
        };
        assert_eq!(of(7, 2), "29\u{2009}%");
        assert_eq!(of(0, 0), "n/a, none where customers are met");
        assert_eq!(share(None), "n/a, no decision");
    }
}
