using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>Writes a possible history of a city's cases, wholly determined by its seed: every event can follow the ones before.</summary>
internal sealed partial class History
{
    public static readonly string[] Courts = ["zy", "dg", "xs", "nw"];
    public static readonly string[] Leaders = ["L001", "L002", "L003", "L004", "L005"];
    private static readonly DateOnly FirstDay = new(2024, 11, 20);
    private static readonly EndingGround[] Grounds = Enum.GetValues<EndingGround>();
    private static readonly Sealed Dots = new("k1.c2VhbGVk");

    private readonly Random _random;
    private readonly int _days;
    private readonly List<Case> _cases = [];
    private readonly List<FirstRequestId> _requests = [];
    private readonly List<RecordedEvent> _events = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly HashSet<string> _reported = [];
    private readonly Dictionary<string, int> _published = [];

    /// <summary>The latest reception of each court that its alerts may have to tell of.</summary>
    private readonly Dictionary<string, CaseEvent.Received> _received = [];

    private History(int seed, int days)
    {
        _random = new Random(seed);
        _days = days;
    }

    private sealed class Case
    {
        public required CaseId Id { get; init; }
        public required CaseNumber? Number { get; init; }
        public int Receptions { get; set; }
        public bool LongStanding { get; set; }
        public LeaderId? Owner { get; set; }
        public CaseEvent.Ended? Promise { get; set; }
        public bool Ended { get; set; }
        public bool Joined { get; set; }
        public int Assignments { get; set; }
        public List<Clock> Clocks { get; } = [];
        public List<CaseEvent.Summoned> Summonses { get; } = [];
    }

    public static ImmutableArray<RecordedEvent> Of(int seed, int events, int days = 800)
    {
        var history = new History(seed, days);
        while (history._events.Count < events)
            history.Step();
        // A succession and the owner it brings are one append: no history ends between them.
        var whole = history._events[events - 1].Kind == "case.owner-succeeded.v1" ? events - 1 : events;
        return [.. history._events.Take(whole)];
    }

    public static PetitionerKey Person(int number) => new($"1-{number:x8}");

    private void Step()
    {
        var @case = _cases.Count == 0 || _random.Next(4) == 0 ? Open() : _cases[_random.Next(_cases.Count)];
        if (_random.Next(12) == 0)
            Tell();
        if (_random.Next(12) == 0)
            Ask();
        if (_random.Next(8) == 0)
            Route();
        if (_random.Next(6) == 0)
            Campaign(@case.Id);
        if (_random.Next(6) == 0)
            Complain();
        if (_random.Next(12) == 0)
            Check();
        if (_random.Next(30) == 0)
            Screen();
        switch (_random.Next(30))
        {
            case < 10:
                Receive(@case);
                break;
            case < 13 when @case is { Owner: null, Joined: false }:
                Own(@case, OwnerOrigin.FirstReceiver);
                break;
            case 13 when @case is { Owner: not null, Joined: false }:
                Own(@case, OwnerOrigin.Succession);
                break;
            case 14 or 15 when @case is { Ended: false, Joined: false }:
                End(@case);
                break;
            case 16 when @case is { Promise: { } promise, Joined: false }:
                Write(@case, new CaseEvent.Reopened(@case.Id, null, Day(), promise, @case.Owner == promise.Owner ? null : @case.Owner));
                (@case.Promise, @case.Ended) = (null, false);
                break;
            case 17 when @case.Promise is not null:
                Write(@case, new CaseEvent.BecameFinal(@case.Id, Day()));
                @case.Promise = null;
                break;
            case 20 or 21 or 22 when @case.Summonses.Count > 0:
                Answer(@case, @case.Summonses[_random.Next(@case.Summonses.Count)]);
                break;
            case 23 when @case.Owner is { } owner:
                Write(@case, new CaseEvent.OwnerRelieved(@case.Id, owner, (RecusalGround)_random.Next(3), "理由", Leader(), Day(), At()));
                break;
            case 24 when @case.Owner is { } owner:
                Write(@case, new CaseEvent.OfficeReminded(@case.Id, Court(), owner, (VacancyGround)_random.Next(4), Day(), Day(), At()));
                break;
            case 25:
                Absent();
                break;
            case 18:
                Write(@case, new CaseEvent.Identified(@case.Id, Someone(), Dots));
                break;
            case 19 when !@case.Joined && _cases.Find(c => c != @case && !c.Joined) is { } older:
                Write(@case, new CaseEvent.JoinedInto(@case.Id, older.Id, "同一争议", @case.Owner, Flag(@case.Ended)));
                Write(older, new CaseEvent.JoinedBy(older.Id, @case.Id, "同一争议"));
                @case.Joined = true;
                if (older.Owner is not null)
                    Own(@case, OwnerOrigin.Joined);
                break;
            case 20 or 21 or 22 or 23 or 24 or 25:
                Clock(@case);
                break;
            case 26 or 27:
                Act(@case);
                break;
            case 28:
                Assign(@case);
                break;
            case 29:
                Write(@case, new CaseEvent.Rated(@case.Id, _random.Next(1, 6), Day(), Court()));
                break;
        }
    }

