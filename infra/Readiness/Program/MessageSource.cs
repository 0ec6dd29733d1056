using System.Text;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Makes the messages of B6 in order: three short translations, then a long summary. Safe for several users at once.</summary>
/// <param name="settings">The load.</param>
/// <param name="models">Models, asked in turn.</param>
internal sealed class MessageSource(LoadSettings settings, ModelSettings[] models)
{
    private const int GroupOf = 4;

    private static readonly string[] Subjects = ["The night train", "Our neighbour", "A small bakery", "The old bridge", "The research team", "A quiet library", "The harbour master", "My sister"];
    private static readonly string[] Verbs = ["waited for", "painted", "described", "repaired", "remembered", "visited", "measured", "forgot"];
    private static readonly string[] Things = ["the northern station", "a green door", "the last harvest", "an unusual map", "the winter market", "seven letters", "the broken clock", "a long river"];
    private static readonly string[] Languages = ["German", "French", "Spanish", "Italian", "Polish", "Portuguese"];

    private readonly Sequence _sequence = new(settings.Seed);
    private readonly Lock _lock = new();
    private int _number;
    private long _due;

    /// <summary>The next message.</summary>
    internal Message Next()
    {
        lock (_lock)
        {
            var number = _number++;
            var summary = number % GroupOf == GroupOf - 1;
            var model = models[number / GroupOf % models.Length];
            // The number makes every prompt another one, so that no cache answers for the model.
            var prompt = summary
                ? $"Message {number}: sum this up in two sentences. {Sentences(settings.LongSentences)}"
                : $"Message {number}: translate into {Pick(Languages)}, answer with the translation only: {Sentences(1)}";
            var think = _sequence.Between(settings.LeastThinkMilliseconds, settings.MostThinkMilliseconds);
            var due = _due;
            if (settings.MostPerMinute > 0 && number >= settings.AtOnce)
                _due += 60_000 / _sequence.Between(settings.LeastPerMinute, settings.MostPerMinute);
            return new Message(number, model, prompt, summary ? settings.LongTokens : settings.ShortTokens, due, think);
        }
    }

    private string Sentences(int count)
    {
        var text = new StringBuilder();
        for (var index = 0; index < count; index++)
            text.Append(text.Length > 0 ? " " : "").Append(Pick(Subjects)).Append(' ').Append(Pick(Verbs)).Append(' ').Append(Pick(Things)).Append('.');
        return text.ToString();
    }

    private string Pick(string[] words) => words[_sequence.Between(0, words.Length - 1)];
}
