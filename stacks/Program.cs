using Clawdbot.Stacks;
using Pulumi;

return await Deployment.RunAsync<ClawdbotStack>();
