using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.Core.Rewards;
using WebQA.Models.Embeddings;
using WebQA.Models.RewardModels;

namespace WebQA.Models;

/// <summary>The models, for composition roots.</summary>
public static class ModelServices
{
    /// <summary>Adds the shipped embedder as <see cref="IEmbedder"/> with its cache of vectors, and the shipped reward model. Nothing is loaded before the first use.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="dataFolder">The application's data folder; the cache lies in its <c>index</c> folder.</param>
    /// <param name="options">Another model folder, threads, batch size; null for the defaults.</param>
    public static IServiceCollection AddModels(this IServiceCollection services, string dataFolder, EmbedderOptions? options = null)
    {
        services.AddSingleton(provider => new OnnxEmbedder(options, provider.GetService<ILogger<OnnxEmbedder>>()));
        services.AddSingleton<IEmbedder>(provider => new CachingEmbedder(
            provider.GetRequiredService<OnnxEmbedder>(),
            Path.Combine(dataFolder, "index", "vectors"),
            logger: provider.GetService<ILogger<CachingEmbedder>>()));
        services.AddSingleton<IRewardModel>(static _ => new OnnxRewardModel());
        return services;
    }
}
