using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Silo.City;

/// <summary>Keeps this process's snapshot of the city, read from the city's own stream.</summary>
public sealed class CityDirectory(IJournal journal) : ICityDirectory
{
    private volatile CitySnapshot? _current;
    private int _version;

    public CitySnapshot Current => _current ?? throw new InvalidOperationException("The city has not been loaded yet.");

    public bool IsLoaded => _current is not null;

    /// <summary>Reads what the city's stream has gained; a snapshot never goes back.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var recorded in await journal.ReadAsync(StreamId.City, Volatile.Read(ref _version), cancellationToken))
        {
            // Other events leave the document as it is and take the stream on, to whose version the next load is held.
            var document = (Codecs.City.Decode(recorded.Kind, recorded.Payload.AsSpan()) as CityEvent.Loaded)?.City ?? _current?.Document;
            if (document is not null && (_current is null || _current.Version < recorded.Version))
                _current = new CitySnapshot(document, recorded.Version);
            Volatile.Write(ref _version, Math.Max(_version, recorded.Version));
        }
    }
}
