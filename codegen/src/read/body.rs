//! Request bodies, answers and their examples.

use super::{Reader, text};
use crate::model::{Answer, Body, Example, Type};
use crate::tree::{Entry, Node, Place};

impl Reader<'_> {
    pub(super) fn request(&mut self, entry: &Entry) -> Option<Body> {
        let node = self.document.follow(&entry.node).ok()?;
        let (ty, examples) = self.content(node);
        ty.map(|ty| Body { ty, examples, place: entry.key_place })
    }

    /// The 2xx answer and the others. Where there is no 2xx, an empty 200 stands in for it: lint reports that.
    pub(super) fn answers(&mut self, operation: &Node, place: Place) -> (Answer, Vec<Answer>) {
        let responses = operation.get("responses").map_or(&[][..], Node::entries);
        let mut success = None;
        let mut errors = Vec::new();
        for entry in responses {
            let Ok(node) = self.document.follow(&entry.node) else { continue };
            let Ok(status) = entry.key.parse::<u16>() else { continue };
            let (ty, examples) = self.content(node);
            let description = text(Some(node), "description");
            let answer = Answer { status, description, ty, examples, place: entry.key_place };
            if !(200..300).contains(&status) {
                errors.push(answer);
            } else if success.is_none() {
                success = Some(answer);
            }
        }
        let none = Answer { status: 200, description: String::new(), ty: None, examples: Vec::new(), place };
        (success.unwrap_or(none), errors)
    }

    /// The type and the examples of the one content type.
    fn content(&mut self, node: &Node) -> (Option<Type>, Vec<Example>) {
        let Some(media) = node.get("content").and_then(|content| content.entries().first()) else {
            return (None, Vec::new());
        };
        let ty = media.node.entry("schema").map(|schema| self.shape(&schema.node, schema.key_place).ty);
        let examples = media.node.get("examples").map_or(&[][..], Node::entries);
        (ty, examples.iter().filter_map(|entry| self.example(entry)).collect())
    }

    fn example(&self, entry: &Entry) -> Option<Example> {
        let node = self.document.follow(&entry.node).ok()?;
        let value = node.get("value")?;
        Some(Example {
            name: entry.key.clone(),
            summary: text(Some(node), "summary"),
            value: value.to_json(),
            node: value.clone(),
            place: value.place,
        })
    }
}
