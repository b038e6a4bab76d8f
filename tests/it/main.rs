//! Whole-app tests: what only the tree as a whole or the real window can show. Everything else is tested in its crate.

// All of this is test code, also where it is not inside a test function.
#![allow(clippy::unwrap_used)]

mod browser;
mod driving;
mod tree;
mod whole_app;
