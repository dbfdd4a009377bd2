// The members of `Payment` and of all that it holds, as the spec has them: `plain!` says what becomes of them.

plain! { Payment {
    id: String,
    account_id: String,
    account_code: String,
    idempotency_key: String,
    merchant_order_id: String,
    description: String,
    country: Country,
    status: PaymentStatus,
    sub_status: PaymentSubStatus,
    amount: Box<PaymentAmount>,
    taxes: Vec<Tax>,
    workflow: Workflow,
    callback_url: String,
    checkout: Box<CheckoutReference>,
    payment_method: Box<PaymentMethod>,
    customer_payer: Box<CustomerPayer>,
    additional_data: Box<AdditionalData>,
    transactions: Vec<Transaction>,
    transactions_history: Vec<Transaction>,
    fraud_screening: Box<FraudScreening>,
    split_marketplace: Vec<Split>,
    split: Vec<Split>,
    subscription: Box<PaymentSubscription>,
    subscription_code: String,
    payment_link_id: String,
    payment_link_code: String,
    routing_rules: Box<RoutingRules>,
    simplified_mode: bool,
    metadata: Vec<Metadata>,
    created_at: Timestamp,
    updated_at: Timestamp,
    payment: Box<Payment>,
} }

plain! { PaymentAmount {
    currency: Currency,
    #[serde(default, with = "rust_decimal::serde::float_option")] value: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] captured: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] refunded: Decimal,
    currency_conversion: Box<CurrencyConversion>,
} }

plain! { Tax {
    #[serde(rename = "type")] type_: TaxType,
    #[serde(default, with = "rust_decimal::serde::float_option")] tax_base: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] value: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] percentage: Decimal,
} }

plain! { CheckoutReference {
    session: String,
    sdk_action_required: bool,
} }

plain! { PaymentMethod {
    #[serde(rename = "type")] type_: PaymentMethodType,
    token: String,
    vaulted_token: String,
    vault_on_success: bool,
    parent_payment_method_type: PaymentMethodType,
    payment_method_detail: Box<PaymentMethodDetail>,
    detail: Box<PaymentMethodDetail>,
} }

plain! { CustomerPayer {
    id: String,
    customer_id: String,
    merchant_customer_id: String,
    merchant_customer_created_at: Timestamp,
    code: String,
    organization_customer_external_id: String,
    first_name: String,
    last_name: String,
    gender: Gender,
    date_of_birth: String,
    email: String,
    nationality: Country,
    document: Box<Document>,
    phone: Box<Phone>,
    billing_address: Box<Address>,
    shipping_address: Box<Address>,
    ip_address: String,
    device_fingerprint: String,
    device_fingerprints: Vec<DeviceFingerprint>,
    browser_info: Box<BrowserInfo>,
    geolocation: Box<Geolocation>,
    merchant_customer_validations: Box<CustomerValidations>,
} }

plain! { AdditionalData {
    order: Box<Order>,
    airline: Box<Airline>,
    transportations: Vec<Transportation>,
    seller_details: Box<SellerDetails>,
} }

plain! { Transaction {
    id: String,
    #[serde(rename = "type")] type_: TransactionType,
    status: TransactionStatus,
    category: PaymentMethodCategory,
    #[serde(default, with = "rust_decimal::serde::float_option")] amount: Decimal,
    provider_id: Provider,
    payment_method: Box<PaymentMethod>,
    response_code: ResponseCode,
    response_message: String,
    merchant_advice_code: MerchantAdviceCode,
    merchant_advice_code_message: String,
    reason: TransactionReason,
    description: String,
    merchant_reference: String,
    provider_data: Box<ProviderData>,
    connection_data: Box<ConnectionData>,
    three_d_secure_action_required: Value,
    simplified_mode: bool,
    receipt: bool,
    receipt_url: String,
    receipt_language: ReceiptLanguage,
    device_fingerprint: String,
    created_at: Timestamp,
    updated_at: Timestamp,
} }

