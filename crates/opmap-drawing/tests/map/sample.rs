//! Documents to lay out: a real map by hand, and maps of any size from a seed.

use opmap_drawing::Folded;
use opmap_model::{
    Card, CardId, CardKind, Change, Channel, ChannelId, Connector, ConnectorId, ConnectorKind, Document,
    EvidenceGrade, Journey, JourneyId, Keyword, Lane, LaneId, LaneKind, MapKey, Medium, Pain, Performer,
    Phase, Rank, Role, RoleId, Seconds, Sentiment, Sourcing, Stage, StageId, State, Step, StepId, StepKind,
    Swap, Text, Title, ValueTag, Workshop,
};

/// A map under construction.
pub(crate) struct Sketch {
    change: Change,
    ids: u128,
    pub(crate) map: MapKey,
    pub(crate) stages: Vec<StageId>,
    pub(crate) lanes: Vec<LaneId>,
    pub(crate) steps: Vec<StepId>,
    pub(crate) folded: Folded,
    owner: RoleId,
    origin: String,
}

impl std::fmt::Debug for Sketch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.origin)
    }
}

/// What a connector of a sketch holds besides its ends.
#[derive(Clone, Copy, Default)]
pub(crate) struct Parts {
    pub(crate) rework: bool,
    pub(crate) system: bool,
    pub(crate) owner: bool,
    /// How many of trigger, information, limit and acknowledgement are filled in.
    pub(crate) others: usize,
    pub(crate) label: Option<&'static str>,
}

impl Sketch {
    pub(crate) fn new() -> Self {
        let map = MapKey { journey: JourneyId(uuid::Uuid::from_u128(1)), state: State::AsLived };
        let owner = RoleId(uuid::Uuid::from_u128(2));
        let mut change = Change::default();
        change.journeys.insert(map.journey, added(Journey::new(title("Restore a broken home connection"))));
        change.roles.insert(owner, added(Role::new(title("Service lead"))));
        Self {
            change,
            ids: 100,
            map,
            stages: Vec::new(),
            lanes: Vec::new(),
            steps: Vec::new(),
            folded: Folded::default(),
            owner,
            origin: String::new(),
        }
    }

    pub(crate) fn stage(&mut self, name: &str) -> usize {
        let id = StageId(self.id());
        let mut stage = Stage::new(id, self.map, title(name));
        stage.rank = self.rank();
        self.change.stages.insert(id, added(stage));
        self.stages.push(id);
        self.stages.len() - 1
    }

    pub(crate) fn lane(&mut self, name: &str, kind: LaneKind, sourcing: Option<Sourcing>) -> usize {
        let id = LaneId(self.id());
        let mut lane = Lane::new(id, self.map, title(name), kind);
        lane.rank = self.rank();
        lane.sourcing = sourcing;
        self.change.lanes.insert(id, added(lane));
        self.lanes.push(id);
        self.lanes.len() - 1
    }

    pub(crate) fn step(
        &mut self,
        stage: usize,
        lane: usize,
        name: &str,
        kind: StepKind,
        channel: Option<Medium>,
    ) -> usize {
        let id = StepId(self.id());
        let mut step = Step::new(id, self.stages[stage], self.lanes[lane], title(name));
        step.rank = self.rank();
        step.kind = kind;
        step.channel = channel.map(|it| self.channel(it));
        self.change.steps.insert(id, added(step));
        self.steps.push(id);
        self.steps.len() - 1
    }

    /// Says more of a step.
    pub(crate) fn say(&mut self, step: usize, say: impl FnOnce(&mut Step)) {
        let step = self.change.steps.get_mut(&self.steps[step]).and_then(|it| it.after.as_mut());
        say(step.expect("the sketch has the step"));
    }

    /// Says more of a stage.
    pub(crate) fn say_of_stage(&mut self, stage: usize, say: impl FnOnce(&mut Stage)) {
        let stage = self.change.stages.get_mut(&self.stages[stage]).and_then(|it| it.after.as_mut());
        say(stage.expect("the sketch has the stage"));
    }

    /// Says more of a lane.
    pub(crate) fn say_of_lane(&mut self, lane: usize, say: impl FnOnce(&mut Lane)) {
        let lane = self.change.lanes.get_mut(&self.lanes[lane]).and_then(|it| it.after.as_mut());
        say(lane.expect("the sketch has the lane"));
    }

    /// Puts a card on a step.
    pub(crate) fn card(&mut self, step: usize, kind: CardKind, words: &str, say: impl FnOnce(&mut Card)) {
        let text = Text::new(words).expect("the words of sketches are texts");
        let mut card = Card::new(self.steps[step], kind, text);
        card.rank = self.rank();
        say(&mut card);
        let id = CardId(self.id());
        self.change.cards.insert(id, added(card));
    }

