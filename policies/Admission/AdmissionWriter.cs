using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Policies.Admission;

/// <summary>
/// Writes the twins as data for the component that makes the objects. What depends on how strict a stack is, the component adds: failure
/// policy, actions, namespaces.
/// </summary>
internal static class AdmissionWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The expressions are read by people: && and ' must stay what they are. Nothing puts the file into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file.</summary>
    /// <param name="twins">The twins.</param>
    /// <param name="waived">The rules that have exceptions.</param>
    public static string Write(IEnumerable<AdmissionTwin> twins, IReadOnlySet<string> waived) =>
        new JsonObject { ["policies"] = new JsonArray([.. twins.Select(twin => Policy(twin, waived))]) }.ToJsonString(Options) + "\n";

    /// <summary>The specification of a twin, as the API has it: <c>ValidatingAdmissionPolicy.spec</c> of admissionregistration.k8s.io/v1.</summary>
    public static JsonObject Spec(AdmissionTwin twin)
    {
        var spec = new JsonObject
        {
            ["matchConstraints"] = new JsonObject
            {
                ["matchPolicy"] = "Equivalent",
                ["resourceRules"] = new JsonArray([.. twin.Targets.Select(Rule)]),
            },
            ["matchConditions"] = new JsonArray(new JsonObject { ["name"] = "made-or-changed", ["expression"] = twin.Condition }),
        };
        if (twin.Variables.Count > 0)
        {
            spec["variables"] = new JsonArray([.. twin.Variables.Select(variable => new JsonObject { ["name"] = variable.Name, ["expression"] = variable.Expression })]);
        }

        spec["validations"] = new JsonArray([.. twin.Validations.Select(validation => Validation(twin, validation))]);
        return spec;
    }

    private static JsonObject Policy(AdmissionTwin twin, IReadOnlySet<string> waived) => new()
    {
        ["name"] = twin.Name,
        ["rule"] = twin.RuleId,
        ["strictest"] = twin.Strictest(waived),
        ["spec"] = Spec(twin),
    };

    private static JsonObject Rule(AdmissionTarget target) => new()
    {
        ["apiGroups"] = Texts(target.Group),
        ["apiVersions"] = Texts(target.Version),
        ["operations"] = Texts("CREATE", "UPDATE"),
        ["resources"] = Texts([.. target.Resources]),
        ["scope"] = target.IsOfCluster ? "Cluster" : "Namespaced",
    };

    private static JsonObject Validation(AdmissionTwin twin, AdmissionValidation validation)
    {
        var json = new JsonObject { ["expression"] = validation.Expression, ["message"] = $"The object breaks {twin.Message}" };
        if (twin.MessageExpression(validation) is { } expression)
        {
            json["messageExpression"] = expression;
        }

        return json;
    }

    private static JsonArray Texts(params string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