plain! { FraudScreening {
    stand_alone: bool,
    status: TransactionStatus,
    transactions: Vec<Transaction>,
    created_at: Timestamp,
    updated_at: Timestamp,
} }

plain! { Split {
    recipient_id: String,
    provider_recipient_id: String,
    #[serde(rename = "type")] type_: SplitType,
    amount: Box<SplitAmount>,
    description: String,
    merchant_reference: String,
    recipient_type: SplitRecipientType,
    liability: Box<SplitLiability>,
} }

plain! { PaymentSubscription {
    id: String,
    frequency: Box<SubscriptionFrequency>,
    amount: Box<SubscriptionAmount>,
    billing_cycles: Box<SubscriptionBillingCycles>,
    billing_date: Box<BillingDate>,
    availability: Box<Availability>,
} }

plain! { RoutingRules {
    smart_routing: bool,
    monitors: bool,
    condition: Box<RoutingCondition>,
} }

plain! { Metadata {
    key: String,
    value: String,
} }

plain! { CurrencyConversion {
    id: String,
    code: String,
    provider_currency_conversion_id: String,
    cardholder_currency: Currency,
    #[serde(default, with = "rust_decimal::serde::float_option")] cardholder_amount: Decimal,
    cardholder_accepted: bool,
    #[serde(default, with = "rust_decimal::serde::float_option")] rate: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] rate_margin_percentage: Decimal,
    rate_source: String,
    provider: CurrencyConversionProvider,
    description: String,
    created_at: Timestamp,
    expires_at: Timestamp,
    status: CurrencyConversionStatus,
    error_reason: CurrencyConversionError,
    provider_data: Box<CurrencyConversionProviderData>,
} }

plain! { PaymentMethodDetail {
    card: Box<Card>,
    bank_transfer: Box<BankTransfer>,
    wallet: Box<Wallet>,
    ticket: Box<Ticket>,
    bnpl: Box<Bnpl>,
    payment_link: Box<PaymentLink>,
} }

plain! { Document {
    document_number: String,
    document_type: DocumentType,
    country: Country,
} }

plain! { Phone {
    country_code: String,
    number: String,
} }

plain! { Address {
    address_line_1: String,
    address_line_2: String,
    building_number_1: String,
    building_number_2: String,
    city: String,
    country: Country,
    state: String,
    zip_code: String,
    neighborhood: String,
} }

plain! { DeviceFingerprint {
    provider_id: FingerprintProvider,
    id: String,
} }

plain! { BrowserInfo {
    user_agent: String,
    accept_header: String,
    accept_content: String,
    accept_browser: String,
    color_depth: String,
    screen_height: String,
    screen_width: String,
    javascript_enabled: bool,
    java_enabled: bool,
    browser_time_difference: String,
    language: String,
    platform: Platform,
} }

plain! { Geolocation {
    latitude: String,
    longitude: String,
} }

plain! { CustomerValidations {
    account_is_verified: bool,
    email_is_verified: bool,
    phone_is_verified: bool,
} }

plain! { Order {
    items: Vec<OrderItem>,
    #[serde(default, with = "rust_decimal::serde::float_option")] shipping_amount: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] fee_amount: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] tip_amount: Decimal,
    taxes: Vec<Tax>,
    discounts: Vec<Discount>,
    shipping: Box<Shipping>,
    tickets: Vec<OrderTicket>,
    account_funding: Box<AccountFunding>,
    sales_channel: String,
    fulfillment: Value,
} }

plain! { Airline {
    pnr: String,
    #[serde(rename = "type")] type_: TripType,
    legs: Vec<AirlineLeg>,
    passengers: Vec<Passenger>,
    tickets: Vec<TravelTicket>,
    ticket: Box<TravelTicket>,
} }

