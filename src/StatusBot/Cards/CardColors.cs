using StatusBot.Catalog;
using StatusBot.Conversation;

namespace StatusBot.Cards;

/// <summary>The colour of a class.</summary>
internal static class CardColors
{
    public static CardColor Of(StatusClass value) => value switch
    {
        StatusClass.Informational => CardColor.Informational,
        StatusClass.Successful => CardColor.Successful,
        StatusClass.Redirection => CardColor.Redirection,
        StatusClass.ClientError => CardColor.ClientError,
        StatusClass.ServerError => CardColor.ServerError,
        _ => CardColor.Other,
    };
}
