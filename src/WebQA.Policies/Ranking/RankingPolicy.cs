using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Heads;
using WebQA.Policies.Ranking.Notebooks;
using WebQA.Policies.Ranking.Passages;
using WebQA.Policies.Ranking.Writing;

namespace WebQA.Policies.Ranking;

/// <summary>
/// The default policy: fast, offline, inspectable. It reads the best results and links, ranks every sentence against the question, goes
/// back to quote the best for their words, and puts an answer together from the quotes.
/// </summary>
/// <remarks>
/// Factored into heads (query, page, quote) with a temperature each; the action head is deterministic. The log-probability it reports
/// is that of the chosen candidate in the softmax over its head's candidates at this step; 0 for actions without an alternative. Serves
/// one episode; not thread-safe.
/// </remarks>
internal sealed class RankingPolicy : IPolicy
{
    /// <summary>The policy's name in catalogues.</summary>
    public const string Name = "ranking";

    private readonly RankingModel _model;
    private readonly Sampler _sampler;
    private readonly EmbeddingBook _embeddings;
    private readonly Library _library;
    private readonly Notebook _notebook = new();
    private QuestionFocus? _question;
    private (int LinesRead, int Budget, QuotePlan Plan)? _plan;

    public RankingPolicy(RankingModel model, IEmbedder embedder, long seed, double temperature)
    {
        _model = model;
        _sampler = new Sampler(seed, temperature);
        _embeddings = new EmbeddingBook(embedder);
        _library = new Library(_embeddings);
        Info = new PolicyInfo(Name, model.HashWith(embedder.Name));
    }

    /// <inheritdoc/>
    public PolicyInfo Info { get; }

    /// <inheritdoc/>
    public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
    {
        _notebook.Update(observation.History, observation);
        var question = await FocusAsync(observation.Question, cancellationToken);
        if (ActionHead.MayRead(_notebook, observation))
        {
            if (ActionHead.ShouldScroll(_notebook, observation, _model.Weights))
            {
                return Decide(new BrowserAction.ScrollDown(1));
            }
            if (await OpenNextAsync(question, cancellationToken) is { } opening)
            {
                return opening;
            }
        }
        if (!_notebook.Web.Any() && _notebook.Queries.Count < _model.Weights.Browsing.Queries
            && QueryHead.Choose(question, _notebook, _model.Weights, _sampler) is { } query)
        {
            return Decide(new BrowserAction.Search(query.Value), query.LogProbability);
        }
        return await QuoteAsync(observation, question, cancellationToken) ?? Decide(new BrowserAction.End(EndKind.Answer));
    }

    /// <inheritdoc/>
    public async Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default)
    {
        _notebook.Update(request.History, null);
        var question = await FocusAsync(request.Question, cancellationToken);
        var pages = await _library.ReadAllAsync(_notebook, cancellationToken);
        var scored = pages.SelectMany(p => SentenceScorer.Score(p, question, _model)).ToList();
        var evidence = await EvidenceReader.ReadAsync(request.References, scored, question, _embeddings, cancellationToken);
        return Abstention.Reason(pages, scored, evidence, question, _model.Weights.Answer) is { } reason
            ? new AnswerDraft(null, reason)
            : new AnswerDraft(AnswerWriter.Write(evidence, question, _model.Weights.Answer), IsAssembledFromQuotes: true);
    }

    private async Task<PolicyDecision?> OpenNextAsync(QuestionFocus question, CancellationToken cancellationToken)
    {
        var pages = await _library.ReadAllAsync(_notebook, cancellationToken);
        await _embeddings.LearnAsync(pages.Take(_model.Weights.Browsing.LinkPages).SelectMany(LinkScorer.Anchors), cancellationToken);
        var choice = PageHead.Choose(_notebook, pages, question, _embeddings, _model.Weights, _sampler);
        if (choice is null || Route.ToLink(_notebook, choice.Value.PageKey, choice.Value.Link) is not { First: { } step } route)
        {
            return null;
        }
        return Decide(step, route.Actions == 1 ? choice.LogProbability : 0);
    }

    private async Task<PolicyDecision?> QuoteAsync(Observation observation, QuestionFocus question, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(observation, question, cancellationToken);
        if (ActionHead.NextQuote(_notebook, plan, observation) is not { } quote)
        {
            return null;
        }
        if (Route.To(_notebook, quote.PageKey) is { First: { } step })
        {
            return Decide(step);
        }
        var open = plan.Quotes.Where(q => !_notebook.WasTried(q.PageKey, q.Command)).Select(q => q.Value);
        return new PolicyDecision(quote.Command, _sampler.LogProbability(quote.Value, open, _model.Weights.Sampling.Sentence));
    }

    /// <summary>The plan changes only with what was read, so it is made once and is the same after a resume.</summary>
    private async Task<QuotePlan> PlanAsync(Observation observation, QuestionFocus question, CancellationToken cancellationToken)
    {
        var budget = observation.WordsLeft + _notebook.WordsQuoted;
        var linesRead = _notebook.Web.Sum(p => p.LinesRead);
        if (_plan is { } made && made.LinesRead == linesRead && made.Budget == budget)
        {
            return made.Plan;
        }
        var pages = await _library.ReadAllAsync(_notebook, cancellationToken);
        var first = observation.History.Count > 0 ? observation.History[0].Observation.Quotes : observation.Quotes;
        await _embeddings.LearnAsync(first.Select(r => r.Extract), cancellationToken);
        var known = first.Select(r => _embeddings[r.Extract]).ToList();
        var plan = QuoteHead.Plan(pages, question, known, budget, observation.MaxQuoteWords, _model, _sampler);
        _plan = (linesRead, budget, plan);
        return plan;
    }

    private async Task<QuestionFocus> FocusAsync(Question question, CancellationToken cancellationToken) =>
        _question ??= await QuestionFocus.OfAsync(question, _embeddings, cancellationToken);

    private static PolicyDecision Decide(BrowserAction action, double logProbability = 0) =>
        new(CommandGrammar.Write(action), logProbability);
}
