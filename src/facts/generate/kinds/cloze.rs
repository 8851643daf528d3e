//! Sentences with gaps: typed where one answer alone is right, or with a list. What stands around a gap never names what
//! belongs in it.

use crate::bank::wording::article::takes_an;
use crate::bank::{Answer, ClozeText, Kind};
use crate::facts::generate::answers::{Rights, Told, filling};
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::Wanted;
use crate::facts::generate::index::{What, words};
use crate::facts::generate::kinds::text;
use crate::facts::generate::numeric_distractors;
use crate::facts::generate::numeric_distractors::{Amounts, Entry, Spread, Years};
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::{Filled, Form, Sentence, Slot, capital_first};
use crate::facts::generate::stable_hash;
use crate::facts::generate::wording::Name;
use crate::facts::{GapForm, Quantity};

/// Options of a list.
const OPTIONS: usize = 4;

/// What the table knows of numbers.
#[derive(Clone, Copy)]
pub(in crate::facts) struct Numbers<'a> {
    pub years: &'a Years,
    pub amounts: &'a Amounts,
}

/// The texts with gaps on one fact: one with one gap for what no other question asks for (`asked`), and one with two where
/// the sentence allows it.
pub(in crate::facts) fn proposals(
    builder: &Builder,
    years: &Years,
    amounts: &Amounts,
    fact: u32,
    asked: &[Slot],
) -> Vec<Proposal> {
    if !builder.makes(fact, Kind::Cloze) {
        return Vec::new();
    }
    let numbers = Numbers { years, amounts };
    let known = builder.known(fact);
    let relation = builder.knowledge.way(known.way).relation;
    let mut slots: Vec<Slot> = Vec::new();
    for gap in &relation.gaps {
        let slot = slot(*gap);
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
    if slots.is_empty() {
        return Vec::new();
    }
    let first = stable_hash::below(slots.len(), &[&known.slug, "gap"]);
    slots.rotate_left(first);
    let mut open = slots.iter().filter(|slot| !asked.contains(slot));
    let mut single = || open.find_map(|slot| proposal(builder, numbers, fact, &[*slot], known.ordinal));
    let double = || pairs(&slots).find_map(|pair| proposal(builder, numbers, fact, &pair, known.ordinal + 1));
    // With one sentence for both, the two would ask nearly the same.
    match builder.knowledge.way(known.way).says.len() < 2 {
        true => double().or_else(single).into_iter().collect(),
        false => [single(), double()].into_iter().flatten().collect(),
    }
}

/// Two gaps in one sentence: a thing with its year, and else the two things of a year that is told.
fn pairs(slots: &[Slot]) -> impl Iterator<Item = [Slot; 2]> {
    let thing = slots.iter().find(|slot| **slot != Slot::Year).copied();
    let dated = thing.filter(|_| slots.contains(&Slot::Year)).map(|thing| [thing, Slot::Year]);
    let both = [Slot::Subject, Slot::Object];
    let both = both.iter().all(|slot| slots.contains(slot)).then_some(both);
    dated.into_iter().chain(both)
}

fn slot(gap: GapForm) -> Slot {
    match gap {
        GapForm::Object => Slot::Object,
        GapForm::Subject => Slot::Subject,
        GapForm::Year => Slot::Year,
    }
}

fn proposal(builder: &Builder, numbers: Numbers, fact: u32, slots: &[Slot], start: usize) -> Option<Proposal> {
    let known = builder.known(fact);
    let says = &builder.knowledge.way(known.way).says;
    if !slots.iter().all(|slot| cautions::may_ask(builder.knowledge, fact, *slot)) {
        return None;
    }
    // With both things hidden, something must tell which fact is meant.
    let is_meant = |sentence: &&Sentence| slots != [Slot::Subject, Slot::Object] || sentence.tells(Slot::Year);
    (0..says.len()).map(|step| &says[(start + step) % says.len()]).filter(is_meant).find_map(|sentence| {
        let text = text(builder, numbers, fact, sentence, slots)?;
        let suffix = match slots {
            [slot] => format!("{}-gap", crate::facts::generate::kinds::choice::suffix(*slot)),
            _ => "gaps".to_owned(),
        };
        let sorts: Vec<String> = slots.iter().map(|slot| sort(builder, fact, *slot)).collect();
        let gaps = if slots.len() > 1 { "gaps" } else { "gap" };
        let prompt = format!("Fill in the {gaps} with {}.", sorts.join(" and "));
        let answer = Answer::Cloze { text: ClozeText::new(&text) };
        let asked = slots.first().copied();
        let mut question = builder.question(&[fact], &suffix, asked, prompt, answer)?;
        question.difficulty = difficulty(if slots.len() > 1 { 0.65 } else { 0.55 });
        let question = builder.approved(question, &[fact])?;
        let keys = slots.iter().filter_map(|slot| builder.token(fact, *slot)).collect();
        let given = builder.given(fact, slots[0]);
        let asks = if let [only] = slots { Some(*only) } else { None };
        Some(Proposal {
            question,
            facts: vec![fact],
            keys,
            given,
            spread: None,
            twin: None,
            untrue: None,
            asks,
            ask: Ask::Gaps,
        })
    })
}

/// What sort of thing belongs in a gap, with its article: "a year", "an office".
fn sort(builder: &Builder, fact: u32, slot: Slot) -> String {
    let known = builder.known(fact);
    let noun = match (slot, &known.object) {
        (Slot::Subject, _) => builder.knowledge.noun(known.subject),
        (Slot::Object, Some(What::Thing(object))) => builder.knowledge.noun(*object),
        (Slot::Object, _) => "number",
        (Slot::Year | Slot::Note, _) => "year",
    };
    let noun = if noun.is_empty() { "name" } else { noun };
    let article = if takes_an(noun) == Some(true) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The sentence with gaps in place of `slots`; `None` where one of them has no good gap.
fn text(builder: &Builder, numbers: Numbers, fact: u32, sentence: &Sentence, slots: &[Slot]) -> Option<String> {
    let filling = filling(builder.knowledge, fact);
    let whole = cautions::sentence(builder.knowledge, fact, sentence, &filling, Role::Asks(slots.first().copied()))?;
    let pieces = sentence.filled(&filling)?;
    let is_gap = |piece: &Filled| piece.slot.is_some_and(|slot| slots.contains(&slot));
    if pieces.iter().filter(|piece| is_gap(piece)).count() != slots.len() {
        return None;
    }
    let around: String = pieces.iter().map(|piece| if is_gap(piece) { " … " } else { &*piece.text }).collect();
    let around_words = words(&around);
    if slots.iter().any(|slot| builder.gives_away(fact, *slot, &around, &around_words)) {
        return None;
    }
    let mut text = String::with_capacity(whole.len() + 40);
    for (index, piece) in pieces.iter().enumerate() {
        if !is_gap(piece) {
            text.push_str(&escaped(&piece.text, &['{', '}']));
            continue;
        }
        let slot = piece.slot?;
        let mut told = Told::by(builder.knowledge, sentence, fact, Some(slot));
        for hidden in slots {
            match hidden {
                Slot::Subject => told.subject = None,
                Slot::Object => told.object = None,
                Slot::Year => told.when = None,
                Slot::Note => {}
            }
        }
        let stem = Stem { sentence, text: around.clone(), words: around_words.clone(), told };
        let gap = gap(builder, numbers, fact, slot, &stem, piece.form, pieces.len())?;
        let shown = |form: &String| escaped(&if index == 0 { capital_first(form) } else { form.clone() }, &SIGNS);
        let (forms, sign) = gap;
        text.push('{');
        text.push_str(&forms.iter().map(shown).collect::<Vec<_>>().join(sign));
        text.push('}');
    }
    Some(text)
}

/// Signs that mean something in a gap.
const SIGNS: [char; 5] = ['{', '}', '|', '~', '\\'];

fn escaped(text: &str, signs: &[char]) -> String {
    text.chars().flat_map(|sign| signs.contains(&sign).then_some('\\').into_iter().chain([sign])).collect()
}

/// What stands in a gap, the right one first, and the sign between: `|` for what is typed, ` ~ ` for a list.
fn gap(
    builder: &Builder,
    numbers: Numbers,
    fact: u32,
    slot: Slot,
    stem: &Stem,
    form: Option<Form>,
    salt: usize,
) -> Option<(Vec<String>, &'static str)> {
    let rights = builder.proofs.rights(stem.told, slot);
    let known = builder.known(fact);
    let prefers_list = stable_hash::below(2, &[&known.slug, "list", &salt.to_string()]) == 0;
    let typed = typed_gap(builder, fact, slot, stem, form, &rights).map(|forms| (forms, "|"));
    let list = || listed_gap(builder, numbers, fact, slot, stem, form, &rights).map(|forms| (forms, " ~ "));
    if prefers_list { list().or(typed) } else { typed.or_else(list) }
}

fn typed_gap(
    builder: &Builder,
    fact: u32,
    slot: Slot,
    stem: &Stem,
    form: Option<Form>,
    rights: &Rights,
) -> Option<Vec<String>> {
    let known = builder.known(fact);
    let thing = match (slot, &known.object) {
        (Slot::Subject, _) => known.subject,
        (Slot::Object, Some(What::Thing(object))) => *object,
        (Slot::Year, _) => {
            let year = known.told_when?.year;
            let is_alone = rights.years == [year] && !rights.has_open_year && year > 0;
            return is_alone.then(|| vec![year.to_string()]);
        }
        _ => return None,
    };
    let is_plain = matches!(form, Some(Form::Plain | Form::Bare));
    let is_alone = builder.proofs.is_alone(rights, stem.told, slot);
    let mut forms: Vec<String> = text::forms(builder.knowledge, thing).iter().map(ToString::to_string).collect();
    // The one that is shown reads on in its sentence.
    if form == Some(Form::Plain) && builder.knowledge.thing(thing).name.has_the {
        forms.swap(0, 1);
    }
    let is_told = builder.hints_at(&stem.text, thing) || text::is_trivia(builder.knowledge, fact, slot);
    (is_plain && is_alone && !is_told && text::is_typed(builder.knowledge, thing)).then_some(forms)
}

fn listed_gap(
    builder: &Builder,
    numbers: Numbers,
    fact: u32,
    slot: Slot,
    stem: &Stem,
    form: Option<Form>,
    rights: &Rights,
) -> Option<Vec<String>> {
    let known = builder.known(fact);
    let thing = match (slot, &known.object) {
        (Slot::Subject, _) => known.subject,
        (Slot::Object, Some(What::Thing(object))) => *object,
        (Slot::Object, Some(What::Amount(amount, name))) => {
            let spread = numeric_distractors::amounts(builder, numbers.amounts, fact, stem, rights)?;
            let in_words = |entry: &Entry| Name::of_amount(&Quantity { value: entry.value, ..(*amount).clone() }).bare;
            let around = listed(&spread, builder, fact)?.into_iter().map(in_words);
            return Some(std::iter::once(name.bare.clone()).chain(around).map(String::from).collect());
        }
        (Slot::Year, _) => {
            let spread = numeric_distractors::years(builder, numbers.years, fact, stem, rights)?;
            let around = listed(&spread, builder, fact)?.into_iter().map(|entry| entry.text.clone());
            return Some(std::iter::once(spread.key.clone()).chain(around).map(String::from).collect());
        }
        (Slot::Object, None) => return None,
        (Slot::Note, _) => return None,
    };
    if builder.hints_at(&stem.text, thing) {
        return None;
    }
    let found = distractors::things(builder, &Wanted { fact, asked: slot, stem, rights, key: thing });
    let things = std::iter::once(thing).chain(found.iter().map(|candidate| candidate.thing)).take(OPTIONS);
    let forms: Vec<String> =
        things.map(|thing| builder.knowledge.thing(thing).name.written(form.unwrap_or(Form::Plain))).collect();
    (forms.len() > 2).then_some(forms)
}

/// The numbers around the key: where it stands hangs on the fact's name.
fn listed<'a>(spread: &'a Spread, builder: &Builder, fact: u32) -> Option<Vec<&'a Entry>> {
    let places = spread.places();
    let place = *places.get(stable_hash::below(places.len(), &[&builder.known(fact).slug, "gap"]))?;
    let count = spread.count()?;
    Some(spread.below.iter().take(place).chain(spread.above.iter().take(count - place)).collect())
}
