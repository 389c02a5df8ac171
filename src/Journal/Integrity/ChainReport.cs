using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Integrity;

/// <summary>What a verification found.</summary>
/// <param name="Head">What the journal says of itself.</param>
/// <param name="Proven">Up to where everything is as it was written.</param>
/// <param name="Fault">The first thing that is not; null when all is.</param>
public sealed record ChainReport(JournalHead Head, JournalHead Proven, ChainFault? Fault)
{
    public bool IsIntact => Fault is null;
}

/// <summary>
/// The first place where the journal is not what was written: somewhere in <paramref name="First"/>..<paramref name="Last"/>.
/// A batch is hashed as a whole, so an edit is named by its batch; a missing event by its very position.
/// </summary>
public sealed record ChainFault(ChainFaultKind Kind, long First, long Last)
{
    /// <summary>The sentence for whoever ordered the verification.</summary>
    public override string ToString() => Kind switch
    {
        ChainFaultKind.Edited => $"位置 {First}–{Last} 的记录被修改或调换过。",
        ChainFaultKind.EventMissing => $"位置 {First} 的记录缺失，已被删除。",
        ChainFaultKind.LinkMissing => $"位置 {First} 起的校验链缺失或被改动。",
        ChainFaultKind.HeadEdited => $"日志末端与校验链不符：链到位置 {First}，末端写着 {Last}。",
        ChainFaultKind.TailCut => $"日志末尾被截断：位置 {First} 起缺失，外部留存的记录到位置 {Last}。",
        ChainFaultKind.Rewritten => $"位置 {First}–{Last} 之间与外部留存的校验值不符，日志被整体改写过。",
        _ => $"位置 {First} 的记录不在校验链上，不是由本系统写入的。",
    };
}

/// <summary>What was done to the journal.</summary>
public enum ChainFaultKind
{
    /// <summary>An event of the batch differs from what was written, or two were exchanged.</summary>
    Edited,

    /// <summary>An event is gone.</summary>
    EventMissing,

    /// <summary>A stored link of the chain is gone or moved.</summary>
    LinkMissing,

    /// <summary>The head row does not stand at the end of the chain.</summary>
    HeadEdited,

    /// <summary>An exported head lies beyond the end of the journal.</summary>
    TailCut,

    /// <summary>The chain is consistent in itself but is not the one whose head was exported.</summary>
    Rewritten,

    /// <summary>An event stands after the head without a link.</summary>
    Foreign,
}
