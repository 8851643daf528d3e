//! Who is who: nobody is merged unasked, what was decided holds, and the class list tells who is missing.

use crate::given::{Given, Questions, class_of, figures, mark};
use torus::class::{
    Attendance, Class, ClassList, Contradiction, Decision, Decisions, DecisionsFault, Doubt, Enrolled, Likeness,
    ListFault, MeasuringOptions, Proposal, RowFault, measure, proposals,
};
use torus::moment::Moment;

/// A class of learners by id and name, who each answered one question.
fn class(learners: &[(&str, &str)]) -> Class {
    let given: Vec<Given> = learners.iter().map(|(id, _)| mark(id, "q", 1.0)).collect();
    let mut class = class_of(&given, &Questions::new());
    for learner in &mut class.learners {
        learner.name = learners.iter().find(|(id, _)| *id == &*learner.id).expect("a learner").1.into();
    }
    class
}

fn proposed(class: &Class, list: &ClassList, decisions: &Decisions) -> Vec<(String, String, Likeness, Option<Doubt>)> {
    let id = |place: u32| class.learners[place as usize].id.to_string();
    let told = |proposal: Proposal| (id(proposal.one), id(proposal.other), proposal.likeness, proposal.doubt);
    proposals(class, list, decisions).into_iter().map(told).collect()
}

fn pairs(class: &Class, decisions: &Decisions) -> Vec<(String, String)> {
    proposed(class, &ClassList::default(), decisions).into_iter().map(|(one, other, ..)| (one, other)).collect()
}

fn pair(one: &str, other: &str) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

fn same(one: &str, other: &str) -> Decision {
    Decision::Same(one.into(), other.into())
}

fn different(one: &str, other: &str) -> Decision {
    Decision::Different(one.into(), other.into())
}

fn decisions(of: &[Decision]) -> Decisions {
    let mut decisions = Decisions::default();
    of.iter().for_each(|decision| decisions.decide(decision.clone()).expect("no contradiction"));
    decisions
}

fn list(text: &str) -> ClassList {
    let read = ClassList::read(text.as_bytes()).expect("a list");
    assert_eq!(read.faults, []);
    read.list
}

#[test]
fn nobody_is_like_nobody() {
    assert_eq!(pairs(&Class::default(), &Decisions::default()), []);
    assert_eq!(Decisions::default().merged(Class::default()), Class::default());
    assert_eq!(ClassList::default().attendance(&Class::default()), Attendance::default());
}

#[test]
fn learners_without_a_name_are_not_alike() {
    assert_eq!(pairs(&class(&[("sitting:1", ""), ("sitting:2", " ")]), &Decisions::default()), []);
}

#[test]
fn one_name_with_two_ids_is_proposed_and_never_merged_unasked() {
    let class =
        class(&[("a", "Ada Mu\u{308}ller"), ("b", "Ben"), ("c", " ada  M\u{fc}LLER"), ("name:x", "Müller, Ada")]);
    assert_eq!(pairs(&class, &Decisions::default()), [pair("a", "c"), pair("a", "name:x")]);
    assert_eq!(Decisions::default().merged(class.clone()), class);
    let figures = measure(&class, &MeasuringOptions::default());
    assert_eq!(figures.learners, 4);
}

#[test]
fn another_name_of_the_same_id_counts_too() {
    let mut class = class(&[("a", "Ada Lovelace"), ("b", "Ada King")]);
    class.learners[0].also = vec!["Ada King".into()];
    assert_eq!(pairs(&class, &Decisions::default()), [pair("a", "b")]);
}

#[test]
fn what_was_decided_and_what_follows_from_it_is_not_asked_again() {
    let class = class(&[("a", "Ada"), ("b", "Ada"), ("c", "Ada"), ("d", "Ada")]);
    let after = |of: &[Decision]| pairs(&class, &decisions(of));
    assert_eq!(after(&[]), [pair("a", "b"), pair("a", "c"), pair("a", "d")]);
    assert_eq!(after(&[same("a", "b")]), [pair("a", "c"), pair("a", "d")]);
    assert_eq!(after(&[different("a", "b")]), [pair("a", "c"), pair("a", "d"), pair("b", "c")]);
    // A and B are one, A and C are two, and so B and C are two.
    assert_eq!(after(&[same("a", "b"), different("c", "a")]), [pair("a", "d"), pair("c", "d")]);
    let all = [same("a", "b"), same("c", "d"), different("b", "d")];
    assert_eq!(after(&all), []);
}

#[test]
fn thousands_of_one_name_are_each_proposed_once() {
    let ids: Vec<String> = (0..3_000).map(|id| format!("{id:04}")).collect();
    let learners: Vec<(&str, &str)> = ids.iter().map(|id| (&**id, "student")).collect();
    assert_eq!(pairs(&class(&learners), &Decisions::default()).len(), 2_999);
}

