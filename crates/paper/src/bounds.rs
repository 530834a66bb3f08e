//! A layout that comes with a pack must come to an end: its loops and functions count their turns.
//!
//! Before each turn of a loop and each call of a function stands an `include` of a file that the
//! typesetter has to ask its world for; the world counts, and stops it. Lines keep their numbers.

use typst::syntax::{
    LinkedNode, Source, SyntaxKind, SyntaxNode,
    ast::{self, AstNode},
};

/// The file that is asked for. It is empty.
pub const STEP: &str = "/kaunter/step.typ";
/// Most turns of loops and calls of functions in one layout. A form of a hundred answers needs some thousand.
pub const MOST_STEPS: u32 = 100_000;
/// Most seconds for setting one sheet, on the slowest machine that a kiosk has.
pub const MOST_SECONDS: u64 = 20;
/// Most pages of one sheet, with those of its codes.
pub const MOST_PAGES: usize = 64;

/// The text of a layout with its steps counted.
pub fn counted(text: &str) -> String {
    let source = Source::detached(text);
    let mut bodies = Vec::new();
    find_bodies(&LinkedNode::new(source.root()), &mut bodies);
    let mut marks: Vec<(usize, bool)> =
        bodies.iter().flat_map(|(start, end)| [(*start, true), (*end, false)]).collect();
    // Where one body ends with another, all of them end there.
    marks.sort_by_key(|(at, begins)| (*at, *begins));
    let mut counted = String::with_capacity(text.len() + bodies.len() * 48);
    let mut from = 0;
    for (at, begins) in marks {
        counted.push_str(text.get(from..at).unwrap_or_default());
        if begins {
            counted.push_str("{let _ = include \"");
            counted.push_str(STEP);
            counted.push_str("\";");
        } else {
            counted.push('}');
        }
        from = at;
    }
    counted.push_str(text.get(from..).unwrap_or_default());
    counted
}

/// Bytes of every body of a loop or a function.
fn find_bodies(node: &LinkedNode, bodies: &mut Vec<(usize, usize)>) {
    let body = match node.kind() {
        SyntaxKind::ForLoop => node.get().cast::<ast::ForLoop>().map(|turn| turn.body().to_untyped()),
        SyntaxKind::WhileLoop => node.get().cast::<ast::WhileLoop>().map(|turn| turn.body().to_untyped()),
        SyntaxKind::Closure => node.get().cast::<ast::Closure>().map(|call| call.body().to_untyped()),
        _ => None,
    };
    for child in node.children() {
        if body.is_some_and(|body| is_same(body, child.get())) {
            bodies.push((child.range().start, child.range().end));
        }
        find_bodies(&child, bodies);
    }
}

/// The very node, and not one that reads the same.
fn is_same(one: &SyntaxNode, other: &SyntaxNode) -> bool {
    std::ptr::eq(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_and_every_call_is_counted() {
        let step = format!("let _ = include \"{STEP}\";");
        for (written, expected) in [
            ("#for a in (1, 2) [#a]", "#for a in (1, 2) {S[#a]}"),
            ("#while true { 1 }", "#while true {S{ 1 }}"),
            ("#let f(x) = x + 1", "#let f(x) = {Sx + 1}"),
            ("#(1, 2).map(x => x * 2)", "#(1, 2).map(x => {Sx * 2})"),
            ("#show heading: it => for a in it { f(a) }", "#show heading: it => {Sfor a in it {S{ f(a) }}}"),
            ("for a in b: words stay words", "for a in b: words stay words"),
            ("#let x = 1", "#let x = 1"),
            ("#let 字(名) = 名", "#let 字(名) = {S名}"),
        ] {
            assert_eq!(counted(written), expected.replace('S', &step), "{written}");
        }
    }
}
