using System.Collections.Frozen;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.City;

/// <summary>The city as one process knows it at a moment: immutable, looked up without a call. Refreshed from the journal.</summary>
public sealed class CitySnapshot
{
    private readonly FrozenDictionary<CourtId, Court> _courts;
    private readonly FrozenDictionary<LeaderId, Leader> _leaders;
    private readonly TimeZoneInfo _zone;

    public CitySnapshot(CityDocument document, int version)
    {
        Document = document;
        Version = version;
        _courts = document.Courts.ToFrozenDictionary(c => c.Id);
        _leaders = document.Leaders.ToFrozenDictionary(l => l.Id);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(document.TimeZone);
    }

    public CityDocument Document { get; }

    /// <summary>Version of the city's stream this snapshot shows.</summary>
    public int Version { get; }

    public Court? Court(CourtId id) => _courts.GetValueOrDefault(id);

    public Leader? Leader(LeaderId id) => _leaders.GetValueOrDefault(id);

    /// <summary>The calendar day of an instant in the city's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The instant, UTC, at which the city's clocks show this time on this day.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The instant as the city's clocks show it.</summary>
    public DateTimeOffset InCity(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}

/// <summary>Gives the city as this process knows it now.</summary>
public interface ICityDirectory
{
    /// <exception cref="InvalidOperationException">No city has been loaded yet; the process is not ready.</exception>
    CitySnapshot Current { get; }
}
