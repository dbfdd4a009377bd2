//! A required member that is given twice.
use yuno_api::types::*;

fn main() {
    let _ = Amount::builder().currency(Currency::Brl).value(1).currency(Currency::Cop).build();
}
