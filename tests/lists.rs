//! Several lists: what is done with them, in one tab and in two, and how they travel
//! in a file and in a link.

mod support;

use std::collections::BTreeSet;

use explorer::json::Json;
use explorer::state::ViewState;
use explorer::state::saved::{
    Combination, Edit, Import, ImportError, Importing, Item, List, Operation, Preview, Saved,
    SavedLists, Spot, export, load, reading_time,
};
use explorer::state::url::{self, Carried, MOST_CHARACTERS};
use proptest::{collection::vec, prelude::*, sample::subsequence};
use serde_json::{Value, json};
use support::{
    NATIVE, agenda, hold,
    memory::{Memory, NOW, SAVED_KEY, act, rich, save, timeless},
};

const SOURCE: &str = "https://agenda.example/";

fn item(number: u16, note: &str) -> Item {
    let note = note.to_owned();
    Item { number, note }
}

fn plain(numbers: &[u16]) -> Vec<Item> {
    numbers.iter().map(|number| item(*number, "")).collect()
}

fn new(id: &str, numbers: &[u16]) -> Operation {
    Edit::new_list((id, &id.to_uppercase()), "", &plain(numbers), NOW).into()
}

/// A store with the lists `a` (1, 2, 3) and `b` (3, 4), of which `a` is current.
fn two() -> (Memory, Saved) {
    let store = Memory::default();
    let mut tab = load(&store);
    act(&store, &mut tab, &new("b", &[3, 4]));
    act(&store, &mut tab, &new("a", &[1, 2, 3]));
    (store, tab)
}

/// The ids of the lists with their numbers, as a page that opens now reads them.
fn kept(store: &Memory) -> Vec<(String, Vec<u16>)> {
    let lists = load(store).lists.all().into_iter();
    lists
        .map(|list| {
            let items = list.items.iter();
            (list.id, items.map(|item| item.number).collect())
        })
        .collect()
}

fn lists(expected: &[(&str, &[u16])]) -> Vec<(String, Vec<u16>)> {
    let lists = expected.iter();
    lists
        .map(|(id, numbers)| ((*id).to_owned(), numbers.to_vec()))
        .collect()
}

#[test]
fn a_new_list_is_the_current_one_and_takes_what_is_saved() {
    let (store, mut tab) = two();
    act(&store, &mut tab, &save(&[9]));
    assert_eq!(kept(&store), lists(&[("a", &[1, 2, 3, 9]), ("b", &[3, 4])]));
    act(&store, &mut tab, &Edit::Choose("b".to_owned()).into());
    act(&store, &mut tab, &save(&[8]));
    assert_eq!(
        kept(&store),
        lists(&[("b", &[3, 4, 8]), ("a", &[1, 2, 3, 9])])
    );
    // An older version shows the first list and saves into it.
    assert_eq!(store.json()["lists"][0]["id"], "b");
}

#[test]
fn what_a_tab_saves_goes_into_the_list_that_it_shows() {
    let (store, mut one) = two();
    let mut other = load(&store);
    act(&store, &mut other, &Edit::Choose("b".to_owned()).into());
    act(&store, &mut one, &save(&[9]));
    assert_eq!(kept(&store), lists(&[("b", &[3, 4]), ("a", &[1, 2, 3, 9])]));
}

#[test]
fn what_is_saved_into_a_list_that_another_tab_has_deleted_goes_into_the_current_one() {
    let (store, mut one) = two();
    let mut other = load(&store);
    act(
        &store,
        &mut other,
        &Edit::Delete(vec!["a".to_owned()]).into(),
    );
    act(&store, &mut one, &save(&[9]));
    assert_eq!(kept(&store), lists(&[("b", &[3, 4, 9])]));
}

#[test]
fn an_undo_changes_the_list_in_which_something_was_done() {
    let (store, mut tab) = two();
    let undo = act(&store, &mut tab, &Operation::Remove(vec![2])).unwrap();
    act(&store, &mut tab, &Edit::Choose("b".to_owned()).into());
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(kept(&store), lists(&[("b", &[3, 4]), ("a", &[1, 2, 3])]));
}

#[test]
fn a_deleted_list_comes_back_to_its_place_with_all_that_was_in_it() {
    let (store, mut tab) = two();
    let note = Edit::note("b", Some(4), "why");
    act(&store, &mut tab, &note.into());
    let before = store.json();
    for ids in [vec!["a"], vec!["b"], vec!["a", "b"]] {
        let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        let undo = act(&store, &mut tab, &Edit::Delete(ids.clone()).into()).unwrap();
        assert_eq!(kept(&store).len(), 2 - ids.len());
        act(&store, &mut tab, &undo).unwrap();
        assert_eq!(store.json(), before);
    }
}

