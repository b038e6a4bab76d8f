//! The tree of meaning, written for the file.

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::navigation::references;
use super::objects::{self, Packs};
use super::operators::Operators;
use super::structure::{Element, Kid, Tree};

/// The elements of the tree, for the file. There are many, so they are written without an object in between.
pub(super) struct Elements<'t> {
    tree: &'t Tree,
    root: ObjectId,
    ids: Vec<ObjectId>,
    sheets: &'t [ObjectId],
    links: &'t [Vec<ObjectId>],
}

/// Adds all of the tree but its elements, which it returns. `contents` holds, page by page, the element of each marked
/// stretch, and `links` the annotations of each page.
pub(super) fn add<'t>(
    file: &mut Document,
    tree: &'t Tree,
    sheets: &'t [ObjectId],
    contents: &[Vec<usize>],
    links: &'t [Vec<ObjectId>],
) -> lopdf::Result<Elements<'t>> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = tree.elements.iter().map(|_| file.new_object_id()).collect();

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
    Ok(Elements { tree, root, ids, sheets, links })
}

/// The structure type of a remark. Each has a name of its own (PDF/UA-1, 7.9).
const NOTE: &str = "Note";

/// The name of a remark, in the order of the objects.
fn name_of_note((number, _): ObjectId) -> String {
    format!("note {number:08}")
}

impl Elements<'_> {
    /// Adds them all.
    pub(super) fn add(&self, packs: &mut Packs<'_>) {
        for (element, id) in self.tree.elements.iter().zip(&self.ids) {
            packs.add(*id, |to| self.put(to, *id, element));
        }
    }

    /// Writes an element as it stands in the file.
    fn put(&self, to: &mut Operators, id: ObjectId, element: &Element) {
        let parent = if element.page.is_some() { self.ids[element.parent] } else { self.root };
        to.part(b"<</S/");
        to.part(element.tag.as_bytes());
        to.part(b"/P");
        objects::put(to, &parent.into());
        let is_on_page =
            element.figure.is_some() || element.kids.iter().any(|it| !matches!(it, Kid::Element(_)));
        if let (Some(page), true) = (element.page, is_on_page) {
            to.part(b"/Pg");
            objects::put(to, &self.sheets[page].into());
        }
        if !element.kids.is_empty() {
            to.part(b"/K[");
            for kid in &element.kids {
                let kid = match (kid, element.page) {
                    (Kid::Element(index), _) => self.ids[*index].into(),
                    (Kid::Content(stretch), _) => {
                        Object::Integer(i64::try_from(*stretch).unwrap_or_default())
                    }
                    (Kid::Link(link), Some(page)) => {
                        dictionary! { "Type" => "OBJR", "Obj" => self.links[page][*link] }.into()
                    }
                    (Kid::Link(_), None) => Object::Null,
                };
                objects::put(to, &kid);
            }
            to.part(b"]");
        }
        if let Some(figure) = &element.figure {
            let bounds: Vec<Object> = figure.bounds.iter().map(|value| Object::Real(*value)).collect();
            to.part(b"/Alt");
            objects::put(to, &text_string(&figure.alternative));
            to.part(b"/A");
            objects::put(to, &dictionary! { "O" => "Layout", "BBox" => bounds }.into());
        }
        if element.tag == NOTE {
            to.part(b"/ID");
            objects::put(to, &text_string(&name_of_note(id)));
        }
        if let Some(scope) = element.scope {
            to.part(format!("/A<</O/Table/Scope/{scope}>>").as_bytes());
        }
        to.part(b">>");
    }
}
