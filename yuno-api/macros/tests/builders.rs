//! What the builders do, for members of every kind.

use std::marker::PhantomData;

use yuno_api_macros::Builder;

#[derive(Debug, Clone, Default, PartialEq)]
struct Id(String);

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Inner {
    number: i64,
}

#[derive(Debug, Clone, PartialEq)]
struct Seven(i64);

impl Default for Seven {
    fn default() -> Self {
        Self(7)
    }
}

impl From<i64> for Seven {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

/// Members of every kind, in no order.
#[derive(Debug, Clone, PartialEq, Builder)]
struct Order {
    /// Optional.
    note: Option<String>,
    /// Required.
    id: Id,
    /// Optional and boxed.
    inner: Option<Box<Inner>>,
    #[builder(default)]
    seven: Seven,
    /// An Option, and required all the same.
    #[builder(required)]
    #[doc = "Its doc has two lines."]
    count: Option<i64>,
    #[builder(skip)]
    answered: Option<String>,
    #[builder(skip)]
    kept: Seven,
    boxed: Box<Inner>,
    pairs: Option<Vec<(String, Result<i64, std::fmt::Error>)>>,
    spelled: std::option::Option<u8>,
    call: Option<PhantomData<fn() -> i64>>,
    calls: [Option<u8>; 2],
}

fn order() -> OrderBuilder<Id, i64, Box<Inner>, [Option<u8>; 2]> {
    Order::builder().id("a").count(1).boxed(Inner { number: 2 }).calls([None, Some(3)])
}

#[test]
fn required_members_come_in_any_order_and_convert() {
    let other = Order::builder().calls([None, Some(3)]).boxed(Inner { number: 2 }).note("b").count(1_i32).id("a");
    let (other, mut order) = (other.build(), order().build());
    assert_eq!(order.id, Id("a".to_owned()));
    assert_eq!((order.count, order.boxed.number, order.calls), (Some(1), 2, [None, Some(3)]));
    assert_eq!(order.note, None);
    order.note = Some("b".to_owned());
    assert_eq!(order, other);
}

#[test]
fn what_is_left_out_is_none_or_the_default() {
    let order = order().build();
    assert_eq!((order.note, order.inner, order.pairs, order.spelled), (None, None, None, None));
    assert!(order.call.is_none());
    assert_eq!((order.seven, order.answered, order.kept), (Seven(7), None, Seven(7)));
}

#[test]
fn optional_members_convert() {
    let order = order().note("b").inner(Inner { number: 5 }).seven(8).spelled(9).call(PhantomData);
    let order = order.pairs([("c".to_owned(), Ok(4))]).build();
    assert_eq!((order.note.as_deref(), order.spelled, &order.seven), (Some("b"), Some(9), &Seven(8)));
    assert_eq!(order.inner, Some(Box::new(Inner { number: 5 })));
    assert_eq!(order.pairs, Some(vec![("c".to_owned(), Ok(4))]));
    assert!(order.call.is_some());
}

#[test]
fn the_last_that_is_given_wins() {
    let order = order().note("b").note("c").seven(1).seven(2).build();
    assert_eq!((order.note.as_deref(), order.seven), (Some("c"), Seven(2)));
}

#[test]
fn what_may_not_be_there_changes_nothing_where_it_is_not() {
    let none: Option<&str> = None;
    let built = order().maybe_note(none).maybe_seven(None::<i64>).maybe_inner(None::<Inner>).build();
    assert_eq!((built.note, built.seven, built.inner), (None, Seven(7), None));
    let built = order().maybe_note(Some("b")).maybe_seven(Some(8)).maybe_inner(Some(Inner { number: 5 })).build();
    assert_eq!((built.note.as_deref(), built.seven), (Some("b"), Seven(8)));
    assert_eq!(built.inner, Some(Box::new(Inner { number: 5 })));
    let built = order().note("b").maybe_note(none).seven(8).maybe_seven(None::<i64>).build();
    assert_eq!((built.note.as_deref(), built.seven), (Some("b"), Seven(8)));
}

/// Nothing is required.
#[derive(Debug, Default, PartialEq, Builder)]
pub(crate) struct Loose {
    one: Option<i64>,
}

/// Nothing but what is.
#[derive(Debug, PartialEq, Builder)]
struct Strict {
    one: i64,
}

#[derive(Debug, Default, PartialEq, Builder)]
struct Empty {}

#[test]
fn a_builder_has_a_parameter_for_each_required_member_only() {
    let loose: LooseBuilder = Loose::builder();
    let given: LooseBuilder = Loose::builder().one(1);
    assert_eq!((loose.build(), given.build()), (Loose { one: None }, Loose { one: Some(1) }));
    let strict: StrictBuilder<i64> = Strict::builder().one(1);
    assert_eq!(strict.build(), Strict { one: 1 });
    let empty: EmptyBuilder = Empty::builder();
    assert_eq!(empty.build(), Empty {});
}

/// Names that the code of the builder uses, or Rust.
#[derive(Debug, PartialEq, Builder)]
struct Names {
    r#type: Option<i64>,
    value: i64,
    core: String,
    str: Box<str>,
    u8: u8,
    at: i64,
    from: Option<i64>,
    into_: Option<i64>,
    builder: Option<i64>,
    #[builder(skip)]
    build: Option<i64>,
    clone: Option<i64>,
}

#[test]
fn members_may_have_any_name() {
    let names = Names::builder().u8(1).str("a").core("b").value(2).at(3).from(4).builder(5).clone(6).r#type(7);
    let names = names.maybe_type(Some(8)).build();
    assert_eq!((names.u8, &*names.str, &*names.core, names.value, names.at), (1, "a", "b", 2, 3));
    assert_eq!((names.from, names.builder, names.clone, names.r#type), (Some(4), Some(5), Some(6), Some(8)));
}

mod old {
    //! The builder passes on what is deprecated, and does not itself warn.
    #![deny(deprecated)]

    /// Partly out of use.
    #[derive(Debug, Default, PartialEq, super::Builder)]
    pub(crate) struct Old {
        /// Out of use.
        #[deprecated = "Use `new`."]
        pub(crate) old: Option<i64>,
        /// In use.
        pub(crate) new: Option<i64>,
    }
}

#[test]
fn what_is_deprecated_still_works() {
    #[expect(deprecated)]
    let built = old::Old::builder().old(1);
    #[expect(deprecated)]
    let built = built.maybe_old(Some(2)).new(3).build();
    #[expect(deprecated)]
    let old = built.old;
    assert_eq!((old, built.new), (Some(2), Some(3)));
}

#[test]
fn a_builder_is_as_free_to_move_as_what_it_builds() {
    fn moves<T: Send + Sync + 'static>(_: T) {}
    moves(Order::builder());
    moves(order());
}

#[derive(Builder)]
struct Keywords {
    r#type: Id,
    r#use: Option<i64>,
    str: Id,
}

#[test]
fn members_may_be_named_as_words_of_the_language() {
    let built = Keywords::builder().r#type("a").r#use(1).maybe_use(Some(2)).str("b").build();
    assert_eq!((built.r#type, built.r#use, built.str), ("a".into(), Some(2), "b".into()));
}
