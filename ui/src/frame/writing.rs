//! What is written to other files: a copy of the workshop and the report.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_drawing::ShiftPicture;
use opmap_model::{Keyword, RoleId};
use opmap_wire::{ErrorCode, Opened, Original, PageExport, Reported, ShellError};

use crate::app::Navigation;
use crate::editor::Editor;
use crate::shell;

/// Whether something is being written; one thing at a time.
#[derive(Clone, Copy)]
pub(crate) struct Writing(RwSignal<bool>);

impl Writing {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Whether something is being written, tracked.
    pub(crate) fn is_busy(self) -> bool {
        self.0.get()
    }

    /// Asks for a place and writes a complete copy there, with what could not be saved.
    pub(crate) fn save_copy(self, editor: Editor) {
        let Some(unsaved) = editor.unsaved() else {
            let sentence =
                "The last edit is still on its way to the drive. Save a copy once that is answered.";
            return editor.message.set(Some(sentence.to_owned()));
        };
        self.write(editor, async move {
            shell::save_copy(&unsaved).await.map(|it| format!("A complete copy is in {}.", it.path))
        });
    }

    /// Asks where to keep the next workshop, makes it of this one and shows it.
    pub(crate) fn carry_forward(self, editor: Editor, navigation: Navigation) {
        if is_settled(editor, "Carry it forward once it is.") {
            self.go_on(editor, shell::carry_forward(), move |opened| navigation.show(opened));
        }
    }

    /// Asks where to keep a new workshop that begins as this one is built, and shows it.
    pub(crate) fn begin_from(self, editor: Editor, navigation: Navigation) {
        if is_settled(editor, "Begin from it once it is.") {
            let begun = async { shell::begin_from(&Original::Open).await };
            self.go_on(editor, begun, move |opened| navigation.show(opened));
        }
    }

    /// Shows a copy of this workshop to rehearse on.
    pub(crate) fn rehearse(self, editor: Editor, navigation: Navigation) {
        if is_settled(editor, "Rehearse on a copy once it is.") {
            let copy = async { shell::rehearse(&Original::Open).await };
            self.go_on(editor, copy, move |opened| navigation.show(opened));
        }
    }

    /// Asks where what was rehearsed is kept, and goes on with it there.
    pub(crate) fn keep_rehearsal(self, editor: Editor, then: impl FnOnce(Opened) + 'static) {
        if is_settled(editor, "Keep it once it is.") {
            self.go_on(editor, shell::keep_rehearsal(), then);
        }
    }

    /// Waits for another workshop to be there and goes on with that, or says why it is not.
    fn go_on(
        self,
        editor: Editor,
        made: impl Future<Output = Result<Opened, ShellError>> + 'static,
        then: impl FnOnce(Opened) + 'static,
    ) {
        if self.0.get_untracked() {
            return;
        }
        self.0.set(true);
        spawn_local(async move {
            let answer = made.await;
            self.0.set(false);
            match answer {
                Ok(opened) => then(opened),
                Err(error) if error.code == ErrorCode::Cancelled => {}
                Err(error) => editor.message.set(Some(error.message)),
            }
        });
    }

    /// Asks for a place and writes the report there.
    pub(crate) fn export(self, editor: Editor) {
        self.write_out(editor, async { shell::export_report().await.map(|it| told("The report", &it)) });
    }

    /// Stops writing the report. What is there under its name stays as it was.
    pub(crate) fn cancel(self) {
        spawn_local(async {
            // Whoever waits for the report is told what came of it.
            let _ = shell::cancel_report().await;
        });
    }

    /// Asks for a place and writes a page of the report there as a picture.
    pub(crate) fn export_page(self, editor: Editor, page: PageExport) {
        self.write_out(editor, async move {
            shell::export_page(page).await.map(|it| format!("The picture is in {}.", it.path))
        });
    }

    /// Asks for a place and writes all that a role holds there.
    pub(crate) fn export_role_card(self, editor: Editor, role: RoleId) {
        self.write_out(editor, async move {
            shell::export_role_card(role).await.map(|it| told("The role card", &it))
        });
    }

    /// Asks for a place and writes a picture of the seven shifts there.
    pub(crate) fn export_shift_picture(self, editor: Editor, picture: ShiftPicture) {
        self.write_out(editor, async move {
            let saved = shell::export_shift_picture(picture.key()).await;
            saved.map(|it| format!("The picture is in {}.", it.path))
        });
    }

    /// Waits for what is written of the file, which must have everything by then, and says what came of it.
    fn write_out(self, editor: Editor, written: impl Future<Output = Result<String, ShellError>> + 'static) {
        if is_settled(editor, "Try again once it is, so that nothing is missing.") {
            self.write(editor, written);
        }
    }

    /// Waits for `written` and says what came of it.
    fn write(self, editor: Editor, written: impl Future<Output = Result<String, ShellError>> + 'static) {
        if self.0.get_untracked() {
            return;
        }
        self.0.set(true);
        spawn_local(async move {
            let answer = written.await;
            self.0.set(false);
            match answer {
                Ok(sentence) => editor.message.set(Some(sentence)),
                Err(error) if error.code == ErrorCode::Cancelled => {}
                Err(error) => editor.message.set(Some(error.message)),
            }
        });
    }
}

/// Whether everything is on disk; if not, the message says so, and what to do then.
fn is_settled(editor: Editor, then: &str) -> bool {
    if !editor.is_settled() {
        editor.message.set(Some(format!("Not all is saved yet. {then}")));
    }
    editor.is_settled()
}

/// What was written where, with what its reader should know.
fn told(what: &str, it: &Reported) -> String {
    let pages = if it.pages == 1 { "page" } else { "pages" };
    let sentence = format!("{what} has {} {pages} and is in {}.", it.pages, it.path);
    std::iter::once(&sentence).chain(&it.warnings).map(String::as_str).collect::<Vec<_>>().join(" ")
}
