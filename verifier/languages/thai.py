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
    turning="แต่|ถ้า|หาก|เว้นแต่|ยกเว้น|นอกจาก",
    page_not_found=r"ไม่พบ(?:หน้า|เพจ)\w*",
    page_numbering="หน้า",
    page_labels="โฆษณา; อ่านต่อ; แชร์; แชร์บทความนี้; พิมพ์; สมัครรับข่าวสาร; ลับ; ฉบับร่าง",
    page_stamps="ดาวน์โหลดจาก; สงวนลิขสิทธิ์; อ่านต่อหน้า; อ่านเพิ่มเติม",
    speech=r"กล่าว|พูด|บอก|เขียน|ระบุ",
)
