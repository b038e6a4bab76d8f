//! A workshop as lines of text: how templates and tests are written.
//!
//! One record a line, `kind handle "Title" key=value …`; `#` starts a comment line. What follows a `map` line
//! belongs to that map. Within one journey the same handle in two states makes the elements counterparts; so does
//! the same pair of ends of two connectors.
//! What is about records, as evidence is, has a code, and the line `about E4` below a record says that E4 is about it. So
//! have findings; `found F1 R1` says that the rule R1 found F1 there.
//!
//! ```text
//! workshop "Restore a connection"
//! role adv "Service advisor" function="Service" level=1
//! journey restore "Restore a connection" owner=adv
//! map restore as-lived
//! stage contact "Contact"
//! lane centre "Contact centre" kind=frontstage role=adv
//! step verify "Verify the fault" at=contact/centre
//! step test "Run the line test" at=contact/centre kind=automated
//! flow verify -> test
//! ```

mod parser;
mod printer;
mod words;

pub use parser::parse;
pub use printer::{print, print_change};

/// What is wrong in a text, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct NotationError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}
