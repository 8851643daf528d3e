//! The kinds of several parts, the calculated ones and those to recall, on paper.

use super::super::{Papers, PrintedPicture, PrintedPictures, Printout};
use super::{Items, bank, html, json, paper, text, written};

const ORDER: (&str, &[usize]) =
    (r#"(id: "o", prompt: "Which came first?", answer: Order(items: ["T-1", "JET", "ITER"]))"#, &[2, 0, 1]);
const MATCH: (&str, &[usize]) = (
    r#"(id: "m", prompt: "Who is from where?", answer: Match(pairs: [("Hannes Alfvén", "Sweden"), ("Enrico Fermi", "Italy"),
        ("Kai Siegbahn, who came to know electrons better than most", "Sweden")], extra: ["Norway"]))"#,
    &[2, 0, 1],
);
const CLOZE: (&str, &[usize]) = (
    r#"(id: "c", prompt: "Fill the gaps.", answer: Cloze(text: "Sited at {Culham|Culham, Oxfordshire}, walls of {tungsten ~ carbon ~ steel}."))"#,
    &[1, 2, 0],
);
const GROUPS: (&str, &[usize]) = (
    r#"(id: "g", prompt: "Sort.", answer: Categorise(groups: {"Machines": ["JET", "ITER"], "Places": ["Culham"]}))"#,
    &[2, 0, 1],
);
const PICTURE: (&str, &[usize]) = (
    r#"(id: "h", prompt: "Where is the divertor?", alt: "A torus cut open", answer: Hotspot(image: "torus.png", spots: [
        (name: "divertor", shape: Circle(x: 0.5, y: 0.9, r: 0.1), describe: "below the ring"),
        (name: "blanket", shape: Rect(x: 0, y: 0.25, width: 0.5, height: 0.5)),
        (name: "port", shape: Polygon([(0.6, 0), (0.9, 0), (0.75, 0.3)]), describe: "above"),
        ], correct: ["divertor"]))"#,
    &[1, 0, 2],
);
const POWER: (&str, &[usize]) = (
    r#"(id: "p", prompt: "37 MJ in 5 s?", answer: Calculated(variables: {"E": Values([37]), "t": Values([5])}, value: "E / t", unit: "MW"))"#,
    &[],
);
const RECALL: (&str, &[usize]) =
    (r#"(id: "r", prompt: "What is a tokamak?", answer: Recall(answer: "A ring-shaped chamber."))"#, &[]);

const ALL: &Items = &[ORDER, MATCH, CLOZE, GROUPS, PICTURE, POWER, RECALL];

#[test]
fn text_has_a_space_for_every_kind_and_gives_nothing_away() {
    let line = "_".repeat(70);
    let expected = format!(
        "\
Machines
7 questions, 7 points

Name: ______________________________  Class: __________  Date: _______________

  1. Which came first?                                                  ____ / 1
     (Put these in order.)
     A) ITER
     B) T-1
     C) JET
     Letters in the right order: ___ ___ ___

  2. Who is from where?                                                 ____ / 1
     (Write the letter that belongs to each.)
     ____ Hannes Alfvén                    A) Norway
     ____ Enrico Fermi                     B) Sweden
     ____ Kai Siegbahn, who came to know   C) Italy
          electrons better than most

  3. Fill the gaps.                                                     ____ / 1
     Sited at (1) ______________, walls of (2) ____.
     (2) A) carbon   B) steel   C) tungsten

  4. Sort.                                                              ____ / 1
     (Write the letter of its group before each.)
     ____ Culham                           A) Machines
     ____ JET                              B) Places
     ____ ITER

  5. Where is the divertor?                                             ____ / 1
     [Picture: A torus cut open]
     (Choose one place.)
     [ ] Place A: at the left
     [ ] Place B: below the ring
     [ ] Place C: above

  6. 37 MJ in 5 s?                                                      ____ / 1
     Answer: ____________ MW

  7. What is a tokamak?                                                 ____ / 1
     {line}
     {line}
     {line}

Points: _____ / 7
End of the questions · Seed 7 · Paper B0GY
"
    );
    assert_eq!(text(ALL, &[&bank("m", "Machines", "en")], false), expected);
}

