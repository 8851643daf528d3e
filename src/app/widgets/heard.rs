//! What a screen reader hears beyond the names of widgets: the groups that the focus enters, an item's place among its
//! like, descriptions, and what is said by itself. Paints nothing.
//!
//! On Linux, few things reach a screen reader: names, roles, states, descriptions, the place in a set, and what is inside
//! what. So a prompt is the name of the group around its options, which is said when the focus comes into the group, and
//! a remark becomes the description of what has the focus, which is said when it changes. Live text is for those who use
//! the mouse: Orca before version 45 has no ear for it.

use crate::app::input::keys;
use egui::accesskit::{Action, Live, Node};
use egui::{Context, Id, InnerResponse, Order, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2};

/// Names the window, so that more is said of it than that it is one.
pub fn window(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// Whether something listens at all.
pub fn is_listened_to(ctx: &Context) -> bool {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |_| ()).is_some()
}

/// Shows a group with a name, which is said when the focus comes into it.
pub fn group<R>(ui: &mut Ui, role: Role, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let shown = ui.scope_builder(UiBuilder::new().accessibility_role(role).accessibility_label(name), contents);
    change(&shown.response, |node| node.set_bounds(bounds(shown.response.rect)));
    shown
}

/// Shows something that can have the focus itself, for what is to be heard and has nothing to press: a paragraph, of which
/// readers say name and description and nothing of what is inside. It keeps its id, and with it the focus, whatever comes
/// before it.
pub fn reading<R>(ui: &mut Ui, id: Id, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let builder = UiBuilder::new().scope_id(id).sense(Sense::focusable_noninteractive());
    let shown = ui.scope_builder(builder.accessibility_role(Role::Paragraph).accessibility_label(name), contents);
    change(&shown.response, |node| node.set_bounds(bounds(shown.response.rect)));
    shown
}

/// Makes all that is shown in `ui` a group. With an empty name, nothing is said of it.
pub fn as_group(ui: &Ui, role: Role, name: &str) {
    let room = ui.max_rect().intersect(ui.clip_rect());
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_bounds(bounds(room));
        if !name.is_empty() {
            node.set_label(name);
        }
    });
}

/// Tells how many items the group of `ui` has; each of them tells its place by [`place`].
pub fn count(ui: &Ui, count: usize) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(count));
}

/// Tells the place of an item in its group, from 0.
pub fn place(response: &Response, place: usize) {
    change(response, |node| node.set_position_in_set(place));
}

/// Tells that an item is the selected one of its group, or that it is not.
pub fn selected(response: &Response, is_selected: bool) {
    change(response, |node| node.set_selected(is_selected));
}

/// Tells whether an item is ticked.
pub fn ticked(response: &Response, is_ticked: bool) {
    change(response, |node| node.set_toggled(is_ticked.into()));
}

/// Tells which row of a list, that has the focus itself, is the one to be said.
pub fn active_row(ctx: &Context, list: Id, row: Id) {
    ctx.accesskit_node_builder(list, |node| node.set_active_descendant(row.accesskit_id()));
    ctx.data_mut(|data| data.insert_temp(active_row_slot(list), row));
}

fn active_row_slot(list: Id) -> Id {
    list.with("active row")
}

/// Adds what is said after the name.
pub fn describe(response: &Response, words: &str) {
    if !words.is_empty() {
        change(response, |node| node.set_description(words));
    }
}

/// Leaves out a text that stands beside what has it as its name, where it would be said once more.
pub fn leave_out(response: &Response) {
    change(response, Node::set_hidden);
}

/// Keeps a tooltip that only repeats the name from being said after it.
pub fn say_once(response: &Response) {
    change(response, |node| {
        if node.description() == node.label() {
            node.clear_description();
        }
    });
}

/// Gives a widget another name and role than it has told itself.
pub fn rename(response: &Response, role: Role, name: &str) {
    change(response, |node| {
        node.set_role(role);
        node.clear_value();
        node.set_label(name);
    });
}

/// Makes screen readers say what the widget shows as soon as it appears.
pub fn announce(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}

/// Tells a clock by the time that is left in words; what stands on it stays its value.
pub fn timer(response: &Response, words: &str) {
    change(response, |node| {
        node.set_role(Role::Timer);
        node.set_label(words);
    });
}

/// Keeps what is inside something that is announced from being said again.
pub fn silence(response: &Response) {
    change(response, |node| node.set_live(Live::Off));
}

/// Says a remark that stands on the screen as `shown`. Who works by keys hears it as the description of what has the focus,
/// which is `to` until something else has it; all others hear it as live text.
pub fn remark(ui: &Ui, shown: &Response, words: &str, to: &mut Option<Id>) {
    if !say(ui, words, to) {
        announce(ui, shown.id);
    }
}

/// The same for what stands nowhere as words. Gives back whether the keyboard is in use.
pub fn say(ui: &Ui, words: &str, to: &mut Option<Id>) -> bool {
    let focused = said_to_have_focus(ui.ctx()).filter(|_| keys::is_keyboard_in_use(ui.ctx()));
    let Some(focused) = focused else { return false };
    if *to.get_or_insert(focused) == focused {
        ui.ctx().accesskit_node_builder(focused, |node| {
            // An item that tells by its name what became of it has told it already.
            if node.label() != Some(words) {
                node.set_description(words);
            }
        });
    }
    true
}

