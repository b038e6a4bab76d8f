//! What lies on the clipboard: an excerpt of a workshop, exact for Opmap, as a table and a picture for others.
//!
//! The exact form goes along twice: as a type of its own, and inside the HTML, which crosses from window to window.

use opmap_model::{Document, Table};

use crate::json::{self, JsonError};
use crate::rows;

/// The type of the exact form.
pub const MEDIA_TYPE: &str = "application/x-opmap";

/// The first words of the exact form.
const HEAD: &str = "opmap-clip ";
/// The attribute of the table that holds it.
const ATTRIBUTE: &str = "data-opmap=\"";

/// What was copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Clip {
    /// As what it is pasted.
    pub kind: ClipKind,
    /// The workshop that holds it ([`Document::excerpt`]).
    pub excerpt: Document,
}

/// As what an excerpt is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipKind {
    /// As steps of a map.
    Steps,
    /// As a stage of a map.
    Stage,
    /// As a lane of a map.
    Lane,
    /// As a journey.
    Journey,
}

impl ClipKind {
    const ALL: [Self; 4] = [Self::Steps, Self::Stage, Self::Lane, Self::Journey];

    fn key(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Stage => "stage",
            Self::Lane => "lane",
            Self::Journey => "journey",
        }
    }
}

/// The exact form: a line that says what it is, and the excerpt as [`json`].
#[must_use]
pub fn write(clip: &Clip) -> String {
    let excerpt = String::from_utf8(json::write(&clip.excerpt)).expect("JSON is text");
    format!("{HEAD}{}\n{excerpt}", clip.kind.key())
}

/// Reads the exact form again.
///
/// # Errors
/// As [`json::read`].
pub fn read(text: &str) -> Result<Clip, JsonError> {
    let (line, excerpt) = text.split_once('\n').ok_or(JsonError::NotOpmap)?;
    let key = line.strip_prefix(HEAD).ok_or(JsonError::NotOpmap)?.trim();
    let kind = ClipKind::ALL.into_iter().find(|it| it.key() == key).ok_or(JsonError::NotOpmap)?;
    Ok(Clip { kind, excerpt: json::read(excerpt.as_bytes())? })
}

/// The excerpt as rows for a spreadsheet.
#[must_use]
pub fn plain(clip: &Clip) -> String {
    rows::write(&rows::table(&clip.excerpt))
}

