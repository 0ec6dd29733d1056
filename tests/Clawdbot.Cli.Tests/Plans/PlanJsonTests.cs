using System.Text;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Plans;

public sealed class PlanJsonTests
{
    [Fact]
    public void Plan_IsWrittenInTheDocumentedSchema()
    {
        var resource = TestPlans.Object("v1", "Secret", "keys", "models", ("stringData", new PlanValue.Secret(["api-key"]))) with
        {
            Provider = "urn:pulumi:test::clawdbot::pulumi:providers:kubernetes::cluster",
            Dependencies = ["urn:pulumi:test::clawdbot::a:b:C::d"],
            Options = new PlanOptions { Protect = true, Aliases = ["urn:pulumi:test::clawdbot::old::keys"], CreateTimeoutSeconds = 600, Read = "" },
        };
        var plan = TestPlans.Of(resource) with
        {
            Pools = [new PlanPool("qwen", "Qwen/Qwen3-32B-AWQ", "a10", 2, 3, ["--max-num-seqs=8"])
            {
                Rollout = new PlanRollout(299.6, 600, 80, 0, 1),
                Capacity = new PlanCapacity(9.0149, 9.251, -0.5, 75792, 3.084, 266.6, null, [("--max-num-seqs", "8", "because")]),
            }],
            Notes = ["a fact"],
            Outputs = TestPlans.Map(("endpoint", PlanValue.NotYetKnown)),
            Warnings = ["CB0015: something"],
        };
        Assert.Equal(
            """
            {
              "version": 1,
              "project": "clawdbot",
              "stack": "test",
              "production": false,
              "resources": [
                {
                  "urn": "urn:pulumi:test::clawdbot::pulumi:pulumi:Stack::clawdbot-test",
                  "type": "pulumi:pulumi:Stack",
                  "name": "clawdbot-test",
                  "parent": null,
                  "custom": false,
                  "provider": null,
                  "dependencies": [],
                  "options": {},
                  "inputs": {}
                },
                {
                  "urn": "urn:pulumi:test::clawdbot::kubernetes:v1:Secret::keys",
                  "type": "kubernetes:v1:Secret",
                  "name": "keys",
                  "parent": "urn:pulumi:test::clawdbot::pulumi:pulumi:Stack::clawdbot-test",
                  "custom": true,
                  "provider": "urn:pulumi:test::clawdbot::pulumi:providers:kubernetes::cluster",
                  "dependencies": [
                    "urn:pulumi:test::clawdbot::a:b:C::d"
                  ],
                  "options": {
                    "protect": true,
                    "aliases": [
                      "urn:pulumi:test::clawdbot::old::keys"
                    ],
                    "read": "",
                    "createTimeoutSeconds": 600
                  },
                  "inputs": {
                    "apiVersion": "v1",
                    "kind": "Secret",
                    "metadata": {
                      "name": "keys",
                      "namespace": "models"
                    },
                    "stringData": {
                      "$secret": true,
                      "keys": [
                        "api-key"
                      ]
                    }
                  }
                }
              ],
              "pools": [
                {
                  "name": "qwen",
                  "model": "Qwen/Qwen3-32B-AWQ",
                  "sku": "a10",
                  "gpus": 2,
                  "replicas": 3,
                  "flags": [
                    "--max-num-seqs=8"
                  ],
                  "loadSeconds": 300,
                  "startupSeconds": 600,
                  "drainSeconds": 80,
                  "maxSurge": 0,
                  "maxUnavailable": 1,
                  "weightsGiB": 9.01,
                  "kvCacheGiB": 9.25,
                  "headroomGiB": -0.5,
                  "kvCacheTokens": 75792,
                  "maxConcurrency": 3.08,
                  "tokensPerSecond": 267,
                  "pricePerHour": null,
                  "reasons": [
                    {
                      "flag": "--max-num-seqs",
                      "value": "8",
                      "reason": "because"
                    }
                  ]
                }
              ],
              "outputs": {
                "endpoint": {
                  "$unknown": true
                }
              },
              "notes": [
                "a fact"
              ],
              "warnings": [
                "CB0015: something"
              ]
            }

            """,
            Encoding.UTF8.GetString(PlanJson.Write(plan)));
    }

    [Fact]
    public void Real_keys_with_a_dollar_cannot_be_taken_for_marks()
    {
        var plan = TestPlans.Of() with
        {
            Outputs = TestPlans.Map(
                ("$secret", new PlanValue.Flag(true)),
                ("$$ref", new PlanValue.Text("x")),
                ("hidden", PlanValue.NotInspectable),
                ("number", new PlanValue.Number(0.5)),
                ("asset", new PlanValue.Asset("FileAsset")),
                ("other", new PlanValue.Reference("urn:x"))),
        };
        var json = Encoding.UTF8.GetString(PlanJson.Write(plan)).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(
            "\"outputs\":{\"$$$ref\":\"x\",\"$$secret\":true,\"asset\":{\"$asset\":\"FileAsset\"},\"hidden\":{\"$hidden\":true},"
            + "\"number\":0.5,\"other\":{\"$resource\":\"urn:x\"}}",
            json, StringComparison.Ordinal);
    }
}
