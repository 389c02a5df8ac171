namespace PetitionMesh.Gateway.Operators;

/// <summary>
/// Keeps the ETag of a pulled file beside it, as <c>.etag</c>, with the address it was given for: of another question it says nothing. It goes before the
/// file is replaced, so that a pull cut off in between leaves no tag of other content.
/// </summary>
internal static class PulledTag
{
    /// <summary>The tag of the file, when the file is there and came from this address; else null.</summary>
    public static async Task<string?> ReadAsync(string file, string address, CancellationToken cancellationToken) =>
        File.Exists(file) && File.Exists(BesideOf(file))
        && await File.ReadAllLinesAsync(BesideOf(file), cancellationToken) is [var tag, var from] && from == address ? tag : null;

    public static Task WriteAsync(string file, string address, string tag, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(BesideOf(file), [tag, address], cancellationToken);

    public static void Forget(string file) => File.Delete(BesideOf(file));

    private static string BesideOf(string file) => file + ".etag";
}
