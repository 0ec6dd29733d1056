using System.Collections.Immutable;
using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Cli.Tests.Offline;

[Collection(ProgramRuns.Name)]
public sealed class OfflineRunTests
{
    [Fact]
    public async Task Urn_HasTheWholeChainOfParentTypes()
    {
        var plan = await ProbeStack.PlanAsync(() =>
        {
            var outer = new ProbeComponent("outer");
            var inner = new ProbeComponent("inner", new ComponentResourceOptions { Parent = outer });
            _ = new ProbeResource("leaf", options: new CustomResourceOptions { Parent = inner });
        });
        Assert.Equal(
            [
                "urn:pulumi:test::demo::demo:group:Group$demo:group:Group$demo:index:Probe::leaf",
                "urn:pulumi:test::demo::demo:group:Group$demo:group:Group::inner",
                "urn:pulumi:test::demo::demo:group:Group::outer",
                "urn:pulumi:test::demo::pulumi:pulumi:Stack::demo-test",
            ],
            plan.Resources.Select(r => r.Urn));
        Assert.Equal("urn:pulumi:test::demo::demo:group:Group$demo:group:Group::inner", Find(plan, "leaf").Parent);
        Assert.Equal("urn:pulumi:test::demo::pulumi:pulumi:Stack::demo-test", Find(plan, "outer").Parent);
        Assert.Null(plan.Resources[^1].Parent);
    }

