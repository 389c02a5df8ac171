using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PetitionMesh.Gateway.Manner;

namespace PetitionMesh.Gateway.Reports.Products;

/// <summary>The one text of a product that is hashed, frozen and given out.</summary>
internal static class ProductJson
{
    public static string Write(Product product) => JsonSerializer.Serialize(product, WireJson.Answers.Product);

    public static Product Read(string content) =>
        JsonSerializer.Deserialize(content, WireJson.Answers.Product) ?? throw new InvalidDataException("A published product is empty.");

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
