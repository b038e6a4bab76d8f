//! A made-up roadmap, and random edits of it.

use super::edits::{some_id, with};
use super::{Dice, put, text, title};
use crate::{
    Benefit, Category, Change, Confidence, CostBand, Delivery, Document, Edit, KeptFindingId, Keyword,
    Period, PersonWeeks, Points, Progress, Rank, Ranking, Rating, Readiness, Recommendation,
    RecommendationField, RecommendationId, Rice, RiceImpact, RoadmapDay, RoadmapField, RoleId, Shift, Timing,
    Trial, Wave, WorkingDays, WorkshopField, Workstream, WorkstreamId, Wsjf,
};

/// Three workstreams and twelve recommendations, some of which wait for earlier ones.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change, roles: &[RoleId]) {
    let rank = |index: usize| Rank(i64::try_from(index + 1).unwrap_or(1) << 16);
    let mut workstreams = Vec::new();
    for (index, name) in ["Ownership", "Systems", "People"].into_iter().enumerate() {
        let id = WorkstreamId(dice.uuid());
        put(change, id, Workstream { rank: rank(index), ..Workstream::new(title(name)) });
        workstreams.push(id);
    }
    let mut earlier: Vec<RecommendationId> = Vec::new();
    for index in 0..12 {
        let id = RecommendationId(dice.uuid());
        let mut made = recommendation(dice);
        made.rank = rank(index);
        made.number = u32::try_from(index + 1).unwrap_or(1);
        made.owner = dice.pick(roles).copied();
        made.workstream = dice.pick(&workstreams).copied();
        if dice.below(3) == 0 {
            made.depends_on.extend(dice.pick(&earlier).copied());
        }
        put(change, id, made);
        earlier.push(id);
    }
}

fn recommendation(dice: &mut Dice) -> Recommendation {
    let mut made = Recommendation::new(title(&format!("Improve point {}", 1 + dice.below(900))));
    made.rationale = Some(text("The room asked for it."));
    made.goal = (dice.below(3) == 0).then(|| title("Keep customers"));
    made.shift = dice.pick(Shift::ALL).copied();
    made.category = dice.pick(Category::ALL).copied();
    made.impact = rating(dice);
    made.effort = rating(dice);
    made.rice = rice(dice);
    made.wsjf = wsjf(dice);
    made.votes = (dice.below(3) > 0).then(|| number(dice, 20));
    made.cost = dice.pick(CostBand::ALL).copied();
    made.benefit = dice.pick(Benefit::ALL).copied();
    made.measure = (dice.below(4) > 0).then(|| title("Repeat visits: 27 to 18 %"));
    made.training = dice.below(3) == 0;
    made.trial = trial(dice);
    made.timing = dice.pick(Timing::ALL).copied();
    made.duration = working_days(dice);
    made.progress = dice.pick(Progress::ALL).copied();
    made
}

fn number(dice: &mut Dice, limit: usize) -> u32 {
    u32::try_from(dice.below(limit)).unwrap_or_default()
}

fn rating(dice: &mut Dice) -> Option<Rating> {
    (dice.below(6) > 0).then(|| dice.pick(&Rating::ALL).copied()).flatten()
}

fn working_days(dice: &mut Dice) -> Option<WorkingDays> {
    WorkingDays::new(u16::try_from(dice.below(40)).unwrap_or(1))
}

fn rice(dice: &mut Dice) -> Rice {
    Rice {
        reach: (dice.below(5) > 0).then(|| number(dice, 9_000)),
        period: dice.pick(Period::ALL).copied(),
        impact: dice.pick(RiceImpact::ALL).copied(),
        confidence: dice.pick(Confidence::ALL).copied(),
        effort: PersonWeeks::new(number(dice, 12)),
    }
}

fn wsjf(dice: &mut Dice) -> Wsjf {
    let mut points = || (dice.below(8) > 0).then(|| dice.pick(&Points::ALL).copied()).flatten();
    Wsjf { value: points(), urgency: points(), risk: points(), size: points() }
}

fn trial(dice: &mut Dice) -> Trial {
    let said = dice.below(3) == 0;
    Trial {
        hypothesis: said.then(|| text("Fewer customers call twice.")),
        measure: said.then(|| text("Calls within seven days.")),
        stop_rule: None,
    }
}

