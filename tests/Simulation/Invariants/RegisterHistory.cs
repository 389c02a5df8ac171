using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>The events of the registers beside the cases, by the entry that they concern.</summary>
internal sealed class RegisterHistory
{
    public RegisterHistory(MemoryTables tables)
    {
        foreach (var recorded in tables.Events)
        {
            if (Decode(recorded) is not { } @event)
                continue;
            if (!Entries.TryGetValue(recorded.Stream, out var events))
                Entries.Add(recorded.Stream, events = []);
            events.Add(new(recorded, @event));
        }
    }

    public Dictionary<StreamId, List<RegisterEntry>> Entries { get; } = [];

    public static bool IsOne(StreamId stream) => KindOf(stream) is "first-request" or "routing" or "errand-desk" or "complaint" or "campaign" or "campaign-entry" or "on-site-check";

    public static string KindOf(StreamId stream) => stream.Value[..stream.Value.IndexOf('/', StringComparison.Ordinal)];

    private static object? Decode(RecordedEvent recorded) => KindOf(recorded.Stream) switch
    {
        "first-request" => Codecs.FirstRequest.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "routing" => Codecs.Routing.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "errand-desk" => Codecs.ErrandDesk.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "complaint" => Codecs.Complaint.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "campaign" => Codecs.Campaign.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "campaign-entry" => Codecs.CampaignEntry.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        "on-site-check" => Codecs.OnSiteCheck.Decode(recorded.Kind, recorded.Payload.AsSpan()),
        _ => null,
    };
}

/// <summary>An event of a register with where it stands.</summary>
internal sealed record RegisterEntry(RecordedEvent Recorded, object Event);
