//! The statement workbench: what a statement cites, what is wrong in it, and what it
//! speaks to. The contract is `docs/statement.md`.

mod support;

use explorer::data::Agenda;
use explorer::state::speaking::half_minutes;
use explorer::state::statement::{
    Cited, Findings, Flag, MOST_BYTES, Reader, Spelled, Wrong, readable, words_of,
};
use proptest::{collection::vec, prop_assert, prop_assert_eq, sample::select, strategy::Strategy};
use support::{NATIVE, agenda, hold};

/// Sentences as delegates write them, each with what it cites by number and letter:
/// numbers, items after a dot, letters of clusters.
const CITING: [(&str, &str); 64] = [
    (
        "Our delegation attaches great importance to Recommendation 7.",
        "7",
    ),
    (
        "We welcome the progress on Recommendations 7, 23 and 32.",
        "7 23 32",
    ),
    ("The Group recalls Recs. 15(3)–(5).", "15.3.4.5"),
    ("My delegation would like to speak about Cluster B.", "B"),
    ("Progress under Clusters A and C remains uneven.", "A C"),
    ("In line with recommendation 12, we ask for a report.", "12"),
    (
        "As stated in DA Recommendation 1, assistance must be demand-driven.",
        "1",
    ),
    (
        "Development Agenda Recommendations 4, 10 and 11 guide this project.",
        "4 10 11",
    ),
    (
        "WIPO Development Agenda Recommendation 45 must inform the committee’s work.",
        "45",
    ),
    ("See Rec. 22 (b) on the links with competition.", "22.b"),
    (
        "Rec 5 speaks of transparency, and Rec 6 of neutrality.",
        "5 6",
    ),
    (
        "Recommendation No. 40 asks for cooperation with the UN agencies.",
        "40",
    ),
    ("We support Recommendations Nos. 1 and 13.", "1 13"),
    ("Recommendation #9 asks for a database.", "9"),
    (
        "Recommendations 1 to 5 concern technical assistance.",
        "1 2 3 4 5",
    ),
    ("Recommendations 1–4 are under way.", "1 2 3 4"),
    (
        "Recommendations 25 through 27 have received too little attention.",
        "25 26 27",
    ),
    (
        "We look forward to work on recommendations 33 - 35.",
        "33 34 35",
    ),
    (
        "Recommendations 2, 5 to 7, and 41 were reviewed.",
        "2 5 6 7 41",
    ),
    (
        "Recommendation 16 of Cluster B speaks of the public domain.",
        "B 16",
    ),
    (
        "Recommendation 12 under Cluster A is about mainstreaming.",
        "A 12",
    ),
    (
        "Cluster B recommendation 20 calls for a robust public domain.",
        "B 20",
    ),
    (
        "The Cluster C recommendations 25 and 31 are central to us.",
        "C 25 31",
    ),
    (
        "Under Cluster D (Recommendations 33 to 38), we expect studies.",
        "D 33 34 35 36 37 38",
    ),
    (
        "Cluster E, Recommendation 39, deals with brain drain.",
        "E 39",
    ),
    (
        "Cluster B’s Recommendation 15 sets out principles for norm-setting.",
        "B 15",
    ),
    (
        "Recommendation 45 (Cluster F) recalls Article 7 of the TRIPS Agreement.",
        "F 45",
    ),
    (
        "Recommendations 12 and 40 were discussed by the Committee.",
        "12 40",
    ),
    (
        "Recommendation 7 and Recommendation 23 both speak of competition.",
        "7 23",
    ),
    (
        "Recommendation 22, paragraph (d), refers to exceptions and limitations.",
        "22.d",
    ),
    (
        "We refer to Recommendation 15, item 4, on participation.",
        "15.4",
    ),
    (
        "Recommendation 15, paragraphs 1 and 5, remains our guide.",
        "15.1.5",
    ),
    (
        "Recommendation 15.3 asks for a balance of costs and benefits.",
        "15.3",
    ),
    ("As to recommendation 22b, we have three questions.", "22.b"),
    (
        "Recommendations 22 (a)–(c) and 23 go together.",
        "22.a.b.c 23",
    ),
    ("Recommendation Seven is dear to my country.", "7"),
    (
        "Recommendations seven and twenty-three speak of competition.",
        "7 23",
    ),
    ("RECOMMENDATIONS 19 AND 30 CALL FOR ACCESS.", "19 30"),
    (
        "We thank the Secretariat for its work on Rec.24 and Rec.27.",
        "24 27",
    ),
    (
        "The project implements Recommendation(s) 2, 4 & 10.",
        "2 4 10",
    ),
    (
        "The following recommendations: 1, 3 and 8, need more funds.",
        "1 3 8",
    ),
    (
        "The adopted recommendations (14 and 17) speak of flexibilities.",
        "14 17",
    ),
    (
        "Recommendation 38 of the WIPO Development Agenda calls for impact assessments.",
        "38",
    ),
    (
        "Recommendation 42 of the Development Agenda calls for participation of civil society.",
        "42",
    ),
    (
        "We support Recommendation 18, and 12 countries have joined us.",
        "18",
    ),
    (
        "Recommendations 28 and 29, as well as 43, lack resources.",
        "28 29 43",
    ),
    ("R12 and R13 were clustered together.", "12 13"),
    ("Clusters A–C received most of the funds.", "A B C"),
    ("The Clusters B, D and F deserve equal attention.", "B D F"),
    (
        "Mr. Chair,\nRecommendation 21 requires open consultations.",
        "21",
    ),
    ("Is Recommendation 44 being respected?", "44"),
    (
        "Recommendation 36: the Human Genome Project is a good example.",
        "36",
    ),
    (
        "The Delegation recalled that, in accordance with Recommendation 34, a study was due.",
        "34",
    ),
    ("Recommendations 7/23/32 speak of competition.", "7 23 32"),
    (
        "We call for the full implementation of cluster b of the Agenda.",
        "B",
    ),
    (
        "This is consistent with recommendations 10 and/or 11.",
        "10 11",
    ),
    (
        "In implementing Recs 3; 4; 10, the Secretariat did well.",
        "3 4 10",
    ),
    (
        "Recommendations 7 of Cluster A and 25 of Cluster C are related.",
        "A 7 C 25",
    ),
    (
        "Recommendation 15(1), (2) and (5) are about process.",
        "15.1.2.5",
    ),
    ("Recommendation 15 (1-3) is about process.", "15.1.2.3"),
    (
        "Recommendation 1 to Recommendation 3 are implemented by the Academy.",
        "1 2 3",
    ),
    ("Let me turn to recommendation 13 in particular.", "13"),
    (
        "The African Group supports Recommendations 17, 22 and 25 on flexibilities.",
        "17 22 25",
    ),
    ("“Recommendation 26” is about research institutions.", "26"),
];

