//! How pages look by what is chosen: brand, draft, poster.

use std::sync::Arc;

use opmap_drawing::{Face, Fonts, Mark, PathMark, Tone};
use opmap_model::{
    Brand, Document, Edit, Logo, LogoId, Png, ReportSettings, Title, TitleFace, WideMaps, generate,
};
use uuid::Uuid;

use super::law::violations;
use super::{options, parse, sample, texts};
use crate::{Page, Paper, ReportOptions, report};

/// A PNG of 4 × 2 pixels, its left half clear.
const PICTURE: &[u8] = include_bytes!("picture.png");

fn with_logo(mut document: Document) -> Document {
    let logo = Logo { png: Png::new(PICTURE.to_vec()).unwrap() };
    let edit = Edit::SetLogo { id: LogoId(Uuid::from_u128(1 << 100)), logo: Some(Box::new(logo)) };
    let change = edit.plan(&document).unwrap();
    document.apply(&change).unwrap();
    document
}

fn chosen(paper: Paper, choose: impl FnOnce(&mut ReportSettings)) -> ReportOptions {
    let mut options = options(paper);
    choose(&mut options.settings);
    options
}

fn printed(document: &Document, options: &ReportOptions) -> Vec<Page> {
    report(document, options, Fonts::shipped())
}

#[test]
fn a_logo_stands_on_every_page_in_its_proportions_and_covers_no_words() {
    let document = with_logo(sample());
    for paper in [Paper::A4, Paper::Letter] {
        let pages = printed(&document, &options(paper));
        assert_eq!(violations(&pages), [""; 0]);
        for page in &pages {
            let logos = page.scene.marks.iter().filter_map(|mark| match mark {
                Mark::Image(image) => Some(image),
                _ => None,
            });
            let logos: Vec<_> = logos.collect();
            let [logo] = logos[..] else { panic!("{} logos on page {}", logos.len(), page.label) };
            assert!((logo.rect.width / logo.rect.height - 2.0).abs() < 0.01);
            assert_eq!(logo.png, Arc::new(Png::new(PICTURE.to_vec()).unwrap()));
            let width = |it: &opmap_drawing::TextMark| Fonts::shipped().width(it.face, it.size, &it.text);
            let beside = |it: &opmap_drawing::TextMark| {
                it.at.x + width(it) <= logo.rect.x || it.at.x >= logo.rect.right()
            };
            let above_or_below = |it: &opmap_drawing::TextMark| {
                it.at.y <= logo.rect.y || it.at.y - it.size > logo.rect.bottom()
            };
            assert!(texts(page).all(|it| beside(it) || above_or_below(it)), "page {}", page.label);
        }
    }
}

#[test]
fn titles_have_the_face_of_the_brand() {
    let document = sample();
    let faces = |titles| {
        let brand = Brand { titles, ..Brand::default() };
        let pages = printed(&document, &chosen(Paper::A4, |it| it.brand = brand));
        assert_eq!(violations(&pages), [""; 0], "{titles:?}");
        let has = |face| pages.iter().flat_map(texts).any(|it| it.face == face);
        (has(Face::Serif), has(Face::Display))
    };
    assert_eq!(faces(TitleFace::Serif), (true, false));
    assert_eq!(faces(TitleFace::Sans), (false, true));
}

#[test]
fn the_words_of_the_brand_stand_before_the_page_number() {
    let footer =
        Title::new("Tern and Alder, a house with a long name that goes on for as long as it may").unwrap();
    let brand = Brand { footer: Some(footer), ..Brand::default() };
    let pages = printed(&sample(), &chosen(Paper::A4, |it| it.brand = brand));
    assert_eq!(violations(&pages), [""; 0]);
    for page in &pages[1..] {
        let number = format!("Page {} of {}", page.label, pages.len());
        let foot = texts(page).find(|it| it.text.ends_with(&number)).unwrap();
        assert!(foot.text.starts_with("Tern and Alder, a house"), "{}", foot.text);
    }
}