    private void Clock(Case @case)
    {
        if (@case.Clocks.Count == 0 || _random.Next(3) == 0)
        {
            var kind = (ClockKind)_random.Next(Enum.GetValues<ClockKind>().Length);
            var number = @case.Clocks.Count(c => c.Kind == kind) + 1;
            var start = Day();
            @case.Clocks.Add(new Clock(ClockId.Of(kind, number), kind, "J5", start, 2, LimitUnit.CalendarDays, start.AddDays(2), DutyHolder.Owner, Court(), false));
            Write(@case, new CaseEvent.ClockStarted(@case.Id, @case.Clocks[^1]));
            return;
        }
        var clock = @case.Clocks[_random.Next(@case.Clocks.Count)];
        Write(@case, _random.Next(5) switch
        {
            0 => new CaseEvent.ClockMet(@case.Id, clock, Day(), _random.Next(2) == 0),
            1 => new CaseEvent.ClockMissed(@case.Id, clock, At(), At(), Day(), @case.Owner),
            2 => new CaseEvent.ClockPaused(@case.Id, clock.Id, Day(), "住院", Leader()),
            3 => new CaseEvent.ClockResumed(@case.Id, clock.Id, Day(), Day()),
            _ => new CaseEvent.ClockStopped(@case.Id, [.. @case.Clocks.Take(2).Select(c => c.Id)], Day()),
        });
    }

    private void Act(Case @case)
    {
        var id = new ActId(NextId());
        Write(@case, _random.Next(9) switch
        {
            5 => new CaseEvent.ClosingSubmitted(@case.Id, id, 1, EndingGround.OralPromise, "persuaded", Dots, [Layer()], [], Day(), null, Court()),
            6 => new CaseEvent.SentBack(@case.Id, id, 1, Layer(), "L001", Day(), Dots),
            7 => new CaseEvent.ReopeningAsked(@case.Id, id, Day(), Dots, @case.Owner),
            8 => new CaseEvent.ClosingLapsed(@case.Id, 1, LapseGround.Returned, Day()),
            0 => new CaseEvent.Acted(@case.Id, id, _random.Next(4) switch { 0 => CaseAct.Hearing, 1 => CaseAct.Plan, 2 => CaseAct.Assist, _ => CaseAct.DeclineReopening }, Day(), At(), [new Fact("amount", "5000.50")], Dots, [], null),
            1 => new CaseEvent.Acted(@case.Id, id, CaseAct.Refer, Day(), At(), [new Fact("division", "执行局")], Dots, [], null),
            2 => new CaseEvent.OutsideVisitReported(@case.Id, id, Level.Capital, Day(), "省信访局", @case.Owner),
            3 => new CaseEvent.Signed(@case.Id, id, 1, SignatureLayer.Owner, "L001", "某", At(), Day(), null, _random.Next(3) == 0 ? null : Layer()),
            _ => new CaseEvent.PaperFiled(@case.Id, new PaperId(NextId()), PaperKind.Settlement, "application/pdf", 9, "00", Day()),
        });
    }

