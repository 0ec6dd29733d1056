using System.Text;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Reports;

namespace Clawdbot.Cli.Tests.Reports;

public sealed class PreviewHtmlTests
{
    private const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Fact]
    public void Values_CannotBecomeMarkup()
    {
        var plan = TestPlans.Of(TestPlans.Object("v1", Attack, Attack)) with
        {
            Stack = Attack,
            Project = Attack,
            Pools = [new PlanPool(Attack, Attack, Attack, 1, 1, [Attack])],
            Outputs = TestPlans.Map((Attack, new PlanValue.Text(Attack))),
            Warnings = [Attack],
        };
        var page = Encoding.UTF8.GetString(PreviewHtml.Write(plan, TestPlans.Check(plan)));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NeedsNothingFromOutside()
    {
        var page = Encoding.UTF8.GetString(Write(TestPlans.Of(TestPlans.Object("v1", "Namespace", "models"))));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page.Replace("default-src", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Contains("models <span class=\"type\">kubernetes:v1:Namespace</span>", page, StringComparison.Ordinal);
    }

    private static byte[] Write(Clawdbot.Cli.Plans.Plan plan) => PreviewHtml.Write(plan, TestPlans.Check(plan));
}
