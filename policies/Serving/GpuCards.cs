using System.Text;

namespace Clawdbot.Policies.Serving;

/// <summary>GPUs, by the names that people, drivers and clouds give them. Capabilities: https://developer.nvidia.com/cuda-gpus</summary>
internal static class GpuCards
{
    private static readonly GpuCard[] All =
    [
        new("t4", 16, HasBfloat16: false), new("p4", 8, HasBfloat16: false), new("p40", 24, HasBfloat16: false), new("p100", 16, HasBfloat16: false), new("k80", 12, HasBfloat16: false),
        new("v100-16", 16, HasBfloat16: false), new("v100-32", 32, HasBfloat16: false), new("rtx2080ti", 11, HasBfloat16: false), new("gtx1080ti", 11, HasBfloat16: false),
        new("rtx8000", 48, HasBfloat16: false), new("a10", 24), new("a10g", 24), new("a30", 24), new("l4", 24), new("a40", 48), new("a16", 16), new("a2", 16), new("rtxa5000", 24),
        new("rtxa6000", 48), new("rtx6000ada", 48), new("l40", 48), new("l40s", 48), new("a100-40", 40), new("a100-80", 80), new("h100", 80), new("h100-nvl", 94), new("h20", 96),
        new("h200", 141), new("gh200", 96), new("b200", 180), new("b300", 288), new("gb200", 186), new("rtxpro6000", 96), new("rtx3060", 12), new("rtx3090", 24), new("rtx4060", 8), new("rtx4070", 12),
        new("rtx4080", 16), new("rtx4090", 24), new("rtx5070ti", 16), new("rtx5080", 16), new("rtx5090", 32),
    ];

    // Families of AWS instances that carry one kind of card.
    private static readonly Dictionary<string, string> Instances = new(StringComparer.Ordinal)
    {
        ["g4dn"] = "t4",
        ["g5"] = "a10g",
        ["g6"] = "l4",
        ["g6e"] = "l40s",
        ["p3"] = "v100-16",
        ["p3dn"] = "v100-32",
        ["p4d"] = "a100-40",
        ["p4de"] = "a100-80",
        ["p5"] = "h100",
        ["p5e"] = "h200",
        ["p5en"] = "h200",
    };

    private static readonly Dictionary<string, GpuCard> BySku = All.ToDictionary(card => card.Sku, StringComparer.Ordinal);

    /// <summary>
    /// The card that a label's value names: <c>a10g</c>, <c>NVIDIA-A100-SXM4-80GB</c>, <c>Tesla-T4</c>, <c>nvidia-tesla-t4</c>, <c>g5.2xlarge</c>; null when it names none, or it is not known which.
    /// </summary>
    public static GpuCard? Find(string label)
    {
        var name = label.Trim().ToLowerInvariant();
        if (BySku.TryGetValue(name, out var exact))
        {
            return exact;
        }

        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Instances.TryGetValue(name[..dot], out var sku))
        {
            return BySku[sku];
        }

        var words = Words(name);
        var memory = words.Select(Gigabytes).FirstOrDefault(size => size is not null);
        foreach (var word in words)
        {
            if (BySku.TryGetValue(word, out var card) || BySku.TryGetValue($"rtx{word}", out card))
            {
                return card;
            }

            // A family with two sizes of memory.
            if (word is "a100" or "v100")
            {
                return memory is { } size ? BySku.GetValueOrDefault($"{word}-{size}") : null;
            }
        }

        return null;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name + " ")
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                if (word.ToString() is not ("nvidia" or "geforce" or "tesla" or "rtx"))
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
        }

        return words;
    }

    private static string? Gigabytes(string word) => word.EndsWith("gb", StringComparison.Ordinal) && word.Length > 2 && word[..^2].All(char.IsAsciiDigit) ? word[..^2] : null;
}
