//! The machine's loudspeaker, through cpal: one recording at a time.

use std::{
    sync::mpsc::Sender,
    time::{Duration, Instant},
};

use cpal::{
    Device, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat, SizedSample, Stream, StreamConfig,
    traits::{DeviceTrait, HostTrait, StreamTrait},
};
use kaunter_clips::Sound;
use rubato::{Fft, FixedSync, Resampler, audioadapter_buffers::direct::SequentialSlice};

use super::{dispatcher::loudness, recorded::Player};
use crate::{SpeechError, system::hush};

/// Above all ids of the system's voices.
const IDS: u64 = 0xFFFF << 48;
/// Frames that are converted at a time.
const CHUNK: usize = 1024;

/// The system's default loudspeaker, looked for anew with each recording: one may be plugged in meanwhile.
pub struct Loudspeaker {
    said: Sender<u64>,
    count: u64,
    /// Sounds as long as it is kept.
    playing: Option<Stream>,
}

impl Loudspeaker {
    /// Ids of what was played to its end go to `said`.
    #[must_use]
    pub fn new(said: Sender<u64>) -> Self {
        Self { said, count: 0, playing: None }
    }

    /// Looks whether there is one at all. A speech service says nothing about that: it speaks into the void, and never
    /// tells that it has ended. One that is busy is there.
    ///
    /// # Errors
    /// There is none, or the system does not let this program use it.
    pub fn find() -> Result<(), SpeechError> {
        hush();
        let device = cpal::default_host().default_output_device();
        match device.ok_or(ErrorKind::DeviceNotAvailable).map(|device| device.default_output_config()) {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.kind() == ErrorKind::DeviceBusy => Ok(()),
            _ => Err(SpeechError::NoLoudspeaker),
        }
    }
}

impl Player for Loudspeaker {
    fn play(&mut self, sound: Sound, volume: u8) -> Result<u64, SpeechError> {
        self.stop();
        hush();
        let device = cpal::default_host().default_output_device();
        let device = device.ok_or_else(|| SpeechError::Loudspeaker("there is none".to_owned()))?;
        self.count += 1;
        let id = IDS | self.count;
        let stream = open(&device, sound, loudness(volume), (self.said.clone(), id))?;
        stream.play().map_err(|error| refused(&error))?;
        self.playing = Some(stream);
        Ok(id)
    }

    fn stop(&mut self) {
        self.playing = None;
    }
}

fn refused(error: &cpal::Error) -> SpeechError {
    SpeechError::Loudspeaker(error.to_string())
}

fn open(device: &Device, sound: Sound, gain: f32, tell: (Sender<u64>, u64)) -> Result<Stream, SpeechError> {
    let supported = device.default_output_config().map_err(|error| refused(&error))?;
    let (format, config) = (supported.sample_format(), StreamConfig::from(supported));
    let mut samples = at_rate(sound, config.sample_rate)?;
    samples.iter_mut().for_each(|sample| *sample *= gain);
    let line = Line { samples, next: 0, ends: None, tell: Some(tell) };
    let stream = match format {
        SampleFormat::I16 => line.stream::<i16>(device, config),
        SampleFormat::I32 => line.stream::<i32>(device, config),
        SampleFormat::U8 => line.stream::<u8>(device, config),
        SampleFormat::F32 => line.stream::<f32>(device, config),
        SampleFormat::F64 => line.stream::<f64>(device, config),
        other => return Err(SpeechError::Loudspeaker(format!("it wants samples as {other}"))),
    };
    stream.map_err(|error| refused(&error))
}

/// The samples at another rate.
fn at_rate(sound: Sound, rate: u32) -> Result<Vec<f32>, SpeechError> {
    if sound.rate == rate {
        return Ok(sound.samples);
    }
    let unusable = || SpeechError::Rate { rate: sound.rate, channels: 1 };
    let mut resampler =
        Fft::<f32>::new(sound.rate as usize, rate as usize, CHUNK, 1, FixedSync::Input).map_err(|_| unusable())?;
    let length = sound.samples.len();
    let input = SequentialSlice::new(&sound.samples, 1, length).map_err(|_| unusable())?;
    Ok(resampler.process_all(&input, length, None).map_err(|_| unusable())?.take_data())
}

/// What is left to be played.
struct Line {
    samples: Vec<f32>,
    next: usize,
    /// When the last sample is heard.
    ends: Option<Instant>,
    tell: Option<(Sender<u64>, u64)>,
}

impl Line {
    fn stream<T>(mut self, device: &Device, config: StreamConfig) -> Result<Stream, cpal::Error>
    where
        T: SizedSample + FromSample<f32>,
    {
        let channels = usize::from(config.channels.max(1));
        let fill = move |out: &mut [T], info: &OutputCallbackInfo| {
            for frame in out.chunks_mut(channels) {
                let sample = self.samples.get(self.next).copied().unwrap_or(0.0);
                self.next += 1;
                frame.fill(T::from_sample_(sample));
            }
            let time = info.timestamp();
            self.look(time.playback.duration_since(time.callback), Instant::now());
        };
        // Whoever waits for the end of it does not wait for ever: the mouth bounds each sentence.
        let failed = |error: cpal::Error| tracing::warn!(%error, "the loudspeaker");
        device.build_output_stream(config, fill, failed, None)
    }

    /// Tells that it was played to its end, once that was heard: what was written sounds `behind` later.
    fn look(&mut self, behind: Duration, now: Instant) {
        if self.next < self.samples.len() {
            return;
        }
        let ends = *self.ends.get_or_insert(now + behind);
        if now >= ends
            && let Some((said, id)) = self.tell.take()
        {
            let _ = said.send(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_recording_keeps_its_length_at_any_rate() {
        for (from, to) in [(48_000, 44_100), (44_100, 48_000), (8_000, 48_000), (48_000, 48_000)] {
            let samples = (0..from).map(|at| (at as f32 * 0.05).sin()).collect();
            let converted = at_rate(Sound { samples, rate: from }, to).unwrap();
            assert!(converted.len().abs_diff(to as usize) <= 1, "{from} to {to}: {}", converted.len());
        }
    }

    #[test]
    fn it_is_said_when_the_last_of_it_was_heard() {
        let (said, ended) = channel();
        let mut line = Line { samples: vec![0.0; 10], next: 5, ends: None, tell: Some((said, 7)) };
        let (now, behind) = (Instant::now(), Duration::from_millis(80));
        line.look(behind, now);
        line.next = 12;
        line.look(behind, now);
        line.look(behind, now + Duration::from_millis(79));
        assert!(ended.try_recv().is_err());
        line.look(behind, now + Duration::from_millis(80));
        line.look(behind, now + Duration::from_millis(90));
        assert_eq!(ended.try_iter().collect::<Vec<_>>(), [7]);
    }
}
