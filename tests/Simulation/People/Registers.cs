using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Simulation.Engine;
using PetitionMesh.Simulation.Processes;

namespace PetitionMesh.Simulation.People;

/// <summary>
/// Draws what courts enter in the registers beside the cases (L, Y): few entries, worked on by all, in any order. Which are there is
/// known to whoever was told so; a step may still come too early, twice, or after the texts were erased.
/// </summary>
internal sealed class Registers(Chance chance, Population people, Func<string, CommandId> newId)
{
    public const string Text = "内容";

    /// <summary>So few that steps meet.</summary>
    private const int Most = 3;

    private readonly List<(StreamId Stream, CourtId Court)> _known = [];

    public Request.Entry Draw(string caller) => Draw(caller, chance.Below(6));

    /// <summary>More in the same register, most of it on what is there.</summary>
    public IEnumerable<Request.Entry> DrawMore(string caller, Request.Entry entry)
    {
        var register = entry.Stream.Value switch
        {
            ['f', ..] => 0,
            ['r', ..] => 1,
            ['e', ..] => chance.Pick([2, 3]),
            ['c', 'o', ..] => 3,
            ['o', ..] => 5,
            _ => 4,
        };
        for (var i = chance.Below(8); i > 0; i--)
            yield return Draw(caller, register);
    }

    private Request.Entry Draw(string caller, int register)
    {
        var (id, court) = (newId(caller), chance.Pick(CityOfTheTest.Instance.Current.Document.Courts).Id);
        return register switch
        {
            0 => OfFirstRequests(id, court),
            1 => OfSlips(id, court),
            2 => OfDesks(id, court),
            3 => OfComplaints(id, court),
            4 => OfCampaigns(id, court),
            _ => OfChecks(id, court),
        };
    }

    public void Learn(Request.Entry entry)
    {
        if (!_known.Exists(k => k.Stream == entry.Stream))
            _known.Add((entry.Stream, entry.Court));
    }

    private Request.Entry OfFirstRequests(CommandId id, CourtId court)
    {
        if (Known("first-request/") is not { } known)
        {
            var person = chance.Odds(0.5) ? people.Nobody : people.Some(1)[0];
            var handling = (RequestHandling)chance.Below(4);
            return new Request.Entry(id, StreamId.Of(new FirstRequestId(id.Derive("first-request"))), court, "asks first", (grains, now) =>
            {
                var command = new ReceiveFirstRequest(
                    id, Clerk(court), now, court, Channel.Visit, DayOf(now), null, "赵六", RequestKind.Inquiry, handling, person, new Secret(Text), null,
                    handling == RequestHandling.Promised ? DayOf(now).AddDays(3) : null, handling == RequestHandling.OnTheSpot ? DayOf(now) : null,
                    handling == RequestHandling.OnTheSpot ? new Secret(Text) : null, handling == RequestHandling.Guided ? "立案庭" : null, null, null, null);
                return person.Key is { } key
                    ? grains.GetGrain<IPetitionerGrain>(key.Value).AskFirstAsync(command)
                    : grains.GetGrain<IFirstRequestGrain>(command.Request.Value).ReceiveAsync(command);
            });
        }

        var (request, text, what) = (FirstRequestId.Parse(IdIn(known.Stream)), MaybeText(), chance.Below(5));
        CaseId? @case = people.KnownCase;
        return new Request.Entry(id, known.Stream, known.Court, $"first request step {what}", (grains, now) =>
        {
            var grain = grains.GetGrain<IFirstRequestGrain>(request.Value);
            var step = new FirstRequestStep(id, Clerk(known.Court), now, DayOf(now));
            return what switch
            {
                0 => grain.StepAsync(step with { PassOn = new PassOn("执行局", null, text) }),
                1 => grain.StepAsync(step with { Finish = new Finish(DayOf(now), text) }),
                2 when @case is { } entered => grain.StepAsync(step with { Enter = entered }),
                3 => grain.EraseDataAsync(new EraseData(id, Clerk(known.Court), now, "本人申请")),
                _ => grain.StepAsync(step with { File = true }),
            };
        });
    }

