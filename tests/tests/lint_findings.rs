//! What lint says about each thing that the generator cannot take, as a terminal shows it.
//!
//! All findings of a document come in one run, so each document has everything that belongs together.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;

use syn::visit::{self, Visit};
use yuno_tests::{document::Document, repository};

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident $text:literal)*) => {
        $($(#[$doc])*
        #[test]
        fn $name() {
            let mut settings = insta::Settings::clone_current();
            settings.set_omit_expression(true);
            let name = stringify!($name);
            let text = $text.replace("DEEP", &("[".repeat(70) + &"]".repeat(70)));
            settings.bind(|| insta::assert_snapshot!(name, Document::new(name, &text).findings()));
        })*
    };
}

findings! {
    /// The root of another version, with everything about it that can be wrong.
    root r#"
# file: openapi.yaml
openapi: 3.1.0
info: { title: Mini, version: 1 }
servers:
  - { url: 'http://mini.example/' }
security:
  - door: []
tags:
  - { name: root, description: A group of calls. }
  - { name: root, description: The same again. }
  - { name: Spare, description: '' }
"#

    /// A document of which nothing is called.
    no_paths r#"
# file: openapi.yaml
# The root.
paths: {}
# file: schemas.yaml
Spare: { type: string, description: Nothing uses it. }
"#

    /// Operations by their ids, tags and docs.
    operations r#"
# file: openapi.yaml
# The root.
tags:
  - { name: operations, description: A group of calls. }
  - { name: others, description: Another group. }
paths:
  /v1/a: { $ref: 'operations/operations.yaml#/a' }
  /v1/b: { $ref: 'operations/operations.yaml#/b' }
  /v1/c: { $ref: 'operations/operations.yaml#/c' }
# file: operations.yaml
a:
  get:
    operationId: retrieveA
    tags: [operations]
    summary: This summary is so long that it would not do as the first line of the docs.
    responses:
      '200': { description: Done. }
b:
  get:
    operationId: operations.retrieve
    tags: [others]
    summary: Retrieve
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200': { description: '' }
c:
  get:
    operationId: operations.retrieve
    tags: [operations, others]
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200': { description: Done. }
  put:
    operationId: operations.timeout
    tags: [operations]
    summary: Set a timeout
    description: Sets a timeout.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200': { description: Done. }
  delete:
    operationId: operations.retrieve_with
    tags: [spare]
    summary: Retrieve
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200': { description: Done. }
  trace:
    summary: Trace
"#

    /// Two 2xx answers, none, several content types, bodies that are no objects.
    answers r#"
# Schemas.
Item:
  type: object
  description: An item.
  properties:
    name: { type: string, description: A name. }
# file: openapi.yaml
# The root.
paths:
  /v1/a: { $ref: 'answers/operations.yaml#/a' }
# file: operations.yaml
a:
  get:
    operationId: answers.list
    tags: [answers]
    summary: List
    description: Lists.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200':
        description: The items.
        content:
          application/json: { schema: { type: array, items: { $ref: 'schemas.yaml#/Item' } } }
      '202': { description: Later. }
      default: { description: Anything else. }
  post:
    operationId: answers.create
    tags: [answers]
    summary: Create
    description: Creates.
    x-yuno-source: reference
    x-yuno-idempotency: none
    responses:
      '400': { description: Wrong. }
      2XX: { description: Right. }
  put:
    operationId: answers.replace
    tags: [answers]
    summary: Replace
    description: Replaces.
    x-yuno-source: reference
    x-yuno-idempotency: none
    responses:
      '200':
        description: Done.
        content:
          application/json: { schema: { type: string } }
          text/plain: { schema: { type: string } }
      '404':
        description: Not there.
        content:
          application/json: {}
"#

    /// Bodies that are sent: where none may be, without a schema, of several content types.
    requests r#"
# Schemas.
Item:
  type: object
  description: An item.
  properties:
    name: { type: string, description: A name. }
Name: { type: string, description: A name. }
# file: openapi.yaml
# The root.
paths:
  /v1/a: { $ref: 'requests/operations.yaml#/a' }
# file: operations.yaml
a:
  get:
    operationId: requests.list
    tags: [requests]
    summary: List
    description: Lists.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    requestBody:
      required: true
      content:
        application/json: { schema: { $ref: 'schemas.yaml#/Item' } }
    responses:
      '200': { description: Done. }
  post:
    operationId: requests.create
    tags: [requests]
    summary: Create
    description: Creates.
    x-yuno-source: reference
    x-yuno-idempotency: none
    requestBody:
      content:
        application/json: { schema: { $ref: 'schemas.yaml#/Name' } }
        application/x-www-form-urlencoded: { schema: { $ref: 'schemas.yaml#/Item' } }
    responses:
      '200': { description: Done. }
  put:
    operationId: requests.replace
    tags: [requests]
    summary: Replace
    description: Replaces.
    x-yuno-source: reference
    x-yuno-idempotency: none
    requestBody: { required: true }
    responses:
      '200': { description: Done. }
"#

    /// Parameters in places and styles that the client does not write, and paths that do not agree with them.
    parameters r#"
# Schemas.
Item:
  type: object
  description: An item.
  properties:
    name: { type: string, description: A name. }
ItemId: { type: string, description: An item's id. }
# file: openapi.yaml
# The root.
paths:
  /v1/items/{item_id}/{part}: { $ref: 'parameters/operations.yaml#/item' }
  /v1/items/{item_id}/{other}: { $ref: 'parameters/operations.yaml#/other' }
  v1/parts/{part: { $ref: 'parameters/operations.yaml#/broken' }
# file: operations.yaml
item:
  get:
    operationId: parameters.retrieve
    tags: [parameters]
    summary: Retrieve
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    parameters:
      - { name: item_id, in: path, description: The item., schema: { $ref: 'schemas.yaml#/ItemId' } }
      - { name: session, in: cookie, description: The session., schema: { type: string } }
      - { name: X-Trace, in: header, description: The trace., schema: { type: string } }
      - { name: filter, in: query, style: deepObject, description: A filter., schema: { $ref: 'schemas.yaml#/Item' } }
      - { name: ids, in: query, explode: false, description: Ids., schema: { type: array, items: { type: string } } }
      - { name: page, in: query, schema: { type: number } }
      - { name: pageSize, in: query, description: The size., schema: { type: integer } }
      - { name: page_size, in: query, description: The size., schema: { type: integer } }
      - { name: page_size, in: query, description: The size., schema: { type: integer } }
      - { name: empty, in: query, description: A parameter of no type. }
      - { in: query, description: A parameter of no name., schema: { type: string } }
    responses:
      '200': { description: Done. }
other:
  get:
    operationId: parameters.retrieve_other
    tags: [parameters]
    summary: Retrieve
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    parameters:
      - { name: item_id, in: path, required: true, description: The item., schema: { type: string } }
      - { name: other, in: path, required: true, description: It., schema: { $ref: 'schemas.yaml#/ItemId' } }
      - { name: stray, in: path, required: true, description: It., schema: { $ref: 'schemas.yaml#/ItemId' } }
    responses:
      '200': { description: Done. }
broken:
  get:
    operationId: parameters.retrieve_broken
    tags: [parameters]
    summary: Retrieve
    description: Retrieves.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200': { description: Done. }
"#

    /// Objects, enums and lists within others, and types that there are none of.
    inline r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    object: { type: object, description: An object., properties: { a: { type: string, description: A. } } }
    empty: { type: object, description: An object without properties. }
    map: { type: object, description: A map., additionalProperties: { type: string } }
    choice: { type: string, description: An enum., enum: [A_A, B_B] }
    matrix: { type: array, description: A list of lists., items: { type: array, items: { type: string } } }
    objects: { type: array, description: A list of objects., items: { type: object, properties: {} } }
    money: { $ref: '#/Money' }
    tags: { $ref: '#/Tags' }
    list: { type: array, description: A list of nothing. }
    untyped: { description: A schema without a type., format: date-time }
    odd: { type: money, description: A type that there is not. }
    either: { type: [string, integer], description: One of two types. }
    text: string
Money: { type: number, description: A component that is a number. }
Tags: { type: array, description: A component that is a list., items: { type: string } }
"#

    /// Schemas made of schemas: unions, intersections, and allOf with a conflict.
    composition r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    either: { description: Either., oneOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }] }
    any: { description: Any., anyOf: [{ type: string }, { type: integer }] }
    never: { description: Never., not: { type: string } }
    both: { description: Both at once., allOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }] }
    part: { description: An inline part., allOf: [{ type: object, properties: {} }] }
    more: { description: With limits beside it., maxLength: 3, allOf: [{ $ref: '#/Name' }] }
