//! Objects of a PDF as bytes, and the file that holds them all.
//!
//! lopdf could save its document itself, and then would copy every object, write each three times, and leave the
//! list of where they lie as large as it is; most of a tagged file is small objects.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::deflate;
use super::metadata::Fingerprint;
use super::operators::Operators;

/// How many objects are compressed together: enough for what they have in common, few enough to be read at once.
const PACKED_TOGETHER: usize = 500;

/// The file with the objects of `document` and those that `add_more` adds, and an identifier that depends on their
/// content alone.
pub(super) fn file(
    document: &Document,
    add_more: impl FnOnce(&mut Packs<'_>),
    mut fingerprint: Fingerprint,
) -> Vec<u8> {
    let mut file = File { bytes: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: vec![Place::default()] };
    let mut packed = Vec::new();
    let compressed = deflate::all(|compress| {
        let mut packs = Packs { compress, open: Pack::default(), done: Vec::new() };
        for (id, object) in &document.objects {
            match object {
                Object::Stream(stream) => file.add(id.0, stream),
                object => packs.add(*id, |to| put(to, object)),
            }
        }
        add_more(&mut packs);
        packed = packs.ended();
    });
    let mut next = document.max_id + 1;
    for (pack, compressed) in packed.iter().zip(compressed) {
        file.pack(next, pack, compressed);
        next += 1;
    }
    fingerprint.add(&file.bytes);
    file.end(next, &document.trailer, &fingerprint)
}

/// Small objects on their way into the file, many in one stream.
pub(super) struct Packs<'c> {
    compress: &'c mut dyn FnMut(Vec<u8>),
    open: Pack,
    done: Vec<Packed>,
}

/// Objects that go into one stream.
#[derive(Default)]
struct Pack {
    numbers: Vec<u32>,
    /// Which objects there are, each with its place among the bytes.
    heads: String,
    bytes: Operators,
}

/// Which objects a stream holds, and where in it the first of them begins.
struct Packed {
    numbers: Vec<u32>,
    first: usize,
}

impl Packs<'_> {
    /// Adds an object, as `write` writes it.
    pub(super) fn add(&mut self, (number, _): ObjectId, write: impl FnOnce(&mut Operators)) {
        let pack = &mut self.open;
        // Writing to a string cannot fail.
        _ = write!(pack.heads, "{number} {} ", pack.bytes.len());
        write(&mut pack.bytes);
        pack.bytes.part(b"\n");
        pack.numbers.push(number);
        if pack.numbers.len() == PACKED_TOGETHER {
            self.end_pack();
        }
    }

    fn end_pack(&mut self) {
        let Pack { numbers, heads, bytes } = std::mem::take(&mut self.open);
        self.done.push(Packed { numbers, first: heads.len() });
        let mut stream = heads.into_bytes();
        stream.append(&mut bytes.into_bytes());
        (self.compress)(stream);
    }

    fn ended(mut self) -> Vec<Packed> {
        if !self.open.numbers.is_empty() {
            self.end_pack();
        }
        self.done
    }
}

struct File {
    bytes: Vec<u8>,
    /// Where each object is, by its number.
    places: Vec<Place>,
}

/// Where an object is, as three numbers of a cross-reference stream; free by default.
#[derive(Clone, Copy, Default)]
struct Place {
    kind: u8,
    /// How many bytes before it, or the number of the object that holds it.
    at: u32,
    /// Its place in the object that holds it.
    index: u16,
}

impl File {
    fn add(&mut self, number: u32, stream: &Stream) {
        // Four thousand million bytes are more than any report.
        self.put(
            number,
            Place { kind: 1, at: u32::try_from(self.bytes.len()).unwrap_or(u32::MAX), index: 0 },
        );
        let mut to = Operators::default();
        to.part(format!("{number} 0 obj\n").as_bytes());
        put_dictionary(&mut to, &stream.dict);
        to.part(b"stream\n");
        to.part(&stream.content);
        to.part(b"\nendstream\nendobj\n");
        self.bytes.append(&mut to.into_bytes());
    }

    /// Adds objects in one stream, which is `compressed` already.
    fn pack(&mut self, holder: u32, pack: &Packed, compressed: Vec<u8>) {
        for (index, number) in (0..).zip(&pack.numbers) {
            self.put(*number, Place { kind: 2, at: holder, index });
        }
        let entry = dictionary! {
            "Type" => "ObjStm",
            "N" => whole(pack.numbers.len()),
            "First" => whole(pack.first),
        };
        self.add(holder, &deflate::stream(entry, compressed));
    }

