//! Every screen, reached as a person reaches it. Judges nothing; what looks at all screens starts here.

use crate::banks::{EVERY_KIND, FIVE_KINDS, FLAWED, FORMATTED, MAP, truths};
use crate::classroom::WRONG_KEY;
use crate::exchanged::RIVERS;
use crate::journey::Journey;
use crate::player::Hand;
use crate::sight::name_of;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use torus::bank::shipped;

/// A screen: its name and the way to it, from the first frame after the start.
pub struct Stop {
    pub name: &'static str,
    prepare: fn(&mut Journey),
    go: fn(&mut Journey),
}

impl Stop {
    /// Opens the window as `dress` wants it and goes to the screen.
    pub fn reach(&self, dress: impl FnOnce(&mut Journey)) -> Journey {
        let mut journey = Journey::begin_with(|journey| {
            dress(journey);
            (self.prepare)(journey);
        });
        (self.go)(&mut journey);
        journey.settle();
        journey
    }
}

/// Every screen, in each state that looks different.
pub const STOPS: &[Stop] = &[
    Stop { name: "library", prepare: nothing, go: stay },
    Stop { name: "library-menu", prepare: five_kinds, go: library_menu },
    Stop { name: "library-full", prepare: full_library, go: full_library_shown },
    Stop { name: "library-due", prepare: five_kinds, go: days_after },
    Stop { name: "spaced-review", prepare: five_kinds, go: spaced_review },
    Stop { name: "spaced-review-empty", prepare: nothing, go: |journey| journey.go("Review") },
    Stop { name: "setup-practice", prepare: five_kinds, go: set_up },
    Stop { name: "setup-print", prepare: five_kinds, go: set_up_print },
    Stop { name: "setup-test", prepare: five_kinds, go: set_up_test },
    Stop { name: "question-choice", prepare: five_kinds, go: |journey| ask(journey, "gas") },
    Stop { name: "question-choices", prepare: five_kinds, go: |journey| ask(journey, "machines") },
    Stop { name: "question-true-false", prepare: five_kinds, go: |journey| ask(journey, "culham") },
    Stop { name: "question-number", prepare: five_kinds, go: |journey| ask(journey, "energy") },
    Stop { name: "question-text", prepare: five_kinds, go: |journey| ask(journey, "shape") },
    Stop { name: "question-hints", prepare: five_kinds, go: hints },
    Stop { name: "question-test", prepare: five_kinds, go: question_of_test },
    Stop { name: "question-formatted", prepare: formatted, go: ask_formatted },
    Stop { name: "feedback-formatted", prepare: formatted, go: formatted_marked },
    Stop { name: "feedback-right", prepare: five_kinds, go: |journey| feedback(journey, "gas", true) },
    Stop { name: "feedback-wrong", prepare: five_kinds, go: |journey| feedback(journey, "gas", false) },
    Stop { name: "feedback-partial", prepare: five_kinds, go: |journey| feedback(journey, "machines", false) },
    Stop { name: "feedback-typed", prepare: five_kinds, go: |journey| feedback(journey, "energy", false) },
    Stop { name: "question-order", prepare: every_kind, go: |journey| ask_kind(journey, "order") },
    Stop { name: "question-order-held", prepare: every_kind, go: order_held },
    Stop { name: "question-match", prepare: every_kind, go: match_half_done },
    Stop { name: "question-match-held", prepare: every_kind, go: match_held },
    Stop { name: "question-cloze", prepare: every_kind, go: |journey| ask_kind(journey, "cloze") },
    Stop { name: "question-cloze-open", prepare: every_kind, go: cloze_open },
    Stop { name: "question-categorise", prepare: every_kind, go: groups_half_done },
    Stop { name: "question-hotspot", prepare: every_kind, go: hotspot_pointed },
    Stop { name: "question-calculated", prepare: every_kind, go: |journey| ask_kind(journey, "calculated") },
    Stop { name: "question-recall", prepare: every_kind, go: recall_revealed },
    Stop { name: "question-certainty", prepare: five_kinds, go: certainty },
    Stop { name: "feedback-order", prepare: every_kind, go: |journey| feedback_of(journey, "order", "3") },
    Stop { name: "feedback-match", prepare: every_kind, go: |journey| feedback_of(journey, "match", "2, 1") },
    Stop { name: "feedback-cloze", prepare: every_kind, go: cloze_marked },
    Stop { name: "feedback-categorise", prepare: every_kind, go: |journey| feedback_of(journey, "categorise", "1, 1") },
    Stop { name: "feedback-hotspot", prepare: every_kind, go: |journey| feedback_of(journey, "hotspot", "1") },
    Stop { name: "feedback-certainty", prepare: five_kinds, go: certainty_marked },
    Stop { name: "feedback-overruled", prepare: five_kinds, go: overruled },
    Stop { name: "overview", prepare: five_kinds, go: overview },
    Stop { name: "result", prepare: five_kinds, go: result },
    Stop { name: "result-handing-in", prepare: five_kinds, go: not_handed_in },
    Stop { name: "review", prepare: five_kinds, go: review },
    Stop { name: "bank-page", prepare: flawed, go: |journey| look_at(journey, "More about Flawed") },
    Stop { name: "bank-page-answer", prepare: five_kinds, go: bank_page_answer },
    Stop { name: "bank-page-left-out", prepare: flawed, go: bank_page_left_out },
    Stop { name: "bank-page-why", prepare: flawed, go: bank_page_why },
    Stop { name: "bank-page-faulty", prepare: flawed, go: |journey| look_at(journey, "Preview and check broken.ron") },
    Stop { name: "author", prepare: flawed, go: |journey| write_in(journey, "Flawed") },
    Stop { name: "author-locked", prepare: flawed, go: author_locked },
    Stop { name: "author-ron", prepare: flawed, go: author_text },
    Stop { name: "author-bank", prepare: every_kind, go: author_bank },
    Stop { name: "author-title", prepare: nothing, go: |journey| journey.click("New bank") },
    Stop { name: "author-choice", prepare: every_kind, go: |journey| write_kind(journey, 0) },
    Stop { name: "author-choices", prepare: every_kind, go: |journey| write_kind(journey, 1) },
    Stop { name: "author-true-false", prepare: every_kind, go: |journey| write_kind(journey, 2) },
    Stop { name: "author-number", prepare: every_kind, go: |journey| write_kind(journey, 3) },
    Stop { name: "author-text", prepare: every_kind, go: |journey| write_kind(journey, 4) },
    Stop { name: "author-order", prepare: every_kind, go: |journey| write_kind(journey, 5) },
    Stop { name: "author-match", prepare: every_kind, go: |journey| write_kind(journey, 6) },
    Stop { name: "author-cloze", prepare: every_kind, go: |journey| write_kind(journey, 7) },
    Stop { name: "author-categorise", prepare: every_kind, go: |journey| write_kind(journey, 8) },
    Stop { name: "author-hotspot", prepare: every_kind, go: |journey| write_kind(journey, 9) },
    Stop { name: "author-calculated", prepare: every_kind, go: |journey| write_kind(journey, 10) },
    Stop { name: "author-recall", prepare: every_kind, go: |journey| write_kind(journey, 11) },
    Stop { name: "import-empty", prepare: nothing, go: |journey| journey.click("Import questions…") },
    Stop { name: "import", prepare: nothing, go: import },
    Stop { name: "import-left-out", prepare: nothing, go: import_left_out },
    Stop { name: "import-remarks", prepare: nothing, go: |journey| import_part(journey, "Remarks (3)") },
    Stop { name: "import-bank", prepare: nothing, go: |journey| import_part(journey, "Bank") },
    Stop { name: "import-failed", prepare: nothing, go: import_failed },
    Stop { name: "export-bank", prepare: five_kinds, go: export_bank },
    Stop { name: "progress-empty", prepare: nothing, go: progress },
    Stop { name: "progress", prepare: five_kinds, go: progress_filled },
    Stop { name: "progress-below", prepare: five_kinds, go: progress_below },
    Stop { name: "progress-table", prepare: five_kinds, go: progress_table },
    Stop { name: "history", prepare: five_kinds, go: history },
    Stop { name: "history-filter", prepare: five_kinds, go: history_filter },
    Stop { name: "history-empty", prepare: nothing, go: |journey| journey.go("History") },
    Stop { name: "marking-list", prepare: five_kinds, go: printed_papers },
    Stop { name: "marking", prepare: five_kinds, go: marking },
    Stop { name: "teach-empty", prepare: nothing, go: |journey| journey.go("Teach") },
    Stop { name: "teach", prepare: nothing, go: Journey::open_class },
    Stop { name: "teach-question", prepare: nothing, go: class_question },
    Stop { name: "teach-learners", prepare: nothing, go: |journey| class_page(journey, "Learners") },
    Stop { name: "teach-learner", prepare: nothing, go: class_learner },
    Stop { name: "teach-again", prepare: nothing, go: |journey| class_page(journey, "Teach again") },
    Stop { name: "teach-more", prepare: nothing, go: |journey| class_page(journey, "More figures") },
    Stop { name: "teach-files", prepare: nothing, go: |journey| class_page(journey, "Files") },
    Stop { name: "learners", prepare: nothing, go: learners },
    Stop { name: "learners-rename", prepare: nothing, go: rename },
    Stop { name: "settings", prepare: nothing, go: |journey| journey.go("Settings") },
    Stop { name: "settings-handing-in", prepare: five_kinds, go: settings_handing_in },
    Stop { name: "search", prepare: five_kinds, go: search },
    Stop { name: "help", prepare: nothing, go: |journey| journey.keys("?") },
    Stop { name: "path", prepare: nothing, go: path },
];

