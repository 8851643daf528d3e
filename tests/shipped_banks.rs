//! The banks in `quizzes/`: that they read without a problem, teach with care and are well written.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::{Answer, Bank, Kind, Question, Quietly, read, shipped};
use torus::sitting::{Response, grade};

fn bank_paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    paths
}

fn banks() -> Vec<Bank> {
    let texts = bank_paths().into_iter().map(|path| fs::read_to_string(path).unwrap());
    texts.map(|text| read(&text, &Quietly).bank.unwrap()).collect()
}

fn questions() -> Vec<Question> {
    banks().into_iter().flat_map(|bank| bank.questions).collect()
}

/// Every text of a question that a learner may see.
fn words(question: &Question) -> String {
    let feedback = question.feedback.iter().map(|(option, text)| format!("{option}\n{text}"));
    let options = question.options().into_iter().map(str::to_owned);
    let hints = question.hints.iter().map(|hint| hint.to_string());
    let told = [question.prompt.to_string(), question.explanation.to_string()];
    told.into_iter().chain(feedback).chain(options).chain(hints).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_bank_reads_without_a_problem() {
    for path in bank_paths() {
        let reading = read(&fs::read_to_string(&path).unwrap(), &Quietly);
        assert_eq!(reading.problems, [], "{}", path.display());
        assert_eq!(reading.bank.err(), None, "{}", path.display());
    }
}

#[test]
fn every_file_is_compiled_in() {
    let on_disk: Vec<_> = bank_paths().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    let compiled_in: Vec<_> = shipped().iter().map(|bank| bank.file_name).collect();
    assert_eq!(on_disk, compiled_in);
}

#[test]
fn the_fusion_bank_has_its_questions_over_all_sections() {
    let questions = questions();
    assert!(questions.len() >= 45, "{}", questions.len());
    for section in ["Harwell 1956", "Atoms for Peace", "JET", "ITER", "Working together"] {
        let count = questions.iter().filter(|question| question.is_within_topic(section)).count();
        assert!(count >= 8, "{section}: {count}");
    }
}

#[test]
fn every_fact_of_the_article_is_asked_about() {
    let cited: HashSet<_> =
        questions().iter().flat_map(|question| question.cite.0.to_vec()).map(|cite| cite.place.to_string()).collect();
    for (section, facts) in [("H", 8), ("A", 13), ("J", 17), ("I", 9), ("W", 7)] {
        for number in 1..=facts {
            assert!(cited.contains(&format!("{section}{number}")), "{section}{number}");
        }
    }
}

#[test]
fn every_question_has_a_topic_an_explanation_and_a_citation() {
    for question in questions() {
        assert!(!question.topic.is_empty(), "{}", question.id);
        assert!(!question.explanation.is_empty(), "{}", question.id);
        assert!(!question.cite.0.is_empty(), "{}", question.id);
    }
}

#[test]
fn the_question_that_the_bank_began_with_keeps_its_words_and_its_key() {
    let prompt = "Which year did JET start operating under the beryllium/tungsten wall?";
    let questions = questions();
    let question = questions.iter().find(|question| &*question.prompt == prompt).unwrap();
    assert_eq!(question.options(), ["2011", "1997", "2001", "2022"]);
    assert_eq!((&*question.id, question.key_count()), ("jet-wall-year", 1));
}

/// Sources differ on the day of the visit to Harwell, so none may be taught.
#[test]
fn nothing_tells_the_day_of_the_visit() {
    for path in bank_paths() {
        let text = fs::read_to_string(&path).unwrap();
        for day in ["21 April", "26 April", "April 21", "April 26", "21st", "26th"] {
            assert!(!text.contains(day), "{}: {day}", path.display());
        }
    }
}

/// JET produced 69 MJ in October 2023, after the article was written.
#[test]
fn every_question_on_a_record_names_its_year_or_asks_for_it_and_tells_the_later_record() {
    let questions = questions();
    let on_records: Vec<_> = questions.iter().filter(|question| question.prompt.contains("record")).collect();
    assert!(on_records.len() >= 5);
    for question in on_records {
        assert!(question.explanation.contains("69"), "{}", question.id);
        let asks_for_the_time = question.prompt.starts_with("In which year") || question.prompt.starts_with("When");
        let names_a_year = ["1997", "2022"].iter().any(|year| question.prompt.contains(year));
        assert!(asks_for_the_time || names_a_year, "{}", question.id);
    }
}

/// JT-60SA took JET's place in 2023.
#[test]
fn the_largest_tokamak_is_asked_for_with_its_time() {
    for question in questions() {
        let prompt = &question.prompt;
        if prompt.contains("largest tokamak") {
            assert!(prompt.contains(" was ") && prompt.contains("2022"), "{prompt}");
            assert!(question.explanation.contains("JT-60SA"), "{prompt}");
        }
    }
}

#[test]
fn offices_are_asked_for_as_of_their_time() {
    for question in questions().iter().filter(|question| question.prompt.contains("head")) {
        let prompt = &question.prompt;
        assert!(!prompt.contains("ITER's Science") || prompt.contains("As of 2022"), "{prompt}");
    }
}

#[test]
fn the_parties_of_1986_are_told_with_the_members_of_today() {
    for question in questions().iter().filter(|question| question.cite.0.iter().any(|cite| &*cite.place == "I4")) {
        assert!(question.prompt.contains("1986"), "{}", question.id);
        assert!(question.explanation.contains("Today's Members are China"), "{}", question.id);
    }
}

#[test]
fn feedback_belongs_to_a_wrong_option() {
    for question in questions() {
        let options = question.options();
        let wrong = &options[question.key_count()..];
        for (option, _) in question.feedback.iter() {
            assert!(wrong.contains(&option), "{}: {option}", question.id);
        }
    }
}

#[test]
fn enemies_are_other_questions_of_the_bank() {
    for bank in banks() {
        let ids: HashSet<_> = bank.questions.iter().map(|question| &question.id).collect();
        for question in &bank.questions {
            for enemy in &question.enemies {
                assert!(ids.contains(enemy) && *enemy != question.id, "{}: {enemy}", question.id);
            }
        }
    }
}

/// What a learner who knows the answer may well type.
#[test]
fn the_usual_ways_to_type_a_right_answer_are_right() {
    let questions = questions();
    let check = |id: &str, typed: &[&str], expected: f64| {
        let question = questions.iter().find(|question| &*question.id == id).unwrap();
        for text in typed {
            let mark = grade(question, &Response::Typed((*text).to_owned()));
            assert_eq!(mark.fraction, expected, "{id}: {text}: {:?}", mark.note);
        }
    };
    check("jet-2022-energy", &["59", "59 MJ", "59,0", "5.9e7 J", "5.9×10^7 J", "59MJ"], 1.0);
    check("jet-2022-energy", &["59 kJ", "69", "21.7", "MJ", "fifty-nine"], 0.0);
    check("jet-1997-energy", &["21.7", "21,7 MJ", "22"], 1.0);
    check("atoms-attendance", &["5000", "5,000", "5.000", "5 000", "4800"], 1.0);
    check("atoms-attendance", &["500", "50000", "6000"], 0.0);
    check("atoms-volumes", &["33", "33 volumes"], 1.0);
    check("atoms-index-pages", &["210", "210 pages", "200"], 1.0);
    check("jet-design-years", &["4", "4 years"], 1.0);
    check("iter-share-of-gdp", &["85", "85 %", "85%"], 1.0);
    check("reykjavik", &["Reykjavik", "reykjavík", "Reykjavk", "Reikiavik", " Reykjavik. "], 1.0);
    check("reykjavik", &["Geneva", "Iceland"], 0.0);
    check("atoms-city", &["Geneva", "Genève", "geneve", "Genf", "Genava"], 1.0);
    check("atoms-city", &["Bern", "Vienna", "Zurich", "Paris", "Lausanne"], 0.0);
    check("soviet-keynote", &["Artsimovich", "Lev Artsimovich", "artsimovitch", "Arzimovich"], 1.0);
    check("soviet-keynote", &["Sakharov", "Kurchatov", "Khrushchev", "Tamm"], 0.0);
    check("jet-stands-for", &["Joint European Torus", "the joint european torus", "Joint Eropean Torus"], 1.0);
    check("jet-stands-for", &["Joint European Tokamak", "JET", "Joint Energy Torus"], 0.0);
}

/// A key that stands out by its length is found without knowing (Pham 2018).
#[test]
fn the_length_of_an_option_gives_nothing_away() {
    let letters = |text: &&str| text.chars().count();
    let questions = questions();
    let choices: Vec<_> = questions.iter().filter(|question| question.kind() == Kind::Choice).collect();
    let mut longest_keys = 0;
    for question in &choices {
        let options = question.options();
        let longest_distractor = options[1..].iter().map(letters).max().unwrap();
        assert!((3..=4).contains(&options.len()), "{}", question.id);
        assert!(letters(&options[0]) * 4 <= longest_distractor * 5, "{}", question.id);
        longest_keys += usize::from(letters(&options[0]) > longest_distractor);
    }
    assert!(longest_keys * 10 <= choices.len(), "{longest_keys} of {}", choices.len());
}

/// Absolutes and catch-alls tell a clever guesser which option to leave out (Haladyna, Downing and Rodriguez 2002).
#[test]
fn no_option_holds_an_absolute_or_a_catch_all() {
    for question in questions() {
        for option in question.options() {
            let option = option.to_lowercase();
            for word in ["always", "only", "of the above", "completely", "every"] {
                assert!(!option.contains(word), "{}: {option}", question.id);
            }
        }
    }
}

#[test]
fn true_is_as_often_right_as_false() {
    let answers: Vec<_> = questions()
        .into_iter()
        .filter_map(|question| if let Answer::TrueFalse(key) = question.answer { Some(key) } else { None })
        .collect();
    let true_count = answers.iter().filter(|key| **key).count();
    assert!(true_count.abs_diff(answers.len() - true_count) <= 1, "{true_count} of {}", answers.len());
}

#[test]
fn prompts_are_unlike_each_other_and_nothing_is_left_in_draft() {
    let mut prompts = HashSet::new();
    for question in questions() {
        for mark in ["TODO", "…?", "  ", " ,", "??"] {
            assert!(!words(&question).contains(mark), "{}: {mark}", question.id);
        }
        assert!(prompts.insert(question.prompt), "{}", question.id);
    }
}
