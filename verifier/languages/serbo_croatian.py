"""Serbo-Croatian: Bosnian, Croatian, Montenegrin and Serbian, in both scripts."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Serbo-Croatian",
    codes="sh hr sr bs cnr",
    months=(
        "januar jan siječanj siječnja sij јануар јан; februar feb veljača veljače velj фебруар феб; "
        "mart ožujak ožujka ožu март мар; april apr travanj travnja tra април апр; maj svibanj svibnja svi мај; "
        "jun juni lipanj lipnja јун јуни; jul juli srpanj srpnja јул јули; august avgust avg kolovoz "
        "kolovoza kol август авг; "
        "septembar sep rujan rujna ruj септембар сеп; oktobar okt октобар окт; novembar nov studeni "
        "studenoga stu новембар нов; "
        "decembar dec prosinac prosinca децембар дец"
    ),
    numbers=(
        "2 dva dvije dve два две; 3 tri три; 4 četiri четири; 5 pet пет; 6 šest шест; 7 sedam седам; 8 osam осам; "
        "9 devet девет; 10 deset десет; 100 sto сто"
    ),
    elsewhere="pet tri",
    amounts="jedan jedna jedno pola један једна пола",
    magnitudes=(
        "1e3 tisuća tisuće hiljada hiljade хиљада хиљаде; 1e6 milijun milijuna milion miliona милион милиона; "
        "1e9 milijarda milijarde милијарда милијарде"
    ),
    percent="posto procenata одсто процената",
    roughly="gotovo oko približno готово око",
    at_least="više preko више преко",
    at_most="manje мање",
    negations=(
        "ne nije nisu nema nikad nikada nitko niko ništa bez ni niti nijedan не није нису нема никад никада нико ништа "
        "без ни нити"
    ),
    negative_prefixes="ne bez не без",
    modals="može mogu mora možda vjerojatno vjerovatno verovatno treba може могу мора можда вероватно треба",
    qualifiers="samo gotovo oko neki često većina само готово око неки често већина",
    function_words="i u na s sa iz za od da je su se nije koji koja koje kao и у на са из за од да је су се",
    before_ordinal="dana",
    ordinals_have_stops=True,
    note_headings="bilješke; izvori; напомене; референце; reference; napomene; literatura; извори; литература",
    accessed="pristupljeno|приступљено",
    archived="arhivirano|архивирано",
    see=r"vidi|v\.|usp\.|види|в\.|упор\.",
    same_source="isto|исто|na istom (?:mjestu|mestu)|на истом месту",
    earlier_source=r"nav(?:edeno|\.) d(?:je|e)lo|нав(?:едено|\.) дело|cit(?:irano|\.) d(?:je|e)lo",
    numbered_source=r"bilj(?:ešk[aeu]|\.)|fusnot[aeiu]|нап(?:омен[аеу]|\.)|фуснот[аеу]",
    above="gore|горе",
    below="dolje|dole|доле",
    pages=r"s\.|str\.|stran(?:a|e|ica|ice)|стр\.|страна|с\.",
    paragraphs="odlomak|stav|став|пасус",
    chapters=r"pogl\.|poglavlje|гл\.|поглавље",
    times="minut[ae]|минут",
    at_place="ovdje|ovde|овде",
    volumes=r"br\.|god\.|sv\.|бр\.|год\.",
    no_date=r"b\.\s?d\.|b\.\s?g\.",
    between_authors="i|и",
    other_authors=r"i dr\.?|i sur\.?|i sar\.?|i suradnici|i saradnici|и др\.?|и сар\.?",
    quoted_in="citirano u",
    cited_within="prema",
    unpublished="u tisku|u štampi",
    editors_notes=r"sic|(?:istakao|istakla|naglas\w*|podvuk\w*|kurziv\w*|prijevod|prevod|isticanje)\b[^\])]{0,40}",
    left_out="izostavljeno",
    turning=(
        "(?:samo |čak |osim )?ako|osim|ali|no|međutim|iako|premda|pod uslovom|pod uvjetom|izuzev|već|осим|"
        "али|ако|међутим|иако"
    ),
    denying=(
        r"ne (?:\w+ ){0,2}(?:misl\w+|vjeruj\w+|veruj\w+|kaž\w+|tvrd\w+|znači|znam|zna)(?: \w+){0,3},? da|"
        r"(?:negira\w*|pori[čc]\w+|opovrg\w+|demant\w+|sumnja\w*|odbac\w+|netačno|netočno|nemoguće|"
        r"niko ne \w+|nitko ne \w+|nema dokaza)(?: \w+){0,4},? da"
    ),
    page_not_found="stranica nije pronađena|страница није пронађена",
    page_numbering="strana stranica str s od strane",
    page_lines=(
        "oglas; reklama; članak se nastavlja ispod oglasa; tekst se nastavlja ispod oglasa; nastavak ispod oglasa; "
        "podijeli; podeli; podijelite članak; podeli vest; ispiši; povjerljivo; poverljivo; nacrt"
    ),
    page_stamps=(
        "preuzeto s; preuzeto sa; sva prava pridržana; sva prava zadržana; nastavak na stranici; nastavak na strani"
    ),
    speech=r"rek\w+|kazal\w*|kaže|izjavi\w+|doda\w+|napisa\w+|istaknu\w+|objasni\w+|naveo|navela",
    page_labels=(
        r"(?:oglas|tekst se nastavlja ispod (?:oglasa|reklame|videa)|nastavak (?:teksta|članka) "
        r"ispod (?:oglasa|reklame))"
    ),
    page_related=(
        "pročitajte i; pročitajte još; pročitajte više; povezani članci; povezane vijesti; najčitanije; "
        "vezane vesti; vidi još"
    ),
    page_not_there=(
        "(?:stranica|strana|članak|страница|страна|чланак) (?:koju|koji|коју|који) (?:tražite|"
        "ste tražili|тражите|сте тражили) (?:n|je|н|је)"
    ),
    decades_behind=r"-?(?:ih|их|te|те)(?: \w+)?",
    parts=(
        "2 polovina! polovinu! polovine! половина! половину! половине!; 3 trećina! trećinu! trećine! трећина! "
        "трећину! трећине!; 4 četvrtina! četvrtinu! четвртина! четвртину!; 5 petina! petinu! петина! петину!; "
        "10 desetina! desetinu! десетина! десетину!"
    ),
    every="svaki|svaka|svako|сваки|свака|свако",
    points=r"procentn\w+ poen\w*|postotn\w+ (?:bod|poen)\w*|процентн\w+ поен\w*",
    currencies=("DINAR dinar dinara динар динара; € evra eura евра; $ dolara долара; MARK maraka марака"),
    opposites=(
        "porastao porasla poraslo povećan povećana povećao / smanjen smanjena smanjio opao opala opalo; "
        "порастао порасла порасло повећан повећана повећао / смањен смањена смањио опао опала опало; "
        "više / manje; више / мање"
    ),
    and_half="i po",
    half_a="pola|пола",
    ordinals=(
        "2 drugi druga drugo други друга друго; 3 treći treća трећи трећа треће; 4 četvrti "
        "četvrta četvrto четврти четврта четврто; 5 peti peta peto пети пета пето; 6 šesti šesta шести "
        "шеста; 7 sedmi sedma седми седма; 8 osmi osma осми осма; 9 deveti deveta девети девета; 10 "
        "deseti deseta десети десета"
    ),
    short_forms=(
        "dr doktor; prof profesor; sv sveti svetog sveta; ul ulica ulice; mil milion miliona milijuna; "
        "mlrd milijardi milijarde; др доктор; проф професор; св свети светог света; ул улица улице; км "
        "километара"
    ),
)
