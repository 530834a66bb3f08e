//! Addresses: part by part from the great to the small, or several parts in one breath.
//!
//! Which parts there are is data of the country; which places there are comes from the form's table.

use kaunter_spoken::{self as spoken, Choice, Command, Context, Heard, Language, Trouble};

use super::{
    Lack, Outcome, Turn,
    marks::{begins_with, begins_word},
    order,
    question::Question,
};
use crate::{
    address::{self, Country, Part},
    definition::Kind,
    journey::Journey,
    places::{ListedPlace, Places},
    refusal::Why,
    say::Said,
    value::{AddressParts, Value},
};

/// Most signs of a number in words.
const LONGEST_NUMBER: usize = 6;
/// Longest address that is listened to, in characters.
const LONGEST_ADDRESS: usize = 500;
/// Longest text of a part, in characters; the same as is kept of one.
const LONGEST: usize = 120;

impl Journey {
    /// Understands as many parts as were said. An address is whole when nothing needed is missing; what else
    /// it may have is taken when it is said, and not asked for.
    pub(super) fn hear_address(
        &self,
        question: &Question,
        language: &Language,
        text: &str,
        turn: &Turn,
    ) -> (Outcome, Turn) {
        let mut turn = turn.clone();
        let Some(country) = question.country() else { return (Outcome::refused(Why::OtherKind), turn) };
        if text.chars().count() > LONGEST_ADDRESS {
            return (Outcome::refused(Why::Impossible(Trouble::TooLong)), turn);
        }
        let before = turn.parts.clone();
        let outcome = match question.take_either_way(country, language, text.trim(), &mut turn) {
            Err(outcome) => *outcome,
            Ok(()) => match question.needed(country, &turn) {
                Some(part) => Outcome::Lacking(question.lacking(part, &turn)),
                None => self.offered_address(question, &turn),
            },
        };
        if matches!(outcome, Outcome::Refused { .. }) {
            turn.parts = before;
        }
        (outcome, turn)
    }

    /// The whole address, if it can be the answer.
    pub(super) fn offered_address(&self, question: &Question, turn: &Turn) -> Outcome {
        let value = question.address(turn);
        match self.try_answer(&question.place, value.clone()) {
            Ok(value) => Outcome::Understood(question.offer(value)),
            Err(refusal) => {
                Outcome::Refused { why: refusal.why, heard: Some(question.said(&value)), instead: Vec::new() }
            }
        }
    }
}

