//! Several of a kind side by side, measure by measure.

/// Several things of a kind with the measures of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide<K> {
    /// What stands side by side.
    pub columns: Vec<K>,
    /// The measures in their order; each is known of one of them at least.
    pub rows: Vec<MeasureRow>,
}

/// One measure of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureRow {
    /// What is measured.
    pub measure: &'static str,
    /// Its value in each column; none where nothing is known.
    pub values: Vec<Option<String>>,
}

impl<K> SideBySide<K> {
    /// What each measure says of each column, without those of which nothing is known.
    pub(crate) fn new(
        columns: Vec<K>,
        measures: impl Iterator<Item = (&'static str, Vec<Option<String>>)>,
    ) -> Self {
        let rows = measures.map(|(measure, values)| MeasureRow { measure, values });
        Self { columns, rows: rows.filter(|it| it.values.iter().any(Option::is_some)).collect() }
    }
}
