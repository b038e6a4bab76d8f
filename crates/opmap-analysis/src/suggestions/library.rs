//! The library of patterns: `assets/suggestions.txt`, read once.

use std::sync::OnceLock;

use opmap_model::{Category, Keyword, Recommendation, Shift, Text, Title};

/// A recommendation that fits many workshops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Its handle, unique in the library.
    pub handle: String,
    /// What is to be done.
    pub title: Title,
    /// The shift that it moves.
    pub shift: Shift,
    /// What it changes.
    pub category: Category,
    /// Why.
    pub why: Text,
    /// The first step.
    pub first: Text,
    /// What to measure.
    pub measure: Title,
    pub(super) when: Vec<When>,
}

/// What speaks for a pattern, beside a gap of its shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// What a rule finds.
    Rule(String),
    /// A measure.
    Measure(Measure),
}

/// A measure of the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Work goes back.
    Rework,
    /// Most of the time nothing happens.
    Waiting,
    /// There are many handoffs on the way.
    Handoffs,
}

impl Pattern {
    /// The pattern as a recommendation, for someone to go on with.
    #[must_use]
    pub fn recommendation(&self) -> Recommendation {
        Recommendation {
            shift: Some(self.shift),
            category: Some(self.category),
            rationale: Some(self.why.clone()),
            measure: Some(self.measure.clone()),
            note: Text::new(&format!("First step: {}", self.first)).ok(),
            ..Recommendation::new(self.title.clone())
        }
    }
}

/// All patterns, in the order of the library.
#[must_use]
pub fn patterns() -> &'static [Pattern] {
    static PATTERNS: OnceLock<Vec<Pattern>> = OnceLock::new();
    const LIBRARY: &str = include_str!("../../../../assets/suggestions.txt");
    // The library is part of the program and a test reads every line of it.
    PATTERNS.get_or_init(|| parse(LIBRARY).unwrap_or_default())
}

/// Reads a library.
///
/// # Errors
/// What is wrong with the first block that cannot be read.
pub(super) fn parse(library: &str) -> Result<Vec<Pattern>, String> {
    let lines = library.lines().filter(|it| !it.starts_with('#')).collect::<Vec<_>>();
    lines.split(|it| it.trim().is_empty()).filter(|it| !it.is_empty()).map(block).collect()
}

fn block(lines: &[&str]) -> Result<Pattern, String> {
    let handle = lines[0].strip_prefix("pattern ").ok_or_else(|| format!("{} is no pattern", lines[0]))?;
    let fault = |what: &str| format!("{handle}: {what}");
    let mut said: Vec<(&str, &str)> = Vec::new();
    for line in &lines[1..] {
        let (key, value) = line.split_once(' ').ok_or_else(|| fault(line))?;
        let known = ["title", "shift", "category", "when", "why", "first", "measure"].contains(&key);
        if !known || said.iter().any(|it| it.0 == key) {
            return Err(fault(line));
        }
        said.push((key, value));
    }
    let value = |key: &str| said.iter().find(|it| it.0 == key).map(|it| it.1);
    let needed = |key: &str| value(key).ok_or_else(|| fault(&format!("{key} is missing")));
    let title = |key: &str| Title::new(needed(key)?).map_err(|it| fault(&it.to_string()));
    let text = |key: &str| Text::new(needed(key)?).map_err(|it| fault(&it.to_string()));
    let when = value("when").unwrap_or_default().split_whitespace();
    Ok(Pattern {
        handle: handle.to_owned(),
        title: title("title")?,
        shift: Shift::from_key(needed("shift")?).ok_or_else(|| fault("there is no such shift"))?,
        category: Category::from_key(needed("category")?)
            .ok_or_else(|| fault("there is no such category"))?,
        why: text("why")?,
        first: text("first")?,
        measure: title("measure")?,
        when: when.map(|it| condition(it).ok_or_else(|| fault(it))).collect::<Result<_, _>>()?,
    })
}

fn condition(word: &str) -> Option<When> {
    match word {
        "rework" => Some(When::Measure(Measure::Rework)),
        "waiting" => Some(When::Measure(Measure::Waiting)),
        "handoffs" => Some(When::Measure(Measure::Handoffs)),
        rule => rule.starts_with(|it: char| it.is_ascii_uppercase()).then(|| When::Rule(rule.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use opmap_model::Shift;

    use super::{When, parse, patterns};

    #[test]
    fn every_block_of_the_library_is_read() {
        let library = include_str!("../../../../assets/suggestions.txt");
        let read = parse(library).unwrap();
        assert_eq!(read.len(), library.lines().filter(|it| it.starts_with("pattern ")).count());
        assert_eq!(read, patterns());
        assert!(read.len() >= 40);
        let handles: BTreeSet<&str> = read.iter().map(|it| it.handle.as_str()).collect();
        let titles: BTreeSet<&str> = read.iter().map(|it| it.title.as_str()).collect();
        assert_eq!((handles.len(), titles.len()), (read.len(), read.len()), "each once");
        for shift in <Shift as opmap_model::Keyword>::ALL {
            assert!(read.iter().filter(|it| it.shift == *shift).count() >= 5, "{shift:?}");
        }
    }

    #[test]
    fn the_rules_that_it_names_are_raised_by_checks() {
        fn source(folder: &Path) -> String {
            let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
            let read = |it: std::path::PathBuf| {
                if it.is_dir() { source(&it) } else { std::fs::read_to_string(it).unwrap() }
            };
            entries.map(read).collect()
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let checks = source(&root.join("checks")) + &std::fs::read_to_string(root.join("checks.rs")).unwrap();
        for pattern in patterns() {
            for rule in
                pattern.when.iter().filter_map(|it| if let When::Rule(it) = it { Some(it) } else { None })
            {
                assert!(
                    checks.contains(&format!("\"{rule}\"")),
                    "{}: no check raises {rule}",
                    pattern.handle
                );
            }
        }
    }

    #[test]
    fn what_is_wrong_in_a_library_is_named() {
        let whole = "pattern a\ntitle T\nshift roles\ncategory people\nwhy W\nfirst F\nmeasure M";
        assert_eq!(parse(whole).unwrap().len(), 1);
        for (text, fault) in [
            ("title T".to_owned(), "title T is no pattern"),
            (whole.replace("title T\n", ""), "a: title is missing"),
            (whole.replace("roles", "rolls"), "a: there is no such shift"),
            (format!("{whole}\nwhen r1"), "a: r1"),
            (format!("{whole}\nwhy W"), "a: why W"),
        ] {
            assert_eq!(parse(&text).unwrap_err(), fault);
        }
    }
}
