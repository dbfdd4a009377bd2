//! One-time tokens.

pub(crate) mod card;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{CardDataInput, Country, ErrorCode};

pub(crate) use self::card::CardOnFile;
use super::{errors::Refused, handlers::Handler};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Tokens {
    unused: BTreeMap<String, CardOnFile>,
}

impl Tokens {
    pub(crate) fn spend(&mut self, token: &str, _now: Timestamp) -> Result<CardOnFile, Refused> {
        let missing =
            || Refused::new(401, ErrorCode::InvalidToken, "the token does not exist, has expired, or was used");
        self.unused.remove(token).ok_or_else(missing)
    }

    /// A card as a request has it, as it may be kept.
    pub(crate) fn read_card(&self, input: &CardDataInput, country: Option<&Country>) -> Result<CardOnFile, Refused> {
        CardOnFile::read(input, country)
    }

    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        self.unused.insert(token.to_owned(), card);
    }
}
