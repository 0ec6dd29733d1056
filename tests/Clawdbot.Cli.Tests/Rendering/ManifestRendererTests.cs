using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Rendering;

public sealed class ManifestRendererTests
{
    [Fact]
    public void Objects_AreNamedInApplyOrder()
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(
            TestPlans.Object("apps/v1", "Deployment", "qwen", "models"),
            TestPlans.Object("v1", "Namespace", "models"),
            TestPlans.Object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "widgets.example.org"),
            TestPlans.Object("example.org/v1", "Deployment", "qwen", "models"),
            TestPlans.Object("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "p"),
            TestPlans.Object("v1", "Service", "qwen", "models")));
        Assert.Equal(
            [
                "000-customresourcedefinition-widgets.example.org.yaml",
                "020-namespace-models.yaml",
                "170-service-models.qwen.yaml",
                "220-deployment-models.qwen.yaml",
                "800-deployment.example.org-models.qwen.yaml",
                "920-validatingadmissionpolicy-p.yaml",
            ],
            rendered.Manifests.Select(m => m.FileName));
        Assert.Empty(rendered.Warnings);
    }

    [Fact]
    public void Secret_IsRenderedWithoutDataAndNamesItsKeys()
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(TestPlans.Object(
            "v1", "Secret", "keys", "models", ("stringData", new PlanValue.Secret(["api-key", "tls.crt"])), ("type", new PlanValue.Text("Opaque")))));
        Assert.Equal(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: keys
              namespace: models
              annotations:
                clawdbot.dev/secret-values-to-supply: "stringData.api-key, stringData['tls.crt']"
            type: Opaque

            """,
            Assert.Single(rendered.Manifests).Yaml);
        Assert.Empty(rendered.Warnings);
    }

    [Fact]
    public void Unknown_and_secret_values_are_left_out_named_and_warned_of()
    {
        var spec = TestPlans.Map(
            ("replicas", PlanValue.NotYetKnown),
            ("env", new PlanValue.List([TestPlans.Map(("name", new PlanValue.Text("TOKEN")), ("value", PlanValue.Secret.Opaque))])),
            ("labels", new PlanValue.Map([], UnknownEntries: 1)));
        var manifest = Assert.Single(ManifestRenderer.Render(TestPlans.Of(TestPlans.Object("apps/v1", "Deployment", "qwen", "models", ("spec", spec)))).Manifests);
        Assert.Contains("clawdbot.dev/secret-values-to-supply: \"spec.env[0].value\"", manifest.Yaml, StringComparison.Ordinal);
        Assert.Contains("clawdbot.dev/values-known-after-deployment: \"spec.labels[*], spec.replicas\"", manifest.Yaml, StringComparison.Ordinal);
        Assert.Contains("  - name: TOKEN\n", manifest.Yaml, StringComparison.Ordinal);
        Assert.Equal(
            "CB0017: 220-deployment-models.qwen.yaml lacks spec.env[0].value (secret), spec.labels[*] (known after the deployment), "
            + "spec.replicas (known after the deployment). Add the values before applying it, or deploy with `pulumi up`.",
            Assert.Single(ManifestRenderer.Render(TestPlans.Of(TestPlans.Object("apps/v1", "Deployment", "qwen", "models", ("spec", spec)))).Warnings));
    }

    [Fact]
    public void Object_without_a_name_gets_the_logical_one_and_the_providers_mark()
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(TestPlans.Object("v1", "ConfigMap", null, null) with { Name = "settings" }));
        var manifest = Assert.Single(rendered.Manifests);
        Assert.Equal("090-configmap-settings.yaml", manifest.FileName);
        Assert.Contains("  name: settings\n  annotations:\n    pulumi.com/autonamed: \"true\"\n", manifest.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Releases_and_charts_are_listed_not_rendered()
    {
        var release = TestPlans.Object("v1", "x", "x") with { Type = "kubernetes:helm.sh/v3:Release", Name = "keda" };
        var chart = TestPlans.Object("v1", "x", "x") with { Type = "kubernetes:helm.sh/v4:Chart", Name = "rook", Custom = false, Urn = "urn:pulumi:s::p::c::rook" };
        var rendered = ManifestRenderer.Render(TestPlans.Of(release, chart));
        Assert.Empty(rendered.Manifests);
        Assert.Equal(["kubernetes:helm.sh/v3:Release keda", "kubernetes:helm.sh/v4:Chart rook"], rendered.NotRendered.AsEnumerable());
    }

    [Fact]
    public void Rejects_two_resources_for_one_object_and_objects_without_identity_together()
    {
        var error = Assert.Throws<DiagnosticException>(() => ManifestRenderer.Render(TestPlans.Of(
            TestPlans.Object("v1", "Service", "a", "n") with { Urn = "urn:pulumi:s::p::t::one" },
            TestPlans.Object("v1", "Service", "a", "n") with { Urn = "urn:pulumi:s::p::t::two" },
            TestPlans.Object("v1", "Service", "b", null, ("metadata", TestPlans.Map(("name", new PlanValue.Text("b")), ("namespace", PlanValue.NotYetKnown)))))));
        Assert.Equal(
            "CB0012: metadata.namespace of kubernetes:v1:Service b is known only after the deployment; allowed: a text known before the deployment. "
            + "Give it a plain value in the component that makes it.\n"
            + "CB0011: the number of resources that make 170-service-n.a.yaml is 2 (urn:pulumi:s::p::t::one, urn:pulumi:s::p::t::two); "
            + "allowed: one resource per Kubernetes object. Rename one object or remove the double resource.",
            error.Message);
    }

    [Theory]
    [InlineData("080-role-system:node", "080-role-system_node-")]
    [InlineData("080-x-../../etc/passwd", "080-x-.._.._etc_passwd-")]
    public void FileName_IsSafeAndDistinct(string stem, string start)
    {
        var name = ManifestFileName.Make(stem);
        Assert.StartsWith(start, name, StringComparison.Ordinal);
        Assert.NotEqual(name, ManifestFileName.Make(stem.Replace(':', '|').Replace('/', '|')));
        Assert.DoesNotContain('/', name);
    }

    [Fact]
    public void FileName_OfALongNameIsCut() => Assert.InRange(ManifestFileName.Make(new string('a', 1000)).Length, 200, 230);
}
