//! A bank that is written, from its title to what the check says of its first question, heard whole by who has only the keys.

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
    heard.press(&["“where does it end”", "Tab", "“black sea”", "Tab", "“north sea”"]);
    heard.part("The next answer");
    heard.press(&["Enter", "“baltic sea”"]);
    heard.part("The explanation");
    heard.go_to("Explanation, shown after the answer");
    heard.press(&["“it ends in romania”"]);
    heard.part("Undone");
    heard.arrive("Ctrl Z");
    heard.check();
}
