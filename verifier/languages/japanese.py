"""Japanese."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Japanese",
    codes="ja",
    archived="(?:オリジナルの?)?(?:より)?アーカイブ",
    introductions="参照|および|及び|と",
    pointers=r"参照|詳しくは|詳細は",
    magnitudes="1e4 万; 1e8 億; 1e12 兆",
    ones_follow_ten=True,
    percent_phrases="パーセント",
    negative_runs="ない なか ません ぬ",
    elsewhere="ぬ",
    modals="かもしれない べき だろう でしょう",
    note_headings="脚註; 出典; 参考; 出典・参考文献; 参考文献; 注釈; 脚注",
    note_words="脚註",
    accessed="(?:最終)?(?:閲覧|アクセス)日?|参照日|最終(?:閲覧|アクセス|確認)日?|(?:閲覧|アクセス|確認)(?:日|日時)?|取得日|アクセス日時|参照(?:日時)?",
    accessed_behind="に?(?:閲覧|アクセス|参照)|に?(?:確認|取得|最終閲覧)",
    see="を?参照|参考",
    same_source="同上|同書|同論文|同前",
    and_others="ほか|他",
    address_cues="入手先|URL",
    earlier_source="前掲(?:書|論文|記事)?|前出",
    numbered_source="脚?注|脚?註",
    above="前掲|前出|上記|前",
    below="後掲|後出",
    pages_behind="頁|ページ",
    paragraphs_behind="段落",
    sections_behind="節",
    chapters_behind="章",
    volumes_behind="巻|号",
    no_date=r"出版年不明|日付なし|n\.d\.",
    between_authors="と|および|及び",
    other_authors="ほか|他|ら",
    cited_within="より引用|からの?孫引き",
    unpublished="印刷中|近刊",
    organisations=r"\w*(?:省|庁|研究所|協会|機構|新聞社?)",
    no_authors=r"[図表]\s?\d+",
    speech=r"述べ\w*|語\w+|話し\w*|言\w+|説明し\w*|指摘し\w*",
    editors_notes=r"(?:原文)?ママ|原文のまま|(?:傍線|傍点|強調|下線|太字|ゴシック|斜体|訳|翻訳|圏点|筆者|引用者|著者|原文)[^\])]{0,20}",
    left_out="略|中略|前略|後略|以下略|省略",
    turning="ただし|但し|しかし|もし|が、|けれど|除いて|限り|場合を除|ものの|とは(?:思|言|考え|限|いえ)",
    page_not_found=r"(?:お探しの)?(?:ページ|記事)(?:が|は)(?:見つかりません\w*|存在しません|ありません|削除され\w*)",
    page_login="^ログイン",
    page_parked="このドメインは",
    page_cut=(
        "続きを読むには|"
        "(?:この記事は|こちらは)[^。]{0,10}(?:会員|購読者)限定|有料会員(?:限定|になると)|"
        "残り ?[0-9０-９,]+ ?(?:文字|字|%)"
    ),
    page_cut_words="続き; 限定; 有料会員; 残り",
    page_removed=(
        "(?:この)?(?:動画|投稿|アカウント|コンテンツ|ツイート|ポスト)(?:は|が)?"
        "(?:再生できません|削除され(?:ました|ています)|利用できません|凍結されて(?:います)?|"
        "ご利用いただけません|非公開です|存在しません)"
    ),
    page_loading="読み込み中|ロード中|お待ちください",
    page_of=r"\d+ ?/ ?\d+ ?ページ",
    page_consent_words="クッキー|同意|個人情報|プライバシー|広告",
    directions="拍手|笑|笑い|爆笑|歓声|一同笑",
    page_related="関連記事; あわせて読みたい; こちらもおすすめ; 関連ニュース; おすすめ記事; 人気記事; 続きを読む; 関連リンク",
    page_comments="コメント; コメント欄; コメントを残す; みんなのコメント",
    page_numbering="頁 ページ 第",
    page_lines=(
        "広告; 広告の後に続きます; 記事は広告の後に続きます; 続きは広告の後; スポンサーリンク; "
        "シェア; シェアする; この記事をシェア; 記事を共有; 印刷; 登録; トップへ戻る; 極秘; "
        "案; 草稿; 社外秘"
    ),
    page_stamps="からダウンロード; 無断転載を禁じます; 次ページへ続く; ダウンロード元",
    page_redirecting=r"自動的に(?:移動|転送|ジャンプ)します|リダイレクトしています",
    page_labels=r"(?:広告|スポンサーリンク|記事は広告の後に続きます|PR)",
    source_cues="(?:出典|参考|リンク|ソース)",
    page_elsewhere_only=(
        "お住まいの(?:国|地域)(?:で|から)は|お住まいの地域[^。]{0,12}(?:ご利用|ご覧|視聴)|(?:国外|海外)からは?(?:ご利用|アクセス|視聴)[^。]{0,8}(?:できません|"
        "いただけません)"
    ),
    page_consent="続行する前に|プライバシー(?:の|に関する)(?:選択|設定)",
    page_paywall="有料会員(?:限定|の方)|会員限定記事",
    page_maintenance="メンテナンス(?:中|のお知らせ)|ただいまメンテナンス",
    page_needs_script="javascript ?を有効に",
    page_not_there="お探しの(?:ページ|記事)(?:は|が)",
    page_age="(?:18|20)歳以上ですか|年齢(?:確認|認証)",
    below_zero="氷点下|零下|マイナス",
    opposites=(
        "増加 上昇 増えた 増え / 減少 下落 低下 減った 減り; 承認 可決 / 否決 却下; "
        "以前 / 以後 以降; 多数 / 少数; 許可 / 禁止; 開館 / 閉館"
    ),
)
