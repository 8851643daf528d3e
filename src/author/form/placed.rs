//! Which field of a form shows what stands at a place of the question's text: so that a problem leads to where it is typed.

use crate::author::form::fault::{FieldName, RowList};
use crate::author::form::kinds::shape::ShapeSort;
use crate::author::form::row::Row;
use crate::author::form::{Form, kinds};
use crate::bank::Kind;
use crate::syntax::path::{Step, value_at};
use std::ops::Range;

/// A field, and the way to what it shows in the text of its question.
type Way = (FieldName, Vec<Step>);

impl Form {
    /// The field that shows the value at `span` of the question's text, which says what the form says; `None` where that is
    /// in no field, or not written.
    pub fn field_at(&self, text: &str, span: &Range<usize>) -> Option<FieldName> {
        let found = self.ways().into_iter().filter_map(|(field, path)| Some((field, value_at(text, &path)?)));
        let holding = found.filter(|(_, value)| value.start <= span.start && span.end <= value.end);
        holding.min_by_key(|(_, value)| value.len()).map(|(field, _)| field)
    }

    fn ways(&self) -> Vec<Way> {
        const PLAIN: [(FieldName, &str); 8] = [
            (FieldName::Id, "id"),
            (FieldName::Topic, "topic"),
            (FieldName::Prompt, "prompt"),
            (FieldName::Explanation, "explanation"),
            (FieldName::Points, "points"),
            (FieldName::Difficulty, "difficulty"),
            (FieldName::HintCost, "hint_cost"),
            (FieldName::Alt, "alt"),
        ];
        let mut ways: Vec<Way> = PLAIN.iter().map(|(field, name)| (*field, vec![Step::Field(name)])).collect();
        ways.extend(of_rows(RowList::Hint, &self.hints, &[Step::Field("hints")]));
        ways.extend(self.cite_ways());
        ways.extend(self.answer_ways());
        ways.extend(self.said_ways());
        ways
    }

    fn cite_ways(&self) -> Vec<Way> {
        let cite =
            |more: &[usize]| [Step::Field("cite")].into_iter().chain(more.iter().map(|n| Step::Item(*n))).collect();
        let written = self.cites.iter().enumerate().filter(|(_, row)| !row.is_empty());
        let mut ways: Vec<Way> = Vec::new();
        for (place, (index, _)) in written.enumerate() {
            ways.push((FieldName::CiteSource(index), cite(&[place])));
            ways.push((FieldName::CitePlace(index), cite(&[place, 1])));
        }
        // One alone need not stand in a list.
        if self.cites.len() == 1 {
            ways.push((FieldName::CitePlace(0), cite(&[1])));
        }
        ways
    }

    /// Feedback, by the answers that it speaks to.
    fn said_ways(&self) -> Vec<Way> {
        let way = |field, key: &str| (field, vec![Step::Field("feedback"), Step::Key(key.into())]);
        let lists: &[RowList] = match self.kind {
            Kind::Choice | Kind::Choices => &[RowList::Right, RowList::Wrong],
            Kind::TrueFalse => &[RowList::Truth],
            Kind::Text => &[RowList::Reject],
            Kind::Number
            | Kind::Order
            | Kind::Match
            | Kind::Cloze
            | Kind::Categorise
            | Kind::Hotspot
            | Kind::Calculated
            | Kind::Recall => &[],
        };
        let mut ways: Vec<Way> = Vec::new();
        for list in lists {
            let rows = self.rows(*list).iter().enumerate().filter(|(_, row)| !row.feedback.is_empty());
            ways.extend(rows.map(|(index, row)| way(FieldName::Said(*list, index), row.said_key())));
        }
        if self.kind == Kind::Hotspot {
            let spots = self.answer.hotspot.spots.iter().enumerate();
            ways.extend(spots.map(|(index, spot)| way(FieldName::SpotSaid(index), spot.name.said_key())));
        }
        let others = self.others_said.iter().enumerate();
        ways.extend(others.map(|(index, other)| way(FieldName::OtherSaid(index), &other.answer)));
        ways
    }

