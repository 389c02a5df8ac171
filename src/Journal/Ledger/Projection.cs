using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.LawsuitScreenings;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Publications;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// What events mean for the ledger: pure, without look-ups. Every event carries what its rows need, so the same events give the
/// same ledger in any division into batches, live or replayed. The table of events and rows is in docs/journal.md.
/// </summary>
internal static class Projection
{
    private delegate object? Reader(string kind, ReadOnlySpan<byte> payload);

    /// <summary>How each family of streams is read, the most frequent first.</summary>
    private static readonly (string Prefix, Reader Read)[] Families =
    [
        ("case/", UnreadSeals.Case.Decode),
        ("petitioner/", (kind, payload) => kind == PetitionerEvent.RegisteredKind ? null : Codecs.Petitioner.Decode(kind, payload)),
        ("leader/", Codecs.Leader.Decode),
        ("city/", Codecs.City.Decode),
        ("court-day/", Codecs.CourtDay.Decode),
        ("reporting-unit/", Codecs.ReportingUnit.Decode),
        ("publication/", Codecs.Publication.Decode),
        ("first-request/", Codecs.FirstRequest.Decode),
        ("routing/", Codecs.Routing.Decode),
        ("campaign/", Codecs.Campaign.Decode),
        ("campaign-entry/", Codecs.CampaignEntry.Decode),
        ("errand-desk/", Codecs.ErrandDesk.Decode),
        ("complaint/", Codecs.Complaint.Decode),
        ("on-site-check/", Codecs.OnSiteCheck.Decode),
        ("lawsuit-screening/", Codecs.LawsuitScreening.Decode),
    ];

    /// <summary>Events of other families (the city) have no rows.</summary>
    /// <exception cref="InvalidOperationException">An event of a case or petitioner that cannot be read; nothing of it may be written.</exception>
    public static LedgerChanges Project(ReadOnlySpan<RecordedEvent> events)
    {
        var changes = new LedgerChanges();
        foreach (var recorded in events)
            Apply(changes, recorded, Decode(recorded));
        return changes;
    }

    /// <summary>The event that was stored, or null when it has no rows. Nine tenths of the work, and free of order.</summary>
    public static object? Decode(RecordedEvent recorded)
    {
        if (recorded.Event is { } carried)
            return carried;
        var stream = recorded.Stream.Value;
        foreach (var (prefix, read) in Families)
        {
            if (stream.StartsWith(prefix, StringComparison.Ordinal))
                return read(recorded.Kind, recorded.Payload.AsSpan());
        }
        return null;
    }

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, object? @event)
    {
        switch (@event)
        {
            case CaseEvent happened:
                CaseProjection.Apply(changes, recorded, happened);
                AwaitedProjection.Apply(changes, recorded, happened);
                break;
            case PetitionerEvent happened:
                PetitionerProjection.Apply(changes, recorded, happened);
                break;
            case LeaderEvent happened:
                LeaderProjection.Apply(changes, recorded, happened);
                break;
            case CityEvent.LeaderLeft left:
                changes.LeaderStandings.Add(new LeaderStandingRow(left.Leader.Value, recorded.Position, LeftAt: ToMicroseconds(recorded.At)));
                break;
            case CourtDayEvent happened:
                ReportProjection.Apply(changes, recorded, happened);
                break;
            case ReportingUnitEvent.ContactNamed named:
                changes.DutyContacts.Add(new DutyContactRow(named.Unit.Value, named.Name, named.Post, named.Phone, ToMicroseconds(named.At), recorded.Position));
                break;
            case PublicationEvent happened:
                ReportProjection.Apply(changes, recorded, happened);
                break;
            case RoutingEvent happened:
                RoutingProjection.Apply(changes, recorded, happened);
                break;
            case FirstRequestEvent happened:
                FirstRequestProjection.Apply(changes, recorded, happened);
                break;
            case CampaignEvent happened:
                CampaignProjection.Apply(changes, recorded, happened);
                break;
            case CampaignEntryEvent happened:
                CampaignProjection.Apply(changes, recorded, happened);
                break;
            case ErrandDeskEvent happened:
                ComplaintProjection.Apply(changes, recorded, happened);
                break;
            case ComplaintEvent happened:
                ComplaintProjection.Apply(changes, recorded, happened);
                break;
            case OnSiteCheckEvent happened:
                OnSiteCheckProjection.Apply(changes, recorded, happened);
                break;
            case LawsuitScreeningEvent happened:
                LawsuitScreeningProjection.Apply(changes, recorded, happened);
                break;
        }

        changes.Head.Add(new HeadRow(recorded.Position, ToMicroseconds(recorded.At)));
    }

    /// <summary>Cut to what every store can keep, so that a recount finds the very same value.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset instant)
    {
        var utc = instant.UtcTicks;
        return new DateTimeOffset(utc - (utc % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
