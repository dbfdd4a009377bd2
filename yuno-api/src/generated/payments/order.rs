//! Generated from `spec/payments/order.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// What was ordered. Its amounts inform only: they are contained in the payment's amount and never added to it.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Order {
    /// What was bought.
    pub items: Option<Vec<OrderItem>>,
    /// The cost of shipping, in major units, with up to four digits after the point.
    pub shipping_amount: Option<Decimal>,
    /// Fees, in major units, with up to four digits after the point.
    pub fee_amount: Option<Decimal>,
    /// The tip, in major units, with up to four digits after the point.
    pub tip_amount: Option<Decimal>,
    /// The taxes contained in the amount.
    pub taxes: Option<Vec<Tax>>,
    /// The discounts that the amount already takes into account.
    pub discounts: Option<Vec<Discount>>,
    /// How the order gets to the customer.
    pub shipping: Option<Box<Shipping>>,
    /// Tickets to events.
    pub tickets: Option<Vec<OrderTicket>>,
    /// From whom to whom the money goes, when a payment loads an account or a wallet. Card networks require it for
    /// such payments.
    pub account_funding: Option<Box<AccountFunding>>,
    /// Where the order was placed, such as `marketplace`.
    pub sales_channel: Option<String>,
    /// Any JSON value. What is known of the delivery; the published examples hold only null.
    #[builder(skip)]
    pub fulfillment: Option<Json>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Order {
    items; shipping_amount; fee_amount; tip_amount; taxes; discounts; shipping; tickets;
    account_funding; sales_channel; fulfillment;
} }

/// One line of the order.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct OrderItem {
    /// Your number for the product.
    #[builder(required)]
    pub id: Option<String>,
    /// What the product is called.
    #[builder(required)]
    pub name: Option<String>,
    /// How many were bought.
    #[builder(required)]
    pub quantity: Option<i64>,
    /// The price of one, in major units.
    #[builder(required)]
    pub unit_amount: Option<Decimal>,
    /// The kind of product.
    pub category: Option<ItemCategory>,
    /// Brand of the product.
    pub brand: Option<String>,
    /// Stock keeping unit.
    pub sku_code: Option<String>,
    /// The manufacturer's part number.
    pub manufacture_part_number: Option<String>,
    /// A page that shows the product.
    pub url: Option<String>,
    /// A picture of the product. 3 to 512 characters.
    pub image_url: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { OrderItem {
    id: required;
    name: required;
    quantity: required;
    unit_amount: required;
    category; brand; sku_code; manufacture_part_number; url;
    image_url: length(3, 512);
} }

/// A tax that is contained in the amount.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Tax {
    /// The kind of tax.
    #[builder(required)]
    pub type_: Option<TaxType>,
    /// The amount that the tax is worked out from, in major units.
    pub tax_base: Option<Decimal>,
    /// The tax, in major units.
    #[builder(required)]
    pub value: Option<Decimal>,
    /// The rate of the tax in percent, such as `19`.
    pub percentage: Option<Decimal>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Tax {
    type_ as "type": required;
    tax_base;
    value: required;
    percentage;
} }

open_enum! {
    /// The kind of tax.
    pub enum TaxType {
        /// Value-added tax.
        Vat = "VAT",
        /// Tax for the use of an airport.
        AirportTax = "AIRPORT_TAX",
        /// Tax on consumption.
        ConsumptionTax = "CONSUMPTION_TAX",
        /// VAT reduced under law 17934 of Uruguay.
        VatLaw17934 = "VAT_LAW_17934",
        /// VAT reduced under law 19210 of Uruguay.
        VatLaw19210 = "VAT_LAW_19210",
        /// Exempt from VAT.
        VatExemption = "VAT_EXEMPTION",
        /// Sales tax (Impuesto Sobre Ventas) of Honduras.
        Isv = "ISV",
    }
}

/// A discount that the amount already takes into account.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Discount {
    /// Your number for the discount.
    pub id: Option<String>,
    /// What the discount is called.
    pub name: Option<String>,
    /// What it takes off, in major units.
    #[builder(required)]
    pub unit_amount: Option<Decimal>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Discount {
    id; name;
    unit_amount: required;
} }

open_enum! {
    /// The kind of product.
    pub enum ItemCategory {
        /// Works of art.
        Art = "art",
        /// Things for babies.
        Baby = "baby",
        /// Coupons.
        Coupons = "coupons",
        /// Beauty and personal care.
        BeautyAndPersonalCare = "beauty_&_personal_care",
        /// Donations.
        Donations = "donations",
        /// Computers and accessories.
        Computing = "computing",
        /// Books.
        Books = "books",
        /// Groceries and gourmet food.
        GroceryAndGourmetFood = "grocery_&_gourmet_food",
        /// Cameras.
        Cameras = "cameras",
        /// Video games.
        VideoGames = "video_games",
        /// Television sets.
        Television = "television",
        /// Electronics for cars.
        CarElectronics = "car_electronics",
        /// Electronics.
        Electronics = "electronics",
        /// Cars and parts.
        Automotive = "automotive",
        /// Toys and games.
        ToysAndGames = "toys_&_games",
        /// Musical instruments.
        MusicalInstruments = "musical_instruments",
        /// Things made by hand.
        Handmade = "handmade",
        /// Garden and outdoor.
        GardenAndOutdoor = "garden_&_outdoor",
        /// Entertainment.
        Entertainment = "entertainment",
        /// Industry and science.
        IndustrialAndScientific = "industrial_&_scientific",
        /// Clothes, shoes and accessories.
        Fashion = "fashion",
        /// Games.
        Games = "games",
        /// Things for pets.
        PetSupplies = "pet_supplies",
        /// Household.
        Home = "home",
        /// Music.
        Musical = "musical",
        /// Telephones.
        Phones = "phones",
        /// Services.
        Services = "services",
        /// Courses and learning.
        Learnings = "learnings",
        /// Tickets.
        Tickets = "tickets",
        /// Travel.
        Travels = "travels",
        /// Goods that exist only online, such as game credits.
        VirtualGoods = "virtual_goods",
        /// Anything else.
        Others = "others",
        /// Not said.
        Empty = "",
    }
}
