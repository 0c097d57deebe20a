using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>What a page says before it points elsewhere ("Read more", "Related", "Comments") or tells whose rights it is, in the languages that the web is mostly written in.</summary>
internal static class PointerPhrases
{
    private static readonly FrozenDictionary<string, string[]> Pointers = ByFirstWord(
        """
        related articles|related stories|related posts|related content|related news|related topics|related links|related:|read more|read next|read also|also read|more from|more on
        more stories|more news|you may also|you might also|you may like|recommended for|recommended reading|recommended articles|recommended stories|about the author|about the authors
        leave a comment|leave a reply|leave a response|post a comment|share this|share on|share:|subscribe to|subscribe now|sign up|newsletter|filed under|posted in|tagged with|tags:
        most read|most popular|most viewed|trending now|latest news|latest stories|latest posts|don't miss|don’t miss|editor's picks|editors' picks|editor’s picks|sponsored content
        advertisement|comments|comment on|click here|like this|up next|watch:|next story|if you enjoyed|if you liked|support us|follow us|download the|your content
        foto:|fotos:|foto ©|bild:|bilder:|bild via|bild ©|beitragsbild|titelbild:|photo:|photo by|photos by|photograph by|photo credit|image:|image by|image credit|credit:|credits:|crédito:
        crédit photo|crédit :|foto von|symbolbild|fot.|zdjęcie:|fotografía:|this entry was|lo último|mira:|weitere aktuelle|mehr zum|aktualisiert:|stand:|quelle:|zuletzt aktualisiert
        mehr dazu|mehr aus|mehr zu|mehr von|mehr lesen|weitere artikel|weitere beiträge|weitere informationen|weitere infos|weitere themen|weitere meldungen|weiterlesen
        das könnte|lesen sie auch|lesen sie mehr|lesen sie hier|lies auch|lesetipp|auch interessant|ebenfalls interessant|ähnliche artikel|ähnliche beiträge|ähnliche themen|empfehlungen
        passend zum|passend dazu|zum thema|über den autor|über die autorin|über die autoren|zur person:|kommentare|kommentieren sie|kommentar schreiben|schreiben sie|schlagwörter|schlagworte
        stichworte|pressekontakt|ansprechpartner|ansprechpartnerin|artikel teilen|beitrag teilen|teilen|meistgelesen|zurück zur|zurück zum|anzeige|werbung|tags|zum newsletter|jetzt abonnieren
        autoren:|autor:|autorin:|highlights aus|siehe auch:|hier kostenlos|hier geht es zur|hier geht es zum|hier geht’s|hier geht's
        à lire aussi|lire aussi|lire la suite|vous aimerez|vous aimerez aussi|sur le même|articles similaires|articles liés|commentaires|partager|voir aussi|à voir aussi|pour aller plus
        te puede|le puede|puede interesarte|te recomendamos|le recomendamos|vea también|ver también|lea también|lea además|lee también|leé también|mira también|mirá también|mire:|lea:|vea:
        noticias relacionadas|notas relacionadas|artículos relacionados|temas relacionados|informate más|más noticias|más información|más sobre|comentarios|compartir|síguenos|mira lo que|¡mira lo
        leia também|leia mais|veja também|veja mais|saiba mais|notícias relacionadas|comentários|compartilhe|leggi anche|leggi tutto|potrebbe interessarti|articoli correlati|commenti|condividi
        czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|przeczytaj także|przeczytaj też|inne artykuły|polecamy|komentarze|więcej na|podobne artykuły
        verwandte artikel|verwandte beiträge|verwandte themen|dazu passend|jetzt lesen|jetzt weiterlesen|noch mehr|zum weiterlesen|das interessiert|unsere empfehlung|unser tipp
        you might like|keep reading|continue reading|in this series|previously:|next:|previous:|top stories|what to read|explore more|join the|get the latest|get our
        więcej|więcej:|źródło:|fot. |ten tekst|wideo:|zdj.|por. |via:|fuente:|fonte:|foto e|foto por|imagen:|imagem:|video:|vídeo:|slideshow|gallery:|galerie:|bildquelle|bildnachweis
        lees ook|lees meer|lees verder|gerelateerd|reacties|läs också|läs mer|les også|læs også|читайте также|смотрите также|комментарии|čtěte také|přečtěte si
        """);

    private static readonly FrozenDictionary<string, string[]> Notices = ByFirstWord(
        """
        ©|(c) |copyright|all rights reserved|this article is the copyrighted|this article is copyrighted|no part of this|written permission|reprinted with|republish this|unless otherwise noted
        unless otherwise stated|our standards:|disclaimer|disclosure|advertising disclosure|affiliate disclosure|this post contains affiliate|this post may contain|this article contains affiliate
        we may earn|suggested citation|recommended citation|cite this|cite as|what are cookies|this site uses cookies|by clicking|by signing up|by subscribing|the views expressed
        alle rechte vorbehalten|sofern nicht anders|soweit nicht anders|wenn nicht anders|zitiervorschlag|zitierweise|haftungsausschluss|transparenzhinweis|offenlegung|dieser beitrag enthält
        dieser artikel enthält|enthält werbung|werbung. dieser|werbung, da|bei den verlinkungen|was sind cookies|was ist ein cookie|die in diesem beitrag|die meinung|letzte aktualisierung am
        todos los derechos|todos os direitos|tous droits|tutti i diritti|wszelkie prawa|alle rechten|все права|prohibida la|reproduction interdite
        """);

    /// <summary>Whether a text begins by pointing elsewhere, and goes on with a new word, if at all.</summary>
    public static bool Points(string text) => Begins(text.Trim().TrimStart('»', '›', '>', '-', '–', '—', '•', '*', '(', '[', '©', '+', '→', '▶', ' '), Pointers);

    /// <summary>Whether a text begins like a notice on rights, cookies or advertising.</summary>
    public static bool Notes(string text) => Begins(text.Trim().TrimStart('*', '(', '[', '-', '–', ' '), Notices);

    private static bool Begins(string text, FrozenDictionary<string, string[]> byFirstWord)
    {
        text = text.ToLowerInvariant();
        return byFirstWord.TryGetValue(FirstWord(text), out var phrases)
            && Array.Exists(phrases, p => text.StartsWith(p, StringComparison.Ordinal) && (text.Length == p.Length || !char.IsLetterOrDigit(p[^1]) || !char.IsLetterOrDigit(text[p.Length])));
    }

    /// <summary>By their first words, so that few are compared.</summary>
    private static FrozenDictionary<string, string[]> ByFirstWord(string phrases) =>
        phrases.Split((char[])['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .GroupBy(FirstWord, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':', '!');
        return end < 0 ? text : text[..end];
    }
}