/// Sentences with numbers and nouns, which cite nothing.
const SILENT: [&str; 53] = [
    "The project was carried out in 12 countries.",
    "The figures are on page 15 of the report.",
    "We recall Article 7 of the TRIPS Agreement.",
    "Document CDIP/12/2 contains the proposal.",
    "The General Assembly adopted 45 recommendations in 2007.",
    "The recommendation of 2007 was a milestone.",
    "The recommendations 2007 brought are still valid.",
    "We thank the Chair for this recommendation. 12 delegations spoke before us.",
    "Recommendation 3 of the evaluation report was accepted.",
    "Recommendations 5 and 11 of the Independent Review were discussed again.",
    "Recommendation 1 of the Standing Committee on Patents is a different matter.",
    "ILO Recommendation 204 deals with the informal economy.",
    "The OECD Recommendation 12 is not at issue here.",
    "The Council Recommendation 8 was adopted last year.",
    "The recommendations made by 14 delegations were noted.",
    "The Committee made recommendations on 7 items.",
    "Paragraph 15 of the report mentions the recommendations.",
    "Agenda item 8 was closed on day 3.",
    "Rule 12 of the Rules of Procedure applies.",
    "A cluster of 12 firms took part.",
    "An innovation cluster in Nairobi grew by 30 per cent.",
    "We visited a cluster a month ago.",
    "The project DA_1_10_12_40_01 has ended.",
    "R&D spending rose by 12 per cent.",
    "We had 7 meetings and 23 consultations in 32 weeks.",
    "The 45 Development Agenda recommendations remain relevant.",
    "Section 22 (b) of our Patent Act was amended.",
    "SDG 9 and SDG 17 are of relevance.",
    "The Committee will meet from 15 to 19 November.",
    "The 33rd session of the CDIP begins on Monday.",
    "Annex 2, table 4, gives the details.",
    "The budget is 1,200,000 Swiss francs.",
    "The recommendation: 12 months of further work.",
    "Program 8 and Program 9 were merged.",
    "We recommend 3 projects and 2 studies.",
    "Our recommendation 12-month pilot is modest.",
    "Recommended: 5 experts in 6 regions.",
    "Twenty delegations supported the recommendations; 30 did not speak.",
    "The recommendations (12 of them) were tabled in Geneva.",
    "Chapter 4 of the Manual describes the methodology.",
    "The Cluster approach was endorsed.",
    "Cluster munitions are outside our mandate.",
    "WO/GA/43/14 lists the decisions in paragraphs 1 to 7.",
    "Groups A and B held informal talks.",
    "Group B and the African Group agreed.",
    "Phase II of the project begins in 2026.",
    "The record of the session was approved at 10 a.m.",
    "Standard ST.26 replaced ST.25.",
    "The recommendations in document CDIP/9/15 were noted.",
    "Recommendation 3 of JIU was implemented.",
    "We met in room 7 at 15.30.",
    "Recommendation 12/2019 concerns us, and so does Recommendation 1.5.",
    "Recommendations:\n\n12 countries spoke.",
];