fn nothing(_: &mut Journey) {}

fn stay(_: &mut Journey) {}

fn five_kinds(journey: &mut Journey) {
    journey.write_own("five.ron", FIVE_KINDS);
}

fn flawed(journey: &mut Journey) {
    journey.write_own("flawed.ron", FLAWED);
    broken(journey);
}

fn broken(journey: &mut Journey) {
    journey.write_own("broken.ron", "Bank(\n    format: 1,\n    id: \"x\" title\n)");
}

fn look_at(journey: &mut Journey, button: &str) {
    // A card that comes later would move the button away from under the mouse.
    let own = std::fs::read_dir(journey.data().quizzes()).expect("the learner's own banks").count();
    journey.wait_until("the banks are read", |journey| {
        journey.has_button(button) && journey.app().model().cards.len() >= shipped().len() + own
    });
    journey.click(button);
    if button.starts_with("More about") {
        journey.click_on(Role::MenuItem, "Preview and check");
    }
    journey.wait_until("it is looked over", |journey| {
        journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    });
}

fn printed_papers(journey: &mut Journey) {
    set_up_print(journey);
    journey.click("More versions");
    journey.click("Print 5 questions…");
    journey.wait_for("Your browser opens the paper");
    // In a small window it lies over the button.
    journey.click("Close this notice");
    journey.click("Mark a printed paper");
    journey.wait_for(" · Five kinds");
}

