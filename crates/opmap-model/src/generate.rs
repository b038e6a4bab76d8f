//! Made-up workshops and edits from a seed, for tests, benchmarks and self-tests. The same seed always gives the
//! same.

mod edits;
mod evidence;
mod findings;
mod logs;
mod recommendations;
mod recovery;
mod report;
mod shifts;

use uuid::Uuid;

use crate::{
    Acceptance, AcceptanceId, Activity, ActivityId, Band, Bands, Card, CardId, CardKind, Channel, ChannelId,
    Clock, Connector, ConnectorId, Decision, DecisionId, Document, EvidenceGrade, ItSystem, ItSystemId,
    Journey, JourneyId, Keyword, Lane, LaneId, LaneKind, Letter, Letters, MapKey, Medium, Pain, Permille,
    Persona, PersonaId, Phase, Rank, Record, RecordId, Right, RightLetter, Rights, RightsOf, Role, RoleId,
    Seconds, Sentiment, Sourcing, Stage, StageId, State, Step, StepId, StepKind, Swap, Text, Title, ValueTag,
    Workshop,
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
    made_up_activities(&mut dice, &mut change, &roles);
    let registers = Registers::made_up(&mut dice, &mut change);
    let journey_id = JourneyId(dice.uuid());
    let mut journey = Journey::new(title("Generated journey"));
    journey.rank = rank(0);
    journey.owner = roles.first().copied();
    put(&mut change, journey_id, journey);

    let map = MapKey { journey: journey_id, state: State::AsLived };
    let stages: Vec<StageId> = (0..options.stages.max(1)).map(|_| StageId(dice.uuid())).collect();
    for (index, id) in stages.iter().enumerate() {
        let stage = Stage::new(*id, map, title(&format!("Stage {}", index + 1)));
        let phase = Phase::ALL.get(index * Phase::ALL.len() / stages.len()).copied();
        put(&mut change, *id, Stage { rank: rank(index), phase, ..stage });
    }
    let lanes: Vec<LaneId> = (0..options.lanes.max(1)).map(|_| LaneId(dice.uuid())).collect();
    for (index, id) in lanes.iter().enumerate() {
        let mut lane =
            Lane::new(*id, map, title(&format!("Lane {}", index + 1)), lane_kind(index, lanes.len()));
        lane.rank = rank(index);
        lane.role = roles.get(index).copied();
        lane.function = dice.pick(&FUNCTIONS).map(|it| title(it));
        lane.letters = roles.get(index).map(|it| (*it, Some(Letter::Responsible))).into_iter().collect();
        put(&mut change, *id, lane);
    }
    let cells = stages.len() * lanes.len();
    let mut steps = Vec::with_capacity(options.steps);
    for index in 0..options.steps {
        // Walks through the stages in order, so that the journey leads from left to right.
        let stage = index * stages.len() / options.steps;
        let id = StepId(dice.uuid());
        let mut step = made_up_step(&mut dice, id, stages[stage], lanes[index % lanes.len()]);
        registers.dress(&mut dice, &mut step);
        step.letters = made_up_letters(&mut dice, &roles);
        let kind = step.kind;
        put(&mut change, id, Step { rank: rank(index), ..step });
        if kind == StepKind::Decision {
            let decision = made_up_decision(&mut dice, id, &roles);
            put(&mut change, DecisionId(dice.uuid()), Decision { rank: rank(index), ..decision });
        }
        if dice.below(5) == 0 {
            let card = Card { rank: rank(index), ..made_up_card(&mut dice, id) };
            put(&mut change, CardId(dice.uuid()), card);
        }
        steps.push(id);
    }
    made_up_acceptances(&mut Dice::new(options.seed ^ 0x5107), &mut change, &steps);
    evidence::made_up(&mut Dice::new(options.seed ^ 0xe71d), &mut change, &steps);
    findings::made_up(&mut Dice::new(options.seed ^ 0xf1d), &mut change, &steps);
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
    shifts::made_up(&mut Dice::new(options.seed ^ 0x5414), &mut change);
    recommendations::made_up(&mut Dice::new(options.seed ^ 0x60a1), &mut change, &roles);
    logs::made_up(&mut Dice::new(options.seed ^ 0x1095), &mut change, &roles);
    recovery::made_up(&mut dice, &mut change, &roles);
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
    step
}

fn made_up_card(dice: &mut Dice, step: StepId) -> Card {
    let kind = dice.pick(CardKind::ALL).copied().unwrap_or(CardKind::Quote);
    let mut card = Card::new(step, kind, text(&format!("Heard {} times.", 1 + dice.below(90))));
    card.pain = (kind == CardKind::PainPoint).then(|| dice.pick(Pain::ALL).copied()).flatten();
    card.evidence = dice.pick(EvidenceGrade::ALL).copied();
    card.internal = dice.below(4) == 0;
    card
}

/// Letters as people give them: mostly one A, now and then two or none.
fn made_up_letters(dice: &mut Dice, roles: &[RoleId]) -> Letters {
    let mut cells = Vec::new();
    for letter in Letter::ALL {
        if dice.below(3) > 0 {
            cells.extend(dice.pick(roles).map(|role| (*role, Some(*letter))));
        }
    }
    cells.into_iter().collect()
}

fn made_up_decision(dice: &mut Dice, step: StepId, roles: &[RoleId]) -> Decision {
    let mut decision = Decision::new(title(&format!("Decide case {}", dice.below(900))));
    decision.material = dice.below(3) == 0;
    decision.steps.insert(step);
    decision.rights = made_up_rights(dice, roles);
    if dice.below(3) == 0 {
        let limited = [100, 500].map(|below| Band { below, decider: dice.pick(roles).copied() });
        decision.bands = Bands::new(title("€"), limited.to_vec(), dice.pick(roles).copied());
    }
    decision.escalate_to = (dice.below(3) == 0).then(|| dice.pick(roles).copied()).flatten();
    decision.escalate_secs = Seconds::new(3_600);
    decision
}

