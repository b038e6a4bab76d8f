//! Checks of who does what (R1 to R17, B5).
//!
//! A map in which nobody has a letter yet, and a workshop without activities, were not discussed: there is nothing to
//! judge. Once one step of a map has a letter, all that the company does in it should have some.

mod moments;
mod roles;
mod rows;

use std::collections::BTreeSet;

use opmap_model::{Document, HeldLetter, MapKey, Role, RoleId, Subject, Thresholds, Title};

use super::{names, state_word};
use crate::acceptances::Acceptances;
use crate::map_roles::needs_letters;
use crate::survey::{Survey, SurveyedMap};
use crate::{Finding, RaciIntegrity, Severity};

/// A row of a matrix with the letters that hold in it.
struct Row<'a> {
    subject: Subject,
    title: &'a Title,
    held: Vec<HeldLetter>,
    /// The role of the lane of a step.
    lane_role: Option<RoleId>,
    /// Whether it is a step that is a control.
    control: bool,
    /// The functions that an activity says it spans.
    spans: usize,
}

/// The rows that are judged together: what the company does in one map, or all activities outside the journeys.
struct Matrix<'a> {
    document: &'a Document,
    map: Option<MapKey>,
    rows: Vec<Row<'a>>,
}

impl<'a> Matrix<'a> {
    fn of_map(document: &'a Document, survey: &Survey<'a>, map: &SurveyedMap) -> Self {
        let rows =
            survey.steps(map).iter().filter(|it| needs_letters(it.step.kind, it.lane.1.kind)).map(|it| Row {
                subject: Subject::Step(it.id),
                title: &it.step.title,
                held: document.letters_of_step(it.step),
                lane_role: it.lane.1.role,
                control: it.step.control,
                spans: 0,
            });
        Self { document, map: Some(map.map), rows: rows.collect() }
    }

    fn of_activities(document: &'a Document) -> Self {
        let rows = document.activities_in_order().into_iter().map(|(id, it)| Row {
            subject: Subject::Activity(id),
            title: &it.title,
            held: document.letters(Subject::Activity(id)),
            lane_role: None,
            control: false,
            spans: it.functions.len(),
        });
        Self { document, map: None, rows: rows.collect() }
    }

    fn is_discussed(&self) -> bool {
        match self.map {
            Some(_) => self.rows.iter().any(|it| !it.held.is_empty()),
            None => !self.rows.is_empty(),
        }
    }

    fn role(&self, id: RoleId) -> Option<&'a Role> {
        self.document.get(id)
    }

    /// The names of roles as in a sentence.
    fn names(&self, roles: impl Iterator<Item = RoleId>) -> String {
        names(self.document, roles)
    }

    /// Where its rows are, as in a sentence.
    fn place(&self) -> &'static str {
        self.map.map_or("the activities outside the journeys", |it| state_word(it.state))
    }
}

/// All checks of letters, and how much of each matrix holds.
pub(super) fn findings(
    document: &Document,
    survey: &Survey<'_>,
    thresholds: &Thresholds,
    acceptances: &Acceptances<'_>,
    found: &mut Vec<Finding>,
) -> Vec<RaciIntegrity> {
    let of_maps = survey.maps.iter().map(|map| Matrix::of_map(document, survey, map));
    let matrices: Vec<Matrix<'_>> =
        of_maps.chain([Matrix::of_activities(document)]).filter(Matrix::is_discussed).collect();
    let mut integrity = Vec::new();
    let mut in_use: BTreeSet<RoleId> = BTreeSet::new();
    for matrix in &matrices {
        let before = found.len();
        rows::findings(matrix, thresholds, acceptances, found);
        integrity.push(RaciIntegrity {
            map: matrix.map,
            rows: matrix.rows.len(),
            sound: matrix.rows.len() - rows_with_errors(&found[before..]),
        });
        roles::findings(matrix, thresholds, &mut in_use, found);
    }
    for map in &survey.maps {
        let is_discussed = matrices.iter().any(|it| it.map == Some(map.map));
        moments::without_owner(document, survey.steps(map), map.map.state, is_discussed, found);
    }
    roles::without_work(document, &in_use, !matrices.is_empty(), found);
    integrity
}

/// R18: each row counts once, whatever is wrong with it.
fn rows_with_errors(found: &[Finding]) -> usize {
    let mut rows: Vec<_> = found
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .flat_map(|it| if it.rule == "R7" { &it.records[..] } else { &it.records[..1] })
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}
