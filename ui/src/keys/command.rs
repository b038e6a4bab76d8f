//! What can be done in the window, by name.

use opmap_analysis::Overlay;
use opmap_drawing::ShiftPicture;
use opmap_model::{ConnectorKind, Letter, Ranking, Rating, State};

use crate::actions::{Look, Segment};
use crate::decisions::Framework;
use crate::frame::Station;
use crate::map::End;
use crate::roadmap::RoadmapView;
use crate::shifts::{LookedAt, Way as Asking};
use crate::theme::Theme;

/// Something that can be done in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    New,
    Open,
    Close,
    Undo,
    Redo,
    SaveTime,
    SaveCopy,
    CarryForward,
    /// Goes on with a copy, so that the workshop stays as it is.
    Rehearse,
    /// Begins a new workshop as this one is built.
    BeginFrom,
    /// Asks where what was rehearsed is kept.
    KeepRehearsal,
    ExportReport,
    /// Shows the page of the report on which what is chosen is.
    ShowInReport,
    AddParticipants,
    GoTo(Station),
    Show(State),
    Compare,
    /// Shows the options of what is wanted side by side.
    Options,
    /// Shows the personas of the map side by side.
    Personas,
    AddJourney,
    /// Asks which other state is copied to the one that is shown.
    CopyState,
    ClearState,
    DeleteJourney,
    /// Adds a further option of what is wanted.
    AddOption,
    /// Makes the option that is shown what is wanted.
    MakeWanted,
    SwapCompared,
    /// Asks which element of the other state the selected one is the same as.
    Join,
    /// Says that the selected element is not the same in the two states.
    Part,
    NextFinding,
    PreviousFinding,
    /// Settles the finding that is looked at, in the first way, the second or the third.
    Fix(usize),
    /// Accepts the finding that is looked at.
    Accept,
    /// Keeps the finding that is looked at.
    Keep,
    ShowInState,
    Look(Theme),
    Palette,
    Shortcuts,
    Integrity,
    Filter,
    ClearFilter,
    Findings,
    Roles,
    Overlay(Overlay),
    Sentiments,
    Library,
    Find,
    NextRegion,
    PreviousRegion,
    Outline,
    /// All about what is selected on the map.
    Details,
    Minimap,
    /// Lets stages, lanes, steps and connectors stay as they are, or be changed again.
    Lock,
    Menu,
    FollowOn,
    FollowBack,
    /// Asks to which step the selected connector leads, or from which it comes.
    Aim(End),
    AddStep,
    AddStage,
    AddLane,
    Rename,
    Delete,
    Connect,
    ConnectTo,
    /// Asks which connector the selected step goes on.
    PutOn,
    MoveToLane,
    MoveToStage,
    SelectAll,
    Next,
    Previous,
    Append,
    MakeRoom,
    /// Makes the selected connector one of that kind.
    Kind(ConnectorKind),
    Duplicate,
    Copy,
    Cut,
    Paste,
    CopyJourney,
    /// Copies the map as it is shown, for slides.
    CopyPicture,
    /// Adds rows of a table in a file as steps.
    StepsFromFile,
    Escape,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    ZoomFit,
    ZoomSelection,
    Fold,
    UnfoldAll,
    /// Lets a drag move the map while its key is held.
    Grab,
    Walk(Way),
    /// Takes the step on that side into the selection.
    Extend(Way),
    Move(Way),
    /// Moves steps one place within their cells, towards the first.
    Earlier,
    /// The same towards the last.
    Later,
    Grow(Way),
    SmallMap(OnSmallMap),
    Found(OnFound),
    Outlined(OnOutline),
    Register(OnRegister),
    Matrix(OnMatrix),
    Decisions(OnDecisions),
    Recovery(OnRecovery),
    Shifts(OnShifts),
    /// Presents what the station shows, or goes back to the station.
    TurnPresent,
    Present(OnPresent),
    RoomMap(OnRoomMap),
    Health(OnHealth),
    Actions(OnActions),
    Trace(OnTrace),
    Board(OnBoard),
    Result(OnResult),
    Roadmap(OnRoadmap),
    Report(OnReport),
}

