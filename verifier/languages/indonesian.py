"""Indonesian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Indonesian",
    codes="id jv su",
    months=(
        "januari jan; februari pebruari feb; maret mar; april apr; mei; juni jun; juli jul; agustus agu "
        "agt; september sep; "
        "oktober okt; november nopember nov; desember des"
    ),
    numbers=(
        "2 dua; 3 tiga; 4 empat; 5 lima; 6 enam; 7 tujuh; 8 delapan; 9 sembilan; 10 sepuluh; 100 seratus; 1000 seribu"
    ),
    elsewhere="lima",
    amounts="satu setengah",
    magnitudes="10 dekade; 1e3 ribu; 1e6 juta; 1e9 miliar milyar; 1e12 triliun",
    percent="persen",
    roughly="sekitar hampir kira-kira",
    at_least="lebih",
    at_most="kurang",
    negations="tidak bukan belum tanpa jangan tak tiada",
    modals="mungkin bisa dapat harus boleh akan barangkali",
    qualifiers="hanya hampir beberapa sering kadang",
    function_words="yang di ke dari untuk dengan pada ini itu adalah dalam tidak",
    note_headings=(
        "catatan kaki; referensi; catatan; daftar pustaka; daftar rujukan; daftar referensi; catatan akhir; sumber"
    ),
    accessed="diakses(?: pada)?(?: tanggal)?|akses(?: pada)?|diunduh(?: pada)?(?: tanggal)?",
    introductions="lihat(?: juga)?",
    and_others="dkk",
    address_cues="tersedia di|diakses dari|diperoleh dari",
    see=r"lihat|bdk\.",
    numbered_source=r"catatan(?: kaki)?(?: no(?:mor|\.))?",
    above="di atas",
    below="di bawah",
    pages=r"hlmn?\.?|hal\.?|halaman",
    paragraphs="alinea|paragraf",
    chapters="bab",
    times="menit",
    at_place="di sini|pada",
    volumes=r"no\.|nomor|jilid",
    no_date=r"t\.\s?t\.|tanpa tahun",
    between_authors="dan",
    other_authors=r"dkk\.?|et al\.?|dan kawan-kawan",
    quoted_in="dikutip dalam",
    cited_within="dalam|dikutip oleh",
    unpublished="dalam proses terbit",
    organisations="kementerian|badan|bank|dewan|komisi|lembaga|universitas|asosiasi|organisasi|yayasan|kantor|pusat",
    no_authors="tabel|gambar|bab|pasal|undang-undang",
    before_places="di",
    editors_notes=r"sic|(?:penekanan|cetak (?:miring|tebal)|garis bawah|terjemahan|huruf miring)\b[^\])]{0,40}",
    turning="(?:hanya |kecuali )?jika|kecuali|tetapi|namun|asalkan|meskipun|walaupun|tapi|apabila|selama",
    denying=(
        r"(?:tidak|bukan|tak) (?:\w+ ){0,2}(?:percaya|mengatakan|berarti|menyatakan|mengklaim|tahu|yakin|"
        r"benar|menganggap)(?: \w+){0,3} bahwa|(?:membantah|menyangkal|meragukan|menolak)(?: \w+){0,4} bahwa"
    ),
    page_not_found="halaman tidak ditemukan",
    page_numbering="halaman hal dari",
    page_lines=(
        "iklan; advertensi; lanjutkan membaca; artikel berlanjut setelah iklan; gulir untuk lanjut membaca; scroll "
        "untuk melanjutkan; baca juga; bagikan; bagikan artikel ini; cetak; berlangganan; kembali ke atas; "
        "rahasia; rancangan"
    ),
    page_stamps="diunduh dari; hak cipta dilindungi; bersambung ke halaman",
    speech=r"kata\w*|ujar\w*|tutur\w*|ucap\w*|jelas\w*|tambah\w*|tulis|menurut",
    page_labels=r"(?:iklan|scroll untuk (?:melanjutkan|baca)[^\n]{0,30}|lanjut baca setelah iklan)",
    page_related="baca juga; lihat juga; artikel terkait; berita terkait; terpopuler",
    source_cues="(?:sumber|tautan)",
    page_challenge=(
        "verifikasi bahwa anda (?:bukan robot|manusia)|^tunggu sebentar[ .…!]*$"
        r"|bukan robot|pemeriksaan keamanan|lalu lintas (?:tidak biasa|mencurigakan)"
    ),
    page_elsewhere_only=(
        "tidak tersedia di (?:negara|wilayah) anda|akses (?:ke )?situs ini (?:telah )?diblokir|internet positif"
    ),
    page_consent="sebelum melanjutkan|privasi anda",
    page_login="^masuk$|^silakan masuk",
    page_paywall="khusus pelanggan|berlangganan (?:untuk|sekarang)",
    page_cut=(
        "(?:untuk )?(?:melanjutkan|lanjut) membaca[^.!?]{0,30}(?:berlangganan|masuk|daftar)|khusus pelanggan|"
        "berlangganan untuk"
        r"|membaca (?:semua |seluruh )(?:\d+ )?artikel gratis|telah membaca \d+ artikel gratis|"
        r"(?:batas|kuota)[^.!?]{0,15}gratis[^.!?]{0,15}(?:habis|tercapai)"
    ),
    page_cut_words=(
        "membaca; pelanggan; berlangganan"
        r"; gratis"
    ),
    page_parked="domain (?:ini )?dijual",
    page_maintenance="(?:sedang )?(?:dalam )?(?:pemeliharaan|perbaikan) (?:sistem|situs)|dalam pemeliharaan",
    page_removed="(?:video|kiriman|konten|akun) (?:ini )?(?:telah dihapus|tidak tersedia)",
    page_loading="memuat",
    page_of=r"halaman \d+ dari \d+",
    page_comments="komentar; tulis komentar; tinggalkan komentar",
    page_not_there=(
        r"(?:halaman|artikel|konten) yang (?:anda|kamu) (?:cari|minta|tuju|akses)\w* (?:tidak|telah|"
        "sudah|mungkin)"
    ),
    page_age="apakah (?:anda|kamu) (?:berusia |sudah berusia |di atas )?(?:di atas )?18|verifikasi (?:usia|umur)",
    page_rest="baca (?:selengkapnya|selanjutnya)",
    page_abstract="abstrak",
    decades_behind="-an",
    parts="2 setengah! separuh!; 3 sepertiga!; 1.5 dua_pertiga!; 4 seperempat!; 1.3333 tiga_perempat!; 5 seperlima!",
    out_of="dari",
    points="poin persentase",
    currencies=("RUPIAH rupiah; $ dolar; € euro"),
    opposites=(
        "naik meningkat bertambah / turun menurun berkurang; kenaikan / penurunan; meningkatkan menaikkan / "
        "menurunkan mengurangi; menerima diterima menyetujui disetujui / menolak ditolak; dibuka membuka / ditutup "
        "menutup; sebelum / sesudah setelah; menang memenangkan / kalah; mayoritas / minoritas; mengizinkan "
        "diizinkan / melarang dilarang; impor / ekspor; lebih / kurang; tertinggi / terendah; terbesar / terkecil; "
        "utara / selatan; timur / barat; untung / rugi"
    ),
    half_a="setengah",
    page_retracted="artikel ini (?:telah )?(?:ditarik|dicabut)",
    page_members=r"(?:harus|perlu) (?:login|masuk) (?:untuk|terlebih)|masuk untuk (?:melihat|membaca)",
    page_needs_script=r"(?:meng)?aktifkan javascript",
)
