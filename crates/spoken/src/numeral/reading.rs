//! What the words of a number make together.

use rust_decimal::Decimal;

use super::{
    Number, Style,
    tokens::{Lexicon, Role, Token},
};
use crate::text::Folded;

/// All readings of every beginning of the words at `at`.
pub fn readings(lexicon: &Lexicon, text: &Folded, at: usize) -> Vec<Number> {
    let mut found = Vec::new();
    let with_marks = lexicon.tokens(text, at, true);
    let plain = lexicon.tokens(text, at, false);
    read_all(lexicon, &with_marks, &mut found);
    if plain.iter().map(|token| token.end).ne(with_marks.iter().map(|token| token.end)) {
        read_all(lexicon, &plain, &mut found);
    }
    found
}

fn read_all(lexicon: &Lexicon, tokens: &[Token], found: &mut Vec<Number>) {
    for count in 1..=tokens.len() {
        let part = &tokens[..count];
        // An ordinal word ends a number; one with a prefix begins it.
        if part[..count - 1].iter().skip(1).any(|token| token.ordinal) {
            break;
        }
        if count > 1 && mixed(&part[count - 2], &part[count - 1]) {
            break;
        }
        let before = found.len();
        found.extend(cardinal(lexicon, part));
        found.extend(digits(part).filter(|_| count > 1 || found.len() == before));
        if lexicon.pairs {
            found.extend(pairs(lexicon, part));
        }
    }
}

/// Whether one digit follows another of the other series: 둘이 is no number.
fn mixed(one: &Token, other: &Token) -> bool {
    let counts = |token: &Token| matches!(token.role, Role::Digit(1..) | Role::Tens(_) | Role::Fixed(_));
    counts(one) && counts(other) && one.counting != other.counting
}

fn number(part: &[Token], value: Decimal, style: Style, width: usize) -> Option<Number> {
    let last = part.last()?;
    Some(Number {
        end: last.end,
        value,
        style,
        width,
        ordinal: part.iter().any(|token| token.ordinal),
        written: part.iter().all(|token| matches!(token.role, Role::Written(..))),
        misheard: part.iter().filter(|token| matches!(token.role, Role::Misheard(_))).count(),
        scaled: part.iter().any(|token| matches!(token.role, Role::Scale(_) | Role::Group(_))),
        trailing: false,
    })
}

/// A whole number, with a fraction and groups after it where they are said.
fn cardinal(lexicon: &Lexicon, part: &[Token]) -> Option<Number> {
    let point = part.iter().position(|token| token.role == Role::Point);
    let Some(point) = point else {
        let sum = Sum::of(lexicon, part)?;
        let (value, trailing) = sum.finish(lexicon.trailing)?;
        let mut number = number(part, value, Style::Cardinal, width_of(part, value))?;
        number.trailing = trailing;
        return Some(number);
    };
    let whole = match point {
        0 => Decimal::ZERO,
        // "Oh point five".
        1 if part[0].role == Role::Spelled(0) => Decimal::ZERO,
        _ => whole(lexicon, &part[..point])?,
    };
    let groups = part.iter().rposition(|token| !matches!(token.role, Role::Group(_) | Role::Scale(_)))? + 1;
    let (fraction, _) = digit_string(&part[point + 1..groups.max(point + 1)])?;
    if fraction.is_empty() || fraction.len() > 18 {
        return None;
    }
    let mut value = whole.checked_add(format!("0.{fraction}").parse().ok()?)?;
    for token in &part[groups..] {
        value = value.checked_mul(multiplier(token)?)?;
    }
    number(part, value.normalize(), Style::Cardinal, width_of(part, whole))
}

/// What stands before a point, as one number or digit by digit: 一七二零點一.
fn whole(lexicon: &Lexicon, part: &[Token]) -> Option<Decimal> {
    let summed = Sum::of(lexicon, part).and_then(|sum| sum.finish(lexicon.trailing));
    match summed {
        Some((value, _)) => Some(value),
        None => digit_string(part).filter(|(said, _)| said.len() <= 18)?.0.parse().ok(),
    }
}

fn multiplier(token: &Token) -> Option<Decimal> {
    match token.role {
        Role::Group(group) => Some(Decimal::from(group)),
        Role::Scale(scale) => Some(Decimal::from(scale)),
        _ => None,
    }
}