fn class_page(journey: &mut Journey, page: &str) {
    journey.open_class();
    let name = journey.name_beginning(&format!("Show: {page}"));
    journey.click_on(Role::RadioButton, &name);
}

fn class_question(journey: &mut Journey) {
    journey.open_class();
    let name = journey.name_beginning(WRONG_KEY);
    journey.click_on(Role::ListBoxOption, &name);
}

fn class_learner(journey: &mut Journey) {
    class_page(journey, "Learners");
    let name = journey.name_beginning("Ben: ");
    journey.click_on(Role::ListBoxOption, &name);
    journey.click("Predict recall: In a week");
    journey.wait_for("are most likely still known");
}

/// Two passes with all that can be said of a line, and one under way.
fn marking(journey: &mut Journey) {
    printed_papers(journey);
    journey.click(&journey.name_beginning("Mark paper "));
    let lines = ["Ada: - - - - -", "Ben (B): ? ? ? ? ?", "Cid: - ? -"];
    for line in lines {
        journey.type_text(line);
        journey.keys("Enter");
    }
    journey.click_on(Role::RadioButton, "Pass: Second, to compare");
    journey.type_text("Ben (B): - ? ? ? ?");
    journey.keys("Enter");
    journey.click_on(Role::RadioButton, "Pass: First");
    journey.type_text("Dan: a ...");
}

