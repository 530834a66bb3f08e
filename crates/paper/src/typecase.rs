//! The typecase: the fonts that are on this machine, found once, opened when a character asks for them.
//!
//! Which families a language is set in is data. It must never know what is set in them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};
use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontInfo},
    utils::LazyHash,
};

use crate::PaperError;

/// Where Linux distributions and administrators put fonts.
const FOLDERS: &[&str] = &["/usr/share/fonts", "/usr/local/share/fonts"];
/// Weights that sheets are set in, of those that a family has.
const WEIGHTS: &[fontdb::Weight] = &[fontdb::Weight::NORMAL, fontdb::Weight::BOLD];

/// Families of one language by style, in the order in which they are tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Families {
    /// With serifs: titles and headings.
    pub serif: Vec<String>,
    /// Without: everything else.
    pub sans: Vec<String>,
}

/// All fonts at hand.
pub struct Typecase {
    book: LazyHash<FontBook>,
    slots: Vec<Slot>,
    families: BTreeMap<String, Families>,
}

/// One face, opened when it is first needed.
struct Slot {
    file: Arc<FontFile>,
    index: u32,
    font: OnceLock<Option<Font>>,
}

/// A file, read once for all faces in it.
struct FontFile {
    path: PathBuf,
    bytes: OnceLock<Option<Bytes>>,
}

impl Typecase {
    /// Looks for the fonts where systems keep them.
    ///
    /// # Errors
    /// No font of those that the languages want is there.
    pub fn of_system() -> Result<Self, PaperError> {
        let folders: Vec<PathBuf> = FOLDERS.iter().map(PathBuf::from).collect();
        Self::in_folders(&folders)
    }

    /// Looks for the fonts in these folders and all below.
    ///
    /// # Errors
    /// No font of those that the languages want is there.
    pub fn in_folders(folders: &[PathBuf]) -> Result<Self, PaperError> {
        let families = families()?;
        let wanted: BTreeSet<&str> = families
            .values()
            .flat_map(|families| families.serif.iter().chain(&families.sans))
            .map(String::as_str)
            .collect();
        let rare = families.get("rare").map_or(&[][..], |rare| &rare.sans);
        let mut found = fontdb::Database::new();
        for folder in folders {
            found.load_fonts_dir(folder);
        }
        let mut faces: Vec<(PathBuf, u32)> =
            found.faces().filter(|face| is_wanted(face, &wanted, rare)).filter_map(place).collect();
        // The order of folders on a disk must not decide which of two copies is taken.
        faces.sort();
        let mut book = FontBook::new();
        let mut slots = Vec::new();
        for faces in faces.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((path, _)) = faces.first() else { continue };
            let Ok(bytes) = fs::read(path) else { continue };
            let file = Arc::new(FontFile { path: path.clone(), bytes: OnceLock::new() });
            for (_, index) in faces {
                if let Some(info) = FontInfo::new(&bytes, *index) {
                    book.push(info);
                    slots.push(Slot { file: file.clone(), index: *index, font: OnceLock::new() });
                }
            }
        }
        if slots.is_empty() {
            return Err(PaperError::FontsMissing { looked: folders.to_vec() });
        }
        Ok(Self { book: LazyHash::new(book), slots, families })
    }

    /// The families of a language.
    pub(crate) fn families(&self, language: &str) -> Option<&Families> {
        self.families.get(language).or_else(|| self.families.get("others"))
    }

    /// The families that are asked for Han characters alone: what else they draw, they draw badly.
    pub(crate) fn rare(&self) -> &[String] {
        self.families.get("rare").map_or(&[], |rare| &rare.sans)
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        let slot = self.slots.get(index)?;
        slot.font.get_or_init(|| Font::new(slot.file.bytes()?, slot.index)).clone()
    }
}

impl FontFile {
    fn bytes(&self) -> Option<Bytes> {
        self.bytes.get_or_init(|| fs::read(&self.path).ok().map(Bytes::new)).clone()
    }
}

impl fmt::Debug for Typecase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Typecase({} faces)", self.slots.len())
    }
}

fn families() -> Result<BTreeMap<String, Families>, PaperError> {
    toml::from_str(include_str!("../data/fonts.toml"))
        .map_err(|error| PaperError::TypesetterFailed { reason: format!("data/fonts.toml: {error}") })
}

/// Upright, of a weight that is used, and of a family that a language names. Families of rare characters have one
/// weight, whichever that is.
fn is_wanted(face: &fontdb::FaceInfo, wanted: &BTreeSet<&str>, rare: &[String]) -> bool {
    let is_named = |name: &str| face.families.iter().any(|(own, _)| own == name);
    let named = face.families.iter().any(|(name, _)| wanted.contains(name.as_str()));
    let upright = face.style == fontdb::Style::Normal && face.stretch == fontdb::Stretch::Normal;
    named && upright && (WEIGHTS.contains(&face.weight) || rare.iter().any(|name| is_named(name)))
}

fn place(face: &fontdb::FaceInfo) -> Option<(PathBuf, u32)> {
    match &face.source {
        fontdb::Source::File(path) => Some((path.clone(), face.index)),
        _ => None,
    }
}
