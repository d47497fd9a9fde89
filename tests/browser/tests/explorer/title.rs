//! The title of the document.

use browser_tests::journey::visit_in_both;

#[test]
fn the_title_tells_the_question_and_follows_it() {
    visit_in_both("", |page| {
        let plain = page.now().title;
        assert!(!plain.is_empty());
        page.search("brain drain");
        page.until("the title names the search", |seen| {
            seen.title.contains("brain drain") && seen.title.contains('1')
        });
        page.toggle("cluster", "e");
        page.until("the title names the cluster", |seen| {
            seen.title.contains("Cluster E")
        });
        page.clear();
        page.comes_to("the title", |seen| seen.title.clone(), plain.clone());
    });
}

#[test]
fn different_questions_have_different_titles() {
    let places = [
        "",
        "?cluster=a",
        "?theme=technology-transfer",
        "?q=technology",
        "?rec=12",
        "?view=saved",
        "?view=about",
    ];
    visit_in_both("", |page| {
        let mut titles: Vec<String> = Vec::new();
        for place in places {
            let title = page.open(place).title;
            assert!(!titles.contains(&title), "{title} stands for {place} too");
            titles.push(title);
        }
    });
}
