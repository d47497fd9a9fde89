//! A list that a link carries.

use browser_tests::journey::visit_in_both;

#[test]
fn a_list_in_the_link_is_shown_in_its_own_order_and_not_saved() {
    visit_in_both("?list=3_1_2", |page| {
        page.shows(&[3, 1, 2]);
        assert_eq!(page.now().saved, Vec::<u16>::new());
        assert_eq!(page.stored_keys(), Vec::<String>::new());
    });
}

#[test]
fn filters_apply_within_the_list_of_the_link() {
    visit_in_both("?list=41_22_3_25", |page| {
        page.toggle("cluster", "b");
        page.address_is("cluster=b&list=41_22_3_25");
        page.shows(&[22]);
    });
}

#[test]
fn a_list_of_all_recommendations_opens() {
    let numbers: Vec<u16> = (1..=45).rev().collect();
    let joined: Vec<String> = numbers.iter().map(u16::to_string).collect();
    visit_in_both(&format!("?list={}", joined.join("_")), |page| {
        page.shows(&numbers)
    });
}
