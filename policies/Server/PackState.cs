using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Server;

/// <summary>What the engine has told so far. Each call works on the state that it finds; a later one replaces it as a whole.</summary>
internal sealed class PackState
{
    /// <summary>Before the first call: no stack, which is judged as production, so that nothing looks milder than it is.</summary>
    public PackState(IReadOnlyList<PolicyRule> rules, DateOnly today)
        : this(rules, today, [], null, true, new Dictionary<string, RuleConfiguration>())
    {
    }

    private PackState(
        IReadOnlyList<PolicyRule> rules, DateOnly today, IReadOnlyList<Waiver> waivers, string? stack, bool isProduction, IReadOnlyDictionary<string, RuleConfiguration> configured)
    {
        Rules = rules;
        Today = today;
        Waivers = waivers;
        Stack = stack;
        IsProduction = isProduction;
        Configured = configured;
        Session = new PolicySession(rules, new PolicyConfiguration(isProduction, configured), new WaiverBook(waivers, stack, today));
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; }

    /// <summary>Whether rules have their own level.</summary>
    public bool IsProduction { get; }

    /// <summary>What checks resources.</summary>
    public PolicySession Session { get; }

    private DateOnly Today { get; }

    private IReadOnlyList<Waiver> Waivers { get; }

    private string? Stack { get; }

    private IReadOnlyDictionary<string, RuleConfiguration> Configured { get; }

    /// <summary>The same with other waivers.</summary>
    public PackState WithWaivers(IReadOnlyList<Waiver> waivers) => new(Rules, Today, waivers, Stack, IsProduction, Configured);

    /// <summary>The same for a stack.</summary>
    public PackState ForStack(string stack, bool isProduction) => new(Rules, Today, Waivers, stack, isProduction, Configured);

    /// <summary>The same with other levels and values of rules.</summary>
    public PackState Configure(IReadOnlyDictionary<string, RuleConfiguration> configured) => new(Rules, Today, Waivers, Stack, IsProduction, configured);
}
