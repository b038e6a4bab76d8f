//! Whose report it is: logo, colours, the face of titles, the footer, the cover.

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_model::{
    Brand, BrandField, Colour, Edit, Logo, LogoId, Refusal, ReportField, ReportSettings, TitleFace,
    WorkshopField,
};
use opmap_wire::ErrorCode;

use super::look::{Keywords, Switch};
use super::state::ReportState;
use crate::field::{TextField, optional_title};
use crate::identity::fresh_uuid;
use crate::shell;

#[component]
pub(super) fn BrandOf() -> impl IntoView {
    let report: ReportState = expect_context();
    let footer =
        move || report.settings(|it| it.brand.footer.as_ref().map(ToString::to_string).unwrap_or_default());
    let set_footer = move |text: String| {
        report.set(ReportField::Brand(BrandField::Footer(optional_title(&text)?)));
        Ok(())
    };
    view! {
        <details class="report-group">
            <summary>"Brand"</summary>
            <LogoField />
            <ColourField label="Accent" usual="usually petrol" value=|it| it.accent field=BrandField::Accent />
            <ColourField label="Cover" usual="usually the accent" value=|it| it.second field=BrandField::Second />
            <Keywords
                label="Titles in"
                value=|it: &ReportSettings| it.brand.titles
                field=|it: TitleFace| ReportField::Brand(BrandField::Titles(it))
            />
            <TextField label="Footer" value=Signal::derive(footer) commit=Callback::new(set_footer) />
            <Switch
                words="White cover, for office printers"
                value=|it| it.brand.white_cover
                field=|it| ReportField::Brand(BrandField::WhiteCover(it))
            />
        </details>
    }
}

/// A colour as six digits. One that cannot be read on paper is refused, and one close to it offered.
#[component]
fn ColourField(
    label: &'static str,
    usual: &'static str,
    value: fn(&Brand) -> Option<Colour>,
    field: fn(Option<Colour>) -> BrandField,
) -> impl IntoView {
    let report: ReportState = expect_context();
    let better = RwSignal::new(None::<Colour>);
    let now = move || report.settings(|it| value(&it.brand));
    let set = move |colour: Option<Colour>| {
        better.set(None);
        report.set(ReportField::Brand(field(colour)));
    };
    let commit = move |text: String| {
        better.set(None);
        let colour = match text.trim() {
            "" => None,
            text => Some(Colour::parse(text).ok_or("Write a colour as six digits, such as #0b5563.")?),
        };
        let edit = Edit::SetWorkshop(WorkshopField::Report(ReportField::Brand(field(colour))));
        let refusal = report.editor.peek(|document| edit.plan(document)).err();
        if let Some(refusal) = refusal {
            if let Refusal::PaleColour { better: close, .. } = refusal {
                better.set(Some(close));
            }
            return Err(refusal.to_string());
        }
        set(colour);
        Ok(())
    };
    view! {
        <div class="report-colour">
            <TextField
                label
                value=Signal::derive(move || now().map(|it| it.to_string()).unwrap_or_default())
                commit=Callback::new(commit)
            />
            <span
                class="report-swatch"
                class:unset=move || now().is_none()
                style:background=move || now().map(|it| it.to_string())
                aria-hidden="true"
            ></span>
            <span class="quiet">{usual}</span>
            {move || better.get().map(|it| {
                view! { <button class="button" on:click=move |_| set(Some(it))>{format!("Take {it}")}</button> }
            })}
        </div>
    }
}

/// The logo: chosen from a file, shown, taken away.
#[component]
fn LogoField() -> impl IntoView {
    let report: ReportState = expect_context();
    let editor = report.editor;
    let logo = Memo::new(move |_| editor.read(|document| document.logo().map(|it| it.png.base64())));
    let choose = move |_| {
        spawn_local(async move {
            match shell::pick_logo().await {
                Ok(png) => {
                    let logo = Some(Box::new(Logo { png }));
                    editor.commit(Edit::SetLogo { id: LogoId(fresh_uuid()), logo });
                }
                Err(error) if error.code == ErrorCode::Cancelled => {}
                Err(error) => {
                    let _ = editor.message.try_set(Some(error.message));
                }
            }
        });
    };
    let forget = move |_| {
        editor.commit(Edit::SetLogo { id: LogoId(fresh_uuid()), logo: None });
    };
    view! {
        <div class="report-logo" role="group" aria-label="Logo">
            {move || match logo.get() {
                Some(it) => view! { <img src=format!("data:image/png;base64,{it}") alt="The logo" /> }.into_any(),
                None => view! { <span class="quiet">"No logo"</span> }.into_any(),
            }}
            <button class="button" on:click=choose>"Choose a logo…"</button>
            <Show when=move || logo.with(Option::is_some)>
                <button class="button quiet" on:click=forget>"Take it away"</button>
            </Show>
        </div>
    }
}
