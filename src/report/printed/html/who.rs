//! Where learners write who they are, at the top of a page.

/// The line, and what else is to be filled in beside it.
pub(super) fn line(more: &str) -> String {
    let blank = |class: &str, label: &str| format!("<span{class}>{label} <span class=\"blank\"></span></span>");
    let who = [blank(" class=\"name\"", "Name"), blank("", "Class"), blank("", "Date")].concat();
    format!("<p class=\"who\">{who}{more}</p>")
}
