using System.Collections.Immutable;
using Clawdbot.Cli.Plans;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// Finds every URN under which the engine would recognise a resource: its own aliases, and those that follow from its
/// parents' aliases (a child of a renamed parent keeps its identity; a child named after its parent is renamed with it).
/// </summary>
internal sealed class AliasResolver(ResourceGraph graph)
{
    private readonly Dictionary<Resource, ImmutableSortedSet<string>> _aliases = new(ReferenceEqualityComparer.Instance);

    /// <summary>The other URNs of <paramref name="captured"/>, sorted.</summary>
    public async Task<ImmutableSortedSet<string>> OfAsync(CapturedResource captured)
    {
        if (_aliases.TryGetValue(captured.Resource, out var found))
        {
            return found;
        }

        var urns = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var parentUrns = await UrnsOfParentAsync(captured);
        foreach (var (urn, name) in parentUrns.Skip(1).Select(p => (p, InheritedName(captured, p))))
        {
            urns.Add(graph.Urn(urn, captured.Type, name));
        }

        foreach (var input in captured.Options.Aliases)
        {
            if (await ReadAsync<Alias>(input) is { } alias)
            {
                urns.UnionWith(await OwnAsync(captured, alias, parentUrns));
            }
        }

        urns.Remove(graph.UrnOf(captured.Resource));
        return _aliases[captured.Resource] = urns.ToImmutable();
    }

    // The current URN first, then the aliases.
    private async Task<ImmutableArray<string>> UrnsOfParentAsync(CapturedResource captured) => graph.ParentOf(captured) is { } parent
        ? [graph.UrnOf(parent.Resource), .. await OfAsync(parent)]
        : [graph.StackUrn];

    private async Task<IEnumerable<string>> OwnAsync(CapturedResource captured, Alias alias, ImmutableArray<string> parentUrns)
    {
        if (alias.Urn is { } urn)
        {
            return [urn];
        }

        var name = await TextAsync(alias.Name);
        var type = await TextAsync(alias.Type) ?? captured.Type;
        var stack = await TextAsync(alias.Stack);
        var project = await TextAsync(alias.Project);
        string?[] parents = alias switch
        {
            { NoParent: true } => [null],
            { ParentUrn: { } parentUrn } => [await TextAsync(parentUrn)],
            { Parent: { } parent } => graph.Find(parent) is { } known ? [graph.UrnOf(parent), .. await OfAsync(known)] : [graph.StackUrn],
            _ => [.. parentUrns],
        };
        return parents.Select(p => graph.Urn(p, type, name ?? (p is null ? captured.Name : InheritedName(captured, p)), stack, project)).ToList();
    }

    private string InheritedName(CapturedResource captured, string parentUrn)
    {
        var parentName = graph.ParentOf(captured)?.Name;
        return parentName is not null && UrnParts.QualifiedType(parentUrn) != Plan.StackType && captured.Name.StartsWith(parentName, StringComparison.Ordinal)
            ? UrnParts.Name(parentUrn) + captured.Name[parentName.Length..]
            : captured.Name;
    }

    private static async Task<string?> TextAsync(Input<string>? input) => input is null ? null : await ReadAsync(input);

    private static async Task<T?> ReadAsync<T>(Input<T> input)
        where T : class
    {
        var state = await OutputReader.For(input.GetType())!.ReadAsync(input);
        return state.Value as T;
    }
}
