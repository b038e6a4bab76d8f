//! The numbers that matter, each as the section says it that tells it in full.

use opmap_analysis::tenths;

use super::super::lead_time;
use super::super::wording::{duration, percent, state_words};
use super::super::{Figure, anchor};
use super::Told;

/// Time, handoffs, quality and shifts, as far as they are known.
pub(super) fn figures(told: &Told<'_>) -> Vec<(Figure, String)> {
    [time(told), handoffs(told), quality(told), shifts(told)].into_iter().flatten().collect()
}

fn figure(value: String, words: String, section: String) -> (Figure, String) {
    (Figure { value, words }, section)
}

/// How long it takes, how much of that is waiting, and what is wanted (H8, H9).
fn time(told: &Told<'_>) -> Option<(Figure, String)> {
    let (flow, lead_time) = (told.flow?, told.lead_time()?);
    let waiting = lead_time.activity_permille().map(|it| format!(", {} of it waiting", percent(1_000 - it)));
    let wanted = told.lead_time_to_be().map(|it| format!("; to be {}", duration(it.lead_secs)));
    let words = format!(
        "from first step to last {}{}{}",
        state_words(flow.map.state),
        waiting.unwrap_or_default(),
        wanted.unwrap_or_default()
    );
    Some(figure(duration(lead_time.lead_secs), words, anchor::of_map("lead-time", flow.map)))
}

fn handoffs(told: &Told<'_>) -> Option<(Figure, String)> {
    let flow = told.flow.filter(|it| !it.handoffs.is_empty())?;
    let value = format!("{} of {}", flow.without_owner.len(), flow.handoffs.len());
    let words = format!("handoffs have no owner, {}", state_words(flow.map.state));
    Some(figure(value, words, anchor::of_map("handoffs", flow.map)))
}

/// How often it is right all the way the first time (H6).
fn quality(told: &Told<'_>) -> Option<(Figure, String)> {
    let rolled = told.lead_time()?.rolled?;
    let words = lead_time::rolled_words(rolled);
    Some(figure(lead_time::rolled_value(rolled), words, anchor::of_map("lead-time", told.flow?.map)))
}

/// The mean of the shifts that are scored, and of what is wanted (M5).
fn shifts(told: &Told<'_>) -> Option<(Figure, String)> {
    let overall = told.shifts.overall.as_ref()?;
    let now = tenths(overall.mean_tenths);
    let (value, wanted) = match overall.target_tenths {
        Some(target) => (format!("{now} → {}", tenths(target)), ", today and wanted"),
        None => (now, ""),
    };
    let words = format!("of 5: average of the shifts{wanted}; {} of 7 scored", overall.scored);
    Some(figure(value, words, anchor::SHIFTS.to_owned()))
}
