namespace Pulumi.Generator.Tests.PublicSurface;

/// <summary>A recorded list: the head and the members of each official type.</summary>
internal sealed class OfficialApi
{
    private OfficialApi(IReadOnlyDictionary<string, (string Head, IReadOnlySet<string> Members)> types) => Types = types;

    public IReadOnlyDictionary<string, (string Head, IReadOnlySet<string> Members)> Types { get; }

    public static OfficialApi Load(string package)
    {
        var types = new Dictionary<string, (string, IReadOnlySet<string>)>();
        HashSet<string> members = [];
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", package + ".txt")))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                members = [];
                types.Add(line.Split(" : ")[0].Split(' ')[^1], (line, members));
            }
        }

        return new OfficialApi(types);
    }
}
