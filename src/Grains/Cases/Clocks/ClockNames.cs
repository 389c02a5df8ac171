namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>The clocks' names as people read them.</summary>
public static class ClockNames
{
    /// <summary>The name of one clock of a case; from the second of its kind on it is numbered.</summary>
    public static string Of(ClockId id)
    {
        var dash = id.Value.LastIndexOf('-');
        if (dash < 0 || !Enum.TryParse<ClockKind>(id.Value.AsSpan(0, dash), ignoreCase: true, out var kind))
            return id.Value;
        return id.Value[(dash + 1)..] is var number && number == "1" ? Of(kind) : $"{Of(kind)}（第 {number} 次）";
    }

    public static string Of(ClockKind kind) => kind switch
    {
        ClockKind.Answer => "首次书面答复",
        ClockKind.Settle => "实质性答复",
        ClockKind.Enter => "建账",
        ClockKind.Meet => "约见信访人",
        ClockKind.Progress => "书面进展报告",
        ClockKind.Close => "办结",
        ClockKind.Refer => "转办事项退回",
        ClockKind.Letter => "督办函回复",
        ClockKind.Plan => "化解方案完成",
        ClockKind.Level => "提级办理",
        ClockKind.Congress => "人大交办答复",
        ClockKind.Final => "一年考察期",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No name for this clock."),
    };
}
