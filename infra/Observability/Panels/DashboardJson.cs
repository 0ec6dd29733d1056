using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>
/// Dashboards as Grafana reads them. Members: grafana/grafana, kinds/dashboard/dashboard_kind.cue. Ids follow from the order, so the
/// same plan gives the same bytes.
/// </summary>
public static class DashboardJson
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of a dashboard: a line for each member and each panel, which a person can compare and which wastes no room on indents.</summary>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="spec">What all dashboards share.</param>
    public static string Text(Dashboard dashboard, DashboardsSpec spec)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        ArgumentNullException.ThrowIfNull(spec);
        return $"{{\n{string.Join(",\n", Of(dashboard, spec).Select(member => $"\"{member.Key}\": {Lines(member.Value!)}"))}\n}}\n";
    }

    private static string Lines(JsonNode value) =>
        value is JsonArray { Count: > 0 } list && list.All(item => item is JsonObject) ? $"[\n{string.Join(",\n", list.Select(item => item!.ToJsonString(Layout)))}\n]" : value.ToJsonString(Layout);

    private static JsonObject Of(Dashboard dashboard, DashboardsSpec spec) => new()
    {
        ["uid"] = dashboard.Uid,
        ["title"] = dashboard.Title,
        ["tags"] = new JsonArray(DashboardsDefaults.Tag),
        ["schemaVersion"] = DashboardsDefaults.SchemaVersion,
        ["editable"] = false,
        ["graphTooltip"] = 1,
        ["timezone"] = "utc",
        ["refresh"] = AlertText.Period(spec.RefreshSeconds),
        ["time"] = new JsonObject { ["from"] = $"now-{AlertText.Period(AlertText.Hours(spec.RangeHours))}", ["to"] = "now" },
        ["links"] = new JsonArray(new JsonObject
        {
            ["title"] = "Clawdbot",
            ["type"] = "dashboards",
            ["tags"] = new JsonArray(DashboardsDefaults.Tag),
            ["asDropdown"] = true,
            ["includeVars"] = true,
            ["keepTime"] = true,
        }),
        ["templating"] = new JsonObject { ["list"] = new JsonArray([DataSource(), .. dashboard.Variables.Select(Variable)]) },
        ["panels"] = Panels(dashboard, spec),
    };

    private static JsonObject DataSource() => new()
    {
        ["name"] = "datasource",
        ["label"] = "Prometheus",
        ["type"] = "datasource",
        ["query"] = "prometheus",
        ["refresh"] = 1,
    };

    private static JsonObject Variable(DashboardVariable variable)
    {
        var query = $"label_values({variable.Series}, {variable.Source})";
        return new JsonObject
        {
            ["name"] = variable.Name,
            ["label"] = variable.Label,
            ["type"] = "query",
            ["datasource"] = Source(),
            ["definition"] = query,
            ["query"] = new JsonObject { ["query"] = query, ["refId"] = variable.Name },
            // With each change of the time range: pools come and go.
            ["refresh"] = 2,
            ["sort"] = 1,
            ["multi"] = true,
            ["includeAll"] = true,
            ["allValue"] = ".*",
            ["current"] = new JsonObject { ["text"] = new JsonArray("All"), ["value"] = new JsonArray("$__all") },
        };
    }

    private static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = "${datasource}" };

    private static JsonArray Panels(Dashboard dashboard, DashboardsSpec spec)
    {
        var result = new JsonArray();
        var (id, y) = (0, 0);
        foreach (var row in dashboard.Rows.Where(row => !row.Panels.IsEmpty))
        {
            var heading = new JsonObject
            {
                ["id"] = ++id,
                ["type"] = "row",
                ["title"] = row.Title,
                ["collapsed"] = row.Folded,
                ["gridPos"] = Position(DashboardsDefaults.Columns, 1, 0, y),
            };
            result.Add(heading);
            var (places, bottom) = PanelGrid.Place(row.Panels, y + 1);
            var panels = places.Select(place => PanelOf(++id, place.Panel, place.X, place.Y, spec)).ToArray<JsonNode>();
            // What is folded hangs below its heading and takes no room.
            heading["panels"] = new JsonArray(row.Folded ? panels : []);
            foreach (var panel in row.Folded ? [] : panels)
                result.Add(panel);
            y = row.Folded ? y + 1 : bottom;
        }
        return result;
    }

    private static JsonObject PanelOf(int id, Panel panel, int x, int y, DashboardsSpec spec)
    {
        var isGraph = panel.Kind == PanelKind.Graph;
        return new JsonObject
        {
            ["id"] = id,
            ["type"] = isGraph ? "timeseries" : "stat",
            ["title"] = panel.Title,
            ["description"] = panel.Description,
            ["datasource"] = Source(),
            ["gridPos"] = Position(panel.Width, panel.Height, x, y),
            ["links"] = new JsonArray([.. Runbooks(panel, spec)]),
            ["fieldConfig"] = new JsonObject { ["defaults"] = Defaults(panel, isGraph), ["overrides"] = new JsonArray() },
            ["options"] = isGraph ? GraphOptions() : FigureOptions(),
            ["targets"] = new JsonArray([.. panel.Targets.Select((target, index) => Target(target, index, isGraph))]),
        };
    }

    private static IEnumerable<JsonNode> Runbooks(Panel panel, DashboardsSpec spec) => !Uri.TryCreate(spec.RunbookBaseUrl, UriKind.Absolute, out var address) || address.IsFile
        ? []
        : panel.Thresholds.Select(threshold => new JsonObject
        {
            ["title"] = threshold.Alert,
            ["url"] = RuleFile.RunbookUrl(spec.RunbookBaseUrl, threshold.Alert),
            ["targetBlank"] = true,
        });

    private static JsonObject Position(int width, int height, int x, int y) => new() { ["x"] = x, ["y"] = y, ["w"] = width, ["h"] = height };

    private static JsonObject Defaults(Panel panel, bool isGraph)
    {
        var defaults = new JsonObject { ["unit"] = panel.Unit, ["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = Steps(panel) } };
        if (isGraph)
        {
            defaults["min"] = 0;
            defaults["color"] = new JsonObject { ["mode"] = "palette-classic" };
            defaults["custom"] = new JsonObject
            {
                ["drawStyle"] = "line",
                ["lineWidth"] = 1,
                ["fillOpacity"] = 8,
                ["showPoints"] = "never",
                ["spanNulls"] = false,
                ["thresholdsStyle"] = new JsonObject { ["mode"] = panel.Thresholds.IsEmpty ? "off" : "dashed" },
            };
        }
        else
        {
            defaults["color"] = new JsonObject { ["mode"] = "thresholds" };
        }
        return defaults;
    }

    /// <summary>A step holds from its value upwards; the first has none.</summary>
    private static JsonArray Steps(Panel panel)
    {
        const string Good = "green";
        var ordered = panel.Thresholds.OrderBy(threshold => threshold.Value).ToArray();
        var colors = ordered.Select(threshold => threshold.Color);
        var steps = (panel.LowIsBad ? colors.Append(Good) : colors.Prepend(Good)).ToArray();
        return new JsonArray([.. steps.Select((color, index) => new JsonObject { ["color"] = color, ["value"] = index == 0 ? null : JsonValue.Create(ordered[index - 1].Value) })]);
    }

    private static JsonObject GraphOptions() => new()
    {
        ["legend"] = new JsonObject { ["displayMode"] = "table", ["placement"] = "bottom", ["showLegend"] = true, ["calcs"] = new JsonArray("lastNotNull", "max") },
        ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "desc" },
    };

    private static JsonObject FigureOptions() => new()
    {
        ["colorMode"] = "value",
        ["graphMode"] = "area",
        ["reduceOptions"] = new JsonObject { ["calcs"] = new JsonArray("lastNotNull"), ["fields"] = "", ["values"] = false },
    };

    private static JsonObject Target(PanelTarget target, int index, bool isGraph) => new()
    {
        ["refId"] = ((char)('A' + index)).ToString(),
        ["datasource"] = Source(),
        ["editorMode"] = "code",
        ["expr"] = target.Expression,
        ["legendFormat"] = target.Legend,
        ["range"] = isGraph,
        ["instant"] = !isGraph,
    };
}
