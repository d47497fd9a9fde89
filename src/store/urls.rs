//! The addresses of questions, and the address bar.

use super::{Explorer, read_address};
use crate::browser::address;
use crate::link;
use crate::pages::{self, OwnPage};
use crate::query::{Page, Question};
use crate::ui::STATIC;

impl Explorer {
    /// The address of a question, relative to the page.
    pub fn href(self, question: &Question) -> String {
        if STATIC {
            return self.static_href(question);
        }
        let question = self.allowed(question.clone()).normalised();
        format!("?{}", self.query(&question))
    }

    /// The same for a page that nothing takes over: a page of its own where
    /// there is one, the home page with a query otherwise.
    pub(super) fn static_href(self, question: &Question) -> String {
        let path = match OwnPage::of(question, self.agenda) {
            Some(page) => page.path(self.agenda),
            None => format!("?{}", link::write(question, self.agenda)),
        };
        let href = self.file(&path);
        if href.is_empty() {
            "./".to_owned()
        } else {
            href
        }
    }

    /// The address of a file of the site, relative to the page.
    pub fn file(self, path: &str) -> String {
        self.own_page.root().to_owned() + path
    }

    /// The address of a question for others.
    pub fn public_link(self, question: &Question) -> String {
        let query = link::write(&question.unframed(), self.agenda);
        let root = self.public_root();
        if query.is_empty() {
            root
        } else {
            format!("{root}?{query}")
        }
    }

    /// The address of a recommendation for others.
    pub fn public_page(self, number: u16) -> String {
        pages::address_of(number, &self.public_root())
    }

    pub(super) fn public_root(self) -> String {
        address::public_root(self.own_page.depth())
    }

    pub(super) fn query(self, question: &Question) -> String {
        link::write_on(self.own_page, question, self.agenda)
    }

    /// The one that asks for a recommendation alone.
    pub fn question_on(self, number: u16) -> Question {
        Question {
            open: Some(number),
            ..Question::new(self.agenda)
        }
    }

    /// The question of a page without anything else.
    pub fn question_of(self, page: Page) -> Question {
        Question {
            page,
            ..Question::new(self.agenda)
        }
    }

    /// Writes the question to the address bar. A browser that refuses leaves
    /// the old address there; everything else goes on.
    pub(super) fn mirror(self, entry: address::Entry) {
        let query = self
            .question
            .with_untracked(|question| self.query(question));
        let query = self
            .scene
            .with_untracked(|scene| link::with_foreign(query, &scene.foreign));
        let _ = address::write(&query, entry);
    }

    pub(super) fn follow_address(self) {
        self.typing.stop();
        let reading = read_address(self.own_page, self.agenda);
        self.scene.update(|scene| {
            scene.foreign = reading.foreign;
            scene.remarks = reading.remarks;
        });
        self.question.set(reading.question);
    }

    /// Opens what a fragment such as `rec-12` or `rec-15-3` points to.
    pub(super) fn follow_fragment(self) {
        let fragment = address::fragment();
        let Some((number, id)) = link::fragment(&fragment, self.agenda) else {
            return;
        };
        let mut question = self.question.get_untracked();
        question.open = Some(number);
        self.question.set(question);
        self.mirror(address::Entry::Replace);
        self.bring(id.to_owned(), None);
    }
}