    [Fact]
    public async Task Inputs_AreReadWhateverTheirKind()
    {
        var plan = await ProbeStack.PlanAsync(() =>
        {
            var other = new ProbeResource("other");
            _ = new ProbeResource("all", new ProbeArgs
            {
                Text = "text",
                Number = 0.5,
                Whole = 3,
                Flag = true,
                List = { "a", Output.Create("b") },
                Map = { ["k"] = "v", ["$k"] = Output.Create("w") },
                Union = "50%",
                Json = """{"a":[1,null,"x",false]}""",
                Any = new Dictionary<string, object?> { ["list"] = new List<object> { 1, "x" }, ["out"] = Output.Create(7), ["null"] = null },
                Nested = new ProbeNestedArgs { Name = "n" },
                Many = { new ProbeNestedArgs { Name = "m", Value = Output.Create("v") } },
                Mode = ProbeMode.Fast,
                Level = ProbeLevel.High,
                Asset = new StringAsset("content"),
                Other = other,
            });
        });
        var inputs = Find(plan, "all").Inputs;
        Assert.Equal(
            TestPlans.Map(
                ("any", TestPlans.Map(("list", List(new PlanValue.Number(1), Text("x"))), ("null", PlanValue.Nothing), ("out", new PlanValue.Number(7)))),
                ("asset", new PlanValue.Asset("StringAsset")),
                ("flag", new PlanValue.Flag(true)),
                ("json", TestPlans.Map(("a", List(new PlanValue.Number(1), PlanValue.Nothing, Text("x"), new PlanValue.Flag(false))))),
                ("level", new PlanValue.Number(7)),
                ("list", List(Text("a"), Text("b"))),
                ("many", List(TestPlans.Map(("name", Text("m")), ("value", Text("v"))))),
                ("map", TestPlans.Map(("$k", Text("w")), ("k", Text("v")))),
                ("mode", Text("fast-mode")),
                ("nested", TestPlans.Map(("name", Text("n")))),
                ("number", new PlanValue.Number(0.5)),
                ("other", new PlanValue.Reference("urn:pulumi:test::demo::demo:index:Probe::other")),
                ("text", Text("text")),
                ("union", Text("50%")),
                ("whole", new PlanValue.Number(3))),
            inputs);
        Assert.Equal(["urn:pulumi:test::demo::demo:index:Probe::other"], Find(plan, "all").Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task Outputs_KnownFromInputsFlowOnAndComputedOnesAreUnknown()
    {
        var plan = await ProbeStack.PlanAsync(stack =>
        {
            var first = new ProbeResource("first", new ProbeArgs { Text = "given" });
            _ = new ProbeResource("second", new ProbeArgs
            {
                Text = first.Text.Apply(t => t + "!"),
                List = { "known", first.Computed },
                Map = { ["a"] = "known", ["b"] = first.Id },
                Many = { new ProbeNestedArgs { Name = "known", Value = first.Computed } },
                Nested = first.Computed.Apply(c => new ProbeNestedArgs { Name = c }),
            });
            return first.Id.Apply(id => (object?)id);
        });
        Assert.Equal(
            TestPlans.Map(
                ("list", List(Text("known"), PlanValue.NotYetKnown)),
                ("many", List(TestPlans.Map(("name", Text("known")), ("value", PlanValue.NotYetKnown)))),
                ("map", new PlanValue.Map([KeyValuePair.Create<string, PlanValue>("a", Text("known"))], UnknownEntries: 1)),
                ("nested", PlanValue.NotYetKnown),
                ("text", Text("given!"))),
            Find(plan, "second").Inputs);
        Assert.Equal(["urn:pulumi:test::demo::demo:index:Probe::first"], Find(plan, "second").Dependencies.AsEnumerable());
        Assert.Equal(TestPlans.Map(("result", PlanValue.NotYetKnown)), plan.Outputs);
    }

    [Fact]
    public async Task Unknown_list_is_unknown_as_a_whole()
    {
        var plan = await ProbeStack.PlanAsync(() => _ = new ProbeResource("r", new ProbeArgs
        {
            List = OutputUtilities.CreateUnknown(ImmutableArray.Create("sample")),
            Map = OutputUtilities.CreateUnknown(ImmutableDictionary<string, string>.Empty.Add("sample", "x")),
        }));
        Assert.Equal(TestPlans.Map(("list", PlanValue.NotYetKnown), ("map", PlanValue.NotYetKnown)), Find(plan, "r").Inputs);
    }

    [Fact]
    public async Task Provider_IsTheNearestOneOfThePackage()
    {
        var plan = await ProbeStack.PlanAsync(() =>
        {
            var outer = new ProbeProvider("outer", new ProbeProviderArgs { Flags = { ["a"] = true }, Token = Output.CreateSecret("hunter2") });
            var inner = new ProbeProvider("inner");
            var group = new ProbeComponent("group", new ComponentResourceOptions { Providers = { outer } });
            _ = new ProbeResource("inherits", options: new CustomResourceOptions { Parent = group });
            _ = new ProbeResource("own", options: new CustomResourceOptions { Parent = group, Provider = inner });
            _ = new ProbeResource("default");
        });
        Assert.Equal("urn:pulumi:test::demo::pulumi:providers:demo::outer", Find(plan, "inherits").Provider);
        Assert.Equal("urn:pulumi:test::demo::pulumi:providers:demo::inner", Find(plan, "own").Provider);
        Assert.Null(Find(plan, "default").Provider);
        Assert.Null(Find(plan, "group").Provider);
        Assert.Equal(TestPlans.Map(("flags", Text("{\"a\":true}")), ("token", PlanValue.Secret.Opaque)), Find(plan, "outer").Inputs);
    }

    [Fact]
    public async Task Options_AreRecordedAndInherited()
    {
        var plan = await ProbeStack.PlanAsync(() =>
        {
            var first = new ProbeResource("first");
            var group = new ProbeComponent("group", new ComponentResourceOptions { Protect = true, DependsOn = { first } });
            _ = new ProbeResource("child", options: new CustomResourceOptions
            {
                Parent = group,
                DependsOn = { first },
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "list", "flag" },
                AdditionalSecretOutputs = { "computed" },
                ImportId = "i-1",
                DeletedWith = first,
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(30), Delete = TimeSpan.FromSeconds(1.5) },
            });
            _ = new ProbeResource("free", options: new CustomResourceOptions { Parent = group, Protect = false });
            _ = new ProbeResource("read", options: new CustomResourceOptions { Id = "i-2" });
        });
        var firstUrn = Find(plan, "first").Urn;
        var child = Find(plan, "child");
        Assert.Equal([firstUrn], child.Dependencies.AsEnumerable());
        Assert.Equal([firstUrn], Find(plan, "group").Dependencies.AsEnumerable());
        Assert.True(child.Options is { Protect: true, RetainOnDelete: true, DeleteBeforeReplace: true, Import: "i-1", Read: null, CreateTimeoutSeconds: 1800, UpdateTimeoutSeconds: null, DeleteTimeoutSeconds: 1.5 });
        Assert.Equal(["flag", "list"], child.Options.ReplaceOnChanges.AsEnumerable());
        Assert.Equal(["text"], child.Options.IgnoreChanges.AsEnumerable());
        Assert.Equal(["computed"], child.Options.AdditionalSecretOutputs.AsEnumerable());
        Assert.Equal(firstUrn, child.Options.DeletedWith);
        Assert.False(Find(plan, "free").Options.Protect);
        Assert.Equal("i-2", Find(plan, "read").Options.Read);
    }

