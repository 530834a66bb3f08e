//! A printer that takes no PDF: pictures of the pages go to it instead.

use kaunter_printer::{Document, DocumentFormat, JobTicket, PageShape, Pages, PixelKind, Printer, SheetBack, Sides};

use crate::machines::{Device, Kiosk, Setup, a_form};

/// Pages with a grey slope, a black bar and a corner that shows which way is up.
struct Drawn {
    count: u32,
    is_short: bool,
    shapes: Vec<PageShape>,
}

impl Drawn {
    fn of(count: u32) -> Self {
        Self { count, is_short: false, shapes: Vec::new() }
    }
}

impl Pages for Drawn {
    fn count(&self) -> u32 {
        self.count
    }

    fn draw(&mut self, page: u32, shape: &PageShape) -> Result<Vec<u8>, String> {
        self.shapes.push(*shape);
        let mut picture = vec![255; shape.bytes()];
        let line = shape.line();
        for (y, row) in picture.chunks_exact_mut(line).enumerate() {
            match y {
                0..40 => row[..60].fill(page as u8),
                100..140 => row.iter_mut().enumerate().for_each(|(x, value)| *value = (x % 251) as u8),
                200..220 => row.fill(0),
                _ => {}
            }
        }
        picture.truncate(picture.len() - usize::from(self.is_short));
        Ok(picture)
    }
}

/// A reader of PWG Raster, written after the standard alone: (width, height, header, picture) of each page.
fn read(mut stream: &[u8]) -> Vec<(u32, u32, Vec<u8>, Vec<u8>)> {
    assert_eq!(&stream[..4], b"RaS2");
    stream = &stream[4..];
    let mut pages = Vec::new();
    while !stream.is_empty() {
        let header = stream[..1796].to_vec();
        stream = &stream[1796..];
        let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
        let (width, height, pixel) = (number(372), number(376), number(388) as usize / 8);
        assert_eq!(number(392) as usize, width as usize * pixel);
        let mut picture = Vec::new();
        while picture.len() < width as usize * height as usize * pixel {
            let repeats = usize::from(stream[0]) + 1;
            stream = &stream[1..];
            let mut line = Vec::new();
            while line.len() < width as usize * pixel {
                let code = usize::from(stream[0]);
                let (pixels, copies) = if code < 128 { (1, code + 1) } else { (257 - code, 1) };
                (0..copies).for_each(|_| line.extend_from_slice(&stream[1..=pixels * pixel]));
                stream = &stream[1 + pixels * pixel..];
            }
            assert_eq!(line.len(), width as usize * pixel, "a run ends with its line");
            (0..repeats).for_each(|_| picture.extend_from_slice(&line));
        }
        pages.push((width, height, header, picture));
    }
    pages
}

#[test]
fn a_printer_without_pdf_gets_pictures_of_the_pages() {
    let printer = Device::start(Setup { formats: "image/pwg-raster", ..Setup::default() });
    let mut kiosk = Kiosk::at(&printer.uri());
    let can = kiosk.printer.capabilities().unwrap();
    assert_eq!(kiosk.print().unwrap_err().code(), "printer-format-unsupported");
    assert_eq!(DocumentFormat::for_printer(&can), Ok(DocumentFormat::PwgRaster));
    let ticket = JobTicket::default();
    let document = Document::raster(&mut Drawn::of(2), &can, &ticket).unwrap();
    kiosk.print_as(&ticket, &document).unwrap();
    assert_eq!(kiosk.follows(), "printed");
    let output = printer.output();
    assert_eq!(output, [document.bytes().to_vec()]);
    let pages = read(&output[0]);
    assert_eq!(pages.len(), 2);
    for (at, (width, height, header, picture)) in pages.iter().enumerate() {
        assert_eq!((*width, *height), (2480, 3508), "A4 at 300 dpi, not at 100");
        assert_eq!(&header[..9], b"PwgRaster");
        assert_eq!(&header[1732..1748], b"iso_a4_210x297mm");
        let mut drawn = Drawn::of(2);
        let shape = PageShape::of_sheet(ticket.size, (300, 300), PixelKind::Grey);
        assert!(*picture == drawn.draw(at as u32, &shape).unwrap(), "page {at} comes out as it was drawn");
    }
    assert!(document.bytes().len() < 200_000, "{} bytes", document.bytes().len());
}

