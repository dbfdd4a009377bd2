//! The last step: modules as files, and the lists that name them all.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    model::{Api, Kind, Type},
    refine::{Module, Modules, Piece, constant, handle},
};

/// How long a line may be.
const WIDTH: usize = 120;

/// The module of a group that holds its calls.
const OPERATIONS: &str = "operations";

/// The files by path below `yuno-api/src/generated/`.
pub(crate) type Files = BTreeMap<String, String>;

/// Prints everything.
pub(crate) fn print(api: &Api, modules: &Modules) -> Files {
    let mut files = Files::new();
    let mut folders: BTreeMap<&str, Vec<(&str, &Module)>> = BTreeMap::new();
    for (path, module) in modules {
        files.insert(format!("{path}.rs"), file(module));
        // Lint lets no schema stand outside of a folder.
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        folders.entry(folder).or_default().push((name, module));
    }
    for (folder, modules) in &folders {
        files.insert(format!("{folder}/mod.rs"), folder_file(api, folder, modules));
    }
    files.insert("mod.rs".to_owned(), root(api, &folders));
    files
}

fn header(source: &str) -> String {
    format!("//! Generated from `spec/{source}` by `cargo xtask generate`. Edit that file, not this one.\n")
}

fn file(module: &Module) -> String {
    let mut out = header(&module.source);
    if !module.uses.is_empty() {
        out.push('\n');
        let _ = writeln!(out, "{}", use_line(&module.uses));
    }
    for piece in &module.pieces {
        out.push('\n');
        match piece {
            Piece::Item(item) => {
                let file =
                    syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![(**item).clone()] };
                // What belongs together stays on a line.
                let text = prettyplease::unparse(&file);
                let text = text.replace("    #[builder(default)]\n    pub", "    #[builder(default)] pub");
                out.push_str(&text.replace(")]\n#[non_exhaustive]", ")] #[non_exhaustive]"));
            }
            Piece::Text(text) => out.push_str(text),
        }
    }
    out
}

/// `use crate::{types::*, wire::tables::{object, text}};`
fn use_line(paths: &[String]) -> String {
    const TABLES: &str = "wire::tables::";
    let (mut tables, mut paths): (Vec<&str>, Vec<&str>) =
        paths.iter().map(String::as_str).partition(|path| path.starts_with(TABLES));
    tables.iter_mut().for_each(|path| *path = path.trim_start_matches(TABLES));
    tables.sort_unstable();
    let tables = match tables.as_slice() {
        [] => None,
        [one] => Some(format!("{TABLES}{one}")),
        several => Some(format!("{TABLES}{{{}}}", several.join(", "))),
    };
    paths.extend(tables.as_deref());
    paths.sort_unstable();
    match paths.as_slice() {
        [one] => format!("use crate::{one};"),
        several => format!("use crate::{{{}}};", several.join(", ")),
    }
}

/// A group of the API: its modules, its types, and its operations where it has some.
fn folder_file(api: &Api, folder: &str, modules: &[(&str, &Module)]) -> String {
    let mut out = header(&format!("{folder}/"));
    out.push('\n');
    for (name, _) in modules {
        let _ = writeln!(out, "pub(crate) mod {name};");
    }
    out.push_str("\npub(crate) mod types {\n");
    for (name, module) in modules.iter().filter(|(_, module)| !module.types.is_empty()) {
        // Beside the types of its parameters it has what is nobody else's business.
        let names = if *name == OPERATIONS { format!("{{{}}}", module.types.join(", ")) } else { "*".to_owned() };
        let _ = writeln!(out, "    pub use super::{name}::{names};");
    }
    out.push_str("}\n");
    let operations: Vec<_> = api.operations.iter().filter(|operation| operation.tag == folder).collect();
    if !operations.is_empty() {
        out.push_str("\npub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[\n");
        for operation in &operations {
            let _ = writeln!(out, "    &{OPERATIONS}::{},", constant(operation));
        }
        out.push_str("];\n\n#[cfg(feature = \"server\")]\n");
        out.push_str("pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {\n");
        out.push_str("    use crate::{exchange::Exchange, types::*};\n    &[\n");
        for operation in operations {
            let _ = write!(out, "        Exchange::new(&{OPERATIONS}::{})", constant(operation));
            if let Some(body) = &operation.request {
                let _ = write!(out, ".takes::<{}>()", type_text(&body.ty));
            }
            if let Some(ty) = &operation.success.ty {
                let _ = write!(out, ".answers::<{}>()", type_text(ty));
            }
            out.push_str(",\n");
        }
        out.push_str("    ]\n};\n");
    }
    let objects = objects_in(api, folder);
    if !objects.is_empty() {
        out.push_str("\n#[cfg(feature = \"server\")]\n");
        out.push_str(
            "pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {\n",
        );
        pack(&mut out, "   ", objects.into_iter());
        out.push_str("};\n");
    }
    out
}