fn made_up_rights(dice: &mut Dice, roles: &[RoleId]) -> Rights {
    fn some<L: RightLetter>(dice: &mut Dice, roles: &[RoleId]) -> RightsOf<L> {
        let mut rights = RightsOf::new();
        for letter in L::ALL {
            let words = (dice.below(4) == 0).then(|| title("Has a say"));
            rights.extend(dice.pick(roles).map(|role| Right { letter: *letter, role: *role, words }));
        }
        rights
    }
    match dice.below(3) {
        0 => Rights::Decider(dice.pick(roles).copied()),
        1 => Rights::Rapid(some(dice, roles)),
        _ => Rights::Daci(some(dice, roles)),
    }
}

/// Some of what the checks find is left as it is.
fn made_up_acceptances(dice: &mut Dice, change: &mut crate::Change, steps: &[StepId]) {
    for step in steps.iter().step_by(40) {
        put(change, AcceptanceId(dice.uuid()), made_up_acceptance(dice, RecordId::Step(*step)));
    }
}

fn made_up_acceptance(dice: &mut Dice, about: RecordId) -> Acceptance {
    let rule = title(dice.pick(&["R1", "R2", "R6", "R7", "R15", "B6"]).unwrap_or(&"R1"));
    Acceptance { rule, about, reason: text(&format!("Agreed in round {}.", 1 + dice.below(9))) }
}

fn made_up_activities(dice: &mut Dice, change: &mut crate::Change, roles: &[RoleId]) {
    for (index, name) in ["Major outage", "Data breach", "Monthly review"].into_iter().enumerate() {
        let mut activity = Activity::new(title(name));
        activity.rank = Rank(i64::try_from(index + 1).unwrap_or(1) << 16);
        activity.group = Some(title(if index < 2 { "Incident" } else { "Review" }));
        activity.functions = dice.pick(&FUNCTIONS).map(|it| title(it)).into_iter().collect();
        activity.letters = made_up_letters(dice, roles);
        put(change, ActivityId(dice.uuid()), activity);
    }
}

/// What exists once for the workshop, for steps to name.
struct Registers {
    channels: Vec<ChannelId>,
    it_systems: Vec<ItSystemId>,
    personas: Vec<PersonaId>,
}

impl Registers {
    fn made_up(dice: &mut Dice, change: &mut crate::Change) -> Self {
        let mut rank = 0;
        let mut next_rank = || {
            rank += 1;
            Rank(rank << 16)
        };
        let mut made = Self { channels: Vec::new(), it_systems: Vec::new(), personas: Vec::new() };
        for medium in Medium::ALL.iter().copied() {
            let (id, mut channel) =
                (ChannelId(dice.uuid()), Channel::new(title(medium.label()), medium.usual_kind()));
            channel.rank = next_rank();
            channel.medium = Some(medium);
            put(change, id, channel);
            made.channels.push(id);
        }
        for name in ["Customer records", "Ticketing", "Billing", "Planning"] {
            let id = ItSystemId(dice.uuid());
            put(change, id, ItSystem { rank: next_rank(), ..ItSystem::new(title(name)) });
            made.it_systems.push(id);
        }
        for name in ["Family at home", "Small office", "First-time buyer"] {
            let id = PersonaId(dice.uuid());
            put(change, id, Persona { rank: next_rank(), ..Persona::new(title(name)) });
            made.personas.push(id);
        }
        made
    }

    /// Says of a step what people say of some steps and not of others.
    fn dress(&self, dice: &mut Dice, step: &mut Step) {
        let some = |dice: &mut Dice, of: usize| dice.below(of) == 0;
        step.channel = some(dice, 3).then(|| dice.pick(&self.channels).copied()).flatten();
        step.systems =
            some(dice, 3).then(|| dice.pick(&self.it_systems).copied()).flatten().into_iter().collect();
        step.personas =
            some(dice, 6).then(|| dice.pick(&self.personas).copied()).flatten().into_iter().collect();
        step.sentiment = some(dice, 3).then(|| Sentiment::new([-2, -1, 0, 1, 2][dice.below(5)])).flatten();
        step.moment_of_truth = some(dice, 12);
        step.fail_point = some(dice, 12);
        step.control = some(dice, 12);
        if some(dice, 2) {
            step.work_secs = Seconds::new(60 * u32::try_from(1 + dice.below(90)).unwrap_or(1));
            step.wait_secs = Seconds::new(600 * u32::try_from(dice.below(90)).unwrap_or(1));
            step.clock = Some(Clock::Business);
        }
        step.first_time_right =
            some(dice, 4).then(|| Permille::new(700 + u16::try_from(dice.below(300)).unwrap_or(0))).flatten();
        step.value = some(dice, 2).then(|| dice.pick(ValueTag::ALL).copied()).flatten();
        step.evidence = some(dice, 3).then(|| dice.pick(EvidenceGrade::ALL).copied()).flatten();
    }
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

/// A text of words that are known to be one.
fn text(text: &str) -> Text {
    Text::new(text).unwrap_or_else(|_| unreachable!("made-up texts are short and plain"))
}

/// A title of words that are known to be one.
fn title(text: &str) -> Title {
    Title::new(text).unwrap_or_else(|_| unreachable!("made-up titles are short and plain"))
}
