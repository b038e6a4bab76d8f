//! Where the customer changes the channel.

use opmap_model::{ChannelId, ConnectorId, ConnectorKind, Document, MapKey, Step};

/// A connector along which the primary channel is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChannelSwitch {
    /// The connector; it says whether what is known so far goes along.
    pub connector: ConnectorId,
    /// The channel before.
    pub from: ChannelId,
    /// The channel after.
    pub to: ChannelId,
}

/// The switches of channel on one map, in reading order. A step without a primary channel changes nothing.
#[must_use]
pub fn channel_switches(document: &Document, map: MapKey) -> Vec<ChannelSwitch> {
    let view = document.map_view(map);
    let onward = view.connectors.iter().filter(|(_, it)| it.kind != ConnectorKind::System);
    onward
        .filter_map(|(id, connector)| {
            let channel = |step| document.get(step).and_then(|it: &Step| it.channel);
            let (from, to) = (channel(connector.from)?, channel(connector.to)?);
            (from != to).then_some(ChannelSwitch { connector: *id, from, to })
        })
        .collect()
}
