using System.Text.Json;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.City;

/// <summary>Compares city documents by what they say; records compare their lists by reference.</summary>
internal static class CityDocuments
{
    public static bool AreEqual(CityDocument one, CityDocument other) => Text(one).AsSpan().SequenceEqual(Text(other));

    private static byte[] Text(CityDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(new CityEvent.Loaded(document), EventsJson.Default.Loaded);
}
