using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>
/// A query field or header that an endpoint reads by hand: put beside its route, it tells the document what the framework cannot see. It
/// checks nothing; what a request may say is the endpoint's to decide. A test compares these with what the code really reads.
/// </summary>
/// <param name="Description">For whoever calls, in Chinese.</param>
internal sealed record AskedField(string Name, string Description)
{
    public ParameterLocation In { get; init; } = ParameterLocation.Query;

    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    public string? Format { get; init; }

    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Any number of the choices, with commas between them.</summary>
    public bool Several { get; init; }

    public bool Required { get; init; }

    public int? Least { get; init; }

    public int? LongestText { get; init; }

    /// <summary>What is taken where nothing is said.</summary>
    public JsonNode? Usual { get; init; }

    public OpenApiParameter ToParameter() => new()
    {
        Name = Name,
        In = In,
        Description = Description,
        Required = Required,
        Style = Several ? ParameterStyle.Form : null,
        Explode = !Several && In == ParameterLocation.Query,
        Schema = Several ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = One() } : One(),
    };

    private OpenApiSchema One() => new()
    {
        Type = Type,
        Format = Format,
        Enum = Choices.IsEmpty ? null : [.. Choices.Select(c => (JsonNode)c)],
        Minimum = Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        MaxLength = LongestText,
        Default = Usual?.DeepClone(),
    };
}
