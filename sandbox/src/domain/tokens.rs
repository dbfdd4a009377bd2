//! One-time tokens.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{CardData, ErrorCode, PaymentMethodType};

use super::{errors::Refused, handlers::Handler};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Tokens {
    unused: BTreeMap<String, CardOnFile>,
}

/// What a token stands for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CardOnFile {
    pub type_: PaymentMethodType,
    pub card: Option<CardData>,
}

impl Tokens {
    pub(crate) fn spend(&mut self, token: &str, _now: Timestamp) -> Result<CardOnFile, Refused> {
        self.unused.remove(token).ok_or_else(|| {
            Refused::bad_request(ErrorCode::InvalidToken, "the token does not exist, has expired, or was used")
        })
    }

    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        self.unused.insert(token.to_owned(), card);
    }
}
