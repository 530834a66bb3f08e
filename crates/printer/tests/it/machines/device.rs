//! A driverless printer without paper: `ippeveprinter`, with a panel that the test works.

use std::{
    fs,
    io::Write,
    net::TcpStream,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::PathBuf,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{Program, bus::Bus, free_port, wait_for};

/// From `fcntl.h`.
const O_NONBLOCK: i32 = 0o4000;

/// Runs for each document. Without a panel it prints at once; with one it does what the test writes there, line by line.
const PRESS: &str = r#"#!/bin/sh
box=$(dirname "$0")
cp "$1" "$box/output/$(ls "$box/output" | wc -l)"
printf '%s %s\n' "${IPP_COPIES:-none}" "${IPP_MEDIA:-none}" >> "$box/orders"
# Held open, so that no line is lost between two of them.
[ -p "$box/panel" ] && exec 3<> "$box/panel"
while [ -p "$box/panel" ] && read -r word rest <&3; do
    case $word in
        say) printf '%s\n' "$rest" >&2 ;;
        finish) break ;;
        fail) exit 1 ;;
    esac
done
printf 'ATTR: job-impressions-completed=1\n' >&2
"#;

/// What a printer is like.
pub struct Setup {
    /// Names of the sizes that it knows.
    pub sizes: Vec<&'static str>,
    /// The size in its only tray.
    pub loaded: &'static str,
    /// What it takes.
    pub formats: &'static str,
    /// Whether each job waits for the test.
    pub panel: bool,
    /// What people call it.
    pub name: &'static str,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            sizes: vec!["iso_a4_210x297mm", "na_letter_8.5x11in"],
            loaded: "iso_a4_210x297mm",
            formats: "application/pdf,image/pwg-raster",
            panel: false,
            name: "Counter 3",
        }
    }
}

pub struct Device {
    setup: Setup,
    port: u16,
    program: Option<Program>,
    bus: Bus,
    folder: TempDir,
}

