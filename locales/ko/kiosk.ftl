# 방문자 화면의 문구. 짧고 정중하게 씁니다.

## 맨 윗줄

# 시계 옆: 인터넷 없이도 답합니다.
header-offline = 인터넷 없이 작동
# 직원을 부른 동안 보입니다. $ticket은 화면에 나온 번호입니다.
header-call = 직원을 불렀습니다. 번호는 { $ticket }입니다.

## 화면 자체가 멈추었을 때: 이 글만 모든 언어로 보입니다

problem-screen-lost = 화면을 다시 시작해야 합니다. 잠시 기다리시거나 창구로 와 주십시오.

## 아래 줄: 언제나 같은 자리

dock-label = 조작 단추
dock-back = 이전
dock-language = 언어
dock-text = 글자
dock-leave = 마치기
dock-person = 직원

## 화면보다 긴 내용

page-up = 위로
page-down = 아래 더 보기

## 언어

languages-title = 언어를 선택하십시오

## 첫 화면

home-title = 어떤 일로 오셨습니까?
home-lead = 아래에서 고르시거나, 평소 쓰시는 말로 물어보십시오.
home-notices = 공지
home-life-events = 살면서 겪는 일
home-subjects = 업무별
home-ask = 질문하기
home-ask-hint = 평소 쓰시는 말로 적으시면 됩니다
home-forms = 서식 작성하기
home-status = 처리 상황 조회

## 한 가지 주제

topic-lead = 질문을 고르시면 답이 나옵니다.
topic-empty = 아직 준비된 질문이 없습니다. 평소 쓰시는 말로 물어보십시오.
topic-forms-lead = 여기서 서식을 작성하시거나, 질문을 골라 답을 보실 수 있습니다.
topic-forms-together = 한꺼번에 작성하기
topic-questions = 질문과 답
topic-ask = 다른 것 물어보기

## 질문하기

ask-title = 무엇이 궁금하십니까?
ask-field = 질문
ask-placeholder = 여기에 적으십시오
ask-examples = 예를 들면
ask-send = 물어보기

## 답

reply-asked = 이렇게 물으셨습니다
# 제목이 다른 내용일 때, 질문과 함께 한 줄로.
reply-asked-words = 물으신 것: “{ $text }”
# $count는 한 번에 물으신 가짓수이며 2 이상입니다.
reply-parts = { $count }가지를 물으셨습니다
reply-parts-lead = 하나씩 답해 드립니다.
# $number는 1부터 셉니다.
reply-part-number = { $number }번째 질문
reply-emergency = 먼저 읽어 주십시오
reply-related = 이런 것도 많이 물으십니다
reply-again = 더 물어보기
reply-again-hint = 이어서 물으셔도 됩니다: “비용은 얼마예요?”
reply-home = 전체 주제
reply-form = 서식으로 돌아가기

## 답의 출처

citation-label = 출처
citation-page = { $page }쪽
# $date는 이 언어의 방식대로 적힙니다.
citation-version = { $date } 판
citation-valid-until = { $date }까지 유효
# $language는 그 언어의 이름입니다.
citation-other-language = 원문은 { $language }입니다.

## 왜 이 답입니까

why-open = 왜 이 답입니까?
why-quoted = 위 글은 기관의 문서를 한 글자도 바꾸지 않고 옮긴 것입니다.
why-phrasing = 기관이 정리한 질문 가운데 가장 가까운 것
why-words = 양쪽에 함께 나오는 낱말
# $percent는 0에서 100까지의 정수입니다.
why-confidence = 확신하는 정도: 100점 가운데 { $percent }점

## 어느 것입니까?

clarify-title = 어느 것을 물으셨습니까?
clarify-lead = 하나를 고르시면 답이 나옵니다.

## 두 문서가 다를 때

conflict-title = 두 문서의 내용이 서로 다릅니다
conflict-lead = 최근 것부터 둘 다 보여 드립니다. 어느 쪽이 맞는지는 직원에게 확인해 주십시오.
conflict-newer = 최근 문서
conflict-older = 이전 문서
conflict-person = 직원에게 확인

## 답이 없을 때

unknown-title = 여기에는 이 질문의 답이 없습니다
unknown-lead = 기관의 문서에 답이 없어 짐작으로 답하지 않습니다. 아래 내용이 도움이 될 수 있습니다.
unknown-again = 다르게 물어보기
unknown-person = 직원 부르기
unknown-nearest = 비슷한 질문
unknown-topics = 비슷한 주제
unknown-offices = 문의하실 곳
unknown-health-title = 의료 조언은 드릴 수 없습니다
unknown-health-lead = 급하시면 바로 긴급 전화를 거시거나 직원에게 알려 주십시오. 급하지 않으시면 아래 기관에서 도와드립니다.
unknown-legal-title = 법률 조언은 드릴 수 없습니다
unknown-legal-lead = 사정은 사람마다 다릅니다. 아래 기관에서 상담받으실 곳을 안내해 드립니다.
unknown-political-title = 정치에 관한 조언은 드리지 않습니다
unknown-political-lead = 기관은 어느 편도 들지 않습니다. 투표하는 방법과 장소는 안내해 드립니다.

## 공지

notice-emergency = 긴급 공지
notice-bulletin = 공지
# $issuer는 알린 곳, $when은 날짜와 시각입니다.
notice-issued = { $issuer }, { $when }
# $when은 날짜와 시각입니다.
notice-until = { $when }까지
# $date는 공지가 자정에 끝나는 마지막 날입니다.
notice-until-end-of = { $date } 자정까지
notice-home = 전체 주제

