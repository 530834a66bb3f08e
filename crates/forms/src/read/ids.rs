//! What can be an id, and of which names rules and words have need themselves.

/// Names that mean something in rules.
const IN_RULES: &[&str] = &[
    "today",
    "true",
    "false",
    "null",
    "in",
    "age",
    "years_between",
    "months_between",
    "days_between",
    "date",
    "time",
    "money",
    "decimal",
    "sum",
    "answered",
    "size",
    "has",
    "map",
    "filter",
    "exists",
    "exists_one",
    "all",
    "contains",
    "matches",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Beginnings of the words' own keys: `section-applicant` could be a choice of a field `section`.
const IN_WORDS: &[&str] = &["form", "officer", "section", "document", "check", "rule", "signing", "slip"];

const LONGEST: usize = 64;

/// Whether rules and words can do without the name.
pub(super) fn is_reserved(id: &str) -> bool {
    IN_RULES.contains(&id) || IN_WORDS.contains(&id)
}

/// `[a-z][a-z0-9_]*`: fields, sections, checks, rules.
pub(super) fn is_field_id(id: &str) -> bool {
    is_id(id, b'_')
}

/// `[a-z][a-z0-9-]*`: forms, codes, documents.
pub(crate) fn is_form_id(id: &str) -> bool {
    is_id(id, b'-')
}

fn is_id(id: &str, joiner: u8) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == joiner;
    id.len() <= LONGEST && id.starts_with(|first: char| first.is_ascii_lowercase()) && id.bytes().all(letter)
}
