//! Quadrants, RICE, WSJF and the ranked list (Q1 to Q4).

use opmap_model::{
    Confidence, Document, Keyword, Period, PersonWeeks, Points, Ranking, Rating, Rice, RiceImpact, Wsjf,
};

use super::parse;
use crate::{Quadrant, ranked, rice_score, wsjf_score};

const LOW: u32 = 3;

fn rice(reach: u32, period: Period, impact: RiceImpact, confidence: Confidence, weeks: u32) -> Rice {
    Rice {
        reach: Some(reach),
        period: Some(period),
        impact: Some(impact),
        confidence: Some(confidence),
        effort: PersonWeeks::new(weeks),
    }
}

fn wsjf(value: u8, urgency: u8, risk: u8, size: u8) -> Wsjf {
    let [value, urgency, risk, size] = [value, urgency, risk, size].map(Points::new);
    Wsjf { value, urgency, risk, size }
}

/// The list as codes with their places.
fn told(document: &Document) -> Vec<String> {
    let code = |it: &crate::Ranked| {
        let place = it.place.map_or("–".to_owned(), |it| it.to_string());
        format!("{place} {}", document.get(it.id).unwrap().code())
    };
    ranked(document).iter().map(code).collect()
}

#[test]
fn q1_each_placed_recommendation_has_exactly_one_quarter() {
    for impact in Rating::ALL {
        for effort in Rating::ALL {
            let quadrant = Quadrant::of(Some(impact), Some(effort), LOW).unwrap();
            // The dividing line lies at 3.5.
            let expected = match (2 * impact.get() >= 7, 2 * effort.get() >= 7) {
                (true, false) => Quadrant::QuickWin,
                (true, true) => Quadrant::MajorProject,
                (false, false) => Quadrant::FillIn,
                (false, true) => Quadrant::Thankless,
            };
            assert_eq!(quadrant, expected, "{impact} {effort}");
        }
        assert_eq!(Quadrant::of(Some(impact), None, LOW), None);
        assert_eq!(Quadrant::of(None, Some(impact), LOW), None);
    }
    assert_eq!(
        Quadrant::of(Rating::new(3), Rating::new(2), 2),
        Some(Quadrant::QuickWin),
        "the line can be moved"
    );
}

#[test]
fn q2_rice_is_reach_times_impact_times_confidence_by_effort() {
    let vector = rice(2_000, Period::Quarter, RiceImpact::High, Confidence::Medium, 4);
    assert_eq!(rice_score(&vector).unwrap().to_string(), "800");
    let monthly = Rice { period: Some(Period::Month), ..vector };
    assert_eq!(rice_score(&monthly).unwrap().to_string(), "2400", "reach is counted for a quarter");
    let yearly = Rice { period: Some(Period::Year), impact: Some(RiceImpact::Minimal), ..vector };
    assert_eq!(rice_score(&yearly).unwrap().to_string(), "25");
    assert_eq!(rice_score(&Rice { reach: Some(0), ..vector }).unwrap().to_string(), "0");
    for lacking in [
        Rice { reach: None, ..vector },
        Rice { period: None, ..vector },
        Rice { impact: None, ..vector },
        Rice { confidence: None, ..vector },
        Rice { effort: None, ..vector },
    ] {
        assert_eq!(rice_score(&lacking), None, "what is not set is no 0");
    }
    let largest = rice(u32::MAX, Period::Month, RiceImpact::Massive, Confidence::High, 1);
    let smallest = rice(u32::MAX, Period::Month, RiceImpact::Massive, Confidence::High, PersonWeeks::LIMIT);
    assert!(rice_score(&largest) > rice_score(&smallest));
}

#[test]
fn q3_wsjf_is_the_cost_of_delay_by_size() {
    assert_eq!(wsjf_score(&wsjf(8, 5, 3, 5)).unwrap().to_string(), "3.2");
    assert_eq!(wsjf_score(&wsjf(8, 5, 4, 5)), None, "4 is none of the points");
    assert!(wsjf_score(&wsjf(1, 1, 1, 3)) > wsjf_score(&wsjf(1, 1, 1, 5)));
    assert_eq!(wsjf_score(&wsjf(1, 1, 1, 1)), wsjf_score(&wsjf(5, 5, 5, 5)), "equal ratios are equal");
}

#[test]
fn scores_are_compared_exactly() {
    // The cost of delay of every job of points against every other: as fractions in whole numbers.
    let sums = [3_u8, 4, 6, 8, 11, 16, 23, 33, 60];
    for a in sums {
        for b in sums {
            for (size, other) in
                Points::ALL.iter().flat_map(|it| Points::ALL.map(|other| (it.get(), other.get())))
            {
                let score = |sum: u8, size: u8| crate::Score::new(sum.into(), size.into());
                let exact = (u32::from(a) * u32::from(other)).cmp(&(u32::from(b) * u32::from(size)));
                assert_eq!(score(a, size).cmp(&score(b, other)), exact);
            }
        }
    }
}

fn listed(method: Ranking) -> Document {
    parse(&format!(
        "workshop \"W\"\nranking {}\n\
         recommendation a \"A\" impact=4 effort=2 votes=3 value=5 urgency=5 risk=2 size=3\n\
         recommendation b \"B\" impact=5 effort=3 votes=9 value=8 urgency=5 risk=3 size=5\n\
         recommendation c \"C\" impact=5 effort=5 votes=0 value=2 urgency=1 risk=1 size=1\n\
         recommendation d \"D\" impact=4 effort=2\n\
         recommendation e \"E\" impact=5 votes=5\n\
         recommendation f \"F\" impact=5 effort=1 votes=20 timing=parked\n\
         recommendation g \"G\" impact=5 effort=1 votes=20 progress=dropped\n",
        method.key()
    ))
}

#[test]
fn q4_one_method_ranks_and_ties_keep_the_order_in_which_they_were_put() {
    let by_impact = listed(Ranking::ImpactEffort);
    assert_eq!(told(&by_impact), ["1 R2", "2 R3", "3 R1", "4 R4", "– R5", "– R6", "– R7"]);
    let votes = listed(Ranking::Votes);
    assert_eq!(
        told(&votes),
        ["1 R2", "2 R5", "3 R1", "4 R3", "– R4", "– R6", "– R7"],
        "no dots are no vote of 0"
    );
    let wsjf = listed(Ranking::Wsjf);
    assert_eq!(told(&wsjf), ["1 R1", "2 R3", "3 R2", "– R4", "– R5", "– R6", "– R7"]);
    assert_eq!(told(&listed(Ranking::Rice)).first().unwrap(), "– R1", "nobody has said how far it reaches");
}
