"""Chinese."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Chinese",
    codes="zh yue wuu",
    numbers="1 一; 2 二 两 兩; 3 三; 4 四; 5 五; 6 六; 7 七; 8 八; 9 九; 10 十; 100 百; 1000 千",
    magnitudes="1e4 万 萬; 1e8 亿 億",
    negations="不 没 沒 无 無 非 未 勿",
    negative_runs="不 没 沒 无 無 非 未",
    modals="可能 也许 也許 必须 必須 应该 應該 会 會",
    qualifiers="只 仅 僅 几乎 幾乎 一些 大多",
    note_headings="注释; 註釋; 注解; 脚注; 腳註; 参考文献; 參考文獻; 參考資料; 参考资料; 尾注; 引用; 注; 註; 参考",
    note_words="注释|註釋|注|註|脚注",
    accessed="(?:最后|最後)?(?:访问|訪問|检索|檢索|查阅|查閱|浏览|瀏覽|存取)(?:日期|时间|時間|于|於)",
    accessed_behind="查阅|查閱|访问|訪問|检索|檢索|浏览|瀏覽",
    same_source="同上",
    page_not_found="(?:页面|网页|頁面|网頁|文章|内容)[^。]{0,12}(?:不存在|未找到|找不到|已(?:被)?删除|已(?:被)?刪除|無法找到)|"
    "找不到(?:页面|網頁|頁面|该页)",
    page_challenge="请完成(?:安全)?验证|人机验证",
    page_login="^登录",
    page_parked="域名(?:出售|停放)",
)
