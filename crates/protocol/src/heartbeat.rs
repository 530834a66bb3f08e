//! How a kiosk fares: numbers and closed lists only. There is no field in which a person's words could stand.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::Digest;

/// `POST /v1/heartbeat`. What the server does not know of it, it does not keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Heartbeat {
    /// Counts up on this kiosk; an older one than the last is answered and not kept.
    pub sequence: u64,
    /// The kiosk's clock.
    pub at: Timestamp,
    /// Seconds since the kiosk started.
    pub up_seconds: u64,
    /// SHA-256 of each pack that serves.
    #[serde(default)]
    pub packs: Vec<Digest>,
    /// What it holds.
    #[serde(default)]
    pub held: Held,
    /// The printer.
    #[serde(default)]
    pub printer: PrinterCondition,
    /// Free space on the disk, mebibytes.
    #[serde(default)]
    pub disk_free_mib: u64,
    /// Figures by day and language; each takes the place of what was told of the same before.
    #[serde(default)]
    pub days: BTreeMap<Date, BTreeMap<Language, Counters>>,
}

/// The languages that figures are told for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Language {
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// Malay.
    #[serde(rename = "ms")]
    Ms,
    /// Korean.
    #[serde(rename = "ko")]
    Ko,
    /// English.
    #[serde(rename = "en")]
    En,
    /// Another one.
    #[serde(other, rename = "other")]
    Other,
}

/// Finished forms on the kiosk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Held {
    /// They wait to be sent.
    pub waiting: u64,
    /// They were refused, and a person has to look.
    pub set_aside: u64,
}

/// What the printer can do now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PrinterCondition {
    /// There is none.
    #[default]
    None,
    /// It prints.
    Ready,
    /// Somebody has to see to it.
    NeedsAttention,
    /// It does not answer.
    Unreachable,
    /// Something newer than this list.
    #[serde(other)]
    Unknown,
}

/// Figures of one day in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Counters {
    /// Visits.
    pub sessions: u64,
    /// Questions that were answered.
    pub answered: u64,
    /// Questions that had no answer.
    pub refused: u64,
    /// Visits that were handed to a person.
    pub handed_over: u64,
    /// Forms begun.
    pub forms_started: u64,
    /// Forms finished.
    pub forms_finished: u64,
    /// Seconds that visits took, together.
    pub seconds: u64,
    /// Papers printed.
    pub printed: u64,
    /// Papers that failed.
    pub print_failures: u64,
}

/// What the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HeartbeatReply {
    /// The server's clock.
    pub server_time: Timestamp,
    /// Seconds by which the kiosk's clock is ahead of it; negative behind. Beyond 300 somebody should set it.
    pub clock_ahead_seconds: i64,
    /// Seconds until the next heartbeat.
    pub next_seconds: u32,
}