#[test]
fn colour_is_sent_where_it_is_wanted() {
    let printer = Device::start(Setup { formats: "image/pwg-raster", ..Setup::default() });
    let can = Kiosk::at(&printer.uri()).printer.capabilities().unwrap();
    let mut pages = Drawn::of(1);
    let document = Document::raster(&mut pages, &can, &JobTicket { colour: true, ..JobTicket::default() }).unwrap();
    assert_eq!(pages.shapes[0].kind, PixelKind::Rgb);
    let shape = pages.shapes[0];
    assert!(read(document.bytes())[0].3 == Drawn::of(1).draw(0, &shape).unwrap());
}

#[test]
fn backs_are_turned_as_the_printer_wants_them() {
    let printer = Device::start(Setup { formats: "image/pwg-raster", ..Setup::default() });
    let mut can = Kiosk::at(&printer.uri()).printer.capabilities().unwrap();
    can.sides = vec![Sides::OneSided, Sides::TwoSidedLongEdge, Sides::TwoSidedShortEdge];
    can.resolutions = vec![(100, 100)];
    for (back, sides, mirrored, upside_down) in [
        (SheetBack::Normal, Sides::TwoSidedLongEdge, false, false),
        (SheetBack::Rotated, Sides::TwoSidedLongEdge, true, true),
        (SheetBack::Rotated, Sides::TwoSidedShortEdge, false, false),
        (SheetBack::Flipped, Sides::TwoSidedLongEdge, false, true),
        (SheetBack::Flipped, Sides::TwoSidedShortEdge, true, false),
        (SheetBack::ManualTumble, Sides::TwoSidedShortEdge, true, true),
        (SheetBack::Rotated, Sides::OneSided, false, false),
    ] {
        can.sheet_back = back;
        let document = Document::raster(&mut Drawn::of(2), &can, &JobTicket { sides, ..JobTicket::default() }).unwrap();
        let pages = read(document.bytes());
        let (width, _, _, picture) = &pages[1];
        let mut lines: Vec<Vec<u8>> = picture.chunks(*width as usize).map(<[u8]>::to_vec).collect();
        if upside_down {
            lines.reverse();
        }
        if mirrored {
            lines.iter_mut().for_each(|line| line.reverse());
        }
        let shape = PageShape::of_sheet(JobTicket::default().size, (100, 100), PixelKind::Grey);
        assert!(lines.concat() == Drawn::of(2).draw(1, &shape).unwrap(), "{back:?} {sides:?}");
    }
}

#[test]
fn pages_that_do_not_fit_are_refused_before_anything_is_sent() {
    let printer = Device::start(Setup { formats: "image/pwg-raster", ..Setup::default() });
    let mut can = Kiosk::at(&printer.uri()).printer.capabilities().unwrap();
    let refused = |pages: &mut Drawn| Document::raster(pages, &can, &JobTicket::default()).unwrap_err().code();
    assert_eq!(refused(&mut Drawn::of(0)), "printer-pages-unusable");
    assert_eq!(refused(&mut Drawn::of(501)), "printer-pages-unusable");
    assert_eq!(refused(&mut Drawn { is_short: true, ..Drawn::of(1) }), "printer-pages-unusable");
    can.raster_types = vec!["black_1".to_owned()];
    let none = Document::raster(&mut Drawn::of(1), &can, &JobTicket::default()).unwrap_err();
    assert_eq!(none.code(), "printer-format-unsupported");
    assert_eq!(Document::pdf(b"PK\x03\x04".to_vec()).unwrap_err().code(), "printer-pages-unusable");
    assert_eq!(a_form().format().mime(), "application/pdf");
}
