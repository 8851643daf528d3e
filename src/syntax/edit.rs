//! Changes a text at spans of it, and knows where what stood at an offset stands afterwards. Understands no text.
//!
//! The laws, which the tests hold:
//! - Edits of one text neither overlap nor touch, so their order never matters, and nobody has to guess whether what is
//!   put in at the end of one belongs to the next.
//! - What no edit takes away stays as it was, and [`Edits::map`] tells where.
//! - `map` never puts one offset before another that it was behind; [`Edits::unmap`] leads back from every offset that
//!   was left alone.
//! - [`Edits::inverse`] undoes what [`Edits::apply`] did.

use std::ops::Range;
use thiserror::Error;

/// Something put in the place of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are taken away; empty where something is only put in.
    pub span: Range<usize>,
    /// What is put in their place; empty where something is only taken away.
    pub new_text: Box<str>,
}

/// Why edits cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// A span that ends before it begins, or that the text does not have.
    #[error("there is nothing from byte {start} to byte {end} to change")]
    NoSuchSpan {
        /// Where it begins.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// Two edits of the same bytes, or of bytes side by side.
    #[error("two changes meet at byte {at}")]
    Meeting {
        /// Where the later one begins.
        at: usize,
    },
}

/// Edits of one text, which do not meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// These edits, all of the same text, in any order.
    ///
    /// # Errors
    /// Where two of them overlap or touch, or a span ends before it begins.
    pub fn new(edits: impl IntoIterator<Item = Edit>) -> Result<Self, EditError> {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        if let Some(Edit { span, .. }) = edits.iter().find(|edit| edit.span.start > edit.span.end) {
            return Err(EditError::NoSuchSpan { start: span.start, end: span.end });
        }
        match edits.windows(2).find(|pair| pair[0].span.end >= pair[1].span.start) {
            Some(pair) => Err(EditError::Meeting { at: pair[1].span.start }),
            None => Ok(Self(edits)),
        }
    }

    /// The edits in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// `text` with the edits made.
    ///
    /// # Errors
    /// Where the text does not have a span, or it cuts a letter in two.
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        let mut new = String::with_capacity(text.len());
        let mut from = 0;
        for Edit { span, new_text } in &self.0 {
            text.get(span.clone()).ok_or(EditError::NoSuchSpan { start: span.start, end: span.end })?;
            new.push_str(&text[from..span.start]);
            new.push_str(new_text);
            from = span.end;
        }
        new.push_str(&text[from..]);
        Ok(new)
    }

    /// The edits that do at once what these do and then `later`, which are of the text that these make.
    pub fn then(&self, later: &Self) -> Self {
        let mut own = self.placed().into_iter().peekable();
        let mut later = later.0.iter().peekable();
        let mut all = Vec::new();
        let (mut grown, mut shrunk) = (0, 0);
        loop {
            let starts = [own.peek().map(|(now, _)| now.start), later.peek().map(|edit| edit.span.start)];
            let Some(start) = starts.into_iter().flatten().min() else { return Self(all) };
            let mut end = start;
            let (mut first, mut second) = (Vec::new(), Vec::new());
            loop {
                if let Some(joined) = own.next_if(|(now, _)| now.start <= end) {
                    end = end.max(joined.0.end);
                    first.push(joined);
                } else if let Some(joined) = later.next_if(|edit| edit.span.start <= end) {
                    end = end.max(joined.span.end);
                    second.push(joined);
                } else {
                    break;
                }
            }
            let old_start = start + shrunk - grown;
            for (_, edit) in &first {
                grown += edit.new_text.len();
                shrunk += edit.span.len();
            }
            let mut new_text = String::new();
            let mut from = start;
            for edit in second {
                put_in(&first, from..edit.span.start, &mut new_text);
                new_text.push_str(&edit.new_text);
                from = edit.span.end;
            }
            put_in(&first, from..end, &mut new_text);
            all.push(Edit { span: old_start..end + shrunk - grown, new_text: new_text.into() });
        }
    }

    /// Each edit with where what it put in stands afterwards.
    fn placed(&self) -> Vec<(Range<usize>, &Edit)> {
        let (mut grown, mut shrunk) = (0, 0);
        let placed = self.0.iter().map(|edit| {
            let start = edit.span.start + grown - shrunk;
            grown += edit.new_text.len();
            shrunk += edit.span.len();
            (start..start + edit.new_text.len(), edit)
        });
        placed.collect()
    }

    /// Where what stands at `offset` stands once the edits are made. What is taken away leads to where its replacement
    /// begins; what stands just behind something put in moves on with it.
    pub fn map(&self, offset: usize) -> usize {
        let mut grown = 0;
        let mut shrunk = 0;
        for Edit { span, new_text } in &self.0 {
            if offset < span.start {
                break;
            }
            if offset < span.end {
                return span.start + grown - shrunk;
            }
            grown += new_text.len();
            shrunk += span.len();
        }
        offset + grown - shrunk
    }

    /// Where what stands at `offset` now stood before the edits. What was put in leads to where it was put.
    pub fn unmap(&self, offset: usize) -> usize {
        let mut grown = 0;
        let mut shrunk = 0;
        for Edit { span, new_text } in &self.0 {
            let start = span.start + grown - shrunk;
            if offset < start {
                break;
            }
            if offset < start + new_text.len() {
                return span.start;
            }
            grown += new_text.len();
            shrunk += span.len();
        }
        offset + shrunk - grown
    }

    /// The edits that lead back from what [`Self::apply`] makes of `text`.
    ///
    /// # Errors
    /// As for [`Self::apply`].
    pub fn inverse(&self, text: &str) -> Result<Self, EditError> {
        let mut grown = 0;
        let mut shrunk = 0;
        let inverse = self.0.iter().map(|Edit { span, new_text }| {
            let old = text.get(span.clone()).ok_or(EditError::NoSuchSpan { start: span.start, end: span.end })?;
            let start = span.start + grown - shrunk;
            grown += new_text.len();
            shrunk += span.len();
            Ok(Edit { span: start..start + new_text.len(), new_text: old.into() })
        });
        inverse.collect::<Result<_, _>>().map(Self)
    }
}

