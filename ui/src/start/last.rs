//! The workshop that was opened last, at a glance, to go on with.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_analysis::Severity;
use opmap_drawing::Glance;
use opmap_wire::{Original, Recent};

use super::Opening;
use super::picture::SketchPicture;
use crate::clock::{now, since};
use crate::icon::Icon;
use crate::shell;
use crate::sign::Sign;

/// A card of the workshop. What is in it follows once its file is read; where that fails, opening it says why.
#[component]
pub(super) fn LastWorkshop(entry: Recent, opening: Opening) -> impl IntoView {
    let found = RwSignal::new_local(None);
    let Recent { path, title, .. } = entry;
    let asked = path.clone();
    spawn_local(async move {
        if let Ok(glance) = shell::glance(&asked).await {
            // Something may have been opened meanwhile.
            let _ = found.try_set(Some(glance));
        }
    });
    let title = move || found.with(|it| it.as_ref().map_or_else(|| title.clone(), |it| it.1.title.clone()));
    let saved = move || found.with(|it| it.as_ref().map(|it| format!("Saved {}", since(it.0, now()))));
    let sketch = move || {
        found.with(|it| it.as_ref()?.1.sketch.as_ref().map(|sketch| view! { <SketchPicture sketch /> }))
    };
    let (opened, rehearsed, begun) = (path.clone(), path.clone(), path);
    view! {
        <h2>"Continue"</h2>
        <section class="last" aria-label="The workshop that was opened last">
            <span class="sketch" aria-hidden="true">{sketch}</span>
            <div class="last-words">
                <h3>{title}</h3>
                <p class="quiet">{saved}</p>
                <ul class="last-figures">{move || found.with(|it| it.as_ref().map(|it| figures(&it.1)))}</ul>
                <div class="last-foot">
                    <button class="button primary" on:click=move |_| opening.open_recent(opened.clone())>
                        "Open"
                        <Icon name="arrow-right" />
                    </button>
                    <button class="button" on:click=move |_| opening.rehearse(Original::Recent(rehearsed.clone()))>
                        "Rehearsal copy"
                    </button>
                    <button
                        class="button"
                        title="A new workshop with the maps, roles and letters of this one, and nothing that was said in it"
                        on:click=move |_| opening.begin_from(Original::Recent(begun.clone()))
                    >
                        "New from this"
                    </button>
                </div>
            </div>
        </section>
    }
}

fn figures(glance: &Glance) -> impl IntoView + use<> {
    let errors = (glance.errors > 0).then(|| view! { <Sign severity=Severity::Error /> });
    let words = words(glance).map(|it| view! { <li>{it}</li> });
    view! {
        {words.collect_view()}
        <li>{errors}{error_words(glance.errors)}</li>
    }
}

/// How far a workshop has come, without its errors.
fn words(glance: &Glance) -> impl Iterator<Item = String> + use<> {
    let steps = match glance.steps {
        0 => "No step yet".to_owned(),
        1 => "1 step".to_owned(),
        steps => format!("{steps} steps"),
    };
    let integrity = glance.integrity.map(|it| format!("Integrity {it}\u{2009}%"));
    let (scored, all) = glance.scored;
    [Some(steps), integrity, Some(format!("{scored} of {all} shifts scored"))].into_iter().flatten()
}

fn error_words(errors: usize) -> String {
    match errors {
        0 => "No errors".to_owned(),
        1 => "1 error".to_owned(),
        errors => format!("{errors} errors"),
    }
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Glance;

    use super::words;

    #[test]
    fn what_has_no_value_is_left_out() {
        let glance = Glance {
            title: "Halden".to_owned(),
            sketch: None,
            steps: 1,
            integrity: None,
            scored: (0, 7),
            errors: 0,
        };
        assert_eq!(words(&glance).collect::<Vec<_>>(), ["1 step", "0 of 7 shifts scored"]);
        let further = Glance { steps: 25, integrity: Some(80), scored: (3, 7), ..glance };
        let told: Vec<String> = words(&further).collect();
        assert_eq!(told, ["25 steps", "Integrity 80\u{2009}%", "3 of 7 shifts scored"]);
    }
}
