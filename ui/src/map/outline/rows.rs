//! The rows of the outline: a map told as a tree, flat and in reading order.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{ConnectorId, Document, LaneId, MapKey, MapView, StageId, StepId};

use crate::map::Selection;

/// Something that has a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Node {
    Stage(StageId),
    /// What one lane does in one stage.
    Cell(StageId, LaneId),
    Step(StepId),
    /// A connector, told at one of its ends.
    Link {
        at: StepId,
        connector: ConnectorId,
    },
    /// The lanes themselves, from top to bottom.
    Lanes,
    Lane(LaneId),
}

/// A row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Row {
    pub(super) node: Node,
    /// How deep it lies, from 1.
    pub(super) level: usize,
    /// Its place among its siblings, from 1, and how many they are.
    pub(super) place: (usize, usize),
    /// Whether its children are shown; none when it has none.
    pub(super) open: Option<bool>,
}

impl Node {
    /// Whether its children are shown until someone says otherwise.
    fn opens_by_itself(self) -> bool {
        matches!(self, Self::Stage(_) | Self::Cell(..))
    }

    /// What is selected on the map when the keyboard comes to it.
    pub(super) fn selection(self) -> Selection {
        match self {
            Self::Stage(id) => Selection::Stage(id),
            Self::Cell(_, lane) | Self::Lane(lane) => Selection::Lane(lane),
            Self::Step(id) => Selection::step(id),
            Self::Link { connector, .. } => Selection::Connector(connector),
            Self::Lanes => Selection::None,
        }
    }

    /// Whether the row tells of what is selected.
    pub(super) fn tells(self, selection: &Selection) -> bool {
        match (self, selection) {
            (Self::Step(id), Selection::Steps { last, .. }) => id == *last,
            (_, selection) => self.selection() == *selection,
        }
    }
}

/// The rows that are shown: `turned` are those that someone has opened or closed.
pub(super) fn rows(document: &Document, map: MapKey, turned: &BTreeSet<Node>) -> Vec<Row> {
    let view = document.map_view(map);
    let is_open = |node: Node| node.opens_by_itself() != turned.contains(&node);
    let links = links(&view);
    let mut cells: BTreeMap<StageId, Vec<(LaneId, Vec<StepId>)>> = BTreeMap::new();
    for cell in view.steps.chunk_by(|(_, a), (_, b)| (a.stage, a.lane) == (b.stage, b.lane)) {
        let steps = cell.iter().map(|(id, _)| *id).collect();
        cells.entry(cell[0].1.stage).or_default().push((cell[0].1.lane, steps));
    }
    let mut rows = Vec::with_capacity(view.steps.len() + view.stages.len());
    let mut push = |node: Node, level: usize, place: (usize, usize), children: usize| {
        let open = (children > 0).then(|| is_open(node));
        rows.push(Row { node, level, place, open });
        open == Some(true)
    };
    let roots = view.stages.len() + usize::from(!view.lanes.is_empty());
    for (index, (stage, _)) in view.stages.iter().enumerate() {
        let own = cells.get(stage).map_or(&[][..], Vec::as_slice);
        if !push(Node::Stage(*stage), 1, (index + 1, roots), own.len()) {
            continue;
        }
        for (index, (lane, steps)) in own.iter().enumerate() {
            if !push(Node::Cell(*stage, *lane), 2, (index + 1, own.len()), steps.len()) {
                continue;
            }
            for (index, step) in steps.iter().enumerate() {
                let links = links.get(step).map_or(&[][..], Vec::as_slice);
                if !push(Node::Step(*step), 3, (index + 1, steps.len()), links.len()) {
                    continue;
                }
                for (index, connector) in links.iter().enumerate() {
                    let node = Node::Link { at: *step, connector: *connector };
                    push(node, 4, (index + 1, links.len()), 0);
                }
            }
        }
    }
    if !view.lanes.is_empty() && push(Node::Lanes, 1, (roots, roots), view.lanes.len()) {
        for (index, (lane, _)) in view.lanes.iter().enumerate() {
            push(Node::Lane(*lane), 2, (index + 1, view.lanes.len()), 0);
        }
    }
    rows
}

