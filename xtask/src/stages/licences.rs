//! Licences of everything that is built in, against those that a public service may carry.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::{command, paths, setup};

/// Licences that ask for no more than a notice, or for changes to the library itself to be shared.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// Packages that come under another licence, and why that is right.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("caniuse-lite", "CC-BY-4.0", "data that the build tool reads; nothing of it is in the program"),
    ("argparse", "Python-2.0", "reads a linter's options; nothing of it is in the program"),
];

/// What one package says of itself.
struct Carried {
    name: String,
    licence: String,
}

/// Fails with every package whose licence is not allowed.
pub fn check() -> Result<()> {
    let carried = everything()?;
    let refused: Vec<String> = carried
        .iter()
        .filter(|package| !is_allowed(&package.name, &package.licence))
        .map(|package| format!("{}: {}", package.name, package.licence))
        .collect();
    if !refused.is_empty() {
        bail!("not allowed:\n{}", refused.join("\n"));
    }
    println!("{} packages, all allowed", carried.len());
    Ok(())
}

/// Prints all packages by licence.
pub fn list() -> Result<()> {
    setup::to_run()?;
    let mut by_licence: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in everything()? {
        by_licence.entry(package.licence).or_default().insert(package.name);
    }
    for (licence, packages) in by_licence {
        println!("{licence} ({})\n  {}\n", packages.len(), packages.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(())
}

fn everything() -> Result<Vec<Carried>> {
    let mut carried = crates()?;
    carried.extend(npm_packages()?);
    Ok(carried)
}

fn crates() -> Result<Vec<Carried>> {
    let metadata = command::read(command::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo listed no packages")?;
    Ok(packages.iter().map(|package| carried(package["name"].as_str(), &package["license"])).collect())
}

fn npm_packages() -> Result<Vec<Carried>> {
    let lock: Value = serde_json::from_slice(&fs::read(paths::ui().join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().context("the lock file lists no packages")?;
    Ok(packages
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, locked)| {
            let name = path.rsplit("node_modules/").next();
            if locked["license"].is_string() {
                carried(name, &locked["license"])
            } else {
                carried(name, &installed_licence(path))
            }
        })
        .collect())
}

/// Lock files do not name every licence; the package itself does.
fn installed_licence(path: &str) -> Value {
    let manifest = paths::ui().join(Path::new(path)).join("package.json");
    let manifest = fs::read(manifest).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    manifest.map_or(Value::Null, |mut manifest| manifest["license"].take())
}

fn carried(name: Option<&str>, licence: &Value) -> Carried {
    Carried {
        name: name.unwrap_or("(unnamed)").to_owned(),
        licence: licence.as_str().unwrap_or("(none given)").to_owned(),
    }
}

fn is_allowed(name: &str, licence: &str) -> bool {
    let excepted = EXCEPTIONS.iter().any(|(package, its, _)| *package == name && *its == licence);
    excepted || Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| expression.evaluate(in_list))
}

fn in_list(required: &LicenseReq) -> bool {
    required.license.id().is_some_and(|id| ALLOWED.contains(&id.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_allowed_by_one_side_and_a_sum_by_both() {
        for (licence, allowed) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
            ("GPL-3.0-only", false),
            ("MIT AND GPL-2.0-or-later", false),
            ("(none given)", false),
            ("CC-BY-4.0", false),
        ] {
            assert_eq!(is_allowed("some-package", licence), allowed, "{licence}");
        }
        assert!(is_allowed("caniuse-lite", "CC-BY-4.0"));
    }
}
