//! The functions that rules can call, and what they take.

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use super::{
    Trouble,
    check::{Checked, wrong},
    evaluate::{Function, Node},
    names::Type,
    slips,
    typed::Typed,
};

/// A call with its checked arguments.
pub(super) fn call(name: &str, given: Vec<(Node, Type)>) -> Checked {
    let (nodes, types): (Vec<Node>, Vec<Type>) = given.into_iter().unzip();
    let unknown = || Trouble::UnknownFunction { name: format!("{name}()") };
    match (name, types.as_slice()) {
        ("date" | "time" | "money" | "decimal", [Type::Text]) => written(name, &nodes),
        ("answered", [_]) => match nodes.into_iter().next() {
            Some(node @ (Node::Answer(_) | Node::Select(..) | Node::Bound(_))) => {
                Ok((Node::Answered(Box::new(node)), Type::Bool))
            }
            _ => Err(unknown()),
        },
        ("age", [Type::Date]) => {
            Ok((Node::Call(Function::Years, nodes.into_iter().chain([Node::Today]).collect()), Type::Integer))
        }
        ("age" | "years_between", [Type::Date, Type::Date]) => Ok((Node::Call(Function::Years, nodes), Type::Integer)),
        ("months_between", [Type::Date, Type::Date]) => Ok((Node::Call(Function::Months, nodes), Type::Integer)),
        ("days_between", [Type::Date, Type::Date]) => Ok((Node::Call(Function::Days, nodes), Type::Integer)),
        ("sum", [Type::List(of)]) => {
            let zero = match **of {
                Type::Integer => Typed::Integer(0),
                Type::Decimal => Typed::Decimal(Decimal::ZERO),
                Type::Money(_) => Typed::Money(Decimal::ZERO),
                ref other => {
                    let expected = "a list of numbers or amounts".to_owned();
                    return Err(Trouble::WrongType { expected, found: format!("a list of {other}") });
                }
            };
            Ok((Node::Call(Function::Sum(Box::new(zero)), nodes), (**of).clone()))
        }
        ("size", [Type::List(_) | Type::Text]) => Ok((Node::Call(Function::Size, nodes), Type::Integer)),
        ("contains", [Type::Text, Type::Text]) => Ok((Node::Call(Function::Contains, nodes), Type::Bool)),
        ("startsWith", [Type::Text, Type::Text]) => Ok((Node::Call(Function::StartsWith, nodes), Type::Bool)),
        ("endsWith", [Type::Text, Type::Text]) => Ok((Node::Call(Function::EndsWith, nodes), Type::Bool)),
        ("age" | "years_between" | "months_between" | "days_between", [one, ..]) if types.len() <= 2 => {
            Err(wrong(&Type::Date, types.iter().find(|kind| **kind != Type::Date).unwrap_or(one)))
        }
        _ => Err(unknown()),
    }
}

/// A value written in the rule: read when the form is read, so that it is right or a fault.
fn written(name: &str, nodes: &[Node]) -> Checked {
    let [Node::Constant(Typed::Text(text))] = nodes else {
        let expected = format!("{name}('…')");
        return Err(Trouble::WrongType { expected, found: "something worked out".to_owned() });
    };
    let value = match name {
        "date" => text.parse::<Date>().ok().map(|date| (Typed::Date(date), Type::Date)),
        "time" => text.parse::<Time>().ok().map(|time| (Typed::Time(time), Type::Time)),
        "money" => exact(text).map(|amount| (Typed::Money(amount), Type::Money(None))),
        _ => exact(text).map(|number| (Typed::Decimal(number), Type::Decimal)),
    };
    let (value, kind) = value.ok_or_else(|| slips::no_value(text, name))?;
    Ok((Node::Constant(value), kind))
}

/// A number as it is written, digit for digit.
pub(crate) fn exact(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if plain { Decimal::from_str_exact(text).ok() } else { None }
}
