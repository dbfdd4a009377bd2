//! Resource handles: `yuno.payments()` and its siblings, each a place for the calls of one part of the API.

/// Makes a resource handle: the type, the client's method that gives it, and its options.
macro_rules! handle {
    ($(#[$doc:meta])* $Name:ident, $method:ident) => {
        $(#[$doc])*
        ///
        #[doc = concat!("Given by [`Client::", stringify!($method), "`](crate::client::Client::", stringify!($method), ").")]
        /// An option that is set here holds for every call made with the handle; each call takes the same ones.
        ///
        #[doc = concat!("Its life, and which call to use when: [the guide](crate::guide::", stringify!($method), ").")]
        #[derive(Clone, Debug)]
        #[must_use = "a handle does nothing until a call is made with it"]
        pub struct $Name<'c> {
            client: &'c $crate::client::Client,
            options: $crate::call::Options,
        }

        impl $crate::client::Client {
            $(#[$doc])*
            pub fn $method(&self) -> $Name<'_> {
                $Name { client: self, options: $crate::call::Options::default() }
            }
        }

        impl $Name<'_> {
            $crate::call::option_methods!();

            fn call(&self, operation: &'static $crate::operation::Operation) -> $crate::call::CallBuilder {
                $crate::call::CallBuilder::new(self.client.clone(), operation, self.options.clone())
            }
        }
    };
}
#[allow(unused_imports)] // The generated handles use it.
pub(crate) use handle;
