using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>The matrix of models and cards for programs; docs/size.md describes it.</summary>
internal static class SizeMatrixJson
{
    /// <summary>The matrix as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(SizeMatrix matrix) => PlanJson.Document(json =>
    {
        SizeJson.List(json, "rows", matrix.Rows, row =>
        {
            json.WriteString("model", row.Model);
            json.WriteString("sku", row.Sku);
            json.WriteBoolean("fits", row.Fits);
            json.WriteString("reason", row.Reason);
            json.WriteNumber("gpus", row.Gpus);
            json.WriteNumber("context", row.Context);
            json.WriteNumber("kvCacheTokens", row.KvCacheTokens);
            SizeJson.Number(json, "maxConcurrency", row.MaxConcurrency);
            SizeJson.Number(json, "tokensPerSecond", row.TokensPerSecond);
            SizeJson.Number(json, "pricePerHour", row.PricePerHour);
            SizeJson.Number(json, "pricePerMillionTokens", row.PricePerMillionTokens);
        });
        PlanJson.WriteStrings(json, "notes", matrix.Notes);
    });
}
