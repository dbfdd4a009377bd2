//! What the program says when it starts: how to reach it, and what to send.

use yuno_sandbox::{
    PRIVATE_SECRET_KEY, PUBLIC_API_KEY, Sandbox,
    cards::{BRANDS, OUTCOMES},
};

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
    for brand in &BRANDS {
        text += &format!("  {}, security code {}\n", brand.name, brand.security_code);
        for outcome in &OUTCOMES {
            text += &format!("    {:<16}  {}\n", brand.number(outcome), outcome.response_code);
        }
    }
    text += &format!(
        "\n\
         To begin with:\n\
         \n\
         curl {url}/v1/customers -H 'public-api-key: {PUBLIC_API_KEY}' -H 'private-secret-key: {PRIVATE_SECRET_KEY}' \
         -H 'content-type: application/json' -d '{{\"merchant_customer_id\": \"shopper-42\", \"country\": \"BR\"}}'\n\
         \n\
         What else it can do: {url}/_sandbox/\n\
         Ctrl-C stops it."
    );
    text
}
