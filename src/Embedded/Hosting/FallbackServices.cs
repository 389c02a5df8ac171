using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Storage;
using PetitionMesh.Embedded.Reminders;
using PetitionMesh.Embedded.State;

namespace PetitionMesh.Embedded.Hosting;

/// <summary>
/// The given services, with what a host adds where they have none: itself, the clock, storage and reminders in memory.
/// A storage asked for by name is never replaced: what was meant to last must not land in memory.
/// </summary>
internal sealed class FallbackServices(IServiceProvider services, EmbeddedHost host) : IKeyedServiceProvider, IServiceProviderIsService
{
    private readonly MemoryGrainStorage _storage = new();
    private readonly MemoryReminderTable _reminders = new();

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IGrainFactory) || serviceType == typeof(IClusterClient) || serviceType == typeof(EmbeddedHost) ? host
        : serviceType == typeof(IServiceProviderIsService) || serviceType == typeof(IServiceProvider) ? this
        : services.GetService(serviceType) ?? Fallback(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey)
            ?? throw new InvalidOperationException($"No service for {serviceType} with the key '{serviceKey}' is registered.");

    public bool IsService(Type serviceType) =>
        serviceType == typeof(IGrainFactory) || serviceType == typeof(IClusterClient) || serviceType == typeof(TimeProvider)
        || serviceType == typeof(IGrainStorage) || serviceType == typeof(IReminderTable)
        || (services.GetService<IServiceProviderIsService>()?.IsService(serviceType) ?? false);

    private object? Fallback(Type serviceType) =>
        serviceType == typeof(IGrainStorage) ? _storage
        : serviceType == typeof(IReminderTable) ? _reminders
        : serviceType == typeof(TimeProvider) ? host.Time
        : null;
}