#[test]
fn decisions_that_contradict_each_other_are_refused() {
    let mut decisions = decisions(&[same("a", "b"), same("b", "c")]);
    let before = decisions.clone();
    let found = decisions.decide(different("A", "c")).expect_err("a contradiction");
    assert_eq!(found, Contradiction { one: "A".into(), other: "c".into() });
    assert_eq!(decisions, before);
    let read = Decisions::read("[Same(\"a\", \"b\"), Different(\"b\", \"a\")]");
    assert!(matches!(read, Err(DecisionsFault::Contradiction(_))), "{read:?}");
}

#[test]
fn a_decision_takes_the_place_of_the_one_before() {
    let mut decisions = decisions(&[different("a", "b"), different("a", "c")]);
    decisions.decide(same("B", "a")).expect("no contradiction");
    assert_eq!(decisions.iter().cloned().collect::<Vec<_>>(), [different("a", "c"), same("B", "a")]);
    decisions.take_back("a", "b");
    assert_eq!(decisions.iter().count(), 1);
}

#[test]
fn what_is_no_list_of_decisions_is_refused_with_line_and_column() {
    for (text, line) in [("", 1), ("[Same(\"a\")]", 1), ("[\n  Maybe(\"a\", \"b\"),\n]", 2), ("[Same(\"a\", \"b\")", 1)]
    {
        let found = Decisions::read(text).expect_err("a fault");
        let DecisionsFault::Text { line: found, column, .. } = found else { panic!("{text}: {found:?}") };
        assert_eq!(found, line, "{text}");
        assert!(column > 0, "{text}");
    }
}

#[test]
fn a_file_of_decisions_reads_as_it_was_written_and_names_the_people() {
    let decisions = decisions(&[same("a", "b"), different("name:\"Ada\" \\ x", "gone")]);
    let written = decisions.written(&class(&[("a", "Ada\nLovelace"), ("b", "Ada L.")]));
    assert!(written.contains("    Same(\"a\", \"b\"), // Ada Lovelace\n"), "{written}");
    assert_eq!(Decisions::read(&written), Ok(decisions));
    assert_eq!(Decisions::read("\u{feff}[]"), Ok(Decisions::default()));
}

#[test]
fn merged_learners_have_the_sittings_of_both_and_the_first_answer_counts() {
    let given = [
        Given { started_ms: Some(20), ..mark("b", "q1", 1.0) },
        Given { started_ms: Some(10), ..mark("a", "q1", 0.0) },
        Given { started_ms: Some(10), position: 2, ..mark("a", "q2", 1.0) },
        mark("c", "q1", 1.0),
    ];
    let apart = figures(&given);
    assert_eq!((apart.learners, apart.items[0].attempts), (3, 3));
    let class = decisions(&[same("B", "a")]).merged(class_of(&given, &Questions::new()));
    let found = measure(&class, &MeasuringOptions::default());
    assert_eq!((found.learners, found.items[0].attempts, found.items[0].facility), (2, 2, Some(0.5)));
    assert_eq!((&*class.learners[0].id, &*class.learners[0].merged_ids), ("a", &["b".into()][..]));
    assert_eq!(class.learners[0].also, ["b".into()], "the other name is kept");
    assert_eq!(class.sittings.iter().map(|sitting| sitting.learner).collect::<Vec<_>>(), [0, 0, 1]);
}

#[test]
fn an_id_of_their_own_stands_for_one_that_was_made_of_a_name() {
    let merged =
        decisions(&[same("name:Ada", "uuid")]).merged(class(&[("name:Ada", "Ada"), ("uuid", "Ada"), ("x", "X")]));
    let ids: Vec<&str> = merged.learners.iter().map(|learner| &*learner.id).collect();
    assert_eq!(ids, ["uuid", "x"]);
    assert_eq!(merged.learners[0].merged_ids, ["name:Ada".into()]);
    assert!(merged.learners[0].also.is_empty());
    // Merged once more nothing changes, and what was decided is still known.
    assert_eq!(decisions(&[same("name:Ada", "uuid")]).merged(merged.clone()), merged);
}

#[test]
fn two_who_sat_at_the_same_time_are_doubted() {
    let mut class = class(&[("a", "Ada"), ("b", "Ada")]);
    let at = |unix_ms| Some(Moment { unix_ms, offset_secs: 0 });
    let doubt = |class: &Class| proposed(class, &ClassList::default(), &Decisions::default())[0].3;
    for (sitting, (start, end)) in class.sittings.iter_mut().zip([(0, 10), (10, 20)]) {
        (sitting.started_at, sitting.finished_at) = (at(start), at(end));
    }
    assert_eq!(doubt(&class), None, "one after the other");
    class.sittings[1].started_at = at(9);
    assert_eq!(doubt(&class), Some(Doubt::SatAtOnce));
}

