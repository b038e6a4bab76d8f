//! Single cells: how a value of the model is written into one, and what is read back from one.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use opmap_model::{
    Keyword, Level, Percent, Permille, Png, Rank, Rating, RecordKey, RoadmapDay, Seconds, Sentiment, Text,
    Title, WorkingDays,
};
use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::cause::Fault;

/// The most bytes of a record, all its cells together. SQLite lets a row of the history hold it twice over.
const RECORD_BYTES: usize = 1_000_000;

/// Refuses the cells of a record that is too long to be read again.
pub(super) fn check_length(table: &'static str, cells: &[(&'static str, Value)]) -> Result<(), Fault> {
    let length: usize = cells.iter().map(|(_, value)| bytes(value.into())).sum();
    if length > RECORD_BYTES { Err(Fault::TooLong { table, limit: RECORD_BYTES }) } else { Ok(()) }
}

fn bytes(value: ValueRef<'_>) -> usize {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.len(),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => 0,
    }
}

/// The cells of one row.
pub(super) struct Cells<'row, 'statement> {
    table: &'static str,
    row: &'row Row<'statement>,
    /// How many bytes have been read of it.
    length: Cell<usize>,
}

impl<'row, 'statement> Cells<'row, 'statement> {
    pub(super) fn new(table: &'static str, row: &'row Row<'statement>) -> Self {
        Self { table, row, length: Cell::new(0) }
    }