## 직원

person-title = 직원이 곧 갑니다
person-lead = 기기 가까이에서 기다리시며 번호를 확인해 주십시오.
person-ticket = 번호
person-go-on = 기다리는 동안 계속하기
person-cancel = 이제 괜찮습니다
person-offices = 직접 가시거나 전화하실 수도 있습니다

office-address = 주소
office-counter = 창구
# $counter는 안내판에 적힌 대로입니다: “3” 또는 “2–6”.
office-counter-number = { $counter }번 창구
office-phone = 전화
office-hours = 업무 시간

## 아직 계십니까?

countdown-title = 아직 계십니까?
countdown-lead = 그대로 두시면 이용이 끝나고, 입력하신 내용은 모두 지워집니다.
# 큰 숫자 아래에 옵니다.
countdown-seconds = 초
countdown-more = 시간이 더 필요합니다
countdown-leave = 지금 마치기

## 가져가는 작은 종이

slip-print-answer = 이 답 인쇄하기
slip-print-ticket = 내 번호 인쇄하기
slip-print-notice = 이 알림 인쇄하기
slip-print-status = 이 처리 상황 인쇄하기
slip-print-receipt = 오늘 한 일 인쇄하기
slip-print-payment = 납부 안내서 인쇄하기
slip-print-appointment = 예약 신청서 인쇄하기
slip-print-queue = 대기 번호 인쇄하기
slip-again = 다시 인쇄하기
slip-sending = 인쇄를 준비하고 있습니다
slip-printing = 인쇄하고 있습니다. 잠시 기다려 주십시오.
slip-waiting = 직원이 프린터를 살펴봐야 합니다. 직원에게 말씀해 주십시오. 그 뒤에 인쇄됩니다.
slip-printed = 인쇄가 끝났습니다. 종이를 가져가십시오.
slip-failed = 인쇄하지 못했습니다.
slip-unknown = 종이가 나왔는지 알 수 없습니다. 직원에게 말씀해 주십시오.

## 이용이 끝났을 때

farewell-title = 모두 지웠습니다
farewell-lead = 찾아 주셔서 고맙습니다. 다음 분에게는 아무것도 보이지 않습니다.
farewell-questions = 물으신 것과 그 답
farewell-typed = 적으신 모든 글자
farewell-choices = 고르신 언어, 글자 크기, 색
# 기기에 남은 서식의 답. 모두 지우면 0입니다.
farewell-kept = 이 기기에 남은 답: { $count }개
farewell-uncounted = 남은 내용을 셀 수 없었습니다. 직원에게 알렸습니다.
farewell-printable = 앞으로 { $minutes }분 동안 직원이 서식을 인쇄해 드릴 수 있습니다. 그 뒤에는 이 기기에서 아무도 읽을 수 없습니다.

## 글자와 색

appearance-title = 글자와 색
appearance-lead = 보시기 편한 것을 고르십시오. 바로 바뀝니다.
appearance-text = 글자 크기
# 글자 크기를 보여 주는 글자 하나.
appearance-sample = 가
appearance-text-standard = 보통
appearance-text-large = 크게
appearance-text-largest = 가장 크게
appearance-theme = 색
appearance-theme-paper = 밝게
appearance-theme-night = 어둡게
appearance-theme-contrast = 가장 뚜렷하게
appearance-reach = 단추 위치
appearance-reach-whole = 화면 전체
appearance-reach-left = 왼손 쪽
appearance-reach-right = 오른손 쪽
appearance-reach-low = 아래쪽
appearance-done = 다 됐습니다

## 문제가 생겼을 때

problem-label = 알려 드립니다
problem-close = 닫기

out-of-service-title = 지금은 이용하실 수 없습니다
out-of-service-lead = 창구로 오시면 직원이 도와드리겠습니다.
# 켠 뒤 몇 초 동안, 내용을 여는 중에 보입니다.
opening-title = 잠시만 기다려 주십시오
opening-lead = 기기가 준비하고 있습니다. 몇 초면 됩니다.

## 신청 상황

status-title = 신청하신 일이 어디까지 처리되었습니까?
status-lead = 안내문이나 접수증에 적힌 번호를 입력해 주십시오.
status-reference = 접수번호
status-more = 안내문에 다른 정보도 입력하라고 되어 있습니다
status-less = 번호로 돌아가기
status-second-title = 안내문에 어떤 정보를 더 입력하라고 되어 있습니까?
status-second-lead = 예를 들어 생년월일이면 연, 월, 일을 숫자로 차례로 입력해 주십시오.
status-second = 추가 항목
status-send = 조회하기
status-looking = 조회하고 있습니다
status-looking-lead = 잠시만 기다려 주십시오.
status-number = 번호 { $number }
status-found = 신청 처리 상황
status-since = { $day}부터
status-next = 다음에 하실 일
status-not-found = 목록에 없는 번호입니다
status-not-found-lead = 안내문의 번호와 다시 맞추어 보십시오. 새로 낸 신청은 하루쯤 지나야 나올 수 있습니다. 창구 직원이 도와 드립니다.
status-age = 기관이 { $when}에 알려 준 내용입니다. 그 뒤에 더 진행되었을 수 있습니다.
status-age-unknown = 언제의 내용인지 기관이 알려 주지 않았습니다.
status-source = 출처: { $agency } 처리 목록
status-again = 다른 번호 조회
status-home = 처음으로
