//! Whether a name is one of the icon set: what is none is drawn as a plain sheet of paper.
//!
//! `data/icons.txt` lists what Lucide exports, in order; a test of the screens holds it against the set itself.

const NAMES: &str = include_str!("../data/icons.txt");

/// Whether the set has an icon of this name: `house`, `id-card`, `trash-2`.
pub fn is_icon(name: &str) -> bool {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    let exported: String = name.split('-').map(part).collect();
    NAMES.lines().any(|known| known == exported)
}
