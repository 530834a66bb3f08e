//! The sound server: PulseAudio with two devices that are nowhere.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::Recording;

/// How long the server may take to come.
const START: Duration = Duration::from_secs(20);
/// Volumes on the server's scale, which is cubic: as it was recorded, 18 dB softer, 26 dB softer.
const FULL: u32 = 65_536;
const CROWD: u32 = 32_768;
const AFAR: u32 = 24_144;
/// How often is looked whether it is there.
const LOOK: Duration = Duration::from_millis(50);

/// A room; its server ends when it goes.
pub struct Room {
    folder: TempDir,
    server: Child,
}

impl Room {
    /// A room in which the microphone hears only what is played into it.
    ///
    /// # Errors
    /// PulseAudio is not installed or does not start.
    pub fn quiet() -> Result<Self> {
        Self::open("")
    }

    /// A room in which the microphone also hears the loudspeaker.
    ///
    /// # Errors
    /// As [`Room::quiet`].
    pub fn echoing() -> Result<Self> {
        Self::open("load-module module-loopback source=loudspeaker.monitor sink=room latency_msec=40\n")
    }

    fn open(more: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let socket = folder.path().join("native");
        let script = format!(
            "load-module module-native-protocol-unix auth-anonymous=1 socket={}\n\
             load-module module-null-sink sink_name=loudspeaker rate=48000\n\
             load-module module-null-sink sink_name=room rate=48000\n\
             load-module module-remap-source source_name=microphone master=room.monitor\n\
             set-default-sink loudspeaker\nset-default-source microphone\n{more}",
            socket.display()
        );
        fs::write(folder.path().join("room.pa"), script)?;
        let server = Command::new("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes", "-F"])
            .arg(folder.path().join("room.pa"))
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("HOME", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("pulseaudio does not start")?;
        let mut room = Self { folder, server };
        room.wait()?;
        Ok(room)
    }

    fn wait(&mut self) -> Result<()> {
        let until = Instant::now() + START;
        loop {
            let mut asked = Command::new("pactl");
            self.lend(asked.args(["list", "short", "sources"]).stderr(Stdio::null()));
            let answer = asked.output().context("pactl")?;
            if String::from_utf8_lossy(&answer.stdout).contains("microphone") {
                return Ok(());
            }
            if let Some(status) = self.server.try_wait()? {
                bail!("pulseaudio has ended: {status}");
            }
            ensure!(Instant::now() < until, "pulseaudio does not answer");
            thread::sleep(LOOK);
        }
    }

    /// Makes a program use this room's devices, and a speech service of its own in it.
    pub fn lend(&self, command: &mut Command) {
        let folder = self.folder.path();
        command.env("XDG_RUNTIME_DIR", folder).env("PULSE_SERVER", format!("unix:{}", self.socket().display()));
        command.env("HOME", folder).env_remove("SPEECHD_ADDRESS").env_remove("PULSE_COOKIE");
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("native")
    }

    /// Plays a WAV into the room, to its end.
    ///
    /// # Errors
    /// It is no WAV, or the server is gone.
    pub fn play(&self, wav: &Path) -> Result<()> {
        self.play_at(wav, FULL)
    }

    /// Plays a WAV into the room as somebody says it at the next counter, 26 dB softer, to its end.
    ///
    /// # Errors
    /// As [`Room::play`].
    pub fn play_from_afar(&self, wav: &Path) -> Result<()> {
        self.play_at(wav, AFAR)
    }

    fn play_at(&self, wav: &Path, volume: u32) -> Result<()> {
        let mut player = Command::new("paplay");
        self.lend(player.args(["--device=room", &format!("--volume={volume}")]).arg(wav));
        ensure!(player.status()?.success(), "{} cannot be played", wav.display());
        Ok(())
    }

    /// Plays WAVs into the room as so many people who all talk at once, each beginning with another, for so long.
    ///
    /// # Errors
    /// As [`Room::play`].
    pub fn play_at_once(&self, wavs: &[PathBuf], length: Duration) -> Result<()> {
        let until = Instant::now() + length;
        thread::scope(|people| {
            let talk = |first: usize| -> Result<()> {
                for wav in wavs.iter().cycle().skip(first).take_while(|_| Instant::now() < until) {
                    self.play_at(wav, CROWD)?;
                }
                Ok(())
            };
            let talking: Vec<_> = (0..wavs.len()).map(|first| people.spawn(move || talk(first))).collect();
            talking.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| bail!("somebody fell silent")))
        })
    }

    /// Plays samples, 16 kHz mono, into the room, to their end.
    ///
    /// # Errors
    /// The server is gone.
    pub fn play_samples(&self, samples: &[i16]) -> Result<()> {
        let mut player = Command::new("paplay");
        self.lend(player.args(["--device=room", "--raw", "--rate=16000", "--channels=1", "--format=s16le"]));
        let mut player = player.stdin(Stdio::piped()).spawn().context("paplay")?;
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        player.stdin.take().context("paplay takes nothing")?.write_all(&bytes)?;
        ensure!(player.wait()?.success(), "the samples cannot be played");
        Ok(())
    }

    /// Records what comes out of the loudspeaker from now on.
    ///
    /// # Errors
    /// The server is gone.
    pub fn record(&self) -> Result<Recording> {
        let mut recorder = Command::new("parec");
        self.lend(recorder.args(["--device=loudspeaker.monitor", "--rate=16000", "--channels=1", "--format=s16le"]));
        Recording::start(&mut recorder)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // A speech service that a program of the room has started lives in the same folder.
        let mut end = Command::new("pkill");
        end.args(["-f", &self.folder.path().display().to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let _ = end.status();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
