//! What PDF/UA-1 asks of the structure of a file, as far as a program can tell.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::file::{self, Owner, array, dictionary};

/// What is wrong with the file, a sentence each.
pub(crate) fn violations(bytes: &[u8]) -> Vec<String> {
    let file = file::read(bytes);
    let mut checker =
        Checker { file: &file, found: Vec::new(), stretches: BTreeMap::new(), annotations: BTreeMap::new() };
    checker.document();
    checker.tree();
    checker.pages();
    checker.fonts();
    checker.found
}

struct Checker<'d> {
    file: &'d Document,
    found: Vec<String>,
    /// The element of each stretch of content, by page and number.
    stretches: BTreeMap<(ObjectId, i64), ObjectId>,
    /// The element of each annotation.
    annotations: BTreeMap<ObjectId, ObjectId>,
}

impl<'d> Checker<'d> {
    fn say(&mut self, holds: bool, wrong: impl FnOnce() -> String) {
        if !holds && self.found.len() < 20 {
            self.found.push(wrong());
        }
    }

    fn catalog(&self) -> &'d Dictionary {
        self.file.catalog().expect("a catalog")
    }

    /// What the file says about itself.
    fn document(&mut self) {
        let catalog = self.catalog();
        let is_true = |holder: &str, key: &[u8]| {
            dictionary(self.file, catalog, holder).and_then(|it| it.get(key).and_then(Object::as_bool).ok())
                == Some(true)
        };
        let (marked, titled) =
            (is_true("MarkInfo", b"Marked"), is_true("ViewerPreferences", b"DisplayDocTitle"));
        let has_language = catalog.get(b"Lang").and_then(Object::as_str).is_ok_and(|it| !it.is_empty());
        let packet = catalog.get(b"Metadata").and_then(Object::as_reference);
        let packet = packet.and_then(|id| self.file.get_object(id)).and_then(Object::as_stream);
        let packet = packet.map(|it| String::from_utf8_lossy(&it.content).into_owned()).unwrap_or_default();
        self.say(marked, || "it is not marked".to_owned());
        self.say(titled, || "a viewer does not show its title".to_owned());
        self.say(has_language, || "it has no language".to_owned());
        self.say(packet.contains("<pdfuaid:part>1</pdfuaid:part>"), || {
            "it does not claim PDF/UA-1".to_owned()
        });
        self.say(packet.contains("<dc:title>"), || "its packet has no title".to_owned());
        for key in ["OpenAction", "AA", "AcroForm", "Names"] {
            self.say(!catalog.has(key.as_bytes()), || format!("the catalog has {key}"));
        }
        let labels =
            dictionary(self.file, catalog, "PageLabels").map_or(0, |it| array(self.file, it, "Nums").len());
        let pages = self.file.get_pages().len();
        self.say(labels == pages * 2, || format!("{} labels for {pages} pages", labels / 2));
        for (id, object) in &self.file.objects {
            let Ok(action) = object.as_dict().and_then(|it| it.get(b"A")).and_then(Object::as_dict) else {
                continue;
            };
            let Ok(kind) = action.get(b"S").and_then(Object::as_name) else { continue };
            let address = action.get(b"URI").and_then(Object::as_str).unwrap_or_default();
            let is_safe = ["http:", "https:", "mailto:"].iter().any(|it| address.starts_with(it.as_bytes()));
            self.say(kind == b"GoTo" || kind == b"URI" && is_safe, || format!("{id:?} does {action:?}"));
        }
    }

    /// The tree from the top: what stands in what, in which order.
    fn tree(&mut self) {
        let Some(root) = dictionary(self.file, self.catalog(), "StructTreeRoot") else {
            return self.say(false, || "there is no tree".to_owned());
        };
        let document = root.get(b"K").and_then(Object::as_reference).expect("one element at the top");
        let mut heading = 0;
        let mut open = vec![(document, None::<ObjectId>)];
        while let Some((id, parent)) = open.pop() {
            let element = self.file.get_dictionary(id).expect("an element");
            let tag = tag(element);
            let inside = parent.map_or("StructTreeRoot", |parent| self.tag_of(parent));
            let may = may_stand(tag, inside);
            self.say(may, || format!("{tag} stands in {inside}"));
            self.say(tag != "Note" || element.has(b"ID"), || "a remark has no name".to_owned());
            if let Some(parent) = parent {
                let says = element.get(b"P").and_then(Object::as_reference).ok();
                self.say(says == Some(parent), || format!("{tag} {id:?} does not know its parent"));
            }
            if let Some(level) = tag.strip_prefix('H').and_then(|level| level.parse::<u8>().ok()) {
                self.say(level <= heading + 1, || format!("H{level} follows H{heading}"));
                heading = level;
            }
            self.element(tag, element);
            let elements = self.elements(id, element);
            open.extend(elements.into_iter().rev().map(|kid| (kid, Some(id))));
        }
    }

    /// What an element of its kind must have.
    fn element(&mut self, tag: &str, element: &Dictionary) {
        let attributes = dictionary(self.file, element, "A");
        match tag {
            "Figure" => {
                let words = element.get(b"Alt").ok().and_then(|it| lopdf::decode_text_string(it).ok());
                self.say(words.is_some_and(|it| !it.trim().is_empty()), || {
                    "a figure has no words".to_owned()
                });
                let bounds = attributes.map_or(0, |it| array(self.file, it, "BBox").len());
                self.say(bounds == 4, || "a figure has no bounds".to_owned());
            }
            "TH" => {
                let scope = attributes.is_some_and(|it| it.has(b"Scope"));
                self.say(scope, || "a heading cell does not say what it heads".to_owned());
            }
            "Table" => self.table(element),
            _ => {}
        }
    }

    fn table(&mut self, element: &Dictionary) {
        let rows: Vec<Vec<&str>> = array(self.file, element, "K")
            .iter()
            .filter_map(|row| self.file.get_dictionary(row.as_reference().ok()?).ok())
            .map(|row| {
                let cells = array(self.file, row, "K").iter().filter_map(|cell| cell.as_reference().ok());
                cells.map(|cell| self.tag_of(cell)).collect()
            })
            .collect();
        let columns = rows.first().map_or(0, Vec::len);
        self.say(columns > 0, || "a table is empty".to_owned());
        self.say(rows.iter().all(|row| row.len() == columns), || format!("a table is ragged: {rows:?}"));
        self.say(rows.iter().flatten().any(|tag| *tag == "TH"), || "a table has no heads".to_owned());
    }

    /// The elements in an element; its content and links are noted.
    fn elements(&mut self, id: ObjectId, element: &Dictionary) -> Vec<ObjectId> {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let mut elements = Vec::new();
        for kid in array(self.file, element, "K") {
            match kid {
                Object::Reference(kid) => elements.push(*kid),
                Object::Integer(stretch) => {
                    let page = page.expect("content is on a page");
                    let before = self.stretches.insert((page, *stretch), id);
                    self.say(before.is_none(), || format!("stretch {stretch} of {page:?} stands twice"));
                }
                Object::Dictionary(kid) => {
                    let annotation = kid.get(b"Obj").and_then(Object::as_reference).expect("an annotation");
                    let before = self.annotations.insert(annotation, id);
                    self.say(before.is_none(), || format!("link {annotation:?} stands twice"));
                }
                other => self.say(false, || format!("{other:?} is no kid of an element")),
            }
        }
        elements
    }

    /// All that the pages draw and link is in the tree, and finds its way back.
    fn pages(&mut self) {
        let root = dictionary(self.file, self.catalog(), "StructTreeRoot").expect("a tree");
        let found_by =
            dictionary(self.file, root, "ParentTree").map_or(&[][..], |it| array(self.file, it, "Nums"));
        let found_by: BTreeMap<i64, &Object> =
            found_by.chunks(2).map(|pair| (pair[0].as_i64().expect("a number"), &pair[1])).collect();
        for (number, page) in self.file.get_pages() {
            let dictionary = self.file.get_dictionary(page).expect("a page");
            let tabs = dictionary.get(b"Tabs").and_then(Object::as_name).unwrap_or_default();
            self.say(tabs == b"S", || format!("page {number}: the tab key does not follow the tree"));
            let own = dictionary.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
            let elements = found_by.get(&own).and_then(|it| self.file.dereference(it).ok());
            let elements = elements.and_then(|(_, it)| it.as_array().ok()).map_or(&[][..], Vec::as_slice);
            let mut drawn = BTreeSet::new();
            for piece in file::pieces(self.file, page) {
                match piece.owner {
                    Owner::Nobody => self.say(false, || format!("page {number}: {piece:?} is in no element")),
                    Owner::Artifact => {}
                    Owner::Stretch(stretch) => _ = drawn.insert(stretch),
                }
                if let Some(line) = piece.text {
                    self.say(!line.glyphs.contains(&0), || {
                        format!("page {number}: {line:?} shows a missing glyph")
                    });
                }
            }
            for stretch in drawn {
                let element = self.stretches.remove(&(page, stretch));
                let back = elements.get(usize::try_from(stretch).expect("a place"));
                let back = back.and_then(|it| it.as_reference().ok());
                self.say(element.is_some(), || format!("page {number}: stretch {stretch} is in no element"));
                self.say(back == element, || format!("page {number}: stretch {stretch} does not find back"));
            }
            for link in array(self.file, dictionary, "Annots") {
                let id = link.as_reference().expect("a reference");
                let link = self.file.get_dictionary(id).expect("a link");
                let words = link.get(b"Contents").ok().and_then(|it| lopdf::decode_text_string(it).ok());
                self.say(words.is_some_and(|it| !it.is_empty()), || {
                    format!("page {number}: a link has no words")
                });
                let element = self.annotations.remove(&id);
                let own = link.get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
                let back = found_by.get(&own).and_then(|it| it.as_reference().ok());
                self.say(element.is_some() && back == element, || {
                    format!("page {number}: a link is in no element")
                });
                let tag = element.map_or("", |it| self.tag_of(it));
                self.say(tag == "Link", || format!("page {number}: a link is in {tag}"));
            }
        }
        let (stretches, links) = (self.stretches.len(), self.annotations.len());
        self.say(stretches == 0, || format!("{stretches} stretches are in the tree and on no page"));
        self.say(links == 0, || format!("{links} links are in the tree and on no page"));
    }

    /// Every font is in the file and says what it is read as.
    fn fonts(&mut self) {
        for (id, object) in &self.file.objects {
            let Ok(font) = object.as_dict() else { continue };
            if font.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Type0") {
                continue;
            }
            let descendant = array(self.file, font, "DescendantFonts")[0].as_dict().expect("a font");
            let descriptor = dictionary(self.file, descendant, "FontDescriptor");
            let embedded = descriptor.is_some_and(|it| it.has(b"FontFile2"));
            self.say(embedded && font.has(b"ToUnicode"), || format!("font {id:?} is not whole"));
        }
    }

    fn tag_of(&self, id: ObjectId) -> &'d str {
        self.file.get_dictionary(id).map_or("", tag)
    }
}

fn tag(element: &Dictionary) -> &str {
    element
        .get(b"S")
        .and_then(Object::as_name)
        .ok()
        .and_then(|it| std::str::from_utf8(it).ok())
        .unwrap_or_default()
}

/// Whether an element may stand in another, by their standard types.
fn may_stand(tag: &str, inside: &str) -> bool {
    match tag {
        "Document" => inside == "StructTreeRoot",
        "TR" => inside == "Table",
        "TH" | "TD" => inside == "TR",
        "LI" => inside == "L",
        "LBody" => inside == "LI",
        "Lbl" => matches!(inside, "LI" | "Note"),
        "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => inside == "Document",
        "P" | "Figure" | "Table" | "L" | "Link" | "Note" => {
            !matches!(inside, "Table" | "TR" | "L" | "LI" | "StructTreeRoot")
        }
        _ => false,
    }
}
