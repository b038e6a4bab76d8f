//! Measures of the flow through one map (H1 to H5, H11).

use std::collections::BTreeSet;

use opmap_model::{
    Connector, ConnectorId, ConnectorKind, Document, LaneId, LaneKind, MapKey, RoleId, StepId,
};

use crate::survey::{ConnectorPlace, Survey, SurveyedMap};

/// What a connector is between the lanes of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// Within one company-side lane.
    Within,
    /// Between two company-side lanes, also back (H1).
    Handoff,
    /// Between customer and company; counted apart from handoffs (H1).
    Contact,
    /// From customer step to customer step.
    CustomerPath,
    /// From system to system.
    System,
}

/// The flow measures of one map. A share is `None` where there is nothing to take a share of.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The map.
    pub map: MapKey,
    /// How many steps it has.
    pub steps: usize,
    /// How many of them are done on the company's side.
    pub company_steps: usize,
    /// Its handoffs, in reading order (H1).
    pub handoffs: Vec<ConnectorId>,
    /// How many connectors lie wholly on the company's side, rework among them, system links left out.
    pub company_connectors: usize,
    /// How many connectors lead between customer and company.
    pub contacts: usize,
    /// The handoffs that no role owns.
    pub without_owner: Vec<ConnectorId>,
    /// The handoffs whose seven parts are all filled in (H11).
    pub complete: usize,
    /// Handoffs between two lanes of different functions; lanes without a function are left out (H3).
    pub across_functions: usize,
    /// Handoffs for which both functions are known.
    pub functions_known: usize,
    /// Connectors between steps for which different roles answer, in reading order; system links left out (H4).
    pub accountability_breaks: Vec<ConnectorId>,
    /// Connectors, system links left out, at both ends of which someone answers (H4).
    pub accountability_known: usize,
    /// Connectors that lead back: marked as rework, or closing a circle (H5).
    pub rework: BTreeSet<ConnectorId>,
}

impl Flow {
    /// Handoffs for each company-side connector, in permille (H2); none without connectors.
    #[must_use]
    pub fn handoff_density_permille(&self) -> Option<u32> {
        permille(self.handoffs.len(), self.company_connectors)
    }

    /// Breaks in accountability among the connectors with someone who answers at both ends, in permille (H4); none
    /// without any.
    #[must_use]
    pub fn accountability_break_permille(&self) -> Option<u32> {
        permille(self.accountability_breaks.len(), self.accountability_known)
    }

    /// Handoffs across functions among those with known functions, in permille (H3); none without any.
    #[must_use]
    pub fn cross_silo_permille(&self) -> Option<u32> {
        permille(self.across_functions, self.functions_known)
    }
}

pub(crate) fn permille(part: usize, whole: usize) -> Option<u32> {
    (whole > 0).then(|| u32::try_from((part * 2_000 + whole) / (whole * 2)).unwrap_or(1_000))
}

/// What a connector is; none when one of its ends is not there.
#[must_use]
pub fn link_of(document: &Document, connector: &Connector) -> Option<Link> {
    let lane = |step: StepId| {
        let id = document.get(step)?.lane;
        Some((id, document.get(id)?.kind))
    };
    Some(link_between(connector.kind, lane(connector.from)?, lane(connector.to)?))
}

/// What a connector of some kind is between two steps, each in a lane of some kind.
#[must_use]
pub fn link_between(kind: ConnectorKind, from: (LaneId, LaneKind), to: (LaneId, LaneKind)) -> Link {
    if kind == ConnectorKind::System {
        return Link::System;
    }
    match (from.1.is_company_side(), to.1.is_company_side()) {
        (true, true) if from.0 == to.0 => Link::Within,
        (true, true) => Link::Handoff,
        (false, false) => Link::CustomerPath,
        _ => Link::Contact,
    }
}

/// The measures of every map that has a step.
pub(crate) fn flows(document: &Document, survey: &Survey<'_>) -> Vec<Flow> {
    survey.maps.iter().filter_map(|map| flow(document, survey, map)).collect()
}

