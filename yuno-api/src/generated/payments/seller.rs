//! Generated from `spec/payments/seller.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// The seller behind the payment, for marketplaces and payment facilitators.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SellerDetails {
    /// The seller's name.
    pub name: Option<String>,
    /// The seller's e-mail address.
    pub email: Option<Sensitive>,
    /// Your number for the seller, or its tax number where the payment method asks for that.
    pub reference: Option<String>,
    /// The seller's web address.
    pub website: Option<String>,
    /// The line of business.
    pub industry: Option<IndustryCategory>,
    /// The seller's four-digit category code (MCC), such as `5814`.
    pub merchant_category_code: Option<String>,
    /// Where the seller is established.
    pub country: Option<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// A postal address.
    pub address: Option<Box<Address>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SellerDetails {
    name; email; reference; website; industry; merchant_category_code; country; document; phone;
    address;
} }

open_enum! {
    /// The line of business.
    pub enum IndustryCategory {
        Advertising = "ADVERTISING",
        Art = "ART",
        Automotive = "AUTOMOTIVE",
        /// Antivirus software.
        Antivirus = "ANTIVIRUS",
        Baby = "BABY",
        /// Beauty and personal care.
        BeautyAndPersonalCare = "BEAUTY_&_PERSONAL_CARE",
        Books = "BOOKS",
        Cameras = "CAMERAS",
        CarElectronics = "CAR_ELECTRONICS",
        Computing = "COMPUTING",
        Coupons = "COUPONS",
        Donations = "DONATIONS",
        Delivery = "DELIVERY",
        Electronics = "ELECTRONICS",
        Entertainment = "ENTERTAINMENT",
        Education = "EDUCATION",
        Fashion = "FASHION",
        Games = "GAMES",
        /// Garden and outdoor.
        GardenAndOutdoor = "GARDEN_&_OUTDOOR",
        /// Groceries and gourmet food.
        GroceryAndGourmetFood = "GROCERY_&_GOURMET_FOOD",
        Handmade = "HANDMADE",
        Home = "HOME",
        /// Industry and science.
        IndustrialAndScientific = "INDUSTRIAL_&_SCIENTIFIC",
        /// Investments and financial services.
        InvestingAndFinancial = "INVESTING_AND_FINANCIAL",
        /// Courses and learning.
        Learnings = "LEARNINGS",
        /// Music.
        Musical = "MUSICAL",
        /// Anything else.
        Others = "OTHERS",
        PetSupplies = "PET_SUPPLIES",
        Phones = "PHONES",
        Payroll = "PAYROLL",
        Services = "SERVICES",
        /// Software as a service.
        Saas = "SAAS",
        Television = "TELEVISION",
        Streaming = "STREAMING",
        Tickets = "TICKETS",
        /// Toys and games.
        ToysAndGames = "TOYS_&_GAMES",
        Travels = "TRAVELS",
        VideoGames = "VIDEO_GAMES",
        /// Goods that exist only online, such as game credits.
        VirtualGoods = "VIRTUAL_GOODS",
        /// Not said.
        Empty = "",
    }
}