    /// The value of a cell that is always filled.
    pub(super) fn get<T>(
        &self,
        column: &'static str,
        read: fn(ValueRef<'_>) -> Option<T>,
    ) -> Result<T, Fault> {
        let value = self.row.get_ref(column)?;
        self.length.set(self.length.get() + bytes(value));
        if self.length.get() > RECORD_BYTES {
            return Err(Fault::TooLong { table: self.table, limit: RECORD_BYTES });
        }
        read(value).ok_or(Fault::Cell { table: self.table, column })
    }

    /// The value of a cell that may be empty.
    pub(super) fn find<T>(
        &self,
        column: &'static str,
        read: fn(ValueRef<'_>) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        match self.row.get_ref(column)? {
            ValueRef::Null => Ok(None),
            _ => self.get(column, read).map(Some),
        }
    }
}

fn words(value: ValueRef<'_>) -> Option<&str> {
    value.as_str().ok()
}

fn number(value: ValueRef<'_>) -> Option<i64> {
    value.as_i64().ok()
}

/// An identity, in the one spelling that is written: a row in another could never be found again.
pub(super) fn uuid(value: ValueRef<'_>) -> Option<Uuid> {
    let words = words(value)?;
    Uuid::try_parse(words).ok().filter(|uuid| uuid.to_string() == words)
}

pub(super) fn id<I: RecordKey>(value: ValueRef<'_>) -> Option<I> {
    uuid(value).map(I::from)
}

/// A set of identities, as an array in JSON: in order and each once, so that there is one spelling of each set.
pub(super) fn ids<I: RecordKey>(value: ValueRef<'_>) -> Option<BTreeSet<I>> {
    let written: Vec<String> = serde_json::from_str(words(value)?).ok()?;
    let ids: BTreeSet<I> =
        written.iter().map(|it| uuid(it.as_str().into()).map(I::from)).collect::<Option<_>>()?;
    ids.iter().map(|it| it.uuid().to_string()).eq(written).then_some(ids)
}

/// A value of several parts, in JSON as it is written: one spelling of each, so that equal values are equal cells.
pub(super) fn json<T: Serialize + DeserializeOwned>(value: ValueRef<'_>) -> Option<T> {
    let written = words(value)?;
    let read: T = serde_json::from_str(written).ok()?;
    (serde_json::to_string(&read).ok()? == written).then_some(read)
}

/// 0 for no, 1 for yes.
pub(super) fn flag(value: ValueRef<'_>) -> Option<bool> {
    match number(value)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

pub(super) fn count(value: ValueRef<'_>) -> Option<u32> {
    number(value)?.try_into().ok()
}

pub(super) fn sentiment(value: ValueRef<'_>) -> Option<Sentiment> {
    Sentiment::new(number(value)?.try_into().ok()?)
}

pub(super) fn percent(value: ValueRef<'_>) -> Option<Percent> {
    Percent::new(number(value)?.try_into().ok()?)
}

pub(super) fn permille(value: ValueRef<'_>) -> Option<Permille> {
    Permille::new(number(value)?.try_into().ok()?)
}

pub(super) fn title(value: ValueRef<'_>) -> Option<Title> {
    Title::new(words(value)?).ok()
}

pub(super) fn text(value: ValueRef<'_>) -> Option<Text> {
    Text::new(words(value)?).ok()
}

pub(super) fn png(value: ValueRef<'_>) -> Option<Png> {
    Png::new(value.as_blob().ok()?.to_vec()).ok()
}

pub(super) fn keyword<K: Keyword>(value: ValueRef<'_>) -> Option<K> {
    K::from_key(words(value)?)
}

pub(super) fn rank(value: ValueRef<'_>) -> Option<Rank> {
    number(value).map(Rank)
}

pub(super) fn level(value: ValueRef<'_>) -> Option<Level> {
    Level::new(number(value)?.try_into().ok()?)
}

pub(super) fn rating(value: ValueRef<'_>) -> Option<Rating> {
    Rating::new(number(value)?.try_into().ok()?)
}

pub(super) fn seconds(value: ValueRef<'_>) -> Option<Seconds> {
    Seconds::new(number(value)?.try_into().ok()?)
}

pub(super) fn roadmap_day(value: ValueRef<'_>) -> Option<RoadmapDay> {
    RoadmapDay::new(number(value)?.try_into().ok()?)
}

pub(super) fn working_days(value: ValueRef<'_>) -> Option<WorkingDays> {
    WorkingDays::new(number(value)?.try_into().ok()?)
}

pub(super) fn date(value: ValueRef<'_>) -> Option<NaiveDate> {
    words(value)?.parse().ok()
}

/// An empty cell for what is not set.
pub(super) fn optional<T: Copy>(value: Option<T>, write: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Null, write)
}

pub(super) fn of_uuid(uuid: Uuid) -> Value {
    uuid.to_string().into()
}

pub(super) fn of_id<I: RecordKey>(id: I) -> Value {
    of_uuid(id.uuid())
}

pub(super) fn of_ids<I: RecordKey>(ids: &BTreeSet<I>) -> Value {
    let quoted: Vec<String> = ids.iter().map(|it| format!("\"{}\"", it.uuid())).collect();
    format!("[{}]", quoted.join(",")).into()
}

/// What [`json`] reads. Every value of the model has a form in JSON.
pub(super) fn of_json<T: Serialize>(value: &T) -> Value {
    serde_json::to_string(value).map_or(Value::Null, Value::from)
}

pub(super) fn of_flag(flag: bool) -> Value {
    i64::from(flag).into()
}

pub(super) fn of_sentiment(sentiment: Sentiment) -> Value {
    i64::from(sentiment.get()).into()
}

pub(super) fn of_percent(percent: Percent) -> Value {
    i64::from(percent.get()).into()
}

pub(super) fn of_permille(permille: Permille) -> Value {
    i64::from(permille.get()).into()
}

pub(super) fn of_title(title: &Title) -> Value {
    title.as_str().to_owned().into()
}

pub(super) fn of_text(text: &Text) -> Value {
    text.as_str().to_owned().into()
}

pub(super) fn of_keyword<K: Keyword>(keyword: K) -> Value {
    keyword.key().to_owned().into()
}

pub(super) fn of_rank(rank: Rank) -> Value {
    rank.0.into()
}

pub(super) fn of_level(level: Level) -> Value {
    i64::from(level.get()).into()
}

pub(super) fn of_rating(rating: Rating) -> Value {
    i64::from(rating.get()).into()
}

pub(super) fn of_seconds(seconds: Seconds) -> Value {
    i64::from(seconds.get()).into()
}

pub(super) fn of_number(number: u32) -> Value {
    i64::from(number).into()
}

pub(super) fn of_roadmap_day(day: RoadmapDay) -> Value {
    i64::from(day.get()).into()
}

pub(super) fn of_working_days(days: WorkingDays) -> Value {
    i64::from(days.get()).into()
}

pub(super) fn of_date(date: NaiveDate) -> Value {
    date.to_string().into()
}
