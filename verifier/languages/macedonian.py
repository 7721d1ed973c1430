"""Macedonian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Macedonian",
    codes="mk",
    months="јануари јан; февруари фев; март; април; мај; јуни; јули; август; септември; октомври; ноември; декември",
    numbers="2 два две; 3 три; 4 четири; 5 пет; 6 шест; 7 седум; 8 осум; 9 девет; 10 десет; 100 сто",
    amounts="еден една половина",
    magnitudes="1e3 илјада илјади; 1e6 милион милиони; 1e9 милијарда милијарди",
    percent="проценти",
    roughly="речиси околу",
    negations="не ни нема никогаш никој ништо без ниту",
    negative_prefixes="не без",
    modals="може можат мора треба веројатно",
    qualifiers="само речиси околу некои често",
    function_words="и во на со по за од дека како не се да е",
    note_headings="наводи; белешки; извори",
    see="види",
    same_source="исто",
    numbered_source="фуснота|забелешка",
    above="погоре",
    pages=r"стр\.|страница",
    chapters=r"гл\.|глава",
    volumes=r"бр\.",
    between_authors="и",
    other_authors=r"и др\.?|и соработници",
    page_not_found="страницата не е пронајдена",
    page_not_there="страницата (?:што|која) ја (?:барате|побаравте) (?:не|е)",
)