    /// A further channel of a step.
    pub(crate) fn also_by(&mut self, step: usize, medium: Medium) {
        let channel = self.channel(medium);
        self.say(step, |it| it.other_channels.extend([channel]));
    }

    /// The channel through a medium; added when it is named for the first time.
    fn channel(&mut self, medium: Medium) -> ChannelId {
        let known = self
            .change
            .channels
            .iter()
            .find(|(_, it)| it.after.as_ref().is_some_and(|it| it.medium == Some(medium)));
        known.map(|(id, _)| *id).unwrap_or_else(|| {
            let id = ChannelId(self.id());
            let channel = Channel::new(title(medium.label()), medium.usual_kind());
            self.change.channels.insert(id, added(Channel { medium: Some(medium), ..channel }));
            id
        })
    }

    pub(crate) fn connect(&mut self, from: usize, to: usize, parts: Parts) {
        let id = ConnectorId(self.id());
        let mut connector = Connector::new(id, self.steps[from], self.steps[to]);
        let word = |at: usize| (parts.others > at).then(|| title("agreed"));
        connector.trigger = word(0);
        connector.information = word(1);
        connector.acknowledgement = word(2);
        connector.limit_secs = if parts.others > 3 { Seconds::new(7_200) } else { None };
        connector.owner = parts.owner.then_some(self.owner);
        connector.label = parts.label.map(title);
        connector.kind = match parts {
            Parts { rework: true, .. } => ConnectorKind::Rework,
            Parts { system: true, .. } => ConnectorKind::System,
            _ => ConnectorKind::Flow,
        };
        self.change.connectors.insert(id, added(connector));
    }

    pub(crate) fn finish(&self) -> Document {
        let mut document = Document::new(Workshop::new(title("Halden Broadband")));
        document.apply(&self.change).expect("the sketch adds to an empty document");
        document
    }

    fn id(&mut self) -> uuid::Uuid {
        self.ids += 1;
        uuid::Uuid::from_u128(self.ids)
    }

    fn rank(&self) -> Rank {
        Rank(i64::try_from(self.ids).expect("a sketch has few records") * 1000)
    }
}

fn added<T>(record: T) -> Swap<T> {
    Swap { before: None, after: Some(record) }
}

fn title(text: &str) -> Title {
    Title::new(text).expect("the titles of sketches are titles")
}

/// The journey of the mockups: 25 steps in 8 stages and 7 lanes.
pub(crate) fn broadband() -> Sketch {
    use LaneKind::{Backstage, Customer, Frontstage, Partner};
    use StepKind::{Activity, Automated, Decision, Touchpoint, Wait};
    let mut it = Sketch::new();
    for name in ["Notice", "Self-help", "Contact", "Diagnose", "Schedule", "Visit", "Restore", "Follow-up"] {
        it.stage(name);
    }
    it.lane("Customer", Customer, None);
    it.lane("Digital self-service", Frontstage, None);
    it.lane("Contact centre", Frontstage, None);
    it.lane("Field technician", Frontstage, None);
    it.lane("Dispatch", Backstage, None);
    it.lane("Network operations", Backstage, Some(Sourcing::InHouse));
    it.lane("Cable partner", Partner, Some(Sourcing::Outsourced));
    let customer = [
        ("Connection drops", None, Touchpoint),
        ("Restarts the router", Some(Medium::App), Touchpoint),
        ("Calls support", Some(Medium::Phone), Touchpoint),
        ("Answers test questions", Some(Medium::Phone), Touchpoint),
        ("Accepts a visit window", Some(Medium::App), Touchpoint),
        ("Waits at home", Some(Medium::OnSite), Wait),
        ("Checks the connection", None, Activity),
        ("Rates the repair", Some(Medium::Sms), Touchpoint),
    ];
    let c = customer.map({
        let mut stage = 0;
        let it = &mut it;
        move |(name, channel, kind)| {
            stage += 1;
            it.step(stage - 1, 0, name, kind, channel)
        }
    });
    let outage = it.step(0, 1, "Show outage notice", Automated, Some(Medium::Web));
    let guided = it.step(1, 1, "Guided line check", Automated, Some(Medium::App));
    let reminder = it.step(4, 1, "Send visit reminder", Automated, Some(Medium::Sms));
    let survey = it.step(7, 1, "Send 48 h survey", Automated, Some(Medium::Email));
    let verify = it.step(2, 2, "Verify and log fault", Activity, None);
    let test = it.step(3, 2, "Run line test", Activity, None);
    let agree = it.step(4, 2, "Agree visit window", Decision, None);
    let close = it.step(6, 2, "Close the ticket", Activity, None);
    let call_back = it.step(7, 2, "Call back detractors", Activity, Some(Medium::Phone));
    let trace = it.step(5, 3, "Trace and repair fault", Activity, Some(Medium::OnSite));
    let prove = it.step(6, 3, "Prove speed on site", Activity, None);
    let assign = it.step(4, 4, "Assign a technician", Activity, None);
    let replan = it.step(5, 4, "Re-plan late jobs", Activity, None);
    let alarm = it.step(0, 5, "Detect alarm pattern", Automated, None);
    let check = it.step(3, 5, "Check area alarms", Activity, None);
    let confirm = it.step(6, 5, "Confirm line profile", Activity, None);
    let cable = it.step(5, 6, "Repair street cable", Activity, None);

    let plain = Parts::default();
    for pair in c.windows(2) {
        it.connect(pair[0], pair[1], plain);
    }
    for (from, to) in [
        (outage, c[0]),
        (c[1], guided),
        (c[2], verify),
        (test, c[3]),
        (reminder, c[4]),
        (trace, c[5]),
        (close, c[6]),
        (survey, c[7]),
        (outage, guided),
        (verify, test),
        (trace, prove),
    ] {
        it.connect(from, to, plain);
    }
    let with = |owner: bool, others: usize| Parts { owner, others, ..plain };
    it.connect(alarm, outage, with(true, 3));
    it.connect(guided, verify, with(false, 2));
    it.connect(test, check, with(true, 4));
    it.connect(check, agree, Parts { label: Some("no alarm"), ..with(true, 2) });
    it.connect(agree, reminder, with(true, 4));
    it.connect(agree, assign, with(false, 2));
    it.connect(assign, trace, with(true, 3));
    it.connect(trace, cable, with(false, 1));
    it.connect(cable, prove, with(false, 1));
    it.connect(prove, confirm, with(true, 2));
    it.connect(confirm, close, with(false, 2));
    it.connect(close, survey, with(true, 4));
    it.connect(survey, call_back, with(false, 2));
    it.connect(trace, replan, Parts { rework: true, ..with(true, 2) });
    it.connect(replan, assign, Parts { rework: true, ..plain });
    it.connect(alarm, check, Parts { system: true, ..plain });
    say_more(&mut it, &c, [guided, trace, assign, confirm, verify]);
    it
}

