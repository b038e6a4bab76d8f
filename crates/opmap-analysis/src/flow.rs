//! Measures of the flow through one map (H1 to H5, H11).

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{
    Connector, ConnectorId, ConnectorKind, Document, Keyword, Lane, LaneKind, MapKey, State, StepId,
};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// What a connector is between the lanes of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// Within one company-side lane.
    Within,
    /// Between two company-side lanes (H1).
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
    /// How many connectors lie wholly on the company's side, system links left out.
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
    /// Connectors that lead back: marked as rework, or closing a circle (H5).
    pub rework: BTreeSet<ConnectorId>,
}

impl Flow {
    /// Handoffs for each company-side connector, in permille (H2); none without connectors.
    #[must_use]
    pub fn handoff_density_permille(&self) -> Option<u32> {
        permille(self.handoffs.len(), self.company_connectors)
    }

    /// Handoffs across functions among those with known functions, in permille (H3); none without any.
    #[must_use]
    pub fn cross_silo_permille(&self) -> Option<u32> {
        permille(self.across_functions, self.functions_known)
    }
}

fn permille(part: usize, whole: usize) -> Option<u32> {
    (whole > 0).then(|| u32::try_from((part * 2_000 + whole) / (whole * 2)).unwrap_or(1_000))
}

/// What a connector is; none when one of its ends is not there.
#[must_use]
pub fn link_of(document: &Document, connector: &Connector) -> Option<Link> {
    let (from, to) = (document.get(connector.from)?, document.get(connector.to)?);
    let (from_lane, to_lane) = (document.get(from.lane)?, document.get(to.lane)?);
    Some(if connector.kind == ConnectorKind::System {
        Link::System
    } else {
        match (from_lane.kind.is_company_side(), to_lane.kind.is_company_side()) {
            (true, true) if from.lane == to.lane => Link::Within,
            (true, true) => Link::Handoff,
            (false, false) => Link::CustomerPath,
            _ => Link::Contact,
        }
    })
}

/// The measures of every map that has a step.
pub(crate) fn flows(document: &Document) -> Vec<Flow> {
    let mut found = Vec::new();
    for (journey, _) in document.journeys_in_order() {
        for state in State::ALL.iter().copied() {
            found.extend(flow(document, MapKey { journey, state }));
        }
    }
    found
}

fn flow(document: &Document, map: MapKey) -> Option<Flow> {
    let view = document.map_view(map);
    let lane = |id: StepId| -> Option<&Lane> { document.get(document.get(id)?.lane) };
    let mut flow = Flow {
        map,
        steps: view.steps.len(),
        company_steps: view
            .steps
            .iter()
            .filter(|(id, _)| lane(*id).is_some_and(|it| it.kind.is_company_side()))
            .count(),
        handoffs: Vec::new(),
        company_connectors: 0,
        contacts: 0,
        without_owner: Vec::new(),
        complete: 0,
        across_functions: 0,
        functions_known: 0,
        rework: BTreeSet::new(),
    };
    for (id, connector) in &view.connectors {
        match link_of(document, connector) {
            Some(Link::Within) => flow.company_connectors += 1,
            Some(Link::Contact) => flow.contacts += 1,
            Some(Link::Handoff) => {
                flow.company_connectors += 1;
                flow.handoffs.push(*id);
                if connector.owner.is_none() {
                    flow.without_owner.push(*id);
                }
                flow.complete += usize::from(connector.filled_parts() == Connector::PARTS);
                let function = |step| lane(step).and_then(|it| it.function.as_ref());
                if let (Some(from), Some(to)) = (function(connector.from), function(connector.to)) {
                    flow.functions_known += 1;
                    flow.across_functions += usize::from(from != to);
                }
            }
            Some(Link::CustomerPath | Link::System) | None => {}
        }
    }
    flow.rework = rework(&view);
    (flow.steps > 0).then_some(flow)
}

/// Connectors that lead back (H5): marked as rework, or leading against the reading order within a circle.
fn rework(view: &opmap_model::MapView<'_>) -> BTreeSet<ConnectorId> {
    let index: BTreeMap<StepId, usize> =
        view.steps.iter().enumerate().map(|(index, (id, _))| (*id, index)).collect();
    let flowing = || view.connectors.iter().filter(|(_, it)| it.kind == ConnectorKind::Flow);
    let mut graph = DiGraph::<(), ()>::with_capacity(view.steps.len(), view.connectors.len());
    for _ in &view.steps {
        graph.add_node(());
    }
    for (_, connector) in flowing() {
        graph.add_edge(NodeIndex::new(index[&connector.from]), NodeIndex::new(index[&connector.to]), ());
    }
    let mut circle = vec![0; view.steps.len()];
    for (number, members) in kosaraju_scc(&graph).into_iter().enumerate() {
        for member in members {
            circle[member.index()] = number;
        }
    }
    let marked = view.connectors.iter().filter(|(_, it)| it.kind == ConnectorKind::Rework).map(|(id, _)| *id);
    let closing = flowing().filter_map(|(id, it)| {
        let (from, to) = (index[&it.from], index[&it.to]);
        (to < from && circle[from] == circle[to]).then_some(*id)
    });
    marked.chain(closing).collect()
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
