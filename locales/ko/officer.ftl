# 담당자 화면의 글. 종일 보는 글이므로 짧게 씁니다.

## 비밀번호

officer-title = 담당자 전용
officer-lead = 본인의 비밀번호를 누르십시오.
officer-no-pin = 비밀번호가 아직 정해지지 않았습니다. 기술자가 먼저 정해야 합니다.
# $seconds 동안 비밀번호를 받지 않습니다.
officer-wait = { $seconds }초 뒤에 다시 해 주십시오.
# 더 긴 시간. $minutes는 2 이상입니다.
officer-wait-minutes = { $minutes }분 뒤에 다시 해 주십시오.
# 입력한 자릿수. 숫자는 보이지 않습니다.
officer-digits = { $count ->
    [0] 입력한 숫자 없음
   *[other] { $count }자리 입력함
}
officer-delete = 지우기
officer-enter = 확인
officer-close = 방문자 화면으로

## 화면과 사용자

officer-desk = 오늘의 서식
officer-agency = 기관 연결
officer-device = 기기
officer-staff = 직원
# 기기 자체의 비밀번호로 들어온 경우 이름 대신 나옵니다.
officer-machine = 기기 비밀번호
officer-role-officer = 담당자
officer-role-officer-hint = 창구에서 방문자를 돕습니다
officer-role-trainer = 내용 담당자
officer-role-trainer-hint = 답과 내용 묶음도 관리합니다
officer-role-admin = 관리자
officer-role-admin-hint = 기기와 직원도 관리합니다
officer-cancel = 취소
officer-next = 다음

## 직원 호출

officer-calls = 직원 호출
# 바뀔 때 소리로 알립니다.
officer-calls-count = 방문자 { $count }명이 직원을 부르셨습니다.
# 먼저 부른 분만 보입니다. $count는 나머지 인원입니다.
officer-calls-more = 그 밖에 { $count }건
# 장소 뒤에 붙습니다. 예: ‘서식 작성 중 · 3분째 대기’.
officer-call-waits = { $minutes ->
    [0] 방금 호출
   *[other] { $minutes }분째 대기
}
# 직원이 가는 중입니다. $minutes는 그 뒤 지난 시간입니다.
officer-call-going = { $minutes ->
    [0] 직원이 가는 중
   *[other] { $minutes }분 전 직원 출발
}
officer-call-answer = 제가 갑니다
officer-call-close = 처리 완료
# 방문자가 부른 화면.
officer-place-languages = 언어 선택 중
officer-place-home = 첫 화면
officer-place-topic = 주제 보는 중
officer-place-ask = 질문 입력 중
officer-place-reply = 답 보는 중
officer-place-notice = 공지 보는 중
officer-place-person = 직원 호출 화면
officer-place-forms = 서식 고르는 중
officer-place-form-introduction = 서식 시작 전
officer-place-form = 서식 작성 중
officer-place-other = 기기 앞

## 오늘의 서식

# 하나뿐인 입력란. 번호나 코드를 입력하거나 스캐너로 읽고, 다른 글자는 목록을 좁힙니다.
officer-find-field = 서식 번호, 성명, 이어 쓰기 번호, 스캔
officer-keys = 글자판
officer-keys-away = 글자판 닫기
officer-narrow = 골라 보기
officer-narrow-all = 전체
officer-narrow-empty = 오늘은 해당하는 서식이 없습니다.
# 창구 처리 상태.
officer-state-new = 확인 전
officer-state-signed-off = 확인 완료
officer-state-handed-over = 교부 완료
officer-state-void = 무효
# 이 기기에서 더는 읽을 수 없을 때 성명 대신 나옵니다.
officer-no-name = 성명을 볼 수 없음
officer-mark-duplicate = 중복 작성 의심
officer-mark-corrected = { $count }회 정정
officer-mark-printed = { $count }회 인쇄
officer-mark-unreadable = 이 기기에서 열람 불가
officer-desk-empty = 오늘 접수된 서식이 아직 없습니다
officer-desk-empty-lead = 방문자가 이 기기에서 서식을 마치면 여기에 나옵니다.
officer-find-none = 맞는 서식이 없습니다
officer-find-none-lead = 서식 번호는 숫자 여덟 자리이고, 이어 쓰기 번호는 영문자와 숫자 여섯 자리입니다.
officer-find-other = 오늘의 서식이 아닙니다
# $number는 4821-0975와 같은 서식 번호입니다.
officer-find = { $number } 찾기
officer-take-over-title = 멈춘 서식의 이어 쓰기 번호로 보입니다
officer-take-over-lead = 앞에 계신 방문자의 화면에 서식이 열리고 이 화면은 닫힙니다. 본인의 서식인지 먼저 확인하십시오.
# $code는 7KM 3PR처럼 나눈 번호입니다.
officer-take-over = { $code } 이어받기
# 기기 고장으로 중단된 서식. $when은 날짜와 시각입니다.
officer-interrupted = 중단된 서식
officer-interrupted-since = 마지막 작성: { $when }
officer-give-back = 돌려드리기

