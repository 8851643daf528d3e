//! What the headings of columns mean, in several languages. Reads no row.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What is asked.
    Question,
    /// An option, right or wrong; which one, from 0.
    Option(usize),
    /// A wrong option; which one, from 0.
    Wrong(usize),
    /// Which options are right, or the answer itself.
    Correct,
    /// Why the right answer is right.
    Explanation,
    /// What is said to those who pick an option; which one, from 0.
    Feedback(usize),
    /// The topic.
    Topic,
    /// The kind of question.
    Type,
    /// What a full mark is worth.
    Points,
    /// The id in the other program.
    Id,
    /// Help.
    Hint,
    /// The address of a picture.
    Picture,
    /// 0 to 1, or a word.
    Difficulty,
    /// The unit of a number.
    Unit,
    /// Whether a number needs its unit.
    UnitRequired,
    /// How far off a number may be.
    Tolerance,
    /// How long learners have for the question.
    TimeLimit,
}

const NAMES: &[(Role, &[&str])] = &[
    (
        Role::TimeLimit,
        &["time limit", "time limit sec", "time limit seconds", "time in seconds", "zeitlimit", "temps limite"],
    ),
    (
        Role::Question,
        &[
            "question",
            "questions",
            "question text",
            "questiontext",
            "prompt",
            "stem",
            "frage",
            "fragetext",
            "pregunta",
            "enunciado",
            "enonce",
            "domanda",
            "pergunta",
            "vraag",
            "pytanie",
            "fraga",
            "sporgsmal",
            "kysymys",
            "вопрос",
            "питання",
            "问题",
            "題目",
            "题目",
            "質問",
        ],
    ),
    (
        Role::Correct,
        &[
            "correct",
            "correct answer",
            "correct answers",
            "correct answer s",
            "correct option",
            "right answer",
            "answer",
            "answers",
            "answer key",
            "key",
            "solution",
            "losung",
            "richtig",
            "richtige antwort",
            "richtige antworten",
            "antwort",
            "reponse",
            "bonne reponse",
            "bonnes reponses",
            "reponse correcte",
            "respuesta",
            "respuesta correcta",
            "respuestas correctas",
            "solucion",
            "risposta",
            "risposta corretta",
            "resposta",
            "resposta correta",
            "resposta certa",
            "antwoord",
            "juiste antwoord",
            "odpowiedz",
            "poprawna odpowiedz",
            "svar",
            "ratt svar",
            "ответ",
            "правильный ответ",
            "правильна відповідь",
            "答案",
            "正确答案",
            "正解",
        ],
    ),
    (
        Role::Explanation,
        &[
            "explanation",
            "answer explanation",
            "feedback",
            "rationale",
            "comment",
            "general feedback",
            "erklarung",
            "erlauterung",
            "begrundung",
            "ruckmeldung",
            "explication",
            "explicacion",
            "retroalimentacion",
            "spiegazione",
            "explicacao",
            "uitleg",
            "wyjasnienie",
            "пояснение",
            "解析",
            "解説",
        ],
    ),
    (
        Role::Topic,
        &[
            "topic",
            "category",
            "tag",
            "tags",
            "subject",
            "chapter",
            "unit name",
            "thema",
            "kategorie",
            "kapitel",
            "theme",
            "categorie",
            "sujet",
            "tema",
            "categoria",
            "argomento",
            "onderwerp",
            "temat",
            "тема",
            "分类",
            "カテゴリ",
        ],
    ),
    (
        Role::Type,
        &["type", "question type", "kind", "typ", "fragetyp", "art", "tipo", "type de question", "tipo de pregunta"],
    ),
    (Role::Points, &["points", "point", "score", "mark", "marks", "punkte", "puntos", "punti", "pontos", "punten"]),
    (Role::Id, &["id", "question id", "identifier", "ident", "kennung"]),
    (Role::Hint, &["hint", "hinweis", "tipp", "indice", "pista", "suggerimento", "dica", "wskazowka"]),
    (Role::Picture, &["image", "image link", "image url", "picture", "media", "bild", "imagen", "immagine", "imagem"]),
    (
        Role::Difficulty,
        &["difficulty", "level", "schwierigkeit", "difficulte", "dificultad", "difficolta", "dificuldade"],
    ),
    (Role::Unit, &["unit", "einheit", "unite", "unidad", "unita", "unidade"]),
    (Role::UnitRequired, &["unit required"]),
    (Role::Tolerance, &["tolerance", "toleranz", "tolerancia", "tolleranza", "margin"]),
];

