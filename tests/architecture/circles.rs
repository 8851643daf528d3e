//! Circles between files: what each file names of others, and the ways that lead back to where they began.

use crate::paths::Paths;
use crate::source::{Module, Segments};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// For each file the files that its code names, tests left out.
pub fn graph(modules: &BTreeMap<Segments, Module>) -> BTreeMap<&str, BTreeSet<&str>> {
    let paths = Paths { modules };
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, module) in modules {
        let edges = graph.entry(&module.file).or_default();
        for named in module.named.iter().filter(|named| !named.is_in_tests) {
            let Some(absolute) = paths.absolute(path, &named.path) else { continue };
            // What a folder hands on of its own files is an address and no use.
            if named.is_handed_on && absolute.starts_with(path) {
                continue;
            }
            let Some((file, is_module)) = paths.definition(&absolute) else { continue };
            // A single word that is a module's name as well is a variable.
            if file != module.file && !(is_module && named.path.len() == 1) {
                edges.insert(file);
            }
        }
    }
    graph
}

/// One shortest circle through each file that is on one and on none of those before it.
pub fn circles<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<Vec<&'a str>> {
    let mut found: Vec<Vec<&str>> = Vec::new();
    for &file in graph.keys() {
        if !found.iter().any(|circle| circle.contains(&file)) {
            found.extend(shortest_circle(graph, file));
        }
    }
    found
}

fn shortest_circle<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(file) = waiting.pop_front() {
        for &next in &graph[file] {
            if next == start {
                let mut circle = vec![file];
                while let Some(before) = came_from.get(circle[circle.len() - 1]) {
                    circle.push(before);
                }
                circle.reverse();
                return Some(circle);
            }
            if !came_from.contains_key(next) {
                came_from.insert(next, file);
                waiting.push_back(next);
            }
        }
    }
    None
}