#[test]
fn several_edits_of_one_list_are_undone_from_the_last_to_the_first() {
    let (store, mut tab) = two();
    let before = store.json();
    let renames = ["once", "twice"].map(|name| Operation::from(Edit::rename("a", name)));
    let undo = act(&store, &mut tab, &Edit::All(renames.into()).into()).unwrap();
    assert_eq!(load(&store).lists.all()[0].name, "twice");
    let mut lists = load(&store).lists;
    let thrice = ["thrice", "again"].map(|name| Operation::from(Edit::rename("a", name)));
    let undone = lists.apply(&Edit::All(thrice.into()).into(), NOW).unwrap();
    lists.apply(&undone, NOW).unwrap();
    assert_eq!(lists.all()[0].name, "twice");
    let again = act(&store, &mut tab, &undo).unwrap();
    assert_eq!(load(&store).lists.all()[0].name, "A");
    assert_eq!(store.json(), before);
    act(&store, &mut tab, &again).unwrap();
    assert_eq!(load(&store).lists.all()[0].name, "twice");
}

/// Files leave repeated numbers out before; the edit stands alone.
#[test]
fn a_merge_that_writes_one_note_twice_is_undone_whole() {
    let (store, mut tab) = two();
    act(&store, &mut tab, &Edit::note("a", Some(2), "old").into());
    let before = timeless(&store);
    let from = r#"{"items":[{"number":2,"note":"x"},{"number":2,"note":"y"},{"number":9}]}"#;
    let list = "a".to_owned();
    let from = Json::read(from).expect("JSON");
    let undo = act(&store, &mut tab, &Edit::Merge { list, from }.into()).unwrap();
    assert_eq!(load(&store).lists.items()[1].note, "old\nx\ny");
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(timeless(&store), before);
}

/// Texts that can't be read, where the saved lists are and beside them.
fn unreadable() -> Memory {
    let store = Memory::holding("{\"schema\":1,\"lists\":[{");
    load(&store);
    store.plant(SAVED_KEY, "[]");
    load(&store);
    store
}

#[test]
fn everything_is_cleared_with_what_can_not_be_read_and_comes_back() {
    let store = unreadable();
    let mut tab = load(&store);
    act(&store, &mut tab, &new("a", &[1, 2]));
    act(&store, &mut tab, &Edit::note("a", Some(2), "why").into());
    let before = store.texts.borrow().clone();
    assert_eq!(before.len(), 3);
    let all = Edit::All(vec![
        Edit::Delete(vec!["a".to_owned()]).into(),
        Edit::Discard.into(),
    ]);
    let undo = act(&store, &mut tab, &all.into()).unwrap();
    let left = store.texts.borrow().clone();
    assert_eq!(left.keys().collect::<Vec<_>>(), [SAVED_KEY]);
    assert_eq!(store.json(), json!({ "schema": 1, "lists": [] }));
    assert_eq!(load(&store), tab);
    assert!(tab.would_change(&undo));
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(*store.texts.borrow(), before);
    assert!(!tab.would_change(&undo));
    assert_eq!(tab.unreadable, load(&store).unreadable);
}

#[test]
fn what_can_not_be_read_is_deleted_alone_and_comes_back() {
    let store = unreadable();
    let mut tab = load(&store);
    assert_eq!(tab.unreadable, ["{\"schema\":1,\"lists\":[{", "[]"]);
    let undo = act(&store, &mut tab, &Edit::Discard.into()).unwrap();
    assert_eq!(
        (tab.unreadable.len(), load(&store).unreadable.len()),
        (0, 0)
    );
    assert_eq!(act(&store, &mut tab, &Edit::Discard.into()), None);
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(load(&store).unreadable, tab.unreadable);
    assert_eq!(tab.unreadable.len(), 2);
    // What the browser refuses is not told as done.
    let before = store.texts.borrow().clone();
    let refusing = Memory {
        refuses: true,
        texts: store.texts,
        ..Memory::default()
    };
    assert_eq!(act(&refusing, &mut tab, &Edit::Discard.into()), None);
    assert_eq!(*refusing.texts.borrow(), before);
}

#[test]
fn a_recommendation_is_moved_to_the_place_of_another() {
    let store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    let before = timeless(&store);
    let shift = |number, to| Edit::Move {
        list: "x".to_owned(),
        number,
        to: Spot::Of(to),
    };
    for (number, to, expected) in [
        (45, 12, vec![45, 12, 3, 99]),
        (12, 45, vec![3, 99, 45, 12]),
        (3, 99, vec![12, 99, 3, 45]),
    ] {
        let undo = act(&store, &mut tab, &shift(number, to).into()).unwrap();
        assert_eq!(kept(&store)[0].1, expected);
        act(&store, &mut tab, &undo).unwrap();
        assert_eq!(timeless(&store), before);
    }
    for (number, to) in [(12, 12), (12, 8), (8, 12)] {
        assert_eq!(act(&store, &mut tab, &shift(number, to).into()), None);
    }
}

