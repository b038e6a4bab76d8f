//! Single values of a line.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{Keyword, Letter, Letters, Percent, Permille, RoleId, Text, Title};

pub(super) fn title(text: &str) -> Result<Title, String> {
    Title::new(text).map_err(|it| it.to_string())
}

pub(super) fn keyword<K: Keyword>(key: &str) -> Result<K, String> {
    K::from_key(key).ok_or_else(|| {
        let choices: Vec<&str> = K::ALL.iter().map(|it| it.key()).collect();
        format!("{key} is none of {}", choices.join(", "))
    })
}

pub(super) fn unknown(key: &str) -> String {
    format!("{key} does not belong on this line")
}

pub(super) fn text(text: &str) -> Result<Text, String> {
    Text::new(text).map_err(|it| it.to_string())
}

/// `yes` or `no`.
pub(super) fn yes(value: &str) -> Result<bool, String> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("{value} is neither yes nor no")),
    }
}

/// A number that the type takes.
pub(super) fn number<N: std::str::FromStr, T>(
    value: &str,
    what: &str,
    take: impl Fn(N) -> Option<T>,
) -> Result<T, String> {
    value.parse().ok().and_then(take).ok_or_else(|| format!("{value} is not {what}"))
}

/// A date such as `2026-06-18`.
pub(super) fn date(value: &str) -> Result<NaiveDate, String> {
    value.parse().map_err(|_| format!("{value} is not a date"))
}

/// A share such as `82%` or `97.5%`.
pub(super) fn percent(value: &str) -> Result<Percent, String> {
    let percent = value.parse().ok().and_then(Percent::new);
    percent.ok_or_else(|| format!("{value} is no whole number of 0 to 100"))
}

pub(super) fn share(value: &str) -> Result<Permille, String> {
    let permille = value.strip_suffix('%').and_then(|percent| {
        let (whole, tenth) = percent.split_once('.').unwrap_or((percent, "0"));
        let tenth: u16 = tenth.parse().ok().filter(|it| *it < 10)?;
        Permille::new(whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(tenth)?)
    });
    permille.ok_or_else(|| format!("{value} is not a share such as 82% or 97.5%"))
}

/// A share as it is read.
pub(in crate::notation) fn print_share(share: Permille) -> String {
    match (share.get() / 10, share.get() % 10) {
        (percent, 0) => format!("{percent}%"),
        (percent, tenth) => format!("{percent}.{tenth}%"),
    }
}

/// What a handle stands for.
pub(super) fn named<I: Copy>(handles: &BTreeMap<String, I>, kind: &str, handle: &str) -> Result<I, String> {
    handles.get(handle).copied().ok_or_else(|| format!("there is no {kind} {handle}"))
}

/// What several handles, parted by commas, stand for.
pub(super) fn all_named<I: Copy + Ord>(
    handles: &BTreeMap<String, I>,
    kind: &str,
    value: &str,
) -> Result<BTreeSet<I>, String> {
    value.split(',').map(|handle| named(handles, kind, handle)).collect()
}

/// Letters by role, such as `lead:A,advisor:A/R,crew:-`; a hyphen is *nothing here*.
pub(super) fn letters(roles: &BTreeMap<String, RoleId>, value: &str) -> Result<Letters, String> {
    let cell = |cell: &str| {
        let (role, sign) = cell.split_once(':').ok_or_else(|| format!("{cell} is not role:letter"))?;
        let letter = match sign {
            "-" => None,
            sign => {
                Some(Letter::from_sign(sign).ok_or_else(|| format!("{sign} is none of A, A/R, R, C, I"))?)
            }
        };
        Ok((named(roles, "role", role)?, letter))
    };
    value.split(',').map(cell).collect()
}
