//! What the window asks of the shell. The only place that knows what the shell is.

use chrono::{DateTime, FixedOffset};
use opmap_drawing::Glance;
use opmap_model::{Png, Revision, RoleId};
use opmap_report::{PagePicture, ReportView};
use opmap_wire::{
    Commit, Committed, Earlier, Opened, Original, PageExport, PageWanted, Recent, Reported, Saved,
    ShellError, Stepped, TableText, Unsaved, command,
};

#[cfg(feature = "stand-in")]
use crate::stand_in::call;

pub(crate) async fn recent() -> Result<Vec<Recent>, ShellError> {
    call(command::RECENT, &()).await
}

pub(crate) async fn current() -> Result<Option<Opened>, ShellError> {
    call(command::CURRENT, &()).await
}

/// What is open, as its file was read or written last.
pub(crate) async fn opened() -> Result<Option<Opened>, ShellError> {
    call(command::OPENED, &()).await
}

pub(crate) async fn open() -> Result<Opened, ShellError> {
    call(command::OPEN, &()).await
}

pub(crate) async fn open_recent(path: &str) -> Result<Opened, ShellError> {
    call(command::OPEN_RECENT, &path).await
}

/// When a file of the recent list was saved, and how it looks.
pub(crate) async fn glance(path: &str) -> Result<(DateTime<FixedOffset>, Glance), ShellError> {
    call(command::GLANCE, &path).await
}

/// Opens a copy to rehearse on.
pub(crate) async fn rehearse(original: &Original) -> Result<Opened, ShellError> {
    call(command::REHEARSE, original).await
}

/// Asks where to keep what was rehearsed, and opens that.
pub(crate) async fn keep_rehearsal() -> Result<Opened, ShellError> {
    call(command::KEEP_REHEARSAL, &()).await
}

/// Opens the file that another start of the program has handed over.
pub(crate) async fn open_waiting() -> Result<Opened, ShellError> {
    call(command::OPEN_WAITING, &()).await
}

pub(crate) async fn new_from_template(name: &str) -> Result<Opened, ShellError> {
    call(command::NEW_FROM_TEMPLATE, &name).await
}

/// Asks where to keep a new workshop that begins as another one is built, and opens it.
pub(crate) async fn begin_from(original: &Original) -> Result<Opened, ShellError> {
    call(command::BEGIN_FROM, original).await
}

pub(crate) async fn commit(commit: &Commit) -> Result<Committed, ShellError> {
    call(command::COMMIT, commit).await
}

pub(crate) async fn undo(base: Revision) -> Result<Stepped, ShellError> {
    call(command::UNDO, &base).await
}

pub(crate) async fn redo(base: Revision) -> Result<Stepped, ShellError> {
    call(command::REDO, &base).await
}

pub(crate) async fn save_copy(unsaved: &Unsaved) -> Result<Saved, ShellError> {
    call(command::SAVE_COPY, unsaved).await
}

pub(crate) async fn export_report() -> Result<Reported, ShellError> {
    call(command::EXPORT_REPORT, &()).await
}

pub(crate) async fn export_role_card(role: RoleId) -> Result<Reported, ShellError> {
    call(command::EXPORT_ROLE_CARD, &role).await
}

/// Stops writing the report, if it is being written.
pub(crate) async fn cancel_report() -> Result<(), ShellError> {
    call(command::CANCEL_REPORT, &()).await
}

/// Makes the report as the workshop is on disk.
pub(crate) async fn report_view() -> Result<ReportView, ShellError> {
    call(command::REPORT_VIEW, &()).await
}

/// A page of the report that was made last; none when that has changed.
pub(crate) async fn report_page(page: PageWanted) -> Result<Option<PagePicture>, ShellError> {
    call(command::REPORT_PAGE, &page).await
}

/// Asks for a place and writes a page of the report there as a picture.
pub(crate) async fn export_page(page: PageExport) -> Result<Saved, ShellError> {
    call(command::EXPORT_PAGE, &page).await
}

/// Asks for a picture and reads it as a logo.
pub(crate) async fn pick_logo() -> Result<Png, ShellError> {
    call(command::PICK_LOGO, &()).await
}

/// Asks for a file with a table and reads it.
pub(crate) async fn pick_table() -> Result<TableText, ShellError> {
    call(command::PICK_TABLE, &()).await
}

/// Writes the picture of the seven shifts that has that key.
pub(crate) async fn export_shift_picture(key: &str) -> Result<Saved, ShellError> {
    call(command::EXPORT_SHIFT_PICTURE, &key).await
}

/// Asks for an earlier workshop and reads what this one can take over of it.
pub(crate) async fn earlier_workshop() -> Result<Earlier, ShellError> {
    call(command::EARLIER_WORKSHOP, &()).await
}

/// Asks where to keep the next workshop, makes it of the open one and opens it.
pub(crate) async fn carry_forward() -> Result<Opened, ShellError> {
    call(command::CARRY_FORWARD, &()).await
}

pub(crate) async fn close() -> Result<(), ShellError> {
    call(command::CLOSE, &()).await
}

/// Tells the shell that nothing is waiting to be saved, so that it may close the window.
pub(crate) async fn ready_to_quit() -> Result<(), ShellError> {
    call(command::READY_TO_QUIT, &()).await
}

#[cfg(not(feature = "stand-in"))]
async fn call<A, R>(name: &str, request: &A) -> Result<R, ShellError>
where
    A: serde::Serialize + ?Sized,
    R: serde::de::DeserializeOwned,
{
    use opmap_wire::ErrorCode;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"])]
        async fn invoke(command: &str, arguments: JsValue) -> Result<JsValue, JsValue>;
    }

    fn read<R: serde::de::DeserializeOwned>(value: &JsValue) -> Result<R, ShellError> {
        // Large answers come as bytes, small ones as objects.
        let text = match value.dyn_ref::<js_sys::ArrayBuffer>() {
            Some(buffer) => String::from_utf8(js_sys::Uint8Array::new(buffer).to_vec()).ok(),
            None if value.is_undefined() => Some("null".to_owned()),
            None => js_sys::JSON::stringify(value).ok().and_then(|it| it.as_string()),
        };
        let answer = text.and_then(|it| serde_json::from_str(&it).ok());
        answer.ok_or_else(|| {
            ShellError::new(
                ErrorCode::Internal,
                "The program answered in a way that the window does not understand.",
            )
        })
    }

    let arguments = format!(r#"{{"request":{}}}"#, serde_json::to_string(request).unwrap_or_default());
    let arguments = js_sys::JSON::parse(&arguments).unwrap_or(JsValue::NULL);
    match invoke(name, arguments).await {
        Ok(answer) => read(&answer),
        Err(error) => Err(read(&error)?),
    }
}
