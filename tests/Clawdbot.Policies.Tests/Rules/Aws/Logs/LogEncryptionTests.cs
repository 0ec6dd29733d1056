using Clawdbot.Policies.Rules.Aws.Logs;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Logs;

public sealed class LogEncryptionTests
{
    private static readonly LogEncryption Rule = new();

    private static readonly Sample Group = Sample.Of("aws:cloudwatch/logGroup:LogGroup", "{ name: /app, kmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/k' }");

    [Fact]
    public void Accepts_an_own_key() => RuleCheck.Accepts(Rule, Group);

    [Fact]
    public void Rejects_a_group_without() => RuleCheck.Rejects(
        Rule, "kmsKeyId is not set; allowed: the ARN of a KMS key. Name a KMS key in kmsKeyId whose policy lets the logs service use it.", Group.Without("kmsKeyId"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(Rule, "kmsKeyId is known only after the deployment", Group.WithUnknown("kmsKeyId"));
}