Cat:
  type: object
  description: A cat.
  properties:
    age: { type: integer, description: Its age. }
Dog:
  type: object
  description: A dog, whose age is of another type.
  allOf: [{ $ref: '#/Cat' }]
  properties:
    age: { type: string, description: Its age. }
Name: { type: string, description: A name. }
"#

    /// Names that Rust or the crate has already, that are no names, and that become one.
    names r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    userId: { type: string, description: An id. }
    user_id: { type: string, description: The same id in another case. }
    3ds: { type: string, description: A name that begins with a digit. }
    kind: { type: string, description: A kind., x-yuno-name: Kind }
    unknown_fields: { type: string, description: What every object has. }
    a: { $ref: '#/Option' }
    b: { $ref: '#/Payment_Method' }
    c: { $ref: '#/PaymentMethod' }
    d: { $ref: '#/CARD' }
    e: { $ref: '#/Card' }
    f: { $ref: '#/Names' }
    g: { $ref: '#/SearchParams' }
Option: { type: string, description: A name of Rust's. }
Payment_Method: { type: string, description: With an underscore. }
PaymentMethod: { type: string, description: Without. }
CARD: { type: string, description: In capitals. }
Card: { type: string, description: In small letters. }
Names: { type: string, description: The name of a handle. }
SearchParams: { type: string, description: The name of an operation's parameters. }
"#

    /// Names that are taken: by the crate, by Rust, by builders, by what every handle and every method has.
    taken r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    build: { type: string, description: What ends a builder. }
    a: { type: string, description: A text that may be left out. }
    maybe_a: { type: string, description: What the builder has for it. }
    b: { $ref: '#/MissingField' }
    c: { $ref: '#/BothBuilder' }
MissingField: { type: string, description: A type of the crate. }
BothBuilder: { type: string, description: What builds a `Both`. }
# file: openapi.yaml
# The root.
tags:
  - { name: taken, description: A group of calls. }
  - { name: call, description: A name of the crate. }
  - { name: from_env, description: A method of the client. }
# file: operation.yaml
operationId: taken.retry
parameters:
  - { name: body, in: query, required: true, description: An argument., schema: { type: string } }
  - { name: params, in: query, description: An argument., schema: { type: string } }
  - { name: old, in: query, required: true, deprecated: true, description: Old., schema: { type: string } }
# file: types/kinds.yaml
# Schemas in a folder that has a generated name.
Kind: { type: string, description: A kind. }
"#

    /// Members that hold more of their own kind without an end, and lists that are no list of objects.
    recursion r#"
# Schemas.
Sent:
  type: object
  description: Only sent.
  properties:
    head: { $ref: '#/Head' }
    self: { nullable: true, description: Null or more of it., allOf: [{ $ref: '#/Sent' }] }
    words: { type: array, description: Words., x-yuno-one-or-many: true, items: { type: string } }
Head:
  type: object
  description: A head with a tail.
  required: [tail]
  properties:
    tail: { $ref: '#/Tail' }
Tail:
  type: object
  description: A tail with a head.
  required: [head, list]
  properties:
    head: { $ref: '#/Head' }
    list: { type: array, description: A list has an end., items: { $ref: '#/Tail' } }
"#

    /// Values of enums: not texts, twice, without a name, with one name for two.
    enums r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    a: { $ref: '#/Mixed' }
    b: { $ref: '#/Nameless' }
    c: { $ref: '#/Alike' }
    d: { $ref: '#/Nothing' }
Mixed: { type: string, description: Values of all kinds., enum: [ONE, 2, true, ONE] }
Nameless: { type: string, description: Values without names., enum: ['1.0', '', A, '***', UNRECOGNIZED] }
Alike:
  type: string
  description: Values that become one.
  enum: [IN_APP, in-app, WEB]
  x-yuno-values:
    WEB: { name: web }
    GONE: A value that there is not.
Nothing: { type: string, description: No values., enum: [] }
"#

    /// Components that say too little, that are one under two names, that nothing uses, that ask for what cannot be.
    components r#"
# Schemas.
Sent:
  type: object
  description: Only sent.
  required: [name, name, colour, state]
  properties:
    name: { type: string }
    state: { type: string, readOnly: true, description: Only answered. }
    shared: { $ref: '#/Shared' }
    home: { $ref: '#/Home' }
Received:
  type: object
  required: [home]
  properties:
    home: { $ref: '#/Address' }
    shared: { $ref: '#/Shared' }
  x-yuno-rules:
    - { any_of: [home, shared], because: something must be said }
Shared:
  type: object
  description: Sent and received.
  required: [state]
  properties:
    state: { type: string, readOnly: true, description: Only answered. }
Address:
  type: object
  description: An address.
  properties:
    city: { type: string, description: Its city. }
Home:
  type: object
  description: An address under another name.
  properties:
    city: { type: string, description: The city. }
Spare: { type: string, description: Nothing uses it. }
# file: examples.yaml
# Examples.
sent:
  summary: A body
  value: { name: a }
"#

    /// The body of a PATCH, where it is something else too.
    patches r#"
# Schemas.
Changes:
  type: object
  description: Sent as a change, and received.
  properties:
    name: { type: string, description: A name. }
Received:
  type: object
  description: Only received.
  properties:
    last: { $ref: '#/Changes' }
"#

    /// Keys that nothing reads, and values that keys cannot have.
    keywords r#"
# Schemas.
Both:
  type: object
  title: A title
  description: Sent and received.
  nullable: true
  additionalProperties: false
  properties:
    name: { type: string, title: A name, description: A name., minLength: '3', writeOnly: true }
    count: { type: integer, description: A count., multipleOf: 5, maxLength: 3, readOnly: 'no' }
    rate: { type: number, description: A rate., format: double, exclusiveMinimum: true, minimum: 0 }
    day: { type: string, description: A day., format: date }
    list: { type: array, description: A list., uniqueItems: true, maxItems: -1, items: { type: string } }
"#

    /// Extensions: unknown, in the wrong place, of the wrong form.
    extensions r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  x-yuno-open: false
  properties:
    a: { type: string, description: Unknown., x-yuno-colour: red }
    b: { type: string, description: Somebody else's., x-internal: true, x-rust-type: f64 }
    c: { type: integer, description: Misplaced., x-yuno-sensitive: pan }
    d: { type: string, description: Misplaced., x-yuno-one-or-many: true }
    e: { type: string, description: No such kind., x-yuno-sensitive: secret }
    f: { $ref: '#/Kind' }
    g: { type: string, description: Not deprecated., x-yuno-deprecated: Use another. }
  x-yuno-rules:
    - { require: a, because: '' }
    - { require: a, when: { colour: [RED] }, because: it names what is not there }
    - { require: a, when: { f: [BLUE] }, because: it names a value that is not there }
    - { any_of: [a], because: one is not several }
Kind:
  type: string
  description: A kind.
  enum: [OLD, NEW]
  x-yuno-values: { OLD: [Old.] }
# file: operation.yaml
x-yuno-idempotency: maybe
"#

    /// Limits that nothing can keep, patterns that are none, defaults that could not be sent.
    limits r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    text: { type: string, description: A text., minLength: 5, maxLength: 3 }
    count: { type: integer, description: A count., minimum: 10, maximum: 1, default: ten }
    list: { type: array, description: A list., minItems: 3, maxItems: 2, items: { type: string } }
    code: { type: string, description: A code., pattern: '[a-z' }
    short: { type: string, description: A short text., maxLength: 2, default: long }
    huge: { type: string, description: A huge text., maxLength: 5000000000 }
    much: { type: number, description: A huge number., maximum: 1e999 }
    kind: { description: A kind., default: BLUE, allOf: [{ $ref: '#/Kind' }] }
Kind: { type: string, description: A kind., enum: [OLD, NEW] }
"#

    /// Examples that do not fit what they are examples of.
    examples r#"
# Schemas.
Sent:
  type: object
  description: Only sent.
  required: [name]
  properties:
    name: { type: string, maxLength: 3, description: A name. }
    count: { type: integer, minimum: 1, description: A count. }
    kind: { $ref: '#/Kind' }
    state: { type: string, description: How far it is. }
    parts: { type: array, maxItems: 1, description: Parts., items: { $ref: '#/Part' } }
    from: { type: string, description: The start. }
    until: { type: string, description: The end. }
  x-yuno-rules:
    - { together: [from, until], because: a span of time has two ends }
Received:
  type: object
  description: Only received.
  properties:
    at: { type: string, format: date-time, description: When. }
Part:
  type: object
  description: A part.
  properties:
    flag: { type: boolean, description: A flag. }
Kind: { type: string, description: A kind., enum: [OLD, NEW] }
# file: examples.yaml
# Examples.
sent:
  summary: A body
  value:
    name: A name that is too long
    count: 0
    kind: BLUE
    colour: red
    parts: [{ flag: 'yes' }, {}]
    from: today
received:
  summary: A body
  value: { at: yesterday }
# file: operation.yaml
requestBody:
  required: true
  content:
    application/json:
      schema: { $ref: 'schemas.yaml#/Sent' }
      examples:
        sent: { $ref: 'examples.yaml#/sent' }
        empty: { summary: An example without a value }
        nothing: { summary: One without what is required, value: { name: null } }
"#

    /// How a retry is made safe, by an operation that cannot tell.
    lookups r#"
# Schemas.
Sent:
  type: object
  description: Only sent.
  properties:
    number: { type: integer, description: A number. }
# file: openapi.yaml
# The root.
paths:
  /v1/a: { $ref: 'lookups/operations.yaml#/a' }
# file: operations.yaml
a:
  post:
    operationId: lookups.create
    tags: [lookups]
    summary: Create
    description: Creates.
    x-yuno-source: reference
    x-yuno-idempotency: { lookup: lookups.replace, field: number }
    requestBody:
      required: true
      content:
        application/json:
          schema: { $ref: 'schemas.yaml#/Sent' }
          examples: { sent: { $ref: 'examples.yaml#/sent' } }
    responses:
      '200': { description: Done. }
  put:
    operationId: lookups.replace
    tags: [lookups]
    summary: Replace
    description: Replaces.
    x-yuno-source: reference
    x-yuno-idempotency: { lookup: lookups.find, field: name }
    responses:
      '200': { description: Done. }
# file: examples.yaml
# Examples.
sent: { summary: A body, value: {} }
"#

    /// References that lead nowhere, out of the spec, in a circle, to something of another kind.
    references r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    misspelt: { $ref: '#/Kinds' }
    no_file: { $ref: 'schema.yaml#/Kind' }
    no_name: { $ref: 'schemas.yaml' }
    deep: { $ref: '#/Kind/enum' }
    outside: { $ref: '../../secrets.yaml#/Key' }
    elsewhere: { $ref: 'https://mini.example/schemas.yaml#/Kind' }
    root: { $ref: '../openapi.yaml#/info' }
    beside: { $ref: '#/Kind', description: Our kind. }
    circle: { $ref: '#/Ring' }
    example: { $ref: 'examples.yaml#/received' }
    other: { $ref: 'more.yaml#/Kind' }
Kind: { type: string, description: A kind., enum: [OLD, NEW] }
Ring: { $ref: '#/Rung' }
Rung: { $ref: '#/Ring' }
# file: more.yaml
# More schemas.
Kind: { type: string, description: Another kind., enum: [BIG, SMALL] }
"#

    /// Files: what they begin with, how wide they are, what they are called, whether anything uses them.
    files r#"
Both:
  type: object
  description: Sent and received. This line goes on until it is wider than what two editors beside each other can show it in.
  properties:
    a: { $ref: 'Match.yaml#/Kind' }
    b: { $ref: 'operations.yaml#/Key' }
# file: Match.yaml
Kind: { type: string, description: A kind., enum: [OLD, NEW] }
# file: openapi.yaml
# The root.
paths:
  /v1/a: { $ref: 'files/operations.yaml#/a' }
# file: spare.yaml
# Schemas that nothing uses.
Spare: { type: string, description: A spare one. }
# file: operations.yaml
Key: { type: string, description: A key. }
a:
  get:
    operationId: files.retrieve
    tags: [files]
    summary: Retrieve
    description: Retrieves. The card is 4111 1111 1111 1111.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200':
        description: Done.
        content:
          application/json:
            schema: { $ref: 'schemas.yaml#/Both' }
            examples: { both: { summary: A body, value: {} } }
"#

    /// YAML that is none, or that hides what it says.
    yaml r#"
# Schemas.
Both: { type: object, type: string, description: NO }
# file: syntax.yaml
Both:
  type: object
   description: Indented by one too many.
# file: quotes.yaml
Both: { description: 'Never closed }
# file: documents.yaml
Both: { type: string }
---
Either: { type: string }
# file: shorthand.yaml
Both: &both { type: string }
Either: *both
Neither: { <<: *both }
Odd: !!str 7
# file: keys.yaml
? [a, b]
: c
# file: empty.yaml
# Nothing.
# file: deep.yaml
Both: DEEP
# file: list.yaml
- a
- b
"#

    /// Words that YAML's readers take for something else.
    scalars r#"
# Schemas.
Both:
  type: object
  description: Sent and received.
  properties:
    country: { $ref: '#/Country' }
    on: { type: string, description: A word that is a flag to some. }
Country: { type: string, description: A country., enum: [BR, NO, 05, 2026-01-31, 1_000, 12:30] }
"#
}

/// The rules that no snapshot shows.
const NOT_SHOWN: [(&str, &str); 5] = [
    ("yaml-aliases", "our spec has no aliases at all; documents of others that have too many are tried with `diff`"),
    ("examples-unchecked", "it takes thousands of components"),
    ("unreadable", "its text is the operating system's"),
    ("progenitor", "lint finds what progenitor cannot take; a document that gets past it is a rule that is missing"),
    ("refine", "a defect of the generator, not of a document"),
];

/// Every rule that the generator has is shown in a snapshot, of this test or of `bad_input`.
#[test]
fn every_rule_is_shown() {
    let mut rules = Rules::default();
    for folder in ["lint", "load", "read"] {
        for (path, text) in repository::texts(&repository::root().join("codegen/src").join(folder)) {
            rules.visit_file(&syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}")));
        }
    }
    assert!(rules.0.len() > 70 && rules.0.contains("same-shape") && rules.0.contains("duplicate-key"), "{rules:?}");
    let snapshots = repository::texts(&repository::root().join("tests/tests/snapshots"));
    let shown: String = snapshots.into_values().collect();
    let missing: Vec<_> = rules
        .0
        .iter()
        .filter(|rule| !shown.contains(&format!("error[{rule}]")))
        .filter(|rule| NOT_SHOWN.iter().all(|(name, _)| name != rule))
        .collect();
    assert!(missing.is_empty(), "no snapshot shows {missing:?}");
}

/// The lists of names that are taken hold all that the crate has: its own types beside the generated ones, and the
/// methods of each handle and of the client.
#[test]
fn what_the_crate_has_is_taken() {
    let source = |path: &str| repository::texts(&repository::root().join("yuno-api/src")).remove(path).unwrap();
    let between = |text: &str, from: &str, to: &str| {
        let start = text.find(from).unwrap_or_else(|| panic!("nothing begins with {from}"));
        text[start..start + text[start..].find(to).unwrap()].to_owned()
    };
    let methods = |text: &str| -> Vec<String> {
        let after = text.split("pub fn ").skip(1);
        after.map(|rest| rest.split(['(', '<']).next().unwrap().to_owned()).collect()
    };
    let is_taken = |text: &str, name: &str| {
        let rules = match Document::new("of_the_crate", text).generate() {
            Ok(_) => Vec::new(),
            Err(report) => report.findings.into_iter().map(|finding| finding.rule).collect(),
        };
        assert!(rules.contains(&"taken-name"), "`{name}` belongs into a list in codegen/src/lint/taken.rs");
    };

    let library = source("lib.rs");
    let types = between(&library, "pub mod types {", "\n}\n");
    let types: Vec<_> = types.split(|one: char| !one.is_alphanumeric()).collect();
    let types: Vec<_> =
        types.into_iter().filter(|word| word.starts_with(char::is_uppercase) && *word != "Every").collect();
    assert!(types.len() > 20, "{types:?}");
    for name in types {
        let both = format!(
            "# Schemas.\nBoth:\n  type: object\n  description: A.\n  properties:\n    a: {{ $ref: '#/{name}' }}\n"
        );
        is_taken(&(both + &format!("{name}: {{ type: string, description: A. }}\n")), name);
    }

    let handle = methods(&between(&source("call.rs"), "macro_rules! option_methods", "\n}\n"));
    assert!(handle.len() > 4, "{handle:?}");
    for verb in handle {
        is_taken(&format!("# file: operation.yaml\noperationId: of_the_crate.{verb}\n"), &verb);
    }

    let client = methods(&between(&source("client.rs"), "impl Client {", "\n}\n"));
    assert!(client.len() > 4, "{client:?}");
    for tag in client {
        let tags = format!(
            "# The root.\ntags:\n  - {{ name: of_the_crate, description: A. }}\n  - {{ name: {tag}, description: A. }}\n"
        );
        is_taken(&format!("# file: openapi.yaml\n{tags}"), &tag);
    }
}

/// The names of rules in the source of the generator: among the first arguments of a call that makes a finding, first of
/// three in a tuple of rule, message and remedy, or the value of a field `rule`.
#[derive(Debug, Default)]
struct Rules(BTreeSet<String>);

impl Rules {
    fn add(&mut self, expression: Option<&syn::Expr>) {
        let Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) = expression else { return };
        let text = text.value();
        if !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        {
            self.0.insert(text);
        }
    }

    fn call(&mut self, name: Option<&syn::Ident>, arguments: &syn::punctuated::Punctuated<syn::Expr, syn::Token![,]>) {
        if name.is_some_and(|name| ["new", "find", "finding", "fatal"].iter().any(|known| name == known)) {
            self.add(arguments.get(0));
            self.add(arguments.get(1));
        }
    }
}

impl<'ast> Visit<'ast> for Rules {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(path) = &*call.func {
            self.call(path.path.segments.last().map(|last| &last.ident), &call.args);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.call(Some(&call.method), &call.args);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_tuple(&mut self, tuple: &'ast syn::ExprTuple) {
        if tuple.elems.len() == 3 {
            self.add(tuple.elems.first());
        }
        visit::visit_expr_tuple(self, tuple);
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if matches!(&field.member, syn::Member::Named(name) if name == "rule") {
            self.add(Some(&field.expr));
        }
        visit::visit_field_value(self, field);
    }
}
