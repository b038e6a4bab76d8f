//! What of the evidence is looked at.

use leptos::prelude::*;
use opmap_model::{Document, Evidence, EvidenceGrade, EvidenceId, EvidenceKind, Keyword, Shift};

use crate::actions::state::ActionsState;
use crate::field::keyword_options;
use crate::registers::shift_options;
use crate::toolbar::Pick;

/// What of the evidence is looked at; none is all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::actions) struct Filter {
    pub(super) kind: Option<EvidenceKind>,
    pub(super) grade: Option<EvidenceGrade>,
    pub(super) shift: Option<Shift>,
}

impl Filter {
    /// Whether it leaves everything.
    pub(in crate::actions) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The evidence that it leaves, in its order.
    pub(in crate::actions) fn shown(self, document: &Document) -> Vec<EvidenceId> {
        let mut found = document.evidence_in_order();
        found.retain(|(_, it)| self.takes(it));
        found.into_iter().map(|(id, _)| id).collect()
    }

    fn takes(self, evidence: &Evidence) -> bool {
        self.kind.is_none_or(|it| evidence.kind == it)
            && self.grade.is_none_or(|it| evidence.grade == Some(it))
            && self.shift.is_none_or(|it| evidence.shifts.contains(&it))
    }

    /// Makes new evidence such that it is shown.
    pub(in crate::actions) fn fill(self, evidence: &mut Evidence) {
        evidence.kind = self.kind.unwrap_or(evidence.kind);
        evidence.grade = self.grade.or(evidence.grade);
        evidence.shifts.extend(self.shift);
    }
}

#[component]
pub(in crate::actions) fn Filters() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let filter = actions.filter;
    let key = move |look: fn(&Filter) -> Option<&'static str>| {
        Signal::derive(move || filter.with(|it| look(it).map(str::to_owned)))
    };
    view! {
        <Pick
            label="Kind"
            all="All kinds"
            options=Signal::stored(keyword_options::<EvidenceKind>())
            value=key(|it| it.kind.map(Keyword::key))
            choose=Callback::new(move |key: String| filter.update(|it| it.kind = EvidenceKind::from_key(&key)))
        />
        <Pick
            label="Known by"
            all="All grades"
            options=Signal::stored(keyword_options::<EvidenceGrade>())
            value=key(|it| it.grade.map(Keyword::key))
            choose=Callback::new(move |key: String| filter.update(|it| it.grade = EvidenceGrade::from_key(&key)))
        />
        <Pick
            label="Shift"
            all="All shifts"
            options=shift_options()
            value=key(|it| it.shift.map(Keyword::key))
            choose=Callback::new(move |key: String| filter.update(|it| it.shift = Shift::from_key(&key)))
        />
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{EvidenceGrade, EvidenceKind, Shift, Text, notation};

    use super::{Evidence, Filter};

    #[test]
    fn what_is_added_while_a_filter_is_on_is_shown_by_it() {
        let text = "workshop \"W\"\nevidence E1 \"One\" kind=data grade=data shifts=roles\n\
            evidence E2 \"Two\" kind=quote shifts=roles,culture\nevidence E3 \"Three\" kind=quote\n";
        let mut next = 0;
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let count = |filter: Filter| filter.shown(&document).len();
        assert_eq!(count(Filter::default()), 3);
        assert_eq!(count(Filter { shift: Some(Shift::Roles), ..Filter::default() }), 2);
        assert_eq!(count(Filter { kind: Some(EvidenceKind::Quote), ..Filter::default() }), 2);
        let narrow = Filter {
            kind: Some(EvidenceKind::Data),
            grade: Some(EvidenceGrade::Data),
            shift: Some(Shift::Culture),
        };
        assert_eq!(count(narrow), 0);
        let mut new = Evidence::new(EvidenceKind::Quote, Text::new("Four").unwrap());
        assert!(!narrow.takes(&new));
        narrow.fill(&mut new);
        assert!(narrow.takes(&new));
    }
}
