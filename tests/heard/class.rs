//! The class's page over a folder in which learners hand in.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;
use std::path::Path;
use std::time::Duration;
use torus::disk::Settings;

const HEADER: &str = "learner,sitting,bank,bank_title,state,position,question,kind,topic,prompt,response,correct_response,\
                      score,max_score,verdict,options,learner_id\n";
const NAMES: [&str; 13] =
    ["Ada", "Ben", "Cid", "Dora", "Emil", "Fay", "Gus", "Hana", "Ida", "Jon", "Kai", "Lea", "Max"];
/// Prompt, topic, key and the wrong answer, and how many of twelve learners know it.
const QUESTIONS: [(&str, &str, &str, &str, usize); 3] = [
    ("Which river is the longest in Europe?", "Rivers", "Volga", "Danube", 10),
    ("Which is the deepest lake?", "Lakes", "Baikal", "Tanganyika", 5),
    ("Which sea has no coast?", "Seas", "Sargasso", "Dead Sea", 3),
];

/// The finished quiz of one learner, as it is handed in.
fn hand_in(folder: &Path, learner: usize) {
    let name = NAMES[learner];
    let row = |(place, (prompt, topic, key, wrong, knowing)): (usize, &(&str, &str, &str, &str, usize))| {
        let is_right = learner < *knowing;
        let (response, score, verdict) = if is_right { (key, 1, "correct") } else { (wrong, 0, "wrong") };
        format!(
            "{name},sitting-{learner},seas,Waters,finished,{},q{place},choice,{topic},{prompt},{response},{key},{score},1,{verdict},\
             {key}; {wrong}; Aral,learner-{learner}\n",
            place + 1
        )
    };
    let rows: String = QUESTIONS.iter().enumerate().map(row).collect();
    std::fs::write(folder.join(format!("{learner:02}.csv")), format!("{HEADER}{rows}")).unwrap();
}

#[test]
fn the_class_of_a_watched_folder() {
    let (desk, home) = (Desk::new(), Home::new());
    let folder = home.path().join("class 7b");
    std::fs::create_dir_all(&folder).unwrap();
    (0..12).for_each(|learner| hand_in(&folder, learner));
    std::fs::create_dir_all(home.data()).unwrap();
    let settings = Settings { class_folder: Some(folder.clone()), ..Settings::default() };
    settings.save(&home.data().join("settings.ron")).unwrap();
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("class.txt", &open);
    heard.part("The page of the class");
    heard.go_to("Teach");
    heard.press(&["Enter", "Tab", "Tab", "Tab"]);
    heard.part("The questions");
    heard.go_to("Questions, list box");
    heard.press(&["Down", "Down", "Enter", "Tab", "Esc"]);
    heard.part("The learners");
    heard.go_to("Show: ");
    heard.press(&["Right", "Space"]);
    heard.go_to("Learners, list box");
    heard.press(&["Down", "Enter", "Tab", "Esc"]);
    heard.part("A file that arrives");
    hand_in(&folder, 12);
    // The window looks through the folder every 20 s.
    std::thread::sleep(Duration::from_secs(25));
    heard.go_to("Show: Learners");
    heard.press(&["Left", "Space"]);
    heard.go_to("Which river is the longest in Europe?");
    heard.check();
}
