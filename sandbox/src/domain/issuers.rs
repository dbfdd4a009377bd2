//! The banks to choose from, for payment methods that ask for one.

use jiff::Timestamp;
use yuno_api::types::{Country, ErrorCode, Issuer, Issuers, PaymentMethodType};

use super::{
    Answer, Domain, Request,
    bodies::{answer, check_country, query},
    errors::Refused,
    handlers::Handler,
};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[("payments.list_issuers", list)];

/// Banks of a payment method: country, payment method, and each bank's code and name. The banks are made up.
struct Banks(Country, PaymentMethodType, &'static [(&'static str, &'static str)]);

static BANKS: &[Banks] = &[
    Banks(
        Country::Co,
        PaymentMethodType::Pse,
        &[("1901", "BANCO DEL EJEMPLO"), ("1902", "BANCO DE PRUEBA"), ("1903", "COOPERATIVA DE MUESTRA")],
    ),
    Banks(Country::Nl, PaymentMethodType::Ideal, &[("EXNLB1", "Voorbeeldbank"), ("EXNLB2", "Proefbank")]),
    Banks(Country::Cl, PaymentMethodType::Khipu, &[("EX01", "Banco Ejemplo"), ("EX02", "Banco Prueba")]),
];

/// Those that fit all that the query says. A checkout session stands for its country.
fn list(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let mut country = query(request, "country_code").map(Country::from);
    if let Some(country) = &country {
        check_country(country)?;
    }
    let method = query(request, "payment_method").map(PaymentMethodType::from);
    if let Some(PaymentMethodType::Unrecognized(_)) = method {
        let message = "payment_method is none that Yuno knows: send PSE, for example";
        return Err(Refused::new(400, ErrorCode::InvalidParameters, message));
    }
    if let Some(session) = query(request, "checkout_session") {
        let session = domain.sessions.open_checkout(session, now)?;
        country = country.or_else(|| session.details.country.clone());
    }
    let fits = |banks: &&Banks| {
        country.as_ref().is_none_or(|it| *it == banks.0) && method.as_ref().is_none_or(|it| *it == banks.1)
    };
    let found = BANKS.iter().filter(fits).flat_map(|banks| banks.2);
    let mut issuers = Issuers::default();
    issuers.issuers = Some(found.map(|(id, name)| issuer(id, name)).collect());
    answer(200, &issuers)
}

fn issuer(id: &str, name: &str) -> Issuer {
    let mut issuer = Issuer::default();
    issuer.id = Some(id.to_owned());
    issuer.name = Some(name.to_owned());
    issuer
}
