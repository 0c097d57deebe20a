namespace WebQA.TextBrowser.Search.Engines;

/// <summary>The operator's settings of search engines. Asked at each search, so that a change needs no restart. Thread-safe.</summary>
public interface IEngineSettings
{
    /// <summary>The settings of an engine by its name, for example <c>brave</c>; <see cref="EngineSettings.None"/> where nothing is set.</summary>
    /// <exception cref="EngineFaultException">A setting cannot be; the message names it and what it must be.</exception>
    EngineSettings Find(string engine);
}
