"""Tamil."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Tamil",
    codes="ta",
    months="ஜனவரி; பிப்ரவரி; மார்ச்; ஏப்ரல்; மே; ஜூன்; ஜூலை; ஆகஸ்ட்; செப்டம்பர்; அக்டோபர்; நவம்பர்; டிசம்பர்",
    numbers="2 இரண்டு; 3 மூன்று; 4 நான்கு; 5 ஐந்து; 6 ஆறு; 7 ஏழு; 8 எட்டு; 9 ஒன்பது; 10 பத்து; 100 நூறு",
    amounts="ஒன்று ஒரு",
    magnitudes="1e3 ஆயிரம்; 1e5 லட்சம்; 1e7 கோடி",
    percent="சதவீதம்",
    negations="இல்லை அல்ல இல்லாமல் வேண்டாம்",
    negative_runs="வில்லை",
    modals="வேண்டும் முடியும் ஒருவேளை",
    qualifiers="மட்டும் சில பெரும்பாலும்",
    note_headings="மேற்கோள்கள்; குறிப்புகள்; ஆதாரங்கள்",
    see="பார்க்க",
    same_source="மேலது",
    earlier_source="மேற்படி",
    pages=r"பக்\.|பக்கம்",
    chapters="அத்தியாயம்",
    between_authors="மற்றும்",
    other_authors="மற்றும் பலர்",
    page_not_found=("பக்கம் காணப்படவில்லை|பக்கம் (?:கிடைக்கவில்லை|இல்லை)"),
    page_not_there="நீங்கள் தேடும் பக்கம்",
)
