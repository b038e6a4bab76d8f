//! How the report shows whose it is.

use serde::{Deserialize, Serialize};

use super::Colour;
use crate::{Keyword, Refusal, Title};

/// How the report shows whose it is. Its logo is a record of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brand {
    /// The colour of links, references and what stands out; usually petrol.
    pub accent: Option<Colour>,
    /// The ground of the cover; the accent when not set.
    pub second: Option<Colour>,
    /// The face of titles and large figures.
    pub titles: TitleFace,
    /// What stands in the footer in front of the page number.
    pub footer: Option<Title>,
    /// Whether the cover is white, for printers that do not print to the edge.
    #[serde(default)]
    pub white_cover: bool,
}

/// The face of titles and large figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleFace {
    /// Source Serif 4 Display.
    #[default]
    Serif,
    /// Inter Display.
    Sans,
}

/// One part of the brand, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BrandField {
    /// The colour of what stands out.
    Accent(Option<Colour>),
    /// The ground of the cover.
    Second(Option<Colour>),
    /// The face of titles.
    Titles(TitleFace),
    /// What stands in the footer.
    Footer(Option<Title>),
    /// Whether the cover is white.
    WhiteCover(bool),
}

impl Keyword for TitleFace {
    const ALL: &'static [Self] = &[Self::Serif, Self::Sans];

    fn key(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::Sans => "sans",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Serif => "Source Serif",
            Self::Sans => "Inter",
        }
    }
}

impl BrandField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Accent(_) => "Set the accent colour of the report",
            Self::Second(_) => "Set the cover colour of the report",
            Self::Titles(_) => "Choose the face of titles in the report",
            Self::Footer(_) => "Set the footer of the report",
            Self::WhiteCover(_) => "Choose the cover of the report",
        }
    }
}

/// # Errors
/// If a colour cannot be read on white, or white on it.
pub(crate) fn set(brand: &mut Brand, field: BrandField) -> Result<(), Refusal> {
    match field {
        BrandField::Accent(it) => brand.accent = readable(it)?,
        BrandField::Second(it) => brand.second = readable(it)?,
        BrandField::Titles(it) => brand.titles = it,
        BrandField::Footer(it) => brand.footer = it,
        BrandField::WhiteCover(it) => brand.white_cover = it,
    }
    Ok(())
}

fn readable(colour: Option<Colour>) -> Result<Option<Colour>, Refusal> {
    match colour {
        Some(colour) if colour.contrast_with_white() < Colour::LEAST_CONTRAST => {
            Err(Refusal::PaleColour { colour, better: colour.readable() })
        }
        colour => Ok(colour),
    }
}
