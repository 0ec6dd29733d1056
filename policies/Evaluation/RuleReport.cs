using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Evaluation;

/// <summary>What one rule finds in one resource or stack. Messages read: what is the value; allowed: what. What to do.</summary>
internal sealed class RuleReport(PolicyRule rule, RuleConfiguration configuration)
{
    // A resource with more is broken by one mistake, made many times; nobody reads on, and a hostile one would fill the memory.
    private const int MostPerResource = 200;

    // More values that cannot be read in one resource are no program's doing, and each costs an exception.
    private const int MostUnknown = 5_000;

    private static readonly object WholeStack = new();

    private readonly List<PolicyViolation> _violations = [];
    private readonly List<NotApplicable> _notApplicable = [];
    private readonly HashSet<(object Resource, string Reason)> _reasons = [];
    private readonly Dictionary<object, (int Violations, int Undecided, int Unknown)> _counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The violations, in the order they were found. Of very many in one resource the last one says that there are more.</summary>
    public IReadOnlyList<PolicyViolation> Violations => _violations;

    /// <summary>What could not be decided, each reason once for a resource.</summary>
    public IReadOnlyList<NotApplicable> NotApplicable => _notApplicable;

    /// <summary>The configured number <paramref name="setting"/>.</summary>
    public double Number(string setting) => (double)Setting(setting);

    /// <summary>The configured text <paramref name="setting"/>.</summary>
    public string Text(string setting) => (string)Setting(setting);

    /// <summary>The configured texts <paramref name="setting"/>.</summary>
    public IReadOnlyList<string> Texts(string setting) => (IReadOnlyList<string>)Setting(setting);

    /// <summary>A property with a wrong value.</summary>
    /// <param name="at">The property; it need not exist.</param>
    /// <param name="allowed">What would be accepted.</param>
    /// <param name="advice">A sentence before the rule's remedy, when there is more to say.</param>
    public void Violation(Property at, string allowed, string? advice = null) => Violation(at.Resource, at.Path, at.Shown, allowed, advice);

    /// <summary>A property of a container with a wrong value.</summary>
    /// <param name="container">The container, which the message names.</param>
    /// <param name="at">The property; it need not exist.</param>
    /// <param name="allowed">What would be accepted.</param>
    /// <param name="advice">A sentence before the rule's remedy, when there is more to say.</param>
    public void Violation(Container container, Property at, string allowed, string? advice = null) =>
        Violation(at.Resource, $"{at.Path} of {container}", at.Shown, allowed, advice);

    /// <summary>Anything else that is wrong.</summary>
    /// <param name="resource">The resource at fault; null when it is the stack as a whole.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="value">What it is now; already fit to be shown.</param>
    /// <param name="allowed">What would be accepted.</param>
    /// <param name="advice">A sentence before the rule's remedy, when there is more to say.</param>
    public void Violation(PolicyResource? resource, string what, string value, string allowed, string? advice = null) =>
        Add(resource, $"{what} is {value}; allowed: {allowed}. {(advice is null ? "" : advice + " ")}{rule.Metadata.Remedy}");

    /// <summary>The rule concerns nothing here, or cannot be decided.</summary>
    /// <param name="resource">The resource; null when it is the stack as a whole.</param>
    /// <param name="reason">Why, as a phrase.</param>
    public void Undecided(PolicyResource? resource, string reason)
    {
        var counts = _counts.GetValueOrDefault(resource ?? WholeStack);
        if (counts.Undecided >= MostPerResource || !_reasons.Add((resource ?? WholeStack, reason)))
        {
            return;
        }

        _counts[resource ?? WholeStack] = counts with { Undecided = counts.Undecided + 1 };
        _notApplicable.Add(new NotApplicable(rule.Metadata, resource, SubjectOf(resource), reason));
    }

    /// <summary>Runs a part of the check; when it asks for something unknown, that part is not applicable and the rest goes on.</summary>
    /// <param name="resource">The resource that the part is about; null when it is the stack as a whole.</param>
    /// <param name="part">The part.</param>
    public void Part(PolicyResource? resource, Action part)
    {
        try
        {
            part();
        }
        catch (UnknownValueException unknown)
        {
            var counts = _counts.GetValueOrDefault(resource ?? WholeStack);
            _counts[resource ?? WholeStack] = counts with { Unknown = counts.Unknown + 1 };
            Undecided(resource ?? unknown.At.Resource, $"{unknown.At.Path} {unknown.Message}");
        }

#pragma warning disable CA1031 // A rule that fails on odd input must not take the deployment down with it, nor let it pass: what could not be checked is a violation.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Add(
                resource,
                $"The rule failed with {failure.GetType().Name}; allowed: a resource that it can check. Report it with the resource's type, or disable the rule {rule.Metadata.Id} until it is mended.");
        }
    }

    /// <summary>Runs a part of the check for each of <paramref name="items"/>, each on its own.</summary>
    public void Each<T>(PolicyResource? resource, IEnumerable<T> items, Action<T> part) => Part(resource, () =>
    {
        foreach (var item in items)
        {
            if (resource is not null && _counts.GetValueOrDefault(resource).Unknown >= MostUnknown)
            {
                Add(resource, string.Create(CultureInfo.InvariantCulture, $"The number of values that cannot be read is {MostUnknown} or more; allowed: fewer in one resource. Split it."));
                return;
            }

            Part(resource, () => part(item));
        }
    });

    /// <summary>Runs a part of the check for each container of <paramref name="workload"/>, each on its own; a list that is not known yet leaves the other lists checked.</summary>
    public void EachContainer(Workload workload, Action<Container> part)
    {
        foreach (var role in Enum.GetValues<ContainerRole>())
        {
            Part(workload.Owner.Resource, () => Each(workload.Owner.Resource, workload.ContainersOf(role), part));
        }
    }

    private void Add(PolicyResource? resource, string message)
    {
        var counts = _counts.GetValueOrDefault(resource ?? WholeStack);
        _counts[resource ?? WholeStack] = counts with { Violations = counts.Violations + 1 };
        if (counts.Violations < MostPerResource)
        {
            _violations.Add(new PolicyViolation(rule.Metadata, configuration.Level, resource, SubjectOf(resource), message));
        }
        else if (counts.Violations == MostPerResource)
        {
            _violations.Add(new PolicyViolation(
                rule.Metadata, configuration.Level, resource, SubjectOf(resource),
                string.Create(CultureInfo.InvariantCulture, $"The number of violations is more than {MostPerResource}, which are listed; allowed: 0. {rule.Metadata.Remedy}")));
        }
    }

    private object Setting(string name) => configuration.Values.TryGetValue(name, out var value) ? value : rule.Metadata.Settings.First(s => s.Name == name).Default;

    private static string SubjectOf(PolicyResource? resource) => resource switch
    {
        null => "the stack",
        { Objects: [var only] } => only.ShortName,
        _ => resource.Urn,
    };
}
