//! `kaunter printer`: what a field engineer asks of printers before a kiosk is left alone with one.

use std::{fs, ops::ControlFlow, path::PathBuf, process::ExitCode, time::Duration};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use kaunter_printer::{
    Capabilities, Condition, Delivery, Document, Fingerprint, Found, IppPrinter, Job, JobRecord, JobState, JobTicket,
    MDNS_PORT, MediaSize, Patience, Printer, PrinterError, PrinterStatus, PrinterUri, TimeLimits, cups_queues,
    on_the_network,
};
use kaunter_terminal::{err, out};
use uuid::Uuid;

/// Where CUPS listens, if there is one.
const LOCAL_CUPS: &str = "ipp://localhost";

/// What to do with printers.
#[derive(Subcommand)]
pub enum PrinterCommand {
    /// Those that announce themselves on the network, and the queues of this machine.
    List(ListArguments),
    /// What a printer can do, and how it is. Exit status 1 where a form could not be printed now.
    Show(PrinterArguments),
    /// Print a PDF and wait until the printer says that it is out. Exit status 1 where it does not.
    Test(TestArguments),
}

/// How long to look.
#[derive(Args)]
pub struct ListArguments {
    /// Seconds to wait for answers from the network.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
}

/// Which printer.
#[derive(Args)]
pub struct PrinterArguments {
    /// Its address: ipp://, ipps://, http:// or https://.
    uri: PrinterUri,
    /// Its certificate's SHA-256, as `show` wrote it: any other is refused.
    #[arg(long)]
    pin: Option<Fingerprint>,
}

/// What to print.
#[derive(Args)]
pub struct TestArguments {
    #[command(flatten)]
    printer: PrinterArguments,
    /// The PDF.
    file: PathBuf,
    /// Copies.
    #[arg(long, default_value_t = 1)]
    copies: u32,
    /// Name of the tray, as `show` lists it.
    #[arg(long)]
    tray: Option<String>,
}

/// Does what was asked.
pub fn run(command: &PrinterCommand) -> Result<ExitCode> {
    match command {
        PrinterCommand::List(arguments) => list(arguments),
        PrinterCommand::Show(arguments) => show(arguments),
        PrinterCommand::Test(arguments) => test(arguments),
    }
}

fn list(arguments: &ListArguments) -> Result<ExitCode> {
    let queues = cups_queues(&LOCAL_CUPS.parse().map_err(refused)?, TimeLimits::default()).unwrap_or_else(|error| {
        err!("kaunter: no queues of this machine: {error} ({})", error.code());
        Vec::new()
    });
    let announced = on_the_network(Duration::from_secs(arguments.seconds), MDNS_PORT).map_err(refused)?;
    for Found { name, model, place, uris, .. } in announced.iter().chain(&queues) {
        let about: Vec<&str> = [model.as_deref(), place.as_deref()].into_iter().flatten().collect();
        out!("{name}  {}", about.join(", "));
        uris.iter().for_each(|uri| out!("  {uri}"));
    }
    out!("{} found", announced.len() + queues.len());
    Ok(ExitCode::SUCCESS)
}

