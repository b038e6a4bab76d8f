//! What an executive would miss: a name or a day on the cover, shifts that nobody has scored, recommendations without their
//! parts (Q5), errors that nobody answers (Q7), and a roadmap that cannot be (Q6).

use leptos::prelude::*;
use opmap_analysis::{Finding, Severity, Shifts};
use opmap_model::{Chapter, ReportSettings, Shift, Workshop};

use crate::editor::editor;
use crate::frame::{CurrentAnalysis, Station};
use crate::leading::Leading;
use crate::shifts::ShiftsState;
use crate::sign::Sign;

/// The rules about what a report needs.
const RULES: [&str; 3] = ["Q5", "Q6", "Q7"];

/// Something that the report would have no words for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Gap {
    sentence: String,
    /// The first of the shifts that it is about; none where it is about the charter.
    shift: Option<Shift>,
}

#[component]
pub(super) fn Missing() -> impl IntoView {
    let (analysis, leading): (CurrentAnalysis, Leading) = (expect_context(), expect_context());
    let (shifts, station): (ShiftsState, RwSignal<Station>) = (expect_context(), expect_context());
    let editor = editor();
    let found = Memo::new(move |_| {
        analysis.with(|it| it.open().filter(|it| RULES.contains(&it.rule)).cloned().collect::<Vec<Finding>>())
    });
    let gaps = Memo::new(move |_| {
        editor.read(|document| {
            let mut gaps = gaps_of_cover(document.workshop());
            gaps.extend(shifts.results.with(|it| gap_of_shifts(it, &document.workshop().report)));
            gaps
        })
    });
    let count = move || found.with(Vec::len) + gaps.with(Vec::len);
    let summary = move || match count() {
        0 => "Before you export: nothing is missing".to_owned(),
        1 => "Before you export: 1 thing is missing".to_owned(),
        count => format!("Before you export: {count} things are missing"),
    };
    let lead = move |shift: Option<Shift>| match shift {
        Some(shift) => {
            shifts.show(shift);
            station.set(Station::Shifts);
        }
        None => station.set(Station::Charter),
    };
    view! {
        <details class="report-group" open=move || { count() > 0 }>
            <summary>{summary}</summary>
            <ul class="report-missing">
                <For each=move || gaps.get() key=Clone::clone let(gap)>
                    <li>
                        <Sign severity=Severity::Note />
                        <button class="link" on:click=move |_| lead(gap.shift)>{gap.sentence.clone()}</button>
                    </li>
                </For>
                <For each=move || found.get() key=|it| (it.rule, it.records.clone(), it.sentence.clone()) let(it)>
                    <li>
                        <Sign severity=it.severity />
                        <button class="link" on:click={
                            let records = it.records.clone();
                            move |_| leading.go(&records)
                        }>{it.sentence.clone()}</button>
                    </li>
                </For>
            </ul>
        </details>
    }
}

/// What the cover would not say.
fn gaps_of_cover(workshop: &Workshop) -> Vec<Gap> {
    let gaps = [
        (workshop.client.is_none(), "The cover names no client."),
        (workshop.facilitator.is_none(), "The cover names no facilitator."),
        (workshop.date.is_none(), "The cover has no date."),
    ];
    let missing = gaps.into_iter().filter(|it| it.0);
    missing.map(|(_, sentence)| Gap { sentence: sentence.to_owned(), shift: None }).collect()
}

/// Which shifts nobody has scored, where the report tells of them.
fn gap_of_shifts(shifts: &Shifts, report: &ReportSettings) -> Option<Gap> {
    if report.left_out.contains(&Chapter::Shifts) {
        return None;
    }
    let open: Vec<_> = shifts.each.iter().filter(|it| it.now.is_none()).collect();
    let first = open.first()?;
    let sentence = match open.len() {
        1 => format!("{} is not scored.", first.name),
        7 => "None of the seven shifts is scored.".to_owned(),
        count => format!("{count} of the seven shifts are not scored."),
    };
    Some(Gap { sentence, shift: Some(first.shift) })
}

#[cfg(test)]
mod tests {
    use opmap_analysis::shifts;
    use opmap_model::{Chapter, ReportSettings, notation};

    use super::{gap_of_shifts, gaps_of_cover};

    #[test]
    fn a_bare_workshop_says_what_the_report_would_lack() {
        let document =
            notation::parse("workshop \"W\"\nclient \"Halden\"", &mut || uuid::Uuid::from_u128(1)).unwrap();
        let sentences: Vec<String> =
            gaps_of_cover(document.workshop()).into_iter().map(|it| it.sentence).collect();
        assert_eq!(sentences, ["The cover names no facilitator.", "The cover has no date."]);
        let results = shifts(&document);
        let gap = gap_of_shifts(&results, &ReportSettings::default()).unwrap();
        assert_eq!(gap.sentence, "None of the seven shifts is scored.");
        let without = ReportSettings { left_out: [Chapter::Shifts].into(), ..ReportSettings::default() };
        assert_eq!(gap_of_shifts(&results, &without), None);
    }
}
