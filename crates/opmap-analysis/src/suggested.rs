//! What measures of flow and scores say that may be worth keeping as a finding. It is no fault, so no check raises it.

use opmap_model::{Document, Keyword, MapKey, RecordId, Shift, State};

use crate::checks::state_word;
use crate::{Analysis, Finding, Flow, LeadTime, Severity};

/// The rules of measures and scores: work in the lead time, handoffs across functions, the way to the score wanted.
const WORK: &str = "H9";
const ACROSS: &str = "H3";
const GAP: &str = "M2";

impl Finding {
    /// Whether a measure or a score says it, and no check.
    #[must_use]
    pub fn is_suggested(&self) -> bool {
        matches!(self.rule, WORK | ACROSS | GAP)
    }
}

/// What measures and scores say: of each map in its order, then of each shift.
pub(crate) fn suggested(document: &Document, analysis: &Analysis) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    found.extend(analysis.lead_times.iter().filter_map(little_work));
    found.extend(analysis.flows.iter().filter_map(across_functions));
    found.extend(Shift::ALL.iter().filter_map(|it| way_to_go(document, *it)));
    found
}

/// H9: less than half of the time to the end is work. The point is the state of the journey.
fn little_work(lead_time: &LeadTime) -> Option<Finding> {
    let permille = lead_time.activity_permille().filter(|it| *it < 500)?;
    let sentence = format!(
        "Of the lead time of {} {}\u{2009}% is work; the rest is waiting.",
        state_word(lead_time.map.state),
        (permille + 5) / 10
    );
    Some(of_map(WORK, lead_time.map, sentence))
}

/// H3: more than half of the handoffs lead from one function to another.
fn across_functions(flow: &Flow) -> Option<Finding> {
    let permille = flow.cross_silo_permille().filter(|it| *it > 500)?;
    let sentence = format!(
        "{}\u{2009}% of the handoffs of {} lead from one function to another.",
        (permille + 5) / 10,
        state_word(flow.map.state)
    );
    Some(of_map(ACROSS, flow.map, sentence))
}

/// M2, M3: the room wants a higher level than it sees today.
fn way_to_go(document: &Document, shift: Shift) -> Option<Finding> {
    let assessment = document.assessment(shift);
    let (now, target, gap) = (assessment.now?, assessment.target?, assessment.gap()?);
    let levels = if gap == 1 { "level" } else { "levels" };
    let sentence =
        format!("“{}” is at {now} today and wanted at {target}, {gap} {levels} up.", assessment.name());
    let severity = if gap > 1 { Severity::Warning } else { Severity::Note };
    (gap > 0)
        .then(|| Finding::new(GAP, severity, sentence, vec![RecordId::Assessment(shift.assessment_id())]))
}

fn of_map(rule: &'static str, map: MapKey, sentence: String) -> Finding {
    let point = State::ALL.iter().position(|it| *it == map.state).unwrap_or(0);
    Finding::new(rule, Severity::Note, sentence, vec![RecordId::Journey(map.journey)]).at(point)
}
