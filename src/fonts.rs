//! The fonts that come with the program.

/// A font.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Font {
    /// By which the window names it.
    pub name: &'static str,
    /// Its file.
    pub bytes: &'static [u8],
}

/// Atkinson Hyperlegible Next and Mono, drawn for readers with low vision, and DejaVu Sans for what they lack.
pub(crate) const FONTS: [Font; 4] = [
    Font { name: "next", bytes: include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf") },
    Font { name: "next-semibold", bytes: include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf") },
    Font { name: "mono", bytes: include_bytes!("../assets/fonts/AtkinsonHyperlegibleMono-Regular.ttf") },
    Font { name: "symbols", bytes: include_bytes!("../assets/fonts/DejaVuSans.ttf") },
];
