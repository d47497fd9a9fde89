//! The reader's saved lists: what is stored, by whom it may be changed, and
//! what becomes of text that can't be read.

mod support;

use explorer::{
    state::saved::{
        Edit, Operation, PersistenceError, Saved, SavedLists, Spot, StorageError, change,
        discard_unreadable, load,
    },
    state::{Page, ViewState},
};
use proptest::{collection::vec, prelude::*, sample::subsequence};
use serde_json::json;
use support::{
    NATIVE, agenda, hold,
    memory::{Memory, NOW, SAVED_KEY, act, kept, numbers, rich, save, shift, timeless},
};

const UNREADABLE_KEY: &str = "agenda-explorer:saved.unreadable";

#[test]
fn what_is_saved_is_kept_in_the_readers_order_with_the_time_of_the_change() {
    let store = Memory::default();
    let mut tab = load(&store);
    for number in [30, 2, 17] {
        act(&store, &mut tab, &save(&[number]));
    }
    assert_eq!(
        (numbers(&tab.lists), tab.persistence_error),
        (vec![30, 2, 17], None)
    );
    let item = |number: u16| json!({ "number": number, "note": "" });
    let stored = store.json();
    assert_eq!(stored["schema"], 1);
    assert_eq!(
        stored["lists"][0]["items"],
        json!([item(30), item(2), item(17)])
    );
    assert_eq!(stored["lists"][0]["updated"], NOW);
    change(&store, &tab, &shift("saved", 17, 2), "later");
    assert_eq!(kept(&store), [30, 17, 2]);
    assert_eq!(store.json()["lists"][0]["updated"], "later");
}

#[test]
fn a_first_visit_and_a_change_that_changes_nothing_write_nothing() {
    let store = Memory::default();
    let mut tab = load(&store);
    assert_eq!(tab, Saved::default());
    assert_eq!(act(&store, &mut tab, &Operation::Remove(vec![3])), None);
    assert_eq!((store.writes.get(), store.texts.borrow().len()), (0, 0));
    let store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    for nothing in [
        save(&[12, 45]),
        shift("x", 12, 12),
        shift("x", 12, 8),
        shift("x", 8, 12),
        Operation::Restore(Vec::new()),
    ] {
        assert_eq!(act(&store, &mut tab, &nothing), None, "{nothing:?}");
    }
    assert_eq!((store.writes.get(), store.json()), (0, rich()));
}

#[test]
fn a_tab_that_has_not_heard_of_another_does_not_undo_it() {
    let store = Memory::default();
    let (mut one, mut other) = (load(&store), load(&store));
    act(&store, &mut one, &save(&[3]));
    act(&store, &mut other, &save(&[5]));
    assert_eq!(
        (kept(&store), numbers(&other.lists)),
        (vec![3, 5], vec![3, 5])
    );
    assert_eq!(numbers(&one.lists), [3]);
    act(&store, &mut other, &Operation::Remove(vec![3]));
    act(&store, &mut one, &save(&[9]));
    assert_eq!(
        (kept(&store), numbers(&one.lists)),
        (vec![5, 9], vec![5, 9])
    );
}

#[test]
fn text_that_cannot_be_read_is_kept_byte_for_byte_and_offered() {
    let long = format!("[{}", "x ".repeat(500_000));
    let table = r#"{
        null
        []
        "x"
        {"lists":[]}
        {"schema":1}
        {"schema":0,"lists":[]}
        {"schema":"1","lists":[]}
        {"schema":1,"lists":{}}
        {"schema":1,"lists":[7]}
        {"schema":1,"lists":[{"id":"x"}]}
        {"schema":1,"lists":[{"items":"x"}]}
        {"schema":1,"lists":[{"items":[3]}]}
        {"schema":1,"lists":[{"items":[{"number":-1}]}]}
        {"schema":1,"lists":[{"items":[]},{"items":[{"note":"x"}]}]}"#;
    for broken in table.lines().chain(["", "\0\n", &long]) {
        let store = Memory::holding(broken);
        let mut tab = load(&store);
        assert_eq!((numbers(&tab.lists), tab.persistence_error), (vec![], None));
        assert_eq!(tab.unreadable, [broken]);
        assert_eq!(store.text(UNREADABLE_KEY).as_deref(), Some(broken));
        assert_eq!(store.text(SAVED_KEY).as_deref(), Some(broken));
        assert_eq!(load(&store), tab);
        assert_eq!(store.writes.get(), 1, "copied once");
        act(&store, &mut tab, &save(&[7]));
        assert_eq!(
            (kept(&store), tab.unreadable),
            (vec![7], vec![broken.to_owned()])
        );
        assert_eq!(store.text(UNREADABLE_KEY).as_deref(), Some(broken));
    }
}

