//! What lies over the page and has to be answered first: a title, and whatever the dialog is about. Closes nothing itself.

use crate::app::theme::Theme;
use egui::{Context, Frame, Id, Margin, Modal, ModalResponse, Role, Ui};

/// Shows a dialog under an id of its own. Screen readers say `name` when it opens and know that nothing else can be used.
pub fn show<R>(ctx: &Context, id: &'static str, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let theme = Theme::of(ctx);
    let frame = Frame::popup(&ctx.global_style()).fill(theme.palette.surface).inner_margin(Margin::same(24));
    let area = Modal::default_area(Id::unique(id)).role(Role::Dialog).accessible_name(name);
    let shown = Modal::new(Id::unique(id)).area(area).frame(frame).show(ctx, contents);
    ctx.accesskit_node_builder(Id::unique(id), egui::accesskit::Node::set_modal);
    shown
}
