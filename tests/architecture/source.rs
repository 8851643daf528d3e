//! The source as the compiler sees it: its modules, what each defines, and every path that its code names.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use syn::ext::IdentExt;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Item, ItemMod, UseTree, Visibility};

pub const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// A path as it is written: `["super", "Question"]`.
pub type Segments = Vec<String>;

/// A module: a file, or a part of one.
#[derive(Debug)]
pub struct Module {
    /// The file that holds it, below `src/`.
    pub file: String,
    /// What its names stand for.
    pub scope: BTreeMap<String, Meaning>,
    /// The modules whose names it takes in with `*`.
    pub globs: Vec<Segments>,
    /// The paths that its code names.
    pub named: Vec<Named>,
}

/// What a name stands for in a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Something that the module defines itself.
    Item,
    /// A module inside it.
    Module,
    /// What a `use` brings in, as the path is written there.
    Used(Segments),
}

/// A path that code names.
#[derive(Debug)]
pub struct Named {
    /// The path as it is written.
    pub path: Segments,
    /// Whether only tests name it.
    pub is_in_tests: bool,
    /// Whether it is only handed on under another address, by `pub use`.
    pub is_handed_on: bool,
}

/// The modules by their absolute paths; the program itself stands under `main`.
pub fn modules() -> BTreeMap<Segments, Module> {
    let mut modules = BTreeMap::new();
    read_file(Path::new("lib.rs"), Vec::new(), false, &mut modules);
    read_file(Path::new("main.rs"), vec!["main".to_owned()], false, &mut modules);
    modules
}

fn read_file(file: &Path, path: Segments, is_in_tests: bool, modules: &mut BTreeMap<Segments, Module>) {
    let text = fs::read_to_string(Path::new(SOURCE).join(file)).expect("a source file");
    let mut parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let is_root = file.file_name().is_some_and(|name| name == "mod.rs" || name == "lib.rs" || name == "main.rs");
    let folder = if is_root { file.parent().expect("in a folder").to_owned() } else { file.with_extension("") };
    read_items(&mut parsed.items, file, &folder, path, is_in_tests, modules);
}

fn read_items(
    items: &mut [Item],
    file: &Path,
    folder: &Path,
    path: Segments,
    is_in_tests: bool,
    modules: &mut BTreeMap<Segments, Module>,
) {
    let name = file.to_str().expect("plain names").replace('\\', "/");
    let mut reader = Reader {
        module: Module { file: name, scope: BTreeMap::new(), globs: Vec::new(), named: Vec::new() },
        is_in_tests,
        inner: Vec::new(),
    };
    // The build has this visitor already and not the one that changes nothing.
    items.iter_mut().for_each(|item| reader.visit_item_mut(item));
    for (mut inner, is_in_tests) in reader.inner {
        let name = inner.ident.unraw().to_string();
        let inner_path: Segments = path.iter().cloned().chain([name.clone()]).collect();
        match &mut inner.content {
            Some((_, items)) => read_items(items, file, &folder.join(&name), inner_path, is_in_tests, modules),
            None => read_file(&file_of(folder, &name), inner_path, is_in_tests, modules),
        }
    }
    modules.insert(path, reader.module);
}

fn file_of(folder: &Path, module: &str) -> PathBuf {
    let in_folder = folder.join(module).join("mod.rs");
    if Path::new(SOURCE).join(&in_folder).exists() { in_folder } else { folder.join(module).with_extension("rs") }
}

/// Gathers what one module defines and names; the modules inside it are read afterwards.
struct Reader {
    module: Module,
    is_in_tests: bool,
    inner: Vec<(ItemMod, bool)>,
}

impl Reader {
    fn name(&mut self, path: Segments, is_handed_on: bool) {
        self.module.named.push(Named { path, is_in_tests: self.is_in_tests, is_handed_on });
    }

    fn within(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let outside = self.is_in_tests;
        self.is_in_tests |= attributes.iter().any(is_cfg_test);
        visit(self);
        self.is_in_tests = outside;
    }

