//! What could be recommended: patterns from a library, each with the reasons that the workshop itself gives for it. None
//! is ever added unasked.

mod library;

use std::collections::BTreeSet;

use opmap_model::{Document, Keyword, Shift, folded};

use crate::{Analysis, Severity, shifts};
use library::{Measure, When};
pub use library::{Pattern, patterns};

/// A pattern for which the workshop gives a reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What could be recommended.
    pub pattern: &'static Pattern,
    /// Why, the weightiest first; at least one.
    pub reasons: Vec<Reason>,
}

/// What speaks for a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A check found something that is not accepted.
    Found {
        /// The rule.
        rule: &'static str,
        /// How much the worst of it matters.
        severity: Severity,
        /// How often.
        count: usize,
        /// The first of it, in its sentence.
        first: String,
    },
    /// A measure of the flow, in a sentence.
    Measured(String),
    /// A shift has two levels or more to go.
    Shift {
        /// What it is called.
        name: String,
        /// From today to what is wanted.
        gap: i8,
    },
}

impl Reason {
    /// The reason in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Found { rule, count: 1, first, .. } => format!("{rule}: {first}"),
            Self::Found { rule, count, first, .. } => format!("{rule}, {count} times. {first}"),
            Self::Measured(sentence) => sentence.clone(),
            Self::Shift { name, gap } => format!("“{name}” has {gap} levels to go."),
        }
    }

    /// Smaller is weightier.
    fn weight(&self) -> (u8, std::cmp::Reverse<usize>) {
        let (class, count) = match self {
            Self::Found { severity: Severity::Error, count, .. } => (0, *count),
            Self::Found { severity: Severity::Warning, count, .. } => (1, *count),
            Self::Measured(_) => (2, 0),
            Self::Shift { gap, .. } => (3, usize::try_from(*gap).unwrap_or(0)),
            Self::Found { count, .. } => (4, *count),
        };
        (class, std::cmp::Reverse(count))
    }
}

/// The patterns for which the workshop gives a reason, the weightiest first; of equals in the order of the library. What
/// is recommended already, under the same title, is left out.
#[must_use]
pub fn suggestions(document: &Document, analysis: &Analysis) -> Vec<Suggestion> {
    let there: BTreeSet<String> =
        document.recommendations().values().map(|it| folded(it.title.as_str())).collect();
    let gaps: Vec<(Shift, String, i8)> = shifts(document)
        .each
        .into_iter()
        .filter_map(|it| Some((it.shift, it.name, it.gap.filter(|gap| *gap >= 2)?)))
        .collect();
    let fitting = patterns().iter().filter(|it| !there.contains(&folded(it.title.as_str())));
    let mut found: Vec<Suggestion> = fitting
        .filter_map(|pattern| {
            let of_rules = pattern.when.iter().filter_map(|it| reason(it, document, analysis));
            let of_shift = gaps.iter().filter(|it| it.0 == pattern.shift);
            let of_shift = of_shift.map(|(_, name, gap)| Reason::Shift { name: name.clone(), gap: *gap });
            let mut reasons: Vec<Reason> = of_rules.chain(of_shift).collect();
            reasons.sort_by_key(Reason::weight);
            (!reasons.is_empty()).then_some(Suggestion { pattern, reasons })
        })
        .collect();
    found.sort_by_key(|it| it.reasons.first().map(Reason::weight));
    found
}

fn reason(when: &When, document: &Document, analysis: &Analysis) -> Option<Reason> {
    match when {
        When::Rule(rule) => {
            let found: Vec<_> = analysis.open().filter(|it| it.rule == rule).collect();
            let worst = found.iter().min_by_key(|it| it.severity)?;
            Some(Reason::Found {
                rule: worst.rule,
                severity: worst.severity,
                count: found.len(),
                first: worst.sentence.clone(),
            })
        }
        When::Measure(measure) => measured(*measure, document, analysis).map(Reason::Measured),
    }
}

/// What a measure says of the first map for which it speaks.
fn measured(measure: Measure, document: &Document, analysis: &Analysis) -> Option<String> {
    let map = |key: opmap_model::MapKey| {
        let journey = document.get(key.journey).map(|it| it.title.to_string()).unwrap_or_default();
        format!("“{journey}”, {}", key.state.label().to_lowercase())
    };
    match measure {
        Measure::Rework => {
            let flow = analysis.flows.iter().find(|it| !it.rework.is_empty())?;
            Some(format!("Work goes back {} in {}.", times(flow.rework.len()), map(flow.map)))
        }
        Measure::Handoffs => {
            let flow = analysis.flows.iter().find(|it| it.handoffs.len() >= 8)?;
            Some(format!("{} handoffs lie on the way in {}.", flow.handoffs.len(), map(flow.map)))
        }
        Measure::Waiting => {
            let slow = |it: &&crate::LeadTime| it.activity_permille().is_some_and(|it| it < 300);
            let lead_time = analysis.lead_times.iter().find(slow)?;
            let percent = lead_time.activity_permille()?.div_ceil(10);
            Some(format!("Only {percent}\u{2009}% of the time is work in {}.", map(lead_time.map)))
        }
    }
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
