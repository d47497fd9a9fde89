//! Texts to be read: Markdown, plain text and HTML.

use explorer::export::Format;

use crate::*;

#[test]
fn lists_in_markdown_follow_an_empty_line() {
    let agenda = agenda();
    let content = text(file(&agenda, &[15], Format::Markdown));
    assert!(content.contains("> Norm-setting activities shall:\n>\n> - be "));
    assert_eq!(content.matches("\n>\n").count(), 1);
    let paragraphs = text(file(&agenda, &[22], Format::Markdown));
    assert!(paragraphs.contains("Declaration.\n>\n> The WIPO"));
}

#[test]
fn markdown_is_read_as_the_texts_are_written() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Markdown));
    let mut quotations: Vec<String> = Vec::new();
    let mut links = Vec::new();
    let mut quoted = false;
    for event in Parser::new(&content) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                quoted = true;
                quotations.push(String::new());
            }
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Text(text) if quoted => {
                if let Some(quotation) = quotations.last_mut() {
                    quotation.push_str(&text);
                }
            }
            Event::Start(Tag::Paragraph | Tag::Item) | Event::SoftBreak if quoted => {
                if let Some(quotation) = quotations.last_mut() {
                    quotation.push(' ');
                }
            }
            _ => {}
        }
    }
    let mut leads_to = vec![agenda.source.url.clone()];
    leads_to.extend(all(&agenda).into_iter().map(link));
    leads_to.push(VIEW.to_owned());
    assert_eq!(links, leads_to);
    assert_eq!(quotations.len(), 45);
    for (quotation, entry) in quotations.iter().zip(&agenda.recommendations) {
        let text = entry.passages().collect::<Vec<_>>().join(" ");
        let clauses = entry.plain().contains(" (a) ");
        if !clauses {
            assert_eq!(words(quotation), words(&text), "{}", entry.number);
        } else {
            assert_eq!(words(quotation), words(&entry.plain()), "{}", entry.number);
        }
    }
}

#[test]
fn plain_text_has_every_text_and_where_it_is_from() {
    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Text));
    for entry in &agenda.recommendations {
        let block = format!(
            "\nRecommendation {}\n{}\n{}\n",
            entry.number,
            entry.plain(),
            link(entry.number)
        );
        assert!(content.contains(&block), "{}", entry.number);
    }
    let source = &agenda.source;
    assert!(content.starts_with(&format!("{}\n{}\n", source.title, source.url)));
    assert!(content.ends_with(&format!("{}\n", source.licence_note)));
}

#[test]
fn recommendations_stand_under_the_names_of_their_clusters() {
    let agenda = agenda();
    let [a, b] = [12, 15].map(|number| section(&agenda, number));
    let plain = text(file(&agenda, &[1, 12, 15], Format::Text));
    let heads = plain.matches("\nCluster ").count();
    assert_eq!(heads, 2);
    assert!(plain.contains(&format!("\n{a}\n\nRecommendation 1\n")));
    assert!(plain.contains(&format!("\n{b}\n\nRecommendation 15\n")));
    let markdown = text(file(&agenda, &[1, 12, 15], Format::Markdown));
    assert!(markdown.contains(&format!("\n## {a}\n\n### [Recommendation 1](")));
    assert!(markdown.contains(&format!("\n## {b}\n\n### [Recommendation 15](")));

    // The order of a list goes before that of the clusters.
    let plain = text(file(&agenda, &[12, 15, 1], Format::Text));
    for (number, section) in [(12, &a), (15, &b), (1, &a)] {
        let end = format!("{}\n{section}\n\n", link(number));
        assert!(plain.contains(&end), "{number}");
    }
    let markdown = text(file(&agenda, &[12, 15, 1], Format::Markdown));
    assert_eq!(markdown.matches("\n## [Recommendation ").count(), 3);
    assert_eq!(markdown.matches(&format!("\n\n{a}\n\n> ")).count(), 2);
}

#[test]
fn texts_say_where_and_when_they_were_made_and_what_the_reader_notes() {
    let agenda = agenda();
    let plain = text(list_file(&agenda, &[15, 12], Format::Text));
    assert!(plain.starts_with(&format!("{TITLE}\n\n{NOTE}\n\n")));
    assert!(plain.contains("\nNote: =15 & <b>\nask *her*\n"));
    let origin = format!(
        "\nThis view: {VIEW}\nDownloaded: 27 November 2026\n\
         Version of the data: 0123456789ab\n"
    );
    assert!(plain.contains(&origin), "{plain}");

    let markdown = text(list_file(&agenda, &[15, 12], Format::Markdown));
    assert!(markdown.starts_with("# + For \\<Geneva\\> \\& “home” \\#\n\n["));
    assert!(markdown.contains("\n\n\\# First\n\n1\\. Then\n\n"));
    assert!(markdown.contains("\n\nNote: =15 \\& \\<b\\>\n\nask \\*her\\*\n\n"));
    let origin = format!(
        "\n- This view: <{VIEW}>\n- Downloaded: 27 November 2026\n\
         - Version of the data: 0123456789ab\n"
    );
    assert!(markdown.contains(&origin), "{markdown}");
}

#[test]
fn a_fragment_of_html_quotes_every_text_and_escapes_what_a_reader_wrote() {
    let agenda = agenda();
    let whole = text(file(&agenda, &all(&agenda), Format::Html));
    let fragment = scraper::Html::parse_fragment(&whole);
    let select = |selector: &str| {
        let selector = scraper::Selector::parse(selector).expect("a selector");
        fragment.select(&selector).collect::<Vec<_>>()
    };
    let quotations = select("section > blockquote");
    assert_eq!(quotations.len(), 45);
    for (quotation, entry) in quotations.iter().zip(&agenda.recommendations) {
        assert_eq!(quotation.attr("cite"), Some(link(entry.number).as_str()));
        let told = quotation.inner_html().replace("</li><li>", "</li> <li>");
        let told = scraper::Html::parse_fragment(&told);
        let told = told.root_element().text().collect::<String>();
        let plain = entry.plain().replace("\n- ", "\n");
        assert_eq!(words(&told), words(&plain));
    }
    let items = select("blockquote li").len();
    let plain = agenda.recommendations.iter().map(|entry| entry.plain());
    assert_eq!(
        items,
        plain.map(|it| it.matches("\n- ").count()).sum::<usize>()
    );
    assert_eq!(select("h2").len(), 1);
    assert_eq!(select("h3").len(), 6);
    assert_eq!(select("h4 > a").len(), 45);
    assert!(whole.contains("<dd>27 November 2026</dd>"));

    let list = text(list_file(&agenda, &[15, 12, 22], Format::Html));
    assert!(list.contains("<h2>+ For &lt;Geneva&gt; &amp; “home” #</h2>"));
    assert!(list.contains("<p>Note: =15 &amp; &lt;b&gt;</p>\n<p>ask *her*</p>"));
    let fragment = scraper::Html::parse_fragment(&list);
    let view = scraper::Selector::parse("dd > a").expect("a selector");
    let view = fragment.select(&view).next().expect("a link");
    assert_eq!(view.attr("href"), Some(VIEW));
}
