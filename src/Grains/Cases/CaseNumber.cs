using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>
/// The number of the lawsuit petitioned about (原审案号), in one normal form, so that every way of writing it is equal:
/// <c>(2019)鲁9902民初140号</c>, or <c>(2013)威民一终字第123号</c> for the numbers given before the rules of 2016.
/// </summary>
/// <remarks>
/// 号之一, -1号 and the like name one of several papers within the same lawsuit, and a petitioner may hold any of them. The
/// matter is the lawsuit, so that part is understood and left out: else one dispute would find two owners.
/// Every decision about reading is in docs/decisions/case-numbers.md.
/// </remarks>
[JsonConverter(typeof(TextIdConverter<CaseNumber>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.case-number")]
public readonly record struct CaseNumber : ITextId<CaseNumber>
{
    /// <summary>Longest input that is looked at, in UTF-16 units.</summary>
    public const int MaxInputLength = 100;

    [Id(0)] private readonly string? _normal;

    internal CaseNumber(string normal) => _normal = normal;

    /// <summary>The normal form; empty for <c>default</c>, which no parse ever returns.</summary>
    public string Value => _normal ?? "";

    /// <summary>The year of filing (收案年度).</summary>
    public int Year => int.Parse(Parts.Year, CultureInfo.InvariantCulture);

    /// <summary>
    /// The code of the court (法院代字) such as 鲁9902, 鲁 (a high court), 兵0101 or 最高法; null where the number predates
    /// the codes and its court is only an abbreviation (威民一终) that no table resolves.
    /// </summary>
    public string? CourtCode => Parts.CourtCode;

    /// <summary>The kind of case (类型代字) such as 民初, 执恢 or 知民终; of an old number the part that says the kind (民一终).</summary>
    public string TypeCode => Parts.TypeCode;

    /// <summary>The serial number without leading zeros; old Shanghai numbers carry a letter before it (S123).</summary>
    public string Serial => Parts.Serial;

    /// <summary>An enforcement case (执, 执恢, 执异 …), old and new numbers alike.</summary>
    public bool IsEnforcement => CaseNumberParts.IsEnforcementType(TypeCode);

    private CaseNumberParts Parts => CaseNumberParts.OfNormalForm(Value);

    /// <summary>Understands a case number as people and courts write it.</summary>
    /// <param name="text">What was written; null and blank are refused like anything unreadable.</param>
    /// <param name="number">The number, or <c>default</c>.</param>
    /// <param name="problem">Empty on success; else a Chinese sentence that says what to do. Never repeats the input.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseNumber number, out string problem)
    {
        number = default;
        if (!CaseNumberReading.TryRead(text, out var parts, out problem))
            return false;
        number = new CaseNumber(parts.ToNormalForm());
        return true;
    }

    /// <summary>A number that was stored in its normal form: reading one anew costs microseconds, and a list has hundreds.</summary>
    public static CaseNumber OfStored(string normal) => new(normal);

    /// <summary>For numbers known to be readable.</summary>
    /// <exception cref="FormatException">The text can't be read; the message is the Chinese sentence of <see cref="TryParse"/>.</exception>
    public static CaseNumber Parse(string text) =>
        TryParse(text, out var number, out var problem) ? number : throw new FormatException(problem);

    public override string ToString() => Value;
}
