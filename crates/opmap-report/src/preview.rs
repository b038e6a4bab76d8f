//! The very pages of the report as the window shows them while one works.

use std::collections::BTreeMap;

use opmap_drawing::{Colours, Fonts, Rect};
use opmap_model::{Chapter, Document, RecordId, ReportScope};
use serde::{Deserialize, Serialize};

use crate::{LinkTarget, Page, Report, ReportOptions, made, page_svg};

/// The report as it was made last. A page that comes out as before keeps its stamp, so that nobody paints it again.
#[derive(Debug, Default)]
pub struct Preview {
    pages: Vec<(u64, Page)>,
    /// The page on which each place is.
    places: BTreeMap<String, usize>,
    colours: Colours,
    last_stamp: u64,
}

/// What the report holds, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    /// Whom it is for.
    pub scope: ReportScope,
    /// Its pages.
    pub pages: Vec<PageView>,
    /// Its sections, in their order.
    pub sections: Vec<SectionView>,
}

/// A page, as far as it is known without painting it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageView {
    /// The page number as a reader shows it.
    pub label: String,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Another one whenever the page looks different.
    pub stamp: u64,
    /// What can be seen on it, each once.
    pub records: Vec<RecordId>,
}

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionView {
    /// The name of its place, to which its title is kept.
    pub anchor: String,
    /// The chapter that it belongs to; none for the table of contents.
    pub chapter: Option<Chapter>,
    /// 1, or 2 for a part of the section before it.
    pub level: u8,
    /// What it is, in a few words.
    pub name: String,
    /// What it is about, where the name does not say so.
    pub about: Option<String>,
    /// Its title, as it stands on the page.
    pub title: String,
    /// The title that was generated, where another one replaces it.
    pub generated: Option<String>,
    /// The page on which it begins, counted from 0.
    pub page: usize,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PagePicture {
    /// The picture as SVG, in points.
    pub svg: String,
    /// Areas that show a record, in points.
    pub records: Vec<(Area, RecordId)>,
    /// Areas that lead to another page, counted from 0.
    pub links: Vec<(Area, usize)>,
}

/// An area of a page, in points: left, top, width and height.
pub type Area = [f32; 4];

impl Preview {
    /// Makes the report of `document` anew.
    #[must_use]
    pub fn update(&mut self, document: &Document, options: &ReportOptions, fonts: &Fonts) -> ReportView {
        let Report { outline, pages } = made(document, options, fonts);
        let colours = options.colours();
        let kept = if colours == self.colours { std::mem::take(&mut self.pages) } else { Vec::new() };
        self.colours = colours;
        self.pages = pages
            .into_iter()
            .enumerate()
            .map(|(index, page)| match kept.get(index) {
                Some((stamp, before)) if *before == page => (*stamp, page),
                _ => {
                    self.last_stamp += 1;
                    (self.last_stamp, page)
                }
            })
            .collect();
        self.places = places(&self.pages);
        let sections = outline.sections.iter().enumerate().map(|(index, section)| SectionView {
            anchor: section.anchor.clone(),
            chapter: outline.chapter_of(index),
            level: section.level,
            name: section.name.clone(),
            about: section.about.clone(),
            title: section.title.clone(),
            generated: outline.generated_titles.get(&section.anchor).cloned(),
            page: self.places.get(&section.anchor).copied().unwrap_or_default(),
        });
        let sections = sections.collect();
        let pages = self.pages.iter().map(|(stamp, page)| page_view(*stamp, page)).collect();
        ReportView { scope: options.settings.scope, pages, sections }
    }

    /// The page as a picture; none unless it still is the one with that stamp.
    #[must_use]
    pub fn picture(&self, index: usize, stamp: u64) -> Option<PagePicture> {
        let page = self.page(index, stamp)?;
        let links = page.links.iter().filter_map(|link| match &link.target {
            LinkTarget::Anchor(anchor) => Some((area(link.rect), *self.places.get(anchor)?)),
            LinkTarget::Url(_) => None,
        });
        Some(PagePicture {
            svg: page_svg(page, &self.colours),
            records: page.records.iter().map(|(rect, record)| (area(*rect), *record)).collect(),
            links: links.collect(),
        })
    }

    /// The page, unless it is no longer the one with that stamp.
    #[must_use]
    pub fn page(&self, index: usize, stamp: u64) -> Option<&Page> {
        self.pages.get(index).filter(|(now, _)| *now == stamp).map(|(_, page)| page)
    }

    /// The colours of the pages.
    #[must_use]
    pub fn colours(&self) -> &Colours {
        &self.colours
    }
}

fn places(pages: &[(u64, Page)]) -> BTreeMap<String, usize> {
    let on_page = |(index, (_, page)): (usize, &(u64, Page))| {
        page.anchors.iter().map(|it| (it.name.clone(), index)).collect::<Vec<_>>()
    };
    pages.iter().enumerate().flat_map(on_page).collect()
}

fn page_view(stamp: u64, page: &Page) -> PageView {
    let mut records: Vec<RecordId> = Vec::new();
    for (_, record) in &page.records {
        if !records.contains(record) {
            records.push(*record);
        }
    }
    PageView { label: page.label.clone(), size: (page.scene.width, page.scene.height), stamp, records }
}

fn area(rect: Rect) -> Area {
    [rect.x, rect.y, rect.width, rect.height]
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use opmap_drawing::Fonts;
    use opmap_model::{Chapter, Document, RecordId, ReportSettings, Title, notation};
    use uuid::Uuid;

    use super::{Preview, ReportView};
    use crate::ReportOptions;

    fn sample() -> Document {
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            Uuid::from_u128(next)
        };
        notation::parse(include_str!("../../../assets/templates/halden-broadband.txt"), &mut fresh).unwrap()
    }

    fn made(preview: &mut Preview, document: &Document, settings: ReportSettings) -> ReportView {
        let printed_at = DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00").unwrap();
        preview.update(document, &ReportOptions { printed_at, settings }, Fonts::shipped())
    }

    #[test]
    fn only_pages_that_look_different_get_another_stamp() {
        let (mut preview, document) = (Preview::default(), sample());
        let first = made(&mut preview, &document, ReportSettings::default());
        assert_eq!(made(&mut preview, &document, ReportSettings::default()), first);
        let glossary = first.sections.iter().find(|it| it.name == "Glossary").unwrap();
        let title = Title::new("12 words of the field").unwrap();
        let titles = [(Title::new(&glossary.anchor).unwrap(), title)].into();
        let second = made(&mut preview, &document, ReportSettings { titles, ..ReportSettings::default() });
        let changed: Vec<usize> = (0..first.pages.len().max(second.pages.len()))
            .filter(|it| first.pages.get(*it).map(|it| it.stamp) != second.pages.get(*it).map(|it| it.stamp))
            .collect();
        assert!(changed.contains(&glossary.page), "the page of the title");
        assert!(changed.len() <= 3, "that page, where it goes on, and the contents: {changed:?}");
        let now = second.sections.iter().find(|it| it.anchor == glossary.anchor).unwrap();
        assert_eq!(now.title, "12 words of the field");
        assert_eq!(now.generated.as_ref(), Some(&glossary.title));
        assert_eq!(preview.picture(glossary.page, first.pages[glossary.page].stamp), None, "no old picture");
        let picture = preview.picture(glossary.page, second.pages[glossary.page].stamp).unwrap();
        assert!(picture.svg.contains("12 words of the field"));
    }

    #[test]
    fn every_page_behind_the_cover_is_told_by_the_section_that_stands_on_it() {
        let (mut preview, document) = (Preview::default(), sample());
        let view = made(&mut preview, &document, ReportSettings::default());
        let begins = |page: usize| view.sections.iter().filter(move |it| it.page == page);
        let told: Vec<(&str, Option<Chapter>)> =
            (1..3).flat_map(begins).map(|it| (&*it.name, it.chapter)).collect();
        assert_eq!(told, [("Executive summary", Some(Chapter::Summary)), ("Contents", None)]);
        assert!(view.sections.is_sorted_by_key(|it| it.page), "in the order of the pages");
        let titles = [(Title::new("contents").unwrap(), Title::new("What is inside").unwrap())].into();
        let view = made(&mut preview, &document, ReportSettings { titles, ..ReportSettings::default() });
        let contents = view.sections.iter().find(|it| it.anchor == "contents").unwrap();
        assert_eq!((&*contents.title, contents.generated.as_deref()), ("What is inside", Some("Contents")));
        assert!(preview.picture(2, view.pages[2].stamp).unwrap().svg.contains("What is inside"));
    }

    #[test]
    fn pages_lead_to_what_they_show_and_to_each_other() {
        let (mut preview, document) = (Preview::default(), sample());
        let view = made(&mut preview, &document, ReportSettings::default());
        let on_pages = |record| view.pages.iter().any(|it| it.records.contains(&record));
        assert!(document.steps().keys().all(|id| on_pages(RecordId::Step(*id))), "each step is on a page");
        assert!(document.findings().keys().all(|id| on_pages(RecordId::KeptFinding(*id))));
        assert!(document.recommendations().keys().all(|id| on_pages(RecordId::Recommendation(*id))));
        let contents = preview.picture(2, view.pages[2].stamp).unwrap();
        let starts: Vec<usize> = view.sections.iter().map(|it| it.page).collect();
        assert!(contents.links.len() > 15);
        assert!(contents.links.iter().all(|(_, page)| starts.contains(page)));
        for (page, at) in view.pages.iter().zip(0..) {
            let picture = preview.picture(at, page.stamp).unwrap();
            for ([x, y, width, height], record) in picture.records {
                let is_inside = x >= 0.0 && y >= 0.0 && x + width <= page.size.0 && y + height <= page.size.1;
                assert!(is_inside, "{record:?} on page {at}");
            }
        }
    }
}