    private Request.Entry OfSlips(CommandId id, CourtId court)
    {
        var (number, kind, text) = (chance.Pick(people.Numbers), (RoutingKind)chance.Below(2), MaybeText());
        var (what, who) = (chance.Below(8), chance.Below(2));
        if (what < 2 || Known("routing/") is not { } known)
        {
            return new Request.Entry(id, StreamId.Of(RoutingId.Of(court, kind, number)), court, "registers a slip", (grains, now) =>
            {
                var command = new RegisterRouting(id, Clerk(court), now, DayOf(now), kind, number, null, DayOf(now), text);
                return grains.GetGrain<IRoutingGrain>(command.Routing.Value).RegisterAsync(command);
            });
        }

        var earlier = CaseNumber.Parse($"（2018）鲁9902民初{who + 1}号");
        return new Request.Entry(id, known.Stream, known.Court, $"slip step {what}", (grains, now) =>
        {
            var grain = grains.GetGrain<IRoutingGrain>(IdIn(known.Stream));
            var step = new RoutingStep(id, Clerk(known.Court), now, DayOf(now));
            return what switch
            {
                2 or 3 => grain.StepAsync(step with { Route = new Route(null, new Official($"法官{who}", "民一庭"), null) }),
                4 => grain.StepAsync(step with { Dispute = new Dispute(ObjectionKind.MissedMatch, earlier, new Official($"法官{who + 2}", "民一庭"), RoutingGround.Refiled, new Secret(Text)) }),
                5 => grain.StepAsync(step with
                {
                    Resolve = new Resolve(who == 0 ? ObjectionOutcome.Granted : ObjectionOutcome.Refused, null, null, "院长", DayOf(now), new Secret(Text), new Secret(Text), null),
                }),
                6 => grain.StepAsync(step with { Withdraw = "登记有误" }),
                _ => grain.EraseDataAsync(new EraseData(id, Clerk(known.Court), now, "本人申请")),
            };
        });
    }

    private Request.Entry OfDesks(CommandId id, CourtId court)
    {
        if (Known("errand-desk/") is not { } known)
        {
            return new Request.Entry(id, StreamId.Of(new ErrandDeskId(id.Derive("errand-desk"))), court, "opens a desk", (grains, now) =>
            {
                var command = new OpenErrandDesk(id, Office(court), now, DayOf(now), court, "窗口", null, "专人0");
                return grains.GetGrain<IErrandDeskGrain>(command.Desk.Value).OpenAsync(command);
            });
        }

        var officer = chance.Odds(0.2) ? null : $"专人{chance.Below(2)}";
        return new Request.Entry(id, known.Stream, known.Court, officer is null ? "closes a desk" : "names an officer", (grains, now) =>
            grains.GetGrain<IErrandDeskGrain>(IdIn(known.Stream)).StepAsync(new ErrandDeskStep(id, Office(known.Court), now, DayOf(now), officer, "调整")));
    }

    /// <summary>As the gateway: the desk is asked first how it stands.</summary>
    private Request.Entry OfComplaints(CommandId id, CourtId court)
    {
        if (Known("complaint/") is not { } known)
        {
            if (Known("errand-desk/", orElse: false) is not { } desk)
                return OfDesks(id, court);
            var phone = MaybeText();
            return new Request.Entry(id, StreamId.Of(new ComplaintId(id.Derive("complaint"))), desk.Court, "complains", async (grains, now) =>
            {
                var standing = await grains.GetGrain<IErrandDeskGrain>(IdIn(desk.Stream)).StandingAsync();
                var command = new RegisterComplaint(
                    id, Clerk(desk.Court), now, DayOf(now), standing, Channel.Visit, DayOf(now), [ForbiddenConduct.Delay], new Secret(Text), new Secret(Text), phone);
                return await grains.GetGrain<IComplaintGrain>(command.Complaint.Value).RegisterAsync(command);
            });
        }

        var (what, division) = (chance.Below(6), chance.Pick(["执行局", "立案庭"]));
        return new Request.Entry(id, known.Stream, known.Court, $"complaint step {what}", (grains, now) =>
        {
            var grain = grains.GetGrain<IComplaintGrain>(IdIn(known.Stream));
            var step = new ComplaintStep(id, Office(known.Court), now, DayOf(now));
            return what switch
            {
                0 or 1 => grain.StepAsync(step with { Circulate = new CirculateComplaint(division, null) }),
                2 or 3 => grain.StepAsync(step with { Check = new CheckComplaint(CheckOutcome.Founded, "钱七", new Secret(Text), [ForbiddenConduct.Delay]) }),
                4 => grain.StepAsync(step with { Answer = new AnswerComplaint("钱七", AnswerMeans.Call, new Secret(Text), DayOf(now)) }),
                _ => grain.EraseDataAsync(new EraseData(id, Office(known.Court), now, "本人申请")),
            };
        });
    }

