using PetitionMesh.Grains;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The Chinese words of sheets for the kinds of documents.</summary>
internal static class SheetIdTypes
{
    /// <summary>An empty cell or a missing column is a resident number: what nearly every row holds.</summary>
    public static bool TryRead(string? text, out IdType type)
    {
        type = IdType.ResidentId;
        if (text is null)
            return true;
        if (text.Length > 50 || !Writing.TryFold(text, out var word))
            return false;
        IdType? known = word switch
        {
            "居民身份证" or "身份证" or "公民身份号码" or "二代身份证" => IdType.ResidentId,
            "护照" or "中国护照" or "外国护照" => IdType.Passport,
            "军官证" or "士兵证" or "军人证" or "军人证件" or "军人身份证" or "警官证" => IdType.Military,
            "港澳居民来往内地通行证" or "港澳通行证" or "回乡证" => IdType.HkMacaoPermit,
            "台湾居民来往大陆通行证" or "台湾通行证" or "台胞证" => IdType.TaiwanPermit,
            "其他" or "其它" or "其他证件" => IdType.Other,
            _ => null,
        };
        type = known ?? IdType.None;
        return known is not null;
    }
}
