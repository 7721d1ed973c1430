"""References in the styles of many trades and languages, and notes that cite several works."""

from __future__ import annotations

from types import EllipsisType

import pytest

from verifier.citations import find_citations
from verifier.model import Note, NoteKind

Field = str | EllipsisType | None


def note(text: str) -> Note:
    """A note whose words between asterisks stand in italics."""
    parts = text.split("*")
    italics = [(sum(map(len, parts[:i])), sum(map(len, parts[: i + 1]))) for i in range(1, len(parts), 2)]
    return Note("1", NoteKind.FOOTNOTE, "".join(parts), emphasis=tuple(italics))


# The reference; its title, author, site, issued, accessed, url; `...` where it is not asked.
STYLES: dict[str, tuple[Field, ...]] = {
    "On “closing the gates,” see Ilse Kern, “Loud Gates,” Gate Review, 2011, https://x.example/9.": ("Loud Gates", "Ilse Kern", "Gate Review", "2011", None, "https://x.example/9"),
    "Hask, Tora. Gates. Varn: W. W. Lock & Company, 2000. Print.": ("Gates", "Hask, Tora", "Varn: W. W. Lock & Company", "2000", None, None),
    "---. Salt Roads. Varn: Lock House, Inc., 1977. Print.": ("Salt Roads", None, ..., "1977", None, None),
    "———. 1994. Salt Roads. Varn: Lock House.": ("Salt Roads", None, "Varn: Lock House", "1994", None, None),
    "Hask, Tora. Artificial Light: Its Gates. The Lock Co., 1920. Web. 13 May 2012.": ("Artificial Light: Its Gates", "Hask, Tora", ..., "1920", "2012-05-13", None),
    'Hask, Tora. "Loud Gates." Gate Review 51.3 (1943): 31-46. Web. 3 June 2014.': ("Loud Gates", "Hask, Tora", "Gate Review", "1943", "2014-06-03", None),
    "Vgl. Grete Ahl, Der Kai. Eine Geschichte, 2. Aufl., Kiel: Förde 1998, S. 23.": ("Der Kai. Eine Geschichte", "Grete Ahl", "Kiel: Förde", "1998", None, None),
    "Ayşe Demir, Limanın Tarihi, 3. baskı, Dalga Yayınları, İstanbul, 2008, s. 44.": ("Limanın Tarihi", "Ayşe Demir", "Dalga Yayınları", "2008", None, None),
    "K. Pohl, Rope and Salt, 2nd ed. London, U.K.: Dock, 2004, pp. 14–20.": ("Rope and Salt", "K. Pohl", "London", "2004", None, None),
    "Bisi Oye. 2001. “Counting.” Gate Review 4: 10–31.": ("Counting", "Bisi Oye", "Gate Review", "2001", None, None),
    "Paul Lys, Les Ponts, Paris, Flot, 2005, p. 44.": ("Les Ponts", "Paul Lys", ..., "2005", None, None),
    "Ewa Lis, Ryby, Wydawnictwo Fala, Varn 2009, s. 17.": ("Ryby", "Ewa Lis", "Wydawnictwo Fala", "2009", None, None),
    "Marc Bret, Anne Roy, La Digue, Paris, 1998.": ("La Digue", "Marc Bret, Anne Roy", ..., "1998", None, None),
    "García Varn, Ilse, Muelles rojos, Madrid, Alba, 1998.": ("Muelles rojos", "García Varn, Ilse", ..., "1998", None, None),
    "P. Strand and A. Roe, Rope. Oss: Pier, 2003.": ("Rope", "P. Strand and A. Roe", "Oss: Pier", "2003", None, None),
    "דן לביא, שערי הנמל, הוצאת גל, 2009, עמ' 14.": ("שערי הנמל", "דן לביא", "הוצאת גל", "2009", None, None),
    "سلمى الحداد، أبواب الميناء، دار الموج، 2013، ص 21.": ("أبواب الميناء", "سلمى الحداد", "دار الموج", "2013", None, None),
    "佐藤花『門の歴史』青波社、2019年、12頁。": ("門の歴史", "佐藤花", "青波社", "2019", None, None),
    "이도윤, 「문」, 『문 연구』, 2018, https://x.example/7 (검색일: 2020. 3. 4.).": ("문", "이도윤", "문 연구", "2018", "2020-03-04", "https://x.example/7"),
    "Letter of 3 March 1961, quoted in Ilse Kern, “Loud Gates”, Gate Review, 2 May 2010, https://x.example/8.": ("Loud Gates", "Ilse Kern", "Gate Review", "2010-05-02", None, "https://x.example/8"),
    "Brief vom 3. Mai 1912, zit. nach: Hans Kern, Die Tore, Varn 1999, S. 10.": ("Die Tore", "Hans Kern", ..., "1999", None, None),
    "Dahl, T., 2017. Release notes: a lamp. Gate Review, 28 September 2017. Available at https://gates.example/x [Last accessed 30 June 2021].": (
        "Release notes: a lamp", "Dahl, T.", "Gate Review", "2017-09-28", "2021-06-30", "https://gates.example/x",
    ),
    "Dahl, T. and Roe, J., 2015. Our first lamp! And more. Gate Review, 12(3), pp.4-9.": ("Our first lamp! And more", "Dahl, T. and Roe, J.", "Gate Review", "2015", None, None),
    "DAHL, T., ROE, J. and KERN, I., 2015. Lamps. Oss: Pier. https://x.example/1": ("Lamps", "DAHL, T., ROE, J. and KERN, I.", ..., "2015", None, "https://x.example/1"),
    "World Gate Organization, 2019. Report on lamps. https://x.example/2": ("Report on lamps", "World Gate Organization", None, "2019", None, "https://x.example/2"),
    "Tally Institute 2011. Lamps of the year. https://x.example/3": ("Lamps of the year", "Tally Institute", None, "2011", None, "https://x.example/3"),
    "Roe, J., Vesper, K. (Eds.), 2014. Gates and rivers. Lock House, Varn. https://x.example/4": ("Gates and rivers", "Roe, J., Vesper, K.", "Lock House", "2014", None, "https://x.example/4"),
    "Roe, J., and K. Vesper, eds. 2014. *Gates and Rivers*. Varn: Lock House.": ("Gates and Rivers", "Roe, J., and K. Vesper, eds", ..., "2014", None, None),
    "Hask, T. (ed.) 2011. Salt roads. Varn: Lock House.": ("Salt roads", "Hask, T.", ..., "2011", None, None),
    "Hask, T. [2011]: Salt roads. Varn. https://x.example/6": ("Salt roads", "Hask, T.", "Varn", "2011", None, "https://x.example/6"),
    "Hask, T. S. 2011. Salt roads. Varn: Lock House.": ("Salt roads", "Hask, T. S.", ..., "2011", None, None),
    "Marrant, O. S. 2011b. *Loud Gates*. Varn: Lock House.": ("Loud Gates", "Marrant, O. S.", ..., "2011", None, None),
    "Kern, I. P. 2013. “Three keepers.” In *Gates*, Varn, July 2–4, 2010, ed. J. Roe. Varn: Pier.": ("Three keepers", "Kern, I. P.", ..., "2013", None, None),
    'Torvald, Ilse (May 2, 2009). "Harbour Fees Rise Again" <https://tally.example/a>. The Daily Tally. Selm: Tally Media. p. A4. Retrieved June 7, 2011.': (
        "Harbour Fees Rise Again", "Torvald, Ilse", "The Daily Tally", "2009-05-02", "2011-06-07", "https://tally.example/a",
    ),
    'Torvald, Ilse; Menk, Jo; et al. (2009). "Harbour fees: a review" (PDF) <https://tally.example/b.pdf>. Journal of Quays. 12 (3): 44–51. doi:10.1000/jq.12.': (
        "Harbour fees: a review", "Torvald, Ilse; Menk, Jo; et al", "Journal of Quays", "2009", None, ...,
    ),
    '"Harbour Office Annual Report 2014" (Press release) <https://office.example/r>. Harbour Office. March 5, 2015. Archived from the original <https://office.example/old> on 3 May 2016. Retrieved 4 June 2017.': (
        "Harbour Office Annual Report 2014", None, "Harbour Office", "2015-03-05", "2017-06-04", "https://office.example/r",
    ),
    'Torvald, Ilse. "Who Owns the Quay?" <https://tally.example/c>. tally.example. Retrieved 2019-03-04.': (
        "Who Owns the Quay?", "Torvald, Ilse", "tally.example", None, "2019-03-04", "https://tally.example/c",
    ),
    "Menk, J. (2011). Harbours of the South. Selm: Quill Press. pp. 12–14. ISBN 978-0-00-000000-2.": (
        "Harbours of the South", "Menk, J.", ..., "2011", None, None,
    ),
    'Torvald, I. (12 March 2011), "Tides and Tolls" <https://tally.example/d>, Daily Tally, London, retrieved 12 May 2012': (
        "Tides and Tolls", "Torvald, I.", "Daily Tally", "2011-03-12", "2012-05-12", "https://tally.example/d",
    ),
    "Jo Menk (June 2010). Tides & Tolls: The Story (Documentary) <https://film.example/t>. Selm Film Board. Event occurs at 12:30.": (
        "Tides & Tolls: The Story", "Jo Menk", "Selm Film Board", "2010-06", None, "https://film.example/t",
    ),
    'Staff (January 4, 2012). "Briefly: tolls" <https://tally.example/e>. AP via The Daily Tally.': (
        "Briefly: tolls", "Staff", ..., "2012-01-04", None, "https://tally.example/e",
    ),
    "Ilse Torvald: Die Zölle am Kai. <https://blatt.example/a> In: Selmer Blatt. 3. Mai 2011, S. 4, abgerufen am 4. Juni 2012.": (
        "Die Zölle am Kai.", "Ilse Torvald", "Selmer Blatt", "2011-05-03", "2012-06-04", "https://blatt.example/a",
    ),
    "Die Zölle am Kai (PDF; 1,2 MB) <https://amt.example/z.pdf> Hafenamt Selm, abgerufen am 4. Juni 2012.": (
        "Die Zölle am Kai", None, "Hafenamt Selm", None, "2012-06-04", "https://amt.example/z.pdf",
    ),
    "Ilse Torvald, Jo Menk: Kaimauern. Geschichte und Gegenwart. Quellverlag, Selm 2004, ISBN 3-00-000000-2, S. 45–47.": (
        "Kaimauern", "Ilse Torvald, Jo Menk", ..., "2004", None, None,
    ),
    "I. Torvald u. a.: Zölle am Meer. In: Zeitschrift für Hafenkunde. Band 12, Nr. 3, 2004, S. 45–67, doi:10.1000/zh.12.": (
        "Zölle am Meer", "I. Torvald u. a.", "Zeitschrift für Hafenkunde", "2004", None, "https://doi.org/10.1000/zh.12",
    ),
    "Hafenamt Selm (Hrsg.): Jahresbericht 2011. Selm 2012 (online <https://amt.example/j> [PDF]).": (
        "Jahresbericht 2011", "Hafenamt Selm", ..., "2012", None, "https://amt.example/j",
    ),
    "Vgl. Torvald, Ilse: „Zölle ohne Ende?“, in: Die Woche Selm Nr. 12 vom 3.5.2011, S. 3 (https://woche.example/z, letzter Zugriff: 04.06.2012).": (
        "Zölle ohne Ende?", "Torvald, Ilse", "Die Woche Selm", "2011-05-03", "2012-06-04", "https://woche.example/z",
    ),
    "»Zölle ohne Ende«, Selmer Rundfunk, 3.5.2011, https://rundfunk.example/z [04.06.2012]": (
        "Zölle ohne Ende", None, "Selmer Rundfunk", "2011-05-03", "2012-06-04", "https://rundfunk.example/z",
    ),
    "Torvald, I./Menk, J. (2011): Zölle am Kai, in: Hafenforschung, 12. Jg., H. 3, S. 45-67, https://hf.example/12 (Stand: 04.06.2012).": (
        "Zölle am Kai", "Torvald, I./Menk, J.", "Hafenforschung", "2011", "2012-06-04", "https://hf.example/12",
    ),
    "Statistisches Amt Selm: Umschlag im Hafen nach Monaten, URL: https://amt.example/u (Abruf am 4.6.2012).": (
        "Umschlag im Hafen nach Monaten", "Statistisches Amt Selm", None, None, "2012-06-04", "https://amt.example/u",
    ),
    "Ilse Torvald, « Les péages du quai » <https://courrier.example/p>, sur Le Courrier de Selm, 3 mai 2011 (consulté le 4 juin 2012).": (
        "Les péages du quai", "Ilse Torvald", "Le Courrier de Selm", "2011-05-03", "2012-06-04", "https://courrier.example/p",
    ),
    "(en) Ilse Torvald et Jo Menk, « Harbour fees », Journal of Quays, vol. 12, no 3,‎ mai 2011, p. 45-67 (DOI 10.1000/jq.12, lire en ligne <https://jq.example/12>)": (
        "Harbour fees", "Ilse Torvald et Jo Menk", "Journal of Quays", "2011-05", None, ...,
    ),
    "Ilse Torvald, Les quais du Sud, Paris, Éditions du Phare, coll. « Rivages », 2004, 312 p. (ISBN 2-00-000000-0), p. 45.": (
        "Les quais du Sud", "Ilse Torvald", ..., "2004", None, None,
    ),
    "TORVALD Ilse, « Péages : la colère », Le Courrier, 3 mai 2011. [En ligne] https://courrier.example/c [consulté le 4 juin 2012]": (
        "Péages : la colère", "TORVALD Ilse", "Le Courrier", "2011-05-03", "2012-06-04", "https://courrier.example/c",
    ),
    "Voir Jo Menk, *Les quais du Sud*, 2004, https://phare.example/q (page consultée le 4 juin 2012).": (
        "Les quais du Sud", "Jo Menk", None, "2004", "2012-06-04", "https://phare.example/q",
    ),
    "[PDF] Rapport annuel du port <https://port.example/r.pdf>, Port de Selm, 2011": (
        "Rapport annuel du port", None, "Port de Selm", "2011", None, "https://port.example/r.pdf",
    ),
    "Torvald, Ilse (3 de mayo de 2011). «Peajes del muelle» <https://correo.example/p>. El Correo de Selm (en inglés). Archivado desde el original <https://web.archive.org/web/20120101000000/https://correo.example/p> el 1 de enero de 2012. Consultado el 4 de junio de 2012.": (
        "Peajes del muelle", "Torvald, Ilse", "El Correo de Selm", "2011-05-03", "2012-06-04", "https://correo.example/p",
    ),
    'Torvald, Ilse: "Peajes sin fin", El Correo, 3/05/2011. Disponible en: https://correo.example/s (Fecha de consulta: 04/06/2012).': (
        "Peajes sin fin", "Torvald, Ilse", "El Correo", "2011-05-03", "2012-06-04", "https://correo.example/s",
    ),
    "Torvald, I. y Menk, J. (2011). Los muelles del sur. Revista de Puertos, 12(3), 45-67. Recuperado el 4 de junio de 2012, de https://rp.example/12": (
        "Los muelles del sur", "Torvald, I. y Menk, J.", "Revista de Puertos", "2011", "2012-06-04", "https://rp.example/12",
    ),
    "TORVALD, I.; MENK, J. Os cais do sul. Revista dos Portos, Selm, v. 12, n. 3, p. 45-67, maio 2011. Disponível em: <https://rp.example/p12>. Acesso em: 4 jun. 2012.": (
        "Os cais do sul", "TORVALD, I.; MENK, J.", "Revista dos Portos", "2011-05", "2012-06-04", "https://rp.example/p12",
    ),
    "PORTO DE SELM. Relatório anual 2011. Selm: Porto de Selm, 2012. Disponível em: https://porto.example/r. Acesso em: 4 jun. 2012.": (
        "Relatório anual 2011", "PORTO DE SELM.", ..., "2012", "2012-06-04", "https://porto.example/r",
    ),
    "Ilse Torvald, I pedaggi del molo <https://corriere.example/p>, in Il Corriere di Selm, 3 maggio 2011. URL consultato il 4 giugno 2012.": (
        "I pedaggi del molo", "Ilse Torvald", "Il Corriere di Selm", "2011-05-03", "2012-06-04", "https://corriere.example/p",
    ),
    "I. Torvald, «I moli del Sud», Rivista dei Porti, 12, 3, 2011, pp. 45-67, https://rivista.example/12 (ultimo accesso: 4 giugno 2012).": (
        "I moli del Sud", "I. Torvald", "Rivista dei Porti", "2011", "2012-06-04", "https://rivista.example/12",
    ),
    "Торвальд И. К. Пошлины на причале // Вестник порта. — 2011. — № 3. — С. 45—67. — URL: https://vp.example/3 (дата обращения: 04.06.2012).": (
        "Пошлины на причале", "Торвальд И. К.", "Вестник порта", "2011", "2012-06-04", "https://vp.example/3",
    ),
    "Торвальд, И. К. Причалы юга : учебник / И. К. Торвальд. — Москва : Волна, 2004. — 312 с. — ISBN 5-00-000000-0. — Текст : непосредственный.": (
        "Причалы юга : учебник", "Торвальд, И. К.", ..., "2004", None, None,
    ),
    "Ильза Торвальд. Пошлины растут <https://gazeta.example/p> (рус.). Портовая газета (3 мая 2011). Дата обращения: 4 июня 2012. Архивировано 5 июня 2012 года.": (
        "Пошлины растут", "Ильза Торвальд", "Портовая газета", "2011-05-03", "2012-06-04", "https://gazeta.example/p",
    ),
    "Пошлины растут <https://gazeta.example/q> (недоступная ссылка). Портовая газета. Проверено 4 июня 2012. Архивировано 5 июня 2012 года.": (
        "Пошлины растут", None, "Портовая газета", None, "2012-06-04", "https://gazeta.example/q",
    ),
    "Торвальд И. Мита зростають. Портова газета. 3 травня 2011. URL: https://gazeta.example/u (дата звернення: 04.06.2012).": (
        "Мита зростають", "Торвальд И.", "Портова газета", "2011-05-03", "2012-06-04", "https://gazeta.example/u",
    ),
    '"Rıhtım ücretleri arttı" <https://liman.example/r>. Liman Gazetesi. 3 Mayıs 2011. 5 Haziran 2012 tarihinde kaynağından arşivlendi. Erişim tarihi: 4 Haziran 2012.': (
        "Rıhtım ücretleri arttı", None, "Liman Gazetesi", "2011-05-03", "2012-06-04", "https://liman.example/r",
    ),
    "Aral, D. (2011). Rıhtım ücretleri üzerine. Liman Araştırmaları Dergisi, 12(3), 45-67. Erişim adresi: https://lad.example/12": (
        "Rıhtım ücretleri üzerine", "Aral, D.", "Liman Araştırmaları Dergisi", "2011", None, "https://lad.example/12",
    ),
    "Deniz Aral, Güney Rıhtımları, İstanbul: Dalga Yayınları, 2004, s. 45.": (
        "Güney Rıhtımları", "Deniz Aral", ..., "2004", None, None,
    ),
    'Liman Müdürlüğü, "Yıllık Rapor", 2011, s. 12, https://lm.example/y, (e.t. 04.06.2012).': (
        "Yıllık Rapor", "Liman Müdürlüğü", ..., "2011", "2012-06-04", "https://lm.example/y",
    ),
    "I Torvald, ‘Who Owns the Quay?’ (2011) 12 Port Law Quarterly 45, 47 <https://plq.example/12> accessed 4 June 2012.": (
        "Who Owns the Quay?", "I Torvald", "Port Law Quarterly", "2011", "2012-06-04", "https://plq.example/12",
    ),
    "Ilse Torvald and Jo Menk, *The Law of Quays* (2nd edn, Quill Press 2004) 45.": (
        "The Law of Quays", "Ilse Torvald and Jo Menk", ..., "2004", None, None,
    ),
    "Ilse Torvald, *Tolls at Sea*, 12 PORT L. REV. 45, 47 (2011), https://plr.example/12.": (
        "Tolls at Sea", "Ilse Torvald", "PORT L. REV", "2011", None, "https://plr.example/12",
    ),
    "See Jo Menk & Ilse Torvald, The End of Tolls, DAILY TALLY (May 3, 2011, 10:14 AM), https://tally.example/end [https://perma.cc/AAAA-BBBB].": (
        "The End of Tolls", "Jo Menk & Ilse Torvald", "DAILY TALLY", "2011-05-03", None, "https://tally.example/end",
    ),
    "Port Authority, 'Toll Order Consultation' (May 2011) para 12 <www.port.example/toll> last accessed 4 June 2012": (
        "Toll Order Consultation", "Port Authority", None, "2011-05", "2012-06-04", "http://www.port.example/toll",
    ),
    'Ilse Torvald, "Tolls Rise," Daily Tally, May 3, 2011, accessed June 4, 2012, https://tally.example/rise.': (
        "Tolls Rise", "Ilse Torvald", "Daily Tally", "2011-05-03", "2012-06-04", "https://tally.example/rise",
    ),
    "Torvald, Ilse. “Tolls Rise.” *Daily Tally*, 3 May 2011, www.tally.example/mla. Accessed 4 June 2012.": (
        "Tolls Rise", "Torvald, Ilse", "Daily Tally", "2011-05-03", "2012-06-04", "http://www.tally.example/mla",
    ),
    "Torvald, I. K., & Menk, J. (2011). Who pays? Tolls at sea. *Journal of Quays*, *12*(3), 45–67. https://doi.org/10.1000/jq.13": (
        "Who pays? Tolls at sea", "Torvald, I. K., & Menk, J.", "Journal of Quays", "2011", None, "https://doi.org/10.1000/jq.13",
    ),
    "Menk, J. (2012, June 4). *Tolls of the south: A report*. Port Institute. https://institute.example/t": (
        "Tolls of the south: A report", "Menk, J.", "Port Institute", "2012-06-04", None, "https://institute.example/t",
    ),
    "Port Institute. (n.d.). Tolls at a glance. Retrieved June 4, 2012, from https://institute.example/g": (
        "Tolls at a glance", "Port Institute", None, None, "2012-06-04", "https://institute.example/g",
    ),
    "Torvald IK, Menk J, Aral D, et al. Tolls and health in port towns: a cohort study. Port Med J. 2011 May;12(3):45-67. Available from: https://pmj.example/12 [cited 2012 Jun 4].": (
        "Tolls and health in port towns: a cohort study", "Torvald IK, Menk J, Aral D, et al", "Port Med J", "2011-05", "2012-06-04", "https://pmj.example/12",
    ),
    "World Port Organization. Tolls fact sheet [Internet]. Selm: WPO; 2011 [cited 2012 Jun 4]. Available from: https://wpo.example/f": (
        "Tolls fact sheet", "World Port Organization", ..., "2011", "2012-06-04", "https://wpo.example/f",
    ),
    "I. Torvald and J. Menk, “Toll networks,” in Proc. Port Conf., Selm, 2011, pp. 45–67. Accessed: Jun. 4, 2012. [Online]. Available: https://conf.example/12": (
        "Toll networks", "I. Torvald and J. Menk", "Proc. Port Conf", "2011", "2012-06-04", "https://conf.example/12",
    ),
    "Torvald, I. (2011) ‘Tolls at sea’, Journal of Quays, 12(3), pp. 45–67. Available at: https://jq.example/h (Accessed: 4 June 2012).": (
        "Tolls at sea", "Torvald, I.", "Journal of Quays", "2011", "2012-06-04", "https://jq.example/h",
    ),
    "Torvald, I. (2004) *Harbours of the South*. 2nd edn. Selm: Quill Press.": (
        "Harbours of the South", "Torvald, I.", ..., "2004", None, None,
    ),
    "Ilse Torvald and Jo Menk, *Tolls of the South: Options for Reform*, Selm, Port Institute, PI-RR-12, 2011. As of June 4, 2012: https://institute.example/rr12": (
        "Tolls of the South: Options for Reform", "Ilse Torvald and Jo Menk", ..., "2011", "2012-06-04", "https://institute.example/rr12",
    ),
    "Ilse Torvald, “Tolls, Trade and Trouble,” Policy Brief No. 12 (Port Institute, May 2011), https://institute.example/pb12.": (
        "Tolls, Trade and Trouble", "Ilse Torvald", ..., "2011-05", None, "https://institute.example/pb12",
    ),
    "Daily Tally (2011) Tolls rise again at the quay. 3 May. https://tally.example/dt": (
        "Tolls rise again at the quay", "Daily Tally", None, ..., None, "https://tally.example/dt",
    ),
    "“Tolls Rise Again.” Daily Tally (blog). May 3, 2011. https://tally.example/blog.": (
        "Tolls Rise Again", None, "Daily Tally", "2011-05-03", None, "https://tally.example/blog",
    ),
    "Ilse Torvald (@itorvald), “Tolls are up again,” Chirper, May 3, 2011, 10:14 a.m., https://chirper.example/1.": (
        "Tolls are up again", ..., "Chirper", "2011-05-03", None, "https://chirper.example/1",
    ),
    "Interview with Jo Menk, Radio Selm, 3 May 2011, https://radio.example/menk.": (
        ..., ..., "Radio Selm", "2011-05-03", None, "https://radio.example/menk",
    ),
    "Tolls Rise Again | Daily Tally | https://tally.example/bar | 3 May 2011": (
        "Tolls Rise Again", None, "Daily Tally", "2011-05-03", None, "https://tally.example/bar",
    ),
    "Tolls Rise Again – Daily Tally, https://tally.example/dash": (
        "Tolls Rise Again", None, "Daily Tally", None, None, "https://tally.example/dash",
    ),
    "I. Torvald, *Opłaty portowe*, „Kurier Selmski”, 3 maja 2011, https://kurier.example/o [dostęp: 4 czerwca 2012].": (
        "Opłaty portowe", "I. Torvald", "Kurier Selmski", "2011-05-03", "2012-06-04", "https://kurier.example/o",
    ),
    "TORVALD, Ilse. Přístavní poplatky. Selmské noviny [online]. 3. května 2011 [cit. 2012-06-04]. Dostupné z: https://noviny.example/p": (
        "Přístavní poplatky", "TORVALD, Ilse", "Selmské noviny", "2011-05-03", "2012-06-04", "https://noviny.example/p",
    ),
    "Ilse Torvald: ”Hamnavgifter”, Selms Tidning 2011-05-03. https://tidning.example/h. Läst 4 juni 2012.": (
        "Hamnavgifter", "Ilse Torvald", "Selms Tidning", "2011-05-03", "2012-06-04", "https://tidning.example/h",
    ),
    "I. Torvald, ‘Havengelden stijgen’, De Selmer Courant, 3 mei 2011, https://courant.example/h (geraadpleegd op 4 juni 2012).": (
        "Havengelden stijgen", "I. Torvald", "De Selmer Courant", "2011-05-03", "2012-06-04", "https://courant.example/h",
    ),
    "Torvald Ilse: Kikötői díjak. Selmi Hírlap, 2011. május 3. https://hirlap.example/k (Letöltés: 2012. június 4.)": (
        "Kikötői díjak", "Torvald Ilse", "Selmi Hírlap", "2011-05-03", "2012-06-04", "https://hirlap.example/k",
    ),
    "Torvald, Ilse: Satamamaksut nousevat. Selmin Sanomat 3.5.2011. https://sanomat.example/s. Viitattu 4.6.2012.": (
        "Satamamaksut nousevat", "Torvald, Ilse", "Selmin Sanomat", "2011-05-03", "2012-06-04", "https://sanomat.example/s",
    ),
    "Ίλσε Τόρβαλντ, «Λιμενικά τέλη», Η Εφημερίδα του Σελμ, 3 Μαΐου 2011, https://efim.example/l (πρόσβαση 4 Ιουνίου 2012).": (
        "Λιμενικά τέλη", "Ίλσε Τόρβαλντ", "Η Εφημερίδα του Σελμ", "2011-05-03", "2012-06-04", "https://efim.example/l",
    ),
    "李明,王芳. 港口收费研究[J]. 港口学报, 2011, 12(3): 45-67.": (
        "港口收费研究", "李明,王芳.", "港口学报", "2011", None, None,
    ),
    "港务局. 年度报告[R/OL]. (2011-05-03)[2012-06-04]. https://gang.example/r.": (
        "年度报告", "港务局.", None, "2011-05-03", "2012-06-04", "https://gang.example/r",
    ),
    "李明：“港口收费上涨”，《港口日报》2011年5月3日第4版，https://ribao.example/g，2012年6月4日检索。": (
        "港口收费上涨", "李明", "港口日报", "2011-05-03", "2012-06-04", "https://ribao.example/g",
    ),
    "山田太郎「港湾料金の研究」『港湾学研究』第12巻第3号、2011年、45-67頁、https://kowan.example/12（最終閲覧日：2012年6月4日）。": (
        "港湾料金の研究", "山田太郎", "港湾学研究", "2011", "2012-06-04", "https://kowan.example/12",
    ),
    "山田太郎『南の港』（波書房、2004年）45頁。": (
        "南の港", "山田太郎", ..., "2004", None, None,
    ),
    "김철수, 「항만 요금 인상」, 『항만일보』, 2011년 5월 3일, https://ilbo.example/h (검색일: 2012년 6월 4일).": (
        "항만 요금 인상", "김철수", "항만일보", "2011-05-03", "2012-06-04", "https://ilbo.example/h",
    ),
    'سلمى حداد، "رسوم الميناء"، جريدة الساحل، 3 أيار/مايو 2011، على الرابط: https://sahel.example/r (تم الاطلاع في 4 حزيران/يونيو 2012).': (
        "رسوم الميناء", "سلمى حداد", "جريدة الساحل", "2011-05-03", "2012-06-04", "https://sahel.example/r",
    ),
    'Torvald, Ilse (2011): "Tolls at sea: what remains?". In: Menk, Jo (ed.): Handbook of Quays. Selm: Quill Press, 45-67. https://quill.example/hb': (
        "Tolls at sea: what remains?", "Torvald, Ilse", ..., "2011", None, "https://quill.example/hb",
    ),
    "Torvald I. Tolls at sea. Journal of Quays 2011; 12: 45–67. https://jq.example/v": (
        "Tolls at sea", "Torvald I.", "Journal of Quays", "2011", None, "https://jq.example/v",
    ),
    "UN Port Agency, Annual Review 2011 (UNPA, 2012), p. 12, https://unpa.example/ar": (
        "Annual Review 2011", "UN Port Agency", ..., "2012", None, "https://unpa.example/ar",
    ),
    "Torvald, Ilse, Tolls at Sea: A History, 2004. https://quill.example/ts": (
        "Tolls at Sea: A History", "Torvald, Ilse", None, "2004", None, "https://quill.example/ts",
    ),
    "S. Torvald, “Tolls”, The Visited Coast, 3–5 May 2011, https://vc.example/t": (
        "Tolls", "S. Torvald", "The Visited Coast", ..., None, "https://vc.example/t",
    ),
    'Ilse Torvald, "Tolls up? Not yet", Daily Tally, 3 May 2011 - https://tally.example/x (4 June 2012)': (
        "Tolls up? Not yet", "Ilse Torvald", "Daily Tally", "2011-05-03", "2012-06-04", "https://tally.example/x",
    ),
    "Anno Fisk, Petra Lund, and Ole Dahl, “The Price of Ice,” Northern Review 14, no. 2 (Spring 2015): 33–51, https://doi.org/10.1000/nr.14.2.": (
        "The Price of Ice", "Anno Fisk, Petra Lund, and Ole Dahl", "Northern Review", "2015", None, "https://doi.org/10.1000/nr.14.2",
    ),
    "Fisk, Anno. 2015. “The Price of Ice.” Northern Review 14 (2): 33–51.": (
        "The Price of Ice.", "Fisk, Anno", "Northern Review", "2015", None, None,
    ),
    "Fisk, Anno. 2015. *The Price of Ice*. Oslo: Fjord Press. https://fjord.example/ice": (
        "The Price of Ice", "Fisk, Anno", ..., "2015", None, "https://fjord.example/ice",
    ),
    "Anno Fisk, “The Price of Ice,” in *Cold Trades*, ed. Petra Lund (Oslo: Fjord Press, 2015), 33–51.": (
        "The Price of Ice", "Anno Fisk", "Cold Trades", "2015", None, None,
    ),
    "Anno Fisk, The Price of Ice: A History of the Northern Trade (Oslo: Fjord Press, 2015), 33.": (
        "The Price of Ice: A History of the Northern Trade", "Anno Fisk", ..., "2015", None, None,
    ),
    "International Ice Council, State of the Ice 2015: Key Findings, Geneva, 2016, https://ice.example/soi2015 (last accessed on 7 July 2017).": (
        "State of the Ice 2015: Key Findings", "International Ice Council", ..., "2016", "2017-07-07", "https://ice.example/soi2015",
    ),
    "Anno Fisk, Ice and Empire, NORTHERN TIMES (July 7, 2017, 9:00 AM), https://times.example/ice [https://perma.cc/CCCC-DDDD].": (
        "Ice and Empire", "Anno Fisk", "NORTHERN TIMES", "2017-07-07", None, "https://times.example/ice",
    ),
    "Ice Board v Harbour Co [2015] NKSC 12, https://court.example/12": (
        ..., ..., ..., ..., None, "https://court.example/12",
    ),
    "P Lund and O Dahl, ‘Ice, Law and the Sea’ (2015) 3(2) Northern Law Journal 100, 110.": (
        "Ice, Law and the Sea", "P Lund and O Dahl", "Northern Law Journal", "2015", None, None,
    ),
    '"Ice prices soar". Northern Times. 7 July 2017. Retrieved 8 July 2017 – via IceArchive. https://times.example/soar': (
        "Ice prices soar", None, "Northern Times", "2017-07-07", "2017-07-08", "https://times.example/soar",
    ),
    "Lund, P. and Dahl, O. (2015) Ice in the north: a survey. Report no. 12. Oslo: Ice Institute. Available at: https://ice.example/r12 [Accessed 7 July 2017].": (
        "Ice in the north: a survey", "Lund, P. and Dahl, O.", ..., "2015", "2017-07-07", "https://ice.example/r12",
    ),
    "Ice Institute (no date) About us. Available at: https://ice.example/about (Accessed: 7 July 2017).": (
        "About us", "Ice Institute", None, None, "2017-07-07", "https://ice.example/about",
    ),
    "Lund P, Dahl O. Ice and lungs. N J Med. 2015;12(3):100-10. doi: 10.1000/njm.12": (
        "Ice and lungs", "Lund P, Dahl O.", "N J Med", "2015", None, "https://doi.org/10.1000/njm.12",
    ),
    "P. Lund, O. Dahl and A. Fisk. Ice and lungs. In Proceedings of the Ice Conference, pages 100–110, 2015.": (
        "Ice and lungs", "P. Lund, O. Dahl and A. Fisk", "Proceedings of the Ice Conference", "2015", None, None,
    ),
    "[Lund15] P. Lund, “Ice”, Northern Review, 2015. https://nr.example/l15": (
        "Ice", "Lund15] P. Lund", "Northern Review", "2015", None, "https://nr.example/l15",
    ),
    "Lund, Petra / Dahl, Ole: Eis und Recht. Eine Einführung, 2. Aufl., Kiel 2015, S. 33 f.": (
        "Eis und Recht", "Lund, Petra / Dahl, Ole", ..., "2015", None, None,
    ),
    "Petra Lund, Eis und Recht, in: Nordische Rundschau 14 (2015), S. 33-51, hier S. 40.": (
        "Eis und Recht", "Petra Lund", "Nordische Rundschau", "2015", None, None,
    ),
    "Petra Lund: Wenn das Eis schmilzt, Nordblatt, 7.7.2017, online unter: https://nordblatt.example/eis, zuletzt aufgerufen am 8.7.2017.": (
        "Wenn das Eis schmilzt", "Petra Lund", "Nordblatt", "2017-07-07", "2017-07-08", "https://nordblatt.example/eis",
    ),
    "Bundesamt für Eis (2015). Eisbericht 2014/15. Abgerufen von https://bfe.example/bericht": (
        "Eisbericht 2014/15", "Bundesamt für Eis", None, "2015", None, "https://bfe.example/bericht",
    ),
    "BT-Drs. 18/1234, S. 5, https://bt.example/1234.pdf.": (
        ..., ..., ..., None, None, "https://bt.example/1234.pdf",
    ),
    "Siehe auch Petra Lund, »Das Eis«, in: Nordblatt, 7. Juli 2017, <https://nordblatt.example/das-eis> (8. Juli 2017).": (
        "Das Eis", "Petra Lund", "Nordblatt", "2017-07-07", "2017-07-08", "https://nordblatt.example/das-eis",
    ),
    "Petra LUND, « Le prix de la glace », Revue du Nord, vol. 14, n° 2, 2015, p. 33-51, [en ligne], URL : https://rdn.example/14 (consulté le 8 juillet 2017).": (
        "Le prix de la glace", "Petra LUND", "Revue du Nord", "2015", "2017-07-08", "https://rdn.example/14",
    ),
    "P. Lund et O. Dahl, Le prix de la glace, Paris, Éd. du Nord, 2015, p. 33.": (
        "Le prix de la glace", "P. Lund et O. Dahl", ..., "2015", None, None,
    ),
    "« La glace fond » [archive], sur lenord.example, 7 juillet 2017 : https://lenord.example/glace": (
        "La glace fond", None, "lenord.example", "2017-07-07", None, "https://lenord.example/glace",
    ),
    "LUND, P. (2015), “El precio del hielo”, Revista del Norte, vol. 14, núm. 2, pp. 33-51. [Fecha de consulta: 8 de julio de 2017]. Disponible en: https://rn.example/14": (
        "El precio del hielo", "LUND, P.", "Revista del Norte", "2015", "2017-07-08", "https://rn.example/14",
    ),
    "Agencia del Hielo, «El hielo se derrite», El Norte, 7 de julio de 2017, https://elnorte.example/hielo [consultado: 8/7/2017].": (
        "El hielo se derrite", "Agencia del Hielo", "El Norte", "2017-07-07", "2017-07-08", "https://elnorte.example/hielo",
    ),
    "P. Lund, *Il prezzo del ghiaccio*, Fiordo, Milano 2015, p. 33.": (
        "Il prezzo del ghiaccio", "P. Lund", ..., "2015", None, None,
    ),
    "Cfr. P. Lund, Il ghiaccio si scioglie, in «Corriere del Nord», 7 luglio 2017, disponibile su https://cdn.example/ghiaccio (consultato il 8 luglio 2017).": (
        "Il ghiaccio si scioglie", "P. Lund", "Corriere del Nord", "2017-07-07", "2017-07-08", "https://cdn.example/ghiaccio",
    ),
    "LUND, Petra; DAHL, Ole. O preço do gelo: uma história. 2. ed. São Paulo: Fiorde, 2015. 312 p.": (
        "O preço do gelo: uma história", "LUND, Petra; DAHL, Ole", ..., "2015", None, None,
    ),
    "Лунд П. Цена льда. М.: Фьорд, 2015. С. 33.": (
        "Цена льда", "Лунд П.", ..., "2015", None, None,
    ),
    "Лунд П., Даль О. Лёд и право // Северное обозрение. 2015. Т. 14. № 2. С. 33–51.": (
        "Лёд и право", "Лунд П., Даль О.", "Северное обозрение", "2015", None, None,
    ),
    "Петра Лунд: «Лёд тает», Северная газета, 07.07.2017, https://sever.example/led (последнее посещение 08.07.2017)": (
        "Лёд тает", "Петра Лунд", "Северная газета", "2017-07-07", "2017-07-08", "https://sever.example/led",
    ),
    "Lund, Petra (2015). Buzun fiyatı. 2. baskı. Ankara: Fiyort Yayınları.": (
        "Buzun fiyatı", "Lund, Petra", ..., "2015", None, None,
    ),
    "Petra LUND, “Buz eriyor”, Kuzey Haber, 7 Temmuz 2017, (Çevrimiçi) https://kuzey.example/buz, 8 Temmuz 2017.": (
        "Buz eriyor", "Petra LUND", "Kuzey Haber", "2017-07-07", "2017-07-08", "https://kuzey.example/buz",
    ),
    "Buz Kurumu. (2017, 7 Temmuz). Buz raporu. https://buz.example/rapor adresinden 8 Temmuz 2017 tarihinde erişildi.": (
        "Buz raporu", "Buz Kurumu", None, "2017-07-07", "2017-07-08", "https://buz.example/rapor",
    ),
    "P. Lund, „Cena lodu”, „Przegląd Północny” 2015, nr 2, s. 33–51.": (
        "Cena lodu", "P. Lund", "Przegląd Północny", "2015", None, None,
    ),
    "P. Lund, Lód topnieje, „Kurier Selmski”, 3 maja 2011, https://polnoc.example/lod.": (
        "Lód topnieje", "P. Lund", "Kurier Selmski", "2011-05-03", None, "https://polnoc.example/lod",
    ),
    "P. Lund, Lód topnieje, https://polnoc.example/lod (dostęp 8.07.2017).": (
        "Lód topnieje", "P. Lund", None, None, "2017-07-08", "https://polnoc.example/lod",
    ),
    "LUND, Petra. Cena ledu. 2. vyd. Praha: Fjord, 2015. ISBN 80-00-00000-0.": (
        "Cena ledu", "LUND, Petra", ..., "2015", None, None,
    ),
    "Lund, Petra: ”Isen smälter”. Nordbladet 7/7 2017, https://nordbladet.example/is (hämtat 2017-07-08).": (
        "Isen smälter", "Lund, Petra", "Nordbladet", ..., "2017-07-08", "https://nordbladet.example/is",
    ),
    "Lund, P. (2015). Isens pris. Oslo: Fjord forlag. Hentet 8. juli 2017 fra https://fjord.example/no": (
        "Isens pris", "Lund, P.", ..., "2015", "2017-07-08", "https://fjord.example/no",
    ),
    "P. Lund, ‘De prijs van ijs’, Noordblad, 7 juli 2017; https://noordblad.example/ijs.": (
        "De prijs van ijs", "P. Lund", "Noordblad", "2017-07-07", None, "https://noordblad.example/ijs",
    ),
    "伦德. 冰的价格[M]. 北京: 峡湾出版社, 2015: 33.": (
        "冰的价格", "伦德.", ..., "2015", None, None,
    ),
    "LUND P, DAHL O. Ice and law[J/OL]. Northern Review, 2015, 14(2): 33-51[2017-07-08]. https://nr.example/gb.": (
        "Ice and law", "LUND P, DAHL O.", "Northern Review", "2015", "2017-07-08", "https://nr.example/gb",
    ),
    "「氷が溶ける」『北新聞』2017年7月7日朝刊、1面。": (
        "氷が溶ける", None, "北新聞", "2017-07-07", None, None,
    ),
    "田中花子（2015）「氷の価格」北方研究 14(2), 33-51. https://hoppo.example/14（参照 2017-07-08）": (
        "氷の価格", "田中花子", "北方研究", "2015", "2017-07-08", "https://hoppo.example/14",
    ),
    "박지은, “얼음의 가격”, 북방일보, 2017.7.7., https://bukbang.example/ice (2017.7.8. 접속).": (
        "얼음의 가격", "박지은", "북방일보", "2017-07-07", "2017-07-08", "https://bukbang.example/ice",
    ),
    "ليلى نصر: ثمن الجليد، مجلة الشمال، العدد 14، 2015، ص 33.": (
        "ثمن الجليد", "ليلى نصر", "مجلة الشمال", "2015", None, None,
    ),
    '"ذوبان الجليد"، صحيفة الشمال، 7 تموز 2017، شوهد في 8/7/2017، في: https://shamal.example/jalid': (
        "ذوبان الجليد", None, "صحيفة الشمال", "2017-07-07", "2017-07-08", "https://shamal.example/jalid",
    ),
    "Phạm Lan, “Giá băng”, Báo Bắc, 7/7/2017, https://bac.example/bang, truy cập ngày 8/7/2017.": (
        "Giá băng", "Phạm Lan", "Báo Bắc", "2017-07-07", "2017-07-08", "https://bac.example/bang",
    ),
    "Nasr, L. (2017, Juli 7). Harga es naik. Harian Utara. Diakses pada 8 Juli 2017, dari https://utara.example/es": (
        "Harga es naik", "Nasr, L.", "Harian Utara", "2017-07-07", "2017-07-08", "https://utara.example/es",
    ),
    "Ice prices soar, Northern Times, https://times.example/plain (accessed 08/07/2017)": (
        "Ice prices soar", None, "Northern Times", None, "2017-07-08", "https://times.example/plain",
    ),
    "Ice prices soar. Northern Times, July 7, 2017. https://times.example/plain2": (
        "Ice prices soar", None, "Northern Times", "2017-07-07", None, "https://times.example/plain2",
    ),
    "Northern Times. “Ice prices soar.” July 7, 2017. https://times.example/chi.": (
        "Ice prices soar", "Northern Times", None, "2017-07-07", None, "https://times.example/chi",
    ),
    "See Petra Lund, *Ice and Law*, Northern Rev., July 2017, at 33, https://nr.example/blue.": (
        "Ice and Law", "Petra Lund", "Northern Rev", "2017-07", None, "https://nr.example/blue",
    ),
    "YouTube, “How ice is made”, Ice Channel, 7 July 2017, https://video.example/w?v=1, 12:30.": (
        "How ice is made", ..., ..., "2017-07-07", None, "https://video.example/w?v=1",
    ),
    "van der Berg, J., & de Wit, A. (2015). Ice in the Low Countries. Fjord Press.": (
        "Ice in the Low Countries", "van der Berg, J., & de Wit, A.", "Fjord Press", "2015", None, None,
    ),
    "O'Hara, M.-L., & Al-Sayed, N. (2015). Ice, explained. Ice Letters, 2(1), 5–9.": (
        "Ice, explained", "O'Hara, M.-L., & Al-Sayed, N.", "Ice Letters", "2015", None, None,
    ),
    "Lund, P. (2015). Ice markets. In O. Dahl (Ed.), *Handbook of ice* (pp. 33–51). Fjord Press.": (
        "Ice markets", "Lund, P.", "Handbook of ice", "2015", None, None,
    ),
    "Lund, Petra. “Ice Markets.” Handbook of Ice, edited by Ole Dahl, Fjord Press, 2015, pp. 33–51.": (
        "Ice Markets", "Lund, Petra", "Handbook of Ice", "2015", None, None,
    ),
    "Lund, Petra, et al. Ice Markets. Fjord Press, 2015.": (
        "Ice Markets", "Lund, Petra, et al", "Fjord Press", "2015", None, None,
    ),
    "PETRA LUND, ICE AND LAW 33–35 (2d ed. 2017).": ("ICE AND LAW", "PETRA LUND", None, "2017", None, None),
    "Cf. generally PETRA LUND, ICE: SEALS, BOATS, AND LAW (2017) (showing that all of them had been there before).": (
        "ICE: SEALS, BOATS, AND LAW", "PETRA LUND", None, "2017", None, None,
    ),
    "Petra Lund, Roe v. Dahl: The “Quiet Ice” Rule, 117 NORTH. L. REV. 1893, 1897–98 (2004).": (
        "Roe v. Dahl: The “Quiet Ice” Rule", "Petra Lund", "NORTH. L. REV", "2004", None, None,
    ),
    "585 Q.S. 667, 702–03 (2018) (Dahl, J.) (“For more than a century, no ice was sold”).": (
        "585 Q.S. 667", None, None, "2018", None, None,
    ),
    "Petra Lund, Annual Review 2011 (Fjord Press, 2012), p. 12, https://fjord.example/ar": (
        ..., ..., ..., "2012", None, "https://fjord.example/ar",
    ),
    "Dahl, O., Ice Markets, Fjord Press, Oslo, 2015, https://fjord.example/im": (
        "Ice Markets", "Dahl, O.", "Fjord Press", "2015", None, "https://fjord.example/im",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", STYLES)
def test_the_fields_of_a_reference(text: str) -> None:
    [cited] = find_citations(note(text))
    read = (cited.title, cited.author, cited.container_title, cited.issued, cited.accessed, cited.url)
    assert (
        tuple(... if asked is ... else value for asked, value in zip(STYLES[text], read, strict=True)) == STYLES[text]
    )


# The note; of each work its url, title, author and date.
SEVERAL: dict[str, list[tuple[Field, ...]]] = {
    "Ilse Torvald, “Tolls Rise”, Daily Tally, 3 May 2011, https://tally.example/1 und Jo Menk, „Zölle“, Blatt, 4. Mai 2011, https://blatt.example/2 et D. Aral, « Péages », Courrier, 5 mai 2011, https://courrier.example/3.": [
        ("https://tally.example/1", "Tolls Rise", "Ilse Torvald", "2011-05-03"),
        ("https://blatt.example/2", "Zölle", "Jo Menk", "2011-05-04"),
        ("https://courrier.example/3", "Péages", "D. Aral", "2011-05-05"),
    ],
    "https://a.example/1 and https://b.example/2, as well as https://c.example/3": [
        ("https://a.example/1", None, None, None),
        ("https://b.example/2", None, None, None),
        ("https://c.example/3", None, None, None),
    ],
    "Voir https://a.example/1 et https://b.example/2 ; voir aussi https://c.example/3.": [
        ("https://a.example/1", None, None, None),
        ("https://b.example/2", None, None, None),
        ("https://c.example/3", None, None, None),
    ],
    "“Tolls Rise”, Daily Tally, https://tally.example/1. The port’s own figures are at https://port.example/f.": [
        ("https://tally.example/1", "Tolls Rise", None, None),
        ("https://port.example/f", ..., None, None),
    ],
    "Ilse Torvald, *Harbours of the South* (Selm: Quill Press, 2004), 45; Jo Menk, “Tolls”, Daily Tally, 3 May 2011, https://tally.example/1; D. Aral, *The Long Quay* (Selm: Quill Press, 2006), 12.": [
        (None, "Harbours of the South", "Ilse Torvald", "2004"),
        ("https://tally.example/1", "Tolls", "Jo Menk", "2011-05-03"),
        (None, "The Long Quay", "D. Aral", "2006"),
    ],
    "Jo Menk, “Tolls”, Daily Tally, 3 May 2011, https://tally.example/1 (archived at https://perma.cc/AAAA-BBBB); https://port.example/f": [
        ("https://tally.example/1", "Tolls", "Jo Menk", "2011-05-03"),
        ("https://port.example/f", None, None, None),
    ],
    "Jo Menk, “Tolls”, Daily Tally, https://tally.example/1; https://web.archive.org/web/20110503000000/https://tally.example/1; https://web.archive.org/web/20120503000000/https://other.example/2": [
        ("https://tally.example/1", "Tolls", "Jo Menk", None),
        ("https://other.example/2", None, None, None),
    ],
    "Menk, J. (2011). Tolls rise. Daily Tally. https://tally.example/1\nTorvald, I. (2012). Quays fall. Port Studies, 3(1), 4–5. https://ps.example/2": [
        ("https://tally.example/1", "Tolls rise", "Menk, J.", "2011"),
        ("https://ps.example/2", "Quays fall", "Torvald, I.", "2012"),
    ],
    "The director said “we will not pay” (“Tolls Rise”, Daily Tally, 3 May 2011, https://tally.example/1), while the mayor spoke of “a small sum” (“Mayor Speaks”, Selm Post, 4 May 2011, https://post.example/2).": [
        ("https://tally.example/1", "Tolls Rise", None, "2011-05-03"),
        ("https://post.example/2", "Mayor Speaks", None, "2011-05-04"),
    ],
    "См. Торвальд И. Пошлины // Вестник. 2011. URL: https://v.example/1 (дата обращения: 04.06.2012); Менк Й. Причалы // Обзор. 2012. URL: https://o.example/2 (дата обращения: 05.06.2012).": [
        ("https://v.example/1", "Пошлины", "Торвальд И.", "2011"),
        ("https://o.example/2", "Причалы", "Менк Й.", "2012"),
    ],
    "Bkz. Deniz Aral, “Rıhtım”, Liman Gazetesi, 3 Mayıs 2011, https://liman.example/1; ayrıca bkz. Ece Su, “Ücret”, Posta, 4 Mayıs 2011, https://posta.example/2": [
        ("https://liman.example/1", "Rıhtım", "Deniz Aral", "2011-05-03"),
        ("https://posta.example/2", "Ücret", "Ece Su", "2011-05-04"),
    ],
    "For the toll: https://tally.example/1. For the quay: https://port.example/2. For both: https://both.example/3.": [
        ("https://tally.example/1", ..., None, None),
        ("https://port.example/2", ..., None, None),
        ("https://both.example/3", ..., None, None),
    ],
    "Jo Menk, “Tolls”, Daily Tally, 3 May 2011, https://tally.example/1, and “Quays”, ibid., 5 May 2011, https://tally.example/2; D. Aral, “Rates: a view; part two”, Post, https://post.example/3": [
        ("https://tally.example/1", "Tolls", "Jo Menk", "2011-05-03"),
        ("https://tally.example/2", "Quays", None, "2011-05-05"),
        ("https://post.example/3", "Rates: a view; part two", "D. Aral", None),
    ],
    "Jo Menk, “Tolls”, Daily Tally, 3 May 2011, https://tally.example/1, accessed 4 June 2012; Ilse Torvald, “Quays”, Selm Post, 5 May 2011, https://post.example/2, accessed 6 June 2012; Port of Selm, “Rates”, https://port.example/3, accessed 7 June 2012.": [
        ("https://tally.example/1", "Tolls", "Jo Menk", "2011-05-03"),
        ("https://post.example/2", "Quays", "Ilse Torvald", "2011-05-05"),
        ("https://port.example/3", "Rates", "Port of Selm", None),
    ],
    "Jo Menk, „Zölle“, Blatt, 4.5.2011, https://blatt.example/2; ders., „Kais“, Blatt, 5.5.2011, https://blatt.example/3.": [
        ("https://blatt.example/2", "Zölle", "Jo Menk", "2011-05-04"),
        ("https://blatt.example/3", "Kais", ..., "2011-05-05"),
    ],
    "Petra Lund, “Ice”, Northern Times, 7 July 2017, https://times.example/1 / Ole Dahl, “Salt”, Northern Times, 8 July 2017, https://times.example/2 / https://ice.example/3": [
        ("https://times.example/1", "Ice", "Petra Lund", "2017-07-07"),
        ("https://times.example/2", "Salt", "Ole Dahl", "2017-07-08"),
        ("https://ice.example/3", None, None, None),
    ],
    '"Ice" <https://times.example/1>. Northern Times. July 7, 2017. Retrieved July 8, 2017. Lund, Petra (July 9, 2017). "Salt" <https://times.example/2>. Northern Times. Retrieved July 10, 2017.': [
        ("https://times.example/1", "Ice", None, "2017-07-07"),
        ("https://times.example/2", "Salt", "Lund, Petra", "2017-07-09"),
    ],
    "Petra Lund: Eis. In: Nordblatt, 7. Juli 2017, https://nordblatt.example/1, abgerufen am 8. Juli 2017; Ole Dahl: Salz. In: Nordblatt, 9. Juli 2017, https://nordblatt.example/2, abgerufen am 10. Juli 2017.": [
        ("https://nordblatt.example/1", "Eis", "Petra Lund", "2017-07-07"),
        ("https://nordblatt.example/2", "Salz", "Ole Dahl", "2017-07-09"),
    ],
    "The ministry’s numbers are at https://min.example/n. The council gives others: https://council.example/c.": [
        ("https://min.example/n", ..., None, None),
        ("https://council.example/c", ..., None, None),
    ],
    "Sources: https://a.example/1; https://b.example/2; https://c.example/3": [
        ("https://a.example/1", None, None, None),
        ("https://b.example/2", None, None, None),
        ("https://c.example/3", None, None, None),
    ],
    "a) https://a.example/1, b) https://b.example/2": [
        ("https://a.example/1", None, None, None),
        ("https://b.example/2", None, None, None),
    ],
    "https://a.example/1\nhttps://b.example/2": [
        ("https://a.example/1", None, None, None),
        ("https://b.example/2", None, None, None),
    ],
    "Vgl. Lund, P. (2015): Eis, in: Nordblatt, https://n.example/1; vgl. auch Dahl, O. (2016): Salz, in: Nordblatt, https://n.example/2.": [
        ("https://n.example/1", "Eis", "Lund, P.", "2015"),
        ("https://n.example/2", "Salz", "Dahl, O.", "2016"),
    ],
    "P. Lund, «El hielo», El Norte, 7 de julio de 2017, https://e.example/1 y O. Dahl, «La sal», El Sur, 8 de julio de 2017, https://e.example/2 (consultados el 9 de julio de 2017).": [
        ("https://e.example/1", "El hielo", "P. Lund", "2017-07-07"),
        ("https://e.example/2", "La sal", "O. Dahl", "2017-07-08"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", SEVERAL)
def test_each_work_of_a_note_is_cited_by_itself(text: str) -> None:
    read = [(c.url, c.title, c.author, c.issued) for c in find_citations(note(text))]
    assert [len(work) for work in SEVERAL[text]] == [len(work) for work in read]
    asked = [
        tuple(... if a is ... else b for a, b in zip(*pair, strict=True))
        for pair in zip(SEVERAL[text], read, strict=True)
    ]
    assert asked == SEVERAL[text]


# A word that is a cue elsewhere, in a name or in a title: the date of issue and of the visit.
NO_CUES = {
    "Ilse Torvald, “Tolls”, Evening Standard, 3 May 2011, https://a.example/1": ("Evening Standard", "2011-05-03", None),
    "Ilse Torvald, “Tolls”, The Viewed, 3 May 2011, https://a.example/1": ("The Viewed", "2011-05-03", None),
    "Ilse Torvald, “Tolls”, Access Quay, 3 May 2011, https://a.example/1, accessed 4 June 2012": ("Access Quay", "2011-05-03", "2012-06-04"),
    "Ilse Torvald, “Last Visited 12 May 1998: A Story”, Tally, 2011, https://a.example/1": ("Tally", "2011", None),
    "Ilse Torvald, “Tolls”, Archived Quay, 3 May 2011, https://a.example/1": ("Archived Quay", "2011-05-03", None),
    "Deniz Aral, “Liman”, Erişim Postası, 3 Mayıs 2011, https://a.example/1 (Erişim: 4.6.2012)": ("Erişim Postası", "2011-05-03", "2012-06-04"),
}  # fmt: skip


@pytest.mark.parametrize("text", NO_CUES)
def test_a_word_of_a_name_or_a_title_is_no_cue(text: str) -> None:
    [cited] = find_citations(note(text))
    assert (cited.container_title, cited.issued, cited.accessed) == NO_CUES[text]


# What stands in front of an author, and the author.
INTRODUCED = {
    "S. Lund": "S. Lund", "S. L. Lund and M. Dahl": "S. L. Lund and M. Dahl", "see Lund": "Lund", "s. Petra Lund": "Petra Lund",
    "Source Group": "Source Group", "Source: Lund": "Lund", "Compare Lund": "Lund", "Compare Group": "Compare Group",
    "Vide Press": "Vide Press", "See also Petra Lund": "Petra Lund", "vgl. auch Lund": "Lund", "and Petra Lund": "Petra Lund",
    "Bkz. Petra Lund": "Petra Lund", "Ver Petra Lund": "Petra Lund", "Y. Lund": "Y. Lund", "И. Лунд": "И. Лунд",
}  # fmt: skip


@pytest.mark.parametrize("before", INTRODUCED)
def test_a_name_is_told_from_the_words_that_lead_to_it(before: str) -> None:
    [cited] = find_citations(note(f"{before}, “The Price of Ice”, Northern Times, 3 May 2011, https://a.example/1"))
    assert cited.author == INTRODUCED[before]
