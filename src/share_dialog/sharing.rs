//! Handing a link to people: copied, sent, or as a code to be scanned.

use leptos::attr::custom::CustomAttribute;
use leptos::html::ElementChild;
use leptos::prelude::{IntoAny, untrack};
use leptos::svg;

use super::copy_field::{CopyButton, Field, copy_field};
use super::state::ShareDialog;
use crate::browser::{download, share_sheet};
use crate::messages::{ActionMessages, ShareDialogMessages, messages};
use crate::share::Qr;
use crate::ui::dom::{Node, button, node};

pub fn sharing(dialog: ShareDialog) -> Node {
    // A dialog is about one view from its opening to its end.
    let link = untrack(|| dialog.with_shared(|shared| shared.link()));
    // What has no page has a query; systems that embed addresses pass it over.
    let has_page = !link.contains('?');
    let letter = untrack(|| dialog.with_shared(|shared| shared.letter()));
    let title = untrack(|| dialog.with_shared(|shared| shared.title()));
    let field = Field {
        id: "share-dialog-link",
        label: messages().view_link(),
        hint: messages().link_hint(has_page).to_owned(),
        rows: "2",
        copy: CopyButton::Named(messages().copy_link()),
    };
    let text = link.clone();
    let (field, copy) = copy_field(dialog, field, move || text.clone());
    let sheet = share_sheet::takes(&title, &link).then(|| {
        let (title, link) = (title.clone(), link.clone());
        button("button", move || send(dialog, title.clone(), link.clone()))
            .attr("data-part", "studio-send")
            .text(messages().send())
    });
    let mail = node("a")
        .class("button share-dialog__mail")
        .attr("href", &letter)
        .attr("data-part", "studio-mail")
        .text(messages().mail());
    let actions = node("div")
        .class("share-dialog__actions")
        .child(copy.attr("autofocus", "").attr("data-primary", ""))
        .child_if(sheet)
        .child(mail);
    let words = node("div")
        .child(node("p").class("share-dialog__title").text(&title))
        .child(field)
        .child(actions);
    node("div")
        .class("share-dialog__share")
        .child(words)
        .child_if(Qr::of(&link).map(|qr| code(dialog, qr, &link)))
}

/// Hands the link to the share sheet of the system.
fn send(dialog: ShareDialog, title: String, link: String) {
    leptos::task::spawn_local(async move {
        // A reader who turns back has decided so, and need not be told.
        if share_sheet::open(&title, &link).await.is_err() {
            dialog.announce(messages().not_sent());
        }
    });
}

fn code(dialog: ShareDialog, qr: Qr, link: &str) -> Node {
    let path = svg::path().attr("d", qr.path.clone());
    let drawing = svg::svg()
        .attr("class", "share-dialog__code")
        .attr("viewBox", qr.view_box())
        .attr("role", "img")
        .attr("aria-label", messages().code_of(link))
        .attr("data-part", "studio-code")
        .child(path)
        .into_any();
    let download = button("action", move || {
        let file = format!("{}-qr.svg", dialog.agenda.site.slug);
        if download::download(&file, "image/svg+xml", qr.svg().as_bytes()).is_err() {
            dialog.announce(messages().download_blocked());
        }
    });
    node("div")
        .class("share-dialog__scan")
        .view(drawing)
        .child(download.text(messages().download_code()))
}
