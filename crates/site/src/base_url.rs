//! The public address of the site.

use anyhow::{Result, bail};

/// An absolute http or https address of a folder, ending in a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address, with the slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an address and adds the slash where it is missing.
    ///
    /// # Errors
    /// Where it is not the address of a folder on the web.
    pub fn parse(given: &str) -> Result<Self> {
        if let Some(why) = fault(given) {
            bail!(
                "`{given}` is not a public address: {why}. \
                 It looks like https://example.org/agenda/."
            );
        }
        let slash = if given.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{given}{slash}")))
    }
}

/// Why a text is not such an address.
fn fault(given: &str) -> Option<&'static str> {
    let Some(rest) = given
        .strip_prefix("https://")
        .or_else(|| given.strip_prefix("http://"))
    else {
        return Some("it begins with neither https:// nor http://");
    };
    if given.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\') {
        return Some("it contains a space or a character that no address has");
    }
    if given.contains(['?', '#']) {
        return Some("it has a query or a fragment");
    }
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Some("it names a user");
    }
    // A port follows the last colon, unless that stands in an IPv6 address.
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    if host.is_empty() {
        return Some("it names no host");
    }
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Some("its port is not a number up to 65535");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_ends_in_a_slash() {
        for (given, kept) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a/", "https://example.org/a/"),
            ("http://localhost:8080/a", "http://localhost:8080/a/"),
            ("http://[::1]/", "http://[::1]/"),
            ("http://[::1]:80/", "http://[::1]:80/"),
        ] {
            assert_eq!(BaseUrl::parse(given).unwrap(), BaseUrl(kept.into()));
        }
    }

    #[test]
    fn what_is_not_a_folder_on_the_web_is_no_base_url() {
        for given in [
            "",
            "example.org",
            "//example.org/",
            "ftp://example.org/",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://:80/",
            "https://example.org:port/",
            "https://example.org:65536/",
            "https://user@example.org/",
            "https://example.org/a b",
            "https://example.org/\n",
            "https://example.org\\a",
            "https://example.org/?a",
            "https://example.org/#a",
        ] {
            assert!(BaseUrl::parse(given).is_err(), "{given:?}");
        }
    }
}
