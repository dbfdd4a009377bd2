//! What the tests of the rules share: a small document without findings, to be spoiled in one place.

#![allow(clippy::panic)]

use super::lint;
use crate::load;
use crate::report::Report;
use crate::tree::Sources;

/// The files of a document that has no findings.
pub(super) const GOOD: [(&str, &str); 4] = [
    (
        "openapi.yaml",
        "\
# The root.
openapi: 3.0.3
info: { title: Shop, version: '1', description: A shop. }
servers:
  - { url: 'https://shop.example', description: The shop. }
security:
  - key: []
tags:
  - { name: orders, description: Orders. }
paths:
  /v1/orders: { $ref: 'orders/operations.yaml#/orders' }
  /v1/orders/{order_id}: { $ref: 'orders/operations.yaml#/order' }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: key, description: The key. }
",
    ),
    (
        "orders/examples.yaml",
        "\
# Example bodies.
create:
  summary: A small order
  value:
    number: A-1
    lines:
      - { text: Tea, price: 3.5 }
order:
  summary: An order
  value:
    id: '00000001'
    number: A-1
    state: OPEN
    lines:
      - { text: Tea, price: 3.50, count: 2 }
",
    ),
    (
        "orders/operations.yaml",
        "\
# Operations on orders.
orders:
  post:
    operationId: orders.create
    tags: [orders]
    summary: Create an order
    description: Creates an order.
    x-yuno-source: reference
    x-yuno-idempotency: key
    requestBody:
      required: true
      content:
        application/json:
          schema: { $ref: 'order.yaml#/CreateOrder' }
          examples:
            create: { $ref: 'examples.yaml#/create' }
    responses:
      '201':
        description: The order.
        content:
          application/json:
            schema: { $ref: 'order.yaml#/Order' }
            examples:
              order: { $ref: 'examples.yaml#/order' }
order:
  parameters:
    - name: order_id
      in: path
      required: true
      description: The order.
      schema: { $ref: 'order.yaml#/OrderId' }
  get:
    operationId: orders.retrieve
    tags: [orders]
    summary: Retrieve an order
    description: Answers an order.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    parameters:
      - name: full
        in: query
        description: Whether to answer everything.
        schema: { type: boolean }
    responses:
      '200':
        description: The order.
        content:
          application/json:
            schema: { $ref: 'order.yaml#/Order' }
            examples:
              order: { $ref: 'examples.yaml#/order' }
",
    ),
    (
        "orders/order.yaml",
        "\
# Orders.
CreateOrder:
  type: object
  description: An order to be made.
  required: [number]
  properties:
    number:
      type: string
      minLength: 3
      description: Your number.
    lines:
      type: array
      description: What is ordered.
      items: { $ref: '#/Line' }
Order:
  type: object
  description: An order.
  properties:
    id: { $ref: '#/OrderId' }
    number:
      type: string
      description: Your number.
    state: { $ref: '#/State' }
    lines:
      type: array
      description: What is ordered.
      items: { $ref: '#/Line' }
Line:
  type: object
  description: A line of an order.
  required: [text]
  properties:
    text:
      type: string
      description: What it is.
    price:
      type: number
      description: What it costs.
    count:
      type: integer
      readOnly: true
      description: How many.
State:
  type: string
  description: How far an order is.
  enum: [OPEN, PAID]
OrderId:
  type: string
  minLength: 1
  description: An order's id.
",
    ),
];

/// The findings about these files.
pub(super) fn report(files: &[(&str, String)]) -> Report {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(*path, text.clone());
    }
    match load::parse(sources) {
        Ok(document) => lint(&document),
        Err(report) => report,
    }
}

/// The good files with replacements, each of which has to hit.
pub(super) fn spoiled(replacements: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let mut files: Vec<_> = GOOD.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    for (from, to) in replacements {
        let hit = files.iter_mut().find(|(_, text)| text.contains(from));
        let (_, text) = hit.unwrap_or_else(|| panic!("nothing to replace: {from}"));
        *text = text.replacen(from, to, 1);
    }
    files
}

/// What is found after the replacements: for each finding its rule and the text that it points at.
pub(super) fn found(replacements: &[(&str, &str)]) -> Vec<String> {
    rules(&report(&spoiled(replacements)))
}

/// For each finding its rule and the text that it points at.
pub(super) fn rules(report: &Report) -> Vec<String> {
    let text = |place: crate::tree::Place| report.sources.get(place.file)?.text.get(place.start..place.end);
    let line = |finding: &crate::report::Finding| {
        format!("{} `{}`", finding.rule, finding.place.and_then(text).unwrap_or_default())
    };
    report.findings.iter().map(line).collect()
}

/// Says that one replacement leads to these findings, and to no others.
#[track_caller]
pub(super) fn leads_to(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(found(&[(from, to)]), expected, "after `{from}` -> `{to}`");
}

#[test]
fn the_good_document_is_good() {
    let report = report(&spoiled(&[]));
    assert!(report.is_empty(), "{}", report.render(false));
}