/// The data with its reader.
struct Bench {
    agenda: Agenda,
}

impl Bench {
    fn new() -> Bench {
        Bench { agenda: agenda() }
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new(&self.agenda, NATIVE.fold)
    }
}

/// What is named by number and letter, as the tables above write it.
fn named(agenda: &Agenda, findings: &Findings) -> String {
    let section = agenda.section().expect("there are sections");
    let names = findings.cited.iter().filter_map(|it| match &it.what {
        Cited::Number { number, passages } => {
            let text = &agenda.recommendation(*number).expect("it exists").text;
            let items = passages
                .iter()
                .map(|it| format!(".{}", text[*it].id.as_ref().unwrap()));
            Some(format!("{number}{}", items.collect::<String>()))
        }
        Cited::Section(value) => agenda.facets[section].values[*value].letter.clone(),
        Cited::Wording(_) => None,
    });
    names.collect::<Vec<_>>().join(" ")
}

/// Names in any order: a cluster may stand before or behind.
fn sorted(names: &str) -> Vec<&str> {
    let mut names: Vec<&str> = names.split(' ').filter(|it| !it.is_empty()).collect();
    names.sort();
    names
}

/// The numbers of the recommendations whose wording is cited.
fn worded(findings: &Findings) -> Vec<Vec<u16>> {
    let wordings = findings.cited.iter().filter_map(|it| match &it.what {
        Cited::Wording(numbers) => Some(numbers.clone()),
        _ => None,
    });
    wordings.collect()
}

