//! `kaunter pack keygen`, `sign` and `verify`.

use std::{
    fs,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::Timestamp;
use kaunter_pack::{NewKeys, PackFiles, SigningKey, TrustedKey, model::Pack, read_signature, signature_path};
use kaunter_terminal::out;

use crate::{report::coded, written::write_whole};

#[derive(Args)]
pub struct KeygenArguments {
    /// Where the secret key goes; it must not exist.
    #[arg(long)]
    secret_key: PathBuf,
    /// Where the public key goes; it must not exist.
    #[arg(long)]
    public_key: PathBuf,
    #[command(flatten)]
    password: Password,
    /// Leave the secret key without a password.
    #[arg(long, conflicts_with = "password_file")]
    no_password: bool,
}

#[derive(Args)]
pub struct SignArguments {
    /// The built pack.
    pack: PathBuf,
    /// The secret key.
    #[arg(long)]
    secret_key: PathBuf,
    #[command(flatten)]
    password: Password,
}

#[derive(Args)]
pub struct VerifyArguments {
    /// The built pack; its signature stands beside it.
    pack: PathBuf,
    /// A trusted public key; may be given several times.
    #[arg(long, required = true)]
    public_key: Vec<PathBuf>,
}

#[derive(Args)]
struct Password {
    /// Read the secret key's password from the first line of this file instead of asking for it.
    #[arg(long)]
    password_file: Option<PathBuf>,
}

impl Password {
    fn ask(&self, question: &str) -> Result<String> {
        if let Some(path) = &self.password_file {
            let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
            return Ok(text.lines().next().unwrap_or_default().to_owned());
        }
        if !std::io::stdin().is_terminal() {
            bail!("nobody is here to type the password: give --password-file");
        }
        Ok(rpassword::prompt_password(question)?)
    }
}

pub fn keygen(arguments: &KeygenArguments) -> Result<ExitCode> {
    let password = if arguments.no_password {
        None
    } else {
        let password = arguments.password.ask("Password for the secret key: ")?;
        if arguments.password.password_file.is_none() && rpassword::prompt_password("Once more: ")? != password {
            bail!("the two passwords differ");
        }
        Some(password)
    };
    for path in [&arguments.secret_key, &arguments.public_key] {
        if path.exists() {
            bail!("{} exists already", path.display());
        }
    }
    let keys = NewKeys::generate(password).map_err(coded)?;
    write_secret(&arguments.secret_key, &keys.secret)?;
    write_whole(&arguments.public_key, keys.public.as_bytes())?;
    out!("{}\n{}", arguments.secret_key.display(), arguments.public_key.display());
    Ok(ExitCode::SUCCESS)
}

/// Only its owner may read a secret key, from its first byte on.
fn write_secret(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().with_context(|| format!("{} cannot be written", path.display()))
}

pub fn sign(arguments: &SignArguments) -> Result<ExitCode> {
    let bytes = fs::read(&arguments.pack).with_context(|| format!("{} cannot be read", arguments.pack.display()))?;
    let manifest = Pack::read(&arguments.pack).map_err(coded)?.manifest;
    let key = fs::read_to_string(&arguments.secret_key)
        .with_context(|| format!("{} cannot be read", arguments.secret_key.display()))?;
    let password = match SigningKey::needs_password(&key).map_err(coded)? {
        true => Some(arguments.password.ask("Password of the secret key: ")?),
        false => None,
    };
    let key = SigningKey::parse(&key, password).map_err(coded)?;
    let comment =
        format!("pack {} version {} signed {}", manifest.id, manifest.version, Timestamp::now().strftime("%FT%TZ"));
    let signature = key.sign(&bytes, &comment).map_err(coded)?;
    let path = signature_path(&arguments.pack);
    write_whole(&path, signature.as_bytes())?;
    out!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}

pub fn verify(arguments: &VerifyArguments) -> Result<ExitCode> {
    let keys = trusted_keys(&arguments.public_key)?;
    let bytes = fs::read(&arguments.pack).with_context(|| format!("{} cannot be read", arguments.pack.display()))?;
    let signature = read_signature(&arguments.pack).map_err(coded)?;
    let comment = kaunter_pack::verify(&bytes, &signature, &keys).map_err(coded)?;
    PackFiles::open(&arguments.pack).map_err(coded)?;
    out!("The signature is right: {comment}");
    Ok(ExitCode::SUCCESS)
}

/// Reads the public keys that are trusted.
pub fn trusted_keys(paths: &[PathBuf]) -> Result<Vec<TrustedKey>> {
    paths.iter().map(|path| TrustedKey::from_file(path).map_err(coded)).collect()
}