/// Names with commas, as many on a line as fit.
fn pack<'a>(out: &mut String, indent: &str, names: impl Iterator<Item = &'a str>) {
    let mut line = String::new();
    for name in names {
        if !line.is_empty() && line.len() + name.len() + 10 > WIDTH {
            let _ = writeln!(out, "{indent}{line}");
            line.clear();
        }
        let _ = write!(line, " {name},");
    }
    let _ = writeln!(out, "{indent}{line}");
}

/// The groups, each behind the feature of its name, and the lists over all of them.
fn root(api: &Api, folders: &BTreeMap<&str, Vec<(&str, &Module)>>) -> String {
    let tags = || api.tags.iter().map(|tag| tag.name.as_str()).filter(|tag| folders.contains_key(tag));
    let feature = |folder: &str| match tags().any(|tag| tag == folder) {
        true => format!("#[cfg(feature = \"{folder}\")] "),
        false => String::new(),
    };
    let folders = || folders.keys().copied();

    let mut out = header("");
    out.push_str("\n// The lists and tables name what is deprecated, too: only who calls it is to be warned. And a call has as many\n");
    out.push_str("// arguments as the API asks for.\n");
    out.push_str("#![allow(clippy::too_many_arguments, deprecated)]\n\n");
    for name in folders() {
        let _ = writeln!(out, "{}pub(crate) mod {name};", feature(name));
    }
    out.push_str("\n/// Every generated type.\npub(crate) mod types {\n");
    for folder in folders() {
        let _ = writeln!(out, "    {}pub use super::{folder}::types::*;", feature(folder));
    }
    out.push_str("}\n\n/// The handle of every resource.\npub(crate) mod resources {\n");
    for tag in tags() {
        let _ = writeln!(out, "    {}pub use super::{tag}::{OPERATIONS}::{};", feature(tag), handle(tag));
    }
    out.push_str("}\n\n/// The operations of every group, in the order of the tags.\n");
    out.push_str("pub(crate) const OPERATIONS: &[&[&crate::operation::Operation]] = &[\n");
    for tag in tags() {
        let _ = writeln!(out, "    {}{tag}::OPERATIONS,", feature(tag));
    }
    out.push_str("];\n\n/// The same with the types of their bodies.\n#[cfg(feature = \"server\")]\n");
    out.push_str("pub(crate) const EXCHANGES: &[&[crate::exchange::Exchange]] = &[\n");
    for tag in tags() {
        let _ = writeln!(out, "    {}{tag}::EXCHANGES,", feature(tag));
    }
    out.push_str("];\n\n/// Every object by name.\n#[cfg(feature = \"server\")]\n");
    out.push_str("pub(crate) const OBJECTS: &[&[(&str, crate::exchange::Inspect)]] = &[\n");
    for folder in folders().filter(|folder| !objects_in(api, folder).is_empty()) {
        let _ = writeln!(out, "    {}{folder}::OBJECTS,", feature(folder));
    }
    out.push_str("];\n");
    out
}

/// The names of the objects of a group, in the order of its files.
fn objects_in<'a>(api: &'a Api, folder: &str) -> Vec<&'a str> {
    let group = |module: &'a str| module.split_once('/').map_or("", |(folder, _)| folder);
    let objects = api.components.iter().filter(|component| matches!(component.kind, Kind::Object { .. }));
    objects.filter(|component| group(&component.module) == folder).map(|component| component.name.as_str()).collect()
}

/// The type of a body. Only components, lists of them and free-form values stand there; lint sees to it.
fn type_text(ty: &Type) -> String {
    match ty {
        Type::Ref(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", type_text(item)),
        _ => "Json".to_owned(),
    }
}
