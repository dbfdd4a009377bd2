//! Reads the schemas of a document, each once, however often it is referred to.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use super::parts::{AllOf, AnyOf, Parts};
use super::{ANYTHING, Core, Discriminator, Extra, Field, Schema, SchemaId, Surface, Unions};
use super::{canonical, merge, operations, parts, servers, shapes};
use crate::diff::Document;
use crate::report::{Finding, Report};
use crate::tree::Node;

/// Schemas of a document, at most. The largest that are published have some ten thousand.
const MAX: usize = 200_000;

/// What a schema is made of, by the addresses of its nodes.
type Key = Vec<Vec<usize>>;

/// Reads schemas on demand.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) findings: Vec<Finding>,
    unions: Unions,
    ids: HashMap<Key, SchemaId>,
    waiting: VecDeque<AnyOf<'a>>,
    schemas: Vec<Schema>,
}

/// Reads a document.
pub(super) fn read(document: &Document, unions: Unions) -> Result<Surface, Report> {
    let mut reader = Reader {
        document,
        findings: Vec::new(),
        unions,
        ids: HashMap::new(),
        waiting: VecDeque::new(),
        schemas: vec![anything()],
    };
    let Some(root) = document.root() else { return Err(document.report(Vec::new())) };
    let operations = operations::read(&mut reader, root);
    reader.read_all();
    let Reader { mut schemas, findings, .. } = reader;
    if !findings.is_empty() {
        return Err(document.report(findings));
    }
    shapes::compute(&mut schemas);
    Ok(Surface {
        files: document.files(),
        servers: servers::origins(root),
        operations,
        schemas,
        prose: document_prose(document, root),
    })
}

fn document_prose(document: &Document, root: &Node) -> u64 {
    let of = |key: &str| root.get(key).map(canonical::value);
    let servers: Vec<_> = root.get("servers").map_or(&[][..], Node::items).iter().collect();
    let servers: Vec<_> = servers.iter().map(|server| canonical::prose(document, server)).collect();
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes"));
    let schemes = schemes.map_or(&[][..], Node::entries).iter();
    // Sorted: what they are called is not for readers.
    let schemes: BTreeSet<_> = schemes.map(|scheme| canonical::prose(document, &scheme.node)).collect();
    canonical::hash(&(of("info"), of("tags"), of("externalDocs"), servers, schemes))
}

fn anything() -> Schema {
    Schema {
        core: Core::new(merge::NOWHERE),
        fields: BTreeMap::new(),
        extra: Extra::Any,
        items: None,
        tuple: Vec::new(),
        alternatives: Vec::new(),
        discriminator: None,
        shape: 0,
    }
}

impl<'a> Reader<'a> {
    /// What a node refers to, or the node itself; a reference that leads nowhere is a finding.
    pub(super) fn follow(&mut self, node: &'a Node) -> &'a Node {
        self.document.follow(node).unwrap_or_else(|finding| {
            self.findings.push(*finding);
            node
        })
    }

    /// The schema that stands here.
    pub(super) fn schema(&mut self, node: Option<&'a Node>) -> SchemaId {
        node.map_or(ANYTHING, |node| self.any_of(vec![vec![node]]))
    }

    fn any_of(&mut self, any: AnyOf<'a>) -> SchemaId {
        let mut kept: AnyOf<'a> = Vec::new();
        let mut key: Key = Vec::new();
        for all in any {
            let all: AllOf<'a> = all.into_iter().map(|node| self.target(node)).collect();
            let addresses = all.iter().map(|node| std::ptr::from_ref(*node).addr()).collect();
            if !all.is_empty() && !key.contains(&addresses) {
                key.push(addresses);
                kept.push(all);
            }
        }
        if kept.is_empty() {
            return ANYTHING;
        }
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        if self.schemas.len() >= MAX {
            if self.schemas.len() == MAX {
                let message = format!("The document has more than {MAX} schemas.");
                let place = kept.first().and_then(|all| all.first()).map_or(merge::NOWHERE, |node| node.place);
                self.findings.push(Finding::new("too-large", place, message, "Compare its parts one by one."));
            }
            return ANYTHING;
        }
        let id = SchemaId(self.schemas.len());
        self.ids.insert(key, id);
        self.schemas.push(anything());
        self.waiting.push_back(kept);
        id
    }

    /// What a bare reference leads to, so that all references to a schema are one. Anything else is left as it is.
    fn target(&self, node: &'a Node) -> &'a Node {
        let is_bare = !self.document.is_3_1() || node.entries().len() == 1;
        if is_bare { self.document.follow(node).unwrap_or(node) } else { node }
    }

    fn read_all(&mut self) {
        // Schemas are read in the order of their ids; the first is there already.
        let mut next = 1;
        while let Some(any) = self.waiting.pop_front() {
            let parts = match (self.unions, any.as_slice()) {
                (Unions::Kept, [all]) => parts::read(self.document, all, &[], &mut self.findings),
                _ => merge::read(self.document, &any, &mut self.findings),
            };
            let schema = self.build(parts);
            if let Some(slot) = self.schemas.get_mut(next) {
                *slot = schema;
            }
            next += 1;
        }
    }

    fn build(&mut self, parts: Parts<'a>) -> Schema {
        let required = parts.required;
        let mut fields = BTreeMap::new();
        for (name, field) in parts.fields {
            let schema = self.any_of(field.schemas);
            let required = required.contains_key(&name);
            fields.insert(name, Field { schema, required, place: field.place });
        }
        let extra = if parts.refuses_extra {
            Extra::Refused
        } else if parts.extra.is_empty() {
            Extra::Any
        } else {
            Extra::Like(self.any_of(parts.extra))
        };
        let discriminator = parts.discriminator.map(|node| self.discriminator(node, &parts.unions));
        let mut alternatives = Vec::new();
        for alternative in parts.unions.iter().flat_map(|union| &union.alternatives) {
            alternatives.push(self.schema(Some(alternative)));
        }
        Schema {
            core: parts.core,
            fields,
            extra,
            items: if parts.items.is_empty() { None } else { Some(self.any_of(parts.items)) },
            tuple: parts.tuple.into_iter().map(|node| self.schema(Some(node))).collect(),
            alternatives,
            discriminator: discriminator.flatten(),
            shape: 0,
        }
    }

    /// The values that tell alternatives apart. Where none is given for one, it is the name of its schema.
    fn discriminator(&mut self, node: &'a Node, unions: &[parts::Union<'a>]) -> Option<Discriminator> {
        let property = node.text_at("propertyName")?.to_owned();
        let mut mapping = BTreeMap::new();
        let alternatives: Vec<_> = unions.iter().flat_map(|union| &union.alternatives).copied().collect();
        let name = |reference: &str| reference.rsplit(['/', '#']).next().unwrap_or_default().to_owned();
        for entry in node.get("mapping").map_or(&[][..], Node::entries) {
            let Some(wanted) = entry.node.text() else { continue };
            // A value is mapped to a reference, or to the bare name of a schema.
            let found = alternatives
                .iter()
                .find(|one| one.text_at("$ref").is_some_and(|it| it == wanted || name(it) == wanted));
            if let Some(alternative) = found {
                mapping.insert(entry.key.clone(), self.schema(Some(alternative)));
            }
        }
        for alternative in alternatives {
            let Some(reference) = alternative.text_at("$ref") else { continue };
            let schema = self.schema(Some(alternative));
            if !mapping.values().any(|known| *known == schema) {
                mapping.insert(name(reference), schema);
            }
        }
        Some(Discriminator { property, place: node.place, mapping })
    }
}
