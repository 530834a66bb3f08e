//! The screens' TypeScript is generated from the Rust types; a file that lags behind fails here.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use kaunter_kiosk::act::{Act, Compose, Composed};
use kaunter_kiosk::view::{Problem, Speech, View, VoicePulse};
use ts_rs::{Config, TS, TypeVisitor};

const REMEDY: &str = "generate them anew with: cargo xtask bindings \
    (or KAUNTER_WRITE_BINDINGS=1 cargo test -p kaunter-kiosk bindings)";

#[test]
fn bindings_of_the_screens_are_those_of_the_types() {
    let folder = folder();
    let wanted = wanted();
    if std::env::var_os("KAUNTER_WRITE_BINDINGS").is_some() {
        write(&folder, &wanted);
    }
    let found = found(&folder);
    for (name, text) in &wanted {
        match found.get(name) {
            None => panic!("{name} is missing in {}; {REMEDY}", folder.display()),
            Some(old) => assert!(old == text, "{name} is stale; {REMEDY}"),
        }
    }
    for name in found.keys() {
        assert!(wanted.contains_key(name), "{name} belongs to no type; {REMEDY}");
    }
}

fn folder() -> PathBuf {
    PathBuf::from("../../ui/src/shared/bindings")
}

/// File name to text.
type Files = BTreeMap<String, String>;

fn wanted() -> Files {
    let mut types = Types { config: Config::new().with_large_int("number"), seen: HashSet::new(), files: Files::new() };
    types.visit::<View>();
    types.visit::<Problem>();
    types.visit::<Act>();
    types.visit::<Compose>();
    types.visit::<Composed>();
    types.visit::<Speech>();
    types.visit::<VoicePulse>();
    let index = index(types.files.keys());
    let mut files = types.files;
    files.insert("commands.ts".to_owned(), COMMANDS.to_owned());
    files.insert("index.ts".to_owned(), index);
    files
}

/// Collects a type and everything that it is made of.
struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    files: Files,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let Some(path) = T::output_path() else { return };
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let text = T::export_to_string(&self.config).unwrap();
        self.files.insert(path.display().to_string(), text);
        T::visit_dependencies(self);
    }
}

fn index<'a>(files: impl Iterator<Item = &'a String>) -> String {
    let lines: Vec<String> = files
        .filter_map(|file| file.strip_suffix(".ts"))
        .map(|name| format!("export type {{ {name} }} from \"./{name}\";\n"))
        .collect();
    format!("{NOTE}\n{}", lines.concat())
}

fn write(folder: &Path, wanted: &Files) {
    fs::create_dir_all(folder).unwrap();
    for name in found(folder).keys().filter(|name| !wanted.contains_key(*name)) {
        fs::remove_file(folder.join(name)).unwrap();
    }
    for (name, text) in wanted {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn found(folder: &Path) -> Files {
    let Ok(list) = fs::read_dir(folder) else {
        return Files::new();
    };
    list.map(|file| file.unwrap())
        .map(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(file.path()).unwrap())
        })
        .collect()
}

const NOTE: &str = "// Generated from the Rust types of the kiosk's middle. Do not edit.\n";

/// The bridge's commands and its two events, typed.
const COMMANDS: &str = r#"// Generated from the Rust types of the kiosk's middle. Do not edit.

import { invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type { Act } from "./Act";
import type { Compose } from "./Compose";
import type { Composed } from "./Composed";
import type { Speech } from "./Speech";
import type { View } from "./View";
import type { VoicePulse } from "./VoicePulse";

/** Pushed when something changes by itself: countdown, notices, a wipe. */
export const VIEW_EVENT = "view";

/** Pushed while the kiosk listens or speaks. */
export const VOICE_EVENT = "voice";

/** What is on the screen now. */
export const view = (): Promise<View> => invoke<View>("view");

/** Does one thing and gives what is shown then. Rejects with a `Problem`. */
export const act = (act: Act): Promise<View> => invoke<View>("act", { act });

/** Candidates for Bopomofo. */
export const compose = (input: Compose): Promise<Composed> => invoke<Composed>("compose", { input });

/** Calls `show` with each view that is pushed. */
export const onView = (show: (view: View) => void): Promise<UnlistenFn> =>
  listen<View>(VIEW_EVENT, (event) => show(event.payload));

/** Says this instead of whatever is being said. */
export const speak = (speech: Speech): Promise<void> => invoke<void>("speak", { speech });

/** Falls silent. */
export const hush = (): Promise<void> => invoke<void>("hush");

/** Calls `feel` with what is not in a view: the level of the microphone, what is being said. */
export const onVoice = (feel: (pulse: VoicePulse) => void): Promise<UnlistenFn> =>
  listen<VoicePulse>(VOICE_EVENT, (event) => feel(event.payload));
"#;
