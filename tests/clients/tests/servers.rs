//! The web servers that the site is made for send it as it should be sent: our own
//! small server, and real ones with the configurations of `docs/hosting/` as they
//! stand, run without rights on a free port.

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    process::Command,
};

use browser_tests::site::{STRICT, Site, dist};
use client_tests::{Running, Scratch, are_there, files, free_address};
use site::fingerprint;

const NGINX: &str = "/usr/sbin/nginx";
const NGINX_BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE: &str = "/usr/sbin/apache2";
const APACHE_MODULES: &str = "/usr/lib/apache2/modules";

/// Which headers a host of the samples sends with everything.
const SAFE: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
];

#[test]
fn our_own_server_sends_each_file_as_it_should_be() {
    let site = Site::built().unwrap_or_else(|sentence| panic!("{sentence}"));
    sends_each_file_well(site.socket());
}

#[test]
fn nginx_sends_each_file_as_it_should_be_with_the_sample_configuration() {
    if !are_there(&[NGINX, NGINX_BROTLI]) {
        return;
    }
    let (folder, address) = (Scratch::new("nginx"), free_address());
    let folder = folder.path();
    let root = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
    let root = root.canonicalize().expect("it is there");
    let sample = fs::read_to_string(samples().join("nginx.conf")).expect("it is there");
    let sample = sample.replace("/var/www/agenda", &root.to_string_lossy());
    let sample = sample.replace("listen 80", &format!("listen {address}"));
    let scratch = |name: &str| format!("{name}_temp_path {}/{name};", folder.display());
    let whole = format!(
        "load_module {NGINX_BROTLI};\ndaemon off;\nmaster_process off;\npid {0}/pid;\n\
         error_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{1}\n{sample}}}\n",
        folder.display(),
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(scratch)
            .join("\n"),
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, whole).expect("it can be written");
    let mut nginx = Command::new(NGINX);
    nginx
        .arg("-e")
        .arg("stderr")
        .arg("-p")
        .arg(folder)
        .arg("-c")
        .arg(&file);
    let _host = Running::listening(&mut nginx, address);
    sends_each_file_well(address);
    sends_what_keeps_readers_safe(address);
    heeds_what_a_client_asks(address);
}

#[test]
fn apache_sends_each_file_as_it_should_be_with_the_sample_configuration() {
    if !are_there(&[APACHE, "/etc/mime.types"]) {
        return;
    }
    let (folder, address) = (Scratch::new("apache"), free_address());
    // Its children have fewer rights than a test may have that runs as root.
    let root = Scratch::new("apache-site");
    let copied = Site::without(|_| false, root.path());
    copied.unwrap_or_else(|sentence| panic!("{sentence}"));
    let sample = fs::read_to_string(samples().join("apache.conf")).expect("it is there");
    let sample = sample.replace("/var/www/agenda", &root.path().to_string_lossy());
    let modules = [
        "mpm_event",
        "authz_core",
        "alias",
        "dir",
        "mime",
        "headers",
        "rewrite",
    ];
    let modules =
        modules.map(|name| format!("LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n"));
    let whole = format!(
        "ServerName localhost\nServerRoot {0}\nDefaultRuntimeDir {0}\nPidFile {0}/pid\n\
         Listen {address}\n{1}TypesConfig /etc/mime.types\nErrorLog {0}/errors\n\
         User #65534\nGroup #65534\nDocumentRoot {2}\n{sample}",
        folder.path().display(),
        modules.concat(),
        root.path().display(),
    );
    let file = folder.path().join("apache.conf");
    fs::write(&file, whole).expect("it can be written");
    let mut apache = Command::new(APACHE);
    // One process, which ends with the test.
    apache
        .arg("-X")
        .arg("-d")
        .arg(folder.path())
        .arg("-f")
        .arg(&file);
    let _host = Running::listening(&mut apache, address);
    sends_each_file_well(address);
    sends_what_keeps_readers_safe(address);
    heeds_what_a_client_asks(address);
}

#[test]
fn the_samples_say_what_the_site_keeps_to() {
    // The one word that differs is what lets browsers keep the site.
    let expected = STRICT.replace("trusted-types 'none'", "trusted-types agenda-explorer");
    for name in ["nginx.conf", "apache.conf", "web.config"] {
        let text = fs::read_to_string(samples().join(name)).expect("it is there");
        assert!(text.contains(&expected), "{name}");
    }
}

