"""Hungarian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Hungarian",
    codes="hu",
    archived="archiválva",
    editions="kiadás",
    introductions=r"lásd(?: még)?|ld\.?|vö\.?|(?-i:és)",
    pointers=r"lásd|ld|vö|bővebben",
    months=(
        "január jan; február febr; március márc; április ápr; május máj; június jún; július júl; augusztus aug; "
        "szeptember szept; október okt; november nov; december dec"
    ),
    numbers=(
        "2 két kettő; 3 három; 4 négy; 5 öt; 6 hat; 7 hét; 8 nyolc; 9 kilenc; 10 tíz; 11 tizenegy; "
        "12 tizenkettő tizenkét; 13 tizenhárom; 14 tizennégy; 15 tizenöt; 16 tizenhat; 17 tizenhét; "
        "18 tizennyolc; 19 tizenkilenc; 20 húsz; 30 harminc; 40 negyven; 50 ötven; 60 hatvan; 70 hetven; "
        "80 nyolcvan; 90 kilencven; 100 száz"
        "; 1.5 másfél"
    ),
    elsewhere="hat se ne az öt hét két",
    joined_numbers="1 egy; 10 tizen; 20 huszon; 200 kétszáz; 1000 ezer",
    amounts="egy fél",
    magnitudes="1e3 ezer; 1e6 millió; 1e9 milliárd",
    percent=("százalék százaléka százalékkal százalékot százalékra százalékos százalékban százalékát"),
    roughly="körülbelül majdnem csaknem",
    at_least="több",
    at_most="kevesebb",
    joining="és",
    centuries="század(?:ban|i)?",
    negations="nem ne se sem nincs nincsenek soha senki semmi nélkül sosem",
    modals="talán lehet kell valószínűleg",
    qualifiers="csak majdnem néhány gyakran legtöbb",
    function_words="a az és hogy egy nem is de ez van volt",
    ordinals_have_stops=True,
    note_headings=(
        "jegyzetek; lábjegyzetek; források; hivatkozások; irodalom; irodalomjegyzék; felhasznált irodalom; "
        "hivatkozott irodalom; források jegyzéke; végjegyzetek; felhasznált források"
    ),
    note_words="lábjegyzet",
    accessed=(
        "(?:utolsó )?(?:hozzáférés|letöltés|megtekintés)(?: ideje| dátuma)?|letöltve|megtekintve|"
        "(?:utolsó )?(?:elérés|látogatás|lekérés|belépés)(?: ideje| dátuma)?|elérve|lekérve|hozzáférve"
    ),
    see=r"lásd|ld\.|vö\.",
    same_source="uo|ugyanott",
    and_others="és mások|és mtsai",
    no_sites="sz|évf|o|kiad",
    site_tails="sz",
    address_cues="elérhető|elérhetőség|forrás",
    earlier_source=r"i\.\s?m(?=\.)|idézett mű|id\. mű",
    numbered_behind=r"(?:sz\. )?(?:láb)?jegyzet\w*|lj\.",
    above="fenti|fent|feljebb",
    below="lenti|lejjebb",
    times="perc",
    pages_behind=r"o\.|old\.|oldal(?:on)?",
    paragraphs_behind=r"bek\.|bekezdés",
    chapters_behind=r"fej\.|fejezet",
    at_place="itt",
    volumes_behind=r"évf\.|sz\.|szám|köt\.",
    no_date=r"é\.\s?n\.",
    between_authors="és|valamint",
    other_authors=r"et al\.?|és mtsai\.?|és munkatársai|és társai|és mások",
    cited_within="idézi:?",
    unpublished="megjelenés alatt|nyomdában",
    organisations=(
        "minisztérium|hivatal|bank|tanács|bizottság|intézet|egyetem|ügynökség|szövetség|társaság|"
        "alapítvány|akadémia|központ"
    ),
    no_authors="táblázat|ábra|fejezet|törvény|szerződés|tavasz|nyár|ősz|tél|háború",
    speech="mondta|mondja|közölte|hangsúlyozta|tette hozzá|írta|jelentette ki",
    editors_notes=r"sic|(?:kiemelés|dőlt betű|aláhúzás|fordítás|ford)\b[^\])]{0,40}",
    left_out="kihagyva",
    turning=(
        "(?:csak |kivéve |még )?ha|hacsak|kivéve|de|azonban|viszont|feltéve|bár|noha|ám|ugyanakkor|hanem|"
        "amíg|ameddig|mindaddig|amennyiben"
    ),
    denying=(
        r"nem (?:\w+ ){0,2}(?:hisz\w*|gondol\w*|mond\w*|állít\w*|jelenti|tud\w*|igaz)(?: \w+){0,3},? hogy|"
        r"(?:tagad\w*|cáfol\w*|kétl\w+|vitat\w*|elutasít\w*|hamis|lehetetlen|valószínűtlen|"
        r"senki sem \w+)(?: \w+){0,4},? hogy"
    ),
    page_not_found=(
        "az oldal nem található"
        "|(?:az? )?(?:keresett |kért )?(?:oldal|cikk|tartalom) (?:nem (?:található|létezik|elérhető)|megszűnt|törölve)"
    ),
    page_cut=(
        "az olvasás folytatásához|csak előfizetők"
        r"|(?:elérte|elolvasta)[^.!?]{0,20}ingyenes(?:en)? (?:cikk|olvas)"
    ),
    page_cut_words=(
        "olvasás; előfizetők"
        r"; ingyenes"
    ),
    page_removed=(
        "(?:ez )?a (?:videó|bejegyzés|tartalom|fiók) (?:nem (?:érhető el|elérhető)|törölve|törölték|felfüggesztve)"
    ),
    page_loading="betöltés",
    page_of=r"\d+\. oldal, összesen \d+",
    page_consent_words=r"hozzájárulás\w*|személyes adat\w*|sütik?",
    directions=r"taps\b|nevet\w*|derültség|közbeszólás\w*|zaj\b",
    page_related=(
        "olvassa el; olvasta már; kapcsolódó; kapcsolódó cikkek; ezt is olvassa el; legolvasottabb"
        r"; ajánlott cikkek; kapcsolódó cikkek"
    ),
    page_comments="hozzászólások; kommentek; kommentárok",
    page_numbering="oldal old",
    page_lines=(
        "hirdetés; reklám; a cikk a hirdetés után folytatódik; cikkünk a hirdetés után folytatódik; megosztás; "
        "megosztom; cikk megosztása; nyomtatás; feliratkozás; iratkozzon fel hírlevelünkre; az oldal tetejére; "
        "bizalmas; tervezet"
    ),
    page_stamps="letöltve; minden jog fenntartva; folytatás a",
    page_labels=r"(?:hirdetés|a cikk (?:a )?hirdetés (?:alatt|után) folytatódik)",
    source_cues="(?:forrás(?:ok)?|itt)",
    page_challenge=(
        "(?:igazolja|erősítse meg),? hogy (?:ön )?(?:nem robot|ember)|^egy pillanat[ .…!]*$"
        r"|nem robot|biztonsági ellenőrzés"
    ),
    page_elsewhere_only="nem (?:érhető el|elérhető) (?:az ön |a te )?(?:országában|országodban|régiójában|térségében)",
    page_consent="mielőtt folytatná|az ön adatvédelme",
    page_login="^bejelentkezés|^belépés",
    page_paywall="csak előfizetőknek|előfizetőink(?:nek| számára)|fizessen elő",
    page_parked="(?:ez a )?domain(?:név)? eladó",
    page_maintenance="karbantartás (?:alatt|miatt)",
    page_redirecting=r"átirányít\w+|az oldal (?:új helyre|átköltözött)",
    page_needs_script="engedélyezze a javascript",
    minus="mínusz",
    below_zero="fagypont alatt",
    page_not_there="(?:az? )?(?:keresett|kért) (?:oldal|cikk|tartalom) (?:nem|már|törölt|megszűnt)",
    page_age="elmúlt(?:ál|ál-e|ott ön|-e) (?:már )?18|elmúltam 18|életkor (?:megerősítése|ellenőrzése)",
    page_rest="tovább olvasom|a teljes (?:cikk|szöveg)",
    page_abstract="absztrakt; összefoglaló",
    decades_behind=r"-(?:es|as|os) évek\w*",
    parts=(
        "2 fele! felét!; 3 harmada! harmadát!; 1.5 kétharmada! kétharmadát!; 4 negyede! negyedét!; 1.3333 "
        "háromnegyede! háromnegyedét!; 5 ötöde! ötödét!; 10 tizede! tizedét!"
    ),
    every="minden",
    points=r"százalékpont\w*",
    currencies=("FORINT forint forintot forintért ft; € euró eurót; $ dollár dollárt"),
    opposites="nőtt növekedett emelkedett / csökkent visszaesett; több / kevesebb; legnagyobb / legkisebb",
    ordinals=(
        "2 második; 3 harmadik; 4 negyedik; 5 ötödik; 6 hatodik; 7 hetedik; 8 nyolcadik; 9 kilencedik; 10 tizedik"
    ),
    short_forms="dr doktor; prof professzor; szt szent; u utca; ft forint forintot; km kilométer",
    page_members=r"be kell jelentkez",
)
