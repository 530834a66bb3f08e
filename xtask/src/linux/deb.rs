//! Debian packages of what was built: the kiosk and the agency's server, each with its service.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use super::{guided, guides, installed::Machine};
use crate::{command, paths};

/// One package: what lies where in it.
struct Package {
    name: &'static str,
    /// Folder of its parts under `packaging`.
    parts: &'static str,
    programs: &'static [&'static str],
    /// Parts that are neither `control` nor a script of the package, and where they go.
    files: &'static [(&'static str, &'static str)],
    documents: &'static [&'static str],
}

const PACKAGES: [Package; 2] = [
    Package {
        name: "kaunter",
        parts: "kiosk",
        programs: &["kaunter-window", "kaunter"],
        files: &[
            ("kaunter.service", "usr/lib/systemd/system/kaunter.service"),
            ("start", "usr/lib/kaunter/start"),
            ("session", "usr/lib/kaunter/session"),
        ],
        documents: &["docs/deploy.md", "docs/threats.md", "LICENSE"],
    },
    Package {
        name: "kaunter-agency",
        parts: "agency",
        programs: &["kaunter-agency"],
        files: &[("kaunter-agency.service", "usr/lib/systemd/system/kaunter-agency.service")],
        documents: &["docs/agency.md", "LICENSE"],
    },
];

/// Makes both packages of the programs of `profile` in `folder`, and gives their files. `quick`: not compressed.
pub fn build(profile: &str, folder: &Path, quick: bool) -> Result<Vec<PathBuf>> {
    let architecture = command::read(Command::new("dpkg").arg("--print-architecture"))?;
    PACKAGES.iter().map(|package| package.build(profile, folder, architecture.trim(), quick)).collect()
}

impl Package {
    fn build(&self, profile: &str, folder: &Path, architecture: &str, quick: bool) -> Result<PathBuf> {
        let root = folder.join(self.name);
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        for program in self.programs {
            place(&paths::built(profile, program), &root.join("usr/bin").join(program), 0o755)?;
        }
        let parts = paths::root().join("packaging").join(self.parts);
        for (part, at) in self.files {
            let mode = if at.ends_with(".service") { 0o644 } else { 0o755 };
            place(&parts.join(part), &root.join(at), mode)?;
        }
        for document in self.documents {
            let name = Path::new(document).file_name().context("a document without a name")?;
            let at = root.join("usr/share/doc").join(self.name).join(name);
            place(&paths::root().join(document), &at, 0o644)?;
        }
        for script in ["postinst", "prerm", "postrm"] {
            place(&parts.join(script), &root.join("DEBIAN").join(script), 0o755)?;
        }
        fs::write(root.join("DEBIAN/control"), self.control(&root, &parts, architecture)?)?;
        let deb = folder.join(format!("{}_{}_{architecture}.deb", self.name, env!("CARGO_PKG_VERSION")));
        let mut made = Command::new("dpkg-deb");
        made.args(["--root-owner-group", if quick { "-Znone" } else { "-Zxz" }, "--build"]).arg(&root).arg(&deb);
        command::read(&mut made)?;
        Ok(deb)
    }

    /// With the version, and the libraries that the programs want added to what it depends on.
    fn control(&self, root: &Path, parts: &Path, architecture: &str) -> Result<String> {
        let libraries = self.libraries(root)?;
        let control = fs::read_to_string(parts.join("control"))?;
        let control = control.replace("Depends: ", &format!("Depends: {libraries}, "));
        let first = format!("Package: {}\n", self.name);
        let rest = control.strip_prefix(&first).context("the control file does not begin with its package")?;
        Ok(format!("{first}Version: {}\nArchitecture: {architecture}\n{rest}", env!("CARGO_PKG_VERSION")))
    }

    /// Packages of the shared libraries, as Debian's own tool finds them.
    fn libraries(&self, root: &Path) -> Result<String> {
        // The tool wants to be called in the folder of a source package.
        let source = root.join("DEBIAN/source");
        fs::create_dir_all(source.join("debian"))?;
        fs::write(
            source.join("debian/control"),
            format!("Source: {0}\n\nPackage: {0}\nArchitecture: any\n", self.name),
        )?;
        let mut found = Command::new("dpkg-shlibdeps");
        found.current_dir(&source).args(["-O", "--ignore-missing-info"]);
        found.args(self.programs.iter().map(|program| root.join("usr/bin").join(program)));
        let told = command::read(&mut found)?;
        fs::remove_dir_all(&source)?;
        let libraries = told.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
        Ok(libraries.context("dpkg-shlibdeps names no libraries")?.to_owned())
    }
}

fn place(from: &Path, to: &Path, mode: u32) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file without a folder")?)?;
    fs::copy(from, to).with_context(|| format!("{} is not there", from.display()))?;
    Ok(fs::set_permissions(to, fs::Permissions::from_mode(mode))?)
}

