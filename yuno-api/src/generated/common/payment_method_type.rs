//! Generated from `spec/common/payment_method_type.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// What a payment is paid with, or what is enrolled. Values come from all lists of the reference; which of them an
    /// account can use depends on its connections.
    pub enum PaymentMethodType {
        /// Cardholder authentication.
        ThreeDs = "3DS",
        /// Cash voucher; paid at 7-Eleven shops.
        SevenEleven = "7ELEVEN",
        /// Bank transfer; United States bank debit.
        Ach = "ACH",
        /// Bank transfer; for enrollment.
        AchEnrollment = "ACH_ENROLLMENT",
        /// Bank transfer; United States bank debit, the account linked through Plaid.
        AchPlaid = "ACH_PLAID",
        /// Buy now, pay later.
        Acuotaz = "ACUOTAZ",
        /// Buy now, pay later.
        Addi = "ADDI",
        /// Bank transfer; for payouts.
        AfirmePayout = "AFIRME_PAYOUT",
        /// Buy now, pay later.
        AfterPay = "AFTER_PAY",
        /// Buy now, pay later; for enrollment.
        AfterPayEnrollment = "AFTER_PAY_ENROLLMENT",
        /// Cash voucher.
        Alfamart = "ALFAMART",
        /// Cash voucher.
        Alsuper = "ALSUPER",
        /// Cash voucher.
        Ampm = "AMPM",
        /// Wallet; Apple Pay.
        ApplePay = "APPLE_PAY",
        /// Bank transfer.
        AsociacionBonao = "ASOCIACION_BONAO",
        /// Bank transfer.
        AsociacionCibao = "ASOCIACION_CIBAO",
        /// Bank transfer.
        AsociacionLaNacional = "ASOCIACION_LA_NACIONAL",
        /// Wallet.
        Astropay = "ASTROPAY",
        /// Bank transfer; for payouts.
        AstropayPayout = "ASTROPAY_PAYOUT",
        /// Buy now, pay later.
        Atome = "ATOME",
        /// Cash voucher.
        Bam = "BAM",
        /// Bank transfer.
        Bancolombia = "BANCOLOMBIA",
        /// Buy now, pay later.
        BancolombiaBnpl = "BANCOLOMBIA_BNPL",
        /// Bank transfer; Bancolombia accounts charged by token.
        BancolombiaTokenbox = "BANCOLOMBIA_TOKENBOX",
        /// Bank transfer; the same as BANCOLOMBIA_TOKENBOX, as payments write it.
        BancolombiaTokenBox = "BANCOLOMBIA_TOKEN_BOX",
        /// Bank transfer; an older name of BANCOLOMBIA.
        BancolombiaTransfer = "BANCOLOMBIA_TRANSFER",
        /// Cash voucher.
        Bancomer = "BANCOMER",
        /// Bank transfer; Belgium.
        Bancontact = "BANCONTACT",
        /// Bank transfer; for enrollment.
        BancontactEnrollment = "BANCONTACT_ENROLLMENT",
        /// Bank transfer.
        BancoAdopem = "BANCO_ADOPEM",
        /// Bank transfer.
        BancoAtlantico = "BANCO_ATLANTICO",
        /// Bank transfer.
        BancoBanesco = "BANCO_BANESCO",
        /// Cash voucher.
        BancoContinental = "BANCO_CONTINENTAL",
        /// Bank transfer.
        BancoJmmb = "BANCO_JMMB",
        /// Bank transfer.
        BancoLafise = "BANCO_LAFISE",
        /// Bank transfer.
        BancoNacionalBankTransfer = "BANCO_NACIONAL_BANK_TRANSFER",
        /// Cash voucher.
        BancoNacionalCash = "BANCO_NACIONAL_CASH",
        /// Cash voucher.
        BancoPopularDominicana = "BANCO_POPULAR_DOMINICANA",
        /// Bank transfer.
        BancoSantaCruz = "BANCO_SANTA_CRUZ",
        /// Bank transfer.
        BancoVimenca = "BANCO_VIMENCA",
        /// Bank transfer.
        BankTransferViaKcp = "BANK TRANSFER (VIA KCP)",
        /// Bank transfer.
        BankTransfer = "BANK_TRANSFER",
        /// Cash voucher.
        Banorte = "BANORTE",
        /// Bank transfer.
        Banreservas = "BANRESERVAS",
        /// Cash voucher.
        Benavides = "BENAVIDES",
        /// Provider's page.
        BhdLeon = "BHD_LEON",
        /// Cash voucher.
        BigC = "BIG_C",
        /// Bank transfer; Poland.
        Blik = "BLIK",
        /// Cash voucher.
        Bodega = "BODEGA",
        /// Cash voucher; Brazil's payment slip.
        Boleto = "BOLETO",
        /// Wallet.
        Boost = "BOOST",
        /// Bank transfer; Colombia's Bre-B by QR code.
        BrebQr = "BREB_QR",
        /// Cash voucher.
        Calimax = "CALIMAX",
        /// Card; credit, debit or prepaid, of any brand.
        Card = "CARD",
        /// Cash voucher; an older name in an example.
        Cash = "CASH",
        /// Wallet; for enrollment.
        CashappEnrollment = "CASHAPP_ENROLLMENT",
        /// Buy now, pay later.
        CashApp = "CASH_APP",
        /// Cash voucher.
        CashCashmx = "CASH_CASHMX",
        /// Card.
        CheckoutApi = "CHECKOUT_API",
        /// Provider's page.
        CheckoutExpress = "CHECKOUT_EXPRESS",
        /// Provider's page.
        CheckoutPro = "CHECKOUT_PRO",
        /// Provider's page.
        CheckoutRedirect = "CHECKOUT_REDIRECT",
        /// Cash voucher.
        Circulok = "CIRCULOK",
        /// Buy now, pay later.
        Clearpay = "CLEARPAY",
        /// Wallet.
        Clictopay = "CLICTOPAY",
        /// Bank transfer; Mexico's QR and push transfer over SPEI.
        Codi = "CODI",
        /// Cash voucher.
        ComercialMexicana = "COMERCIAL_MEXICANA",
        /// Bank transfer.
        CooperativaLaAltagracia = "COOPERATIVA_LA_ALTAGRACIA",
        /// Card.
        CreditCardViaKcp = "CREDIT CARD (VIA KCP)",
        /// Wallet; stablecoins and other cryptocurrency.
        Crypto = "CRYPTO",
        /// Bank transfer.
        CuotealoBcp = "CUOTEALO_BCP",
        /// Wallet; Indonesia.
        Dana = "DANA",
        /// Bank transfer; Colombia.
        Daviplata = "DAVIPLATA",
        /// Bank transfer; for enrollment.
        DaviplataEnrollment = "DAVIPLATA_ENROLLMENT",
        /// Cash voucher.
        Delahorro = "DELAHORRO",
        /// Wallet.
        DeUnaApp = "DE_UNA_(APP)",
        /// Wallet.
        DeUnaWeb = "DE_UNA_(WEB)",
        /// Cash voucher.
        Direct = "DIRECT",
        /// Bank transfer.
        DirectDebit = "DIRECT_DEBIT",
        /// Cash voucher; paid at Efecty points in Colombia.
        Efecty = "EFECTY",
        /// Cash voucher.
        Elasturiano = "ELASTURIANO",
        /// Bank transfer; Austria.
        Eps = "EPS",
        /// Bank transfer.
        EuBankTransfer = "EU_BANK_TRANSFER",
        /// Bank transfer; for enrollment.
        EuBankTransferEnrollment = "EU_BANK_TRANSFER_ENROLLMENT",
        /// Cash voucher.
        Extra = "EXTRA",
        /// Cash voucher.
        FamilyMart = "FAMILY_MART",
        /// Cash voucher.
        Farmatodo = "FARMATODO",
        /// Cash voucher.
        Farmroma = "FARMROMA",
        /// Cash voucher.
        Farmunion = "FARMUNION",
        /// Bank transfer; Malaysia.
        Fpx = "FPX",
        /// Fraud screening.
        Fraud = "FRAUD",
        /// Wallet; the Philippines.
        Gcash = "GCASH",
        /// Wallet; Google Pay.
        GooglePay = "GOOGLE_PAY",
        /// Wallet; Southeast Asia.
        Grabpay = "GRABPAY",
        /// Bank transfer; Netherlands.
        Ideal = "IDEAL",
        /// Bank transfer; for enrollment.
        IdealEnrollment = "IDEAL_ENROLLMENT",
        /// Cash voucher.
        Indomaret = "INDOMARET",
        /// Cash voucher.
        Jumbomarket = "JUMBOMARKET",
        /// Wallet; South Korea.
        Kakaopay = "KAKAOPAY",
        /// Bank transfer; Chile and neighbours.
        Khipu = "KHIPU",
        /// Cash voucher.
        Kiosko = "KIOSKO",
        /// Cash voucher.
        KlapCash = "KLAP_CASH",
        /// Buy now, pay later.
        Klarna = "KLARNA",
        /// Buy now, pay later; for enrollment.
        KlarnaEnrollment = "KLARNA_ENROLLMENT",
        /// Bank transfer.
        KlarnaPayNow = "KLARNA_PAY_NOW",
        /// Bank transfer; for enrollment.
        KlarnaPayNowEnrollment = "KLARNA_PAY_NOW_ENROLLMENT",
        /// Buy now, pay later.
        KlarnaPayOverTime = "KLARNA_PAY_OVER_TIME",
        /// Buy now, pay later; for enrollment.
        KlarnaPayOverTimeEnrollment = "KLARNA_PAY_OVER_TIME_ENROLLMENT",
        /// Cash voucher.
        Lamasbarata = "LAMASBARATA",
        /// Cash voucher.
        Lawson = "LAWSON",
        /// Provider's page.
        LinkToPay = "LINK_TO_PAY",
        /// Wallet.
        Mach = "MACH",
        /// Provider's page.
        MayaCheckout = "MAYA_CHECKOUT",
        /// Wallet.
        MayaWallet = "MAYA_WALLET",
        /// Provider's page.
        MercadoPagoCheckoutPro = "MERCADO_PAGO_CHECKOUT_PRO",
        /// Wallet.
        MercadoPagoWallet = "MERCADO_PAGO_WALLET",
        /// Cash voucher.
        MiniStop = "MINI_STOP",
        /// Wallet; Denmark and Finland.
        Mobilepay = "MOBILEPAY",
        /// Wallet; Argentina.
        Modo = "MODO",
        /// Bank transfer.
        MonnetBankTransfer = "MONNET_BANK_TRANSFER",
        /// Cash voucher.
        MonnetCash = "MONNET_CASH",
        /// Wallet.
        MonnetQr = "MONNET_QR",
        /// Wallet.
        MonnetWallet = "MONNET_WALLET",
        /// Wallet; South Korea.
        NaverPay = "NAVER_PAY",
        /// Wallet; Colombia.
        Nequi = "NEQUI",
        /// Bank transfer.
        NequiDispersion = "NEQUI_DISPERSION",
        /// Wallet.
        NequiQr = "NEQUI_QR",
        /// Wallet.
        Nupay = "NUPAY",
        /// Wallet; an older name of NUPAY.
        NuPay = "NU_PAY",
        /// Wallet; for enrollment.
        NuPayEnrollment = "NU_PAY_ENROLLMENT",
        /// Wallet.
        OvoWallet = "OVO_WALLET",
        /// Cash voucher; paid at OXXO shops in Mexico.
        Oxxo = "OXXO",
        /// Cash voucher; paid at OXXO shops in Mexico.
        OxxoPay = "OXXO_PAY",
        /// Wallet.
        PagarComPagbank = "PAGAR COM PAGBANK",
        /// Cash voucher.
        PagaTodo = "PAGA_TODO",
        /// Cash voucher; Peru, as other providers write it.
        Pagoefectivo = "PAGOEFECTIVO",
        /// Cash voucher.
        Pagosnet = "PAGOSNET",
        /// Cash voucher.
        PagoAlPaso = "PAGO_AL_PASO",
        /// Cash voucher; Peru.
        PagoEfectivo = "PAGO_EFECTIVO",
        /// Cash voucher; Argentina.
        PagoFacil = "PAGO_FACIL",
        /// Provider's page.
        PagseguroCheckout = "PAGSEGURO_CHECKOUT",
        /// Bank transfer.
        PayByBankEurope = "PAY BY BANK (EUROPE)",
        /// Cash voucher.
        Paycash = "PAYCASH",
        /// Wallet.
        PaycoViaKcp = "PAYCO (VIA KCP)",
        /// Cash voucher.
        Paynet = "PAYNET",
        /// Card; payouts to a card.
        PayoutCard = "PAYOUT_CARD",
        /// Wallet.
        Paypal = "PAYPAL",
        /// Card.
        PaypalAcdc = "PAYPAL_ACDC",
        /// Wallet; for enrollment.
        PaypalEnrollment = "PAYPAL_ENROLLMENT",
        /// Bank transfer; for payouts.
        PaypalPayout = "PAYPAL_PAYOUT",
        /// Wallet; Japan.
        Paypay = "PAYPAY",
        /// Cash voucher.
        Payser = "PAYSER",
        /// Provider's page.
        Payvalida = "PAYVALIDA",
        /// Cash voucher.
        PayEasy = "PAY_EASY",
        /// Wallet.
        Picpay = "PICPAY",
        /// Bank transfer; Brazil's instant transfer.
        Pix = "PIX",
        /// Bank transfer; Pix confirmed with biometrics on the device.
        PixBiometrico = "PIX_BIOMETRICO",
        /// Buy now, pay later; Pix in installments.
        PixParcelado = "PIX_PARCELADO",
        /// Bank transfer; payouts over Pix.
        PixPayout = "PIX_PAYOUT",
        /// Wallet; Peru.
        Plin = "PLIN",
        /// Cash voucher.
        Pluxee = "PLUXEE",
        /// Wallet.
        PluxeePanama = "PLUXEE_PANAMA",
        /// Buy now, pay later.
        Powerpay = "POWERPAY",
        /// Bank transfer; Poland.
        Przelewy24 = "PRZELEWY24",
        /// Bank transfer; Colombia's online debit.
        Pse = "PSE",
        /// Cash voucher.
        Puntoshey = "PUNTOSHEY",
        /// Cash voucher.
        Puntoxpress = "PUNTOXPRESS",
        /// Cash voucher.
        PuntoPago = "PUNTO_PAGO",
        /// Cash voucher.
        PuntoXpress = "PUNTO_XPRESS",
        /// Wallet; for payouts.
        QiPayout = "QI_PAYOUT",
        /// Wallet.
        Qr = "QR",
        /// Cash voucher; Indonesia's QR code.
        Qris = "QRIS",
        /// Bank transfer; the Philippines' QR code.
        Qrph = "QRPH",
        /// Cash voucher; Argentina.
        Rapipago = "RAPIPAGO",
        /// Provider's page.
        Safetypay = "SAFETYPAY",
        /// Bank transfer.
        SafetypayBankTransfer = "SAFETYPAY_BANK_TRANSFER",
        /// Cash voucher.
        SafetypayCash = "SAFETYPAY_CASH",
        /// Cash voucher.
        Samsclub = "SAMSCLUB",
        /// Wallet.
        Satispay = "SATISPAY",
        /// Wallet.
        Sberpay = "SBERPAY",
        /// Bank transfer; Russia's instant transfer.
        Sbp = "SBP",
        /// Cash voucher.
        Seicomart = "SEICOMART",
        /// Cash voucher.
        Sencillito = "SENCILLITO",
        /// Bank transfer; direct debit in euros.
        Sepa = "SEPA",
        /// Bank transfer; for enrollment.
        SepaEnrollment = "SEPA_ENROLLMENT",
        /// Cash voucher.
        Servipag = "SERVIPAG",
        /// Cash voucher.
        Sfdeasis = "SFDEASIS",
        /// Wallet.
        Shopeepay = "SHOPEEPAY",
        /// Provider's page.
        SmartButton = "SMART_BUTTON",
        /// Bank transfer.
        SmartPix = "SMART_PIX",
        /// Cash voucher.
        Smelpueblo = "SMELPUEBLO",
        /// Cash voucher.
        Soriana = "SORIANA",
        /// Bank transfer; Mexico's instant transfer.
        Spei = "SPEI",
        /// Cash voucher.
        Stamaria = "STAMARIA",
        /// Bank transfer; for payouts.
        StpPayout = "STP_PAYOUT",
        /// Cash voucher.
        Superama = "SUPERAMA",
        /// Buy now, pay later.
        SuPlusPay = "SU_PLUS_PAY",
        /// Wallet; Sweden.
        Swish = "SWISH",
        /// Buy now, pay later.
        Tabby = "TABBY",
        /// Wallet.
        Tamara = "TAMARA",
        /// Buy now, pay later.
        TamaraBnpl = "TAMARA BNPL",
        /// Card; Panama's domestic debit card.
        TarjetaClave = "TARJETA_CLAVE",
        /// Cash voucher.
        Telecomm = "TELECOMM",
        /// Wallet; Thailand's QR code, PromptPay.
        ThaiQr = "THAI_QR",
        /// Bank transfer.
        Tokenbox = "TOKENBOX",
        /// Wallet.
        TouchNGo = "TOUCH_N_GO",
        /// Bank transfer; Argentina's interoperable QR code.
        Transferencia3 = "TRANSFERENCIA_3.0",
        /// Bank transfer.
        Transfiya = "TRANSFIYA",
        /// Bank transfer; for payouts.
        TransfiyaPayout = "TRANSFIYA_PAYOUT",
        /// Wallet.
        Truemoney = "TRUEMONEY",
        /// Bank transfer; Europe, from the bank account.
        Trustly = "TRUSTLY",
        /// Wallet; Switzerland.
        Twint = "TWINT",
        /// Wallet; Norway.
        Vipps = "VIPPS",
        /// Bank transfer; Indonesia's virtual accounts.
        VirtualAccountIdn = "VIRTUAL_ACCOUNT_IDN",
        /// Card; a Visa card, as one enrollment example names it.
        Visa = "VISA",
        /// Card; meal and food vouchers.
        Voucher = "VOUCHER",
        /// Cash voucher.
        Waldos = "WALDOS",
        /// Wallet.
        WalletConnect = "WALLET_CONNECT",
        /// Cash voucher.
        Walmart = "WALMART",
        /// Provider's page; Chile's card page by Transbank.
        Webpay = "WEBPAY",
        /// Provider's page.
        WebpayPlusMall = "WEBPAY_PLUS_MALL",
        /// Wallet; China.
        WechatPay = "WECHAT_PAY",
        /// Buy now, pay later.
        Wibond = "WIBOND",
        /// Cash voucher.
        Wunion = "WUNION",
        /// Wallet; Peru.
        Yape = "YAPE",
        /// Wallet; for enrollment.
        YapeEnrollment = "YAPE_ENROLLMENT",
        /// Wallet; Panama.
        Yappy = "YAPPY",
        /// Wallet; Iraq.
        ZainCash = "ZainCash",
    }
}
