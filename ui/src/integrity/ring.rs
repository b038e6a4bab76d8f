//! How much of the matrix has no error (R18), as a ring and in words.

use leptos::prelude::*;
use opmap_analysis::RaciIntegrity;

use crate::frame::CurrentAnalysis;
use crate::map::MapState;

#[component]
pub(super) fn Ring() -> impl IntoView {
    let (analysis, map_state): (CurrentAnalysis, MapState) = (expect_context(), expect_context());
    let found = Memo::new(move |_| {
        let map = map_state.map.get();
        let of = |map| analysis.with(|it| it.raci.iter().find(|it| it.map == map).copied());
        (map.and_then(|map| of(Some(map))), of(None))
    });
    let percent = move || found.with(|it| it.0.as_ref().and_then(RaciIntegrity::percent));
    let share = move || percent().map(|it| format!("{it} 100"));
    view! {
        <svg class="integrity-ring" viewBox="0 0 60 60" aria-hidden="true">
            <circle class="integrity-track" cx="30" cy="30" r="26" />
            {move || {
                share().map(|share| view! {
                    <circle class="integrity-share" cx="30" cy="30" r="26" pathLength="100" stroke-dasharray=share transform="rotate(-90 30 30)" />
                })
            }}
            <text x="30" y="34.5" text-anchor="middle">
                {move || percent().map_or_else(|| "n/a".to_owned(), |it| format!("{it}\u{2009}%"))}
            </text>
        </svg>
        <p class="integrity-words-of-ring">{move || found.with(|(map, outside)| words(map.as_ref(), outside.as_ref()))}</p>
    }
}

/// How many rows have no error. What nobody has a letter in is not judged.
fn words(map: Option<&RaciIntegrity>, outside: Option<&RaciIntegrity>) -> String {
    let map = map.map_or_else(
        || "Nothing to judge: no one has a letter here yet.".to_owned(),
        |it| format!("{} of {} activities have no error.", it.sound, it.rows),
    );
    let outside = outside.map(|it| format!(" Outside the journeys: {} of {}.", it.sound, it.rows));
    map + &outside.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use opmap_analysis::RaciIntegrity;

    use super::words;

    #[test]
    fn what_is_not_judged_is_not_called_in_order() {
        let some = RaciIntegrity { map: None, rows: 20, sound: 16 };
        assert_eq!(words(Some(&some), None), "16 of 20 activities have no error.");
        assert_eq!(
            words(None, Some(&some)),
            "Nothing to judge: no one has a letter here yet. Outside the journeys: 16 of 20."
        );
    }
}
