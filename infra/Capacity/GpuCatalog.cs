using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Capacity.Catalogs;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>The GPUs that the system knows.</summary>
public static partial class GpuCatalog
{
    /// <summary>
    /// All SKUs, by memory and then by name. Memory from <c>nvidia-smi</c> lines in public logs, and for A100 and B200 from Karpenter's
    /// instance type table.
    /// </summary>
    public static ImmutableArray<GpuSku> All { get; } =
    [
        .. DataCenterGpus.All.Concat(ConsumerGpus.All)
            .Select(sku => sku.BaseScore > 0 ? sku : sku with { BaseScore = DerivedScore(sku) })
            .OrderBy(sku => sku.MemoryMiB).ThenBy(sku => sku.Name, StringComparer.Ordinal),
    ];

    /// <summary>Names of all SKUs, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(sku => sku.Name)];

    /// <summary>The SKU called <paramref name="name"/>, or null.</summary>
    public static GpuSku? Find(string name) => All.FirstOrDefault(sku => sku.Name == name);

    /// <summary>
    /// Routing score of a card for which none was set: 100 for an A10, scaled by the geometric mean of bandwidth (decode) and 16-bit
    /// compute (prefill) relative to the A10, because a chat spends time in both. At least 10.
    /// </summary>
    /// <param name="sku">The card.</param>
    public static int DerivedScore(GpuSku sku)
    {
        ArgumentNullException.ThrowIfNull(sku);
        var ratio = sku.BandwidthGBps.Value / A10BandwidthGBps * (sku.Compute16Tflops.Value / A10Compute16Tflops);
        return Math.Max(10, (int)Math.Round(100 * Math.Sqrt(ratio), MidpointRounding.AwayFromZero));
    }

    /// <summary>Understands a name as <c>nvidia-smi</c>, vLLM or a person writes it: <c>NVIDIA H100 80GB HBM3</c>, <c>RTX 4090 (WSL2)</c>.</summary>
    /// <param name="printed">The name.</param>
    /// <param name="reportedTotalGiB">Memory in GiB reported beside it, which decides between versions of one card; null when unknown.</param>
    /// <returns>Null when no card of the catalogue is meant.</returns>
    public static GpuMatch? Recognize(string printed, double? reportedTotalGiB = null)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var words = Words(printed);
        var wsl = words.Any(word => word is "wsl" or "wsl2" or "windows");
        var candidates = All.Where(sku => Means(words, sku)).ToList();
        if (candidates.Count == 0)
            return null;
        var longest = candidates.Max(sku => Family(sku).Length);
        candidates.RemoveAll(sku => Family(sku).Length < longest);
        var size = reportedTotalGiB ?? PrintedGigabytes(words);
        return new GpuMatch(size is { } gib ? candidates.MinBy(sku => Math.Abs(sku.TotalGiB - gib))! : candidates[0], wsl);
    }

    /// <summary>The same as <see cref="Recognize"/>, but an unknown card is a mistake.</summary>
    /// <exception cref="DiagnosticException">The catalogue has no such card; names the nearest.</exception>
    /// <param name="printed">The name.</param>
    /// <param name="subject">What the name belongs to, for the message.</param>
    public static GpuMatch Require(string printed, string subject) =>
        Recognize(printed) ?? throw new DiagnosticException([Unknown(printed, subject)]);

    /// <summary>The mistake of naming a card that the catalogue lacks.</summary>
    internal static Diagnostic Unknown(string printed, string subject) =>
        new(DiagnosticIds.UnknownCapacityGpu, subject, $"'{printed}'", string.Join(", ", Names),
            $"{NearestName.Suggestion(string.Concat(Words(printed)), Names)}Give its memory to use a card that is not listed.");

    private const double A10BandwidthGBps = 600;
    private const double A10Compute16Tflops = 125;

    /// <summary>The part of a SKU name that names the chip: <c>a100</c> of <c>a100-80</c>.</summary>
    private static string Family(GpuSku sku) => sku.Name.Split('-')[0];

    private static bool Means(List<string> words, GpuSku sku)
    {
        var family = Family(sku);
        for (var start = 0; start < words.Count; start++)
        {
            var joined = "";
            for (var end = start; end < words.Count; end++)
            {
                joined += words[end];
                // People and drivers leave out "RTX" and append suffixes with or without a space; "Ti" starts a different card.
                if ((joined == family || $"rtx{joined}" == family) && !(end + 1 < words.Count && words[end + 1] is "ti" or "super"))
                    return true;
            }
        }
        return false;
    }

    private static double? PrintedGigabytes(IEnumerable<string> words) =>
        words.Select(word => Gigabytes().Match(word)).Where(match => match.Success)
            .Select(match => (double?)double.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();

    private static List<string> Words(string text) =>
        [.. WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => word is not ("nvidia" or "geforce" or "tesla"))];

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(\d+)(?:gb|gib|g)$")]
    private static partial Regex Gigabytes();
}
