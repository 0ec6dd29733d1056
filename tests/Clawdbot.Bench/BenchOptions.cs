using System.Globalization;

namespace Clawdbot.Bench;

/// <summary>What the command line asked for.</summary>
/// <param name="Sizes">Applications per graph, ascending.</param>
/// <param name="Runs">Runs per size and side.</param>
/// <param name="Json">Print one JSON document instead of the table.</param>
/// <param name="WithNode">Measure the official Node SDK too.</param>
/// <param name="WithCommands">Measure commands of <c>clawdbot</c> and the planner too.</param>
internal sealed record BenchOptions(IReadOnlyList<int> Sizes, int Runs, bool Json, bool WithNode, bool WithCommands)
{
    public const string Help = """
        Clawdbot.Bench: plans the same Kubernetes graph with this repository's SDK and with the official Node SDK,
        each as a whole process, and prints wall time, peak memory, their ratio and how they grow with the graph.

        Usage: dotnet run -c Release --project tests/Clawdbot.Bench -- [options]

          --sizes N,N,...   applications per graph, each a ConfigMap, a Deployment and a Service (100,1000,5000)
          --runs N          runs per size and side; the median is printed (3)
          --no-node         leave the Node side out
          --no-commands     leave the commands of clawdbot and the planner out
          --json            one JSON document on standard output instead of the table
          --help            this text

        policies [--resources N] [--runs N] [--json]
                            instead: ten rules on the same resources (5000), this repository's policy pack beside one on the
                            official @pulumi/policy, and the full rule set on the graph of prod

        Before the first run:
          npm ci --prefix tests/Clawdbot.Bench/node
          dotnet build -c Release cli policies
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">All that is wrong with it.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchOptions(BenchDefaults.Sizes, BenchDefaults.Runs, Json: false, WithNode: true, WithCommands: true);
        var errors = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--sizes":
                    options = options with { Sizes = ParseNumbers("--sizes", ++i < args.Count ? args[i] : null, errors) };
                    break;
                case "--runs":
                    var runs = ParseNumbers("--runs", ++i < args.Count ? args[i] : null, errors);
                    if (runs.Count > 1)
                        errors.Add($"--runs is '{args[i]}'; allowed: one whole number of 1 or more.");
                    else if (runs.Count == 1)
                        options = options with { Runs = runs[0] };
                    break;
                case "--no-node":
                    options = options with { WithNode = false };
                    break;
                case "--no-commands":
                    options = options with { WithCommands = false };
                    break;
                case "--json":
                    options = options with { Json = true };
                    break;
                default:
                    errors.Add($"'{args[i]}' is not an option; allowed: --sizes, --runs, --no-node, --no-commands, --json, --help.");
                    break;
            }
        }
        return errors.Count == 0 ? options : throw new UsageException(errors);
    }

    private static List<int> ParseNumbers(string option, string? text, List<string> errors)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in (text ?? "").Split(','))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                numbers.Add(number);
            else
                errors.Add($"{option} is '{text}'; allowed: whole numbers of 1 or more, separated by commas.");
        }
        return [.. numbers];
    }
}