#[test]
fn names_and_notes_are_written_beside_what_other_versions_wrote() {
    let store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    let before = timeless(&store);
    for edit in [
        Edit::rename("x", "For \"Monday\""),
        Edit::note("x", None, "a\nb"),
        Edit::note("x", Some(12), ""),
        Edit::note("x", Some(99), "new"),
    ] {
        let undo = act(&store, &mut tab, &edit.clone().into()).unwrap();
        assert_ne!(timeless(&store), before);
        assert_eq!(act(&store, &mut tab, &edit.into()), None, "nothing to do");
        act(&store, &mut tab, &undo).unwrap();
        assert_eq!(timeless(&store), before);
    }
    let nothing = [
        Edit::rename("nobody", "x"),
        Edit::note("x", Some(8), "x"),
        Edit::note("x", Some(3), ""),
        Edit::note("x", None, ""),
    ];
    for edit in nothing {
        assert_eq!(act(&store, &mut tab, &edit.into()), None);
    }
}

#[test]
fn lists_without_an_id_of_their_own_get_one_and_stay_apart() {
    let list = |id: Value, number: u16| json!({ "id": id, "items": [{ "number": number }] });
    let unnamed = [
        list(json!("x"), 1),
        list(json!("x"), 2),
        list(json!(7), 3),
        list(json!("list-1"), 4),
        list(json!(""), 5),
    ];
    let store = Memory::holding(&json!({ "schema": 1, "lists": unnamed }).to_string());
    let mut tab = load(&store);
    let ids: Vec<String> = tab.lists.all().into_iter().map(|list| list.id).collect();
    assert_eq!(ids, ["x", "list-2", "list-3", "list-1", "list-4"]);
    let choose = Edit::Choose("list-3".to_owned());
    act(&store, &mut tab, &choose.into()).unwrap();
    act(&store, &mut tab, &Edit::rename("list-2", "second").into()).unwrap();
    let named = kept(&store);
    assert_eq!(
        named,
        lists(&[
            ("list-3", &[3]),
            ("x", &[1]),
            ("list-2", &[2]),
            ("list-1", &[4]),
            ("list-4", &[5])
        ])
    );
    assert_eq!(store.json()["lists"][2]["name"], "second");
}

#[test]
fn a_copy_has_all_that_the_list_has_and_a_name_of_its_own() {
    let store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    let copy = tab.lists.duplicate("x", "y", "Copy").unwrap();
    let undo = act(&store, &mut tab, &copy.into()).unwrap();
    let stored = store.json();
    let mut expected = rich()["lists"][0].clone();
    expected["id"] = json!("y");
    expected["name"] = json!("Copy");
    assert_eq!(stored["lists"][0], expected);
    assert_eq!(stored["lists"][1], rich()["lists"][0]);
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(store.json(), rich());
}

#[test]
fn two_lists_make_a_third_with_the_notes_of_both() {
    let (store, mut tab) = two();
    act(&store, &mut tab, &Edit::note("a", Some(3), "of a").into());
    act(&store, &mut tab, &Edit::note("b", Some(3), "of b").into());
    act(&store, &mut tab, &Edit::note("b", Some(4), "four").into());
    for (how, expected) in [
        (
            Combination::Union,
            vec![
                item(1, ""),
                item(2, ""),
                item(3, "of a\nof b"),
                item(4, "four"),
            ],
        ),
        (Combination::Intersection, vec![item(3, "of a\nof b")]),
        (Combination::Difference, vec![item(1, ""), item(2, "")]),
    ] {
        let made = tab.lists.combine(("a", "b"), how, ("c", "C"), NOW).unwrap();
        let undo = act(&store, &mut tab, &made.into()).unwrap();
        assert_eq!(tab.lists.all()[0].items, expected, "{how:?}");
        act(&store, &mut tab, &undo).unwrap();
        assert_eq!(tab.lists.all().len(), 2);
    }
}

#[test]
fn a_list_is_read_aloud_in_half_minutes_at_120_words_a_minute() {
    for (words, halves) in [(0, 1), (60, 1), (89, 1), (90, 2), (412, 7), (1200, 20)] {
        assert_eq!(reading_time(words), halves, "{words}");
    }
}

