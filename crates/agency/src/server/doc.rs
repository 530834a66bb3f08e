//! The OpenAPI document, made from the routes and the protocol's types.

use kaunter_protocol::{Notice, StatusIncrement, StatusText};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Kaunter, the agency's server",
        description = "What kiosks say to the agency. Forms travel sealed; the server cannot read them.",
    ),
    paths(
        super::health::protocol,
        super::kiosks::enrol,
        super::kiosks::rotate,
        super::kiosks::heartbeat,
        super::forms::receive,
        super::forms::receipt,
        super::downloads::offers,
        super::downloads::pack,
        super::news::notices,
        super::news::statuses,
        super::health::alive,
        super::health::ready,
        super::health::metrics,
    ),
    components(schemas(Notice, StatusIncrement, StatusText)),
    security(("credential" = [])),
    modifiers(&Secured)
)]
struct Described;

struct Secured;

impl Modify for Secured {
    fn modify(&self, document: &mut Document) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("credential", scheme);
    }
}

/// The document as JSON, with a line feed at its end.
///
/// # Errors
/// It cannot be written.
pub fn document() -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(&Described::openapi())?;
    text.push('\n');
    Ok(text)
}
