//! The file as its users see it, and as strangers leave it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use opmap_model::generate::{self, Dice, Options, random_edit};
use opmap_model::{Document, Edit, Title, WorkshopField};
use tempfile::TempDir;

use crate::{CommitError, DocumentFile};

mod commits;
mod copies;
mod documented;
mod failing;
mod hostile;
mod large;
mod leftovers;
mod opening;
mod outside;
mod schema;
mod sentences;
mod undoing;

/// A folder that goes away, and a place for a workshop in it.
struct Place {
    folder: TempDir,
    path: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("Wärme – Störung.opmap");
        Self { folder, path }
    }

    /// A place with a workshop of 60 steps in it, closed again.
    fn with_workshop() -> Self {
        let place = Self::new();
        DocumentFile::create(&place.path, &workshop(), at(0)).unwrap();
        place
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self) -> DocumentFile {
        DocumentFile::open(&self.path).unwrap()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    /// Everything in the folder, by name.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Changes the file behind the program's back.
    fn tamper(&self, sql: &str) {
        let connection = rusqlite::Connection::open(&self.path).unwrap();
        connection.execute_batch(sql).unwrap();
    }
}

fn workshop() -> Document {
    generate::document(&Options { steps: 60, lanes: 5, stages: 6, seed: 1 })
}

/// Some seconds after noon of a day, an hour east of Greenwich.
fn at(seconds: i64) -> DateTime<FixedOffset> {
    let noon: DateTime<FixedOffset> = "2026-03-02T12:00:00.250+01:00".parse().unwrap();
    noon + chrono::TimeDelta::seconds(seconds)
}

fn retitled(title: &str) -> Edit {
    Edit::SetWorkshop(WorkshopField::Title(Title::new(title).unwrap()))
}

/// Commits random edits until `count` of them have changed something; the others are refused or idle.
fn play(file: &mut DocumentFile, dice: &mut Dice, count: usize, mut then: impl FnMut(&DocumentFile)) {
    let mut done = 0;
    while done < count {
        let before = file.revision();
        match file.commit(before, &random_edit(file.document(), dice), at(done as i64)) {
            Ok(committed) if committed.revision > before => {
                done += 1;
                then(file);
            }
            Ok(_) | Err(CommitError::Refused(_)) => assert_eq!(file.revision(), before),
            Err(error) => panic!("{error:?}"),
        }
    }
}

fn read_anew(path: &Path) -> Document {
    DocumentFile::open_read_only(path).unwrap().document().clone()
}

/// Leaves a workshop as a crash in the middle of a large change leaves it.
fn crashed() -> (Place, Vec<String>) {
    let place = Place::with_workshop();
    let connection = rusqlite::Connection::open(&place.path).unwrap();
    connection
        .execute_batch(
            "PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN; UPDATE steps SET title = title || ' half done';",
        )
        .unwrap();
    let crashed = Place::new();
    for name in place.names() {
        fs::copy(place.beside(&name), crashed.beside(&name)).unwrap();
    }
    assert_ne!(crashed.bytes(), Place::with_workshop().bytes(), "the change is half written");
    let names = crashed.names();
    assert_eq!(names.len(), 2, "{names:?}");
    (crashed, names)
}
