//! `cargo xtask bundle`: writes the spec as one self-contained document.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use yuno_codegen::bundle;

use crate::repository;

/// Write the spec as one self-contained `OpenAPI` document, for tools that take no folder.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where to write it; standard output if not given.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// In which form; by default that of the file's extension, else JSON.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Json,
    Yaml,
}

impl Arguments {
    fn format(&self) -> Format {
        let extension = self.out.as_deref().and_then(|path| path.extension()).and_then(|extension| extension.to_str());
        match (self.format, extension) {
            (Some(format), _) => format,
            (None, Some("yaml" | "yml")) => Format::Yaml,
            (None, _) => Format::Json,
        }
    }
}

/// Runs the task. Lint is not asked: a draft can be bundled too.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let document = match repository::document()? {
        Ok(document) => document,
        Err(report) => {
            repository::show(&report)?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let bundle = bundle::bundle(&document);
    let text = match arguments.format() {
        Format::Json => bundle.to_json(),
        Format::Yaml => bundle.to_yaml(),
    };
    match &arguments.out {
        None => repository::print(&text)?,
        Some(path) => std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Format};

    #[test]
    fn the_form_follows_the_option_then_the_file() {
        let format = |out: Option<&str>, format| Arguments { out: out.map(Into::into), format }.format();
        assert_eq!(format(None, None), Format::Json);
        assert_eq!(format(Some("spec.yml"), None), Format::Yaml);
        assert_eq!(format(Some("spec.yaml"), Some(Format::Json)), Format::Json);
        assert_eq!(format(Some("spec"), Some(Format::Yaml)), Format::Yaml);
    }
}