#[test]
fn a_newer_version_is_never_written_by_an_edit_either() {
    let mut newer = rich();
    newer["schema"] = json!(2);
    let store = Memory::holding(&newer.to_string());
    let mut tab = load(&store);
    act(&store, &mut tab, &Edit::rename("x", "other").into()).unwrap();
    assert_eq!(tab.lists.all()[0].name, "other");
    assert_eq!((store.writes.get(), store.json()), (0, newer));
}

/// A list as the simple model has it: its id, its name, its note and its items.
#[derive(Clone, Debug, PartialEq)]
struct Model {
    id: String,
    name: String,
    note: String,
    items: Vec<(u16, String)>,
}

/// What is done to a model: a step names a list by its place.
#[derive(Clone, Debug)]
enum Step {
    Save(Vec<u16>),
    Remove(Vec<u16>),
    Choose(usize),
    New(Vec<u16>),
    Delete(usize),
    Rename(usize, String),
    Note(usize, u16, String),
    ListNote(usize, String),
    Move(usize, u16, u16),
    Combine(usize, usize, Combination),
    Duplicate(usize),
    Clear,
}

fn steps() -> impl Strategy<Value = Step> {
    let some = || subsequence((1..=9).collect::<Vec<u16>>(), 1..=4).prop_shuffle();
    let text = || "[ab\n]{0,2}";
    let how = prop_oneof![
        Just(Combination::Union),
        Just(Combination::Intersection),
        Just(Combination::Difference)
    ];
    prop_oneof![
        4 => some().prop_map(Step::Save),
        2 => some().prop_map(Step::Remove),
        2 => (0..4_usize).prop_map(Step::Choose),
        2 => some().prop_map(Step::New),
        1 => (0..4_usize).prop_map(Step::Delete),
        1 => (0..4_usize, text()).prop_map(|(list, name)| Step::Rename(list, name)),
        3 => (0..4_usize, 1..=9_u16, text()).prop_map(|(list, number, note)| Step::Note(list, number, note)),
        1 => (0..4_usize, text()).prop_map(|(list, note)| Step::ListNote(list, note)),
        3 => (0..4_usize, 1..=9_u16, 1..=9_u16).prop_map(|(list, number, to)| Step::Move(list, number, to)),
        2 => (0..4_usize, 0..4_usize, how).prop_map(|(one, other, how)| Step::Combine(one, other, how)),
        1 => (0..4_usize).prop_map(Step::Duplicate),
        1 => Just(Step::Clear),
    ]
}

/// The operation of a step on lists that are there; `id` is that of a list it makes.
fn operation(lists: &SavedLists, step: &Step, id: &str) -> Option<Operation> {
    let all = lists.all();
    let named = |place: usize| all.get(place).map(|list| list.id.clone());
    Some(match step {
        Step::Save(numbers) => Operation::Save(numbers.clone()),
        Step::Remove(numbers) => Operation::Remove(numbers.clone()),
        Step::Choose(list) => Edit::Choose(named(*list)?).into(),
        Step::New(numbers) => Edit::new_list((id, id), "", &plain(numbers), NOW).into(),
        Step::Delete(list) => Edit::Delete(vec![named(*list)?]).into(),
        Step::Rename(list, name) => Edit::rename(&named(*list)?, name).into(),
        Step::Note(list, number, note) => Edit::note(&named(*list)?, Some(*number), note).into(),
        Step::ListNote(list, note) => Edit::note(&named(*list)?, None, note).into(),
        Step::Move(list, number, to) => Edit::Move {
            list: named(*list)?,
            number: *number,
            to: Spot::Of(*to),
        }
        .into(),
        Step::Combine(one, other, how) => {
            let (one, other) = (named(*one)?, named(*other)?);
            lists.combine((&one, &other), *how, (id, id), NOW)?.into()
        }
        Step::Duplicate(list) => lists.duplicate(&named(*list)?, id, id)?.into(),
        Step::Clear => Edit::Delete(all.into_iter().map(|list| list.id).collect()).into(),
    })
}

fn place_of(items: &[(u16, String)], number: u16) -> Option<usize> {
    items.iter().position(|(other, _)| *other == number)
}

