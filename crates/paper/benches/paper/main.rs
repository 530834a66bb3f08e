//! Measures how long a form takes to be set, beside Typst's own program on the same layout and data and
//! LibreOffice on a like document, all in one run.
//!
//! `cargo bench -p kaunter-paper --bench paper [-- <typst> <soffice>]`: the programs to measure beside; those
//! that are not given are left out.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

#[path = "../../tests/it/desk.rs"]
#[allow(dead_code, reason = "not every look is needed")]
mod desk;
mod programs;

use std::{env, fs, path::PathBuf, time::Instant};

use desk::{filled, letterhead, now, sheet};
use kaunter_paper::{Press, Sheet, Typecase};
use programs::{Measured, libre_office, typst};

/// Forms that are set before time counts.
const WARM_UP: usize = 5;
/// Forms that are measured.
const FORMS: usize = 40;
/// Runs of the other programs.
const RUNS: usize = 9;
/// A form with a household, in two languages of two scripts.
const FORM: (&str, &str) = ("old-age-allowance", "ko");

fn main() {
    let programs: Vec<PathBuf> =
        env::args_os().skip(1).filter(|argument| argument != "--bench").map(PathBuf::from).collect();
    let named = |name: &str| programs.iter().find(|path| path.file_stem().is_some_and(|stem| stem == name));
    println!("| | ms for a form | of theirs | peak MiB |\n|---|---|---|---|");
    let ours = ours();
    println!("| Kaunter, warm | {:.0} | | {} |", ours.milliseconds, ours.peak_mebibytes);
    let beside = |name: &str, measured: Measured| {
        let ratio = ours.milliseconds / measured.milliseconds;
        println!("| {name} | {:.0} | {ratio:.3} | {} |", measured.milliseconds, measured.peak_mebibytes);
    };
    let folder = desk::folder("beside");
    if let Some(program) = named("typst") {
        let press = Press::new(Typecase::of_system().unwrap());
        let form = Sheet::Form(Box::new(sheet(FORM.0, FORM.1)));
        for (path, bytes) in press.project(&letterhead(), &form).unwrap() {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        beside("typst", typst(program, &folder, RUNS));
    }
    if let Some(program) = named("soffice") {
        beside("LibreOffice", libre_office(program, &filled(FORM.0, FORM.1), &folder, RUNS));
    }
}

/// A form after another, each of another number, as on a busy day.
fn ours() -> Measured {
    let press = Press::new(Typecase::of_system().unwrap());
    let mut times = Vec::new();
    for number in 0..WARM_UP + FORMS {
        let mut sheet = sheet(FORM.0, FORM.1);
        sheet.number = Some(format!("{number:04}-0000"));
        let begun = Instant::now();
        let pages = press.set(&letterhead(), &Sheet::Form(Box::new(sheet)), &now()).unwrap();
        pages.to_pdf().unwrap();
        if number >= WARM_UP {
            times.push(begun.elapsed());
        }
    }
    Measured::of(times, programs::peak_of("self"))
}
