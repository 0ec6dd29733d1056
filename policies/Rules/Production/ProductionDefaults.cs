namespace Clawdbot.Policies.Rules.Production;

/// <summary>Numbers of the checklist. They are requirements C9.1 to C9.12, unless said otherwise.</summary>
internal static class ProductionDefaults
{
    /// <summary>Largest share of a card's memory.</summary>
    public const double UtilizationCap = 0.85;

    /// <summary>What vLLM takes when it is not told.</summary>
    public const double DefaultUtilization = 0.92;

    /// <summary>Requests that the load test sends at once.</summary>
    public const double Concurrency = 100;

    /// <summary>Errors that it lets pass, in percent.</summary>
    public const double ErrorPercent = 0.5;

    /// <summary>Milliseconds in which 95 of 100 answers come from cards below <see cref="LargeCardGiB"/>.</summary>
    public const double SmallCardMilliseconds = 4500;

    /// <summary>The same for larger cards.</summary>
    public const double LargeCardMilliseconds = 2800;

    /// <summary>Memory from which a card is a large one, in GiB.</summary>
    public const int LargeCardGiB = 40;

    /// <summary>How many times the objective an alert may ring at. A choice: pools may have a goal of their own, such as for reports; twice as much is no longer a watch.</summary>
    public const double AlertFactor = 2;

    /// <summary>Fewest members of etcd: one may fail.</summary>
    public const int EtcdMembers = 3;

    /// <summary>Where models are.</summary>
    public const string ModelPath = "/mnt/ceph/models";

    /// <summary>Where the repair script is.</summary>
    public const string ScriptDirectory = "/opt/clawdbot";

    /// <summary>Its name.</summary>
    public const string Script = "healthcheck.sh";

    /// <summary>What everybody may do with it: read and execute.</summary>
    public const int ScriptMode = 0b101_101_101;

    /// <summary>The label <c>job</c> that the Router's metrics have.</summary>
    public const string RouterJob = "clawdbot";

    /// <summary>The metric that says whether a Router works.</summary>
    public const string RouterUp = "clawdbot_router_up";
}
