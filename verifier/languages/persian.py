"""Persian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Persian",
    codes="fa",
    months="ژانویه; فوریه; مارس; آوریل; مه; ژوئن; ژوئیه; اوت; سپتامبر; اکتبر; نوامبر; دسامبر",
    numbers="2 دو; 3 سه; 4 چهار; 5 پنج; 6 شش; 7 هفت; 8 هشت; 9 نه; 10 ده; 100 صد; 1000 هزار",
    elsewhere="نه",
    amounts="یک نیم",
    magnitudes="1e3 هزار; 1e6 میلیون; 1e9 میلیارد",
    percent="درصد",
    percent_phrases="در صد",
    roughly="حدود تقریبا",
    at_least="بیش",
    at_most="کمتر",
    negations="نه نیست هیچ لیس بدون بی",
    modals="شاید باید ممکن",
    qualifiers="فقط تنها برخی بیشتر اغلب گاهی",
    note_headings="منابع; پانویس; پانویس‌ها; پی‌نوشت; پی‌نوشت‌ها; یادداشت‌ها; ارجاعات",
    accessed="تاریخ (?:دسترسی|مشاهده|بازدید|مراجعه)|دسترسی(?: در)?|آخرین (?:بازدید|مشاهده)",
    same_source="همان",
    page_not_found="(?:صفحه|مطلب)[ء-ی \u200c]{0,30}(?:یافت نشد|پیدا نشد|وجود ندارد)",
    page_login="^ورود",
)
