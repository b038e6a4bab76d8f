//! Made-up earlier workshops, milestones, choices, concerns and forums, and random edits of them.

use std::collections::BTreeMap;

use super::edits::{some_id, with};
use super::{Dice, put, text, title};
use crate::{
    Change, Choice, ChoiceField, ChoiceId, Concern, ConcernField, ConcernId, ConcernKind, Document,
    EarlierAction, EarlierScore, EarlierWorkshop, EarlierWorkshopId, Edit, Forum, ForumField, ForumId,
    Keyword, Milestone, MilestoneField, MilestoneId, Progress, Rank, Rating, RecommendationId, RoadmapDay,
    RoleId, Shift, Timing,
};

/// Two of each, and an earlier workshop.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change, roles: &[RoleId]) {
    let known: Vec<RecommendationId> = additions(change);
    let earlier = EarlierWorkshop { rank: Rank(1 << 16), ..earlier(dice, &known) };
    put(change, EarlierWorkshopId(dice.uuid()), earlier);
    for number in 1..=2 {
        let rank = Rank(number << 16);
        put(change, MilestoneId(dice.uuid()), Milestone { rank, ..milestone(dice) });
        put(change, ChoiceId(dice.uuid()), Choice { rank, ..choice(dice, roles) });
        put(change, ConcernId(dice.uuid()), Concern { rank, ..concern(dice, roles) });
        put(change, ForumId(dice.uuid()), Forum { rank, ..forum(dice, roles) });
    }
}

fn day(dice: &mut Dice) -> Option<RoadmapDay> {
    RoadmapDay::new(u16::try_from(dice.below(180)).unwrap_or(0))
}

/// The recommendations that were made up before.
fn additions(change: &Change) -> Vec<RecommendationId> {
    change.recommendations.keys().copied().collect()
}

fn earlier(dice: &mut Dice, known: &[RecommendationId]) -> EarlierWorkshop {
    let mut scores = BTreeMap::new();
    for shift in Shift::ALL {
        if let Some(now) = dice.pick(&Rating::ALL).copied().filter(|_| dice.below(3) > 0) {
            scores.insert(*shift, EarlierScore { now, target: dice.pick(&Rating::ALL).copied() });
        }
    }
    let mut action = || EarlierAction {
        progress: dice.pick(Progress::ALL).copied(),
        timing: dice.pick(Timing::ALL).copied(),
        measure: (dice.below(3) == 0).then(|| title("Repeat visits: 30 to 20 %")),
        ..EarlierAction::default()
    };
    let actions = known.iter().take(4).map(|id| (*id, action())).collect();
    let date = chrono::NaiveDate::from_yo_opt(2025, 1 + u32::try_from(dice.below(365)).unwrap_or_default());
    EarlierWorkshop { rank: Rank::default(), title: title("A year before"), date, scores, actions }
}

fn milestone(dice: &mut Dice) -> Milestone {
    Milestone { day: day(dice), ..Milestone::new(title(&format!("Point {} is reached", dice.below(90)))) }
}

fn choice(dice: &mut Dice, roles: &[RoleId]) -> Choice {
    let chosen = (dice.below(2) == 0).then(|| title("With sales"));
    Choice {
        options: Some(text("With sales\nOn its own")),
        reason: chosen.is_some().then(|| text("They share most customers.")),
        decided_by: dice.pick(roles).copied(),
        chosen,
        ..Choice::new(title(&format!("Where desk {} sits", dice.below(90))))
    }
}

fn concern(dice: &mut Dice, roles: &[RoleId]) -> Concern {
    let kind = dice.pick(ConcernKind::ALL).copied().unwrap_or(ConcernKind::Risk);
    Concern {
        likelihood: dice.pick(&Rating::ALL).copied(),
        impact: dice.pick(&Rating::ALL).copied(),
        owner: dice.pick(roles).copied(),
        ..Concern::new(kind, title(&format!("Supplier {} is late", dice.below(90))))
    }
}

fn forum(dice: &mut Dice, roles: &[RoleId]) -> Forum {
    Forum {
        frequency: Some(title("Each Tuesday, 30 minutes")),
        agenda: Some(text("Repeat visits of last week\nWhat is done about them")),
        owner: dice.pick(roles).copied(),
        attendees: dice.pick(roles).copied().into_iter().chain(dice.pick(roles).copied()).collect(),
        ..Forum::new(title(&format!("Review {}", dice.below(90))))
    }
}

/// An edit of one of the five.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    let roles: Vec<RoleId> = document.roles().keys().copied().collect();
    let words = (dice.below(2) == 0).then(|| text("As agreed."));
    match dice.below(19) {
        16 => {
            let known: Vec<RecommendationId> = some_id(document, dice).into_iter().collect();
            let earlier = Box::new(earlier(dice, &known));
            Edit::AddEarlierWorkshop { id: EarlierWorkshopId(dice.uuid()), earlier }
        }
        17 => with(some_id(document, dice), |id| Edit::RemoveEarlierWorkshop { id }),
        0 => Edit::AddMilestone {
            id: MilestoneId(dice.uuid()),
            milestone: milestone(dice),
            before: some_id(document, dice),
        },
        1 => with(some_id(document, dice), |id| Edit::SetMilestone {
            id,
            field: MilestoneField::Day(day(dice)),
        }),
        2 => with(some_id(document, dice), |id| Edit::MoveMilestone { id, before: some_id(document, dice) }),
        3 => with(some_id(document, dice), |id| Edit::RemoveMilestone { id }),
        4 => Edit::AddChoice { id: ChoiceId(dice.uuid()), choice: choice(dice, &roles), before: None },
        5 => with(some_id(document, dice), |id| Edit::SetChoice {
            id,
            field: match dice.below(3) {
                0 => ChoiceField::Reason(words),
                1 => ChoiceField::Chosen(words.map(|_| title("On its own"))),
                _ => ChoiceField::DecidedBy(some_id(document, dice)),
            },
        }),
        6 => with(some_id(document, dice), |id| Edit::MoveChoice { id, before: some_id(document, dice) }),
        7 => with(some_id(document, dice), |id| Edit::RemoveChoice { id }),
        8 => Edit::AddConcern { id: ConcernId(dice.uuid()), concern: concern(dice, &roles), before: None },
        9 => with(some_id(document, dice), |id| Edit::SetConcern {
            id,
            field: match dice.below(3) {
                0 => ConcernField::Response(words),
                1 => ConcernField::Settled(words.is_some()),
                _ => ConcernField::Owner(some_id(document, dice)),
            },
        }),
        10 => with(some_id(document, dice), |id| Edit::MoveConcern { id, before: some_id(document, dice) }),
        11 => with(some_id(document, dice), |id| Edit::RemoveConcern { id }),
        12 => Edit::AddForum { id: ForumId(dice.uuid()), forum: forum(dice, &roles), before: None },
        13 => with(some_id(document, dice), |id| Edit::SetForum {
            id,
            field: match dice.below(3) {
                0 => ForumField::Inputs(words),
                1 => ForumField::Owner(some_id(document, dice)),
                _ => ForumField::Attendee(
                    some_id(document, dice).unwrap_or(RoleId(dice.uuid())),
                    words.is_some(),
                ),
            },
        }),
        14 => with(some_id(document, dice), |id| Edit::MoveForum { id, before: some_id(document, dice) }),
        _ => with(some_id(document, dice), |id| Edit::RemoveForum { id }),
    }
}
