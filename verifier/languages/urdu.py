"""Urdu."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Urdu",
    codes="ur",
    months="جنوری; فروری; مارچ; اپریل; مئی; جون; جولائی; اگست; ستمبر; اکتوبر; نومبر; دسمبر",
    numbers="2 دو; 3 تین; 4 چار; 5 پانچ; 6 چھ; 7 سات; 8 آٹھ; 9 نو; 10 دس; 100 سو",
    amounts="ایک آدھا",
    magnitudes="1e3 ہزار; 1e5 لاکھ; 1e6 ملین; 1e7 کروڑ; 1e9 ارب",
    percent="فیصد",
    roughly="تقریبا قریب",
    negations="نہیں نہ مت بغیر کبھی",
    elsewhere="کبھی",
    modals="شاید چاہیے سکتا سکتے سکتی ممکن",
    qualifiers="صرف کچھ اکثر",
    note_headings="حوالہ جات; حواشی; مآخذ",
    see="دیکھیے",
    same_source="ایضاً|ایضا",
    earlier_source="حوالہ سابق|محولہ بالا",
    numbered_source="حاشیہ",
    pages=r"ص\.?|صفحہ",
    chapters="باب",
    volumes="جلد|شمارہ",
    between_authors="اور",
    other_authors="و دیگر|اور دیگر",
    page_not_found="صفحہ نہیں ملا",
    page_not_there="آپ جو صفحہ[^۔]{0,20} (?:موجود نہیں|نہیں ملا|حذف)",
)