/// Looks the packages over as an administrator's machine would: they unpack, their programs start, their units are sound,
/// their users are made, the server serves, the guides' commands are theirs, and who follows the guide comes to where it leads.
pub fn check(profile: &str) -> Result<()> {
    let folder = paths::out().join("packages-checked");
    let machine = Machine::new(&folder.join("machine"))?;
    for (package, deb) in PACKAGES.iter().zip(build(profile, &folder, true)?) {
        let unpacked = folder.join("unpacked");
        if unpacked.exists() {
            fs::remove_dir_all(&unpacked)?;
        }
        command::run(Command::new("dpkg-deb").arg("-x").arg(&deb).arg(&unpacked))?;
        check_programs(&unpacked)?;
        check_units(&unpacked)?;
        machine.check(package.name, &deb)?;
        let known = guides::check(&unpacked.join("usr/bin"))?;
        ensure!(known > 0, "no guide shows a command of {}", package.name);
    }
    guided::follow(machine.root(), &folder)?;
    Ok(fs::remove_dir_all(&folder)?)
}

fn check_programs(unpacked: &Path) -> Result<()> {
    for program in fs::read_dir(unpacked.join("usr/bin"))? {
        let program = program?.path();
        if !program.ends_with("kaunter-window") {
            let told = command::read(Command::new(&program).arg("--version"))?;
            ensure!(told.contains(env!("CARGO_PKG_VERSION")), "{} says {told}", program.display());
        }
    }
    Ok(())
}

/// Units with a fault are told by systemd's own tool; it looks for their programs from the root of the machine.
fn check_units(unpacked: &Path) -> Result<()> {
    for unit in fs::read_dir(unpacked.join("usr/lib/systemd/system"))? {
        let unit = unit?.path();
        let text = fs::read_to_string(&unit)?;
        let programs = text.lines().filter_map(|line| line.strip_prefix("ExecStart="));
        for program in programs.filter_map(|line| line.split_whitespace().next()) {
            ensure!(unpacked.join(program.trim_start_matches('/')).is_file(), "{program} is in no package");
        }
        let shut_off = out_of_reach(&text);
        ensure!(shut_off.is_empty(), "{} shuts off {}", unit.display(), shut_off.join("; "));
        let standing = unit.with_extension("checked.service");
        fs::write(&standing, text.replace("ExecStart=/usr", &format!("ExecStart={}/usr", unpacked.display())))?;
        let verified = Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&standing).output()?;
        // What it does not understand it tells, and succeeds; it also tells of other units of this machine.
        let told = String::from_utf8_lossy(&verified.stderr);
        let name = standing.file_name().context("a unit without a name")?.to_string_lossy();
        let faults: Vec<&str> = told.lines().filter(|line| line.contains(&*name)).collect();
        ensure!(faults.is_empty() && verified.status.success(), "{}", faults.join("\n"));
    }
    Ok(())
}

/// What the unit of a display shuts off, although its program works with it: this shows without a boot.
fn out_of_reach(unit: &str) -> Vec<&'static str> {
    let values = |key: &str| -> Vec<&str> {
        let lines = unit.lines().filter_map(|line| line.split_once('='));
        lines.filter(|(name, _)| *name == key).flat_map(|(_, value)| value.split_whitespace()).collect()
    };
    let lacks = |key: &str, value: &str| !values(key).contains(&value);
    let has_session = !values("PAMName").is_empty();
    let session_hidden =
        ["true", "yes", "read-only", "tmpfs"].iter().any(|hidden| values("ProtectHome").contains(hidden));
    let strict = has_session && !lacks("ProtectSystem", "strict");
    let faults = [
        (strict && lacks("PrivateTmp", "true"), "/tmp: the display keeps its lock and its socket there"),
        (strict && lacks("ReadWritePaths", "/var/lib/kaunter"), "/var/lib/kaunter: forms are kept there"),
        (strict && lacks("ReadWritePaths", "-/media"), "/media: a stick may be there before the service starts"),
        (
            strict && lacks("ReadWritePaths", "-/run/media"),
            "/run/media: a stick may be there before the service starts",
        ),
        (has_session && session_hidden, "/run/user: the voices and the sound are reached there"),
    ];
    faults.into_iter().filter_map(|(found, fault)| found.then_some(fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_shuts_its_display_off_from_what_it_works_with_is_told_of() {
        let shipped = include_str!("../../../packaging/kiosk/kaunter.service");
        assert_eq!(out_of_reach(shipped), [""; 0]);
        let without = |line: &str| out_of_reach(&shipped.replace(line, "")).len();
        assert_eq!(without("PrivateTmp=true"), 1);
        assert_eq!(without(" -/media -/run/media"), 2);
        assert_eq!(out_of_reach(&shipped.replace("InaccessiblePaths=-/home -/root", "ProtectHome=true")).len(), 1);
        assert_eq!(out_of_reach(include_str!("../../../packaging/agency/kaunter-agency.service")), [""; 0]);
    }
}
