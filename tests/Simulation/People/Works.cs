using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.People;

/// <summary>Draws what people do on a case: acts of every form, papers, answers to summonses, successions, the petitioner's word. Mostly by who may.</summary>
internal sealed class Works(Chance chance, Calendar calendar, Func<string, CommandId> newId)
{
    private static readonly CourtId s_intermediate = new("zy");

    private static IReadOnlyList<Leader> Leaders => CityOfTheTest.Instance.Current.Document.Leaders;

    /// <summary>The intermediate court's president may approve for every court.</summary>
    private static LeaderId Approver => Leaders[0].Id;

    public Request.Work Draw(string caller, KnownCase known) => chance.Below(20) switch
    {
        < 2 => File(caller, known, (PaperKind)chance.Below(Enum.GetValues<PaperKind>().Length)),
        < 5 when known.Summonses.Count > 0 => AnswerSummons(caller, known),
        < 7 => Succeed(caller, known),
        < 8 => TellOfVisit(caller, known),
        < 9 => Say(caller, known),
        < 12 => Act(caller, known, CaseAct.Assign),
        < 13 => Act(caller, known, CaseAct.Sign),
        _ => Act(caller, known, (CaseAct)chance.Below(Enum.GetValues<CaseAct>().Length)),
    };

    public Request.Filing File(string caller, KnownCase known, PaperKind kind)
    {
        var id = newId(caller);
        return new Request.Filing(known.Id, new PaperFiling(
            id, Supervisor, calendar.Now, new PaperId(id.Derive("paper")), kind, "application/pdf", 1, "00"));
    }

    /// <summary>An act with its form filled in.</summary>
    /// <param name="by">Null for somebody who may, or now and then may not.</param>
    public Request.Act Act(string caller, KnownCase known, CaseAct act, Actor? by = null, params (string Name, string Value)[] facts)
    {
        var id = newId(caller);
        var form = ActForms.Of(act);
        var given = facts.ToDictionary(f => f.Name, f => f.Value);
        foreach (var field in form.Fields)
        {
            if (!given.ContainsKey(field.Name) && (field.Required || (field.Name is "owner" or "team" or "limit" && chance.Odds(0.5))) && Filled(field, form, known) is { } value)
                given.Add(field.Name, value);
        }

        ImmutableArray<string> said = [.. form.Fields.Where(f => f.Kind == FieldKind.Narrative).Select(f => f.Name)];
        return new Request.Act(known.Id, new ActRequest(
            id, by ?? SomeActor(form, known), calendar.Now, new ActId(id.Derive("act")), act, [.. given.Select(g => new Fact(g.Key, g.Value))], said,
            said.IsEmpty ? null : new Secret("{}"), form.Fields.Any(f => f.Kind == FieldKind.Papers) ? [.. known.Papers] : []));
    }

    /// <summary>Everybody who may have to sign, in the order of the layers; who is not asked is refused.</summary>
    public static IEnumerable<Actor> Signers(KnownCase known) =>
    [
        Of(known.Owner ?? Leaders[0].Id), .. Leaders.Where(l => l.Rank == LeaderRank.President).Reverse().Select(l => Of(l.Id)), Supervisor,
        new Actor("G1", "领导小组", s_intermediate, Role.LeadingGroup),
    ];

    private static Actor Supervisor { get; } = new("S1", "信访局", s_intermediate, Role.Supervisor);

    private DateOnly Today => CityOfTheTest.Instance.Current.DayOf(calendar.Now);

    private static Actor Of(LeaderId leader) => new(leader.Value, leader.Value, CityOfTheTest.Instance.Current.Leader(leader)!.Court, Role.Leader);

