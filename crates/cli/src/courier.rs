//! `kaunter sync`, `kaunter enrol`, `kaunter outbox`: finished forms on their way to the agency, while the kiosk is not
//! running (it holds its store, and carries by itself).

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, anyhow, ensure};
use clap::{Args, Subcommand};
use jiff::{Timestamp, Zoned};
use kaunter_courier::{
    CourierError, Desk, PackNotTaken, Place, Settings, Synced, enrol_once, import_once, reason, stick, sync_once,
};
use kaunter_kiosk::{DataFolder, maintenance::key_files, models, post::while_closed};
use kaunter_pack::TrustedKey;
use kaunter_store::{Letter, Post, Store, Uuid, Way, machine_key, usual_key_file};
use kaunter_terminal::{err, out};

use crate::pack::trusted_keys;

/// Which kiosk.
#[derive(Args)]
pub struct Where {
    /// The kiosk's data folder.
    #[arg(long, env = "KAUNTER_DATA")]
    data: PathBuf,
    /// File of the store's key [default: the credential of systemd, else KAUNTER_KEY_FILE, else
    /// ~/.config/kaunter/store.key].
    #[arg(long)]
    key_file: Option<PathBuf>,
    /// The shelf that packs are installed on [default: `packs` in the data folder].
    #[arg(long)]
    shelf: Option<PathBuf>,
    /// A public key that packs are trusted by, beside those in the folder `keys` of the data folder; may be given several
    /// times.
    #[arg(long)]
    public_key: Vec<PathBuf>,
}

/// Carries whatever waits, once.
#[derive(Args)]
pub struct SyncArguments {
    #[command(flatten)]
    place: Where,
}

/// Makes the kiosk one of an agency's.
#[derive(Args)]
pub struct EnrolArguments {
    #[command(flatten)]
    place: Where,
    /// Address of the agency's server: https://…
    address: String,
    /// The one-time code.
    code: String,
}

/// What to do with the forms that were finished here.
#[derive(Subcommand)]
pub enum OutboxCommand {
    /// List them, the oldest first, with how far each has come.
    List {
        #[command(flatten)]
        place: Where,
        /// Those too that the agency has.
        #[arg(long)]
        all: bool,
    },
    /// Show one from outside, with its receipt.
    Show {
        #[command(flatten)]
        place: Where,
        /// Its id.
        id: Uuid,
    },
    /// Write those that wait to a folder on a stick. May be broken off and called again.
    Export {
        #[command(flatten)]
        place: Where,
        /// The folder.
        folder: PathBuf,
    },
    /// Take receipts, notices, packs and models from a folder on a stick. May be broken off and called again.
    Import {
        #[command(flatten)]
        place: Where,
        /// The folder.
        folder: PathBuf,
    },
}

impl Where {
    /// What a kiosk keeps that is there: a mistyped folder is not answered with an empty one.
    fn kept(&self) -> Result<Post> {
        self.kept_store().and_then(|store| beside(&store))
    }

    fn kept_store(&self) -> Result<Store> {
        let folder = self.data.join(Store::FOLDER);
        // Whoever may not look into the folder is not told that there is nothing in it.
        let there =
            folder.try_exists().with_context(|| format!("{}: call it as the kiosk's user", folder.display()))?;
        ensure!(there, "refused (store-missing): no kiosk keeps anything in {}", self.data.display());
        self.store()
    }

    fn post(&self) -> Result<Post> {
        self.store().and_then(|store| beside(&store))
    }

    fn store(&self) -> Result<Store> {
        let key_file = self.key_file.clone().or_else(usual_key_file).context("there is no home folder")?;
        let store = Store::open(&self.data.join(Store::FOLDER), &*machine_key(&key_file), Timestamp::now());
        store.map_err(|error| refused(error.into()))
    }

    fn settings(&self) -> Result<Settings> {
        #[derive(serde::Deserialize)]
        struct Kiosk {
            #[serde(default)]
            courier: Settings,
        }
        let file = self.data.join("kiosk.toml");
        if !file.exists() {
            return Ok(Settings::default());
        }
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        Ok(toml::from_str::<Kiosk>(&text).with_context(|| file.display().to_string())?.courier)
    }

