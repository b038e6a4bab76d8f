//! The commands of the window. Each one translates and hands on; none decides.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use opmap_analysis::shifts;
use opmap_drawing::{Fonts, Glance, ShiftPicture, svg};
use opmap_exchange::{rows, templates};
use opmap_model::{Keyword, Revision};
use opmap_store::DocumentFile;
use opmap_wire::{
    Commit, Committed, Earlier, ErrorCode, Opened, Original, Recent, Saved, ShellError, Stepped, TableText,
    Unsaved,
};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime, State, WebviewWindow, command};

use crate::clock::{fresh, now};
use crate::failure::{not_committed, not_opened, not_read, not_written, nothing_to_step};
use crate::session::{Session, crossing};
use crate::{dialogs, recent as recently};

pub(crate) type Answer<T> = Result<T, ShellError>;

/// Workshops opened lately.
#[command(async)]
pub(crate) fn recent<R: Runtime>(app: AppHandle<R>, request: ()) -> Vec<Recent> {
    let () = request;
    recently::list(&app)
}

/// What is open already, or else what the program was started with.
#[command(async)]
pub(crate) fn current<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Response> {
    let () = request;
    match (session.opened(), session.take_waiting()) {
        (Some(opened), None) => bytes(&Some(opened)),
        (_, Some(path)) => bytes(&Some(remembered(&app, &session, session.open_file(&path))?)),
        (None, None) => bytes(&None::<Opened>),
    }
}

/// What is open, and nothing that waits to be: the window has that on its screen, and may have edits of its own.
#[command(async)]
pub(crate) fn opened(session: State<'_, Session>, request: ()) -> Answer<Response> {
    let () = request;
    bytes(&session.opened())
}

/// Asks for a file and opens it.
#[command(async)]
pub(crate) fn open<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Response> {
    let () = request;
    let path = dialogs::pick_workshop(&app, "Open a workshop")?;
    bytes(&remembered(&app, &session, session.open_file(&path))?)
}

/// Opens a file of the recent list.
#[command(async)]
pub(crate) fn open_recent<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: String,
) -> Answer<Response> {
    let path = recently::find(&app, &request)?;
    bytes(&remembered(&app, &session, session.open_file(&path))?)
}

/// When a file of the recent list was saved, and what is in it. It is only read.
#[command(async)]
pub(crate) fn glance<R: Runtime>(app: AppHandle<R>, request: String) -> Answer<Response> {
    let file = DocumentFile::open_read_only(&recently::find(&app, &request)?).map_err(not_opened)?;
    let saved_at = file.saved_at().with_timezone(now().offset());
    bytes(&(saved_at, Glance::new(file.document(), Fonts::shipped())))
}

/// Opens a copy to rehearse on. The list of recent ones has its original only.
#[command(async)]
pub(crate) fn rehearse<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: Original,
) -> Answer<Response> {
    let original = path_of(&app, request, "Open a rehearsal copy of a workshop")?;
    let opened = session.rehearse(original.as_deref())?;
    if let Some(original) = original {
        recently::remember(&app, &original, opened.document.workshop().title.as_str());
    }
    bytes(&opened)
}

/// Asks where to keep what was rehearsed, and goes on with it there.
#[command(async)]
pub(crate) fn keep_rehearsal<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Response> {
    let () = request;
    let (folder, title) = session.place_and_title()?;
    let name = format!("{title} (rehearsal)");
    let place = dialogs::place_for(&app, "Keep the rehearsal", folder.as_deref(), &name, "opmap")?;
    bytes(&remembered(&app, &session, session.keep_rehearsal(&place))?)
}

/// Opens the file that another start of the program has handed over.
#[command(async)]
pub(crate) fn open_waiting<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Response> {
    let () = request;
    let path = session.take_waiting().ok_or_else(crate::failure::nothing_open)?;
    bytes(&remembered(&app, &session, session.open_file(&path))?)
}

/// Asks where to keep a new workshop made from a template, and opens it.
#[command(async)]
pub(crate) fn new_from_template<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: String,
) -> Answer<Response> {
    let unknown = || ShellError::new(ErrorCode::NotOpened, "There is no such template.");
    let document = templates::document(&request, &mut fresh).ok_or_else(unknown)?;
    let title = document.workshop().title.to_string();
    let path = dialogs::place_for(&app, "Keep the new workshop", None, &title, "opmap")?.path;
    bytes(&remembered(&app, &session, session.create_file(&path, &document))?)
}

/// Asks where to keep a new workshop that begins as another one is built, and opens it.
#[command(async)]
pub(crate) fn begin_from<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: Original,
) -> Answer<Response> {
    let document = match path_of(&app, request, "Begin from a workshop")? {
        Some(path) => DocumentFile::open_read_only(&path).map_err(not_opened)?.document().begin_from(),
        None => session.document()?.begin_from(),
    };
    let name = format!("{} (new)", document.workshop().title);
    let path = dialogs::place_for(&app, "Keep the new workshop", None, &name, "opmap")?.path;
    bytes(&remembered(&app, &session, session.create_file(&path, &document))?)
}

/// Carries out an edit.
#[command(async)]
pub(crate) fn commit(session: State<'_, Session>, request: Commit) -> Answer<Committed> {
    let Commit { base, edit } = request;
    session.step(|file| file.commit(base, &edit, now()).map(crossing).map_err(not_committed))
}

