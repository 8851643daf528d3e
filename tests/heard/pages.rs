//! Every page but a sitting, and what lies over them.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;

/// Two questions that can be asked, one of them with a warning, and one that cannot.
const FLAWED: &str = r#"Bank(format: 1, id: "flawed", title: "Flawed", questions: [
    Question(id: "good", prompt: "How many days has a week?", answer: Number(value: 7), explanation: "It has seven."),
    Question(
        id: "above",
        prompt: "Which of these is a ring?",
        answer: Choice(correct: "torus", distractors: ["cube", "cone", "all of the above"]),
    ),
    Question(id: "misspelt", prompt: "What is round?", answr: Text(accept: ["a ball"])),
])
"#;

#[test]
fn the_page_of_a_bank() {
    let (desk, home) = (Desk::new(), Home::new());
    std::fs::create_dir_all(home.data().join("quizzes")).unwrap();
    std::fs::write(home.data().join("quizzes/flawed.ron"), FLAWED).unwrap();
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("bank-page.txt", &open);
    heard.go_to("More about Flawed");
    heard.press(&["Enter", "Down", "Enter"]);
    heard.part("The questions");
    heard.press(&["Down", "Down", "Up", "Up"]);
    heard.part("An answer is tried");
    heard.go_to("Your answer");
    heard.press(&["“7”", "Enter"]);
    heard.part("The problems");
    heard.go_to("Problems");
    heard.press(&["Down", "Down", "Up", "Esc"]);
    heard.check();
}

#[test]
fn every_other_page_and_the_dialogs() {
    let (desk, home) = (Desk::new(), Home::new());
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("pages.txt", &open);
    heard.part("The library, from the first stop on");
    heard.press(&["Tab", "Tab", "Tab", "Shift Tab"]);
    heard.part("All keys, and back to where the focus was");
    heard.go_to("All keys");
    heard.press(&["Enter", "Tab", "Esc"]);
    heard.part("The path of a bank");
    heard.go_to("Type the path of a bank");
    heard.press(&["Enter", "Tab", "Esc"]);
    heard.part("Search");
    heard.press(&["Ctrl K", "“jupiter”", "Tab", "Esc"]);
    heard.part("How a quiz is to be held");
    heard.press(&["Enter"]);
    heard.go_to("Mode: ");
    heard.press(&["Right", "Space", "Tab", "Esc"]);
    heard.part("History");
    heard.go_to("History");
    heard.press(&["Enter", "Tab", "Esc"]);
    heard.part("Learners");
    heard.go_to("Learner");
    heard.press(&["Enter", "Tab", "Esc"]);
    heard.part("Settings");
    heard.go_to("Settings");
    heard.press(&["Enter", "Tab", "Right", "Esc"]);
    heard.check();
}
