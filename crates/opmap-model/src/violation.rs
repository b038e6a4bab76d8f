//! The rules that a document keeps whatever happens to it.

use std::collections::BTreeSet;

use crate::{
    Acceptance, AcceptanceId, AssessmentId, ConnectorId, CounterpartId, DecisionId, Document, Evidence,
    EvidenceId, KeptFinding, KeptFindingId, Keyword, MapKey, RecordId, RoleId, Round, RoundId, Shift, Source,
    StepId, code,
};

/// A rule that a document does not keep. Planned edits never lead to one; a file made elsewhere may hold one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Violation {
    /// A reference to a record that is not there.
    #[error("a {} refers to something that is not there ({field})", .record.table().label())]
    Dangling {
        /// The record that holds the reference.
        record: RecordId,
        /// The field that holds it.
        field: &'static str,
    },
    /// A step whose stage and lane are of different maps.
    #[error("a step lies in a stage and a lane of different maps")]
    CellOfTwoMaps {
        /// The step.
        step: StepId,
    },
    /// A connector whose ends are of different maps.
    #[error("a connector leads from one map to another")]
    BetweenMaps {
        /// The connector.
        connector: ConnectorId,
    },
    /// A decision that belongs to more than one map.
    #[error("a decision belongs to more than one map")]
    DecisionOfTwoMaps {
        /// The decision.
        decision: DecisionId,
    },
    /// A connector from a step to itself.
    #[error("a connector leads from a step to itself")]
    ToItself {
        /// The connector.
        connector: ConnectorId,
    },
    /// Two connectors between the same steps in the same direction.
    #[error("two connectors lead from the same step to the same step")]
    ConnectedTwice {
        /// The second of them.
        connector: ConnectorId,
    },
    /// Two elements of one map that share a counterpart.
    #[error("two elements of a map have the same counterpart ({})", .record.table().label())]
    CounterpartTaken {
        /// The second of them.
        record: RecordId,
    },
    /// A shift under an identity that is not its own, so that there could be two of it.
    #[error("a shift is kept under the identity of another")]
    ShiftTwice {
        /// The shift.
        assessment: AssessmentId,
    },
    /// More rounds of a shift than there may be.
    #[error("a shift has more rounds than it may have")]
    TooManyRounds {
        /// The first that is one too many.
        round: RoundId,
    },
    /// An acceptance of something that no check speaks of.
    #[error("a finding is accepted of what no check speaks of")]
    AcceptedOfNothing {
        /// The acceptance.
        acceptance: AcceptanceId,
    },
    /// Evidence of something that no evidence is about.
    #[error("evidence is about what no evidence can be about")]
    EvidenceOfNothing {
        /// The evidence.
        evidence: EvidenceId,
    },
    /// A finding of something that no finding is about.
    #[error("a finding is about what no finding can be about")]
    FindingOfNothing {
        /// The finding.
        finding: KeptFindingId,
    },
    /// A record without a code of its own.
    #[error("two records have the same code, or one has none ({})", .record.table().label())]
    CodeTaken {
        /// The second of them.
        record: RecordId,
    },
    /// A role that reports to itself, directly or through others.
    #[error("a role reports to itself through others")]
    ReportsToItself {
        /// The role.
        role: RoleId,
    },
}