/// Takes back the last gesture.
#[command(async)]
pub(crate) fn undo(session: State<'_, Session>, request: Revision) -> Answer<Stepped> {
    session.step(|file| stepped(file.undo(request, now()).map_err(not_committed)?))
}

/// Brings back what was taken back last.
#[command(async)]
pub(crate) fn redo(session: State<'_, Session>, request: Revision) -> Answer<Stepped> {
    session.step(|file| stepped(file.redo(request, now()).map_err(not_committed)?))
}

/// Asks for a place and writes a complete copy there, with what could not be written to the file itself.
#[command(async)]
pub(crate) fn save_copy<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: Unsaved,
) -> Answer<Saved> {
    let Unsaved { base, edits } = request;
    let (folder, title) = session.place_and_title()?;
    let name = format!("{title} (copy)");
    let place = dialogs::place_for(&app, "Save a copy", folder.as_deref(), &name, "opmap")?;
    session.copy(&place, base, &edits)?;
    Ok(Saved { path: place.path.to_string_lossy().into_owned() })
}

/// Asks for a place and writes a picture of the seven shifts there.
#[command(async)]
pub(crate) fn export_shift_picture<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: String,
) -> Answer<Saved> {
    let picture = ShiftPicture::from_key(&request)
        .ok_or_else(|| ShellError::new(ErrorCode::Internal, "There is no such picture."))?;
    let ((folder, _), document) = (session.place_and_title()?, session.document()?);
    let scene = picture.scene(&shifts(&document), Fonts::shipped()).map_err(not_written)?;
    let place = dialogs::place_for(&app, "Save the picture", folder.as_deref(), picture.label(), "svg")?;
    place.write(svg(&scene).as_bytes()).map_err(not_written)?;
    Ok(Saved { path: place.path.to_string_lossy().into_owned() })
}

/// Asks for an earlier workshop and reads what a later one takes over of it; it is not changed.
#[command(async)]
pub(crate) fn earlier_workshop<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Earlier> {
    let () = request;
    let path = dialogs::pick_workshop(&app, "Compare with an earlier workshop")?;
    session.earlier_workshop(&path)
}

/// Asks where to keep the next workshop, makes it of the open one, and opens it.
#[command(async)]
pub(crate) fn carry_forward<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    request: (),
) -> Answer<Response> {
    let () = request;
    let (folder, title) = session.place_and_title()?;
    let name = format!("{title} (next)");
    let path = dialogs::place_for(&app, "Keep the next workshop", folder.as_deref(), &name, "opmap")?.path;
    bytes(&remembered(&app, &session, session.carry_forward(&path))?)
}

/// Asks for a file with a table, such as the answers of a form, and reads it.
#[command(async)]
pub(crate) fn pick_table<R: Runtime>(app: AppHandle<R>, request: ()) -> Answer<Response> {
    let () = request;
    let path = dialogs::pick_table(&app)?;
    let text = rows::text_of(&beginning_of(&path).map_err(|_| not_read())?);
    let text = text.map_err(|error| ShellError::new(ErrorCode::NotOpened, error.to_string()))?;
    let file_name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    bytes(&TableText { file_name, text })
}

/// A file as far as tables are read, and one byte more to tell that it is larger.
pub(crate) fn beginning_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = rows::LENGTH_LIMIT as u64 + 1;
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Closes the workshop.
#[command(async)]
pub(crate) fn close(session: State<'_, Session>, request: ()) {
    let () = request;
    session.close();
}

/// Nothing is waiting to be saved: the window may close.
#[command(async)]
pub(crate) fn ready_to_quit<R: Runtime>(window: WebviewWindow<R>, session: State<'_, Session>, request: ()) {
    let () = request;
    session.close();
    // A window that is gone already needs no closing.
    let _ = window.destroy();
}

/// The path of a workshop that something is made of, asked for in a dialog of that title where need be; none for the one that
/// is open.
fn path_of<R: Runtime>(app: &AppHandle<R>, original: Original, title: &str) -> Answer<Option<PathBuf>> {
    Ok(match original {
        Original::Asked => Some(dialogs::pick_workshop(app, title)?),
        Original::Recent(path) => Some(recently::find(app, &path)?),
        Original::Open => None,
    })
}

/// Puts the file that was opened first in the recent list.
fn remembered<R: Runtime>(app: &AppHandle<R>, session: &Session, opened: Answer<Opened>) -> Answer<Opened> {
    let opened = opened?;
    let path = session.with(|file| Ok(file.path().to_owned()))?;
    recently::remember(app, &path, opened.document.workshop().title.as_str());
    Ok(opened)
}

fn stepped(step: Option<opmap_store::HistoryStep>) -> Answer<Stepped> {
    let step = step.ok_or_else(nothing_to_step)?;
    Ok(Stepped { change: step.change, committed: crossing(step.committed) })
}

/// A large answer, as bytes: cheaper to hand over than an object.
pub(crate) fn bytes<T: serde::Serialize>(answer: &T) -> Answer<Response> {
    let unreadable =
        |_| ShellError::new(ErrorCode::Internal, "The workshop could not be handed to the window.");
    serde_json::to_vec(answer).map(Response::new).map_err(unreadable)
}