    private Request.Entry OfCampaigns(CommandId id, CourtId court)
    {
        if (Known("campaign/") is not { } known || people.KnownCase is not { } @case)
        {
            return new Request.Entry(id, StreamId.Of(new CampaignId(id.Derive("campaign"))), court, "opens a campaign", (grains, now) =>
            {
                var command = new SetCampaign(id, Supervisor, now, "集中办访月", DayOf(now), DayOf(now).AddDays(30), [], null, DayOf(now));
                return grains.GetGrain<ICampaignGrain>(command.Campaign.Value).SetAsync(command);
            });
        }

        var entry = new CampaignEntryId(CampaignId.Parse(IdIn(known.Stream)), @case);
        var (what, level) = (chance.Below(7), (CampaignLevel)chance.Below(3));
        return new Request.Entry(id, StreamId.Of(entry), court, $"campaign step {what}", async (grains, now) =>
        {
            if (await grains.GetGrain<ICampaignGrain>(entry.Campaign.Value).StandingAsync() is not { } campaign)
                throw new JournalUnavailableException("The campaign was told of and is not there yet.");
            var step = new CampaignStep(id, Supervisor, now, new CampaignScene(
                campaign.FirstDay, campaign.LastDay, campaign.Courts, CaseStatus.Open, EndedOn: null, OwnerCourt: court, Joined: null, DayOf(now)));
            return await grains.GetGrain<ICampaignEntryGrain>(entry.Value).StepAsync(what switch
            {
                0 or 1 => step with { Gather = new GatherCase(UnitId.Parse(court.Value), "承办人", null, null) },
                2 => step with { Key = new MakeKey("疑难", ["甲", "乙"]) },
                3 or 4 => step with { Receive = new ReceiveAtLevel(level, "接访人", null, DayOf(now)) },
                5 => step with { Handle = new HandleInBatch(CampaignBatch.Reviewed, DayOf(now)) },
                _ => step with { Remove = "列入有误" },
            });
        });
    }

    /// <summary>The intermediate court checks, so that what one court puts right another looks at.</summary>
    private Request.Entry OfChecks(CommandId id, CourtId court)
    {
        if (Known("on-site-check/") is not { } known)
        {
            var finds = chance.Odds(0.8);
            return new Request.Entry(id, StreamId.Of(new OnSiteCheckId(id.Derive("on-site-check"))), court, finds ? "finds something" : "finds nothing", (grains, now) =>
            {
                var command = new RecordOnSiteCheck(
                    id, Supervisor, now, DayOf(now), court, [], null, DayOf(now), ["检查人"], CheckedRegister.Receptions, DayOf(now).AddDays(-30), DayOf(now), Shown: 5, Sampled: 3,
                    finds ? 2 : 3, finds ? [new Finding(FindingKind.Late, null, "迟登一件")] : [], null, finds ? DayOf(now).AddDays(3) : null);
                return grains.GetGrain<IOnSiteCheckGrain>(command.Check.Value).RecordAsync(command);
            });
        }

        var what = chance.Below(4);
        return new Request.Entry(id, known.Stream, known.Court, $"check step {what}", (grains, now) =>
        {
            var grain = grains.GetGrain<IOnSiteCheckGrain>(IdIn(known.Stream));
            var step = new OnSiteCheckStep(id, what < 2 ? Office(known.Court) : Supervisor, now, DayOf(now));
            return grain.StepAsync(what switch
            {
                0 or 1 => step with { Measures = "已补登" },
                2 => step with { Back = new SendCheckBack("没有补全", DayOf(now).AddDays(3)) },
                _ => step with { Pass = true },
            });
        });
    }

    /// <summary>One of this kind that somebody was told of; null while there are few and another should be begun.</summary>
    /// <param name="orElse">Whether another may be begun at all.</param>
    private (StreamId Stream, CourtId Court)? Known(string kind, bool orElse = true)
    {
        var those = _known.FindAll(k => k.Stream.Value.StartsWith(kind, StringComparison.Ordinal));
        return those.Count == 0 || (orElse && those.Count < Most && chance.Odds(0.3)) ? null : chance.Pick(those);
    }

    private Secret? MaybeText() => chance.Odds(0.7) ? new Secret(Text) : null;

    private static string IdIn(StreamId stream) => stream.Value[(stream.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static DateOnly DayOf(DateTimeOffset now) => CityOfTheTest.Instance.Current.DayOf(now);

    private static Actor Clerk(CourtId court) => new($"C-{court}", "窗口", court, Role.Clerk);

    private static Actor Office(CourtId court) => new($"O-{court}", "信访办", court, Role.Office);

    private static Actor Supervisor { get; } = new("S1", "信访局", new CourtId("zy"), Role.Supervisor);
}
