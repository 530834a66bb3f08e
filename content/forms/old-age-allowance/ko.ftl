form-title = 노령수당 신청서
form-summary = 소득이 많지 않은 65세 이상 주민께 매월 드리는 수당
form-declaration = 위에 적은 내용은 모두 사실입니다. 소득, 가구원 또는 주소가 바뀌면 30일 이내에 신고하겠습니다. 자격 없이 받은 돈은 돌려주어야 한다는 것을 알고 있습니다.
form-privacy = 적어 주신 내용은 사회복지과 담당자만 봅니다. 사회복지과가 접수한 뒤 이 기기에는 봉인된 사본을 90일 동안 보관하고 그 뒤 폐기합니다.
officer-summary = { $full_name }({ $birth } 출생) 노령수당 신청. 주민등록 5년 이상: { $registered_five_years }(5년 미만인 경우 등록일 { $registered_since }). 본인 소득 월 { $own_income }. 혼자 거주: { $lives_alone }, 함께 사는 가족 { $members }명, 가구 소득 월 { $household_income }. 경로우대증 함께 신청: { $senior_pass }.

document-residence-card = 주민카드
document-bank-book = 통장 또는 계좌번호
document-photograph = 사진 한 장(경로우대증용)

section-applicant = 신청하시는 분
full_name = 성명
    .question = 성함이 어떻게 되십니까?
    .help = 주민카드에 적힌 이름을 알려 주십시오.
    .hint = 예: 김순자
identity = 주민번호
    .question = 주민번호를 알려 주십시오.
    .why = 이름이 같은 다른 분과 혼동하지 않고 본인임을 확인하기 위해서입니다. 화면에는 번호의 대부분을 가려서 표시합니다.
    .help = 주민카드 앞면에 적혀 있습니다.
    .hint = 예: 530305-2345671
birth = 생년월일
    .question = 생년월일을 알려 주십시오.
    .why = 노령수당은 65세부터 드리며, 65세 생일 두 달 전부터 신청하실 수 있습니다.
    .help = 양력 날짜로 알려 주십시오. 음력 생일만 기억나시면 주민카드에 적힌 날짜를 보십시오.
    .hint = 예: 1953년 3월 5일

section-contact = 연락처
phone = 전화번호
    .question = 연락받으실 전화번호를 알려 주십시오.
    .why = 확인할 내용이 있으면 담당자가 이 번호로 전화드립니다.
    .hint = 예: 0912-345-678
address = 주소
    .question = 지금 사시는 주소를 알려 주십시오.
    .why = 결정 통지서를 이 주소로 보내 드립니다.
    .help = 지금 사시면서 우편물을 받으실 수 있는 주소를 알려 주십시오.
    .hint = 예: 부두구 항구로 12, 3층

section-residence = 주민등록
registered_five_years = 주민등록 5년 이상
    .question = 항구시에 주민등록을 하신 지 5년이 지났습니까?
    .why = 항구시에 5년 이상 주민등록이 되어 있어야 받으실 수 있습니다.
    .help = 주민등록은 항구시에 산다고 주민등록과에 신고하신 것을 말합니다.
registered_since = 주민등록일
    .question = 언제 항구시에 주민등록을 하셨습니까?
    .help = 기억나지 않으시면 4번 창구에서 이전 주소 증명서를 받으실 수 있습니다.
    .hint = 예: 2023년 6월 1일

section-earnings = 본인의 소득
pension = 월 연금
    .question = 매월 받으시는 연금은 얼마입니까?
    .why = 본인의 소득만 봅니다. 매월 1,500달러 미만이면 됩니다. 배우자의 소득은 계산하지 않습니다.
    .help = 국민연금기금에서 받으시는 연금과 같은 것입니다.
    .hint = 없으시면 0. 예: 620달러
work_income = 월 근로소득
    .question = 일을 하셔서 매월 버시는 돈은 얼마입니까?
    .why = 일해서 버신 돈도 본인의 소득에 들어갑니다.
    .help = 달마다 다르면 최근 3개월의 평균을 적어 주십시오.
    .hint = 일하지 않으시면 0
