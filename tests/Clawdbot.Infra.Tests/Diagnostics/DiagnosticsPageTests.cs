using System.Reflection;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Diagnostics;

public sealed partial class DiagnosticsPageTests
{
    /// <summary>Each concept has a class of its own for its ids, called after it.</summary>
    private static FieldInfo[] Fields { get; } =
        [.. typeof(DiagnosticIds).Assembly.GetTypes().Where(type => type.Name.EndsWith("DiagnosticIds", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))];

    private static string[] Constants { get; } = [.. Fields.Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void The_page_lists_exactly_the_ids_that_exist() =>
        Assert.Equal(Constants.Order(StringComparer.Ordinal), Row().Matches(Repository.Read("docs", "diagnostics.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_id_is_used_once_and_well_formed()
    {
        Assert.Equal(Constants.Length, Constants.Distinct().Count());
        Assert.All(Constants, id => Assert.Matches(@"\ACB[0-4][0-9]{3}\z", id));
    }

    [Fact]
    public void Each_id_is_reported_somewhere()
    {
        var sources = string.Concat(new[] { "cli", "infra", "stacks" }.SelectMany(Repository.Sources)
            .Where(file => !file.EndsWith("DiagnosticIds.cs", StringComparison.Ordinal))
            .Select(file => Repository.Read(file)));
        Assert.All(Fields, field => Assert.Contains($"{field.DeclaringType!.Name}.{field.Name}", sources, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (CB[0-4][0-9]{3}) \| \S.* \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
