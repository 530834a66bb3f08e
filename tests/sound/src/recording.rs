//! What came out of the loudspeaker.

use std::{
    io::Read,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// Samples of a hundredth of a second.
const FRAME: usize = 160;
/// Louder than this, root of the mean square, somebody speaks.
const SPEECH: f64 = 300.0;
/// How often is looked at what was recorded.
const LOOK: Duration = Duration::from_millis(20);

/// Sound being recorded, 16 kHz mono.
pub struct Recording {
    recorder: Child,
    samples: Arc<Mutex<Vec<i16>>>,
}

impl Recording {
    pub(crate) fn start(recorder: &mut Command) -> Result<Self> {
        let mut recorder = recorder.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("parec")?;
        let mut sound = recorder.stdout.take().context("parec is mute")?;
        let samples = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&samples);
        thread::spawn(move || {
            let mut bytes = [0; 2 * FRAME];
            while sound.read_exact(&mut bytes).is_ok() {
                let frame = bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]]));
                into.lock().unwrap_or_else(PoisonError::into_inner).extend(frame);
            }
        });
        Ok(Self { recorder, samples })
    }

    /// What was recorded so far.
    #[must_use]
    pub fn samples(&self) -> Vec<i16> {
        self.samples.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Hundredths of a second in which somebody spoke.
    #[must_use]
    pub fn spoken(&self) -> usize {
        self.samples().chunks(FRAME).filter(|frame| loudness(frame) > SPEECH).count()
    }

    /// Waits until somebody speaks.
    ///
    /// # Errors
    /// Nobody does within `most`.
    pub fn until_heard(&self, most: Duration) -> Result<()> {
        let until = Instant::now() + most;
        while self.spoken() == 0 {
            if Instant::now() > until {
                bail!("nothing was said in {most:?}");
            }
            thread::sleep(LOOK);
        }
        Ok(())
    }

    /// Waits until something is said and then nothing for `rest`; gives hundredths of a second that were spoken.
    ///
    /// # Errors
    /// Nothing was said, or it did not end, within `most`.
    pub fn until_said(&self, rest: Duration, most: Duration) -> Result<usize> {
        let until = Instant::now() + most;
        let still = usize::try_from(rest.as_millis() / 10)?;
        while Instant::now() < until {
            let samples = self.samples();
            let frames: Vec<bool> = samples.chunks(FRAME).map(|frame| loudness(frame) > SPEECH).collect();
            if let Some(last) = frames.iter().rposition(|speaks| *speaks)
                && frames.len() - last > still
            {
                return Ok(frames.iter().filter(|speaks| **speaks).count());
            }
            thread::sleep(LOOK);
        }
        bail!("{} hundredths of a second were spoken in {most:?}, and no rest came", self.spoken())
    }
}

fn loudness(frame: &[i16]) -> f64 {
    let sum: f64 = frame.iter().map(|sample| f64::from(*sample).powi(2)).sum();
    (sum / frame.len().max(1) as f64).sqrt()
}

impl Drop for Recording {
    fn drop(&mut self) {
        let _ = self.recorder.kill();
        let _ = self.recorder.wait();
    }
}
