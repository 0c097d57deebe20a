namespace WebQA.LabelingUi.Status;

/// <summary>What the Ask page says about the setup.</summary>
internal static class SetupServices
{
    public static void AddSetupStatus(this IServiceCollection services)
    {
        services.AddSingleton<ISetupStatus, SetupStatus>();
        services.AddSingleton<IExampleQuestions, ExampleQuestions>();
        services.AddHostedService<IndexPreparation>();
    }
}
