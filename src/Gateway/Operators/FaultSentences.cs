using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Gateway.Operators;

/// <summary>
/// What an operator can mend, in one Chinese sentence. The framework's own messages are English: of them only the setting or the file that they name is
/// repeated.
/// </summary>
internal static partial class FaultSentences
{
    /// <returns>Null for a defect: only its stack trace says anything.</returns>
    public static string? Of(Exception fault) => fault switch
    {
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        AggregateException several => OfAll(several),
        InvalidDataException or FormatException => fault.Message,
        // The binder's own type for it is this one; its message names value, setting and kind.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => $"配置的值无法识别：{Setting().Match(fault.Message).Groups[1].Value}，请核对后重试。",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } =>
            "服务地址不能使用：https 地址须先配置证书（Kestrel:Certificates:Default）；一般应改用 http 地址，由前置的代理负责 TLS。",
        JournalInUseException => "另一个进程正在使用这个日志，请先停止该进程，或检查数据目录是否正确。",
        JournalOutOfReachException => fault.Message,
        JournalUnavailableException => "日志刚才还在，现在读不到：请核对 Data:Directory 所在的磁盘或 Journal:ConnectionString 所指的数据库，然后重试。",
        IOException { InnerException: AddressInUseException } => $"服务地址已被另一个进程占用：请停止该进程，或以 --urls=http://地址:端口 另选一个{Named(fault, Address())}。",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "没有权限使用服务地址的端口：请以 --urls 改用 1024 以上的端口。",
        SocketException => "服务地址不能使用：本机没有 --urls 所列的地址，请核对。",
        FileNotFoundException or DirectoryNotFoundException => $"找不到文件{Named(fault, Path())}，请核对路径。",
        IOException => $"文件无法读写{Named(fault, Path())}：请核对路径、权限和磁盘空间。",
        UnauthorizedAccessException => $"没有读写文件的权限{Named(fault, Path())}，请以有权限的用户运行或更改权限。",
        _ => null,
    };

    /// <summary>Whether the server's address is at fault. It is opened last: all else runs already.</summary>
    public static bool IsOfAddress(Exception fault) =>
        fault is IOException { InnerException: AddressInUseException } or SocketException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" };

    private static string? OfAll(AggregateException several)
    {
        var sentences = several.Flatten().InnerExceptions.Select(Of).ToArray();
        return sentences.Contains(null) ? null : string.Join(Environment.NewLine, sentences);
    }

    private static string Named(Exception fault, Regex what) => what.Match(fault.Message) is { Success: true } found ? $"（{found.Groups[1].Value}）" : "";

    [GeneratedRegex(" at '(.+?)' to type ")]
    private static partial Regex Setting();

    [GeneratedRegex("'(.+?)'")]
    private static partial Regex Path();

    [GeneratedRegex("(https?://[^ ]+?):? ")]
    private static partial Regex Address();
}
