//! A request to a printer, put together in the order that RFC 8011 section 4.1 wants.
//!
//! It must never know how requests travel.

use ipp::{
    attribute::IppAttribute,
    model::{DelimiterTag, IppVersion, Operation},
    parser::IppParseError,
    request::IppRequestResponse,
    value::{IppName, IppValue},
};

use crate::{PrinterError, PrinterUri};

/// Who the kiosk is to printers. CUPS shows the name of a job only to whom it belongs, so it stays the same.
const USER: &str = "kaunter";

/// One operation with what it needs.
pub struct Request {
    /// The operation's name, for the log.
    pub operation: &'static str,
    message: IppRequestResponse,
}

impl Request {
    /// An operation on a printer.
    pub fn new(operation: Operation, uri: &PrinterUri) -> Result<Self, PrinterError> {
        let name = operation_name(operation);
        let message =
            IppRequestResponse::new(IppVersion::v2_0(), operation, None).map_err(|error| unusable(name, &error))?;
        let mut request = Self { operation: name, message };
        request.about("printer-uri", IppValue::new_uri(uri.to_string()))?;
        Ok(request)
    }

    /// An operation on one job of a printer.
    pub fn of_job(operation: Operation, uri: &PrinterUri, number: i32) -> Result<Self, PrinterError> {
        let mut request = Self::new(operation, uri)?;
        request.about("job-id", Ok(IppValue::Integer(number)))?;
        request.signed()
    }

    /// Says who asks.
    pub fn signed(mut self) -> Result<Self, PrinterError> {
        self.about("requesting-user-name", IppValue::new_name_without_language(USER))?;
        Ok(self)
    }

    /// Asks for these attributes only.
    pub fn wanting(mut self, names: &[&str]) -> Result<Self, PrinterError> {
        let names: Result<Vec<IppValue>, _> = names.iter().map(|name| IppValue::new_keyword(*name)).collect();
        self.about("requested-attributes", names.map(IppValue::Array))?;
        Ok(self)
    }

    /// An operation attribute.
    pub fn about(&mut self, name: &str, value: Result<IppValue, IppParseError>) -> Result<(), PrinterError> {
        self.add(DelimiterTag::OperationAttributes, name, value)
    }

    /// A job template attribute.
    pub fn with(&mut self, name: &str, value: Result<IppValue, IppParseError>) -> Result<(), PrinterError> {
        self.add(DelimiterTag::JobAttributes, name, value)
    }

    /// The bytes that go before a document, if there is one.
    pub fn bytes(&mut self, version: IppVersion, id: i32) -> Vec<u8> {
        let header = self.message.header_mut();
        header.version = version;
        header.request_id = id;
        self.message.to_bytes().to_vec()
    }

    fn add(
        &mut self,
        group: DelimiterTag,
        name: &str,
        value: Result<IppValue, IppParseError>,
    ) -> Result<(), PrinterError> {
        let attribute = value.and_then(|value| IppAttribute::with_name(name, value));
        self.message.attributes_mut().add(group, attribute.map_err(|error| unusable(name, &error))?);
        Ok(())
    }
}

/// A collection of integers, keywords and further collections.
pub fn collection<const N: usize>(members: [(&str, IppValue); N]) -> Result<IppValue, IppParseError> {
    let members: Result<_, IppParseError> =
        members.into_iter().map(|(name, value)| Ok((IppName::new(name)?, value))).collect();
    members.map(IppValue::Collection)
}

/// Only what is longer than IPP allows cannot be put into a request.
fn unusable(name: &str, error: &IppParseError) -> PrinterError {
    tracing::warn!(name, %error, "cannot be put into a request");
    PrinterError::Unsupported { attribute: name.to_owned() }
}

fn operation_name(operation: Operation) -> &'static str {
    match operation {
        Operation::PrintJob => "Print-Job",
        Operation::ValidateJob => "Validate-Job",
        Operation::CreateJob => "Create-Job",
        Operation::SendDocument => "Send-Document",
        Operation::CancelJob => "Cancel-Job",
        Operation::GetJobAttributes => "Get-Job-Attributes",
        Operation::GetJobs => "Get-Jobs",
        Operation::GetPrinterAttributes => "Get-Printer-Attributes",
        Operation::CupsGetPrinters => "CUPS-Get-Printers",
        _ => "another operation",
    }
}
