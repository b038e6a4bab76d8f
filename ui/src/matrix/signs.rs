//! What the checks say of the rows and columns of the matrix.

use std::collections::BTreeMap;

use leptos::prelude::*;
use opmap_analysis::{Analysis, Severity};
use opmap_model::{RecordId, RoleId, Subject};

use crate::frame::CurrentAnalysis;
use crate::integrity::is_of_letters;

/// What the checks say, by row and by column.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Signs {
    rows: BTreeMap<Subject, Said>,
    columns: BTreeMap<RoleId, Said>,
}

/// What they say of one row or column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The gravest of it.
    pub(super) severity: Severity,
    pub(super) sentences: Vec<String>,
    /// The roles of the row that are named, with the gravest that is said of each.
    pub(super) roles: BTreeMap<RoleId, Severity>,
}

impl Signs {
    /// Keeps in step with the checks, for the station that is shown.
    pub(super) fn keep() -> Memo<Self> {
        let analysis: CurrentAnalysis = expect_context();
        Memo::new(move |_| analysis.with(Self::of))
    }

    fn of(analysis: &Analysis) -> Self {
        let mut signs = Self::default();
        for finding in analysis.open().filter(|it| is_of_letters(it)) {
            // Roles without a row are said something of themselves.
            let subjects: Vec<Subject> = finding.subjects().iter().copied().filter_map(subject).collect();
            let roles = finding.records.iter().copied().filter_map(role);
            let said = |said: &mut Said| said.add(finding.severity, &finding.sentence);
            if subjects.is_empty() {
                for role in roles {
                    said(signs.columns.entry(role).or_insert_with(|| Said::new(finding.severity)));
                }
                continue;
            }
            let roles: Vec<RoleId> = roles.collect();
            for subject in subjects {
                let row = signs.rows.entry(subject).or_insert_with(|| Said::new(finding.severity));
                said(row);
                for role in &roles {
                    let severity = row.roles.entry(*role).or_insert(finding.severity);
                    *severity = finding.severity.min(*severity);
                }
            }
        }
        signs
    }

    pub(super) fn of_row(&self, subject: Subject) -> Option<&Said> {
        self.rows.get(&subject)
    }

    pub(super) fn of_column(&self, role: RoleId) -> Option<&Said> {
        self.columns.get(&role)
    }
}

impl Said {
    fn new(severity: Severity) -> Self {
        Self { severity, sentences: Vec::new(), roles: BTreeMap::new() }
    }

    fn add(&mut self, severity: Severity, sentence: &str) {
        self.severity = self.severity.min(severity);
        self.sentences.push(sentence.to_owned());
    }

    pub(super) fn words(&self) -> String {
        self.sentences.join(" ")
    }
}

fn subject(record: RecordId) -> Option<Subject> {
    match record {
        RecordId::Step(id) => Some(Subject::Step(id)),
        RecordId::Activity(id) => Some(Subject::Activity(id)),
        _ => None,
    }
}

fn role(record: RecordId) -> Option<RoleId> {
    match record {
        RecordId::Role(id) => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::{Severity, analyze};
    use opmap_model::{Letter, Mark, Subject};

    use super::super::sheet::{Filter, tests};
    use super::Signs;

    #[test]
    fn rows_and_cells_are_signed_with_the_gravest_that_is_said_of_them() {
        let mut document = tests::document();
        assert_eq!(
            Signs::of(&analyze(&document)),
            Signs::default(),
            "nobody has a letter: nothing is judged"
        );
        let sheet = tests::sheet(&document, &Filter::default());
        let (one, two) = (sheet.rows[0].subject, sheet.rows[1].subject);
        let [a, b, c] = [0, 1, 2].map(|it| sheet.columns[it].id);
        tests::set(&mut document, one, a, Mark::Letter(Letter::AccountableResponsible));
        tests::set(&mut document, one, b, Mark::Letter(Letter::Accountable));
        let signs = Signs::of(&analyze(&document));
        let split = signs.of_row(one).unwrap();
        assert_eq!(split.severity, Severity::Error);
        assert!(
            split.roles.contains_key(&a) && split.roles.contains_key(&b) && !split.roles.contains_key(&c)
        );
        assert_eq!(signs.of_row(two).map(|it| it.severity), Some(Severity::Error), "it has no letter");
        assert_eq!(signs.of_column(c).map(|it| it.severity), Some(Severity::Note), "it does nothing");
        let lane = sheet.rows[2].subject;
        assert!(matches!(lane, Subject::Lane(_)) && signs.of_row(lane).is_none());
    }
}
