//! What a builder cannot be told.
#[derive(yuno_api_macros::Builder)]
pub struct Unknown {
    #[builder(into)]
    pub value: Option<String>,
}

#[derive(yuno_api_macros::Builder)]
pub struct Both {
    #[builder(default, skip)]
    pub value: Option<String>,
}

#[derive(yuno_api_macros::Builder)]
pub struct Twice {
    #[builder(default)]
    #[builder(skip)]
    pub value: Option<String>,
}

#[derive(yuno_api_macros::Builder)]
pub struct Nothing {
    #[builder]
    pub value: Option<String>,
}

#[derive(yuno_api_macros::Builder)]
pub struct Needless {
    #[builder(required)]
    pub value: String,
}

#[derive(yuno_api_macros::Builder)]
#[builder(on(_, into))]
pub struct OfAll {
    pub value: String,
}

fn main() {}
