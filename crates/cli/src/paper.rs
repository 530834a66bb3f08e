//! `kaunter paper`: forms on paper, and back from paper.
//!
//! It knows arguments and wording; what stands on paper is decided in `kaunter-paper`.

mod archive;
mod render;
mod scan;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum PaperCommand {
    /// Fill a form in from a file of answers and set it: as a PDF, as pictures.
    Render(Box<render::RenderArguments>),
    /// Make a PDF of each form that the agency exported.
    Archive(archive::ArchiveArguments),
    /// Put sealed forms together from pictures of their codes, for the agency to take in.
    Scan(scan::ScanArguments),
}

pub fn run(command: PaperCommand) -> Result<ExitCode> {
    match command {
        PaperCommand::Render(arguments) => render::render(&arguments),
        PaperCommand::Archive(arguments) => archive::archive(&arguments),
        PaperCommand::Scan(arguments) => scan::scan(&arguments),
    }
}