    [Fact]
    public async Task Aliases_CoverOwnAndInheritedOnes()
    {
        var plan = await ProbeStack.PlanAsync(() =>
        {
            var group = new ProbeComponent("new", new ComponentResourceOptions { Aliases = { new Alias { Name = "old" } } });
            _ = new ProbeResource("new-child", options: new CustomResourceOptions { Parent = group });
            _ = new ProbeResource("moved", options: new CustomResourceOptions { Parent = group, Aliases = { new Alias { NoParent = true } } });
            _ = new ProbeResource("retyped", options: new CustomResourceOptions { Aliases = { new Alias { Type = "demo:old:Probe" }, new Alias { Urn = "urn:pulumi:test::demo::a:b:C::d" } } });
        });
        Assert.Equal(["urn:pulumi:test::demo::demo:group:Group::old"], Find(plan, "new").Options.Aliases.AsEnumerable());
        Assert.Equal(["urn:pulumi:test::demo::demo:group:Group$demo:index:Probe::old-child"], Find(plan, "new-child").Options.Aliases.AsEnumerable());
        Assert.Equal(["urn:pulumi:test::demo::demo:index:Probe::moved"], Find(plan, "moved").Options.Aliases.AsEnumerable());
        Assert.Equal(
            ["urn:pulumi:test::demo::a:b:C::d", "urn:pulumi:test::demo::demo:old:Probe::retyped"],
            Find(plan, "retyped").Options.Aliases.AsEnumerable());
    }

    [Fact]
    public async Task Transformations_of_the_program_are_seen_in_the_plan()
    {
        var plan = await ProbeStack.PlanAsync(() => _ = new ProbeComponent("group", new ComponentResourceOptions
        {
            ResourceTransformations = { args => new ResourceTransformationResult(args.Args, ComponentResourceOptions.Merge((ComponentResourceOptions)args.Options, new() { Protect = true })) },
        }));
        Assert.True(Find(plan, "group").Options.Protect);
    }

    [Fact]
    public async Task Settings_errors_come_out_as_they_are()
    {
        var thrown = new DiagnosticException([new Diagnostic("CB1001", "a", "1", "2", "Do."), new Diagnostic("CB1002", "b", "1", "2", "Do.")]);
        var error = await Assert.ThrowsAsync<DiagnosticException>(() => ProbeStack.PlanAsync(() => throw thrown));
        Assert.Equal(thrown.Diagnostics, error.Diagnostics);
    }

    [Fact]
    public async Task Program_errors_say_what_happened()
    {
        var inConstructor = await Assert.ThrowsAsync<ProgramFailedException>(() => ProbeStack.PlanAsync(() => throw new InvalidOperationException("the wheel\nfell off")));
        Assert.Equal(
            "CB0010: the program of stack test is stopped by an error (the wheel fell off); allowed: a program that runs to its end. Run again with --verbose for where it happened.",
            Assert.Single(inConstructor.Diagnostics).ToString());
        var inApply = await Assert.ThrowsAsync<ProgramFailedException>(() => ProbeStack.PlanAsync(() =>
            _ = new ProbeResource("r", new ProbeArgs { Text = Output.Create("x").Apply(string (x) => throw new InvalidOperationException("in apply")) })));
        Assert.All(inApply.Diagnostics, d => Assert.Equal("CB0010", d.Id));
        Assert.Contains("in apply", inApply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_OfTheMachineDoesNotReachTheProgram()
    {
        Environment.SetEnvironmentVariable("KUBECONFIG", "/home/someone/.kube/config");
        try
        {
            var plan = await ProbeStack.PlanAsync(() => _ = new Pulumi.Kubernetes.Provider("cluster"));
            Assert.Equal(PlanValue.Map.Empty, Find(plan, "cluster").Inputs);
            Assert.Equal("/home/someone/.kube/config", Environment.GetEnvironmentVariable("KUBECONFIG"));
            Assert.Null(Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("KUBECONFIG", null);
        }
    }

    private static PlanResource Find(Plan plan, string name) => Assert.Single(plan.Resources, r => r.Name == name);

    private static PlanValue.Text Text(string text) => new(text);

    private static PlanValue.List List(params PlanValue[] items) => new([.. items]);
}
