//! From a rule's text to the expression that the grammar makes of it.

use cel::{common::ast::IdedExpr, parser::Parser};

use super::{Trouble, slips};

/// Characters of a rule, more than any needs: the parser's stack grows with the text.
pub(super) const LONGEST: usize = 1_000;
/// Brackets within brackets.
const DEEPEST: usize = 24;
/// Signs of operators: of a long sum, each is a level of the tree.
const MOST_SIGNS: usize = 120;

/// Reads one expression.
pub(super) fn parse(text: &str) -> Result<IdedExpr, Trouble> {
    if text.len() > LONGEST || depth(text) > DEEPEST || signs(text) > MOST_SIGNS {
        return Err(Trouble::TooLong);
    }
    Parser::new().max_recursion_depth(64).parse(text).map_err(|errors| {
        let first = errors.errors.first().map_or(("", 0), |error| (error.msg.as_str(), error.pos.1));
        slips::known(text).unwrap_or_else(|| slips::of_grammar(first.0, first.1))
    })
}

/// How deep brackets stand in each other; those in texts count too, which does no harm.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => now += 1,
            b')' | b']' | b'}' => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

fn signs(text: &str) -> usize {
    text.bytes().filter(|byte| b"+-*/%<>=!&|?:.[(".contains(byte)).count()
}
