//! A Mandarin syllable as one number, made so that all syllables that begin alike stand next to
//! each other, and that numbers sort as the syllables' texts do.

/// A symbol by its place in a syllable, each counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    Initial(u16),
    Medial(u16),
    Rime(u16),
    Tone(u16),
}

/// The first tone, which is written as no mark or as `ˉ`.
const FIRST_TONE: u16 = 1;
/// Stands for no initial in a number: the syllables without one sort last.
const NO_INITIAL: u16 = 22;

impl Symbol {
    /// What `typed` is; `None` for what is not Bopomofo.
    pub fn of(typed: char) -> Option<Self> {
        let place = |first: char| u16::try_from(u32::from(typed) - u32::from(first) + 1).ok();
        match typed {
            'ㄅ'..='ㄙ' => place('ㄅ').map(Self::Initial),
            'ㄚ'..='ㄦ' => place('ㄚ').map(Self::Rime),
            'ㄧ'..='ㄩ' => place('ㄧ').map(Self::Medial),
            'ˉ' => Some(Self::Tone(FIRST_TONE)),
            'ˇ' => Some(Self::Tone(2)),
            'ˊ' => Some(Self::Tone(3)),
            'ˋ' => Some(Self::Tone(4)),
            '˙' => Some(Self::Tone(5)),
            _ => None,
        }
    }
}

/// The parts of a syllable as far as they were typed; 0 stands for none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Syllable {
    initial: u16,
    medial: u16,
    rime: u16,
    tone: u16,
}

impl Syllable {
    /// Adds a symbol where it belongs; `false` when it can only begin the next syllable.
    pub fn take(&mut self, symbol: Symbol) -> bool {
        let room = match symbol {
            Symbol::Initial(_) => self.is_empty(),
            Symbol::Medial(_) => self.medial == 0 && self.rime == 0 && self.tone == 0,
            Symbol::Rime(_) => self.rime == 0 && self.tone == 0,
            Symbol::Tone(_) => self.tone == 0 && !self.is_empty(),
        };
        if room {
            match symbol {
                Symbol::Initial(n) => self.initial = n,
                Symbol::Medial(n) => self.medial = n,
                Symbol::Rime(n) => self.rime = n,
                Symbol::Tone(n) => self.tone = n,
            }
        }
        room
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether its tone was typed.
    pub fn has_tone(self) -> bool {
        self.tone != 0
    }

    /// Whether only its initial was typed.
    pub fn is_initial_only(self) -> bool {
        self.medial == 0 && self.rime == 0 && self.tone == 0
    }

    /// Whether no rime was typed, so that more may be to come.
    pub fn may_go_on(self) -> bool {
        self.rime == 0 && self.tone == 0
    }

    /// The number of a whole syllable; without a tone it has the first.
    pub fn code(self) -> u16 {
        self.stem() | self.tone.max(FIRST_TONE)
    }

    /// The lowest and highest number of the syllables that differ in nothing but the tone, where
    /// no tone was typed.
    pub fn any_tone(self) -> (u16, u16) {
        if self.has_tone() { (self.code(), self.code()) } else { (self.stem(), self.stem() | TONES) }
    }

    /// The lowest and highest number of the syllables that begin so.
    pub fn any_ending(self) -> (u16, u16) {
        let open = if self.medial == 0 { MEDIAL_BITS | RIME_BITS | TONES } else { RIME_BITS | TONES };
        (self.stem(), self.stem() | open)
    }

    fn stem(self) -> u16 {
        let initial = if self.initial == 0 { NO_INITIAL } else { self.initial };
        (initial << 9) | (self.medial << 7) | (self.rime << 3)
    }
}

const TONES: u16 = 0b111;
const RIME_BITS: u16 = 0b1111 << 3;
const MEDIAL_BITS: u16 = 0b11 << 7;

/// Whether the syllable of this number has the first tone.
pub fn is_first_tone(code: u16) -> bool {
    code & TONES == FIRST_TONE
}

/// Whether two numbers are the same syllable but for the tone.
pub fn same_sound(one: u16, other: u16) -> bool {
    one & !TONES == other & !TONES
}

/// Reads one whole syllable, as it stands in a dictionary.
pub fn parse(text: &str) -> Option<u16> {
    let mut syllable = Syllable::default();
    for typed in text.chars() {
        if !syllable.take(Symbol::of(typed)?) {
            return None;
        }
    }
    (!syllable.is_empty()).then(|| syllable.code())
}
