//! One code of several: what it says of itself, and its share of the letter.
//!
//! ```text
//! KAUNTER:H2: and in Base45 (RFC 9285):
//!   16 bytes  BLAKE3 of the letter, cut: names it, and proves it in the end
//!    4        length of the letter, big-endian
//!    1        shares that are needed
//!    1        shares that there are
//!    1        which one this is, from 0; the first ones are the letter itself, the others make up lost ones
//!    n        the share
//!    4        BLAKE3 of all before, cut: a misread code is dropped at once
//! ```
//!
//! Base45 keeps to the letters of the alphanumeric mode, the shortest that any reader hands on unharmed.

/// Begins the text of every such code.
const PREFIX: &str = "KAUNTER:H2:";
/// Bytes before the share.
const HEAD: usize = 23;
const CHECK: usize = 4;

/// Names a letter by its bytes.
pub type Name = [u8; 16];

/// One share of a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Which of them.
    pub index: u8,
    /// What the letter must be in the end.
    pub whole: Whole,
    /// Its bytes.
    pub share: Vec<u8>,
}

/// What every part says of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole {
    /// Name of the letter.
    pub name: Name,
    /// Its bytes.
    pub length: u32,
    /// Shares that are needed.
    pub needed: u8,
    /// Shares that there are.
    pub all: u8,
}

/// The name of a letter.
pub fn name(letter: &[u8]) -> Name {
    cut(blake3::hash(letter))
}

fn cut<const N: usize>(hash: blake3::Hash) -> [u8; N] {
    let mut start = [0; N];
    start.iter_mut().zip(hash.as_bytes()).for_each(|(to, from)| *to = *from);
    start
}

impl Part {
    /// The text of its code.
    pub fn write(&self) -> String {
        let Whole { name, length, needed, all } = self.whole;
        let mut bytes = Vec::with_capacity(HEAD + self.share.len() + CHECK);
        bytes.extend(name);
        bytes.extend(length.to_be_bytes());
        bytes.extend([needed, all, self.index]);
        bytes.extend(&self.share);
        bytes.extend(cut::<CHECK>(blake3::hash(&bytes)));
        format!("{PREFIX}{}", base45::encode(&bytes))
    }

    /// A part from the text of a code; none where it is another code, or misread.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = base45::decode(text.trim_ascii_end().strip_prefix(PREFIX)?).ok()?;
        let (said, check) = bytes.split_last_chunk::<CHECK>()?;
        if cut::<CHECK>(blake3::hash(said)) != *check {
            return None;
        }
        let (name, rest) = said.split_first_chunk::<16>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let ([needed, all, index], share) = rest.split_first_chunk::<3>()?;
        let whole = Whole { name: *name, length: u32::from_be_bytes(*length), needed: *needed, all: *all };
        let part = Self { index: *index, whole, share: share.to_vec() };
        part.is_possible().then_some(part)
    }

    /// Whether a whole of this shape can be: what it says decides how much is set aside for it.
    fn is_possible(&self) -> bool {
        let Whole { length, needed, all, .. } = self.whole;
        let room = usize::from(needed) * self.share.len();
        let length = length as usize;
        0 < needed
            && needed < all
            && self.index < all
            && !self.share.is_empty()
            && self.share.len().is_multiple_of(2)
            // No share is left empty by filling up the last ones.
            && (room.saturating_sub(2 * usize::from(needed))..=room).contains(&length)
    }
}
