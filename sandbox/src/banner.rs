//! What the program says when it starts: how to reach it, and what to send.

use yuno_sandbox::{PRIVATE_SECRET_KEY, PUBLIC_API_KEY, Sandbox, cards};

/// The keys, the account, the test cards and a call to begin with.
pub(crate) fn banner(sandbox: &Sandbox, exposed: bool) -> String {
    let url = sandbox.url();
    let account = sandbox.account_id();
    let mut text = format!(
        "Yuno sandbox: {url}\n\
         \n\
         It keeps what it is sent in memory, of cards the BIN and the last four digits. Send it test data only.\n"
    );
    if exposed {
        text += "It is exposed: other machines can call it, and nothing is encrypted on the way.\n";
    }
    text += &format!(
        "\n\
         public-api-key: {PUBLIC_API_KEY}\n\
         private-secret-key: {PRIVATE_SECRET_KEY}\n\
         account_id: {account}\n\
         \n\
         Test cards, with any expiry to come:\n"
    );
    let mut brand = "";
    for card in cards::outcomes() {
        if card.brand() != brand {
            brand = card.brand();
            text += &format!("  {brand}, security code {}\n", card.security_code());
        }
        text += &format!("    {:<16}  {}\n", card.number, card.result);
    }
    text += "  3-D Secure\n";
    for result in ["BROWSER_CHALLENGE", "AUTHENTICATED_BROWSER_FRICTIONLESS", "NOT_AUTHENTICATED_BROWSER_FRICTIONLESS"]
    {
        if let Some(card) = cards::three_d_secure().find(|card| card.result == result && card.brand() == "Visa") {
            text += &format!("    {:<16}  {result}\n", card.number);
        }
    }
    text += &format!(
        "\n\
         To begin with:\n\
         \n\
         curl {url}/v1/customers -H 'public-api-key: {PUBLIC_API_KEY}' -H 'private-secret-key: {PRIVATE_SECRET_KEY}' \
         -H 'content-type: application/json' -d '{{\"merchant_customer_id\": \"shopper-42\", \"country\": \"BR\"}}'\n\
         \n\
         A page to look at it, and to be the shopper and the bank: {url}\n\
         What else it can do: {url}/_sandbox/\n\
         Ctrl-C stops it."
    );
    text
}
