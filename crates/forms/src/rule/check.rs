//! A rule's expression checked against the names of its form: of each part the type, or what is wrong.
//!
//! The grammar has unfolded `map`, `exists` and their like into loops over an accumulator that no rule
//! can name; they are recognised by their shape and folded back.

use std::collections::BTreeSet;

use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, IdedExpr, LiteralValue, operators};

use super::{
    Name, Trouble,
    evaluate::{Comparison, Each, Node, Sum},
    functions,
    names::{Names, Type},
    typed::Typed,
};
use crate::address::Country;

/// Lists within lists that a rule may go through.
const LOOPS: usize = 2;

/// A part that was checked.
pub(super) type Checked = Result<(Node, Type), Trouble>;

pub(super) struct Checker<'n> {
    names: &'n Names,
    /// The repeating section whose item is in hand.
    in_hand: Option<&'n str>,
    /// Names that enclosing loops give to elements.
    bound: Vec<(String, Type)>,
    /// What was named.
    pub(super) touched: BTreeSet<Name>,
}

impl<'n> Checker<'n> {
    pub(super) fn new(names: &'n Names, in_hand: Option<&'n str>) -> Self {
        Self { names, in_hand, bound: Vec::new(), touched: BTreeSet::new() }
    }

    pub(super) fn checked(&mut self, expression: &IdedExpr) -> Checked {
        match &expression.expr {
            Expr::Literal(literal) => constant(literal),
            Expr::Ident(name) => self.named(name),
            Expr::Select(select) => {
                let (of, of_type) = self.checked(&select.operand)?;
                let (node, kind) = self.selected(of, &of_type, &select.field)?;
                Ok(if select.test { (Node::Answered(Box::new(node)), Type::Bool) } else { (node, kind) })
            }
            Expr::List(list) => {
                let mut nodes = Vec::new();
                let mut of = Type::Open;
                for element in &list.elements {
                    let (node, kind) = self.checked(element)?;
                    of = of.with(&kind).ok_or_else(|| wrong(&of, &kind))?;
                    nodes.push(node);
                }
                Ok((Node::List(nodes), Type::List(Box::new(of))))
            }
            Expr::Call(call) => self.called(call),
            Expr::Comprehension(comprehension) => self.each(comprehension),
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err(Trouble::UnknownFunction { name: "{…}".to_owned() })
            }
        }
    }

    fn named(&mut self, name: &str) -> Checked {
        if let Some(at) = self.bound.iter().rposition(|(bound, _)| bound == name) {
            let kind = self.bound.get(at).map_or(Type::Open, |(_, kind)| kind.clone());
            return Ok((Node::Bound(at), kind));
        }
        if name == "today" {
            return Ok((Node::Today, Type::Date));
        }
        if let Some(kind) = self.names.fields.get(name) {
            self.touched.insert(Name::Field(name.to_owned()));
            return Ok((Node::Answer(name.to_owned()), kind.clone()));
        }
        if self.names.sections.contains_key(name) {
            self.touched.insert(Name::Items(name.to_owned()));
            return Ok((Node::Items(name.to_owned()), Type::List(Box::new(Type::Item(name.to_owned())))));
        }
        match self.names.each.get(name) {
            Some(section) if self.in_hand == Some(section) => {
                Ok((Node::InHand(section.clone()), Type::Item(section.clone())))
            }
            _ => Err(Trouble::UnknownName { name: name.to_owned() }),
        }
    }

    fn selected(&mut self, of: Node, of_type: &Type, name: &str) -> Checked {
        let unknown = || Trouble::UnknownName { name: name.to_owned() };
        let kind = match of_type {
            Type::Item(section) => {
                let kind = self.names.sections.get(section).and_then(|fields| fields.get(name)).ok_or_else(unknown)?;
                let (section, field) = (section.clone(), name.to_owned());
                let in_hand = matches!(of, Node::InHand(_));
                let touched = if in_hand { Name::OfItem { section, field } } else { Name::OfEach { section, field } };
                self.touched.insert(touched);
                kind.clone()
            }
            Type::Address(country) => {
                let mut parts = Country::of(country).into_iter().flat_map(Country::parts);
                parts.any(|part| part.id == name).then_some(Type::Text).ok_or_else(unknown)?
            }
            other => {
                return Err(Trouble::WrongType {
                    expected: "an item or an address".to_owned(),
                    found: other.to_string(),
                });
            }
        };
        Ok((Node::Select(Box::new(of), name.to_owned()), kind))
    }

    fn called(&mut self, call: &CallExpr) -> Checked {
        let given: Vec<&IdedExpr> = call.target.as_deref().into_iter().chain(&call.args).collect();
        match (call.func_name.as_str(), given.as_slice()) {
            (operators::CONDITIONAL, [condition, yes, no]) => {
                let condition = self.truth(condition)?;
                let ((yes, a), (no, b)) = (self.checked(yes)?, self.checked(no)?);
                let kind = match (&a, &b) {
                    (Type::Code(_), Type::Text) if is_written(&no) => codes_exist(&a, &no).map(|()| a)?,
                    (Type::Text, Type::Code(_)) if is_written(&yes) => codes_exist(&b, &yes).map(|()| b)?,
                    _ => a.with(&b).ok_or_else(|| wrong(&a, &b))?,
                };
                Ok((Node::If(Box::new(condition), Box::new(yes), Box::new(no)), kind))
            }
            (operators::LOGICAL_AND, [a, b]) => {
                Ok((Node::And(Box::new(self.truth(a)?), Box::new(self.truth(b)?)), Type::Bool))
            }
            (operators::LOGICAL_OR, [a, b]) => {
                Ok((Node::Or(Box::new(self.truth(a)?), Box::new(self.truth(b)?)), Type::Bool))
            }
            (operators::LOGICAL_NOT, [of]) => Ok((Node::Not(Box::new(self.truth(of)?)), Type::Bool)),
            (operators::IN, [what, list]) => self.among(what, list),
            (operators::NEGATE, [of]) => {
                let (node, kind) = self.checked(of)?;
                let minus = Node::Constant(Typed::Integer(-1));
                match kind {
                    Type::Integer | Type::Decimal | Type::Money(_) => {
                        Ok((Node::Reckon(Sum::Multiply, Box::new(minus), Box::new(node)), kind))
                    }
                    other => Err(Trouble::WrongType { expected: "a number".to_owned(), found: other.to_string() }),
                }
            }
            (name, [a, b]) if comparison(name).is_some() => {
                let how = comparison(name).unwrap_or(Comparison::Equal);
                self.compared(how, a, b)
            }
            (name, [a, b]) if sum(name).is_some() => {
                let how = sum(name).unwrap_or(Sum::Add);
                let ((a, a_type), (b, b_type)) = (self.checked(a)?, self.checked(b)?);
                let kind = reckoned(how, &a_type, &b_type).ok_or_else(|| wrong(&a_type, &b_type))?;
                Ok((Node::Reckon(how, Box::new(a), Box::new(b)), kind))
            }
            (name, _) => {
                let given: Result<Vec<(Node, Type)>, Trouble> =
                    given.into_iter().map(|argument| self.checked(argument)).collect();
                functions::call(name, given?)
            }
        }
    }

    fn truth(&mut self, expression: &IdedExpr) -> Result<Node, Trouble> {
        match self.checked(expression)? {
            (node, Type::Bool) => Ok(node),
            (_, other) => Err(Trouble::WrongType { expected: Type::Bool.to_string(), found: other.to_string() }),
        }
    }

    fn compared(&mut self, how: Comparison, a: &IdedExpr, b: &IdedExpr) -> Checked {
        let ((a, a_type), (b, b_type)) = (self.checked(a)?, self.checked(b)?);
        let kind = a_type.with(&b_type).ok_or_else(|| unlike((&a, &a_type), (&b, &b_type)))?;
        codes_exist(&a_type, &b)?;
        codes_exist(&b_type, &a)?;
        let equality = matches!(how, Comparison::Equal | Comparison::Unequal);
        let comparable = if equality { kind.is_comparable() } else { kind.is_ordered() };
        if !comparable {
            let expected = "something that can be compared so".to_owned();
            return Err(Trouble::WrongType { expected, found: kind.to_string() });
        }
        Ok((Node::Compare(how, Box::new(a), Box::new(b)), Type::Bool))
    }

    fn among(&mut self, what: &IdedExpr, list: &IdedExpr) -> Checked {
        let ((what, kind), (list, list_type)) = (self.checked(what)?, self.checked(list)?);
        let Type::List(of) = list_type else {
            return Err(Trouble::WrongType { expected: "a list".to_owned(), found: list_type.to_string() });
        };
        let together = kind.with(&of).ok_or_else(|| wrong(&kind, &of))?;
        if !together.is_comparable() {
            return Err(wrong(&Type::Text, &together));
        }
        codes_exist(&kind, &list)?;
        codes_exist(&of, &what)?;
        Ok((Node::Among(Box::new(what), Box::new(list)), Type::Bool))
    }

    fn each(&mut self, loop_: &ComprehensionExpr) -> Checked {
        let (list, list_type) = self.checked(&loop_.iter_range)?;
        let Type::List(of) = list_type else {
            return Err(Trouble::WrongType { expected: "a list".to_owned(), found: list_type.to_string() });
        };
        if self.bound.len() == LOOPS {
            return Err(Trouble::TooLong);
        }
        let (each, body, kept) = shape(loop_).ok_or(Trouble::UnknownFunction { name: "this loop".to_owned() })?;
        self.bound.push((loop_.iter_var.clone(), (*of).clone()));
        let body = self.checked(body);
        let kept = kept.map(|kept| self.truth(kept)).transpose();
        self.bound.pop();
        let ((body, body_type), kept) = (body?, kept?);
        let list = match kept {
            Some(kept) => Node::Each(Each::Filter, Box::new(list), Box::new(kept)),
            None => list,
        };
        let kind = match each {
            Each::Map => Type::List(Box::new(body_type)),
            _ if body_type != Type::Bool => return Err(wrong(&Type::Bool, &body_type)),
            Each::Filter => Type::List(of),
            Each::All | Each::Exists | Each::ExistsOne => Type::Bool,
        };
        Ok((Node::Each(each, Box::new(list), Box::new(body)), kind))
    }
}