/// What a heading means by its number from 0, and the words before the number.
type Numbered = (fn(usize) -> Role, &'static [&'static str]);

/// Words that a number or a letter follows.
const NUMBERED: &[Numbered] = &[
    (
        Role::Option,
        &[
            "option",
            "answer",
            "answer option",
            "choice",
            "antwort",
            "antwortoption",
            "auswahl",
            "reponse",
            "choix",
            "respuesta",
            "opcion",
            "risposta",
            "opzione",
            "resposta",
            "opcao",
            "alternativa",
            "antwoord",
            "optie",
            "odpowiedz",
            "svar",
            "alternativ",
            "вариант",
            "ответ",
            "选项",
        ],
    ),
    (
        Role::Wrong,
        &[
            "incorrect answer",
            "wrong answer",
            "distractor",
            "incorrect",
            "wrong",
            "falsche antwort",
            "distraktor",
            "mauvaise reponse",
            "respuesta incorrecta",
            "risposta errata",
            "resposta errada",
        ],
    ),
    (Role::Feedback, &["feedback", "feedback option"]),
    (|_| Role::Hint, &["hint", "hinweis", "tipp", "indice", "pista"]),
];

/// A heading without what does not tell: of its first line, small letters without accents, and single spaces for signs.
pub fn normal(heading: &str) -> String {
    let first = heading.trim().lines().next().unwrap_or_default();
    let bare: String = first.nfd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase).collect();
    let words = bare.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// What a heading means, given as [`normal`] does.
pub fn role(heading: &str) -> Option<Role> {
    // "Answer 1 - max 75 characters", "Answer 3 (Optional)", "Option 1 (CommonMark)"
    let asides = [" max ", " optional", " commonmark", " choose "];
    let heading = asides.iter().fold(heading, |heading, aside| heading.split(aside).next().unwrap_or_default());
    // "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs"
    let heading = if heading.starts_with("time limit sec ") { "time limit sec" } else { heading };
    let named = NAMES.iter().find(|(_, names)| names.contains(&heading)).map(|(role, _)| *role);
    named.or_else(|| numbered(heading)).or_else(|| lettered(heading).map(Role::Option))
}

/// Whether the texts below a heading are CommonMark with TeX between dollars, as banks have them.
pub fn is_commonmark(heading: &str) -> bool {
    heading.to_lowercase().contains("(commonmark)")
}

fn numbered(heading: &str) -> Option<Role> {
    let (words, last) = heading.rsplit_once(' ').or_else(|| {
        let digits = heading.find(|sign: char| sign.is_ascii_digit())?;
        Some(heading.split_at(digits))
    })?;
    let place = last.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).or_else(|| lettered(last))?;
    const MOST_OPTIONS: usize = 100;
    let (role, _) = NUMBERED.iter().find(|(_, names)| names.contains(&words))?;
    (place < MOST_OPTIONS).then(|| role(place))
}

/// The place of a single letter, `a` to `h`.
fn lettered(word: &str) -> Option<usize> {
    match word.as_bytes() {
        [letter @ b'a'..=b'h'] => Some(usize::from(letter - b'a')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_several_languages_and_programs_are_known() {
        for (heading, expected) in [
            ("Question - max 120 characters", Some(Role::Question)),
            ("Answer 4 - max 75 characters", Some(Role::Option(3))),
            ("Correct answer(s) - choose at least one", Some(Role::Correct)),
            ("Answer 3\n(Optional)", Some(Role::Option(2))),
            ("Incorrect Answer 2 (Optional)", Some(Role::Wrong(1))),
            ("Réponse B", Some(Role::Option(1))),
            ("Lösung", Some(Role::Correct)),
            ("C", Some(Role::Option(2))),
            ("option10", Some(Role::Option(9))),
            ("Hint 2", Some(Role::Hint)),
            ("Unit required", Some(Role::UnitRequired)),
            ("Option 1 (CommonMark)", Some(Role::Option(0))),
            ("Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", Some(Role::TimeLimit)),
            ("Time", None),
            ("Option 0", None),
            ("", None),
        ] {
            assert_eq!(role(&normal(heading)), expected, "{heading:?}");
        }
    }
}
