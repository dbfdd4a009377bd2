//! Which way each component travels, and which are the bodies of a PATCH.

use std::collections::HashMap;

use crate::model::{Component, Direction, Kind, Operation, Property, Type};

/// Marks every component with the directions in which a way leads to it.
pub(super) fn mark(components: &mut [Component], operations: &[Operation]) {
    let positions: HashMap<String, usize> =
        components.iter().enumerate().map(|(position, component)| (component.name.clone(), position)).collect();
    let mut queue = Vec::new();
    for operation in operations {
        let sent = operation.request.iter().map(|body| &body.ty);
        let sent = sent.chain(operation.parameters.iter().map(|parameter| &parameter.ty));
        queue.extend(sent.filter_map(component_of).map(|name| (name.to_owned(), Way::Request)));
        let received = std::iter::once(&operation.success).chain(&operation.errors);
        let received = received.filter_map(|answer| answer.ty.as_ref());
        queue.extend(received.filter_map(component_of).map(|name| (name.to_owned(), Way::Response)));
        if operation.method == "PATCH" {
            let body = operation.request.as_ref().and_then(|body| component_of(&body.ty));
            let body = body.and_then(|name| positions.get(name)).and_then(|position| components.get_mut(*position));
            if let Some(component) = body {
                component.patch = true;
            }
        }
    }
    while let Some((name, way)) = queue.pop() {
        let component = positions.get(&name).and_then(|position| components.get_mut(*position));
        let Some(component) = component else { continue };
        if !way.enter(&mut component.direction) {
            continue;
        }
        if let Kind::Object { properties, .. } = &component.kind {
            let travelling = properties.iter().filter(|property| way.carries(property));
            queue.extend(travelling.filter_map(|property| component_of(&property.ty)).map(|to| (to.to_owned(), way)));
        }
    }
}

#[derive(Clone, Copy)]
enum Way {
    Request,
    Response,
}

impl Way {
    /// Marks the direction. Says whether it is new.
    fn enter(self, direction: &mut Direction) -> bool {
        let flag = match self {
            Self::Request => &mut direction.request,
            Self::Response => &mut direction.response,
        };
        !std::mem::replace(flag, true)
    }

    /// What only answers have is not part of a request.
    fn carries(self, property: &Property) -> bool {
        match self {
            Self::Request => !property.read_only,
            Self::Response => true,
        }
    }
}

/// The component that a type leads to.
fn component_of(ty: &Type) -> Option<&str> {
    match ty {
        Type::Ref(name) => Some(name),
        Type::List(item) => component_of(item),
        Type::Text | Type::Time | Type::Integer | Type::Number | Type::Flag | Type::Any => None,
    }
}