/// The connectors of each step: those that leave it, then those that come to it.
fn links(view: &MapView<'_>) -> BTreeMap<StepId, Vec<ConnectorId>> {
    let mut links: BTreeMap<StepId, Vec<ConnectorId>> = BTreeMap::new();
    for (id, it) in &view.connectors {
        links.entry(it.from).or_default().push(*id);
    }
    for (id, it) in &view.connectors {
        links.entry(it.to).or_default().push(*id);
    }
    links
}

/// What must be open for a selection to have a row, from the outside inwards, and that row; none for what is on no
/// row of this map.
pub(super) fn way_to(document: &Document, selection: &Selection) -> Option<(Vec<Node>, Node)> {
    let to_step = |id: StepId| {
        let step = document.get(id)?;
        Some(vec![Node::Stage(step.stage), Node::Cell(step.stage, step.lane)])
    };
    match selection {
        Selection::None => None,
        Selection::Stage(id) => Some((Vec::new(), Node::Stage(*id))),
        Selection::Lane(id) => Some((vec![Node::Lanes], Node::Lane(*id))),
        Selection::Steps { last, .. } => Some((to_step(*last)?, Node::Step(*last))),
        Selection::Connector(id) => {
            let at = document.get(*id)?.from;
            let mut way = to_step(at)?;
            way.push(Node::Step(at));
            Some((way, Node::Link { at, connector: *id }))
        }
    }
}

/// The nodes that are turned once `way` is open.
pub(super) fn opened(turned: &BTreeSet<Node>, way: &[Node]) -> BTreeSet<Node> {
    let mut turned = turned.clone();
    for node in way {
        if node.opens_by_itself() {
            turned.remove(node);
        } else {
            turned.insert(*node);
        }
    }
    turned
}

/// The steps from one row to another, of which the one nearest to the other is where the keyboard is; none if there is no
/// step.
pub(super) fn steps_between(rows: &[Row], from: Node, to: Node) -> Option<Selection> {
    let place = |node: Node| rows.iter().position(|it| it.node == node);
    let (from, to) = (place(from)?, place(to)?);
    let step = |row: &Row| if let Node::Step(id) = row.node { Some(id) } else { None };
    let steps: Vec<StepId> = rows[from.min(to)..=from.max(to)].iter().filter_map(step).collect();
    let last = if from <= to { steps.last() } else { steps.first() };
    last.map(|last| Selection::Steps { ids: steps.iter().copied().collect(), last: *last })
}