/// An edit of the roadmap: its settings, a workstream or a recommendation.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    match dice.below(16) {
        0 => Edit::SetWorkshop(WorkshopField::Roadmap(settings(dice))),
        1 => Edit::AddWorkstream {
            id: WorkstreamId(dice.uuid()),
            workstream: Workstream::new(title(&format!("Stream {}", dice.below(90)))),
            before: some_id(document, dice),
        },
        2 => with(some_id(document, dice), |id| Edit::RenameWorkstream { id, title: title("Renamed") }),
        3 => with(some_id(document, dice), |id| Edit::MoveWorkstream { id, before: some_id(document, dice) }),
        4 => with(some_id(document, dice), |id| Edit::RemoveWorkstream { id }),
        5..=7 => {
            let mut made = recommendation(dice);
            made.owner = some_id(document, dice);
            made.depends_on.extend(some_id::<RecommendationId>(document, dice));
            made.addresses.extend(some_id::<KeptFindingId>(document, dice));
            Edit::AddRecommendation {
                id: RecommendationId(dice.uuid()),
                recommendation: Box::new(made),
                before: some_id(document, dice),
            }
        }
        8 => with(some_id(document, dice), |id| Edit::RemoveRecommendation { id }),
        9 => with(some_id(document, dice), |id| Edit::MoveRecommendation {
            id,
            before: some_id(document, dice),
        }),
        _ => with(some_id(document, dice), |id| {
            let field = field(document, dice);
            Edit::SetRecommendation { id, field }
        }),
    }
}

fn settings(dice: &mut Dice) -> RoadmapField {
    let wave = dice.pick(Wave::ALL).copied().unwrap_or(Wave::First);
    let day = chrono::NaiveDate::from_yo_opt(2026, 1 + number(dice, 365));
    match dice.below(5) {
        0 => RoadmapField::Ranking(dice.pick(Ranking::ALL).copied().unwrap_or_default()),
        1 => RoadmapField::Start(day),
        2 => RoadmapField::WaveTitle(wave, Some(title("Autumn"))),
        3 => RoadmapField::Works(chrono::Weekday::Sat, dice.below(2) == 0),
        _ => RoadmapField::Holiday(day.unwrap_or_default(), dice.below(3) > 0),
    }
}

fn field(document: &Document, dice: &mut Dice) -> RecommendationField {
    let words = (dice.below(2) == 0).then(|| text("As this room says it."));
    let name = (dice.below(2) == 0).then(|| title("60 % of visits on the same day"));
    match dice.below(32) {
        0 => RecommendationField::Title(title(&format!("Improve point {}", dice.below(900)))),
        1 => RecommendationField::Rationale(words),
        2 => RecommendationField::Goal(name),
        3 => RecommendationField::Shift(dice.pick(Shift::ALL).copied()),
        4 => RecommendationField::Category(dice.pick(Category::ALL).copied()),
        5 => RecommendationField::Owner(some_id(document, dice)),
        6 => RecommendationField::Impact(rating(dice)),
        7 => RecommendationField::Effort(rating(dice)),
        8 => RecommendationField::Placed { impact: rating(dice), effort: rating(dice) },
        9 => RecommendationField::Rice(rice(dice)),
        10 => RecommendationField::Wsjf(wsjf(dice)),
        11 => RecommendationField::Votes(Some(number(dice, 30))),
        12 => RecommendationField::Cost(dice.pick(CostBand::ALL).copied()),
        13 => RecommendationField::Benefit(dice.pick(Benefit::ALL).copied()),
        14 => RecommendationField::Estimate(name),
        15 => RecommendationField::Measure(name),
        16 => RecommendationField::Adoption(name),
        17 => RecommendationField::Training(words.is_some()),
        18 => RecommendationField::Delivery(dice.pick(Delivery::ALL).copied()),
        19 => RecommendationField::PartnerCriteria(words),
        20 => RecommendationField::Readiness(dice.pick(Readiness::ALL).copied()),
        21 => RecommendationField::Trial(trial(dice)),
        22 => RecommendationField::Timing(dice.pick(Timing::ALL).copied()),
        23 => RecommendationField::Workstream(some_id(document, dice)),
        24 => RecommendationField::Start(RoadmapDay::new(u16::try_from(dice.below(200)).unwrap_or(0))),
        25 => RecommendationField::Duration(working_days(dice)),
        26 => RecommendationField::Progress(dice.pick(Progress::ALL).copied()),
        27 => RecommendationField::Due(chrono::NaiveDate::from_yo_opt(2026, 1 + number(dice, 365))),
        28 => RecommendationField::Outcome(words),
        29 => RecommendationField::Note(words),
        30 => {
            let finding = some_id(document, dice).unwrap_or(KeptFindingId(dice.uuid()));
            RecommendationField::Addresses(finding, dice.below(4) > 0)
        }
        _ => {
            let other = some_id(document, dice).unwrap_or(RecommendationId(dice.uuid()));
            RecommendationField::DependsOn(other, dice.below(4) > 0)
        }
    }
}
