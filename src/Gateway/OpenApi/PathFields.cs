using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PetitionMesh.Gateway.Imports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>The names that stand in addresses mean the same everywhere, so they are described once; <c>id</c> is that of the word before it.</summary>
internal static class PathFields
{
    private static readonly FrozenDictionary<string, (string Description, string? Format, string[] Words)> Known =
        new Dictionary<string, (string, string?, string[])>
        {
            ["court"] = ("法院编号，例如 dg。", null, []),
            ["date"] = ("城市日期，例如 2026-11-21。", "date", []),
            ["month"] = ("月份，例如 2026-11。", null, []),
            ["caseId"] = ("信访事项编号。", "uuid", []),
            ["receptionId"] = ("接访登记编号。", "uuid", []),
            ["actId"] = ("办理行为编号。", "uuid", []),
            ["paperId"] = ("材料编号。", "uuid", []),
            ["alertId"] = ("预警编号。", "uuid", []),
            ["swapId"] = ("换班申请编号。", null, []),
            ["number"] = ("预约号，例如 dg-20261120-03。", null, []),
            ["queryCode"] = ("回执上的 12 位查询码。", null, []),
            ["unit"] = ("报送单位：基层法院写法院编号，中院庭室写“zy:民一庭”（百分号编码）。", null, []),
            ["kind"] = ("台账种类：unresolved-cases 为信访积案，first-requests 为首诉登记簿。", null, [ImportKinds.UnresolvedCases, ImportKinds.FirstRequests]),
            ["requestId"] = ("首诉登记编号。", "uuid", []),
            ["campaignId"] = ("集中办访月编号。", "uuid", []),
            ["deskId"] = ("办不成事窗口编号。", "uuid", []),
            ["checkId"] = ("现场检查编号。", "uuid", []),
            ["complaintId"] = ("办不成事反映编号。", "uuid", []),
            ["routingId"] = ("分流单编号。", "uuid", []),
            ["shift"] = ("班次。", null, [.. EnumWords.All(typeof(ShiftKind))]),
            ["leaders/id"] = ("领导编号，例如 L012。", null, []),
            ["summonses/id"] = ("到场通知编号。", "uuid", []),
            ["imports/id"] = ("导入编号。", "uuid", []),
        }.ToFrozenDictionary();

    public static void Describe(OpenApiParameter parameter, string address)
    {
        if (!Known.TryGetValue(parameter.Name!, out var known) && !Known.TryGetValue(Qualified(parameter.Name!, address), out known))
            return;
        parameter.Description = known.Description;
        parameter.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = known.Format,
            Enum = known.Words.Length == 0 ? null : [.. known.Words.Select(w => (JsonNode)w)],
        };
    }

    private static string Qualified(string name, string address)
    {
        var before = address.Split('/').TakeWhile(part => part != $"{{{name}}}").LastOrDefault();
        return $"{before}/{name}";
    }
}