/// What a step does to the model.
fn follow(model: &mut Vec<Model>, step: &Step, id: &str) {
    let made = |id: &str, name: &str, items: Vec<(u16, String)>| Model {
        id: id.to_owned(),
        name: name.to_owned(),
        note: String::new(),
        items,
    };
    let fresh = |numbers: &[u16]| {
        numbers
            .iter()
            .map(|number| (*number, String::new()))
            .collect()
    };
    match step {
        Step::Save(numbers) => {
            if model.is_empty() {
                model.push(made("saved", "Saved recommendations", Vec::new()));
            }
            for number in numbers {
                if place_of(&model[0].items, *number).is_none() {
                    model[0].items.push((*number, String::new()));
                }
            }
        }
        Step::Remove(numbers) => {
            if let Some(list) = model.first_mut() {
                list.items.retain(|(number, _)| !numbers.contains(number));
            }
        }
        Step::Choose(list) if *list < model.len() => model[..=*list].rotate_right(1),
        Step::New(numbers) => model.insert(0, made(id, id, fresh(numbers))),
        Step::Delete(list) if *list < model.len() => drop(model.remove(*list)),
        Step::Rename(list, name) if *list < model.len() => model[*list].name = name.clone(),
        Step::ListNote(list, note) if *list < model.len() => model[*list].note = note.clone(),
        Step::Note(list, number, note) if *list < model.len() => {
            let items = &mut model[*list].items;
            if let Some(place) = place_of(items, *number) {
                items[place].1 = note.clone();
            }
        }
        Step::Move(list, number, to) if *list < model.len() => {
            let items = &mut model[*list].items;
            if let (Some(from), Some(to)) = (place_of(items, *number), place_of(items, *to)) {
                let moved = items.remove(from);
                items.insert(to, moved);
            }
        }
        Step::Combine(one, other, how) if *one.max(other) < model.len() => {
            let (one, other) = (model[*one].items.clone(), model[*other].items.clone());
            let both = |(number, note): &(u16, String)| {
                let twin = place_of(&other, *number).map(|place| other[place].1.clone());
                let mut note = note.clone();
                let more = twin.unwrap_or_default();
                if !more.is_empty() && !format!("\n{note}\n").contains(&format!("\n{more}\n")) {
                    if !note.is_empty() {
                        note.push('\n');
                    }
                    note.push_str(&more);
                }
                (*number, note)
            };
            let in_other = |(number, _): &&(u16, String)| place_of(&other, *number).is_some();
            let items = match how {
                Combination::Union => {
                    let first = one.iter().map(both);
                    let rest = other.iter().filter(|(it, _)| place_of(&one, *it).is_none());
                    first.chain(rest.cloned()).collect()
                }
                Combination::Intersection => one.iter().filter(in_other).map(both).collect(),
                Combination::Difference => one.iter().filter(|it| !in_other(it)).cloned().collect(),
            };
            model.insert(0, made(id, id, items));
        }
        Step::Duplicate(list) if *list < model.len() => {
            let mut copy = model[*list].clone();
            (copy.id, copy.name) = (id.to_owned(), id.to_owned());
            model.insert(0, copy);
        }
        Step::Clear => model.clear(),
        _ => {}
    }
}

fn as_model(lists: &SavedLists) -> Vec<Model> {
    let lists = lists.all().into_iter();
    lists
        .map(
            |List {
                 id,
                 name,
                 note,
                 items,
             }| Model {
                id,
                name,
                note,
                items: items
                    .into_iter()
                    .map(|item| (item.number, item.note))
                    .collect(),
            },
        )
        .collect()
}

#[test]
fn random_steps_do_what_a_simple_model_does_and_each_undo_takes_one_back() {
    hold(1000, &vec(steps(), 0..30), |steps| {
        let store = Memory::default();
        let mut tab = load(&store);
        let mut model: Vec<Model> = Vec::new();
        for (nth, step) in steps.iter().enumerate() {
            let id = format!("n{nth}");
            let before = as_model(&tab.lists);
            let done = operation(&tab.lists, step, &id);
            if let Some(done) = done
                && let Some(undo) = act(&store, &mut tab, &done)
                && !matches!(step, Step::Choose(_))
            {
                let after = as_model(&tab.lists);
                let redo = act(&store, &mut tab, &undo).expect("an undo can be undone");
                // The list for what is saved first stays.
                if !before.is_empty() {
                    prop_assert_eq!(as_model(&tab.lists), before, "{:?}", step);
                }
                act(&store, &mut tab, &redo).expect("it can be done again");
                prop_assert_eq!(as_model(&tab.lists), after, "{:?}", step);
            }
            follow(&mut model, step, &id);
            prop_assert_eq!(as_model(&tab.lists), model.clone(), "{:?}", step);
            prop_assert_eq!(as_model(&load(&store).lists), model.clone());
        }
        Ok(())
    });
}

