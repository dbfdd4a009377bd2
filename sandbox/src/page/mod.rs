//! The page at `/`: what the sandbox knows, and buttons for what people do to it.

mod act;
mod faults;
mod journal;
mod layout;
mod live;
mod payments;
mod sessions;
mod webhooks;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use jiff::Timestamp;
use yuno_api::types::Decimal;

use crate::{control::Escaped, engine::Engine};

/// More of one kind are not shown, so that the page stays quick to load and to read.
const SHOWN: usize = 50;

/// Its routes. They are guarded as the control API is.
pub(crate) fn router() -> Router<Arc<Engine>> {
    Router::new()
        .route("/", get(show))
        .route("/_sandbox/live", get(live::live))
        .route("/_sandbox/page/payments/{payment_id}/{act}", post(act::payment))
        .route("/_sandbox/page/events/{number}/replay", post(act::replay))
        .route("/_sandbox/page/deliver", post(act::deliver))
        .route("/_sandbox/page/clock", post(act::advance))
        .route("/_sandbox/page/faults", post(act::arm))
        .route("/_sandbox/page/faults/clear", post(act::disarm))
        .route("/_sandbox/page/reset", post(act::reset))
}

async fn show(State(engine): State<Arc<Engine>>) -> Response {
    page(&engine, None)
}

/// The whole page. `problem` says why a button did nothing.
fn page(engine: &Engine, problem: Option<&str>) -> Response {
    let overview = engine.overview();
    let sections = [
        layout::controls(engine),
        faults::section(engine),
        payments::section(&overview.payments),
        sessions::section(&overview.sessions),
        webhooks::section(engine),
        journal::section(engine),
    ];
    layout::document(problem, &sections.concat())
}

/// A text that can stand in HTML; nothing where it is absent.
fn text(value: Option<&str>) -> String {
    value.map(|value| Escaped(value).to_string()).unwrap_or_default()
}

/// A number with every digit that it has.
fn number(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A point in time, to the second.
fn time(at: Option<Timestamp>) -> String {
    at.map(|at| format!("<time>{at:.0}</time>")).unwrap_or_default()
}

/// A section whose heading says how many there are.
fn section(id: &str, title: &str, count: usize, columns: &[&str], rows: &[String]) -> String {
    let heading = format!("<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title} <small>({count})</small></h2>");
    if rows.is_empty() {
        return format!("{heading}<p>None yet.</p></section>");
    }
    let more = if count > rows.len() { format!("<p>The last {} of {count}.</p>", rows.len()) } else { String::new() };
    let columns: String = columns.iter().map(|it| format!("<th scope=\"col\">{it}</th>")).collect();
    format!("{heading}{more}<table><thead><tr>{columns}</tr></thead><tbody>{}</tbody></table></section>", rows.concat())
}

/// A row. Each cell names its column, which a phone shows beside it. The cells are HTML already.
fn row(cells: &[(&str, String)]) -> String {
    let cell = |(label, html): &(&str, String)| format!("<td data-label=\"{label}\">{html}</td>");
    format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
}

/// A button that posts. Its id lets it keep the focus when the page is renewed.
fn button(path: &str, id: &str, label: &str, about: &str) -> String {
    let (path, id, about) = (Escaped(path), Escaped(id), Escaped(about));
    format!(
        "<form method=\"post\" action=\"/_sandbox/page/{path}\"><button id=\"{id}\">{label}\
         <span class=\"unseen\"> {about}</span></button></form>"
    )
}