/// Each file as it is and packed, its type, how long it may be kept; and what is
/// missing is missing.
fn sends_each_file_well(host: SocketAddr) {
    let dist = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
    let mut count = 0;
    for file in files(&dist) {
        let name = file
            .strip_prefix(&dist)
            .expect("it is in it")
            .to_string_lossy()
            .into_owned();
        let ending = name.rsplit('.').next().unwrap_or_default();
        let Some(kind) = media_type(ending) else {
            continue;
        };
        let whole = fs::read(&file).expect("it is there");
        let plain = ask(host, &name, "identity");
        assert!(plain.status.starts_with("200"), "{name}: {}", plain.status);
        assert_eq!(plain.body, whole, "{name}");
        let sent = plain
            .header("content-type")
            .to_ascii_lowercase()
            .replace("; ", ";");
        let sent = sent.split(';').next().unwrap_or_default();
        assert_eq!(sent, kind, "{name}");
        assert_eq!(plain.header("content-encoding"), "", "{name}");
        let base = name.rsplit('/').next().unwrap_or_default();
        let expected = if fingerprint::is_lasting(base) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        assert_eq!(plain.header("cache-control"), expected, "{name}");
        for (accepted, encoding, packed) in [("gzip, br", "br", "br"), ("gzip", "gzip", "gz")] {
            let Ok(packed) = fs::read(format!("{}.{packed}", file.display())) else {
                assert_eq!(ending, "png", "{name} has no packed form");
                continue;
            };
            let answer = ask(host, &name, accepted);
            assert_eq!(answer.header("content-encoding"), encoding, "{name}");
            assert!(answer.body == packed, "{name}");
            assert!(answer.header("content-type").starts_with(kind), "{name}");
            assert!(
                answer
                    .header("vary")
                    .to_ascii_lowercase()
                    .contains("accept-encoding"),
                "{name}"
            );
            assert_eq!(answer.header("cache-control"), expected, "{name}");
        }
        count += 1;
    }
    assert!(count > 90, "{count}");
    for folder in ["", "rec/12/"] {
        let page = fs::read(dist.join(folder).join("index.html")).expect("it is there");
        assert!(ask(host, folder, "identity").body == page, "{folder}");
        let answer = ask(host, &format!("{folder}?cluster=a"), "br");
        assert_eq!(answer.header("content-encoding"), "br", "/{folder}");
        assert!(
            answer.header("content-type").starts_with("text/html"),
            "/{folder}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache", "/{folder}");
    }
    let moved = ask(host, "rec/12?a=b", "br");
    assert!(moved.status.starts_with("301"), "{}", moved.status);
    assert!(
        moved.header("location").ends_with("/rec/12/?a=b"),
        "{}",
        moved.header("location")
    );
    for missing in [
        "no",
        "no/",
        "rec/99/",
        "a-0123456789abcdef.js",
        "index.html/",
    ] {
        let answer = ask(host, missing, "br");
        assert!(
            answer.status.starts_with("404"),
            "{missing}: {}",
            answer.status
        );
        assert!(
            !answer.header("cache-control").contains("immutable"),
            "{missing}"
        );
    }
}

/// What scanners, old proxies and hosts behind a proxy ask, and readers hardly do.
fn heeds_what_a_client_asks(host: SocketAddr) {
    for behind in [
        "index.html/foo",
        "embed.js/x",
        "rec/12/index.html/x/",
        "data/agenda.json/a/b",
    ] {
        for accepted in ["identity", "gzip", "gzip, br"] {
            let answer = ask(host, behind, accepted);
            assert!(
                answer.status.starts_with("404"),
                "{behind} with {accepted}: {}",
                answer.status
            );
        }
    }
    for (accepted, encoding) in [
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=1.0, br; q=0.0", "gzip"),
        ("br;q=0,gzip;q=0", ""),
        ("br;q=0.1", "br"),
        ("brr, xgzip", ""),
    ] {
        for name in ["", "embed.js"] {
            let answer = ask(host, name, accepted);
            let sent = answer.header("content-encoding");
            assert_eq!(sent, encoding, "/{name} with {accepted}");
        }
    }
    for (folder, place) in [("rec/12?a=b", "/rec/12/?a=b"), ("cluster/a", "/cluster/a/")] {
        let moved = ask(host, folder, "br");
        assert!(
            moved.status.starts_with("301"),
            "{folder}: {}",
            moved.status
        );
        assert_eq!(moved.header("location"), place, "{folder}");
    }
}

fn sends_what_keeps_readers_safe(host: SocketAddr) {
    for name in ["", "rec/12/", "sw.js", "icon.svg", "no"] {
        let answer = ask(host, name, "br");
        for (header, value) in SAFE {
            assert_eq!(answer.header(header), value, "{name}");
        }
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("require-trusted-types-for 'script'"),
            "{name}: {policy}"
        );
    }
    // The pages that need more, whether they are there or not.
    for (page, leave) in [
        ("explorer.html", "script-src 'unsafe-inline'"),
        ("compatible.html", "script-src 'self' 'unsafe-eval'"),
    ] {
        let answer = ask(host, page, "identity");
        let policy = answer.header("content-security-policy");
        let is_there = answer.status.starts_with("200");
        assert!(!is_there || policy.contains(leave), "{page}: {policy}");
    }
}

fn media_type(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "xml" => "application/xml",
        "png" => "image/png",
        _ => return None,
    })
}

/// An answer of a host.
struct Answer {
    status: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty where there is none.
    fn header(&self, name: &str) -> &str {
        let mut named = self.headers.iter().filter(|(own, _)| own == name);
        named.next().map_or("", |(_, value)| value)
    }
}

fn ask(host: SocketAddr, name: &str, accepted: &str) -> Answer {
    let mut stream = TcpStream::connect(host).expect("the host listens");
    let request = format!(
        "GET /{name} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {accepted}\r\nConnection: close\r\n\r\n"
    );
    stream
        .write_all(request.as_bytes())
        .expect("the host listens");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the host answers");
    let end = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .expect("it has a head");
    let body = answer.split_off(end + 4);
    let head = String::from_utf8_lossy(&answer).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split_once(' '));
    let headers = lines.filter_map(|line| line.split_once(": "));
    Answer {
        status: status.map_or_else(String::new, |(_, status)| status.to_owned()),
        headers: headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect(),
        body,
    }
}

fn samples() -> PathBuf {
    xtask::root().join("docs/hosting")
}
