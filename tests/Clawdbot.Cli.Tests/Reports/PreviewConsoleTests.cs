using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Reports;
using Spectre.Console;

namespace Clawdbot.Cli.Tests.Reports;

public sealed class PreviewConsoleTests
{
    [Fact]
    public void Terminal_ShowsTheContentOfThePlainText()
    {
        var plan = TestPlans.Of(TestPlans.Object("v1", "Namespace", "mo[red]dels")) with
        {
            Pools = [new PlanPool("qwen", "Qwen/Qwen3-0.6B", "a10", 2, 3, ["--max-num-seqs=8"])],
            Outputs = TestPlans.Map(("key", PlanValue.Secret.Opaque)),
            Warnings = ["take [care]"],
        };
        var report = new PreviewReport(plan, TestPlans.Check(plan), TimeSpan.FromSeconds(1), ["out: plan.json"]);
        using var drawn = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(drawn) });
        console.Profile.Width = 300;
        PreviewConsole.Write(console, report);
        using var plain = new StringWriter();
        PreviewText.Write(plain, report);

        static IEnumerable<string> Words(string text) => text.Split((char[])[' ', '\n', '\r', '│', '─', '├', '└', '╭', '╮', '╰', '╯', '┬', '┴', '┼', '┤'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Words(plain.ToString()), Words(drawn.ToString()));
    }
}
