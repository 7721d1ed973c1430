"""The words that begin a list of notes, in many languages.

In: one line. Out: whether it says nothing else. Case, numbering, colon and dashes around it do not count.
"""

from __future__ import annotations

import re

_LONGEST = 48
# Languages: headings, divided by semicolons.
_BY_LANGUAGE = {
    "English": (
        "notes; note; footnotes; footnote; endnotes; end notes; references; reference; sources; citations; "
        "bibliography; works cited; notes and references; references and notes; sources and notes; notes and "
        "sources; references and sources; literature; literature cited; sidenotes; reference list; links; "
        "further references; sources and further reading; cited works; references & notes; notes & "
        "references; sources cited; source"
    ),
    "Turkish": "kaynakça; kaynaklar; notlar; dipnotlar; dipnot; son notlar; sonnotlar; kaynak; referanslar; atıflar",
    "Russian, Ukrainian, Bulgarian, Serbian": (
        "примечания; сноски; литература; источники; ссылки; список литературы; примітки; джерела; посилання; "
        "виноски; бележки; източници; напомене; референце"
    ),
    "German": (
        "anmerkungen; fußnoten; fussnoten; endnoten; einzelnachweise; quellen; quellenangaben; literatur; "
        "literaturverzeichnis; nachweise; belege; quellenverzeichnis; anmerkung; fußnote; quellen und "
        "anmerkungen; anmerkungen und einzelnachweise; referenzen"
    ),
    "French": (
        "notes de bas de page; notes et références; références; sources; bibliographie; notes de fin; "
        "renvois; notes et sources; ouvrages cités"
    ),
    "Spanish, Portuguese, Catalan, Galician": (
        "notas; referencias; fuentes; bibliografía; notas al pie; notas a pie de página; citas; notas y "
        "referencias; referências; notas de rodapé; fontes; bibliografia; notas e referências; referências "
        "bibliográficas; referencias bibliográficas; notes i referències; referències"
    ),
    "Italian": "note a piè di pagina; riferimenti; fonti; note e riferimenti; riferimenti bibliografici",
    "Dutch, Afrikaans": (
        "noten; voetnoten; bronnen; referenties; eindnoten; bronvermelding; literatuur; noten en referenties; "
        "verwysings; bronnen, noten en/of referenties"
    ),
    "Polish, Czech, Slovak, Slovene, Croatian": (
        "przypisy; źródła; bibliografia; odnośniki; uwagi; poznámky; reference; zdroje; odkazy; literatura; "
        "poznámky pod čarou; referencie; opombe; viri; bilješke; izvori"
    ),
    "Nordic, Baltic, Finnish": (
        "noter; fotnoter; referenser; källor; referencer; kilder; fodnoter; referanser; sluttnoter; viitteet; "
        "lähteet; alaviitteet; heimildir; viited; allikad; atsauces; išnašos; šaltiniai"
    ),
    "Hungarian, Romanian, Greek, Albanian": (
        "jegyzetek; lábjegyzetek; források; hivatkozások; note de subsol; referințe; surse; υποσημειώσεις; "
        "παραπομπές; σημειώσεις; πηγές; βιβλιογραφία; referime; burime"
    ),
    "Arabic, Persian, Hebrew": (
        "المراجع; الهوامش; المصادر; مراجع; هوامش; حواشي; الحواشي; منابع; پانویس; پانویس‌ها; پی‌نوشت; "
        "پی‌نوشت‌ها; یادداشت‌ها; ارجاعات; הערות שוליים; הערות; מקורות"
    ),
    "Chinese, Japanese, Korean, Vietnamese, Indonesian": (
        "注释; 註釋; 注解; 脚注; 腳註; 脚註; 参考文献; 參考文獻; 參考資料; 参考资料; 尾注; "
        "引用; 注; 註; 出典; 参考; 出典・参考文献; 각주; 주석; 참고 문헌; 참고문헌; "
        "출처; chú thích; tham khảo; nguồn; catatan kaki; referensi; catatan; daftar pustaka"
    ),
}
NOTE_HEADINGS = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split("; "))
_DRESS = re.compile(r"^[\s\d.\-–—=_*#•:\[\]()|]*?(?=[^\W\d_])|[\s\-–—=_*:.\[\]()|¶#]+$")
# What wikis put behind a heading.
_BUTTONS = ("[edit]", "[edit source]", "[modifier]", "[bearbeiten]", "[править]", "[modifica]", "[edytuj]")


def is_note_heading(text: str) -> bool:
    """Whether these words alone begin a list of notes.

    >>> is_note_heading("References -"), is_note_heading("7. NOTES:"), is_note_heading("Notes from the field")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = text.strip().casefold()
    for button in _BUTTONS:
        plain = plain.removesuffix(button)
    return _DRESS.sub("", _DRESS.sub("", plain)) in NOTE_HEADINGS
