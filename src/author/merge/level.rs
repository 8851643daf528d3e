//! Merges what stands between two brackets: the bank's fields, the items of its lists, their fields. Of a field's own value it only
//! knows whether it is the same.

use super::align::{Found, Side, align};
use super::blocks::{Blocks, By};
use super::compare::{is_equal, is_same, is_same_value, missing_comments, with_line_ends};
use super::cut::{blocks, bracket_of};
use super::merged::{Conflict, ConflictOf};
use super::order;
use super::piece::{Piece, join};
use super::things::{Placed, Three, name_of, three};

/// What stands between two brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// The fields of the bank.
    Bank,
    /// The items of one of its lists.
    Items(ConflictOf),
    /// The fields of such an item.
    Fields,
}

/// One of the three texts, with what stands between the brackets.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub text: &'a str,
    pub blocks: &'a Blocks,
}

/// Whose fields are merged.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    pub of: ConflictOf,
    pub id: Box<str>,
}

/// Merges, and notes what there is to tell.
pub(super) struct Merger {
    /// Whether the lines of the result end as on Windows.
    pub has_cr: bool,
    pub conflicts: Vec<Conflict>,
    pub taken: Vec<Box<str>>,
    pub removed: Vec<Box<str>>,
    /// Whether something came out other than it was put in.
    pub is_unsound: bool,
}

impl Level {
    /// How the items between such brackets are told apart.
    pub fn by(self) -> By {
        match self {
            Self::Items(ConflictOf::Question | ConflictOf::Quiz) => By::Id,
            Self::Bank | Self::Fields | Self::Items(ConflictOf::Head | ConflictOf::Source) => By::Label,
        }
    }

    /// What stands between the brackets of an item of that name, where that is merged by its parts.
    fn inner(self, name: &str) -> Option<Self> {
        match (self, name) {
            (Self::Bank, "questions") => Some(Self::Items(ConflictOf::Question)),
            (Self::Bank, "quizzes") => Some(Self::Items(ConflictOf::Quiz)),
            (Self::Bank, "sources") => Some(Self::Items(ConflictOf::Source)),
            (Self::Items(_), _) => Some(Self::Fields),
            (Self::Bank | Self::Fields, _) => None,
        }
    }
}