/// Tells what `ui` is, in which the whole page stands, and takes it out of reach while something lies over it. It has a role
/// of its own, without which its parts are not found again when it is back in reach (AccessKit 0.25).
pub fn whole_page(ui: &Ui, is_out_of_reach: bool) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Pane);
        if is_out_of_reach {
            node.set_hidden();
        }
    });
}

fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

fn change(response: &Response, change: impl FnOnce(&mut Node)) {
    response.ctx.accesskit_node_builder(response.id, change);
}

/// What had the focus before, kept until the focus moves on.
///
/// A screen reader finds the groups that the focus has entered by comparing what has it with what had it. Where that is
/// gone, it says none of them, and a learner would hear the options of a new question without its prompt. So it stays for
/// so long, as it was and in what is left of its groups, at no place of the window.
#[derive(Debug, Default)]
pub struct Trail {
    focus: Option<Trace>,
    before: Option<Trace>,
}

/// Something that has or had the focus.
#[derive(Debug)]
struct Trace {
    id: Id,
    node: Node,
    /// The groups around it, from the inside out.
    around: Vec<Id>,
}

impl Trail {
    /// Called before anything is shown.
    pub fn begin(&self, ctx: &Context, is_modal_open: bool) {
        // What is told first takes its place beside the page, which is out of reach below something else.
        if let Some(before) = self.before.as_ref().filter(|before| is_modal_open && is_below(ctx, before.id)) {
            ctx.accesskit_node_builder(before.id, |_| ());
        }
    }

    /// Called when all is shown.
    pub fn end(&mut self, ctx: &Context, is_modal_open: bool) {
        let focus = said_to_have_focus(ctx);
        if focus != self.focus.as_ref().map(|trace| trace.id) {
            self.before = self.focus.take();
        }
        self.focus = focus.and_then(|focus| Trace::of(ctx, focus));
        let Some(before) = &self.before else { return };
        if is_modal_open && is_below(ctx, before.id) {
            ctx.accesskit_node_builder(before.id, |node| {
                // A paragraph that is shown below keeps the words in it.
                let children = node.children().to_vec();
                node.clone_from(&before.node);
                node.set_children(children);
            });
        } else if !is_shown(ctx, before.id) {
            before.leave(ctx);
        }
    }
}

impl Trace {
    fn of(ctx: &Context, id: Id) -> Option<Self> {
        let node = ctx.accesskit_node_builder(id, |node| without_place(node))?;
        let around = ctx.viewport(|viewport| {
            let state = viewport.this_pass.accesskit_state.as_ref()?;
            Some(std::iter::successors(state.parent_map.get(&id), |id| state.parent_map.get(id)).copied().collect())
        })?;
        Some(Self { id, node, around })
    }

    /// Leaves it in the innermost of its groups that is still there.
    fn leave(&self, ctx: &Context) {
        let around = self.around.iter().copied().find(|id| ctx.has_accesskit_node(*id));
        let parent = around.unwrap_or_else(egui::accesskit_root_id);
        let builder =
            UiBuilder::new().accessibility_parent(parent).max_rect(Rect::from_min_size(Pos2::ZERO, Vec2::ZERO));
        drop(Ui::new(ctx.clone(), self.id, builder));
        ctx.accesskit_node_builder(self.id, |node| node.clone_from(&self.node));
    }
}

/// What a screen reader takes for the thing that has the focus: of a list that has it, the row.
fn said_to_have_focus(ctx: &Context) -> Option<Id> {
    let focus = ctx.memory(|memory| memory.focused())?;
    let said = ctx.data(|data| data.get_temp(active_row_slot(focus))).unwrap_or(focus);
    ctx.has_accesskit_node(said).then_some(said)
}

/// The same, with nothing that leads to other nodes or to a place of the window.
fn without_place(node: &Node) -> Node {
    let mut node = node.clone();
    node.clear_bounds();
    node.clear_children();
    node.clear_labelled_by();
    node.clear_active_descendant();
    node.clear_text_selection();
    node.clear_live();
    node.remove_action(Action::Click);
    node.remove_action(Action::Focus);
    node
}

/// Whether a widget has been shown in this pass.
pub fn is_shown(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.widgets.contains(id))
}

/// Whether a widget has been shown in this pass so that it is seen: what is new over the page is first measured.
pub fn is_seen(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).is_some_and(|widget| widget.visible))
}

/// Whether a widget belongs to the page and not to what lies over it.
fn is_below(ctx: &Context, id: Id) -> bool {
    let layer = ctx.viewport(|viewport| {
        let passes = [&viewport.this_pass, &viewport.prev_pass];
        passes.iter().find_map(|pass| pass.widgets.get(id)).map(|widget| widget.layer_id)
    });
    layer.is_none_or(|layer| layer.order == Order::Background)
}
