//! Where the site will be, and what only a site with an address has: a list of
//! its pages for search engines.

use anyhow::{Result, bail};

use super::chapter::Chapter;

/// Where the site will be, as in `https://example.org/book/`.
#[derive(Clone)]
pub struct Address(String);

impl Address {
    pub fn new(address: &str) -> Result<Self> {
        let good = address.starts_with("https://") && address.ends_with('/');
        if !good || address.contains(['"', '<', '&', ' ']) {
            bail!("the address {address:?} is not `https://…/`");
        }
        Ok(Address(address.to_owned()))
    }

    /// The part after the host: `/book/`.
    pub fn path(&self) -> &str {
        let host = &self.0["https://".len()..];
        host.find('/').map_or("/", |at| &host[at..])
    }

    /// The one address of a page, which search engines know it by.
    pub fn of(&self, file: &str) -> String {
        match file {
            "index.html" => self.0.clone(),
            file => format!("{}{file}", self.0),
        }
    }
}

/// The list of pages for search engines: <https://www.sitemaps.org/protocol.html>.
pub fn sitemap(address: &Address, chapters: &[Chapter]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for chapter in chapters {
        let url = address.of(&chapter.file);
        xml.push_str(&format!("<url><loc>{url}</loc></url>\n"));
    }
    xml + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_has_a_host_and_a_folder() {
        let address = Address::new("https://example.org/book/").expect("good");
        assert_eq!(address.path(), "/book/");
        assert_eq!(address.of("index.html"), "https://example.org/book/");
        assert!(Address::new("example.org").is_err());
    }
}
