//! The little of protobuf that packages need: the fields of a message one after the other. Knows no message.

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'b> {
    /// A number.
    Number(u64),
    /// A text, bytes or a message.
    Bytes(&'b [u8]),
}

/// The fields of a message with their numbers. Ends at what is none.
pub fn fields(bytes: &[u8]) -> impl Iterator<Item = (u64, Value<'_>)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let key = number(&mut rest)?;
        let value = match key & 7 {
            0 => Value::Number(number(&mut rest)?),
            1 => Value::Bytes(take(&mut rest, 8)?),
            2 => {
                let length = usize::try_from(number(&mut rest)?).ok()?;
                Value::Bytes(take(&mut rest, length)?)
            }
            5 => Value::Bytes(take(&mut rest, 4)?),
            _ => return None,
        };
        Some((key >> 3, value))
    })
}

/// The number in a field; `None` where the message has none.
pub fn number_in(bytes: &[u8], field: u64) -> Option<u64> {
    fields(bytes).find_map(|(number, value)| match value {
        Value::Number(value) if number == field => Some(value),
        Value::Number(_) | Value::Bytes(_) => None,
    })
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    const MOST_BITS: u32 = 63;
    let mut number = 0;
    for shift in (0..=MOST_BITS).step_by(7) {
        let (first, others) = rest.split_first()?;
        *rest = others;
        number |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, others) = rest.split_at_checked(length)?;
    *rest = others;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_and_a_broken_message_ends() {
        let bytes = [0x08, 0x96, 0x01, 0x12, 0x02, b'a', b'b', 0x12, 0x7f];
        let all: Vec<(u64, Value)> = fields(&bytes).collect();
        assert_eq!(all, [(1, Value::Number(150)), (2, Value::Bytes(b"ab"))]);
        assert_eq!((number_in(&bytes, 1), number_in(&bytes, 3)), (Some(150), None));
        assert_eq!(fields(&[0xff; 20]).count(), 0);
    }
}
