//! What can go wrong with hearing, each with the code that people's sentences hang on.

use std::{io, path::PathBuf};

use thiserror::Error;

/// Why something was not done.
#[derive(Debug, Error)]
pub enum SpeechError {
    /// The file is no WAV, or one whose sound cannot be read.
    #[error("{path} is not a WAV file that can be read: {why}")]
    NotAWav {
        /// The file.
        path: PathBuf,
        /// What its reader says.
        why: String,
    },
    /// The WAV is longer than is ever listened for.
    #[error("{path} holds more than {minutes} minutes of sound")]
    WavTooLong {
        /// The file.
        path: PathBuf,
        /// The most that is read.
        minutes: u64,
    },
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The sound's rate or channels cannot be turned into 16 kHz mono.
    #[error("sound of {rate} samples a second in {channels} channels cannot be converted")]
    Rate {
        /// Samples a second.
        rate: u32,
        /// Channels.
        channels: u16,
    },
    /// No model of this name is installed, and the file does not exist.
    #[error("there is no model {0}")]
    ModelMissing(String),
    /// The file is shorter than its own table of contents says, or than the manifest says.
    #[error("{path} is cut short: {why}")]
    ModelTruncated {
        /// The file.
        path: PathBuf,
        /// Where it ends.
        why: String,
    },
    /// The file is not a Whisper model in ggml form.
    #[error("{path} is not a model: {why}")]
    NotAModel {
        /// The file.
        path: PathBuf,
        /// What is not as it should be.
        why: String,
    },
    /// The file has not the checksum that the manifest names.
    #[error("{path} has the checksum {found}, not {expected}")]
    ModelDigest {
        /// The file.
        path: PathBuf,
        /// SHA-256 of the manifest.
        expected: String,
        /// SHA-256 of the file.
        found: String,
    },
    /// The recogniser refused the model or the sound.
    #[error("the recogniser failed: {0}")]
    Recogniser(String),
    /// The processor lacks instructions that the recogniser is built with.
    #[error("this processor has no {0}, which hearing is built with")]
    CpuTooOld(&'static str),
    /// The model has no such language.
    #[error("the model does not hear the language {0}")]
    Language(String),
    /// More choices than are scored in a bearable time.
    #[error(
        "{choices} choices in {wordings} wordings; {} and {} are the most",
        crate::hearing::MOST_CHOICES,
        crate::hearing::MOST_WORDINGS
    )]
    TooManyChoices {
        /// How many were given.
        choices: usize,
        /// In how many wordings.
        wordings: usize,
    },
    /// It was told to stop.
    #[error("hearing was cancelled")]
    Cancelled,
    /// The manifest of models cannot be understood.
    #[error("the manifest of models cannot be read: {0}")]
    Manifest(String),
    /// The manifest names no such model.
    #[error("the manifest names no model {0}")]
    ModelUnknown(String),
    /// The place that models come from cannot be reached, or does not have this one.
    #[error("{from} cannot be fetched: {why}")]
    Fetch {
        /// The address or the folder.
        from: String,
        /// What the other side or the system says.
        why: String,
    },
    /// This machine has no voice for the language.
    #[error("there is no voice for {0}")]
    NoVoice(String),
    /// The system's speech service is not there, or does not answer.
    #[error("the speech service does not answer: {0}")]
    VoiceService(String),
    /// A recording cannot be played.
    #[error("the loudspeaker cannot play it: {0}")]
    Loudspeaker(String),
    /// This machine has no loudspeaker.
    #[error("this machine has no loudspeaker; plug one in, or start its sound server")]
    NoLoudspeaker,
    /// The disk is full.
    #[error("there is no room for {path}")]
    DiskFull {
        /// What was to be written.
        path: PathBuf,
    },
}

impl SpeechError {
    /// The code: sentences for people are kept by it. Those that begin with `voice-` turn voice off, and have one for the
    /// citizen and one for the officer; the others are told to a technician by the command line.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAWav { .. } => "sound-not-a-wav",
            Self::WavTooLong { .. } => "sound-too-long",
            Self::File { .. } => "voice-file-unreadable",
            Self::Rate { .. } => "sound-rate-unusable",
            Self::ModelMissing(_) => "voice-model-missing",
            Self::ModelTruncated { .. } => "voice-model-truncated",
            Self::NotAModel { .. } => "voice-not-a-model",
            Self::ModelDigest { .. } => "voice-model-changed",
            Self::Recogniser(_) => "voice-recogniser-failed",
            Self::CpuTooOld(_) => "voice-processor-too-old",
            Self::Language(_) => "model-language-missing",
            Self::TooManyChoices { .. } => "choices-too-many",
            Self::Cancelled => "hearing-cancelled",
            Self::Manifest(_) => "manifest-unreadable",
            Self::ModelUnknown(_) => "voice-model-unknown",
            Self::Fetch { .. } => "model-fetch-failed",
            Self::NoVoice(_) => "voice-none",
            Self::VoiceService(_) => "voice-service-silent",
            Self::Loudspeaker(_) => "clip-not-played",
            Self::NoLoudspeaker => "loudspeaker-none",
            Self::DiskFull { .. } => "model-disk-full",
        }
    }

    /// What became of a file, with a full disk told apart.
    pub(crate) fn of_file(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::File { path, source },
        }
    }
}
