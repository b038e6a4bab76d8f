//! The tree of meaning, written for the file.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::navigation::references;
use super::objects::Written;
use super::structure::{Element, Kid, Tree};

/// Adds the tree, and returns its elements. `contents` holds, page by page, the element of each marked stretch,
/// and `links` the annotations of each page.
pub(super) fn add(
    file: &mut Document,
    tree: &Tree,
    sheets: &[ObjectId],
    contents: &[Vec<usize>],
    links: &[Vec<ObjectId>],
) -> lopdf::Result<Vec<Written>> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = tree.elements.iter().map(|_| file.new_object_id()).collect();
    let elements = tree.elements.iter().zip(&ids).map(|(element, id)| {
        let parent = if element.page.is_some() { ids[element.parent] } else { root };
        let mut entry = entry(element, parent, &ids, sheets, links);
        if element.tag == NOTE {
            entry.set("ID", text_string(&name_of_note(*id)));
        }
        Written::new(*id, &entry.into())
    });
    let elements = elements.collect();

    // A page's marked stretches and each link find their way back to their elements by a number.
    let mut found_by = Vec::new();
    let mut next = 0_i64;
    for (sheet, elements) in sheets.iter().zip(contents) {
        let elements: Vec<ObjectId> = elements.iter().map(|element| ids[*element]).collect();
        found_by.extend([Object::Integer(next), file.add_object(references(&elements)).into()]);
        let sheet = file.get_dictionary_mut(*sheet)?;
        sheet.set("StructParents", next);
        sheet.set("Tabs", "S");
        next += 1;
    }
    for (page, links) in links.iter().enumerate() {
        for (link, element) in tree.link_elements(page) {
            found_by.extend([Object::Integer(next), ids[element].into()]);
            file.get_dictionary_mut(links[link])?.set("StructParent", next);
            next += 1;
        }
    }

    let notes = tree.elements.iter().zip(&ids).filter(|(element, _)| element.tag == NOTE);
    let notes: Vec<Object> =
        notes.flat_map(|(_, id)| [text_string(&name_of_note(*id)), (*id).into()]).collect();
    let parent_tree = file.add_object(dictionary! { "Nums" => found_by });
    let document = ids[0];
    file.objects.insert(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => document,
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next,
            "IDTree" => dictionary! { "Names" => notes },
        }
        .into(),
    );
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(elements)
}

/// The structure type of a remark. Each has a name of its own (PDF/UA-1, 7.9).
const NOTE: &str = "Note";

/// The name of a remark, in the order of the objects.
fn name_of_note((number, _): ObjectId) -> String {
    format!("note {number:08}")
}

fn entry(
    element: &Element,
    parent: ObjectId,
    ids: &[ObjectId],
    sheets: &[ObjectId],
    links: &[Vec<ObjectId>],
) -> Dictionary {
    let mut entry = dictionary! { "S" => element.tag, "P" => parent };
    let is_on_page =
        element.figure.is_some() || element.kids.iter().any(|kid| !matches!(kid, Kid::Element(_)));
    if let (Some(page), true) = (element.page, is_on_page) {
        entry.set("Pg", sheets[page]);
    }
    let kids: Vec<Object> = element
        .kids
        .iter()
        .map(|kid| match (kid, element.page) {
            (Kid::Element(index), _) => ids[*index].into(),
            (Kid::Content(stretch), _) => Object::Integer(i64::try_from(*stretch).unwrap_or_default()),
            (Kid::Link(link), Some(page)) => {
                dictionary! { "Type" => "OBJR", "Obj" => links[page][*link] }.into()
            }
            (Kid::Link(_), None) => Object::Null,
        })
        .collect();
    match <[Object; 1]>::try_from(kids) {
        Ok([kid]) => entry.set("K", kid),
        Err(kids) if kids.is_empty() => {}
        Err(kids) => entry.set("K", kids),
    }
    if let Some(figure) = &element.figure {
        let bounds: Vec<Object> = figure.bounds.iter().map(|value| Object::Real(*value)).collect();
        entry.set("Alt", text_string(&figure.alternative));
        entry.set("A", dictionary! { "O" => "Layout", "BBox" => bounds });
    }
    if let Some(scope) = element.scope {
        entry.set("A", dictionary! { "O" => "Table", "Scope" => scope });
    }
    entry
}
