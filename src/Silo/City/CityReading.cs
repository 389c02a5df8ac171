using Microsoft.Extensions.Hosting;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Silo.City;

/// <summary>
/// Before this process holds a grain: compares the keys with the journal's and reads the city. A silo is called by others as soon as it
/// has joined them, earlier than its own start is over; without the city every one of those calls would fail, and with other keys they would
/// seal what nobody could read.
/// </summary>
internal sealed class CityReading(IJournal journal, CityDirectory directory, Keyring keyring) : IHostedService
{
    public const string OtherKeys = "密钥文件与此日志不符：日志是用另一套密钥写成的。请核对 Keys:File 与数据目录。";

    /// <exception cref="InvalidDataException">The journal was written with other keys.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var recorded in await journal.ReadAsync(StreamId.City, 0, cancellationToken))
        {
            if (Codecs.City.Decode(recorded.Kind, recorded.Payload.AsSpan()) is CityEvent.KeysFixed keys && keys.Fingerprint != keyring.Fingerprint)
                throw new InvalidDataException(OtherKeys);
        }

        await directory.RefreshAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