/// What the room knows of the steps of the mockups.
fn say_more(it: &mut Sketch, customer: &[usize], [guided, trace, assign, confirm, verify]: [usize; 5]) {
    use EvidenceGrade::{Data, Observed, Reported};
    let felt = [
        (-1, Some(Data)),
        (-1, Some(Reported)),
        (0, Some(Data)),
        (1, Some(Observed)),
        (-1, Some(Data)),
        (-2, Some(Data)),
        (2, Some(Observed)),
    ];
    for (step, (sentiment, evidence)) in customer.iter().zip(felt) {
        it.say(*step, |it| (it.sentiment, it.evidence) = (Sentiment::new(sentiment), evidence));
    }
    let hours = |tenths: u32| Seconds::new(tenths * 360);
    let waits = [(customer[5], 390), (assign, 77), (trace, 5), (verify, 4), (confirm, 6)];
    for (step, tenths) in waits {
        it.say(step, |it| it.wait_secs = hours(tenths));
    }
    for (step, minutes) in [(assign, 12), (trace, 95), (verify, 9), (confirm, 30), (guided, 12)] {
        it.say(step, |it| it.work_secs = Seconds::new(minutes * 60));
    }
    it.say(customer[5], |it| it.moment_of_truth = true);
    it.say(assign, |it| (it.fail_point, it.value) = (true, Some(ValueTag::Necessary)));
    it.say(confirm, |it| it.performer = Some(Performer::System));
    it.also_by(customer[2], Medium::Chat);
    let waits = customer[5];
    it.card(waits, CardKind::Quote, "I took two days off and nobody came.", |it| it.evidence = Some(Data));
    it.card(waits, CardKind::Quote, "They are hopeless, says the dispatcher.", |it| it.internal = true);
    it.card(waits, CardKind::Quote, "A day of my life.", |_| {});
    it.card(waits, CardKind::PainPoint, "Nobody says when the technician comes.", |it| {
        it.pain = Some(Pain::Severe);
    });
    it.card(customer[3], CardKind::Quote, "It was quick for once.", |_| {});
    it.card(assign, CardKind::PainPoint, "The list is kept by hand.", |it| it.pain = Some(Pain::Serious));
}

