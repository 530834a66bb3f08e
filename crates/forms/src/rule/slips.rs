//! What form writers bring from other languages into rules, told in their words: the grammar would only say
//! that it expected something else.

use super::Trouble;

/// What a rule looks like; the remedy where nothing closer is known.
const LOOKS_LIKE: &str = "Correct it; rules are written as in: age(birth) >= 18 && status == 'own'.";

/// The first slip that is known, in a rule that the grammar does not read.
pub(super) fn known(text: &str) -> Option<Trouble> {
    let code = outside_of_texts(text);
    if let Some(mark) = text.chars().find(|c| matches!(c, '‘' | '’' | '“' | '”' | '「' | '」')) {
        let reason = format!("“{mark}” is no quotation mark of rules");
        return Some(told(reason, "These are curly quotation marks; write a straight ' before the text and after it."));
    }
    let Some(code) = code else {
        return Some(told("a text is not closed".to_owned(), "Write a ' before the text and after it."));
    };
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let has = |word: &str| words.iter().any(|other| other == word);
    let slip = if has("and") {
        ("“and” is no sign of rules", "“and” is written &&.")
    } else if has("or") {
        ("“or” is no sign of rules", "“or” is written ||.")
    } else if has("not") {
        ("“not” is no sign of rules", "“not” is written !, as in !lives_alone.")
    } else if single(&code, '=', "=!<>") {
        ("“=” compares nothing", "Comparing is written ==.")
    } else if code.contains("<>") {
        ("“<>” is no sign of rules", "“is not” is written !=.")
    } else if code.contains(['≤', '≥', '≠']) {
        ("“≤”, “≥” and “≠” are no signs of rules", "They are written <=, >= and !=.")
    } else if single(&code, '&', "&") {
        ("“&” is half a sign", "“and” is written &&.")
    } else if single(&code, '|', "|") {
        ("“|” is half a sign", "“or” is written ||.")
    } else if code.matches('(').count() != code.matches(')').count() {
        ("there are not as many ( as )", "Close every bracket that is opened, and no other.")
    } else {
        return None;
    };
    Some(told(slip.0.to_owned(), slip.1))
}

/// What the grammar says, without the list of all that it would have liked better.
pub(super) fn of_grammar(said: &str, character: isize) -> Trouble {
    let said = said.lines().next().unwrap_or_default();
    let said = said.strip_prefix("Syntax error: ").unwrap_or(said);
    let said = said.split(" expecting ").next().unwrap_or(said);
    let found = said.split_once('\'').map(|(_, found)| found.trim_end_matches('\''));
    let reason = match found {
        Some("<EOF>") => "it ends too early".to_owned(),
        Some(found) if found.chars().count() <= 40 => {
            format!("“{found}” cannot stand there, at character {character}")
        }
        _ => format!("it is no expression from character {character} on"),
    };
    told(reason, LOOKS_LIKE)
}

/// A value of a rule that is none.
pub(super) fn no_value(text: &str, function: &str) -> Trouble {
    let (what, remedy) = match function {
        "date" => ("day", "Write it as in date('2026-01-31')."),
        "time" => ("time", "Write it as in time('08:30')."),
        "money" => ("amount", "Write it as in money('1200.50')."),
        _ => ("number", "Write it as in decimal('0.25')."),
    };
    told(format!("“{text}” is no {what}"), remedy)
}

/// The remedy for a part of another type than is needed there.
pub(super) fn unlike(expected: &str, found: &str) -> String {
    match (expected, found) {
        (amount, "a whole number" | "a number") | ("a whole number" | "a number", amount)
            if amount.starts_with("an amount") =>
        {
            "Write an amount as in money('1200').".to_owned()
        }
        ("a date", "text") | ("text", "a date") => "Write a day as in date('2026-01-31').".to_owned(),
        ("a time", "text") | ("text", "a time") => "Write a time as in time('08:30').".to_owned(),
        ("a whole number" | "a number", "text") | ("text", "a whole number" | "a number") => {
            "Write numbers without quotation marks, and texts between them.".to_owned()
        }
        _ => "Compare like with like: money('1200'), date('2026-01-31'), decimal('0.25'), time('08:30'), text in \
              quotation marks."
            .to_owned(),
    }
}

fn told(reason: String, remedy: &'static str) -> Trouble {
    Trouble::Unreadable { reason, remedy }
}

/// Whether the sign stands there without one of these before it or behind it.
fn single(code: &str, sign: char, partners: &str) -> bool {
    let signs: Vec<char> = code.chars().collect();
    let partner = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|c| partners.contains(*c));
    signs.iter().enumerate().any(|(at, c)| *c == sign && !partner(at.checked_sub(1)) && !partner(Some(at + 1)))
}

/// The rule without its texts; none where a text is not closed.
fn outside_of_texts(text: &str) -> Option<String> {
    let mut code = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if !matches!(c, '\'' | '"') {
            code.push(c);
            continue;
        }
        loop {
            match rest.next()? {
                '\\' => _ = rest.next(),
                end if end == c => break,
                _ => {}
            }
        }
        code.push(' ');
    }
    Some(code)
}
