"""Thai."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Thai",
    codes="th",
    months="มกราคม; กุมภาพันธ์; มีนาคม; เมษายน; พฤษภาคม; มิถุนายน; กรกฎาคม; สิงหาคม; กันยายน; ตุลาคม; พฤศจิกายน; ธันวาคม",
    negations="ไ ม่",
    negative_runs="ไม่ มิ",
    announcing="ร.ศ",
    note_headings="อ้างอิง; เชิงอรรถ",
    same_source="เรื่องเดียวกัน|เพิ่งอ้าง",
    earlier_source="อ้างแล้ว",
    numbered_source="เชิงอรรถ(?:ที่)?",
    pages=r"หน้า|น\.",
    chapters="บทที่",
    times="นาทีที่",
    turning="แต่|ถ้า|หาก|เว้นแต่|ยกเว้น|นอกจาก",
    page_not_found=r"ไม่พบ(?:หน้า|เพจ)\w*",
)
