//! Keys that a published document lists among the parameters, where ours has them as security.

use std::collections::BTreeSet;

use crate::diff::surface::{Location, Requirement, Surface};

/// Makes of each header parameter that is a key in our document a key in the published one.
pub(super) fn fold(published: &mut Surface, ours: &Surface) {
    let schemes: BTreeSet<String> = ours
        .operations
        .values()
        .flat_map(|operation| operation.security.keys().flat_map(Requirement::keys))
        .cloned()
        .collect();
    for operation in published.operations.values_mut() {
        let headers: Vec<_> =
            operation.parameters.keys().filter(|(location, _)| *location == Location::Header).cloned().collect();
        for key in headers {
            let scheme = schemes.iter().find(|scheme| scheme.to_lowercase() == format!("header `{}`", key.1));
            let Some(scheme) = scheme else { continue };
            let Some(parameter) = operation.parameters.remove(&key) else { continue };
            let known = std::mem::take(&mut operation.security);
            operation.security = known
                .into_iter()
                .map(|(mut requirement, place)| {
                    requirement.insert(scheme.clone(), BTreeSet::new());
                    (requirement, place)
                })
                .collect();
            if operation.security.is_empty() {
                let alone = Requirement::from([(scheme.clone(), BTreeSet::new())]);
                operation.security.insert(alone, parameter.place);
            }
        }
    }
}
