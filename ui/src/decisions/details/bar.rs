//! Limits drawn as one bar: each band as wide as what it holds, its limit at the joint.

use leptos::prelude::*;
use opmap_analysis::{Severity, authority_falls};
use opmap_model::{Bands, Document};

use super::super::limits::{Range, Scale, grouped, ranges};
use super::super::sheet::role_name;
use crate::keys::{Usual, Way, usual};
use crate::sign::Sign;

/// One band as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) range: Range,
    who: Option<String>,
    /// Whether the front line decides here.
    is_frontline: bool,
    /// What is wrong with it.
    fault: Option<(Severity, &'static str)>,
}

/// Every band of a bar, the lowest first.
pub(super) fn drawn(document: &Document, bands: &Bands) -> Vec<Drawn> {
    let falls = authority_falls(document, bands);
    let band = |(index, range): (usize, Range)| {
        let role = range.decider.and_then(|it| document.get(it));
        let falls = falls.iter().any(|it| it.1 == index);
        Drawn {
            range,
            who: range.decider.map(|it| role_name(document, it)),
            is_frontline: role.is_some_and(|it| it.frontline),
            fault: match range.decider {
                None => Some((Severity::Error, "no one decides here")),
                Some(_) if falls => Some((Severity::Warning, "lower authority than the band before")),
                Some(_) => None,
            },
        }
    };
    ranges(bands).into_iter().enumerate().map(band).collect()
}

/// The amounts of a band in words.
fn range_words(range: Range, unit: &str) -> String {
    let from = grouped(range.from);
    match range.below {
        Some(below) => format!("from {from} to below {}\u{2009}{unit}", grouped(below)),
        None if range.from == 0 => format!("any amount in {unit}"),
        None => format!("from {from}\u{2009}{unit} on"),
    }
}

/// The same as it stands in the bar, where the joints say the rest.
fn short(range: Range) -> String {
    match range.below.map(grouped) {
        Some(below) if range.from == 0 => format!("below {below}"),
        Some(below) => format!("{} to below {below}", grouped(range.from)),
        None => format!("from {}", grouped(range.from)),
    }
}

/// A bar to look at, or to choose a band of.
#[component]
pub(super) fn Bar(
    label: String,
    unit: String,
    bands: Vec<Drawn>,
    scale: Scale,
    /// The band that is chosen, where one can be.
    #[prop(optional)]
    chosen: Option<RwSignal<usize>>,
) -> impl IntoView {
    let count = bands.len();
    let marks = bands.iter().filter_map(|it| it.range.below).chain([0]).map(|it| (it, scale.at(it)));
    let marks: Vec<(u64, u32)> = marks.collect();
    let boxes = bands.into_iter().enumerate().map(|(index, band)| {
        let width = format!("{}%", f64::from(scale.width(band.range)) / 10.0);
        view! { <Band band index count width unit=unit.clone() chosen /> }
    });
    view! {
        <div class="band-bar" role="group" aria-label=label>
            <div class="band-boxes">{boxes.collect_view()}</div>
            <div class="band-marks" aria-hidden="true">
                {marks
                    .into_iter()
                    .map(|(amount, at)| {
                        view! {
                            <span class:first=amount == 0 style:left=format!("{}%", f64::from(at) / 10.0)>
                                {grouped(amount)}
                            </span>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    }
}

#[component]
fn Band(
    band: Drawn,
    index: usize,
    count: usize,
    width: String,
    unit: String,
    chosen: Option<RwSignal<usize>>,
) -> impl IntoView {
    let who = band.who.clone().unwrap_or_else(|| "No one".to_owned());
    let words = range_words(band.range, &unit);
    let fault = band.fault.map(|it| format!(", {}", it.1)).unwrap_or_default();
    let said = format!("{who} {words}{fault}");
    let inside = view! {
        <span class="band-who">
            {band.fault.map(|(severity, _)| view! { <Sign severity /> })}
            <strong>{who}</strong>
        </span>
        <span class="band-range">{band.fault.map_or_else(|| short(band.range), |it| it.1.to_owned())}</span>
    };
    let Some(chosen) = chosen else {
        return view! {
            <div class="band" class:frontline=band.is_frontline style:width=width title=said>{inside}</div>
        }
        .into_any();
    };
    let walk = move |event: web_sys::KeyboardEvent| {
        let next = match usual(&event) {
            Some(Usual::Go(Way::Right)) => (index + 1).min(count - 1),
            Some(Usual::Go(Way::Left)) => index.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        chosen.set(next);
        crate::field::focus_later(&format!("band-{next}"));
    };
    view! {
        <button
            id=format!("band-{index}")
            class="band"
            class:frontline=band.is_frontline
            style:width=width
            title=said.clone()
            aria-label=said
            aria-pressed=move || (chosen.get() == index).to_string()
            tabindex=move || if chosen.get().min(count - 1) == index { "0" } else { "-1" }
            on:click=move |_| chosen.set(index)
            on:keydown=walk
        >
            {inside}
        </button>
    }
    .into_any()
}
