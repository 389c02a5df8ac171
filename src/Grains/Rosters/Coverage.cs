using System.Collections.Immutable;

namespace PetitionMesh.Grains.Rosters;

/// <summary>What a roster lacks: shifts of working days without leader (W17), working days without a court leader (J2).</summary>
public static class Coverage
{
    public static ImmutableArray<Gap> GapsOf(RosterState state, RosterGround ground)
    {
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var day in ground.Days)
        {
            foreach (var kind in ShiftHours.OfWorkingDay)
            {
                if (!state.Duties.TryGetValue(new ShiftKey(day.Date, kind), out var duty) || !ground.IsInOffice(duty.Leader))
                    gaps.Add(new Gap(day.Date, kind, "W17", $"{day.Date:M月d日}{kind.Chinese()}没有带班领导。"));
            }
            if (!HasCourtLeader(state.On(day.Date), ground))
                gaps.Add(new Gap(day.Date, null, "J2", $"{day.Date:M月d日}没有院长或副院长带班。"));
        }
        return gaps.DrainToImmutable();
    }

    /// <summary>J2: a president or vice-president leads a half-day shift. A reception day by appointment is none.</summary>
    public static bool HasCourtLeader(IEnumerable<Duty> day, RosterGround ground) => day.Any(d => d.Kind.IsHalfDay() && ground.IsCourtLeader(d.Leader) && ground.IsInOffice(d.Leader));
}