impl Merger {
    /// What stands between the brackets of `parts`, of base, mine and theirs.
    pub fn inside(&mut self, level: Level, owner: &Owner, parts: [Part<'_>; 3]) -> String {
        let sides = parts.map(|part| Side { text: part.text, blocks: &part.blocks.list });
        let aligned = align(sides, level.by() == By::Id);
        let things = aligned.found.iter().map(|found| (self.thing(level, owner, three(&sides, *found)), *found));
        let things: Vec<(Option<Piece>, Found)> = things.collect();
        let order = order::merged(&aligned.orders, &|thing| things[thing].0.is_some());
        if level == Level::Items(ConflictOf::Question) {
            let gone = (0..things.len()).filter(|thing| things[*thing].0.is_none());
            for thing in order.iter().copied().chain(gone) {
                self.note_source(three(&sides, things[thing].1), things[thing].0.is_some());
            }
        }
        let pieces: Vec<Piece> = order.iter().filter_map(|thing| things[*thing].0.clone()).collect();
        let theirs = parts[2];
        let last_item = theirs.blocks.list.iter().rev().find(|block| !block.is_note());
        let is_bare = last_item.is_some_and(|block| block.comma.is_none());
        let end = theirs.blocks.list.last().map_or(theirs.blocks.inside.start, |block| block.span.end);
        let joined = join(&pieces, is_bare, &theirs.text[end..theirs.blocks.inside.end]);
        self.is_unsound |= !holds(&joined, &pieces, level.by());
        joined
    }

    /// Notes whether a question is as it is because of the other side.
    fn note_source(&mut self, [base, mine, theirs]: Three<'_>, is_there: bool) {
        let is_question = [base, mine, theirs].iter().flatten().all(|it| !it.block.is_note());
        let body = |it: Option<Placed<'_>>| it.map(|it| it.body()).unwrap_or_default();
        let differs = |one, other| !is_same(&body(one), &body(other));
        match theirs {
            Some(_) if is_question && is_there && differs(theirs, base) && differs(theirs, mine) => {
                self.taken.push(name_of([base, mine, theirs]));
            }
            None if is_question && !is_there && base.is_some() && mine.is_some() => {
                self.removed.push(name_of([base, mine, theirs]));
            }
            _ => {}
        }
    }

    /// What becomes of one thing; `None` where it is gone.
    fn thing(&mut self, level: Level, owner: &Owner, three: Three<'_>) -> Option<Piece> {
        let body = Placed::body;
        match three {
            [_, None, None] => None,
            [None, Some(mine), None] => Some(self.of_mine(mine)),
            [None, None, Some(theirs)] => Some(Piece::of(theirs.text, theirs.block)),
            [Some(base), None, Some(theirs)] if is_same(&body(&base), &body(&theirs)) => None,
            [Some(base), Some(mine), None] if is_same(&body(&base), &body(&mine)) => None,
            [Some(_), None, Some(theirs)] => {
                self.conflict(level, owner, three);
                Some(Piece::of(theirs.text, theirs.block))
            }
            [Some(_), Some(mine), None] => {
                self.conflict(level, owner, three);
                Some(self.of_mine(mine))
            }
            [_, Some(mine), Some(theirs)] => Some(self.both(level, owner, three, mine, theirs)),
        }
    }

    fn both(&mut self, level: Level, owner: &Owner, three: Three<'_>, mine: Placed<'_>, theirs: Placed<'_>) -> Piece {
        let [base_body, my_body, their_body] = three.map(|it| it.map(|it| it.body()).unwrap_or_default());
        let base = three[0].filter(|_| !base_body.is_empty());
        let as_theirs = || Piece::of(theirs.text, theirs.block);
        if base.is_some() && their_body == base_body {
            return self.of_mine_at(mine, theirs, base);
        }
        let is_as_theirs = my_body == their_body || (base.is_some() && my_body == base_body);
        // A list is long, and compared item by item anyway.
        let is_list = matches!(level.inner(theirs.block.name()), Some(Level::Items(_)));
        if is_as_theirs || (!is_list && (is_same(&my_body, &their_body) || is_same(&my_body, &base_body))) {
            return as_theirs();
        }
        if base.is_some() && !is_list && is_same(&their_body, &base_body) {
            return self.of_mine_at(mine, theirs, base);
        }
        let mut piece = match self.deeper(level, three, mine, theirs) {
            Some(own) => Piece::with_own(theirs.text, theirs.block, &own),
            None => self.leaf(level, owner, three, mine, theirs),
        };
        if let Some(base) = base {
            piece = self.with_my_comments(piece, base, mine, theirs);
        }
        let missing = missing_comments([&base_body, &my_body, &their_body], piece.text());
        piece.add_above(&missing, self.has_cr);
        piece
    }

    /// A piece of theirs, with the comments around the item that were changed here alone.
    fn with_my_comments(&self, mut piece: Piece, base: Placed<'_>, mine: Placed<'_>, theirs: Placed<'_>) -> Piece {
        let is_mine = |base: &str, mine: &str, theirs: &str| is_same(base, theirs) && !is_same(base, mine);
        if is_mine(base.above(), mine.above(), theirs.above()) {
            piece = piece.with_above(&with_line_ends(mine.above(), self.has_cr));
        }
        if is_mine(&base.behind(), &mine.behind(), &theirs.behind()) {
            piece = piece.with_behind(&with_line_ends(&mine.behind(), self.has_cr));
        }
        piece
    }

    /// The item with its parts merged; `None` where it is one value, or cannot be taken apart on some side.
    fn deeper(&mut self, level: Level, three: Three<'_>, mine: Placed<'_>, theirs: Placed<'_>) -> Option<String> {
        let inner = level.inner(theirs.block.name())?;
        let cut = |it: Placed<'_>| blocks(it.text, bracket_of(it.text, &it.block.value)?, inner.by());
        let base = match three[0] {
            Some(base) => cut(base)?,
            None => Blocks::default(),
        };
        let [my_blocks, their_blocks] = [cut(mine)?, cut(theirs)?];
        let of = match level {
            Level::Items(of) => of,
            Level::Bank | Level::Fields => ConflictOf::Head,
        };
        let owner = Owner { of, id: if of == ConflictOf::Head { Box::default() } else { name_of(three) } };
        let inside = self.inside(
            inner,
            &owner,
            [
                Part { text: three[0].map_or("", |base| base.text), blocks: &base },
                Part { text: mine.text, blocks: &my_blocks },
                Part { text: theirs.text, blocks: &their_blocks },
            ],
        );
        let own = &theirs.block.own;
        let [before, behind] = [own.start..their_blocks.inside.start, their_blocks.inside.end..own.end];
        Some([&theirs.text[before], &inside, &theirs.text[behind]].concat())
    }

    /// One value that both have changed.
    fn leaf(&mut self, level: Level, owner: &Owner, three: Three<'_>, mine: Placed<'_>, theirs: Placed<'_>) -> Piece {
        let is_as_base = |it: &Placed<'_>| three[0].is_some_and(|base| is_same_value(base.own(), it.own()));
        if is_as_base(&theirs) {
            let own = with_line_ends(mine.own(), self.has_cr);
            return Piece::with_own(theirs.text, theirs.block, &own);
        }
        if !is_as_base(&mine) && !is_equal(mine.value(), theirs.value()) {
            self.conflict(level, owner, three);
        }
        Piece::of(theirs.text, theirs.block)
    }

    fn conflict(&mut self, level: Level, owner: &Owner, three: Three<'_>) {
        // Comments are no value. What was written in one stays, whatever becomes of it.
        if three.iter().flatten().any(|it| it.block.is_note()) {
            return;
        }
        let [base, mine, theirs] = three.map(|it| it.map_or_else(Box::default, |it| it.value().into()));
        let (of, id, field) = match level {
            Level::Items(of) => (of, name_of(three), Box::default()),
            Level::Bank | Level::Fields => (owner.of, owner.id.clone(), name_of(three)),
        };
        self.conflicts.push(Conflict { of, id, field, base, mine, theirs });
    }

    fn of_mine(&self, mine: Placed<'_>) -> Piece {
        Piece::of_other(mine.text, mine.block, self.has_cr)
    }

    /// Mine where theirs stands: with the blanks in front that somebody has changed.
    fn of_mine_at(&self, mine: Placed<'_>, theirs: Placed<'_>, base: Option<Placed<'_>>) -> Piece {
        let piece = self.of_mine(mine);
        match base {
            Some(base) if base.lead() == theirs.lead() => piece,
            _ => piece.with_lead(theirs.lead()),
        }
    }
}

/// Whether a text holds these pieces and nothing else.
fn holds(joined: &str, pieces: &[Piece], by: By) -> bool {
    let text = ["(", joined, ")"].concat();
    let Some(cut) = blocks(&text, 0, by) else { return false };
    let found = cut.list.iter().filter(|block| !block.is_note()).map(|block| &text[block.own.clone()]);
    found.eq(pieces.iter().filter(|piece| !piece.is_note()).map(Piece::own))
}
