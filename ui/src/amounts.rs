//! Amounts in words.

use opmap_model::Seconds;

/// A share, rounded to whole percent.
pub(crate) fn percent(permille: u32) -> String {
    format!("{}\u{2009}%", (permille + 5) / 10)
}

/// The same of a share of something, which is not nothing however small it is.
pub(crate) fn percent_of_some(permille: u32) -> String {
    if permille < 10 { "under 1\u{2009}%".to_owned() } else { percent(permille) }
}

/// How long something takes.
pub(crate) fn time(seconds: u64) -> String {
    let seconds = u32::try_from(seconds).ok().and_then(Seconds::new);
    seconds.map_or_else(|| "more than ten years".to_owned(), |it| it.to_string())
}