#[test]
fn two_tabs_end_with_what_the_model_has_after_all_steps_in_their_order() {
    hold(300, &vec((0..2_usize, steps()), 0..60), |steps| {
        let store = Memory::default();
        let mut tabs = [load(&store), load(&store)];
        let mut model: Vec<Model> = Vec::new();
        for (nth, (tab, step)) in steps.iter().enumerate() {
            let id = format!("n{nth}");
            // The browser tells a tab what the other has stored before it acts.
            tabs[*tab] = load(&store);
            if let Some(done) = operation(&tabs[*tab].lists, step, &id) {
                act(&store, &mut tabs[*tab], &done);
            }
            follow(&mut model, step, &id);
        }
        for tab in &mut tabs {
            *tab = load(&store);
            prop_assert_eq!(as_model(&tab.lists), model.clone());
        }
        Ok(())
    });
}

#[test]
fn a_tab_that_has_not_heard_of_another_loses_nothing_of_it() {
    hold(300, &vec((0..2_usize, steps()), 0..40), |steps| {
        let store = Memory::default();
        let mut tabs = [load(&store), load(&store)];
        for (nth, (tab, step)) in steps.iter().enumerate() {
            let Some(done) = operation(&tabs[*tab].lists, step, &format!("n{nth}")) else {
                continue;
            };
            let before = as_model(&load(&store).lists);
            act(&store, &mut tabs[*tab], &done);
            let after = as_model(&load(&store).lists);
            let takes = matches!(step, Step::Remove(_) | Step::Delete(_) | Step::Clear);
            for list in before.iter().filter(|_| !takes) {
                let same = after.iter().find(|other| other.id == list.id);
                let same = same.expect("no list is lost");
                let numbers: BTreeSet<u16> = same.items.iter().map(|(number, _)| *number).collect();
                prop_assert!(
                    list.items
                        .iter()
                        .all(|(number, _)| numbers.contains(number))
                );
            }
        }
        Ok(())
    });
}

/// Lists as a reader may have them: with any text in names and notes, names twice, and
/// in any order.
fn sets() -> impl Strategy<Value = Vec<(String, String, Vec<Item>)>> {
    let text = || {
        prop_oneof![
            Just(String::new()),
            "[a-c \n~_&=+%é“\u{1F600}-]{0,12}",
            any::<String>()
        ]
    };
    let items = subsequence((1..=45_u16).collect::<Vec<u16>>(), 0..=12)
        .prop_shuffle()
        .prop_flat_map(move |numbers| {
            let notes = vec(
                prop_oneof![2 => Just(String::new()), 1 => text()],
                numbers.len(),
            );
            (Just(numbers), notes)
        })
        .prop_map(|(numbers, notes)| {
            let items = numbers.into_iter().zip(notes);
            items.map(|(number, note)| Item { number, note }).collect()
        });
    let name = prop_oneof![Just("A".to_owned()), Just("B".to_owned()), text()];
    vec((name, text(), items), 0..6)
}

fn filled(set: &[(String, String, Vec<Item>)]) -> (Memory, Saved) {
    let store = Memory::default();
    let mut tab = load(&store);
    for (place, (name, note, items)) in set.iter().enumerate().rev() {
        let id = format!("id{place}");
        let list = Edit::new_list((&id, name), note, items, NOW);
        act(&store, &mut tab, &list.into());
    }
    (store, tab)
}

fn known(number: u16) -> bool {
    (1..=45).contains(&number)
}

fn read(text: &str) -> Import {
    Import::read(text, &known).expect("a file of lists")
}

fn import(store: &Memory, tab: &mut Saved, import: &Import, how: Importing) -> Option<Operation> {
    let mut next = 0;
    let edit = import.edit(&tab.lists, how, || {
        next += 1;
        format!("{}-{next}", store.writes.get())
    });
    act(store, tab, &edit.into())
}

#[test]
fn lists_come_back_from_their_file_as_they_were_and_twice_adds_nothing() {
    hold(1000, &sets(), |set| {
        for how in [Importing::AsNew, Importing::Merge] {
            let (store, mut tab) = filled(&set);
            let before = store.text(SAVED_KEY).map(|_| store.json()["lists"].clone());
            let file = read(&export(&tab.lists, SOURCE, NOW));
            let ids = tab.lists.all().into_iter().map(|list| list.id);
            act(&store, &mut tab, &Edit::Delete(ids.collect()).into());
            let cleared = tab.lists.all();
            prop_assert!(cleared.is_empty());
            import(&store, &mut tab, &file, how);
            prop_assert_eq!(
                store.text(SAVED_KEY).map(|_| store.json()["lists"].clone()),
                before
            );
            let again = import(&store, &mut tab, &file, how);
            prop_assert_eq!(again, None, "{:?}", how);
            let nothing = file.preview(&tab.lists, how);
            prop_assert_eq!((nothing.new, nothing.added, nothing.changed), (0, 0, 0));
        }
        Ok(())
    });
}

