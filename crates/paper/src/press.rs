//! The press: sets a sheet in type, and hands out its pages.
//!
//! It must never know what becomes of them.

use std::{collections::BTreeMap, sync::Arc, thread};

use jiff::Zoned;
use serde::Serialize;
use serde_json::{Value as Json, json};
use typst::{
    World, WorldExt,
    diag::{SourceDiagnostic, Warned},
    syntax::DiagSpan,
};
use typst_layout::PagedDocument;

use crate::{
    Layout, Letterhead, Pages, PaperError, Sheet, Typecase, book, bounds,
    form_sheet::DrawnFiles,
    glyphs,
    words::words,
    world::{SheetWorld, TooLong},
};

/// Stack of the thread that sets: layouts nest deeply.
const STACK_BYTES: usize = 32 << 20;
/// What every sheet reads.
const DATA: &str = "/kaunter/sheet.json";
/// Sheets for which the typesetter remembers what it did not need again.
const REMEMBERED_SHEETS: usize = 4;

/// Sets sheets, one at a time or several side by side.
#[derive(Debug, Clone)]
pub struct Press {
    typecase: Arc<Typecase>,
}

impl Press {
    /// A press with these fonts.
    pub fn new(typecase: Typecase) -> Self {
        Self { typecase: Arc::new(typecase) }
    }

    /// Sets a sheet. `at`: when it is printed; the same sheet at the same time gives the same bytes.
    ///
    /// # Errors
    /// A character that no font has, a layout that does not compile or does not come to an end, too many
    /// pages, a language without words, a sealed form too large for paper.
    pub fn set(&self, letterhead: &Letterhead, sheet: &Sheet, at: &Zoned) -> Result<Pages, PaperError> {
        let (data, files) = self.data(letterhead, sheet)?;
        let layout = match sheet {
            Sheet::Form(form) => form.layout.as_ref(),
            _ => None,
        };
        let world = self.world(&data, files, layout)?;
        let file = layout.map_or(book::MAIN, |layout| layout.path.as_str());
        let document = compile(&world, file)?;
        comemo::evict(REMEMBERED_SHEETS);
        if document.pages().len() > bounds::MOST_PAGES {
            return Err(PaperError::TooManyPages { pages: document.pages().len(), most: bounds::MOST_PAGES });
        }
        glyphs::all_there(&document)?;
        Ok(Pages::new(document, blake3::hash(data.to_string().as_bytes()), at.clone()))
    }

    /// Everything that Typst's own program needs to set the sheet, by path from its root: `typst compile --root .
    /// --features a11y-extras kaunter/main.typ`. For who writes a layout and wants to see it while writing.
    ///
    /// # Errors
    /// As [`Press::set`], before anything is set.
    pub fn project(&self, letterhead: &Letterhead, sheet: &Sheet) -> Result<BTreeMap<String, Vec<u8>>, PaperError> {
        let (data, files) = self.data(letterhead, sheet)?;
        let mut all: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        all.insert(DATA.to_owned(), data.to_string().into_bytes());
        all.extend(book::sources().into_iter().map(|(path, source)| (path, source.text().as_bytes().to_vec())));
        if let Sheet::Form(form) = sheet {
            let own = form.layout.iter().flat_map(|layout| &layout.files);
            all.extend(own.map(|(path, bytes)| (format!("/{path}"), bytes.to_vec())));
        }
        Ok(all.into_iter().map(|(path, bytes)| (path.trim_start_matches('/').to_owned(), bytes)).collect())
    }

    fn world(&self, data: &Json, files: DrawnFiles, layout: Option<&Layout>) -> Result<SheetWorld, PaperError> {
        let own = layout.iter().flat_map(|layout| &layout.files);
        let own: BTreeMap<String, Arc<[u8]>> = own.map(|(path, bytes)| (format!("/{path}"), bytes.clone())).collect();
        let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        files.insert(DATA.to_owned(), data.to_string().into_bytes());
        let world = SheetWorld::new(self.typecase.clone(), book::MAIN, book::sources(), &own, files);
        world.ok_or_else(|| PaperError::TypesetterFailed { reason: "a path that is none".to_owned() })
    }

