using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.People;

/// <summary>Draws what a window sends next: everything that the contract of receptions allows, and now and then a matter of an imported ledger.</summary>
internal sealed class Requests(Chance chance, Calendar calendar, Population people)
{
    public const string Claim = "诉求";
    private int _keys;
    private int _rows;

    public Request Draw(string caller) => chance.Below(100) switch
    {
        < 8 => DrawImport(caller),
        < 13 => (Request?)DrawIdentification(caller) ?? DrawReception(caller),
        < 18 => (Request?)DrawJoining(caller) ?? DrawReception(caller),
        < 23 => DrawErasure(caller),
        < 45 when people.AnyKnown is { } known => Works.Draw(caller, known),
        < 60 => Registers.Draw(caller),
        _ => DrawReception(caller),
    };

    public Works Works => field ??= new Works(chance, calendar, NewId);

    public Registers Registers => field ??= new Registers(chance, people, NewId);

    /// <summary>The same key with another body: to be refused as soon as the key has an answer.</summary>
    public Request.Reception WithOtherBody(Request.Reception request)
    {
        var other = DrawReception(request.Id.Caller).Command;
        return new Request.Reception(other with { Id = IdOf(request.Id.Caller, request.Id.Key, "other body") });
    }

    /// <summary>What a clerk sends who was asked which case is meant.</summary>
    public Request.Reception Naming(Request.Reception request, CaseId? meant) => new(request.Command with
    {
        Id = NewId(request.Id.Caller),
        Case = meant is null ? new CaseReference(null, null, New: true) : new CaseReference(null, meant, New: false),
    });

    /// <summary>Somebody comes back.</summary>
    public Request.Reception Returning(string caller, Person person)
    {
        var drawn = DrawReception(caller).Command;
        return new Request.Reception(drawn with { Persons = [person], Headcount = 1 });
    }

    private Request.Reception DrawReception(string caller)
    {
        var court = chance.Pick(CityOfTheTest.Instance.Current.Document.Courts).Id;
        var isUnidentified = chance.Odds(0.1);
        var isCollective = !isUnidentified && chance.Odds(0.25);
        var persons = isUnidentified ? [people.Nobody] : people.Some(isCollective ? chance.Between(1, 4) : 1);
        var channel = isUnidentified ? chance.Pick([Channel.Letter, Channel.Call, Channel.Email]) : (Channel)chance.Below(6);
        return new Request.Reception(new Receive(
            NewId(caller),
            new Actor(caller, caller, court, Role.Clerk),
            calendar.Now,
            court,
            channel,
            channel != Channel.Visit && chance.Odds(0.25) ? null : chance.Pick(CityOfTheTest.Instance.LeadersOf(court)).Id,
            chance.Odds(0.2) ? calendar.Now - chance.Between(TimeSpan.Zero, TimeSpan.FromDays(7)) : calendar.Now,
            [.. persons],
            DrawReference(),
            new Secret(Claim),
            new Secret(chance.Odds(0.5) ? "意见" : ""),
            isCollective ? chance.Between(5, 30) : chance.Between(1, 4),
            (Level)chance.Below(4)));
    }

    private CaseReference DrawReference()
    {
        var draw = chance.Below(100);
        return draw < 45 ? new CaseReference(chance.Pick(people.Numbers), null, New: false)
            : draw < 65 ? CaseReference.Absent
            : draw < 80 || people.KnownCase is not { } known ? new CaseReference(null, null, New: true)
            : new CaseReference(null, known, New: false);
    }

    private Request.Import DrawImport(string caller)
    {
        var court = chance.Pick(CityOfTheTest.Instance.Current.Document.Courts).Id;
        LeaderId? owner = chance.Odds(0.3) ? null : chance.Pick(CityOfTheTest.Instance.LeadersOf(court)).Id;
        return new Request.Import(new ImportMatter(
            NewId(caller),
            new Actor(caller, caller, court, Role.Supervisor),
            calendar.Now,
            $"import-of-{caller}",
            chance.Odds(0.2) ? people.Nobody : people.Some(1)[0],
            chance.Odds(0.2) ? null : chance.Pick(people.Numbers),
            court,
            owner,
            [new ImportedRow(++_rows, court, owner?.Value, null, null, "来访", null, null)],
            new Secret("台账诉求"),
            FirstVisitOn: null,
            EarlierVisits: chance.Below(5),
            LongStanding: chance.Odds(0.5),
            Enforcement: false,
            ProvinceVisit: false));
    }

    private Request.Identification? DrawIdentification(string caller) => people.KnownCase is { } known
        ? new Request.Identification(new Identify(NewId(caller), SupervisorOf(caller), calendar.Now, known, people.Some(1)[0]))
        : null;

    private Request.Joining? DrawJoining(string caller)
    {
        if (people.KnownCase is not { } one || people.KnownCase is not { } other || one == other)
            return null;
        var (lower, higher) = string.CompareOrdinal(one.Value, other.Value) < 0 ? (one, other) : (other, one);
        return new Request.Joining(lower, new JoinCases(NewId(caller), SupervisorOf(caller), calendar.Now, higher, "同一纠纷"));
    }

    /// <summary>Of a person; or of a case that stands by itself, which is refused where it does not.</summary>
    private Request.Erasure DrawErasure(string caller)
    {
        var erase = new EraseData(NewId(caller), SupervisorOf(caller), calendar.Now, "本人申请");
        return people.KnownCase is { } known && chance.Odds(0.4)
            ? new Request.Erasure(null, known, erase)
            : new Request.Erasure(people.Some(1)[0].Key, null, erase);
    }

    private static Actor SupervisorOf(string caller) => new(caller, caller, new CourtId("zy"), Role.Supervisor);

    private CommandId NewId(string caller) => IdOf(caller, $"{caller}-{++_keys}", "body");

    private static CommandId IdOf(string caller, string key, string body) =>
        new(caller, key, ImmutableArray.Create(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{body}"))), Recorded: true);
}
