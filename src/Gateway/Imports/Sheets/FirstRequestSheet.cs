using System.Globalization;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Reads a register of first requests (Y1) row by row. Court, channel, day of receipt and claim must be readable, as must identity and case
/// number where they are given; anything else unreadable is left out with a warning, except the days due and done: they are counted.
/// </summary>
internal static class FirstRequestSheet
{
    private static readonly string[] Channels = ["来访", "来信", "来电", "来邮", "网上", "视频"];

    /// <inheritdoc cref="UnresolvedSheet.Read(Stream, DateOnly, SheetLimits)"/>
    public static IEnumerable<RowReading<FirstRequestRow>> Read(Stream stream, DateOnly today, SheetLimits limits) =>
        SheetTable.Read(stream, limits, FirstRequestColumns.All, fields => Read(fields, today));

    private static FirstRequestRow Read(RowFields fields, DateOnly today) => new()
    {
        Row = fields.Position,
        Court = fields.Required(FirstRequestColumns.Court, RowFields.MaxShortTextLength, fields.Name),
        Channel = Channel(fields),
        Claim = fields.Required(FirstRequestColumns.Claim, RowFields.MaxClaimLength, fields.Text),
        Register = fields.ShortText(FirstRequestColumns.Register),
        ReceivedOn = ReceivedOn(fields, today),
        ReceivedAt = ReceivedAt(fields),
        Responsible = fields.Name(FirstRequestColumns.Responsible, fields.Warn),
        Person = fields.Name(FirstRequestColumns.Person, fields.Reject),
        Identity = fields.Identity(FirstRequestColumns.IdKind, FirstRequestColumns.IdNumber, today),
        Phone = fields.Phone(FirstRequestColumns.Phone),
        Kind = fields.ShortText(FirstRequestColumns.Kind),
        Handling = fields.ShortText(FirstRequestColumns.Handling),
        DueOn = fields.Date(FirstRequestColumns.DueOn, DateOnly.MaxValue, fields.Reject),
        DoneOn = fields.Date(FirstRequestColumns.DoneOn, today, fields.Reject),
        CaseNumber = fields.CaseNumber(FirstRequestColumns.CaseNumber),
    };

    private static string Channel(RowFields fields)
    {
        var channel = fields.Required(FirstRequestColumns.Channel, RowFields.MaxShortTextLength, fields.Name);
        if (channel.Length > 0 && !Channels.Contains(channel))
            fields.Reject(FirstRequestColumns.Channel, $"渠道应为{string.Join('、', Channels)}之一，请核对后重新填写。");
        return channel;
    }

    private static DateOnly? ReceivedOn(RowFields fields, DateOnly today)
    {
        fields.Required(FirstRequestColumns.ReceivedOn, RowFields.MaxShortTextLength, fields.Text);
        return fields.Date(FirstRequestColumns.ReceivedOn, today, fields.Reject);
    }

    private static TimeOnly? ReceivedAt(RowFields fields)
    {
        if (fields.Text(FirstRequestColumns.ReceivedAt, fields.Warn) is not { } text)
            return null;
        var cell = fields.Cell(FirstRequestColumns.ReceivedAt);
        if (cell.Date is { } date)
            return TimeOnly.FromDateTime(date);
        if (cell.Number is >= 0 and < 1)
            return TimeOnly.MinValue.Add(TimeSpan.FromSeconds(Math.Min(Math.Round(cell.Number.Value * 86_400), 86_399)));
        if (TimeOnly.TryParseExact(text.Replace('：', ':'), ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        fields.Warn(FirstRequestColumns.ReceivedAt, "接收时间无法识别，请按“09:30”的格式填写。");
        return null;
    }
}
