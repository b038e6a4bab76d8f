//! One line of the output.

use serde_json::json;

/// What was measured, and every value of it.
pub(crate) struct Figure<'a> {
    pub(crate) name: &'a str,
    /// How many steps the map has, where it matters.
    pub(crate) steps: Option<u32>,
    pub(crate) unit: &'static str,
    pub(crate) values: Vec<f64>,
}

impl Figure<'_> {
    /// Prints the line, unless there is no value.
    pub(crate) fn print(mut self) {
        self.values.sort_by(f64::total_cmp);
        let (Some(median), Some(p95)) = (self.at(50), self.at(95)) else { return };
        let [name, steps] = [json!(self.name), json!(self.steps)];
        let (median, p95, n) = (rounded(median), rounded(p95), self.values.len());
        println!(
            r#"{{"name":{name},"steps":{steps},"unit":"{}","median":{median},"p95":{p95},"n":{n}}}"#,
            self.unit
        );
    }

    /// The smallest value that `percent` % of all values do not exceed.
    fn at(&self, percent: usize) -> Option<f64> {
        let rank = (self.values.len() * percent).div_ceil(100).max(1);
        self.values.get(rank - 1).copied()
    }
}

fn rounded(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let of = |values: &[f64]| Figure { name: "", steps: None, unit: "ms", values: values.to_vec() };
        assert_eq!(of(&[]).at(50), None);
        assert_eq!(of(&[7.0]).at(95), Some(7.0));
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0]).at(50), Some(2.0));
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(of(&hundred).at(95), Some(95.0));
    }
}
