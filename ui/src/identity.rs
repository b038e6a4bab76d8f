//! New identities: UUIDv7, made of the clock and of randomness, which only the edges of the program have.

use opmap_model::RecordKey;
use uuid::Uuid;

/// A new identity, later than all before it.
pub(crate) fn fresh<I: RecordKey>() -> I {
    I::from(fresh_uuid())
}

/// The same without a kind.
pub(crate) fn fresh_uuid() -> Uuid {
    // Milliseconds since 1970 fit an f64 exactly for the next 285,000 years.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let millis = js_sys::Date::now() as u64;
    uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes()).into_uuid()
}

fn random_bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        // Every webview that runs WebAssembly has it; without, the clock alone still tells identities apart.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
