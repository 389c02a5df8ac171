using System.Text.Json;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Tests.Values;

public sealed class IdentityDocumentTests
{
    [Theory]
    [InlineData(IdType.ResidentId, " 990101 19750609 129x", "residentId:99010119750609129X")]
    [InlineData(IdType.Passport, "ｅ１２ 345678", "passport:E12345678")]
    [InlineData(IdType.Military, "军字第 1234567 号", "military:军字第1234567号")]
    [InlineData(IdType.HkMacaoPermit, "h12345678", "hkMacaoPermit:H12345678")]
    [InlineData(IdType.HkMacaoPermit, "H1234567802", "hkMacaoPermit:H12345678")]
    [InlineData(IdType.TaiwanPermit, "1234 5678", "taiwanPermit:12345678")]
    [InlineData(IdType.Other, "居住证-a123", "other:居住证-A123")]
    public void Each_kind_has_one_canonical_text(IdType type, string written, string canonical)
    {
        Assert.True(IdentityDocument.TryCreate(type, written, Some.Today, out var document, out var problem), problem);
        Assert.Equal(canonical, document!.Canonical);
        Assert.True(IdentityDocument.TryCreate(type, document.Number, Some.Today, out var again, out _));
        Assert.Equal(document, again);
    }

    [Fact]
    public void The_same_number_of_another_kind_is_another_document()
    {
        IdentityDocument.TryCreate(IdType.Passport, "E12345678", Some.Today, out var passport, out _);
        IdentityDocument.TryCreate(IdType.Other, "E12345678", Some.Today, out var other, out _);
        Assert.NotEqual(passport, other);
    }

    [Fact]
    public void No_document_is_no_problem_but_a_number_without_a_kind_is()
    {
        Assert.True(IdentityDocument.TryCreate(IdType.None, null, Some.Today, out var document, out _));
        Assert.Null(document);
        Assert.False(IdentityDocument.TryCreate(IdType.None, "123456", Some.Today, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData(IdType.ResidentId, "990101198106191287")]
    [InlineData(IdType.ResidentId, null)]
    [InlineData(IdType.Passport, "1234")]
    [InlineData(IdType.Passport, "E1234567890123")]
    [InlineData(IdType.Passport, "E1234/678")]
    [InlineData(IdType.Military, "军人证")]
    [InlineData(IdType.HkMacaoPermit, "H1234")]
    [InlineData(IdType.TaiwanPermit, "12345")]
    [InlineData(IdType.Other, "不记得了")]
    [InlineData(IdType.Other, "a1\u0001")]
    [InlineData(IdType.Other, "  ")]
    public void A_number_that_does_not_fit_its_kind_is_refused_with_a_sentence(IdType type, string? written)
    {
        Assert.False(IdentityDocument.TryCreate(type, written, Some.Today, out var document, out var problem));
        Assert.Null(document);
        Assert.Matches("请", problem);
    }

    [Fact]
    public void A_very_long_number_is_refused_unread() =>
        Assert.False(IdentityDocument.TryCreate(IdType.Other, new string('1', IdentityDocument.MaxInputLength + 1), Some.Today, out _, out _));

    [Fact]
    public void Printing_it_reveals_nothing_that_identifies()
    {
        IdentityDocument.TryCreate(IdType.ResidentId, "990101198106191288", Some.Today, out var document, out _);
        Assert.Equal("residentId:****88", $"{document}");
    }

    [Fact]
    public void Every_kind_has_a_word_that_reads_back()
    {
        foreach (var type in Enum.GetValues<IdType>())
        {
            Assert.True(IdTypeWords.TryParse(type.Word(), out var back));
            Assert.Equal(type, back);
            Assert.Equal($"\"{type.Word()}\"", JsonSerializer.Serialize(type));
        }
        Assert.False(IdTypeWords.TryParse("ResidentId", out _));
    }
}
