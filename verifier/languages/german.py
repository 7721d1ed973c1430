"""German."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="German",
    codes="de lb",
    months=(
        "januar jänner jan jän; februar feber feb; märz maerz mär mrz; april apr; mai; juni jun; juli jul; august aug; "
        "september sep sept; oktober okt; november nov; dezember dez"
    ),
    numbers=(
        "2 zwei; 3 drei; 4 vier; 5 fünf; 6 sechs; 7 sieben; 8 acht; 9 neun; 10 zehn; 11 elf; 12 zwölf; "
        "13 dreizehn; 14 vierzehn; 15 fünfzehn; 16 sechzehn; 17 siebzehn; 18 achtzehn; 19 neunzehn; 20 zwanzig; "
        "30 dreißig; 40 vierzig; 50 fünfzig; 60 sechzig; 70 siebzig; 80 achtzig; 90 neunzig; 100 "
        "hundert; 1000 tausend"
        "; 1.5 anderthalb eineinhalb; 2.5 zweieinhalb; 3.5 dreieinhalb; 4.5 viereinhalb"
    ),
    joined_numbers="0 und; 1 ein eins",
    amounts="eins million",
    ordinals=(
        "2 zweite zweiten zweiter zweites; 3 dritte dritten dritter drittes; 4 vierte vierten vierter; "
        "5 fünfte fünften fünfter; "
        "6 sechste sechsten; 7 siebte siebten; 8 achte achten; 9 neunte neunten; 10 zehnte zehnten; 11 "
        "elfte elften; 12 zwölfte zwölften; "
        "13 dreizehnte dreizehnten; 14 vierzehnte vierzehnten; 15 fünfzehnte fünfzehnten; 16 sechzehnte sechzehnten; "
        "17 siebzehnte siebzehnten; 18 achtzehnte achtzehnten; 19 neunzehnte neunzehnten; 20 zwanzigste zwanzigsten"
    ),
    magnitudes=(
        "10 jahrzehnt jahrzehnte jahrzehnten; 1e3 tausend tsd; 1e6 million millionen mio mill; "
        "1e9 milliarde milliarden mrd; 1e12 billionen"
    ),
    percent="prozent",
    roughly="rund etwa knapp fast",
    at_least="mehr über mindestens nach",
    at_most="unter weniger bis vor",
    between="zwischen",
    joining="und oder bis",
    centuries="jahrhunderts?|jahrhunderten?|jh",
    negative_joints="noch",
    negations="nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne",
    negative_prefixes="un in",
    opposites=(
        "stieg stiegen gestiegen wuchs wuchsen zunahme anstieg zuwachs plus wachstum / fiel fielen sank "
        "sanken gesunken rückgang abnahme minus schrumpfte; verdoppelt verdoppelte / halbiert halbierte; "
        "steigt steigen zugenommen zunahm erhöht / sinkt sinken abgenommen abnahm gesenkt verringert; vor / "
        "nach; "
        "stieg stiegen gestiegen wuchs wuchsen gewachsen / fiel fielen gefallen sank sanken gesunken; mehr / "
        "weniger; höher / niedriger; gewann gewonnen / verlor verloren; angenommen / abgelehnt; geöffnet eröffnet /"
        " geschlossen; mehrheit / minderheit; größte / kleinste; erste / letzte; erlaubt / verboten; schuldig / "
        "freigesprochen; zunahmen zugenommen anstieg zuwachs plus / abnahmen rückgang abnahme minus; erhöhte "
        "erhöhten / senkte senkten verringerte; teurer / billiger; höchste höchsten höchster / niedrigste "
        "niedrigsten tiefste tiefsten; annahm annahmen angenommen billigte billigten gebilligt genehmigte genehmigt"
        " zustimmte zustimmten stimmte / ablehnte ablehnten abgelehnt verwarf verworfen; lehnte / billigte "
        "genehmigte; öffnete öffneten / schloss schlossen; importe einfuhr einfuhren importierte / exporte ausfuhr "
        "ausfuhren exportierte; unterstützte unterstützten befürwortete / bekämpfte bekämpften; sieg / niederlage; "
        "gewinn gewinne / verlust verluste; nördlich nördlichen / südlich südlichen; östlich östlichen / westlich "
        "westlichen; erlaubte erlaubten / verbot verboten; überschuss / defizit"
    ),
    units=(
        "KG kilogramm; TON tonne tonnen; METRE metern; CM zentimeter; MILE meile meilen; HECTARE hektar; HOUR "
        "stunde stunden; MINUTE minuten; DAY tag tage tagen; WEEK woche wochen; MONTH monat monate monaten; YEAR "
        "jahr jahre jahren"
    ),
    modals=(
        "kann könnte könnten soll sollte muss müsste dürfte wird würde vielleicht möglicherweise wahrscheinlich "
        "angeblich"
    ),
    qualifiers="nur fast etwa rund einige meisten viele wenige oft manchmal meist",
    beginnings=(
        "schiffahrt schifffahrt; photo foto; delphin delfin; phantasie fantasie; numerier nummerier; plazier platzier; "
        "aufwendig aufwändig; stengel stängel; gemse gämse; behende behände; selbständig selbstständig; "
        "potential potenzial; "
        "graphi grafi; telephon telefon; panther panter; rauh rau; quentchen quäntchen"
    ),
    titles_of_people=(
        "präsident präsidentin minister ministerin senator senatorin könig königin kaiser fürst graf gräfin herzog "
        "baron freiherr papst bischof kardinal pater general oberst hauptmann richter richterin professor doktor herr "
        "frau kanzler kanzlerin bürgermeister bürgermeisterin botschafter direktor familie bruder schwester"
    ),
    function_words=(
        "der die das den dem des ein eine einer eines einem einen und oder aber ist war sind waren wird wurde "
        "wurden werden hat hatte haben von vom zu zum zur im am auf für mit nach bei aus an als auch es "
        "er sie wir ich nicht "
        "sich dass wie über um bis"
    ),
    opening=(
        "der die das ein eine er sie es wir ich im am an auf bei mit nach von zu für und aber dies diese dieser "
        "dieses wenn als seit sein seine ihr ihre auch doch dann damit so was wer wie nur noch zudem jedoch"
    ),
    announcing=(
        "hr hrn frl dipl z.b d.h u.a bzw vgl evtl ggf sog zzgl inkl bspw insb einschl d.i s.o s.u i.d.r z.t u.u m.e"
    ),
    counting="nr s abb bd bde kap ziff aufl jg jh tab anm rn az rdnr f ff dez okt",
    closing="usw u.s.w gmbh str geb gest jhs v.chr n.chr chr mio mrd tsd",
    before_ordinal="am im der die das dem den des vom zum zur bis ab seit beim ins d d. und",
    behind_ordinal="jahrhundert jahrhunderts jahrhunderte jahrestag weltkrieg",
    ordinals_have_stops=True,
    told_by=r"\b(?:und|der|nicht|eine|wurde|ist)\b",
    note_headings=(
        "anmerkungen; fußnoten; fussnoten; endnoten; einzelnachweise; quellen; quellenangaben; literatur; "
        "literaturverzeichnis; nachweise; belege; quellenverzeichnis; anmerkung; fußnote; "
        "quellen und anmerkungen; anmerkungen und einzelnachweise; referenzen; quellennachweise; "
        "quellen- und literaturverzeichnis; literatur- und quellenverzeichnis; verwendete literatur; "
        "zitierte literatur; literaturangaben; literaturhinweise; bibliografie; quellen und literatur; "
        "literatur und quellen; literaturliste; quellennachweis"
    ),
    heading_buttons="[bearbeiten]",
    note_words=r"fußnote|anm\.?",
    accessed=(
        r"(?:zuletzt |zul\. |letztmals )?(?:abgerufen|besucht|geprüft|aufgerufen|eingesehen|zugegriffen)(?: am)?|"
        r"(?:letzter |letzte )?(?:zugriff(?:sdatum)?|abruf(?:datum)?|aufruf|besuch|einsicht)(?: am)?|"
        r"(?:zuletzt |zul\. |letztmalig |letztmals )?(?:gesehen|gelesen|heruntergeladen|geöffnet|konsultiert)(?: am)?|"
        r"(?:zuletzt |zul\. |letztmalig |letztmals )?(?:angesehen|überprüft|abger\.|aufger\.)(?: am)?|"
        "(?:letzte[rs]? |zuletzt )?(?:abfrage|einsichtnahme|sichtung|überprüfung|download|zugang|"
        "abruftag|aufruftag)(?: vom| am)?|"
        r"(?:letzter |letzte )?(?:zugriff|abruf|aufruf|besuch|einsicht) vom|letzter (?:website)?besuch|"
        r"datum des (?:zugriffs|abrufs|letzten (?:zugriffs|abrufs))"
    ),
    as_of="stand",
    archived="archiviert",
    archived_on="vom am",
    introductions=(
        r"vgl\.?|siehe(?: auch)?|(?-i:s\.)|(?-i:und)|s\. (?:auch|dazu|hierzu)|sowie|vgl\. (?:auch|dazu)|dazu|"
        r"(?-i:auch|ferner|etwa|ähnlich|anders|so(?= auch\b))|quellen?(?=\s*:)"
    ),
    pointers=(
        r"vgl|vergleiche|siehe|s\. (?:a\.|auch|dazu)|lesen sie|mehr (?:dazu|zu)|zur (?:übersicht|"
        "einführung|vertiefung)|"
        r"für einen überblick|für eine (?:einführung|übersicht)"
    ),
    media="elektronische ressource",
    see=r"s\. auch|dazu|so(?: auch| bereits| schon| etwa)?|krit\.|zust\.|abl\.|a\.\s?a\.",
    decided_on="vom",
    same_author="ders|dies|derselbe|dieselben?",
    between_works="sowie|mit",
    same_source="ebda?|ebenda|daselbst",
    named_hereafter=r"im [Ff]olgenden|nachfolgend|fortan",
    earlier_source=r"a\.\s?a\.\s?o|aao|am angegebenen ort",
    numbered_source=r"anm(?:erkung(?:en)?)?\.?|fu(?:ß|ss)noten?|fn\.?|endnoten?|note",
    above=r"oben|s\.\s?o\.|wie|o\.",
    below=r"unten|s\.\s?u\.",
    pages=r"s\.|seiten?|bl\.",
    paragraphs=r"rn\.?|rz\.?|rdnr?n?\.?|randnr\.|randnummern?|tz\.|abs\.|absatz|absätze",
    sections=r"abschn\.|abschnitte?|ziff\.|ziffer",
    chapters=r"kap\.?|kapitel",
    lines=r"z\.|zeilen?",
    times=r"min\.?|minuten?|minute",
    at_place=r"hier|bes\.|insb\.|insbesondere|ab|auf|dort|bei",
    volumes=r"bde?\.|band|jg\.|jahrgang|h\.|heft|nr\.|ausg\.|ausgabe",
    no_date=r"o\.\s?j\.?",
    editions=r"aufl(?:\.|age)",
    edited="hrsg",
    and_others=r"u\.\s?a|und andere|et al",
    by="von",
    site_cues="in bei auf",
    no_sites=r"s|seite|auf|bei|nr|heft|h|jg|bd|band|pdf|rn|az|aufl|\d+\. aufl(?:age)?|hrsg|stand",
    site_tails="vom|am|nr|heft|h|jg|bd|band|ausgabe|ausg",
    address_cues=(
        "(?:im internet|online|verfügbar|abrufbar|einsehbar|zugänglich|erreichbar|zu finden)(?: unter| auf| bei)?|"
        "unter|(?:abgerufen|entnommen|heruntergeladen) (?:von|aus)"
    ),
    reference_words="verlag",
    between_authors=r"und|u\.",
    other_authors=r"et al\.?|u\.\s?a\.|und andere|und (?:kolleg\w+|mitarbeiter\w*)|u\. mitarb\.",
    quoted_in=r"(?:zit(?:iert|\.) (?:nach|n\.|bei|in))",
    cited_within="nach",
    unpublished=r"im (?:druck|erscheinen)|i\.\s?e\.|i\.\s?d\.|in vorb(?:ereitung|\.)|unveröffentlicht|eingereicht",
    organisations=(
        r"\w*(?:ministerium|amt|bank|rat|kommission|institut|universität|agentur|verband|verein|"
        "gesellschaft|stiftung|bund|behörde|zentrum|akademie|gericht|partei|anstalt|kammer)|verband"
    ),
    no_authors=(
        "tabelle|tab|abbildung|abb|kapitel|kap|abschnitt|anhang|artikel|gesetz|vertrag|richtlinie|"
        "verordnung|ausgabe|band|heft|frühjahr|frühling|sommer|herbst|winter|quartal|sturm|krieg|stand|"
        "foto|bild|seit|bis|gegründet|geboren|anm"
    ),
    name_particles="von|vom|zu|zur|der|den",
    bodies="gesellschaft|gruppe|institut|stiftung|verlag|verein|verband",
    series="reihe|schriftenreihe",
    before_places="in|im|bei|aus",
    works="buch|roman|lied|artikel|aufsatz|studie",
    naming=r"genannt|sogenannte\w*|namens",
    spoken_of="von",
    speech=(
        r"antwortet\w*|räumt\w*|ergänzt\w*|warnt\w*|fragte|bemerkte|sagten|meinten|lobte|bestätigte|"
        r"behauptete|sagte|sagt|erklärt\w*|schrieb|schreibt|betont\w*|meint\w*|fügte|berichtet\w*|erzählt\w*|"
        "antwortete|räumte|warnte|kritisierte"
    ),
    title_words="der die das und",
    editors_notes=(
        "sic|(?:eigene |meine |unsere )?(?:herv(?:orhebung|orh)?|kursiv(?:ierung|setzung)?|unterstreichung|"
        r"fettdruck|übersetzung|übers)\b[^\])]{0,40}|"
        r"anm(?:erkung)?\.? [^\])]{1,30}"
    ),
    notes_left_out=(
        "(?:fußnoten?|anmerkungen|nachweise?|belege?|zitate?)(?: (?:wurden?|sind|im original))? (?:weg|aus)gelassen"
    ),
    left_out="auslassung|gekürzt|ausgelassen",
    turning=(
        "(?:nur |außer |selbst |auch |es sei denn,? )?(?:wenn|falls)|sofern|soweit|es sei denn|außer|"
        "ausgenommen|aber|jedoch|doch|allerdings|sondern|obwohl|obgleich|vorausgesetzt|solange|abgesehen von|"
        "es wäre denn|wenngleich"
    ),
    denying=(
        "(?:frühere[nr]?|vorherige[nr]?|ursprüngliche[nr]?|ersten) (?:version|"
        r"fassung)(?: \w+){0,4} (?:hieß es|stand|wurde)(?: \w+){0,3}|"
        r"(?:glaub\w*|denk\w*|mein\w*|sag\w*|behaupt\w*|find\w*|erwart\w*|heiß\w*|bedeut\w*|wiss\w*|weiß|"
        r"stimm\w*|versprech\w*|trifft)(?: \w+){0,3} (?:nicht|nie|niemals|keineswegs|"
        r"kaum)(?: \w+)?(?:,? (?:dass|daß|ob))?|(?:nicht|nie|niemals|keineswegs|"
        r"kaum)(?: \w+){0,2} (?:glaub\w*|gesagt|behauptet|sagen|behaupten|meinen|gemeint|wahr|bewiesen|"
        r"erwiesen|sicher|klar)(?:,? (?:dass|daß|ob))?|(?:bestr(?:eite|itt)\w*|dementier\w*|bezweifel\w*|"
        r"leugne\w*|zweifel\w* daran|wider(?:spr\w+|leg\w+)|wies\w* zurück|falsch|unwahr|ausgeschlossen|"
        r"unwahrscheinlich|ein mythos|eine lüge|kein\w* (?:beweis\w*|beleg\w*|hinweis\w*|anzeichen|grund)|"
        r"niemand \w+)(?: \w+){0,4},? (?:dass|daß|ob)"
    ),
    page_not_found=(
        r"(?:die |diese )?(?:seite|datei|artikel|beitrag|inhalt|dokument)s?"
        r"(?: wurde| konnte| ist| existiert)?(?: leider)? nicht "
        r"(?:gefunden|(?:mehr )?verfügbar|(?:mehr )?vorhanden|existiert)|seite existiert (?:leider )?nicht(?: mehr)?"
    ),
    page_challenge=(
        "sicherheitsüberprüfung|bestätigen sie, dass sie (?:ein mensch|kein roboter)"
        r"|(?:prüfen|überprüfen),? ob (?:ihre verbindung|sie ein mensch)|"
        r"ungewöhnliche[nr]? (?:aktivität|zugriffe|datenverkehr)|^einen moment,? bitte[ .…!]*$|"
        r"sind sie ein (?:mensch|roboter)"
    ),
    page_elsewhere_only=(
        "in (?:ihre[mr]|deine[mr]) (?:land|region) (?:leider )?nicht (?:verfügbar|abrufbar)|nicht in "
        "(?:ihre[mr]|deine[mr]) (?:land|region) verfügbar"
        "|der zugriff auf diese (?:seite|website|webseite) (?:ist|wurde) (?:gesperrt|blockiert)"
    ),
    page_consent=(
        "bevor sie (?:fortfahren|zu)|ihre privatsphäre|wir (?:und unsere partner|schätzen)"
        r"|(?:unsere|und) (?:bis zu )?\d+ partner|mit werbung (?:weiter)?lesen|weiter(?:lesen)? mit werbung"
    ),
    page_login="^(?:bitte )?anmelden|^anmeldung",
    page_paywall="weiterlesen mit|nur für abonnenten|jetzt abonnieren",
    page_parked="domain zu verkaufen|(?:diese )?domain (?:steht zum verkauf|ist geparkt|kaufen)",
    page_database="datenbankfehler",
    page_maintenance=(
        "wartungs(?:arbeiten|modus)|(?:bald|gleich|in kürze) (?:wieder (?:da|für sie da|zurück)|zurück)"
        "|wir sind (?:gleich|bald|in kürze) wieder|interner (?:server)?fehler"
    ),
    page_needs_script="bitte (?:aktivieren sie )?javascript",
    page_cut=(
        "um (?:weiterzulesen|(?:den|diesen) (?:ganzen |vollständigen |gesamten )?(?:artikel|text|"
        "beitrag) (?:weiter|zu|ganz)|die(?:sen)? (?:ganzen? )?(?:artikel|geschichte|text) zu lesen)|"
        r"(?:jetzt|mit [^.!?]{1,30}) weiterlesen|weiterlesen mit|\d{1,2} ?(?:%|prozent) (?:des|dieses) "
        r"(?:artikels|textes|beitrags)|noch \d{1,2} ?(?:%|prozent)|(?:dieser|der (?:ganze|vollständige)|"
        "diesen) (?:artikel|text|beitrag|inhalt)[^.!?]{0,20} (?:nur|exklusiv)?[^.!?]{0,10}für (?:unsere "
        ")?(?:abonnent|mitglied)|nur für (?:abonnent|mitglied)|"
        r"mit [^.!?]{1,24} lesen sie (?:alle|diesen|den|weiter)|(?:sie haben|du hast) (?:\w+ ){0,5}artikel (?:\w+ ){0,3}gelesen"
        r"|(?:testen|registrieren|anmelden|abonnieren|freischalten) (?:und|&) weiterlesen"
    ),
    page_cut_words=(
        "lesen; prozent; abonnent; mitglied"
        r"; weiterlesen"
    ),
    page_removed=(
        "(?:dieses |dieser |das |der )?(?:video|beitrag|inhalt|konto|account|profil|kanal)(?: ist| "
        "wurde)?(?: derzeit| leider| zurzeit)? (?:nicht (?:mehr )?(?:verfügbar|vorhanden)|gelöscht|"
        "entfernt|gesperrt|privat)"
        r"|(?:die )?verweildauer (?:ist )?abgelaufen|(?:der|dieser) beitrag ist[^.]{0,40} nicht mehr (?:in der mediathek|abrufbar)"
    ),
    page_loading="(?:(?:inhalt|seite) )?(?:wird geladen|lädt)|bitte warten|laden",
    page_of=r"seite \d+ (?:von|/) \d+|teil \d+ von \d+",
    page_consent_words=(
        r"einwilligung|zustimm\w+|partnern?|personenbezogen\w*|datenschutz\w*|tracking|werbung|anzeigen|"
        "akzeptieren"
    ),
    directions=(
        r"beifall|applaus|gelächter|lachen|lacht\b|heiterkeit|zurufe?\b|zwischenrufe?\b|unruhe|"
        r"widerspruch|unverständlich|pause\b|glocke|jubel"
    ),
    page_related=(
        "lesen sie auch; lesen sie mehr; mehr zum thema; weitere artikel; "
        "das könnte sie auch interessieren; auch interessant; verwandte artikel; ähnliche artikel; "
        "meistgelesen; siehe auch; zum thema; weiterlesen; mehr dazu; empfehlungen der redaktion; "
        "passend dazu"
    ),
    page_comments=(
        "kommentare; leserkommentare; kommentar schreiben; schreiben sie einen kommentar; schreibe einen kommentar"
    ),
    page_numbering="seite seiten s von",
    page_lines=(
        "anzeige; anzeigen; werbung; advertorial; anzeige ende; artikel teilen; diesen artikel teilen; teilen; "
        "drucken; artikel drucken; merken; der artikel wird nach der anzeige fortgesetzt; nach der anzeige "
        "weiterlesen; inhalt wird nach der anzeige fortgesetzt; jetzt abonnieren; newsletter abonnieren; zum "
        "newsletter anmelden; nach oben; zum seitenanfang; vertraulich; entwurf; nur für den dienstgebrauch"
    ),
    page_stamps=(
        "heruntergeladen von; heruntergeladen am; alle rechte vorbehalten; ausgedruckt am; gedruckt am; "
        "fortsetzung auf seite; fortsetzung von seite; fortsetzung nächste seite"
    ),
    page_redirecting=(
        r"(?:diese seite|unsere (?:web)?seite|dieser artikel) (?:ist umgezogen|wurde verschoben|hat eine neue adresse)|"
        r"sie werden (?:automatisch |in kürze )?weitergeleitet|falls (?:sie nicht automatisch|"
        r"die weiterleitung nicht)"
    ),
    page_labels=(
        r"(?:anzeige|werbung|(?:der )?(?:artikel|text) (?:geht|wird) (?:nach|unter) (?:der|"
        r"dieser) (?:anzeige|werbung|galerie)(?: weiter| fortgesetzt)?|nach der werbung "
        r"weiterlesen|(?:diesen )?(?:artikel|beitrag) (?:an|vor)hören[^\n]{0,30})"
    ),
    dots="punkt",
    source_cues="(?:quellen?|hier|mehr|nachzulesen)",
    invitations=(
        "(?:foto|bild|grafik|video)s?:|"
        "(?:jetzt )?(?:abonnieren|folgen) sie|folgt? uns|melden sie sich|(?:jetzt )?(?:anmelden|"
        r"spenden|teilen)|unterstützen sie (?:uns|unsere\w*)|teilen sie|klicken sie|schreiben sie uns|"
        "hören sie|werden sie|(?:jetzt )?(?:mehr erfahren|gratis|kostenlos)|zur anmeldung|erfahren sie mehr|"
        "bestellen sie|laden sie|haben sie (?:fragen|hinweise)|noch mehr infos|du willst|mehr (?:infos|informationen)"
    ),
    own_parts=(
        "(?:diese[rsnm]?|vorliegende[rsnm]?|unsere[rsnm]?) (?:beitrags?|artikels?|aufsatz|"
        r"aufsatzes|bericht\w*|studie|text\w*|kapitels?|abschnitts?|arbeit|umfrage)|(?:tabelle|"
        r"abbildung|abb\.|kapitel|abschnitt|teil|anhang|seite|s\.|fußnote) \d+|wir (?:nennen|"
        "zählten|fragten|befragten)"
    ),
    superlatives=(
        r"(?:der|die|das|den|dem|des) (?:welt\w*|\w{2,20}ste[nrs]?|meist\w{3,20})(?: [\w-]+){0,4} (?:der welt|"
        "des landes|aller zeiten|in europa|der geschichte|weltweit|seiner art)"
    ),
    page_corrected=(
        r"\b(?:berichtigung|korrektur(?:hinweis)?|anmerkung der redaktion|richtigstellung)\s*:"
        r"|\bin einer (?:früheren|vorherigen|älteren) (?:fassung|version) (?:dieses|des) (?:artikels|textes|beitrags)"
    ),
    page_not_there=(
        r"(?:gesuchte|gewünschte|angeforderte|aufgerufene)[nr]? (?:seite|artikel|inhalt|dokument)\w* "
        r"(?:existiert|ist|wurde|konnte|kann|steht)"
        r"|(?:konnten|können)(?: wir)? (?:die|den|das)[^.]{0,45}(?:seite|artikel|beitrag|dokument) nicht finden"
    ),
    page_age=(
        "sind sie (?:schon |bereits |über |mindestens )?1[68]|altersprüfung|altersverifikation|bestätigen sie ihr alter"
    ),
    minus="minus",
    below_zero="unter (?:null|dem gefrierpunkt)|(?:grad )?(?:frost|kälte)",
    page_waiting="zu viele anfragen|warteraum|(?:virtuelle|digitale) warteschlange",
    page_rest=(
        "(?:den |die |das )?(?:ganzen?|vollständigen?|gesamten?) (?:artikel|text|bericht|beitrag|rede|"
        "interview|meldung) (?:lesen|ansehen|öffnen|anzeigen)|zum (?:ganzen|vollständigen) (?:artikel|"
        "text|bericht)|weiterlesen|volltext (?:anfordern|anzeigen|lesen)"
    ),
    page_abstract="zusammenfassung; kurzfassung",
    decades=(
        "20 zwanziger; 30 dreißiger dreissiger; 40 vierziger; 50 fünfziger; 60 sechziger; 70 siebziger; 80 "
        "achtziger; 90 neunziger"
    ),
    decades_behind=r"er(?:n)?(?:[- ]?jahre\w*)?",
    parts="2 hälfte!; 3 drittel; 4 viertel; 5 fünftel; 6 sechstel; 8 achtel; 10 zehntel",
    out_of="von",
    every="jede|jeder|jedes|jeden",
    points="prozentpunkte?n?",
    currencies=(
        "$ dollar dollars; € euro; £ pfund; FRANC franken sfr fr; YEN yen; YUAN yuan; ₽ rubel; ₹ rupien; "
        "LIRA lira; KRONE kronen; ZLOTY zloty; PESO pesos"
    ),
    around="um gegen circa",
    and_half="einhalb",
    half_a="(?:eine )?halbe|eine halbe",
    short_forms=(
        "dr doktor; prof professor; st sankt; str straße strasse; nr nummer; hl heiliger heilige "
        "heiligen; mio million millionen; mrd milliarde milliarden; tsd tausend; ca circa; bzw "
        "beziehungsweise; fr frau franken; hr herr; km kilometer kilometern; kg kilogramm"
    ),
    ranks=(
        r"(?:zweit|dritt|viert|fünft)(?:größt|grösst|höchst|ältest|stärkst|längst|kleinst|best|meist"
        r"|reichst|wichtigst)\w*"
    ),
    first_ranks=r"(?:größt|grösst|höchst|ältest|stärkst|längst|kleinst|best|meist|reichst|wichtigst)e[nrsm]?\b",
    page_retracted=(
        r"(?:dies\w+|der|die|das) (?:artikel|beitrag|aufsatz|studie|arbeit|bericht|publikation|veröffentlichung|meldung) "
        r"(?:wurde|ist)\b[^.!?]{0,40} zurückgezogen|zurückgezogen(?:er artikel)?(?=\s*(?:[:\]–—|-]|[.!]?$))"
        r"|\b(?:widerruf|zurückgezogen|rückzug des (?:artikels|beitrags))\s*:"
        r"|\bdies(?:er|e) (?:artikel|beitrag|text|studie) (?:wurde|ist) (?:von \w+ \w+ )?zurückgezogen"
    ),
    page_members=(
        r"(?:sie müssen|du "
        r"musst|bitte)[^.]{0,30}(?:angemeldet|eingeloggt|anmelden|einloggen)[^.]{0,45}(?:sehen|lesen|zuzugreifen|anzuzeigen|fortzufahren)|"
        r"nur für (?:registrierte|angemeldete) (?:benutzer|nutzer|mitglieder)"
    ),
    totals="gesamt insgesamt summe total zusammen alle durchschnitt sonstige",
    tens_and="und",
    hundreds_and="und",
    instead="statt|anstatt|anstelle von",
)
