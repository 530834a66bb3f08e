//! The guide for administrators, followed on a machine of which there is only a folder: what it says to type is typed, as it
//! stands there, to the programs that the packages brought. What would change this machine has stand-ins.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use super::installed::ready;
use crate::{command, paths};

/// What a kiosk's service keeps, on the administrator's machine.
const KEPT: &str = "/var/lib/kaunter/";
/// How the guide calls a kiosk's program from now on.
pub(super) const ALIAS: &str = "alias kiosk=";
/// Stands in for the program that becomes another user: the folder has only one.
const RUNUSER: &str = "#!/bin/sh\nshift 3\nexec \"$@\"\n";

/// A pack as the trainers would bring it to `tmp`.
pub(super) const MAKES_A_PACK: &str = "kaunter pack new city --languages en
kaunter pack keygen --no-password --secret-key city.key --public-key city.pub
kaunter pack build city --out built
mkdir -p tmp/
mv built/*.kpack tmp/city-2026.11.1.kpack
kaunter pack sign tmp/city-2026.11.1.kpack --secret-key city.key
";

/// What the guide says to type, by how its first line begins.
pub(super) fn block(begins: &str) -> Result<String> {
    let guide = fs::read_to_string(paths::root().join("docs/deploy.md"))?;
    let found = blocks(&guide).find(|block| block.starts_with(begins));
    Ok(found.with_context(|| format!("the guide has no block that begins with {begins}"))?.to_owned())
}

/// An administrator before that machine.
struct Administrator<'m> {
    root: &'m Path,
    /// Where they are.
    desk: PathBuf,
    hands: PathBuf,
}

/// Follows the guide from two packages that were just installed to a kiosk that is joined to its agency, and to a server that
/// was brought back from its copy.
pub(super) fn follow(root: &Path, folder: &Path) -> Result<()> {
    let administrator = Administrator { root, desk: folder.join("desk"), hands: folder.join("hands") };
    administrator.sits_down()?;
    administrator.types(MAKES_A_PACK)?;
    let typed = block(ALIAS)?;
    administrator.types(&typed)?;
    administrator.kiosk_is_set_up()?;
    let alias = typed.lines().find(|line| line.starts_with(ALIAS)).context("the guide names no kiosk")?;
    administrator.joins_the_agency(alias)
}

impl Administrator<'_> {
    fn sits_down(&self) -> Result<()> {
        let systemctl = format!("#!/bin/sh\necho systemctl \"$@\" >> {}\n", self.calls().display());
        for folder in [&self.desk, &self.hands] {
            fs::create_dir_all(folder)?;
        }
        for (name, script) in [("runuser", RUNUSER), ("systemctl", &systemctl)] {
            let file = self.hands.join(name);
            fs::write(&file, script)?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
        }
        for folder in ["data", "keys"] {
            fs::create_dir_all(self.kept(folder))?;
        }
        Ok(())
    }

    fn kiosk_is_set_up(&self) -> Result<()> {
        let settings = fs::read_to_string(self.kept("data/kiosk.toml")).context("no PIN was kept")?;
        ensure!(settings.contains("pin_hash"), "no PIN was kept");
        let listed = self.types("kaunter pack list --shelf /var/lib/kaunter/data/packs")?;
        ensure!(listed.starts_with("* city "), "the pack is not served: {listed}");
        let called = fs::read_to_string(self.calls())?;
        ensure!(called.contains("systemctl restart kaunter"), "the kiosk was not started anew: {called}");
        Ok(())
    }

    /// With a server on a free port; then its machine is lost, and another takes its copy and its place.
    fn joins_the_agency(&self, alias: &str) -> Result<()> {
        self.types("kaunter-agency --data first tenant add harbour --site main")?;
        let (mut server, address) = self.server("first", "127.0.0.1:0")?;
        let joined = || -> Result<()> {
            let code = self.types("kaunter-agency --data first kiosk code --tenant harbour --site main hall-1")?;
            self.types(&format!("{alias}\nkiosk enrol http://{address} {}", code.trim()))?;
            self.types(&format!("{alias}\nkiosk sync"))?;
            let listed = self.types("kaunter-agency --data first kiosk list --tenant harbour")?;
            ensure!(listed.contains("hall-1") && listed.contains("MiB free"), "the agency knows no kiosk: {listed}");
            ensure!(!listed.contains("\t0 MiB free"), "the kiosk says nothing of itself: {listed}");
            self.types("kaunter-agency --data first backup --to copy").map(drop)
        };
        let joined = joined();
        stop(&mut server)?;
        joined?;
        self.types("kaunter-agency restore --from copy --data second")?;
        let (mut server, _) = self.server("second", &address)?;
        let goes_on = self.types(&format!("{alias}\nkiosk sync"));
        stop(&mut server)?;
        goes_on.context("the kiosk does not know the server that was brought back").map(drop)
    }

    /// A server that says where it listens and is ready.
    fn server(&self, data: &str, listen: &str) -> Result<(Child, String)> {
        let mut server = Command::new(self.root.join("usr/bin/kaunter-agency"));
        server.current_dir(&self.desk).args(["--data", data, "serve", "--listen", listen]);
        let mut server = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut first = String::new();
        BufReader::new(server.stdout.take().context("it says nothing")?).read_line(&mut first)?;
        match first.trim().strip_prefix("listening on http://") {
            Some(address) if ready(address).is_ok_and(|ready| ready) => Ok((server, address.to_owned())),
            _ => {
                stop(&mut server)?;
                anyhow::bail!("the server is not ready: {first:?}")
            }
        }
    }

    /// Types lines into a shell; gives what is answered. Whatever asks for a PIN gets one.
    fn types(&self, lines: &str) -> Result<String> {
        let lines = lines.replace("/tmp/", "tmp/").replace(KEPT, &format!("{}/", self.kept("").display()));
        let script = self.hands.join("typed");
        fs::write(&script, &lines)?;
        let mut shell = Command::new("sh");
        let path = format!("{}:{}:/usr/bin:/bin", self.hands.display(), self.root.join("usr/bin").display());
        shell.arg("-e").arg(&script).current_dir(&self.desk).env("PATH", path).env("HOME", &self.desk);
        shell.env_remove("KAUNTER_DATA").env_remove("KAUNTER_KEY_FILE").env_remove("KAUNTER_AGENCY_DATA");
        let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        // Whoever asks for nothing may have ended before.
        let _ = shell.stdin.take().context("no standard input")?.write_all(b"480213\n");
        let done = shell.wait_with_output()?;
        let told = String::from_utf8_lossy(&done.stderr);
        ensure!(done.status.success(), "the guide does not work as it stands:\n{lines}\n{told}");
        Ok(String::from_utf8(done.stdout)?)
    }

    fn kept(&self, name: &str) -> PathBuf {
        self.root.join(KEPT.trim_matches('/')).join(name)
    }

    fn calls(&self) -> PathBuf {
        self.hands.join("calls")
    }
}

fn stop(server: &mut Child) -> Result<()> {
    command::run(Command::new("kill").args(["-TERM", &server.id().to_string()]))?;
    let ended = server.wait()?;
    ensure!(ended.success(), "the server ends with {ended}");
    Ok(())
}

/// The guide's blocks `sh`.
fn blocks(guide: &str) -> impl Iterator<Item = &str> {
    guide.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next())
}
