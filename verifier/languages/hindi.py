"""Hindi."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Hindi",
    codes="hi",
    months="जनवरी; फ़रवरी फरवरी; मार्च; अप्रैल; मई; जून; जुलाई; अगस्त; सितंबर सितम्बर; अक्तूबर अक्टूबर; नवंबर नवम्बर; दिसंबर दिसम्बर",
    numbers="2 दो; 3 तीन; 4 चार; 5 पांच पाँच; 6 छह; 7 सात; 8 आठ; 9 नौ; 10 दस; 100 सौ",
    amounts="एक आधा",
    magnitudes="1e3 हज़ार हजार; 1e5 लाख; 1e7 करोड़; 1e9 अरब",
    percent="प्रतिशत फीसदी",
    roughly="लगभग करीब",
    at_least="अधिक",
    at_most="कम",
    negations="नहीं न ना मत नही बिना",
    modals="शायद सकता सकते सकती चाहिए",
    qualifiers="केवल सिर्फ कुछ अधिकांश अक्सर",
    note_headings="संदर्भ; सन्दर्भ; टिप्पणियाँ; स्रोत",
    see="देखें",
    same_source="वही",
    earlier_source="पूर्वोक्त",
    numbered_source="(?:पाद )?टिप्पणी",
    pages=r"पृ\.|पृष्ठ",
    chapters="अध्याय",
    volumes="खंड|अंक",
    between_authors="और|एवं|तथा|व",
    other_authors="और अन्य|एवं अन्य|आदि",
    organisations="मंत्रालय|बैंक|परिषद|आयोग|संस्थान|विश्वविद्यालय|संगठन",
    editors_notes=r"(?:ज़ोर|जोर|अनुवाद|इटैलिक)(?: |$)[^\])]{0,40}",
    turning="(?:केवल |सिर्फ )?(?:अगर|यदि)|लेकिन|परंतु|परन्तु|किंतु|सिवाय|बशर्ते|मगर|जब तक|हालांकि",
    page_not_found="पृष्ठ नहीं मिला",
)
