//! What is wrong with a pack, as commands tell it: refusals with their codes, faults with file, line and remedy.
//!
//! What is a fault is decided in `kaunter-pack`.

use std::{io::Write, path::Path};

use anyhow::Result;
use jiff::Zoned;
use kaunter_pack::{Checked, PackError, PackFiles, Report, Severity};

/// A refusal with its code, for people and for scripts.
pub fn coded(error: PackError) -> anyhow::Error {
    // Its sentence says already what the system says.
    anyhow::anyhow!("refused ({}): {error}", error.code())
}

/// A pack checked as of now.
pub fn checked(path: &Path) -> Result<Checked> {
    let files = PackFiles::open(path).map_err(coded)?;
    kaunter_pack::check(files, &Zoned::now()).map_err(coded)
}

/// Every fault as `file:line: severity: sentence` with its remedy under it, and the sums; `written` errors stand above
/// already.
pub fn write_report(out: &mut impl Write, pack: &Path, report: &Report, written: usize) -> std::io::Result<()> {
    for fault in report.faults() {
        let path = pack.join(&fault.file);
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        let severity = match fault.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(out, "{}{line}: {severity}: {}", path.display(), fault.kind)?;
        writeln!(out, "    {}", fault.kind.remedy())?;
    }
    for (file, code, count) in report.unlisted() {
        writeln!(out, "{}: {count} more of {code}", pack.join(file).display())?;
    }
    writeln!(out, "{}, {}", counted(report.errors() + written, "error"), counted(report.warnings(), "warning"))
}

/// `1 error`, `2 errors`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
