//! Questions as a hasty finger types them. The same question slips in the same way each time, whatever else is asked.

use blake3::OutputReader;

/// The keys of a keyboard, row by row.
const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
/// Letters of the words that fingers slip in.
const LEAST_LETTERS: usize = 4;

/// The question with so many slips, each in another word of four Latin letters or more as long as there is one; another
/// `drawing` slips otherwise. Nothing is mistyped in a question without such words.
pub fn mistyped(question: &str, slips: usize, drawing: usize) -> String {
    let mut chance = Chance::of(question, drawing);
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    for byte in question.bytes() {
        match pieces.last_mut() {
            Some(piece) if piece[0].is_ascii_alphabetic() == byte.is_ascii_alphabetic() => piece.push(byte),
            _ => pieces.push(vec![byte]),
        }
    }
    let is_word = |piece: &Vec<u8>| piece[0].is_ascii_alphabetic() && piece.len() >= LEAST_LETTERS;
    let mut words: Vec<&mut Vec<u8>> = pieces.iter_mut().filter(|piece| is_word(piece)).collect();
    for slip in 0..if words.is_empty() { 0 } else { slips } {
        // Those that it slipped in stand in front.
        let done = slip % words.len();
        let chosen = done + chance.below(words.len() - done);
        words.swap(done, chosen);
        *words[done] = slipped(words[done], &mut chance);
    }
    // Bytes of other letters were left as they were.
    String::from_utf8_lossy(&pieces.concat()).into_owned()
}

/// The word with one letter taken for its neighbour, exchanged with the next, left out or typed twice.
fn slipped(word: &[u8], chance: &mut Chance) -> Vec<u8> {
    loop {
        let (mut slipped, at) = (word.to_vec(), chance.below(word.len()));
        match chance.below(4) {
            0 => slipped[at] = neighbour(word[at], chance),
            1 => slipped.swap(at, (at + 1).min(word.len() - 1)),
            2 => drop(slipped.remove(at)),
            _ => slipped.insert(at, word[at]),
        }
        if slipped != word {
            return slipped;
        }
    }
}

/// A key beside this one.
fn neighbour(letter: u8, chance: &mut Chance) -> u8 {
    let letter = letter.to_ascii_lowercase();
    let place = |row: &&'static [u8]| Some((*row, row.iter().position(|key| *key == letter)?));
    let Some((row, at)) = ROWS.iter().find_map(place) else { return letter };
    let beside = if chance.below(2) == 0 { at.checked_sub(1) } else { Some(at + 1) };
    *beside.and_then(|at| row.get(at)).unwrap_or(&row[at.abs_diff(1)])
}

/// Chance that hangs on the question alone.
struct Chance(OutputReader);

impl Chance {
    fn of(question: &str, drawing: usize) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&(drawing as u64).to_le_bytes()).update(question.as_bytes());
        Self(hasher.finalize_xof())
    }

    fn below(&mut self, bound: usize) -> usize {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        (u64::from_le_bytes(bytes) % bound.max(1) as u64) as usize
    }
}
