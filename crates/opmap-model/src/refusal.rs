//! Why an edit is not possible, as sentences about the workshop.

use serde::{Deserialize, Serialize};

use crate::{Colour, RecordId, Table};

/// Why an edit was not carried out. Shown to people as it stands; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// The edit is about a record that is not there.
    #[error("That {} is no longer there.", .record.table().label())]
    Gone {
        /// The record.
        record: RecordId,
    },
    /// The edit adds a record under an identity that is taken.
    #[error("That {} is there already.", .record.table().label())]
    Exists {
        /// The record.
        record: RecordId,
    },
    /// There are as many records of the kind as there may be.
    #[error("A workshop holds at most {limit} of a kind; there is no room for another {}.", .table.label())]
    Full {
        /// The kind.
        table: Table,
        /// How many there may be.
        limit: usize,
    },
    /// One record would name more others than it can.
    #[error(
        "One {} can name at most {limit} others, so nothing was linked. Choose fewer, or add another one for the rest.",
        .record.table().label()
    )]
    TooManyLinks {
        /// The record.
        record: RecordId,
        /// How many it can name.
        limit: usize,
    },
    /// What one record holds does not fit into a file.
    #[error(
        "That is more than the file can hold in one place, so it was not done. Shorten a text, or link fewer elements to it."
    )]
    TooLarge,
    /// The place asked for is beside a record that is not a neighbour there.
    #[error("The place asked for is not in the same row as that {}.", .record.table().label())]
    NotBeside {
        /// The record that was to be the neighbour.
        record: RecordId,
    },
    /// A stage, lane, step or connector would belong to two different maps.
    #[error("That belongs to another map. Copy it instead of moving it.")]
    OtherMap,
    /// A connector from a step to itself.
    #[error("A step cannot be connected to itself.")]
    ToItself,
    /// A second connector between the same steps in the same direction.
    #[error("These two steps are connected already.")]
    AlreadyConnected,
    /// Another element of the same map has the same counterpart.
    #[error("This map already has a counterpart of that {}.", .record.table().label())]
    CounterpartTaken {
        /// The element that was to be added.
        record: RecordId,
    },
    /// Two elements of one map would become the same.
    #[error("Then two {}s of one map would be the same. Part one of them from its counterparts first.", .record.table().label())]
    SameInOneMap {
        /// One of those that were to be joined.
        record: RecordId,
    },
    /// Two elements of different kinds cannot be the same.
    #[error("Only two stages, two lanes, two steps or two connectors can be the same.")]
    NotAlike,
    /// There is nothing that the element could be parted from.
    #[error("That {} has no counterpart.", .record.table().label())]
    NoCounterpart {
        /// The element.
        record: RecordId,
    },
    /// A role would report to itself, directly or through others.
    #[error("A role cannot report to itself, not even through others.")]
    ReportsToItself,
    /// The map that is to receive a copy has something in it.
    #[error("The map that is to receive the copy is not empty. Clear it first; undo brings it back.")]
    MapNotEmpty,
    /// There is nothing to copy.
    #[error("There is nothing to copy: that map is empty.")]
    NothingToCopy,
    /// A number that is too small or too large.
    #[error("A number from {least} to {most} is asked for.")]
    OutOfRange {
        /// The smallest that is possible.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// A copy was asked for with fewer new identities than it has records.
    #[error("The copy did not get enough new identities.")]
    TooFewIds,
    /// What was to be added from elsewhere breaks a rule of its own.
    #[error("What was to be added is not in order, so nothing of it was taken.")]
    Unsound,
    /// A shift has been asked about as often as it may be.
    #[error(
        "A shift is scored in at most {limit} rounds, and each is kept. Agree on a score, or delete a round."
    )]
    TooManyRounds {
        /// How many there may be.
        limit: usize,
    },
    /// Another round of the same shift is not revealed.
    #[error("The round before is not revealed yet. Reveal it before the next begins.")]
    RoundOpen,
    /// An answer came after all had been shown.
    #[error("This round is revealed, so its answers no longer change. Begin another round.")]
    RoundRevealed,
    /// A round was to be answered in another way than it asks.
    #[error("This round is answered in another way.")]
    OtherMethod,
    /// What several findings say is more than a note can hold.
    #[error("What these findings say is too long for one note. Shorten one of them first.")]
    NoteTooLong,
    /// A recommendation would wait for itself, directly or through others (Q6).
    #[error("That would have to wait for itself: it comes first for what it depends on.")]
    WaitsForItself,
    /// A wave would not end between its neighbours.
    #[error("A wave ends after the one before it and before the next.")]
    WavesCross,
    /// A week without a working day.
    #[error("At least one day of the week is worked.")]
    NoWorkingDay,
    /// A colour that is too pale for text on white (WCAG 2.2, 1.4.3).
    #[error(
        "{colour} is too pale: on white it has a contrast of {}.{}:1, and 4.5:1 is asked for. {better} is close to it and can be read.",
        .colour.contrast_with_white() / 100, .colour.contrast_with_white() / 10 % 10
    )]
    PaleColour {
        /// The colour.
        colour: Colour,
        /// One close to it that can be read.
        better: Colour,
    },
    /// The stage or lane that should take the steps is the one that goes.
    #[error("Choose another place for the steps: this one is being deleted.")]
    StepsToRemoved,
}
