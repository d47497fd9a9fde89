//! The page does not grow by being loaded again.

use browser_tests::journey::visit;

use crate::kept::is_kept;

#[test]
fn fifty_reloads_leave_the_memory_as_it_was() {
    visit("?q=technology", |page| {
        is_kept(page);
        for _ in 0..5 {
            page.reload();
        }
        let before = page.browser().memory();
        for _ in 0..50 {
            page.reload();
        }
        let after = page.browser().memory();
        assert!(
            before > 0 && after < before * 6 / 5,
            "{before} bytes became {after}"
        );
    });
}
