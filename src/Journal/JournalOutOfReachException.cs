using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal;

/// <summary>
/// The journal of a process or of an operator's command cannot be opened or read. The message is one Chinese sentence for the operator: where the
/// journal lies (a directory, or host and database; never a password) and what to do.
/// </summary>
public sealed class JournalOutOfReachException : Exception
{
    public JournalOutOfReachException(JournalOptions options, Exception reason)
        : base(options.Provider == JournalProvider.Postgres ? OfPostgres(options, reason) : OfSqlite(options, reason), reason)
    {
    }

    /// <summary>Whether a failure is the store's: what it reports itself or through the journal, or what its driver says where an operator's command reads past it.</summary>
    public static bool Explains(Exception failure) => failure is StoreException or JournalUnavailableException or DbException;

    private static string OfSqlite(JournalOptions options, Exception reason)
    {
        var directory = Path.GetFullPath(options.DataDirectory);
        if (Innermost<StoreFullException>(reason) is not null)
            return $"数据目录 {directory} 所在的磁盘已满：请腾出空间后重试。";
        if (!File.Exists(Path.Combine(directory, SqliteStore.FileName)))
            return $"数据目录 {directory} 中没有日志（{SqliteStore.FileName}）：请以 --Data:Directory=目录 指明服务所用的数据目录；服务从未启动过的，请先启动一次。";
        return Innermost<SqliteException>(reason)?.SqliteErrorCode switch
        {
            SqliteErrors.Corrupt or SqliteErrors.NotADatabase => $"数据目录 {directory} 中的 {SqliteStore.FileName} 已损坏，或者不是日志：请勿改动，先另存一份，再从备份恢复。",
            SqliteErrors.Error => $"数据目录 {directory} 中的 {SqliteStore.FileName} 不是本程序的日志：请核对 Data:Directory。",
            SqliteErrors.Busy => $"数据目录 {directory} 中的日志正被占用：请稍后重试。",
            _ => $"数据目录 {directory} 中的日志无法读取：请核对该目录及其中文件的读写权限和磁盘状况。",
        };
    }

    private static string OfPostgres(JournalOptions options, Exception reason)
    {
        var named = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var place = $"PostgreSQL（主机 {named.Host}，端口 {named.Port}，数据库 {named.Database ?? named.Username}）";
        return Innermost<PostgresException>(reason)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{place}拒绝登录：请核对 Journal:ConnectionString 中的用户名和密码，以及数据库的访问许可。",
            PostgresErrorCodes.InvalidCatalogName => $"{place}不存在：请先建立该数据库，或更正 Journal:ConnectionString。",
            PostgresErrorCodes.UndefinedTable => $"{place}中没有日志：请更正 Journal:ConnectionString；服务从未启动过的，请先启动一次。",
            PostgresErrorCodes.InsufficientPrivilege => $"{place}不允许该用户读写日志：请核对数据库中的授权。",
            PostgresErrorCodes.DiskFull => $"{place}的磁盘已满：请腾出空间后重试。",
            { } state => $"{place}现在不能读写日志（{state}）：请查看数据库的日志，排除原因后重试。",
            null => $"连接不上 {place}：请核对数据库是否在运行、网络是否畅通，以及 Journal:ConnectionString 中的主机和端口。",
        };
    }

    private static T? Innermost<T>(Exception reason)
        where T : Exception
    {
        for (var cause = (Exception?)reason; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
                return found;
        }
        return null;
    }
}
