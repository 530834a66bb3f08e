//! Tables of places: cities, their districts, the roads in them; each with its name in every language.
//!
//! It knows codes and what lies in what; which field asks for a place is no concern of it.

use std::collections::{BTreeMap, HashMap};

use kaunter_reading::{Column, InFile, Report, optional, read_table, required};

use crate::fault::FormFault;

/// Places of a table, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    places: Vec<Listed>,
    by_code: HashMap<String, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    code: String,
    parent: Option<usize>,
    level: String,
    names: BTreeMap<String, String>,
    line: u64,
}

/// A place of a table.
#[derive(Debug, Clone, Copy)]
pub struct ListedPlace<'t> {
    table: &'t Places,
    listed: &'t Listed,
}

impl Places {
    /// Reads a table: code, parent, level, and a column for each language.
    pub fn read(bytes: &[u8], path: &str, languages: &[String], report: &mut Report) -> Self {
        let named = languages.iter().map(|language| required(language));
        let columns: Vec<Column> =
            [required("code"), optional("parent"), optional("level")].into_iter().chain(named).collect();
        let mut places = Self::default();
        let mut faults = InFile::new(report, path);
        read_table(bytes, &columns, None, &mut faults, |record, faults| {
            let Some(code) = record.needed("code", faults).map(str::to_owned) else { return };
            if let Some(first) = places.by_code.get(&code).and_then(|at| places.places.get(*at)) {
                faults.at(record.line, FormFault::PlaceRepeated { code, first: first.line });
                return;
            }
            let parent = record.filled("parent").map(|parent| (parent, places.by_code.get(parent).copied()));
            if let Some((parent, None)) = parent {
                // Above it, so that what lies in what can never go round in a circle.
                let parent = parent.to_owned();
                faults.at(record.line, FormFault::PlaceAdrift { code: code.clone(), parent });
            }
            let mut names = BTreeMap::new();
            for language in languages {
                match record.filled(language) {
                    Some(name) => _ = names.insert(language.clone(), name.to_owned()),
                    None => {
                        let language = language.clone();
                        faults.at(record.line, FormFault::PlaceUnnamed { code: code.clone(), language });
                    }
                }
            }
            let level = record.cell("level").to_owned();
            places.by_code.insert(code.clone(), places.places.len());
            places.places.push(Listed {
                code,
                parent: parent.and_then(|(_, parent)| parent),
                level,
                names,
                line: record.line,
            });
        });
        places
    }

    /// The place with a code.
    pub fn get(&self, code: &str) -> Option<ListedPlace<'_>> {
        let listed = self.places.get(*self.by_code.get(code)?)?;
        Some(ListedPlace { table: self, listed })
    }

    /// All places, in the table's order.
    pub fn iter(&self) -> impl Iterator<Item = ListedPlace<'_>> {
        self.places.iter().map(|listed| ListedPlace { table: self, listed })
    }

    /// What lies directly in a place; without one, what lies at the top.
    pub fn children(&self, parent: Option<&str>) -> impl Iterator<Item = ListedPlace<'_>> {
        let place = parent.map(|code| self.by_code.get(code).copied());
        self.iter().filter(move |child| match place {
            None => child.listed.parent.is_none(),
            Some(parent) => parent.is_some() && child.listed.parent == parent,
        })
    }

    /// The places that a field may ask for: those of a level, or those that have none below them.
    pub fn offered<'t>(&'t self, level: Option<&str>) -> Vec<ListedPlace<'t>> {
        match level {
            Some(level) => self.iter().filter(|place| place.level() == level).collect(),
            None => {
                let mut above = vec![false; self.places.len()];
                for parent in self.places.iter().filter_map(|listed| listed.parent) {
                    if let Some(above) = above.get_mut(parent) {
                        *above = true;
                    }
                }
                self.iter().zip(above).filter(|(_, above)| !above).map(|(place, _)| place).collect()
            }
        }
    }
}

impl<'t> ListedPlace<'t> {
    /// What is kept of it.
    pub fn code(&self) -> &'t str {
        &self.listed.code
    }

    /// What it is: `city`, `district`, `road`.
    pub fn level(&self) -> &'t str {
        &self.listed.level
    }

    /// What it is called in a language, else its code.
    pub fn name(&self, language: &str) -> &'t str {
        self.listed.names.get(language).unwrap_or(&self.listed.code)
    }

    /// What it lies in.
    pub fn parent(&self) -> Option<ListedPlace<'t>> {
        let listed = self.table.places.get(self.listed.parent?)?;
        Some(ListedPlace { table: self.table, listed })
    }
}