    /// Ends the file with the list of where everything is.
    fn end(mut self, number: u32, trailer: &Dictionary, fingerprint: &Fingerprint) -> Vec<u8> {
        let start = self.bytes.len();
        self.put(number, Place { kind: 1, at: u32::try_from(start).unwrap_or(u32::MAX), index: 0 });
        let identifier = Object::String(fingerprint.bytes().to_vec(), StringFormat::Hexadecimal);
        let mut entry = dictionary! {
            "Type" => "XRef",
            "Size" => whole(self.places.len()),
            "W" => vec![1.into(), 4.into(), 2.into()],
            "ID" => vec![identifier.clone(), identifier],
            // Each row is written as its difference from the row before.
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => 7 },
        };
        for key in ["Root", "Info"] {
            if let Ok(object) = trailer.get(key.as_bytes()) {
                entry.set(key, object.clone());
            }
        }
        let mut rows = Vec::new();
        let mut before = [0; 7];
        for place in &self.places {
            let ([a, b, c, d], [e, f]) = (place.at.to_be_bytes(), place.index.to_be_bytes());
            let row = [place.kind, a, b, c, d, e, f];
            rows.push(2);
            rows.extend(row.iter().zip(before).map(|(new, old)| new.wrapping_sub(old)));
            before = row;
        }
        self.add(number, &deflate::stream(entry, deflate::one(&rows)));
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes
    }

    fn put(&mut self, number: u32, place: Place) {
        let index = number as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, Place::default());
        }
        self.places[index] = place;
    }
}

fn whole(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Writes an object that is no stream, with a space before it where what stands before would run into it.
pub(super) fn put(to: &mut Operators, object: &Object) {
    match object {
        Object::Null | Object::Stream(_) => to.part(b" null"),
        Object::Boolean(value) => to.part(if *value { b" true" } else { b" false" }),
        Object::Integer(value) => {
            to.part(b" ");
            to.whole(*value);
        }
        Object::Real(value) => {
            to.part(b" ");
            to.number(*value);
        }
        Object::Name(name) => put_name(to, name),
        // As hexadecimal digits a text would be twice as long.
        Object::String(text, _) => {
            to.part(b"(");
            text.iter().for_each(|byte| to.byte_of_string(*byte));
            to.part(b")");
        }
        Object::Array(items) => {
            to.part(b"[");
            items.iter().for_each(|item| put(to, item));
            to.part(b"]");
        }
        Object::Dictionary(entries) => put_dictionary(to, entries),
        Object::Reference((number, generation)) => {
            to.part(b" ");
            to.whole(i64::from(*number));
            to.part(b" ");
            to.whole(i64::from(*generation));
            to.part(b" R");
        }
    }
}

fn put_dictionary(to: &mut Operators, entries: &Dictionary) {
    to.part(b"<<");
    for (key, value) in entries {
        put_name(to, key);
        put(to, value);
    }
    to.part(b">>");
}

fn put_name(to: &mut Operators, name: &[u8]) {
    to.part(b"/");
    for byte in name {
        match byte {
            b'!'..=b'~' if !b"#()<>[]{}/%".contains(byte) => to.part(&[*byte]),
            byte => to.part(format!("#{byte:02X}").as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Object, StringFormat, dictionary, text_string};

    use super::Operators;

    fn bytes(object: &Object) -> Vec<u8> {
        let mut to = Operators::default();
        super::put(&mut to, object);
        to.into_bytes()
    }

    fn written(object: &Object) -> String {
        String::from_utf8_lossy(&bytes(object)).into_owned()
    }

    #[test]
    fn objects_are_written_so_that_none_runs_into_the_next() {
        let all = vec![1.into(), 2.5_f32.into(), true.into(), Object::Null, (7, 0).into(), "Name".into()];
        assert_eq!(written(&all.into()), "[ 1 2.5 true null 7 0 R/Name]");
        let entries = dictionary! { "A" => 1, "B" => dictionary! { "C" => "D" } };
        assert_eq!(written(&entries.into()), "<</A 1/B<</C/D>>>>");
    }

    #[test]
    fn strings_and_names_keep_every_byte() {
        assert_eq!(written(&text_string("(a) \\ %")), "(\\(a\\) \\\\ %)");
        let text = Object::String(vec![0, b'\r', 255], StringFormat::Hexadecimal);
        assert_eq!(bytes(&text), b"(\0\\r\xff)");
        assert_eq!(written(&Object::Name(b"A b#(c)".to_vec())), "/A#20b#23#28c#29");
    }
}
