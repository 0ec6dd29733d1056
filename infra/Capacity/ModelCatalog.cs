using System.Collections.Frozen;
using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Catalogs;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>The models that the system knows. Any other is read from its configuration: <see cref="HuggingFaceConfig"/>.</summary>
public static class ModelCatalog
{
    /// <summary>All models, by id.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
        [.. QwenModels.All.Concat(LlamaModels.All).Concat(GemmaModels.All).Concat(OtherModels.All).Concat(MixtureModels.All).OrderBy(entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>Ids of all models, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. All.Select(entry => entry.Id)];

    private static readonly ImmutableArray<(string Alias, ModelEntry Entry)> Aliases =
        [.. All.SelectMany(entry => entry.Aliases.Select(alias => (alias, entry))).OrderByDescending(pair => pair.alias.Length).ThenBy(pair => pair.alias, StringComparer.Ordinal)];

    /// <summary>
    /// Finds a model by its Hugging Face id: the published model, or a fine-tuned or quantised one whose name says what it derives from,
    /// such as <c>RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8</c>.
    /// </summary>
    /// <param name="id">The id, with or without the organisation.</param>
    /// <returns>Null when nothing in the name is known.</returns>
    public static ModelMatch? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var name = Name(id);
        var exact = All.FirstOrDefault(entry => Name(entry.Id) == name);
        var (alias, derived) = Aliases.FirstOrDefault(pair => HasPart(name, pair.Alias));
        if ((exact ?? derived) is not { } entry)
            return null;
        var format = WeightFormats.Recognize(name);
        return new ModelMatch(entry, format ?? entry.Architecture.Format, exact is not null, exact is not null || IsCopy(name, alias, format));
    }

    /// <summary>Finds a model to plan a server for: the published model, or a copy whose name leaves nothing to guess.</summary>
    /// <param name="id">The id, with or without the organisation.</param>
    /// <returns>Null when a part of the name is not understood, as in a mistyped id.</returns>
    public static ModelMatch? FindUnderstood(string id) => Find(id) is { Understood: true } match ? match : null;

    /// <summary>The same as <see cref="FindUnderstood"/>, but an unknown model is a mistake.</summary>
    /// <param name="id">The id.</param>
    /// <param name="subject">What the id belongs to, for the message.</param>
    /// <exception cref="DiagnosticException">A part of the name is not understood; names the nearest model.</exception>
    public static ModelMatch Require(string id, string subject) => FindUnderstood(id) ?? throw new DiagnosticException([Unknown(id, subject)]);

    /// <summary>The mistake of naming a model that the catalogue lacks.</summary>
    internal static Diagnostic Unknown(string id, string subject) =>
        new(DiagnosticIds.UnknownModel, subject, $"'{id}'", $"one of the {All.Length} models of the catalogue, or a path to a config.json",
            $"{Suggestion(id)}Download config.json of the model and give its path.");

    private static string Suggestion(string id)
    {
        var nearest = NearestName.Find(id, Ids) ?? NearestName.Find(Name(id), Ids.Select(Name));
        return nearest is null ? "" : $"Did you mean '{nearest}'? ";
    }

    private static string Name(string id) => id[(id.LastIndexOf('/') + 1)..].ToLowerInvariant().Replace('_', '-');

    // Words that publishers add to the name of a model without changing its shapes.
    private static readonly FrozenSet<string> CopyWords = FrozenSet.Create(StringComparer.Ordinal, "base", "chat", "hf", "instruct", "it", "meta", "unsloth");

    // Words about the numbers of the weights. They are understood only together with one that names the format.
    private static readonly FrozenSet<string> FormatWords = FrozenSet.Create(
        StringComparer.Ordinal, "4bit", "8bit", "awq", "bitsandbytes", "block", "bnb", "dynamic", "fp8", "g128", "g32", "g64", "gptq", "int4", "int8", "marlin", "mxfp4", "nf4",
        "qat", "quantised", "quantized", "w4a16", "w8a16", "w8a8");

    /// <summary>Whether a name says nothing besides the model, that it is instructed, and how it is quantised.</summary>
    private static bool IsCopy(string name, string alias, WeightFormat? format) =>
        name.Replace(alias, "", StringComparison.Ordinal).Split('-', '.').All(word => word.Length == 0 || CopyWords.Contains(word) || (format is not null && FormatWords.Contains(word)));

    /// <summary>Whether <paramref name="part"/> occurs with a separator or an end on both sides, so that 1.5b is not found in 11.5b.</summary>
    private static bool HasPart(string name, string part)
    {
        for (var at = name.IndexOf(part, StringComparison.Ordinal); at >= 0; at = name.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end])))
                return true;
        }
        return false;
    }
}
