//! Whether the packages install and start with a machine: a Debian of its own is made in a folder, becomes a disk, and is
//! started in an emulated machine without a network. There both packages are installed, the guide is typed, and the machine is
//! started anew; what is seen comes over its serial line.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use super::{Picture, deb, guided, packages};
use crate::{command, kiosk, paths};

/// What does the administrator's work in the machine.
const TRIAL: &str = include_str!("boot/trial.sh");
/// What the packages want besides.
const WANTS: &str = include_str!("boot/wants.sh");
/// Starts the work with the machine.
const UNIT: &str = "[Service]\nExecStart=/trial/trial.sh\nStandardInput=tty\nStandardOutput=tty\nTTYPath=/dev/ttyS0\n\
                    [Install]\nWantedBy=multi-user.target\n";
/// What the bare machine has.
const BARE: &str = "systemd-sysv,apt,linux-image-amd64,initramfs-tools,udev,kmod,procps,zstd";
/// Begins each line that the trial writes.
const SAYS: &str = "trial: ";
/// How long each of the two starts may take.
const PATIENCE: Duration = Duration::from_secs(1800);

/// Tries the packages of the programs of `profile`, or those in a folder.
/// `kvm`: with the processor's help.
pub fn boot(profile: &str, packages: Option<&Path>, kvm: bool) -> Result<()> {
    packages::install_to_boot()?;
    let folder = paths::out().join("boot");
    fs::create_dir_all(&folder)?;
    let debs = match packages {
        Some(ready) => ready.to_owned(),
        None => {
            kiosk::build_programs(profile)?;
            deb::build(profile, &folder.join("packages"), true)?;
            folder.join("packages")
        }
    };
    let machine = Machine { root: folder.join("root"), disk: folder.join("disk"), folder, kvm };
    machine.is_made(&debs)?;
    machine.lives("restarts")?;
    machine.lives("done")?;
    println!(
        "The packages install, start with the machine, and are updated and taken off; {}",
        machine.folder.display()
    );
    Ok(())
}

struct Machine {
    folder: PathBuf,
    root: PathBuf,
    disk: PathBuf,
    kvm: bool,
}

impl Machine {
    /// With everything that the packages want from Debian, since there will be no network.
    fn is_made(&self, debs: &Path) -> Result<()> {
        println!("Making a Debian machine (some minutes)");
        if self.root.exists() {
            fs::remove_dir_all(&self.root)?;
        }
        let trial = self.folder.join("trial");
        fs::create_dir_all(&trial)?;
        for entry in fs::read_dir(debs)? {
            let file = entry?.path();
            if file.extension().is_some_and(|ending| ending == "deb") {
                fs::copy(&file, trial.join(file.file_name().context("a package without a name")?))?;
            }
        }
        fs::write(trial.join("trial.sh"), TRIAL)?;
        fs::write(trial.join("wants.sh"), WANTS)?;
        fs::write(trial.join("pack"), guided::MAKES_A_PACK.replace(" tmp/", " /tmp/"))?;
        fs::write(trial.join("guide"), guided::block(guided::ALIAS)?)?;
        fs::write(trial.join("server"), guided::block("alias agency=")?)?;
        fs::write(trial.join("trial.service"), UNIT)?;
        let mut made = Command::new("mmdebstrap");
        made.args(["--variant=minbase", "--mode=root", "--format=directory"]);
        made.arg(format!("--include={BARE}")).arg(format!("--customize-hook=copy-in {} /", trial.display()));
        for hook in [
            "sh /trial/wants.sh",
            "chmod 755 /trial/trial.sh",
            "mv /trial/trial.service /etc/systemd/system",
            "systemctl enable trial.service",
            // The serial line is the trial's.
            "systemctl mask serial-getty@ttyS0.service",
        ] {
            made.arg(format!("--customize-hook=chroot \"$1\" sh -c '{hook}'"));
        }
        command::run(made.arg("bookworm").arg(&self.root))?;
        File::create(&self.disk)?.set_len(12 << 30)?;
        let mut disk = Command::new("mkfs.ext4");
        command::read(disk.args(["-q", "-F", "-d"]).arg(&self.root).arg(&self.disk)).map(drop)
    }

    /// Starts it and hears what it says until it says `last` and ends.
    fn lives(&self, last: &str) -> Result<()> {
        let boot = |name: &str| -> Result<PathBuf> {
            let found = fs::read_dir(self.root.join("boot"))?.flatten().map(|entry| entry.path());
            let named = |path: &PathBuf| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name));
            found.filter(named).max().with_context(|| format!("there is no {name}"))
        };
        let monitor = self.folder.join("monitor");
        let mut machine = Command::new("qemu-system-x86_64");
        machine.args([
            "-accel",
            if self.kvm { "kvm" } else { "tcg" },
            "-cpu",
            "max",
            "-smp",
            "2",
            "-m",
            "3072",
            "-no-reboot",
        ]);
        machine.args(["-display", "none", "-vga", "std", "-nic", "none", "-serial", "stdio", "-monitor"]);
        machine.arg(format!("unix:{},server=on,wait=off", monitor.display()));
        machine.arg("-drive").arg(format!("file={},format=raw,if=virtio,cache=unsafe", self.disk.display()));
        machine.arg("-kernel").arg(boot("vmlinuz")?).arg("-initrd").arg(boot("initrd.img")?);
        machine.args(["-append", "root=/dev/vda rw console=ttyS0 quiet systemd.show_status=no"]);
        let mut machine = machine.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start qemu")?;
        let heard = self.hears(&mut machine, &monitor, last);
        if heard.is_err() {
            let _ = machine.kill();
        }
        machine.wait()?;
        heard
    }

    fn hears(&self, machine: &mut Child, monitor: &Path, last: &str) -> Result<()> {
        let began = Instant::now();
        let lines = BufReader::new(machine.stdout.take().context("the machine says nothing")?).split(b'\n');
        let mut ended_well = false;
        for line in lines {
            let line = String::from_utf8_lossy(&line?).trim().to_owned();
            ensure!(began.elapsed() < PATIENCE, "the machine takes too long");
            let Some(said) = line.strip_prefix(SAYS) else {
                println!("    {line}");
                continue;
            };
            println!("{:>5.0} s  {said}", began.elapsed().as_secs_f64());
            if said == "look" {
                self.looks(monitor)?;
                machine.stdin.as_mut().context("no serial line")?.write_all(b"\n")?;
            }
            ended_well |= said == last;
        }
        if ended_well { Ok(()) } else { bail!("the machine ended without saying `{last}`") }
    }

    /// The attract screen comes onto the display of the machine.
    fn looks(&self, monitor: &Path) -> Result<()> {
        let began = Instant::now();
        let taken = self.folder.join("screen.ppm");
        let mut asks = BufReader::new(UnixStream::connect(monitor)?);
        loop {
            let _ = fs::remove_file(&taken);
            writeln!(asks.get_mut(), "screendump {}", taken.display())?;
            // The prompt comes back when the picture is taken.
            asks.read_until(b')', &mut Vec::new())?;
            let picture = fs::read(&taken).ok().and_then(|bytes| Picture::of_ppm(&bytes));
            if let Some(picture) = picture.filter(kiosk::is_attracting) {
                return picture.save(&self.folder.join("screen.png"));
            }
            ensure!(began.elapsed() < PATIENCE / 6, "no attract screen: see {}", taken.display());
        }
    }
}