/// What is particular to the small overview of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnSmallMap {
    /// Moves what is seen of the map.
    Pan(Way),
    Start,
    End,
    Leave,
}

/// What is particular to the search on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnFound {
    Next,
    Previous,
    Close,
}

/// What is particular to the outline of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnOutline {
    Go(Leap, Taking),
    Deeper,
    Shallower,
    /// Goes to the map, or along a connector to its other end.
    Enter,
    Toggle,
    Rename,
    Delete,
    Leave,
}

/// How far one goes along rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leap {
    Up,
    Down,
    Start,
    End,
    PageUp,
    PageDown,
}

/// What becomes of the selection when the keyboard goes to another row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taking {
    /// The row takes its place.
    It,
    /// It stays.
    Nothing,
    /// The steps from where it began to the row take its place.
    UpToIt,
}

/// What is particular to the registers of the charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnRegister {
    Go(Way),
    Move(Way),
    Rename,
    Delete,
}

/// What is particular to the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnReport {
    /// A page back or on.
    Turn(Way),
    First,
    Last,
    Nearer,
    Farther,
    Fit,
}

/// What is particular to the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnRoadmap {
    Show(RoadmapView),
    Dependencies,
    ByOwner,
    Go(Way),
    Start,
    End,
    /// Moves what is chosen by a working day, or to the next row.
    Move(Way),
    /// Moves it to the wave before or behind.
    MoveWave(Way),
    Longer,
    Shorter,
    /// Asks what it waits for.
    WaitFor,
    /// Parks it, or brings it back.
    Park,
    /// Takes a dependency away, a recommendation out of its wave, or deletes a milestone.
    Delete,
    Add,
    AddWorkstream,
    AddMilestone,
    /// Renames the workstream at the head of whose row one is.
    Rename,
    Details,
    InActions,
    Settings,
}

impl OnRoadmap {
    /// Whether it leads to another bar or line.
    pub(crate) fn leads(self) -> bool {
        matches!(self, Self::Go(_) | Self::Start | Self::End)
    }

    /// Whether it opens something that takes the keyboard.
    pub(crate) fn opens(self) -> bool {
        use OnRoadmap as R;
        let asks = matches!(self, R::Add | R::AddWorkstream | R::AddMilestone | R::WaitFor | R::Rename);
        asks || matches!(self, R::Details | R::InActions | R::Settings)
    }
}

/// What is particular to the matrix of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnMatrix {
    Letter(Letter),
    Nothing,
    Clear,
    Go(Way),
    Extend(Way),
    Enter,
    RowStart,
    RowEnd,
    Start,
    End,
    PageUp,
    PageDown,
    All,
    Details,
    Escape,
    Copy,
    Cut,
    Paste,
    AddRole,
    AddActivity,
    Rename,
    Move(Way),
}

/// What is particular to the tables of decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnDecisions {
    Go(Way),
    RowStart,
    RowEnd,
    Start,
    End,
    PageUp,
    PageDown,
    Edit,
    Clear,
    Add,
    Move(Way),
    Material,
    MaterialOnly,
    Use(Framework),
    Details,
    Recovery,
    WhatIf,
}

/// What is particular to the recovery matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnRecovery {
    Go(Way),
    RowStart,
    RowEnd,
    Start,
    End,
    Edit,
    Clear,
    Move(Way),
    AddCustomerGroup,
    AddDisruption,
}

/// What is particular to the seven shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnShifts {
    Look(LookedAt),
    FromForm,
    Next,
    Previous,
    First,
    Last,
    /// A level is answered, raised a hand for, or agreed on.
    Level(Rating),
    LessOf(Rating),
    CantSay,
    LessCantSay,
    Whose,
    Ask(Asking),
    Names,
    EnterAnswer,
    Reveal,
    NextRound,
    DeleteRound,
    Today,
    Wanted,
    Agree,
    StillHolds,
    Timer,
    ResetTimer,
    Words,
}

/// What is particular to presenting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnPresent {
    Blank,
    Leave,
}

