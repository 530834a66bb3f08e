# 서식을 둘러싼 문구. 서식이 묻는 말은 기관의 내용 묶음에 있습니다.

## 전체 서식

forms-title = 어떤 서식을 작성하시겠습니까?
forms-lead = 한 번에 한 가지씩 여쭙니다. 언제든지 멈추실 수 있습니다.
form-family-jobs = 일자리
form-family-voting = 선거와 투표
form-family-insurance = 보험
form-family-vehicles = 차량
form-family-welfare = 수당과 지원
form-family-licences = 면허
form-family-appointments = 예약
form-family-residence = 주민등록과 주소
form-family-ideas = 의견과 제안
# $title은 서식의 이름입니다.
form-fill-in = 작성하기: { $title }
# $minutes는 걸리는 시간입니다.
form-minutes = 약 { $minutes }분
form-with-minutes = { $title }, 약 { $minutes }분
form-code-open = 이어 쓰기 번호가 있습니다
form-code-title = 이어 쓰기 번호를 적어 주십시오
form-code-lead = 작성을 멈추셨을 때 화면에 나온 번호입니다. 소문자로 적으셔도 됩니다.
form-code-field = 이어 쓰기 번호
form-code-send = 이어서 작성하기
form-code-close = 전체 서식

## 시작하기 전에

form-before = 시작하기 전에
form-event-lead = 함께 쓰는 서식입니다. 같은 것은 한 번만 여쭙니다. 필요 없는 서식은 표시를 지워 주십시오.
form-papers = 미리 준비하실 서류
form-minutes-pause = 약 { $minutes }분 걸립니다. 중간에 멈추었다가 나중에 이어서 쓰실 수 있습니다.
form-start = 시작하기
form-check-first = 자격이 되는지 먼저 보기

## 어디까지 왔는지

form-progress = 진행 정도
# 함께 시작한 서식 $count개 가운데 $number번째.
form-of-several = { $title } ({ $count }개 중 { $number }번째)
form-checking = { $title }: 자격 먼저 보기
form-left-none = 모두 여쭈었습니다
form-left-last = 마지막 질문입니다
# 지금 질문을 포함하여 남은 것.
form-left-exact = { $count }개 남았습니다
form-left-range = 약 { $least }~{ $most }개 남았습니다
form-left-open = { $least }개 이상 남았습니다(목록이 늘면 더 늘어납니다)
form-stop = 멈추기
form-aside = 답 { $count }개가 이제 필요 없게 되었습니다: { $names }. 지워지지 않았으니, 다시 고치시면 되살아납니다.
form-returned = 앞서 하신 답 { $count }개가 다시 쓰입니다: { $names }.

## 질문 하나

form-why = 왜 묻습니까?
form-help = 무슨 뜻입니까?
form-explain-more = 기관의 안내 읽기
form-next = 다음
form-next-review = 고치고 돌아가기
form-skip = 이 질문 건너뛰기
form-type = 글자로 적기
form-touch = 눌러서 고르기
form-write-here = 여기에 적으십시오
form-characters-left = { $count ->
    [0] 더 적으실 수 없습니다
   *[other] { $count }자 더 적으실 수 있습니다
}
form-yes = 예
form-no = 아니요
form-chosen-before = 앞서 하신 답
form-choices-any = 해당하는 것을 모두 고르십시오.
form-choices-exactly = { $count }개를 고르십시오.
form-choices-most = { $count }개까지 고르실 수 있습니다.
form-digits-empty = 아래 숫자를 누르십시오
# $number는 만, 억으로 나누어 적은 수입니다.
form-digits-said = { $number }
# 전화번호를 나누는 방식: 앞자리:길이.
form-digits-phone = 02:2-3-4 02:2-4-4 0:3-3-4 0:3-4-4
# 만 이상의 단위. 없는 언어는 none.
form-digits-myriads = 만 억 조
form-date-year = 연도
form-date-month = 월
form-date-day = 일
form-date-decades = 십 년 단위로 고르기
form-date-decade = { $from }–{ $to }
form-era = 연도를 세는 방식
form-era-roc = 민국 연도
form-era-gregory = 서기 연도
form-time-hour = 시
form-time-minute = 분
form-time-less = 1분 일찍
form-time-more = 1분 늦게
form-place-path = 지금까지 고르신 것
form-signature-pad = 서명란: { $label }. 아직 비어 있습니다.
form-signature-done = 서명란: { $label }. 서명되었습니다.
form-signature-here = 손가락으로 여기에 서명하십시오
form-signature-undo = 한 획 지우기
form-signature-clear = 모두 지우기
form-signature-paper = 종이에 서명하고 싶으시면 창구에서 하실 수 있습니다.
form-signature-person = 여기에 서명하기 어려우시면 직원을 불러 주십시오. 종이에 서명하시거나 지장을 찍으실 수 있습니다.
form-sign-on-paper = 종이에 서명하기
form-picture-note = 이 기기로는 사진을 찍을 수 없습니다. 사진을 창구로 가져오시면 서식에 붙여 드립니다.
form-picture-bring = 창구에 제출하기

