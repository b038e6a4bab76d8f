//! Tasks that wait for each other: when each can begin at the earliest, and when it must at the latest.

use petgraph::algo::{tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};

/// Something to be done. Times are whole working days from a common first day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// The day before which it does not begin.
    pub release: u64,
    /// How long it takes; 0 is a milestone.
    pub duration: u64,
    /// What has to be done before, as places in the list.
    pub after: Vec<usize>,
}

/// When a task can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timed {
    /// The first day on which it can begin.
    pub earliest: u64,
    /// The last day on which it can begin without the whole being later.
    pub latest: u64,
}

/// Tasks in time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timetable {
    /// Each task, in the order of the list.
    pub tasks: Vec<Timed>,
    /// The day by which all can be done.
    pub end: u64,
    /// The chain of tasks that wait for each other with the most days in it; of those, the one with the most tasks, then
    /// the one that stands first. Empty where nothing waits and nothing takes time.
    pub longest: Vec<usize>,
}

impl Timed {
    /// By how many days it may be later without the whole being later; 0 is critical.
    #[must_use]
    pub fn slack(self) -> u64 {
        self.latest - self.earliest
    }
}

/// Puts tasks in time.
///
/// # Errors
/// The tasks that wait for each other in a circle, in the order of the list, when there is one.
pub fn schedule(tasks: &[Task]) -> Result<Timetable, Vec<usize>> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = tasks.iter().map(|_| graph.add_node(())).collect();
    for (at, task) in tasks.iter().enumerate() {
        for before in task.after.iter().filter_map(|it| nodes.get(*it)) {
            graph.add_edge(*before, nodes[at], ());
        }
    }
    let Ok(order) = toposort(&graph, None) else { return Err(circle(&graph)) };
    let order: Vec<usize> = order.into_iter().map(NodeIndex::index).collect();

    let mut timed = vec![Timed::default(); tasks.len()];
    for at in &order {
        let task = &tasks[*at];
        let ends = task.after.iter().filter_map(|it| Some(timed.get(*it)?.earliest + tasks[*it].duration));
        timed[*at].earliest = ends.fold(task.release, u64::max);
    }
    let end = timed.iter().zip(tasks).map(|(it, task)| it.earliest + task.duration).max().unwrap_or(0);
    for (it, task) in timed.iter_mut().zip(tasks) {
        it.latest = end - task.duration;
    }
    for at in order.iter().rev() {
        let latest = timed[*at].latest;
        for before in tasks[*at].after.iter().filter(|it| **it < tasks.len()) {
            timed[*before].latest = timed[*before].latest.min(latest - tasks[*before].duration);
        }
    }
    Ok(Timetable { tasks: timed, end, longest: longest(tasks, &order) })
}

/// The tasks of the first circle, in the order of the list.
fn circle(graph: &DiGraph<(), ()>) -> Vec<usize> {
    let is_circle = |it: &Vec<NodeIndex>| it.len() > 1 || graph.contains_edge(it[0], it[0]);
    let circles = tarjan_scc(graph).into_iter().filter(is_circle).map(|it| {
        let mut places: Vec<usize> = it.into_iter().map(NodeIndex::index).collect();
        places.sort_unstable();
        places
    });
    circles.min().unwrap_or_default()
}

/// The longest chain, whatever days tasks are released on.
fn longest(tasks: &[Task], order: &[usize]) -> Vec<usize> {
    // For each task the days and tasks of the longest chain that ends with it, and the one before it there.
    let mut best: Vec<((u64, usize), Option<usize>)> = vec![((0, 0), None); tasks.len()];
    for at in order {
        let before = tasks[*at].after.iter().copied().filter(|it| *it < tasks.len());
        let longest = before.max_by_key(|it| (best[*it].0, std::cmp::Reverse(*it)));
        let (days, count) = longest.map_or((0, 0), |it| best[it].0);
        best[*at] = ((days + tasks[*at].duration, count + 1), longest);
    }
    let last = (0..tasks.len()).max_by_key(|it| (best[*it].0, std::cmp::Reverse(*it)));
    let mut chain: Vec<usize> = std::iter::successors(last, |it| best[*it].1).collect();
    chain.reverse();
    chain
}
