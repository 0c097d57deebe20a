namespace WebQA.Policies.Ranking.Features;

/// <summary>What the policy measures of a sentence. The order and the definitions are feature version 1; a change makes version 2.</summary>
/// <remarks>No feature names a host: pages are judged by what they say and how.</remarks>
internal enum SentenceFeature
{
    /// <summary>Cosine to the question, −1 to 1; so are the other cosines.</summary>
    QuestionCosine,

    /// <summary>Cosine of its paragraph, list item or table row.</summary>
    BlockCosine,

    /// <summary>Cosine of all that stands under its heading.</summary>
    SectionCosine,

    /// <summary>Cosine of its heading; 0 without one.</summary>
    HeadingCosine,

    /// <summary>The best cosine of a passage of about 100 words on its page.</summary>
    PassageCosine,

    /// <summary>Cosine of its page's title.</summary>
    TitleCosine,

    /// <summary>Natural logarithm of its words.</summary>
    LogWords,

    /// <summary>1 under 8 words.</summary>
    IsShort,

    /// <summary>1 where its block begins within 60 words of the page's top.</summary>
    IsNearTop,

    /// <summary>0 at the top of the page to 1 at its end.</summary>
    RelativePosition,

    /// <summary>1 for the last sentence of a block of several.</summary>
    IsLastOfBlock,

    /// <summary>1 where it holds a link.</summary>
    HoldsLink,

    /// <summary>1 where it speaks of other pages or of this one as a page ("see also", "this article").</summary>
    PointsElsewhere,

    /// <summary>1 in a caption, in code, or in brackets of its own.</summary>
    IsAside,

    /// <summary>1 in a list: writers put what they have established into lists.</summary>
    IsListItem,

    /// <summary>1 where it asks.</summary>
    IsQuestion,

    /// <summary>1 where the writer speaks of themselves.</summary>
    IsFirstPerson,

    /// <summary>1 with a word such as "study", "measured", "trial".</summary>
    HasEvidenceWord,

    /// <summary>1 with a negation.</summary>
    HasNegation,

    /// <summary>1 with a word such as "because", "therefore".</summary>
    HasCause,

    /// <summary>1 with a digit.</summary>
    HasDigit,

    /// <summary>1 with a word such as "myth", "legend", "misconception".</summary>
    HasMythWord,

    /// <summary>How much the page looks like a forum thread, 0 to 1.</summary>
    PageForum,

    /// <summary>Exclamation marks per 100 words of the page.</summary>
    PageExclamations,

    /// <summary>First-person words per 100 words of the page.</summary>
    PageFirstPerson,

    /// <summary>Probability, 0 to 1, that the page is a weak source by its tone.</summary>
    PageWeak,
}
