//! What is on the pages.

use std::collections::BTreeMap;

use opmap_drawing::{Face, Fonts, Mark, TextMark, TextRole, Tone};
use opmap_model::{Chapter, Document, Keyword, MapKey, State, generate};

use super::law::violations;
use super::{options, parse, printed, sample, squeezed, texts};
use crate::{LinkTarget, Page, Paper, outline, pages, role_card};

/// Everything that is written on the pages from the second on.
fn written(pages: &[Page]) -> String {
    squeezed(pages.iter().skip(1).flat_map(texts).map(|text| text.text.as_str()))
}

fn step_titles(document: &Document) -> Vec<String> {
    let mut titles = Vec::new();
    for (journey, _) in document.journeys_in_order() {
        for state in State::ALL {
            let view = document.map_view(MapKey { journey, state: *state });
            titles.extend(view.steps.iter().map(|(_, step)| step.title.to_string()));
        }
    }
    titles
}

#[test]
fn the_sample_keeps_the_laws_on_both_papers() {
    let document = sample();
    for paper in [Paper::A4, Paper::Letter] {
        assert_eq!(violations(&printed(&document, paper)), [""; 0], "{paper:?}");
    }
}

#[test]
fn every_step_of_the_sample_is_named() {
    let document = sample();
    let written = written(&printed(&document, Paper::A4));
    let titles = step_titles(&document);
    assert_eq!(titles.len(), document.steps().len());
    for title in titles {
        assert!(written.contains(&squeezed([title.as_str()])), "{title} is on no page");
    }
}

#[test]
fn steps_that_hurt_have_a_wide_edge_on_their_map_and_a_word_for_it() {
    let map = |state: &str, pains: &str| {
        format!(
            "map j {state}\nstage s \"One\"\nlane cu \"Customer\" kind=customer\n\
             step a \"Calls\" at=s/cu\nstep b \"Waits\" at=s/cu\nstep c \"Pays\" at=s/cu\n{pains}"
        )
    };
    let pains = "pain-point a \"On hold\" pain=severe\npain-point b \"A day off\"\n";
    let text =
        format!("workshop \"W\"\njourney j \"Repair\"\n{}{}", map("as-lived", pains), map("to-be", ""));
    let pages = printed(&parse(&text), Paper::A4);
    let is_wide = |mark: &&Mark| matches!(mark, Mark::Rect(it) if it.rect.width > 50.0 && it.stroke.is_some_and(|it| it.tone == Tone::Warning));
    let told = |page: &Page| texts(page).any(|it| it.text.contains("the wider the edge"));
    let found: Vec<(usize, bool)> = pages
        .iter()
        .map(|page| (page.scene.marks.iter().filter(is_wide).count(), told(page)))
        .filter(|it| *it != (0, false))
        .collect();
    assert_eq!(found, [(2, true)], "on the map as lived alone");
}

#[test]
fn every_page_but_the_cover_says_where_it_is() {
    let pages = printed(&sample(), Paper::A4);
    for (index, page) in pages.iter().enumerate() {
        let foot = format!("Page {} of {}", index + 1, pages.len());
        let says = texts(page).any(|text| text.text == foot && text.role == TextRole::Artifact);
        assert_eq!(says, index > 0, "{foot}");
        assert_eq!(page.label, (index + 1).to_string());
        if index > 0 {
            let words: Vec<&str> = texts(page).map(|text| text.text.as_str()).collect();
            for wanted in ["Halden Broadband", "Confidential", "19 June 2026, version 1.0"] {
                assert!(words.contains(&wanted), "{foot} lacks {wanted}");
            }
        }
    }
}

#[test]
fn every_section_begins_with_its_message_which_has_a_number() {
    let document = sample();
    let analysis = opmap_analysis::analyze(&document);
    let outline = outline(&document, &analysis, &options(Paper::A4));
    let pages = pages(&outline, &document, Fonts::shipped());
    let place = |anchor: &str| {
        let of_page = |(number, page): (usize, &Page)| {
            page.anchors.iter().find(|it| it.name == anchor).map(|it| (number, it.y))
        };
        pages.iter().enumerate().find_map(of_page).unwrap()
    };
    let places: Vec<(usize, f32)> = outline.sections.iter().map(|it| place(&it.anchor)).collect();
    assert!(places.is_sorted_by(|a, b| a < b), "in their order, one below the other");
    for (index, section) in outline.sections.iter().enumerate() {
        let says_number = section.title.contains(|c: char| c.is_ascii_digit());
        assert!(says_number || section.is_contents(), "{}", section.title);
        let (number, top) = places[index];
        let page = &pages[number];
        let end = places.get(index + 1).filter(|next| next.0 == number).map_or(f32::MAX, |next| next.1);
        let is_title = |text: &&TextMark| {
            matches!(text.role, TextRole::Heading(level) if level == section.level)
                && text.face == Face::Serif
                && (top..end).contains(&text.at.y)
        };
        let title: Vec<&str> = texts(page).filter(is_title).map(|text| text.text.as_str()).collect();
        assert!(title.len() <= 2 && title.join(" ") == section.title, "{title:?}");
        assert!(page.bookmarks.iter().any(|it| it.title == section.name && it.level == section.level));
        let is_first = index == 0 || places[index - 1].0 < number;
        assert!(is_first || section.flows(), "{} begins on a page of its own", section.name);
        let is_looked_up = outline.chapter_of(index) >= Some(Chapter::Trace);
        let leads = section.level == 1 && !is_looked_up;
        assert!(is_first || !leads, "the chapter {} begins on a page of its own", section.name);
    }
}

