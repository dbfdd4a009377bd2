//! What the tests of the rules share: a small document without findings, to be spoiled in one place.

#![allow(clippy::panic)]

use super::lint;
use crate::load;
use crate::report::Report;
use crate::tree::Sources;

/// The files of a document that has no findings.
pub(crate) const GOOD: [(&str, &str); 4] = [
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
pub(crate) fn spoiled(replacements: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let mut files: Vec<_> = GOOD.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    for (from, to) in replacements {
        let hit = files.iter_mut().find(|(_, text)| text.contains(from));
        let (_, text) = hit.unwrap_or_else(|| panic!("nothing to replace: {from}"));
        *text = text.replacen(from, to, 1);
    }
    files
}

/// What is found after the replacements: for each finding its rule and the text that it points at.
pub(crate) fn found(replacements: &[(&str, &str)]) -> Vec<String> {
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
pub(crate) fn leads_to(from: &str, to: &str, expected: &[&str]) {
    assert_eq!(found(&[(from, to)]), expected, "after `{from}` -> `{to}`");
}

#[test]
fn the_good_document_is_good() {
    let report = report(&spoiled(&[]));
    assert!(report.is_empty(), "{}", report.render(false));
}

/// A source of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides.max(1)
    }
}

/// One of the lines is lost, doubled, indented or given another value.
fn spoil(text: &str, dice: &mut Dice) -> String {
    const VALUES: [&str; 16] = [
        "null",
        "[]",
        "{}",
        "7",
        "-1",
        "''",
        "true",
        "[null]",
        "{ $ref: '#/Order' }",
        "{ $ref: '#/order' }",
        "{ $ref: 7 }",
        "object",
        "array",
        "{ type: array, items: {} }",
        "[{ allOf: [] }]",
        "'\u{1F600}'",
    ];
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = dice.roll(lines.len());
    let line = lines[at].clone();
    match dice.roll(5) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, line),
        2 => lines[at] = format!("  {line}"),
        _ => {
            let key = line.split_once(':').map_or(line.as_str(), |(key, _)| key);
            lines[at] = format!("{key}: {}", VALUES[dice.roll(VALUES.len())]);
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn no_document_makes_it_panic() {
    let mut dice = Dice(7);
    let mut read = 0;
    for _ in 0..400 {
        let mut files = spoiled(&[]);
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(files.len());
            files[at].1 = spoil(&files[at].1, &mut dice);
        }
        let mut sources = Sources::default();
        for (path, text) in &files {
            sources.add(*path, text.clone());
        }
        match load::parse(sources) {
            Ok(document) => {
                read += 1;
                assert!(!lint(&document).render(true).is_empty());
                let bundle = crate::bundle::bundle(&document);
                assert!(!bundle.to_json().is_empty() && !bundle.to_yaml().is_empty());
            }
            Err(report) => assert!(!report.is_empty() && !report.render(false).is_empty()),
        }
    }
    assert!(read > 100, "only {read} documents could be read at all");
}
