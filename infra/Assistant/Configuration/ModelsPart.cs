namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Section <c>models</c>: where models come from.</summary>
/// <param name="Mode"><c>replace</c>: no provider that is built in, so that no conversation leaves for one by mistake.</param>
/// <param name="CatalogRefresh">Updates of the built-in list, which come from outside.</param>
/// <param name="Providers">The providers, by name.</param>
internal sealed record ModelsPart(string Mode, ModelsPart.Refresh CatalogRefresh, SortedDictionary<string, ModelsPart.Provider> Providers)
{
    internal sealed record Refresh(bool Enabled);

    internal sealed record Provider
    {
        public required string BaseUrl { get; init; }

        public required string ApiKey { get; init; }

        public required string Api { get; init; }

        public required int TimeoutSeconds { get; init; }

        public required IReadOnlyList<Model> Models { get; init; }
    }

    internal sealed record Model
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required bool Reasoning { get; init; }

        public required IReadOnlyList<string> Input { get; init; }

        public required Prices Cost { get; init; }

        public required int ContextWindow { get; init; }

        public required int ContextTokens { get; init; }

        public required int MaxTokens { get; init; }
    }

    internal sealed record Prices(int Input, int Output, int CacheRead, int CacheWrite);
}
