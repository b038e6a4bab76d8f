use std::path::PathBuf;

use opmap_model::{Refusal, Revision};

use crate::{CommitError, StoreError};

/// Every error once. The match makes sure that a new one is added here.
fn every_error() -> Vec<StoreError> {
    let path = || PathBuf::from("/home/ada/Acme.opmap");
    let cause = || "a cause".into();
    let all = vec![
        StoreError::NotFound { path: path() },
        StoreError::NotAFile { path: path() },
        StoreError::NotReadable { cause: cause() },
        StoreError::Empty,
        StoreError::NotOpmap,
        StoreError::Newer { found: 7, known: 1 },
        StoreError::Altered { cause: cause() },
        StoreError::Damaged { cause: cause() },
        StoreError::TooLarge,
        StoreError::AlreadyExists { path: path() },
        StoreError::Unfinished { path: path() },
        StoreError::SameFile,
        StoreError::ReadOnly,
        StoreError::Moved { cause: None },
        StoreError::Busy { cause: cause() },
        StoreError::DriveFull { cause: cause() },
        StoreError::NotSaved { cause: cause() },
    ];
    let kinds: std::collections::BTreeSet<u8> = all
        .iter()
        .map(|error| match error {
            StoreError::NotFound { .. } => 0,
            StoreError::NotAFile { .. } => 1,
            StoreError::NotReadable { .. } => 2,
            StoreError::Empty => 3,
            StoreError::NotOpmap => 4,
            StoreError::Newer { .. } => 5,
            StoreError::Altered { .. } => 6,
            StoreError::Damaged { .. } => 7,
            StoreError::TooLarge => 8,
            StoreError::AlreadyExists { .. } => 9,
            StoreError::SameFile => 10,
            StoreError::ReadOnly => 11,
            StoreError::Moved { .. } => 12,
            StoreError::Busy { .. } => 13,
            StoreError::DriveFull { .. } => 14,
            StoreError::NotSaved { .. } => 15,
            StoreError::Unfinished { .. } => 16,
        })
        .collect();
    assert_eq!(kinds, (0..17).collect());
    all
}

#[test]
fn every_error_is_one_or_two_plain_sentences() {
    let commit_errors = [
        CommitError::Refused(Refusal::ToItself),
        CommitError::Refused(Refusal::TooLarge),
        CommitError::Stale { base: Revision(1), found: Revision(2) },
    ];
    let messages = every_error().iter().map(ToString::to_string).collect::<Vec<_>>().into_iter();
    for message in messages.chain(commit_errors.iter().map(ToString::to_string)) {
        let sentences = message.matches(". ").count() + 1;
        assert!(message.ends_with('.') && sentences <= 2, "{message}");
        let lower = message.to_lowercase();
        for jargon in ["sqlite", "database", "i/o", "journal", "schema", "malformed", "transaction", "error"]
        {
            assert!(!lower.contains(jargon), "{message}");
        }
    }
}