fn width_of(part: &[Token], value: Decimal) -> usize {
    match part {
        [Token { role: Role::Written(_, width), .. }] => *width,
        _ => value.trunc().abs().to_string().len(),
    }
}

/// Two or more digits, one by one.
fn digits(part: &[Token]) -> Option<Number> {
    let (said, many) = digit_string(part)?;
    // "The second one" is no twenty-one.
    let goes_on = part[..part.len() - 1].iter().any(|token| token.ordinal);
    if !many || goes_on || said.len() > 27 {
        return None;
    }
    number(part, said.parse().ok()?, Style::Digits, said.len())
}

/// The digits that are said one by one, and whether there was more than one word.
fn digit_string(part: &[Token]) -> Option<(String, bool)> {
    let mut said = String::new();
    let mut repeat = 1;
    for token in part {
        match token.role {
            Role::Digit(digit) | Role::Spelled(digit) | Role::Misheard(digit) => {
                said.extend(std::iter::repeat_n(char::from(b'0' + digit), repeat.into()));
                repeat = 1;
            }
            Role::Written(value, width) if value.is_integer() && repeat == 1 => {
                said.push_str(&format!("{:0>width$}", value.normalize().to_string()));
            }
            Role::Repeat(times) if repeat == 1 => repeat = times,
            _ => return None,
        }
    }
    (repeat == 1).then_some((said, part.len() > 1 || matches!(part, [Token { role: Role::Spelled(_), .. }])))
}

/// "nineteen forty-eight", "nineteen oh five".
fn pairs(lexicon: &Lexicon, part: &[Token]) -> Option<Number> {
    (1..part.len().min(4)).find_map(|cut| {
        let (first, second) = part.split_at(cut);
        // "Fifty" is no five and ten: a scale belongs to what is before it.
        if matches!(second.first()?.role, Role::Joiner | Role::Article | Role::Scale(_)) {
            return None;
        }
        let first = small(lexicon, first)?;
        let second = match second {
            [Token { role: Role::Digit(0) | Role::Spelled(0), .. }, rest @ ..] => {
                small(lexicon, rest).filter(|value| *value < 10)?
            }
            _ => small(lexicon, second).filter(|value| *value >= 10)?,
        };
        let width = if first < 10 { 3 } else { 4 };
        number(part, Decimal::from(first * 100 + second), Style::Pairs, width)
    })
}

fn small(lexicon: &Lexicon, part: &[Token]) -> Option<i64> {
    if matches!(part, [Token { role: Role::Digit(_), .. }, Token { role: Role::Tens(_) | Role::Fixed(_), .. }, ..]) {
        return None;
    }
    let (value, _) = Sum::of(lexicon, part)?.finish(lexicon.trailing)?;
    i64::try_from(value).ok().filter(|value| (1..100).contains(value))
}

/// A number as it grows word by word.
struct Sum {
    total: Decimal,
    section: Decimal,
    /// A digit or written number that waits for its scale.
    waiting: Option<Decimal>,
    /// The waiting one is a single digit in words.
    single: bool,
    /// The unit that the last word counted.
    unit: Decimal,
    /// The last group.
    group: Option<Decimal>,
    /// Something of this section was said.
    said: bool,
    /// "零" bridged over a place.
    bridged: bool,
    /// The last word was a joiner.
    open: bool,
}

impl Sum {
    fn of(lexicon: &Lexicon, part: &[Token]) -> Option<Self> {
        let mut sum = Self {
            total: Decimal::ZERO,
            section: Decimal::ZERO,
            waiting: None,
            single: false,
            unit: Decimal::MAX,
            group: None,
            said: false,
            bridged: false,
            open: false,
        };
        let first = part.first()?;
        let uncounted = matches!(first.role, Role::Scale(_) | Role::Group(_)) && !first.one;
        if lexicon.counts_ones && uncounted && part.len() > 1 {
            return None;
        }
        for (place, token) in part.iter().enumerate() {
            let was_open = std::mem::take(&mut sum.open);
            match token.role {
                Role::Joiner | Role::Article if was_open && token.role == Role::Joiner => return None,
                Role::Joiner => sum.join(place)?,
                Role::Article => sum.article(part.get(place + 1))?,
                Role::Digit(digit) | Role::Misheard(digit) => sum.digit(digit, part.len())?,
                Role::Tens(tens) => sum.tens(Decimal::from(tens))?,
                Role::Fixed(value) => sum.fixed(Decimal::from(value))?,
                Role::Teen => sum.teen()?,
                Role::Written(value, _) => sum.written(value)?,
                Role::Scale(scale) => sum.scale(Decimal::from(scale))?,
                Role::Group(group) => sum.group(Decimal::from(group))?,
                Role::Spelled(_) | Role::Repeat(_) | Role::Point => return None,
            }
        }
        (!sum.open).then_some(sum)
    }

