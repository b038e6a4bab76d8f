//! The logo on the report.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::{Document, LogoId, Refusal};

/// The logo on the report. A workshop has one at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// The picture.
    pub png: Png,
}

/// A picture as a PNG file: at most 256 KiB, 1 to 2,000 pixels a side. In serialised form it is base64.
///
/// That its pixels can be read is for those who paint it to find out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Png(Vec<u8>);

/// Why bytes were not taken as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PngFault {
    /// It is another kind of file, or a broken one.
    #[error("The picture is no PNG file.")]
    NotPng,
    /// It is too large a file.
    #[error("The picture is too large a file; {} KiB fit.", Png::LIMIT / 1024)]
    TooLarge,
    /// It has too many pixels, or none.
    #[error("The picture has {width} × {height} pixels; 1 to {} a side fit.", Png::SIDE)]
    WrongSize {
        /// How wide it says it is.
        width: u32,
        /// How high it says it is.
        height: u32,
    },
}

impl Png {
    /// The most bytes that it has.
    pub const LIMIT: usize = 256 * 1024;
    /// The most pixels of a side.
    pub const SIDE: u32 = 2000;
    /// What every PNG file begins with, up to the size.
    const START: &'static [u8; 16] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    /// Takes the bytes of a PNG file.
    ///
    /// # Errors
    /// A [`PngFault`] when they are none, too many, or of a picture that is too large.
    pub fn new(bytes: Vec<u8>) -> Result<Self, PngFault> {
        if bytes.len() > Self::LIMIT {
            return Err(PngFault::TooLarge);
        }
        let png = Self(bytes);
        let (width, height) = png.size_told().ok_or(PngFault::NotPng)?;
        let fits = |side| (1..=Self::SIDE).contains(&side);
        if fits(width) && fits(height) { Ok(png) } else { Err(PngFault::WrongSize { width, height }) }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        self.size_told().unwrap_or((1, 1))
    }

    fn size_told(&self) -> Option<(u32, u32)> {
        let rest = self.0.strip_prefix(Self::START)?;
        let side = |from: usize| Some(u32::from_be_bytes(rest.get(from..from + 4)?.try_into().ok()?));
        Some((side(0)?, side(4)?))
    }

    /// The file as base64.
    #[must_use]
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.0)
    }

    /// The picture whose file as base64 is `text`.
    ///
    /// # Errors
    /// If it is not base64, or a [`PngFault`].
    pub fn from_base64(text: &str) -> Result<Self, PngFault> {
        Self::new(STANDARD.decode(text).map_err(|_| PngFault::NotPng)?)
    }
}

impl TryFrom<String> for Png {
    type Error = PngFault;

    fn try_from(text: String) -> Result<Self, PngFault> {
        Self::from_base64(&text)
    }
}

impl From<Png> for String {
    fn from(png: Png) -> Self {
        png.base64()
    }
}

impl Document {
    /// The logo on the report.
    #[must_use]
    pub fn logo(&self) -> Option<&Logo> {
        self.logos().values().next()
    }
}

/// Puts a logo in place of the one that is there, or takes it away.
pub(crate) fn set(draft: &mut Draft<'_>, id: LogoId, logo: Option<&Logo>) -> Result<(), Refusal> {
    let there: Vec<LogoId> = draft.iter::<Logo>().map(|(id, _)| id).collect();
    for id in there {
        draft.remove(id)?;
    }
    logo.map_or(Ok(()), |it| draft.add(id, it.clone()))
}

#[cfg(test)]
mod tests {
    use super::{Png, PngFault};

    fn head(width: u32, height: u32) -> Vec<u8> {
        [Png::START.as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn only_a_picture_of_some_size_is_taken() {
        assert_eq!(Png::new(head(300, 80)).unwrap().size(), (300, 80));
        assert_eq!(Png::new(b"GIF89a".to_vec()), Err(PngFault::NotPng));
        assert_eq!(Png::new(head(300, 80)[..20].to_vec()), Err(PngFault::NotPng));
        assert_eq!(Png::new(head(0, 80)), Err(PngFault::WrongSize { width: 0, height: 80 }));
        assert_eq!(Png::new(head(2001, 80)), Err(PngFault::WrongSize { width: 2001, height: 80 }));
        assert_eq!(Png::new(vec![0; Png::LIMIT + 1]), Err(PngFault::TooLarge));
    }

    #[test]
    fn it_is_base64_in_text() {
        let png = Png::new(head(3, 4)).unwrap();
        let text = serde_json::to_string(&png).unwrap();
        assert_eq!(serde_json::from_str::<Png>(&text).unwrap(), png);
        assert!(serde_json::from_str::<Png>("\"R0lGODlh\"").is_err());
    }
}
