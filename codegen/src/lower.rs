//! From our model to the narrower document that progenitor takes.
//!
//! What progenitor would get wrong is taken out here and put back when refining, from the model: limits (they would
//! refuse answers), defaults (they would be sent), header parameters (the runtime sets them), error answers (the
//! runtime reads them), the values of enums (odd ones would collide).

use serde_json::{Value, json};

use crate::{
    model::{Answer, Api, Component, EnumValue, Kind, Location, Operation, Parameter, Type},
    names,
};

/// The `format` that stands for an exact decimal in the lowered document.
pub(crate) const DECIMAL: &str = "decimal";

/// The name of an operation as progenitor sees it: `payments.create` is `payments_create`.
pub(crate) fn operation_name(operation: &Operation) -> String {
    format!("{}_{}", operation.tag, operation.verb)
}

/// The Rust name of an enum's value.
pub(crate) fn variant(value: &EnumValue) -> String {
    value.rust_name.clone().unwrap_or_else(|| names::camel(&value.value))
}

/// The lowered document.
pub(crate) fn lower(api: &Api) -> Value {
    let mut paths = serde_json::Map::new();
    for operation in &api.operations {
        let item = paths.entry(lower_path(operation)).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            item.insert(operation.method.to_lowercase(), lower_operation(operation));
        }
    }
    let schemas: serde_json::Map<_, _> =
        api.components.iter().map(|component| (component.name.clone(), lower_component(component))).collect();
    json!({
        "openapi": "3.0.3",
        "info": { "title": api.title, "version": api.version },
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn lower_operation(operation: &Operation) -> Value {
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.location != Location::Header)
        .map(lower_parameter)
        .collect();
    let mut lowered = json!({
        "operationId": operation_name(operation),
        "parameters": parameters,
        "responses": lower_answer(&operation.success),
    });
    if let Some(body) = &operation.request {
        lowered["requestBody"] = json!({
            "required": true,
            "content": { "application/json": { "schema": lower_type(&body.ty) } },
        });
    }
    lowered
}

/// The name of a parameter as progenitor sees it. That on the wire may stand in the path and in the query, too.
pub(crate) fn parameter_name(parameter: &Parameter) -> String {
    names::snake(&parameter.rust_name)
}

fn lower_path(operation: &Operation) -> String {
    let segment = |segment: &str| {
        let name = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let is_path = |it: &&Parameter| it.location == Location::Path && name == Some(it.name.as_str());
        let parameter = operation.parameters.iter().find(is_path);
        parameter.map_or_else(|| segment.to_owned(), |it| format!("{{{}}}", parameter_name(it)))
    };
    operation.path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn lower_parameter(parameter: &Parameter) -> Value {
    let place = if parameter.location == Location::Path { "path" } else { "query" };
    json!({
        "name": parameter_name(parameter),
        "in": place,
        "required": parameter.required,
        "schema": lower_type(&parameter.ty),
    })
}

fn lower_answer(answer: &Answer) -> Value {
    let mut lowered = json!({ "description": "" });
    if let Some(ty) = &answer.ty {
        lowered["content"] = json!({ "application/json": { "schema": lower_type(ty) } });
    }
    json!({ answer.status.to_string(): lowered })
}

fn lower_component(component: &Component) -> Value {
    match &component.kind {
        Kind::Object { properties, .. } => {
            let required: Vec<_> =
                properties.iter().filter(|property| property.required).map(|property| &property.name).collect();
            let members: serde_json::Map<_, _> =
                properties.iter().map(|property| (property.name.clone(), lower_type(&property.ty))).collect();
            json!({ "type": "object", "properties": members, "required": required })
        }
        Kind::Enum { values, .. } => {
            json!({ "type": "string", "enum": values.iter().map(variant).collect::<Vec<_>>() })
        }
        Kind::Text { .. } => json!({ "type": "string" }),
    }
}

fn lower_type(ty: &Type) -> Value {
    match ty {
        Type::Text => json!({ "type": "string" }),
        Type::Time => json!({ "type": "string", "format": "date-time" }),
        Type::Integer => json!({ "type": "integer", "format": "int64" }),
        Type::Number => json!({ "type": "string", "format": DECIMAL }),
        Type::Flag => json!({ "type": "boolean" }),
        Type::Any => json!({}),
        Type::Ref(name) => json!({ "$ref": format!("#/components/schemas/{name}") }),
        Type::List(item) => json!({ "type": "array", "items": lower_type(item) }),
    }
}