#[test]
fn further_texts_that_cannot_be_read_are_kept_beside_the_first() {
    let store = Memory::holding("{");
    load(&store);
    for (number, broken) in ["null", "[]", "null"].iter().enumerate() {
        store.plant(SAVED_KEY, broken);
        assert_eq!(load(&store).unreadable.len(), [2, 3, 3][number]);
    }
    assert_eq!(load(&store).unreadable, ["{", "null", "[]"]);
    assert_eq!(store.text(UNREADABLE_KEY).as_deref(), Some("{"));
}

#[test]
fn what_cannot_be_read_goes_only_when_the_reader_discards_it() {
    let store = Memory::holding("{");
    load(&store);
    store.plant(SAVED_KEY, "null");
    load(&store);
    assert_eq!(discard_unreadable(&store), Ok(()));
    assert_eq!(
        (load(&store), store.texts.borrow().len()),
        (Saved::default(), 0)
    );
    let store = Memory::holding("{");
    let mut tab = load(&store);
    act(&store, &mut tab, &save(&[7]));
    assert_eq!(discard_unreadable(&store), Ok(()));
    assert_eq!((kept(&store), load(&store).unreadable), (vec![7], vec![]));
}

#[test]
fn a_text_that_cannot_be_copied_is_not_written_over() {
    let broken = "{ much to lose";
    let store = Memory {
        room: Some(60),
        ..Memory::holding(broken)
    };
    let mut tab = load(&store);
    assert_eq!(
        tab.persistence_error,
        Some(PersistenceError::Refused(StorageError::Full))
    );
    assert_eq!(tab.unreadable, [broken]);
    act(&store, &mut tab, &save(&[3]));
    assert_eq!(numbers(&tab.lists), [3]);
    assert_eq!(store.text(SAVED_KEY).as_deref(), Some(broken));
}

#[test]
fn lists_of_a_newer_version_are_read_and_never_written() {
    let mut newer = rich();
    newer["schema"] = json!(999);
    let store = Memory::holding(&newer.to_string());
    let mut tab = load(&store);
    assert_eq!(tab.persistence_error, Some(PersistenceError::Newer));
    assert!(numbers(&tab.lists).starts_with(&[12, 3]));
    act(&store, &mut tab, &save(&[7]));
    assert_eq!(numbers(&tab.lists).last(), Some(&7));
    assert_eq!(store.writes.get(), 0);
    for odd in [
        r#"{"schema":2}"#,
        r#"{"schema":2,"lists":[["x"]]}"#,
        r#"{"schema":2,"lists":"x"}"#,
    ] {
        let store = Memory::holding(odd);
        let mut tab = load(&store);
        act(&store, &mut tab, &save(&[7]));
        assert_eq!(
            (tab.persistence_error, store.writes.get()),
            (Some(PersistenceError::Newer), 0),
            "{odd}"
        );
    }
}

#[test]
fn a_newer_version_in_another_tab_is_not_written_over() {
    let store = Memory::default();
    let mut tab = load(&store);
    act(&store, &mut tab, &save(&[3]));
    let newer = r#"{"schema":2,"lists":[{"items":[{"number":8}]}]}"#;
    store.plant(SAVED_KEY, newer);
    act(&store, &mut tab, &save(&[4]));
    assert_eq!(tab.persistence_error, Some(PersistenceError::Newer));
    assert_eq!(store.text(SAVED_KEY).as_deref(), Some(newer));
}

#[test]
fn fields_and_numbers_of_other_versions_survive_every_change() {
    let store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    act(&store, &mut tab, &save(&[7]));
    act(&store, &mut tab, &Operation::Remove(vec![45]));
    act(&store, &mut tab, &shift("x", 12, 3));
    let mut expected = rich();
    let list = &mut expected["lists"][0];
    list["updated"] = json!(NOW);
    let items = list["items"].as_array_mut().unwrap();
    items[..3].rotate_left(1);
    items[4] = json!({ "number": 7, "note": "" });
    assert_eq!(store.json(), expected);
}

