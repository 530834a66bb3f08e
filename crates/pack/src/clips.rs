//! `clips/`: sentences that somebody recorded, and `clips.csv` beside them, which says what words each recording says.
//!
//! A recording is named after what it says: `home-title` is a sentence of the kiosk's own, `faq/birth-fee` an answer,
//! `form/ideas/topic` a form's question. It knows names, words and bytes, and nothing of how they are played.

use std::collections::BTreeMap;

use kaunter_clips::{Clip, ClipFault, Encoding, Fixed, LONGEST, same_words, sentences};
use kaunter_forms::{Catalogue, Scrutiny};
use kaunter_reading::{read_table, required};

use crate::{
    PackFiles,
    fault::{FaultKind, InFile, Report},
    model::{Clips, LanguageContent, LanguageTag, Pack, Recordable, Recorded, Recording},
    read::Reading,
};

/// What each recording says, beside them.
pub(crate) const SHEET: &str = "clips.csv";
/// All recordings of a pack, in bytes: a kiosk holds them in memory.
const MOST_BYTES: usize = 64 << 20;

/// The words of one recording, as its sheet has them.
struct Noted {
    words: String,
    line: u64,
}

/// A file of a recording.
struct File<'f> {
    path: &'f str,
    encoding: Encoding,
    bytes: &'f [u8],
}

/// Whether a path below `clips/<language>/` is a sheet or a recording.
pub(crate) fn is_part(below: &[&str]) -> bool {
    match below {
        [SHEET] => true,
        [.., name] if below.len() <= 3 => name
            .rsplit_once('.')
            .is_some_and(|(stem, ending)| !stem.is_empty() && Encoding::of_ending(ending).is_some()),
        _ => false,
    }
}

/// Reads the recordings of all languages; as closely as told, their sound and their words too.
pub(crate) fn read_clips(files: &PackFiles, reading: &Reading, scrutiny: Scrutiny, report: &mut Report) -> Clips {
    let mut clips = Clips::default();
    for (language, folder) in folders(files) {
        let known = reading.manifest.manifest.languages.contains(&language);
        if !known {
            report.add(&format!("clips/{language}"), None, FaultKind::UnknownLanguage { tag: language.clone() });
        }
        let sheet = format!("clips/{language}/{SHEET}");
        let noted = read_sheet(files.get(&sheet), &language, &mut InFile::new(report, &sheet));
        if scrutiny == Scrutiny::Published && known {
            check_folder(
                &folder,
                &noted,
                &sheet,
                &can_be_recorded(reading.languages.get(&language), &reading.forms, &language),
                report,
            );
        }
        clips.0.insert(language, recordings(&folder, &noted));
    }
    if scrutiny == Scrutiny::Published {
        let bytes = clips.0.values().flatten().map(|(_, recording)| recording.bytes).sum::<usize>();
        if bytes > MOST_BYTES {
            report.add("clips", None, FaultKind::ClipsTooLarge { megabytes: bytes >> 20, most: MOST_BYTES >> 20 });
        }
    }
    clips
}

/// The files of each language by the name of what they say; of two with one name the first counts.
fn folders(files: &PackFiles) -> BTreeMap<LanguageTag, BTreeMap<String, Vec<File<'_>>>> {
    let mut folders: BTreeMap<_, BTreeMap<String, Vec<File>>> = BTreeMap::new();
    for (path, bytes) in &files.files {
        let Some((language, below)) = path.strip_prefix("clips/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let folder = folders.entry(language.to_owned()).or_default();
        if let Some((name, encoding)) =
            below.rsplit_once('.').and_then(|(name, ending)| Some((name, Encoding::of_ending(ending)?)))
        {
            folder.entry(name.to_owned()).or_default().push(File { path, encoding, bytes });
        }
    }
    folders
}

fn read_sheet(bytes: Option<&[u8]>, language: &str, faults: &mut InFile) -> BTreeMap<String, Noted> {
    let mut noted = BTreeMap::new();
    let Some(bytes) = bytes else { return noted };
    read_table(bytes, &[required("id"), required("words")], Some(language), faults, |record, faults| {
        let (Some(id), Some(words)) = (record.needed("id", faults), record.needed("words", faults)) else { return };
        let noted_before = noted.get(id).map(|noted: &Noted| noted.line);
        match noted_before {
            Some(first) => faults.at(record.line, FaultKind::DuplicateId { id: id.to_owned(), first }),
            None => {
                noted.insert(id.to_owned(), Noted { words: words.to_owned(), line: record.line });
            }
        }
    });
    noted
}

