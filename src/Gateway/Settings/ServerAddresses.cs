namespace PetitionMesh.Gateway.Settings;

/// <summary>The addresses of the server (<c>--urls</c>), looked at before anything runs: the server itself opens them last, and would tell of a slip of the pen in English.</summary>
internal static class ServerAddresses
{
    /// <exception cref="InvalidDataException">One is none; the message is a sentence for the operator.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var address in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
                throw new InvalidDataException($"“{address}”不是服务地址：--urls 应形如 http://127.0.0.1:5080，多个地址以分号分隔。");
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http" or "https", PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
