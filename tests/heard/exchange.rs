//! Questions that come from another program and go to another, heard whole by who has only the keys.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;

const RIVERS: &str = "\
::danube:: Into which sea does the Danube flow? {=Black Sea ~Adriatic Sea ~Caspian Sea}

::rhine:: Into which sea does the Rhine flow? {=North Sea ~%-50%Baltic Sea}

::ob:: The Ob flows north. {TRUE}

::elbe:: Describe the course of the Elbe. {}
";

#[test]
fn questions_come_in_and_go_out() {
    let (desk, home) = (Desk::new(), Home::new());
    home.bank("rivers.gift", RIVERS);
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("exchange.txt", &open);
    heard.part("The page where questions come in");
    heard.go_to("Import questions…");
    heard.press(&["Enter", "Tab", "Tab"]);
    heard.part("A path that is wrong, and one that is right");
    heard.go_to("Type a path");
    heard.press(&["Enter", "“nothing”", "Enter", "Ctrl A", "“rivers.gift”", "Enter"]);
    heard.part("The questions: one is not taken, one cannot be");
    heard.press(&["Down", "Down"]);
    heard.arrive("Space");
    heard.press(&["Down"]);
    heard.part("What is told of them");
    heard.go_to("Show: ");
    heard.press(&["Right", "Space", "Tab", "Tab"]);
    heard.part("The bank is saved");
    heard.arrive("Ctrl S");
    heard.part("It goes to another program");
    heard.press(&["Esc"]);
    heard.go_to("More about rivers");
    heard.press(&["Enter", "Down", "Down", "Down", "Down", "Up", "Enter"]);
    heard.go_to("Export for: ");
    heard.press(&["Right", "Right", "Space", "Tab", "Enter", "Esc"]);
    heard.check();
}
