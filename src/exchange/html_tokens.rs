//! HTML taken apart as browsers do, tag by tag. Understands no tag.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// Hears what a text holds, in its order.
pub trait HtmlReader {
    /// Words, with what stood for signs in them put right.
    fn words(&mut self, words: &str);
    /// A tag that begins or ends something; the answer says how what follows is to be read.
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()>;
}

/// Has `reader` hear all of `html`, and gives it back. Takes time as the text has length, whatever stands in it.
pub fn read_html<R: HtmlReader>(html: &str, reader: R) -> R {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink<R>(RefCell<R>);

impl<R: HtmlReader> TokenSink for Sink<R> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(words) => self.0.borrow_mut().words(&words),
            Token::TagToken(tag) => return self.0.borrow_mut().tag(&tag),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        // Sections of CDATA in XHTML are words.
        true
    }
}