/// What a loop was before it was unfolded: what it does, with what, and for `map` with three arguments
/// the condition.
fn shape(unfolded: &ComprehensionExpr) -> Option<(Each, &IdedExpr, Option<&IdedExpr>)> {
    let Expr::Call(step) = &unfolded.loop_step.expr else { return None };
    let is_list = matches!(unfolded.accu_init.expr, Expr::List(_));
    match (step.func_name.as_str(), step.args.as_slice()) {
        (operators::LOGICAL_OR, [_, body]) => Some((Each::Exists, body, None)),
        (operators::LOGICAL_AND, [_, body]) => Some((Each::All, body, None)),
        (operators::ADD, [_, added]) => Some((Each::Map, only(added)?, None)),
        (operators::CONDITIONAL, [condition, _, _]) if !is_list => Some((Each::ExistsOne, condition, None)),
        (operators::CONDITIONAL, [condition, step, _]) => {
            let Expr::Call(CallExpr { args, .. }) = &step.expr else { return None };
            let added = only(args.get(1)?)?;
            let is_filter = matches!(&added.expr, Expr::Ident(name) if *name == unfolded.iter_var);
            if is_filter { Some((Each::Filter, condition, None)) } else { Some((Each::Map, added, Some(condition))) }
        }
        _ => None,
    }
}

