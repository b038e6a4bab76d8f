//! The statistics of a room: the vectors of the rules, and the same from a second, slower way of working them out.

use opmap_model::generate::Dice;

use crate::{Concordance, NoConcordance, Spread, Strength, Verdict, concordance};

fn spread(answers: &[u8]) -> Spread {
    let count = |level| answers.iter().filter(|it| **it == level).count().try_into().unwrap();
    Spread::of([1, 2, 3, 4, 5].map(count)).unwrap()
}

/// One row a rater.
fn raters(rows: &[&[u8]]) -> Concordance {
    concordance(&rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect::<Vec<_>>())
}

#[test]
fn m2_of_an_even_number_of_answers_the_lower_one_in_the_middle_is_proposed() {
    let two_middles = spread(&[1, 2, 4, 5]);
    assert_eq!((two_middles.median_halves, two_middles.proposal), (6, 2));
    let one_middle = spread(&[5, 1, 4]);
    assert_eq!((one_middle.median_halves, one_middle.proposal), (8, 4));
    assert_eq!(Spread::of([0; 5]), None, "where nobody gave a level there is nothing to propose");
    assert_eq!(spread(&[2, 3, 3]).mean_tenths, 27);
}

#[test]
fn s2_the_vectors_of_near_and_discuss() {
    let near = spread(&[2, 3, 3, 4]);
    assert_eq!((near.median_halves, near.highest - near.lowest, near.middle_quarters()), (6, 2, 2));
    assert_eq!((near.within_one, near.verdict), (4, Verdict::Near));
    let discuss = spread(&[1, 2, 4, 5]);
    assert_eq!(
        (discuss.median_halves, discuss.highest - discuss.lowest, discuss.middle_quarters()),
        (6, 4, 10)
    );
    assert_eq!(discuss.verdict, Verdict::Discuss);
    assert_eq!(spread(&[3, 4, 4]).verdict, Verdict::Consensus, "a range of one is consensus");
    assert_eq!(spread(&[4]).verdict, Verdict::Consensus);
}

#[test]
fn s2_three_in_four_within_one_level_of_the_median_are_near_and_fewer_are_not() {
    // Nine of twelve lie within one of 3; then eight of twelve.
    assert_eq!(spread(&[1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5]).verdict, Verdict::Near);
    assert_eq!(spread(&[1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5]).within_one_percent(), 75);
    assert_eq!(spread(&[1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5]).verdict, Verdict::Discuss);
}

#[test]
fn s3_raters_of_one_order_agree_wholly_and_opposite_ones_not_at_all() {
    let same = raters(&[&[1, 2, 3, 4, 5, 6, 7], &[1, 2, 3, 4, 5, 6, 7], &[1, 2, 3, 4, 5, 6, 7]]);
    assert_eq!(same.w.unwrap().ten_thousandths(), 10_000);
    let opposite = raters(&[&[1, 2, 3, 4], &[4, 3, 2, 1]]);
    assert_eq!(opposite.w.unwrap().ten_thousandths(), 0);
    let between = raters(&[&[1, 2, 3, 4], &[2, 1, 4, 3], &[1, 3, 2, 4]]);
    assert_eq!(between.w.unwrap().ten_thousandths(), 6_444);
}

#[test]
fn s3_ties_are_corrected_for() {
    let tied = raters(&[
        &[2, 3, 2, 1, 4, 3, 3],
        &[2, 2, 3, 1, 4, 3, 4],
        &[1, 3, 2, 2, 5, 3, 3],
        &[2, 3, 2, 1, 3, 4, 3],
    ]);
    assert_eq!(tied.w.unwrap().ten_thousandths(), 8_143);
    assert_eq!(tied.w.unwrap().hundredths(), 81);
}

#[test]
fn s4_what_is_undefined_has_a_reason_and_no_value() {
    assert_eq!(raters(&[&[3; 7], &[3; 7]]).w, Err(NoConcordance::AllTied));
    assert_eq!(raters(&[&[1, 2, 3]]).w, Err(NoConcordance::FewRaters));
    assert_eq!(raters(&[&[1], &[2]]).w, Err(NoConcordance::FewItems));
    assert_eq!(raters(&[]).w, Err(NoConcordance::FewItems));
    let one_flat = raters(&[&[3, 3, 3], &[1, 2, 3]]);
    assert!(one_flat.w.is_ok(), "one rater who ties everything does not undo the order of another");
}

#[test]
fn s4_a_rater_with_a_gap_is_left_out_and_counted() {
    let rows =
        [vec![Some(1), Some(2), Some(3)], vec![Some(3), None, Some(1)], vec![Some(1), Some(2), Some(3)]];
    let found = concordance(&rows);
    assert_eq!((found.raters, found.left_out, found.items), (2, 1, 3));
    assert_eq!(found.w.unwrap().ten_thousandths(), 10_000);
}

#[test]
fn s5_a_harsh_rater_leaves_w_as_it_was() {
    let mild = raters(&[&[3, 4, 5, 4], &[3, 5, 4, 3]]);
    let harsh = raters(&[&[1, 2, 3, 2], &[3, 5, 4, 3]]);
    assert_eq!(mild.w, harsh.w);
}

