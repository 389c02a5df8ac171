using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Tests.Values;

public sealed class ResidentNumberTests
{
    [Theory]
    [InlineData("990101198106191288")]
    [InlineData(" 990101 19810619 1288 ")]
    [InlineData("９９０１０１１９８１０６１９１２８８")]
    [InlineData("990101\u300019810619\u00a01288\u200b")]
    public void Spaces_and_widths_do_not_matter(string written) =>
        Assert.Equal("990101198106191288", Read(written).Value);

    [Theory]
    [InlineData("99010119750609129x")]
    [InlineData("99010119750609129Ｘ")]
    [InlineData("99010119750609129ｘ")]
    public void The_check_digit_ten_is_a_capital_X(string written) =>
        Assert.Equal("99010119750609129X", Read(written).Value);

    [Fact]
    public void An_old_number_of_fifteen_digits_is_the_same_person() =>
        // The worked example of the standard's annex: 110105491231002 became 11010519491231002X.
        Assert.Equal("11010519491231002X", Read("110105491231002").Value);

    [Fact]
    public void The_birth_date_is_read() => Assert.Equal(new DateOnly(1981, 6, 19), Read("990101198106191288").BirthDate);

    [Fact]
    public void Changing_any_one_digit_is_noticed()
    {
        const string good = "990101198106191288";
        for (var at = 0; at < good.Length; at++)
        {
            var other = (char)('0' + (good[at] - '0' + 1) % 10);
            Assert.False(ResidentNumber.TryParse(good.Remove(at, 1).Insert(at, other.ToString()), Some.Today, out _, out var problem));
            Assert.NotEmpty(problem);
        }
    }

    [Theory]
    [InlineData("990101198106191287", "校验位")]
    [InlineData("990101198102301288", "出生日期")]
    [InlineData("990101203001011288", "出生日期")]
    [InlineData("99010119810619128", "18位")]
    [InlineData("9901011981061912888", "18位")]
    [InlineData("X90101198106191288", "18位")]
    [InlineData("9901011981061912八8", "18位")]
    [InlineData("990101811332002", "出生日期")]
    [InlineData("٩٩٠١٠١١٩٨١٠٦١٩١٢٨٨", "18位")]
    [InlineData("", "18位")]
    [InlineData(null, "18位")]
    [InlineData("990101198106191288\ud800", "18位")]
    public void A_wrong_number_is_refused_and_not_repeated(string? written, string says)
    {
        Assert.False(ResidentNumber.TryParse(written, Some.Today, out _, out var problem));
        Assert.Contains(says, problem);
        Assert.DoesNotContain("19810", problem);
    }

    [Fact]
    public void Nobody_is_born_tomorrow()
    {
        var bornToday = Read("990101198106191288").BirthDate;
        Assert.True(ResidentNumber.TryParse("990101198106191288", bornToday, out _, out _));
        Assert.False(ResidentNumber.TryParse("990101198106191288", bornToday.AddDays(-1), out _, out _));
    }

    [Fact]
    public void Printing_it_masks_it()
    {
        var text = $"{Read("990101198106191288")}";
        Assert.DoesNotContain("19810619", text);
        Assert.Equal("990101**********88", text);
    }

    private static ResidentNumber Read(string written)
    {
        Assert.True(ResidentNumber.TryParse(written, Some.Today, out var number, out var problem), problem);
        return number;
    }
}