plain! { Transportation {
    id: String,
    description: String,
    #[serde(rename = "type")] type_: TripType,
    legs: Vec<TransportationLeg>,
    transport: Box<Transport>,
    passengers: Vec<Passenger>,
    tickets: Vec<TravelTicket>,
} }

plain! { SellerDetails {
    name: String,
    email: String,
    reference: String,
    website: String,
    industry: IndustryCategory,
    merchant_category_code: String,
    country: Country,
    document: Box<Document>,
    phone: Box<Phone>,
    address: Box<Address>,
} }

plain! { ProviderData {
    id: Provider,
    provider_id: Provider,
    transaction_id: String,
    account_id: String,
    third_party_transaction_id: String,
    third_party_account_id: String,
    status: String,
    sub_status: String,
    status_detail: String,
    response_code: String,
    response_message: String,
    reason_code: String,
    reason_description: String,
    iso8583_response_code: String,
    iso8583_response_message: String,
    iso8583_code: String,
    iso8583_message: String,
    merchant_advice_code: String,
    merchant_advice_code_message: String,
    score: String,
    three_d_secure_provider: String,
    three_d_secure_setup_transaction_id: String,
    strong_customer_authentication_exemptions: Vec<ScaExemption>,
    raw_request: Value,
    raw_response: Value,
} }

plain! { ConnectionData {
    id: String,
    name: String,
} }

plain! { SplitAmount {
    #[serde(default, with = "rust_decimal::serde::float_option")] value: Decimal,
    currency: Currency,
    calculation_type: SplitCalculation,
    #[serde(default, with = "rust_decimal::serde::float_option")] percentage: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] fixed_amount: Decimal,
    rounding_mode: SplitRounding,
} }

plain! { SplitLiability {
    processing_fee: SplitFeePayer,
    chargebacks: bool,
} }

plain! { SubscriptionFrequency {
    #[serde(rename = "type")] type_: FrequencyUnit,
    value: i64,
    execution: SubscriptionExecution,
} }

plain! { SubscriptionAmount {
    #[serde(default, with = "rust_decimal::serde::float_option")] value: Decimal,
    currency: Currency,
    #[serde(rename = "type")] type_: SubscriptionAmountType,
} }

plain! { SubscriptionBillingCycles {
    total: i64,
} }

plain! { BillingDate {
    #[serde(rename = "type")] type_: String,
    day: i64,
} }

plain! { Availability {
    start_at: Timestamp,
    finish_at: Timestamp,
} }

plain! { RoutingCondition {
    id: i64,
    name: String,
    description: String,
} }

plain! { CurrencyConversionProviderData {
    id: Provider,
    acquirer_id: String,
} }

plain! { Card {
    verify: bool,
    capture: bool,
    installments: i64,
    first_installment_deferral: i64,
    installments_plan_id: String,
    installments_type: InstallmentsType,
    #[serde(default, with = "rust_decimal::serde::float_option")] installment_amount: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] installments_total_amount: Decimal,
    soft_descriptor: String,
    authorization_code: String,
    retrieval_reference_number: String,
    acquirer_reference_number: String,
    voucher: String,
    card_data: Box<CardData>,
    network_token: Box<NetworkToken>,
    stored_credentials: Box<StoredCredentials>,
    fingerprint: String,
    redirect_url: String,
} }

plain! { BankTransfer {
    provider_image: String,
    account_type: BankAccountType,
    bank_id: String,
    bank_name: String,
    beneficiary_name: String,
    bank_account: String,
    bank_account_2: String,
    bank_account_mask_number: String,
    beneficiary_document_type: DocumentType,
    beneficiary_document: String,
    payment_instruction: String,
    redirect_url: String,
    mandate: Box<Mandate>,
} }

plain! { Wallet {
    verify: bool,
    capture: bool,
    installments: i64,
    payment_method_id: String,
    payment_method_detail: String,
    date_of_expiration: String,
    money_release_date: String,
    sponsor_id: String,
    authorization_code: String,
    customer_data: Value,
    card_data: Box<CardData>,
    redirect_url: String,
} }