impl Device {
    /// A printer that waits for jobs.
    pub fn start(setup: Setup) -> Self {
        let folder = TempDir::new().unwrap();
        for name in ["spool", "output", "keys"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let press = folder.path().join("press");
        fs::write(&press, PRESS).unwrap();
        fs::set_permissions(&press, fs::Permissions::from_mode(0o755)).unwrap();
        if setup.panel {
            let panel = folder.path().join("panel");
            assert!(Command::new("mkfifo").arg(panel).status().unwrap().success());
        }
        let bus = Bus::start(folder.path());
        let mut device = Self { setup, port: 0, program: None, bus, folder };
        device.write_attributes();
        device.switch_on();
        device
    }

    /// A printer that takes PDF, with A4 in its tray.
    pub fn usual() -> Self {
        Self::start(Setup::default())
    }

    /// The same, printing only as far as the test lets it.
    pub fn with_panel() -> Self {
        Self::start(Setup { panel: true, ..Setup::default() })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn uri(&self) -> String {
        format!("ipp://localhost:{}/ipp/print", self.port)
    }

    /// Pulls its plug: it forgets all jobs.
    pub fn switch_off(&mut self) {
        self.program = None;
    }

    /// On the same port where it had one, as far as nobody else took it.
    pub fn switch_on(&mut self) {
        let mut port = if self.port == 0 { free_port() } else { self.port };
        let program = wait_for("the printer program", || {
            let mut program = self.run(port);
            let started = wait_for("its port", || {
                let listens = TcpStream::connect(("localhost", port)).is_ok();
                if program.has_ended() { Some(false) } else { listens.then_some(true) }
            });
            if !started && self.port == 0 {
                port = free_port();
            }
            started.then_some(program)
        });
        (self.port, self.program) = (port, Some(program));
    }

    /// Throws its keys away, as a factory reset does.
    pub fn forget_keys(&self) {
        for key in fs::read_dir(self.folder.path().join("keys")).unwrap() {
            fs::remove_file(key.unwrap().path()).unwrap();
        }
    }

    /// Documents that came out, in the order in which they were begun.
    pub fn output(&self) -> Vec<Vec<u8>> {
        let folder = self.folder.path().join("output");
        let count = fs::read_dir(&folder).unwrap().count();
        (0..count).map(|number| fs::read(folder.join(number.to_string())).unwrap()).collect()
    }

    /// Copies and media of each job, as it understood them.
    pub fn orders(&self) -> Vec<String> {
        let orders = fs::read_to_string(self.folder.path().join("orders")).unwrap_or_default();
        orders.lines().map(str::to_owned).collect()
    }

    /// Waits until so many documents have been begun.
    pub fn wait_for_output(&self, count: usize) {
        wait_for("a document in the printer", || (self.output().len() >= count).then_some(()));
    }

    /// The printer says something of its state, such as `+media-empty`.
    pub fn says(&self, reasons: &str) {
        self.panel(&format!("say STATE: {reasons}"));
    }

    /// The job goes on to its end.
    pub fn finishes(&self) {
        self.panel("finish");
    }

    /// The job is given up.
    pub fn fails(&self) {
        self.panel("fail");
    }

    fn panel(&self, line: &str) {
        let path = self.folder.path().join("panel");
        let mut panel = wait_for("the press reads its panel", || {
            // A pipe that nobody reads is not opened without waiting.
            fs::OpenOptions::new().write(true).custom_flags(O_NONBLOCK).open(&path).ok()
        });
        writeln!(panel, "{line}").unwrap();
    }

    fn run(&self, port: u16) -> Program {
        let inside = |name: &str| self.folder.path().join(name);
        let log = fs::OpenOptions::new().create(true).append(true).open(inside("log")).unwrap();
        Program::start(
            Command::new("ippeveprinter")
                .env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus.address)
                .env("HOME", self.folder.path())
                .args(["-v", "-r", "off", "-n", "localhost", "-p", &port.to_string()])
                .arg("-a")
                .arg(inside("attributes"))
                .arg("-c")
                .arg(inside("press"))
                .arg("-d")
                .arg(inside("spool"))
                .arg("-K")
                .arg(inside("keys"))
                .arg(self.setup.name)
                .stdout(Stdio::null())
                .stderr(log),
        )
    }

    fn write_attributes(&self) {
        let sizes = self.setup.sizes.join(",");
        let collections: Vec<String> =
            self.setup.sizes.iter().map(|size| media_col(size, [423, 508, 318, 318], "")).collect();
        let loaded = media_col(self.setup.loaded, [300, 423, 318, 423], "MEMBER keyword media-source main");
        let text = format!(
            "ATTR mimeMediaType document-format-supported {}\n\
             ATTR keyword media-supported {sizes}\n\
             ATTR keyword media-default {}\n\
             ATTR keyword media-ready {}\n\
             ATTR collection media-size-supported {}\n\
             ATTR collection media-col-database {}\n\
             ATTR collection media-col-ready {loaded}\n\
             ATTR keyword media-source-supported auto,main\n\
             ATTR rangeOfInteger copies-supported 1-3\n\
             ATTR boolean color-supported true\n\
             ATTR keyword print-color-mode-supported auto,color,monochrome\n\
             ATTR keyword sides-supported one-sided\n\
             ATTR resolution pwg-raster-document-resolution-supported 100dpi,300dpi\n\
             ATTR keyword pwg-raster-document-type-supported sgray_8,srgb_8\n\
             ATTR keyword pwg-raster-document-sheet-back normal\n\
             ATTR name marker-names black\n\
             ATTR integer marker-levels 64\n\
             ATTR integer marker-low-levels 10\n",
            self.setup.formats,
            self.setup.sizes[0],
            self.setup.loaded,
            self.setup.sizes.iter().map(|size| media_size(size)).collect::<Vec<_>>().join(","),
            collections.join(","),
        );
        fs::write(self.attributes(), text).unwrap();
    }

    fn attributes(&self) -> PathBuf {
        self.folder.path().join("attributes")
    }
}

fn media_size(size: &str) -> String {
    let (x, y) = match size {
        "iso_a4_210x297mm" => (21_000, 29_700),
        "na_letter_8.5x11in" => (21_590, 27_940),
        other => panic!("no such size here: {other}"),
    };
    format!("{{\nMEMBER integer x-dimension {x}\nMEMBER integer y-dimension {y}\n}}")
}

/// Margins: top, bottom, left, right, in hundredths of a millimetre.
fn media_col(size: &str, [top, bottom, left, right]: [u32; 4], further: &str) -> String {
    format!(
        "{{\nMEMBER collection media-size {}\n\
         MEMBER integer media-top-margin {top}\nMEMBER integer media-bottom-margin {bottom}\n\
         MEMBER integer media-left-margin {left}\nMEMBER integer media-right-margin {right}\n{further}\n}}",
        media_size(size)
    )
}