/// The measures of one map, if it has a step.
pub(crate) fn flow(document: &Document, survey: &Survey<'_>, map: &SurveyedMap) -> Option<Flow> {
    let steps = survey.steps(map);
    if steps.is_empty() {
        return None;
    }
    let mut flow = Flow {
        map: map.map,
        steps: steps.len(),
        company_steps: steps.iter().filter(|it| it.lane.1.kind.is_company_side()).count(),
        handoffs: Vec::new(),
        company_connectors: 0,
        contacts: 0,
        without_owner: Vec::new(),
        complete: 0,
        across_functions: 0,
        functions_known: 0,
        accountability_breaks: Vec::new(),
        accountability_known: 0,
        rework: rework(survey, map),
    };
    for place in survey.connectors(map) {
        let ConnectorPlace { id, connector, .. } = *place;
        match survey.link(place) {
            Link::Within => flow.company_connectors += 1,
            Link::Contact => flow.contacts += 1,
            Link::Handoff => {
                flow.company_connectors += 1;
                flow.handoffs.push(id);
                if connector.owner.is_none() {
                    flow.without_owner.push(id);
                }
                flow.complete += usize::from(connector.filled_parts() == Connector::PARTS);
                let (from, to) = survey.ends(place);
                if let (Some(from), Some(to)) = (&from.lane.1.function, &to.lane.1.function) {
                    flow.functions_known += 1;
                    flow.across_functions += usize::from(from != to);
                }
            }
            Link::CustomerPath | Link::System => {}
        }
    }
    count_accountability_breaks(document, survey, map, &mut flow);
    Some(flow)
}

/// H4: where a step is followed by one that someone else answers for. Where no one answers at one end, R1 says so.
fn count_accountability_breaks(document: &Document, survey: &Survey<'_>, map: &SurveyedMap, flow: &mut Flow) {
    let first = survey.first_step(map);
    let accountable: Vec<Vec<RoleId>> =
        survey.steps(map).iter().map(|it| document.accountable_for_step(it.step)).collect();
    for place in survey.connectors(map).iter().filter(|it| it.connector.kind != ConnectorKind::System) {
        let (from, to) = (&accountable[place.from - first], &accountable[place.to - first]);
        if !from.is_empty() && !to.is_empty() {
            flow.accountability_known += 1;
            flow.accountability_breaks.extend((from != to).then_some(place.id));
        }
    }
}

/// Connectors that lead back (H5): marked as rework, or closing a circle.
fn rework(survey: &Survey<'_>, map: &SurveyedMap) -> BTreeSet<ConnectorId> {
    let (first, connectors) = (survey.first_step(map), survey.connectors(map));
    let of_kind = |kind| connectors.iter().filter(move |it| it.connector.kind == kind);
    let flowing: Vec<&ConnectorPlace<'_>> = of_kind(ConnectorKind::Flow).collect();
    let ends: Vec<(usize, usize)> = flowing.iter().map(|it| (it.from - first, it.to - first)).collect();
    let closing = closing(survey.steps(map).len(), &ends).into_iter().map(|it| flowing[it].id);
    of_kind(ConnectorKind::Rework).map(|it| it.id).chain(closing).collect()
}

/// How far a walk has come with a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walked {
    NotYet,
    /// It is on the way to where the walk stands.
    OnWay,
    /// All that follows it was walked.
    Done,
}

/// The places of the connectors that lead back to a step on the way to them, where every way is walked from the steps in
/// reading order. Without them there is no circle. `ends` are sorted; takes time in proportion to steps and connectors.
fn closing(steps: usize, ends: &[(usize, usize)]) -> Vec<usize> {
    let mut next: Vec<usize> = (0..steps).map(|step| ends.partition_point(|it| it.0 < step)).collect();
    let mut walked = vec![Walked::NotYet; steps];
    let (mut way, mut closing) = (Vec::new(), Vec::new());
    for start in 0..steps {
        if walked[start] == Walked::NotYet {
            way.push(start);
        }
        while let Some(step) = way.last().copied() {
            walked[step] = Walked::OnWay;
            let Some((_, to)) = ends.get(next[step]).filter(|it| it.0 == step) else {
                walked[step] = Walked::Done;
                way.pop();
                continue;
            };
            match walked[*to] {
                Walked::NotYet => way.push(*to),
                Walked::OnWay => closing.push(next[step]),
                Walked::Done => {}
            }
            next[step] += 1;
        }
    }
    closing
}

/// Whether `upper` may stand above `lower` (B1).
pub(crate) fn in_kind_order(upper: LaneKind, lower: LaneKind) -> bool {
    let depth = |kind| match kind {
        LaneKind::Evidence => 0,
        LaneKind::Customer => 1,
        LaneKind::Frontstage => 2,
        LaneKind::Backstage => 3,
        LaneKind::Support | LaneKind::Partner => 4,
    };
    depth(upper) <= depth(lower)
}