## 알아들은 내용

form-heard = 이렇게 이해했습니다
form-heard-unsure = 이런 뜻입니까?
form-heard-words = 하신 말씀: “{ $text }”
form-alternatives = 아니면 이런 뜻입니까
form-right = 맞습니까?
form-right-yes = 예, 맞습니다
form-right-no = 아니요, 다시
form-right-change = 고치기

## 전체 확인

form-review-title = 모두 맞는지 봐 주십시오
form-review-lead = 고치실 줄을 누르십시오.
form-change = 고치기
form-change-of = 고치기: { $label }
form-line-empty = 적지 않음
form-line-brought = 창구에서 제출
form-line-computed = 자동으로 계산됨
form-line-shared = 다른 서식에서 가져옴
form-missing = 아직 답하지 않으신 것: { $label }
# $words는 답의 어디가 맞지 않는지 말합니다.
form-open-line = { $label }: { $words }
form-summary-title = { $count }가지가 남아 있습니다
# $item은 가족 한 사람, 차 한 대의 제목입니다.
form-remove = 빼기: { $item }
form-remove-sure = ‘{ $item }’ 및 그 안의 답을 모두 빼시겠습니까?
form-remove-keep = 그대로 두기
form-remove-yes = 빼기
form-add = 하나 더 추가
form-declaration = 확인하시는 내용
form-finish = 모두 맞습니다, 제출하기
form-proof = 인쇄될 모습 보기
form-proof-title = 이렇게 인쇄됩니다
form-proof-lead = 제출하기 전까지는 ‘작성 중’이라고 적힙니다. 아직 인쇄하지 않았습니다.
form-proof-setting = 서식을 종이에 맞추고 있습니다…
form-proof-page = { $pages }쪽 중 { $page }쪽
form-proof-back = 내 답으로 돌아가기
form-verdict-may-qualify = 자격이 있을 수 있습니다
form-verdict-unlikely = 자격이 안 될 수 있습니다
form-verdict-person-must-look = 담당자가 확인해야 합니다
form-verdict-note = 미리 살펴본 것일 뿐입니다. 결과와 관계없이 신청하실 수 있고, 결정은 기관이 합니다.
form-rule-met = 해당됨
form-rule-not-met = 해당되지 않음
form-rule-unclear = 답하신 내용으로는 알 수 없음
form-verdict-because = 이유는 다음과 같습니다.
form-verdict-also = 함께 살펴본 것:
form-check-title = 자격이 되실까요?
form-check-lead = 답하신 내용은 그대로 있고, 나머지만 여쭙니다. 서식을 계속 쓰시겠습니까?
form-apply = 계속 신청하기
form-apply-anyway = 그래도 신청하기

## 잠시 멈추기

form-stop-title = 여기서 멈추시겠습니까?
form-stop-lead = 정하실 때까지 적으신 내용은 그대로 있습니다.
form-stop-pause = 멈추고 나중에 이어 쓰기
form-stop-pause-hint = 번호를 드립니다. 그 번호로 여기나 창구에서 이어 쓰실 수 있습니다.
form-stop-discard = 이 서식 그만두기
form-stop-discard-hint = 적으신 내용이 모두 지워지며 되돌릴 수 없습니다.
form-stop-close = 계속 작성하기
form-paused-title = 서식을 맡아 두었습니다
form-paused-lead = 이 번호가 없으면 아무도 열 수 없습니다.
form-paused-code = 이어 쓰기 번호
form-paused-until = { $when }까지 보관
form-paused-write = 번호를 적어서 가져가십시오. 여기나 창구에서 쓰실 수 있습니다.
form-paused-picture = 휴대전화로 찍어 두셔도 됩니다. 창구에서 읽어 드립니다.
form-paused-go-on = 지금 이어 쓰기
form-paused-leave = 적어 두었습니다
form-interrupted-title = 작성하던 서식이 있습니다. 본인 것입니까?
form-interrupted-lead = 기기가 다시 시작되었습니다. 잃은 내용은 없습니다. 본인 것이 아니면 내용은 보이지 않습니다.
form-interrupted-yes = 예, 이어 쓰겠습니다
form-interrupted-no = 제 것이 아닙니다