impl<'j> Question<'j> {
    fn country(&self) -> Option<&'static Country> {
        match self.kind {
            Kind::Address { country, .. } => Country::of(country),
            _ => None,
        }
    }

    fn table(&self) -> Option<&'j Places> {
        match self.kind {
            Kind::Address { places: Some(path), .. } => self.form.table(path).map(AsRef::as_ref),
            _ => None,
        }
    }

    /// The next part that nothing is known of.
    pub(super) fn lack(&self, turn: &Turn) -> Option<Lack> {
        let part = self.country()?.parts().find(|part| !turn.parts.contains_key(&part.id))?;
        Some(self.lacking(part, turn))
    }

    fn lacking(&self, part: &Part, turn: &Turn) -> Lack {
        let places = self.candidates(part, turn).iter().map(|place| place.code().to_owned()).collect();
        Lack::AddressPart { part: part.id.clone(), places, optional: !part.required, so_far: self.so_far(turn) }
    }

    fn needed(&self, country: &'static Country, turn: &Turn) -> Option<&'static Part> {
        country.parts().find(|part| part.required && turn.parts.get(&part.id).is_none_or(String::is_empty))
    }

    fn address(&self, turn: &Turn) -> Value {
        let country = match self.kind {
            Kind::Address { country, .. } => country.clone(),
            _ => String::new(),
        };
        let parts = turn.parts.iter().filter(|(_, text)| !text.is_empty());
        Value::Address(AddressParts { country, parts: parts.map(|(id, text)| (id.clone(), text.clone())).collect() })
    }

    fn so_far(&self, turn: &Turn) -> Said {
        self.said(&self.address(turn))
    }

    /// Takes a part that was touched or typed.
    pub(super) fn give_part(&self, id: &str, given: Option<&str>, turn: &mut Turn) -> Result<(), Why> {
        let country = self.country().ok_or(Why::OtherKind)?;
        let part = country.parts().find(|part| part.id == id).ok_or_else(|| Why::NoSuchPart(id.to_owned()))?;
        let given = given.map(str::trim).unwrap_or_default();
        if given.is_empty() && part.required {
            return Err(Why::PartMissing(part.id.clone()));
        }
        if given.chars().count() > LONGEST {
            return Err(Why::TooLong(LONGEST as u16));
        }
        let text =
            if part.post_code && !given.is_empty() { self.post_code(given)? } else { part.bare(given).to_owned() };
        self.put(country, part, text, turn);
        Ok(())
    }

    fn post_code(&self, given: &str) -> Result<String, Why> {
        let Kind::Address { country, .. } = self.kind else { return Err(Why::OtherKind) };
        let code = spoken::Value::PostCode(given.to_owned());
        spoken::check(&code, Some(country)).map_err(Why::Impossible)?;
        Ok(given.to_owned())
    }

    /// Keeps a part; parts that no longer lie in each other go, and what follows from it is filled in.
    fn put(&self, country: &'static Country, part: &Part, text: String, turn: &mut Turn) {
        turn.parts.insert(part.id.clone(), text);
        let Some(table) = self.table() else { return };
        let codes = |turn: &Turn| -> Vec<(String, String)> {
            turn.parts.iter().map(|(id, text)| (id.clone(), text.clone())).collect()
        };
        let Some(place) = turn.parts.get(&part.id).and_then(|code| table.get(code)) else { return };
        for (id, code) in codes(turn) {
            if table.get(&code).is_some_and(|other| !lie_together(place, other)) {
                turn.parts.remove(&id);
            }
        }
        let mut above = place.parent();
        while let Some(place) = above {
            let listed = country.parts().find(|part| part.listed && part.id == place.level());
            if let Some(listed) = listed {
                turn.parts.entry(listed.id.clone()).or_insert_with(|| place.code().to_owned());
            }
            above = place.parent();
        }
    }

    /// Places that this part can be, given the others.
    fn candidates(&self, part: &Part, turn: &Turn) -> Vec<ListedPlace<'j>> {
        let Some(table) = self.table().filter(|_| part.listed) else { return Vec::new() };
        let known: Vec<ListedPlace> =
            turn.parts.iter().filter(|(id, _)| **id != part.id).filter_map(|(_, code)| table.get(code)).collect();
        let fits = |place: &ListedPlace| known.iter().all(|other| lie_together(*place, *other));
        table.iter().filter(|place| place.level() == part.id).filter(fits).collect()
    }

    /// Takes what was said from the great to the small, or, where people say it so, from the small to the great:
    /// whichever way more of it is understood.
    fn take_either_way(
        &self,
        country: &'static Country,
        language: &Language,
        text: &str,
        turn: &mut Turn,
    ) -> Result<(), Box<Outcome>> {
        let mut other = turn.clone();
        let taken = self.take(country, language, text, turn);
        if address::is_greatest_first(&self.language) {
            return taken;
        }
        let names = self.table().map(|table| table.iter().map(|place| place.name(&self.language)).collect::<Vec<_>>());
        let names = names.unwrap_or_default();
        let marks: Vec<&String> = country.parts().filter(|part| part.number).flat_map(|part| &part.begins).collect();
        let begins = |rest: &str| match names.iter().filter_map(|name| begins_word(rest, name)).max() {
            Some(end) => Some(Some(end)),
            None => marks.iter().any(|mark| begins_word(rest, mark).is_some()).then_some(None),
        };
        let written = |piece: &str| marked_in_digits(country, language, piece);
        let Some(turned) = order::turned(&in_digits(country, language, text), begins, written) else { return taken };
        if self.take(country, language, &turned, &mut other).is_ok() && other.parts.len() > turn.parts.len() {
            *turn = other;
            return Ok(());
        }
        taken
    }

    /// Takes what was said, part after part. What is left out between two of them is none.
    fn take(
        &self,
        country: &'static Country,
        language: &Language,
        text: &str,
        turn: &mut Turn,
    ) -> Result<(), Box<Outcome>> {
        let mut rest = in_digits(country, language, text);
        let mut taken = 0;
        for part in country.parts() {
            if taken > 0 && rest.is_empty() {
                return Ok(());
            }
            if turn.parts.contains_key(&part.id) && !self.is_said_again(part, &rest, turn) {
                continue;
            }
            if let Some((found, left)) = self.at_beginning(part, &rest, turn) {
                self.put(country, part, found, turn);
                rest = left;
                taken += 1;
            } else if part.required {
                break;
            }
        }
        if rest.is_empty() && taken > 0 {
            return Ok(());
        }
        // What is left answers one question: that for the part that is needed next, or any that may follow.
        let next =
            self.needed(country, turn).or_else(|| country.parts().find(|part| !turn.parts.contains_key(&part.id)));
        let Some(part) = next else { return Err(Box::new(Outcome::refused(Why::Impossible(Trouble::NotHeard)))) };
        match self.one_part(part, language, &rest, turn) {
            Ok(found) => self.put(country, part, found, turn),
            // What was understood stays; the rest is asked for.
            Err(_) if taken > 0 => {}
            Err(outcome) => return Err(outcome),
        }
        Ok(())
    }

    /// Whether a part that is known already is named anew: a number with its mark.
    fn is_said_again(&self, part: &Part, rest: &str, turn: &Turn) -> bool {
        self.at_beginning(part, rest, turn).is_some_and(|(found, _)| turn.parts.get(&part.id) != Some(&found))
    }

    /// The part, if the text begins with it, and what follows.
    fn at_beginning(&self, part: &Part, text: &str, turn: &Turn) -> Option<(String, String)> {
        if part.post_code {
            let digits = text.chars().take_while(char::is_ascii_digit).count();
            let code = self.post_code(text.get(..digits)?).ok()?;
            return Some((code, after(text, digits)));
        }
        if part.number {
            return part.marked_number(text).map(|(number, at)| (number, after(text, at)));
        }
        let mut places = self.candidates(part, turn);
        places.sort_by_key(|place| std::cmp::Reverse(place.name(&self.language).chars().count()));
        let found = places.iter().find_map(|place| Some((place, begins_with(text, place.name(&self.language))?)));
        if let Some((place, at)) = found {
            return Some((place.code().to_owned(), after(text, at)));
        }
        // A road that is not in the list, before its number.
        if let Some((name, rest)) = text.split_once(", ").filter(|_| part.open) {
            let is_numbered = self.country()?.parts().any(|part| part.number && part.marked_number(rest).is_some());
            return is_numbered.then(|| (name.to_owned(), rest.to_owned()));
        }
        let digit = text.char_indices().find(|(_, c)| c.is_numeric())?.0;
        let name = text.get(..digit)?.trim();
        let ends = part.open && part.ends.iter().any(|end| name.ends_with(end.as_str()));
        ends.then(|| (name.to_owned(), after(text, digit)))
    }

    /// The whole of what was said as one part.
    fn one_part(&self, part: &Part, language: &Language, text: &str, turn: &Turn) -> Result<String, Box<Outcome>> {
        let nothing = |trouble| Box::new(Outcome::refused(Why::Impossible(trouble)));
        if part.post_code {
            let Kind::Address { country, .. } = self.kind else { return Err(nothing(Trouble::NotHeard)) };
            let context = Context { country: Some(country.clone()), ..Context::default() };
            let heard = spoken::parse(spoken::Kind::PostCode, language, text, &context);
            return self.clear(heard, part, turn);
        }
        if part.number {
            return self.number(part, language, text, turn);
        }
        let places = self.candidates(part, turn);
        if !places.is_empty() {
            let choices = places.iter().map(|place| Choice::new(place.code(), place.name(&self.language)));
            let context = Context { choices: choices.collect(), ..Context::default() };
            let heard = spoken::parse(spoken::Kind::Place, language, text, &context);
            let named = heard.value.is_some() || heard.command.is_some() || !heard.alternatives.is_empty();
            if named || !part.open {
                return self.clear(heard, part, turn);
            }
        }
        let context = Context { typed: self.typed, ..Context::default() };
        let heard = spoken::parse(spoken::Kind::Text, language, text, &context);
        self.clear(heard, part, turn)
    }

    /// A number that may have something behind it; in digits as said, or in words.
    fn number(&self, part: &Part, language: &Language, text: &str, turn: &Turn) -> Result<String, Box<Outcome>> {
        let heard = spoken::parse(spoken::Kind::Integer, language, part.bare(text), &Context::default());
        let written = text.chars().any(|c| c.is_ascii_digit()) && text.chars().count() <= 20;
        match heard.value {
            Some(spoken::Value::Integer(number)) if heard.is_clear() && number > 0 => Ok(number.to_string()),
            _ if heard.command.is_some() => self.clear(heard, part, turn),
            _ if written => Ok(part.bare(text).to_owned()),
            _ => Err(Box::new(Outcome::refused(Why::Impossible(Trouble::NotHeard)))),
        }
    }

    fn clear(&self, heard: Heard, part: &Part, turn: &Turn) -> Result<String, Box<Outcome>> {
        if let Some(command) = heard.command {
            let leaves_out = !part.required && matches!(command, Command::Skip | Command::Next | Command::DontKnow);
            return if leaves_out { Ok(String::new()) } else { Err(Box::new(Outcome::Wish(command))) };
        }
        match &heard.value {
            Some(spoken::Value::Choice(text) | spoken::Value::PostCode(text) | spoken::Value::Text(text))
                if heard.is_clear() && text.chars().count() <= LONGEST =>
            {
                Ok(text.clone())
            }
            _ => Err(Box::new(self.asked_again(&heard, part, turn))),
        }
    }

    /// One of the places that it may have been, or nothing that was understood.
    fn asked_again(&self, heard: &Heard, part: &Part, turn: &Turn) -> Outcome {
        let code = |value: &spoken::Value| match value {
            spoken::Value::Choice(code) => Some(code.clone()),
            _ => None,
        };
        let places: Vec<String> = heard.value.iter().chain(&heard.alternatives).filter_map(code).collect();
        if places.is_empty() {
            return Outcome::refused(Why::Impossible(heard.trouble.unwrap_or(Trouble::NotHeard)));
        }
        let (part, optional) = (part.id.clone(), !part.required);
        Outcome::Lacking(Lack::AddressPart { part, places, optional, so_far: self.so_far(turn) })
    }
}