#[test]
fn every_citation_is_found_in_sentences_as_delegates_write_them() {
    let bench = Bench::new();
    let reader = bench.reader();
    let mut wrong = Vec::new();
    for (sentence, expected) in CITING {
        let findings = reader.read(sentence);
        let found = named(&bench.agenda, &findings);
        if sorted(&found) != sorted(expected) || !findings.flags.is_empty() {
            wrong.push((sentence, found, findings.flags));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_found_in_sentences_that_cite_nothing() {
    let bench = Bench::new();
    let reader = bench.reader();
    let mut wrong = Vec::new();
    for sentence in SILENT {
        let findings = reader.read(sentence);
        if !findings.cited.is_empty() || !findings.flags.is_empty() {
            wrong.push((sentence, findings.cited, findings.flags));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sentences_one_after_the_other_cite_what_each_of_them_cites() {
    let bench = Bench::new();
    let reader = bench.reader();
    let (mut statement, mut expected) = (String::new(), Vec::new());
    for (place, (sentence, names)) in CITING.into_iter().enumerate() {
        statement.push_str(sentence);
        statement.push(' ');
        statement.push_str(SILENT[place % (SILENT.len() - 1)]);
        statement.push_str("\n\n");
        expected.extend(sorted(names));
    }
    let findings = reader.read(&statement);
    let found = named(&bench.agenda, &findings);
    expected.sort();
    assert_eq!(sorted(&found), expected);
    assert_eq!(findings.flags, []);
}

#[test]
fn a_citation_is_shown_where_it_stands() {
    let bench = Bench::new();
    let statement = "Chère Présidente, Recs. 7, 15(3)–(5) and 40 matter, and so does Cluster B.";
    let findings = bench.reader().read(statement);
    let shown = findings.cited.iter().map(|it| &statement[it.range.clone()]);
    assert_eq!(
        shown.collect::<Vec<_>>(),
        ["Recs. 7", "15(3)–(5)", "40", "Cluster B"]
    );
    assert_eq!(findings.numbers(), [7, 15, 40]);
}

/// What is wrong, in words.
fn wrong(flag: &Flag) -> String {
    match &flag.what {
        Wrong::Quotation { number, .. } => format!("quotation {number}"),
        Wrong::Number(number) => format!("number {number}"),
        Wrong::Passage { number, mark } => format!("item {number} {mark}"),
        Wrong::Section { number, named, own } => format!("section {number} {named:?} {own}"),
        Wrong::NoSection(letter) => format!("no section {letter}"),
    }
}

#[test]
fn what_does_not_exist_and_what_is_in_another_cluster_is_flagged() {
    let bench = Bench::new();
    let reader = bench.reader();
    let expected: [(&str, &[&str]); 15] = [
        ("Recommendation 7 of Cluster B", &["section 7 [1] 0"]),
        ("Cluster B recommendation 7", &["section 7 [1] 0"]),
        (
            "Cluster C: Recommendations 25 and 40.",
            &["section 40 [2] 4"],
        ),
        ("Recommendations 7 and 16 of Clusters A and B", &[]),
        (
            "Recommendations 7 and 16 of Cluster B",
            &["section 7 [1] 0"],
        ),
        ("Recommendation 16 (Cluster A)", &["section 16 [0] 1"]),
        ("Recommendation 46 is missing.", &["number 46"]),
        ("Recommendations 44 to 47", &["number 47"]),
        ("Recommendation 0", &["number 0"]),
        ("Recs. 7, 50 and 145", &["number 50", "number 145"]),
        ("Recommendation 15(9)", &["item 15 9"]),
        ("Recommendation 22 (g) is not there.", &["item 22 g"]),
        ("Cluster G was not adopted.", &["no section G"]),
        ("Cluster A and Recommendation 16", &[]),
        ("Recommendation 2007", &[]),
    ];
    for (sentence, flags) in expected {
        let findings = reader.read(sentence);
        let found: Vec<String> = findings.flags.iter().map(wrong).collect();
        assert_eq!(found, flags, "{sentence}");
    }
}

#[test]
fn every_recommendation_is_recognised_by_its_wording() {
    let bench = Bench::new();
    let reader = bench.reader();
    for entry in &bench.agenda.recommendations {
        let plain = entry.plain();
        let texts = [
            format!("We recall: “{plain}”"),
            format!("We recall \"{plain}\" and agree."),
            plain.to_uppercase(),
            plain.replace('-', " ").replace(['’', '\''], ""),
        ];
        for text in texts {
            let findings = reader.read(&text);
            let wordings = worded(&findings);
            assert!(
                wordings.contains(&vec![entry.number]),
                "{text}\n{wordings:?}"
            );
            let others = wordings.iter().filter(|it| !it.contains(&entry.number));
            assert_eq!(others.count(), 0, "{text}\n{wordings:?}");
            assert_eq!(findings.flags, [], "{text}");
        }
    }
}

#[test]
fn a_changed_word_of_a_quotation_is_flagged_with_the_right_one() {
    let bench = Bench::new();
    let reader = bench.reader();
    for entry in &bench.agenda.recommendations {
        let passages: Vec<&str> = entry.passages().collect();
        let plain = passages.join(" ");
        let words: Vec<&str> = plain.split(' ').collect();
        for (place, word) in words.iter().enumerate() {
            let right = word.trim_matches(|it: char| !it.is_alphanumeric());
            // A mark, and “State(s)”, of which the bracket is no part of the word.
            if right.is_empty() || right.contains('(') {
                continue;
            }
            let mut changed = words.clone();
            let other = word.replace(right, "zebra");
            changed[place] = &other;
            let quotation = changed.join(" ");
            let findings = reader.read(&format!("It says: “{quotation}”"));
            let flagged = findings.flags.iter().find_map(|flag| match &flag.what {
                Wrong::Quotation { number, pieces } => Some((*number, pieces)),
                _ => None,
            });
            let (number, pieces) = flagged.unwrap_or_else(|| panic!("{quotation}"));
            assert_eq!(number, entry.number, "{quotation}");
            let of = |kind| pieces.iter().filter(move |it| it.spelled == kind);
            let texts = |kind| of(kind).map(|it| it.text.as_str()).collect::<Vec<_>>();
            assert_eq!(texts(Spelled::Written), ["zebra"], "{quotation}");
            assert_eq!(texts(Spelled::Source), [right], "{quotation}");
            assert_eq!(findings.flags.len(), 1, "{quotation}");
        }
    }
}

#[test]
fn words_that_are_added_or_left_out_are_marked() {
    let bench = Bench::new();
    let reader = bench.reader();
    let pieces = |text: &str| {
        let findings = reader.read(text);
        assert_eq!(findings.flags.len(), 1, "{text}");
        let Wrong::Quotation { number, pieces } = &findings.flags[0].what else {
            panic!("{text}");
        };
        let marked = pieces.iter().map(|it| match it.spelled {
            Spelled::Same => it.text.clone(),
            Spelled::Written => format!("[-{}-]", it.text),
            Spelled::Source => format!("[+{}+]", it.text),
        });
        (*number, marked.collect::<String>())
    };
    assert_eq!(
        pieces(
            "WIPO is to deepen its “analysis of the benefits of a rich and accessible public domain”."
        ),
        (
            16,
            "analysis of the[+ implications and+] benefits of a rich and accessible public domain"
                .to_owned()
        )
    );
    assert_eq!(
        pieces("Norm-setting must ‘be inclusive and member-based’."),
        (15, "be inclusive and member-[-based-][+driven+]".to_owned())
    );
    assert_eq!(
        pieces("«conduct a full review of current WIPO technical assistance activities»"),
        (
            41,
            "conduct a [-full-] review of current WIPO technical assistance activities".to_owned()
        )
    );
}

#[test]
fn a_quotation_names_every_recommendation_that_has_it() {
    let bench = Bench::new();
    let reader = bench.reader();
    let text = "The words “bridging the digital divide” stand for much.";
    assert_eq!(worded(&reader.read(text)), [vec![9, 24]]);
    let text = "“shall … norm-setting activities related to IP that support a robust public domain … fallen into the public domain”";
    assert_eq!(worded(&reader.read(text)), [vec![20], vec![20]]);
}

#[test]
fn common_phrases_count_only_in_quotation_marks() {
    let bench = Bench::new();
    let reader = bench.reader();
    for text in [
        "We act in accordance with the mandate of the Organization.",
        "This serves developing countries and LDCs, as well as all Member States.",
        "We speak of the transfer and dissemination of technology.",
        "We want to bridge the digital divide, taking into account the needs of all.",
        "It matters to developing countries, especially LDCs, at their request.",
        "They said “in our view this is fine for all of us here” yesterday.",
        "He called it “a very good and useful meeting of experts”.",
        "The project “Intellectual Property and Technology Transfer: Common Challenges” was reviewed.",
        "We are Member States’ representatives and don't say 'no' to the Secretariat’s ideas.",
    ] {
        assert_eq!(worded(&reader.read(text)), Vec::<Vec<u16>>::new(), "{text}");
        assert_eq!(reader.read(text).flags, [], "{text}");
    }
    let text =
        "We must deepen the analysis of the implications and benefits of a rich and open domain.";
    assert_eq!(worded(&reader.read(text)), [vec![16]]);
    let text = "“developing countries and LDCs”";
    assert!(worded(&reader.read(text))[0].len() > 3);
}

#[test]
fn a_paragraph_gets_the_recommendations_that_it_speaks_to() {
    let bench = Bench::new();
    let reader = bench.reader();
    let first = |text: &str| {
        let findings = reader.read(text);
        let paragraph = findings.paragraphs.first();
        paragraph.map(|it| {
            let best = &it.suggested[0];
            let words = best.words.iter().map(|it| text[it.clone()].to_owned());
            (best.number, words.collect::<Vec<_>>())
        })
    };
    let cases = [
        (
            "Our experts leave for universities abroad, and brain drain hurts African countries. We would welcome studies on it.",
            39,
            "brain",
        ),
        (
            "Civil society must be able to take part in meetings widely; accreditation of NGOs should be easier.",
            42,
            "accreditation",
        ),
        (
            "A code of ethics for consultants would help the staff to remain neutral and to avoid conflicts of interest.",
            6,
            "ethics",
        ),
        (
            "The informal economy gives employment to most of our people. We know little about the costs of protection there.",
            34,
            "informal",
        ),
        (
            "We ask the IGC to conclude its negotiations on genetic resources, traditional knowledge and folklore this year.",
            18,
            "folklore",
        ),
    ];
    for (text, number, word) in cases {
        let (found, words) = first(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(found, number, "{text} {words:?}");
        assert!(
            words.iter().any(|it| it.eq_ignore_ascii_case(word)),
            "{words:?}"
        );
    }
    for text in [
        "Thank you, Mr. Chair. We congratulate you on your election and wish you every success in your work.",
        "My delegation aligns itself with the statement delivered by the distinguished delegate of Kenya.",
        "Brain drain.",
        "",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

/// What the measure gives: a change of it, or of its limits, shows here.
#[test]
fn a_paragraph_gets_the_nearest_in_their_order_and_none_that_is_far() {
    let agenda = agenda();
    let reader = Reader::new(&agenda, NATIVE.fold);
    for (text, expected) in [
        (
            "We need flexible rules, and exceptions and limitations that let Member States pursue the public interest.",
            "22 rules exceptions limitations flexible States",
        ),
        (
            "Small firms and research institutions in our country lack access to patent information.",
            "8 patent research institutions access country; 31 patent access information country; 26 research institutions country",
        ),
        (
            "Competition policy matters: licensing practices must not stop the dissemination of technology, technology that our countries need.",
            "23 licensing practices Competition dissemination technology",
        ),
        (
            "The Secretariat should publish what it spends on technical assistance, and assistance must be assessed every year.",
            "33 year assessed technical assistance",
        ),
        (
            "Access to knowledge for all, the public domain, and the digital divide are what our people ask about.",
            "16 domain public Access",
        ),
        (
            "Cooperation with the United Nations agencies, UNCTAD, UNEP and WHO in particular, should be made stronger by programs.",
            "40 UNCTAD UNEP WHO agencies United",
        ),
        (
            "Our ministers met last week in the capital to discuss cooperation between the countries of the region on trade.",
            "",
        ),
        (
            "We thank the Secretariat for the documents and for the information provided to Member States before this meeting.",
            "",
        ),
        (
            "The budget for the coming year and the programs of the organization need the approval of its members.",
            "",
        ),
        (
            "Developing countries need more human resources, funding and training to use intellectual property.",
            "",
        ),
        // Two rare words alone.
        (
            "The brain drain of our neighbours is what we hear about.",
            "",
        ),
        (
            "Public health, climate and food security are challenges that rules on patents should not make worse for countries.",
            "",
        ),
    ] {
        let findings = reader.read(text);
        let suggested = findings.paragraphs.iter().flat_map(|it| &it.suggested);
        let told = suggested.map(|it| {
            let words = it.words.iter().map(|range| &text[range.clone()]);
            format!("{} {}", it.number, words.collect::<Vec<_>>().join(" "))
        });
        assert_eq!(told.collect::<Vec<_>>().join("; "), expected, "{text}");
    }
}

#[test]
fn what_a_paragraph_cites_is_not_suggested_for_it() {
    let bench = Bench::new();
    let reader = bench.reader();
    let text = "Brain drain hurts African countries, and we would welcome studies on it from WIPO.";
    let numbers = |text: &str, place: usize| {
        let findings = reader.read(text);
        let paragraph = findings.paragraphs.iter().find(|it| it.place == place);
        let suggested = paragraph.map(|it| it.suggested.iter().map(|it| it.number));
        suggested.map_or_else(Vec::new, Iterator::collect)
    };
    assert!(numbers(text, 1).contains(&39));
    assert!(!numbers(&format!("{text} Recommendation 39 says so."), 1).contains(&39));
    let apart = format!("Recommendation 39 is ours.\n\n{text}");
    assert!(numbers(&apart, 2).contains(&39));
}

#[test]
fn a_paragraph_ends_at_an_empty_line_and_at_every_line_if_none_is_empty() {
    let bench = Bench::new();
    let reader = bench.reader();
    let brain = "Brain drain hurts African countries,";
    let studies = "and WIPO should conduct studies on it.";
    let places = |text: &str| {
        let paragraphs = reader.read(text).paragraphs.into_iter();
        let paragraphs = paragraphs.map(|it| (it.place, text[it.range].to_owned()));
        paragraphs.collect::<Vec<_>>()
    };
    let folded = format!("{brain}\n{studies}");
    assert_eq!(
        places(&format!("Thank you.\n\n{folded}\n \nThank you.")),
        [(2, folded.clone())]
    );
    let line = format!("{brain} {studies}");
    assert_eq!(
        places(&format!("Thank you.\n{line}\n{line}\n")),
        [(2, line.clone()), (3, line)]
    );
}

#[test]
fn words_are_counted_as_readers_count_and_spoken_at_120_a_minute() {
    let bench = Bench::new();
    let words = |text: &str| bench.reader().read(text).words;
    assert_eq!(
        words("Norm-setting — as WIPO’s members know – is a process."),
        8
    );
    assert_eq!(words(" \n… "), 0);
    assert_eq!(
        [0, 29, 30, 120, 420, 450].map(half_minutes),
        [0, 0, 1, 2, 7, 8]
    );
}

/// Pieces of which any statement may be made.
fn statements() -> impl Strategy<Value = String> {
    let mut pieces = vec![
        " ",
        "\n",
        "\n\n",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        "«",
        "»",
        "…",
        ".",
        ",",
        "-",
        "–",
        "(",
        ")",
        "/",
        "&",
        "#",
        ":",
        ";",
        "%",
        "_",
        "Recommendation",
        "Recommendations",
        "Rec",
        "recs",
        "R",
        "DA",
        "No",
        "Cluster",
        "Clusters",
        "A",
        "B",
        "a",
        "of",
        "the",
        "and",
        "as",
        "well",
        "to",
        "through",
        "paragraph",
        "items",
        "(s)",
        "7",
        "15",
        "(3)",
        "22",
        "b",
        "45",
        "46",
        "1000",
        "99999999999999999999",
        "é",
        "字",
        "\u{301}",
        "\u{a0}",
        "🙂",
        "seven",
        "twenty",
        "developing",
        "countries",
        "especially",
        "LDCs",
        "transfer",
        "technology",
        "public",
        "domain",
        "rich",
        "accessible",
        "ILO",
    ];
    pieces.extend([
        "“bridging the digital gap”",
        "a rich and accessible public domain",
    ]);
    let spaced = (select(pieces), select(vec!["", " "]));
    let pieces = vec(spaced, 0..60);
    pieces.prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(one, other)| [one, other])
            .collect()
    })
}

/// Holds what is true of the findings in any statement.
#[test]
fn any_text_is_read_and_every_place_is_in_it() {
    let bench = Bench::new();
    let reader = bench.reader();
    let all: Vec<u16> = bench
        .agenda
        .recommendations
        .iter()
        .map(|it| it.number)
        .collect();
    let check = |text: &String| {
        let findings = reader.read(text);
        let mut ranges: Vec<_> = findings.cited.iter().map(|it| it.range.clone()).collect();
        ranges.extend(findings.flags.iter().map(|it| it.range.clone()));
        for paragraph in &findings.paragraphs {
            ranges.push(paragraph.range.clone());
            for suggested in &paragraph.suggested {
                prop_assert!(all.contains(&suggested.number));
                ranges.extend(suggested.words.iter().cloned());
            }
        }
        for range in ranges {
            prop_assert!(
                text.get(range.clone()).is_some_and(|it| !it.is_empty()),
                "{range:?}"
            );
        }
        prop_assert!(findings.numbers().iter().all(|it| all.contains(it)));
        let starts: Vec<usize> = findings.cited.iter().map(|it| it.range.start).collect();
        prop_assert!(starts.is_sorted());
        for flag in &findings.flags {
            if let Wrong::Quotation { pieces, .. } = &flag.what {
                let quoted = pieces.iter().filter(|it| it.spelled != Spelled::Source);
                let quoted: String = quoted.map(|it| it.text.as_str()).collect();
                prop_assert_eq!(Some(quoted.as_str()), text.get(flag.range.clone()));
            }
        }
        Ok(())
    };
    hold(3000, &statements(), |text| check(&text));
    hold(1000, &"\\PC{0,80}", |text| check(&text));
}

#[test]
fn what_is_not_seen_in_a_text_changes_nothing_of_what_it_cites() {
    let agenda = agenda();
    let reader = Reader::new(&agenda, NATIVE.fold);
    for (text, numbers, cited) in [
        (
            "We back Recom\u{ad}mendation 7.",
            vec![7],
            "Recom\u{ad}mendation 7",
        ),
        (
            "\u{feff}recommen\u{ad}dations\u{a0}7 \u{200f}and 2\u{200b}3",
            vec![7, 23],
            "recommen\u{ad}dations\u{a0}7 \u{200f}and 2\u{200b}3",
        ),
        (
            "Recommendation \u{200e}7\u{200e}",
            vec![7],
            "Recommendation \u{200e}7",
        ),
        (
            "Recs.\u{2009}15(3)\u{2013}(5)",
            vec![15],
            "Recs.\u{2009}15(3)\u{2013}(5)",
        ),
        (
            "توصية Recommendation\u{202f}7 من جدول",
            vec![7],
            "Recommendation\u{202f}7",
        ),
        (
            "“potential \u{fb02}exi\u{ad}bilities, exceptions and limitations for Member States”",
            vec![22],
            "potential \u{fb02}exi\u{ad}bilities, exceptions and limitations for Member States",
        ),
    ] {
        let findings = reader.read(text);
        assert_eq!(findings.numbers(), numbers, "{text:?}");
        let mut ranges = findings.cited.iter().map(|it| it.range.clone());
        let range = ranges.clone().next().unwrap().start..ranges.next_back().unwrap().end;
        assert_eq!(text.get(range), Some(cited), "{text:?}");
        assert!(findings.flags.is_empty(), "{text:?}");
    }
    let findings = reader.read("Recom\u{ad}mendation\u{200b} 99 is none.");
    let flag = findings.flags.first().expect("a flag");
    assert_eq!(flag.what, Wrong::Number(99));
    assert_eq!(flag.range.end, "Recom\u{ad}mendation\u{200b} 99".len());
}

#[test]
fn a_text_that_is_too_long_is_read_up_to_the_end_of_a_word() {
    let word = "né ";
    let text = word.repeat(MOST_BYTES);
    let read = readable(&text);
    assert!(read.len() <= MOST_BYTES && read.len() > MOST_BYTES - 2 * word.len());
    assert!(read.ends_with('é') && text.starts_with(read));
    assert_eq!(
        words_of(read),
        words_of(&read[..read.len() - word.len()]) + 1
    );
    let whole = "a".repeat(MOST_BYTES);
    assert_eq!(readable(&whole), whole);
    // One word without an end is cut between two characters.
    let long = "é".repeat(MOST_BYTES);
    assert_eq!(readable(&long).len(), MOST_BYTES);
}
