using System.Collections.Immutable;
using PetitionMesh.Gateway.Documents;

namespace PetitionMesh.Gateway.OpenApi;

/// <summary>A header of a success. In Chinese, as everything that the document says.</summary>
internal sealed record ToldHeader(string Name, string Description)
{
    public static ToldHeader ETag { get; } = new("ETag", "内容的版本，供 If-Match 或 If-None-Match 使用。");

    public static ToldHeader Location { get; } = new("Location", "所登记内容的地址。");
}

/// <summary>The body is a file as it is, not JSON.</summary>
internal sealed record TakenFile(string Description, ImmutableArray<string> MediaTypes);

/// <summary>The forms an answer has, the usual one first.</summary>
internal sealed record OfferedForms(ImmutableArray<FileForm> Forms);

/// <summary>
/// What a route says of itself to the document and to nobody else: unlike the framework's own <c>Accepts</c> these never take part in
/// choosing an endpoint. Keys, streams, roles and refusals are not said: they follow from what the handler is given.
/// </summary>
internal static class EndpointStatements
{
    public static TBuilder Asks<TBuilder>(this TBuilder endpoint, params AskedField[] fields)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. fields]);

    public static TBuilder Tells<TBuilder>(this TBuilder endpoint, params ToldHeader[] headers)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. headers]);

    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, string description, params IEnumerable<string> mediaTypes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakenFile(description, [.. mediaTypes]));

    /// <summary><c>?format=</c> and the media types that it chooses among.</summary>
    public static TBuilder Offers<TBuilder>(this TBuilder endpoint, params FileForm[] forms)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OfferedForms([.. forms]), Ask.Form(forms));
}
