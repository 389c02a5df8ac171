using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Adds up what the register says of one day, unit by unit, from cells by channel.</summary>
internal sealed class UnitDays
{
    /// <summary>What a row is of: receptions (r), resolutions (c), alerts (a).</summary>
    private const string Receptions = "r";
    private const string Closings = "c";

    private readonly SortedDictionary<string, DayFigures> _units = new(StringComparer.Ordinal);

    /// <param name="what">r, c or a.</param>
    /// <param name="channel">Of receptions.</param>
    /// <param name="figure">0 receptions, 1 first, 2 collective, 3 skip-level, 4 persons, 5 city, 6 province, 7 capital.</param>
    public void Add(string what, string unit, string channel, Func<int, int> figure)
    {
        var known = _units.GetValueOrDefault(unit, DayFigures.Nil);
        _units[unit] = what switch
        {
            Receptions => Received(known, Word<Channel>.Parse(channel), figure),
            Closings => known with { Closed = known.Closed + figure(0) },
            _ => known with { Alerts = known.Alerts + figure(0) },
        };
    }

    public ImmutableArray<UnitDay> ToLines() => [.. _units.Select(u => new UnitDay(u.Key, u.Value))];

    private static DayFigures Received(DayFigures known, Channel channel, Func<int, int> figure)
    {
        var count = figure(0);
        var sum = known with
        {
            Receptions = known.Receptions + count,
            First = known.First + figure(1),
            Repeat = known.Repeat + count - figure(1),
            Collective = known.Collective + figure(2),
            SkipLevel = known.SkipLevel + figure(3),
            Persons = known.Persons + figure(4),
            ToCity = known.ToCity + figure(5),
            ToProvince = known.ToProvince + figure(6),
            ToCapital = known.ToCapital + figure(7),
        };
        return channel switch
        {
            Channel.Visit => sum with { Visit = sum.Visit + count, VisitPersons = sum.VisitPersons + figure(4) },
            Channel.Letter => sum with { Letter = sum.Letter + count },
            Channel.Call => sum with { Call = sum.Call + count },
            Channel.Email => sum with { Email = sum.Email + count },
            Channel.Online => sum with { Online = sum.Online + count },
            Channel.Video => sum with { Video = sum.Video + count },
            _ => throw new InvalidDataException($"No line of the daily report for channel {channel}."),
        };
    }
}
