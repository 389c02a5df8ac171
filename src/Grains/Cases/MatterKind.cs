using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>What the lawsuit petitioned about is, as its number says (类型代字).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MatterKind>))]
public enum MatterKind
{
    /// <summary>民事.</summary>
    Civil,

    /// <summary>刑事.</summary>
    Criminal,

    /// <summary>行政，含国家赔偿.</summary>
    Administrative,

    /// <summary>执行.</summary>
    Enforcement,

    /// <summary>Jurisdiction, bankruptcy, judicial assistance and the like.</summary>
    Other,
}

/// <summary>Reads kinds off case numbers.</summary>
public static class MatterKinds
{
    /// <returns>Null without a number: nobody knows.</returns>
    public static MatterKind? Of(CaseNumber? number) => number is { } known ? Of(known) : null;

    private static MatterKind Of(CaseNumber number)
    {
        var type = number.TypeCode;
        return number.IsEnforcement ? MatterKind.Enforcement
            : type.Contains('刑', StringComparison.Ordinal) ? MatterKind.Criminal
            : type.Contains('行', StringComparison.Ordinal) || type.Contains('赔', StringComparison.Ordinal) ? MatterKind.Administrative
            : type.Contains('民', StringComparison.Ordinal) ? MatterKind.Civil
            : MatterKind.Other;
    }
}