/// The row above in which a row lies.
pub(super) fn parent(rows: &[Row], index: usize) -> Option<usize> {
    let level = rows.get(index)?.level;
    rows[..index].iter().rposition(|it| it.level < level)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_model::{Document, MapKey, State, notation};

    use super::{Node, opened, parent, rows, steps_between, way_to};
    use crate::map::Selection;

    fn document() -> (Document, MapKey) {
        let mut next = 0;
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\nstage s3 \"Three\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\nlane em \"Empty\" kind=backstage\n\
            step a \"First\" at=s1/cu\nstep b \"Second\" at=s1/cu\nstep c \"Third\" at=s1/ce\nstep d \"Fourth\" at=s2/cu\n\
            flow a -> b\nflow b -> d\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let journey = document.journeys_in_order()[0].0;
        (document, MapKey { journey, state: State::AsLived })
    }

    fn told(document: &Document, map: MapKey, turned: &BTreeSet<Node>) -> Vec<String> {
        let title = |node| match node {
            Node::Stage(id) => document.get(id).unwrap().title.to_string(),
            Node::Cell(_, id) | Node::Lane(id) => document.get(id).unwrap().title.to_string(),
            Node::Step(id) => document.get(id).unwrap().title.to_string(),
            Node::Link { at, connector } => {
                let it = document.get(connector).unwrap();
                let (word, other) = if it.from == at { ("to", it.to) } else { ("from", it.from) };
                format!("{word} {}", document.get(other).unwrap().title)
            }
            Node::Lanes => "Lanes".to_owned(),
        };
        let line = |it: super::Row| {
            let open = it.open.map_or("", |open| if open { " open" } else { " closed" });
            format!("{} {}/{} {}{open}", it.level, it.place.0, it.place.1, title(it.node))
        };
        rows(document, map, turned).into_iter().map(line).collect()
    }

    #[test]
    fn a_map_is_told_by_stage_lane_step_and_connector() {
        let (document, map) = document();
        assert_eq!(
            told(&document, map, &BTreeSet::new()),
            [
                "1 1/4 One open",
                "2 1/2 Customer open",
                "3 1/2 First closed",
                "3 2/2 Second closed",
                "2 2/2 Centre open",
                "3 1/1 Third",
                "1 2/4 Two open",
                "2 1/1 Customer open",
                "3 1/1 Fourth closed",
                "1 3/4 Three",
                "1 4/4 Lanes closed",
            ]
        );
        let step = *document.steps().iter().find(|(_, it)| it.title.as_str() == "Second").unwrap().0;
        let stage = document.stages_of_map(map)[1].0;
        let turned = BTreeSet::from([Node::Step(step), Node::Stage(stage), Node::Lanes]);
        let lines = told(&document, map, &turned);
        assert_eq!(lines[3..6], ["3 2/2 Second open", "4 1/2 to Fourth", "4 2/2 from First"]);
        assert_eq!(
            lines[8..],
            [
                "1 2/4 Two closed",
                "1 3/4 Three",
                "1 4/4 Lanes open",
                "2 1/3 Customer",
                "2 2/3 Centre",
                "2 3/3 Empty"
            ]
        );
    }

    #[test]
    fn whatever_is_selected_has_a_row_once_its_way_is_open() {
        let (document, map) = document();
        let view = document.map_view(map);
        let steps = view.steps.iter().map(|(id, _)| Selection::step(*id));
        let connectors = view.connectors.iter().map(|(id, _)| Selection::Connector(*id));
        let stages = view.stages.iter().map(|(id, _)| Selection::Stage(*id));
        let lanes = view.lanes.iter().map(|(id, _)| Selection::Lane(*id));
        let closed: BTreeSet<Node> = view.stages.iter().map(|(id, _)| Node::Stage(*id)).collect();
        for selection in steps.chain(connectors).chain(stages).chain(lanes) {
            let (way, node) = way_to(&document, &selection).unwrap();
            let rows = rows(&document, map, &opened(&closed, &way));
            let row = rows.iter().position(|it| it.node == node).expect("it has a row");
            assert!(node.tells(&selection));
            assert_eq!(parent(&rows, row).map(|it| rows[it].node), way.last().copied());
        }
        assert!(way_to(&document, &Selection::None).is_none());
    }

    #[test]
    fn rows_are_taken_in_from_where_one_began() {
        let (document, map) = document();
        let rows = rows(&document, map, &BTreeSet::new());
        let step =
            |title: &str| *document.steps().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0;
        let [first, second, third] = ["First", "Second", "Third"].map(step);
        let steps = |ids: &[opmap_model::StepId], last| {
            Some(Selection::Steps { ids: ids.iter().copied().collect(), last })
        };
        let between = |from, to| steps_between(&rows, from, to);
        assert_eq!(between(Node::Step(first), Node::Step(third)), steps(&[first, second, third], third));
        assert_eq!(between(Node::Step(third), Node::Step(second)), steps(&[second, third], second));
        // The row of the centre lies behind both steps of the customer.
        let centre = rows[4].node;
        assert_eq!(between(Node::Step(first), centre), steps(&[first, second], second));
        assert_eq!(between(rows[0].node, rows[1].node), None, "a stage and a lane are no steps");
        assert_eq!(
            between(Node::Step(first), Node::Lanes),
            steps(&[first, second, third, step("Fourth")], step("Fourth"))
        );
    }
}
