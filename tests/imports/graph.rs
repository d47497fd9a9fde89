//! Rules for imports: no circles, and no import against an order of layers.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

/// An import from one file to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: String,
    pub to: String,
    /// The line of the first such import.
    pub line: usize,
    pub path: String,
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Edge {
            from,
            to,
            line,
            path,
        } = self;
        write!(f, "{from}:{line} uses `{path}` of {to}")
    }
}

/// One circle for each group of files that import each other: the shortest one
/// from its first file.
pub fn circles(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut circles = Vec::new();
    let mut done = BTreeSet::new();
    let files: BTreeSet<&str> = edges.iter().map(|edge| edge.from.as_str()).collect();
    for file in files {
        if done.contains(file) {
            continue;
        }
        let Some(circle) = path(edges, file, file) else {
            continue;
        };
        let group = edges
            .iter()
            .map(|edge| edge.from.as_str())
            .filter(|other| path(edges, file, other).is_some())
            .filter(|other| path(edges, other, file).is_some());
        done.extend(group);
        circles.push(circle);
    }
    circles
}

/// The shortest way along at least one import.
fn path(edges: &[Edge], from: &str, to: &str) -> Option<Vec<Edge>> {
    let mut arrived_by: BTreeMap<&str, &Edge> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(file) = queue.pop_front() {
        for edge in edges.iter().filter(|edge| edge.from == file) {
            if !arrived_by.contains_key(edge.to.as_str()) {
                arrived_by.insert(&edge.to, edge);
                queue.push_back(&edge.to);
            }
        }
    }
    let mut way = vec![(*arrived_by.get(to)?).clone()];
    while way[0].from != from {
        way.insert(0, (*arrived_by[way[0].from.as_str()]).clone());
    }
    Some(way)
}

/// The imports from a layer to one above it. `order` lists prefixes of paths from
/// the lowest layer up, those on the same level together; a file is in the layer
/// of the longest prefix.
///
/// # Errors
/// Names a file that is in no layer.
pub fn upward<'a>(edges: &'a [Edge], order: &[&[&str]]) -> Result<Vec<&'a Edge>, String> {
    let layer = |file: &str| {
        let layers = order.iter().enumerate();
        layers
            .flat_map(|(level, prefixes)| prefixes.iter().map(move |prefix| (level, *prefix)))
            .filter(|(_, prefix)| is_in(file, prefix))
            .max_by_key(|(_, prefix)| prefix.len())
            .ok_or_else(|| format!("{file} is in no layer: add it to the order"))
    };
    let mut upward = Vec::new();
    for edge in edges {
        let (from, to) = (layer(&edge.from)?, layer(&edge.to)?);
        // Layers on the same level are independent of each other.
        if from.0 < to.0 || (from.0 == to.0 && from.1 != to.1) {
            upward.push(edge);
        }
    }
    Ok(upward)
}

/// Whether a file is the module with this path: `a/b` has `a/b.rs` and `a/b/…`.
fn is_in(file: &str, prefix: &str) -> bool {
    let rest = file.strip_prefix(prefix);
    rest.is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}
