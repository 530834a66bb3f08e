//! What a printer says of its own state, `printer-state-reasons` above all (RFC 8011 section 5.4.12, PWG 5100.9).
//!
//! It must never know a language: screens have words for each [code](Condition::code), one sentence for the citizen and
//! one for the officer.

use serde::{Deserialize, Serialize};

/// How bad a condition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Report,
    /// Will need a hand soon; the printer prints.
    Warning,
    /// Needs a hand now.
    Error,
}

/// What is the matter, whatever words the printer has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionKind {
    /// No paper.
    MediaEmpty,
    /// Little paper.
    MediaLow,
    /// It waits for paper to be loaded, or another kind of it.
    MediaNeeded,
    /// Paper is stuck.
    MediaJam,
    /// A cover is open.
    CoverOpen,
    /// A door is open.
    DoorOpen,
    /// A tray is not in its place.
    TrayMissing,
    /// The output is full, or almost.
    OutputFull,
    /// Little ink or toner.
    InkLow,
    /// No ink or toner.
    InkEmpty,
    /// The waste container is full, or almost.
    WasteFull,
    /// Somebody paused it.
    Paused,
    /// It is being shut down, or asleep for good.
    Shutdown,
    /// A queue is trying to reach its printer.
    Connecting,
    /// A queue cannot reach its printer.
    Offline,
    /// It has no room for further jobs.
    SpoolFull,
    /// No tray holds the size that is needed. The kiosk finds this out itself.
    WrongSize,
    /// It takes no jobs.
    NotAccepting,
    /// It has stopped and does not say why.
    Stopped,
    /// A part is worn out, too hot or broken.
    NeedsService,
    /// Something that only this printer has a word for.
    Other,
}

/// One thing that a printer says of its state.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Condition {
    /// What is the matter.
    pub kind: ConditionKind,
    /// How bad it is.
    pub severity: Severity,
    /// The printer's own word, at most 255 bytes; for the officer and the log.
    pub word: String,
}

impl Condition {
    /// What a keyword of `printer-state-reasons` means; `None` for `none`.
    #[must_use]
    pub fn from_reason(word: &str) -> Option<Self> {
        let (stem, said) = split_severity(word);
        let kind = match stem {
            "" | "none" => return None,
            "media-empty" => ConditionKind::MediaEmpty,
            "media-low" => ConditionKind::MediaLow,
            "media-needed" => ConditionKind::MediaNeeded,
            "media-jam" => ConditionKind::MediaJam,
            "cover-open" | "interlock-open" | "input-cover-open" | "output-cover-open" => ConditionKind::CoverOpen,
            "door-open" | "input-door-open" | "output-door-open" => ConditionKind::DoorOpen,
            "input-tray-missing" | "input-media-tray-missing" | "output-tray-missing" => ConditionKind::TrayMissing,
            "output-area-full" | "output-area-almost-full" => ConditionKind::OutputFull,
            "marker-supply-low" | "toner-low" | "marker-ink-almost-empty" | "marker-toner-almost-empty" => {
                ConditionKind::InkLow
            }
            "marker-supply-empty"
            | "toner-empty"
            | "marker-ink-empty"
            | "marker-toner-empty"
            | "marker-supply-missing"
            | "marker-ink-cartridge-missing"
            | "marker-toner-cartridge-missing"
            | "marker-print-cartridge-missing" => ConditionKind::InkEmpty,
            "marker-waste-full"
            | "marker-waste-almost-full"
            | "marker-waste-ink-receptacle-full"
            | "marker-waste-toner-receptacle-full" => ConditionKind::WasteFull,
            "paused" | "moving-to-paused" => ConditionKind::Paused,
            "shutdown" | "power-down" | "deactivated" => ConditionKind::Shutdown,
            "connecting-to-device" => ConditionKind::Connecting,
            "offline" | "timed-out" => ConditionKind::Offline,
            "spool-area-full" | "memory-exhausted" => ConditionKind::SpoolFull,
            "stopping" | "stopped-partly" => ConditionKind::Stopped,
            "fuser-over-temp"
            | "fuser-under-temp"
            | "opc-life-over"
            | "developer-empty"
            | "interpreter-resource-unavailable"
            | "marker-print-failure"
            | "fuser-failure" => ConditionKind::NeedsService,
            _ => ConditionKind::Other,
        };
        let severity = said.unwrap_or_else(|| kind.usual_severity(stem));
        Some(Self { kind, severity, word: word.chars().take(255).collect() })
    }

    /// A condition that the kiosk found out itself.
    #[must_use]
    pub fn found(kind: ConditionKind, severity: Severity) -> Self {
        Self { kind, severity, word: String::new() }
    }