#[test]
fn the_sample_is_told_on_at_most_60_pages() {
    let count = printed(&sample(), Paper::A4).len();
    assert!((40..=60).contains(&count), "{count}");
}

#[test]
fn the_contents_lead_to_every_section() {
    let pages = printed(&sample(), Paper::A4);
    let contents = &pages[2];
    for link in &contents.links {
        let LinkTarget::Anchor(anchor) = &link.target else { panic!("leads outside") };
        let number = 1 + pages.iter().position(|it| it.anchors.iter().any(|it| it.name == *anchor)).unwrap();
        let middle = link.rect.y + link.rect.height / 2.0;
        let said = texts(contents).find(|text| {
            (text.at.y - middle).abs() < link.rect.height / 2.0 && text.text == number.to_string()
        });
        assert!(said.is_some(), "{} does not say page {number}", link.title);
    }
    assert!(contents.links.len() > 8);
}

/// The pages on which a part of a map begins, by the name of its anchor.
fn parts_of_maps(pages: &[Page]) -> BTreeMap<&str, usize> {
    let named =
        pages.iter().zip(1..).flat_map(|(it, number)| it.anchors.iter().map(move |it| (&*it.name, number)));
    named.filter(|(name, _)| name.contains(" part ")).collect()
}

#[test]
fn maps_in_a_few_parts_have_their_keys_on_the_page_of_their_journey() {
    let pages = printed(&sample(), Paper::A4);
    let parts = parts_of_maps(&pages);
    assert!(parts.len() > 6, "{parts:?}");
    let links = |page: &Page| {
        let anchors = page.links.iter().filter_map(|it| match &it.target {
            LinkTarget::Anchor(name) => parts.get_key_value(name.as_str()),
            LinkTarget::Url(_) => None,
        });
        anchors.map(|(name, number)| (*name, *number)).collect::<BTreeMap<_, _>>()
    };
    let key = pages.iter().find(|it| links(it).len() == parts.len()).expect("one page leads to all parts");
    let said: Vec<&str> = texts(key).map(|it| it.text.as_str()).collect();
    for number in parts.values() {
        assert!(said.contains(&&*format!("Page {number}")), "{number}: {said:?}");
    }
    assert!(!written(&pages).contains("Themapislargerthanapage."), "no map has a key of its own");
}

#[test]
fn a_map_in_many_parts_has_a_key_of_its_own() {
    let document = generate::document(&generate::Options { steps: 3_000, lanes: 8, stages: 30, seed: 7 });
    let pages = printed(&document, Paper::A4);
    let parts = parts_of_maps(&pages);
    let first = parts.values().min().copied().unwrap_or_default();
    let before = &pages[first - 2];
    let said = squeezed(texts(before).map(|it| it.text.as_str()));
    assert!(said.contains("Themapislargerthanapage."), "{said}");
    assert!(before.links.len() >= parts.len(), "{} links to {} parts", before.links.len(), parts.len());
}

#[test]
fn a_workshop_with_nothing_in_it_has_a_report() {
    let document = parse("workshop \"Untitled\"");
    let pages = printed(&document, Paper::A4);
    assert_eq!(violations(&pages), [""; 0]);
    let written = written(&pages);
    assert!(written.contains("notset") && written.contains("notdiscussed"));
    assert!(!written.contains("asdesigned"), "{}", State::AsDesigned.label());
}

#[test]
fn equal_documents_give_equal_pages() {
    assert_eq!(printed(&sample(), Paper::A4), printed(&sample(), Paper::A4));
}

#[test]
fn the_card_of_a_role_stands_upright_and_keeps_the_laws() {
    let document = sample();
    for paper in [Paper::A4, Paper::Letter] {
        for (role, _) in document.roles_in_order() {
            let pages = role_card(&document, role, &options(paper), Fonts::shipped()).unwrap();
            assert_eq!(violations(&pages), [""; 0], "{paper:?}");
            let (width, height) = paper.size();
            assert!(pages.iter().all(|it| (it.scene.width, it.scene.height) == (height, width)));
        }
    }
}
