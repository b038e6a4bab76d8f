//! The tree as the keyboard walks over it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_model::{ConnectorField, Edit, LaneField, MapKey, StageField, StepField, folded};

use super::rows::{self, Node, Row};
use super::words::{self, Counts};
use crate::editor::{Editor, editor};
use crate::field::{optional_title, title};
use crate::frame::CurrentAnalysis;
use crate::keys::{self, Command, Leap, OnOutline, Place, Taking, Usual, usual};
use crate::map::{Geometry, MapState, Selection, key_press};

/// Height of a row, in pixels.
pub(super) const ROW_HEIGHT: f64 = 28.0;

/// How many rows a page is.
const PAGE: usize = 12;

/// Letters typed within this many milliseconds are one word.
const ONE_WORD: f64 = 700.0;

/// What the keys that are held ask for at a click.
fn taking(ctrl: bool, shift: bool) -> Taking {
    match (ctrl, shift) {
        (_, true) => Taking::UpToIt,
        (true, false) => Taking::Nothing,
        (false, false) => Taking::It,
    }
}

/// The tree; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Tree {
    pub(super) editor: Editor,
    pub(super) map_state: MapState,
    pub(super) geometry: Geometry,
    pub(super) counts: Memo<Counts>,
    /// The rows that are shown.
    pub(super) rows: Memo<Vec<Row>>,
    /// Where among them the keyboard is.
    pub(super) index: Memo<Option<usize>>,
    /// What the keyboard is on.
    pub(super) active: RwSignal<Option<Node>>,
    /// What is being renamed.
    pub(super) renaming: RwSignal<Option<Node>>,
    /// What someone has opened or closed.
    turned: RwSignal<BTreeSet<Node>>,
    /// What was selected here, at which the keyboard stays where it is.
    own: StoredValue<Selection>,
    /// Where the rows begin that are taken in together.
    anchor: StoredValue<Option<Node>>,
    /// The letters typed so far, and when the last was.
    typed: StoredValue<(String, f64)>,
}

impl Tree {
    pub(super) fn new() -> Self {
        let (editor, map_state) = (editor(), expect_context::<MapState>());
        let analysis: CurrentAnalysis = expect_context();
        let (active, turned) = (RwSignal::new(None), RwSignal::new(BTreeSet::new()));
        let (own, anchor) = (StoredValue::new(Selection::None), StoredValue::new(None));
        let rows = Memo::new(move |_| {
            let map: Option<MapKey> = map_state.map.get();
            map.map(|map| editor.read(|it| turned.with(|turned| rows::rows(it, map, turned))))
                .unwrap_or_default()
        });
        let index = Memo::new(move |_| {
            let node = active.get()?;
            rows.with(|rows: &Vec<Row>| rows.iter().position(|it| it.node == node))
        });
        // Something is always spoken: at first the beginning.
        Effect::new(move |_| {
            if index.get().is_none() {
                active.set(rows.with(|it: &Vec<Row>| it.first().map(|it| it.node)));
            }
        });
        // What is selected on the map is where the keyboard is in the tree.
        Effect::new(move |_| {
            let selection = map_state.selection.get();
            if own.with_value(|it| *it == selection) {
                return;
            }
            own.set_value(Selection::None);
            anchor.set_value(None);
            if active.get_untracked().is_some_and(|it: Node| it.tells(&selection)) {
                return;
            }
            if let Some((way, node)) = editor.peek(|it| rows::way_to(it, &selection)) {
                turned.update(|it| *it = rows::opened(it, &way));
                active.set(Some(node));
            }
        });
        Self {
            editor,
            map_state,
            geometry: expect_context(),
            counts: Memo::new(move |_| analysis.with(words::counts)),
            rows,
            index,
            active,
            renaming: RwSignal::new(None),
            turned,
            own,
            anchor,
            typed: StoredValue::new((String::new(), 0.0)),
        }
    }

