"""Bengali."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Bengali",
    codes="bn",
    months=("জানুয়ারি জানুয়ারী; ফেব্রুয়ারি ফেব্রুয়ারী; মার্চ; এপ্রিল; মে; জুন; জুলাই; আগস্ট; সেপ্টেম্বর; অক্টোবর; নভেম্বর; ডিসেম্বর"),
    numbers="2 দুই; 3 তিন; 4 চার; 5 পাঁচ; 6 ছয়; 7 সাত; 8 আট; 9 নয়; 10 দশ; 100 শত",
    elsewhere="নয়",
    amounts="এক অর্ধেক",
    magnitudes="1e3 হাজার; 1e5 লাখ লক্ষ; 1e7 কোটি",
    percent="শতাংশ",
    roughly="প্রায়",
    negations="না নয় নেই নি নাই বিনা ছাড়া",
    modals="হয়তো সম্ভবত উচিত পারে পারেন",
    qualifiers="শুধু কেবল কিছু প্রায়",
    note_headings="তথ্যসূত্র; টীকা; উৎস",
    see="দেখুন",
    same_source="ঐ",
    earlier_source="প্রাগুক্ত",
    numbered_source="টীকা",
    pages=r"পৃ\.|পৃষ্ঠা",
    chapters="অধ্যায়",
    volumes="খণ্ড",
    between_authors="ও|এবং",
    other_authors="ও অন্যান্য|প্রমুখ",
    page_not_found=("পাতা পাওয়া যায়নি|(?:পাতা|পৃষ্ঠা|পাতাটি|পৃষ্ঠাটি) (?:খুঁজে )?পাওয়া যায়নি"),
    page_not_there=r"আপনি যে (?:পাতা|পৃষ্ঠা)\w*[^।]{0,15} খুঁজছেন",
)