    /// Whether nothing comes out until somebody has seen to it.
    #[must_use]
    pub fn stops_printing(&self) -> bool {
        match self.kind {
            // CUPS reports an unreachable printer as `offline-report`.
            ConditionKind::Offline => true,
            ConditionKind::Connecting | ConditionKind::InkLow | ConditionKind::MediaLow => false,
            _ => self.severity == Severity::Error,
        }
    }

    /// Whether a job that is being printed waits for a hand, as far as this tells.
    ///
    /// Some printers call empty trays and jams warnings, although they print no further. Before a job, such a warning
    /// may be of another tray; during one it is taken at its worst, and the job's own state has the last word.
    #[must_use]
    pub fn holds_up_a_job(&self) -> bool {
        use ConditionKind as Kind;
        match self.kind {
            Kind::MediaNeeded => true,
            Kind::MediaEmpty
            | Kind::MediaJam
            | Kind::CoverOpen
            | Kind::DoorOpen
            | Kind::TrayMissing
            | Kind::InkEmpty => self.severity >= Severity::Warning,
            _ => self.stops_printing(),
        }
    }

    /// The code that screens have words for.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind {
            ConditionKind::MediaEmpty => "printer-media-empty",
            ConditionKind::MediaLow => "printer-media-low",
            ConditionKind::MediaNeeded => "printer-media-needed",
            ConditionKind::MediaJam => "printer-media-jam",
            ConditionKind::CoverOpen => "printer-cover-open",
            ConditionKind::DoorOpen => "printer-door-open",
            ConditionKind::TrayMissing => "printer-tray-missing",
            ConditionKind::OutputFull => "printer-output-full",
            ConditionKind::InkLow => "printer-ink-low",
            ConditionKind::InkEmpty => "printer-ink-empty",
            ConditionKind::WasteFull => "printer-waste-full",
            ConditionKind::Paused => "printer-paused",
            ConditionKind::Shutdown => "printer-shutdown",
            ConditionKind::Connecting => "printer-connecting",
            ConditionKind::Offline => "printer-offline",
            ConditionKind::SpoolFull => "printer-spool-full",
            ConditionKind::WrongSize => "printer-wrong-size",
            ConditionKind::NotAccepting => "printer-not-accepting",
            ConditionKind::Stopped => "printer-stopped",
            ConditionKind::NeedsService => "printer-needs-service",
            ConditionKind::Other => "printer-condition-other",
        }
    }
}

impl ConditionKind {
    /// For keywords without a suffix, which RFC 8011 section 5.4.12 leaves to the reader.
    fn usual_severity(self, stem: &str) -> Severity {
        match self {
            Self::MediaLow | Self::InkLow | Self::Connecting => Severity::Warning,
            Self::OutputFull | Self::WasteFull if stem.contains("almost") => Severity::Warning,
            // What a printer invented, it would have marked if it were serious: CUPS has many such remarks.
            Self::Other => Severity::Report,
            _ => Severity::Error,
        }
    }
}

fn split_severity(word: &str) -> (&str, Option<Severity>) {
    let suffixes = [("-report", Severity::Report), ("-warning", Severity::Warning), ("-error", Severity::Error)];
    suffixes
        .into_iter()
        .find_map(|(suffix, severity)| word.strip_suffix(suffix).map(|stem| (stem, Some(severity))))
        .unwrap_or((word, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_understood_with_its_severity() {
        use ConditionKind as K;
        for (word, kind, severity, stops) in [
            ("media-empty-error", K::MediaEmpty, Severity::Error, true),
            ("media-empty", K::MediaEmpty, Severity::Error, true),
            ("media-empty-warning", K::MediaEmpty, Severity::Warning, false),
            ("media-jam-error", K::MediaJam, Severity::Error, true),
            ("door-open", K::DoorOpen, Severity::Error, true),
            ("toner-low-report", K::InkLow, Severity::Report, false),
            ("marker-supply-low", K::InkLow, Severity::Warning, false),
            ("marker-supply-low-error", K::InkLow, Severity::Error, false),
            ("marker-supply-empty-error", K::InkEmpty, Severity::Error, true),
            ("output-area-almost-full", K::OutputFull, Severity::Warning, false),
            ("output-area-full", K::OutputFull, Severity::Error, true),
            ("offline-report", K::Offline, Severity::Report, true),
            ("connecting-to-device", K::Connecting, Severity::Warning, false),
            ("paused", K::Paused, Severity::Error, true),
            ("cups-insecure-filter-warning", K::Other, Severity::Warning, false),
            ("cups-remote-pending", K::Other, Severity::Report, false),
            ("org.example.gears-error", K::Other, Severity::Error, true),
        ] {
            let condition = Condition::from_reason(word).unwrap();
            assert_eq!((condition.kind, condition.severity), (kind, severity), "{word}");
            assert_eq!((condition.stops_printing(), condition.word.as_str()), (stops, word), "{word}");
        }
        assert_eq!(Condition::from_reason("none"), None);
        assert_eq!(Condition::from_reason(""), None);
    }
}