plain! { Ticket {
    #[serde(rename = "type")] type_: String,
    date_of_expiration: String,
    provider_number: String,
    provider_barcode: String,
    provider_logo: String,
    provider_format: String,
    payment_instruction: String,
    redirect_url: String,
} }

plain! { Bnpl {
    installments: i64,
    provider_image: String,
    redirect_url: String,
    customer_data: Box<BnplCustomerData>,
} }

plain! { PaymentLink {
    verify: bool,
    capture: bool,
    installments: i64,
    payment_method_id: String,
    payment_method_detail: String,
    date_of_expiration: String,
    money_release_date: String,
    sponsor_id: String,
    authorization_code: String,
    redirect_url: String,
} }

plain! { OrderItem {
    id: String,
    name: String,
    quantity: i64,
    #[serde(default, with = "rust_decimal::serde::float_option")] unit_amount: Decimal,
    category: ItemCategory,
    brand: String,
    sku_code: String,
    manufacture_part_number: String,
    url: String,
    image_url: String,
} }

plain! { Discount {
    id: String,
    name: String,
    #[serde(default, with = "rust_decimal::serde::float_option")] unit_amount: Decimal,
} }

plain! { Shipping {
    #[serde(rename = "type")] type_: ShippingType,
    description: String,
    carrier: ShippingCarrier,
    deliver_at: String,
    recipients: Vec<Value>,
} }

plain! { OrderTicket {
    id: String,
    name: String,
    description: String,
    #[serde(rename = "type")] type_: OrderTicketType,
    amount: Box<Amount>,
    event: Box<TicketEvent>,
} }

plain! { AccountFunding {
    sender: Box<AccountFundingParty>,
    beneficiary: Box<AccountFundingParty>,
} }

plain! { AirlineLeg {
    order: i64,
    route_order: i64,
    departure_airport: String,
    departure_airport_country: Country,
    departure_airport_city: String,
    departure_airport_timezone: String,
    departure_datetime: String,
    arrival_airport: String,
    arrival_airport_country: Country,
    arrival_airport_city: String,
    arrival_airport_timezone: String,
    arrival_datetime: String,
    carrier_code: String,
    flight_number: String,
    fare_basis_code: String,
    fare_class_code: FareClassCode,
    #[serde(default, with = "rust_decimal::serde::float_option")] base_fare: Decimal,
    base_fare_currency: Currency,
    stopover_code: StopoverCode,
    passenger_id: String,
    expedited_boarding: Value,
    extra_baggage: Value,
    purchased_meals: Value,
    selected_seat: Value,
} }

plain! { Passenger {
    id: String,
    first_name: String,
    middle_name: String,
    last_name: String,
    email: String,
    phone: Box<Phone>,
    #[serde(rename = "type")] type_: PassengerType,
    date_of_birth: String,
    nationality: Country,
    country: Country,
    document: Box<Document>,
    loyalty_number: String,
    loyalty_tier: LoyaltyTier,
    address: Value,
    evidence_document_source: Value,
} }

plain! { TravelTicket {
    passenger_id: String,
    ticket_number: String,
    e_ticket: bool,
    restricted: bool,
    #[serde(default, with = "rust_decimal::serde::float_option")] total_fare_amount: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] total_tax_amount: Decimal,
    #[serde(default, with = "rust_decimal::serde::float_option")] total_fee_amount: Decimal,
    issue: Box<TicketIssue>,
} }

plain! { TransportationLeg {
    passenger_id: String,
    order: i64,
    route_order: i64,
    departure_country: Country,
    departure_city: String,
    departure_timezone: String,
    departure_datetime: String,
    departure_reference: String,
    departure_station: String,
    arrival_country: Country,
    arrival_city: String,
    arrival_timezone: String,
    arrival_datetime: String,
    arrival_reference: String,
    arrival_station: String,
    transport: Box<Transport>,
} }