fn import(journey: &mut Journey) {
    let path = journey.write("rivers.lines", RIVERS);
    journey.drop_file(&path);
    journey.wait_for("Import: rivers.lines");
}

fn import_left_out(journey: &mut Journey) {
    import(journey);
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("Home, ArrowDown, ArrowDown, ArrowDown");
    show_part(journey, "Show: Question");
}

fn import_part(journey: &mut Journey, part: &str) {
    import(journey);
    journey.click_on(Role::RadioButton, &format!("Show: {part}"));
}

fn import_failed(journey: &mut Journey) {
    let path = journey.write("notes.bin", "nothing");
    journey.drop_file(&path);
    journey.wait_for("notes.bin is none of the files");
}

fn export_bank(journey: &mut Journey) {
    library_menu(journey);
    journey.click_on(Role::MenuItem, "Export for another program…");
    journey.wait_for("2 of 5 questions arrive.");
}

fn bank_page_answer(journey: &mut Journey) {
    look_at(journey, "More about Five kinds");
    show_part(journey, "Show: Preview");
    journey.keys("1");
    journey.click("Check");
}

fn bank_page_left_out(journey: &mut Journey) {
    look_at(journey, "More about Flawed");
    journey.click_on(Role::CheckBox, "Only with problems (3)");
    journey.click_on(Role::ListBoxOption, "misspelt, Cannot be read · 1 error");
}

/// Opens a bank to write in it, and waits for what the check says.
fn write_in(journey: &mut Journey, title: &str) {
    let more = format!("More about {title}");
    journey.wait_until("the bank is read", |journey| journey.has_button(&more));
    journey.choose(title, "Edit questions");
    journey.wait_until("it is checked", |journey| {
        journey.app().model().author.as_ref().is_some_and(|author| author.fresh_check().is_some())
    });
}

/// Shows the question of that place in the bank of every kind, in its form.
fn write_kind(journey: &mut Journey, place: usize) {
    write_in(journey, "My first bank");
    for _ in 0..place {
        journey.press_with(Modifiers::COMMAND, Key::PageDown);
    }
}

fn author_locked(journey: &mut Journey) {
    write_in(journey, "Flawed");
    journey.press_with(Modifiers::COMMAND, Key::PageDown);
    journey.press_with(Modifiers::COMMAND, Key::PageDown);
}

fn author_text(journey: &mut Journey) {
    write_in(journey, "Flawed");
    journey.click("RON text");
}

fn author_bank(journey: &mut Journey) {
    write_in(journey, "My first bank");
    journey.choose("this bank", "Title, sources and quizzes…");
}

fn bank_page_why(journey: &mut Journey) {
    look_at(journey, "More about Flawed");
    show_part(journey, "Show: 6 things to look at");
    if !journey.has_button("Why this matters") {
        journey.click_on(Role::ListBoxOption, "misspelt, Cannot be read · 1 error");
    }
    journey.click("Why this matters");
}

/// Where there is no room for all parts of the page of a bank, one is shown at a time.
fn show_part(journey: &mut Journey, part: &str) {
    if journey.find(Role::RadioButton, part).is_some() {
        journey.click_on(Role::RadioButton, part);
    }
}

fn full_library(journey: &mut Journey) {
    five_kinds(journey);
    broken(journey);
    journey.write_own("twin.ron", &truths("five-kinds", 1));
    let bad = truths("bad", 3).replace("Statement 2 is true.", " ");
    journey.write_own("with-a-bad-question.ron", &bad);
}

fn full_library_shown(journey: &mut Journey) {
    ask(journey, "gas");
    journey.keys("Esc");
    for words in ["line 3, column 13", "same id", "Truths of bad"] {
        journey.wait_for(words);
    }
}

fn set_up(journey: &mut Journey) {
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.click("Practise: Five kinds");
}

