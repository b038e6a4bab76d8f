//! How far a room agrees, in words that never stand without what they do not tell.

use super::{ShiftResult, Shifts};
use crate::Verdict;

/// What is said of the order alone, not of the levels (S5).
const ORDER_ONLY: &str = "It tells whether people put the shifts in the same order, not whether they gave the same \
                          levels; for that look at the answers on each shift.";

/// Why nothing is said of how far a room agrees on a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoVerdict {
    /// No round was revealed.
    #[error("not asked")]
    NotAsked,
    /// It would tell what a few people said unseen (S7).
    #[error("too few to show")]
    Hidden,
    /// Nobody gave a level (M1).
    #[error("nobody could say")]
    NobodyCouldSay,
}

impl ShiftResult {
    /// How far the answers of the last round that is revealed agree.
    ///
    /// # Errors
    /// Why that cannot be said.
    pub fn verdict(&self) -> Result<Verdict, NoVerdict> {
        let counted = self.everyone().ok_or(NoVerdict::NotAsked)?.counted.ok_or(NoVerdict::Hidden)?;
        Ok(counted.spread.ok_or(NoVerdict::NobodyCouldSay)?.verdict)
    }

    /// How many rounds were revealed.
    #[must_use]
    pub fn revealed(&self) -> usize {
        self.rounds.iter().filter(|it| it.asked.is_some()).count()
    }
}

impl Shifts {
    /// Whether people put the shifts in the same order: Kendall’s W with its word (S6) and what it does not tell (S5), or
    /// why there is none (S4).
    #[must_use]
    pub fn order_in_words(&self) -> String {
        let order = &self.order;
        let w = match order.w {
            Ok(w) => w,
            Err(reason) => {
                return format!("Agreement on the order of the shifts (Kendall’s W): n/a, {reason}.");
            }
        };
        let left_out = match order.left_out {
            0 => String::new(),
            1 => "; 1 person who has not answered all of them is left out".to_owned(),
            several => format!("; {several} people who have not answered all of them are left out"),
        };
        format!(
            "Agreement on the order of {} shifts: Kendall’s W {}.{:02}, {}, from {} people{left_out}. {ORDER_ONLY}",
            order.items,
            w.hundredths() / 100,
            w.hundredths() % 100,
            w.strength().label(),
            order.raters
        )
    }
}