## 서식 하나

officer-finished = 작성 완료: { $when }
# $when은 시각 또는 날짜와 시각, $who는 이름 또는 ‘기기 비밀번호’입니다.
officer-stands-signed-off = { $when } 확인({ $who })
officer-stands-handed-over = { $when } 교부({ $who })
officer-stands-void = { $when } 무효 처리({ $who })
# $number는 앞서 낸 서식의 번호입니다.
officer-duplicate = 같은 분이 얼마 전 { $number } 서식을 내셨습니다. 둘 다 필요하신지 여쭤 보십시오.
officer-duplicate-open = 그 서식 보기
officer-summary = 요약
officer-column-citizen = 방문자
officer-column-office = 기관
officer-documents = 가져오실 서류
officer-slips = 함께 드리는 종이
officer-slip-payment = 납부 안내서
officer-slip-appointment = 예약 신청서
officer-slip-queue = 대기 번호
officer-readable-until = 이 기기에서는 { $when }까지 볼 수 있습니다.
officer-outgrows-paper = 이 서식은 너무 길어 종이에 코드를 넣을 수 없습니다. 인쇄한 종이로는 기관에 보낼 수 없으니, 통신망이 없는 동안에는 “기관 연결” 화면에서 USB 메모리에 쓰십시오.
officer-unreadable = 이 기기에서는 더 이상 내용을 볼 수 없습니다
officer-unreadable-lead = 볼 수 있는 시간이 지나 읽을 수 있는 사본을 없앴습니다. 봉인된 서식은 안전하며 기관만 열 수 있습니다. 번호로 확인, 교부, 무효 처리는 할 수 있습니다.
officer-sign-off = 확인 완료로 표시
officer-hand-over = 서류 교부함
officer-void = 무효 처리
officer-to-desk = 오늘의 서식으로

## 무효 처리

officer-correct = 답 고치기
officer-correct-leave = 고치지 않기
officer-correct-why = 왜 고칩니까?
officer-correct-same = 달라진 것이 없습니다
officer-correct-open = 함께 고칠 것이 더 있습니다
officer-correct-misheard = 기기가 잘못 받아 적음
officer-correct-misstated = 방문자가 잘못 말함
officer-correct-paper-differs = 증빙 서류와 다름
officer-correct-changed-since = 그 뒤에 바뀜
officer-correct-words = 설명 덧붙이기
officer-correct-words-lead = 이유만으로 부족하면 직접 적어 주십시오. 봉인된 서식과 함께 기관에 전달됩니다.
officer-correct-again = 다시
officer-correct-computed = 자동 계산

officer-void-why = 무효로 하는 까닭은 무엇입니까?
officer-void-withdrawn = 신청 철회
officer-void-withdrawn-hint = 방문자가 거두어 가십니다
officer-void-duplicate = 중복 작성
officer-void-duplicate-hint = 다른 서식이 유효합니다
officer-void-mistaken = 잘못 작성
officer-void-mistaken-hint = 다른 서식이거나 다른 사람의 서식입니다
officer-void-sure = 이 서식을 무효로 하시겠습니까?
officer-void-meaning = 아직 기관으로 보내지 않았으면 보내지 않으며, 이 기기에서 더 이상 처리할 수 없습니다. 되돌릴 수 없습니다.
officer-void-yes = 예, 무효로 합니다
officer-void-keep = 서식 그대로 두기

## 기기