/// A map of about that many steps, from a seed; the same seed gives the same map.
pub(crate) fn random(seed: u64, stages: usize, lanes: usize, steps: usize, connectors: usize) -> Sketch {
    let mut random = Random(seed.wrapping_mul(2).wrapping_add(1));
    let mut it = Sketch::new();
    it.origin = format!("random({seed}, {stages}, {lanes}, {steps}, {connectors})");
    for _ in 0..stages {
        let name = random.words(1, 5);
        it.stage(&name);
    }
    let mut kinds: Vec<LaneKind> = (0..lanes).map(|_| random.pick(LANE_KINDS)).collect();
    // One map in four has its lanes in an order that the blueprint does not know.
    if !seed.is_multiple_of(4) {
        kinds.sort_unstable();
    }
    for kind in kinds {
        let name = random.words(1, 5);
        let sourcing = [None, Some(Sourcing::InHouse), Some(Sourcing::Outsourced), Some(Sourcing::Partner)];
        let sourcing = random.pick(&sourcing);
        it.lane(&name, kind, sourcing);
    }
    if stages > 0 && lanes > 0 {
        for _ in 0..steps {
            let (stage, lane) = (random.below(stages), random.below(lanes));
            let name = random.words(1, 9);
            let kind = random.pick(STEP_KINDS);
            let channel = random.pick(&[None, None, Some(Medium::Phone), Some(Medium::Social)]);
            let step = it.step(stage, lane, &name, kind, channel);
            say_anything(&mut it, step, &mut random);
        }
        let mut pairs = std::collections::BTreeSet::new();
        for _ in 0..connectors {
            let (from, to) = (random.below(steps.max(1)), random.below(steps.max(1)));
            if steps > 1 && from != to && pairs.insert((from, to)) {
                let parts = Parts {
                    rework: random.below(7) == 0,
                    system: random.below(9) == 0,
                    owner: random.below(2) == 0,
                    others: random.below(5),
                    label: random.pick(&[
                        None,
                        None,
                        None,
                        Some("yes"),
                        Some("only if the customer has said so in writing before"),
                    ]),
                };
                it.connect(from, to, parts);
            }
        }
    }
    share_anything(&mut it, &mut random);
    it
}

/// Phases and functions that neighbours may have in common.
fn share_anything(it: &mut Sketch, random: &mut Random) {
    for stage in 0..it.stages.len() {
        let phase = random.pick(&[None, Some(Phase::PreSale), Some(Phase::PostSale)]);
        it.say_of_stage(stage, |it| it.phase = phase);
    }
    for lane in 0..it.lanes.len() {
        let function =
            random.pick(&[None, Some("Service"), Some("Field service, dispatch and everything beside")]);
        it.say_of_lane(lane, |it| it.function = function.map(title));
    }
}

/// What may be said of a step, in any combination.
fn say_anything(it: &mut Sketch, step: usize, random: &mut Random) {
    let grades =
        [None, Some(EvidenceGrade::Data), Some(EvidenceGrade::Observed), Some(EvidenceGrade::Assumed)];
    let evidence = random.pick(&grades);
    let sentiment = random.pick(&[None, Some(-2), Some(-1), Some(0), Some(2)]).and_then(Sentiment::new);
    let wait = random.pick(&[None, None, Some(0), Some(2_400), Some(142_200), Some(300_000_000)]);
    let performer = random.pick(&[None, None, Some(Performer::System), Some(Performer::Partner)]);
    let value = random.pick(&[None, None, Some(ValueTag::Adding), Some(ValueTag::Waste)]);
    let (moment, fails) = (random.below(6) == 0, random.below(6) == 0);
    it.say(step, |it| {
        (it.evidence, it.sentiment, it.performer, it.value) = (evidence, sentiment, performer, value);
        it.wait_secs = wait.and_then(Seconds::new);
        (it.moment_of_truth, it.fail_point) = (moment, fails);
    });
    if random.below(4) == 0 {
        it.also_by(step, Medium::Web);
    }
    for _ in 0..random.below(4) {
        let kind = random.pick(&[CardKind::Quote, CardKind::PainPoint, CardKind::Observation]);
        let words = random.words(1, 9);
        let internal = random.below(3) == 0;
        let pain = random.pick(&[None, Some(Pain::Minor), Some(Pain::Severe)]);
        it.card(step, kind, &words, |it| (it.internal, it.pain) = (internal, pain));
    }
}

const LANE_KINDS: &[LaneKind] = &[
    LaneKind::Evidence,
    LaneKind::Customer,
    LaneKind::Frontstage,
    LaneKind::Frontstage,
    LaneKind::Backstage,
    LaneKind::Support,
    LaneKind::Partner,
];

const STEP_KINDS: &[StepKind] =
    &[StepKind::Touchpoint, StepKind::Activity, StepKind::Decision, StepKind::Wait, StepKind::Automated];

const WORDS: &[&str] = &[
    "check",
    "the",
    "ticket",
    "with",
    "customer",
    "Schadensregulierungsbeauftragte",
    "a",
    "48 h",
    "line",
    "repair/replace",
    "order",
    "φάση",
    "re-plan",
];

/// A small generator of numbers, so that a seed gives the same map everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn words(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<&str> = (0..count).map(|_| self.pick(WORDS)).collect();
        words.join(" ").chars().take(Title::LIMIT).collect()
    }
}
