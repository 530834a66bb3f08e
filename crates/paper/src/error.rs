//! Why nothing was set, printed or read back, as codes that others put into words.
//!
//! It must never carry more of a form than the one character that cannot be printed.

use std::path::PathBuf;

/// Why there is no paper, or nothing was found on one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PaperError {
    /// None of the folders holds a font that the languages want.
    #[error("none of the fonts that are needed was found in {}", looked.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", "))]
    FontsMissing {
        /// Folders that were looked through.
        looked: Vec<PathBuf>,
    },
    /// No font has this character. What cannot be printed whole is not printed.
    #[error("no font has the character “{character}” (U+{:04X})", u32::from(*.character))]
    GlyphMissing {
        /// The character.
        character: char,
    },
    /// There are no words for paper in this language.
    #[error("there is no locales/{language}/paper.ftl")]
    LanguageUnknown {
        /// BCP 47.
        language: String,
    },
    /// The layout does not compile.
    #[error("{file}{}: {reason}", line.map(|line| format!(":{line}")).unwrap_or_default())]
    LayoutBroken {
        /// Its file.
        file: String,
        /// Line, from 1.
        line: Option<usize>,
        /// What the typesetter says.
        reason: String,
    },
    /// The layout does not come to an end.
    #[error("{file} does not come to an end: it took more than {steps} steps or {seconds} seconds")]
    LayoutEndless {
        /// Its file.
        file: String,
        /// Most turns of loops and calls of functions.
        steps: u32,
        /// Most seconds.
        seconds: u64,
    },
    /// More pages than a form may have.
    #[error("{pages} pages; {most} is the most")]
    TooManyPages {
        /// Pages that came out.
        pages: usize,
        /// Most pages.
        most: usize,
    },
    /// The pages do not conform to the standards of archives and accessibility.
    #[error("the pages cannot be written as PDF/UA-1 and PDF/A-2a: {reason}")]
    NotConforming {
        /// What the typesetter says.
        reason: String,
    },
    /// A picture of no such page, or of a size that nobody needs.
    #[error("there is no picture of page {page} at {dpi} dpi")]
    NoSuchPicture {
        /// Page, from 0.
        page: usize,
        /// Dots per inch.
        dpi: u16,
    },
    /// A text is too long for one code.
    #[error("{bytes} bytes do not fit into one code")]
    CodeTooLong {
        /// Its length.
        bytes: usize,
    },
    /// A letter is too large for paper.
    #[error("a sealed letter of {bytes} bytes does not go on paper; {most} is the most")]
    SealedTooLarge {
        /// Its size.
        bytes: usize,
        /// Largest size.
        most: usize,
    },
    /// A picture that cannot be opened.
    #[error("the picture cannot be read: {reason}")]
    PictureUnreadable {
        /// What is wrong with it.
        reason: String,
    },
    /// A picture of more pixels than are looked at.
    #[error("the picture has {width} × {height} pixels; {most} is the most")]
    PictureTooLarge {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
        /// Most pixels.
        most: u64,
    },
    /// The typesetter itself failed.
    #[error("the typesetter failed: {reason}")]
    TypesetterFailed {
        /// What it says.
        reason: String,
    },
}

impl PaperError {
    /// Stable name of the problem, kebab-case; its words for people stand in the locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FontsMissing { .. } => "paper-fonts-missing",
            Self::GlyphMissing { .. } => "paper-glyph-missing",
            Self::LanguageUnknown { .. } => "paper-language-unknown",
            Self::LayoutBroken { .. } => "paper-layout-broken",
            Self::LayoutEndless { .. } => "paper-layout-endless",
            Self::TooManyPages { .. } => "paper-too-many-pages",
            Self::NotConforming { .. } => "paper-not-conforming",
            Self::NoSuchPicture { .. } => "paper-no-such-picture",
            Self::CodeTooLong { .. } => "paper-code-too-long",
            Self::SealedTooLarge { .. } => "paper-sealed-too-large",
            Self::PictureUnreadable { .. } => "paper-picture-unreadable",
            Self::PictureTooLarge { .. } => "paper-picture-too-large",
            Self::TypesetterFailed { .. } => "paper-typesetter-failed",
        }
    }
}
