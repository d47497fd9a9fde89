//! The explorer in WordPress, as Debian has it: posts of an administrator and of
//! an author, published through WordPress's own rights and filters, and looked at
//! as a visitor in Chromium.
//!
//! `EXPLORER_SHOTS` names a folder for pictures of the published pages.

use std::{
    env, fs,
    io::Write,
    net::SocketAddr,
    ops::RangeInclusive,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use browser_tests::{browser::Browser, site::Site};
use client_tests::{Running, Scratch, are_there, files, free_address, public_pages};
use explorer::{
    data::Agenda,
    embedded,
    share::{Choices, Shared},
    state::ViewState,
};
use serde_json::{Value, json};

/// Where Debian's package is.
const WORDPRESS: &str = "/usr/share/wordpress";

/// The address that the pages of [`public_pages`] have.
const PUBLIC: &str = "https://example.org/agenda/";

/// How long a page may take until it is as expected.
const PATIENCE: Duration = Duration::from_secs(20);

/// The heights that WordPress gives a frame, in CSS pixels.
const IN_WORDPRESS: RangeInclusive<f64> = 200.0..=1000.0;

/// Those that `embed.js` gives.
const WITH_SCRIPT: RangeInclusive<f64> = 150.0..=20_000.0;

#[test]
fn each_way_of_embedding_works_on_a_published_page() {
    let programs = ["php", "mariadbd", "mariadb-install-db", "mariadb"];
    let theme = format!("{WORDPRESS}/wp-content/themes/twentytwentythree/theme.json");
    if !are_there(&programs) || !are_there(&[&format!("{WORDPRESS}/wp-load.php"), &theme]) {
        return;
    }
    let Some(pages) = public_pages() else { return };
    let (_folder, site) = explorer_with_answers(&pages);
    let wordpress = WordPress::start(site.socket());
    let agenda = embedded::agenda().expect("the embedded data can be read");
    let snippets = Snippets::of(&agenda, "public-domain", &site.address());

    let address = |place: &str| format!("{}{place}", site.address());
    let block = |place: &str| embed_block(&address(place));
    let posts = wordpress.publish(&[
        ("author", "Address of a recommendation", &block("rec/13/")),
        (
            "author",
            "Address on a plain line",
            &address("theme/public-domain/"),
        ),
        ("author", "Address of a wording", &block("duty/may/")),
        ("administrator", "Frame", &html(&snippets.frame)),
        ("administrator", "Element", &html(&snippets.element)),
        ("author", "Frame of an author", &html(&snippets.frame)),
        ("author", "Text", &html(&snippets.text)),
    ]);
    let [rec, theme, wording, frame, element, bare, text] = &posts[..] else {
        panic!("not all were published: {posts:?}");
    };
    let visitor = Visitor(Browser::start(1280, 900).unwrap_or_else(|told| panic!("{told}")));

    // What each role may write stays as it was pasted.
    assert!(frame.stored.contains(&snippets.frame), "{}", frame.stored);
    assert!(
        element.stored.contains(&snippets.element),
        "{}",
        element.stored
    );
    assert!(text.stored.contains(&snippets.text), "{}", text.stored);
    assert!(!bare.stored.contains("<iframe"), "{}", bare.stored);
    assert!(
        bare.stored.contains("?theme=public-domain"),
        "{}",
        bare.stored
    );

    for (post, numbers) in [(rec, 1), (theme, 2), (wording, 1)] {
        visitor.opens(post);
        visitor.sees_results("iframe.wp-embedded-content", numbers);
        visitor.sees_it_fit("iframe.wp-embedded-content", IN_WORDPRESS);
    }
    // A line that is no block has no place in a theme of blocks.
    visitor.opens(wording);
    visitor.sees_it_in_the_column("iframe.wp-embedded-content");
    visitor.opens(rec);
    visitor.sees_results("iframe.wp-embedded-content", 1);
    visitor.sees_it_in_the_column("iframe.wp-embedded-content");
    visitor.sees_the_text_first("iframe.wp-embedded-content");
    visitor.follows_the_link_out("iframe.wp-embedded-content", &address("rec/13/"));

    visitor.opens(frame);
    visitor.sees_results("iframe", 2);
    visitor.sees_it_in_the_column("iframe");
    visitor.opens(element);
    visitor.sees_results("agenda-explorer > iframe", 2);
    visitor.sees_it_fit("agenda-explorer > iframe", WITH_SCRIPT);
    visitor.sees_it_in_the_column("agenda-explorer");
    visitor.opens(bare);
    visitor.sees_a_link_to(&address("?theme=public-domain"));
    visitor.opens(text);
    visitor.sees_a_link_to(&address("?theme=public-domain"));

    if let Some(folder) = env::var_os("EXPLORER_SHOTS").map(PathBuf::from) {
        let ways = [
            (rec, "address"),
            (frame, "frame"),
            (element, "element"),
            (text, "text"),
        ];
        for (post, name) in ways {
            visitor.takes_pictures(post, &folder, name);
        }
    }
}

/// A copy of the built site in which each page names its oEmbed answer, as a site
/// that was built with its public address does.
fn explorer_with_answers(pages: &Path) -> (Scratch, Site) {
    let folder = Scratch::new("wordpress-explorer");
    let site = Site::without(is_packed, folder.path());
    // In a sandbox the frame has an origin of its own.
    let site = site.and_then(Site::open_to_all);
    let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
    let address = site.address();
    for page in files(pages) {
        let place = page.strip_prefix(pages).expect("it is in it");
        let text = || fs::read_to_string(&page).expect("it is text");
        let copy = folder.path().join(place);
        if place.starts_with("oembed") {
            fs::create_dir_all(copy.parent().expect("it is in a folder")).expect("it can be made");
            fs::write(&copy, text().replace(PUBLIC, &address)).expect("it can be written");
        } else if place.ends_with("index.html") {
            let head = text();
            let link = head
                .split("<link ")
                .find(|link| link.contains("json+oembed"));
            let link = link.and_then(|link| link.split('>').next());
            let link = link
                .expect("each page names its answer")
                .replace(PUBLIC, &address);
            let page = fs::read_to_string(&copy).expect("the site has the same pages");
            let named = page.replacen("</head>", &format!("<link {link}></head>"), 1);
            assert_ne!(named, page);
            fs::write(&copy, named).expect("it can be written");
        }
    }
    (folder, site)
}

/// Whether a file is the packed form of another, which is changed here.
fn is_packed(path: &Path) -> bool {
    path.extension()
        .is_some_and(|own| own == "br" || own == "gz")
}

/// What is pasted for the view of a theme.
struct Snippets {
    frame: String,
    element: String,
    text: String,
}

impl Snippets {
    fn of(agenda: &Agenda, theme: &str, root: &str) -> Self {
        let facet = agenda.topic().expect("there are themes");
        let value = agenda.facets[facet].value(theme).expect("it is one");
        let mut view_state = ViewState::new(agenda);
        view_state.toggle(facet, value);
        let tags = agenda.facets[facet].values[value].tags.iter();
        let numbers: Vec<u16> = tags.map(|tag| tag.number).collect();
        let shared = Shared {
            agenda,
            view_state: &view_state,
            numbers: &numbers,
            root,
        };
        let choices = Choices::default();
        Self {
            frame: shared.frame(&choices),
            element: shared.element(&choices),
            text: shared.text(),
        }
    }
}

/// The block that the editor makes of an address on a line of its own.
fn embed_block(address: &str) -> String {
    format!(
        "<!-- wp:embed {{\"url\":\"{address}\",\"type\":\"rich\"}} -->\n\
         <figure class=\"wp-block-embed is-type-rich\">\
         <div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n\
         <!-- /wp:embed -->"
    )
}

/// A block for HTML, as the editor stores it.
fn html(snippet: &str) -> String {
    format!("<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->")
}

/// A published post.
#[derive(Debug)]
struct Post {
    address: String,
    stored: String,
}

/// A WordPress with its database, ended when dropped.
struct WordPress {
    // In this order: the server ends before its database.
    _server: Running,
    _database: Running,
    settings: Vec<(&'static str, String)>,
    folder: Scratch,
}

impl WordPress {
    fn start(explorer: SocketAddr) -> Self {
        let folder = Scratch::new("wordpress");
        let (data, pages) = (folder.path().join("data"), folder.path().join("pages"));
        let socket = folder.path().join("socket").display().to_string();
        let address = free_address();
        // Another site than that of the explorer, as browsers see it.
        let settings = vec![
            (
                "WORDPRESS_ADDRESS",
                format!("http://localhost:{}", address.port()),
            ),
            ("WORDPRESS_SOCKET", socket.clone()),
            ("EXPLORER_PORT", explorer.port().to_string()),
        ];
        runs(
            Command::new("mariadb-install-db")
                .args(["--no-defaults", "--user=root", "--skip-test-db"])
                .arg("--auth-root-authentication-method=normal")
                .arg(format!("--datadir={}", data.display())),
        );
        let named = format!("--socket={socket}");
        let ask = |sql: &str| {
            let mut client = Command::new("mariadb");
            client.args(["--no-defaults", "--user=root", &named, "--execute", sql]);
            client.stdout(Stdio::null()).stderr(Stdio::null());
            client.status().is_ok_and(|status| status.success())
        };
        let database = Running::start(
            Command::new("mariadbd")
                .args(["--no-defaults", "--user=root", "--skip-networking", &named])
                .arg(format!("--datadir={}", data.display()))
                .stderr(Stdio::null()),
            || ask("create database wordpress"),
        );
        // Debian's files are links to what several packages share.
        let copy = ["--recursive", "--dereference", WORDPRESS];
        runs(Command::new("cp").args(copy).arg(&pages));
        let own = xtask::root().join("tests/clients/wordpress");
        for file in ["wp-config.php", "install.php", "publish.php"] {
            fs::copy(own.join(file), pages.join(file)).expect("it can be copied");
        }
        let plugins = pages.join("wp-content/mu-plugins");
        fs::create_dir_all(&plugins).expect("it can be made");
        fs::copy(own.join("loopback.php"), plugins.join("loopback.php")).expect("it can be copied");
        let server = Running::listening(
            Command::new("php")
                .arg("-S")
                .arg(address.to_string())
                .arg("-t")
                .arg(&pages)
                .envs(settings.iter().map(|(name, value)| (*name, value)))
                .env("PHP_CLI_SERVER_WORKERS", "4")
                .stderr(Stdio::null()),
            address,
        );
        let wordpress = Self {
            _server: server,
            _database: database,
            settings,
            folder,
        };
        wordpress.calls("install.php", &Value::Null);
        wordpress
    }

    /// Publishes posts of these users, with these titles and contents.
    fn publish(&self, posts: &[(&str, &str, &str)]) -> Vec<Post> {
        let paragraph = "<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->";
        let posts = posts.iter().map(|(user, title, content)| {
            let content = format!("{paragraph}\n\n{content}\n");
            json!({ "user": user, "title": title, "content": content })
        });
        let told = self.calls("publish.php", &posts.collect());
        let told: Value = serde_json::from_str(&told)
            .unwrap_or_else(|error| panic!("WordPress does not answer: {error} in {told}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let posts = told.as_array().into_iter().flatten();
        posts
            .map(|post| Post {
                address: text(&post["address"]),
                stored: text(&post["stored"]),
            })
            .collect()
    }

    /// Calls a script of ours in WordPress and gives what it prints.
    fn calls(&self, script: &str, input: &Value) -> String {
        let mut php = Command::new("php");
        php.arg(self.folder.path().join("pages").join(script))
            .envs(self.settings.iter().map(|(name, value)| (*name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut php = php.spawn().expect("php can be called");
        let mut stdin = php.stdin.take().expect("it is piped");
        stdin
            .write_all(input.to_string().as_bytes())
            .expect("it reads");
        drop(stdin);
        let output = php.wait_with_output().expect("it ends");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{script}: {told}");
        told
    }
}

/// Runs a program to its end.
fn runs(program: &mut Command) {
    let output = program
        .output()
        .unwrap_or_else(|error| panic!("{program:?}: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program:?}: {told}");
}

/// Somebody who reads the published pages.
struct Visitor(Browser);

impl Visitor {
    fn opens(&self, post: &Post) {
        self.0.go(&post.address);
    }

    fn sees_results(&self, frame: &str, count: usize) {
        let there = "return document.querySelector(arguments[0]) !== null";
        self.comes_to(frame, || self.asks(there, frame), |there| *there == true);
        self.looks_at(frame);
        let shown = "return document.documentElement.dataset.state === 'ready'
            && document.querySelectorAll('[data-part=result]').length";
        let results = || self.inside(frame, shown);
        self.comes_to("the results", results, |shown| *shown == json!(count));
    }

    /// Frames far from the window are not laid out.
    fn looks_at(&self, frame: &str) {
        self.asks(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'start', behavior: 'instant' })",
            frame,
        );
    }

    /// The frame is as high as its content, as far as it may be.
    fn sees_it_fit(&self, frame: &str, heights: RangeInclusive<f64>) {
        let look = || {
            let height = "return document.querySelector(arguments[0]).clientHeight";
            let content = "return document.body.getBoundingClientRect().height";
            json!([self.asks(height, frame), self.inside(frame, content)])
        };
        self.comes_to("its height and that of its content", look, |told| {
            let number = |place: usize| told[place].as_f64().unwrap_or(f64::NAN);
            let expected = number(1).clamp(*heights.start(), *heights.end());
            (number(0) - expected).abs() <= 2.0
        });
    }

    /// The theme places it like the paragraph before it.
    fn sees_it_in_the_column(&self, element: &str) {
        let body = "
            const [own, column] = [arguments[0], '.entry-content p'].map((selector) =>
                document.querySelector(selector).getBoundingClientRect());
            return [own.left - column.left, own.right - column.right, column.width];";
        let look = || self.asks(body, element);
        self.comes_to("its distance from the edges of the column", look, |told| {
            let near = |edge: &Value| edge.as_f64().is_some_and(|edge| edge.abs() <= 1.0);
            near(&told[0]) && near(&told[1])
        });
    }

    /// The frame of a recommendation begins with its text and ends with one line.
    fn sees_the_text_first(&self, frame: &str) {
        let told = self.inside(
            frame,
            "const seen = (selector) => [...document.querySelectorAll(selector)]
                .filter((one) => one.checkVisibility()).length;
            return [
                document.querySelector('article').getBoundingClientRect().top,
                seen('header, .notice, .chip, [data-part=count], [data-part=save]'),
                document.querySelector('footer').innerText.trim().split('\\n').length,
            ];",
        );
        assert!(told[0].as_f64().is_some_and(|top| top < 60.0), "{told}");
        assert_eq!((&told[1], &told[2]), (&json!(0), &json!(1)), "{told}");
    }

    fn follows_the_link_out(&self, frame: &str, address: &str) {
        self.0.enter_frame(frame);
        self.0.click("footer a:last-of-type");
        self.0.leave_frame();
        let look = || json!(self.0.address().as_str());
        self.comes_to("the address of the tab", look, |there| *there == address);
    }

    fn sees_a_link_to(&self, address: &str) {
        let body = "return [...document.querySelectorAll('.entry-content a')]
            .some((link) => link.href === arguments[0])";
        assert_eq!(self.asks(body, address), true, "{address}");
    }

    fn takes_pictures(&self, post: &Post, folder: &Path, name: &str) {
        fs::create_dir_all(folder).expect("it can be made");
        for width in [1280, 360] {
            self.0.resize(width, 900);
            self.opens(post);
            // What frames tell of their height arrives meanwhile.
            thread::sleep(Duration::from_secs(3));
            let height = self.asks("return document.documentElement.scrollHeight", "");
            let height = height.as_u64().unwrap_or(900).clamp(900, 3000);
            self.0.resize(width, u32::try_from(height).unwrap_or(900));
            thread::sleep(Duration::from_secs(1));
            let picture = folder.join(format!("wordpress-{name}-{width}.png"));
            fs::write(picture, self.0.picture()).expect("it can be written");
        }
        self.0.resize(1280, 900);
    }

    fn asks(&self, body: &str, argument: &str) -> Value {
        self.0.script(body, &[json!(argument)])
    }

    fn inside(&self, frame: &str, body: &str) -> Value {
        self.0.enter_frame(frame);
        let told = self.0.script(body, &[]);
        self.0.leave_frame();
        told
    }

    /// Waits until what is seen is as expected; tells what it was where it never is.
    fn comes_to(&self, what: &str, look: impl Fn() -> Value, holds: impl Fn(&Value) -> bool) {
        let start = Instant::now();
        loop {
            let seen = look();
            if holds(&seen) {
                return;
            }
            let place = self.0.address();
            assert!(start.elapsed() < PATIENCE, "{what} at {place}: {seen}");
            thread::sleep(Duration::from_millis(100));
        }
    }
}