fn library_menu(journey: &mut Journey) {
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.click("More about Five kinds");
}

fn set_up_print(journey: &mut Journey) {
    library_menu(journey);
    journey.click_on(Role::MenuItem, "Print…");
}

fn history_filter(journey: &mut Journey) {
    history(journey);
    journey.click("Mode: Practice and test");
}

fn set_up_test(journey: &mut Journey) {
    set_up(journey);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey.click_on(Role::RadioButton, "Time limit: 5 min");
    journey.click_on(Role::RadioButton, "Pass mark: 60 %");
}

fn ask(journey: &mut Journey, id: &str) {
    set_up(journey);
    journey.click("Start practice: 5 questions");
    while journey.known().id != id {
        journey.click("Skip");
    }
}

fn formatted(journey: &mut Journey) {
    journey.write_own("formatted.ron", FORMATTED);
}

fn ask_formatted(journey: &mut Journey) {
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: Formatted"));
    journey.click("Practise: Formatted");
    journey.click("Start practice: 1 question");
    journey.click("Hint");
}

fn formatted_marked(journey: &mut Journey) {
    ask_formatted(journey);
    journey.keys("2, Enter");
}

/// The bank that `torus new` writes, with a picture beside it.
fn every_kind(journey: &mut Journey) {
    journey.write_own("my-first-bank-map.svg", MAP);
    journey.write_own("first.ron", EVERY_KIND);
}

/// Goes to the question of that kind in the bank of every kind.
pub fn ask_kind(journey: &mut Journey, kind: &str) {
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: My first bank"));
    journey.click("Practise: My first bank");
    let start = journey.name_beginning("Start practice: ");
    journey.click(&start);
    let is_it = |journey: &Journey| {
        let play = journey.app().model().play.as_ref().expect("a sitting");
        play.sitting.turn().item.question.kind().as_str() == kind
    };
    while !is_it(journey) {
        journey.click("Skip");
    }
    if kind == "hotspot" {
        picture_shown(journey);
    }
}

fn picture_shown(journey: &mut Journey) {
    let is_shown = |journey: &Journey| {
        let images = journey.nodes().into_iter().filter(|node| node.accesskit_node().role() == Role::Image);
        images.map(|node| node.rect().height()).fold(0.0, f32::max) > 60.0
    };
    journey.wait_until("the picture is shown", is_shown);
}

/// The first thing on the screen of that role.
fn first(journey: &Journey, role: Role) -> String {
    let nodes = journey.nodes();
    let found = nodes.iter().find(|node| node.accesskit_node().role() == role);
    name_of(found.unwrap_or_else(|| panic!("no {role:?}:\n{}", journey.shown())))
}

fn order_held(journey: &mut Journey) {
    ask_kind(journey, "order");
    let (first, last) = (first(journey, Role::ListItem), "place 3 of 3");
    let last = journey.names().into_iter().find(|name| name.ends_with(last)).expect("three items");
    let to = journey.get(Role::ListItem, &first).rect().center() + egui::vec2(0.0, 24.0);
    journey.carry(Role::ListItem, &last, to);
}

fn match_half_done(journey: &mut Journey) {
    ask_kind(journey, "match");
    journey.drag(Role::Button, "North Sea", Role::ListItem, "Rhine, with nothing yet");
    journey.click("Black Sea");
}

fn match_held(journey: &mut Journey) {
    ask_kind(journey, "match");
    let to = journey.get(Role::ListItem, "Danube, with nothing yet").rect().center();
    journey.carry(Role::Button, "Black Sea", to);
}

fn cloze_open(journey: &mut Journey) {
    ask_kind(journey, "cloze");
    journey.type_into("Gap 1 of 2", "Danube");
    journey.click_on(Role::ComboBox, "Gap 2 of 2");
}

fn cloze_marked(journey: &mut Journey) {
    ask_kind(journey, "cloze");
    journey.type_into("Gap 1 of 2", "danube");
    journey.click_on(Role::ComboBox, "Gap 2 of 2");
    journey.click_on(Role::RadioButton, "west");
    journey.click("Check");
}