fn show(arguments: &PrinterArguments) -> Result<ExitCode> {
    let printer = open(arguments)?;
    let can = printer.capabilities().map_err(refused)?;
    let status = printer.status().map_err(refused)?;
    print_capabilities(&can);
    print_status(&status);
    if let Some(pin) = printer.pinned() {
        out!("certificate  {pin}");
    }
    let ticket = JobTicket::default();
    ticket.check(&can).map_err(refused)?;
    let hindrance = ticket.hindrance(&can);
    hindrance.iter().for_each(print_condition);
    let is_ready = status.is_ready() && hindrance.is_none();
    out!("{}", if is_ready { "a form on A4 would come out now" } else { "a form on A4 would not come out now" });
    Ok(if is_ready { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn test(arguments: &TestArguments) -> Result<ExitCode> {
    let printer = open(&arguments.printer)?;
    let pdf = fs::read(&arguments.file).with_context(|| arguments.file.display().to_string())?;
    let document = Document::pdf(pdf).map_err(refused)?;
    let can = printer.capabilities().map_err(refused)?;
    let ticket = JobTicket { copies: arguments.copies, tray: arguments.tray.clone(), ..JobTicket::default() };
    let mut record = Told(None);
    let mut job = Job::new(Uuid::now_v7());
    let mut delivery = Delivery::new(&printer, &mut record);
    delivery.hand_over(&mut job, &can, &ticket, &document).map_err(refused)?;
    delivery.follow(&mut job, Patience::default(), &mut |_| ControlFlow::Continue(())).map_err(refused)?;
    Ok(if matches!(job.state, JobState::Printed { .. }) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn open(arguments: &PrinterArguments) -> Result<IppPrinter> {
    IppPrinter::new(arguments.uri.clone(), arguments.pin, TimeLimits::default()).map_err(refused)
}

fn refused(error: PrinterError) -> anyhow::Error {
    let code = error.code();
    anyhow::Error::new(error).context(format!("refused ({code})"))
}

fn print_capabilities(can: &Capabilities) {
    let size = |size: MediaSize| format!("{}×{} mm", f64::from(size.width) / 100.0, f64::from(size.height) / 100.0);
    out!("name         {}", can.name.as_deref().unwrap_or("(none)"));
    out!("model        {}", can.model.as_deref().unwrap_or("(none)"));
    out!("documents    {}", can.formats.join(", "));
    out!("trays        {}", can.trays.join(", "));
    out!("colour       {}", if can.colour { "yes" } else { "no" });
    out!("copies       1 to {}", can.most_copies);
    out!("sides        {}", can.sides.iter().map(|sides| sides.keyword()).collect::<Vec<_>>().join(", "));
    match &can.loaded {
        Some(loaded) => loaded.iter().for_each(|media| {
            out!("loaded       {} {}", size(media.size), media.tray.as_deref().unwrap_or_default());
        }),
        None => out!("loaded       (the printer does not say)"),
    }
    if let Ok(inner) = can.printable_box(MediaSize::A4, None) {
        let [left, top, width, height] =
            [inner.left, inner.top, inner.width, inner.height].map(|length| f64::from(length) / 100.0);
        let whence = if inner.is_known { "" } else { " (assumed)" };
        out!("prints A4    from {left} mm, {top} mm: {width}×{height} mm{whence}");
    }
}

fn print_status(status: &PrinterStatus) {
    out!("state        {:?}", status.state);
    for supply in &status.supplies {
        let level = supply.percent.map_or("(not known)".to_owned(), |percent| format!("{percent} %"));
        out!("supply       {} {level}", supply.name);
    }
    status.conditions.iter().for_each(print_condition);
}

fn print_condition(condition: &Condition) {
    out!("condition    {} {:?} {}", condition.code(), condition.severity, condition.word);
}

/// Tells each state instead of keeping it: a test page is nobody's form.
struct Told(Option<String>);

impl JobRecord for Told {
    fn keep(&mut self, job: &Job) -> Result<(), String> {
        let told = match &job.state {
            JobState::Prepared => "prepared".to_owned(),
            JobState::Sent { .. } => "being sent".to_owned(),
            JobState::Printing { .. } => "printing".to_owned(),
            JobState::Stopped { conditions, .. } => {
                let codes: Vec<&str> = conditions.iter().map(Condition::code).collect();
                format!("stopped: {}", codes.join(", "))
            }
            JobState::Printed { .. } => "printed".to_owned(),
            JobState::Failed { fault, .. } => format!("not printed: {}", fault.code()),
            JobState::Unknown { fault, .. } => format!("look at the printer: {}", fault.code()),
        };
        if self.0.as_ref() != Some(&told) {
            out!("{told}");
            self.0 = Some(told);
        }
        Ok(())
    }
}