fn only(list: &IdedExpr) -> Option<&IdedExpr> {
    match &list.expr {
        Expr::List(list) => list.elements.first(),
        _ => None,
    }
}

fn constant(literal: &LiteralValue) -> Checked {
    match literal {
        LiteralValue::Boolean(held) => Ok((Node::Constant(Typed::Bool(*held.inner())), Type::Bool)),
        LiteralValue::Int(number) => Ok((Node::Constant(Typed::Integer(*number.inner())), Type::Integer)),
        LiteralValue::String(text) => Ok((Node::Constant(Typed::Text(text.inner().to_owned())), Type::Text)),
        // Read as floating point before it comes here, and so no longer what was written.
        LiteralValue::Double(_) => {
            let expected = "decimal('0.25') or money('0.25')".to_owned();
            Err(Trouble::WrongType { expected, found: "a number with a point".to_owned() })
        }
        LiteralValue::UInt(_) => Err(Trouble::UnknownFunction { name: "…u".to_owned() }),
        LiteralValue::Bytes(_) => Err(Trouble::UnknownFunction { name: "b'…'".to_owned() }),
        LiteralValue::Null => {
            let expected = "answered(…)".to_owned();
            Err(Trouble::WrongType { expected, found: "null".to_owned() })
        }
    }
}

