//! Names of agencies, sites and kiosks, each of its own type: one can never be taken for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// This cannot be such a name: 1 to 64 of `a-z`, `0-9` and `-`, a letter or digit first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name has 1 to 64 of a-z, 0-9 and hyphens, and begins with a letter or digit")]
pub struct NameMalformed;

fn is_name(text: &str) -> bool {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= 64 && text.bytes().next().is_some_and(small) && text.bytes().all(|byte| small(byte) || byte == b'-')
}

macro_rules! name {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// As it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NameMalformed;

            fn from_str(text: &str) -> Result<Self, NameMalformed> {
                if is_name(text) { Ok(Self(text.to_owned())) } else { Err(NameMalformed) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameMalformed;

            fn try_from(text: String) -> Result<Self, NameMalformed> {
                if is_name(&text) { Ok(Self(text)) } else { Err(NameMalformed) }
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

name!(
    /// An agency. Several can share a server and see nothing of each other.
    TenantId
);
name!(
    /// A place where an agency has kiosks.
    SiteId
);
name!(
    /// A kiosk, as the server named it when its code was made.
    KioskId
);
