//! What the client tests need on the machine: the programs that other people run
//! on what the explorer publishes. All of them are in Debian or on npm.

use anyhow::Result;

use crate::{browsers::CHROMIUM, build, needs::Need, npm, root::root, validity};

const CLIENTS: [Need; 9] = [
    Need {
        title: "nginx",
        programs: &[
            &["nginx"],
            &["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
        ],
        packages: &["nginx", "libnginx-mod-http-brotli-static"],
    },
    Need {
        title: "Apache",
        programs: &[&["apache2"], &["/etc/mime.types"]],
        packages: &["apache2-bin", "media-types"],
    },
    Need {
        title: "Java, for the Nu validator",
        programs: &[&["java"]],
        packages: &["default-jre-headless"],
    },
    // After nginx: WordPress wants a web server and is content with that one.
    Need {
        title: "WordPress with PHP and MariaDB",
        programs: &[
            &["php"],
            &["mariadbd"],
            &["/usr/share/wordpress/wp-load.php"],
            &["/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json"],
        ],
        packages: &[
            "wordpress",
            "wordpress-theme-twentytwentythree",
            "php",
            "php-cgi",
            "php-cli",
            "php-mysql",
            "mariadb-server",
        ],
    },
    Need {
        title: "pandoc",
        programs: &[&["pandoc"]],
        packages: &["pandoc"],
    },
    Need {
        title: "bibutils",
        programs: &[&["bib2xml"], &["ris2xml"], &["xml2bib"]],
        packages: &["bibutils"],
    },
    Need {
        title: "the styles of citation of CSL",
        programs: &[
            &["/usr/share/citation-style-language/styles/apa.csl"],
            &["/usr/share/citation-style-language/locales/locales-en-GB.xml"],
        ],
        packages: &[
            "citation-style-language-styles",
            "citation-style-language-locales",
        ],
    },
    Need {
        title: "LibreOffice Calc and Writer",
        programs: &[
            &["soffice"],
            &["/usr/lib/libreoffice/program/libsclo.so"],
            &["/usr/lib/libreoffice/program/libswlo.so"],
        ],
        packages: &["libreoffice-calc-nogui", "libreoffice-writer-nogui"],
    },
    Need {
        title: "the programs of Poppler that read PDF",
        programs: &[&["pdftotext"]],
        packages: &["poppler-utils"],
    },
];

/// Installs what is missing where we may, and writes the pages with a public
/// address, which the built site need not have. The tests of a client that is
/// missing say so and pass.
///
/// # Errors
/// Where Chromium is missing, npm fails, a page cannot be written, or something
/// that we may install cannot be.
pub fn prepare() -> Result<()> {
    CHROMIUM.install()?;
    npm::install(&root().join("tests/clients"))?;
    npm::install(&root().join("tests/clients/exports"))?;
    CLIENTS.iter().try_for_each(Need::install_if_allowed)?;
    validity::public_pages(&build::dist())?;
    Ok(())
}
