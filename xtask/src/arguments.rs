//! The words after `cargo xtask`.

use anyhow::{Context, Result, bail};

/// Words that were given and not yet understood.
pub(crate) struct Arguments(Vec<String>);

impl Arguments {
    pub(crate) fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// Takes the first word.
    pub(crate) fn verb(&mut self) -> Option<String> {
        if self.0.is_empty() { None } else { Some(self.0.remove(0)) }
    }

    /// Takes `name` if it was given.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes `name` and the word after it.
    ///
    /// # Errors
    ///
    /// When `name` is the last word.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        if at == self.0.len() { None } else { Some(self.0.remove(at)) }
            .map(Some)
            .with_context(|| format!("{name} needs a value"))
    }

    /// Refuses words that no one took.
    ///
    /// # Errors
    ///
    /// When a word is left.
    pub(crate) fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(word) => bail!("`{word}` was not understood"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn each_word_is_taken_once_and_none_is_left_unread() {
        let mut given = arguments("serve --port 8000 --release");
        assert_eq!(given.verb().as_deref(), Some("serve"));
        assert_eq!(given.value("--port").unwrap().as_deref(), Some("8000"));
        assert!(given.flag("--release"));
        assert!(!given.flag("--release"));
        given.finish().unwrap();
    }

    #[test]
    fn a_missing_value_and_an_unknown_word_are_refused() {
        assert!(arguments("--port").value("--port").is_err());
        assert!(arguments("--quick").finish().is_err());
    }
}
