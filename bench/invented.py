"""Words that invented offices are made of: what papers are about, who sends them, what people are called.

Nobody and no place is meant by any of them.
"""

from __future__ import annotations

from random import Random

VERBS = (
    "đẩy mạnh tuyên truyền",
    "tổ chức học tập, quán triệt",
    "báo cáo kết quả thực hiện",
    "phối hợp triển khai",
    "kiểm tra, giám sát việc thực hiện",
    "sơ kết giữa nhiệm kỳ",
    "tổng kết công tác",
    "tăng cường lãnh đạo, chỉ đạo",
    "cử cán bộ tham gia lớp bồi dưỡng về",
    "góp ý dự thảo văn bản về",
    "lấy ý kiến nhân dân về",
    "chuẩn bị các điều kiện phục vụ",
)
TOPICS = (
    "chủ trương sắp xếp, tinh gọn tổ chức bộ máy của hệ thống chính trị",
    "nghị quyết Đại hội Đảng bộ huyện",
    "phong trào xây dựng nông thôn mới",
    "công tác phòng, chống thiên tai và tìm kiếm cứu nạn",
    "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "chuyển đổi số trong các cơ quan Đảng",
    "công tác dân vận khéo ở cơ sở",
    "lễ kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam",
    "bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng",
    "công tác phát triển đảng viên mới",
    "đại hội chi bộ trực thuộc nhiệm kỳ mới",
    "dư luận xã hội và đời sống công nhân",
    "giáo dục lý luận chính trị cho học sinh, sinh viên",
    "bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp",
    "công tác bảo hiểm y tế, khám bệnh và chăm sóc sức khỏe người cao tuổi",
    "dự án đường giao thông liên xã, giải phóng mặt bằng",
    "thu ngân sách, tiết kiệm điện và mua sắm tài sản công",
    "quy chế làm việc của Ban Chấp hành",
    "tuyển quân và diễn tập khu vực phòng thủ",
    "hoạt động văn nghệ, thể thao mừng Đảng, mừng xuân",
)
WHERE = (
    "trên địa bàn huyện",
    "tại các xã, thị trấn",
    "trong cán bộ, đảng viên",
    "trong lực lượng vũ trang",
    "ở các trường học",
    "trong công nhân, viên chức, lao động",
)
PLACES = "Tân Liên|Hòa Bình|An Khánh|Vĩnh Phong|Thắng Thủy|Cộng Hiền|Đồng Minh|Trấn Dương|Nhân Hòa|Tam Cường".split("|")
SENDERS = (
    *(f"Ủy ban nhân dân xã {place}" for place in PLACES),
    *(f"Đảng ủy xã {place}" for place in PLACES),
    "Ban Tuyên giáo Tỉnh ủy",
    "Văn phòng Huyện ủy",
    "Ban Tổ chức Huyện ủy",
    "Ủy ban nhân dân huyện",
    "Trung tâm Chính trị huyện",
    "Huyện đoàn",
    "Hội Nông dân huyện",
    "Liên đoàn Lao động huyện",
)
SYMBOLS = "UBND ĐU BTGTU HU BTCHU VP TTCT HĐ HND LĐLĐ".split()
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Văn Thị Minh Hoàng Khánh Quốc Thanh Ngọc Đức Hữu".split()
GIVEN = "Nam Linh Mai Phúc Thịnh Hà Lan Sơn Tùng Yến Quyên Bách Khôi Xuyến Đạt Giang Hằng Kiên Loan Nhung".split()


def a_subject(chance: Random) -> str:
    """What an invented document is about."""
    choice, others = chance.choice, chance.sample(TOPICS, 2)
    return f"{choice(VERBS)} {others[0]} gắn với {others[1]} {choice(WHERE)} {choice(PLACES)}"


def a_name(chance: Random) -> str:
    """An invented person."""
    return f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
