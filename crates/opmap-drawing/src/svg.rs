//! A scene as an SVG file.

use std::fmt::Write;

use crate::{Colours, Face, ImageMark, Mark, PathMark, RectMark, Scene, Segment, Stroke, TextMark, Tone};

/// The scene as a self-contained SVG image in the colours of the light theme; see [`svg_in`].
#[must_use]
pub fn svg(scene: &Scene) -> String {
    svg_in(scene, &Colours::default())
}

/// The scene as a self-contained SVG image.
///
/// Text stays text and names its font. Whatever the texts contain, they are only ever shown: markup is
/// escaped, and characters that XML cannot hold are left out. A coordinate that is not a number becomes 0.
#[must_use]
pub fn svg_in(scene: &Scene, colours: &Colours) -> String {
    let (width, height) = (Number(scene.width), Number(scene.height));
    let out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" style=\"font-feature-settings:'cv05','cv08','ss03','calt','kern'\">\n"
    );
    let mut writer = Writer { out, colours };
    for mark in &scene.marks {
        // Writing to a string cannot fail.
        let _ = match mark {
            Mark::Rect(mark) => writer.rect(mark),
            Mark::Path(mark) => writer.path(mark),
            Mark::Text(mark) => writer.text(mark),
            Mark::Image(mark) => writer.image(mark),
        };
    }
    writer.out.push_str("</svg>\n");
    writer.out
}

struct Writer<'c> {
    out: String,
    colours: &'c Colours,
}

impl Writer<'_> {
    fn rect(&mut self, mark: &RectMark) -> std::fmt::Result {
        let r = mark.rect;
        write!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            Number(r.x),
            Number(r.y),
            Number(r.width.max(0.0)),
            Number(r.height.max(0.0))
        )?;
        if mark.radius > 0.0 {
            write!(self.out, " rx=\"{}\"", Number(mark.radius))?;
        }
        self.paint(mark.fill, mark.stroke)
    }

    fn path(&mut self, mark: &PathMark) -> std::fmt::Result {
        self.out.push_str("<path d=\"");
        for segment in &mark.segments {
            match segment {
                Segment::Move(to) => write!(self.out, "M{} {}", Number(to.x), Number(to.y))?,
                Segment::Line(to) => write!(self.out, "L{} {}", Number(to.x), Number(to.y))?,
                Segment::Curve(a, b, to) => write!(
                    self.out,
                    "C{} {} {} {} {} {}",
                    Number(a.x),
                    Number(a.y),
                    Number(b.x),
                    Number(b.y),
                    Number(to.x),
                    Number(to.y)
                )?,
                Segment::Close => self.out.push('Z'),
            }
        }
        self.out.push('"');
        self.paint(mark.fill, mark.stroke)
    }

    fn text(&mut self, mark: &TextMark) -> std::fmt::Result {
        let (family, weight) = mark.face.family();
        let fallback = if mark.face == Face::Serif { "serif" } else { "sans-serif" };
        let (x, y) = (Number(mark.at.x), Number(mark.at.y));
        write!(self.out, "<text x=\"{x}\" y=\"{y}\"")?;
        if mark.upwards {
            write!(self.out, " transform=\"rotate(-90 {x} {y})\"")?;
        }
        writeln!(
            self.out,
            " font-family=\"'{family}', {fallback}\" font-weight=\"{weight}\" font-size=\"{}\" fill=\"{}\" \
             xml:space=\"preserve\">{}</text>",
            Number(mark.size),
            self.colour(mark.tone),
            Escaped(&mark.text)
        )
    }

    fn image(&mut self, mark: &ImageMark) -> std::fmt::Result {
        let r = mark.rect;
        writeln!(
            self.out,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" \
             href=\"data:image/png;base64,{}\"/>",
            Number(r.x),
            Number(r.y),
            Number(r.width),
            Number(r.height),
            mark.png.base64()
        )
    }

    /// Ends a shape with its fill and stroke.
    fn paint(&mut self, fill: Option<Tone>, stroke: Option<Stroke>) -> std::fmt::Result {
        match fill {
            Some(tone) => write!(self.out, " fill=\"{}\"", self.colour(tone))?,
            None => self.out.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = stroke {
            write!(
                self.out,
                " stroke=\"{}\" stroke-width=\"{}\"",
                self.colour(stroke.tone),
                Number(stroke.width)
            )?;
            if let Some((on, off)) = stroke.dash {
                write!(self.out, " stroke-dasharray=\"{} {}\"", Number(on), Number(off))?;
            }
        }
        self.out.push_str("/>\n");
        Ok(())
    }

    /// A tone as `#rrggbb`.
    fn colour(&self, tone: Tone) -> String {
        let [r, g, b] = self.colours.rgb(tone);
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

/// A length to a thousandth of its unit, without needless digits.
struct Number(f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.0) * 1000.0).round() / 1000.0;
        // Adding 0 turns the negative zero into zero.
        write!(f, "{}", if rounded.is_finite() { rounded + 0.0 } else { 0.0 })
    }
}

