//! Whole-app tests: what only the tree as a whole or the real window can show. Everything else is tested in its crate.
