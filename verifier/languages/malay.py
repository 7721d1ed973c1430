"""Malay."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Malay",
    codes="ms",
    months=(
        "januari jan; februari feb; mac; april apr; mei; jun; julai; ogos; september sep; oktober okt; november nov; "
        "disember dis"
    ),
    numbers=(
        "2 dua; 3 tiga; 4 empat; 5 lima; 6 enam; 7 tujuh; 8 lapan; 9 sembilan; 10 sepuluh; 100 seratus; 1000 seribu"
    ),
    elsewhere="lima mac",
    amounts="satu setengah",
    magnitudes="10 dekad; 1e3 ribu; 1e6 juta; 1e9 bilion",
    percent="peratus",
    roughly="sekitar hampir kira-kira",
    negations="tidak bukan belum tanpa jangan tak tiada",
    modals="mungkin boleh dapat mesti harus akan",
    qualifiers="hanya hampir beberapa sering",
    note_headings="rujukan; nota kaki; catatan; sumber",
    accessed="dicapai(?: pada)?|diakses",
    see="lihat|rujuk",
    numbered_source="nota(?: kaki)?",
    above="di atas",
    below="di bawah",
    pages=r"hlm\.?|ms\.|halaman|muka surat",
    paragraphs="perenggan",
    chapters="bab",
    times="minit",
    volumes=r"bil\.|jilid",
    between_authors="dan",
    other_authors=r"dan rakan-rakan|dll\.?",
    page_not_found="halaman tidak dijumpai",
    page_not_there=r"(?:halaman|laman) yang (?:anda )?(?:cari|minta)\w* (?:tidak|telah)",
)
