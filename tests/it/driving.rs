//! A page driven by pointer and keys as a person does it, wherever it is shown.

mod keys;
mod page;
mod webdriver;

pub(crate) use keys::chord;
pub(crate) use page::Page;
pub(crate) use webdriver::WebDriver;
