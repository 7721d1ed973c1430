"""Vietnamese."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Vietnamese",
    codes="vi",
    numbers="2 hai; 3 ba; 4 bốn; 5 năm; 6 sáu; 7 bảy; 8 tám; 9 chín; 10 mười; 100 trăm",
    amounts="một nửa",
    ones_follow_ten=True,
    magnitudes="1e3 nghìn ngàn; 1e6 triệu; 1e9 tỷ tỉ",
    percent_phrases="phần trăm",
    elsewhere="hai ba năm một có thể phải nên bảy bốn sáu tám chín mười",
    negations="không chẳng chưa đừng chả",
    modals="có thể phải sẽ nên",
    qualifiers="chỉ gần khoảng thường",
    note_headings="chú thích; tham khảo; nguồn; tài liệu tham khảo; tài liệu trích dẫn",
    accessed="truy cập(?: ngày)?|ngày truy cập|truy cập lần cuối|xem ngày",
    introductions="xem(?: thêm)?",
    and_others="và cộng sự",
    see="xem",
    same_source="như trên",
    earlier_source="sđd|tlđd",
    numbered_source="chú thích(?: số)?",
    above="ở trên",
    below="ở dưới",
    pages=r"tr\.|trang",
    paragraphs="đoạn",
    chapters="chương",
    times="phút",
    volumes="số|tập",
    no_date="không năm",
    between_authors="và",
    other_authors=r"và (?:cộng sự|cs\.?|các cộng sự)|et al\.?",
    cited_within="trích trong|dẫn theo",
    unpublished="sắp xuất bản",
    organisations="bộ|ngân hàng|hội đồng|ủy ban|viện|tổng cục",
    no_authors="bảng|hình|chương|điều|luật",
    editors_notes=(
        r"(?:tôi nhấn mạnh|chúng tôi nhấn mạnh|nhấn mạnh|in nghiêng|"
        r"in đậm|gạch chân|người viết|bản dịch|tạm dịch|"
        r"nguyên văn)[^\])]{0,40}|sic"
    ),
    left_out="lược bỏ|bỏ qua",
    turning="(?:chỉ |trừ khi |ngay cả )?nếu|trừ khi|trừ|nhưng|tuy nhiên|miễn là|mặc dù|ngoại trừ|với điều kiện|song",
    denying=(
        r"(?:không|chẳng|chưa) (?:\w+ ){0,2}(?:nghĩ|tin|nói|cho|khẳng định|có nghĩa|"
        r"biết)(?: \w+){0,2} (?:rằng|là)|(?:phủ nhận|bác bỏ|nghi ngờ)(?: \w+){0,4} (?:rằng|việc)"
    ),
    page_not_found="không tìm thấy(?: trang)?",
    page_numbering="trang tr",
    page_lines=(
        "quảng cáo; bài viết tiếp tục sau quảng cáo; đọc tiếp; đọc thêm; xem thêm; chia sẻ; chia sẻ bài viết; in "
        "bài viết; đăng ký nhận tin; về đầu trang; bảo mật; bản nháp; dự thảo"
    ),
    page_stamps="tải về từ; tải xuống từ; bản quyền thuộc về; xem tiếp trang",
    speech="nói|cho biết|phát biểu|viết|khẳng định|nhấn mạnh|cho hay|kể|chia sẻ",
    page_labels=r"(?:quảng cáo)",
    page_related="xem thêm; đọc thêm; bài viết liên quan; tin liên quan",
    source_cues="(?:nguồn)",
    page_elsewhere_only="không (?:khả dụng|có sẵn|xem được) (?:ở|tại) (?:quốc gia|khu vực) (?:của bạn|này)",
    page_login="^đăng nhập",
    page_paywall="(?:chỉ )?dành (?:riêng )?cho (?:thuê bao|hội viên|thành viên)",
    page_cut="để đọc tiếp[^.!?]{0,30}(?:đăng ký|đăng nhập)|dành (?:riêng )?cho (?:thuê bao|hội viên)",
    page_cut_words="đọc tiếp; dành",
    page_parked="tên miền (?:này )?(?:đang )?(?:được )?(?:rao )?bán",
    page_maintenance="(?:đang )?bảo trì",
    page_removed="(?:video|bài viết|nội dung|tài khoản)(?: này)? (?:đã bị xóa|không còn|không khả dụng)",
    page_loading="đang tải",
    page_of=r"trang \d+ (?:trên|/) ?\d+",
    page_comments="bình luận; ý kiến bạn đọc",
    page_not_there=(
        "(?:trang|bài viết|nội dung)(?: mà)? (?:bạn|quý khách) (?:đang )?(?:tìm(?: kiếm)?|yêu cầu|"
        "truy cập) (?:không|đã|hiện|có thể)"
    ),
    page_age="bạn (?:đã|có) (?:đủ|trên) 18|xác (?:nhận|minh) (?:độ )?tuổi",
    page_rest="đọc (?:tiếp|toàn bộ)",
    page_abstract="tóm tắt",
    decades_before="thập (?:niên|kỷ)",
    parts="2 một_nửa!; 3 một_phần_ba!; 1.5 hai_phần_ba!; 4 một_phần_tư!",
    points="điểm phần trăm",
    currencies=("DONG đồng; $ usd; € euro"),
    opposites="tăng / giảm",
    page_challenge=r"không phải (?:là )?(?:người máy|robot)|kiểm tra bảo mật",
    page_members=r"(?:cần|phải) đăng nhập",
    page_needs_script=r"bật javascript",
)
