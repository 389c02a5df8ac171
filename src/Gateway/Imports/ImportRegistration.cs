namespace PetitionMesh.Gateway.Imports;

/// <summary>Registers the imports. After the city's own start: an import that goes on needs courts and leaders.</summary>
internal static class ImportRegistration
{
    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportStore>();
        builder.Services.AddSingleton<MatterDesk>();
        builder.Services.AddSingleton<ImportHall>();
        builder.Services.AddHostedService(s => s.GetRequiredService<ImportHall>());
    }
}
