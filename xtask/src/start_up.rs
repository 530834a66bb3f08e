//! How long the kiosk takes from process start to its first screen, and how much memory it then
//! holds, as a ratio to an empty window of the same toolkit started the same way.
//!
//! Time ends when the green of what one does next is on the display (the empty page is nothing but
//! that): pixels are watched, so that neither program can claim to be ready before a visitor sees it. Memory is that of all its processes, two seconds later.

use std::{
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::Args;

use crate::{
    command, kiosk,
    linux::{Display, Eye, memory_of},
    setup,
};

/// Longest that a start may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// From the first screen until memory is read: what loads in the background has been loaded.
const SETTLING: Duration = Duration::from_secs(2);

/// How to measure.
#[derive(Args)]
pub struct StartArguments {
    /// Starts of each of the two, alternating.
    #[arg(long, default_value_t = 10)]
    runs: usize,
}

/// One start.
#[derive(Clone, Copy)]
struct Start {
    millis: f64,
    mebibytes: f64,
}

/// Measures and prints.
pub fn measure(arguments: &StartArguments) -> Result<()> {
    setup::to_run()?;
    let sample = kiosk::Sample::prepare("release", "run")?;
    let empty = kiosk::build_empty_window()?;
    let display = Display::start_virtual()?;
    let eye = Eye::on(&display)?;
    let (mut kiosks, mut empties) = (Vec::new(), Vec::new());
    println!("{:>4} {:>12} {:>12} {:>12} {:>12}", "run", "kiosk ms", "empty ms", "kiosk MiB", "empty MiB");
    for run in 0..=arguments.runs {
        let ours = start(&mut sample.window(), &display, &eye)?;
        let theirs = start(&mut command::command(&empty), &display, &eye)?;
        // The first of each fills the system's caches and does not count.
        if run == 0 {
            continue;
        }
        println!(
            "{run:>4} {:>12.0} {:>12.0} {:>12.1} {:>12.1}",
            ours.millis, theirs.millis, ours.mebibytes, theirs.mebibytes
        );
        kiosks.push(ours);
        empties.push(theirs);
    }
    let time = (median(&kiosks, |start| start.millis), median(&empties, |start| start.millis));
    let memory = (median(&kiosks, |start| start.mebibytes), median(&empties, |start| start.mebibytes));
    println!("{:>4} {:>12.0} {:>12.0} {:>12.1} {:>12.1}", "mid", time.0, time.1, memory.0, memory.1);
    println!("time to the first screen ×{:.2}, memory ×{:.2}", time.0 / time.1, memory.0 / memory.1);
    Ok(())
}

fn start(program: &mut Command, display: &Display, eye: &Eye) -> Result<Start> {
    eye.wait(PATIENCE, "the display is empty", |picture| !kiosk::is_attracting(picture))?;
    display.lend(program);
    let begun = Instant::now();
    let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let started = watch(&child, eye, begun);
    end(&mut child)?;
    started
}

fn watch(child: &Child, eye: &Eye, begun: Instant) -> Result<Start> {
    eye.wait(PATIENCE, "the first screen is drawn", kiosk::is_attracting)?;
    let millis = begun.elapsed().as_secs_f64() * 1000.0;
    thread::sleep(SETTLING);
    let mebibytes = memory_of(child.id())? as f64 / 1024.0;
    Ok(Start { millis, mebibytes })
}

fn end(child: &mut Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}

fn median(starts: &[Start], of: impl Fn(&Start) -> f64) -> f64 {
    let mut values: Vec<f64> = starts.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => f64::NAN,
        even if even.is_multiple_of(2) => f64::midpoint(values[even / 2 - 1], values[even / 2]),
        odd => values[odd / 2],
    }
}
