//! What a path means: where it leads from the module that names it, and which file defines what it stands for.

use crate::source::{Meaning, Module, Segments};
use std::collections::BTreeMap;

/// Enough for any chain of re-exports; a circle of them ends here.
const MOST_STEPS: u32 = 32;

/// The modules of the source, in which paths can be followed.
pub struct Paths<'a> {
    pub modules: &'a BTreeMap<Segments, Module>,
}

impl<'a> Paths<'a> {
    /// The path from the root of the source on; `None` for one that leads out of it, or that names a variable.
    pub fn absolute(&self, from: &Segments, path: &[String]) -> Option<Segments> {
        self.absolute_within(from, path, MOST_STEPS)
    }

    fn absolute_within(&self, from: &Segments, path: &[String], steps: u32) -> Option<Segments> {
        let (first, rest) = path.split_first()?;
        let below = |base: &[String], rest: &[String]| Some(base.iter().chain(rest).cloned().collect::<Segments>());
        match first.as_str() {
            "crate" => below(&[], rest),
            "torus" if from.first().is_some_and(|root| root == "main") => below(&[], rest),
            "self" => below(from, rest),
            "super" => {
                let (_, parent) = from.split_last()?;
                self.absolute_within(&parent.to_vec(), &[&["self".to_owned()], rest].concat(), steps)
                    .and_then(|path| self.without_super(path))
            }
            _ => match self.modules[from].scope.get(first)? {
                Meaning::Item | Meaning::Module => below(from, path),
                // A path may begin with the name of another crate that is also the name brought in.
                Meaning::Used(target) if steps == 0 || target.first() == Some(first) => None,
                Meaning::Used(target) => below(&self.absolute_within(from, target, steps - 1)?, rest),
            },
        }
    }

    /// Takes `super` out of the middle of an absolute path.
    fn without_super(&self, path: Segments) -> Option<Segments> {
        let mut straight = Segments::new();
        for segment in path {
            if segment == "super" {
                straight.pop()?;
            } else {
                straight.push(segment);
            }
        }
        Some(straight)
    }

    /// The file that defines what an absolute path stands for, and whether that is a module.
    pub fn definition(&self, path: &[String]) -> Option<(&'a str, bool)> {
        self.definition_within(path, MOST_STEPS)
    }

    fn definition_within(&self, path: &[String], steps: u32) -> Option<(&'a str, bool)> {
        let steps = steps.checked_sub(1)?;
        let mut at = Segments::new();
        for (index, segment) in path.iter().enumerate() {
            let module = &self.modules[&at];
            match module.scope.get(segment) {
                Some(Meaning::Module) => at.push(segment.clone()),
                Some(Meaning::Item) => return Some((&module.file, false)),
                Some(Meaning::Used(target)) => {
                    let target = self.absolute(&at, target)?;
                    return self.definition_within(&[&target, &path[index + 1..]].concat(), steps);
                }
                None => {
                    let taken_in = |glob: &Segments| {
                        let base = self.absolute(&at, glob).filter(|base| self.modules.contains_key(base))?;
                        let is_there = self.modules[&base].scope.contains_key(segment);
                        is_there.then(|| self.definition_within(&[&base, &path[index..]].concat(), steps))?
                    };
                    return module.globs.iter().find_map(taken_in);
                }
            }
        }
        Some((&self.modules[&at].file, true))
    }
}