    private SignatureLayer Layer() => (SignatureLayer)_random.Next(5);

    private void Assign(Case @case)
    {
        Write(@case, new CaseEvent.Assigned(
            @case.Id, new ActId(NextId()), ++@case.Assignments, "congress", "12号", At(), Day(), Court(), _random.Next(2) == 0 ? "执行局" : null, _random.Next(2) == 0));
        if (_random.Next(2) == 0)
            Write(@case, new CaseEvent.Entered(@case.Id, new ActId(NextId()), @case.Assignments, Day(), Leader(), "李法官", "8001", null));
    }

    /// <summary>What offices tell: reports and their corrections, alerts, contacts, published products.</summary>
    private void Tell()
    {
        var unit = _random.Next(2) == 0 ? UnitId.Parse("dg") : UnitId.Parse("zy:民一庭");
        var day = new CourtDayId(unit, Day());
        var figures = DayFigures.Nil with { Receptions = _random.Next(9), First = _random.Next(3) };
        switch (_random.Next(5))
        {
            case 0 when _reported.Add(day.Value):
                Write(day, new CourtDayEvent.ReportSubmitted(day, false, figures, "", figures, _events.Count, "张三", At(), _random.Next(2) == 0));
                break;
            case 0:
                Write(day, new CourtDayEvent.ReportCorrected(day, false, figures, "", "漏报", figures, _events.Count, "李四", At()));
                break;
            case 1:
                var alert = new AlertId(NextId());
                var about = _received.GetValueOrDefault(unit.Court.Value);
                Write(day, new CourtDayEvent.AlertRaised(alert, day, (AlertKind)_random.Next(4), about?.Case, about?.Reception, "一楼大厅", 7, "集体访", At(), "王五", At()));
                if (_random.Next(2) == 0)
                    Write(day, new CourtDayEvent.AlertAcknowledged(alert, day, "赵六", At()));
                break;
            case 2:
                Write(StreamId.Of(unit), Codecs.ReportingUnit.Encode(new ReportingUnitEvent.ContactNamed(unit, "孙七", "主任", $"{_random.Next(99)}", At())));
                break;
            default:
                var product = PublicationId.Of("bulletin", null, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 14 + _random.Next(3)));
                var number = _published[product.Value] = _published.GetValueOrDefault(product.Value, -1) + 1;
                Write(StreamId.Of(product), Codecs.Publication.Encode(number == 0
                    ? new PublicationEvent.Frozen(product, "{}", "h0", _events.Count, "周八", At())
                    : new PublicationEvent.PutRight(product, number, [], "迟录", "{}", $"h{number}", _events.Count, "周八", At())));
                break;
        }
    }

    /// <summary>First requests (Y1).</summary>
    private void Ask()
    {
        if (_requests.Count == 0 || _random.Next(2) == 0)
        {
            var (day, handling) = (Day(), _random.Next(5));
            _requests.Add(new FirstRequestId(NextId()));
            Write(_requests[^1], new FirstRequestEvent.Received(
                _requests[^1], Court(), (Channel)_random.Next(6), day, null, _random.Next(2) == 0 ? null : "魏健", _random.Next(2) == 0 ? null : RequestKind.Complaint,
                handling == 4 ? null : (RequestHandling)handling, null, Dots, Dots, null, handling == 1 ? day.AddDays(7) : null, null, null, At()));
            return;
        }
        var request = _requests[_random.Next(_requests.Count)];
        Write(request, _random.Next(5) switch
        {
            0 => new FirstRequestEvent.PassedOn(request, "执行局", null, null, At()),
            1 => new FirstRequestEvent.Finished(request, Day(), Dots, At()),
            2 => new FirstRequestEvent.Entered(request, _cases.Count == 0 ? new CaseId(NextId()) : _cases[0].Id, At()),
            3 => new FirstRequestEvent.Filed(request, At()),
            _ => new FirstRequestEvent.ContentErased(request, "依申请"),
        });
    }

    private Case Open()
    {
        CaseNumber? number = _random.Next(3) == 0 ? null : CaseNumber.Parse($"(2019)鲁9902民初{_random.Next(1, 12)}号");
        var opened = new Case { Id = new CaseId(NextId()), Number = number };
        var person = Someone();
        ImmutableArray<PetitionerKey> petitioners = _random.Next(4) == 0 ? [] : [person];
        _cases.Add(opened);
        Write(opened, new CaseEvent.Opened(opened.Id, opened.Number, Court(), petitioners, $"hash-{opened.Id}", Day()));
        foreach (var petitioner in petitioners)
            Write(petitioner, new PetitionerEvent.CaseLinked(petitioner, opened.Id, opened.Number));
        if (_random.Next(4) == 0)
            Import(opened);
        return opened;
    }

    private void Import(Case @case)
    {
        @case.LongStanding = _random.Next(2) == 0;
        ImmutableArray<ImportedRow> rows =
        [
            .. Enumerable.Range(0, _random.Next(1, 3)).Select(_ =>
                new ImportedRow(_events.Count * 10 + _random.Next(10), Court(), "王院长", null, "李法官", "市信访局", Day(), null)),
        ];
        Write(@case, new CaseEvent.Imported(@case.Id, "sheet-1", rows, Court(), Dots, Dots, null, 3, @case.LongStanding, false, false));
    }

    private void Receive(Case @case)
    {
        var day = Day();
        var channel = (Channel)_random.Next(6);
        var reception = new ReceptionId(NextId());
        var headcount = _random.Next(5) == 0 ? _random.Next(5, 30) : _random.Next(1, 5);
        ImmutableArray<PetitionerKey> joining = _random.Next(6) == 0 ? [Someone()] : [];
        var received = new CaseEvent.Received(
            reception,
            @case.Id,
            ++@case.Receptions,
            @case.Receptions == 1 && !@case.LongStanding,
            Court(),
            channel,
            _random.Next(3) == 0 ? null : Leader(),
            new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)).AddTicks(_random.Next(1_000_000)),
            day,
            _random.Next(3) == 0 ? null : Someone(),
            joining,
            Dots,
            Dots,
            null,
            headcount,
            (Level)_random.Next(4),
            _random.Next(4) == 0,
            _random.Next(9) == 0,
            false,
            @case.Ended,
            @case.Receptions == 1 ? day.AddDays(7) : null,
            _random.Next(3) == 0 ? UnitId.Of(new CourtId("zy"), "民一庭") : null,
            _random.Next(6) is var kind and < 5 ? (MatterKind)kind : null,
            _random.Next(4) == 0 ? true : null);
        Write(@case, received);
        if (received.Level == Level.Capital || received.Headcount >= Collective.Headcount)
            _received[received.Court.Value] = received;
        if (@case is not { Owner: { } owner, Receptions: > 1 })
            return;
        if (channel == Channel.Visit)
        {
            var summoned = new CaseEvent.Summoned(new SummonsId(NextId()), @case.Id, owner, reception, Court(), At());
            @case.Summonses.Add(summoned);
            Write(@case, summoned);
        }
        else
            Write(@case, new CaseEvent.OwnerNotified(@case.Id, owner, reception, channel));
    }

    private void Answer(Case @case, CaseEvent.Summoned s) => Write(@case, _random.Next(6) switch
    {
        0 => new CaseEvent.SummonsAcknowledged(s.Summons, s.Case, s.Leader, s.At, At()),
        1 => new CaseEvent.SummonsAttended(s.Summons, s.Case, s.Leader, s.At, At()),
        2 => new CaseEvent.SummonsArranged(s.Summons, s.Case, s.Leader, s.At, (MeetingMode)_random.Next(3), At().AddHours(_random.Next(99)), _random.Next(2) == 0 ? null : "二号室", At()),
        3 => new CaseEvent.SummonsKept(s.Summons, s.Case, s.Leader, s.At, At()),
        4 => new CaseEvent.SummonsMissed(s.Summons, s.Case, s.Leader, s.At, null, At()),
        5 when _random.Next(2) == 0 => new CaseEvent.SummonsPassed(s.Summons, s.Case, Leader(), s.At, s.Leader, At()),
        _ => new CaseEvent.SummonsEscalated(s.Summons, s.Case, s.Leader, s.At, s.At, At(), At()),
    });

    private void Absent()
    {
        var leader = Leader();
        if (_random.Next(3) == 0)
            Write(StreamId.City, Codecs.City.Encode(new CityEvent.LeaderLeft(leader)));
        else if (_random.Next(2) == 0)
            Write(StreamId.Of(leader), Codecs.Leader.Encode(new LeaderEvent.LongLeaveBegun(leader, Day(), _random.Next(2) == 0 ? null : Day(), "病假")));
        else
            Write(StreamId.Of(leader), Codecs.Leader.Encode(new LeaderEvent.LongLeaveEnded(leader, Day())));
    }

    private void Own(Case @case, OwnerOrigin origin)
    {
        var (to, court) = (Leader(), Court());
        if (origin == OwnerOrigin.Succession && @case.Owner is { } from)
            Write(@case, new CaseEvent.OwnerSucceeded(@case.Id, from, to, court, SuccessionGround.PostLeft, "调离", Leader(), Day(), At(), Flag(@case.Ended)));
        @case.Owner = to;
        Write(@case, new CaseEvent.OwnerFixed(@case.Id, to, court, origin, At(), Flag(@case.Ended)));
    }

    private static bool? Flag(bool isSo) => isSo ? true : null;

    private void End(Case @case)
    {
        var ground = Grounds[_random.Next(Grounds.Length)];
        var status = ground switch
        {
            EndingGround.OralPromise or EndingGround.WrittenUndertaking => CaseStatus.Provisional,
            EndingGround.Terminated => CaseStatus.Terminated,
            EndingGround.HandedOver => CaseStatus.HandedOver,
            _ => CaseStatus.Resolved,
        };
        var ended = new CaseEvent.Ended(@case.Id, ground, status, "理由", Day(), @case.Owner, Court());
        Write(@case, ended);
        @case.Ended = true;
        @case.Promise = status == CaseStatus.Provisional ? ended : null;
    }

    private void Write(Case @case, CaseEvent @event) => Write(StreamId.Of(@case.Id), Codecs.Case.Encode(@event));

    private void Write(PetitionerKey person, PetitionerEvent @event) => Write(StreamId.Of(person), Codecs.Petitioner.Encode(@event));

    private void Write(FirstRequestId request, FirstRequestEvent @event) => Write(StreamId.Of(request), Codecs.FirstRequest.Encode(@event));

    private void Write(CourtDayId day, CourtDayEvent @event) => Write(StreamId.Of(day), Codecs.CourtDay.Encode(@event));

    private void Write(StreamId stream, StoredEvent stored)
    {
        var version = _versions[stream.Value] = _versions.GetValueOrDefault(stream.Value) + 1;
        _events.Add(new RecordedEvent(_events.Count + 1, stream, version, stored.Kind, At(), "clerk-7", "dg", stored.Payload));
    }

    private DateTimeOffset At() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_events.Count * 12_345_671L);

    private DateOnly Day() => FirstDay.AddDays(_random.Next(_days));

    private CourtId Court() => new(Courts[_random.Next(Courts.Length)]);

    private LeaderId Leader() => new(Leaders[_random.Next(Leaders.Length)]);

    private PetitionerKey Someone() => Person(_random.Next(40));

    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
