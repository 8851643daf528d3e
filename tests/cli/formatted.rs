//! Formatted text on the command line: pictures that are there and not there, and the printed page.

use super::{Folder, bank, torus};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>";

fn question(id: &str, prompt: &str) -> String {
    format!("Question(id: \"{id}\", prompt: r\"{prompt}\", answer: TrueFalse(true), explanation: \"So.\")")
}

fn written(folder: &Folder, prompts: &[&str]) -> String {
    let questions: Vec<String> =
        prompts.iter().enumerate().map(|(number, prompt)| question(&format!("q{number}"), prompt)).collect();
    folder.file("m.ron", bank("m", &questions, ""))
}

#[test]
fn the_check_tells_of_every_picture_that_cannot_be_shown() {
    let folder = Folder::new();
    folder.file("there.svg", SVG);
    folder.file("wide.svg", SVG.replace("40", "40000"));
    folder.file("no.gif", "GIF89a");
    folder.file("linked.svg", SVG.replace("/>", "><image width=\"1\" height=\"1\" href=\"/dev/zero\"/></svg>"));
    let paths =
        ["there.svg", "linked.svg", "none.png", "wide.svg", "no.gif", "../there.svg", "https://example.org/a.png"];
    let prompts: Vec<String> = paths.iter().map(|path| format!("![A map]({path}) Is it {path}?")).collect();
    let file = written(&folder, &prompts.iter().map(String::as_str).collect::<Vec<_>>());
    let ran = torus(&["check", &file, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let codes: Vec<&str> = found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    let expected = [
        "picture-not-whole",
        "picture-missing",
        "picture-too-large",
        "picture-unreadable",
        "picture-outside",
        "picture-on-network",
    ];
    assert_eq!((codes.as_slice(), ran.status), (expected.as_slice(), 1));
    assert_eq!(found[0]["line"], 4);
    assert_eq!(found[0]["question"], "q1");
}

#[test]
fn a_bank_named_without_its_folder_finds_its_pictures() {
    let folder = Folder::new();
    folder.file("there.svg", SVG);
    written(&folder, &["![A map](there.svg) Is it?"]);
    let output = super::program().args(["check", "m.ron"]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_paper_leaves_out_questions_whose_picture_is_not_there() {
    let folder = Folder::new();
    let file = written(&folder, &["![A map](none.png) Is it?", "Is it so?"]);
    let ran = torus(&["paper", &file, "--seed", "1"]);
    assert!(ran.out.contains("1 question") && ran.out.contains("Is it so?"), "{ran:?}");
    assert!(ran.talk.contains("the picture \"none.png\" is not there"), "{ran:?}");
    assert_eq!(ran.status, 1);
}

#[test]
fn a_printed_page_holds_its_maths_and_pictures_and_asks_for_nothing() {
    let folder = Folder::new();
    folder.file("there.svg", SVG);
    let file =
        written(&folder, &["![A <map>](there.svg) Is **it** $x^2$? <script>alert(1)</script> [a](https://b.org)"]);
    let page = torus(&["paper", &file, "--seed", "1", "--format", "html"]).out;
    for part in [
        "<img alt=\"A &lt;map&gt;\" src=\"data:image/svg+xml;base64,",
        "<strong>it</strong>",
        "<svg class=\"maths\"",
        "aria-label=\"x²\"",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<a href=\"https://b.org\">a</a>",
        "img-src data:",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(!page.contains("<script"), "{page}");
    // Nothing that a browser would load by itself has an address: only a link, and the names of SVG.
    let loads = page.split("src=\"").skip(1).filter(|rest| !rest.starts_with("data:")).count();
    assert_eq!((loads, page.matches("url(").count(), page.matches("<link").count()), (0, 0, 0));
}

#[test]
fn a_printed_text_is_plain_and_json_keeps_what_was_written() {
    let folder = Folder::new();
    folder.file("there.svg", SVG);
    let prompt = "![A map](there.svg) Is it **not** $x_1^2$?";
    let file = written(&folder, &[prompt]);
    let text = torus(&["paper", &file, "--seed", "1"]).out;
    assert!(text.contains("[Picture: A map] Is it *not* x₁²?"), "{text}");
    let json = torus(&["paper", &file, "--seed", "1", "--format", "json"]).out;
    assert!(json.contains(&format!("\"prompt\":\"{prompt}\"")), "{json}");
}
