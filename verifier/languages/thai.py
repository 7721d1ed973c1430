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
    see="ดู",
    same_source="เรื่องเดียวกัน|เพิ่งอ้าง",
    earlier_source="อ้างแล้ว",
    numbered_source="เชิงอรรถ(?:ที่)?",
    pages=r"หน้า|น\.",
    chapters="บทที่",
    times="นาทีที่",
    no_date=r"ม\.ป\.ป\.?",
    between_authors="และ",
    other_authors="และคณะ|และคนอื่น ?ๆ",
    cited_within="อ้างถึงใน|อ้างใน",
    organisations=r"กระทรวง\w*|ธนาคาร\w*|สำนักงาน\w*|สถาบัน\w*|มหาวิทยาลัย\w*|กรม\w*",
    no_authors="ตาราง|บทที่|มาตรา",
    turning="แต่|ถ้า|หาก|เว้นแต่|ยกเว้น|นอกจาก",
    editors_notes=r"(?:เน้น|ตัวเอน|ขีดเส้นใต้|คำแปล)[^\])]{0,40}",
    denying=r"\S{0,20}?(?:ไม่(?:คิด|เชื่อ|ได้หมายความ|จริงที่|ยืนยัน)ว่า|ปฏิเสธว่า|ไม่มีหลักฐานว่า)",
    page_not_found=r"ไม่พบ(?:หน้า|เพจ)\w*",
    page_numbering="หน้า",
    page_lines="โฆษณา; อ่านต่อ; แชร์; แชร์บทความนี้; พิมพ์; สมัครรับข่าวสาร; ลับ; ฉบับร่าง",
    page_stamps="ดาวน์โหลดจาก; สงวนลิขสิทธิ์; อ่านต่อหน้า; อ่านเพิ่มเติม",
    speech=r"กล่าว|พูด|บอก|เขียน|ระบุ",
)
