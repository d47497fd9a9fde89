//! The written pages, read as a browser, a crawler and WordPress read them.

mod support;

use std::collections::BTreeSet;

use explorer::{
    messages::{ScriptMessages, messages},
    state::static_page::StaticPage,
};
use scraper::{Html, Selector};
use serde_json::Value;
use support::{BASE, Site, attribute, blocks, filtered, only, texts};

#[test]
fn titles_and_descriptions_are_each_given_once() {
    let site = Site::written();
    let mut seen = BTreeSet::new();
    for page in site.pages() {
        let html = site.html(page);
        let title = texts(&html, "title");
        let description = only(&html, "meta[name=description]", "content");
        assert_eq!(title, [page.title(&site.agenda)]);
        for text in [title[0].clone(), description] {
            assert!(
                !text.is_empty() && seen.insert(text.clone()),
                "{page:?}: {text}"
            );
        }
        assert_eq!(only(&html, "html", "lang"), "en");
        assert_eq!(only(&html, "html", "data-state"), "loading");
    }
}

#[test]
fn previews_have_all_that_open_graph_asks_for_and_a_picture_that_is_there() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        let graph = |name: &str| only(&html, &format!("meta[property='og:{name}']"), "content");
        let address = format!("{BASE}{}", page.path(&site.agenda));
        assert_eq!(graph("url"), address);
        assert_eq!(only(&html, "link[rel=canonical]", "href"), address);
        assert_eq!(graph("title"), page.name(&site.agenda));
        assert_eq!(
            graph("description"),
            only(&html, "meta[name=description]", "content")
        );
        for name in ["type", "site_name", "locale", "image:alt"] {
            assert!(!graph(name).is_empty(), "{page:?}: {name}");
        }
        assert_eq!(
            only(&html, "meta[name='twitter:card']", "content"),
            "summary_large_image"
        );
        let picture = site.bytes(&site.path_of(&graph("image")));
        assert!(picture.len() <= 40_000, "{page:?}: {} bytes", picture.len());
        assert_eq!(&picture[1..4], b"PNG");
        let size = |place: usize| u32::from_be_bytes(picture[place..place + 4].try_into().unwrap());
        assert_eq!(size(16).to_string(), graph("image:width"));
        assert_eq!(size(20).to_string(), graph("image:height"));
    }
}

#[test]
fn a_page_has_exactly_its_recommendations_word_for_word() {
    let site = Site::written();
    for page in site
        .pages()
        .into_iter()
        .filter(|page| *page != StaticPage::Home)
    {
        let html = site.html(page);
        let articles = Selector::parse("article.recommendation").unwrap();
        let shown: Vec<_> = html.select(&articles).collect();
        let numbers: Vec<u16> = shown
            .iter()
            .map(|article| attribute(article, "data-number").parse().unwrap())
            .collect();
        assert_eq!(numbers, page.numbers(&site.agenda), "{page:?}");
        for (article, number) in shown.iter().zip(numbers) {
            let entry = site.agenda.recommendation(number).unwrap();
            assert_eq!(blocks(article), support::expected(entry), "{page:?}");
        }
    }
}

#[test]
fn the_page_of_a_recommendation_has_its_evidence_and_its_neighbours() {
    let site = Site::written();
    let html = site.html(StaticPage::Recommendation(12));
    let quoted = texts(&html, ".details__facets q");
    for facet in site.agenda.facets.iter().skip(1) {
        for value in &facet.values {
            for words in value.tag(12).into_iter().flat_map(|tag| &tag.evidence) {
                assert!(quoted.contains(words), "{words}");
            }
        }
    }
    let links: Vec<String> = support::all(&html, ".details__steps a", "href");
    assert_eq!(links, ["../../rec/11/", "../../rec/13/"]);
    let themes = support::all(&html, ".recommendation__themes a", "href");
    assert!(!themes.is_empty() && themes.iter().all(|link| link.starts_with("../../theme/")));
}

#[test]
fn every_page_leads_to_all_clusters_and_themes_and_names_source_and_licence() {
    let site = Site::written();
    let values = site
        .pages()
        .into_iter()
        .filter(|page| matches!(page, StaticPage::Value { .. }));
    let listed = ["../../cluster/", "../../theme/"];
    let expected: Vec<String> = values
        .map(|it| format!("../../{}", it.path(&site.agenda)))
        .filter(|path| listed.iter().any(|folder| path.starts_with(folder)))
        .collect();
    assert_eq!(expected.len(), 33);
    for page in site
        .pages()
        .into_iter()
        .filter(|page| *page != StaticPage::Home)
    {
        let html = site.html(page);
        assert_eq!(support::all(&html, ".contents a", "href"), expected);
        let footer = texts(&html, "footer").join(" ");
        assert!(footer.contains(&site.agenda.source.attribution));
        let licence = format!("footer a[href='{}']", site.agenda.source.licence_url);
        assert_eq!(texts(&html, &licence).len(), 1);
    }
}