/// Whether texts that are compared with a choice are among its codes.
pub(super) fn codes_exist(kind: &Type, other: &Node) -> Result<(), Trouble> {
    let codes = match kind {
        Type::Code(codes) => codes,
        Type::List(of) => return codes_exist(of, other),
        _ => return Ok(()),
    };
    let mut written = Vec::new();
    texts(other, &mut written);
    match written.into_iter().find(|text| !codes.iter().any(|code| code == text)) {
        Some(code) => Err(Trouble::UnknownCode { code: code.to_owned(), codes: codes.join(", ") }),
        None => Ok(()),
    }
}

/// The texts that a part may come to as they are written.
fn texts<'n>(node: &'n Node, found: &mut Vec<&'n str>) {
    match node {
        Node::Constant(Typed::Text(text)) => found.push(text),
        Node::If(_, yes, no) => {
            texts(yes, found);
            texts(no, found);
        }
        Node::List(nodes) => nodes.iter().for_each(|node| texts(node, found)),
        _ => {}
    }
}

/// Whether a part comes to nothing but texts as they are written.
pub(super) fn is_written(node: &Node) -> bool {
    match node {
        Node::Constant(Typed::Text(_)) => true,
        Node::If(_, yes, no) => is_written(yes) && is_written(no),
        _ => false,
    }
}

fn comparison(name: &str) -> Option<Comparison> {
    Some(match name {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::Unequal,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

fn sum(name: &str) -> Option<Sum> {
    Some(match name {
        operators::ADD => Sum::Add,
        operators::SUBSTRACT => Sum::Subtract,
        operators::MULTIPLY => Sum::Multiply,
        operators::DIVIDE => Sum::Divide,
        operators::MODULO => Sum::Remainder,
        _ => return None,
    })
}

/// The type of a sum, where there is any: amounts with amounts of their currency, and times a number.
fn reckoned(sum: Sum, a: &Type, b: &Type) -> Option<Type> {
    let number = |kind: &Type| matches!(kind, Type::Integer | Type::Decimal);
    match (sum, a, b) {
        (Sum::Add, Type::Text | Type::Code(_), Type::Text | Type::Code(_)) => Some(Type::Text),
        (Sum::Add, Type::List(_), Type::List(_)) => a.with(b),
        (Sum::Add | Sum::Subtract, Type::Money(_), Type::Money(_)) => a.with(b),
        (Sum::Divide, Type::Money(_), Type::Money(_)) => a.with(b).map(|_| Type::Decimal),
        (Sum::Multiply | Sum::Divide, Type::Money(_), b) if number(b) => Some(a.clone()),
        (Sum::Multiply, a, Type::Money(_)) if number(a) => Some(b.clone()),
        (Sum::Remainder, Type::Integer, Type::Integer) => Some(Type::Integer),
        (Sum::Remainder, ..) => None,
        (_, a, b) if number(a) && number(b) => a.with(b),
        _ => None,
    }
}

/// What is wrong with comparing the two.
fn unlike(a: (&Node, &Type), b: (&Node, &Type)) -> Trouble {
    match (a, b) {
        ((Node::Answer(name), Type::Bool), (Node::Constant(Typed::Text(_)), _))
        | ((Node::Constant(Typed::Text(_)), _), (Node::Answer(name), Type::Bool)) => {
            Trouble::YesNoCompared { name: name.clone() }
        }
        ((_, expected), (_, found)) => wrong(expected, found),
    }
}

pub(super) fn wrong(expected: &Type, found: &Type) -> Trouble {
    Trouble::WrongType { expected: expected.to_string(), found: found.to_string() }
}
