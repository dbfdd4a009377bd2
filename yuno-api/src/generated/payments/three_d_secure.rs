//! Generated from `spec/payments/three_d_secure.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// The result of a 3-D Secure authentication. Send it when the merchant authenticates without Yuno; with the SDK
/// or the hosted checkout, Yuno fills it in.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct ThreeDSecure {
    /// The setup made beforehand with Yuno, when Yuno authenticates in a server-to-server payment.
    pub three_d_secure_setup_id: Option<String>,
    /// The version of the EMV 3-D Secure protocol.
    pub version: Option<ThreeDSecureVersion>,
    /// The ECI that the authentication ended with, such as `05`. It tells the issuer whether, and how well, the
    /// cardholder was authenticated. At most 2 characters.
    pub electronic_commerce_indicator: Option<String>,
    /// The proof of authentication (CAVV at Visa, AAV or UCAF at Mastercard), in Base64. At most 40 characters.
    pub cryptogram: Option<Sensitive>,
    /// The authentication's id. The XID in version 1; in version 2 the directory server's UUID. At most 40 characters.
    pub transaction_id: Option<String>,
    /// The id that Mastercard's directory server gave.
    pub directory_server_transaction_id: Option<String>,
    /// How the authentication ended.
    #[builder(skip)]
    pub pares_status: Option<ThreeDSecureOutcome>,
    /// Whether the cardholder had to respond to a challenge. False for a frictionless flow, and for one that only sent
    /// data.
    #[builder(skip)]
    pub has_challenge: Option<bool>,
    /// The id that the issuer's access control server gave.
    #[builder(skip)]
    pub acs_id: Option<String>,
    /// The id that the directory server gave.
    #[builder(skip)]
    pub ds_id: Option<String>,
    /// The token with which the browser sends its data to `collect_url`.
    #[builder(skip)]
    pub token: Option<Sensitive>,
    /// Where the browser sends its data before the authentication.
    #[builder(skip)]
    pub collect_url: Option<String>,
    /// The provider's id of the setup.
    #[builder(skip)]
    pub setup_reference_id: Option<String>,
    /// The id by which the provider knows the integration's developer.
    #[builder(skip)]
    pub developer_id: Option<String>,
    /// The id by which the provider knows the integration.
    #[builder(skip)]
    pub solution_id: Option<String>,
    /// The provider's code for the result.
    #[builder(skip)]
    pub code: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { ThreeDSecure {
    three_d_secure_setup_id; version;
    electronic_commerce_indicator: max_length(2);
    cryptogram: max_length(40);
    transaction_id: max_length(40);
    directory_server_transaction_id; pares_status; has_challenge; acs_id; ds_id; token; collect_url;
    setup_reference_id; developer_id; solution_id; code;
} }

open_enum! {
    /// The version of the EMV 3-D Secure protocol.
    pub enum ThreeDSecureVersion {
        /// The first protocol, which the networks have retired.
        V1_0 = "1.0",
        V2_0 = "2.0",
        V2_1_0 = "2.1.0",
        V2_2_0 = "2.2.0",
        V2_2_1 = "2.2.1",
        V2_3_0 = "2.3.0",
        V2_3_1 = "2.3.1",
    }
}

open_enum! {
    /// How an authentication ended, as one letter.
    pub enum ThreeDSecureOutcome {
        /// The cardholder was authenticated.
        Authenticated = "Y",
        /// The cardholder was not authenticated.
        Failed = "N",
        /// Authentication could not be carried out.
        Unavailable = "U",
        /// Authentication was attempted, and the network vouches for the attempt.
        Attempted = "A",
    }
}