    private Actor SomeActor(ActForm form, KnownCase known)
    {
        var court = known.Owner is { } owner ? Of(owner).Court : chance.Pick(CityOfTheTest.Instance.Current.Document.Courts).Id;
        return form.May.HasFlag(Who.Owner) && known.Owner is { } his && chance.Odds(0.7) ? Of(his)
            : form.May.HasFlag(Who.Judge) && chance.Odds(0.7) ? new Actor("J1", "承办法官", court, Role.Judge)
            : form.May.HasFlag(Who.Supervisor) && chance.Odds(0.8) ? Supervisor
            : chance.Odds(0.5) ? Of(chance.Pick(Leaders).Id)
            : new Actor("O1", "信访办", court, Role.Office);
    }

    private string? Filled(ActField field, ActForm form, KnownCase known) => field.Kind switch
    {
        FieldKind.Day => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // A case may come down long after it was received above: then limits have run out at once.
        FieldKind.Instant => (calendar.Now - (form.Act == CaseAct.Assign ? TimeSpan.FromDays(chance.Pick([0, 1, 5, 40])) : TimeSpan.Zero)).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Leader when field.Name == "approvedBy" && chance.Odds(0.8) => Approver.Value,
        FieldKind.Leader => (field.Name == "owner" && known.Owner is { } owner ? owner : chance.Pick(Leaders).Id).Value,
        FieldKind.Court => chance.Pick(CityOfTheTest.Instance.Current.Document.Courts).Id.Value,
        FieldKind.Choice => chance.Pick(field.Choices),
        FieldKind.Number => "1",
        FieldKind.Amount => "5000.00",
        FieldKind.ActOf => known.Waiting.Find(w => w.Act == (form.Answers ?? form.Confirms)).Id is { Value: { } waits } ? waits : Guid.Empty.ToString("D"),
        FieldKind.Clock => chance.Pick(["close-1", "meet-1", "progress-1"]),
        FieldKind.Judgments => VideoOrder.Write([new Judgment("first", null, "甲法官", true, false, [], null, null)]),
        FieldKind.Plain => field.Name == "division" ? CityOfTheTest.Division : "某处",
        _ => null,
    };

    private Request.SummonsAnswer AnswerSummons(string caller, KnownCase known)
    {
        SummonsAct act = chance.Below(5) switch
        {
            0 => new SummonsAct.Acknowledge(),
            1 => new SummonsAct.Attend(null),
            2 => new SummonsAct.Arrange(new MeetingArrangement(MeetingMode.Video, calendar.Now + TimeSpan.FromDays(1), null)),
            3 => new SummonsAct.Keep(null),
            _ => new SummonsAct.Miss(null),
        };
        return new Request.SummonsAnswer(known.Id, new AnswerSummons(
            newId(caller), Of(known.Owner is { } owner && chance.Odds(0.8) ? owner : chance.Pick(Leaders).Id), calendar.Now, chance.Pick(known.Summonses), act));
    }

    private Request.Succession Succeed(string caller, KnownCase known)
    {
        var to = chance.Pick(Leaders).Id;
        HandsAct act = chance.Odds(0.6)
            ? new HandsAct.Succeed(to, SuccessionGround.PostLeft, "调任", Approver, Today)
            : new HandsAct.Recuse(RecusalGround.Decided, chance.Odds(0.5) ? null : to, "系原审审判长", Approver, Today);
        return new Request.Succession(known.Id, new ChangeHands(newId(caller), Supervisor, calendar.Now, act, []));
    }

    private Request.OutsideVisitTold TellOfVisit(string caller, KnownCase known)
    {
        var id = newId(caller);
        return new Request.OutsideVisitTold(known.Id, new OutsideVisit(
            id, Supervisor, calendar.Now, new ActId(id.Derive("act")), chance.Odds(0.5) ? Level.Province : Level.Capital, Today, "省院"));
    }

    private Request.PetitionersWord Say(string caller, KnownCase known)
    {
        var id = newId(caller);
        return new Request.PetitionersWord(known.Id, chance.Odds(0.5)
            ? new PetitionerWord(id, calendar.Now, new ActId(id.Derive("act")), chance.Between(1, 5), null)
            : new PetitionerWord(id, calendar.Now, new ActId(id.Derive("act")), null, new Secret("{}")));
    }
}
