using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.DutyContacts;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Publications;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>Writes a possible history of a city's cases, wholly determined by its seed: every event can follow the ones before.</summary>
internal sealed class History
{
    public static readonly string[] Courts = ["zy", "dg", "xs", "nw"];
    public static readonly string[] Leaders = ["L001", "L002", "L003", "L004", "L005"];
    private static readonly DateOnly FirstDay = new(2024, 11, 20);
    private static readonly EndingGround[] Grounds = Enum.GetValues<EndingGround>();
    private static readonly Sealed Dots = new("k1.c2VhbGVk");

    private readonly Random _random;
    private readonly int _days;
    private readonly List<Case> _cases = [];
    private readonly List<RecordedEvent> _events = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly HashSet<string> _reported = [];
    private readonly Dictionary<string, int> _published = [];

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
        public List<CaseEvent.Summoned> Summonses { get; } = [];
    }

    public static ImmutableArray<RecordedEvent> Of(int seed, int events, int days = 800)
    {
        var history = new History(seed, days);
        while (history._events.Count < events)
            history.Step();
        return [.. history._events.Take(events)];
    }

    public static PetitionerKey Person(int number) => new($"1-{number:x8}");

    private void Step()
    {
        var @case = _cases.Count == 0 || _random.Next(4) == 0 ? Open() : _cases[_random.Next(_cases.Count)];
        if (_random.Next(12) == 0)
            Tell();
        switch (_random.Next(23))
        {
            case < 10:
                Receive(@case);
                break;
            case < 13 when @case.Owner is null:
                Own(@case, OwnerOrigin.FirstReceiver);
                break;
            case 13 when @case.Owner is not null:
                Own(@case, OwnerOrigin.Succession);
                break;
            case 14 or 15 when !@case.Ended:
                End(@case);
                break;
            case 16 when @case.Promise is { } promise:
                Write(@case, new CaseEvent.Reopened(@case.Id, null, Day(), promise));
                (@case.Promise, @case.Ended) = (null, false);
                break;
            case 17 when @case.Promise is not null:
                Write(@case, new CaseEvent.BecameFinal(@case.Id, Day()));
                @case.Promise = null;
                break;
            case 20 or 21 or 22 when @case.Summonses.Count > 0:
                Answer(@case, @case.Summonses[_random.Next(@case.Summonses.Count)]);
                break;
            case 18:
                Write(@case, new CaseEvent.Identified(@case.Id, Someone(), Dots));
                break;
            case 19 when !@case.Joined && _cases.Find(c => c != @case && !c.Joined) is { } older:
                Write(@case, new CaseEvent.JoinedInto(@case.Id, older.Id, "同一争议"));
                Write(older, new CaseEvent.JoinedBy(older.Id, @case.Id, "同一争议"));
                @case.Joined = true;
                break;
        }
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
                Write(day, new CourtDayEvent.AlertRaised(alert, day, AlertKind.CollectiveVisit, null, null, "一楼大厅", 7, "集体访", At(), "王五", At()));
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
        Write(@case, new CaseEvent.Received(
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
            _random.Next(3) == 0 ? UnitId.Of(new CourtId("zy"), "民一庭") : null,
            _random.Next(6) is var kind and < 5 ? (MatterKind)kind : null,
            _random.Next(4) == 0 ? true : null));
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
        _ => new CaseEvent.SummonsEscalated(s.Summons, s.Case, s.Leader, s.At, s.At, At(), At()),
    });

    private void Own(Case @case, OwnerOrigin origin)
    {
        @case.Owner = Leader();
        Write(@case, new CaseEvent.OwnerFixed(@case.Id, @case.Owner.Value, Court(), origin, At()));
    }

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