#[test]
fn two_of_one_name_on_the_list_are_doubted_and_are_not_told_apart() {
    let two = list("Name,Email\nAda,ada.a@x.org\nada,ada.b@x.org\nBen,ben@x.org\n");
    let mut class = class(&[("a", "Ada"), ("b", "Ada")]);
    two.join(&mut class);
    assert!(class.learners.iter().all(|learner| learner.email.is_empty()));
    assert_eq!(
        proposed(&class, &two, &Decisions::default()),
        [("a".to_owned(), "b".to_owned(), Likeness::SameName, Some(Doubt::ListedTwice))]
    );
    let told = two.attendance(&class);
    assert_eq!((told.handed_in_nothing, told.unclear, told.not_listed), (vec![2], vec![0, 1], vec![]));
}

#[test]
fn one_address_under_two_names_is_proposed() {
    let one = list("name;e-mail\nAda Lovelace;ada@x.org\nAda King;ADA@x.org\n");
    let mut class = class(&[("a", "Ada Lovelace"), ("b", "Ada King")]);
    one.join(&mut class);
    let found = proposed(&class, &one, &Decisions::default());
    assert_eq!(found, [("a".to_owned(), "b".to_owned(), Likeness::SameEmail, None)]);
}

#[test]
fn a_list_tells_who_has_handed_in_nothing_and_gives_the_others_their_numbers() {
    let list = list(
        "Nachname\tVorname\tMatrikelnummer\nLovelace\tAda\t007\nHopper\tGrace\t8,00\nCurie\tMarie\t9\nZuse\tKonrad\t10\n",
    );
    let mut class = class(&[("a", "ada lovelace"), ("b", "Hopper, Grace"), ("9", "M."), ("d", "A stranger")]);
    list.join(&mut class);
    let numbers: Vec<(&str, &str)> = class.learners.iter().map(|learner| (&*learner.id, &*learner.number)).collect();
    assert_eq!(numbers, [("9", "9"), ("a", "007"), ("b", "8"), ("d", "")]);
    assert_eq!(
        list.attendance(&class),
        Attendance { handed_in_nothing: vec![3], unclear: vec![], not_listed: vec![3] }
    );
}

#[test]
fn whoever_was_merged_is_present_under_either_id() {
    let list = list("name,email\nAda Lovelace,ada@x.org\n");
    let class = decisions(&[same("a", "ADA@x.org")]).merged(class(&[("a", "A."), ("ada@x.org", "Lady L")]));
    assert_eq!(list.attendance(&class), Attendance::default());
}

#[test]
fn headings_are_known_in_three_languages_and_any_order() {
    let expected = Enrolled { name: "Zoë Müller".into(), email: "z@x.org".into(), number: "12".into() };
    for text in [
        "Number,Email address,Last name,First name\n12,z@x.org,Müller,Zoë\n",
        "\u{feff}ID-Nummer;Vorname;Nachname;E-Mail-Adresse\n12;Zoë;Müller;z@x.org\n",
        "Prénom;Nom;Adresse de courriel;Numéro d’identification\nZoë;Müller;z@x.org;12\n",
        "sep=;\nvorname;name;mail;nr.\nZoë;Müller;z@x.org;12\n",
        "class\tFULL NAME\tid\temail\n7b\tZoë  Müller\t12\tz@x.org\n",
    ] {
        assert_eq!(list(text).enrolled, std::slice::from_ref(&expected), "{text}");
    }
}

#[test]
fn a_list_whose_columns_nobody_knows_is_refused() {
    let refused = |text: &str| ClassList::read(text.as_bytes()).expect_err("a fault");
    assert_eq!(refused("class,points\n7b,3\n"), ListFault::NoColumn { line: 1 });
    assert_eq!(refused(""), ListFault::NoColumn { line: 1 });
    assert_eq!(refused("name\n\"Ada\n").line(), 2);
}

#[test]
fn rows_of_a_list_that_cannot_be_used_are_told_and_the_others_count() {
    let text = "name,email,number\nAda,ada,1\nBen,,\"1,23E+16\"\nC,D,E,F\n,,\n\nEve,eve@x.org,3\nEve,eve@x.org,3\n";
    let read = ClassList::read(text.as_bytes()).expect("a list");
    let told: Vec<(u64, &str)> = read
        .faults
        .iter()
        .map(|(line, fault)| match fault {
            RowFault::Unreadable { column, .. } | RowFault::Changed { column, .. } => (*line, &**column),
            RowFault::Ragged { .. } => (*line, "ragged"),
            RowFault::Empty { .. } => (*line, "empty"),
        })
        .collect();
    assert_eq!(told, [(2, "email"), (3, "number"), (4, "ragged")]);
    assert_eq!(read.list.enrolled.len(), 1);
}
