using System.Collections.Frozen;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>The limits of the rules per court: the rules' own, or a court's stricter ones, and the calendar they are counted by.</summary>
public sealed class CaseTerms
{
    /// <summary>The rules as they stand (J5, G1, G2, W14, and what S3, S5, S6, S8 and W3 leave to the act that starts the clock).</summary>
    public static readonly ClockLimit[] Rules =
    [
        new(ClockKind.Answer, "G1", 7, LimitUnit.CalendarDays, DutyHolder.Owner),
        new(ClockKind.Settle, "G2", 3, LimitUnit.Months, DutyHolder.Owner),
        new(ClockKind.Enter, "J5", 2, LimitUnit.CalendarDays, DutyHolder.Unit),
        new(ClockKind.Meet, "J5", 2, LimitUnit.CalendarDays, DutyHolder.Owner),
        new(ClockKind.Progress, "J5", 7, LimitUnit.CalendarDays, DutyHolder.Handler),
        new(ClockKind.Close, "J5", 30, LimitUnit.CalendarDays, DutyHolder.Owner),
        new(ClockKind.Refer, "W3", 15, LimitUnit.CalendarDays, DutyHolder.Division),
        new(ClockKind.Letter, "S8", 15, LimitUnit.CalendarDays, DutyHolder.Unit),
        new(ClockKind.Plan, "S5", 30, LimitUnit.CalendarDays, DutyHolder.Handler),
        new(ClockKind.Level, "S3", 30, LimitUnit.CalendarDays, DutyHolder.Owner),
        new(ClockKind.Congress, "S6", 30, LimitUnit.CalendarDays, DutyHolder.Unit),
        new(ClockKind.Final, "W14", 12, LimitUnit.Months, DutyHolder.Nobody),
    ];

    private readonly FrozenDictionary<ClockKind, ClockLimit> _rules = Rules.ToFrozenDictionary(r => r.Kind);
    private readonly FrozenDictionary<(CourtId, ClockKind), ClockLimit> _stricter;

    /// <param name="stricter">Courts with a shorter limit of their own, in the rule's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is longer than the rule's, shorter than a day, or of the year that W14 fixes.</exception>
    public CaseTerms(WorkingCalendar calendar, IEnumerable<(CourtId Court, ClockKind Kind, int Amount)> stricter)
    {
        Calendar = calendar;
        _stricter = stricter.ToFrozenDictionary(s => (s.Court, s.Kind), s => _rules[s.Kind] with { Amount = Checked(s.Kind, s.Amount) });
    }

    /// <summary>The rules' own limits, without a calendar.</summary>
    public static CaseTerms Ordinary { get; } = new(new WorkingCalendar([]), []);

    public WorkingCalendar Calendar { get; }

    public ClockLimit Limit(ClockKind kind, CourtId court) => _stricter.GetValueOrDefault((court, kind), _rules[kind]);

    /// <summary>The day of the reception whose first answer (G1) is due on <paramref name="answerDue"/>: from it runs G2 as well.</summary>
    /// <param name="court">The court that received it.</param>
    public DateOnly ReceivedOn(DateOnly answerDue, CourtId court) => answerDue.AddDays(-Limit(ClockKind.Answer, court).Amount);

    private int Checked(ClockKind kind, int amount) => kind != ClockKind.Final && amount >= 1 && amount <= _rules[kind].Amount
        ? amount
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, $"{_rules[kind].Rule}: a court's own limit of '{kind}' is 1 to {_rules[kind].Amount}.");
}
