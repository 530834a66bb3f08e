//! Which of the shelf's packs serve: one citizens, one the staff. A look at the shelf reads each of them once at most:
//! large ones take seconds. It must never know how packs are read or opened.

use std::collections::BTreeMap;

use kaunter_pack::{Installed, model::Pack};

use crate::{refusal::Refusal, view::Problem};

/// One look.
pub struct Choosing<'s, R> {
    served: &'s [&'s Installed],
    read: R,
    /// By id, what was read and is not for citizens alone, or why it cannot be read.
    left: BTreeMap<&'s str, Result<Pack, Problem>>,
    /// What is for citizens alone.
    taken: Option<&'s str>,
}

impl<'s, R: Fn(&str) -> Result<(Installed, Pack), Problem>> Choosing<'s, R> {
    /// Among these; `read` gives the pack of an id.
    pub fn among(served: &'s [&'s Installed], read: R) -> Self {
        Self { served, read, left: BTreeMap::new(), taken: None }
    }

    /// The wanted pack, or else the first that is for citizens.
    ///
    /// # Errors
    /// Why there is none: what stands against the last that was looked at.
    pub fn for_citizens(&mut self, wanted: Option<&str>) -> Result<(Installed, Pack), Problem> {
        let mut refused = Refusal::PackNone.into();
        for Installed { id, .. } in self.served.iter().filter(|pack| wanted.is_none_or(|id| id == pack.id)) {
            match (self.read)(id) {
                Ok(found) if !found.1.manifest.internal => {
                    self.taken = Some(id);
                    return Ok(found);
                }
                Ok((installed, pack)) if wanted.is_some() => {
                    self.left.insert(id, Ok(pack.clone()));
                    return Ok((installed, pack));
                }
                Ok((_, pack)) => {
                    self.left.insert(id, Ok(pack));
                    refused = Refusal::PackInternal.into();
                }
                Err(fault) => {
                    self.left.insert(id, Err(fault.clone()));
                    refused = fault;
                }
            }
        }
        Err(refused)
    }

    /// The first pack that is for the staff only.
    ///
    /// # Errors
    /// As [`Self::for_citizens`].
    pub fn for_staff(mut self) -> Result<Pack, Problem> {
        let mut refused = Refusal::PackNone.into();
        for Installed { id, .. } in self.served.iter().filter(|pack| self.taken != Some(&pack.id)) {
            let read = self.left.remove(id.as_str());
            match read.unwrap_or_else(|| (self.read)(id).map(|(_, pack)| pack)) {
                Ok(pack) if pack.manifest.internal => return Ok(pack),
                Ok(_) => {}
                Err(fault) => refused = fault,
            }
        }
        Err(refused)
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, path::PathBuf};

    use kaunter_pack::PackFiles;

    use super::*;

    /// What a release on the shelf is.
    #[derive(Clone, Copy)]
    enum Kind {
        Citizens,
        Staff,
        Spoilt,
    }

    fn pack(id: &str, kind: Kind) -> Result<Pack, Problem> {
        let internal = match kind {
            Kind::Spoilt => return Err(Refusal::PackBroken.into()),
            Kind::Citizens => false,
            Kind::Staff => true,
        };
        let manifest = format!(
            "id = \"{id}\"\nversion = \"1\"\nagency = \"Pier\"\nlanguages = [\"en\"]\noffice_language = \"en\"\n\
             internal = {internal}\n"
        );
        let files = PackFiles::from_bytes([("pack.toml".to_owned(), manifest.into_bytes())]).unwrap();
        Ok(Pack::from_files(&files).unwrap())
    }

    /// Who serves citizens and the staff, and what was read for it.
    #[track_caller]
    fn chosen(shelf: &[(&str, Kind)], wanted: Option<&str>, expected: [Result<&str, Refusal>; 2], reads: &[&str]) {
        let installed = |id: &str| Installed {
            id: id.to_owned(),
            version: "1".parse().unwrap(),
            release: String::new(),
            path: PathBuf::new(),
            current: true,
        };
        let all: Vec<Installed> = shelf.iter().map(|(id, _)| installed(id)).collect();
        let served: Vec<&Installed> = all.iter().collect();
        let read = RefCell::new(Vec::new());
        let mut choosing = Choosing::among(&served, |id| {
            read.borrow_mut().push(id.to_owned());
            let kind = shelf.iter().find(|(known, _)| *known == id).unwrap().1;
            Ok((installed(id), pack(id, kind)?))
        });
        let found = [choosing.for_citizens(wanted).map(|(_, pack)| pack), choosing.for_staff()];
        let found = found.map(|pack| pack.map(|pack| pack.manifest.id));
        assert_eq!(found, expected.map(|id| id.map(str::to_owned).map_err(Problem::from)));
        assert_eq!(*read.borrow(), reads);
    }

    #[test]
    fn each_pack_is_read_once_whoever_it_is_for() {
        use Kind::{Citizens, Spoilt, Staff};
        let none = || Err(Refusal::PackNone);
        chosen(&[], None, [none(), none()], &[]);
        chosen(&[("a", Citizens)], None, [Ok("a"), none()], &["a"]);
        chosen(&[("a", Staff)], None, [Err(Refusal::PackInternal), Ok("a")], &["a"]);
        chosen(&[("a", Spoilt)], None, [Err(Refusal::PackBroken), Err(Refusal::PackBroken)], &["a"]);
        chosen(&[("a", Staff), ("b", Citizens)], None, [Ok("b"), Ok("a")], &["a", "b"]);
        chosen(&[("a", Citizens), ("b", Staff)], None, [Ok("a"), Ok("b")], &["a", "b"]);
        chosen(&[("a", Spoilt), ("b", Staff), ("c", Citizens)], None, [Ok("c"), Ok("b")], &["a", "b", "c"]);
        chosen(&[("a", Spoilt), ("b", Citizens)], None, [Ok("b"), Err(Refusal::PackBroken)], &["a", "b"]);
        // Of two that are for citizens the second is not served, and read only to see that it is not the staff's.
        chosen(&[("a", Citizens), ("b", Citizens)], None, [Ok("a"), none()], &["a", "b"]);
        chosen(&[("a", Citizens), ("b", Citizens), ("c", Staff)], Some("b"), [Ok("b"), Ok("c")], &["b", "a", "c"]);
        // Whoever wants the staff's pack for citizens has it for both.
        chosen(&[("a", Citizens), ("b", Staff)], Some("b"), [Ok("b"), Ok("b")], &["b", "a"]);
    }
}
