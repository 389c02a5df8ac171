using System.Collections.Frozen;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Desks;

/// <summary>What an open page of a leader's desk is told at once; the page fetches the desk for the rest. Nothing personal in it.</summary>
/// <param name="Court">Where it happened.</param>
internal sealed record LeaderNews(CaseId CaseId, SummonsId? SummonsId, ReceptionId? ReceptionId, string Court, DateTimeOffset At)
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(
        "case.summoned.v1",
        "case.owner-notified.v1",
        "case.owner-fixed.v1",
        "case.summons-acknowledged.v1",
        "case.summons-attended.v1",
        "case.summons-arranged.v1",
        "case.summons-kept.v1",
        "case.summons-missed.v1",
        "case.summons-escalated.v1",
        "case.summons-passed.v1",
        "case.owner-succeeded.v1",
        "case.owner-relieved.v1");

    /// <summary>What of the journal concerns one leader.</summary>
    public static MessageOf For(LeaderId leader) => recorded =>
    {
        if (!Kinds.Contains(recorded.Kind))
            return null;
        var @event = recorded.Event as CaseEvent ?? Codecs.Case.Decode(recorded.Kind, recorded.Payload.AsSpan());
        return @event switch
        {
            CaseEvent.Summoned e when e.Leader == leader => Tell("summoned", e.Case, e.Summons, e.Reception, e.At.Value, recorded),
            CaseEvent.OwnerNotified e when e.Leader == leader => Tell("notified", e.Case, null, e.Reception, recorded.Court, recorded),
            CaseEvent.OwnerFixed e when e.Owner == leader => Tell("owned", e.Case, null, null, e.Court.Value, recorded),
            CaseEvent.SummonsAcknowledged e when e.Leader == leader => Tell("acknowledged", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.SummonsAttended e when e.Leader == leader => Tell("attended", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.SummonsArranged e when e.Leader == leader => Tell("arranged", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.SummonsKept e when e.Leader == leader => Tell("kept", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.SummonsMissed e when e.Leader == leader => Tell("missed", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.SummonsPassed e when e.Leader == leader => Tell("summoned", e.Case, e.Summons, null, e.Place.Value, recorded),
            CaseEvent.OwnerSucceeded e when e.From == leader => Tell("handedOn", e.Case, null, null, e.Court.Value, recorded),
            CaseEvent.OwnerRelieved e when e.Leader == leader => Tell("relieved", e.Case, null, null, recorded.Court, recorded),
            CaseEvent.SummonsEscalated e when e.Leader == leader => Tell("escalated", e.Case, e.Summons, null, e.Place.Value, recorded),
            _ => null,
        };
    };

    private static StreamMessage Tell(string what, CaseId @case, SummonsId? summons, ReceptionId? reception, string court, RecordedEvent recorded) => new(
        what,
        JsonSerializer.SerializeToUtf8Bytes(new LeaderNews(@case, summons, reception, court, recorded.At), WireJson.Answers.LeaderNews));
}
