//! `kaunter`: the middle of Kaunter for scripts, trainers and field engineers.
//!
//! Each command stands in its own module; here they are only named.

#![deny(clippy::print_stdout, clippy::print_stderr, reason = "they panic where nobody reads on")]

mod ask;
mod audit;
mod clips;
mod courier;
mod doctor;
mod form;
mod hear;
mod layouts;
mod models;
mod opened;
mod pack;
mod paper;
mod pin;
mod printer;
mod report;
mod say;
mod selftest;
mod sheets;
mod spoken;
mod written;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kaunter_terminal::failed;

/// Make, check and install an agency's content.
#[derive(Parser)]
#[command(name = "kaunter", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Ask a pack a question and see what it quotes.
    Ask(ask::AskArguments),
    /// Make this kiosk one of an agency's, by a one-time code.
    Enrol(courier::EnrolArguments),
    /// Forms of a pack: list, describe, check, fill.
    #[command(subcommand)]
    Form(form::FormCommand),
    /// The trail of what happened on a kiosk.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Recorded sentences of a pack: what is still to be recorded, and what recordings say.
    #[command(subcommand)]
    Clips(clips::ClipsCommand),
    /// Whether this machine can hear, and with which model.
    Doctor(doctor::DoctorArguments),
    /// Hear a WAV file, as words or as one of some choices.
    Hear(hear::HearArguments),
    /// Models that hear: list, fetch, verify, remove.
    #[command(subcommand)]
    Models(models::ModelsCommand),
    /// Finished forms on their way: list, show, export to a stick, import from one.
    #[command(subcommand)]
    Outbox(courier::OutboxCommand),
    /// Content packs: write, check, build, sign, install.
    #[command(subcommand)]
    Pack(pack::PackCommand),
    /// Forms on paper: set them, read them back from codes.
    #[command(subcommand)]
    Paper(paper::PaperCommand),
    /// Turn an officer's PIN into the line that `kiosk.toml` keeps of it.
    Pin(pin::PinArguments),
    /// Printers: find them, ask them, print a page on them.
    #[command(subcommand)]
    Printer(printer::PrinterCommand),
    /// Say a text as a kiosk says it.
    Say(say::SayArguments),
    /// Test a part of a kiosk on the spot.
    #[command(subcommand)]
    Selftest(selftest::SelftestCommand),
    /// See what is made of spoken answers, one a line.
    Spoken(spoken::SpokenArguments),
    /// Carry what waits to the agency, and bring what is there.
    Sync(courier::SyncArguments),
}

/// Exit status 0: done; 1: refused, or faults were found; 2 (given by clap): wrongly called; 141 (given by `out!`): nobody
/// read on what was asked for.
fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Ask(arguments) => ask::run(&arguments),
        Command::Enrol(arguments) => courier::enrol(&arguments),
        Command::Form(command) => form::run(command),
        Command::Audit(command) => audit::run(&command),
        Command::Clips(command) => clips::run(&command),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::Hear(arguments) => hear::run(&arguments),
        Command::Models(command) => models::run(&command),
        Command::Outbox(command) => courier::outbox(&command),
        Command::Pack(command) => pack::run(command),
        Command::Paper(command) => paper::run(command),
        Command::Pin(arguments) => pin::pin(&arguments),
        Command::Printer(command) => printer::run(&command),
        Command::Say(arguments) => say::run(&arguments),
        Command::Selftest(command) => selftest::run(&command),
        Command::Spoken(arguments) => spoken::run(&arguments),
        Command::Sync(arguments) => courier::sync(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(error) => failed("kaunter", error.as_ref()),
    }
}
