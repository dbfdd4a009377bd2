//! Expressions of an example, and how they are laid out in lines.

/// How long a line of an example may be, less what stands before it in the file: `    /// `.
pub(super) const WIDTH: usize = 112;

/// By how much an inner line is indented.
const STEP: usize = 4;

/// An expression.
pub(super) enum Code {
    /// One that is never broken.
    Word(String),
    /// `Name::builder()`, the members that are set, `.build()`.
    Built {
        /// The type.
        name: String,
        /// The builder's methods, each with its argument.
        set: Vec<(String, Code)>,
    },
    /// `vec![..]`
    List(Vec<Code>),
}

impl Code {
    /// The expression in one line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Built { name, set } => {
                let set: String = set.iter().map(|(name, value)| format!(".{name}({})", value.line())).collect();
                format!("{name}::builder(){set}.build()")
            }
            Self::List(items) => format!("vec![{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", ")),
        }
    }

    /// The expression between two texts: in one line where that is not too long.
    pub(super) fn print(&self, indent: usize, before: &str, after: &str, out: &mut Vec<String>) {
        let blank = " ".repeat(indent);
        let line = format!("{blank}{before}{}{after}", self.line());
        if line.chars().count() <= WIDTH {
            out.push(line);
            return;
        }
        match self {
            Self::Word(_) => out.push(line),
            Self::Built { name, set } => {
                out.push(format!("{blank}{before}{name}::builder()"));
                for (name, value) in set {
                    value.print(indent + STEP, &format!(".{name}("), ")", out);
                }
                out.push(format!("{blank}    .build(){after}"));
            }
            Self::List(items) => {
                out.push(format!("{blank}{before}vec!["));
                for item in items {
                    item.print(indent + STEP, "", ",", out);
                }
                out.push(format!("{blank}]{after}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn only_what_is_too_long_is_broken() {
        let word = |length: usize| Code::Word("a".repeat(length));
        let built = |length| Code::Built { name: "A".to_owned(), set: vec![("b".to_owned(), word(length))] };
        let lines = |code: Code| {
            let mut out = Vec::new();
            code.print(0, "let body = ", ";", &mut out);
            out
        };
        assert_eq!(lines(built(3)), ["let body = A::builder().b(aaa).build();"]);
        let long = "a".repeat(90);
        assert_eq!(lines(built(90)), ["let body = A::builder()", &format!("    .b({long})"), "    .build();"]);
        let list = Code::List(vec![built(90), built(3)]);
        assert_eq!(
            lines(list),
            [
                "let body = vec![",
                "    A::builder()",
                &format!("        .b({long})"),
                "        .build(),",
                "    A::builder().b(aaa).build(),",
                "];"
            ]
        );
    }
}