fn groups_half_done(journey: &mut Journey) {
    ask_kind(journey, "categorise");
    journey.click_on(Role::ListItem, "Nile, in no group yet");
    journey.click("Put Nile into Africa");
    journey.click_on(Role::ListItem, "Volga, in no group yet");
}

fn hotspot_pointed(journey: &mut Journey) {
    ask_kind(journey, "hotspot");
    journey.click_on(Role::RadioButton, "In the middle");
}

fn recall_revealed(journey: &mut Journey) {
    ask_kind(journey, "recall");
    journey.click("Reveal the answer");
}

fn feedback_of(journey: &mut Journey, kind: &str, keys: &str) {
    ask_kind(journey, kind);
    journey.keys(keys);
    journey.click("Check");
    // Where a part is open, that is told once.
    if journey.has_button("Check") {
        journey.click("Check");
    }
    if kind == "hotspot" {
        picture_shown(journey);
    }
}

fn certainty(journey: &mut Journey) {
    set_up(journey);
    journey.click_on(Role::RadioButton, "Ask how sure I am: On");
    journey.click("Start practice: 5 questions");
    while journey.known().id != "gas" {
        journey.click("Skip");
    }
    journey.enter(Hand::Mouse, &["Helium"]);
    journey.click_on(Role::RadioButton, "How sure: Likely, right 2, wrong \u{2212}2");
}

fn certainty_marked(journey: &mut Journey) {
    certainty(journey);
    journey.click("Check");
}

fn hints(journey: &mut Journey) {
    ask(journey, "gas");
    journey.click("Hint");
    journey.click("Hint");
    journey.click("Flag to look at again (F)");
    journey.click("Check");
}

fn begin_test(journey: &mut Journey) {
    set_up_test(journey);
    journey.click("Start test: 5 questions");
}

fn question_of_test(journey: &mut Journey) {
    begin_test(journey);
    while journey.known().id != "gas" {
        journey.click("Skip");
    }
    journey.pass_ms(61_000);
    journey.enter(Hand::Mouse, &["Helium"]);
}

fn feedback(journey: &mut Journey, id: &str, is_right: bool) {
    ask(journey, id);
    let known = journey.known();
    journey.practise(if is_right { known.right } else { known.wrong });
}

fn overview(journey: &mut Journey) {
    begin_test(journey);
    journey.click("Flag to look at again (F)");
    for _ in 0..2 {
        let parts = journey.known().right;
        journey.enter(Hand::Mouse, parts);
        journey.click("Next");
    }
    journey.click("Overview");
}

fn result(journey: &mut Journey) {
    set_up(journey);
    journey.click("Start practice: 5 questions");
    for turn in 0..7 {
        if journey.is_on_pause() {
            journey.click("Try the 2 again");
        }
        let known = journey.known();
        let is_right = turn >= 5 || !["gas", "machines"].contains(&known.id);
        journey.enter(Hand::Mouse, if is_right { known.right } else { known.wrong });
        journey.pass_ms(7_300);
        journey.click("Check");
        journey.click(if journey.has_button("Next") { "Next" } else { "See the result" });
    }
}

fn overruled(journey: &mut Journey) {
    feedback(journey, "energy", false);
    journey.keys("I, M");
    journey.type_text("The book says otherwise.");
}

/// The library ten days after a practice with two mistakes.
fn days_after(journey: &mut Journey) {
    result(journey);
    journey.keys("Esc");
    journey.close();
    journey.world.sleep_ms(10 * 24 * 3_600_000);
    journey.open(&[]);
    journey.wait_until("what is due is known", |journey| {
        let agenda = journey.app().model().agenda.as_ref();
        agenda.is_some_and(|agenda| agenda.due > 0 && agenda.banks.len() > shipped().len())
    });
}

fn spaced_review(journey: &mut Journey) {
    days_after(journey);
    journey.go("Review");
    let field = journey.name_beginning("Exam day of Five kinds");
    journey.type_into(&field, "2026-12-24");
    journey.wait_for("You would know on 24 December");
    journey.bring_into_sight(Role::Button, "Start review");
}

