using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <content>On-site checks (Y5): each goes on as the decider's own fold allows.</content>
internal sealed partial class History
{
    private readonly List<OnSiteCheckState> _checks = [];

    private void Check()
    {
        if (_checks.Count == 0 || _random.Next(3) == 0)
        {
            var (kinds, day) = (Enum.GetValues<FindingKind>().Where(_ => _random.Next(3) == 0).ToArray(), Day());
            _checks.Add(OnSiteCheckState.Unknown);
            Write(_checks.Count - 1, new OnSiteCheckEvent.Recorded(
                new OnSiteCheckId(NextId()), Court(), new CourtId(_random.Next(2) == 0 ? "dg" : "zy"), _random.Next(2) == 0 ? null : "执行局", day, ["孙检查"], (CheckedRegister)_random.Next(4),
                day.AddDays(-30), day, _random.Next(100), 20, 20 - kinds.Length, [.. kinds.Select(k => new Finding(k, null, "不符"))], null, kinds.Length == 0 ? null : Day(), "庄敏", At()));
            return;
        }
        var check = _random.Next(_checks.Count);
        var id = _checks[check].Recorded!.Check;
        OnSiteCheckEvent? next = _checks[check].Status switch
        {
            OnSiteCheckStatus.Open => new OnSiteCheckEvent.Rectified(id, "已补登", Day(), _random.Next(3) == 0, "魏健", At()),
            OnSiteCheckStatus.Rectified when _random.Next(3) == 0 => new OnSiteCheckEvent.SentBack(id, "仍有漏登", Day(), Day(), "庄敏", At()),
            OnSiteCheckStatus.Rectified => new OnSiteCheckEvent.Passed(id, Day(), "庄敏", At()),
            _ => null,
        };
        if (next is not null)
            Write(check, next);
    }

    private void Write(int check, OnSiteCheckEvent @event)
    {
        _checks[check] = OnSiteCheckState.Evolve(_checks[check], @event);
        Write(StreamId.Of(_checks[check].Recorded!.Check), Codecs.OnSiteCheck.Encode(@event));
    }
}
