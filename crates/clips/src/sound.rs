//! A recording as it lies in a file, and as it is played.

use std::{
    fmt,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use hound::{SampleFormat, WavReader};
use opus_pure::{MAX_PACKET_SAMPLES, OggOpusReader, Trim};
use thiserror::Error;

/// No recording is longer: whoever listens can then neither answer nor remember its beginning.
pub const LONGEST: Duration = Duration::from_mins(1);
/// What Opus is decoded to, in samples a second; loudspeakers mostly want the same.
const OPUS_RATE: u32 = 48_000;
/// Rates that WAV files really have.
const RATES: std::ops::RangeInclusive<u32> = 8_000..=192_000;
/// The most channels: more is no recording of a voice.
const CHANNELS: u16 = 2;
/// A recording whose loudest sample lies below this (1 is full scale) is silence: about -46 dB.
const SILENCE: f32 = 0.005;

/// How a recording lies in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Opus in Ogg.
    OggOpus,
    /// WAV without compression.
    Wav,
}

impl Encoding {
    /// By the ending of a file's name, without the dot.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "ogg" => Some(Self::OggOpus),
            "wav" => Some(Self::Wav),
            _ => None,
        }
    }
}

/// A recording in memory, as its file has it. Copies share the bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Clip {
    bytes: Arc<[u8]>,
    encoding: Encoding,
}

/// What is played: one channel.
#[derive(Clone, PartialEq)]
pub struct Sound {
    /// From -1 to 1.
    pub samples: Vec<f32>,
    /// Samples a second.
    pub rate: u32,
}

/// Why a recording cannot be played.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClipFault {
    /// The bytes are not what the name says, or damaged.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// It is longer than [`LONGEST`].
    #[error("it is longer than {} seconds", LONGEST.as_secs())]
    TooLong,
    /// There is nothing to hear in it.
    #[error("it is silent")]
    Silent,
}

impl Clip {
    /// The bytes of a file; they are looked at when it is played.
    #[must_use]
    pub fn new(bytes: impl Into<Arc<[u8]>>, encoding: Encoding) -> Self {
        Self { bytes: bytes.into(), encoding }
    }

    /// The whole recording, its channels made one.
    ///
    /// # Errors
    /// [`ClipFault`]: nothing of it is to be played then.
    pub fn sound(&self) -> Result<Sound, ClipFault> {
        // The bytes are a stranger's until the whole pack was looked at: a decoder that stumbles over them must not take
        // the kiosk's voice with it.
        let decode = || match self.encoding {
            Encoding::OggOpus => read_opus(&self.bytes),
            Encoding::Wav => read_wav(&self.bytes),
        };
        let sound = catch_unwind(AssertUnwindSafe(decode))
            .unwrap_or_else(|_| Err(ClipFault::Unreadable("its decoder fails".to_owned())))?;
        if sound.samples.iter().all(|sample| sample.abs() < SILENCE) { Err(ClipFault::Silent) } else { Ok(sound) }
    }
}

impl Sound {
    /// How long it sounds.
    #[must_use]
    pub fn length(&self) -> Duration {
        Duration::from_secs_f64(self.samples.len() as f64 / f64::from(self.rate.max(1)))
    }
}

fn read_opus(bytes: &[u8]) -> Result<Sound, ClipFault> {
    let unreadable = |error: opus_pure::Error| ClipFault::Unreadable(error.to_string());
    let mut reader = OggOpusReader::new(Cursor::new(bytes)).map_err(unreadable)?;
    let head = reader.head().clone();
    let channels = u16::from(head.channel_count);
    let mut taken = Taken::new(OPUS_RATE, channels)?;
    let mut decoder = head.decoder(OPUS_RATE.cast_signed()).map_err(unreadable)?;
    let mut trim = Trim::new(&head, OPUS_RATE.cast_signed(), usize::from(channels)).map_err(unreadable)?;
    let mut block = vec![0.0; MAX_PACKET_SAMPLES * usize::from(channels)];
    for packet in reader.packets() {
        let packet = packet.map_err(unreadable)?;
        let frames = decoder.decode(&packet.data, MAX_PACKET_SAMPLES, &mut block).map_err(unreadable)?;
        let decoded = block.get(..frames * usize::from(channels)).unwrap_or_default();
        trim.keep(&packet, decoded).chunks_exact(usize::from(channels)).try_for_each(|frame| taken.add(frame))?;
    }
    Ok(taken.sound)
}

fn read_wav(bytes: &[u8]) -> Result<Sound, ClipFault> {
    let unreadable = |error: hound::Error| ClipFault::Unreadable(error.to_string());
    let mut wav = WavReader::new(Cursor::new(bytes)).map_err(unreadable)?;
    let spec = wav.spec();
    let mut taken = Taken::new(spec.sample_rate, spec.channels)?;
    let mut frame = Vec::with_capacity(usize::from(spec.channels));
    let mut take = |sample: Result<f32, hound::Error>| {
        frame.push(sample.map_err(unreadable)?);
        if frame.len() == usize::from(spec.channels) {
            taken.add(&frame)?;
            frame.clear();
        }
        Ok(())
    };
    match spec.sample_format {
        SampleFormat::Float => wav.samples::<f32>().try_for_each(&mut take)?,
        SampleFormat::Int => {
            let loudest = 2_f32.powi(i32::from(spec.bits_per_sample) - 1);
            wav.samples::<i32>().try_for_each(|sample| take(sample.map(|sample| sample as f32 / loudest)))?;
        }
    }
    Ok(taken.sound)
}

/// Frames as they come, within the bounds of a recording.
struct Taken {
    sound: Sound,
    most: usize,
}

impl Taken {
    fn new(rate: u32, channels: u16) -> Result<Self, ClipFault> {
        if !RATES.contains(&rate) || !(1..=CHANNELS).contains(&channels) {
            return Err(ClipFault::Unreadable(format!("{rate} samples a second in {channels} channels")));
        }
        let most = usize::try_from(LONGEST.as_secs() * u64::from(rate)).unwrap_or(usize::MAX);
        Ok(Self { sound: Sound { samples: Vec::new(), rate }, most })
    }

    fn add(&mut self, frame: &[f32]) -> Result<(), ClipFault> {
        if self.sound.samples.len() >= self.most {
            return Err(ClipFault::TooLong);
        }
        let sum: f32 = frame.iter().map(|sample| if sample.is_finite() { sample.clamp(-1.0, 1.0) } else { 0.0 }).sum();
        self.sound.samples.push(sum / frame.len() as f32);
        Ok(())
    }
}

impl fmt::Debug for Clip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of {} bytes", self.encoding, self.bytes.len())
    }
}

impl fmt::Debug for Sound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of sound", self.length())
    }
}
