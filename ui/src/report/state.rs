//! What the Report station knows of the report: its pages as the shell has made them, and which of them is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_model::{Edit, RecordId, ReportField, ReportSettings, WorkshopField};
use opmap_report::{PagePicture, PageView, ReportView, SectionView};
use opmap_wire::{ErrorCode, PageWanted, ShellError};

use crate::editor::{Editor, SaveState};
use crate::frame::Station;
use crate::keys::Command;
use crate::shell;

/// How large a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zoom {
    /// As large as there is room for.
    Fit,
    /// In percent of its size on paper.
    Percent(u32),
}

impl Zoom {
    /// The steps in and out.
    const STEPS: [u32; 8] = [50, 75, 100, 125, 150, 200, 300, 400];

    /// The next larger one.
    pub(super) fn nearer(self) -> Self {
        let now = self.percent();
        Self::Percent(Self::STEPS.into_iter().find(|it| *it > now).unwrap_or(400))
    }

    /// The next smaller one.
    pub(super) fn farther(self) -> Self {
        let now = self.percent();
        Self::Percent(Self::STEPS.into_iter().rev().find(|it| *it < now).unwrap_or(50))
    }

    /// That of a page that fits is near to that of paper.
    fn percent(self) -> u32 {
        match self {
            Self::Fit => 100,
            Self::Percent(percent) => percent,
        }
    }

    pub(super) fn words(self) -> String {
        match self {
            Self::Fit => "Whole page".to_owned(),
            Self::Percent(percent) => format!("{percent}\u{2009}%"),
        }
    }
}

/// How far the shell has been asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Not,
    Once,
    /// Something has changed since.
    Again,
}

/// The report as it is shown. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct ReportState {
    pub(super) editor: Editor,
    station: RwSignal<Station>,
    /// What it holds; none until it has been made.
    pub(super) view: RwSignal<Option<ReportView>>,
    /// The page that is shown, counted from 0.
    pub(super) page: RwSignal<usize>,
    pub(super) zoom: RwSignal<Zoom>,
    /// The page as a picture, with its stamp. The one before stays until the next is there.
    pub(super) picture: RwSignal<Option<(u64, PagePicture)>>,
    /// Why the report cannot be shown.
    pub(super) fault: RwSignal<Option<String>>,
    /// A command that waits to be carried out.
    pub(crate) wanted: RwSignal<Option<Command>>,
    pub(super) spoken: RwSignal<String>,
    /// Records that wait for the report to be there, one of which is then shown on its page.
    waits: RwSignal<Vec<RecordId>>,
    /// The section to stay at when the report has been made anew, wherever it is then.
    stays: StoredValue<Option<String>>,
    asked: StoredValue<Asked>,
}

impl ReportState {
    pub(crate) fn new(editor: Editor, station: RwSignal<Station>) -> Self {
        Self {
            editor,
            station,
            view: RwSignal::new(None),
            page: RwSignal::new(0),
            zoom: RwSignal::new(Zoom::Fit),
            picture: RwSignal::new(None),
            fault: RwSignal::new(None),
            wanted: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            waits: RwSignal::new(Vec::new()),
            stays: StoredValue::new(None),
            asked: StoredValue::new(Asked::Not),
        }
    }

    /// Goes to the page on which one of the records is.
    pub(crate) fn show(self, records: Vec<RecordId>) {
        self.waits.set(records);
        self.station.set(Station::Report);
    }

    /// Keeps the pages as the workshop is, while the station is shown.
    pub(super) fn follow(self) {
        Effect::new(move |_| {
            self.editor.track();
            // The report is made of what is on disk.
            if matches!(self.editor.save.get(), SaveState::Saved(_)) && self.editor.is_settled() {
                self.ask();
            }
        });
        Effect::new(move |_| {
            let Some(page) = self.shown_page() else { return };
            let is_shown = self.picture.with(|it| it.as_ref().is_some_and(|it| it.0 == page.stamp));
            if !is_shown {
                self.fetch(PageWanted { page: self.page.get_untracked(), stamp: page.stamp });
            }
        });
        Effect::new(move |_| {
            let records = self.waits.get();
            if self.view.with(Option::is_some) && !records.is_empty() {
                self.waits.set(Vec::new());
                self.go_to_one_of(&records);
            }
        });
    }

    /// The station is left.
    pub(super) fn leave(self) {
        // The workshop may have been closed before.
        let _ = self.waits.try_set(Vec::new());
        let _ = self.spoken.try_set(String::new());
    }

    /// What is chosen for the report, tracked.
    pub(super) fn settings<T>(self, look: impl FnOnce(&ReportSettings) -> T) -> T {
        self.editor.read(|document| look(&document.workshop().report))
    }

    /// Sets one part of it.
    pub(super) fn set(self, field: ReportField) -> bool {
        self.commit(Edit::SetWorkshop(WorkshopField::Report(field)))
    }

    /// Carries out an edit of the report, and stays at the section that one looks at: a title, an order or a paper may move
    /// its page.
    fn commit(self, edit: Edit) -> bool {
        let here = self.section_now().map(|it| it.anchor);
        let is_done = self.editor.commit(edit);
        if is_done {
            self.stays.set_value(here);
        }
        is_done
    }

    /// Sets several parts of it as one gesture.
    pub(super) fn set_all(self, fields: impl Iterator<Item = ReportField>) {
        let edits = fields.map(|it| Edit::SetWorkshop(WorkshopField::Report(it)));
        self.commit(Edit::All(edits.collect()));
    }

