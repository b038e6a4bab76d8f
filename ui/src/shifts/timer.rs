//! How long someone may speak: a clock that counts down and makes no sound. It is no part of the document.

/// How long someone may speak, in seconds.
pub(super) const SPEAKING_SECS: u32 = 120;

/// A clock that counts down. Moments are milliseconds on any clock that only goes forward.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Timer {
    /// How much of it was spent before it was last started, in milliseconds.
    spent: f64,
    /// When it was started; none while it stands.
    since: Option<f64>,
}

impl Timer {
    pub(super) fn is_running(self) -> bool {
        self.since.is_some()
    }

    /// Starts it, or lets it stand.
    pub(super) fn turned(self, now: f64) -> Self {
        match self.since {
            Some(_) => Self { spent: self.spent_at(now), since: None },
            None if self.left_secs(now) == 0 => Self { spent: 0.0, since: Some(now) },
            None => Self { since: Some(now), ..self },
        }
    }

    /// How many seconds are left, the one that has begun among them.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn left_secs(self, now: f64) -> u32 {
        let left = f64::from(SPEAKING_SECS) - self.spent_at(now) / 1000.0;
        left.clamp(0.0, f64::from(SPEAKING_SECS)).ceil() as u32
    }

    fn spent_at(self, now: f64) -> f64 {
        self.spent + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }
}

/// Now, in milliseconds on a clock that only goes forward.
pub(super) fn now() -> f64 {
    leptos::prelude::window().performance().map_or(0.0, |it| it.now())
}

/// Minutes and seconds.
pub(super) fn clock_words(secs: u32) -> String {
    format!("{}:{:02}", secs / 60, secs % 60)
}

#[cfg(test)]
mod tests {
    use super::{SPEAKING_SECS, Timer, clock_words};

    #[test]
    fn it_counts_down_while_it_runs_and_stands_while_it_does_not() {
        let started = Timer::default().turned(1_000.0);
        assert_eq!((started.left_secs(1_000.0), started.left_secs(1_001.0)), (SPEAKING_SECS, SPEAKING_SECS));
        assert_eq!(started.left_secs(31_000.0), 90);
        let standing = started.turned(31_000.0);
        assert_eq!((standing.is_running(), standing.left_secs(999_000.0)), (false, 90));
        assert_eq!(standing.turned(50_000.0).left_secs(60_000.0), 80);
    }

    #[test]
    fn it_ends_at_nothing_and_begins_anew() {
        let over = Timer::default().turned(0.0);
        assert_eq!(over.left_secs(500_000.0), 0);
        let stopped = over.turned(500_000.0);
        assert_eq!(stopped.turned(600_000.0).left_secs(600_000.0), SPEAKING_SECS);
    }

    #[test]
    fn a_clock_that_jumps_back_gives_no_more_time() {
        assert_eq!(Timer::default().turned(5_000.0).left_secs(1_000.0), SPEAKING_SECS);
        assert_eq!(
            (clock_words(120), clock_words(65), clock_words(0)),
            ("2:00".into(), "1:05".into(), "0:00".into())
        );
    }
}
