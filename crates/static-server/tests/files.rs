//! Which file is sent, and with which headers.

mod support;

use std::{
    fs::File,
    time::{Duration, UNIX_EPOCH},
};

use support::{Scratch, ask, get, serve};

#[test]
fn each_kind_of_file_has_its_media_type() {
    let scratch = Scratch::new();
    for file in [
        "g.csv", "h.txt", "i.sha256", "j.xml", "k.png", "l.ico", "m.mjs", "n.none",
    ] {
        scratch.write(&format!("site/{file}"), file);
    }
    let server = scratch.serve();
    for (path, media_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/b.js", "text/javascript; charset=utf-8"),
        ("/c.wasm", "application/wasm"),
        ("/d.json", "application/json; charset=utf-8"),
        ("/e.svg", "image/svg+xml; charset=utf-8"),
        ("/f.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/g.csv", "text/csv; charset=utf-8"),
        ("/h.txt", "text/plain; charset=utf-8"),
        ("/i.sha256", "text/plain; charset=utf-8"),
        ("/j.xml", "application/xml; charset=utf-8"),
        ("/k.png", "image/png"),
        ("/l.ico", "image/x-icon"),
        ("/m.mjs", "text/javascript; charset=utf-8"),
        ("/n.none", "application/octet-stream"),
    ] {
        let (head, _) = get(&server, path);
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        let line = format!("\r\ncontent-type: {media_type}\r\n");
        assert_eq!(head.matches(&line).count(), 1, "{path}: {head}");
        assert!(
            head.contains("cache-control: no-cache\r\n"),
            "{path}: {head}"
        );
    }
}

#[test]
fn files_with_their_content_in_their_name_are_cached_forever() {
    let scratch = Scratch::new();
    scratch.write("site/g-0123456789abcdef.js", "1");
    let folder = scratch.site().with_immutable(|name| name.contains("-0123"));
    let server = serve(folder);
    let (head, _) = get(&server, "/g-0123456789abcdef.js?q=1");
    let expected = "cache-control: public, max-age=31536000, immutable\r\n";
    assert!(head.contains(expected), "{head}");
    assert!(!head.contains("no-cache"), "{head}");
    let (head, _) = get(&server, "/no-0123.js");
    assert!(!head.contains("immutable"), "a missing file: {head}");
}

#[test]
fn every_response_is_sent_whole() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    let (head, _) = get(&server, "/a.css");
    assert!(
        !head.contains("etag") && !head.contains("last-modified"),
        "{head}"
    );
}

#[test]
fn a_compressed_copy_is_sent_to_clients_that_accept_it() {
    let scratch = Scratch::new();
    scratch.write("site/a.css.br", "brotli");
    scratch.write("site/a.css.gz", "gzip");
    let server = scratch.serve();
    for (accepted, encoding, sent) in [
        ("gzip, deflate, br", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("br;q=0, gzip;q=0.5", Some("gzip"), "gzip"),
        ("identity", None, "a.css"),
    ] {
        let accepts = format!("Accept-Encoding: {accepted}\r\n");
        let (head, body) = ask(&server, "GET", "/a.css", &accepts);
        assert_eq!(body, sent, "{accepted}");
        assert!(head.contains("vary: accept-encoding\r\n"), "{head}");
        assert!(head.contains("content-type: text/css"), "{head}");
        let named = head
            .lines()
            .find_map(|line| line.strip_prefix("content-encoding: "));
        assert_eq!(named, encoding, "{head}");
    }
}

#[test]
fn a_compressed_copy_that_is_older_than_its_file_is_not_sent() {
    let scratch = Scratch::new();
    scratch.write("site/a.css.br", "of before");
    let copy = File::options()
        .append(true)
        .open(scratch.path().join("site/a.css.br"))
        .expect("it is there");
    copy.set_modified(UNIX_EPOCH + Duration::from_secs(1))
        .expect("times can be set");
    let accepts = "Accept-Encoding: br\r\n";
    let (head, body) = ask(&scratch.serve(), "GET", "/a.css", accepts);
    assert_eq!(body, "a.css");
    assert!(!head.contains("content-encoding"), "{head}");
}

#[test]
fn a_compressed_copy_without_its_file_is_not_sent() {
    let scratch = Scratch::new();
    scratch.write("site/gone.css.br", "of before");
    let accepts = "Accept-Encoding: br\r\n";
    let (head, _) = ask(&scratch.serve(), "GET", "/gone.css", accepts);
    assert!(head.starts_with("http/1.1 404"), "{head}");
}

#[test]
fn a_missing_file_is_404_and_never_the_page() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    for path in [
        "/no", "/no/", "/empty/", "/a.css/", "/a.css/b", "/%", "/%zz", "/%ff", "/%00",
    ] {
        let (head, body) = get(&server, path);
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(
            head.contains("cache-control: no-cache\r\n"),
            "{path}: {head}"
        );
        assert_eq!(body, "Not found", "{path}");
    }
}

#[test]
fn nothing_outside_the_folder_is_sent() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    for path in [
        "/../secret.txt",
        "/deep/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/./../secret.txt",
        "//../secret.txt",
        "/secret.txt",
    ] {
        let (head, body) = get(&server, path);
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(!body.contains("secret"), "{path}");
    }
    let absolute = format!("/{}", scratch.path().join("secret.txt").display());
    assert!(get(&server, &absolute).0.starts_with("http/1.1 404"));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new();
    let site = scratch.path().join("site");
    symlink(scratch.path().join("secret.txt"), site.join("link.txt")).expect("links exist");
    symlink(scratch.path(), site.join("out")).expect("links exist");
    symlink(site.join("a.css"), site.join("within.css")).expect("links exist");
    let server = scratch.serve();
    for path in ["/link.txt", "/out/secret.txt", "/out", "/out/"] {
        assert!(get(&server, path).0.starts_with("http/1.1 404"), "{path}");
    }
    assert_eq!(get(&server, "/within.css").1, "a.css");
}

#[test]
fn a_folder_answers_with_its_page_at_its_own_address() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    assert_eq!(get(&server, "/deep/sub/?q=x").1, "deep");
    let (head, _) = get(&server, "/deep/sub?q=x");
    assert!(head.starts_with("http/1.1 301"), "{head}");
    assert!(head.contains("location: /deep/sub/?q=x\r\n"), "{head}");
    let (head, _) = get(&server, "//deep/sub");
    assert!(head.contains("location: /deep/sub/\r\n"), "{head}");
}

#[test]
fn the_query_is_ignored_and_the_path_is_decoded() {
    let scratch = Scratch::new();
    assert_eq!(get(&scratch.serve(), "/odd%20name.txt?a=/../b").1, "odd");
}
