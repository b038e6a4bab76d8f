//! Which findings are listed: of all, of what is shown, or about what is selected.

use std::collections::BTreeSet;

use opmap_analysis::Finding;
use opmap_model::{Document, MapKey, RecordId, folded};

use crate::actions::Segment;
use crate::frame::Station;
use crate::leading::Target;
use crate::map::Selection;

/// Of which findings one reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Scope {
    /// What the station shows.
    #[default]
    Here,
    /// What is selected there.
    Selection,
    /// The whole workshop.
    All,
}

impl Scope {
    pub(super) const ALL: [Self; 3] = [Self::Here, Self::Selection, Self::All];

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Here => "Here",
            Self::Selection => "Selected",
            Self::All => "All",
        }
    }

    /// Why nothing is listed.
    pub(super) fn nothing(self) -> &'static str {
        match self {
            Self::Here => "The checks have nothing to say about what is shown here.",
            Self::Selection => "The checks have nothing to say about what is selected.",
            Self::All => "The checks found nothing to say.",
        }
    }
}

/// Whether a finding is about letters, and so about the matrix. Who owns a journey (R16) is said on its map.
pub(crate) fn is_of_letters(finding: &Finding) -> bool {
    (finding.rule.starts_with('R') && finding.rule != "R16") || finding.rule == "B5"
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) station: Station,
    pub(super) map: Option<MapKey>,
    /// The register of the Actions station.
    pub(super) register: Segment,
}

/// Whether what is shown has the place that a finding leads to.
pub(super) fn is_here(document: &Document, finding: &Finding, shown: Shown) -> bool {
    let target = Target::of(document, &finding.records, shown.station);
    let is_told = match (shown.station, &target) {
        (Station::Matrix, _) => is_of_letters(finding),
        (_, Target::Actions(record)) => Segment::of(*record) == Some(shown.register),
        _ => true,
    };
    target.station() == shown.station && target.is_on(shown.map) && is_told
}

/// Whether a finding names one of the records.
pub(super) fn names(finding: &Finding, records: &BTreeSet<RecordId>) -> bool {
    finding.records.iter().any(|it| records.contains(it))
}

/// Whether a finding answers to folded words: those of its sentence, or its rule.
pub(super) fn answers(finding: &Finding, words: &str) -> bool {
    words.is_empty() || {
        let said = format!("{} {}", folded(finding.rule), folded(&finding.sentence));
        words.split(' ').all(|it| said.contains(it))
    }
}

/// What belongs to a selection on the map: of a stage or lane also its steps, and of steps what connects them.
pub(super) fn selected(document: &Document, selection: &Selection) -> BTreeSet<RecordId> {
    let within = |is_in: &dyn Fn(&opmap_model::Step) -> bool| {
        let steps = document.steps().iter().filter(|(_, it)| is_in(it));
        steps.map(|(id, _)| RecordId::Step(*id)).collect::<BTreeSet<_>>()
    };
    let (own, mut records) = match selection {
        Selection::None => return BTreeSet::new(),
        Selection::Connector(id) => return BTreeSet::from([RecordId::Connector(*id)]),
        Selection::Steps { ids, .. } => (None, ids.iter().map(|id| RecordId::Step(*id)).collect()),
        Selection::Stage(id) => (Some(RecordId::Stage(*id)), within(&|it| it.stage == *id)),
        Selection::Lane(id) => (Some(RecordId::Lane(*id)), within(&|it| it.lane == *id)),
    };
    let connectors = document.connectors().iter();
    let touches =
        connectors.filter(|(_, it)| [it.from, it.to].iter().any(|id| records.contains(&RecordId::Step(*id))));
    let touching: Vec<_> = touches.map(|(id, _)| RecordId::Connector(*id)).collect();
    records.extend(touching);
    records.extend(own);
    records
}

#[cfg(test)]
mod tests {
    use opmap_analysis::analyze;
    use opmap_model::{Document, notation};

    use super::{Shown, answers, is_here, names, selected};
    use crate::actions::Segment;
    use crate::frame::Station;
    use crate::map::Selection;

    /// Nobody owns the journey or its handoff, and one of two steps has nobody who answers for it.
    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\nrole a \"Advisor\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"Only\"\n\
            stage t \"Later\"\nlane l \"Centre\" kind=frontstage\nlane m \"Network\" kind=backstage\n\
            step one \"Answer\" at=s/l letters=a:R\nstep two \"Measure\" at=t/m letters=a:A/R\n\
            flow one -> two\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn rules(document: &Document, keep: impl Fn(&opmap_analysis::Finding) -> bool) -> Vec<&'static str> {
        analyze(document).findings.iter().filter(|it| keep(it)).map(|it| it.rule).collect()
    }

    #[test]
    fn each_station_tells_of_what_it_shows() {
        let document = document();
        let map = document.stages().values().next().map(opmap_model::Stage::map);
        let register = Segment::Recommendations;
        let here = |station| rules(&document, |it| is_here(&document, it, Shown { station, map, register }));
        let (on_map, on_matrix) = (here(Station::Map), here(Station::Matrix));
        assert!(on_map.contains(&"R16") && on_map.contains(&"H11"), "{on_map:?}");
        assert!(on_matrix.contains(&"R1") && !on_matrix.contains(&"R16"), "{on_matrix:?}");
        let elsewhere = map.map(|it| opmap_model::MapKey { state: opmap_model::State::ToBe, ..it });
        let matrix = Shown { station: Station::Matrix, map: elsewhere, register };
        let there = rules(&document, |it| is_here(&document, it, matrix));
        assert!(!there.contains(&"R1"), "{there:?}");
    }

    #[test]
    fn a_register_tells_of_its_own_records() {
        let mut next = 0;
        let text = "workshop \"W\"\nrecommendation a \"One\"\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let here = |register| {
            let shown = Shown { station: Station::Actions, map: None, register };
            rules(&document, |it| is_here(&document, it, shown))
        };
        assert_eq!(here(Segment::Recommendations), ["Q5"]);
        assert!(here(Segment::Evidence).is_empty());
    }

    #[test]
    fn a_lane_is_told_with_its_steps_and_what_connects_them() {
        let document = document();
        let lane = |title: &str| *document.lanes().iter().find(|it| it.1.title.as_str() == title).unwrap().0;
        let about = |selection: Selection| {
            let records = selected(&document, &selection);
            rules(&document, |it| names(it, &records))
        };
        let centre = about(Selection::Lane(lane("Centre")));
        assert!(centre.contains(&"R1") && centre.contains(&"H11"), "{centre:?}");
        assert!(!about(Selection::Lane(lane("Network"))).contains(&"R1"));
        assert!(about(Selection::None).is_empty());
    }

    #[test]
    fn a_finding_answers_to_its_words_and_to_its_rule() {
        let document = document();
        assert_eq!(rules(&document, |it| answers(it, "accountable answer")), ["R1"]);
        assert!(rules(&document, |it| answers(it, "r16")).contains(&"R16"));
        assert!(rules(&document, |it| answers(it, "fraud")).is_empty());
    }
}
