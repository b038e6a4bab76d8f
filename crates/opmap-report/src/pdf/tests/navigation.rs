//! Ways through the document.

use super::objects;
use super::pages::sample;

#[test]
fn the_outline_is_nested_and_the_pages_have_labels() {
    let bytes = sample().bytes;
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let mut titles = Vec::new();
    let catalog = file.catalog().unwrap();
    let outline = catalog.get(b"Outlines").and_then(lopdf::Object::as_reference).unwrap();
    collect(&file, outline, 0, &mut titles);
    assert_eq!(titles, ["Zusammenfassung & Übersicht", "Journey map", "  Front office", "  Back office"]);
    let labels = catalog.get(b"PageLabels").and_then(lopdf::Object::as_dict).unwrap();
    assert_eq!(format!("{:?}", labels.get(b"Nums").unwrap()), "[0 <</P (i)>> 1 <</P (1)>> 2 <</P (2)>>]");
}

fn collect(file: &lopdf::Document, parent: lopdf::ObjectId, depth: usize, titles: &mut Vec<String>) {
    let mut next =
        file.get_dictionary(parent).unwrap().get(b"First").and_then(lopdf::Object::as_reference).ok();
    while let Some(id) = next {
        let entry = file.get_dictionary(id).unwrap();
        let title = lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
        titles.push(format!("{}{title}", "  ".repeat(depth)));
        collect(file, id, depth + 1, titles);
        next = entry.get(b"Next").and_then(lopdf::Object::as_reference).ok();
    }
}

#[test]
fn links_lead_to_places_and_addresses_and_lost_ones_are_left_out() {
    let links = objects(&sample().bytes, "/Subtype /Link");
    assert_eq!(links.len(), 2, "{links:?}");
    assert!(links[0].contains("/S /GoTo") && links[0].contains("/XYZ null 465.276 null"), "{}", links[0]);
    assert!(links[0].contains("/Contents (Journey map, page 1)"), "{}", links[0]);
    assert!(links[1].contains("/URI (https://example.org/%C3%A4%20b)"), "{}", links[1]);
}
