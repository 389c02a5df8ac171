using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <content>Stuck-errand desks and the complaints there (Y6): each is what the decider's own fold allows next.</content>
internal sealed partial class History
{
    /// <summary>Two of each of the four courts.</summary>
    public static readonly ErrandDeskId[] Desks = [.. Enumerable.Range(1, 8).Select(n => ErrandDeskId.Parse($"0d000000-0000-4000-8000-{n:d12}"))];

    private readonly Dictionary<ErrandDeskId, ErrandDeskState> _desks = [];
    private readonly List<ComplaintState> _complaints = [];

    private void Complain()
    {
        var desk = Keep(_random.Next(Desks.Length));
        if (_complaints.Count == 0 || _random.Next(3) == 0)
        {
            _complaints.Add(ComplaintState.Unknown);
            Write(_complaints.Count - 1, new ComplaintEvent.Registered(
                new ComplaintId(NextId()), desk.Opened!.Court, desk.Opened.Desk, desk.Opened.Name, desk.Officer!, (Channel)_random.Next(6), Day(), Conduct(), Dots,
                _random.Next(2) == 0 ? null : Dots, null, "魏健", At()));
            return;
        }
        var complaint = _random.Next(_complaints.Count);
        if (Next(_complaints[complaint]) is { } next)
            Write(complaint, next);
    }

    /// <summary>A desk with something that happens to it, or that is opened.</summary>
    private ErrandDeskState Keep(int number)
    {
        var desk = Desks[number];
        ErrandDeskEvent? kept = !_desks.TryGetValue(desk, out var state)
            ? new ErrandDeskEvent.Opened(desk, new CourtId(Courts[number / 2]), $"{number}号窗口", number % 2 == 0 ? null : "大厅", "高专员", Day(), "庄敏", At())
            : (state.Closed, _random.Next(12)) switch
            {
                (null, 0) => new ErrandDeskEvent.Closed(desk, "合并", Day(), "庄敏", At()),
                (null, < 4) => new ErrandDeskEvent.OfficerNamed(desk, "尹专员", "轮岗", Day(), "庄敏", At()),
                _ => null,
            };
        if (kept is not null)
        {
            Write(StreamId.Of(desk), Codecs.ErrandDesk.Encode(kept));
            _desks[desk] = ErrandDeskState.Evolve(state ?? ErrandDeskState.Unknown, kept);
        }
        return _desks[desk];
    }

    private ComplaintEvent? Next(ComplaintState state)
    {
        var id = state.Registered!.Complaint;
        var outcome = (CheckOutcome)_random.Next(3);
        return state.Status switch
        {
            ComplaintStatus.Registered => new ComplaintEvent.Circulated(id, "执行局", Day(), Day(), "魏健", At()),
            ComplaintStatus.Circulating when _random.Next(3) == 0 => new ComplaintEvent.Circulated(id, "立案庭", Day(), Day(), "魏健", At()),
            ComplaintStatus.Circulating => new ComplaintEvent.Checked(
                id, outcome, "孙庭长", Dots, outcome == CheckOutcome.Unfounded ? [] : Conduct(), Day(), _random.Next(3) == 0, "魏健", At()),
            ComplaintStatus.Checked => new ComplaintEvent.Answered(id, "高专员", AnswerMeans.Call, Dots, Day(), "魏健", At()),
            _ => state.Erased ? null : new ComplaintEvent.ContentErased(id, "依申请"),
        };
    }

    private void Write(int complaint, ComplaintEvent @event)
    {
        _complaints[complaint] = ComplaintState.Evolve(_complaints[complaint], @event);
        Write(StreamId.Of(_complaints[complaint].Registered!.Complaint), Codecs.Complaint.Encode(@event));
    }

    private ImmutableArray<ForbiddenConduct> Conduct() => [.. Enum.GetValues<ForbiddenConduct>().Where(_ => _random.Next(4) == 0)];
}