    fn answer_ways(&self) -> Vec<Way> {
        let form = &self.answer;
        let plain = |fields: &[(FieldName, &'static str)]| -> Vec<Way> {
            fields.iter().map(|(field, name)| (*field, in_answer(name))).collect()
        };
        let rows = |list, name| of_rows(list, self.rows(list), &in_answer(name));
        const UNIT: [(FieldName, &str); 2] = [(FieldName::Unit, "unit"), (FieldName::UnitRequired, "unit_required")];
        match self.kind {
            Kind::Choice => {
                let key = plain(&[(FieldName::Row(RowList::Right, 0), "correct")]);
                [key, rows(RowList::Wrong, "distractors")].concat()
            }
            Kind::Choices => [rows(RowList::Right, "correct"), rows(RowList::Wrong, "distractors")].concat(),
            Kind::TrueFalse => vec![(FieldName::IsTrue, vec![Step::Field("answer"), Step::Item(0)])],
            Kind::Number => {
                let number = [(FieldName::Value, "value"), (FieldName::Tolerance, "tolerance")];
                [plain(&number), plain(&UNIT)].concat()
            }
            Kind::Text => {
                let fields = [
                    (FieldName::Typos, "typos"),
                    (FieldName::MatchCase, "match_case"),
                    (FieldName::MatchAccents, "match_accents"),
                    (FieldName::Punctuation, "punctuation"),
                ];
                [rows(RowList::Accept, "accept"), rows(RowList::Reject, "reject"), plain(&fields)].concat()
            }
            Kind::Order => rows(RowList::Item, "items"),
            Kind::Match => [pair_ways(&form.pairs), rows(RowList::Extra, "extra")].concat(),
            Kind::Cloze => plain(&[(FieldName::ClozeText, "text")]),
            Kind::Categorise => group_ways(&form.groups),
            Kind::Hotspot => [plain(&[(FieldName::Image, "image")]), spot_ways(&form.hotspot)].concat(),
            Kind::Calculated => {
                let fields = [(FieldName::Formula, "value"), (FieldName::TolerancePercent, "tolerance_percent")];
                [variable_ways(&form.calculated), plain(&fields), plain(&UNIT)].concat()
            }
            Kind::Recall => plain(&[(FieldName::RecallAnswer, "answer")]),
        }
    }
}

fn in_answer(field: &'static str) -> Vec<Step> {
    vec![Step::Field("answer"), Step::Field(field)]
}

fn with(path: &[Step], more: impl IntoIterator<Item = Step>) -> Vec<Step> {
    path.iter().cloned().chain(more).collect()
}

/// Rows with nothing in them are not in the text.
fn of_rows(list: RowList, rows: &[Row], path: &[Step]) -> Vec<Way> {
    let written = rows.iter().enumerate().filter(|(_, row)| !row.is_empty()).enumerate();
    written.map(|(place, (index, _))| (FieldName::Row(list, index), with(path, [Step::Item(place)]))).collect()
}

fn pair_ways(form: &kinds::arranged::MatchForm) -> Vec<Way> {
    let written = form.pairs.iter().enumerate().filter(|(_, pair)| !pair.is_empty()).enumerate();
    let sides = written.flat_map(|(place, (index, _))| {
        let side = |side| with(&in_answer("pairs"), [Step::Item(place), Step::Item(side)]);
        [(FieldName::Left(index), side(0)), (FieldName::RightSide(index), side(1))]
    });
    sides.collect()
}

fn group_ways(form: &kinds::arranged::CategoriseForm) -> Vec<Way> {
    let mut ways = Vec::new();
    for (index, group) in form.groups.iter().enumerate() {
        let path = with(&in_answer("groups"), [Step::Key(group.name.as_str().into())]);
        ways.extend(of_rows(RowList::Group(index), &group.items, &path));
        ways.push((FieldName::GroupName(index), path));
    }
    ways
}

fn spot_ways(form: &kinds::hotspot::HotspotForm) -> Vec<Way> {
    let mut ways = Vec::new();
    for (index, spot) in form.spots.iter().enumerate() {
        let path = with(&in_answer("spots"), [Step::Item(index)]);
        let field = |name| with(&path, [Step::Field(name)]);
        let names: &[&'static str] = match spot.shape.sort {
            ShapeSort::Circle => &["x", "y", "r"],
            ShapeSort::Rect => &["x", "y", "width", "height"],
            ShapeSort::Polygon => &[],
        };
        for (number, name) in names.iter().enumerate() {
            let way = with(&field("shape"), [Step::Field(name)]);
            ways.push((FieldName::SpotNumber(index, number), way));
        }
        if spot.shape.sort == ShapeSort::Polygon {
            for number in 0..spot.shape.numbers.len() {
                let steps = [Step::Item(0), Step::Item(number / 2), Step::Item(number % 2)];
                ways.push((FieldName::SpotNumber(index, number), with(&field("shape"), steps)));
            }
        }
        ways.push((FieldName::SpotName(index), field("name")));
        ways.push((FieldName::SpotDescribe(index), field("describe")));
        // What is about the place as a whole.
        ways.push((FieldName::SpotName(index), path));
    }
    ways
}

fn variable_ways(form: &kinds::calculated::CalculatedForm) -> Vec<Way> {
    let mut ways = Vec::new();
    for (index, row) in form.variables.iter().enumerate() {
        let path = with(&in_answer("variables"), [Step::Key(row.name.as_str().into())]);
        let fields = [
            (FieldName::VariableFrom(index), Step::Field("from")),
            (FieldName::VariableTo(index), Step::Field("to")),
            (FieldName::VariableStep(index), Step::Field("step")),
            (FieldName::VariableValues(index), Step::Item(0)),
        ];
        let of_sort =
            fields.into_iter().filter(|(field, _)| row.is_listed == matches!(field, FieldName::VariableValues(_)));
        ways.extend(of_sort.map(|(field, step)| (field, with(&path, [step]))));
        ways.push((FieldName::VariableName(index), path));
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The field for the first place of `part` in the question.
    fn check(text: &str, part: &str, field: Option<FieldName>) {
        let form = Form::of(&ron::from_str(text).expect(text));
        let at = text.find(part).expect(part);
        assert_eq!(form.field_at(text, &(at..at + part.len())), field, "{part} in {text}");
    }

    #[test]
    fn what_is_in_no_field_or_not_written_leads_nowhere() {
        let text = r#"Question(id: "a", prompt: "P", answer: TrueFalse(true), enemies: ["b"])"#;
        check(text, "Question", None);
        check(text, "\"b\"", None);
        let form = Form::of(&ron::from_str(text).expect(text));
        assert_eq!(form.field_at("(id: \"a", &(0..99)), None);
        assert_eq!(form.field_at("", &(0..0)), None);
    }

    #[test]
    fn a_value_leads_to_its_field_whatever_rows_are_empty() {
        let text = r#"(id: "q", prompt: "P", answer: Choice(correct: "x", distractors: ["y", "z"]), feedback: {"z": "No.", "w": "Nor."},
            hints: ["h"], cite: Cite("atlas", "p. 3"), points: 2)"#;
        check(text, "\"q\"", Some(FieldName::Id));
        check(text, "\"x\"", Some(FieldName::Row(RowList::Right, 0)));
        check(text, "\"z\"", Some(FieldName::Row(RowList::Wrong, 1)));
        check(text, "\"No.\"", Some(FieldName::Said(RowList::Wrong, 1)));
        check(text, "\"Nor.\"", Some(FieldName::OtherSaid(0)));
        check(text, "\"h\"", Some(FieldName::Row(RowList::Hint, 0)));
        check(text, "\"atlas\"", Some(FieldName::CiteSource(0)));
        check(text, "\"p. 3\"", Some(FieldName::CitePlace(0)));
        let mut form = Form::of(&ron::from_str(text).expect(text));
        form.answer.options.wrongs.insert(0, Row::default());
        let at = text.find("\"z\"").expect("is there");
        assert_eq!(form.field_at(text, &(at..at + 3)), Some(FieldName::Row(RowList::Wrong, 2)));
    }

    #[test]
    fn every_kind_leads_to_its_fields() {
        let ask = |answer: &str| format!("(id: \"q\", prompt: \"P\", answer: {answer})");
        check(&ask("Number(value: 5, unit: \"kg\")"), "\"kg\"", Some(FieldName::Unit));
        check(&ask("Match(pairs: [(\"a\", \"b\")])"), "\"b\"", Some(FieldName::RightSide(0)));
        check(&ask("Categorise(groups: {\"a\": [\"b\", \"c\"]})"), "\"c\"", Some(FieldName::Row(RowList::Group(0), 1)));
        check(&ask("Cloze(text: \"a {b}\")"), "\"a {b}\"", Some(FieldName::ClozeText));
        let spot =
            "Hotspot(image: \"a.png\", spots: [(name: \"s\", shape: Circle(x: 0.5, y: 0.25, r: 2))], correct: [])";
        check(&ask(spot), "2))", Some(FieldName::SpotName(0)));
        check(&ask(spot), "0.25", Some(FieldName::SpotNumber(0, 1)));
        let drawn = "Calculated(variables: {\"d\": Range(from: 1, to: 9), \"t\": Values([4])}, value: \"d\")";
        check(&ask(drawn), "9", Some(FieldName::VariableTo(0)));
        check(&ask(drawn), "[4]", Some(FieldName::VariableValues(1)));
        check(&ask(drawn), "Values([4])", Some(FieldName::VariableName(1)));
    }
}
