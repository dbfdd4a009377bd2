#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::types::PaymentAmount;
use crate::{
    facts,
    wire::{self, Decode},
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn each_currency_has_its_decimals() {
    let some = [("BRL", 2), ("CLP", 0), ("JPY", 0), ("KRW", 0), ("PYG", 0), ("KWD", 3), ("CLF", 4), ("UYW", 4)];
    for (code, decimals) in some {
        assert_eq!(Currency::from(code).exponent(), Some(decimals), "{code}");
    }
    for currency in Currency::KNOWN {
        assert!(currency.exponent().is_some(), "look {currency} up and add it to money/digits.rs");
    }
}

#[test]
fn decimals_are_those_of_the_facts() {
    for row in facts::table("countries.tsv").unwrap_or_default() {
        let (code, digits) = (&*row["currency"], &*row["currency_digits"]);
        if matches!(code, "" | "N/A") {
            continue;
        }
        let currency = Currency::from(code);
        assert_eq!(currency.exponent(), digits.parse().ok(), "{code} of {}", row["name"]);
    }
}

#[test]
fn minor_units_refuse_what_does_not_fit() {
    let cases = [
        ("BRL", "150", Ok(15_000)),
        ("BRL", "150.000", Ok(15_000)),
        ("BRL", "-0.01", Ok(-1)),
        ("BRL", "0.001", Err("BRL has 2 decimals and the amount has more; round it first")),
        ("CLP", "1500.0", Ok(1_500)),
        ("CLP", "1500.5", Err("CLP has 0 decimals and the amount has more; round it first")),
        ("KWD", "1.5", Ok(1_500)),
        ("HUF", "990", Ok(990)),
        ("BRL", "92233720368547758.07", Ok(i64::MAX)),
        ("BRL", "-92233720368547758.08", Ok(i64::MIN)),
        ("BRL", "92233720368547758.08", Err("the amount has more digits than fit")),
        ("UYW", "79228162514264337593543950335", Err("the amount has more digits than fit")),
        (
            "XXX",
            "1",
            Err("this version does not know how many decimals the currency has; give the amount in major units"),
        ),
    ];
    for (currency, value, wanted) in cases {
        let units = Amount::new(currency, decimal(value)).minor_units();
        assert_eq!(units.map_err(|error| error.to_string()), wanted.map_err(str::to_owned), "{currency} {value}");
    }
}

#[test]
fn incomplete_amounts_say_what_is_missing() {
    let nothing = Amount::default();
    assert_eq!(nothing.minor_units(), Err(MoneyError::NoCurrency));
    assert_eq!(nothing.to_string(), "??? ?");
    let mut amount = Amount::new(Currency::Brl, 1);
    amount.value = None;
    assert_eq!(amount.checked_add(&Amount::new(Currency::Brl, 1)), Err(MoneyError::NoValue));
    assert_eq!(amount.to_string(), "BRL ?");
}

#[test]
fn arithmetic_keeps_currencies_apart_and_every_digit() {
    let (one, two) = (Amount::new(Currency::Brl, decimal("150.00")), Amount::new(Currency::Brl, decimal("0.5")));
    assert_eq!(one.checked_add(&two).unwrap().to_string(), "BRL 150.50");
    assert_eq!(two.checked_sub(&one).unwrap().to_string(), "BRL -149.50");

    let mixed = one.checked_add(&Amount::new(Currency::Usd, 1)).unwrap_err();
    assert_eq!(mixed.to_string(), "BRL and USD are different currencies; convert one of the amounts first");

    // A currency that is not known still adds up with itself.
    assert_eq!(Amount::new("XXX", 1).checked_add(&Amount::new("XXX", 2)), Ok(Amount::new("XXX", 3)));

    let most = Amount::new(Currency::Brl, Decimal::MAX);
    for small in ["0.1", "1"] {
        let small = Amount::new(Currency::Brl, decimal(small));
        assert_eq!(most.checked_add(&small), Err(MoneyError::TooLarge));
    }
    let zero = Amount::new(Currency::Brl, decimal("0.00"));
    assert_eq!(most.checked_add(&zero), Ok(most.clone()));
}

#[test]
fn errors_show_no_text_that_is_not_a_code() {
    let odd = Amount::new("4111111111111111", 1);
    let error = odd.checked_add(&Amount::new(Currency::Brl, 1)).unwrap_err();
    for text in [error.to_string(), format!("{error:?}"), odd.to_string(), format!("{odd:?}")] {
        assert!(!text.contains("4111"), "{text}");
    }
}

#[test]
fn a_payment_takes_an_amount() {
    let amount = PaymentAmount::from(Amount::new(Currency::Clp, 990));
    assert_eq!(amount, PaymentAmount::new(Currency::Clp, 990));
    assert_eq!(amount.to_amount(), Some(Amount::new(Currency::Clp, 990)));
    assert_eq!(amount.captured_amount(), None);
    assert_eq!(PaymentAmount::default().to_amount(), None);

    let answer = br#"{"currency": "USD", "value": 300, "captured": 100.50, "refunded": 30}"#;
    let answer = PaymentAmount::decode(answer).unwrap();
    assert_eq!(answer.captured_amount().unwrap().to_string(), "USD 100.50");
    assert_eq!(answer.refunded_amount().unwrap().to_string(), "USD 30.00");
}

fn known() -> impl Strategy<Value = Currency> {
    prop::sample::select(Currency::KNOWN)
}

proptest! {
    #[test]
    fn minor_units_round_trip(currency in known(), units: i64) {
        let amount = Amount::from_minor_units(currency.clone(), units).unwrap();
        prop_assert_eq!(amount.minor_units(), Ok(units));

        // Through the wire too, to the last digit.
        let json = wire::encode(&amount).unwrap();
        let back = Amount::decode(&json).unwrap();
        prop_assert_eq!(back.minor_units(), Ok(units));
        prop_assert_eq!(back.value.unwrap().to_string(), amount.value.unwrap().to_string());

        // And through `Display`.
        let shown = amount.to_string();
        let (code, value) = shown.split_once(' ').unwrap();
        prop_assert_eq!(Amount::new(code, decimal(value)).minor_units(), Ok(units));
        let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        prop_assert_eq!(Some(decimals), currency.exponent().map(|exponent| exponent as usize));
    }

    #[test]
    fn sums_are_those_of_the_minor_units(currency in known(), one in any::<i32>(), two in any::<i32>()) {
        let (one, two) = (i64::from(one), i64::from(two));
        let of = |units| Amount::from_minor_units(currency.clone(), units).unwrap();
        prop_assert_eq!(of(one).checked_add(&of(two)).unwrap().minor_units(), Ok(one + two));
        prop_assert_eq!(of(one).checked_sub(&of(two)).unwrap().minor_units(), Ok(one - two));
    }

    #[test]
    fn a_sum_is_exact_or_refused(
        left in any::<i64>(), left_scale in 0_u32..=28, right in any::<i64>(), right_scale in 0_u32..=28,
    ) {
        let of = |units, scale| Amount::new(Currency::Brl, Decimal::new(units, scale));
        let Ok(sum) = of(left, left_scale).checked_add(&of(right, right_scale)) else { return Ok(()) };
        // At most 19 digits each and 28 decimals: the true sum fits an i128 when counted in the smaller unit, or the
        // decimal could not hold it either.
        let scale = left_scale.max(right_scale);
        let wide = |units: i64, own: u32| i128::from(units).checked_mul(10_i128.pow(scale - own));
        let (Some(left), Some(right)) = (wide(left, left_scale), wide(right, right_scale)) else { return Ok(()) };
        let sum = sum.value.unwrap();
        prop_assert_eq!(sum.mantissa() * 10_i128.pow(scale - sum.scale().min(scale)), left + right);
    }

    #[test]
    fn nothing_panics(
        mantissa in -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335,
        scale in 0_u32..=28,
        currency in known(),
    ) {
        let amount = Amount::new(currency, Decimal::from_i128_with_scale(mantissa, scale));
        let _ = amount.minor_units();
        let _ = amount.checked_add(&amount);
        let _ = amount.checked_sub(&amount);
        // What is shown is the same number.
        let shown = amount.to_string();
        prop_assert_eq!(decimal(shown.split_once(' ').unwrap().1), amount.value.unwrap());
    }
}