## 제출한 뒤

form-finished-title = 서식 작성이 끝났습니다
form-finished-number = 서식 번호
form-way-kept-here = 이 기기에 보관되어 기관으로 전달되기를 기다립니다
form-way-kept-here-meaning = 기관만 열 수 있도록 이 기기에 잠가 두었으며, 기관이 다음에 가져갈 때 전달됩니다. 문의하실 때 이 번호를 말씀해 주십시오.
form-way-waiting = 이 기기에 보관되며, 연결되면 기관으로 전송됩니다
form-way-waiting-meaning = 기관만 열 수 있도록 잠가 두었습니다. 기다리지 않으셔도 됩니다. 문의하실 때 이 번호를 말씀해 주십시오.
form-way-received = { $time}에 기관이 받았습니다
form-way-received-meaning = 기관이 서식을 받았음을 확인했습니다. 문의하실 때 이 번호를 말씀해 주십시오.
form-way-set-aside = 이 기기에 보관되며, 직원이 확인해야 합니다
form-way-set-aside-meaning = 기관이 아직 받지 못했습니다. 적으신 내용은 그대로 있습니다. 이 번호를 창구에 보여 주십시오.
form-finished-home = 처음으로
form-finished-leave = 이용 마치기
form-print = 내 서식 인쇄하기
form-paper-sending = 인쇄를 준비하고 있습니다
form-paper-printing = 인쇄하고 있습니다. 잠시 기다려 주십시오.
form-paper-waiting = 프린터를 살펴봐야 합니다. 고쳐지면 바로 인쇄됩니다.
form-paper-printed = 인쇄가 끝났습니다. 종이를 가져가십시오.
form-paper-failed = 인쇄하지 못했습니다. 서식은 안전하게 보관되어 있습니다.
form-paper-unknown = 종이가 나왔는지 알 수 없습니다. 직원에게 말씀해 주십시오.
form-paper-character = 인쇄할 수 없는 글자: { $character }
form-no-printer = 이곳에는 프린터가 없습니다. 번호를 드리며, 직원이 그 번호로 서식을 찾습니다.
form-printer-not-ready = 지금은 프린터를 손보아야 합니다. 서식은 그대로 작성하실 수 있고, 안전하게 보관했다가 나중에 인쇄합니다.
form-next-form-lead = 답하신 것은 다시 여쭙지 않습니다. 다음 서식:

## 답에 문제가 있을 때

