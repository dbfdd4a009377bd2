//! Pass 4: lists of known texts, and texts with a meaning of their own.

use std::fmt::Write as _;

use super::{Module, Piece, docs};
use crate::{
    lower,
    model::{Component, EnumValue},
};

/// Adds an open enum to its module: the enum itself stands in the macro, so that each value is one line.
pub(super) fn refine(component: &Component, values: &[EnumValue], module: &mut Module) {
    let mut out = String::from("open_enum! {\n");
    head(component, &mut out);
    let _ = writeln!(out, "    pub enum {} {{", component.name);
    for value in values {
        for line in docs::value_lines(value) {
            let _ = writeln!(out, "        ///{line}");
        }
        let _ = writeln!(out, "        {} = {:?},", lower::variant(value), value.value);
    }
    out.push_str("    }\n}\n");
    module.pieces.push(Piece::Text(out));
    module.imports("wire::tables::open_enum");
}

/// Adds an id or a token to its module.
pub(super) fn refine_text(component: &Component, secret: bool, module: &mut Module) {
    let kind = if secret { "secret_text" } else { "text" };
    let mut out = format!("{kind}! {{\n");
    head(component, &mut out);
    let _ = write!(out, "    pub struct {};\n}}\n", component.name);
    module.pieces.push(Piece::Text(out));
    module.imports(&format!("wire::tables::{kind}"));
}

/// What stands before a type: its documentation, and that it is on its way out.
fn head(component: &Component, out: &mut String) {
    for line in docs::component_lines(component) {
        let _ = writeln!(out, "    ///{line}");
    }
    if let Some(reason) = &component.deprecated {
        let _ = writeln!(out, "    {}", docs::deprecated_text(reason));
    }
}
