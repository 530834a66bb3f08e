//! Runs of digits in a line: where numbers end, what is rather a telephone number or a code, and in which groups
//! digits are said.
//!
//! Knows no language.

use super::line::Spot;

/// Digits that are said in one group at most.
const GROUP: usize = 4;
/// Digits from which a run without commas is no number that is counted with.
pub const LONG: usize = 7;
/// Digits of one telephone number or account at most; what follows is said as another.
const MOST: usize = 24;

fn plain(line: &[Spot], at: usize) -> char {
    line.get(at).map_or(' ', |spot| spot.plain)
}

fn is_digit(line: &[Spot], at: usize) -> bool {
    plain(line, at).is_ascii_digit()
}

/// The end of the digits that begin here, forty at most.
pub fn run(line: &[Spot], at: usize) -> usize {
    let digits = line.get(at..).unwrap_or_default().iter().take(40);
    at + digits.take_while(|spot| spot.plain.is_ascii_digit()).count()
}

/// The end of the number that begins here: `12`, `1,200`, `0.5`; none where a zero stands before it.
pub fn number(line: &[Spot], at: usize) -> Option<usize> {
    let whole = run(line, at);
    let length = whole - at;
    if length == 0 || length >= 19 || (length > 1 && plain(line, at) == '0') {
        return None;
    }
    let mut end = whole;
    if length <= 3 {
        while plain(line, end) == ',' && run(line, end + 1) == end + 4 && end - at < 20 {
            end += 4;
        }
    }
    if plain(line, end) == '.' && is_digit(line, end + 1) {
        let fraction = run(line, end + 1);
        if plain(line, fraction) != '.' || !is_digit(line, fraction + 1) {
            end = fraction;
        }
    }
    Some(end)
}

/// Groups of digits that are said one by one: telephone numbers, accounts. The end, and the groups.
pub fn groups(line: &[Spot], at: usize) -> Option<(usize, Vec<String>)> {
    let international = plain(line, at) == '+';
    let mut end = at + usize::from(international);
    let mut groups: Vec<String> = Vec::new();
    let (mut hyphens, mut bracketed) = (false, false);
    loop {
        let bracket = plain(line, end) == '(' && groups.len() <= 1;
        let first = end + usize::from(bracket);
        let past = run(line, first);
        if past == first || (bracket && plain(line, past) != ')') {
            break;
        }
        groups.push(line[first..past].iter().map(|spot| spot.plain).collect());
        bracketed |= bracket;
        end = past + usize::from(bracket);
        let dialled = international || bracketed || groups.first().is_some_and(|group| group.starts_with('0'));
        let Some(next) = next_group(line, end, &groups, dialled, hyphens) else { break };
        hyphens |= plain(line, end) == '-';
        end = next;
    }
    let spaced = !hyphens && groups.len() > 1;
    (is_dialled(&groups, international || bracketed, spaced) && ends(line, end)).then_some((end, groups))
}

/// Where the next group begins, if there is one.
fn next_group(line: &[Spot], end: usize, groups: &[String], dialled: bool, hyphens: bool) -> Option<usize> {
    let said: usize = groups.iter().map(String::len).sum();
    let next = match plain(line, end) {
        '-' => end + 1,
        ' ' if dialled && !hyphens => end + 1,
        // "03-2345 6789"
        ' ' if dialled && (2..=3).contains(&groups.len()) && said <= 7 && run(line, end + 1) == end + 5 => end + 1,
        '(' if groups.len() == 1 => return Some(end),
        _ if groups.len() == 1 && line.get(end.checked_sub(1)?)?.plain == ')' => end,
        _ => return None,
    };
    let digits = if plain(line, next) == '(' { next + 1 } else { next };
    let length = run(line, digits) - digits;
    let enough = length >= 2 || (length == 1 && groups.len() == 1 && plain(line, next) != '(');
    let fits = enough && said + length <= MOST && (plain(line, end) == '-' || said + length <= 15);
    fits.then_some(next)
}

fn ends(line: &[Spot], end: usize) -> bool {
    let next = plain(line, end);
    let letter = next.is_alphabetic() && (next as u32) < 0x0250;
    let fraction = matches!(next, '.' | ':' | ',') && is_digit(line, end + 1);
    !(letter || next.is_ascii_digit() || fraction)
}

/// Whether digits in these groups are dialled or spelled, and no days, years or bounds.
fn is_dialled(groups: &[String], marked: bool, spaced: bool) -> bool {
    let all: usize = groups.iter().map(String::len).sum();
    let zero = groups.first().is_some_and(|group| group.starts_with('0'));
    let value = |at: usize| groups.get(at).and_then(|group| group.parse::<u32>().ok()).unwrap_or_default();
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let year = |at: usize| (1900..=2100).contains(&value(at));
    let day = |month: usize, day: usize| (1..=12).contains(&value(month)) && (1..=31).contains(&value(day));
    match lengths.as_slice() {
        [4, 1..=2, 1..=2] if day(1, 2) => false,
        [1..=2, 1..=2, 4] if day(1, 0) && year(2) => false,
        [4, 4] if year(0) && year(1) => false,
        [_] => (marked || zero) && all >= LONG,
        _ if spaced => (marked || zero) && all > LONG,
        _ => all >= LONG || lengths.len() > 2,
    }
}

/// Digits in groups of three and four, as they are said.
pub fn chunks(digits: &str) -> Vec<String> {
    let characters: Vec<char> = digits.chars().collect();
    let count = characters.len().div_ceil(GROUP).max(1);
    let (size, more) = (characters.len() / count, characters.len() % count);
    let mut rest = characters.as_slice();
    let mut chunks = Vec::new();
    for place in 0..count {
        let (chunk, left) = rest.split_at_checked(size + usize::from(place < more)).unwrap_or((rest, &[]));
        chunks.push(chunk.iter().collect());
        rest = left;
    }
    chunks
}
