namespace StatusBot.Catalog.Text;

/// <summary>What is misspelt by everybody, in the spelling of the dictionary: 않됬는데, 만아서, 차을 수 없읍니다.</summary>
public static class KoreanSpelling
{
    // 않 goes with the endings of a verb; before anything else 안 was meant.
    private const string EndingsOfNot = "는아음고습았은을나네던지도게다으냐니거기";

    private static readonly (string Wrong, string Right)[] Misspelt =
    [
        ("됬", "됐"), ("읍니다", "습니다"), ("있슴", "있음"), ("없슴", "없음"), ("업슴", "없음"), ("업읍", "없습"), ("업습니", "없습니"), ("업다고", "없다고"),
        ("업어요", "없어요"), ("업네요", "없네요"), ("업는데", "없는데"), ("만아서", "많아서"), ("만아요", "많아요"), ("만아 ", "많아 "), ("만음", "많음"), ("마나서", "많아서"), ("차을", "찾을"), ("차즐", "찾을"),
        ("찻을", "찾을"), ("찻아", "찾아"), ("못찻", "못찾"), ("못차자", "못찾아"), ("끈겨", "끊겨"), ("끈김", "끊김"), ("끈기", "끊기"), ("끈어", "끊어"), ("끈켜", "끊겨"),
        ("막켜", "막혀"), ("막킴", "막힘"), ("마킴", "막힘"), ("닷혀", "닫혀"), ("다쳐있", "닫혀있"), ("멈쳐", "멈춰"), ("멈쳤", "멈췄"), ("바꼈", "바뀌었"), ("할께", "할게"), ("몃번", "몇번"),
        ("되있", "돼있"), ("되요", "돼요"), ("되서", "돼서"), ("됀", "된"), ("됄", "될"), ("됌", "됨"), ("어떻해", "어떡해"), ("몰르", "모르"),
        ("안대요", "안돼요"), ("안댐", "안됨"), ("안되여", "안돼요"), ("댓는데", "됐는데"), ("됫", "됐"), ("갑짜기", "갑자기"), ("갑작이", "갑자기"), ("오레", "오래"),
        ("재데로", "제대로"), ("제데로", "제대로"), ("계쏙", "계속"), ("게속", "계속"), ("짤려", "잘려"), ("짤림", "잘림"), ("짤렸", "잘렸"), ("잠궈", "잠가"), ("잠궜", "잠갔"),
    ];

    /// <summary>The text in its right spelling.</summary>
    public static string Correct(string text)
    {
        foreach (var (wrong, right) in Misspelt)
            text = text.Replace(wrong, right, StringComparison.Ordinal);
        for (var at = text.IndexOf('않'); at >= 0; at = text.IndexOf('않', at + 1))
        {
            if (at + 1 < text.Length && Hangul.IsSyllable(text[at + 1]) && !EndingsOfNot.Contains(text[at + 1], StringComparison.Ordinal))
                text = $"{text[..at]}안{text[(at + 1)..]}";
        }

        return text;
    }
}