#[test]
fn the_key_tells_every_kind_with_its_letters() {
    let text = text(ALL, &[], true);
    let expected = "
  1. B C A (T-1; JET; ITER)
  2. B C B (Hannes Alfvén: Sweden; Enrico Fermi: Italy; Kai Siegbahn, who came
     to know electrons better than most: Sweden)
  3. (1) Culham or Culham, Oxfordshire; (2) C (tungsten)
  4. B A A (A) Machines: JET, ITER; B) Places: Culham)
  5. B (divertor)
  6. 7.4 MW (± 1 %)
  7. A ring-shaped chamber.

Seed 7 · Paper B0GY
";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn json_has_the_options_of_every_kind_as_drawn() {
    let json = json(ALL);
    let check = |kind: &str, expected: &str| {
        let start = json.find(&format!("\"kind\":\"{kind}\"")).expect(kind);
        let end = json[start..].find("},{\"bank\"").map_or(json.len() - "}]}\n".len(), |end| start + end);
        assert!(json[start..end].ends_with(expected), "{expected} in {}", &json[start..end]);
    };
    check("order", r#""options":["ITER","T-1","JET"],"correct":["T-1","JET","ITER"]"#);
    let siegbahn = "Kai Siegbahn, who came to know electrons better than most";
    check(
        "match",
        &format!(
            r#""options":["Norway","Sweden","Italy"],"correct":["Hannes Alfvén = Sweden","Enrico Fermi = Italy","{siegbahn} = Sweden"],"lefts":["Hannes Alfvén","Enrico Fermi","{siegbahn}"]"#
        ),
    );
    check(
        "cloze",
        r#""options":["carbon","steel","tungsten"],"correct":["Culham","tungsten"],"text":"Sited at {1}, walls of {2}.","gaps":[[],["carbon","steel","tungsten"]]"#,
    );
    check(
        "categorise",
        r#""options":["Culham","JET","ITER"],"correct":["JET = Machines","ITER = Machines","Culham = Places"],"groups":["Machines","Places"]"#,
    );
    check(
        "hotspot",
        concat!(
            r#""options":["blanket","divertor","port"],"correct":["divertor"],"image":"torus.png","spots":["#,
            r#"{"name":"blanket","describe":"","shape":{"Rect":{"x":0.0,"y":0.25,"width":0.5,"height":0.5}}},"#,
            r#"{"name":"divertor","describe":"below the ring","shape":{"Circle":{"x":0.5,"y":0.9,"r":0.1}}},"#,
            r#"{"name":"port","describe":"above","shape":{"Polygon":[[0.6,0.0],[0.9,0.0],[0.75,0.3]]}}],"#,
            r#""alt":"A torus cut open""#
        ),
    );
    check("calculated", r#""options":[],"correct":["7.4 MW"]"#);
    check("recall", r#""options":[],"correct":["right"]"#);
}

#[test]
fn json_ends_a_question_with_its_hints() {
    let hinted: &Items =
        &[(r#"(id: "t", prompt: "p", answer: TrueFalse(true), hints: ["Look up.", "Look down."])"#, &[])];
    assert!(json(hinted).ends_with("\"correct\":[\"true\"],\"hints\":[\"Look up.\",\"Look down.\"]}]}\n"));
}

#[test]
fn html_has_a_space_for_every_kind() {
    let html = html(ALL, &[&bank("m", "Machines", "en")], true);
    for part in [
        "<p class=\"instruction\">Put these in order.</p><ol class=\"options\" type=\"A\"><li><span class=\"option\" dir=\"auto\">ITER</span></li>",
        "<p class=\"task\">Letters in the right order: <span class=\"short\"></span><span class=\"short\"></span><span class=\"short\"></span></p>",
        "<div class=\"columns\"><ul class=\"options\"><li><span class=\"short\"></span><span class=\"option\" dir=\"auto\">Hannes Alfvén</span></li>",
        "Sited at <span class=\"gap\">(1) <span class=\"write word\"></span></span>, walls of <span class=\"gap\">(2) <span class=\"short\"></span></span>.",
        "<p class=\"list\">(2) <span><strong>A</strong> carbon</span><span><strong>B</strong> steel</span><span><strong>C</strong> tungsten</span></p>",
        "[Picture: A torus cut open]",
        "<li><span class=\"box one\"></span><span class=\"option\" dir=\"auto\">at the left</span></li>",
        "Answer: <span class=\"write\"></span> MW",
        "<div class=\"line\"></div><div class=\"line\"></div><div class=\"line\"></div>",
        "<div class=\"marks\"><span class=\"room\"></span> / 1</div>",
        "<strong>B C A</strong> <span class=\"meaning\">T-1; JET; ITER</span></li>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn html_escapes_the_parts_of_every_kind() {
    let nasty: &Items = &[
        (r#"(id: "o", prompt: "p", answer: Order(items: ["<b>1", "<b>2", "<b>3"]))"#, &[2, 1, 0]),
        (r#"(id: "m", prompt: "p", answer: Match(pairs: [("<b>1", "<b>2")], extra: ["<b>3"]))"#, &[1, 0]),
        (r#"(id: "c", prompt: "p", answer: Cloze(text: "<b> {<b>1} {<b>2 ~ <b>3}"))"#, &[1, 0]),
        (r#"(id: "g", prompt: "p", answer: Categorise(groups: {"<b>1": ["<b>2"], "<b>3": ["<b>4"]}))"#, &[1, 0]),
        (
            r#"(id: "h", prompt: "p", alt: "<b>", answer: Hotspot(image: "<b>", spots: [
                (name: "<b>", shape: Circle(x: 0, y: 0, r: 1), describe: "<b>")], correct: ["<b>"]))"#,
            &[0],
        ),
        (r#"(id: "p", prompt: "p", answer: Calculated(variables: {}, value: "1", unit: "<b>"))"#, &[]),
        (r#"(id: "r", prompt: "p", answer: Recall(answer: "<b>"))"#, &[]),
    ];
    assert!(!html(nasty, &[], true).contains("<b>"));
}

/// Has every picture, 40 by 20 pixels.
#[derive(Debug)]
struct OnePicture;

impl PrintedPictures for OnePicture {
    fn picture(&self, _bank_id: &str, _path: &str) -> Option<PrintedPicture> {
        Some(PrintedPicture { kind: "image/png", bytes: vec![0], width: 40.0, height: 20.0 })
    }
}

#[test]
fn places_are_letters_on_the_picture_and_boxes_under_it() {
    let paper = paper(&[PICTURE]);
    let printout =
        Printout { papers: Papers::One(&paper), banks: &[], with_key: true, with_sheets: false, pictures: &OnePicture };
    let html = written(|out| printout.write_html(out));
    for part in [
        "<figure class=\"places\" style=\"width: 15.00cm\"><img alt=\"A torus cut open\" src=\"data:image/png;base64,AA==\">",
        "<svg class=\"spot\" style=\"left: 25.00%; top: 50.00%\" viewBox=\"0 0 24 24\" role=\"img\" aria-label=\"Place A: at the left\">",
        "<svg class=\"spot\" style=\"left: 50.00%; top: 90.00%\" viewBox=\"0 0 24 24\" role=\"img\" aria-label=\"Place B: below the ring\">",
        "<circle cx=\"12\" cy=\"12\" r=\"11\"/><text x=\"12\" y=\"17.3\">B</text></svg>",
        "<ul class=\"row\"><li><span class=\"box one\"></span>A</li><li><span class=\"box one\"></span>B</li>",
        "<strong>B</strong> <span class=\"meaning\">divertor</span>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("% from the"));
}

#[test]
fn broken_questions_are_printed_as_far_as_they_go() {
    let broken: &Items = &[
        (r#"(id: "o", prompt: "p", answer: Order(items: []))"#, &[9]),
        (r#"(id: "m", prompt: "p", answer: Match(pairs: [("", "")]))"#, &[]),
        (r#"(id: "c", prompt: "p", answer: Cloze(text: "{"))"#, &[4]),
        (r#"(id: "g", prompt: "p", answer: Categorise(groups: {}))"#, &[0]),
        (r#"(id: "h", prompt: "p", answer: Hotspot(image: "", spots: [], correct: []))"#, &[0]),
        (r#"(id: "p", prompt: "p", answer: Calculated(variables: {}, value: ""))"#, &[]),
    ];
    let printed = text(broken, &[], true);
    assert!(printed.contains("  6. p") && printed.lines().all(|line| line.chars().count() <= 80), "{printed}");
    assert!(json(broken).contains("\"correct\":[]") && html(broken, &[], true).contains("</html>"));
}