officer-packs = 내용 묶음
officer-packs-none = 설치된 내용 묶음이 없습니다.
officer-pack-in-use = 사용 중
officer-pack-since = { $day }부터 이 기기에 있음
officer-take-pack = USB 메모리에서 { $file } 설치
officer-no-pack-on-stick = 설치하려면 내용 묶음과 서명이 든 USB 메모리를 꽂으십시오.
officer-pack-taking = { $file } 설치 중입니다. USB 메모리를 뽑지 마십시오.
officer-pack-taken = { $pack }을(를) 설치했습니다. 몇 초 안에 쓰입니다.
officer-take-log = 기록을 USB 메모리에 저장
officer-take-log-hint = 시각과 코드만 담기며 방문자 정보는 없습니다.
officer-log-taken = 기록을 USB 메모리에 { $file }(으)로 저장했습니다.
officer-pack-no-end = 마지막 날 없음
officer-pack-until = { $day }까지 유효
officer-pack-over = 마지막 날이 지났습니다
officer-pack-soon = { $days ->
    [0] 오늘이 마지막 날입니다
   *[other] { $days }일 남음: 새것을 요청하십시오
}
officer-machine-title = 이 기기
officer-clock = 날짜와 시각
officer-outbox = 기관에 보낼 서식
officer-outbox-count = { $count ->
    [0] 없음
   *[other] { $count }건 대기
}
officer-disk = 디스크 공간
officer-disk-free = { $room } GB 남음
officer-disk-unknown = 알 수 없음
officer-disk-low = 거의 찼습니다. 기술자에게 연락하십시오
officer-version = 버전
officer-restart = 창 다시 열기
officer-restart-hint = 몇 초 안에 저절로 돌아옵니다.
officer-exit = 프로그램 끝내기
officer-exit-hint = 다시 시작할 때까지 화면이 나오지 않습니다.

## 비밀번호 바꾸기

officer-own-pin = 내 비밀번호 바꾸기
officer-new-pin = 새 비밀번호
officer-pin-first = 다른 직원과 겹치지 않는 숫자 4~12자리를 누르십시오.
officer-pin-again = 같은 비밀번호를 한 번 더 누르십시오.
officer-pin-differs = 두 비밀번호가 다릅니다. 처음부터 다시 눌러 주십시오.
officer-pin-changed = 비밀번호를 바꾸었습니다.

## 직원

officer-staff-none = 등록된 직원이 아직 없습니다. 지금은 기기 비밀번호로만 들어올 수 있습니다.
# 목록에서 본인 이름 뒤에 나옵니다.
officer-you = 본인
officer-since = { $day }부터
officer-take-on = 직원 추가
officer-take-on-name = 성명을 입력하십시오
officer-take-on-role = { $name } 님은 어떤 일을 맡습니까?
officer-take-on-pin = { $name } 님의 비밀번호
officer-let-go = 삭제
officer-let-go-sure = { $name } 님을 직원 목록에서 삭제하시겠습니까?
officer-let-go-meaning = 그 비밀번호로는 더 이상 들어올 수 없습니다. 이미 확인한 기록은 그대로 남습니다.
officer-let-go-yes = 예, 삭제합니다

## 종이

officer-print = 인쇄
officer-print-again = 다시 인쇄
officer-print-slip = 인쇄
officer-give-up-paper = 이 인쇄 그만두기
officer-paper-sending = 프린터로 보내고 있습니다.
officer-paper-printing = 인쇄하고 있습니다.
officer-paper-waiting = 프린터를 살펴봐야 합니다.
officer-paper-printed = 인쇄했습니다.
officer-paper-failed = 인쇄하지 못했습니다.
officer-paper-unknown = 종이가 나왔는지 확인해 주십시오.
officer-printer = 프린터
officer-printer-none = 이 기기에는 프린터가 없습니다
officer-printer-unknown = 아직 응답이 없습니다
officer-printer-ready = 사용할 수 있습니다
officer-printer-hindered = 먼저 조치가 필요합니다
officer-printer-out-of-reach = 응답하지 않습니다
officer-printing = 인쇄 방식
officer-printing-tray = 용지함 “{ $tray }”
officer-printing-any-tray = 아무 용지함
officer-printing-colour = 컬러
officer-printing-grey = 흑백
officer-printing-both-sides = 양면
officer-printing-one-side = 단면
officer-printing-copies = 서류마다 { $count }부
officer-printing-change = 인쇄 방식 바꾸기
officer-printing-lead = 이제부터 모든 서류에 적용됩니다. 프린터가 할 수 있다고 한 것만 나옵니다.
officer-printing-unasked = 프린터가 응답하면 인쇄 방식을 바꿀 수 있습니다.
officer-printing-which-tray = 용지함
officer-printing-which-colour = 색
officer-printing-which-sides = 인쇄 면
officer-printing-which-copies = 서류마다 인쇄할 부수
officer-printing-set = 이제부터 이렇게 인쇄하기
officer-printing-done = 이제부터 서류를 이렇게 인쇄합니다.
officer-trust-printer = 프린터의 새 인증서 믿기
officer-trust-printer-hint = 프린터를 바꾸거나 초기화했을 때만 쓰십시오. 먼저 프린터를 살펴보십시오.

## 음성