#[test]
fn every_address_on_a_page_leads_to_a_file_of_the_site() {
    let site = Site::written();
    let mut followed = 0;
    for page in site.pages() {
        let html = site.html(page);
        for name in ["href", "src", "data-js", "data-wasm"] {
            for address in support::all(&html, &format!("[{name}]"), name) {
                if let Some(path) = site.resolved(page, &address) {
                    assert!(site.has(&path), "{page:?} names {address}");
                    followed += 1;
                }
            }
        }
    }
    assert!(followed > 79 * 40, "only {followed}");
}

#[test]
fn the_oembed_answer_is_found_and_passes_wordpress_unchanged() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        let link = "link[rel=alternate][type='application/json+oembed']";
        assert_eq!(only(&html, link, "title"), page.name(&site.agenda));
        let answer = site.bytes(&site.path_of(&only(&html, link, "href")));
        let answer: Value = serde_json::from_slice(&answer).expect("it is JSON");
        assert_eq!(
            (&answer["version"], &answer["type"]),
            (&"1.0".into(), &"rich".into())
        );
        assert_eq!(answer["title"], page.name(&site.agenda));
        assert!(answer["cache_age"].is_u64() && answer["provider_url"] == BASE);
        let thumbnail = answer["thumbnail_url"].as_str().unwrap();
        assert!(site.has(&site.path_of(thumbnail)));

        let given = answer["html"].as_str().unwrap();
        let fragment = Html::parse_fragment(given);
        let frame = |name: &str| only(&fragment, "iframe", name);
        let src = frame("src");
        let (address, form) = src.split_once('?').expect("it has a query");
        assert_eq!(address, format!("{BASE}{}", page.path(&site.agenda)));
        assert!(form.starts_with("embed=1") && !form.contains('#'), "{form}");
        assert_eq!(frame("title"), page.name(&site.agenda));
        assert!(answer["width"].is_u64());
        assert_eq!(frame("width"), "100%");
        assert_eq!(frame("height"), answer["height"].to_string());
        // WordPress loads the script that sizes the frame only for this.
        let quotation = format!(
            "<blockquote><a href=\"{address}\">{}</a></blockquote><iframe ",
            page.name(&site.agenda)
        );
        let passed = filtered(&fragment);
        assert!(passed.starts_with(&quotation), "{passed}");
        let class = " class=\"wp-embedded-content\"";
        assert_eq!(
            passed,
            given.replace(class, ""),
            "WordPress would change it"
        );
    }
}

#[test]
fn the_filter_of_wordpress_takes_away_what_is_not_on_its_list() {
    let given =
        "<iframe src=\"a\" style=\"b\" onload=\"c\" title=\"d\"></iframe><script>e</script>";
    let kept = filtered(&Html::parse_fragment(given));
    assert_eq!(kept, "<iframe src=\"a\" title=\"d\"></iframe>e");
}

#[test]
fn the_structured_data_of_every_page_says_what_it_is() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        let data = texts(&html, "script[type='application/ld+json']");
        assert_eq!(data.len(), 1);
        let data: Value = serde_json::from_str(&data[0]).expect("it is JSON");
        assert_eq!(data["@context"], "https://schema.org");
        let graph = data["@graph"].as_array().unwrap();
        let of = |kind: &str| {
            let mut found = graph.iter().filter(|thing| thing["@type"] == kind);
            let thing = found
                .next()
                .unwrap_or_else(|| panic!("{page:?}: no {kind}"));
            (thing.clone(), found.next().is_none())
        };
        let address = format!("{BASE}{}", page.path(&site.agenda));
        let licence = &site.agenda.source.licence_url;
        match page {
            StaticPage::Home => {
                let (dataset, _) = of("Dataset");
                assert_eq!(&dataset["license"], licence);
                let length = dataset["description"].as_str().unwrap().len();
                assert!((50..5000).contains(&length));
                for file in dataset["distribution"].as_array().unwrap() {
                    let path = site.path_of(file["contentUrl"].as_str().unwrap());
                    assert!(site.has(&path), "{path}");
                }
                assert_eq!(of("WebSite").0["url"], address);
            }
            StaticPage::Recommendation(number) => {
                let (work, _) = of("CreativeWork");
                let entry = site.agenda.recommendation(number).unwrap();
                assert_eq!(work["text"], entry.plain());
                assert_eq!(work["position"], number);
                assert_eq!(&work["license"], licence);
                assert_eq!(work["url"], address);
                assert_eq!(work["isPartOf"]["url"], BASE);
                assert_eq!(
                    of("BreadcrumbList").0["itemListElement"][2]["item"],
                    address
                );
            }
            StaticPage::Value { .. } => {
                let (collection, _) = of("CollectionPage");
                assert_eq!(&collection["license"], licence);
                let items = collection["mainEntity"]["itemListElement"]
                    .as_array()
                    .unwrap();
                let names: Vec<_> = items
                    .iter()
                    .map(|item| item["item"]["name"].clone())
                    .collect();
                let numbers = page.numbers(&site.agenda);
                let expected: Vec<_> = numbers
                    .iter()
                    .map(|it| format!("Recommendation {it}"))
                    .collect();
                assert_eq!(names, expected);
                assert_eq!(
                    of("BreadcrumbList").0["itemListElement"][1]["item"],
                    address
                );
            }
        }
    }
}

