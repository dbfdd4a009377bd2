//! What a type says about itself: its name, its members, and what the API allows in them.

/// The table of one object type.
#[derive(Debug)]
pub struct Schema {
    /// The type's name, as in the spec.
    pub name: &'static str,
    /// The members, in the order of the spec.
    pub fields: &'static [Field],
    /// Rules across members.
    pub rules: &'static [Rule],
}

impl Schema {
    /// The index of the member of this name. `hint` is where it is looked for first: answers mostly keep the order.
    pub(crate) fn index(&self, name: &str, hint: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(hint).unwrap_or((self.fields, &[]));
        let find = |fields: &[Field]| fields.iter().position(|field| field.name == name);
        find(after).map(|index| index + hint).or_else(|| find(before))
    }
}

/// One member.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub name: &'static str,
    /// Whether a request must have it.
    pub required: bool,
    /// Whether only the values that we know are taken.
    pub closed: bool,
    /// The fewest and most characters.
    pub length: (Option<u32>, Option<u32>),
    /// The fewest and most items.
    pub items: (Option<u32>, Option<u32>),
    /// The least and greatest number, as the spec writes them.
    pub range: (Option<&'static str>, Option<&'static str>),
}

/// The words of a table: each is one limit. One that no table of today uses is there for those of tomorrow.
#[allow(dead_code)]
impl Field {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, required: false, closed: false, length: (None, None), items: (None, None), range: (None, None) }
    }

    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    pub(crate) const fn min_length(mut self, least: u32) -> Self {
        self.length.0 = Some(least);
        self
    }

    pub(crate) const fn max_length(mut self, most: u32) -> Self {
        self.length.1 = Some(most);
        self
    }

    pub(crate) const fn length(self, least: u32, most: u32) -> Self {
        self.min_length(least).max_length(most)
    }

    pub(crate) const fn min_items(mut self, least: u32) -> Self {
        self.items.0 = Some(least);
        self
    }

    pub(crate) const fn max_items(mut self, most: u32) -> Self {
        self.items.1 = Some(most);
        self
    }

    pub(crate) const fn items(self, least: u32, most: u32) -> Self {
        self.min_items(least).max_items(most)
    }

    pub(crate) const fn minimum(mut self, least: &'static str) -> Self {
        self.range.0 = Some(least);
        self
    }

    pub(crate) const fn maximum(mut self, most: &'static str) -> Self {
        self.range.1 = Some(most);
        self
    }

    pub(crate) const fn range(self, least: &'static str, most: &'static str) -> Self {
        self.minimum(least).maximum(most)
    }
}

/// A rule across members. Paths are dotted and relative to the object.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// `path` must be there where every `when` holds and no `unless` does.
    Require {
        /// The member.
        path: &'static str,
        /// Members and the texts that they may have.
        when: &'static [(&'static str, &'static [&'static str])],
        /// Members and the texts that lift the rule.
        unless: &'static [(&'static str, &'static [&'static str])],
        /// Why.
        because: &'static str,
    },
    /// Either all of them or none.
    Together {
        /// The members.
        paths: &'static [&'static str],
        /// Why.
        because: &'static str,
    },
    /// At least one of them.
    AnyOf {
        /// The members.
        paths: &'static [&'static str],
        /// Why.
        because: &'static str,
    },
}
