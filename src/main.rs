//! Starts the page.

fn main() {
    explorer::ui::start();
}
