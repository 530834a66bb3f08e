//! Real microphones, through cpal. It hands samples on and keeps none: what nobody fetches within two seconds is
//! overwritten.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use cpal::{
    Device, ErrorKind, FromSample, SampleFormat, SizedSample, Stream, StreamConfig,
    traits::{DeviceTrait, HostTrait, StreamTrait},
};

use super::sound::{Sound, SoundLost, Sounds};
use crate::{RATE, Samples, SpeechError, StreamResampler, system::hush};

/// A microphone that sends nothing for so long is lost, whatever the system says.
const SILENT_TOO_LONG: Duration = Duration::from_secs(3);
/// Samples that wait at most.
const MOST_WAITING: usize = RATE as usize * 2;

/// The microphones of this machine.
pub struct SoundCard {
    /// The name of the one that is wanted; none: the system's default.
    wanted: Option<String>,
    /// Why it could not be opened the last time: a machine without one is looked at each second, and logged once.
    fault: Option<String>,
}

impl SoundCard {
    /// The microphone of that name, or the system's default.
    #[must_use]
    pub fn new(wanted: Option<String>) -> Self {
        Self { wanted, fault: None }
    }

    /// The names of all microphones that are there now.
    #[must_use]
    pub fn names() -> Vec<String> {
        hush();
        let devices = cpal::default_host().input_devices();
        devices.into_iter().flatten().filter_map(|device| name(&device)).collect()
    }

    fn device(&self) -> Option<Device> {
        let host = cpal::default_host();
        match &self.wanted {
            None => host.default_input_device(),
            Some(wanted) => host.input_devices().ok()?.find(|device| name(device).as_ref() == Some(wanted)),
        }
    }
}

impl Sounds for SoundCard {
    fn open(&mut self) -> Option<Box<dyn Sound>> {
        hush();
        let device = self.device()?;
        match Microphone::open(&device) {
            Ok(microphone) => {
                self.fault = None;
                Some(Box::new(microphone))
            }
            Err(fault) => {
                let fault = fault.to_string();
                if self.fault.as_ref() != Some(&fault) {
                    tracing::warn!(%fault, "the microphone cannot be opened");
                    self.fault = Some(fault);
                }
                None
            }
        }
    }
}

fn name(device: &Device) -> Option<String> {
    device.description().ok().map(|description| description.name().to_owned())
}

/// One that is running.
struct Microphone {
    name: String,
    line: Arc<Line>,
    last_sound: Instant,
    /// Runs as long as it is kept.
    _stream: Stream,
}

/// What lies between the sound card's thread and the one that listens.
#[derive(Default)]
struct Line {
    waiting: Mutex<Waiting>,
    came: Condvar,
}

#[derive(Default)]
struct Waiting {
    samples: Samples,
    lost: bool,
}

impl Line {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Microphone {
    fn open(device: &Device) -> Result<Self, SpeechError> {
        let refused = |fault: cpal::Error| SpeechError::Recogniser(fault.to_string());
        let supported = device.default_input_config().map_err(refused)?;
        let (format, config) = (supported.sample_format(), StreamConfig::from(supported));
        let resampler = StreamResampler::new(config.sample_rate, config.channels)?;
        let line = Arc::new(Line::default());
        line.lock().samples = Samples::with_room(3.0);
        let open = Opening { device, config, resampler, line: &line };
        let stream = match format {
            SampleFormat::I8 => open.stream::<i8>(),
            SampleFormat::I16 => open.stream::<i16>(),
            SampleFormat::I32 => open.stream::<i32>(),
            SampleFormat::U8 => open.stream::<u8>(),
            SampleFormat::U16 => open.stream::<u16>(),
            SampleFormat::F32 => open.stream::<f32>(),
            SampleFormat::F64 => open.stream::<f64>(),
            other => return Err(SpeechError::Recogniser(format!("samples as {other}"))),
        };
        let stream = stream.map_err(refused)?;
        stream.play().map_err(refused)?;
        let name = name(device).unwrap_or_default();
        Ok(Self { name, line, last_sound: Instant::now(), _stream: stream })
    }
}

/// What a stream is opened with.
struct Opening<'a> {
    device: &'a Device,
    config: StreamConfig,
    resampler: StreamResampler,
    line: &'a Arc<Line>,
}

impl Opening<'_> {
    fn stream<T>(self) -> Result<Stream, cpal::Error>
    where
        T: SizedSample,
        f32: FromSample<T>,
    {
        let (mut resampler, line, faulty) = (self.resampler, Arc::clone(self.line), Arc::clone(self.line));
        let mut plain = zeroize::Zeroizing::new(Vec::new());
        let took = move |data: &[T], _: &_| {
            plain.clear();
            plain.extend(data.iter().map(|sample| f32::from_sample_(*sample)));
            let mut waiting = line.lock();
            resampler.push(&plain, &mut waiting.samples);
            let too_many = waiting.samples.len().saturating_sub(MOST_WAITING);
            waiting.samples.forget_first(too_many);
            line.came.notify_one();
        };
        let failed = move |fault: cpal::Error| {
            // A sample lost or a thread without priority is no loss of the microphone.
            if !matches!(fault.kind(), ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied) {
                faulty.lock().lost = true;
                faulty.came.notify_one();
            }
        };
        self.device.build_input_stream(self.config, took, failed, None)
    }
}

impl Sound for Microphone {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn read(&mut self, into: &mut Samples, patience: Duration) -> Result<(), SoundLost> {
        let waiting = self.line.lock();
        let wait =
            self.line.came.wait_timeout_while(waiting, patience, |waiting| waiting.samples.is_empty() && !waiting.lost);
        let (mut waiting, _) = wait.unwrap_or_else(PoisonError::into_inner);
        if !waiting.samples.is_empty() {
            into.extend(&waiting.samples);
            waiting.samples.clear();
            self.last_sound = Instant::now();
        }
        if waiting.lost || self.last_sound.elapsed() > SILENT_TOO_LONG { Err(SoundLost) } else { Ok(()) }
    }
}