#[test]
fn what_other_versions_wrote_stays_to_the_letter_and_in_its_order() {
    let text = |updated: &str| {
        let items = r#"{"z":-7e400,"number":12,"a":1E+2},{"number":3}"#;
        let list = format!(r#"{{"z":1.0,"items":[{items}],"updated":"{updated}","a":0.10}}"#);
        let long = "123456789012345678901234567890";
        format!(r#"{{"z":{long},"schema":1,"lists":[{list}],"a":"é"}}"#)
    };
    let store = Memory::holding(&text("then"));
    let mut tab = load(&store);
    let undo = act(&store, &mut tab, &Operation::Remove(vec![12, 3])).unwrap();
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(store.text(SAVED_KEY), Some(text(NOW)));
}

#[test]
fn numbers_that_the_agenda_does_not_have_are_kept_and_not_shown() {
    let agenda = agenda();
    let shelf = SavedLists::read(&rich().to_string()).unwrap();
    let view_state = ViewState {
        page: Page::Saved,
        ..ViewState::new(&agenda)
    };
    let query = view_state.query(&agenda, &numbers(&shelf), NATIVE.fold);
    assert_eq!(query.within, Some(vec![11, 2, 44]));
    assert_eq!(shelf.write(), rich().to_string());
}

#[test]
fn the_undo_of_every_change_restores_the_stored_text() {
    let store = Memory::holding(&rich().to_string());
    let before = timeless(&store);
    let mut tab = load(&store);
    for operation in [
        save(&[7, 8]),
        Operation::Remove(vec![45, 12]),
        Operation::Remove(vec![3, 12, 99, 45]),
        shift("x", 3, 12),
        shift("x", 12, 45),
    ] {
        let undo = act(&store, &mut tab, &operation).unwrap();
        let changed = timeless(&store);
        assert_ne!(changed, before);
        let redo = act(&store, &mut tab, &undo).unwrap();
        assert_eq!(timeless(&store), before, "{operation:?}");
        let undo = act(&store, &mut tab, &redo).unwrap();
        assert_eq!(timeless(&store), changed, "{operation:?} again");
        act(&store, &mut tab, &undo);
    }
}

#[test]
fn the_undo_of_a_removal_brings_back_each_note_of_a_number_stored_twice() {
    let mut twice = rich();
    let items = twice["lists"][0]["items"].as_array_mut().unwrap();
    items.insert(3, json!({ "number": 12, "note": "another" }));
    let store = Memory::holding(&twice.to_string());
    let before = timeless(&store);
    let mut tab = load(&store);
    assert_eq!(numbers(&tab.lists), [12, 3, 99, 45]);
    assert_eq!(tab.lists.items()[0].note, "é \"x\"");
    let undo = act(&store, &mut tab, &Operation::Remove(vec![12])).unwrap();
    assert_eq!(kept(&store), [3, 99, 45]);
    let redo = act(&store, &mut tab, &undo).unwrap();
    assert_eq!(timeless(&store), before);
    act(&store, &mut tab, &redo).unwrap();
    assert_eq!(kept(&store), [3, 99, 45]);
}

#[test]
fn where_nothing_can_be_stored_changes_last_until_the_page_closes() {
    let refusing = Memory {
        refuses: true,
        ..Memory::default()
    };
    let full = Memory {
        room: Some(40),
        ..Memory::default()
    };
    for (store, refusal) in [
        (refusing, StorageError::Unavailable),
        (full, StorageError::Full),
    ] {
        let mut tab = load(&store);
        act(&store, &mut tab, &save(&[3]));
        act(&store, &mut tab, &save(&[5]));
        assert_eq!(
            tab.persistence_error,
            Some(PersistenceError::Refused(refusal))
        );
        assert_eq!(numbers(&tab.lists), [3, 5]);
        let undo = act(&store, &mut tab, &Operation::Remove(vec![3])).unwrap();
        act(&store, &mut tab, &undo);
        assert_eq!(numbers(&tab.lists), [3, 5]);
        assert!(store.texts.borrow().is_empty());
    }
}

#[test]
fn a_store_that_was_full_takes_all_changes_once_it_has_room() {
    let mut store = Memory::holding(&rich().to_string());
    let mut tab = load(&store);
    let other = &mut load(&store);
    store.room = Some(0);
    act(&store, &mut tab, &save(&[20]));
    let undo = act(&store, &mut tab, &Operation::Remove(vec![12])).unwrap();
    act(&store, &mut tab, &undo);
    act(&store, &mut tab, &Operation::Remove(vec![3]));
    assert_eq!(
        tab.persistence_error,
        Some(PersistenceError::Refused(StorageError::Full))
    );
    assert_eq!(numbers(&tab.lists), [12, 99, 45, 20]);
    assert_eq!(store.json(), rich());
    store.room = None;
    // What another tab has stored meanwhile stays.
    act(&store, other, &save(&[30]));
    act(&store, &mut tab, &save(&[21]));
    assert_eq!(tab.persistence_error, None);
    assert_eq!(numbers(&tab.lists), [12, 99, 45, 30, 20, 21]);
    assert_eq!(kept(&store), numbers(&tab.lists));
    let writes = store.writes.get();
    act(&store, &mut tab, &Operation::Remove(vec![8]));
    assert_eq!(store.writes.get(), writes, "nothing is left to be stored");
}

#[test]
fn a_text_that_was_not_copied_for_want_of_room_is_copied_before_it_is_written_over() {
    let broken = "{ much to lose";
    let mut store = Memory {
        room: Some(60),
        ..Memory::holding(broken)
    };
    let mut tab = load(&store);
    act(&store, &mut tab, &save(&[3]));
    store.room = None;
    act(&store, &mut tab, &save(&[5]));
    assert_eq!(tab.persistence_error, None);
    assert_eq!(
        (kept(&store), numbers(&tab.lists)),
        (vec![3, 5], vec![3, 5])
    );
    assert_eq!(store.text(UNREADABLE_KEY).as_deref(), Some(broken));
}

#[test]
fn halves_of_surrogate_pairs_in_a_list_are_kept_as_they_were_written() {
    let text = |updated: &str| {
        let items = r#"{"number":12,"note":"a\ud83d"},{"number":3,"\uDE00":"\/\ud83d\u0041"}"#;
        format!(r#"{{"schema":1,"lists":[{{"items":[{items}],"updated":"{updated}"}}]}}"#)
    };
    let store = Memory::holding(&text("then"));
    let mut tab = load(&store);
    assert_eq!(tab.unreadable, Vec::<String>::new());
    assert_eq!(tab.lists.items()[0].note, "a\u{fffd}");
    let undo = act(&store, &mut tab, &Operation::Remove(vec![12, 3])).unwrap();
    act(&store, &mut tab, &undo).unwrap();
    assert_eq!(store.text(SAVED_KEY), Some(text(NOW)));
}

#[test]
fn a_store_that_is_taken_away_takes_nothing_from_the_page() {
    let mut store = Memory::default();
    let mut tab = load(&store);
    act(&store, &mut tab, &save(&[3]));
    store.refuses = true;
    act(&store, &mut tab, &save(&[5]));
    assert_eq!(
        tab.persistence_error,
        Some(PersistenceError::Refused(StorageError::Unavailable))
    );
    assert_eq!(numbers(&tab.lists), [3, 5]);
    assert_eq!(discard_unreadable(&store), Err(StorageError::Unavailable));
}

/// What an operation does to a plain list of numbers.
fn model(list: &mut Vec<u16>, operation: &Operation) {
    let place = |list: &[u16], number: &u16| list.iter().position(|other| other == number);
    match operation {
        Operation::Save(numbers) => {
            let new = numbers.iter().filter(|it| place(list, it).is_none());
            let new: Vec<u16> = new.copied().collect();
            list.extend(new);
        }
        Operation::Remove(numbers) => list.retain(|number| !numbers.contains(number)),
        Operation::Edit(edit) => {
            let Edit::Move { number, to, .. } = &**edit else {
                unreachable!("not among the random operations");
            };
            if let (Some(from), Spot::Of(other)) = (place(list, number), to)
                && let Some(to) = place(list, other)
            {
                let moved = list.remove(from);
                list.insert(to, moved);
            }
        }
        _ => unreachable!("not among the random operations"),
    }
}

#[test]
fn two_tabs_end_with_the_same_list_and_with_every_change_in_order() {
    let some = || subsequence((1..=9).collect::<Vec<u16>>(), 1..=3).prop_shuffle();
    let operation = prop_oneof![
        3 => some().prop_map(Operation::Save),
        1 => some().prop_map(Operation::Remove),
        2 => (1..=9_u16, 1..=9_u16).prop_map(|(one, other)| shift("saved", one, other)),
    ];
    hold(1000, &vec((0..2_usize, operation), 0..30), |operations| {
        let store = Memory::default();
        let mut tabs = [load(&store), load(&store)];
        let mut expected = Vec::new();
        for (tab, operation) in operations {
            let before = store.text(SAVED_KEY).map(|_| timeless(&store));
            let undo = act(&store, &mut tabs[tab], &operation);
            let other = &mut tabs[1 - tab];
            if let (Some(undo), Some(before)) = (undo, before) {
                let redo = act(&store, other, &undo).expect("an undo can be undone");
                prop_assert_eq!(timeless(&store), before);
                act(&store, other, &redo);
            }
            model(&mut expected, &operation);
            prop_assert_eq!(numbers(&tabs[tab].lists), kept(&store));
            prop_assert_eq!(kept(&store), expected.clone());
        }
        Ok(())
    });
}
