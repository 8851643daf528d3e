//! HTML as tags and text, one after the other: no tree, so that no nesting is too deep. Knows no meaning of a tag.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// A part of HTML. Names are small letters without a prefix.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Event {
    Start {
        name: String,
        attributes: Vec<(String, String)>,
        is_closed: bool,
    },
    End {
        name: String,
    },
    /// With its entities read.
    Text(String),
}

impl Event {
    /// The value of an attribute of a tag; empty where it has none.
    pub fn attribute(&self, wanted: &str) -> &str {
        let Self::Start { attributes, .. } = self else { return "" };
        attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
    }
}

/// Takes HTML apart.
pub(super) fn events(html: &str) -> Vec<Event> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Sink(RefCell<Vec<Event>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut events = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => match events.last_mut() {
                Some(Event::Text(known)) => known.push_str(&text),
                _ => events.push(Event::Text(text.to_string())),
            },
            Token::TagToken(tag) => {
                let name = tag.name.rsplit(':').next().unwrap_or_default().to_owned();
                events.push(match tag.kind {
                    TagKind::StartTag => {
                        let attributes = tag.attrs.iter();
                        let attributes =
                            attributes.map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
                        Event::Start { name, attributes: attributes.collect(), is_closed: tag.self_closing }
                    }
                    TagKind::EndTag => Event::End { name },
                });
            }
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}
