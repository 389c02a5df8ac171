using Microsoft.Extensions.Logging;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>What an operator of the journal would act on.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The journal cannot write: {State}")]
    public static partial void Failing(ILogger logger, JournalState state, Exception failure);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "The journal writes again")]
    public static partial void ServingAgain(ILogger logger);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "A lost answer was settled: batch {Batch} is there: {There}")]
    public static partial void Settled(ILogger logger, Guid batch, bool there);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Error, Message = "The store refuses an append; its neighbours were written")]
    public static partial void Refused(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Critical, Message = "The journal's writer met a defect and goes on with the next batch")]
    public static partial void WriterFailed(ILogger logger, Exception defect);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Information, Message = "Journal head: position {Position}, hash {Hash}")]
    public static partial void Head(ILogger logger, long position, string hash);

    [LoggerMessage(EventId = 2007, Level = LogLevel.Warning, Message = "The journal head could not be exported")]
    public static partial void HeadNotExported(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2008, Level = LogLevel.Warning, Message = "Look-ups could not be recorded yet; they are kept and tried again")]
    public static partial void LookUpsNotRecorded(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2009, Level = LogLevel.Warning, Message = "Old commands could not be forgotten; the next cleaning tries again")]
    public static partial void CommandsNotForgotten(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Warning, Message = "The ledger was another release's and was built anew from {Events} events")]
    public static partial void LedgerRenewed(ILogger logger, long events);

    [LoggerMessage(EventId = 2011, Level = LogLevel.Information, Message = "A snapshot could not be read; its stream is replayed")]
    public static partial void SnapshotNotRead(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2012, Level = LogLevel.Information, Message = "A snapshot could not be kept; its stream is replayed until the next")]
    public static partial void SnapshotNotKept(ILogger logger, Exception failure);
}
