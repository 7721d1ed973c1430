"""Japanese."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Japanese",
    codes="ja",
    magnitudes="1e4 万; 1e8 億; 1e12 兆",
    percent="パーセント",
    negative_runs="ない なか ません ぬ",
    elsewhere="ぬ",
    modals="かもしれない べき だろう でしょう",
    note_headings="脚註; 出典; 参考; 出典・参考文献; 参考文献; 注釈; 脚注",
    note_words="脚註",
    accessed="(?:最終)?(?:閲覧|アクセス)日?|参照日",
    accessed_behind="に?(?:閲覧|アクセス|参照)",
    same_source="前掲",
    page_not_found=r"(?:お探しの)?(?:ページ|記事)(?:が|は)(?:見つかりません\w*|存在しません|ありません|削除され\w*)",
    page_login="^ログイン",
    page_parked="このドメインは",
)