# $argument는 한도나 빠진 부분이며, 없으면 none입니다.
form-fault-required = { $argument ->
    [none] 아직 답이 없습니다. 고르시거나 적어 주십시오.
   *[other] 빠진 것이 있습니다: { $argument }.
}
form-fault-not-heard = 답을 알아듣지 못했습니다. 다르게 적으시거나 눌러서 골라 주십시오.
form-fault-not-in-list = 목록에 없습니다. 가장 가까운 것을 고르시거나 다르게 적어 주십시오.
form-fault-which = 여러 가지 뜻으로 읽힙니다. 하나만 적어 주십시오.
form-fault-year = ‘연도’가 빠졌습니다. 적어 주십시오.
form-fault-month = ‘월’이 빠졌습니다. 적어 주십시오.
form-fault-day = ‘일’이 빠졌습니다. 적어 주십시오.
form-fault-century = 연도가 두 가지로 읽힙니다. 네 자리로 적어 주십시오.
form-fault-calendar = 음력입니까? 서류에 있는 날짜로 적어 주십시오.
form-fault-day-or-month = 월과 일의 순서를 알 수 없습니다. ‘몇 월 며칠’로 적어 주십시오.
form-fault-hour = 몇 시인지 빠졌습니다. 적어 주십시오.
form-fault-half-of-day = 오전입니까, 오후입니까? 함께 적어 주십시오.
form-fault-today = 어느 날인지 알 수 없습니다. 날짜를 적어 주십시오.
form-fault-characters = 숫자나 글자가 모자랍니다. 서류와 비교해 보십시오.
form-fault-currency = 어느 나라 돈인지 알 수 없습니다. 적어 주십시오.
form-fault-no-such-day = 그 달에는 그런 날이 없습니다. 날짜를 확인해 주십시오.
form-fault-weekday-differs = 그 날짜는 다른 요일입니다. 날짜를 확인해 주십시오.
form-fault-out-of-range = 적을 수 있는 범위를 벗어났습니다. 확인해 주십시오.
form-fault-check-digit = 숫자 하나가 맞지 않습니다. 신분증과 비교해 보십시오.
form-fault-length = { $argument ->
    [none] 자릿수가 모자라거나 많습니다. 서류와 비교해 보십시오.
   *[other] 자릿수가 다릅니다. { $argument }자리여야 합니다. 확인해 주십시오.
}
form-fault-date-within = 번호에 든 생년월일이 없는 날짜입니다. 신분증과 비교해 보십시오.
form-fault-place-within = 번호에 든 지역이 없는 곳입니다. 신분증과 비교해 보십시오.
form-fault-no-such-phone = 이런 전화번호는 없습니다. 지역 번호까지 확인해 주십시오.
form-fault-form = 묻는 것과 모양이 다릅니다. 예시나 서류와 비교해 보십시오.
form-fault-scheme-not-taken = 이 종류의 번호는 여기서 받지 않습니다. 묻는 번호를 적으시거나 직원에게 말씀해 주십시오.
form-fault-too-early = { $argument ->
    [none] 너무 이릅니다. 확인해 주십시오.
   *[other] { $argument }보다 이릅니다. 확인해 주십시오.
}
form-fault-too-late = { $argument ->
    [none] 너무 늦습니다. 확인해 주십시오.
   *[other] { $argument }보다 늦습니다. 확인해 주십시오.
}
form-fault-too-small = { $argument ->
    [none] 너무 작습니다. 확인해 주십시오.
   *[other] { $argument } 이상이어야 합니다. 확인해 주십시오.
}
form-fault-too-large = { $argument ->
    [none] 너무 큽니다. 확인해 주십시오.
   *[other] { $argument } 이하여야 합니다. 확인해 주십시오.
}
form-fault-too-short = { $argument ->
    [none] 너무 짧습니다. 조금 더 적어 주십시오.
   *[other] 너무 짧습니다. { $argument }자 이상 적어 주십시오.
}
form-fault-too-long = { $argument ->
    [none] 너무 깁니다. 짧게 적어 주십시오.
   *[other] 너무 깁니다. { $argument }자까지 적으실 수 있습니다.
}
form-fault-too-few = { $argument ->
    [none] 더 골라 주십시오.
   *[other] { $argument }개 이상 골라 주십시오.
}
form-fault-too-many = { $argument ->
    [none] 몇 개를 빼 주십시오.
   *[other] { $argument }개까지만 고르실 수 있습니다.
}
form-fault-dont-know = 이 질문에는 답이 필요합니다. 잘 모르시면 ‘직원’을 눌러 주십시오.

## Parts of an address

form-part-post_code = 우편번호는 무엇입니까?
form-part-city = 어느 시·도입니까?
form-part-district = 어느 구입니까?
form-part-road = 어느 길입니까?
form-part-lane = 몇 번 골목입니까? 없으면 건너뛰셔도 됩니다.
form-part-alley = 안쪽 골목은 몇 번입니까? 없으면 건너뛰셔도 됩니다.
form-part-number = 건물 번호는 몇 번입니까?
form-part-floor = 몇 층입니까? 없으면 건너뛰셔도 됩니다.
form-part-lot = 필지나 호수는 무엇입니까?
form-part-street = 어느 거리입니까?
form-part-area = 어느 단지입니까? 없으면 건너뛰셔도 됩니다.
form-part-state = 어느 주입니까?
form-part-detail = 건물 이름이나 동·호수는 무엇입니까? 없으면 건너뛰셔도 됩니다.

## While something else is looked at

# $title is the name of the form that is being filled in.
form-go-on = 이어서 작성: { $title }
