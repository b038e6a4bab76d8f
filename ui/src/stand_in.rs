//! A shell in the window's own memory: the same answers without files, for a bare browser.
//!
//! `?generate=steps,lanes,stages,seed` starts on a made-up workshop.

use std::cell::RefCell;
use std::rc::Rc;

use opmap_drawing::{Fonts, Glance};
use opmap_exchange::templates;
use opmap_model::{Change, Document, EarlierWorkshopId, Edit, Png, Revision, generate, notation};
use opmap_report::{Preview, ReportOptions};
use opmap_wire::{
    Commit, Committed, Earlier, ErrorCode, Opened, Original, PageWanted, Recent, Reported, Saved, ShellError,
    Stepped, TableText, command,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::bench::{painted, pause};
use crate::clock::now;
use crate::identity::fresh_uuid;

thread_local! {
    static OPEN: RefCell<Option<Memory>> = RefCell::new(from_address());
    /// The workshop that was closed last.
    static LAST: RefCell<Option<Memory>> = const { RefCell::new(None) };
    /// The fonts of the window, with which it also makes the report.
    static FONTS: RefCell<Option<Rc<Fonts>>> = const { RefCell::new(None) };
}

/// Shares the fonts of the window.
pub(crate) fn take_fonts(fonts: &Rc<Fonts>) {
    FONTS.set(Some(Rc::clone(fonts)));
}

/// Opens a workshop as the desktop shell opens a file.
pub(crate) fn open(document: Document) -> Opened {
    OPEN.with_borrow_mut(|open| open.insert(Memory::new(document)).opened())
}

/// Carries out an edit and takes it back in a workshop of its own. A shell is a program that was compiled long before; this
/// way the engine has compiled its stand-in, too, when the window is measured.
pub(crate) fn warm_up() {
    let document = generate::document(&generate::Options { steps: 20, lanes: 2, stages: 2, seed: 1 });
    let edit = document.steps().iter().next().map(|(id, step)| Edit::MoveSteps {
        ids: vec![*id],
        stage: step.stage,
        lane: step.lane,
        before: None,
    });
    let commit = edit.and_then(|edit| json(&Commit { base: Revision(0), edit: Edit::All(vec![edit]) }).ok());
    let mut open = Some(Memory::new(document));
    if let Some(commit) = commit {
        // Nobody waits for the answers.
        let _ =
            answer(command::COMMIT, &commit, &mut open).and_then(|_| answer(command::UNDO, "0", &mut open));
    }
}

/// A workshop of a year before, in which six shifts were scored, and two recommendations of today were known.
const EARLIER: &str = "workshop \"Halden Broadband, a year before\"\ndate 2025-06-12\n\
                       recommendation owners \"Name one owner and one time limit for each open handoff\" progress=proposed \
                       measure=\"Handoffs with an owner: 6 of 14\"\n\
                       recommendation replace \"Replace the appointment system\" progress=agreed timing=wave1\n\
                       shift roles now=1 target=3\nshift channels now=3 target=4\nshift resources now=3 target=3\n\
                       shift metrics now=1 target=4\nshift rhythm now=2 target=3\nshift culture now=2 target=3";

/// A logo of 96 x 32 pixels, squares of petrol and white.
const LOGO: &str = "iVBORw0KGgoAAAANSUhEUgAAAGAAAAAgCAIAAABiouoDAAAAV0lEQVR42u3YMREAMAgDQPbqqwL8a6AG2gqA5zJm+ilHrJ3X1OOm9QMQIECAAAEC1BYIxL8PCBAgQIAAAeoLBMKSBgQIECBAgPyDDEVLGhAgQIAAARrVP+VzgUsmrfeYAAAAAElFTkSuQmCC";

/// A table as a spreadsheet writes it.
const TABLE: &str = "Stage;Lane;Step\nReport;Customer;Calls the hotline\nReport;Contact centre;Take the call\n\
                     Repair;Field;\"Repair; then test\"";

/// An open workshop with its history.
struct Memory {
    document: Document,
    revision: Revision,
    history: Vec<(String, Change)>,
    cursor: usize,
    preview: Preview,
    is_rehearsal: bool,
}

/// Answers like the desktop shell does: never in the task that asks, so nothing that is on its way to the screen waits. An
/// edit is on the screen before it is answered. A shell carries it out meanwhile, on another core; here that waits for the
/// frame.
pub(crate) async fn call<A, R>(name: &str, request: &A) -> Result<R, ShellError>
where
    A: Serialize + ?Sized,
    R: DeserializeOwned,
{
    let request = json(request)?;
    if name == command::COMMIT {
        painted().await;
    } else {
        pause(0).await;
    }
    let answer = OPEN.with_borrow_mut(|open| answer(name, &request, open))?;
    read(&answer)
}

/// The answer as JSON, as it would come over the wire.
fn answer(name: &str, request: &str, open: &mut Option<Memory>) -> Result<String, ShellError> {
    match name {
        command::RECENT => {
            json(&LAST.with_borrow(|last| last.iter().map(Memory::recent).collect::<Vec<_>>()))
        }
        command::GLANCE => LAST.with_borrow(|last| {
            let Memory { document, .. } = last.as_ref().ok_or_else(internal)?;
            json(&(now(), Glance::new(document, &*fonts()?)))
        }),
        command::OPEN_RECENT => {
            let last = LAST.take().ok_or_else(internal)?;
            json(&open.insert(last).opened())
        }
        command::REHEARSE => {
            if let Original::Asked = read(request)? {
                return Err(only_the_program());
            }
            let original = open.take().or_else(|| LAST.take()).ok_or_else(internal)?;
            let copy = original.rehearsing();
            LAST.set(Some(original));
            json(&open.insert(copy).opened())
        }
        command::BEGIN_FROM => {
            if let Original::Asked = read(request)? {
                return Err(only_the_program());
            }
            let from = open.take().or_else(|| LAST.take()).ok_or_else(internal)?;
            let begun = Memory::new(from.document.begin_from());
            LAST.set(Some(from));
            json(&open.insert(begun).opened())
        }
        command::KEEP_REHEARSAL => {
            let kept = opened_now(open)?;
            kept.is_rehearsal = false;
            json(&kept.opened())
        }
        command::CURRENT | command::OPENED => json(&open.as_ref().map(Memory::opened)),
        command::NEW_FROM_TEMPLATE => {
            let template: String = read(request)?;
            let document = templates::document(&template, &mut fresh_uuid).ok_or_else(internal)?;
            json(&open.insert(Memory::new(document)).opened())
        }
        command::COMMIT => {
            let Commit { base, edit } = read(request)?;
            json(&opened_now(open)?.commit(base, &edit)?)
        }
        command::UNDO => json(&opened_now(open)?.undo()?),
        command::REDO => json(&opened_now(open)?.redo()?),
        command::CLOSE => {
            if let Some(closed) = open.take().filter(|it| !it.is_rehearsal) {
                LAST.set(Some(closed));
            }
            Ok("null".to_owned())
        }
        command::EXPORT_REPORT | command::EXPORT_ROLE_CARD => {
            json(&Reported { path: "nowhere: this is a browser".to_owned(), pages: 0, warnings: Vec::new() })
        }
        command::CANCEL_REPORT => Ok("null".to_owned()),
        command::REPORT_VIEW => {
            let Memory { document, preview, .. } = opened_now(open)?;
            json(&preview.update(document, &ReportOptions::of(document, now()), &*fonts()?))
        }
        command::REPORT_PAGE => {
            let PageWanted { page, stamp } = read(request)?;
            json(&opened_now(open)?.preview.picture(page, stamp))
        }
        command::PICK_TABLE => json(&TableText { file_name: "steps.csv".to_owned(), text: TABLE.to_owned() }),
        command::PICK_LOGO => json(&Png::from_base64(LOGO).map_err(|_| internal())?),
        command::EXPORT_SHIFT_PICTURE | command::EXPORT_PAGE => {
            json(&Saved { path: "nowhere: this is a browser".to_owned() })
        }
        command::EARLIER_WORKSHOP => {
            let earlier = notation::parse(EARLIER, &mut fresh_uuid).map_err(|_| internal())?;
            json(&Earlier { history: earlier.history() })
        }
        command::CARRY_FORWARD => {
            let next = opened_now(open)?.document.carried_forward(|| EarlierWorkshopId(fresh_uuid()));
            json(&open.insert(Memory::new(next.map_err(|_| internal())?)).opened())
        }
        _ => Err(only_the_program()),
    }
}

impl Memory {
    fn new(document: Document) -> Self {
        let (history, preview) = (Vec::new(), Preview::default());
        Self { document, revision: Revision(0), history, cursor: 0, preview, is_rehearsal: false }
    }

    /// A copy to rehearse on.
    fn rehearsing(&self) -> Self {
        let Self { document, revision, history, cursor, .. } = self;
        Self {
            revision: *revision,
            history: history.clone(),
            cursor: *cursor,
            is_rehearsal: true,
            ..Self::new(document.clone())
        }
    }

    fn recent(&self) -> Recent {
        Recent {
            path: "last".to_owned(),
            title: self.document.workshop().title.to_string(),
            folder: "In this browser".to_owned(),
            opened_at: now(),
            missing: false,
        }
    }

    fn opened(&self) -> Opened {
        let Committed { revision, saved_at, undo_label, redo_label } = self.committed();
        Opened {
            document: self.document.clone(),
            revision,
            saved_at,
            file_name: "In this browser".to_owned(),
            undo_label,
            redo_label,
            read_only: None,
            is_rehearsal: self.is_rehearsal,
        }
    }

    fn committed(&self) -> Committed {
        let label = |index: Option<usize>| Some(self.history.get(index?)?.0.clone());
        Committed {
            revision: self.revision,
            saved_at: now(),
            undo_label: label(self.cursor.checked_sub(1)),
            redo_label: label(Some(self.cursor)),
        }
    }

    fn commit(&mut self, base: Revision, edit: &Edit) -> Result<Committed, ShellError> {
        if base != self.revision {
            return Err(ShellError::new(ErrorCode::Stale, "The window is behind."));
        }
        let planned = edit.plan(&self.document);
        let change =
            planned.map_err(|refusal| ShellError::new(ErrorCode::Refused(refusal), refusal.to_string()))?;
        let label = edit.label(&self.document);
        self.apply(&change)?;
        self.history.truncate(self.cursor);
        self.history.push((label, change));
        self.cursor += 1;
        Ok(self.committed())
    }

    fn undo(&mut self) -> Result<Stepped, ShellError> {
        let index = self.cursor.checked_sub(1).ok_or_else(nothing_to_step)?;
        let change = self.history[index].1.clone().inverted();
        self.apply(&change)?;
        self.cursor = index;
        Ok(Stepped { change, committed: self.committed() })
    }

    fn redo(&mut self) -> Result<Stepped, ShellError> {
        let change = self.history.get(self.cursor).ok_or_else(nothing_to_step)?.1.clone();
        self.apply(&change)?;
        self.cursor += 1;
        Ok(Stepped { change, committed: self.committed() })
    }

    fn apply(&mut self, change: &Change) -> Result<(), ShellError> {
        self.document.apply(change).map_err(|_| internal())?;
        self.revision = self.revision.next();
        Ok(())
    }
}

fn opened_now(open: &mut Option<Memory>) -> Result<&mut Memory, ShellError> {
    open.as_mut().ok_or_else(|| ShellError::new(ErrorCode::NothingOpen, "No workshop is open."))
}

fn nothing_to_step() -> ShellError {
    ShellError::new(ErrorCode::NothingToStep, "There is nothing more in that direction.")
}

fn only_the_program() -> ShellError {
    ShellError::new(ErrorCode::Cancelled, "Only the desktop program does that.")
}

fn fonts() -> Result<Rc<Fonts>, ShellError> {
    FONTS.with_borrow(Option::clone).ok_or_else(internal)
}

fn internal() -> ShellError {
    ShellError::new(ErrorCode::Internal, "The window and its stand-in do not understand each other.")
}

fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, ShellError> {
    serde_json::to_string(value).map_err(|_| internal())
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ShellError> {
    serde_json::from_str(text).map_err(|_| internal())
}

/// The made-up workshop that the page's address asks for.
fn from_address() -> Option<Memory> {
    let search = web_sys::window()?.location().search().ok()?;
    let asked = web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("generate")?;
    let mut numbers = asked.split(',').map(str::parse::<usize>);
    let mut next = || numbers.next()?.ok();
    let options = generate::Options {
        steps: next()?,
        lanes: next().unwrap_or(8),
        stages: next().unwrap_or(12),
        seed: next().unwrap_or(1) as u64,
    };
    Some(Memory::new(generate::document(&options)))
}
