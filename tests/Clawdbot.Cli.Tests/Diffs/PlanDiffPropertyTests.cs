using System.Diagnostics;
using Clawdbot.Cli.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Cli.Tests.Diffs;

public sealed class PlanDiffPropertyTests
{
    private static readonly string[] Names = ["image", "replicas", "memory", "mode", "level", "zone"];

    private static Config Reproducible { get; } = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261121, 7);

    private static Gen<PlanValue> Scalar { get; } = Gen.OneOf(
        Gen.Choose(0, 9).Select(n => (PlanValue)new PlanValue.Number(n)),
        Gen.Elements("a", "b", "--x=1", "K=v").Select(t => (PlanValue)new PlanValue.Text(t)),
        Gen.Elements<PlanValue>(new PlanValue.Flag(true), PlanValue.Nothing, PlanValue.NotYetKnown, PlanValue.Secret.Opaque, new PlanValue.Reference("urn:x")));

    private static Gen<PlanValue> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (2, Map(depth - 1).Select(map => (PlanValue)map)),
        (1, Value(depth - 1).ListOf(3).Select(items => (PlanValue)new PlanValue.List([.. items]))),
        (1, Map(depth - 1).ListOf(2).Select(items => (PlanValue)new PlanValue.List([.. items.Select((item, i) => Set(item, "name", new PlanValue.Text($"n{i}")))]))));

    private static Gen<PlanValue.Map> Map(int depth) =>
        from keys in Gen.Elements(Names).ListOf(3)
        from values in Value(depth).ListOf(3)
        select PlanValue.Map.Of(keys.Zip(values, KeyValuePair.Create).DistinctBy(entry => entry.Key));

    private static Arbitrary<PlanValue.Map[]> Plans { get; } = Map(3).ListOf(5).Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void A_plan_does_not_differ_from_itself() =>
        Prop.ForAll(Plans, inputs => DiffPlans.Compare(Of(inputs), PlanReader.Read("plan.json", DiffPlans.Json(Of(inputs)))).Changes.IsEmpty).Check(Reproducible);

    [Fact]
    public void Each_single_setting_that_changes_is_told_exactly_once() => Prop.ForAll(Plans, inputs =>
    {
        for (var resource = 0; resource < inputs.Length; resource++)
        {
            foreach (var mutated in Mutations(inputs[resource]))
            {
                var report = DiffPlans.Compare(Of(inputs), Of([.. inputs[..resource], (PlanValue.Map)mutated, .. inputs[(resource + 1)..]]));
                if (report.Changes is not [var change] || change.Urn != DiffPlans.Urn("test:a/b:Thing", $"r{resource}"))
                {
                    return false;
                }
            }
        }

        return true;
    }).Check(Reproducible);

    [Fact]
    public void Both_directions_find_the_same_settings() => Prop.ForAll(Plans, Plans, (one, other) =>
        DiffPlans.Compare(Of(one), Of(other)).Changes.Select(change => (change.Urn, change.Property)).Order()
            .SequenceEqual(DiffPlans.Compare(Of(other), Of(one)).Changes.Select(change => (change.Urn, change.Property)).Order())).Check(Reproducible);

    [Fact]
    public void Ten_times_the_plan_takes_about_ten_times_as_long()
    {
        Measure(200);
        var (small, large) = (Measure(500), Measure(5000));
        Assert.True(large < Math.Max(40 * small, TimeSpan.FromSeconds(2).Ticks), $"500 resources took {small} ticks, 5000 took {large}");

        static long Measure(int count)
        {
            Plan Make(string image) => DiffPlans.Of([.. Enumerable.Range(0, count).Select(i => DiffPlans.ConfigMap($"c{i}", $$"""{"image":"{{image}}"}"""))]);
            var (before, after) = (Make("1"), Make("2"));
            var watch = Stopwatch.StartNew();
            Assert.Equal(count, DiffPlans.Compare(before, after).Changes.Length);
            return watch.Elapsed.Ticks;
        }
    }

    private static Plan Of(params PlanValue.Map[] inputs) =>
        DiffPlans.Of([.. inputs.Select((map, i) => DiffPlans.Resource("test:a/b:Thing", $"r{i}", "{}") with { Inputs = map })]);

    /// <summary>The value with one setting changed, taken away or added, for every setting in it.</summary>
    private static IEnumerable<PlanValue> Mutations(PlanValue value)
    {
        switch (value)
        {
            case PlanValue.Map map:
                yield return Set(map, "zzz", new PlanValue.Text("new"));
                foreach (var (key, entry) in map.Entries)
                {
                    if (key != "name")
                    {
                        yield return new PlanValue.Map([.. map.Entries.Where(e => e.Key != key)]);
                    }

                    foreach (var mutated in Mutations(entry))
                    {
                        yield return Set(map, key, mutated);
                    }
                }

                break;
            case PlanValue.List list:
                yield return new PlanValue.List(list.Items.Add(Next(list)));
                for (var i = 0; i < list.Items.Length; i++)
                {
                    yield return new PlanValue.List(list.Items.RemoveAt(i));
                    foreach (var mutated in Mutations(list.Items[i]))
                    {
                        yield return new PlanValue.List(list.Items.SetItem(i, mutated));
                    }
                }

                break;
            default:
                yield return new PlanValue.Text("mutated");
                break;
        }
    }

    // Like its neighbours, so that a list of named objects stays one.
    private static PlanValue Next(PlanValue.List list) =>
        list.Items.All(item => item is PlanValue.Map) ? TestPlans.Map(("name", new PlanValue.Text("another"))) : new PlanValue.Text("another");

    private static PlanValue.Map Set(PlanValue.Map map, string key, PlanValue value) =>
        PlanValue.Map.Of([.. map.Entries.Where(e => e.Key != key), KeyValuePair.Create(key, value)]);
}
