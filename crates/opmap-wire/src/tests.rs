//! What one side says is what the other hears.

use opmap_model::generate::{Dice, Options, document, random_edit};
use opmap_model::{RecordId, Refusal, Revision, RoleId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Commit, Committed, ErrorCode, Opened, ShellError, Stepped};

fn heard<T: Serialize + DeserializeOwned>(said: &T) -> T {
    serde_json::from_slice(&serde_json::to_vec(said).unwrap()).unwrap()
}

#[test]
fn requests_and_replies_survive_the_crossing() {
    let document = document(&Options { steps: 40, lanes: 4, stages: 5, seed: 1 });
    let saved_at = "2026-03-02T14:03:00.250+01:00".parse().unwrap();
    let committed = Committed {
        revision: Revision(7),
        saved_at,
        undo_label: Some("Rename “Check the order”".to_owned()),
        redo_label: None,
    };
    let mut dice = Dice::new(2);
    for _ in 0..200 {
        let commit = Commit { base: Revision(6), edit: random_edit(&document, &mut dice) };
        assert_eq!(heard(&commit), commit);
        if let Ok(change) = commit.edit.plan(&document) {
            let stepped = Stepped { change, committed: committed.clone() };
            assert_eq!(heard(&stepped), stepped);
        }
    }
    let opened = Opened {
        document,
        revision: Revision(7),
        saved_at,
        file_name: "Wärme.opmap".to_owned(),
        undo_label: None,
        redo_label: committed.undo_label,
        read_only: Some("The folder is write-protected.".to_owned()),
        is_rehearsal: true,
    };
    assert_eq!(heard(&opened), opened);
}

#[test]
fn an_error_keeps_its_code_and_its_words() {
    let gone = Refusal::Gone { record: RecordId::Role(RoleId(Dice::new(3).uuid())) };
    for code in [ErrorCode::Refused(gone), ErrorCode::Stale, ErrorCode::NotSaved, ErrorCode::Cancelled] {
        let error = ShellError::new(code, "The drive is full.");
        assert_eq!(heard(&error), error);
        assert_eq!(error.to_string(), "The drive is full.");
    }
}