#[test]
fn a_draft_is_marked_on_every_page_behind_all_else_in_words_and_as_a_shape() {
    let plain = printed(&sample(), &options(Paper::A4));
    let draft = printed(&sample(), &chosen(Paper::A4, |it| it.draft = true));
    assert_eq!(violations(&draft), [""; 0]);
    assert_eq!(draft.len(), plain.len());
    for page in &draft {
        let is_pale =
            |mark: &Mark| matches!(mark, Mark::Path(PathMark { fill: Some(Tone::Ground), stroke: None, .. }));
        assert!(page.scene.marks[..5].iter().all(is_pale), "five letters come first");
        assert!(page.parts.iter().all(|it| it.marks.start >= 5), "and are read by nobody");
        assert!(texts(page).any(|it| it.text.to_lowercase().contains("draft")), "page {}", page.label);
    }
}

#[test]
fn a_white_cover_has_no_ground() {
    let grounds = |white_cover| {
        let brand = Brand { white_cover, ..Brand::default() };
        let pages = printed(&sample(), &chosen(Paper::A4, |it| it.brand = brand));
        let fills = pages[0].scene.marks.iter().filter_map(|mark| match mark {
            Mark::Rect(rect) => rect.fill,
            _ => None,
        });
        fills.filter(|it| *it == Tone::Cover).count()
    };
    assert_eq!(grounds(true), 0);
    assert!(grounds(false) > 1, "the ground and the steps on it");
}

#[test]
fn a_wide_map_is_one_poster_with_legible_titles() {
    let document = generate::document(&generate::Options { steps: 300, lanes: 8, stages: 12, seed: 7 });
    let poster = chosen(Paper::A4, |it| it.wide_maps = WideMaps::Poster);
    let pages = printed(&document, &poster);
    assert_eq!(violations(&pages), [""; 0]);
    let (width, height) = Paper::A4.size();
    let large: Vec<&Page> =
        pages.iter().filter(|it| it.scene.width > width || it.scene.height > height).collect();
    assert!(!large.is_empty() && large.len() <= 5, "one for each state: {}", large.len());
    for page in large {
        assert!(page.scene.width <= 3371.0 && page.scene.height <= 2384.0, "at most A0");
        let foot = texts(page).find(|it| it.text.starts_with("Page ")).unwrap();
        assert!(foot.at.y > page.scene.height - 40.0, "the footer goes along");
        let titles = document.steps().values().filter_map(|step| {
            let first = step.title.as_str().split(' ').next()?;
            texts(page).find(|it| it.text.starts_with(first) && it.size >= 6.0)
        });
        assert!(titles.count() > 10);
    }
    assert!(pages.iter().all(|it| it.bookmarks.iter().all(|it| !it.title.starts_with("Part "))));
}

#[test]
fn a_map_that_is_too_large_for_any_paper_is_cut_into_parts_all_the_same() {
    let document = generate::document(&generate::Options { steps: 3_000, lanes: 8, stages: 30, seed: 7 });
    let pages = printed(&document, &chosen(Paper::A4, |it| it.wide_maps = WideMaps::Poster));
    assert!(pages.iter().flat_map(|it| &it.bookmarks).any(|it| it.title.starts_with("Part ")));
    assert!(pages.iter().all(|it| it.scene.width <= 3371.0), "no page is larger than A0");
}

#[test]
fn a_map_that_fits_a_page_is_no_poster() {
    let document = parse(
        "workshop \"W\"\njourney j \"J\"\nmap j as-lived\nstage s \"S\"\nlane l \"L\"\nstep p \"P\" at=s/l",
    );
    let pages = printed(&document, &chosen(Paper::Letter, |it| it.wide_maps = WideMaps::Poster));
    assert!(pages.iter().all(|it| (it.scene.width, it.scene.height) == Paper::Letter.size()));
}
