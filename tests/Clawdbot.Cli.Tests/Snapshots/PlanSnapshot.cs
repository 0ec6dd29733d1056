using System.Text;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Snapshots;

/// <summary>A plan as the files that a reviewer reads: one file when it is short, otherwise split by component and then by resource.</summary>
internal static class PlanSnapshot
{
    // What a person still reads in one go.
    private const int LongestFile = 400;

    /// <summary>File contents by path below the snapshot folder.</summary>
    public static SortedDictionary<string, string> Files(Plan plan)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var whole = Encoding.UTF8.GetString(PlanJson.Write(plan));
        if (Lines(whole) <= LongestFile)
        {
            files.Add($"{plan.Stack}.approved.json", whole);
            return files;
        }

        var stack = plan.Resources.Single(r => r.Type == Plan.StackType);
        var groups = plan.Resources.ToLookup(r => GroupOf(plan, r, stack));
        files.Add($"{plan.Stack}.approved.json", Encoding.UTF8.GetString(PlanJson.Write(plan with { Resources = [.. groups[null]] })));
        foreach (var group in groups.Where(g => g.Key is not null))
        {
            var text = Write(group);
            if (Lines(text) <= LongestFile)
            {
                files.Add($"{plan.Stack}/{group.Key}.approved.json", text);
                continue;
            }

            // Resources of different types may have one name.
            foreach (var named in group.GroupBy(r => r.Name, StringComparer.Ordinal))
            {
                foreach (var resource in named)
                {
                    var name = named.Count() == 1 ? resource.Name : $"{resource.Name}.{resource.Type.Split(':')[^1]}";
                    files.Add($"{plan.Stack}/{group.Key}/{name}.approved.json", Write([resource]));
                }
            }
        }

        return files;
    }

    // The topmost component above or at a resource; null for what hangs on the stack itself.
    private static string? GroupOf(Plan plan, PlanResource resource, PlanResource stack)
    {
        var top = resource;
        while (top.Parent is { } parent && parent != stack.Urn)
        {
            top = plan.Resources.Single(r => r.Urn == parent);
        }

        return top.Custom || top == stack ? null : top.Name;
    }

    private static string Write(IEnumerable<PlanResource> resources) => Encoding.UTF8.GetString(PlanJson.Document(json =>
    {
        json.WriteStartArray("resources");
        foreach (var resource in resources)
        {
            PlanJson.WriteResource(json, resource);
        }

        json.WriteEndArray();
    }));

    private static int Lines(string text) => text.Count(c => c == '\n');
}
