//! The way from one recommendation to the next, through what is shown.

/// What stands before and after a recommendation, and where it stands itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    pub previous: Option<u16>,
    pub next: Option<u16>,
    /// Its place among what is shown, from 1, and how many that are; none where it is
    /// not shown.
    pub place: Option<(usize, usize)>,
}

/// The neighbours of a recommendation among those that are shown, in their order. One
/// that is not shown has those of `all`, the whole agenda.
pub fn neighbours(number: u16, shown: &[u16], all: &[u16]) -> Neighbours {
    let place = |list: &[u16]| list.iter().position(|other| *other == number);
    let shown_at = place(shown);
    let list = if shown_at.is_some() { shown } else { all };
    let Some(at) = place(list) else {
        return Neighbours::default();
    };
    let neighbour = |at: Option<usize>| list.get(at?).copied();
    Neighbours {
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(at.checked_add(1)),
        place: shown_at.map(|at| (at + 1, shown.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [u16; 5] = [1, 2, 3, 4, 5];

    fn of(number: u16, shown: &[u16]) -> (Option<u16>, Option<u16>, Option<(usize, usize)>) {
        let found = neighbours(number, shown, &ALL);
        (found.previous, found.next, found.place)
    }

    #[test]
    fn the_way_leads_through_what_is_shown_in_its_order() {
        assert_eq!(of(2, &[5, 2, 4]), (Some(5), Some(4), Some((2, 3))));
        assert_eq!(of(5, &[5, 2, 4]), (None, Some(2), Some((1, 3))));
        assert_eq!(of(4, &[5, 2, 4]), (Some(2), None, Some((3, 3))));
        assert_eq!(of(3, &[3]), (None, None, Some((1, 1))));
    }

    #[test]
    fn what_is_not_shown_has_the_neighbours_of_the_agenda() {
        assert_eq!(of(3, &[5, 2, 4]), (Some(2), Some(4), None));
        assert_eq!(of(1, &[]), (None, Some(2), None));
        assert_eq!(of(9, &[]), (None, None, None));
    }
}
