//! Made-up workshops and edits from a seed, for tests, benchmarks and self-tests. The same seed always gives the
//! same.

mod edits;

use uuid::Uuid;

use crate::{
    Channel, Connector, ConnectorId, Document, Journey, JourneyId, Keyword, Lane, LaneId, LaneKind, MapKey,
    Rank, Record, Role, RoleId, Seconds, Sourcing, Stage, StageId, State, Step, StepId, StepKind, Swap,
    Title, Workshop,
};

pub use edits::random_edit;

/// How large a made-up workshop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Steps, spread evenly over the cells.
    pub steps: usize,
    /// Lanes, at least 1.
    pub lanes: usize,
    /// Stages, at least 1.
    pub stages: usize,
    /// What makes one workshop different from another of the same size.
    pub seed: u64,
}

/// A source of numbers that look random and follow from the seed (SplitMix64, Steele et al. 2014).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Numbers that follow from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is at least 1.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = limit.max(1) as u64;
        usize::try_from(self.roll() % limit).unwrap_or_default()
    }

    /// One of `choices`, if there are any.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    /// A new identity.
    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(), self.roll())
    }
}

const VERBS: [&str; 12] = [
    "Check",
    "Log",
    "Confirm",
    "Route",
    "Review",
    "Approve",
    "Prepare",
    "Send",
    "Call about",
    "Plan",
    "Close",
    "Explain",
];
const OBJECTS: [&str; 14] = [
    "the request",
    "the order",
    "the invoice",
    "the fault",
    "the visit",
    "the contract",
    "customer details",
    "the missing document",
    "the appointment",
    "the replacement part",
    "the complaint",
    "the delivery window",
    "the credit note",
    "the account",
];
const FUNCTIONS: [&str; 5] = ["Marketing", "Sales", "Service", "Operations", "IT"];

/// A workshop with one journey *as lived* of the size asked for: every step but the last leads to the next, and
/// three in ten also to one a little further on.
#[must_use]
pub fn document(options: &Options) -> Document {
    let mut dice = Dice::new(options.seed);
    let mut change = crate::Change::default();
    let rank = |index: usize| Rank(i64::try_from(index + 1).unwrap_or(i64::MAX >> 16) << 16);
    let roles: Vec<RoleId> = (0..options.lanes.max(1)).map(|_| RoleId(dice.uuid())).collect();
    for (index, id) in roles.iter().enumerate() {
        let mut role = Role::new(title(&format!("Role {}", index + 1)));
        role.rank = rank(index);
        role.function = dice.pick(&FUNCTIONS).map(|it| title(it));
        role.sourcing = Some(Sourcing::InHouse);
        put(&mut change, *id, role);
    }
    let journey_id = JourneyId(dice.uuid());
    let mut journey = Journey::new(title("Generated journey"));
    journey.rank = rank(0);
    journey.owner = roles.first().copied();
    put(&mut change, journey_id, journey);

    let map = MapKey { journey: journey_id, state: State::AsLived };
    let stages: Vec<StageId> = (0..options.stages.max(1)).map(|_| StageId(dice.uuid())).collect();
    for (index, id) in stages.iter().enumerate() {
        let stage = Stage::new(*id, map, title(&format!("Stage {}", index + 1)));
        put(&mut change, *id, Stage { rank: rank(index), ..stage });
    }
    let lanes: Vec<LaneId> = (0..options.lanes.max(1)).map(|_| LaneId(dice.uuid())).collect();
    for (index, id) in lanes.iter().enumerate() {
        let mut lane =
            Lane::new(*id, map, title(&format!("Lane {}", index + 1)), lane_kind(index, lanes.len()));
        lane.rank = rank(index);
        lane.role = roles.get(index).copied();
        lane.function = dice.pick(&FUNCTIONS).map(|it| title(it));
        put(&mut change, *id, lane);
    }
    let cells = stages.len() * lanes.len();
    let mut steps = Vec::with_capacity(options.steps);
    for index in 0..options.steps {
        // Walks through the stages in order, so that the journey leads from left to right.
        let stage = index * stages.len() / options.steps;
        let id = StepId(dice.uuid());
        let step = made_up_step(&mut dice, id, stages[stage], lanes[index % lanes.len()]);
        put(&mut change, id, Step { rank: rank(index), ..step });
        steps.push(id);
    }
    let reach = (options.steps / cells.max(1) + 2) * 2;
    for (index, from) in steps.iter().enumerate() {
        let next = steps.get(index + 1);
        let further = (dice.below(10) < 3).then(|| steps.get(index + 2 + dice.below(reach))).flatten();
        for to in next.into_iter().chain(further) {
            let id = ConnectorId(dice.uuid());
            let mut connector = Connector::new(id, *from, *to);
            if dice.below(2) == 0 {
                connector.trigger = Some(title("The step before is done"));
                connector.owner = dice.pick(&roles).copied();
                connector.limit_secs = Seconds::new(3_600);
            }
            put(&mut change, id, connector);
        }
    }
    let mut made = Document::new(Workshop::new(title("Generated workshop")));
    let applied = made.apply(&change);
    debug_assert!(applied.is_ok(), "additions to an empty document always fit");
    made
}

fn made_up_step(dice: &mut Dice, id: StepId, stage: StageId, lane: LaneId) -> Step {
    let words = (dice.pick(&VERBS).copied(), dice.pick(&OBJECTS).copied());
    let mut step = Step::new(
        id,
        stage,
        lane,
        title(&format!("{} {}", words.0.unwrap_or("Do"), words.1.unwrap_or("it"))),
    );
    step.kind = dice.pick(StepKind::ALL).copied().unwrap_or(StepKind::Activity);
    step.channel = (dice.below(3) == 0).then(|| dice.pick(Channel::ALL).copied()).flatten();
    step
}

/// Lane kinds from top to bottom in the order of B1.
fn lane_kind(index: usize, count: usize) -> LaneKind {
    match index {
        0 => LaneKind::Customer,
        it if it + 1 == count && count > 3 => LaneKind::Partner,
        it if it <= count / 2 => LaneKind::Frontstage,
        _ => LaneKind::Backstage,
    }
}

fn put<R: Record>(change: &mut crate::Change, id: R::Id, record: R) {
    R::swaps_mut(change).insert(id, Swap { before: None, after: Some(record) });
}

/// A title of words that are known to be one.
fn title(text: &str) -> Title {
    Title::new(text).unwrap_or_else(|_| unreachable!("made-up titles are short and plain"))
}
