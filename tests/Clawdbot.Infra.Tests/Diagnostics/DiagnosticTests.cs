using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [Fact]
    public void A_diagnostic_is_one_line_with_what_value_allowed_and_next_step() =>
        Assert.Equal(
            "CB2002: clawdbot:pools[0].replicas is 0; allowed: 1 to 64. Set it in stacks/Pulumi.prod.yaml.",
            new Diagnostic("CB2002", "clawdbot:pools[0].replicas", "0", "1 to 64", "Set it in stacks/Pulumi.prod.yaml.").ToString());

    [Fact]
    public void Line_breaks_and_escapes_in_a_value_do_not_reach_the_terminal() =>
        Assert.Equal("CB1: a is x  [31my; allowed: z. Go.", new Diagnostic("CB1", "a", "x\n\u001b[31my", "z", "Go.").ToString());

    [Fact]
    public void The_exception_lists_every_diagnostic_on_its_own_line()
    {
        Diagnostic[] both = [new("CB1", "a", "1", "2", "Go."), new("CB2", "b", "3", "4", "Stop.")];
        var exception = new DiagnosticException(both);
        Assert.Equal("CB1: a is 1; allowed: 2. Go.\nCB2: b is 3; allowed: 4. Stop.", exception.Message);
        Assert.Equal(both, exception.Diagnostics);
    }

    [Fact]
    public void An_exception_without_diagnostics_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DiagnosticException([]));
        DiagnosticException.ThrowIfAny([]);
    }
}