/// A piece of an address that is a number behind its mark, in digits: "number twelve" becomes "number 12".
fn marked_in_digits(country: &Country, language: &Language, piece: &str) -> String {
    let number = country.parts().filter(|part| part.number).find_map(|part| {
        let bare = part.bare(piece);
        let mark = piece.strip_suffix(bare).filter(|mark| !mark.is_empty())?;
        match spoken::parse(spoken::Kind::Integer, language, bare, &Context::default()) {
            heard if heard.is_clear() => match heard.value {
                Some(spoken::Value::Integer(number)) if number > 0 => Some(format!("{mark}{number}")),
                _ => None,
            },
            _ => None,
        }
    });
    number.unwrap_or_else(|| piece.to_owned())
}

/// The text with the numbers before their marks in digits: 五巷十二號 becomes 5巷12號.
fn in_digits(country: &Country, language: &Language, text: &str) -> String {
    let marks: Vec<&str> =
        country.parts().filter(|part| part.number).flat_map(|part| &part.ends).map(String::as_str).collect();
    let number = |said: &str| {
        let heard = spoken::parse(spoken::Kind::Integer, language, said, &Context::default());
        match heard.value {
            Some(spoken::Value::Integer(number)) if heard.is_clear() && number > 0 => Some(number),
            _ => None,
        }
    };
    let mut written = String::new();
    for (at, c) in text.char_indices() {
        let marked = marks.iter().any(|mark| text[at..].starts_with(mark));
        if marked && !written.ends_with(|before: char| before.is_ascii_digit()) {
            let starts: Vec<usize> = written.char_indices().rev().map(|(from, _)| from).take(LONGEST_NUMBER).collect();
            // The longest run that is a number and of which every sign counts.
            let run = starts.iter().rev().find_map(|from| {
                let said = written.get(*from..)?;
                let rest = said.get(said.chars().next()?.len_utf8()..)?;
                let found = number(said)?;
                (rest.is_empty() || number(rest) != Some(found)).then_some((*from, found))
            });
            if let Some((from, found)) = run {
                written.truncate(from);
                written.push_str(&found.to_string());
            }
        }
        written.push(c);
    }
    written
}

/// Whether one lies in the other, or they are the same.
fn lie_together(one: ListedPlace, other: ListedPlace) -> bool {
    let lies_in = |inner: ListedPlace, outer: ListedPlace| {
        let mut at = Some(inner);
        while let Some(place) = at {
            if place.code() == outer.code() {
                return true;
            }
            at = place.parent();
        }
        false
    };
    lies_in(one, other) || lies_in(other, one)
}

/// What follows, without what stands between parts.
fn after(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '的')).to_owned()
}
