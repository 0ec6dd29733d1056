using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Server.Transport;
using Google.Protobuf;

namespace Clawdbot.Policies.Server;

/// <summary>
/// The methods of pulumirpc.Analyzer. Resources are checked at the same time; the calls before them come one after the other.
/// https://github.com/pulumi/pulumi/blob/master/proto/pulumi/analyzer.proto
/// </summary>
internal sealed class AnalyzerService
{
    private const string Path = "/pulumirpc.Analyzer/";

    private static readonly Empty Nothing = new();

    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _changing = new();
    private volatile PackState _state;
    private volatile EngineAddress? _engine;

    /// <summary>Serves <paramref name="rules"/>.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="time">Tells the day on which waivers are judged.</param>
    public AnalyzerService(IReadOnlyList<PolicyRule> rules, TimeProvider time)
    {
        _state = new PackState(rules, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        Methods = new Dictionary<string, UnaryMethod>(StringComparer.Ordinal)
        {
            [Path + "Handshake"] = UnaryMethod.Of(HandshakeRequest.Parser, Handshake),
            [Path + "ConfigureStack"] = UnaryMethod.Of(StackRequest.Parser, ConfigureStack),
            [Path + "GetPluginInfo"] = UnaryMethod.Of(Empty.Parser, _ => new PluginInfo { Version = PackIdentity.Version }),
            [Path + "GetAnalyzerInfo"] = UnaryMethod.Of(Empty.Parser, _ => PackInfos.Of(_state.Rules, _state.IsProduction)),
            [Path + "Configure"] = UnaryMethod.Of(ConfigureRequest.Parser, Configure),
            [Path + "Remediate"] = UnaryMethod.Of(Resource.Parser, Remediate),
            [Path + "Analyze"] = UnaryMethod.Of(Resource.Parser, request => Answers.Of(_state.Session.Check(Resources.Of(request)))),
            [Path + "AnalyzeStack"] = UnaryMethod.Of(StackResources.Parser, request => Answers.Of(_state.Session.Check(Resources.Of(request)))),
            [Path + "Cancel"] = UnaryMethod.Of(Empty.Parser, _ => Nothing, () => _cancelled.TrySetResult()),
        };
    }

    /// <summary>The methods by path.</summary>
    public IReadOnlyDictionary<string, UnaryMethod> Methods { get; }

    /// <summary>Where the engine listens; null until it has told.</summary>
    public EngineAddress? Engine => _engine;

    /// <summary>Ends when the engine has said that the pack is no longer needed.</summary>
    public Task Cancelled => _cancelled.Task;

    private Empty Handshake(HandshakeRequest request)
    {
        _engine = EngineAddress.Parse(request.EngineAddress) ?? _engine;
        try
        {
            var waivers = PackWaivers.Read(request.HasRootDirectory ? request.RootDirectory : null, _state.Rules);
            Change(state => state.WithWaivers(waivers));
        }
        catch (InputException e)
        {
            throw new GrpcException(GrpcStatus.FailedPrecondition, e.Message);
        }

        return Nothing;
    }

    private Empty ConfigureStack(StackRequest request)
    {
        var isProduction = request.Config.TryGetValue($"{request.Project}:production", out var production) && bool.TryParse(production, out var flag) && flag;
        Change(state => state.ForStack(request.Stack, isProduction));
        return Nothing;
    }

    private Empty Configure(ConfigureRequest request)
    {
        try
        {
            var configured = EngineConfiguration.Read(request, _state.Rules);
            Change(state => state.Configure(configured));
        }
        catch (InputException e)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, e.Message);
        }

        return Nothing;
    }

    private void Change(Func<PackState, PackState> change)
    {
        lock (_changing)
        {
            _state = change(_state);
        }
    }

    private IMessage Remediate(Resource request)
    {
        var response = new RemediateResponse();
        response.Remediations.AddRange(_state.Session.Remediate(Resources.Of(request)).Select(change => Answers.Of(change.Rule.Metadata, change.Properties)));
        return response;
    }
}
