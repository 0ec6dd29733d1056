using System.Globalization;
using System.Net;
using System.Text;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>
/// The report as one page that needs nothing from outside: no scripts, fonts or images; the tree folds by itself
/// (<c>details</c>). It says no time and no duration, so the same plan gives the same bytes.
/// </summary>
internal static class PreviewHtml
{
    // Forbids the page to load or run anything, whatever a value contains.
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --dim: #777; --warn: #a60; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
        ul.tree, ul.tree ul { list-style: none; margin: 0; padding-left: 1.2rem; border-left: 1px solid var(--line); }
        ul.tree { border: 0; padding-left: 0; } ul.tree li { padding-left: .4rem; }
        summary { cursor: pointer; } .leaf { padding-left: 1rem; }
        .type { color: var(--dim); font-size: .85em; } .note { color: var(--warn); font-size: .85em; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
        code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
        """;

    /// <summary>Stands in the head of every page, so that a page can be told from somebody else's file.</summary>
    public const string Mark = "<meta name=\"generator\" content=\"clawdbot preview\">";

    /// <summary>The page as UTF-8.</summary>
    public static byte[] Write(Plan plan, CheckReport check)
    {
        var page = new StringBuilder();
        var title = $"Stack {Escape(plan.Stack)} of project {Escape(plan.Project)}";
        Line(page, "<!doctype html>");
        Line(page, "<html lang=\"en\">");
        Line(page, $"<head><meta charset=\"utf-8\">{Mark}<meta http-equiv=\"Content-Security-Policy\" content=\"{ContentPolicy}\">");
        Line(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line(page, $"<title>{title}</title>");
        Line(page, $"<style>\n{Style.ReplaceLineEndings("\n")}\n</style></head>");
        Line(page, $"<body>\n<h1>{title}</h1>");
        Line(page, $"<p>{Escape(PreviewTree.Totals(plan))}. A preview: nothing was deployed.</p>");
        Section(page, "Warnings", plan.Warnings.Length, () => List(page, plan.Warnings));
        Section(page, "Policies", 1, () => List(page, CheckWords.Summary(check)));
        Section(page, "Resources", 1, () => Tree(page, PreviewTree.Of(plan)));
        Section(page, "Pools", plan.Pools.Length, () => Table(page, PreviewWords.PoolHeaders, plan.Pools.Select(PreviewWords.PoolCells)));
        Section(page, "Flags", plan.Pools.Length, () => Table(page, ["pool", "flags"], PreviewWords.Flags(plan)));
        Section(page, "Reasons", plan.Pools.Length, () => Table(page, ["pool", "flag", "reason"], PreviewWords.Reasons(plan)));
        Section(page, "Notes", plan.Notes.Length, () => List(page, plan.Notes));
        Section(page, "Outputs", plan.Outputs.Entries.Length, () => Table(page, ["name", "value"], PreviewWords.Outputs(plan)));
        Section(page, "Types", 1, () => Table(
            page, ["type", "count"], PreviewTree.Types(plan).Select(t => new[] { t.Type, t.Count.ToString(CultureInfo.InvariantCulture) })));
        Line(page, "</body>\n</html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Section(StringBuilder page, string title, int count, Action body)
    {
        if (count > 0)
        {
            Line(page, $"<h2>{title}</h2>");
            body();
        }
    }

    private static void Tree(StringBuilder page, PreviewTree stack)
    {
        Line(page, "<ul class=\"tree\">");
        foreach (var child in stack.Children)
        {
            Node(page, child);
        }

        Line(page, "</ul>");
    }

    private static void Node(StringBuilder page, PreviewTree node)
    {
        var note = node.Notes.Length > 0 ? $" <span class=\"note\">{Escape(node.Notes)}</span>" : "";
        var label = $"{Escape(node.Name)} <span class=\"type\">{Escape(node.Type)}</span>{note}";
        if (node.Children.Count == 0)
        {
            Line(page, $"<li class=\"leaf\">{label}</li>");
            return;
        }

        Line(page, $"<li><details open><summary>{label}</summary><ul>");
        foreach (var child in node.Children)
        {
            Node(page, child);
        }

        Line(page, "</ul></details></li>");
    }

    private static void List(StringBuilder page, IEnumerable<string> lines)
    {
        Line(page, "<ul>");
        foreach (var line in lines)
        {
            Line(page, $"<li class=\"note\">{Escape(line)}</li>");
        }

        Line(page, "</ul>");
    }

    private static void Table(StringBuilder page, string[] headers, IEnumerable<string[]> rows)
    {
        Line(page, $"<table><tr>{string.Concat(headers.Select(h => $"<th>{Escape(h)}</th>"))}</tr>");
        foreach (var row in rows)
        {
            Line(page, $"<tr>{string.Concat(row.Select(c => $"<td><code>{Escape(c)}</code></td>"))}</tr>");
        }

        Line(page, "</table>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');
}