/// What edits put in at `range`, which holds nothing else.
fn put_in(edits: &[(Range<usize>, &Edit)], range: Range<usize>, out: &mut String) {
    for (now, edit) in edits {
        let (start, end) = (now.start.max(range.start), now.end.min(range.end));
        if start < end {
            out.push_str(&edit.new_text[start - now.start..end - now.start]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edit(span: Range<usize>, new_text: &str) -> Edit {
        Edit { span, new_text: new_text.into() }
    }

    #[test]
    fn edits_that_overlap_or_touch_are_refused() {
        let check = |left: Edit, right: Edit, at| {
            let both = [left.clone(), right.clone()];
            assert_eq!(Edits::new(both), Err(EditError::Meeting { at }), "{left:?} {right:?}");
            assert_eq!(Edits::new([right, left]), Err(EditError::Meeting { at }));
        };
        check(edit(0..3, "x"), edit(2..4, "y"), 2);
        check(edit(0..2, "x"), edit(2..4, "y"), 2);
        check(edit(2..2, "x"), edit(2..4, "y"), 2);
        check(edit(2..2, "x"), edit(2..2, "x"), 2);
        check(edit(0..9, ""), edit(3..4, ""), 3);
        assert!(Edits::new([edit(0..2, "x"), edit(3..3, "y")]).is_ok());
    }

    #[test]
    fn a_span_that_the_text_does_not_have_is_refused() {
        let refused = |span: Range<usize>| {
            let (start, end) = (span.start, span.end);
            let edits = Edits::new([edit(span, "")]);
            let told = edits.and_then(|edits| edits.apply("aé"));
            assert_eq!(told, Err(EditError::NoSuchSpan { start, end }));
        };
        refused(0..4);
        refused(2..3);
        #[expect(clippy::reversed_empty_ranges, reason = "that is what is refused")]
        refused(2..1);
        assert_eq!(Edits::new([edit(3..9, "")]).and_then(|edits| edits.inverse("aé")).map_err(|_| ()), Err(()));
    }

    #[test]
    fn what_is_taken_away_leads_to_what_is_put_in_its_place() {
        let edits = Edits::new([edit(2..4, "xyz"), edit(6..6, "!")]).expect("apart");
        assert_eq!(edits.apply("abcdefgh").as_deref(), Ok("abxyzef!gh"));
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(|at| edits.map(at)), [0, 1, 2, 2, 5, 6, 8, 9]);
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(|at| edits.unmap(at)), [0, 1, 2, 2, 2, 4, 5, 6, 6, 7]);
    }

    /// A text, and edits of it that may meet.
    fn text_and_edits() -> impl Strategy<Value = (String, Vec<Edit>)> {
        "[aé€,\n]{0,30}".prop_flat_map(|text| {
            let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
            let span = (prop::sample::select(places.clone()), prop::sample::select(places));
            let edit =
                (span, "[xyü]{0,3}").prop_map(|((a, b), new)| Edit { span: a.min(b)..a.max(b), new_text: new.into() });
            (Just(text), prop::collection::vec(edit, 0..5))
        })
    }

    proptest! {
        #[test]
        fn edits_can_be_made_in_any_order_and_be_undone((text, edits) in text_and_edits()) {
            let reversed = Edits::new(edits.iter().rev().cloned());
            let edits = Edits::new(edits);
            prop_assert_eq!(&edits.is_ok(), &reversed.is_ok());
            if let (Ok(edits), Ok(reversed)) = (edits, reversed) {
                let new = edits.apply(&text).expect("the text has the spans");
                prop_assert_eq!(&reversed.apply(&text).expect("spans"), &new);
                let inverse = edits.inverse(&text).expect("the text has the spans");
                prop_assert_eq!(inverse.apply(&new).expect("the new text has them too"), text);
            }
        }

        #[test]
        fn one_after_the_other_from_the_end_is_as_good_as_all_at_once((text, edits) in text_and_edits()) {
            if let Ok(edits) = Edits::new(edits) {
                let mut one_by_one = text.clone();
                for Edit { span, new_text } in edits.iter().collect::<Vec<_>>().into_iter().rev() {
                    one_by_one.replace_range(span.clone(), new_text);
                }
                prop_assert_eq!(edits.apply(&text), Ok(one_by_one));
            }
        }

        #[test]
        fn one_after_another_is_as_good_as_both_at_once(
            (text, edits) in text_and_edits(), (_, later) in text_and_edits()
        ) {
            if let Ok(edits) = Edits::new(edits) {
                let middle = edits.apply(&text).expect("the text has the spans");
                let later = later.into_iter().map(|Edit { span, new_text }| {
                    let at = |at: usize| middle.floor_char_boundary(at.min(middle.len()));
                    Edit { span: at(span.start)..at(span.end), new_text }
                });
                if let Ok(later) = Edits::new(later) {
                    let both = edits.then(&later);
                    prop_assert_eq!(both.apply(&text), later.apply(&middle));
                    prop_assert!(Edits::new(both.iter().cloned()).is_ok(), "{:?}", both);
                }
            }
        }

        #[test]
        fn what_is_left_alone_is_found_again_and_back((text, edits) in text_and_edits()) {
            if let Ok(edits) = Edits::new(edits) {
                let new = edits.apply(&text).expect("the text has the spans");
                let mut last = 0;
                for (at, letter) in text.char_indices() {
                    let now = edits.map(at);
                    prop_assert!(now >= last, "{} came before {}", now, last);
                    last = now;
                    if !edits.iter().any(|edit| edit.span.contains(&at)) {
                        prop_assert_eq!(new[now..].chars().next(), Some(letter));
                        prop_assert_eq!(edits.unmap(now), at);
                    }
                }
                prop_assert!(edits.map(text.len()) <= new.len());
            }
        }

        #[test]
        fn the_way_back_never_goes_backwards_and_stays_inside((text, edits) in text_and_edits()) {
            if let Ok(edits) = Edits::new(edits) {
                let new = edits.apply(&text).expect("the text has the spans");
                let back: Vec<usize> = (0..=new.len()).map(|at| edits.unmap(at)).collect();
                prop_assert!(back.is_sorted());
                prop_assert!(back.iter().all(|at| *at <= text.len()));
            }
        }
    }
}
