//! From where on the checks speak up: a field for each threshold, with the usual number beside it.

use leptos::prelude::*;
use opmap_model::{Edit, Keyword, Threshold, WorkshopField};

use crate::editor::editor;
use crate::field::TextField;

#[component]
pub(super) fn Limits() -> impl IntoView {
    view! {
        <section class="card limits" aria-label="Limits of the checks">
            <h3>"Limits of the checks"</h3>
            <p class="quiet">"A check speaks up when there are more than this."</p>
            {Threshold::ALL.iter().map(|it| view! { <Limit threshold=*it /> }).collect_view()}
        </section>
    }
}

#[component]
fn Limit(threshold: Threshold) -> impl IntoView {
    let editor = editor();
    let number = Signal::derive(move || editor.read(|it| it.workshop().thresholds.get(threshold)));
    let set = move |number: Option<u32>| {
        editor.commit(Edit::SetWorkshop(WorkshopField::Threshold(threshold, number)));
    };
    let commit = move |text: String| read(threshold, &text).map(set);
    view! {
        <div class="limit">
            <TextField
                label=threshold.label()
                value=Signal::derive(move || words(threshold, number.get().unwrap_or(threshold.usual())))
                commit=Callback::new(commit)
            />
            <span class="quiet">{format!("{}, usually {}", threshold.rule(), words(threshold, threshold.usual()))}</span>
            <button
                class="button quiet"
                aria-label=format!("{}: back to the usual {}", threshold.label(), words(threshold, threshold.usual()))
                disabled=move || number.get().is_none()
                on:click=move |_| set(None)
            >
                "Reset"
            </button>
        </div>
    }
}

fn words(threshold: Threshold, number: u32) -> String {
    if threshold.is_share() { format!("{number}\u{2009}%") } else { number.to_string() }
}

/// What is typed; nothing and the usual number are *not set*.
fn read(threshold: Threshold, text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    let digits = text.strip_suffix('%').filter(|_| threshold.is_share()).unwrap_or(text).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let range = threshold.range();
    let number: Option<u32> = digits.parse().ok().filter(|it| range.contains(it));
    let number =
        number.ok_or_else(|| format!("Write a number from {} to {}.", range.start(), range.end()))?;
    Ok(Some(number).filter(|it| *it != threshold.usual()))
}

#[cfg(test)]
mod tests {
    use opmap_model::{Keyword, Threshold};

    use super::{read, words};

    #[test]
    fn a_limit_is_a_number_in_its_range_and_can_be_typed_as_shown() {
        assert_eq!(read(Threshold::Responsible, " 4 "), Ok(Some(4)));
        assert_eq!(read(Threshold::AccountableShare, "55 %"), Ok(Some(55)));
        assert_eq!(read(Threshold::Responsible, ""), Ok(None));
        for nonsense in ["many", "-1", "100", "4 %", "4.5", "99999999999"] {
            assert_eq!(
                read(Threshold::Responsible, nonsense),
                Err("Write a number from 0 to 99.".to_owned()),
                "{nonsense}"
            );
        }
        for threshold in Threshold::ALL.iter().copied() {
            let shown = words(threshold, threshold.usual());
            assert_eq!(read(threshold, &shown), Ok(None), "the usual number is none that was set");
        }
    }
}
