//! How the object of a fact is written: `"ussr"`, `Quantity(value: 59, unit: "MJ")` or `5000`. Judges nothing.

use crate::facts::{Object, Quantity};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(id) => serializer.serialize_str(id),
            Self::Amount(quantity) => quantity.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .write_str("the id of an entity in quotation marks, or an amount such as Quantity(value: 59, unit: \"MJ\")")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Object, E> {
        Ok(Object::Is(id.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Object, E> {
        self.visit_f64(number as f64)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Object, E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Object, E> {
        Ok(Object::Amount(Quantity { value, ..Quantity::default() }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object, A::Error> {
        Quantity::deserialize(MapAccessDeserializer::new(map)).map(Object::Amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Object) {
        let object: Object = ron::from_str(text).expect(text);
        assert_eq!(object, expected, "{text}");
        let written = ron::to_string(&object).expect("writes");
        assert_eq!(ron::from_str::<Object>(&written).expect("reads"), expected, "{written}");
    }

    #[test]
    fn an_object_is_an_id_an_amount_or_a_bare_number() {
        let amount = |value, unit: &str| Object::Amount(Quantity { value, unit: unit.into(), ..Quantity::default() });
        check("\"ussr\"", Object::Is("ussr".into()));
        check("Quantity(value: 59, unit: \"MJ\")", amount(59.0, "MJ"));
        check("(value: 21.7, unit: \"MJ\")", amount(21.7, "MJ"));
        check("5000", amount(5000.0, ""));
        check("-1.5", amount(-1.5, ""));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for text in ["true", "[1]", "Quantity(59)", "Quantity(valeu: 59)", "Quantity(unit: \"MJ\")", "ussr"] {
            assert!(ron::from_str::<Object>(text).is_err(), "{text}");
        }
    }
}
