using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PressParse;

/// <summary>Registers PressParse with a service collection.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds a single <see cref="ReleaseParser"/>, shared by all who ask for one. A parser that was registered before stays.
    /// </summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddPressParse(this IServiceCollection services, Action<ReleaseParserBuilder>? configure = null)
    {
        services.TryAddSingleton(_ =>
        {
            if (configure is null) return ReleaseParser.Default;
            var builder = new ReleaseParserBuilder();
            configure(builder);
            return builder.Build();
        });
        return services;
    }
}
