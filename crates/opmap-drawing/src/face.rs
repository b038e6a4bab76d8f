//! The six shipped font files.

/// A face that is shipped: the same file on screen and on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Inter Regular: reading text.
    Regular,
    /// Inter Medium: labels and step titles.
    Medium,
    /// Inter SemiBold: headings and values.
    SemiBold,
    /// Inter Bold: letters in chips only.
    Bold,
    /// Inter Display SemiBold: 24 px and larger.
    Display,
    /// Source Serif 4 Display Semibold: titles of the report.
    Serif,
}

impl Face {
    /// Every face.
    pub const ALL: [Face; 6] =
        [Face::Regular, Face::Medium, Face::SemiBold, Face::Bold, Face::Display, Face::Serif];

    /// Name of its file under `assets/fonts/`.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Face::Regular => "Inter-Regular.ttf",
            Face::Medium => "Inter-Medium.ttf",
            Face::SemiBold => "Inter-SemiBold.ttf",
            Face::Bold => "Inter-Bold.ttf",
            Face::Display => "InterDisplay-SemiBold.ttf",
            Face::Serif => "SourceSerif4Display-Semibold.ttf",
        }
    }

    /// Family and weight, as CSS names them.
    #[must_use]
    pub fn family(self) -> (&'static str, u16) {
        match self {
            Face::Regular => ("Inter", 400),
            Face::Medium => ("Inter", 500),
            Face::SemiBold => ("Inter", 600),
            Face::Bold => ("Inter", 700),
            Face::Display => ("Inter Display", 600),
            Face::Serif => ("Source Serif 4 Display", 600),
        }
    }
}
