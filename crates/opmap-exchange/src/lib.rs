//! Workshops in other forms: the templates that ship with the program, JSON, rows of a table, people, and the clipboard.
//!
//! One module for each form. Nothing that is read here is trusted: what comes back is a document that keeps every
//! rule of the model, or the reason why there is none. This crate opens no file; it turns bytes into documents and
//! documents into bytes.

pub mod clip;
pub mod form;
pub mod journey_templates;
pub mod json;
pub mod people;
pub mod rows;
pub mod templates;
mod words;
