//! Which files of a package are tests and which are items. Reads no question.

use crate::exchange::qti::names::normalise;
use crate::exchange::xml::Element;
use crate::exchange::{Package, PackageFault, Unreadable, decode, xml};

/// The files of a package that matter.
#[derive(Default)]
pub(super) struct Files {
    pub title: String,
    pub tests: Vec<String>,
    pub items: Vec<String>,
}

/// The tests and items, in the order of the manifest; without one, by their content and their names.
///
/// # Errors
/// A package that is meant to harm.
pub(super) fn files(package: &mut Package) -> Result<Files, Unreadable> {
    let manifest = package.names().filter(|name| *name == "imsmanifest.xml" || name.ends_with("/imsmanifest.xml"));
    let manifest = manifest.min_by_key(|name| name.len()).map(str::to_owned);
    let mut files = Files::default();
    if let Some(manifest) = manifest {
        let folder = manifest.strip_suffix("imsmanifest.xml").unwrap_or_default().to_owned();
        let root = read(package, &manifest)?;
        let title = root.find("metadata").and_then(|metadata| metadata.find("title"));
        files.title = title.map(Element::text).unwrap_or_default();
        for resource in root.all_named("resource") {
            let kind = resource.attribute("type").to_lowercase();
            let name = resolved(&folder, resource.attribute("href"));
            let list = match () {
                () if kind.contains("imsqti_test") || kind.contains("imsqti_assessment") => &mut files.tests,
                () if kind.contains("imsqti_item") || kind.contains("imsqti_apipitem") => &mut files.items,
                () => continue,
            };
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }
    if files.items.is_empty() && files.tests.is_empty() {
        by_content(package, &mut files)?;
    }
    Ok(files)
}

fn by_content(package: &mut Package, files: &mut Files) -> Result<(), Unreadable> {
    let mut names: Vec<String> =
        package.names().filter(|name| name.to_lowercase().ends_with(".xml")).map(str::to_owned).collect();
    names.sort();
    for name in names {
        let text = decode::decode(&package.read(&name)?, None).0;
        let has = |element: &str| text.contains(&format!("<{element}")) || text.contains(&format!(":{element}"));
        match () {
            () if has("assessmentTest") || has("qti-assessment-test") => files.tests.push(name),
            () if has("assessmentItem") || has("qti-assessment-item") => files.items.push(name),
            () => {}
        }
    }
    Ok(())
}

/// A file as a tree with the names of version 2.
///
/// # Errors
/// A file that is not there, damaged, or meant to harm.
pub(super) fn read(package: &mut Package, name: &str) -> Result<Element, Unreadable> {
    let found = if package.has(name) { Some(name.to_owned()) } else { decoded(package, name) };
    let bytes = package.read(&found.ok_or_else(|| PackageFault::Missing(name.into()))?)?;
    let mut root = xml::parse(&decode::decode(&bytes, None).0)?;
    normalise(&mut root);
    Ok(root)
}

/// The name in the package that means the same, where blanks are written as percent signs.
fn decoded(package: &Package, name: &str) -> Option<String> {
    let plain = name.replace("%20", " ");
    package.names().find(|known| known.eq_ignore_ascii_case(&plain)).map(str::to_owned)
}

/// A name as a file in a folder names it.
pub(super) fn resolved(folder: &str, name: &str) -> String {
    let path = format!("{folder}{name}");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The folder of a file, with its slash.
pub(super) fn folder(name: &str) -> &str {
    name.rfind('/').map_or("", |end| &name[..=end])
}