#[test]
fn no_page_has_a_script_or_style_that_a_strict_policy_forbids() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        assert!(texts(&html, "style").is_empty());
        let code =
            "script:not([src]):not([type='application/ld+json']):not([type='application/json'])";
        let inline = texts(&html, code);
        assert!(inline.is_empty(), "{inline:?}");
        for element in html.select(&Selector::parse("*").unwrap()) {
            let mut names = element.value().attrs().map(|(name, _)| name);
            let forbidden = names.find(|name| *name == "style" || name.starts_with("on"));
            assert_eq!(forbidden, None, "{page:?}");
        }
    }
}

#[test]
fn ids_are_given_once_and_headings_leave_no_rank_out() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        let ids = support::all(&html, "[id]", "id");
        let once: BTreeSet<_> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{page:?}");
        let headings = Selector::parse("main h1, main h2, main h3, main h4, main h5").unwrap();
        let mut before = 1;
        for heading in html.select(&headings) {
            let rank: u8 = heading.value().name()[1..].parse().unwrap();
            assert!(rank <= before + 1, "{page:?}: h{rank} after h{before}");
            before = rank;
        }
    }
}

#[test]
fn the_sitemap_lists_exactly_the_pages() {
    let site = Site::written();
    let sitemap = String::from_utf8(site.bytes("sitemap.xml")).unwrap();
    let listed: Vec<&str> = sitemap
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap())
        .collect();
    let pages = site.pages().into_iter();
    let expected: Vec<String> = pages
        .map(|page| format!("{BASE}{}", page.path(&site.agenda)))
        .collect();
    assert_eq!(listed, expected);
    let robots = String::from_utf8(site.bytes("robots.txt")).unwrap();
    assert!(robots.contains(&format!("Sitemap: {BASE}sitemap.xml")));
}

#[test]
fn the_table_has_every_recommendation_with_its_text() {
    let site = Site::written();
    let table = String::from_utf8(site.bytes("data/agenda.csv")).unwrap();
    let rows: Vec<&str> = table.split("\r\n").collect();
    let own = "number,text,cluster,theme,for,duty";
    let labels = "cluster_labels,theme_labels,for_labels,duty_labels";
    let head = rows[0].strip_prefix(&format!("{own},{labels},source_title,"));
    assert!(head.is_some(), "{}", rows[0]);
    assert_eq!(rows.len(), 1 + 45 + 1);
    for (row, entry) in rows[1..].iter().zip(&site.agenda.recommendations) {
        let text = entry.plain().replace('"', "\"\"");
        assert!(row.starts_with(&format!("{},", entry.number)), "{row}");
        assert!(row.contains(&text), "{row}");
    }
}

#[test]
fn every_page_has_the_words_of_the_scripts_before_the_first_that_reads_them() {
    let site = Site::written();
    for page in site.pages() {
        let html = site.html(page);
        let place = |name, is: fn(&String) -> bool| {
            let values = support::all(&html, "script", name);
            values.iter().position(is).expect("there is one")
        };
        let words = place("id", |id| id == "words");
        let boot = place("data-wasm", |wasm| !wasm.is_empty());
        assert!(words < boot, "{page:?}");
        let words: Value = serde_json::from_str(&texts(&html, "#words").concat()).expect("JSON");
        for (key, said) in messages().boot(&site.agenda) {
            assert_eq!(words[key], said, "{page:?}");
        }
        for (key, said) in messages().offline() {
            assert_eq!(words[key], said, "{page:?}");
        }
    }
}

#[test]
fn written_twice_into_different_folders_a_site_is_the_same_to_the_byte() {
    let (first, second) = (Site::written().files(), Site::written_again().files());
    assert!(first.len() > 200, "{}", first.len());
    assert!(first.keys().eq(second.keys()));
    for (path, content) in &first {
        assert!(second[path] == *content, "{}", path.display());
    }
}

#[test]
fn without_a_public_address_nothing_names_one() {
    let site = Site::without_address();
    for page in site.pages() {
        let html = site.html(page);
        for wrong in [
            "link[rel=canonical]",
            "link[rel=alternate]",
            "meta[property='og:url']",
            "meta[property='og:image']",
        ] {
            assert_eq!(
                support::all(&html, wrong, "rel").len(),
                0,
                "{page:?}: {wrong}"
            );
        }
        assert!(!texts(&html, "title").is_empty());
    }
    for path in ["sitemap.xml", "robots.txt", "oembed", "preview"] {
        assert!(!site.has(path), "{path}");
    }
}
