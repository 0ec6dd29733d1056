using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Finds places by their written path, as messages write it: <c>spec.containers[0].image</c>, <c>metadata.labels["a/b"]</c>.</summary>
internal static partial class Place
{
    /// <summary>The place called <paramref name="path"/>.</summary>
    public static Property At(PolicyResource resource, string path)
    {
        var place = resource.Properties;
        foreach (Match step in Steps().Matches(path))
        {
            place = step.Groups["index"] is { Success: true } index
                ? place.Items.ElementAt(int.Parse(index.Value, CultureInfo.InvariantCulture))
                : place[step.Groups["quoted"] is { Success: true } quoted ? quoted.Value : step.Groups["key"].Value];
        }

        return place;
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|\[""(?<quoted>[^""]+)""\]|(?<key>[^.\[\]]+)")]
    private static partial Regex Steps();
}
