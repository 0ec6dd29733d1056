using System.Globalization;

namespace Clawdbot.Infra.Diagnostics;

/// <summary>Collects the diagnostics of one subject, so that a rule class reads as a list of rules.</summary>
/// <param name="subject">What is being checked: <c>ModelPool 'qwen'</c> or a settings path such as <c>clawdbot:pools[0]</c>.</param>
/// <param name="remedy">Where the reader changes the value, as a sentence.</param>
public sealed class Findings(string subject, string remedy)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was found so far, in the order of the rules.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Records a mistake in <paramref name="member"/> of the subject.</summary>
    /// <param name="id">One of <see cref="DiagnosticIds"/>.</param>
    /// <param name="member">Member of the subject, in the spelling of the settings.</param>
    /// <param name="value">What was found.</param>
    /// <param name="allowed">What would be accepted.</param>
    /// <param name="advice">Sentence put before the common remedy, when there is more to say.</param>
    public void Add(string id, string member, string value, string allowed, string advice = "") =>
        _diagnostics.Add(new Diagnostic(id, $"{subject}.{member}", value, allowed, advice.Length == 0 ? remedy : $"{advice} {remedy}"));

    /// <summary>Takes over diagnostics that another rule class found.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Requires <paramref name="value"/> to lie in <paramref name="range"/>.</summary>
    public void InRange(string member, int value, IntegerRange range)
    {
        if (!range.Contains(value))
            Add(DiagnosticIds.OutOfRange, member, value.ToString(CultureInfo.InvariantCulture), range.ToString());
    }

    /// <summary>Requires <paramref name="value"/> to be one of <paramref name="allowed"/>, compared exactly.</summary>
    public void OneOf(string id, string member, string value, IReadOnlyCollection<string> allowed)
    {
        if (!allowed.Contains(value, StringComparer.Ordinal))
            Add(id, member, $"'{value}'", string.Join(", ", allowed), NearestName.Suggestion(value, allowed).TrimEnd());
    }
}
