using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <content>Monthly screenings of lawsuits (S2): each goes on as the decider's own fold allows.</content>
internal sealed partial class History
{
    private readonly Dictionary<LawsuitScreeningId, LawsuitScreeningState> _screenings = [];

    private void Screen()
    {
        var day = Day();
        var id = new LawsuitScreeningId(UnitId.Of(Court()), new DateOnly(day.Year, day.Month, 1));
        var state = _screenings.GetValueOrDefault(id, LawsuitScreeningState.Unknown);
        var found = Enumerable.Range(1, 4).Where(_ => _random.Next(3) == 0)
            .Select(i => new ScreenedLawsuit(CaseNumber.Parse($"（2025）鲁9902民初{i}号"), (LawsuitStage)_random.Next(2), (RiskGround)_random.Next(8), "不服判决", "判后答疑", "魏健", null)).ToArray();
        LawsuitScreeningEvent next = state.Reported is null
            ? new LawsuitScreeningEvent.Reported(id, _random.Next(100), _random.Next(100), [.. found], day, _random.Next(3) == 0, "庄敏", At())
            : state.Found.FirstOrDefault(l => !state.Settled.ContainsKey(l.Number)) is { } lawsuit && _random.Next(2) == 0
            ? new LawsuitScreeningEvent.Settled(id, lawsuit.Number, "已息诉", state.Left - 1, day, "庄敏", At())
            : new LawsuitScreeningEvent.Corrected(id, _random.Next(100), _random.Next(100), [.. found], state.LeftOf([.. found]), "漏列", "庄敏", At());
        _screenings[id] = LawsuitScreeningState.Evolve(state, next);
        Write(StreamId.Of(id), Codecs.LawsuitScreening.Encode(next));
    }
}
