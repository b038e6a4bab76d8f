//! F6 walks over the parts of the window, so that Tab is never the only way out of one (U9).

use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::dialog::focus;

/// The parts of the window in the order of a walk. Those that are not shown are passed over.
const REGIONS: &[&str] = &[
    ".rail",
    ".top-bar",
    ".toolbar",
    ".stage-heads",
    ".lane-heads",
    ".canvas > .body",
    ".minimap",
    ".compare",
    ".matrix",
    ".matrix-panel",
    ".decision-tables",
    ".decision-details",
    ".shifts-main",
    ".actions-table",
    ".gantt-body",
    ".roadmap-boxes",
    ".upcoming",
    ".empty",
    ".charter-body",
    ".inspector",
    ".outline",
    ".find",
    ".integrity",
    ".status-bar",
];

/// The first region that only one station has, beside what stands around it.
const FIRST_OF_STATION: &str = ".canvas > .body";

/// What takes the keyboard in a region: the place where it was last, else the current one, else the first.
const PREFERRED: &[&str] = &["[aria-current]", "[aria-selected=true]"];
const CONTROLS: &str = "button:not(:disabled), input, select, textarea, [tabindex=\"0\"]";

/// Puts the keyboard into the next region, or the one before.
pub(crate) fn walk(back: bool) {
    let shown: Vec<web_sys::Element> = shown(REGIONS).collect();
    let active = document().active_element();
    let here = shown.iter().position(|it| active.as_ref().is_some_and(|active| it.contains(Some(active))));
    let next = next_index(here, shown.len(), back).and_then(|index| shown.get(index)).and_then(entrance);
    if let Some(element) = next {
        focus(&element);
    }
}

/// Puts the keyboard into what the station is about.
pub(super) fn enter_station() {
    let first = REGIONS.iter().position(|it| *it == FIRST_OF_STATION).unwrap_or_default();
    if let Some(element) = shown(&REGIONS[first..]).find_map(|it| entrance(&it)) {
        focus(&element);
    }
}

/// Those of some regions that are shown and take the keyboard.
fn shown(regions: &[&str]) -> impl Iterator<Item = web_sys::Element> {
    regions
        .iter()
        .filter_map(|css| document().query_selector(css).ok().flatten())
        .filter(|it| it.client_width() > 0 && entrance(it).is_some())
}

/// The element of a region that takes the keyboard.
fn entrance(region: &web_sys::Element) -> Option<web_sys::Element> {
    if region.get_attribute("tabindex").as_deref() == Some("0") {
        return Some(region.clone());
    }
    // What is hidden takes no keyboard.
    let is_shown = |it: &web_sys::Element| it.get_bounding_client_rect().width() > 0.0;
    let inside = |css: &str| {
        let found = region.query_selector_all(css).ok()?;
        let elements =
            (0..found.length()).filter_map(|it| found.item(it)?.dyn_into::<web_sys::Element>().ok());
        elements.into_iter().find(is_shown)
    };
    let takes = |it: &web_sys::Element| it.matches(CONTROLS).unwrap_or(false);
    PREFERRED
        .iter()
        .find_map(|css| inside(css).filter(takes))
        .or_else(|| inside(CONTROLS))
        .filter(|it| it.dyn_ref::<web_sys::HtmlElement>().is_some())
}

/// The region that comes next, going round; the first, or the last, from outside of all.
fn next_index(here: Option<usize>, count: usize, back: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (here, back) {
        (None, false) => 0,
        (None, true) => last,
        (Some(here), false) => {
            if here >= last {
                0
            } else {
                here + 1
            }
        }
        (Some(here), true) => here.checked_sub(1).unwrap_or(last),
    })
}

#[cfg(test)]
mod tests {
    use super::next_index;

    #[test]
    fn the_walk_goes_round_both_ways() {
        assert_eq!(next_index(None, 3, false), Some(0));
        assert_eq!(next_index(None, 3, true), Some(2));
        assert_eq!((next_index(Some(2), 3, false), next_index(Some(0), 3, true)), (Some(0), Some(2)));
        assert_eq!((next_index(Some(0), 3, false), next_index(Some(1), 3, true)), (Some(1), Some(0)));
        assert_eq!((next_index(None, 0, false), next_index(Some(0), 1, false)), (None, Some(0)));
    }
}
