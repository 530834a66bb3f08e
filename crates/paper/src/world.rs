//! What the typesetter may see: our library, one layout, the data of one sheet, the fonts. Nothing else
//! exists for it: no disk, no network, no packages, no clock.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration as StdDuration, Instant},
};

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{Typecase, bounds};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Header cells of rows: without them a table of label and answer cannot be read out.
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// The world of one sheet.
pub struct SheetWorld {
    typecase: Arc<Typecase>,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
    steps: AtomicU32,
    until: Instant,
}

/// The sheet took more steps or time than it may.
pub struct TooLong;

impl SheetWorld {
    /// `sources` are our own, parsed once; of the `layout`, files by their whole path, those that end in
    /// `.typ` are counted.
    pub fn new(
        typecase: Arc<Typecase>,
        main: &str,
        mut sources: BTreeMap<String, Source>,
        layout: &BTreeMap<String, Arc<[u8]>>,
        data: BTreeMap<String, Vec<u8>>,
    ) -> Option<Self> {
        let mut files = BTreeMap::new();
        for (path, bytes) in layout {
            if let (true, Ok(text)) = (path.ends_with(".typ"), std::str::from_utf8(bytes)) {
                sources.insert(path.clone(), source(path, bounds::counted(text))?);
            } else {
                files.insert(path.clone(), Bytes::new(bytes.to_vec()));
            }
        }
        files.extend(data.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))));
        let until = Instant::now() + StdDuration::from_secs(bounds::MOST_SECONDS);
        Some(Self { typecase, main: file_id(main)?, sources, files, steps: AtomicU32::new(0), until })
    }

    /// Unwinds out of the typesetter: it has no other way to be stopped.
    fn go_on(&self, step: bool) {
        let steps = self.steps.fetch_add(u32::from(step), Ordering::Relaxed);
        if steps > bounds::MOST_STEPS || Instant::now() > self.until {
            std::panic::resume_unwind(Box::new(TooLong));
        }
    }

    fn path(id: FileId) -> FileResult<&'static str> {
        match id.get().root() {
            VirtualRoot::Project => Ok(id.get().vpath().get_with_slash()),
            VirtualRoot::Package(_) => Err(FileError::AccessDenied),
        }
    }
}

/// A source under its path.
pub fn source(path: &str, text: String) -> Option<Source> {
    Some(Source::new(file_id(path)?, text))
}

fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl World for SheetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.typecase.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = Self::path(id)?;
        self.go_on(path == bounds::STEP);
        self.sources.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.go_on(false);
        let path = Self::path(id)?;
        let own = self.sources.get(path).map(|source| Bytes::from_string(source.clone()));
        self.files.get(path).cloned().or(own).ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.go_on(false);
        self.typecase.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
