using System.Reflection;
using System.Text.RegularExpressions;
using Clawdbot.Policies.Catalogue;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Catalogue;

public sealed partial class CataloguePageTests
{
    [Fact]
    public void The_page_of_policies_is_current() =>
        Assert.True(Repository.Read("docs", "policies.md") == CataloguePage.Write(), $"docs/policies.md is not current. Run: {CatalogueCommand.Usage}");

    [Fact]
    public void The_rows_among_the_diagnostics_are_current()
    {
        var page = Repository.Read("docs", "diagnostics.md");
        Assert.True(page == CatalogueCommand.Replaced(page), $"docs/diagnostics.md is not current. Run: {CatalogueCommand.Usage}");
    }

    [Fact]
    public void The_diagnostics_list_exactly_the_ids_of_the_pack() => Assert.Equal(
        typeof(PolicyDiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Row().Matches(Repository.Read("docs", "diagnostics.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| (CB5[0-9]{3}) \| \S.* \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