    fn join(&mut self, place: usize) -> Option<()> {
        self.open = true;
        (place > 0 && self.waiting.is_none() && self.unit >= Decimal::ONE_HUNDRED).then_some(())
    }

    fn article(&mut self, next: Option<&Token>) -> Option<()> {
        matches!(next?.role, Role::Scale(_) | Role::Group(_)).then_some(())?;
        self.wait(Decimal::ONE, true)
    }

    fn wait(&mut self, value: Decimal, single: bool) -> Option<()> {
        if self.waiting.is_some() || value >= self.unit {
            return None;
        }
        self.waiting = Some(value);
        self.single = single;
        self.said = true;
        Some(())
    }

    fn digit(&mut self, digit: u8, words: usize) -> Option<()> {
        if digit > 0 || words == 1 {
            return self.wait(Decimal::from(digit), true);
        }
        // A zero bridges places, it does not begin a number.
        self.bridged = true;
        (self.waiting.is_none() && self.unit > Decimal::TEN && self.unit < Decimal::MAX).then_some(())
    }

    fn tens(&mut self, tens: Decimal) -> Option<()> {
        if self.waiting.is_some() || self.unit <= Decimal::TEN {
            return None;
        }
        self.section += tens;
        self.unit = Decimal::TEN;
        self.said = true;
        Some(())
    }

    fn fixed(&mut self, value: Decimal) -> Option<()> {
        if self.waiting.is_some() || self.unit <= Decimal::TEN {
            return None;
        }
        self.section += value;
        self.unit = Decimal::ONE;
        self.said = true;
        Some(())
    }

    fn teen(&mut self) -> Option<()> {
        let digit = self.waiting.take().filter(|digit| self.single && *digit > Decimal::ONE)?;
        self.fixed(digit + Decimal::TEN)
    }

    fn written(&mut self, value: Decimal) -> Option<()> {
        self.wait(value, value < Decimal::TEN)
    }

    fn scale(&mut self, scale: Decimal) -> Option<()> {
        let low = self.section + self.waiting.unwrap_or_default();
        // "nineteen hundred", "twenty-five hundred".
        if self.unit <= Decimal::TEN && low < Decimal::ONE_HUNDRED && scale == Decimal::ONE_HUNDRED {
            self.waiting = None;
            self.section = low.checked_mul(scale)?;
        } else {
            if scale >= self.unit || self.waiting == Some(Decimal::ZERO) {
                return None;
            }
            let count = self.waiting.take().unwrap_or(Decimal::ONE);
            self.section = self.section.checked_add(count.checked_mul(scale)?)?;
        }
        self.unit = scale;
        self.said = true;
        self.bridged = false;
        Some(())
    }

    fn group(&mut self, group: Decimal) -> Option<()> {
        let mut count = self.section + self.waiting.take().unwrap_or_default();
        if self.group.is_some_and(|last| group > last) {
            // 一萬億: a group of groups.
            self.total = self.total.checked_add(count)?.checked_mul(group)?;
        } else {
            if self.group == Some(group) || (self.said && count.is_zero()) {
                return None;
            }
            if !self.said {
                count = Decimal::ONE;
            }
            self.total = self.total.checked_add(count.checked_mul(group)?)?;
        }
        self.group = Some(group);
        self.section = Decimal::ZERO;
        self.unit = group;
        self.said = false;
        self.bridged = false;
        Some(())
    }

    /// The value, and whether its last digit counted tenths of the scale before it.
    fn finish(self, trailing: bool) -> Option<(Decimal, bool)> {
        let mut last = self.waiting.unwrap_or_default();
        let scales = trailing
            && self.single
            && !self.bridged
            && !last.is_zero()
            && self.unit >= Decimal::ONE_HUNDRED
            && self.unit < Decimal::MAX;
        if scales {
            last = last.checked_mul(self.unit)?.checked_div(Decimal::TEN)?;
        }
        let value = self.total.checked_add(self.section)?.checked_add(last)?;
        Some((value.normalize(), scales))
    }
}
