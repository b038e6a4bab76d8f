//! What the file says about itself.

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, Stream, dictionary, text_string};

use crate::DocumentInfo;

/// The program, as the file names it.
const CREATOR: &str = "Opmap";

/// Replaces what printpdf wrote about the document. `accessible` has the file say that it follows PDF/UA-1.
pub(super) fn add(file: &mut Document, info: &DocumentInfo, accessible: bool) -> lopdf::Result<()> {
    let moment = pdf_date(info.printed_at);
    let mut entry = dictionary! {
        "Title" => text_string(&info.title),
        "Creator" => text_string(CREATOR),
        "Producer" => text_string(CREATOR),
        "CreationDate" => Object::string_literal(moment.clone()),
        "ModDate" => Object::string_literal(moment),
    };
    for (key, value) in [("Author", &info.author), ("Subject", &info.subject)] {
        if !value.is_empty() {
            entry.set(key, text_string(value));
        }
    }
    let entry_id = file.trailer.get(b"Info").and_then(Object::as_reference)?;
    file.objects.insert(entry_id, entry.into());

    let packet = xmp(info, accessible && !info.title.is_empty() && !info.language.is_empty());
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Other programs look for the packet without reading the PDF, so it stays as it is.
    let packet = file.add_object(Stream::new(kind, packet.into_bytes()).with_compression(false));
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", packet);
    catalog.set("PageLayout", "SinglePage");
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if !info.language.is_empty() {
        catalog.set("Lang", text_string(&info.language));
    }
    Ok(())
}

/// What tells one content from another, and hides nothing: FNV-1a with 128 bits (Fowler, Noll and Vo).
pub(super) struct Fingerprint(u128);

impl Fingerprint {
    /// To be continued with the content of the file.
    pub(super) fn new(info: &DocumentInfo) -> Self {
        let mut fingerprint = Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        fingerprint.add(info.title.as_bytes());
        fingerprint.add(info.printed_at.to_rfc3339().as_bytes());
        fingerprint
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    pub(super) fn bytes(&self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

/// A moment as `D:20260131140300+01'00'`.
fn pdf_date(moment: DateTime<FixedOffset>) -> String {
    let offset = moment.offset().local_minus_utc();
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    format!("D:{}{sign}{:02}'{:02}'", moment.format("%Y%m%d%H%M%S"), minutes / 60, minutes % 60)
}

fn xmp(info: &DocumentInfo, accessible: bool) -> String {
    let language = if info.language.is_empty() { "x-default" } else { &info.language };
    let moment = info.printed_at.format("%Y-%m-%dT%H:%M:%S%:z");
    let text = |value: &str| escaped(value);
    let mut properties = format!(
        "   <dc:format>application/pdf</dc:format>\n   \
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n   \
         <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n",
        text(&info.title),
        text(language)
    );
    if !info.author.is_empty() {
        let author = text(&info.author);
        properties += &format!("   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n");
    }
    if !info.subject.is_empty() {
        let subject = text(&info.subject);
        properties += &format!(
            "   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n"
        );
    }
    if accessible {
        properties += "   <pdfuaid:part>1</pdfuaid:part>\n";
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         {properties}   \
         <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\n   \
         <xmp:CreateDate>{moment}</xmp:CreateDate>\n   \
         <xmp:ModifyDate>{moment}</xmp:ModifyDate>\n   \
         <pdf:Producer>{CREATOR}</pdf:Producer>\n  \
         </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Text as the content of an XML element, without the characters that XML cannot hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{escaped, pdf_date};

    #[test]
    fn dates_carry_their_offset() {
        let date = |text| pdf_date(DateTime::parse_from_rfc3339(text).unwrap());
        assert_eq!(date("2026-01-31T14:03:00+01:00"), "D:20260131140300+01'00'");
        assert_eq!(date("2026-01-31T14:03:00-03:30"), "D:20260131140300-03'30'");
        assert_eq!(date("2026-01-31T14:03:00Z"), "D:20260131140300+00'00'");
    }

    #[test]
    fn markup_in_a_title_stays_text() {
        assert_eq!(escaped("A<b>&\u{0}\n\"c\""), "A&lt;b&gt;&amp; \"c\"");
    }
}