/// Text as the content of an element.
struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::svg;
    use crate::{
        Face, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark, TextRole, Tone,
    };

    fn text(text: &str) -> Mark {
        Mark::Text(run(text))
    }

    fn run(text: &str) -> TextMark {
        TextMark {
            at: Point::new(4.0, 16.0),
            upwards: false,
            text: text.to_owned(),
            face: Face::Medium,
            size: 12.0,
            tone: Tone::Ink,
            role: TextRole::Label,
        }
    }

    #[test]
    fn every_kind_of_mark_is_written() {
        let p = Point::new;
        let mut scene = Scene::new(120.0, 40.5);
        scene.marks = vec![
            Mark::Rect(RectMark {
                rect: Rect::new(1.0, 2.0, 100.0, 1.0 / 3.0),
                radius: 6.0,
                fill: Some(Tone::Surface),
                stroke: Some(Stroke::solid(Tone::LineMark, 1.0)),
            }),
            Mark::Path(PathMark {
                segments: vec![
                    Segment::Move(p(0.0, -0.0001)),
                    Segment::Line(p(5.0, 5.0)),
                    Segment::Curve(p(1.0, 2.0), p(3.0, 4.0), p(f32::NAN, f32::INFINITY)),
                    Segment::Close,
                ],
                fill: None,
                stroke: Some(Stroke::dashed(Tone::WireInk, 1.5, 4.0, 3.0)),
            }),
            text("Schaden prüfen"),
            Mark::Text(TextMark { upwards: true, ..run("Service") }),
        ];
        expect![[r##"
            <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40.5" viewBox="0 0 120 40.5" style="font-feature-settings:'cv05','cv08','ss03','calt','kern'">
            <rect x="1" y="2" width="100" height="0.333" rx="6" fill="#ffffff" stroke="#7c7a72" stroke-width="1"/>
            <path d="M0 0L5 5C1 2 3 4 0 0Z" fill="none" stroke="#5b676d" stroke-width="1.5" stroke-dasharray="4 3"/>
            <text x="4" y="16" font-family="'Inter', sans-serif" font-weight="500" font-size="12" fill="#1a2327" xml:space="preserve">Schaden prüfen</text>
            <text x="4" y="16" transform="rotate(-90 4 16)" font-family="'Inter', sans-serif" font-weight="500" font-size="12" fill="#1a2327" xml:space="preserve">Service</text>
            </svg>
        "##]]
        .assert_eq(&svg(&scene));
    }

    #[test]
    fn hostile_text_is_only_shown() {
        let mut scene = Scene::new(10.0, 10.0);
        scene.marks =
            vec![text("</text><script>alert('1')</script>\" onload=\"x & y\u{0}\u{1b}\u{ffff}]]>\n")];
        let written = svg(&scene);
        let content = written.split("xml:space=\"preserve\">").nth(1).unwrap();
        assert_eq!(
            content,
            "&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x &amp; y]]&gt; </text>\n</svg>\n"
        );
        assert_eq!(written.matches('<').count(), 4, "only the tags of the drawing itself");
    }
}
