"""Where a title, a name or a line of a list reads well when it is parted.

Vietnamese writes its words syllable by syllable, so a space is as likely inside a word as between two. What is known
here are the words of offices, the small words that open a phrase, and that two capitals in a row belong to a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.layout.nobreak import DASHES

INSIDE_A_WORD = 0.35
"""What a break costs that parts a word or a name, in squares of the measure; the worst of all."""
_HANGING = 0.25
_BEFORE_A_FIGURE = 0.15
_INSIDE_A_PHRASE = 0.08

# A break before one of these reads well.
_OPENS_A_PHRASE = frozenset(
    "và của về cho với trong theo tại để từ đến đối do bằng trên giữa nhân là năm giai nhằm gắn hoặc giữ"
    " thuộc được tiếp".split()
)

# A line that ends in one of these leaves it hanging.
_LEANS_ON_NEXT = _OPENS_A_PHRASE - {"giai", "năm", "nhân"} | frozenset(
    "các những một mọi mỗi ngày sự việc cuộc số thứ không đã sẽ chức lần khóa nhiệm".split()
)

# Words of two syllables, and pairs within longer ones, that stand in the papers of an office.
_ONE_WORD = frozenset(
    tuple(word.split())
    for word in (
        "an ninh,an toàn,ban chấp,ban chỉ,ban thường,báo cáo,báo chí,bảo đảm,bảo vệ,biên bản,bí thư,biểu dương,"
        "cán bộ,cấp ủy,chấp hành,chỉ đạo,chỉ thị,chi bộ,chi ủy,chính quyền,chính sách,chính trị,chủ đề,chủ nhiệm,"
        "chủ tịch,chủ trương,chức danh,chức vụ,chương trình,chuyên đề,chuyển đổi,cộng sản,công an,công chức,"
        "công nghệ,công nhân,công tác,cơ quan,cơ sở,cuộc họp,cuộc thi,cuộc vận,dân chủ,dân cư,dân tộc,dân vận,"
        "danh sách,doanh nghiệp,dư luận,đại biểu,đại đoàn,đại hội,đảng bộ,đảng ủy,đảng viên,đánh giá,đạo đức,"
        "địa phương,điều động,điều lệ,đoàn kết,đoàn thể,đoàn viên,đô thị,đổi mới,đổi số,đồng bào,đồng chí,đơn vị,"
        "gia đình,giai đoạn,giáo dục,giáo viên,giám sát,gương mẫu,hành chính,hạt nhân,hệ thống,hiệu quả,hoàn thành,"
        "hoạt động,học sinh,học tập,hội đồng,hội nghị,hội viên,hợp tác,hướng dẫn,huyện ủy,kế hoạch,kết luận,kết quả,"
        "khen thưởng,khoa học,kiểm điểm,kiểm tra,kinh nghiệm,kinh tế,kỷ luật,kỷ niệm,kỹ năng,kỹ thuật,lãnh đạo,"
        "lao động,lần thứ,lịch sử,liên hiệp,lực lượng,lý luận,mạng xã,mặt trận,miền núi,mô hình,mục tiêu,nâng cao,"
        "nền tảng,ngân sách,nghị định,nghị quyết,nghiệp vụ,ngoại giao,nguồn lực,nhà nước,nhân dân,nhân sự,"
        "nhiệm kỳ,nhiệm vụ,nông dân,nông nghiệp,nông thôn,ổn định,phát động,phát triển,phê bình,pháp luật,phong cách,"
        "phong trào,phòng chống,phó trưởng,phối hợp,phụ nữ,phương án,phương hướng,phương pháp,phường đội,quán triệt,"
        "quản lý,quân đội,quân sự,quần chúng,quê hương,quốc gia,quốc hội,quốc phòng,quy chế,quy định,quy hoạch,"
        "quyết định,quyết tâm,sản việt,sản xuất,sáng tạo,sắp xếp,sinh hoạt,sơ kết,suy thoái,sự kiện,sự nghiệp,"
        "tăng cường,tập huấn,tập thể,thành lập,thành phố,thành tích,thành ủy,thanh niên,thanh tra,thể thao,thi đua,"
        "thị trấn,thị xã,thông báo,thông tin,thông tri,thực hiện,thường trực,thường vụ,thường xuyên,tiêu biểu,"
        "tiêu chí,tình hình,tỉnh ủy,toàn dân,toàn diện,toàn quốc,tổ chức,tổng hợp,tổng kết,trách nhiệm,trí thức,"
        "triển khai,trung tâm,trung ương,truyền thống,truyền thông,trưởng ban,tư tưởng,tuyên dương,tuyên giáo,"
        "tuyên truyền,ủy ban,ủy viên,văn bản,văn hóa,văn minh,văn phòng,vận động,việt nam,viên chức,vững mạnh,"
        "xã hội,xây dựng,xuất sắc,ý kiến,yêu cầu"
    ).split(",")
)


def loss(texts: Sequence[str], cut: int, *, joint: bool = False) -> float:
    """What a line loses by ending before word `cut`; nothing where it reads well.

    `joint`: the names of several bodies with dashes between them, each of which stays whole as long as it fits.
    """
    before, after = texts[cut - 1], texts[cut]
    if joint and not DASHES.isdisjoint(texts):
        return 0.0 if before in DASHES else 0.5
    if before[-1] in ",;:." or after[0] in "(“":
        return 0.0
    if before in DASHES or _is_one_word(before, after):
        return INSIDE_A_WORD
    if before.casefold() in _LEANS_ON_NEXT:
        return _HANGING
    if after[0].isdigit():
        return _BEFORE_A_FIGURE
    return 0.0 if after.casefold() in _OPENS_A_PHRASE else _INSIDE_A_PHRASE


def _is_one_word(before: str, after: str) -> bool:
    """Whether two syllables are known to be one word, or stand in a name: two capitals in a row."""
    pair = (before.casefold(), after.rstrip(",;:.)”").casefold())
    return pair in _ONE_WORD or (_begins_capital(before) and _begins_capital(after))


def _begins_capital(word: str) -> bool:
    """Whether a word begins with a capital and goes on in small letters, as names do."""
    return word[:1].isupper() and word[1:2].islower()