/// The excerpt as HTML: a table, in which nothing is a formula (B8), and below it a picture ([`picture_html`]).
#[must_use]
pub fn html(clip: &Clip, picture: Option<&str>) -> String {
    let mut rows = rows::table(&clip.excerpt).into_iter();
    let row = |cell: &str, row: Vec<String>| {
        let cells = row
            .iter()
            .map(|it| format!("<{cell}>{}</{cell}>", escaped(&rows::guarded(it)).replace('\n', "<br>")));
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let head = rows.next().map(|it| row("th", it)).unwrap_or_default();
    let body: String = rows.map(|it| row("td", it)).collect();
    format!(
        "<meta charset=\"utf-8\">\n<table {ATTRIBUTE}{}\">\n<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n{}",
        escaped(&write(clip)),
        picture.unwrap_or_default()
    )
}

/// The image at an address as HTML, with what it says in words.
#[must_use]
pub fn picture_html(address: &str, words: &str) -> String {
    format!("<p><img alt=\"{}\" src=\"{}\"></p>\n", escaped(words), escaped(address))
}

/// The exact form inside HTML, if there is one. The HTML is only searched, never shown.
#[must_use]
pub fn inside_html(html: &str) -> Option<String> {
    let (_, rest) = html.split_once(ATTRIBUTE)?;
    let (value, _) = rest.split_once('"')?;
    let plain = [
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#10;", "\n"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    Some(plain.iter().fold(value.to_owned(), |text, (entity, it)| text.replace(entity, it)))
}

/// How many steps it is, in words.
#[must_use]
pub fn counted(excerpt: &Document) -> String {
    steps_counted(excerpt.steps().len())
}

/// So many steps, in words.
#[must_use]
pub fn steps_counted(count: usize) -> String {
    match count {
        1 => format!("1 {}", Table::Step.label()),
        count => format!("{count} {}", Table::Step.name()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::{Dice, Options, document};
    use opmap_model::notation;

    use super::{Clip, ClipKind, html, inside_html, picture_html, plain, read, write};

    fn clip(seed: u64) -> Clip {
        let made = document(&Options { steps: 12, lanes: 3, stages: 4, seed });
        // What is copied holds no rounds.
        Clip { kind: ClipKind::Steps, excerpt: made.without_sealed_rounds() }
    }

    #[test]
    fn what_is_copied_is_read_again_also_out_of_its_html() {
        for (seed, kind) in (0..).zip(ClipKind::ALL) {
            let clip = Clip { kind, ..clip(seed) };
            assert_eq!(read(&write(&clip)).unwrap(), clip);
            let html = html(&clip, Some(&picture_html("data:image/png;base64,iVBO", "A \"map\"")));
            assert_eq!(read(&inside_html(&html).unwrap()).unwrap(), clip);
        }
    }

    #[test]
    fn others_find_a_table_and_a_picture() {
        let html = html(&clip(1), Some(&picture_html("data:image/png;base64,iVBO", "A \"map\"")));
        assert_eq!(html.matches("<tr>").count(), 13, "a row for each step below the names of the columns");
        assert!(html.contains("<th>Stage</th><th>Lane</th><th>Step</th>"));
        assert!(html.contains("<img alt=\"A &quot;map&quot;\" src=\"data:image/png;base64,iVBO\">"));
        assert_eq!(plain(&clip(1)).lines().next(), Some("Stage\tLane\tStep\tKind\tChannel\tNote\tLeads to"));
    }

    #[test]
    fn a_title_that_looks_like_a_formula_is_none_in_a_spreadsheet() {
        let text = r#"
workshop "Repair"
journey repair "Repair a fault"
map repair as-lived
stage contact "+1+cmd|x"
lane customer "-1" kind=customer
step call "=HYPERLINK(1)" at=contact/customer
"#;
        let mut dice = Dice::new(1);
        let clip =
            Clip { kind: ClipKind::Steps, excerpt: notation::parse(text, &mut || dice.uuid()).unwrap() };
        let plain = plain(&clip);
        assert!(plain.contains("\n'+1+cmd|x\t-1\t'=HYPERLINK(1)\t"), "{plain}");
        assert_eq!(crate::rows::grid(&plain).unwrap()[1][..3], ["+1+cmd|x", "-1", "=HYPERLINK(1)"]);
        let html = html(&clip, None);
        assert!(html.contains("<td>'+1+cmd|x</td><td>-1</td><td>'=HYPERLINK(1)</td>"), "{html}");
        assert_eq!(read(&inside_html(&html).unwrap()).unwrap(), clip);
    }

    #[test]
    fn what_was_not_copied_here_is_not_taken() {
        assert_eq!(inside_html("<table><tr><td>x</td></tr></table>"), None);
        assert_eq!(inside_html("<table data-opmap=\"never closed"), None);
        assert!(read("").is_err());
        assert!(read("opmap-clip steps").is_err());
        assert!(read("opmap-clip everything\n{}").is_err());
        assert!(read("opmap-clip steps\n{\"format\":\"opmap\"}").is_err());
        let whole = write(&clip(2));
        for cut in (0..whole.len() - 1).step_by(101) {
            assert!(read(&whole[..cut]).is_err(), "cut off at {cut}");
        }
        let torn = whole.replacen("as-lived", "to-be", 1);
        assert!(read(&torn).is_err(), "a stage of another map than its lanes");
    }
}
