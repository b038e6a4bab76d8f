//! Text that people type, with its rules in one place.

use serde::{Deserialize, Serialize};

/// One line of text: 1 to 200 characters, trimmed, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Title(String);

/// Several lines of text: 1 to 10,000 characters, trimmed; line breaks are `\n`, tabs are kept, and there are no
/// other control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing but white space.
    #[error("The text is empty.")]
    Empty,
    /// More characters than fit.
    #[error("The text has {length} characters; {limit} fit.")]
    TooLong {
        /// How many characters there are.
        length: usize,
        /// How many fit.
        limit: usize,
    },
    /// A character that no keyboard types.
    #[error("The text holds a control character.")]
    ControlCharacter,
}

impl Title {
    /// The most characters a title holds.
    pub const LIMIT: usize = 200;

    /// Takes `text` as a title; line breaks and tabs become spaces.
    ///
    /// # Errors
    /// A [`TextFault`] when it is empty, too long or holds a control character.
    pub fn new(text: &str) -> Result<Self, TextFault> {
        let line = text.replace(['\n', '\r', '\t'], " ");
        checked(line.trim(), Self::LIMIT, |_| false).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Text {
    /// The most characters a text holds.
    pub const LIMIT: usize = 10_000;

    /// Takes `text`; `\r\n` becomes `\n`.
    ///
    /// # Errors
    /// A [`TextFault`] when it is empty, too long or holds a control character.
    pub fn new(text: &str) -> Result<Self, TextFault> {
        let lines = text.replace("\r\n", "\n");
        checked(lines.trim(), Self::LIMIT, |it| matches!(it, '\n' | '\t')).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn checked(text: &str, limit: usize, allowed: impl Fn(char) -> bool) -> Result<String, TextFault> {
    let length = text.chars().count();
    if length == 0 {
        Err(TextFault::Empty)
    } else if length > limit {
        Err(TextFault::TooLong { length, limit })
    } else if text.chars().any(|it| it.is_control() && !allowed(it)) {
        Err(TextFault::ControlCharacter)
    } else {
        Ok(text.to_owned())
    }
}

impl TryFrom<String> for Title {
    type Error = TextFault;

    fn try_from(text: String) -> Result<Self, TextFault> {
        Self::new(&text)
    }
}

impl TryFrom<String> for Text {
    type Error = TextFault;

    fn try_from(text: String) -> Result<Self, TextFault> {
        Self::new(&text)
    }
}

impl From<Title> for String {
    fn from(title: Title) -> Self {
        title.0
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl std::fmt::Display for Title {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Text, TextFault, Title};
    use crate::{Edit, StepField, StepId};

    #[test]
    fn a_title_is_one_trimmed_line() {
        assert_eq!(Title::new("  Call\nback ").unwrap().as_str(), "Call back");
        assert_eq!(Title::new(" \n "), Err(TextFault::Empty));
        assert_eq!(Title::new("a\u{0}b"), Err(TextFault::ControlCharacter));
        assert_eq!(Title::new(&"x".repeat(201)), Err(TextFault::TooLong { length: 201, limit: 200 }));
        assert!(Title::new(&"ü".repeat(200)).is_ok(), "the limit counts characters, not bytes");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(Text::new("one\r\ntwo\tthree\n").unwrap().as_str(), "one\ntwo\tthree");
        assert_eq!(Text::new("bell\u{7}"), Err(TextFault::ControlCharacter));
    }

    #[test]
    fn reading_goes_through_the_constructor() {
        assert!(serde_json::from_str::<Title>("\"\"").is_err());
        assert!(serde_json::from_str::<Text>("\"\\u0000\"").is_err());
        let edit = |length| {
            let field = StepField::Title(Title("x".repeat(length)));
            let rename = Edit::SetSteps { ids: vec![StepId(Uuid::nil())], field };
            serde_json::from_str::<Edit>(&serde_json::to_string(&rename).unwrap())
                .map_err(|it| it.to_string())
        };
        assert!(edit(200).is_ok());
        let refused = edit(201).unwrap_err();
        assert!(refused.starts_with("The text has 201 characters; 200 fit."), "no edit has it: {refused}");
    }
}