#[test]
fn an_import_into_other_lists_does_what_was_foretold_loses_nothing_and_can_be_undone() {
    hold(1000, &(sets(), sets()), |(here, there)| {
        let (_, other) = filled(&there);
        let file = read(&export(&other.lists, SOURCE, NOW));
        for how in [Importing::AsNew, Importing::Merge] {
            let (store, mut tab) = filled(&here);
            let before = tab.lists.all();
            let foretold = file.preview(&tab.lists, how);
            let undo = import(&store, &mut tab, &file, how);
            let after = tab.lists.all();
            let count = |lists: &[List]| lists.iter().map(|list| list.items.len()).sum::<usize>();
            prop_assert_eq!(after.len() - before.len(), foretold.new);
            prop_assert_eq!(count(&after) - count(&before), foretold.added);
            let changes = foretold.new + foretold.added + foretold.changed;
            prop_assert_eq!(undo.is_some(), changes > 0);
            for (old, new) in before.iter().zip(&after) {
                prop_assert_eq!((&old.id, &old.name), (&new.id, &new.name));
                prop_assert!(new.note.starts_with(&old.note));
                for (old, new) in old.items.iter().zip(&new.items) {
                    prop_assert!(old.number == new.number && new.note.starts_with(&old.note));
                }
            }
            prop_assert_eq!(import(&store, &mut tab, &file, how), None);
            if let Some(undo) = undo {
                act(&store, &mut tab, &undo).unwrap();
            }
            prop_assert_eq!(tab.lists.all(), before);
        }
        Ok(())
    });
}

#[test]
fn what_an_import_adds_changes_and_ignores_is_told_before() {
    let (store, mut tab) = two();
    act(&store, &mut tab, &Edit::note("a", Some(2), "mine").into());
    let file = json!({ "format": "agenda-explorer-lists", "schema": 1, "lists": [
        { "id": "z", "name": "A", "items": [
            { "number": 1, "note": "" }, { "number": 2, "note": "theirs" },
            { "number": 7 }, { "number": 7 }, { "number": 99 }, { "number": 70000 },
        ] },
        { "id": "y", "name": "C", "items": [{ "number": 5, "note": "" }] },
    ] });
    let file = read(&format!("\u{feff}{file}"));
    let told = file.preview(&tab.lists, Importing::Merge);
    let expected = Preview {
        lists: 2,
        new: 1,
        added: 2,
        present: 1,
        changed: 1,
        ignored: ["7", "99", "70000"].map(str::to_owned).to_vec(),
        more: 0,
    };
    assert_eq!(told, expected);
    import(&store, &mut tab, &file, Importing::Merge).unwrap();
    assert_eq!(
        kept(&store),
        lists(&[("a", &[1, 2, 3, 7]), ("b", &[3, 4]), ("y", &[5])])
    );
    assert_eq!(tab.lists.all()[0].items[1].note, "mine\ntheirs");
    let told = file.preview(&tab.lists, Importing::AsNew);
    assert_eq!((told.new, told.added, told.present), (1, 3, 1));
    import(&store, &mut tab, &file, Importing::AsNew).unwrap();
    let names: Vec<String> = tab.lists.all().into_iter().map(|list| list.name).collect();
    assert_eq!(names, ["A", "B", "C", "A (2)"]);
}

#[test]
fn a_file_of_something_else_is_refused_and_a_newer_one_told() {
    let refused = |text: &str| Import::read(text, &known).map(|_| ());
    for text in [
        "",
        "{",
        "[]",
        "number,text\n1,x",
        r#"{"format":"other","schema":1,"lists":[]}"#,
        r#"{"format":"agenda-explorer-lists","lists":[]}"#,
        r#"{"schema":1,"lists":[{"items":"x"}]}"#,
        r#"{"schema":1,"lists":{"__proto__":[]}}"#,
        &"[".repeat(1_000_000),
    ] {
        assert_eq!(refused(text), Err(ImportError::NotLists), "{text:.40}");
    }
    let newer = r#"{"format":"agenda-explorer-lists","schema":2,"lists":[]}"#;
    assert_eq!(refused(newer), Err(ImportError::Newer));
    // What is stored is a file as well.
    assert_eq!(refused(&rich().to_string()), Ok(()));
    let odd = r#"{"schema":1,"__proto__":{"lists":1},"lists":[{"__proto__":{},"items":[{"number":3,"__proto__":1}]}]}"#;
    assert_eq!(refused(odd), Ok(()));
}

