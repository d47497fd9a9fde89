//! What the client tests need on the machine: the programs that other people run
//! on what the explorer publishes. All of them are in Debian, on npm or on PyPI.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::{
    apt, browsers::CHROMIUM, build, cache, needs::Need, npm, root::root, shell::shell, validity,
};

/// The package of PyPI with the pandoc that reads RIS: Debian's does not.
const PANDOC: &str = "pypandoc_binary";
const PANDOC_VERSION: &str = "1.15";

const PIP: Need = Need {
    title: "Python with pip, for a pandoc that reads RIS",
    programs: &[&["python3"], &["pip3", "pip"]],
    packages: &["python3", "python3-pip"],
};

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
    fetch_pandoc()?;
    validity::public_pages(&build::dist())?;
    Ok(())
}

/// Where the pandoc of PyPI is, once it was fetched.
///
/// # Errors
/// Where there is no place for a cache.
pub fn newer_pandoc() -> Result<PathBuf> {
    let home = cache::folder(&format!("{PANDOC}-{PANDOC_VERSION}"))?;
    Ok(home.join("pypandoc/files/pandoc"))
}

fn fetch_pandoc() -> Result<()> {
    if newer_pandoc()?.is_file() {
        return Ok(());
    }
    if !PIP.is_there() && !apt::is_allowed() {
        return PIP.install_if_allowed();
    }
    PIP.install()?;
    println!("      fetching pandoc with pip once for all clones");
    let home = cache::folder(&format!("{PANDOC}-{PANDOC_VERSION}"))?;
    let shell = shell()?;
    let options = ["--quiet", "--no-deps", "--only-binary", ":all:"];
    let package = format!("{PANDOC}=={PANDOC_VERSION}");
    let install = cmd!(
        shell,
        "python3 -m pip install {options...} --target {home} {package}"
    );
    Ok(install.run()?)
}
