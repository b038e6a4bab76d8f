//! The tree of meaning, written for the file.

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::navigation::references;
use super::objects::{self, Written};
use super::operators::Operators;
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
        Written { id: *id, bytes: entry(*id, parent, element, (&ids, sheets, links)) }
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

/// An element as it stands in the file. There are many, so they are written without a dictionary in between.
fn entry(
    id: ObjectId,
    parent: ObjectId,
    element: &Element,
    (ids, sheets, links): (&[ObjectId], &[ObjectId], &[Vec<ObjectId>]),
) -> Vec<u8> {
    let mut to = Operators::default();
    to.part(b"<</S/");
    to.part(element.tag.as_bytes());
    to.part(b"/P");
    objects::put(&mut to, &parent.into());
    let is_on_page = element.figure.is_some() || element.kids.iter().any(|it| !matches!(it, Kid::Element(_)));
    if let (Some(page), true) = (element.page, is_on_page) {
        to.part(b"/Pg");
        objects::put(&mut to, &sheets[page].into());
    }
    if !element.kids.is_empty() {
        to.part(b"/K[");
        for kid in &element.kids {
            let kid = match (kid, element.page) {
                (Kid::Element(index), _) => ids[*index].into(),
                (Kid::Content(stretch), _) => Object::Integer(i64::try_from(*stretch).unwrap_or_default()),
                (Kid::Link(link), Some(page)) => {
                    dictionary! { "Type" => "OBJR", "Obj" => links[page][*link] }.into()
                }
                (Kid::Link(_), None) => Object::Null,
            };
            objects::put(&mut to, &kid);
        }
        to.part(b"]");
    }
    if let Some(figure) = &element.figure {
        let bounds: Vec<Object> = figure.bounds.iter().map(|value| Object::Real(*value)).collect();
        to.part(b"/Alt");
        objects::put(&mut to, &text_string(&figure.alternative));
        to.part(b"/A");
        objects::put(&mut to, &dictionary! { "O" => "Layout", "BBox" => bounds }.into());
    }
    if element.tag == NOTE {
        to.part(b"/ID");
        objects::put(&mut to, &text_string(&name_of_note(id)));
    }
    if let Some(scope) = element.scope {
        to.part(format!("/A<</O/Table/Scope/{scope}>>").as_bytes());
    }
    to.part(b">>");
    to.into_bytes()
}
