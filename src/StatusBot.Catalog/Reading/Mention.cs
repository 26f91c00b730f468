namespace StatusBot.Catalog.Reading;

/// <summary>What a status code does where it stands.</summary>
public enum MentionRole
{
    /// <summary>It was answered to whoever asked, by the side that wrote the line.</summary>
    Answered,

    /// <summary>A proxy got it from the server behind it.</summary>
    FromUpstream,

    /// <summary>It is spoken of, expected, configured or programmed.</summary>
    Spoken,
}

/// <summary>A status code that stands in a text.</summary>
/// <param name="Code">The number.</param>
/// <param name="Role">What it does there.</param>
/// <param name="Line">The number of its line, from 0.</param>
public readonly record struct Mention(int Code, MentionRole Role, int Line);
