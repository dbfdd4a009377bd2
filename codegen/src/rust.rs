//! The one place that knows progenitor: from the lowered document to Rust items.

use std::panic::{AssertUnwindSafe, catch_unwind};

use progenitor::{GenerationSettings, Generator, InterfaceStyle, TagStyle, TypeImpl};
use serde_json::{Value, json};

use crate::lower::DECIMAL;

/// progenitor's two ways to write a call.
pub(crate) const POSITIONAL: InterfaceStyle = InterfaceStyle::Positional;
pub(crate) const BUILDER: InterfaceStyle = InterfaceStyle::Builder;

/// What progenitor could not do.
#[derive(Debug)]
pub(crate) struct Refused {
    /// Its own words, or those of its panic.
    pub message: String,
}

/// Runs progenitor on a lowered document.
///
/// progenitor panics on some documents. Lint finds those that we know; a panic that is left becomes an error here.
pub(crate) fn generate(document: &Value) -> Result<syn::File, Refused> {
    run(document, &settings())
}

/// What progenitor gives where nobody works on it: the measure for what we make of it.
pub(crate) fn plain(document: &Value, interface: InterfaceStyle) -> Result<String, Refused> {
    let mut settings = GenerationSettings::new();
    settings.with_interface(interface).with_tag(TagStyle::Merged);
    run(document, &settings).map(|file| prettyplease::unparse(&file))
}

fn run(document: &Value, settings: &GenerationSettings) -> Result<syn::File, Refused> {
    let refused = |message: String| Refused { message };
    let document: openapiv3::OpenAPI =
        serde_json::from_value(document.clone()).map_err(|error| refused(error.to_string()))?;
    // The default hook would print the panic and a backtrace note in the middle of our report.
    let outcome = quietly(|| {
        catch_unwind(AssertUnwindSafe(|| {
            let tokens = Generator::new(settings).generate_tokens(&document).map_err(|error| error.to_string())?;
            syn::parse2(tokens).map_err(|error| format!("the generated code is not Rust: {error}"))
        }))
    });
    match outcome {
        Ok(result) => result.map_err(refused),
        Err(panic) => {
            let message = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                .unwrap_or_else(|| "it did not say why".to_owned());
            Err(refused(message))
        }
    }
}

fn settings() -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    let none = || std::iter::empty::<TypeImpl>();
    settings
        .with_interface(POSITIONAL)
        .with_tag(TagStyle::Merged)
        .with_map_type("::std::collections::BTreeMap")
        .with_conversion(format("date-time"), "Timestamp", none())
        .with_conversion(format(DECIMAL), "Decimal", none());
    settings
}

fn format(format: &str) -> schemars::schema::SchemaObject {
    schemars::schema::SchemaObject {
        instance_type: Some(schemars::schema::InstanceType::String.into()),
        format: Some(format.to_owned()),
        ..Default::default()
    }
}

/// Runs something without the panic hook, which is put back afterwards.
fn quietly<T>(run: impl FnOnce() -> T) -> T {
    static HOOK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _guard = HOOK.lock();
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = run();
    std::panic::set_hook(hook);
    result
}

/// The operation at which progenitor gives up: each is tried alone.
pub(crate) fn culprit(document: &Value) -> Option<String> {
    let paths = document.get("paths")?.as_object()?;
    for (path, item) in paths {
        for (method, operation) in item.as_object()? {
            let mut alone = document.clone();
            alone["paths"] = json!({ path: { method: operation } });
            if generate(&alone).is_err() {
                return operation.get("operationId").and_then(Value::as_str).map(str::to_owned);
            }
        }
    }
    None
}
