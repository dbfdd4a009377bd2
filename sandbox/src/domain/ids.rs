//! Ids that look random and are the same in every run with the same seed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Builder;

/// Makes ids. Each kind counts for itself, so that one more transaction does not change the ids of customers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Ids {
    seed: u64,
    made: BTreeMap<String, u64>,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, made: BTreeMap::new() }
    }

    /// A UUID in the form of version 4. Two of one kind are never the same.
    pub(crate) fn next(&mut self, kind: &'static str) -> String {
        let (high, low) = self.draw(kind);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&high.to_be_bytes());
        bytes[8..].copy_from_slice(&low.to_be_bytes());
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    /// So many digits, for the numbers that issuers and providers give.
    pub(crate) fn digits(&mut self, kind: &'static str, count: u32) -> String {
        let (high, _) = self.draw(kind);
        let value = high % 10_u64.pow(count.min(18));
        format!("{value:0width$}", width = count as usize)
    }

    fn draw(&mut self, kind: &'static str) -> (u64, u64) {
        let count = if let Some(count) = self.made.get_mut(kind) {
            count
        } else {
            self.made.entry(kind.to_owned()).or_default()
        };
        *count += 1;
        let start = mix(self.seed).wrapping_add(kind_number(kind));
        (mix(start.wrapping_add(*count)), mix(start.wrapping_sub(*count).rotate_left(32)))
    }
}

/// FNV-1a: a number for each kind, the same in every build.
fn kind_number(kind: &str) -> u64 {
    kind.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// `SplitMix64`: every input has its own output, and neighbors look unrelated.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use std::collections::BTreeSet;

    use uuid::{Uuid, Variant};

    use super::Ids;

    #[test]
    fn ids_are_those_of_the_seed_and_never_the_same_twice() {
        let (mut one, mut two, mut other) = (Ids::new(7), Ids::new(7), Ids::new(8));
        two.next("customer");
        let mut seen = BTreeSet::new();
        for _ in 0..10_000 {
            let id = one.next("payment");
            assert_eq!(id, two.next("payment"), "another kind does not change them");
            assert_ne!(id, other.next("payment"));
            let uuid: Uuid = id.parse().unwrap();
            assert_eq!((uuid.get_version_num(), uuid.get_variant()), (4, Variant::RFC4122));
            assert!(seen.insert(id));
        }
        assert_eq!(one.digits("code", 6).len(), 6);
    }
}
