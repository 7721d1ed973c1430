"""Serbo-Croatian: Bosnian, Croatian, Montenegrin and Serbian, in both scripts."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Serbo-Croatian",
    codes="sh hr sr bs cnr",
    # Without Croatian listopad(a), October: it is November in Polish, Czech and Ukrainian.
    months="januar jan siječanj siječnja sij јануар јан; februar feb veljača veljače velj фебруар феб; "
    "mart ožujak ožujka ožu март мар; april apr travanj travnja tra април апр; maj svibanj svibnja svi мај; "
    "jun juni lipanj lipnja јун јуни; jul juli srpanj srpnja јул јули; august avgust avg kolovoz kolovoza kol август авг; "
    "septembar sep rujan rujna ruj септембар сеп; oktobar okt октобар окт; novembar nov studeni studenoga stu новембар нов; "
    "decembar dec prosinac prosinca децембар дец",
    numbers="2 dva dvije dve два две; 3 tri три; 4 četiri четири; 5 pet пет; 6 šest шест; 7 sedam седам; 8 osam осам; "
    "9 devet девет; 10 deset десет; 100 sto сто",
    elsewhere="pet tri",
    amounts="jedan jedna jedno pola један једна пола",
    magnitudes="1e3 tisuća tisuće hiljada hiljade хиљада хиљаде; 1e6 milijun milijuna milion miliona милион милиона; "
    "1e9 milijarda milijarde милијарда милијарде",
    percent="posto procenata одсто процената",
    roughly="gotovo oko približno готово око",
    at_least="više preko више преко",
    at_most="manje мање",
    negations="ne nije nisu nema nikad nikada nitko niko ništa bez ni niti nijedan не није нису нема никад никада нико ништа "
    "без ни нити",
    negative_prefixes="ne bez не без",
    modals="može mogu mora možda vjerojatno vjerovatno verovatno treba може могу мора можда вероватно треба",
    qualifiers="samo gotovo oko neki često većina само готово око неки често већина",
    function_words="i u na s sa iz za od da je su se nije koji koja koje kao и у на са из за од да је су се",
    before_ordinal="dana",
    ordinals_have_stops=True,
    note_headings="bilješke; izvori; напомене; референце; reference; napomene; literatura; извори; литература",
    accessed="pristupljeno|приступљено",
    archived="arhivirano|архивирано",
    same_source="isto|исто",
    page_not_found="stranica nije pronađena|страница није пронађена",
)
