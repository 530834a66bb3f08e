//! `kaunter paper render`.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use jiff::Zoned;
use kaunter_courier::paper;
use kaunter_forms::complete;
use kaunter_paper::{FormSheet, FormState, Pages, Press, Sheet, Typecase};
use kaunter_terminal::out;

use crate::{
    opened::Opened,
    sheets::{coded, letterhead},
    written::write_whole,
};

#[derive(Args)]
pub struct RenderArguments {
    /// A pack's folder, or a built pack.
    #[arg(long)]
    pack: PathBuf,
    /// The form's id.
    #[arg(long)]
    form: String,
    /// The answers: a JSON file like the form's example.json.
    #[arg(long)]
    answers: PathBuf,
    /// The visitor's language; without it the office's.
    #[arg(long)]
    lang: Option<String>,
    /// The state that the form is printed in.
    #[arg(long, value_enum, default_value_t = State::Draft)]
    state: State,
    /// The short number of a finished form.
    #[arg(long)]
    number: Option<String>,
    /// The form's file as `kaunter outbox export` writes it, `<id>.kform`, to be printed as codes on the pages that follow.
    #[arg(long)]
    letter: Option<PathBuf>,
    /// Use the default layout even where the pack brings one.
    #[arg(long)]
    plain: bool,
    /// Write the PDF to this file.
    #[arg(long)]
    pdf: Option<PathBuf>,
    /// Write each page as a picture: `out.png` for the first, `out-2.png` for the second.
    #[arg(long)]
    png: Option<PathBuf>,
    /// Write everything that Typst's own program needs to set the form into this folder.
    #[arg(long)]
    project: Option<PathBuf>,
    /// Dots per inch of the pictures, 36 to 600.
    #[arg(long, default_value_t = 150)]
    dpi: u16,
    /// The day of printing, for the same bytes again; without it now.
    #[arg(long)]
    at: Option<Zoned>,
}

#[derive(Clone, Copy, ValueEnum)]
enum State {
    Draft,
    Queued,
    Accepted,
}

impl From<State> for FormState {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Draft,
            State::Queued => Self::Queued,
            State::Accepted => Self::Accepted,
        }
    }
}

pub fn render(arguments: &RenderArguments) -> Result<ExitCode> {
    let wanted = [&arguments.pdf, &arguments.png, &arguments.project];
    anyhow::ensure!(wanted.iter().any(|path| path.is_some()), "give --pdf, --png or --project");
    let opened = Opened::read(&arguments.pack)?;
    let pack = &opened.pack;
    let form = opened.form(&arguments.form)?;
    let language = opened.language(arguments.lang.as_deref())?;
    let path = arguments.answers.display();
    let answers = fs::read(&arguments.answers).with_context(|| format!("{path} cannot be read"))?;
    let answers = serde_json::from_slice(&answers).with_context(|| format!("{path} is not an object of answers"))?;
    let at = arguments.at.clone().unwrap_or_else(Zoned::now);
    let journey = complete(form, &answers, at.date()).with_context(|| format!("{path} does not complete the form"))?;
    let Ok(filled) = journey.finish(language, &form.office_language) else {
        anyhow::bail!("the form has outstanding questions");
    };
    let mut sheet = FormSheet::new(filled, form, arguments.number.clone(), arguments.state.into());
    if arguments.plain {
        sheet.layout = None;
    }
    if let Some(path) = &arguments.letter {
        let letter = paper::of_file(path).map_err(|error| {
            let code = error.code();
            anyhow::Error::new(error).context(format!("refused ({code})"))
        })?;
        sheet.way_home = Some(letter.write()?.into());
    }
    let press = Press::new(Typecase::of_system().map_err(coded)?);
    let (letterhead, sheet) = (letterhead(&pack.manifest), Sheet::Form(Box::new(sheet)));
    if let Some(folder) = &arguments.project {
        for (path, bytes) in press.project(&letterhead, &sheet).map_err(coded)? {
            write_whole(&folder.join(path), &bytes)?;
        }
    }
    let pages = press.set(&letterhead, &sheet, &at).map_err(coded)?;
    write_pages(arguments, &pages)?;
    Ok(ExitCode::SUCCESS)
}

fn write_pages(arguments: &RenderArguments, pages: &Pages) -> Result<()> {
    let mut out = out();
    if let Some(path) = &arguments.pdf {
        write_whole(path, &pages.to_pdf().map_err(coded)?)?;
        writeln!(out, "{}", path.display())?;
    }
    for page in 0..pages.count() {
        let Some(path) = &arguments.png else { break };
        let path = numbered(path, page);
        write_whole(&path, &pages.to_png(page, arguments.dpi).map_err(coded)?)?;
        writeln!(out, "{}", path.display())?;
    }
    Ok(())
}

/// The first picture has the name that was given, the others a number behind it.
fn numbered(path: &Path, page: usize) -> PathBuf {
    if page == 0 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}-{}{ending}", page + 1))
}
