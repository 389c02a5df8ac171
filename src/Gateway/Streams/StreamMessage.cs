using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Streams;

/// <summary>One message of a live page: what the page calls it, and its JSON (one line, nothing personal).</summary>
/// <param name="Event">A camelCase word.</param>
internal sealed record StreamMessage(string Event, ReadOnlyMemory<byte> Data);

/// <summary>What of the journal a page wants; null for everything else. Asked for every event, so it looks at the kind first.</summary>
internal delegate StreamMessage? MessageOf(RecordedEvent recorded);
