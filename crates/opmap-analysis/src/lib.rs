//! What can be said of a workshop by looking at it: checks that name records and edits that would settle them, measures of flow, what overlays of a map
//! are about, the difference between two states of a journey, and where words are found. Plain data; the graph library inside never shows.
//!
//! This crate changes nothing and knows no files, windows or clocks. What is not set is never counted as zero.

mod acceptances;
mod channels;
mod checks;
mod compare;
mod consensus;
mod delegation;
mod finding;
mod fixes;
mod flow;
mod follow_up;
mod frontline;
mod health;
mod kept;
mod lead_time;
mod map_roles;
mod missing;
mod options;
mod overlay;
mod personas;
mod priority;
mod raci_integrity;
mod schedule;
mod search;
mod shifts;
mod side_by_side;
mod suggested;
mod suggestions;
mod survey;
mod trace;

pub use opmap_model::Severity;
use opmap_model::{Document, MapKey};

pub use channels::{ChannelSwitch, channel_switches};
pub use checks::authority_falls;
pub use compare::{
    ChangedPart, Difference, DifferenceKind, Merged, Place, differences, differences_of_maps, merged,
    merged_maps, related_journeys,
};
pub use consensus::{Concordance, KendallsW, NoConcordance, Spread, Strength, Verdict, concordance};
pub use delegation::{CannotDelegate, Delegation, Measured, delegate};
pub use finding::{Accepted, Finding};
pub use fixes::{Fix, fixes};
pub use flow::{Flow, Link, link_between, link_of};
pub use follow_up::{Became, FollowUp, Followed, action_words, follow_up, followed};
pub use frontline::FrontlineDecisions;
pub use health::{Answered, ShiftHealth, health, sides_apart};
pub use kept::{Kept, kept, not_kept};
pub use lead_time::{LeadTime, Rolled, Spent, spent_by_stage};
pub use map_roles::{MapRoles, StepRoles, map_roles, needs_letters};
pub use missing::{MissingPart, missing_parts};
pub use options::options;
pub use overlay::{Bottlenecks, Friction, Overlay, Worst, bottlenecks, friction};
pub use personas::personas;
pub use priority::{Quadrant, Ranked, Score, is_out, quadrant, ranked, rice_score, wsjf_score};
pub use raci_integrity::RaciIntegrity;
pub use schedule::{
    CalendarTick, Dependency, Event, Impossible, Planned, Roadmap, Task, Timed, Timetable, Upcoming,
    WorkCalendar, roadmap, schedule, upcoming,
};
pub use search::{Haystack, Hit, Part};
pub use shifts::{
    Apart, Asked, Counted, FEWEST_SHOWN, Group, NoVerdict, Overall, RoundResult, ShiftResult, Shifts, Since,
    Voices, day, halves, shifts, signed, signed_tenths, tenths, voices,
};
pub use side_by_side::{MeasureRow, SideBySide};
pub use suggestions::{Pattern, Reason, Suggestion, patterns, suggestions};
pub use trace::{Knot, Met, Trace, trace};

/// Everything found out about a workshop.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    /// What the checks found: errors first, then by rule and place; what is accepted comes last.
    pub findings: Vec<Finding>,
    /// The flow measures of every map that has a step, in the order of journeys and states.
    pub flows: Vec<Flow>,
    /// How long the steps of every map take in which a step has a time, in the same order.
    pub lead_times: Vec<LeadTime>,
    /// How much of each matrix of letters is in order: one for each map in which someone has a letter, and one for the
    /// activities if there are any (R18).
    pub raci: Vec<RaciIntegrity>,
    /// How many decisions the front line takes: one for each map that has a decision (D11).
    pub frontline: Vec<FrontlineDecisions>,
    /// What measures and scores say that may be worth keeping as a finding. It is no fault and counts among none.
    pub suggested: Vec<Finding>,
}

impl Analysis {
    /// The findings that are not accepted.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.accepted.is_none())
    }

    /// The findings that are accepted, each with its reason (Q7).
    pub fn accepted(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.accepted.is_some())
    }

    /// All that a finding can be kept of: what the checks found, then what measures and scores say.
    pub fn all_found(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(&self.suggested)
    }

    /// How many findings that are not accepted have that severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.open().filter(|it| it.severity == severity).count()
    }

    /// The flow measures of one map, if it has a step.
    #[must_use]
    pub fn flow(&self, map: MapKey) -> Option<&Flow> {
        self.flows.iter().find(|it| it.map == map)
    }

    /// How many decisions of one map the front line takes, if it has a decision.
    #[must_use]
    pub fn frontline(&self, map: MapKey) -> Option<&FrontlineDecisions> {
        self.frontline.iter().find(|it| it.map == map)
    }

    /// How long the steps of one map take, if one of them has a time.
    #[must_use]
    pub fn lead_time(&self, map: MapKey) -> Option<&LeadTime> {
        self.lead_times.iter().find(|it| it.map == map)
    }
}

/// Looks at the whole of `document`.
#[must_use]
pub fn analyze(document: &Document) -> Analysis {
    let survey = survey::Survey::new(document);
    let flows = flow::flows(document, &survey);
    let lead_times = lead_time::lead_times(&survey, &flows);
    let acceptances = acceptances::Acceptances::new(document);
    let (mut findings, raci) = checks::findings(document, &survey, (&flows, &lead_times), &acceptances);
    acceptances.mark(&mut findings);
    let frontline = frontline::frontline_decisions(document, &survey);
    let mut analysis = Analysis { findings, flows, lead_times, raci, frontline, suggested: Vec::new() };
    analysis.suggested = suggested::suggested(document, &analysis);
    let mut unanswered = kept::unanswered(document, &analysis);
    acceptances.mark(&mut unanswered);
    analysis.findings.extend(unanswered);
    analysis.findings.sort_by_key(|it| (it.accepted.is_some(), it.severity));
    analysis
}

#[cfg(test)]
mod tests;
