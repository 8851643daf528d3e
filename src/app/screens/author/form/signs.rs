//! Signs that keyboards lack, by subject. Paints nothing.

/// A subject and its signs, in the order in which they are shown.
pub(super) const SUBJECTS: [(&str, &str); 6] = [
    ("Maths", "±×÷·≈≠≤≥∞√∑∫∂∆∇∈∉⊂∪∩∀∃°′″½¼¾²³⁻¹"),
    ("Greek", "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ"),
    ("Arrows", "→←↔↑↓⇒⇔⇌↦"),
    ("Units", "°℃Ωµ²³⁻¹·‰Å"),
    ("Currency", "€£¥¢₹₽₺₩₴"),
    ("Letters", "àâäáãåæçèéêëìíîïñòóôöõøœßùúûüÿłšžčćńśÄÖÜÉØÅ¿¡«»„“”‚‘’–—…"),
];

/// So many signs are kept that were used last.
const KEPT: usize = 12;

/// Puts a sign before the others that were used.
pub(super) fn use_sign(recent: &mut Vec<char>, sign: char) {
    recent.retain(|used| *used != sign);
    recent.insert(0, sign);
    recent.truncate(KEPT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_used_last_stands_first_and_once() {
        let mut recent = Vec::new();
        for sign in "αβαγ".chars().chain(SUBJECTS[1].1.chars().take(20)).chain(['β']) {
            use_sign(&mut recent, sign);
        }
        assert_eq!((recent.len(), recent[0]), (KEPT, 'β'));
        assert_eq!(recent.iter().filter(|sign| **sign == 'β').count(), 1);
    }

    #[test]
    fn no_sign_stands_twice_in_a_subject() {
        for (subject, signs) in SUBJECTS {
            let mut seen: Vec<char> = signs.chars().collect();
            seen.sort_unstable();
            assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "{subject}");
        }
    }
}
