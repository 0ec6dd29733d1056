namespace Clawdbot.Policies.Assistant;

/// <summary>
/// The keys of the configuration, of the objects whose lists are known in full: those of release 2026.9.6 (<c>openclaw config schema</c>), with those that the schema of spring 2026 had
/// besides (src/config/zod-schema.ts), because nobody can tell from a ConfigMap which release reads it. A key that was removed in between is therefore let pass.
/// </summary>
internal static class AssistantSchema
{
    private const string Concurrency = "agents.defaults.maxConcurrent, for the whole process";

    private const string AgentTimeout = "agents.defaults.timeoutSeconds for a turn, and models.providers.<name>.timeoutSeconds for a request to a model";

    /// <summary>The file as a whole.</summary>
    public static AssistantSchemaObject Root { get; } = new(
        """
        $schema accessGroups acp agents approvals attachments audio auth bindings broadcast browser canvasHost channels cli cloudWorkers commands crestodian cron desktop diagnostics
        discovery env gateway hooks logging mcp media memory messages meta models nodeHost plugins proxy secrets security session skills surfaces talk telemetry tools transcripts tts ui
        update web wizard worktreeAcceleration worktreeRoot
        """,
        ("agent", "agents.defaults"),
        ("maxConcurrent", Concurrency),
        ("providers", "models.providers"),
        ("gpuProfile", "nothing: GPUs belong to the model server"));

    /// <summary>An entry of the list of agents: only what no release has.</summary>
    public static AssistantSchemaObject Agent { get; } = new("", ("timeout", "timeoutSeconds of agents.defaults"));

    /// <summary>A provider of models.</summary>
    public static AssistantSchemaObject Provider { get; } = new(
        "agentRuntime api apiKey auth authHeader baseUrl headers injectNumCtxForOpenAICompat localService maxTokens models params region request timeoutSeconds contextWindow contextTokens",
        ("timeout", "timeoutSeconds"),
        ("url", "baseUrl"),
        ("endpoint", "baseUrl"));

    /// <summary>A model of a provider.</summary>
    public static AssistantSchemaObject Model { get; } = new(
        "agentRuntime api baseUrl compat contextTokens contextWindow cost headers id input maxTokens mediaInput metadataSource name params reasoning thinkingLevelMap",
        ("contextLength", "contextWindow"),
        ("maxOutputTokens", "maxTokens"),
        ("gpuProfile", "nothing: GPU memory, prefetch and warm-up belong to the model server"));

    /// <summary>The other objects, by the keys on the way to them.</summary>
    public static IReadOnlyList<(string[] Path, AssistantSchemaObject Object)> Sections { get; } =
    [
        (["gateway"], new(
            """
            allowRealIpFallback auth bind channelHealthCheckMinutes channelMaxRestartsPerHour channelStaleEventThresholdMinutes cliAgents controlUi customBindHost
            handshakeTimeoutMs http mode nodes port portals publicOrigin push reload remote roles tailscale terminal tls tools trustedProxies webchat
            """,
            ("maxConcurrentRequests", Concurrency),
            ("maxConcurrent", Concurrency),
            ("requestQueueSize", "messages.queue.cap, for each conversation"),
            ("host", "gateway.bind"),
            ("token", "gateway.auth.token"),
            ("password", "gateway.auth.password"),
            ("authToken", "gateway.auth.token"))),
        (["gateway", "auth"], new("allowTailscale identityScopes mode password rateLimit token trustedProxy")),
        (["gateway", "controlUi"], new(
            """
            allowExternalEmbedUrls allowInsecureAuth allowedOrigins automaticallyFetchFavicons basePath communityInvite dangerouslyAllowHostHeaderOriginFallback
            dangerouslyDisableDeviceAuth embedSandbox enabled environment experimental github root sessionObserver
            """)),
        (["gateway", "terminal"], new("detachedSessionTimeoutSeconds enabled shell")),
        (["gateway", "reload"], new("debounceMs deferralTimeoutMs mode")),
        (["agents"], new("defaults entries list ownership")),
        (["agents", "defaults"], new(
            """
            additionalSystemPrompt authInheritance blockStreamingBreak blockStreamingChunk blockStreamingCoalesce blockStreamingDefault bootstrapMaxChars
            bootstrapPromptTruncationWarning bootstrapTotalMaxChars cliBackends compaction contextInjection contextLimits contextPruning contextTokens cwd decisionModel
            elevatedDefault embeddedAgent embeddedHarness embeddedPi envelopeElapsed envelopeTimestamp envelopeTimezone experimental fastModeDefault heartbeat humanDelay
            imageGenerationModel imageMaxDimensionPx imageModel imageQuality llm maxConcurrent mediaMaxMb mediaModels memorySearch model modelPolicy modelSelectionScope models
            musicGenerationModel params pdfMaxBytesMb pdfMaxMb pdfMaxPages pdfModel reasoningDefault repoRoot runRetries runtime agentRuntime sandbox sessionStore silentReply
            silentReplyRewrite skills skipBootstrap skipOptionalBootstrapFiles startupContext subagents systemAgent systemPromptOverride thinkingDefault timeFormat timeoutSeconds
            toolProgressDetail typingIntervalSeconds typingMode userTimezone utilityModel verboseDefault videoGenerationModel voiceModel workspace
            """,
            ("timeout", AgentTimeout),
            ("maxConcurrentRequests", Concurrency),
            ("contextLength", "contextTokens"))),
        (["agents", "defaults", "model"], new("fallbacks primary timeoutMs")),
        (["models"], new("bedrockDiscovery catalogRefresh mode pricing providers")),
        (["session"], new(
            """
            agentToAgent dmScope groupScope idleMinutes identityLinks mainKey maintenance notifyOnCreate parentForkMaxTokens reset resetByChannel resetByType resetTriggers scope sendPolicy
            sharing store threadBindings typingIntervalSeconds typingMode writeLock
            """)),
        (["messages", "queue"], new("byChannel cap debounceMs debounceMsByChannel drop mode")),
        (["logging"], new("audit consoleLevel consoleStyle file level maxFileBytes redactPatterns redactSensitive")),
        (["diagnostics"], new("cacheTrace enabled flags memoryPressureSnapshot otel prometheus stuckSessionAbortMs stuckSessionWarnMs")),
    ];
}
