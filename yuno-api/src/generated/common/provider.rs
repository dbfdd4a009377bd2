//! Generated from `spec/common/provider.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// A provider that takes part in a payment: an acquirer, a processor, a wallet, a fraud screener, or Yuno's own
    /// test gateway.
    pub enum Provider {
        /// 2C2P.
        TwoC2P = "2C2P",
        /// aCuotaz.
        Acuotaz = "ACUOTAZ",
        /// Addi.
        Addi = "ADDI",
        /// Adyen.
        Adyen = "ADYEN",
        /// Banca Afirme.
        Afirme = "AFIRME",
        /// Airwallex.
        Airwallex = "AIRWALLEX",
        /// Alelo.
        Alelo = "ALELO",
        /// Allinpay.
        Allinpay = "ALLINPAY",
        /// American Express.
        Amex = "AMEX",
        /// Apple Pay.
        ApplePay = "APPLE_PAY",
        /// Arcus.
        Arcus = "ARCUS",
        /// AstroPay.
        Astropay = "ASTROPAY",
        /// Azul.
        Azul = "AZUL",
        /// BAC Credomatic.
        BacCredomatic = "BAC_CREDOMATIC",
        /// Bamboo.
        Bamboo = "BAMBOO",
        /// Bancard.
        Bancard = "BANCARD",
        /// Banco do Brasil.
        BancoDoBrasil = "BANCO_DO_BRASIL",
        /// Bank of America.
        BankOfAmerica = "BANK_OF_AMERICA",
        /// Bayonet, fraud screening.
        Bayonet = "BAYONET",
        /// Banco BHD León.
        BhdLeon = "BHD_LEON",
        /// Bradesco.
        Bradesco = "BRADESCO",
        /// Braintree.
        Braintree = "BRAINTREE",
        /// CCAvenue.
        CcAvenue = "CCAvenue",
        /// Checkout.com, as one example writes it.
        Checkout = "CHECKOUT",
        /// Checkout.com.
        Checkoutcom = "CHECKOUTCOM",
        /// Canadian Imperial Bank of Commerce.
        Cibc = "CIBC",
        /// Cielo.
        Cielo = "CIELO",
        /// ClearSale, fraud screening.
        Clearsale = "CLEARSALE",
        /// Click to Pay.
        ClickToPay = "CLICK_TO_PAY",
        /// Centre Monétique Interbancaire.
        Cmi = "CMI",
        /// Cobro Digital.
        CobroDigital = "COBRO_DIGITAL",
        /// Coinflow.
        Coinflow = "COINFLOW",
        /// Credibanco.
        Credibanco = "CREDIBANCO",
        /// Cuotéalo of BCP.
        CuotealoBcp = "CUOTEALO_BCP",
        /// Cybersource, processing and fraud screening.
        Cybersource = "CYBERSOURCE",
        /// Cybersource, as cardholder authentication.
        Cybersource3Ds = "CYBERSOURCE_3DS",
        /// DaviPlata.
        Daviplata = "DAVIPLATA",
        /// De Una.
        DeUna = "DE_UNA",
        /// Diners Club.
        Diners = "DINERS",
        /// Directa24.
        Directa24 = "DIRECTA24",
        /// dLocal.
        Dlocal = "DLOCAL",
        /// EBANX.
        Ebanx = "EBANX",
        /// Ecommpay.
        Ecommpay = "ECOMMPAY",
        /// ecomPROCESSING.
        EcomProcessing = "ECOM_PROCESSING",
        /// Elavon.
        Elavon = "ELAVON",
        /// ePayco.
        Epayco = "EPAYCO",
        /// EVO Payments.
        EvoPayments = "EVO_PAYMENTS",
        /// First Atlantic Commerce.
        Fac = "FAC",
        /// Fintoc.
        Fintoc = "FINTOC",
        /// Fiserv.
        Fiserv = "FISERV",
        /// Banco Galicia.
        Galicia = "GALICIA",
        /// Getnet.
        Getnet = "GETNET",
        /// Global Payments.
        GlobalPayments = "GLOBAL_PAYMENTS",
        /// Google Pay.
        GooglePay = "GOOGLE_PAY",
        /// Inovio.
        Inovio = "INOVIO",
        /// Inswitch.
        Inswitch = "INSWITCH",
        /// IPSP.
        Ipsp = "IPSP",
        /// Itaú.
        Itau = "ITAU",
        /// Izipay.
        Izipay = "IZIPAY",
        /// Khipu.
        Khipu = "KHIPU",
        /// Klap.
        Klap = "KLAP",
        /// Koin.
        Koin = "KOIN",
        /// Kushki.
        Kushki = "KUSHKI",
        /// Maya.
        Maya = "MAYA",
        /// Mercado Pago.
        MercadoPago = "MERCADO_PAGO",
        /// MODO.
        Modo = "MODO",
        /// Monnet Payments.
        Monnet = "MONNET",
        /// Movii.
        Movii = "MOVII",
        /// Nequi.
        Nequi = "NEQUI",
        /// Niubiz.
        Niubiz = "NIUBIZ",
        /// NMI.
        Nmi = "NMI",
        /// Novalnet.
        Novalnet = "NOVALNET",
        /// NTT Data.
        NttData = "NTT_DATA",
        /// NuPay.
        Nupay = "NUPAY",
        /// Nuvei.
        Nuvei = "NUVEI",
        /// OKTO.
        Okto = "OKTO",
        /// Openpay.
        Openpay = "OPENPAY",
        /// Pagaleve.
        Pagaleve = "PAGALEVE",
        /// Págalo.
        Pagalo = "PAGALO",
        /// Pagar.me.
        Pagarme = "PAGARME",
        /// PagBank.
        Pagbank = "PAGBANK",
        /// PagoEfectivo.
        PagoEfectivo = "PAGO_EFECTIVO",
        /// PagSeguro.
        Pagseguro = "PAGSEGURO",
        /// Pagsmile.
        Pagsmile = "PAGSMILE",
        /// Pay4Fun.
        Pay4Fun = "PAY4FUN",
        /// PayAmigo.
        Payamigo = "PAYAMIGO",
        /// Paymentez.
        Paymentez = "PAYMENTEZ",
        /// PayPal.
        Paypal = "PAYPAL",
        /// Payplug.
        Payplug = "PAYPLUG",
        /// PayU.
        Payu = "PAYU",
        /// PayValida.
        Payvalida = "PAYVALIDA",
        /// PayZen.
        Payzen = "PAYZEN",
        /// PicPay.
        Picpay = "PICPAY",
        /// Pinbank.
        Pinbank = "PINBANK",
        /// Placetopay.
        PlaceToPay = "PLACE_TO_PAY",
        /// Pluxee.
        Pluxee = "PLUXEE",
        /// Pockyt.
        Pockyt = "POCKYT",
        /// Powerpay.
        Powerpay = "POWERPAY",
        /// Prisma.
        Prisma = "PRISMA",
        /// Prosa.
        Prosa = "PROSA",
        /// Puntoxpress.
        Puntoxpress = "PUNTOXPRESS",
        /// Qi Card.
        Qi = "QI",
        /// RappiBank.
        Rappibank = "RAPPIBANK",
        /// Rede.
        Rede = "REDE",
        /// Redeban.
        Redeban = "REDEBAN",
        /// Redsys.
        Redsys = "REDSYS",
        /// Riskified, fraud screening.
        Riskified = "RISKIFIED",
        /// SafetyPay.
        Safetypay = "SAFETYPAY",
        /// SafraPay.
        Safrapay = "SAFRAPAY",
        /// Santander.
        Santander = "SANTANDER",
        /// Signifyd, fraud screening.
        Signifyd = "SIGNIFYD",
        /// Sistema de Transferencias y Pagos.
        Stp = "STP",
        /// Stripe.
        Stripe = "STRIPE",
        /// T1 Pagos.
        T1Pagos = "T1PAGOS",
        /// Ticket by Edenred.
        TicketEdenred = "TICKET_EDENRED",
        /// Transbank.
        Transbank = "TRANSBANK",
        /// Transfeera.
        Transfeera = "TRANSFEERA",
        /// TabaPay.
        TabaPay = "TabaPay",
        /// UATP.
        Uatp = "UATP",
        /// Unlimint.
        Unlimint = "UNLIMINT",
        /// Vindi.
        Vindi = "VINDI",
        /// Volt.
        Volt = "VOLT",
        /// VR Benefícios.
        Vr = "VR",
        /// Wibond.
        Wibond = "WIBOND",
        /// Wompi.
        Wompi = "WOMPI",
        /// Worldline.
        Worldline = "WORLDLINE",
        /// Worldpay.
        Worldpay = "WORLDPAY",
        /// Xendit.
        Xendit = "XENDIT",
        /// Yappy.
        Yappy = "YAPPY",
        /// Yuno itself, for card enrollments.
        Yuno = "YUNO",
        /// Yuno's test gateway, in the sandbox.
        YunoTestPaymentGw = "YUNO_TEST_PAYMENT_GW",
        /// Zoop.
        Zoop = "ZOOP",
        /// ZainCash.
        ZainCash = "ZainCash",
        /// Zesta.
        Zesta = "Zesta",
    }
}
