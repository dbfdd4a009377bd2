//! Checkout and customer sessions. Their ids can be used, so that they are not shown.

use jiff::Timestamp;
use yuno_api::types::{Country, CustomerId};

use super::{SHOWN, row, section as table, text, time};
use crate::overview::SessionsSeen;

pub(super) fn section(sessions: &SessionsSeen) -> String {
    let checkouts = sessions.checkout.iter().rev().take(SHOWN).map(|it| {
        let (session, customer) = (&it.session, it.session.customer_id.as_ref());
        let about = text(session.merchant_order_id.as_deref()) + &text(customer.map(CustomerId::as_str));
        one(about, session.country.as_ref(), session.created_at, it.expires_at)
    });
    let customers = sessions.customer.iter().rev().take(SHOWN).map(|it| {
        let session = &it.session;
        let about = text(session.customer_id.as_ref().map(CustomerId::as_str));
        one(about, session.country.as_ref(), session.created_at, it.expires_at)
    });
    let kind = |id: &str, title: &str, count: usize, rows: &[String]| {
        table(id, title, count, &["Order or customer", "Country", "Created", "Expires"], rows)
    };
    kind("checkouts", "Checkout sessions", sessions.checkout.len(), &checkouts.collect::<Vec<_>>())
        + &kind("customers", "Customer sessions", sessions.customer.len(), &customers.collect::<Vec<_>>())
}

fn one(about: String, country: Option<&Country>, created: Option<Timestamp>, expires: Timestamp) -> String {
    row(&[
        ("Order or customer", about),
        ("Country", text(country.map(Country::as_str))),
        ("Created", time(created)),
        ("Expires", time(Some(expires))),
    ])
}
