//! In the status bar: how much stands in the waves, whether all of it can be as it is planned, and the longest chain.

use leptos::prelude::*;
use opmap_analysis::{Roadmap, Severity};
use opmap_model::{Document, RecommendationId};

use super::changes::code;
use super::state::RoadmapState;
use super::told::counted;
use crate::icon::Icon;
use crate::sign::Sign;

/// What the foot says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    items: usize,
    dependencies: String,
    /// What cannot be as it is planned (Q6).
    wrong: Option<String>,
    longest: String,
}

fn told(document: &Document, found: &Roadmap) -> Told {
    let codes =
        |ids: &[RecommendationId]| ids.iter().map(|it| code(document, *it)).collect::<Vec<_>>().join(", ");
    let impossible: Vec<RecommendationId> =
        found.dependencies.iter().filter(|it| it.impossible.is_some()).map(|it| it.after).collect();
    let circle = if found.circle.is_empty() { "no cycle" } else { "in a cycle" };
    let dependencies = match found.dependencies.len() {
        0 => "no dependencies".to_owned(),
        count => format!("{}, {circle}", counted(count, "dependency", "dependencies")),
    };
    let wrong = match (found.circle.as_slice(), impossible.as_slice()) {
        ([], []) => None,
        ([], [one]) => Some(format!("{} starts before what it needs", code(document, *one))),
        ([], several) => Some(format!("{} start before what they need", codes(&unique(several)))),
        (circle, _) => Some(format!("{} wait for each other", codes(circle))),
    };
    Told { items: found.planned.len(), dependencies, wrong, longest: codes(&found.longest) }
}

fn unique(ids: &[RecommendationId]) -> Vec<RecommendationId> {
    let mut all: Vec<RecommendationId> = Vec::new();
    for id in ids {
        if !all.contains(id) {
            all.push(*id);
        }
    }
    all
}

#[component]
pub(crate) fn RoadmapFoot() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let told = Memo::new(move |_| roadmap.found.with(|found| roadmap.editor.read(|it| told(it, found))));
    let longest = move || told.with(|it| it.longest.clone());
    // Of the one where one is.
    let slack = move || {
        let id = roadmap.item_tracked()?;
        let words = roadmap.found.with(|found| super::told::slack_alone(found, id))?;
        Some(format!("{}: {words}", roadmap.editor.read(|document| code(document, id))))
    };
    view! {
        <span>
            <strong>{move || told.with(|it| it.items)}</strong>
            {move || if told.with(|it| it.items) == 1 { " item in three waves" } else { " items in three waves" }}
        </span>
        <span>{move || told.with(|it| it.dependencies.clone())}</span>
        <span class="roadmap-order">
            {move || match told.with(|it| it.wrong.clone()) {
                None => view! { <span class="ok"><Icon name="circle-check" /></span>"No item starts before what it needs" }.into_any(),
                Some(wrong) => view! { <Sign severity=Severity::Error /><strong>{wrong}</strong> }.into_any(),
            }}
        </span>
        <span class="grow"></span>
        {move || slack().map(|it| view! { <span class="gives-way" title=it.clone()>{it.clone()}</span> })}
        <Show when=move || told.with(|it| !it.longest.is_empty())>
            <span class="gives-way" title=longest>"Longest chain "<strong>{longest}</strong></span>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::roadmap;
    use opmap_model::notation;

    use super::{Told, told};

    fn of(lines: &str) -> Told {
        let mut next = 0;
        let document = notation::parse(&format!("workshop \"W\"\n{lines}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        told(&document, &roadmap(&document))
    }

    #[test]
    fn q6_the_foot_says_what_cannot_be() {
        let fine =
            of("recommendation a \"A\" timing=wave1\nrecommendation b \"B\" timing=wave2 depends-on=a\n");
        assert_eq!((fine.items, fine.dependencies.as_str()), (2, "1 dependency, no cycle"));
        assert_eq!((fine.wrong, fine.longest.as_str()), (None, "R1, R2"));
        let early =
            of("recommendation a \"A\" timing=wave3\nrecommendation b \"B\" timing=wave2 depends-on=a\n\
            recommendation c \"C\" timing=wave1 depends-on=a,b\n");
        assert_eq!(early.wrong.as_deref(), Some("R2, R3 start before what they need"));
        let circle = of("recommendation a \"A\" timing=wave1 depends-on=b\n\
            recommendation b \"B\" timing=wave1 depends-on=a\n");
        assert_eq!(circle.dependencies, "2 dependencies, in a cycle");
        assert_eq!(circle.wrong.as_deref(), Some("R1, R2 wait for each other"));
        assert_eq!(of("").dependencies, "no dependencies");
    }
}