impl Document {
    /// Every rule that the document does not keep; empty for every document that edits have made.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        let mut found = Vec::new();
        self.dangling(&mut found);
        self.check_cells(&mut found);
        self.check_connectors(&mut found);
        self.check_decisions(&mut found);
        self.check_counterparts(&mut found);
        self.check_leads(&mut found);
        self.check_acceptances(&mut found);
        self.check_shifts(&mut found);
        self.check_evidence(&mut found);
        self.check_findings(&mut found);
        self.check_recommendations(&mut found);
        found
    }

    fn check_cells(&self, found: &mut Vec<Violation>) {
        for (id, step) in &self.steps {
            if let (Some(stage), Some(lane)) = (self.get(step.stage), self.get(step.lane))
                && stage.map() != lane.map()
            {
                found.push(Violation::CellOfTwoMaps { step: *id });
            }
        }
    }

    fn check_connectors(&self, found: &mut Vec<Violation>) {
        let mut ends = BTreeSet::new();
        for (id, connector) in &self.connectors {
            if connector.from == connector.to {
                found.push(Violation::ToItself { connector: *id });
            }
            if self.map_of_step(connector.from) != self.map_of_step(connector.to) {
                found.push(Violation::BetweenMaps { connector: *id });
            }
            if !ends.insert((connector.from, connector.to)) {
                found.push(Violation::ConnectedTwice { connector: *id });
            }
        }
    }

    fn check_decisions(&self, found: &mut Vec<Violation>) {
        for (id, decision) in &self.decisions {
            let of_stages = decision.stages.iter().filter_map(|id| self.get(*id)).map(crate::Stage::map);
            let of_steps = decision.steps.iter().filter_map(|id| self.map_of_step(*id));
            if of_stages.chain(of_steps).collect::<BTreeSet<MapKey>>().len() > 1 {
                found.push(Violation::DecisionOfTwoMaps { decision: *id });
            }
        }
    }

    fn check_counterparts(&self, found: &mut Vec<Violation>) {
        let stages =
            self.stages.iter().map(|(id, it)| (RecordId::Stage(*id), Some(it.map()), it.counterpart));
        let lanes = self.lanes.iter().map(|(id, it)| (RecordId::Lane(*id), Some(it.map()), it.counterpart));
        let steps =
            self.steps.iter().map(|(id, it)| (RecordId::Step(*id), self.map_of_step(*id), it.counterpart));
        let connectors = self
            .connectors
            .iter()
            .map(|(id, it)| (RecordId::Connector(*id), self.map_of_step(it.from), it.counterpart));
        let mut taken: BTreeSet<(crate::Table, MapKey, CounterpartId)> = BTreeSet::new();
        for (record, map, counterpart) in stages.chain(lanes).chain(steps).chain(connectors) {
            if let Some(map) = map
                && !taken.insert((record.table(), map, counterpart))
            {
                found.push(Violation::CounterpartTaken { record });
            }
        }
    }

    fn check_shifts(&self, found: &mut Vec<Violation>) {
        let elsewhere = self.assessments.iter().filter(|(id, it)| it.shift.assessment_id() != **id);
        found.extend(elsewhere.map(|(id, _)| Violation::ShiftTwice { assessment: *id }));
        let excess = Shift::ALL.iter().filter_map(|it| self.rounds_of(*it).get(Round::LIMIT).map(|it| it.0));
        found.extend(excess.map(|round| Violation::TooManyRounds { round }));
    }

    fn check_acceptances(&self, found: &mut Vec<Violation>) {
        let of_nothing =
            self.acceptances.iter().filter(|(_, it)| !Acceptance::can_be_about(it.about.table()));
        found.extend(of_nothing.map(|(id, _)| Violation::AcceptedOfNothing { acceptance: *id }));
    }

    fn check_evidence(&self, found: &mut Vec<Violation>) {
        let elsewhere = |it: &Evidence| it.about.iter().any(|it| !Evidence::can_be_about(it.table()));
        let of_nothing = self.evidence.iter().filter(|(_, it)| elsewhere(it));
        found.extend(of_nothing.map(|(id, _)| Violation::EvidenceOfNothing { evidence: *id }));
        let twice = code::first_twice(self.evidence.iter().map(|(id, it)| (*id, it)));
        found.extend(twice.map(|id| Violation::CodeTaken { record: RecordId::Evidence(id) }));
    }

    fn check_findings(&self, found: &mut Vec<Violation>) {
        let elsewhere = |it: &KeptFinding| {
            let at = |it: &Source| it.about.is_some_and(|it| !Source::can_be_about(it.table()));
            it.about.iter().any(|it| !KeptFinding::can_be_about(it.table())) || it.sources.iter().any(at)
        };
        let of_nothing = self.findings.iter().filter(|(_, it)| elsewhere(it));
        found.extend(of_nothing.map(|(id, _)| Violation::FindingOfNothing { finding: *id }));
        let twice = code::first_twice(self.findings.iter().map(|(id, it)| (*id, it)));
        found.extend(twice.map(|id| Violation::CodeTaken { record: RecordId::KeptFinding(id) }));
    }

    fn check_recommendations(&self, found: &mut Vec<Violation>) {
        let twice = code::first_twice(self.recommendations.iter().map(|(id, it)| (*id, it)));
        found.extend(twice.map(|id| Violation::CodeTaken { record: RecordId::Recommendation(id) }));
    }

    fn check_leads(&self, found: &mut Vec<Violation>) {
        // Roles whose chain is known to end; each role is walked over once.
        let mut sound: BTreeSet<RoleId> = BTreeSet::new();
        for start in self.roles.keys() {
            let mut chain = BTreeSet::new();
            let mut next = Some(*start);
            while let Some(role) = next.filter(|it| !sound.contains(it)) {
                if !chain.insert(role) {
                    found.push(Violation::ReportsToItself { role });
                    break;
                }
                next = self.get(role).and_then(|it| it.reports_to);
            }
            sound.extend(chain);
        }
    }
}
