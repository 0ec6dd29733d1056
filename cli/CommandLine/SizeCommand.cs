using System.CommandLine;
using System.Text;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Reports;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.CommandLine;

/// <summary><c>clawdbot size</c>: the capacity arithmetic, explained.</summary>
internal static class SizeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var options = new SizeOptions();
        var command = new Command("size", "Say whether a model fits a GPU, with which flags, how fast and for how much, term by term.");
        foreach (var option in options.Each)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var arguments = new SizeArguments(parsed, options);
            var json = parsed.GetValue(options.Json);
            return parsed.GetResult(options.Validate) is not null ? Validate(host, arguments, json)
                : parsed.GetValue(options.All) ? Matrix(host, arguments, json)
                : One(host, arguments, options, json);
        });
        return command;
    }

    private static int One(CommandHost host, SizeArguments arguments, SizeOptions options, bool json)
    {
        var report = SizeSubjects.Translate(SizeAnswer.To(arguments.Question()), options);
        Print(host, json, () => SizeJson.Write(report), output => SizeText.Write(output, report));
        return report.Fits ? ExitCodes.Success : ExitCodes.Negative;
    }

    private static int Matrix(CommandHost host, SizeArguments arguments, bool json)
    {
        var matrix = SizeMatrix.Of(arguments.MatrixQuestion());
        Print(host, json, () => SizeMatrixJson.Write(matrix), output => SizeMatrixText.Write(output, matrix));
        return ExitCodes.Success;
    }

    private static int Validate(CommandHost host, SizeArguments arguments, bool json)
    {
        var (points, models) = arguments.Tables();
        var report = KvValidation.Run(InputFile.Read("--validate", points), points, models is null ? null : InputFile.Read("--models", models), models ?? "");
        var result = new ValidationResult(report.Rows);
        Print(host, json, () => ValidationJson.Write(result), output => ValidationText.Write(output, result));
        return ExitCodes.Success;
    }

    private static void Print(CommandHost host, bool json, Func<byte[]> document, Action<TextWriter> text)
    {
        if (json)
        {
            host.Output.Write(Encoding.UTF8.GetString(document()));
        }
        else
        {
            text(host.Output);
        }
    }
}
