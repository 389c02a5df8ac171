using System.Collections.Frozen;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Desks;

/// <summary>What an open page of a petition office is told at once: its leaders' unanswered summonses, cases without an owner who acts. Nothing personal in it.</summary>
internal sealed record OfficeNews(CaseId CaseId, string? Leader, SummonsId? SummonsId, DateTimeOffset At)
{
    private static readonly FrozenSet<string> Kinds =
        FrozenSet.Create("case.summons-escalated.v1", "case.office-reminded.v1", "case.owner-relieved.v1");

    public static MessageOf For(CourtId court) => recorded =>
    {
        if (!Kinds.Contains(recorded.Kind))
            return null;
        return (recorded.Event as CaseEvent ?? Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan())) switch
        {
            CaseEvent.SummonsEscalated e when e.Office == court => Tell("escalated", new(e.Case, e.Leader.Value, e.Summons, recorded.At)),
            CaseEvent.OfficeReminded e when e.Office == court => Tell("reminded", new(e.Case, e.Leader?.Value, null, recorded.At)),
            CaseEvent.OwnerRelieved e when recorded.Court == court.Value => Tell("relieved", new(e.Case, e.Leader.Value, null, recorded.At)),
            _ => null,
        };
    };

    private static StreamMessage Tell(string what, OfficeNews news) => new(what, JsonSerializer.SerializeToUtf8Bytes(news, WireJson.Answers.OfficeNews));
}
