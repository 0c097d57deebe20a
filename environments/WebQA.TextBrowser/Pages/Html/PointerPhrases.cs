using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>What a page says before it points elsewhere: "Read more", "Related", "Comments", in the languages that the web is mostly written in.</summary>
internal static class PointerPhrases
{
    private const int MaxLength = 60;

    /// <summary>By their first words, so that few are compared.</summary>
    private static readonly FrozenDictionary<string, string[]> ByFirstWord =
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
        lees ook|lees meer|lees verder|gerelateerd|reacties|läs också|läs mer|les også|læs også|читайте также|смотрите также|комментарии|čtěte také|přečtěte si
        """
            .Split((char[])['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .GroupBy(FirstWord, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a text begins with such a phrase and goes on with a new word, if at all.</summary>
    public static bool Begins(string text)
    {
        text = text.Trim().TrimStart('»', '›', '>', '-', '–', '—', '•', '*', '(', '[', '©', '+', '→', '▶', ' ').ToLowerInvariant();
        return ByFirstWord.TryGetValue(FirstWord(text), out var phrases)
            && Array.Exists(phrases, p => text.StartsWith(p, StringComparison.Ordinal) && (text.Length == p.Length || p[^1] == ':' || !char.IsLetterOrDigit(text[p.Length])));
    }

    /// <summary>The first words of a subtree, enough to know a phrase by; white space folded.</summary>
    public static string Beginning(PageTree tree, int index)
    {
        var text = string.Empty;
        for (var i = index; i < tree.Nodes[index].End && text.Length < MaxLength; i++)
        {
            if (tree.Nodes[i].IsHidden || ElementNames.Silent.Contains(tree.Nodes[i].Name))
            {
                i = tree.Nodes[i].End - 1;
            }
            else if (tree.Nodes[i].Text is { Length: > 0 } words)
            {
                text += PageCharacters.OneLine(words.Length > 4 * MaxLength ? words[..(4 * MaxLength)] : words) + " ";
            }
        }
        return text.TrimEnd();
    }

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':', '!');
        return end < 0 ? text : text[..end];
    }
}
