//! What an answer holds beyond what this version of the crate knows.

use std::{borrow::Cow, fmt};

use super::Json;

/// Why something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The table has no such member.
    Unknown,
    /// The member is known, but this value does not fit it: the member is empty, and this is what came.
    Misfit,
    /// The member has the value, but would be written otherwise than it came: `1.0` for `1`, `"5"` for `5`.
    Respelled,
    /// The object itself is something else.
    Whole,
    /// What was kept under this name no longer counts. It is there only while an object is read.
    Replaced,
    /// A request came without a member that it must have; what stands there is only a filler.
    #[cfg(feature = "server")]
    Missing,
}

/// Up to so many entries are compared each with each.
const FEW: usize = 16;

#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) name: Cow<'static, str>,
    pub(crate) value: Json,
    pub(crate) why: Why,
}

/// Members that this version of the crate does not know, kept and written back.
///
/// Every object has them, in answers and in requests: in a request they are how to send a member that the crate does
/// not know yet. Where the API sends a value that does not fit a known member (a text where an object should be),
/// the member is `None` and the value is here under the member's name. Empty, it is one pointer.
///
/// ```
/// # use yuno_api::types::UnknownFields;
/// let mut fields = UnknownFields::default();
/// fields.insert("new_field", serde_json::json!(true));
/// assert_eq!(fields.get("new_field").unwrap().get(), "true");
/// ```
// Boxed, because nearly all are empty, and then it is one word instead of three in every object.
#[allow(clippy::box_collection)]
#[derive(Clone, Default)]
pub struct UnknownFields(Option<Box<Vec<Kept>>>);

impl UnknownFields {
    /// The value under this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Puts a value under a name, in place of what was there.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) {
        self.keep(Cow::Owned(name.into()), value.into(), Why::Unknown);
    }

    /// The same with one more member: for use in builders.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.insert(name, value);
        self
    }

    /// Takes the value under this name away.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let kept = self.0.as_mut()?;
        let index = kept.iter().position(|entry| entry.visible() && entry.name == name)?;
        Some(kept.remove(index).value)
    }

    /// All names and values, in the order in which they came.
    #[must_use]
    pub fn iter(&self) -> UnknownFieldsIter<'_> {
        UnknownFieldsIter(self.kept().iter())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    pub(crate) fn kept(&self) -> &[Kept] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    pub(crate) fn keep(&mut self, name: Cow<'static, str>, value: Json, why: Why) {
        self.forget(&name);
        self.0.get_or_insert_default().push(Kept { name, value, why });
    }

    /// Adds what was read, whatever else is there under the name: [`settle`](Self::settle) sees to that.
    pub(crate) fn push(&mut self, name: Cow<'static, str>, value: Json, why: Why) {
        self.0.get_or_insert_default().push(Kept { name, value, why });
    }

    /// Of entries with one name, lets only the last stand: in JSON the last one counts.
    pub(crate) fn settle(&mut self) {
        let Some(kept) = &mut self.0 else { return };
        let stands: Vec<bool> = if kept.len() <= FEW {
            (0..kept.len()).map(|at| kept[at + 1..].iter().all(|later| later.name != kept[at].name)).collect()
        } else {
            // An object may have millions of members: comparing each with each would take forever.
            let mut order: Vec<usize> = (0..kept.len()).collect();
            order.sort_by(|one, two| kept[*one].name.cmp(&kept[*two].name));
            let mut stands = vec![true; kept.len()];
            for pair in order.windows(2) {
                stands[pair[0]] = kept[pair[0]].name != kept[pair[1]].name;
            }
            stands
        };
        let mut stands = stands.into_iter();
        kept.retain(|entry| stands.next().unwrap_or(true) && entry.why != Why::Replaced);
        if kept.is_empty() {
            self.0 = None;
        }
    }

    fn forget(&mut self, name: &str) {
        if let Some(kept) = &mut self.0 {
            kept.retain(|entry| entry.name != name);
        }
    }
}

impl Kept {
    fn visible(&self) -> bool {
        matches!(self.why, Why::Unknown | Why::Misfit)
    }
}

/// Names only: what is unknown may be anything, so its value is not printed.
impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} kept>", self.iter().count())
    }
}

impl PartialEq for UnknownFields {
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.kept(), other.kept());
        if ours.len() != theirs.len() {
            return false;
        }
        if ours.len() <= FEW {
            return ours.iter().all(|entry| theirs.iter().any(|it| it.name == entry.name && it.value == entry.value));
        }
        let sorted = |kept: &'_ [Kept]| {
            let mut order: Vec<usize> = (0..kept.len()).collect();
            order.sort_by(|one, two| kept[*one].name.cmp(&kept[*two].name));
            order
        };
        let mut pairs = sorted(ours).into_iter().zip(sorted(theirs));
        pairs.all(|(one, two)| ours[one].name == theirs[two].name && ours[one].value == theirs[two].value)
    }
}

impl<'a> IntoIterator for &'a UnknownFields {
    type Item = (&'a str, &'a Json);
    type IntoIter = UnknownFieldsIter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Goes through [`UnknownFields`].
#[derive(Clone)]
pub struct UnknownFieldsIter<'a>(std::slice::Iter<'a, Kept>);

impl<'a> Iterator for UnknownFieldsIter<'a> {
    type Item = (&'a str, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.by_ref().find(|entry| entry.visible()).map(|entry| (&*entry.name, &entry.value))
    }
}

impl fmt::Debug for UnknownFieldsIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnknownFieldsIter")
    }
}
