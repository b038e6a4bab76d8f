//! The message of the whole report, with a number.

use opmap_analysis::{is_out, tenths};

use super::super::wording::{agree, counted, duration, percent, sentence, share};
use super::Told;

/// What can be won and what must happen first; without times, what is missing; without maps, where the shifts stand.
pub(super) fn title(told: &Told<'_>) -> String {
    sentence(
        &faster(told)
            .or_else(|| slow(told))
            .or_else(|| ownerless(told))
            .or_else(|| shifts(told))
            .unwrap_or_else(|| counts(told)),
    )
}

/// How much less time the journey can take.
fn faster(told: &Told<'_>) -> Option<String> {
    let (now, wanted) = (told.lead_time()?.lead_secs, told.lead_time_to_be()?.lead_secs);
    let journey = told.document.get(told.flow?.map.journey)?;
    let first = needed(told).map(|it| format!(": {it}")).unwrap_or_default();
    let saved = format!("“{}” can take {} instead of {}", journey.title, duration(wanted), duration(now));
    (wanted < now).then(|| format!("{saved}{first}"))
}

/// How much of the time is waiting.
fn slow(told: &Told<'_>) -> Option<String> {
    let lead_time = told.lead_time().filter(|it| it.is_mostly_timed())?;
    let journey = told.document.get(told.flow?.map.journey)?;
    let waiting = percent(1_000 - lead_time.activity_permille()?);
    let whole = duration(lead_time.lead_secs);
    let first = needed(told).map(|it| format!(", and {it}")).unwrap_or_default();
    Some(format!("“{}” takes {whole}: {waiting} of that is waiting{first}", journey.title))
}

/// What must happen first.
fn needed(told: &Told<'_>) -> Option<String> {
    let flow = told.flow?;
    let (missing, all) = (flow.without_owner.len(), flow.handoffs.len());
    (missing > 0)
        .then(|| format!("{} {} an owner", share(missing, all, "handoff"), agree(missing, "needs", "need")))
}

fn ownerless(told: &Told<'_>) -> Option<String> {
    let journey = told.document.get(told.flow?.map.journey)?;
    needed(told).map(|it| format!("{it} in “{}”; {}", journey.title, answers(told)))
}

fn answers(told: &Told<'_>) -> String {
    let all = told.document.recommendations_in_order();
    match all.iter().filter(|(_, it)| !is_out(it)).count() {
        0 => "nothing is recommended yet".to_owned(),
        count => format!("{} say what to do", counted(count, "recommendation")),
    }
}

fn shifts(told: &Told<'_>) -> Option<String> {
    let overall = told.shifts.overall.as_ref()?;
    let scored = match overall.scored {
        7 => "the seven shifts average".to_owned(),
        scored => format!("{} {}", share(scored, 7, "shift"), agree(scored, "averages", "average")),
    };
    let wanted =
        overall.target_tenths.map(|it| format!(", and {} is wanted", tenths(it))).unwrap_or_default();
    Some(format!("{scored} {} of 5{wanted}; {}", tenths(overall.mean_tenths), answers(told)))
}

/// How much there is, where nothing else can be said with a number.
fn counts(told: &Told<'_>) -> String {
    let journeys = counted(told.document.journeys_in_order().len(), "journey");
    let findings = counted(told.document.findings().len(), "finding");
    format!("the workshop named {journeys} and kept {findings}; {}", answers(told))
}
