"""Belarusian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Belarusian",
    codes="be",
    months="студзень студзеня; люты лютага; сакавік сакавіка; красавік красавіка; май мая; чэрвень чэрвеня; "
    "ліпень ліпеня; жнівень жніўня; верасень верасня; кастрычнік кастрычніка; лістапад лістапада; снежань снежня",
    magnitudes="1e3 тысяч тысячы; 1e6 мільён мільёна мільёнаў; 1e9 мільярд мільярда мільярдаў",
    percent="працэнт працэнта працэнтаў",
    negations="не ні без няма ніколі ніхто нічога",
    negative_prefixes="не бес без",
    modals="можа могуць павінен павінна магчыма",
    qualifiers="толькі амаль каля некаторыя часта",
    note_headings="заўвагі; крыніцы; спасылкі; літаратура",
    accessed="дата (?:доступу|звароту)",
    see=r"гл\.|глядзі",
    same_source="тамсама",
    earlier_source=r"указ\.\s?(?:тв|прац)",
    numbered_source="зноск[ау]|заўваг[ау]",
    above="вышэй",
    below="ніжэй",
    pages=r"сс?\.|стар\.",
    chapters=r"гл\.|раздз\.",
    volumes=r"т\.|№|вып\.",
    between_authors="і|ды",
    other_authors=r"і інш\.?|ды інш\.?",
    page_not_found="старонка не знойдзена",
)
