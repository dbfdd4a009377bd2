//! Generated from `spec/common/gender.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// A person's gender. Some fraud providers ask for it.
    pub enum Gender {
        /// Male.
        Male = "M",
        /// Female.
        Female = "F",
        /// Non-binary.
        NonBinary = "NB",
        /// Not applicable.
        NotApplicable = "NA",
        /// Not known.
        NotKnown = "NK",
        /// Not disclosed.
        Undisclosed = "U",
        /// Left empty. Only answers have it.
        Empty = "",
    }
}
