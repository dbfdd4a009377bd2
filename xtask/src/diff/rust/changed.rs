//! What is on both sides and not the same.

use xtask::public_api::{Kind, Offered};
use yuno_codegen::diff::{Difference, Level};

use super::{
    Pair,
    renames::{last, with_new_names},
};

impl Pair<'_> {
    /// Adds what changed of one item, of which the old and the new path may differ.
    pub(super) fn changed(&self, path: &str, there: &str, was: &Offered, is: &Offered, found: &mut Vec<Difference>) {
        let of = is.parent.as_deref().unwrap_or_default();
        let mut tell = |rule, level, text| {
            found.push(self.finding(rule, level, there, Some(path), Some(there), text));
        };
        if let (None, Some(note)) = (&was.deprecated, &is.deprecated) {
            let note = if note.is_empty() { String::new() } else { format!(" {note}") };
            tell(
                "rust-item-deprecated",
                Level::Safe,
                format!("`{there}` is deprecated: the compiler warns of it.{note}"),
            );
        }
        let (old, new) = (with_new_names(&was.shape, &self.renamed), &is.shape);
        let lost_const = was.signature.starts_with("const fn") && !is.signature.starts_with("const fn");
        let is_same = (old == *new && !lost_const) || (was.kind, is.kind) == (Kind::Module, Kind::Module);
        let name = last(there);
        if let (Kind::Field { required: asked, skipped: had_none }, Kind::Field { required: asks, skipped: has_none }) =
            (was.kind, is.kind)
        {
            if asks && !asked {
                let text = format!("The builder of `{of}` now asks for `{name}`: give it in every call.");
                tell("rust-field-became-required", Level::Breaking, text);
            } else if asked && !asks && !has_none {
                let (level, reads) = match is_same {
                    true => (Level::Safe, ""),
                    false => (Level::Breaking, "; code that reads it gets an `Option`"),
                };
                let text = format!("The builder of `{of}` does not ask for `{name}` any more{reads}.");
                tell("rust-field-became-optional", level, text);
            }
            if has_none && !had_none {
                let text = format!("The builder of `{of}` has no `{name}` any more: leave it out.");
                tell("rust-field-left-builder", Level::Breaking, text);
            } else if had_none && !has_none && !asks {
                tell("rust-field-joined-builder", Level::Safe, format!("The builder of `{of}` has a new `{name}`."));
            }
            // What is asked for is no `Option`, and the other way round: one change, told above.
            let option = |of: &str| format!("Option<{of}>");
            if asks != asked && (old == option(new) || *new == option(&old)) {
                return;
            }
        }
        if is_same {
            return;
        }
        let (was, is) = (&was.signature, &is.signature);
        let (rule, text) = match self.new.get(there).map(|item| item.kind) {
            Some(Kind::Field { .. }) => (
                "rust-field-type-changed",
                format!("`{there}` is `{is}`, was `{was}`: code that sets or reads it must follow."),
            ),
            Some(Kind::Variant) => {
                let text = format!("`{there}` is {is}, was {was}.");
                return tell("rust-value-text-changed", Level::Risky, text);
            }
            Some(Kind::Method | Kind::Function) => {
                ("rust-signature-changed", format!("`{there}` is `{is}`, was `{was}`: uses of it must follow."))
            }
            _ => {
                let (level, text) = match is.strip_prefix(was.as_str()).or(was.strip_suffix(is.as_str())) {
                    Some(" and a builder") => (Level::Safe, format!("`{there}` has a builder now.")),
                    Some("#[non_exhaustive] ") => (Level::Safe, format!("`{there}` can be written out now.")),
                    _ => (
                        Level::Breaking,
                        format!("`{there}` is `{is}`, was `{was}`: code that counts on the old must follow."),
                    ),
                };
                return tell("rust-type-changed", level, text);
            }
        };
        tell(rule, Level::Breaking, text);
    }
}
