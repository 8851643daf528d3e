//! Formatted text with other widgets standing in it, such as the gaps of a cloze. Knows no gap itself.

use super::ink::Drawn;
use super::laid::Element;
use super::{cache, flow, page};
use crate::app::state::pictures::Pictures;
use crate::app::theme::Theme;
use crate::app::widgets::text;
use crate::text::rich::Table;
use crate::text::{Block, Inline, Rich, Style};
use egui::text::LayoutJob;
use egui::{Color32, FontId, Label, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Space between two rows, so that fields do not touch.
const ROW_GAP: f32 = 10.0;

/// Adds the widget of a gap, told by its index and by the words that follow it.
pub type ShowGap<'a> = dyn FnMut(&mut Ui, usize, &str) + 'a;

/// Shows a text, and calls `show_gap` where a gap stands in it. The gaps are `gap_height` high, so that the words before
/// the first one stand on the same line as those after it.
pub fn with_gaps(ui: &mut Ui, rich: &Rich, font: &FontId, gap_height: f32, show_gap: &mut ShowGap<'_>) {
    blocks(ui, &rich.blocks, &Line { font, gap_height }, show_gap);
}

/// How the lines of a text are set.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    font: &'a FontId,
    gap_height: f32,
}

fn blocks(ui: &mut Ui, blocks: &[Block], line: &Line<'_>, show_gap: &mut ShowGap<'_>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => row(ui, inlines, line, show_gap),
            Block::Quote(quoted) => self::blocks(ui, quoted, line, show_gap),
            Block::Code(code) => {
                let style = Style { is_code: true, ..Style::default() };
                row(ui, &[Inline::Text { text: code.clone(), style }], line, show_gap);
            }
            Block::List { first, items } => {
                for (index, item) in items.iter().enumerate() {
                    ui.horizontal_top(|ui| {
                        let ink = Theme::of(ui.ctx()).palette.text;
                        text::paragraph(ui, page::marker(*first, index), line.font.clone(), ink);
                        ui.vertical(|ui| self::blocks(ui, item, line, show_gap));
                    });
                }
            }
            Block::Table(table) => rows_of(ui, table, line, show_gap),
            Block::Rule => {
                ui.separator();
            }
        }
    }
}

/// A table with gaps: each row a line, since a field makes every column too wide.
fn rows_of(ui: &mut Ui, table: &Table, line: &Line<'_>, show_gap: &mut ShowGap<'_>) {
    let between = Inline::Text { text: " | ".to_owned(), style: Style::default() };
    for cells in std::iter::once(&table.head).chain(&table.rows) {
        row(ui, &cells.join(&between), line, show_gap);
    }
}

fn row(ui: &mut Ui, inlines: &[Inline], line: &Line<'_>, show_gap: &mut ShowGap<'_>) {
    let font = line.font;
    let has_gap = inlines.iter().any(|inline| matches!(inline, Inline::Gap(_)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, ROW_GAP);
        if has_gap {
            ui.set_row_height(line.gap_height);
        }
        let mut words = Vec::new();
        for (place, inline) in inlines.iter().enumerate() {
            if let Inline::Text { text, style } = inline {
                words.push((text.as_str(), style));
                continue;
            }
            label(ui, &mut words, font);
            match inline {
                Inline::Gap(number) => {
                    let after = match inlines.get(place + 1) {
                        Some(Inline::Text { text, .. }) => text,
                        _ => "",
                    };
                    show_gap(ui, *number, after);
                }
                Inline::Break => ui.end_row(),
                _ => thing(ui, inline, font),
            }
        }
        label(ui, &mut words, font);
    });
}

/// One label for words side by side, so that a screen reader says them in one go.
fn label(ui: &mut Ui, words: &mut Vec<(&str, &Style)>, font: &FontId) {
    if words.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let mut job = LayoutJob::default();
    for (text, style) in words.drain(..) {
        let mut format = flow::format_of(style, font, &theme);
        format.valign = ui.text_valign();
        if format.color == Color32::PLACEHOLDER {
            format.color = theme.palette.text;
        }
        if format.underline.color == Color32::PLACEHOLDER {
            format.underline.color = format.color;
        }
        job.append(text, 0.0, format);
    }
    ui.add(Label::new(job).wrap());
}

/// A formula or a picture.
fn thing(ui: &mut Ui, inline: &Inline, font: &FontId) {
    let ink = Theme::of(ui.ctx()).palette.text;
    let width = ui.max_rect().width();
    let cache = cache(ui);
    if let Inline::Maths { tex, is_display: false } = inline
        && let Ok(drawn) = cache.lock().formulas.draw(ui.ctx(), tex, false, font.size, width)
    {
        return formula(ui, &drawn, tex, font);
    }
    let rich = Rich::of_line(vec![inline.clone()]);
    let laid = page::lay_out(ui, &rich, font, width, &Pictures::of(ui.ctx()), &cache);
    let (rect, response) = ui.allocate_exact_size(laid.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, laid.plain()));
    laid.paint(ui, rect.min, ink);
}

/// A formula in a row whose widgets are centred: in a box with as much room above as below, so that its base line is
/// that of the words.
fn formula(ui: &mut Ui, drawn: &Drawn, tex: &str, font: &FontId) {
    let ink = Theme::of(ui.ctx()).palette.text;
    let words = ui.fonts_mut(|fonts| fonts.layout_no_wrap("x".to_owned(), font.clone(), ink));
    let below_centre = flow::base_line(&words) - words.size().y / 2.0;
    let (above, below) = (drawn.ascent - below_centre, drawn.size.y - drawn.ascent + below_centre);
    let (rect, response) = ui.allocate_exact_size(vec2(drawn.width, 2.0 * above.max(below)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, crate::text::tex::unicode(tex)));
    let at = pos2(rect.left() - drawn.margin, rect.center().y - above);
    Element::Formula { texture: drawn.texture.clone(), size: drawn.size }.paint(ui, at, ink);
}