/// Each with its words, where they were noted.
fn recordings(folder: &BTreeMap<String, Vec<File>>, noted: &BTreeMap<String, Noted>) -> BTreeMap<String, Recording> {
    let recording = |(id, files): (&String, &Vec<File>)| {
        let file = files.first()?;
        let words = noted.get(id).map(|noted| noted.words.clone());
        Some((id.clone(), Recording { words, clip: Clip::new(file.bytes, file.encoding), bytes: file.bytes.len() }))
    };
    folder.iter().filter_map(recording).collect()
}

fn check_folder(
    folder: &BTreeMap<String, Vec<File>>,
    noted: &BTreeMap<String, Noted>,
    sheet: &str,
    known: &BTreeMap<String, Fixed>,
    report: &mut Report,
) {
    for (id, files) in folder {
        for file in files {
            check_sound(file, report);
        }
        for File { path, .. } in files {
            match known.get(id) {
                None => report.add(path, None, FaultKind::UnknownClip { id: id.clone() }),
                Some(Fixed::WithValues) => report.add(path, None, FaultKind::ClipOfValues { id: id.clone() }),
                Some(Fixed::Always(_)) if !noted.contains_key(id) => {
                    report.add(path, None, FaultKind::ClipWithoutWords { sheet: sheet.to_owned() });
                }
                Some(Fixed::Always(_)) => {}
            }
        }
        if let [first, second, ..] = files.as_slice() {
            report.add(second.path, None, FaultKind::ClipTwice { other: first.path.to_owned() });
        }
    }
    let mut faults = InFile::new(report, sheet);
    for (id, Noted { words, line }) in noted {
        match known.get(id) {
            _ if !folder.contains_key(id) => faults.at(*line, FaultKind::ClipMissing { id: id.clone() }),
            Some(Fixed::Always(now)) if !same_words(now, words) => {
                faults.at(*line, FaultKind::ClipOutdated { id: id.clone(), now: now.clone() });
            }
            _ => {}
        }
    }
}

fn check_sound(file: &File, report: &mut Report) {
    let fault = match Clip::new(file.bytes, file.encoding).sound() {
        Ok(_) => return,
        Err(ClipFault::Unreadable(why)) => FaultKind::ClipUnreadable { why },
        Err(ClipFault::TooLong) => FaultKind::ClipTooLong { most: LONGEST.as_secs() },
        Err(ClipFault::Silent) => FaultKind::ClipSilent {},
    };
    report.add(file.path, None, fault);
}

/// Everything that can be recorded in a language, by name: the kiosk's own sentences, the pack's answers, its forms'
/// questions.
fn can_be_recorded(content: Option<&LanguageContent>, forms: &Catalogue, language: &str) -> BTreeMap<String, Fixed> {
    let mut all = sentences(language);
    let entries = content.into_iter().flat_map(|content| &content.entries);
    all.extend(entries.map(|entry| (format!("faq/{}", entry.id), Fixed::Always(entry.answer.clone()))));
    for form in forms.forms() {
        let Some(words) = form.words(language) else { continue };
        let asked = form.sections.iter().flat_map(|section| &section.fields).filter(|field| field.value.is_none());
        let question = |id: &str| (format!("form/{}/{id}", form.id), Fixed::Always(words.question(id).to_owned()));
        all.extend(asked.map(|field| question(&field.id)));
    }
    all
}

impl Pack {
    /// All that can be recorded in a language: the pack's own texts first, then the kiosk's sentences.
    pub fn recordable(&self, language: &str) -> Vec<Recordable> {
        let known = can_be_recorded(self.languages.get(language), &self.forms, language);
        let fixed = known.into_iter().filter_map(|(id, fixed)| match fixed {
            Fixed::Always(words) => Some(Recordable { state: self.clips.state(language, &id, &words), id, words }),
            Fixed::WithValues => None,
        });
        let (own, kiosks): (Vec<_>, Vec<_>) = fixed.partition(|recordable| recordable.id.contains('/'));
        [own, kiosks].concat()
    }
}

impl Clips {
    /// The recording of this name, where it says these words and no others.
    pub fn of(&self, language: &str, id: &str, words: &str) -> Option<&Clip> {
        let recording = self.0.get(language)?.get(id)?;
        recording.words.as_ref().filter(|said| same_words(said, words)).map(|_| &recording.clip)
    }

    fn state(&self, language: &str, id: &str, words: &str) -> Recorded {
        match self.0.get(language).and_then(|clips| clips.get(id)) {
            None => Recorded::Missing,
            Some(Recording { words: None, .. }) => Recorded::NotNoted,
            Some(_) if self.of(language, id, words).is_some() => Recorded::Recorded,
            Some(_) => Recorded::Outdated,
        }
    }
}