/// What is particular to a map that is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnRoomMap {
    /// To the stage beside it, or along the steps of the stage.
    Go(Way),
    First,
    Last,
    /// Shows all about the step, or the map again.
    Card,
    Note,
}

/// What is particular to the health check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnHealth {
    Go(Way),
    RowStart,
    RowEnd,
    Start,
    End,
    PageUp,
    PageDown,
    Level(Rating),
    CantSay,
    Clear,
    Edit,
    Add,
    /// The usual questions about the shift where one is.
    Usual,
    UsualForAll,
    Move(Way),
    Agree,
}

/// What is particular to the registers of the Actions station.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnActions {
    /// Shows a register.
    Show(Segment),
    /// Shows what leads to what, or the register again.
    Look(Look),
    Go(Way),
    Start,
    End,
    PageUp,
    PageDown,
    Add,
    Edit,
    Delete,
    Move(Way),
    /// Asks what it is about, too.
    Link,
    /// Lets it be about what is selected on the map.
    LinkSelected,
    /// Asks which finding it is made one with.
    Merge,
    /// Asks which recommendation answers a finding, too.
    Answer,
    /// Shows all about the recommendation in the place of the board, or the board.
    Details,
    /// The impact of a recommendation, then its effort.
    Rate(Rating),
    /// Takes a recommendation off the board.
    Unplace,
    /// Lets one method rank the recommendations.
    RankBy(Ranking),
    /// Gives a recommendation a dot.
    Vote,
    /// Takes a dot back.
    Unvote,
    /// Puts the list into the order of the votes.
    SortByVotes,
    /// Lists what could be recommended.
    Suggestions,
}

/// What is particular to the trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnTrace {
    Go(Way),
    Start,
    End,
    /// Lets a recommendation answer a finding, or no longer.
    Answer,
    /// Shows the record in its station.
    Open,
    Drop,
}

/// What is particular to the board of impact and effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnBoard {
    /// Goes to the next circle.
    Walk(Way),
    /// Moves the circle by one cell.
    Move(Way),
}

impl OnActions {
    /// Whether it leads to another row.
    pub(crate) fn leads(self) -> bool {
        use OnActions as A;
        matches!(self, A::Go(_) | A::Start | A::End | A::PageUp | A::PageDown)
    }
}

/// What is particular to the result of all shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnResult {
    Today,
    Wanted,
    LastTime,
    ByGroup,
    Row(Way),
    Compare,
    Forget,
    Save(ShiftPicture),
    Copy(ShiftPicture),
}

impl OnShifts {
    /// Whether it answers, reveals or agrees on something, and so must not be done where that is not seen.
    pub(crate) fn is_scoring(self) -> bool {
        use OnShifts as S;
        let leads = matches!(self, S::Look(_) | S::FromForm | S::Next | S::Previous | S::First | S::Last);
        !leads && self != S::Words
    }
}

impl OnDecisions {
    /// Whether it leads to another cell.
    pub(crate) fn leads(self) -> bool {
        use OnDecisions as D;
        matches!(self, D::Go(_) | D::RowStart | D::RowEnd | D::Start | D::End | D::PageUp | D::PageDown)
    }
}

impl Command {
    /// Whether its key works while text is typed: there undo takes back letters, and letters are letters.
    pub(crate) fn is_for_typing(self) -> bool {
        matches!(
            self,
            Self::SaveTime
                | Self::Palette
                | Self::Find
                | Self::NextRegion
                | Self::PreviousRegion
                | Self::Integrity
                | Self::NextFinding
                | Self::PreviousFinding
                | Self::TurnPresent
        )
    }

    /// Whether its key is left to the page, which answers with an event of its own.
    pub(crate) fn is_of_clipboard(self) -> bool {
        matches!(
            self,
            Self::Copy
                | Self::Cut
                | Self::Paste
                | Self::Matrix(OnMatrix::Copy | OnMatrix::Cut | OnMatrix::Paste)
        )
    }
}

/// A way over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Left,
    Right,
    Up,
    Down,
}
