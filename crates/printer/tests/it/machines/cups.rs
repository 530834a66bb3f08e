//! A print server of our own: `cupsd` with a queue, all of it in one folder.

use std::{
    fs,
    io::Read,
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
    thread,
};

use tempfile::TempDir;

use super::{Program, free_port, wait_for};

/// A driver that passes PDF on and knows A4.
const DRIVER: &str = r#"*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KAUNTER.PPD"
*Manufacturer: "Kaunter"
*Product: "(Test)"
*ModelName: "Kaunter Test"
*ShortNickName: "Kaunter Test"
*NickName: "Kaunter Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsVersion: 2.4
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595.275591 841.889764]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595.275591 841.889764]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583.275591 829.889764"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595.275591 841.889764"
"#;

pub struct Cups {
    port: u16,
    folder: TempDir,
    _program: Program,
}

impl Cups {
    pub fn start() -> Self {
        let folder = TempDir::new().unwrap();
        // Its filters and backends run as another user.
        fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        for name in ["spool", "cache", "state", "config", "temporary"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let (port, program) = wait_for("the print server", || Self::run(&folder));
        Self { port, folder, _program: program }
    }

    fn run(folder: &TempDir) -> Option<(u16, Program)> {
        let (root, port) = (folder.path().display(), free_port());
        let files = format!(
            "ServerRoot {root}/config\nRequestRoot {root}/spool\nCacheDir {root}/cache\nStateDir {root}/state\n\
             TempDir {root}/temporary\nErrorLog {root}/log\nAccessLog {root}/access\nPageLog {root}/pages\n\
             Printcap\n"
        );
        fs::write(folder.path().join("files.conf"), files).unwrap();
        let everybody = "<Limit All>\nOrder deny,allow\n</Limit>\n";
        let config = format!(
            "Listen 127.0.0.1:{port}\nBrowsing No\nDefaultAuthType None\nWebInterface No\nLogLevel debug\n\
             MaxJobTime 0\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\nJobPrivateAccess default\nJobPrivateValues default\n{everybody}</Policy>\n"
        );
        fs::write(folder.path().join("cupsd.conf"), config).unwrap();
        let mut program = Program::start(
            Command::new("cupsd")
                .arg("-f")
                .arg("-c")
                .arg(folder.path().join("cupsd.conf"))
                .arg("-s")
                .arg(folder.path().join("files.conf"))
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        wait_for("its port", || {
            let listens = TcpStream::connect(("127.0.0.1", port)).is_ok();
            if program.has_ended() { Some(false) } else { listens.then_some(true) }
        })
        .then_some((port, program))
    }

    pub fn server(&self) -> String {
        format!("ipp://localhost:{}", self.port)
    }

    /// A queue whose sheets go to a device, such as `ipp://…`.
    pub fn queue(&self, name: &str, device: &str) -> String {
        let driver = self.folder.path().join("driver.ppd");
        fs::write(&driver, DRIVER).unwrap();
        self.admin("lpadmin", &["-p", name, "-E", "-v", device, "-P", &driver.display().to_string()]);
        format!("{}/printers/{name}", self.server())
    }

    /// A queue whose bytes go to a port, as to the printers of old, and what has come there.
    pub fn queue_to_a_socket(&self, name: &str) -> (String, Arc<Mutex<Vec<u8>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let device = format!("socket://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let received = Arc::new(Mutex::new(Vec::new()));
        let keep = Arc::clone(&received);
        thread::spawn(move || {
            for sender in listener.incoming() {
                let mut bytes = Vec::new();
                drop(sender.unwrap().read_to_end(&mut bytes));
                keep.lock().unwrap().extend(bytes);
            }
        });
        (self.queue(name, &device), received)
    }

    /// Somebody at the server: `cupsdisable`, `cancel` and their like.
    pub fn admin(&self, command: &str, arguments: &[&str]) {
        let at = format!("127.0.0.1:{}", self.port);
        let output = Command::new(command).args(["-h", &at]).args(arguments).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
