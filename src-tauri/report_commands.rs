//! The commands about the report. Each one translates and hands on; none decides.

use std::path::PathBuf;

use opmap_drawing::{Colours, Fonts};
use opmap_model::{Document, Png, RoleId};
use opmap_report::{DocumentInfo, LogoFault, Page, PagePicture, ReportOptions, logo, page_png, page_svg};
use opmap_wire::{ErrorCode, PageExport, PageWanted, PictureKind, Reported, Saved, ShellError};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime, State, command};

use crate::clock::now;
use crate::commands::{Answer, beginning_of, bytes};
use crate::dialogs::{self, Place};
use crate::failure::{not_read, not_written, role_is_gone};
use crate::reports::Reports;
use crate::session::Session;

/// Pixels of a written page for each point: 216 to the inch.
const PNG_SCALE: f32 = 3.0;

/// Makes the report as the workshop is on disk, and says what is on which page.
#[command(async)]
pub(crate) fn report_view(
    session: State<'_, Session>,
    reports: State<'_, Reports>,
    request: (),
) -> Answer<Response> {
    let () = request;
    let (_, document) = open_document(&session)?;
    let options = ReportOptions::of(&document, now());
    bytes(&reports.preview().update(&document, &options, Fonts::shipped()))
}

/// A page of the report that was made last.
#[command(async)]
pub(crate) fn report_page(reports: State<'_, Reports>, request: PageWanted) -> Answer<Response> {
    let picture: Option<PagePicture> = reports.preview().picture(request.page, request.stamp);
    bytes(&picture)
}

/// Asks for a place and writes the report there.
#[command(async)]
pub(crate) fn export_report<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    reports: State<'_, Reports>,
    request: (),
) -> Answer<Reported> {
    let () = request;
    let (folder, document) = open_document(&session)?;
    let title = document.workshop().title.to_string();
    let place = dialogs::place_for(&app, "Export the report", folder.as_deref(), &title, "pdf")?;
    reports.begin();
    let options = ReportOptions::of(&document, now());
    let pages = opmap_report::report(&document, &options, Fonts::shipped());
    printed(&reports, &place, &pages, &options.info(&document), &options.colours())
}

/// Stops writing the report.
#[command(async)]
pub(crate) fn cancel_report(reports: State<'_, Reports>, request: ()) {
    let () = request;
    reports.cancel();
}

/// Asks for a place and writes the card of a role there: all that it holds.
#[command(async)]
pub(crate) fn export_role_card<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    reports: State<'_, Reports>,
    request: RoleId,
) -> Answer<Reported> {
    let (folder, document) = open_document(&session)?;
    let options = ReportOptions::of(&document, now());
    let pages = opmap_report::role_card(&document, request, &options, Fonts::shipped());
    let pages = pages.ok_or_else(role_is_gone)?;
    // What is called by a neutral name in it is not called otherwise in its name.
    let role = options.edition(&document).get(request).map(|it| it.title.to_string());
    let name = format!("{} role card", role.unwrap_or_default());
    let place = dialogs::place_for(&app, "Export the role card", folder.as_deref(), &name, "pdf")?;
    reports.begin();
    printed(&reports, &place, &pages, &options.info_of_role_card(&document, request), &options.colours())
}

/// Asks for a place and writes a page of the report there as a picture.
#[command(async)]
pub(crate) fn export_page<R: Runtime>(
    app: AppHandle<R>,
    session: State<'_, Session>,
    reports: State<'_, Reports>,
    request: PageExport,
) -> Answer<Saved> {
    let PageExport { page: PageWanted { page, stamp }, kind } = request;
    let (folder, document) = open_document(&session)?;
    let content = {
        let preview = reports.preview();
        let shown = preview.page(page, stamp).ok_or_else(page_has_changed)?;
        match kind {
            PictureKind::Svg => page_svg(shown, preview.colours()).into_bytes(),
            PictureKind::Png => {
                page_png(shown, PNG_SCALE, preview.colours(), Fonts::shipped()).map_err(not_written)?
            }
        }
    };
    let ending = match kind {
        PictureKind::Svg => "svg",
        PictureKind::Png => "png",
    };
    let name = format!("{} page {}", document.workshop().title, page + 1);
    let place = dialogs::place_for(&app, "Save the page", folder.as_deref(), &name, ending)?;
    place.write(&content).map_err(not_written)?;
    Ok(Saved { path: place.path.to_string_lossy().into_owned() })
}

/// Asks for a picture and reads it as a logo.
#[command(async)]
pub(crate) fn pick_logo<R: Runtime>(app: AppHandle<R>, request: ()) -> Answer<Png> {
    let () = request;
    let path = dialogs::pick_picture(&app)?;
    let file = beginning_of(&path).map_err(|_| not_read())?;
    logo(file).map_err(|fault: LogoFault| ShellError::new(ErrorCode::NotOpened, fault.to_string()))
}

fn open_document(session: &Session) -> Answer<(Option<PathBuf>, Document)> {
    Ok((session.place_and_title()?.0, session.document()?))
}

/// Writes pages as a PDF. Until all of it is there, what has that name stays as it was.
fn printed(
    reports: &Reports,
    place: &Place,
    pages: &[Page],
    info: &DocumentInfo,
    colours: &Colours,
) -> Answer<Reported> {
    reports.go_on()?;
    let written = opmap_report::pdf(pages, info, colours, Fonts::shipped()).map_err(not_written)?;
    reports.go_on()?;
    place.write(&written.bytes).map_err(not_written)?;
    let warnings = written.warnings.iter().map(ToString::to_string).collect();
    Ok(Reported { path: place.path.to_string_lossy().into_owned(), pages: pages.len(), warnings })
}

fn page_has_changed() -> ShellError {
    ShellError::new(ErrorCode::NotWritten, "The page has changed meanwhile. Nothing was written; try again.")
}
