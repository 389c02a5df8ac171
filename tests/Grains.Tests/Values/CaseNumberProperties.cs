using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.Tests.Values;

/// <summary>Whatever way a number is written in, it is the same number.</summary>
public sealed class CaseNumberProperties
{
    private static readonly string[] Courts = ["鲁99", "鲁9902", "京0105", "沪01", "辽02", "兵0101", "军01", "最高法", "鲁", "苏", "威", "文", "曲中法", "沪一中"];
    private static readonly string[] Types =
    [
        "民初", "民终", "民申", "民再", "刑初", "刑终", "行初", "行审", "执", "执恢", "执异", "执复", "执监", "执保", "财保", "破申", "破", "清申",
        "司惩", "委赔", "知民初", "知民终", "民一终", "刑更", "认台", "协外认", "司救执",
    ];
    private static readonly string[] Brackets = ["()", "（）", "〔〕", "［］", "[]", "【】", "﹝﹞", "〈〉"];
    private static readonly string[] Spaces = [" ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\t", "\u2009"];
    private static readonly string[] Papers = ["", "", "之一", "之二", "之1", "之（三）", "-2"];

    private sealed record Number(int Year, string Court, string Type, int Serial);

    private sealed record Writing(string Brackets, bool FullWidth, int Zeros, string Ordinal, string Paper, bool Brackets2, int[] SpacesAt, string Space);

    private static readonly Gen<Number> Numbers =
        from year in Gen.Choose(1990, 2030)
        from court in Gen.Elements(Courts)
        from type in Gen.Elements(Types)
        from serial in Gen.OneOf(Gen.Choose(1, 99), Gen.Choose(100, 99_999), Gen.Choose(10_000_000, 99_999_999))
        select new Number(year, court, type, serial);

    private static readonly Gen<Writing> Writings =
        from brackets in Gen.Elements(Brackets)
        from wide in Gen.Elements(true, false)
        from zeros in Gen.Choose(0, 1)
        from ordinal in Gen.Elements("", "第", "字第")
        from paper in Gen.Elements(Papers)
        from bracketed in Gen.Elements(true, true, false)
        from spaces in Gen.ArrayOf(Gen.Choose(0, 30))
        from space in Gen.Elements(Spaces)
        select new Writing(brackets, wide, zeros, ordinal, paper, bracketed, spaces, space);

    [Fact]
    public void Any_two_writings_of_a_number_are_equal_and_normalising_is_idempotent() =>
        Prop.ForAll(
            Arb.From(from number in Numbers from a in Writings from b in Writings select (number, a, b)),
            sample =>
            {
                var first = CaseNumber.Parse(Write(sample.number, sample.a));
                var second = CaseNumber.Parse(Write(sample.number, sample.b));
                return first == second
                    && first.GetHashCode() == second.GetHashCode()
                    && CaseNumber.Parse(first.Value).Value == first.Value
                    && first.Year == sample.number.Year
                    && first.Serial == sample.number.Serial.ToString(CultureInfo.InvariantCulture);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Different_numbers_stay_different() =>
        Prop.ForAll(
            Arb.From(from a in Numbers from b in Numbers from writing in Writings select (a, b, writing)),
            sample => sample.a == sample.b
                || sample.a.Court + sample.a.Type == sample.b.Court + sample.b.Type && sample.a.Serial == sample.b.Serial && sample.a.Year == sample.b.Year
                || CaseNumber.Parse(Write(sample.a, sample.writing)) != CaseNumber.Parse(Write(sample.b, sample.writing)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void No_text_whatever_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var read = CaseNumber.TryParse(text, out var number, out var problem);
            return read ? CaseNumber.Parse(number.Value) == number : problem.Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static string Write(Number number, Writing how)
    {
        var serial = number.Serial.ToString(CultureInfo.InvariantCulture);
        serial = new string('0', Math.Min(how.Zeros, 9 - serial.Length)) + serial;
        var year = number.Year.ToString(CultureInfo.InvariantCulture);
        var text = how.Brackets2 ? $"{how.Brackets[0]}{year}{how.Brackets[1]}" : year;
        text += number.Court + number.Type + how.Ordinal + serial + "号" + how.Paper;
        if (how.Paper == "-2" && number.Serial < 2)
            text = text[..^2];
        if (how.FullWidth)
            text = string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));
        foreach (var at in how.SpacesAt.Take(10))
            text = text.Insert(Math.Min(at, text.Length), how.Space);
        return text;
    }
}
