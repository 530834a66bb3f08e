//! A process that answers and finishes forms until it is killed, and what must then be true. Also used by the bench.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use kaunter_store::{DraftId, Finishing, KeyFile, Store};

const NOW: Timestamp = Timestamp::constant(1_795_221_600, 0);
const PLACES: u64 = 3;

fn open(folder: &Path) -> Store {
    Store::open(&folder.join("data"), &KeyFile::new(folder.join("store.key")), NOW).unwrap()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

/// What the killed process does: never ends by itself. Says each thing only after the store has acknowledged it.
pub fn live(folder: &Path, what: &str) {
    let mut store = open(folder);
    say("open");
    match what {
        "answering" => answer_on(&mut store),
        _ => finish_on(&mut store, folder),
    }
}

fn answer_on(store: &mut Store) {
    let draft = the_draft(store);
    let mut number = newest(store, draft);
    loop {
        number += 1;
        store.put(draft, &format!("place {}", number % PLACES), answer(number).as_bytes()).unwrap();
        say(&number.to_string());
    }
}

/// Of a length that differs from the one before, so that pages move.
fn answer(number: u64) -> String {
    format!("{number} {}", "x".repeat((number * 37 % 900) as usize))
}

fn finish_on(store: &mut Store, folder: &Path) {
    let recipient = std::fs::read_to_string(folder.join("agency.pub")).unwrap().parse().unwrap();
    let how = Finishing {
        recipients: &[recipient],
        person: None,
        print_window: SignedDuration::from_mins(1),
        language: "ko",
        keep_days: 7,
    };
    loop {
        let draft = the_draft(store);
        if store.answers(draft).unwrap().is_empty() {
            let serial = store.outbox().unwrap().len() + 1;
            store.put(draft, "serial", serial.to_string().as_bytes()).unwrap();
        }
        let serial = store.answers(draft).unwrap().remove(0).1;
        store.finish(draft, &how, NOW, |_| serial.to_vec()).unwrap();
        say(str::from_utf8(&serial).unwrap());
    }
}

fn the_draft(store: &mut Store) -> DraftId {
    let there = store.drafts().unwrap().first().map(|draft| draft.id);
    there.unwrap_or_else(|| store.begin("form", "1", b"definition", NOW).unwrap())
}

fn numbers(store: &Store, draft: DraftId) -> BTreeMap<String, u64> {
    let answers = store.answers(draft).unwrap();
    let number = |value: &[u8]| {
        let text = str::from_utf8(value).unwrap();
        let number = text.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(answer(number), text, "an answer is whole");
        number
    };
    answers.into_iter().map(|(place, value)| (place, number(&value))).collect()
}

fn newest(store: &Store, draft: DraftId) -> u64 {
    numbers(store, draft).into_values().max().unwrap_or_default()
}

/// Starts the program that lives, kills it after some acknowledgements and some microseconds more, and gives the last
/// thing that it said.
fn killed(mut program: Command, chance: &mut Chance) -> Option<u64> {
    let mut process = program.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut last = None;
    // One in eight is killed while it opens.
    let wanted = if chance.below(8) == 0 { 0 } else { 1 + chance.below(25) };
    for line in lines.by_ref().take_while(|line| line.is_ok()).filter(is_said).take(wanted as usize) {
        last = line.unwrap().parse().ok().or(last);
    }
    let at = Instant::now() + Duration::from_micros(chance.below(if wanted == 0 { 30_000 } else { 3_000 }));
    while Instant::now() < at {
        std::hint::spin_loop();
    }
    process.kill().unwrap();
    let ended = process.wait().unwrap();
    assert!(!ended.success());
    for line in lines {
        // The last line may have been cut off with its process.
        last = line.unwrap().parse().ok().or(last);
    }
    last
}

/// The test's runner writes to the same pipe before the story begins.
fn is_said(line: &std::io::Result<String>) -> bool {
    line.as_ref().is_ok_and(|line| line == "open" || line.parse::<u64>().is_ok())
}

/// Kills it so often while it answers. Gives how often an answer had been acknowledged.
pub fn while_answering(folder: &Path, times: u32, program: impl Fn(&Path, &str) -> Command) -> u32 {
    let mut chance = Chance(0x5eed);
    let mut answered = 0;
    let mut before = 0;
    for time in 0..times {
        let last = killed(program(folder, "answering"), &mut chance).unwrap_or(before);
        let store = open(folder);
        assert_eq!(store.opening().set_aside, None, "kill {time}");
        assert!(!store.opening().audit_cut_off, "kill {time}");
        let Some(draft) = store.drafts().unwrap().first().map(|draft| draft.id) else {
            assert_eq!(last, 0, "kill {time}: the draft is lost");
            continue;
        };
        let found = numbers(&store, draft);
        for place in 0..PLACES {
            let old = (1..=last).rev().find(|number| number % PLACES == place);
            let new = Some(last + 1).filter(|number| number % PLACES == place);
            let found = found.get(&format!("place {place}")).copied();
            assert!(
                found == old || (new.is_some() && found == new),
                "kill {time}: {found:?} is neither {old:?} nor {new:?}"
            );
        }
        answered += u32::from(last > before);
        before = newest(&store, draft);
    }
    answered
}

/// Kills it so often while it finishes forms. Gives how many forms there are.
pub fn while_finishing(folder: &Path, times: u32, program: impl Fn(&Path, &str) -> Command) -> u64 {
    let agency = age::x25519::Identity::generate();
    std::fs::write(folder.join("agency.pub"), agency.to_public().to_string()).unwrap();
    let mut chance = Chance(0xf00d);
    let mut acknowledged = 0;
    for time in 0..times {
        acknowledged = killed(program(folder, "finishing"), &mut chance).unwrap_or(acknowledged);
        let store = open(folder);
        assert_eq!(store.opening().set_aside, None, "kill {time}");
        let forms = store.outbox().unwrap();
        let there = forms.len() as u64;
        assert!(there == acknowledged || there == acknowledged + 1, "kill {time}: {there} of {acknowledged}");
        assert!(store.drafts().unwrap().len() <= 1, "kill {time}");
        acknowledged = there;
        for (form, serial) in forms.iter().rev().zip((1..=there).rev()).take(30) {
            let document = age::decrypt(&agency, &store.sealed(form.id).unwrap()).unwrap();
            assert_eq!(document, serial.to_string().as_bytes(), "kill {time}: a form is doubled or lost");
        }
    }
    acknowledged
}

/// Chance that comes out the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
