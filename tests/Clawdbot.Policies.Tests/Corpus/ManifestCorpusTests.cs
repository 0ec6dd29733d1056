using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Tests.Corpus;

/// <summary>
/// The whole pack on files as people write them. A bad file begins with the rules that its planted faults break (<c># faults:</c>), and with those that it breaks beside
/// them (<c># also:</c>); nothing else may be found. A good file breaks none.
/// </summary>
public sealed class ManifestCorpusTests
{
    private const string Faults = "# faults:";

    private const string Also = "# also:";

    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "Clawdbot.Policies.Tests", "Manifests");

    public static TheoryData<string> Good => Files("good");

    public static TheoryData<string> Bad => Files("bad");

    [Theory]
    [MemberData(nameof(Good))]
    public void Nothing_is_found_in_a_good_file(string file) =>
        Assert.Equal([], Check(file, Read("good", file)).Violations.Select(violation => $"{violation.Rule.Id}: {violation.Subject}: {violation.Message}"));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Every_fault_of_a_bad_file_is_found_and_nothing_else(string file)
    {
        var text = Read("bad", file);
        var faults = Ids(text, Faults);
        Assert.NotEmpty(faults);
        Assert.Equal(
            faults.Concat(Ids(text, Also)).Order(StringComparer.Ordinal),
            Check(file, text).Violations.Select(violation => violation.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    private static PolicyFindings Check(string file, string text) =>
        new PolicySession(PolicyCatalogue.All, PolicyConfiguration.Production, WaiverBook.Empty).CheckAll(new PolicyStack(Manifests.Read(file, text)));

    private static IEnumerable<string> Ids(string text, string start) =>
        text.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal)).SelectMany(line => line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Read(string folder, string file) => File.ReadAllText(Path.Combine(Folder, folder, file));

    private static TheoryData<string> Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Folder, folder), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