/// The result of a quiz that waits, since the stick with the folder of the class is unplugged.
fn not_handed_in(journey: &mut Journey) {
    let stick = journey.path("stick");
    std::fs::create_dir(&stick).expect("made");
    journey.world.chooses_folder(&stick);
    journey.go("Settings");
    journey.click("Hand in my results to a folder…");
    journey.wait_for("from now on is handed in to");
    std::fs::remove_dir(&stick).expect("unplugged");
    journey.go("Library");
    result(journey);
    journey.wait_for("Not handed in yet");
}

fn settings_handing_in(journey: &mut Journey) {
    not_handed_in(journey);
    journey.go("Settings");
    journey.pass_ms(60_000);
    while journey.has_button("Close this notice") {
        journey.click("Close this notice");
    }
    journey.bring_into_sight(Role::Button, "Stop handing in");
}

fn review(journey: &mut Journey) {
    result(journey);
    journey.click("Which gas does ITER burn beside tritium?: wrong, 0 of 1 point");
}

/// Lets hours pass with the window open, until it shows what has come due.
fn days_pass(journey: &mut Journey, hours: u64) {
    journey.world.pass_ms(hours * 3_600_000);
    journey.wait_until("the new day is there", |journey| {
        journey.app().model().agenda.as_ref().is_some_and(|agenda| agenda.due > 0)
    });
}

fn progress(journey: &mut Journey) {
    journey.go("Progress");
    journey.wait_until("what was learned is there, and what is due follows", |journey| {
        let model = journey.app().model();
        let (Some(progress), Some(agenda)) = (&model.progress, &model.agenda) else { return false };
        agenda.due == progress.coming_up.first().map_or(0, |today| today.due)
    });
}

/// Quizzes on two days, the later one with how sure each answer is.
fn progress_filled(journey: &mut Journey) {
    result(journey);
    journey.keys("Esc");
    days_pass(journey, 9 * 24);
    set_up(journey);
    journey.click_on(Role::RadioButton, "Ask how sure I am: On");
    journey.click("Start practice: 5 questions");
    for sure in ["Certain", "Likely", "Certain", "Guess", "Certain"] {
        let right = journey.known().right;
        journey.enter(Hand::Keys, right);
        let sure = journey.name_beginning(&format!("How sure: {sure}"));
        journey.click_on(Role::RadioButton, &sure);
        journey.pass_ms(4_100);
        journey.click("Check");
        journey.click(if journey.has_button("Next") { "Next" } else { "See the result" });
    }
    if journey.is_on_pause() {
        journey.click("See the result");
    }
    progress(journey);
}

fn progress_below(journey: &mut Journey) {
    progress_filled(journey);
    journey.bring_into_sight(Role::Button, "More about Time for a question");
}

fn progress_table(journey: &mut Journey) {
    progress_filled(journey);
    journey.choose("Known over time", "Show as a table");
}

fn history(journey: &mut Journey) {
    result(journey);
    journey.keys("Esc");
    days_pass(journey, 26);
    journey.click("Test: Five kinds");
    journey.click("Start test: 5 questions");
    journey.keys("Esc");
    journey.go("History");
}

fn learners(journey: &mut Journey) {
    journey.go("Learner");
    for name in ["Ada", "Blaise"] {
        journey.type_into("Name of the new learner", name);
        journey.click("Add learner");
        journey.go(name);
    }
    journey.choose("Ada", "Delete");
}

fn rename(journey: &mut Journey) {
    journey.go("Learner");
    journey.choose("Learner", "Rename");
}

fn search(journey: &mut Journey) {
    journey.wait_until("every bank is read", |journey| journey.app().model().banks.len() > shipped().len());
    journey.click("Search questions");
    journey.type_text("jet stood");
    // What fewer letters have found stands there until the last answer comes.
    journey.wait_until("it is found", |journey| journey.app().model().found_words == "jet stood");
    journey.assert_says("JET stood at Culham.");
}

fn path(journey: &mut Journey) {
    journey.world.shows_no_dialogs();
    journey.click("Add a bank");
}