other_income = 월 기타 소득
    .question = 그 밖에 매월 들어오는 돈이 얼마나 있으십니까?
    .why = 집세와 이자도 소득입니다.
    .help = 집세, 예금 이자, 배당금 같은 것입니다.
    .hint = 없으시면 0
own_income = 본인 월 소득

section-household = 함께 사는 가족
lives_alone = 혼자 거주
    .question = 혼자 사십니까?
    .why = 가족의 소득은 노령수당에 영향을 주지 않습니다. 저소득층 지원도 받으실 수 있는지 살펴보려고 여쭙니다.

section-members = 함께 사는 가족
members-item = 가족 { $number }
members-more = 함께 사는 가족이 더 있습니까?
member_name = 성명
    .question = 이분의 성함이 어떻게 되십니까?
relation = 신청하시는 분과의 관계
    .question = 이분은 신청하시는 분과 어떤 관계입니까?
relation-spouse = 배우자
    .also = 남편|아내|집사람|안사람|바깥양반|영감|와이프
relation-child = 자녀
    .also = 아들|딸|자식|애들|아이
relation-child-in-law = 며느리나 사위
    .also = 며느리|사위
relation-grandchild = 손주
    .also = 손자|손녀|외손자|외손녀
relation-parent = 부모
    .also = 아버지|어머니|시아버지|시어머니|장인|장모
relation-sibling = 형제자매
    .also = 형|오빠|누나|언니|동생|남동생|여동생
relation-other = 그 밖의 사람
    .also = 친척|친구|기타|다른 사람
member_birth = 생년월일
    .question = 이분의 생년월일을 알려 주십시오.
    .help = 잘 모르시면 그분의 주민카드나 보험카드를 보십시오.
    .hint = 예: 1961년 8월 12일
member_income = 월 소득
    .question = 이분의 소득은 한 달에 얼마쯤입니까?
    .why = 이 금액은 노령수당에 영향을 주지 않습니다. 저소득층 지원을 받으실 수 있는지 볼 때만 씁니다.
    .help = 월급, 연금, 집세를 모두 더한 금액입니다. 어림잡아 말씀하셔도 됩니다.
    .hint = 없으면 0. 예: 800달러

section-totals = 가구 전체
household_income = 가구 월 소득

section-payment = 받으실 계좌
bank_account = 계좌번호
    .question = 수당을 받으실 계좌번호를 알려 주십시오.
    .why = 수당은 매월 10일 은행이나 우체국 계좌로 드리며, 현금으로는 드리지 않습니다. 계좌번호는 지급할 때만 씁니다.
    .help = 은행이나 우체국 통장 표지를 보십시오. 세 자리 은행 번호 다음에 계좌번호가 있습니다.
    .hint = 예: 700-00012345678

section-pass = 경로우대증
senior_pass = 경로우대증 함께 신청
    .question = 경로우대증도 함께 신청하시겠습니까?
    .why = 65세부터 경로우대증으로 시 전차, 버스, 여객선을 무료로 타십니다. 같은 창구에서 기다리시는 동안 무료로 만들어 드립니다.

check-account_form = 계좌번호의 숫자가 모자라거나 주민번호와 같습니다. 통장 표지를 보시고 은행 번호와 계좌번호를 다시 입력해 주십시오.
check-not_oneself = 이름과 생년월일이 신청하시는 분과 같습니다. 본인은 여기에 다시 적지 않으셔도 됩니다. 내용을 고치시거나 이 항목을 지워 주십시오.

rule-entitled = 노령수당을 받으실 수 있음
rule-old_enough = 나이 요건
rule-age_65 = 65세 이상
rule-nearly_65 = 두 달 안에 65세가 되어 미리 신청 가능
rule-resident = 항구시 주민등록 5년 이상
rule-means = 본인 소득 매월 1,500달러 미만
