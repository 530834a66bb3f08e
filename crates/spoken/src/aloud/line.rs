//! Lines of a text without the signs that are drawn and not said: those of Markdown, bullets, tables, links.
//!
//! Knows no language.

/// A character and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// As it is written.
    pub c: char,
    /// For comparing: of half width, spaces and hyphens of one kind.
    pub plain: char,
    /// Its first byte in the text.
    pub at: usize,
}

impl Spot {
    /// The byte after it.
    pub fn end(&self) -> usize {
        self.at + self.c.len_utf8()
    }
}

/// A line, a cell of a table, a heading, a thing of a list.
pub type Line = Vec<Spot>;

/// Characters between which a tag of HTML is looked for.
const TAG: usize = 48;
/// Tags that are dropped within words, and those that part words.
const WITHIN: &[&str] = &["b", "i", "em", "strong", "u", "s", "sub", "sup"];
const TAGS: &[&str] = &["br", "p", "span", "div", "hr", "li", "ul", "ol", "td", "tr"];
/// Signs that begin a thing of a list.
const BULLETS: &str = "-*+•‣·‧▪●○◦■□◆◇★☆※►▶–—";
/// Signs of which lines are drawn.
const DRAWN: &str = "-=*_~|:+ \t#–—─━";

/// All lines of a text.
pub fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut from = 0;
    let parts = text.split_inclusive(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    parts.flat_map(move |part| {
        let spots = spots(part, from);
        from += part.len();
        cells(spots).into_iter().map(|cell| without_marks(&cell))
    })
}

fn spots(part: &str, from: usize) -> Line {
    let all = part.char_indices().map(|(at, c)| Spot { c, plain: plain(c), at: from + at });
    let mut line: Line = all.filter(|spot| !is_invisible(spot.c)).collect();
    while line.last().is_some_and(|spot| spot.plain == ' ') {
        line.pop();
    }
    let begins = line.iter().position(|spot| spot.plain != ' ').unwrap_or(line.len());
    line.split_off(begins)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Full width, kinds of spaces and hyphens made one. Dashes stay: they may stand for "to".
fn plain(c: char) -> char {
    match c {
        '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '％'
        | '＋'
        | '／'
        | '：'
        | '．'
        | '＄'
        | '＃'
        | '＠'
        | '＆'
        | '＝'
        | '（'
        | '）'
        | '－' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '‐' | '\u{2011}' | '﹣' => '-',
        '〜' | '～' | '∼' => '~',
        '㎞' => c,
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    }
}

/// The cells of a row of a table, or the line.
fn cells(line: Line) -> Vec<Line> {
    if line.iter().all(|spot| DRAWN.contains(spot.c)) {
        return Vec::new();
    }
    if line.first().is_none_or(|spot| spot.c != '|') {
        return vec![line];
    }
    let mut cells: Vec<Line> = vec![Vec::new()];
    let mut escaped = false;
    for spot in line {
        match (spot.c, cells.last_mut()) {
            ('|', _) if !escaped => cells.push(Vec::new()),
            (_, Some(cell)) => cell.push(spot),
            _ => {}
        }
        escaped = spot.c == '\\' && !escaped;
    }
    cells
}

fn without_marks(line: &[Spot]) -> Line {
    let line = without_prefix(line);
    let mut kept: Vec<Option<Spot>> = Vec::with_capacity(line.len());
    let mut open: Vec<usize> = Vec::new();
    let mut closes = true;
    let mut at = 0;
    while let Some(spot) = line.get(at) {
        let before = at.checked_sub(1).and_then(|before| line.get(before)).map_or(' ', |spot| spot.plain);
        let after = line.get(at + 1).map_or(' ', |spot| spot.plain);
        match spot.c {
            '[' => {
                open.push(kept.len());
                kept.push(Some(*spot));
            }
            ']' if after == '(' && !open.is_empty() && closes => match past_target(line, at + 2) {
                Some(end) => {
                    unbracket(&mut kept, open.pop());
                    at = end;
                    continue;
                }
                None => {
                    closes = false;
                    kept.push(Some(*spot));
                }
            },
            ']' => {
                open.pop();
                kept.push(Some(*spot));
            }
            '<' => match past_tag(line, at) {
                Some((end, parts)) => {
                    kept.extend(parts.then_some(Some(Spot { c: ' ', plain: ' ', at: spot.at })));
                    at = end;
                    continue;
                }
                None => kept.push(Some(*spot)),
            },
            '`' => {}
            '\\' if after.is_ascii_punctuation() => {}
            '*' | '_' | '~' if is_emphasis(spot.c, before, after) => {}
            _ => kept.push(Some(*spot)),
        }
        at += 1;
    }
    kept.into_iter().flatten().collect()
}

/// Signs of headings, quotations and lists at the beginning.
fn without_prefix(line: &[Spot]) -> &[Spot] {
    let mut rest = line;
    for _ in 0..8 {
        let signs = match rest.first().map(|spot| spot.c) {
            Some('#') => rest.iter().take_while(|spot| spot.c == '#').count(),
            Some('>') => 1,
            Some(c) if BULLETS.contains(c) => 1,
            _ => 0,
        };
        let spaces = rest.iter().skip(signs).take_while(|spot| spot.plain == ' ').count();
        let drawn_only = rest.first().is_some_and(|spot| "•‣▪●◦■□◆◇★☆※►▶>".contains(spot.c));
        if signs == 0 || signs > 6 || (spaces == 0 && !drawn_only && signs < rest.len()) {
            break;
        }
        rest = rest.get(signs + spaces..).unwrap_or_default();
    }
    match rest {
        // A box to be ticked.
        [
            Spot { c: '[', .. },
            Spot { c: ' ' | 'x' | 'X', .. },
            Spot { c: ']', .. },
            Spot { plain: ' ', .. },
            rest @ ..,
        ] => rest,
        rest => rest,
    }
}

fn unbracket(kept: &mut [Option<Spot>], opened: Option<usize>) {
    let Some(opened) = opened else { return };
    if let Some(bracket) = kept.get_mut(opened) {
        *bracket = None;
    }
    let before = opened.checked_sub(1).and_then(|before| kept.get_mut(before));
    if let Some(mark) = before.filter(|mark| mark.is_some_and(|spot| spot.c == '!')) {
        *mark = None;
    }
}

/// The place after a link's target that begins here.
fn past_target(line: &[Spot], from: usize) -> Option<usize> {
    let angled = line.get(from).is_some_and(|spot| spot.c == '<');
    let rest = line.get(from..)?;
    let length = if angled {
        rest.windows(2).position(|pair| pair[0].c == '>' && pair[1].c == ')')? + 2
    } else {
        rest.iter().position(|spot| spot.c == ')')? + 1
    };
    Some(from + length)
}

/// The place after a tag that begins here, and whether it parts words.
fn past_tag(line: &[Spot], from: usize) -> Option<(usize, bool)> {
    let window = line.get(from + 1..line.len().min(from + TAG))?;
    let length = window.iter().position(|spot| spot.c == '>')?;
    let inside: String = window.iter().take(length).map(|spot| spot.c.to_ascii_lowercase()).collect();
    let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    let parts = TAGS.contains(&name);
    (parts || WITHIN.contains(&name)).then_some((from + length + 2, parts))
}

fn is_emphasis(sign: char, before: char, after: char) -> bool {
    let doubled = before == sign || after == sign;
    let words = before.is_alphanumeric() && after.is_alphanumeric();
    match sign {
        '~' => doubled,
        '*' => doubled || !before.is_ascii_digit() || !after.is_ascii_digit(),
        _ => !words,
    }
}
