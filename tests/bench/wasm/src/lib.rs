//! The search for Node. An answer crosses the border as one row of numbers.

use explorer::unicode;
use facet_search::{Corpus, Document, FacetSpec, search};
use js_sys::{ArrayBuffer, WebAssembly::Memory};
use page::UNICODE;
use search_bench::subject;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

/// The Unicode tables of the page, word for word: they are part of its speed.
#[path = "../../../../src/browser/unicode.rs"]
mod page;

/// Documents, and their index once it is built.
#[wasm_bindgen]
pub struct Engine {
    facets: Vec<FacetSpec>,
    documents: Vec<Document>,
    corpus: Option<Corpus>,
}

#[wasm_bindgen]
impl Engine {
    /// A search engine without documents, for facets with so many values each.
    #[wasm_bindgen(constructor)]
    pub fn new(sizes: &[u32]) -> Self {
        let sizes: Vec<usize> = sizes.iter().map(|size| *size as usize).collect();
        Self {
            facets: subject::facets(&sizes),
            documents: Vec::new(),
            corpus: None,
        }
    }

    /// Adds a document. `values` is, for each facet, their number and then them.
    pub fn add(&mut self, text: String, values: &[u32]) {
        let document = subject::document(self.documents.len(), text, lists(values));
        self.documents.push(document);
    }

    /// Builds the index of the documents.
    pub fn build(&mut self) {
        self.corpus = Some(subject::corpus(&self.documents, &self.facets, UNICODE.fold));
    }

    /// How many documents match, how many for each value of each facet, and
    /// the ids of the best. `chosen` is written as in [`Engine::add`].
    pub fn ask(&self, text: &str, chosen: &[u32]) -> Vec<u32> {
        let Some(corpus) = &self.corpus else {
            return Vec::new();
        };
        let view = search(corpus, &subject::query(text, &lists(chosen), UNICODE.fold));
        let numbers = std::iter::once(view.matched)
            .chain(view.counts.into_iter().flatten())
            .chain(view.hits);
        numbers.map(|number| number as u32).collect()
    }
}

/// The memory of the wasm, in bytes.
#[wasm_bindgen]
pub fn memory_size() -> u32 {
    let memory = wasm_bindgen::memory().unchecked_into::<Memory>();
    memory
        .buffer()
        .unchecked_into::<ArrayBuffer>()
        .byte_length()
}

/// Reads lists that stand one after the other, each behind its length.
fn lists(row: &[u32]) -> Vec<Vec<usize>> {
    let mut rest = row.iter().map(|number| *number as usize);
    let mut lists = Vec::new();
    while let Some(length) = rest.next() {
        lists.push(rest.by_ref().take(length).collect());
    }
    lists
}