    fn place(&self) -> Result<Place> {
        let shelf = self.shelf.clone().unwrap_or_else(|| self.data.join("packs"));
        let mut keys = trusted_keys(&self.public_key)?;
        // A file of the kiosk's that is no key keeps nothing else from travelling.
        for file in key_files(&DataFolder::new(&self.data)) {
            match TrustedKey::from_file(&file) {
                Ok(key) => keys.push(key),
                Err(error) => err!("{}: not trusted: {error} ({})", file.display(), error.code()),
            }
        }
        Ok(Place { downloads: self.data.join("downloads"), shelf, keys })
    }
}

fn beside(store: &Store) -> Result<Post> {
    store.beside().map_err(|error| refused(error.into()))
}

/// Exit status 1 where something waits still, or did not come in.
pub fn sync(arguments: &SyncArguments) -> Result<ExitCode> {
    let (place, mut settings) = (arguments.place.place()?, arguments.place.settings()?);
    if place.keys.is_empty() {
        err!("no packs are fetched: there is no public key to verify them with (pack-keys-none)");
        settings.metered = true;
    }
    let store = arguments.place.kept_store()?;
    let figures = while_closed(&DataFolder::new(&arguments.place.data), store.room(), Zoned::now().date());
    let done = sync_once(beside(&store)?, place, settings, figures).map_err(refused)?;
    out!("received by the agency now  {}", done.accepted);
    out!("waiting                     {}", done.waiting);
    out!("set aside                   {}", done.set_aside);
    brought(&done, &arguments.place);
    if let Some(code) = &done.failure {
        out!("because                     {} ({code})", said(code));
    }
    let all = done.failure.is_none() && done.waiting == 0 && done.packs_not_taken.is_empty() && done.trouble.is_none();
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What came down, and what did not.
fn brought(done: &Synced, place: &Where) {
    for pack in &done.packs {
        out!("pack that is served now     {pack}");
    }
    for PackNotTaken { pack, code } in &done.packs_not_taken {
        out!("pack that is not taken      {pack}: {} ({code})", said_of_pack(code, place));
    }
    if done.packs_to_come {
        out!("pack on its way             not whole yet; it goes on in `pack_hours`, where there is room");
    }
    if let Some(code) = done.trouble {
        out!("to be seen to               the disk or the database takes no more ({code})");
    }
    out!("notices that hold           {}", done.notices);
    if let Some(as_of) = done.statuses_as_of {
        out!("statuses as of              {as_of}");
    }
}

fn said_of_pack(code: &str, place: &Where) -> String {
    match code {
        "pack-signature-wrong" => {
            format!("none of the public keys in {} signed it", place.data.join("keys").display())
        }
        "pack-expired" => "its last day has passed".to_owned(),
        _ => "tell who publishes packs".to_owned(),
    }
}

/// Enrols by address and code.
pub fn enrol(arguments: &EnrolArguments) -> Result<ExitCode> {
    let EnrolArguments { place, address, code } = arguments;
    let enrolled = enrol_once(place.post()?, &place.settings()?, address, code).map_err(refused)?;
    out!("{} at {} of {}", enrolled.kiosk, enrolled.site, enrolled.tenant);
    Ok(ExitCode::SUCCESS)
}

/// The finished forms of a kiosk.
pub fn outbox(command: &OutboxCommand) -> Result<ExitCode> {
    match command {
        OutboxCommand::List { place, all } => list(place, *all),
        OutboxCommand::Show { place, id } => show(place, *id),
        OutboxCommand::Export { place, folder } => export(place, folder),
        OutboxCommand::Import { place, folder } => import(place, folder),
    }
}

fn list(place: &Where, all: bool) -> Result<ExitCode> {
    let letters = place.kept()?.letters(None).map_err(|error| refused(error.into()))?;
    let shown: Vec<&Letter> =
        letters.iter().filter(|letter| all || matches!(letter.way, Way::Queued | Way::SetAside)).collect();
    if shown.is_empty() {
        err!("{}", if all { "no form was finished here" } else { "no form waits" });
    }
    for letter in shown {
        out!("{}\t{}\t{}\t{}", letter.id, letter.number, letter.form_id, way(letter));
    }
    Ok(ExitCode::SUCCESS)
}

fn way(letter: &Letter) -> String {
    let stick = if letter.on_stick_at.is_some() { ", on a stick" } else { "" };
    match (letter.way, &letter.refusal, letter.received_at) {
        (Way::SetAside, Some(code), _) => format!("set aside: {} ({code}){stick}", said(code)),
        (Way::Accepted, _, Some(at)) => format!("received by the agency {at}"),
        (Way::Void, ..) => "voided".to_owned(),
        _ => format!("waits{stick}"),
    }
}

fn show(place: &Where, id: Uuid) -> Result<ExitCode> {
    let post = place.kept()?;
    let letter = post.letter(id).map_err(|error| refused(error.into()))?;
    out!("number   {}", letter.number);
    out!("form     {} {}", letter.form_id, letter.form_version);
    out!("sealed   {}, {} bytes", letter.sealed_at, letter.size);
    out!("tries    {}", letter.tries);
    out!("way      {}", way(&letter));
    if let Ok(receipt) = post.receipt(id) {
        out!("receipt  {}", String::from_utf8_lossy(&receipt));
    }
    Ok(ExitCode::SUCCESS)
}

fn export(place: &Where, folder: &Path) -> Result<ExitCode> {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    ensure!(parent.is_dir(), "there is no folder {}; is the stick in?", parent.display());
    let done = stick::export(&Desk::new(place.kept()?), folder, Timestamp::now()).map_err(refused)?;
    out!("{} forms lie whole in {}, {} of them written now", done.forms, folder.display(), done.written);
    if done.others > 0 {
        out!("{} other files were left alone", done.others);
    }
    Ok(ExitCode::SUCCESS)
}

fn import(place: &Where, folder: &Path) -> Result<ExitCode> {
    let brought = import_once(place.kept()?, &place.place()?, folder).map_err(refused)?;
    let models = models::from_stick(&DataFolder::new(&place.data), folder);
    let (receipts, notices, packs) = (brought.receipts, brought.notices, brought.packs.len());
    out!("{receipts} receipts, {notices} notices, {packs} packs, {} models", models.taken.len());
    let others = models.refused.iter().map(|(file, code)| (file, *code));
    let refused: Vec<_> = brought.refused.iter().map(|refused| (&refused.file, refused.code)).chain(others).collect();
    for (file, code) in &refused {
        let why = if *code == "pack-signature-wrong" { said_of_pack(code, place) + " " } else { String::new() };
        out!("refused  {file}: {why}({code})");
    }
    for file in &brought.missing {
        out!("missing  {file}: the agency's list names it, and it is not whole on the stick");
    }
    Ok(if refused.is_empty() && brought.missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn refused(error: CourierError) -> anyhow::Error {
    let code = error.code();
    if let CourierError::Agency(_) = error {
        return anyhow!("refused ({code}): {}", said(code));
    }
    anyhow::Error::new(error).context(format!("refused ({code})"))
}

/// What an agency's refusal means, and what to do about it.
fn said(code: &str) -> &'static str {
    match reason(code) {
        "agency-shut-out" => "the agency has shut this kiosk out; ask it for a new code, and enrol again",
        "agency-code-refused" => {
            "the agency does not take this code: it was used, its time is over, or it was mistyped; ask for another"
        }
        "agency-refuses-form" => "the agency does not take this form; it stays here for a person",
        "agency-other-version" => "this kiosk and the agency's server have no version in common; update the older one",
        "agency-has-other-form" => "the agency has another form under this id, and keeps both for a person",
        "agency-unreachable" => "nobody answers at the agency's address; look at the network and at the address",
        "agency-certificate-untrusted" => {
            "whoever answers at the agency's address does not prove to be it: there is no certificate for this name that \
             this machine trusts and that holds today; look at the name in the address, at `authority` under [courier] in \
             kiosk.toml, and at the clock"
        }
        "agency-answer-unreadable" => "what answers there is no agency's server; look at the address",
        "agency-not-believed" => "the answer is not signed by this kiosk's agency, and nothing was given up for it",
        _ => "the agency's server cannot do it now; try again later",
    }
}