    /// All that the sources of the sheet read.
    fn data(&self, letterhead: &Letterhead, sheet: &Sheet) -> Result<(Json, DrawnFiles), PaperError> {
        let languages = sheet.languages();
        let (kind, body, files) = match sheet {
            Sheet::Form(form) => {
                let (body, files) = form.data()?;
                ("form", body, files)
            }
            Sheet::Answer(slip) => ("answer", as_json(slip), Vec::new()),
            Sheet::Payment(slip) => {
                let code = crate::qr_picture(&slip.reference)?.into_bytes();
                ("payment", as_json(slip), vec![("/kaunter/code.svg".to_owned(), code)])
            }
            Sheet::Ticket(slip) => ("ticket", as_json(slip), Vec::new()),
            Sheet::Appointment(slip) => ("appointment", as_json(slip), Vec::new()),
            Sheet::Notice(slip) => ("notice", as_json(slip), Vec::new()),
            Sheet::Status(slip) => ("status", as_json(slip), Vec::new()),
            Sheet::Receipt(slip) => ("receipt", as_json(slip), Vec::new()),
        };
        let data = json!({
            "kind": kind,
            "stock": sheet.stock(),
            "same": languages.citizen == languages.office,
            "citizen": self.language(&languages.citizen)?,
            "office": self.language(&languages.office)?,
            "agency": as_json(&letterhead.named(&languages)),
            "seal": letterhead.seal,
            "rare": self.typecase.rare(),
            "body": body,
        });
        Ok((data, files))
    }

    /// A language as the typesetter wants it: ISO 639 and ISO 3166 codes, families, words.
    fn language(&self, tag: &str) -> Result<Json, PaperError> {
        let mut subtags = tag.split('-');
        let language = subtags.next().unwrap_or_default().to_lowercase();
        let region = subtags.find(|subtag| subtag.len() == 2).map(str::to_lowercase);
        let families = self.typecase.families(tag);
        Ok(json!({
            "lang": language,
            "region": region,
            "serif": families.map(|families| &families.serif),
            "sans": families.map(|families| &families.sans),
            "words": words(tag)?,
        }))
    }
}

fn as_json(sheet: &impl Serialize) -> Json {
    // Plain structures of texts, lists and numbers always have a JSON form.
    serde_json::to_value(sheet).unwrap_or_default()
}

/// Sets it on a thread of its own, which has the stack for it and can be unwound when it takes too long.
fn compile(world: &SheetWorld, file: &str) -> Result<PagedDocument, PaperError> {
    let failed = |reason: String| PaperError::TypesetterFailed { reason };
    let done = thread::scope(|scope| {
        let press = thread::Builder::new().name("press".to_owned()).stack_size(STACK_BYTES);
        let running = press.spawn_scoped(scope, || typst::compile::<PagedDocument>(world));
        running.map(|running| running.join()).map_err(|error| failed(error.to_string()))
    })?;
    match done {
        Ok(Warned { output: Ok(document), .. }) => Ok(document),
        Ok(Warned { output: Err(errors), .. }) => {
            Err(errors.first().map_or_else(|| failed("no reason given".to_owned()), |error| broken(world, error)))
        }
        Err(thrown) if thrown.is::<TooLong>() => Err(PaperError::LayoutEndless {
            file: file.to_owned(),
            steps: bounds::MOST_STEPS,
            seconds: bounds::MOST_SECONDS,
        }),
        Err(thrown) => {
            Err(failed(thrown.downcast_ref::<String>().cloned().unwrap_or_else(|| "it panicked".to_owned())))
        }
    }
}

fn broken(world: &SheetWorld, error: &SourceDiagnostic) -> PaperError {
    let called = error.trace.iter().map(|point| DiagSpan::from(point.span));
    let spans = std::iter::once(error.span).chain(called);
    let path = |span: DiagSpan| span.id().map(|id| id.get().vpath().get_without_slash().to_owned());
    // What our own sheets complain of, a layout asked for: its line helps, not ours.
    let span = spans.clone().find(|span| path(*span).is_some_and(|path| !book::is_own(&path))).unwrap_or(error.span);
    let line = span.id().zip(world.range(span)).and_then(|(id, range)| {
        let source = world.source(id).ok()?;
        source.lines().byte_to_line(range.start).map(|line| line + 1)
    });
    let file = path(span).unwrap_or_else(|| book::MAIN.to_owned());
    PaperError::LayoutBroken { file, line, reason: error.message.to_string() }
}
