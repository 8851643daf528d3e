//! A map that keeps the order in which it was written and refuses a key twice. Never sorts.

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

/// Pairs of a text key and a value, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<V>(pub Box<[(Box<str>, V)]>);

impl<V> Entries<V> {
    /// The value under `key`, if there is one. Linear: these maps hold a handful of entries.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.0.iter().find(|(name, _)| **name == *key).map(|(_, value)| value)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<V: Serialize> Serialize for Entries<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

/// So many names are looked through one by one; a hostile map may have a hundred thousand.
const FEW: usize = 16;

struct EntriesVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map such as {\"1997\": \"That was the older record.\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Vec<(Box<str>, V)> = Vec::new();
        let mut many_names: HashSet<Box<str>> = HashSet::new();
        while let Some(key) = map.next_key::<Box<str>>()? {
            if pairs.len() == FEW {
                many_names.extend(pairs.iter().map(|(name, _)| name.clone()));
            }
            let is_repeated = match pairs.len() {
                0..FEW => pairs.iter().any(|(name, _)| *name == key),
                _ => !many_names.insert(key.clone()),
            };
            if is_repeated {
                return Err(A::Error::custom(format_args!("the key \"{key}\" is written twice")));
            }
            pairs.push((key, map.next_value()?));
        }
        Ok(Entries(pairs.into_boxed_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_refused_in_small_maps_and_large_ones() {
        for count in [2, FEW, FEW + 1, FEW + 2, 1_000] {
            let keys = || (0..count).map(|key| format!("\"{key}\":{key}")).collect::<Vec<_>>();
            let sound: Entries<usize> = ron::from_str(&format!("{{{}}}", keys().join(","))).expect("reads");
            assert_eq!((sound.0.len(), sound.get("1")), (count, Some(&1)));
            for again in [0, count - 1] {
                let text = format!("{{{},\"{again}\":0}}", keys().join(","));
                let error = ron::from_str::<Entries<usize>>(&text).expect_err("a repeated key");
                assert!(error.to_string().contains("is written twice"), "{error}");
            }
        }
    }
}
