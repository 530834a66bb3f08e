//! What is written down about the server holds.

use std::{fs, path::Path};

use serde_json::Value;

use crate::hall::Hall;

fn docs(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn the_description_of_the_protocol_is_that_of_the_code() {
    let made = Hall::with("").desk(&["api"]);
    assert!(made == docs("agency-api.json"), "anew: cargo run -p kaunter-agency -- api > docs/agency-api.json");
    let described: Value = serde_json::from_str(&made).unwrap();
    for path in ["/v1/enrol", "/v1/forms/{id}", "/v1/packs/{sha256}", "/v1/notices", "/v1/status", "/v1/heartbeat"] {
        assert!(described["paths"][path].is_object(), "{path}");
    }
    // Whatever is referred to is described.
    let text = made.as_str();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(described["components"]["schemas"][name].is_object(), "{name}");
    }
}

/// The commands of the guide's blocks `sh`, each line one, in order.
fn commands(guide: &str) -> Vec<String> {
    let blocks = guide.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let joined = blocks.collect::<String>().replace("\\\n", " ");
    joined.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_commands_of_the_guide_do_what_it_says() {
    let hall = Hall::with("");
    let key = age::x25519::Identity::generate();
    fs::write(hall.path("identity.txt"), age::secrecy::ExposeSecret::expose_secret(&key.to_string())).unwrap();
    fs::write(hall.path("city-2026.11.1.kpack"), crate::downloads::pack("2026.11.1", b"x")).unwrap();
    let signature = crate::downloads::SIGNATURE;
    fs::write(hall.path("city-2026.11.1.kpack.minisig"), signature).unwrap();
    let water = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/notices/drinking-water.toml");
    fs::copy(water, hall.path("drinking-water.toml")).unwrap();
    fs::write(hall.path("status.csv"), "reference,second,status\nAB-1001,1953-03-05,ready\n").unwrap();
    fs::create_dir(hall.path("stick")).unwrap();
    let guide = docs("agency.md");
    let mut done = 0;
    for command in commands(&guide) {
        let Some(arguments) = command.strip_prefix("kaunter-agency ") else { continue };
        let words: Vec<_> = arguments.split_whitespace().collect();
        // What runs until it is stopped, or needs another machine, is tried elsewhere.
        if ["serve", "restore"].contains(&words[0]) || words.contains(&"--model") {
            continue;
        }
        let data = hall.path("guide");
        let run = crate::hall::program(&data).args(&words).current_dir(hall.path("")).output().unwrap();
        assert!(run.status.success(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
        done += 1;
    }
    assert!(done > 12, "{done} commands");
}