    fn bring_in(&mut self, tree: &UseTree, mut path: Segments, is_handed_on: bool) {
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.unraw().to_string());
                self.bring_in(&step.tree, path, is_handed_on);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.bring_in(tree, path.clone(), is_handed_on));
            }
            UseTree::Glob(_) => {
                self.module.globs.push(path.clone());
                self.name(path, is_handed_on);
            }
            UseTree::Name(name) => self.bring_in_as(path, name.ident.unraw().to_string(), None, is_handed_on),
            UseTree::Rename(name) => {
                self.bring_in_as(path, name.ident.unraw().to_string(), Some(name.rename.to_string()), is_handed_on);
            }
        }
    }

    fn bring_in_as(&mut self, mut path: Segments, name: String, rename: Option<String>, is_handed_on: bool) {
        if name != "self" {
            path.push(name);
        }
        let known_as = rename.or_else(|| path.last().cloned()).unwrap_or_default();
        // A test may use a name otherwise than the code around it.
        if self.is_in_tests {
            self.module.scope.entry(known_as).or_insert(Meaning::Used(path.clone()));
        } else {
            self.module.scope.insert(known_as, Meaning::Used(path.clone()));
        }
        self.name(path, is_handed_on);
    }

    /// The paths among the tokens of a macro, which has no syntax of its own.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path: Segments = Vec::new();
        let (mut colons, mut is_field) = (0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if !path.is_empty() && colons == 2 => path.push(ident.unraw().to_string()),
                TokenTree::Ident(ident) => {
                    self.end_path(&mut path);
                    if !is_field {
                        path.push(ident.unraw().to_string());
                    }
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Punct(sign) => {
                    self.end_path(&mut path);
                    is_field = sign.as_char() == '.';
                    colons = 0;
                    continue;
                }
                TokenTree::Group(group) => {
                    self.end_path(&mut path);
                    self.read_tokens(group.stream());
                }
                TokenTree::Literal(_) => self.end_path(&mut path),
            }
            (colons, is_field) = (0, false);
        }
        self.end_path(&mut path);
    }

    fn end_path(&mut self, path: &mut Segments) {
        if !path.is_empty() {
            self.name(std::mem::take(path), false);
        }
    }
}

impl VisitMut for Reader {
    fn visit_item_mut(&mut self, item: &mut Item) {
        let (attributes, name) = match item {
            Item::Const(item) => (&item.attrs, Some(&item.ident)),
            Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            Item::Impl(item) => (&item.attrs, None),
            Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
            Item::Mod(item) => (&item.attrs, None),
            Item::Static(item) => (&item.attrs, Some(&item.ident)),
            Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            Item::Type(item) => (&item.attrs, Some(&item.ident)),
            Item::Use(item) => (&item.attrs, None),
            _ => panic!("an item that this test does not know yet"),
        };
        if let Some(name) = name {
            self.module.scope.insert(name.to_string(), Meaning::Item);
        }
        self.within(&attributes.clone(), |reader| visit_mut::visit_item_mut(reader, item));
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut syn::ImplItemFn) {
        self.within(&item.attrs.clone(), |reader| visit_mut::visit_impl_item_fn_mut(reader, item));
    }

    fn visit_item_mod_mut(&mut self, item: &mut ItemMod) {
        self.module.scope.insert(item.ident.unraw().to_string(), Meaning::Module);
        self.inner.push((item.clone(), self.is_in_tests));
    }

    fn visit_item_use_mut(&mut self, item: &mut syn::ItemUse) {
        self.bring_in(&item.tree, Vec::new(), !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        self.name(path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect(), false);
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_macro_mut(&mut self, item: &mut syn::Macro) {
        visit_mut::visit_macro_mut(self, item);
        self.read_tokens(item.tokens.clone());
    }

    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        if let Ok(list) = attribute.meta.require_list() {
            self.read_tokens(list.tokens.clone());
        }
    }

    /// `pub(super)` names nothing that is used.
    fn visit_visibility_mut(&mut self, _: &mut Visibility) {}
}

fn is_cfg_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.meta.require_list().is_ok_and(|list| matches!(&*list.tokens.to_string(), "test"))
}