    /// The page that is shown, tracked.
    pub(super) fn shown_page(self) -> Option<PageView> {
        self.view.with(|view| view.as_ref()?.pages.get(self.page.get()).cloned())
    }

    /// How many pages there are, tracked.
    pub(super) fn page_count(self) -> usize {
        self.view.with(|view| view.as_ref().map_or(0, |it| it.pages.len()))
    }

    /// The sections that are on the page that is shown, at least the one that goes on there; tracked.
    pub(super) fn sections_now(self) -> Vec<SectionView> {
        let page = self.page.get();
        self.view.with(|view| view.as_ref().map_or_else(Vec::new, |it| sections_on(&it.sections, page)))
    }

    fn section_now(self) -> Option<SectionView> {
        untrack(|| self.sections_now()).into_iter().next()
    }

    /// Shows a page; the first or last one where there are not so many.
    pub(super) fn turn_to(self, page: usize) {
        let last = untrack(|| self.page_count()).saturating_sub(1);
        let page = page.min(last);
        if self.page.get_untracked() != page {
            self.page.set(page);
        }
        let words = self.section_now().map_or_else(String::new, |it| it.title);
        self.spoken.set(format!("Page {} of {}. {words}", page + 1, last + 1));
    }

    fn go_to_one_of(self, records: &[RecordId]) {
        let found = self.view.with_untracked(|view| {
            let pages = &view.as_ref()?.pages;
            records.iter().find_map(|it| pages.iter().position(|page| page.records.contains(it)))
        });
        match found {
            Some(page) => self.turn_to(page),
            None => {
                self.editor.message.set(Some("That is on no page of the report as it is set.".to_owned()));
            }
        }
    }

    /// Asks for the report; once more when something changes while it is made.
    fn ask(self) {
        if self.asked.get_value() != Asked::Not {
            return self.asked.set_value(Asked::Again);
        }
        self.asked.set_value(Asked::Once);
        spawn_local(async move {
            loop {
                let answer = shell::report_view().await;
                let again = self.asked.try_get_value() == Some(Asked::Again);
                if again {
                    self.asked.set_value(Asked::Once);
                    continue;
                }
                // The workshop may have been closed meanwhile.
                let _ = self.asked.try_update_value(|it| *it = Asked::Not);
                return self.take(answer);
            }
        });
    }

    fn take(self, answer: Result<ReportView, ShellError>) {
        match answer {
            Ok(view) => {
                let stays = self.stays.try_update_value(Option::take).flatten();
                let there = stays.and_then(|anchor| view.sections.iter().find(|it| it.anchor == anchor));
                let page =
                    there.map_or_else(|| self.page.try_get_untracked().unwrap_or_default(), |it| it.page);
                let _ = self.page.try_set(page.min(view.pages.len().saturating_sub(1)));
                let _ = self.fault.try_set(None);
                let _ = self.view.try_set(Some(view));
            }
            Err(error) => {
                let _ = self.fault.try_set(Some(error.message));
            }
        }
    }

    fn fetch(self, wanted: PageWanted) {
        spawn_local(async move {
            match shell::report_page(wanted).await {
                Ok(Some(picture)) => {
                    let is_wanted = self.view.try_with_untracked(|view| {
                        let page = view.as_ref()?.pages.get(self.page.try_get_untracked()?)?;
                        Some(page.stamp == wanted.stamp)
                    });
                    if is_wanted.flatten() == Some(true) {
                        self.picture.set(Some((wanted.stamp, picture)));
                    }
                }
                // Another report has been made meanwhile, and with it another page is asked for.
                Ok(None) => {}
                Err(error) if error.code == ErrorCode::Cancelled => {}
                Err(error) => {
                    let _ = self.fault.try_set(Some(error.message));
                }
            }
        });
    }
}

/// The sections that begin on a page, behind the one that goes on there.
fn sections_on(sections: &[SectionView], page: usize) -> Vec<SectionView> {
    let begins: Vec<SectionView> = sections.iter().filter(|it| it.page == page).cloned().collect();
    if begins.is_empty() {
        sections.iter().rev().find(|it| it.page < page).cloned().into_iter().collect()
    } else {
        begins
    }
}

#[cfg(test)]
mod tests {
    use opmap_report::SectionView;

    use super::{Zoom, sections_on};

    fn section(anchor: &str, page: usize) -> SectionView {
        SectionView {
            anchor: anchor.to_owned(),
            chapter: None,
            level: 1,
            name: anchor.to_owned(),
            about: None,
            title: anchor.to_owned(),
            generated: None,
            page,
        }
    }

    #[test]
    fn a_page_has_the_sections_that_begin_on_it_or_the_one_that_goes_on() {
        let all = [section("a", 2), section("b", 2), section("c", 5)];
        let on = |page| sections_on(&all, page).into_iter().map(|it| it.anchor).collect::<Vec<_>>();
        assert_eq!(on(2), ["a", "b"]);
        assert_eq!(on(4), ["b"]);
        assert_eq!(on(5), ["c"]);
        assert!(on(0).is_empty(), "the cover belongs to none");
    }

    #[test]
    fn zoom_goes_in_steps_and_has_two_ends() {
        assert_eq!(Zoom::Fit.nearer(), Zoom::Percent(125));
        assert_eq!(Zoom::Fit.farther(), Zoom::Percent(75));
        assert_eq!(Zoom::Percent(400).nearer(), Zoom::Percent(400));
        assert_eq!(Zoom::Percent(50).farther(), Zoom::Percent(50));
    }
}
