//! Other programs that make a PDF of the same, timed from their start to their end.

use std::{
    fmt::Write,
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use kaunter_forms::{Bilingual, Filled};

/// Median time, and most memory that was resident.
pub struct Measured {
    pub milliseconds: f64,
    pub peak_mebibytes: u64,
}

impl Measured {
    pub fn of(mut times: Vec<Duration>, peak_mebibytes: u64) -> Self {
        times.sort();
        Self { milliseconds: times[times.len() / 2].as_secs_f64() * 1000.0, peak_mebibytes }
    }
}

/// Most memory of a process so far, in mebibytes.
pub fn peak_of(process: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// A process and all that it started.
fn family(process: u32) -> Vec<u32> {
    // Each thread knows only what it started itself.
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let children = threads.map(|thread| fs::read_to_string(thread.path().join("children")).unwrap_or_default());
    let below = |children: String| children.split_whitespace().filter_map(|child| child.parse().ok()).collect();
    [process].into_iter().chain(children.flat_map(|started| -> Vec<u32> { below(started) }).flat_map(family)).collect()
}

fn measure(runs: usize, command: impl Fn() -> Command) -> Measured {
    let (mut times, mut peak) = (Vec::new(), 0);
    for run in 0..=runs {
        let begun = Instant::now();
        let mut running = command().stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let status = loop {
            if let Some(status) = running.try_wait().unwrap() {
                break status;
            }
            peak = peak.max(family(running.id()).iter().map(|process| peak_of(&process.to_string())).sum());
            thread::sleep(Duration::from_millis(4));
        };
        assert!(status.success(), "{status}");
        // The first run fills the caches of the disk.
        if run > 0 {
            times.push(begun.elapsed());
        }
    }
    Measured::of(times, peak)
}

/// Typst's own program on the same sources and data.
pub fn typst(program: &Path, folder: &Path, runs: usize) -> Measured {
    measure(runs, || {
        let mut command = Command::new(program);
        command.args(["compile", "--features", "a11y-extras", "--pdf-standard", "ua-1,a-2a", "--root"]).arg(folder);
        command.arg(folder.join("kaunter/main.typ")).arg(folder.join("out.pdf"));
        command
    })
}

/// LibreOffice on a document of the same titles, labels and answers.
pub fn libre_office(program: &Path, filled: &Filled, folder: &Path, runs: usize) -> Measured {
    let document = folder.join("form.html");
    fs::write(&document, html(filled)).unwrap();
    measure(runs, || {
        let mut command = Command::new(program);
        command.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
        command
            .args(["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir"])
            .arg(folder)
            .arg(&document);
        command
    })
}

fn html(filled: &Filled) -> String {
    let both = |words: &Bilingual| format!("{}<br><small>{}</small>", words.citizen, words.office);
    let mut page = format!("<html><meta charset='utf-8'><body><h1>{}</h1>", both(&filled.title));
    for section in &filled.sections {
        write!(page, "<h2>{}</h2><table border='1' width='100%'>", both(&section.title)).unwrap();
        for answer in &section.answers {
            write!(page, "<tr><th>{}</th><td>{}</td></tr>", both(&answer.label), both(&answer.written)).unwrap();
        }
        page.push_str("</table>");
    }
    write!(page, "<p>{}</p></body></html>", both(&filled.signing.declaration)).unwrap();
    page
}