#[test]
fn s6_the_limits_of_the_words_are_moderate() {
    let strength = |rows: &[&[u8]]| raters(rows).w.unwrap().strength();
    assert_eq!(strength(&[&[1, 2, 3, 4], &[4, 3, 2, 1]]), Strength::Weak);
    assert_eq!(strength(&[&[1, 2, 3, 4], &[2, 1, 4, 3], &[1, 3, 2, 4]]), Strength::Moderate);
    assert_eq!(strength(&[&[1, 2, 3, 4], &[1, 2, 3, 4]]), Strength::Strong);
    // Spearman's rho is -0.4, and with two raters W is (rho + 1) / 2.
    let at_the_limit = raters(&[&[1, 2, 3, 4], &[2, 4, 3, 1]]).w.unwrap();
    assert_eq!((at_the_limit.ten_thousandths(), at_the_limit.strength()), (3_000, Strength::Moderate));
}

/// Worked out from the answers themselves, in floating point and by sorting.
mod slowly {
    pub(super) fn sorted(counts: [u32; 5]) -> Vec<f64> {
        (1..=5).zip(counts).flat_map(|(level, count)| vec![f64::from(level); count as usize]).collect()
    }

    /// The point at a share of the way through the sorted answers.
    pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
        let place = share * (sorted.len() - 1) as f64;
        let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
        below + (above - below) * place.fract()
    }

    /// The variance of the sums of ranks, as a share of the most that the ranks of these raters allow.
    pub(super) fn w(rows: &[Vec<f64>]) -> Option<f64> {
        let ranks: Vec<Vec<f64>> = rows.iter().map(|row| ranks(row)).collect();
        let sums: Vec<f64> =
            (0..ranks.first()?.len()).map(|item| ranks.iter().map(|it| it[item]).sum()).collect();
        let most = ranks.len() as f64 * ranks.iter().map(|it| about_the_mean(it)).sum::<f64>();
        (rows.len() >= 2 && sums.len() >= 2 && most > 0.0).then(|| about_the_mean(&sums) / most)
    }

    fn ranks(row: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..row.len()).collect();
        order.sort_by(|a, b| row[*a].total_cmp(&row[*b]));
        let mut ranks = vec![0.0; row.len()];
        let mut start = 0;
        while start < order.len() {
            let tied = order[start..].iter().take_while(|it| row[**it] == row[order[start]]).count();
            let mean = start as f64 + (tied as f64 + 1.0) / 2.0;
            order[start..start + tied].iter().for_each(|it| ranks[*it] = mean);
            start += tied;
        }
        ranks
    }

    fn about_the_mean(values: &[f64]) -> f64 {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|it| (it - mean).powi(2)).sum()
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn a_spread_is_what_sorting_the_answers_gives() {
    let mut dice = Dice::new(7);
    for _ in 0..3_000 {
        let most = 1 + dice.below(9);
        let counts = [0; 5].map(|_: u32| u32::try_from(dice.below(most)).unwrap());
        let sorted = slowly::sorted(counts);
        let Some(found) = Spread::of(counts) else {
            assert!(sorted.is_empty());
            continue;
        };
        let median = slowly::quantile(&sorted, 0.5);
        let (lower, upper) = (slowly::quantile(&sorted, 0.25), slowly::quantile(&sorted, 0.75));
        let within = sorted.iter().filter(|it| (**it - median).abs() <= 1.0).count();
        let range = sorted[sorted.len() - 1] - sorted[0];
        assert!(close(f64::from(found.median_halves) / 2.0, median), "{counts:?}");
        assert!(close(f64::from(found.lower_quarters) / 4.0, lower), "{counts:?}");
        assert!(close(f64::from(found.upper_quarters) / 4.0, upper), "{counts:?}");
        assert!(close(f64::from(found.proposal), sorted[(sorted.len() - 1) / 2]), "{counts:?}");
        assert!(close(f64::from(found.highest - found.lowest), range), "{counts:?}");
        assert_eq!(found.within_one, within as u64, "{counts:?}");
        let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
        assert!((f64::from(found.mean_tenths) / 10.0 - mean).abs() < 0.05 + 1e-9, "{counts:?}");
        let verdict = if range < 1.5 {
            Verdict::Consensus
        } else if upper - lower < 1.1 && within as f64 / sorted.len() as f64 > 0.7499 {
            Verdict::Near
        } else {
            Verdict::Discuss
        };
        assert_eq!(found.verdict, verdict, "{counts:?}");
    }
}

#[test]
fn w_is_the_share_of_the_most_that_the_ranks_could_vary() {
    let mut dice = Dice::new(11);
    let (mut with_gaps, mut undefined) = (0, 0);
    for _ in 0..3_000 {
        let (raters, items, levels) = (dice.below(9), dice.below(8), 1 + dice.below(7));
        let mut rows = vec![vec![None::<u8>; items]; raters];
        for answer in rows.iter_mut().flatten() {
            let given = u8::try_from(dice.below(levels)).unwrap();
            *answer = (dice.below(25) > 0).then_some(given);
        }
        let complete: Vec<Vec<f64>> = rows
            .iter()
            .filter(|row| row.iter().all(Option::is_some))
            .map(|row| row.iter().flatten().map(|it| f64::from(*it)).collect())
            .collect();
        let found = concordance(&rows);
        assert_eq!((found.raters, found.raters + found.left_out), (complete.len(), raters));
        match (found.w, slowly::w(&complete)) {
            (Ok(w), Some(expected)) => {
                assert!((f64::from(w.ten_thousandths()) / 10_000.0 - expected).abs() < 0.000_051, "{rows:?}");
            }
            (Err(_), None) => undefined += 1,
            (found, expected) => panic!("{found:?} and {expected:?} of {rows:?}"),
        }
        with_gaps += usize::from(found.left_out > 0);
    }
    assert!(with_gaps > 300 && undefined > 300, "{with_gaps} with gaps, {undefined} undefined");
}
