//! The oracle against truths that were worked out by hand from the contract of
//! the search and the texts, and the random searches that it is asked about.

mod support;

use std::cell::Cell;

use explorer::{
    data::{Agenda, GlossaryEntry},
    state::{SearchText, Sort, ViewState},
};
use support::{NATIVE, agenda, hold, oracle::Oracle, states::searches};

/// The agenda with a small glossary and families that stay as they are.
fn fixed() -> Agenda {
    let row = |text: &str| -> Vec<String> {
        let parts = text.split(',').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let entries = [
        ("LDC,least developed country", ""),
        ("R&D,research and development", ""),
        ("UN,United Nations", ""),
        ("TT,technology transfer,transfer of technology", ""),
        (
            "small business,startup",
            "SMEs,small and medium-sized enterprises",
        ),
        ("job,job creation,unemployment", "generation of employment"),
        ("copyright exception", "exceptions and limitations"),
    ];
    let entries = entries.map(|(words, finds)| GlossaryEntry {
        near: None,
        words: row(words),
        finds: row(finds),
        reason: String::new(),
    });
    let families = [
        "developed",
        "developing",
        "development,developments",
        "develop,develops",
        "informal",
        "ldc,ldcs",
    ];
    Agenda {
        glossary: entries.to_vec(),
        families: families.map(row).to_vec(),
        ..agenda()
    }
}

fn asking(search: &str, agenda: &Agenda) -> ViewState {
    ViewState {
        search: SearchText::new(search, NATIVE.compose),
        ..ViewState::new(agenda)
    }
}

/// Asks each search of a table and compares what it shows.
fn all_show(table: &[(&str, &[u16])]) {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    for (search, expected) in table {
        let shown = oracle.numbers(&asking(search, &agenda), &[]);
        assert_eq!(shown, *expected, "{search}");
    }
}

fn all_but(numbers: &[u16]) -> Vec<u16> {
    (1..=45)
        .filter(|number| !numbers.contains(number))
        .collect()
}

/// Those that name the LDCs.
const LEAST_DEVELOPED: [u16; 13] = [1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30];

/// Those with a word that begins with `member`.
const MEMBER: [u16; 22] = [
    1, 4, 5, 6, 9, 10, 11, 13, 15, 20, 21, 22, 26, 27, 28, 31, 34, 35, 37, 40, 43, 44,
];

/// Those with a word that begins with `or`.
const OR: [u16; 15] = [1, 2, 3, 7, 8, 10, 13, 15, 18, 33, 38, 39, 40, 44, 45];

/// Those that have one that begins with `and` as well.
const OR_AND: [u16; 14] = [1, 2, 3, 7, 8, 10, 13, 15, 18, 33, 39, 40, 44, 45];

#[test]
fn case_accents_apostrophes_and_what_is_not_seen_are_levelled() {
    all_show(&[
        ("ÉVALUATION", &[1, 33]),
        ("\"WIPOs mandate\"", &[11, 19]),
        ("\"wipo‘s mandate\"", &[11, 19]),
        ("anti\u{ad}competitive", &[]),
        ("anti-comp\u{200b}etitive", &[7]),
        ("R&D", &[26]),
        ("\"r & d\"", &[]),
    ]);
}

#[test]
fn words_of_a_stem_are_forms_of_each_other_but_those_of_another_family_are_not() {
    all_show(&[
        ("flexibility", &[14, 17, 22, 25]),
        ("developed", &[26, 28]),
        ("informal", &[21, 34, 44]),
        ("informing", &[5, 24, 30, 31, 32, 44]),
    ]);
}

#[test]
fn phrases_are_found_as_they_are_and_an_open_one_up_to_a_beginning() {
    all_show(&[
        ("\"transfer of technology\"", &[22, 31]),
        ("“transfer of technology«", &[22, 31]),
        ("\"transfer of techno\"", &[]),
        ("\"transfer of techno", &[22, 31]),
        ("\"activities shall: be inclusive\"", &[]),
        ("genome \"\"", &[36]),
    ]);
}

#[test]
fn a_minus_before_a_word_or_a_phrase_leaves_out_what_has_it() {
    all_show(&[
        ("LDCs -\"developing countries\"", &[2]),
        ("domain -norm", &[]),
        ("domain −norm-setting", &[16]),
        ("domain -\"norm-set", &[16]),
        ("domain - norm", &[16, 20]),
        ("domain --norm", &[16, 20]),
        ("public-domain", &[16, 20]),
        ("small -startup", &[]),
        ("patent -zzzz", &[8, 31]),
        ("shall -developing -website", &[6, 15, 44]),
        ("review -\"\"", &[33, 41, 42]),
    ]);
}

#[test]
fn or_parts_alternatives_and_both_operators_are_words_where_nothing_else_stands() {
    all_show(&[
        ("brain drain or genome", &[36, 39]),
        ("genome OR brain and drain", &[36, 39]),
        ("or genome", &[36]),
        ("and genome or or", &[36]),
        ("genome or -member", &all_but(&MEMBER)),
        ("or", &OR),
        ("or and", &OR_AND),
        ("\"or\" drain", &[]),
        ("?!", &all_but(&[])),
        ("\"\" -", &all_but(&[])),
    ]);
}

#[test]
fn a_text_that_is_a_reference_as_a_whole_names_recommendations_in_its_own_order() {
    let clusters: Vec<u16> = (1..=14).chain([45]).collect();
    let backwards: Vec<u16> = [45].into_iter().chain(1..=14).collect();
    all_show(&[
        ("12", &[12]),
        ("rec 12", &[12]),
        ("Rec. 12", &[12]),
        ("#12", &[12]),
        ("no. 12", &[12]),
        ("RECOMMENDATION 12", &[12]),
        ("15(3)", &[15]),
        ("15(9)", &[15]),
        ("22 (b)", &[22]),
        ("22b", &[22]),
        ("1-5", &[1, 2, 3, 4, 5]),
        ("5 – 1", &[1, 2, 3, 4, 5]),
        ("1 to 5", &[1, 2, 3, 4, 5]),
        ("44-99", &[44, 45]),
        ("23, 7 and rec. 32", &[23, 7, 32]),
        ("23; 7 & 23 + 99 or 32", &[23, 7, 32]),
        ("rec12", &[12]),
        ("7 or8", &[7, 8]),
        ("7or 8", &[7, 8]),
        ("1-3and5rec 6", &[1, 2, 3, 5, 6]),
        ("22b6", &[22, 6]),
        ("1-5rec 7", &[1, 2, 3, 4, 5, 7]),
        ("1 to5", &[1, 2, 3, 4, 5]),
        ("12-", &[12]),
        ("15(", &[15]),
        ("15(3", &[15]),
        ("15(3i)", &[15]),
        ("7, 23 and", &[7, 23]),
        ("cluster d", &[33, 34, 35, 36, 37, 38]),
        ("clusters a and f", &clusters),
        ("Clusters F, A", &backwards),
        ("cluster f or 12", &[45, 12]),
        ("15.3", &[15]),
        ("15/3", &[15]),
        ("15.", &[15]),
        ("R15", &[15]),
        ("r 15, R 3", &[15, 3]),
        ("rec/15", &[15]),
        ("recommendation 15, paragraph 3", &[15]),
        ("rec 22 clause (b)", &[22]),
        ("rec 22, para", &[22]),
        ("22 b", &[22]),
        ("7, rec", &[7]),
        ("recs 7, 23 and 32; 15(3) cluster", &[7, 23, 32, 15]),
        ("1 ###", &[1]),
        ("####1###", &[1]),
        ("rec. fifteen", &[15]),
        (
            "recs twenty-two to thirty",
            &[22, 23, 24, 25, 26, 27, 28, 29, 30],
        ),
        ("rec five, 7 and no nine", &[5, 7, 9]),
        ("DA Rec. 15", &[15]),
        ("the Development Agenda, 15", &[15]),
        ("Rec. 15 (3) of the WIPO Development Agenda", &[15]),
        ("15 of the dev", &[15]),
        ("compare 1 and 13", &[1, 13]),
        ("clusters f, d", &[45, 33, 34, 35, 36, 37, 38]),
        ("clusters f and g", &[45]),
        ("99", &[]),
        ("0", &[]),
        ("cluster g", &[]),
        ("cluster 12", &[]),
        ("recommendation 99", &[]),
    ]);
}

#[test]
fn what_only_resembles_a_reference_is_searched_for() {
    all_show(&[
        ("\"12\"", &[]),
        ("one", &[]),
        ("no one", &[]),
        ("15.9", &[]),
        ("24/7", &[]),
        ("15 agenda", &[]),
        ("15 d", &[]),
        ("article 7", &[45]),
        ("12 genome", &[]),
        ("22z", &[]),
        ("1-2-3", &[]),
        ("1-5b", &[]),
        ("12-, 15", &[]),
        ("cluster", &[]),
        ("genome or 12", &[36]),
    ]);
}

#[test]
fn a_reference_has_an_order_of_its_own_unless_that_of_the_numbers_is_asked_for() {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let mut view_state = asking("23, 7", &agenda);
    assert!(oracle.knows_order(&view_state));
    assert!(!oracle.knows_order(&asking("genome", &agenda)));
    view_state.list = vec![7, 12];
    assert_eq!(oracle.numbers(&view_state, &[]), [7]);
    view_state.list.clear();
    view_state.sort = Some(Sort::Number);
    assert_eq!(oracle.numbers(&view_state, &[]), [7, 23]);
}

/// For each correction the word that was typed and the one that was used.
fn corrections(search: &str) -> Vec<(String, String)> {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let corrections = oracle.reading(&asking(search, &agenda)).corrections;
    for it in &corrections {
        assert_eq!(it.typed, search[it.range.clone()].to_lowercase());
    }
    let words = corrections.into_iter().map(|it| (it.typed, it.used));
    words.collect()
}

#[test]
fn words_that_are_unknown_are_read_as_the_nearest_ones_that_are_known() {
    let table = [
        ("tecnology", "technology"),
        ("Geentic", "genetic"),
        ("brainn", "brain"),
        // In a form that no text has.
        ("patants", "patent"),
        ("wipp", "wipo"),
        ("flexibilties", "flexibilities"),
        // Of the stem of “develop”, were that not a family of its own.
        ("developping", "developing"),
        // Near to a beginning: “competition” stands in more texts than
        // “competitive”.
        ("competeti", "competition"),
        ("unemploimnt", "unemployment"),
        // An error in all but the last letter of a word of the same length.
        ("ddeveolpin", "developing"),
        // One error in a beginning is less than two in “states”.
        ("strategs", "strategies"),
    ];
    for (typed, used) in table {
        let expected = [(typed.to_lowercase(), used.to_owned())];
        assert_eq!(corrections(typed), expected, "{typed}");
    }
    for word in ["tender", "parent", "Brian", "Canada"] {
        assert_eq!(corrections(word), [], "{word} is a word");
    }
    // Known, begun, too short, with a digit, quoted, or too far from all.
    let kept = "flexibility technolo unempl gnm folkoer wip0o \"tecnology\" brrain-drrain zzzzzzzz";
    let corrected = corrections(kept);
    let used: Vec<&str> = corrected.iter().map(|(_, used)| used.as_str()).collect();
    assert_eq!(used, ["brain", "drain"]);
}

#[test]
fn what_is_begun_of_the_glossary_is_read_as_its_first_such_word() {
    all_show(&[
        ("unempl", &[34]),
        ("start", &[4]),
        ("jo", &[34]),
        ("zzz", &[]),
    ]);
}

/// The pieces of a search text that find more than themselves.
fn expansions(search: &str) -> Vec<String> {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let view_state = asking(search, &agenda);
    let expansions = oracle.reading(&view_state).expansions;
    let pieces = expansions.into_iter().map(|it| search[it].to_owned());
    pieces.collect()
}

#[test]
fn neighbouring_words_are_expanded_from_left_to_right_the_longest_first() {
    let table: [(&str, &[&str]); 21] = [
        (
            "Small Businesses for the LDCs",
            &["Small Businesses", "LDCs"],
        ),
        ("small, business", &["small, business"]),
        ("job creation", &["job creation"]),
        ("small genome business", &[]),
        ("small -genome business", &[]),
        ("small or business", &[]),
        ("\"small business\" jobs", &["jobs"]),
        ("monitoring evaluation", &["monitoring evaluation"]),
        (
            "transfer and of technology",
            &["transfer and of technology"],
        ),
        ("technical assis", &["technical assis"]),
        ("technical assis genome", &[]),
        ("technical as", &[]),
        ("least dev", &["least dev"]),
        ("least-developed", &["least-developed"]),
        ("genome least dev", &["least dev"]),
        ("small and", &[]),
        ("least dev genome", &[]),
        ("research and dev", &["research and dev"]),
        ("transfer of", &[]),
        ("informal economy", &[]),
        ("review -jobs", &["jobs"]),
    ];
    for (search, expected) in table {
        assert_eq!(expansions(search), expected, "{search}");
    }
}

#[test]
fn two_or_three_capitals_are_a_whole_word() {
    all_show(&[
        ("AI", &[]),
        ("ai", &[9, 24]),
        ("Ai", &[9, 24]),
        ("genome -AI", &[36]),
        ("PRO-COMPETITIVE", &[7, 22, 23]),
        ("SMES", &[4]),
        ("LD", &[]),
        ("JO", &[]),
    ]);
}

#[test]
fn function_words_beside_other_words_leave_nothing_out_and_are_not_marked() {
    all_show(&[
        ("the brain drain", &[39]),
        ("brain drain", &[39]),
        ("\"the brain drain\"", &[]),
        ("the \"brain drain\"", &[39]),
        ("exchange -for", &[26, 36]),
        ("genome or the brain drain", &[36, 39]),
        ("genome or about", &[36]),
        ("-genome about", &[]),
        ("what", &[]),
        ("what genome", &[36]),
    ]);
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    assert_eq!(
        corrections("what is ths"),
        [("ths".into(), "ths".into())][..0]
    );
    let marks = oracle.marks(&asking("to the genome", &agenda), 36);
    assert_eq!(marks.concat().len(), 1);
    let tier = |search| oracle.tier(&asking(search, &agenda), 16);
    assert_eq!(tier("in access to knowledge"), Some(1));
}

#[test]
fn an_expansion_finds_what_the_glossary_says_and_what_carries_the_name() {
    all_show(&[
        ("LDC", &LEAST_DEVELOPED),
        ("least developed countries", &LEAST_DEVELOPED),
        ("small business", &[4]),
        ("\"small business\"", &[]),
        ("copyright exceptions", &[22]),
        ("jobs or genome", &[34, 36]),
        ("access to knowledge", &[16, 19, 30, 31, 36]),
        ("technical assis", &[1, 3, 5, 6, 7, 9, 10, 12, 33, 41]),
        // By a phrase of the glossary that is the name of a theme.
        ("TT", &[19, 22, 23, 25, 28, 29, 30, 31, 45]),
        // An entry of the glossary is no beginning of “understanding”.
        ("un", &[22, 40, 44]),
    ]);
}

#[test]
fn a_label_finds_what_no_text_with_its_value_says() {
    all_show(&[
        ("monitoring", &[1, 33, 38, 41]),
        ("monitor", &[1, 33, 38, 41]),
        ("brain drain", &[39]),
        ("public domain", &[16, 20]),
        ("governance", &[39, 40, 41, 42, 43, 44]),
        ("evaluation -monitoring", &[]),
    ]);
}

#[test]
fn what_is_found_by_a_label_or_a_value_alone_stands_in_a_lower_tier() {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let table = [
        ("access to knowledge", 19, Some(0)),
        ("access to knowledge", 16, Some(1)),
        ("access to knowledge", 18, None),
        ("monitoring review", 41, Some(1)),
        ("monitoring governance", 41, Some(2)),
        ("monitoring governance or review", 41, Some(0)),
        ("TT", 29, Some(0)),
        ("TT", 45, Some(1)),
        ("-genome", 45, Some(0)),
        ("23, 7", 7, Some(0)),
        ("23, 7", 8, None),
        ("", 8, Some(0)),
    ];
    for (search, number, expected) in table {
        let tier = oracle.tier(&asking(search, &agenda), number);
        assert_eq!(tier, expected, "{search} in {number}");
    }
}

#[test]
fn what_was_found_is_marked_and_marks_that_overlap_are_one() {
    let agenda = fixed();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let table: [(&str, u16, &[&str]); 12] = [
        ("drain brain", 39, &["brain", "drain"]),
        ("\"brain drain\"", 39, &["brain drain"]),
        (
            "\"developing countries\" or countries",
            39,
            &["developing countries", "countries"],
        ),
        (
            "\"studies on brain\" \"on brain drain",
            39,
            &["studies on brain drain"],
        ),
        (
            "small business",
            4,
            &["small and medium-sized enterprises", "SMEs"],
        ),
        ("genome or brain -drain", 39, &[]),
        ("genome or brain or Africa -drain", 39, &["brain"]),
        ("access to knowledge", 16, &[]),
        ("genome", 39, &[]),
        (
            "15(3)",
            15,
            &["take into consideration a balance between costs and benefits"],
        ),
        ("15(3", 15, &[]),
        ("15", 15, &[]),
    ];
    for (search, number, expected) in table {
        let marks = oracle.marks(&asking(search, &agenda), number);
        let recommendation = agenda.recommendation(number).expect("one of the 45");
        let passages = recommendation.passages().zip(marks);
        let marked: Vec<&str> = passages
            .flat_map(|(passage, marks)| marks.into_iter().map(|mark| &passage[mark]))
            .collect();
        assert_eq!(marked, expected, "{search} in {number}");
    }
}

#[test]
fn random_searches_use_the_whole_grammar_and_about_half_of_them_find_something() {
    let agenda = agenda();
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let [
        asked,
        found,
        named,
        corrected,
        expanded,
        quoted,
        excluded,
        parted,
    ] = [const { Cell::new(0) }; 8];
    hold(2000, &searches(&agenda), |search| {
        let count =
            |counted: &Cell<i32>, holds: bool| counted.set(counted.get() + i32::from(holds));
        let view_state = ViewState {
            search,
            ..ViewState::new(&agenda)
        };
        let text = view_state.search.as_str();
        let reading = oracle.reading(&view_state);
        count(&asked, !text.is_empty());
        count(
            &found,
            !text.is_empty() && !oracle.numbers(&view_state, &[]).is_empty(),
        );
        count(&named, !text.is_empty() && oracle.knows_order(&view_state));
        count(&corrected, !reading.corrections.is_empty());
        count(&expanded, !reading.expansions.is_empty());
        count(&quoted, text.contains(['"', '“', '”', '„', '«']));
        let minus = |at: &str| format!(" {text}").contains(at);
        count(&excluded, minus(" -") || minus(" −"));
        count(&parted, text.contains(" or "));
        Ok(())
    });
    let share = f64::from(found.get()) / f64::from(asked.get());
    assert!((0.4..0.65).contains(&share), "{share} of the searches find");
    for (name, count) in [
        ("references", named),
        ("corrections", corrected),
        ("expansions", expanded),
        ("phrases", quoted),
        ("exclusions", excluded),
        ("alternatives", parted),
    ] {
        assert!(count.get() >= 80, "only {} {name}", count.get());
    }
}
