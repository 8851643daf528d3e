//! A bank that is written, from its title to its first questions, heard whole by who has only the keys. What is announced meanwhile
//! comes when the check is done: it is written down sorted, before what has the focus.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;

#[test]
fn a_bank_is_written() {
    let (desk, home) = (Desk::new(), Home::new());
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("writing.txt", &open);
    heard.part("A new bank is named");
    heard.go_to("New bank");
    heard.press(&["Enter", "“rivers”"]);
    heard.arrive("Enter");
    heard.part("Its first question");
    for key in ["“where does it end”", "Tab", "“black sea”", "Tab", "“north sea”"] {
        heard.arrive(key);
    }
    heard.part("The next answer");
    for key in ["Enter", "“baltic sea”"] {
        heard.arrive(key);
    }
    heard.part("Undone");
    heard.arrive("Ctrl Z");
    heard.part("The next question, of the same kind");
    heard.arrive("Ctrl Enter");
    heard.part("Back to the library");
    heard.arrive("Esc");
    heard.check();
}