    /// A key on the tree. A letter is that of a name.
    pub(super) fn on_key(self, event: &web_sys::KeyboardEvent) {
        if crate::frame::is_typing(event) {
            return;
        }
        match (keys::command_on(Place::Outline, event), usual(event)) {
            (Some(Command::Outlined(command)), _) => self.run(command),
            (_, Some(Usual::Typed(letter))) if letter.is_alphanumeric() => self.type_ahead(letter),
            _ if self.command(event) => {}
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn run(self, command: OnOutline) {
        match command {
            OnOutline::Go(leap, taking) => self.leap(leap, taking),
            OnOutline::Deeper => self.deeper(),
            OnOutline::Shallower => self.shallower(),
            OnOutline::Enter => self.enter(),
            OnOutline::Toggle => self.toggle_selected(),
            OnOutline::Rename => {
                self.renaming.set(self.row().map(|it| it.node).filter(|it| *it != Node::Lanes));
            }
            OnOutline::Delete => self.delete(),
            OnOutline::Leave => self.map_state.focus_wanted.notify(),
        }
    }

    fn leap(self, leap: Leap, taking: Taking) {
        let index = self.index.get_untracked();
        let last = self.rows.with_untracked(Vec::len).saturating_sub(1);
        let to = match leap {
            Leap::Down => index.map_or(0, |it| (it + 1).min(last)),
            Leap::Up => index.unwrap_or(0).saturating_sub(1),
            Leap::Start => 0,
            Leap::End => last,
            Leap::PageDown => (index.unwrap_or(0) + PAGE).min(last),
            Leap::PageUp => index.unwrap_or(0).saturating_sub(PAGE),
        };
        self.go_taking(to, taking);
    }

    /// Commands of the map that mean the same here.
    fn command(self, event: &web_sys::KeyboardEvent) -> bool {
        let means_the_same = |it: &Command| {
            matches!(it, Command::Move(_) | Command::Earlier | Command::Later | Command::SelectAll)
        };
        let Some(command) = keys::command_of(event).filter(means_the_same) else { return false };
        let Some(layout) = self.geometry.get_untracked() else { return false };
        key_press::run(command, self.editor, self.map_state, &layout)
    }

    /// The row where the keyboard is.
    fn row(self) -> Option<Row> {
        let index = self.index.get_untracked()?;
        self.rows.with_untracked(|it| it.get(index).copied())
    }

    /// A click on a row.
    pub(super) fn on_click(self, index: usize, event: &web_sys::MouseEvent) {
        let ctrl = event.ctrl_key() || event.meta_key();
        self.go_taking(index, taking(ctrl, event.shift_key()));
        if ctrl && !event.shift_key() {
            self.toggle_selected();
        }
    }

    /// Puts the keyboard on a row and shows on the map what it tells of.
    fn go(self, index: usize) {
        self.go_taking(index, Taking::It);
    }

    fn go_taking(self, index: usize, taking: Taking) {
        let Some(row) = self.rows.with_untracked(|it| it.get(index).copied()) else { return };
        let before = self.active.get_untracked();
        self.active.set(Some(row.node));
        match taking {
            Taking::It => {
                self.anchor.set_value(None);
                self.select(row.node.selection());
            }
            Taking::Nothing => {}
            Taking::UpToIt => {
                let anchor = self.anchor.get_value().or(before).unwrap_or(row.node);
                self.anchor.set_value(Some(anchor));
                let steps = self.rows.with_untracked(|rows| rows::steps_between(rows, anchor, row.node));
                self.select(steps.unwrap_or_else(|| row.node.selection()));
            }
        }
    }

    /// Selects something and leaves the keyboard where it is.
    fn select(self, selection: Selection) {
        self.own.set_value(selection.clone());
        self.map_state.selection.set(selection);
        self.map_state.reveal_wanted.notify();
    }

    /// Opens or closes a row.
    pub(super) fn turn(self, node: Node) {
        self.turned.update(|it| {
            if !it.remove(&node) {
                it.insert(node);
            }
        });
    }

    fn deeper(self) {
        match self.row() {
            Some(Row { open: Some(false), node, .. }) => self.turn(node),
            Some(Row { open: Some(true), .. }) => self.go(self.index.get_untracked().map_or(0, |it| it + 1)),
            _ => {}
        }
    }

    fn shallower(self) {
        match self.row() {
            Some(Row { open: Some(true), node, .. }) => self.turn(node),
            _ => {
                let index = self.index.get_untracked();
                let above = index.and_then(|it| self.rows.with_untracked(|rows| rows::parent(rows, it)));
                if let Some(above) = above {
                    self.go(above);
                }
            }
        }
    }

    /// Goes to the map, or along a connector to its other end.
    fn enter(self) {
        match self.row().map(|it| it.node) {
            Some(Node::Link { at, connector }) => {
                let ends = self.editor.peek(|it| it.get(connector).map(|it| (it.from, it.to)));
                if let Some((from, to)) = ends {
                    self.map_state.go_to(if from == at { to } else { from });
                }
            }
            Some(_) => {
                self.map_state.reveal_wanted.notify();
                self.map_state.focus_wanted.notify();
            }
            None => {}
        }
    }

    /// Takes a step into the selection, or out of it; what is no step is selected alone.
    fn toggle_selected(self) {
        let Some(node) = self.row().map(|it| it.node) else { return };
        self.anchor.set_value(None);
        self.select(match node {
            Node::Step(id) => self.map_state.selection.with_untracked(|it| it.toggled(id)),
            other => other.selection(),
        });
    }

    /// Deletes the steps that are selected, or else what the row tells of.
    fn delete(self) {
        let (Some(row), Some(index)) = (self.row(), self.index.get_untracked()) else { return };
        let selection = self.map_state.selection.get_untracked();
        let selection = match selection {
            Selection::Steps { .. } => selection,
            // What a lane does in a stage is not a thing of its own.
            _ if matches!(row.node, Node::Cell(..) | Node::Lanes) => return,
            _ => row.node.selection(),
        };
        let stays = |it: &&Row| match it.node {
            Node::Step(id) => !selection.has_step(id),
            Node::Link { connector, .. } => self.editor.peek(|document| {
                let connector = document.get(connector);
                connector.is_some_and(|it| ![it.from, it.to].iter().any(|end| selection.has_step(*end)))
            }),
            _ => true,
        };
        let next = self.rows.with_untracked(|rows| {
            let behind = rows[index + 1..].iter().filter(|it| it.level <= row.level).find(stays);
            behind.or_else(|| rows[..index].iter().rev().find(stays)).map(|it| it.node)
        });
        key_press::delete(&selection, self.editor, self.map_state);
        if matches!(selection, Selection::Steps { .. } | Selection::Connector(_))
            && let Some(index) =
                next.and_then(|node| self.rows.with_untracked(|it| it.iter().position(|it| it.node == node)))
        {
            self.go(index);
        }
    }

    /// Goes to the next row whose name begins with what was typed.
    fn type_ahead(self, letter: char) {
        let now = js_sys::Date::now();
        let typed = self.typed.try_update_value(|(typed, at)| {
            if now - *at > ONE_WORD {
                typed.clear();
            }
            *at = now;
            typed.push(letter);
            folded(typed)
        });
        let Some(typed) = typed else { return };
        // A longer word may still be that of the row itself; one letter always goes on.
        let first = self.index.get_untracked().map_or(0, |it| it + usize::from(typed.chars().count() == 1));
        let found = self.editor.peek(|document| {
            self.rows.with_untracked(|rows| {
                let order = (first..rows.len()).chain(0..first.min(rows.len()));
                order
                    .into_iter()
                    .find(|it| folded(&words::name(document, rows[*it].node)).starts_with(&typed))
            })
        });
        if let Some(index) = found {
            self.go(index);
        }
    }

    /// Gives a new name to what a row tells of: the label, for a connector.
    pub(super) fn rename(self, node: Node, text: &str) {
        let edit = match node {
            Node::Link { connector, .. } => optional_title(text)
                .map(|it| Edit::SetConnector { id: connector, field: ConnectorField::Label(it) }),
            // An empty name means that nothing was meant.
            _ if text.trim().is_empty() => return,
            Node::Step(id) => {
                title(text).map(|it| Edit::SetSteps { ids: vec![id], field: StepField::Title(it) })
            }
            Node::Stage(id) => title(text).map(|it| Edit::SetStage { id, field: StageField::Title(it) }),
            Node::Lane(id) | Node::Cell(_, id) => {
                title(text).map(|it| Edit::SetLane { id, field: LaneField::Title(it) })
            }
            Node::Lanes => return,
        };
        match edit {
            Ok(edit) => drop(self.editor.commit(edit)),
            Err(fault) => self.editor.message.set(Some(fault)),
        }
    }

    /// What is in the field when something is renamed.
    pub(super) fn name_now(self, node: Node) -> String {
        self.editor.peek(|document| match node {
            Node::Link { connector, .. } => {
                let label = document.get(connector).and_then(|it| it.label.as_ref());
                label.map(ToString::to_string).unwrap_or_default()
            }
            _ => words::name(document, node),
        })
    }

    /// Whether a row is part of the selection.
    pub(super) fn is_selected(self, node: Node) -> bool {
        let is_active = self.active.get() == Some(node);
        self.map_state.selection.with(|it| match node {
            Node::Step(id) => it.has_step(id),
            _ => is_active && node.tells(it),
        })
    }
}