#[test]
fn a_file_with_too_many_lists_is_read_to_its_limit_in_little_time() {
    let list = r#"{"name":"x","items":[]}"#;
    let many = vec![list; 80_000].join(",");
    let file = read(&format!(r#"{{"schema":1,"lists":[{many}]}}"#));
    let told = file.preview(&SavedLists::default(), Importing::AsNew);
    assert_eq!((told.lists, told.more), (200, 79_800));
    let entry = r#"{"number":12}"#;
    let many = vec![entry; 140_000].join(",");
    let file = read(&format!(r#"{{"schema":1,"lists":[{{"items":[{many}]}}]}}"#));
    let told = file.preview(&SavedLists::default(), Importing::AsNew);
    assert_eq!((told.added, told.ignored), (1, vec!["12".to_owned()]));
}

#[test]
fn a_list_with_its_title_and_notes_comes_back_from_its_link() {
    let agenda = agenda();
    let pairs = |query: &str| url::read(query, &agenda, NATIVE.compose);
    hold(1000, &sets(), |set| {
        for (title, note, items) in set {
            let numbers: Vec<u16> = items.iter().map(|item| item.number).collect();
            let notes = items.iter().filter(|item| !item.note.is_empty());
            let carried = Carried {
                title,
                note,
                notes: notes.map(|item| (item.number, item.note.clone())).collect(),
            };
            let view_state = ViewState {
                list: numbers.clone(),
                ..ViewState::new(&agenda)
            };
            let query = carried.add_to(url::write(&view_state, &agenda));
            if numbers.is_empty() || query.len() > MOST_CHARACTERS {
                continue;
            }
            let parsed = pairs(&query);
            prop_assert_eq!(&parsed.warnings, &[]);
            prop_assert_eq!(&parsed.view_state.list, &numbers);
            let read = Carried::read(&parsed.unknown_params, &numbers);
            prop_assert_eq!(&read, &carried, "{}", query);
            prop_assert!(
                parsed
                    .unknown_params
                    .iter()
                    .all(|piece| Carried::has(piece))
            );
        }
        Ok(())
    });
}

#[test]
fn a_title_and_notes_are_read_from_any_text() {
    let pieces = vec("(title|note|NOTE|x)?=?[0-9]{0,3}[_~]?.{0,8}", 0..6);
    hold(2000, &pieces, |pieces| {
        let list = [1, 2, 3];
        let carried = Carried::read(&pieces, &list);
        // What was read is written in one way, and read as the same.
        let query = carried.add_to(String::new());
        let again: Vec<String> = query.split('&').map(str::to_owned).collect();
        prop_assert_eq!(Carried::read(&again, &list), carried);
        Ok(())
    });
    let read = |pieces: &[&str]| {
        let pieces: Vec<String> = pieces.iter().map(|piece| (*piece).to_owned()).collect();
        Carried::read(&pieces, &[12, 5])
    };
    let carried = read(&[
        "utm_source=x",
        "Title=A%20b",
        "title=c",
        "note=5_five",
        "note=12_twelve_12",
        "note=5_again",
        "note=9_nine",
        "note=_all",
        "note=none",
    ]);
    assert_eq!(
        (carried.title.as_str(), carried.note.as_str()),
        ("A b", "all")
    );
    let notes = [(12, "twelve_12"), (5, "five")];
    assert_eq!(
        carried.notes,
        notes.map(|(number, note)| (number, note.to_owned()))
    );
    let long = format!("title={}", "x".repeat(MOST_CHARACTERS + 1));
    assert_eq!(read(&[&long]), Carried::default());
}

/// A golden text, what becomes of it, and the numbers of its first list.
macro_rules! golden {
    ($name:literal, $numbers:expr) => {{
        let numbers: &[u16] = &$numbers;
        (
            $name,
            include_str!(concat!("golden/saved/", $name, ".json")),
            include_str!(concat!("golden/saved/", $name, ".changed.json")),
            numbers,
        )
    }};
}

/// The stored texts of each version, as it wrote them, and what they are after a
/// recommendation was saved.
#[test]
fn stored_texts_of_every_version_are_read_and_keep_what_this_one_does_not_know() {
    for (name, stored, changed, numbers) in [
        golden!("1-one-list", [12, 3]),
        golden!("1-several-lists", [30, 2]),
        golden!("1-unknown-fields", [9]),
        golden!("1-empty", []),
    ] {
        let store = Memory::holding(stored.trim_end());
        let mut tab = load(&store);
        assert_eq!(tab.persistence_error, None, "{name}");
        let items = tab.lists.items().into_iter();
        let read: Vec<u16> = items.map(|item| item.number).collect();
        assert_eq!(read, numbers, "{name}");
        assert_eq!(tab.lists.write(), stored.trim_end(), "{name}");
        act(&store, &mut tab, &save(&[45]));
        assert_eq!(store.text(SAVED_KEY).unwrap(), changed.trim_end(), "{name}");
    }
}
