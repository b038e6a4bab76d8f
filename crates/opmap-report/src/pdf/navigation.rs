//! Ways through the document: links, the outline and the page labels.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::{Anchors, PdfWarning, number};
use crate::{Bookmark, Link, LinkTarget, Page};

/// Where the anchors of the pages are. Of two with one name, the first counts.
pub(super) fn anchors(pages: &[Page]) -> Anchors<'_> {
    let mut anchors = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for anchor in &page.anchors {
            anchors.entry(anchor.name.as_str()).or_insert((number, anchor.y));
        }
    }
    anchors
}

/// The links of a page that lead somewhere.
pub(super) fn live_links<'p>(
    page: &'p Page,
    anchors: &Anchors,
    warnings: &mut Vec<PdfWarning>,
) -> Vec<&'p Link> {
    let mut live = Vec::new();
    for link in &page.links {
        let (target, leads) = match &link.target {
            LinkTarget::Anchor(name) => (name, anchors.contains_key(name.as_str())),
            LinkTarget::Url(url) => (url, may_be_opened(url)),
        };
        if leads {
            live.push(link);
        } else {
            warnings.push(PdfWarning::LostLink { page: page.label.clone(), target: target.clone() });
        }
    }
    live
}

/// Whether the address is of the web or of mail: nothing else is opened from a report.
fn may_be_opened(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str()))
}

/// Adds the live links to their pages and returns them, page by page.
pub(super) fn add_links(
    file: &mut Document,
    pages: &[Page],
    sheets: &[ObjectId],
    links: &[Vec<&Link>],
    anchors: &Anchors,
) -> lopdf::Result<Vec<Vec<ObjectId>>> {
    let mut all = Vec::with_capacity(pages.len());
    for ((page, sheet), links) in pages.iter().zip(sheets).zip(links) {
        let mut ids = Vec::with_capacity(links.len());
        for link in links {
            let up = |y: f32| number(page.scene.height - y);
            let rect = link.rect;
            let area = [number(rect.x), up(rect.bottom()), number(rect.right()), up(rect.y)];
            let action = match &link.target {
                LinkTarget::Url(url) => dictionary! {
                    "S" => "URI",
                    "URI" => Object::string_literal(percent_encoded(url)),
                },
                LinkTarget::Anchor(name) => dictionary! {
                    "S" => "GoTo",
                    "D" => anchors.get(name.as_str()).map_or(Object::Null, |(number, y)| {
                        destination(sheets[*number], pages[*number].scene.height - y)
                    }),
                },
            };
            ids.push(file.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => numbers(&area),
                "Border" => numbers(&[0.0, 0.0, 0.0]),
                // Bit 3: the link is printed, as its text is.
                "F" => 4,
                "P" => *sheet,
                "A" => action,
                "Contents" => text_string(&link.title),
            }));
        }
        let sheet = file.get_dictionary_mut(*sheet)?;
        if ids.is_empty() {
            sheet.remove(b"Annots");
        } else {
            sheet.set("Annots", references(&ids));
        }
        all.push(ids);
    }
    Ok(all)
}

/// Adds the bookmarks as a nested outline, and has the reader show it.
pub(super) fn add_outline(file: &mut Document, pages: &[Page], sheets: &[ObjectId]) -> lopdf::Result<()> {
    let entries: Vec<(&Bookmark, Object)> = pages
        .iter()
        .zip(sheets)
        .flat_map(|(page, sheet)| {
            let to = |mark: &Bookmark| destination(*sheet, page.scene.height - mark.y);
            page.bookmarks.iter().map(move |mark| (mark, to(mark)))
        })
        .collect();
    if entries.is_empty() {
        return Ok(());
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(&entries.iter().map(|(mark, _)| mark.level).collect::<Vec<_>>());
    let mut children: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut places = Vec::with_capacity(entries.len());
    for (index, parent) in parents.iter().enumerate() {
        let siblings = children.entry(*parent).or_default();
        places.push(siblings.len());
        siblings.push(index);
    }
    let children = |of: Option<usize>| children.get(&of).map_or(&[][..], Vec::as_slice);
    for (index, (mark, to)) in entries.into_iter().enumerate() {
        let siblings = children(parents[index]);
        let place = places[index];
        let mut entry = dictionary! {
            "Title" => text_string(&mark.title),
            "Parent" => parents[index].map_or(root, |parent| ids[parent]),
            "Dest" => to,
        };
        if let Some(before) = place.checked_sub(1) {
            entry.set("Prev", ids[siblings[before]]);
        }
        if let Some(after) = siblings.get(place + 1) {
            entry.set("Next", ids[*after]);
        }
        // Only the first level is open at the start, hence the negative count of what is folded away.
        set_children(&mut entry, children(Some(index)), &ids, -1);
        file.objects.insert(ids[index], entry.into());
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    set_children(&mut outline, children(None), &ids, 1);
    file.objects.insert(root, outline.into());
    let catalog = file.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

/// For each level the index of the entry that it belongs to.
fn parents(levels: &[u8]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(levels.len());
    for (index, level) in levels.iter().enumerate() {
        while open.pop_if(|above| levels[*above] >= *level).is_some() {}
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

fn set_children(entry: &mut Dictionary, children: &[usize], ids: &[ObjectId], sign: i64) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        entry.set("First", ids[*first]);
        entry.set("Last", ids[*last]);
        entry.set("Count", sign * i64::try_from(children.len()).unwrap_or(i64::MAX));
    }
}

/// Has the reader show each page's own label in place of its number.
pub(super) fn add_page_labels(file: &mut Document, pages: &[Page]) -> lopdf::Result<()> {
    let mut labels = Vec::with_capacity(pages.len() * 2);
    for (number, page) in (0_i64..).zip(pages) {
        labels.push(Object::Integer(number));
        labels.push(dictionary! { "P" => text_string(&page.label) }.into());
    }
    file.catalog_mut()?.set("PageLabels", dictionary! { "Nums" => labels });
    Ok(())
}

fn destination(sheet: ObjectId, y: f32) -> Object {
    vec![sheet.into(), "XYZ".into(), Object::Null, number(y).into(), Object::Null].into()
}

fn numbers(values: &[f32]) -> Object {
    values.iter().map(|value| Object::Real(*value)).collect::<Vec<_>>().into()
}

pub(super) fn references(ids: &[ObjectId]) -> Object {
    ids.iter().map(|id| Object::Reference(*id)).collect::<Vec<_>>().into()
}

/// The address with everything but plain printable ASCII as `%XX`, as a PDF wants it.
fn percent_encoded(url: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'!'..=b'~' if !b"\"<>\\^`{|}".contains(&byte) => encoded.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => _ = write!(encoded, "%{byte:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{may_be_opened, parents, percent_encoded};

    #[test]
    fn an_entry_belongs_to_the_nearest_before_it_with_a_smaller_level() {
        assert_eq!(
            parents(&[1, 2, 2, 3, 1, 3, 2]),
            [None, Some(0), Some(0), Some(2), None, Some(4), Some(4)]
        );
        assert_eq!(parents(&[3, 2, 1]), [None, None, None]);
    }

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        assert!(may_be_opened("HTTPS://example.org/") && may_be_opened("mailto:a@example.org"));
        for url in ["javascript:alert(1)", "file:///etc/passwd", "example.org", ""] {
            assert!(!may_be_opened(url), "{url}");
        }
    }

    #[test]
    fn addresses_are_percent_encoded() {
        assert_eq!(
            percent_encoded("https://a.example/ü b?q=1&r=%20#x"),
            "https://a.example/%C3%BC%20b?q=1&r=%20#x"
        );
    }
}
