using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Cli.Checks;

/// <summary>Evaluates the policy pack in this process: the same rules, configuration and waivers as <c>pulumi up --policy-pack policies</c>.</summary>
internal static class PolicyCheck
{
    /// <summary>Reads the files.</summary>
    /// <param name="files">What the command line names.</param>
    /// <param name="folder">The folder of the pack, where the usual file of waivers is; null = there is none.</param>
    /// <exception cref="DiagnosticException">A file is wrong; lists every mistake of both.</exception>
    public static Func<CheckSubject, DateOnly, CheckReport> Prepare(PolicyFiles files, string? folder)
    {
        var errors = new List<Diagnostic>();
        var usual = folder is null ? null : Path.Combine(folder, WaiverFile.Name);
        var named = Read(errors, () => files.Waivers is null ? null : WaiverFile.Read(files.Waivers, InputFile.Read("--waivers", files.Waivers), PolicyCatalogue.All));
        var own = Read(errors, () => files.Waivers is not null || usual is null || !File.Exists(usual)
            ? null
            : WaiverFile.Read(WaiverFile.Name, InputFile.Read("--waivers", usual), PolicyCatalogue.All));
        var text = Read(errors, () => files.Configuration is null ? null : InputFile.Read("--policy-config", files.Configuration));
        Read(errors, () => text is null ? null : Configuration(files, text, true));
        DiagnosticException.ThrowIfAny(errors);
        return (subject, today) =>
        {
            var waivers = named ?? (subject.Stack is null ? [] : own) ?? [];
            var session = new PolicySession(PolicyCatalogue.All, Configuration(files, text, subject.IsProduction), new WaiverBook(waivers, subject.Stack, today));
            return new CheckReport(subject, session.CheckAll(new PolicyStack(subject.Resources)));
        };
    }

    private static PolicyConfiguration Configuration(PolicyFiles files, string? text, bool isProduction) =>
        text is null ? isProduction ? PolicyConfiguration.Production : PolicyConfiguration.Elsewhere
        : ConfigurationFile.Read(files.Configuration!, text, PolicyCatalogue.All, isProduction);

    private static T? Read<T>(List<Diagnostic> errors, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException e)
        {
            errors.AddRange(PolicyErrors.Of(e));
        }
        catch (DiagnosticException e)
        {
            errors.AddRange(e.Diagnostics);
        }

        return null;
    }
}
