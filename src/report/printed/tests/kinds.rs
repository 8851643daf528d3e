//! The kinds of several parts, the calculated ones and those to recall, on paper.

use super::{Items, bank, html, json, text};

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
Seed 7 · 7 questions, 7 points

Name: ______________________________    Date: ____________________

  1. Which came first?
     (Put these in order.)
     A) ITER
     B) T-1
     C) JET
     Letters in the right order: ______________

  2. Who is from where?
     (Write the letter that belongs to each.)
     ____ Hannes Alfvén                    A) Norway
     ____ Enrico Fermi                     B) Sweden
     ____ Kai Siegbahn, who came to know   C) Italy
          electrons better than most

  3. Fill the gaps.
     Sited at ______________, walls of ______________ (carbon / steel /
     tungsten).

  4. Sort.
     (Write the letter of its group before each.)
     ____ Culham                           A) Machines
     ____ JET                              B) Places
     ____ ITER

  5. Where is the divertor?
     [Picture: A torus cut open]
     (Choose one place.)
     [ ] A) 25 % from the left, 50 % from the top
     [ ] B) below the ring (50 % from the left, 90 % from the top)
     [ ] C) above (75 % from the left, 10 % from the top)

  6. 37 MJ in 5 s?
     Answer: ____________ MW

  7. What is a tokamak?
     {line}
     {line}
     {line}
"
    );
    assert_eq!(text(ALL, &[&bank("m", "Machines", "en")], false), expected);
}

#[test]
fn the_key_tells_every_kind_with_its_letters() {
    let text = text(ALL, &[], true);
    let expected = "
  1. B) T-1; C) JET; A) ITER
  2. Hannes Alfvén: B) Sweden; Enrico Fermi: C) Italy; Kai Siegbahn, who came to
     know electrons better than most: B) Sweden
  3. Culham or Culham, Oxfordshire; tungsten
  4. A) Machines: JET, ITER; B) Places: Culham
  5. B) divertor
  6. 7.4 MW (± 1 %)
  7. A ring-shaped chamber.
";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn json_has_the_options_of_every_kind_as_drawn() {
    let json = json(ALL);
    let check = |kind: &str, options: &str, correct: &str| {
        let start = json.find(&format!("\"kind\":\"{kind}\"")).expect(kind);
        let end = start + json[start..].find("]}").expect("an end") + 1;
        let expected = format!("\"options\":{options},\"correct\":{correct}");
        assert!(json[start..end].contains(&expected), "{expected} in {}", &json[start..end]);
    };
    check("order", r#"["ITER","T-1","JET"]"#, r#"["T-1","JET","ITER"]"#);
    let siegbahn = "Kai Siegbahn, who came to know electrons better than most = Sweden";
    check(
        "match",
        r#"["Norway","Sweden","Italy"]"#,
        &format!(r#"["Hannes Alfvén = Sweden","Enrico Fermi = Italy","{siegbahn}"]"#),
    );
    check("cloze", r#"["carbon","steel","tungsten"]"#, r#"["Culham","tungsten"]"#);
    check("categorise", r#"["Culham","JET","ITER"]"#, r#"["JET = Machines","ITER = Machines","Culham = Places"]"#);
    check("hotspot", r#"["blanket","divertor","port"]"#, r#"["divertor"]"#);
    check("calculated", "[]", r#"["7.4 MW"]"#);
    check("recall", "[]", r#"["right"]"#);
}

#[test]
fn json_has_the_sentence_of_a_cloze_the_places_of_a_picture_and_the_hints() {
    let hinted = (r#"(id: "t", prompt: "It is.", answer: TrueFalse(true), hints: ["Look.", "Again."])"#, &[][..]);
    let json: serde_json::Value = serde_json::from_str(&json(&[CLOZE, PICTURE, hinted])).expect("JSON");
    let [cloze, picture, hinted] = [0, 1, 2].map(|index| &json["questions"][index]);
    assert_eq!(cloze["text"], "Sited at {1}, walls of {2}.");
    assert_eq!(cloze["gaps"], serde_json::json!([[], ["carbon", "steel", "tungsten"]]));
    assert_eq!(picture["image"], "torus.png");
    let divertor = serde_json::json!({"name": "divertor", "describe": "below the ring", "shape": "circle", "x": 0.5, "y": 0.9, "r": 0.1});
    assert_eq!(picture["spots"][0], divertor);
    assert_eq!(hinted["hints"], serde_json::json!(["Look.", "Again."]));
    assert!(hinted.get("text").is_none() && cloze.get("hints").is_none());
}

#[test]
fn html_has_a_space_for_every_kind() {
    let html = html(ALL, &[&bank("m", "Machines", "en")], true);
    for part in [
        "<p class=\"task\">Put these in order.</p><ol class=\"options\" type=\"A\"><li><span class=\"option\" dir=\"auto\">ITER</span></li>",
        "<div class=\"columns\"><ul class=\"options\"><li><span class=\"short\">&nbsp;</span><span class=\"option\" dir=\"auto\">Hannes Alfvén</span></li>",
        "Sited at <span class=\"write\"></span>, walls of <span class=\"write\"></span> (carbon / steel / tungsten).",
        "[Picture: A torus cut open]",
        "<li><span class=\"box\"></span><span class=\"option\" dir=\"auto\">25 % from the left, 50 % from the top</span></li>",
        "Answer: <span class=\"write\"></span> MW",
        "<div class=\"line\"></div><div class=\"line\"></div><div class=\"line\"></div>",
        "<li dir=\"auto\">B) T-1; C) JET; A) ITER</li>",
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