plain! { Transport {
    id: String,
    #[serde(rename = "type")] type_: TransportType,
    description: String,
} }

plain! { CardData {
    number: String,
    iin: String,
    lfd: String,
    number_length: i64,
    security_code_length: i64,
    security_code_expires_in: i64,
    holder_name: String,
    expiration_month: i64,
    expiration_year: i64,
    brand: CardBrand,
    #[serde(rename = "type")] type_: CardType,
    category: String,
    issuer_name: String,
    issuer: String,
    issuer_code: String,
    country_code: Country,
    fingerprint: String,
    three_d_secure: Box<ThreeDSecure>,
    network_token: Box<VaultedNetworkToken>,
} }

plain! { NetworkToken {
    network: CardBrand,
    status: NetworkTokenStatus,
    par: String,
    token_data: Box<NetworkTokenData>,
    stored_credentials: Box<StoredCredentials>,
} }

plain! { StoredCredentials {
    reason: StoredCredentialsReason,
    usage: StoredCredentialsUsage,
    subscription_agreement_id: String,
    network_transaction_id: String,
    additional_data: Box<StoredCredentialsAdditionalData>,
} }

plain! { Mandate {
    id: String,
    info: String,
    received_status: String,
    existing_status: String,
    created_at: Timestamp,
    updated_at: Timestamp,
} }

plain! { BnplCustomerData {
    bank_user_id: String,
} }

plain! { Amount {
    currency: Currency,
    #[serde(default, with = "rust_decimal::serde::float_option")] value: Decimal,
} }

plain! { TicketEvent {
    id: String,
    name: String,
    description: String,
    #[serde(rename = "type")] type_: TicketEventType,
    date: String,
    address: Box<Address>,
} }

plain! { AccountFundingParty {
    national_entity: NationalEntity,
    first_name: String,
    last_name: String,
    legal_name: String,
    email: String,
    country: Country,
    date_of_birth: String,
    document: Box<Document>,
    phone: Box<Phone>,
    address: Box<Address>,
} }

plain! { TicketIssue {
    carrier_prefix_code: String,
    travel_agent_code: String,
    travel_agent_name: String,
    booking_system_code: String,
    booking_system_name: String,
    date: String,
    address: String,
    city: String,
    country: Country,
    zip_code: String,
} }

plain! { ThreeDSecure {
    three_d_secure_setup_id: String,
    version: ThreeDSecureVersion,
    electronic_commerce_indicator: String,
    cryptogram: String,
    transaction_id: String,
    directory_server_transaction_id: String,
    pares_status: ThreeDSecureOutcome,
    has_challenge: bool,
    acs_id: String,
    ds_id: String,
    token: String,
    collect_url: String,
    setup_reference_id: String,
    developer_id: String,
    solution_id: String,
    code: String,
} }

plain! { VaultedNetworkToken {
    network: CardBrand,
    number: String,
    status: NetworkTokenStatus,
    par: String,
    network_token_id: String,
    token_data: Box<VaultedNetworkTokenData>,
    response: Box<NetworkTokenResponse>,
} }

plain! { NetworkTokenData {
    iin: String,
    lfd: String,
    expiration_month: String,
    expiration_year: String,
    network_payment_reference: String,
    response: Box<NetworkTokenResponse>,
} }

plain! { StoredCredentialsAdditionalData {
    billing_cycles: Box<BillingCycles>,
    frequency: Box<Frequency>,
    availability: Box<Availability>,
} }

plain! { VaultedNetworkTokenData {
    iin: String,
    lfd: String,
    expiration_month: i64,
    expiration_year: i64,
} }

plain! { NetworkTokenResponse {
    code: String,
    message: String,
} }

plain! { BillingCycles {
    current: i64,
    total: i64,
} }

plain! { Frequency {
    #[serde(rename = "type")] type_: FrequencyUnit,
    value: i64,
} }
