//! Following a path of the facts through the components of the spec.

use yuno_codegen::model::{Api, EnumValue, Kind, Limits, Operation, Property, Type};

use super::Side;

/// A path with every parameter as `{}`: sources call them differently.
#[must_use]
pub fn normal_path(path: &str) -> String {
    let segment = |segment: &str| if segment.starts_with('{') { "{}".to_owned() } else { segment.to_owned() };
    path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

/// What stands at the end of a path.
pub(super) enum Found<'a> {
    /// A member.
    Held {
        /// Its values, where they are listed.
        values: Option<&'a [EnumValue]>,
        /// Its limits: its own, and those of its component.
        limits: Vec<&'a Limits>,
    },
    /// Something below a member that may be any JSON value.
    Below(String),
    /// Nothing.
    Missing,
}

/// The type of the body that goes this way.
pub(super) fn body(operation: &Operation, side: Side) -> Option<&Type> {
    match side {
        Side::Request => operation.request.as_ref().map(|body| &body.ty),
        Side::Response(status) => {
            let mut answers = std::iter::once(&operation.success).chain(&operation.errors);
            answers.find(|answer| answer.status == status).and_then(|answer| answer.ty.as_ref())
        }
    }
}

/// Follows a dotted path from a body. What only answers have is not there in a request.
pub(super) fn walk<'a>(api: &'a Api, root: &'a Type, path: &str, side: Side) -> Found<'a> {
    let mut ty = root;
    let mut own: Option<&Limits> = None;
    let mut walked: Vec<&str> = Vec::new();
    for name in path.split('.') {
        let properties = match resolve(api, ty) {
            End::Object(properties) => properties,
            End::Any => return Found::Below(walked.join(".")),
            End::Enum(_) | End::Text(_) | End::Other => return Found::Missing,
        };
        let found = properties.iter().find(|property| property.name == name);
        let Some(property) = found.filter(|property| side != Side::Request || !property.read_only) else {
            return Found::Missing;
        };
        (ty, own) = (&property.ty, Some(&property.limits));
        walked.push(name);
    }
    let end = resolve(api, ty);
    let values = if let End::Enum(values) = end { Some(values) } else { None };
    let component = if let End::Text(limits) = end { Some(limits) } else { None };
    Found::Held { values, limits: own.into_iter().chain(component).collect() }
}

enum End<'a> {
    Object(&'a [Property]),
    Enum(&'a [EnumValue]),
    Text(&'a Limits),
    Any,
    Other,
}

/// What a type comes down to, lists and references aside.
fn resolve<'a>(api: &'a Api, ty: &'a Type) -> End<'a> {
    match ty {
        Type::List(item) => resolve(api, item),
        Type::Any => End::Any,
        Type::Ref(name) => match api.component(name).map(|component| &component.kind) {
            Some(Kind::Object { properties, .. }) => End::Object(properties),
            Some(Kind::Enum { values, .. }) => End::Enum(values),
            Some(Kind::Text { limits, .. }) => End::Text(limits),
            None => End::Other,
        },
        Type::Text | Type::Time | Type::Integer | Type::Number | Type::Flag => End::Other,
    }
}
