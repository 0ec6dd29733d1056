using System.Globalization;

namespace Clawdbot.Bench;

/// <summary>What the command line of the policy bench asked for.</summary>
/// <param name="Resources">Resources that the packs are asked about.</param>
/// <param name="Runs">Runs of each side.</param>
/// <param name="Json">Print one JSON document instead of the table.</param>
internal sealed record PolicyBenchOptions(int Resources, int Runs, bool Json)
{
    /// <summary>Reads the command line behind the verb.</summary>
    /// <exception cref="UsageException">All that is wrong with it.</exception>
    public static PolicyBenchOptions Parse(IReadOnlyList<string> args)
    {
        var options = new PolicyBenchOptions(BenchDefaults.PolicyResources, BenchDefaults.Runs, Json: false);
        var errors = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var option = args[i];
            if (option == "--json")
            {
                options = options with { Json = true };
            }
            else if (option is not ("--resources" or "--runs"))
            {
                errors.Add($"'{option}' is not an option; allowed: --resources, --runs, --json.");
            }
            else if (++i >= args.Count || !int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                errors.Add($"{option} is '{(i < args.Count ? args[i] : "")}'; allowed: a whole number of 1 or more.");
            }
            else
            {
                options = option == "--runs" ? options with { Runs = number } : options with { Resources = number };
            }
        }

        return errors.Count == 0 ? options : throw new UsageException(errors);
    }
}