officer-microphone = 마이크
# No microphone, no model, no language.
officer-voice-none = 없음
officer-model = 음성 모델
officer-hears = 알아듣는 언어
officer-speaks = 말하는 언어
officer-sound = 마이크와 스피커 시험하기
officer-level = 마이크에 들리는 소리 크기
officer-level-speak = 말씀해 보십시오. 막대가 움직입니다. 소리는 남기지 않습니다.
officer-level-heard = 목소리가 들립니다. 소리는 남기지 않습니다.
officer-level-no-microphone = 시험할 마이크가 없습니다.
officer-speaker = 스피커
officer-try-speaker = 소리 내 보기
# Said aloud by the kiosk, so that somebody hears whether it can be heard.
officer-speaker-sentence = 시험 중입니다. 잘 들리십니까?
officer-speaker-untried = 아직 시험하지 않았습니다
officer-speaker-playing = 두 음을 내고, 이어서 한 문장을 말합니다.
officer-sentence-said = 두 음과 한 문장을 냈습니다. 들리지 않았으면 스피커 소리를 키우십시오.
officer-sentence-no-voice = 두 음을 냈습니다. 이 언어의 음성이 없어 문장은 말하지 못했습니다. 음이 들리지 않았으면 스피커 소리를 키우십시오.
officer-sentence-starting = 두 음을 냈습니다. 음성을 아직 준비하고 있으며, 준비되면 한 문장을 말합니다.
officer-sentence-failed = 두 음은 냈지만 문장은 말하지 못했습니다. 음성에 문제가 생겼습니다. 기술자가 음성 서비스를 다시 시작해야 합니다.
officer-sentence-hung = 두 음은 냈지만 문장을 끝까지 말하지 못했습니다. 음성이 응답하지 않습니다. 기술자가 음성 서비스를 다시 시작해야 합니다.
officer-speaker-silent = 소리를 낼 수 없습니다. 응답하는 스피커가 없습니다. 선과 전원을 살펴보십시오.

## 기관으로 가는 길

officer-link-not-enrolled = 이 기기는 아직 기관과 연결되지 않았습니다
officer-link-reached = 기관과 연결되어 있습니다
officer-link-out-of-reach = 기관이 응답하지 않습니다. 서식은 보관되며 나중에 저절로 전송됩니다.
officer-link-stopped = 아래 사항을 해결할 때까지 아무것도 전송하지 않습니다
officer-link-since = { $when}부터
officer-contact = 기관의 마지막 응답
officer-contact-never = 아직 없음
officer-pack-coming = 내용 묶음을 받는 중
officer-pack-coming-much = { $pack }: { $percent }%
officer-pack-refused = 마지막으로 받은 내용 묶음은 설치하지 않았습니다
officer-trouble = 살펴볼 문제가 있습니다
officer-set-aside = 기관이 받지 않은 서식
officer-set-aside-correction = 정정 { $count }
officer-send-now = 지금 전송
officer-send-again = 다시 전송
officer-stick = USB 메모리
officer-stick-none = 꽂혀 있는 USB 메모리가 없습니다.
officer-export = 서식 쓰기
officer-import = 가져오기
officer-stick-busy = 처리 중입니다. USB 메모리를 뽑지 마십시오.
officer-stick-written = { $count ->
   *[other] USB 메모리에 서식 { $count }건이 있습니다. 이제 뽑아도 됩니다.
} 기관의 접수 확인이 돌아와야 전달된 것입니다.
officer-stick-taken-in = 가져왔습니다. 접수 확인 { $receipts }건, 내용 묶음 { $packs }개, 공지 { $notices }건. 이제 뽑아도 됩니다.
officer-stick-models = { $count ->
   *[other] 음성 모델 { $count }개도 가져왔습니다.
} 다시 시작하면 사용합니다.
officer-stick-missing = { $count ->
   *[other] 기관 목록의 파일 { $count }개가 USB 메모리에 온전히 들어 있지 않습니다. 다시 담아 달라고 하십시오.
}
officer-stick-refused = { $count ->
   *[other] 파일 { $count }개를 받지 않았습니다.
}
officer-enrol = 기관과 연결하기
officer-enrol-refused = 마지막 연결 시도에 실패했습니다
officer-enrol-address = 기관 서버 주소
officer-enrol-address-lead = https:// 로 시작합니다
officer-enrol-code = 일회용 코드
officer-enrol-code-lead = 기관의 관리자가 알려 줍니다. 짧은 시간 동안 한 번만 쓸 수 있습니다.
officer-enrol-send = 연결
officer-mark-received = 기관이 받음
officer-mark-set-aside = 기관이 받지 않음
## 직원 내부 문의
officer-questions = 내부 문의
officer-questions-title = 직원 내부 문의
officer-questions-field = 휴가, 규정, 기기에 관한 질문
officer-questions-none = 이 기기에는 직원용 내용 묶음이 설치되어 있지 않습니다.
