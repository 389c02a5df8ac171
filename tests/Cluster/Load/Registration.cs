using System.Text;
using System.Text.Json.Nodes;

namespace PetitionMesh.Cluster.Load;

/// <summary>One reception as a court's system sends it: the same bytes under the same key, as often as needed.</summary>
internal sealed record Registration(string Key, string Court, byte[] Body)
{
    public static Registration Of(string key, Court court, int person, string caseNumber, string channel)
    {
        var body = new JsonObject
        {
            ["court"] = court.Id,
            ["channel"] = channel,
            ["receivedBy"] = court.Leader,
            ["petitioner"] = Person(person),
            ["case"] = new JsonObject { ["caseNumber"] = caseNumber },
            ["claim"] = $"请求依法处理 {key}",
        };
        return new Registration(key, court.Id, Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    /// <summary>The person comes again with the same lawsuit, received by that court's leader.</summary>
    public static Registration Visit(string key, Court court, int person) => Of(key, court, person, Invented.CaseNumber(person), "visit");

    /// <summary>Five people and more with named representatives, the first of them the petitioner.</summary>
    public static Registration Collective(string key, Court court, IReadOnlyList<int> persons, string caseNumber)
    {
        var body = new JsonObject
        {
            ["court"] = court.Id,
            ["channel"] = "visit",
            ["receivedBy"] = court.Leader,
            ["petitioner"] = Person(persons[0]),
            ["representatives"] = new JsonArray([.. persons.Skip(1).Select(Person)]),
            ["headcount"] = 20,
            ["case"] = new JsonObject { ["caseNumber"] = caseNumber },
            ["claim"] = $"集体诉求 {key}",
        };
        return new Registration(key, court.Id, Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    private static JsonNode Person(int n) => new JsonObject
    {
        ["idType"] = "residentId",
        ["idNumber"] = Invented.IdNumber(n),
        ["name"] = Invented.Name(n),
    };
}
