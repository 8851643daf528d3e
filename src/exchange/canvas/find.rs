//! Which files of a package hold quizzes and question banks. Reads no question.

use crate::exchange::{Package, Unreadable, decode, xml};

/// A file with a quiz or a question bank.
pub(super) struct QuizFile {
    pub name: String,
    /// The file that tells of it.
    pub meta: Option<String>,
}

/// The files with questions, in the order of the manifest; each quiz once.
///
/// # Errors
/// A package that is meant to harm.
pub(super) fn quiz_files(package: &mut Package) -> Result<Vec<QuizFile>, Unreadable> {
    let mut names = named_in_manifest(package)?;
    if names.is_empty() {
        names = by_content(package)?;
    }
    // A course has each quiz twice: in the profile of Common Cartridges, and whole.
    let whole: Vec<String> = names.iter().filter(|name| name.ends_with(".xml.qti")).cloned().collect();
    let is_whole_there = |name: &str| {
        let folder = name.strip_suffix("/assessment_qti.xml").map(|folder| folder.rsplit('/').next().unwrap_or(folder));
        folder.is_some_and(|folder| whole.iter().any(|whole| stem(whole) == folder))
    };
    names.retain(|name| !is_whole_there(name));
    Ok(names.into_iter().map(|name| QuizFile { meta: meta(package, &name), name }).collect())
}

/// The name of the file that the manifest names is looked up with and without percent signs.
fn named_in_manifest(package: &mut Package) -> Result<Vec<String>, Unreadable> {
    let Some(manifest) =
        package.names().filter(|name| is_manifest(name)).min_by_key(|name| name.len()).map(str::to_owned)
    else {
        return Ok(Vec::new());
    };
    let folder = manifest.strip_suffix("imsmanifest.xml").unwrap_or_default().to_owned();
    let root = xml::parse(&decode::decode(&package.read(&manifest)?, None).0)?;
    let mut names: Vec<String> = Vec::new();
    for resource in root.all_named("resource") {
        let kind = resource.attribute("type");
        let has_questions = is_qti(kind);
        let base = resource.attribute("file");
        let files = resource.children("file").map(|file| file.attribute("href"));
        for name in files.chain([resource.attribute("href"), base]) {
            let is_quiz = name.ends_with(".xml.qti") || has_questions && is_xml(name);
            let name = format!("{folder}{name}");
            if is_quiz && package.has(&name) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

fn is_manifest(name: &str) -> bool {
    name == "imsmanifest.xml" || name.ends_with("/imsmanifest.xml")
}

fn is_qti(kind: &str) -> bool {
    let kind = kind.to_lowercase();
    kind.contains("imsqti") && !kind.contains("v2p") && !kind.contains("v3p") || kind.contains("x-bb-qti")
}

fn is_xml(name: &str) -> bool {
    let name = name.to_lowercase();
    !name.ends_with("assessment_meta.xml") && [".xml", ".qti", ".dat"].iter().any(|ending| name.ends_with(ending))
}

/// Without a manifest that names any: the XML files with questions in them.
fn by_content(package: &mut Package) -> Result<Vec<String>, Unreadable> {
    let names: Vec<String> =
        package.names().filter(|name| is_xml(name) && !is_manifest(name)).map(str::to_owned).collect();
    let mut found = Vec::new();
    for name in names {
        let text = decode::decode(&package.read(&name)?, None).0;
        if text.contains("<questestinterop") || text.contains(":questestinterop") {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// The file beside a quiz that tells its description and time.
fn meta(package: &Package, name: &str) -> Option<String> {
    let beside = name.rsplit_once('/').map(|(folder, _)| format!("{folder}/assessment_meta.xml"));
    let of_whole = name.strip_suffix(".xml.qti").map(|whole| {
        let root = whole.strip_suffix(stem(name)).unwrap_or_default();
        let root = root.strip_suffix("non_cc_assessments/").unwrap_or(root);
        format!("{root}{}/assessment_meta.xml", stem(name))
    });
    [of_whole, beside].into_iter().flatten().find(|meta| package.has(meta))
}

/// The name of a whole quiz without its folder and its endings.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".xml.qti").unwrap_or(file)
}
