//! Any text as CommonMark with maths: it is taken apart, told in plain words and drawn without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::bear_with_panics_that_are_caught;
use torus_fuzz::text::{formula, formulas, parse, parse_with_gaps, plain, suspects, tex};

fuzz_target!(init: { bear_with_panics_that_are_caught() }, |text: &str| {
    let rich = parse(text);
    let _ = (rich.plain(), rich.pictures(), plain(text), suspects(text), formulas(text));
    let gaps = text.split('_').flat_map(|part| [Some(part), None]);
    let _ = parse_with_gaps(gaps).plain();
    for is_display in [false, true] {
        if let Ok(drawn) = formula(text, is_display) {
            let sizes = [drawn.width(), drawn.height(), drawn.depth()];
            assert!(sizes.iter().all(|size| size.is_finite()), "{sizes:?}");
            assert!(!drawn.svg(16.0, [0, 0, 0]).is_empty());
        }
    }
    let _ = tex::unicode(text);
});
