using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>Reads a table of model shapes, for models that the catalogue lacks. Shapes that the table leaves out are estimated.</summary>
public static partial class ModelTableReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="text">Comma-separated text with the columns model, layers, kv_heads, head_dim, hidden, intermediate, vocab, tied_embeddings and params.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="DiagnosticException">A column is missing or a field malformed; every mistake with line and column.</exception>
    public static ImmutableArray<ModelEntry> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var table = CsvTable.Parse(text, file, "model", "layers", "kv_heads", "head_dim", "hidden", "intermediate", "vocab", "params");
        table.RequireDistinct("model");
        var entries = table.Rows.Select(row => Entry(row, file)).ToImmutableArray();
        DiagnosticException.ThrowIfAny([.. table.Rows.SelectMany(row => row.Mistakes)]);
        return entries;
    }

    private static ModelEntry Entry(CsvRow row, string file)
    {
        var name = row.Required("model");
        var (layers, kvHeads, hidden) = (row.Count("layers") ?? 1, row.Count("kv_heads") ?? 1, row.Count("hidden") ?? 1);
        var latent = Latent().Match(row.Text("head_dim"));
        var headDim = latent.Success ? 192 : row.Count("head_dim") ?? 1;
        var mixture = Mixture().Match(row.Text("intermediate"));
        var intermediate = mixture.Success ? Number(mixture, 1) : row.Count("intermediate") ?? 4 * hidden;
        var parameters = Parameters().Match(row.Text("params"));
        if (!parameters.Success)
            row.Wrong("params", $"'{row.Text("params")}'", "a count such as 7.62B or 494M");
        return new ModelEntry(name, new ModelArchitecture
        {
            ClassName = "",
            HiddenSize = hidden,
            IntermediateSize = intermediate,
            Layers = layers,
            // The table does not tell the query heads, but they share the key heads evenly; a split of the hidden size that does not is none.
            AttentionHeads = kvHeads * Math.Max(1, (int)Math.Ceiling((double)hidden / headDim / kvHeads)),
            KvHeads = kvHeads,
            HeadDim = headDim,
            VocabSize = row.Count("vocab") ?? 32000,
            MaxPositions = 131072,
            TiedEmbeddings = row.Flag("tied_embeddings") ?? false,
            // The table does not tell how many experts a token passes; eight is what most mixtures of that size use.
            Moe = mixture.Success ? new MoeShape(Number(mixture, 2), Math.Min(8, Number(mixture, 2)), intermediate) : null,
            Latent = latent.Success ? new LatentAttention(Number(latent, 1), Number(latent, 2), 128, 128) : null,
            DeclaredParameters = parameters.Success ? (long)(double.Parse(parameters.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * (parameters.Groups[2].ValueSpan is "B" ? 1e9 : 1e6)) : null,
        }, FormattableString.Invariant($"{file}:{row.Line}"), null, []);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^MLA (\d+)\+(\d+)$")]
    private static partial Regex Latent();

    [GeneratedRegex(@"^(\d+) per expert x(\d+)$")]
    private static partial Regex Mixture();

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)([BM])\b")]
    private static partial Regex Parameters();
}
