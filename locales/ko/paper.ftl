# 종이에 찍히는 고정 문구: 서식, 안내장, 공지. 서식의 내용은 기관의 내용 묶음에서 온다.

## 서식의 실제 상태와 그 의미

paper-state-draft = 작성 중
paper-state-draft-meaning = 아직 제출되지 않은 서식으로, 효력이 없습니다. 무인안내기나 창구에서 작성을 마쳐 주십시오.
paper-state-queued = 이 기기에 보관, 전송 대기
paper-state-queued-meaning = 작성이 끝난 서식을 봉인하여 이 기기에 보관하고 있습니다. 기관에는 아직 전달되지 않았으며, 통신이 연결되는 대로 전송됩니다. 이 종이를 보관해 주십시오.
paper-state-accepted = 기관 접수 완료
paper-state-accepted-meaning = 기관이 서식을 받았습니다. 다시 제출하지 않으셔도 됩니다. 이 종이를 보관해 주십시오.
# 이미 인쇄한 적이 있는 서식.
paper-again = 재출력
# On a form whose answers were put right by an officer; $number counts how many times.
paper-corrected = 창구에서 정정함({ $number }번째)

## 모든 쪽

# $page, $pages는 숫자이다.
paper-page = { $pages }쪽 중 { $page }쪽
paper-number = 서식 번호
# 코드 대신 읽어 주는 말.
paper-code = 업무용 코드: 서식과 상태

## 답변

paper-unanswered = 미기재
paper-brought = 창구에서 제출
paper-item = 연번
paper-yes = 예
paper-no = 아니요
paper-drawn-signature = 서명
paper-picture = 사진
paper-bring = 구비서류

## 서명·날인

paper-declaration = 확인 및 서약
paper-applicant = 신청인
paper-signature = 서명
paper-seal = 날인
paper-seal-or-signature = 서명 또는 날인 중 하나만 하시면 됩니다.
paper-thumbprint = 무인(지장)
paper-thumbprint-instead = 서명할 수 없는 경우에만
paper-thumbprint-here = 담당 공무원 앞에서 오른손 엄지
paper-witness = 입회인 성명 및 서명
paper-date = 날짜

## 처리란

paper-office = 담당자 기재란
paper-office-received = 접수일
paper-office-checked = 확인자
paper-office-decided = 처리 결과 및 비고
paper-office-stamp = 기관 직인

## 봉인된 서식 코드

paper-home = 봉인된 서식(코드)
paper-home-meaning = 이 기기에 통신이 연결되지 않으면 담당자가 이 코드로 서식을 읽습니다. 자르지 말고 그대로 제출해 주십시오. 내용은 해당 기관만 열 수 있습니다.
paper-home-part = 코드 { $parts }개 중 { $part }번

## 가져가는 답변

paper-answer-title = 기관 문서에 따른 답변
paper-question = 질문
paper-source = 문서
paper-section = 항목
paper-version = 기준일
paper-answer-note = 위 문서의 내용을 그대로 옮긴 것입니다. 규정은 바뀔 수 있으니 시일이 지났으면 창구에서 확인해 주십시오.

## 납부

paper-payment-title = 납부 안내서
paper-payment-due = 납부 기한
paper-payment-place = 납부 장소
paper-payment-reference = 납부 번호
paper-payment-note = 이 안내서는 영수증이 아닙니다. 납부하신 뒤 영수증을 받아 가십시오.

## 순번

paper-ticket-title = 대기 번호
paper-ticket-service = 업무
paper-ticket-counter = 창구
paper-ticket-before = 앞 대기 인원
paper-ticket-drawn = 발권 시각
paper-ticket-note = 번호를 부를 때까지 기다려 주십시오.
paper-ticket-person = 창구 직원

## 예약

paper-appointment-title = 예약 신청서
paper-appointment-note = 이것은 신청이며 확정된 예약이 아닙니다. 기관이 확인해야 예약이 확정됩니다.
paper-appointment-answer = 회신 방법

## 긴급 공지

paper-notice-title = 공지
paper-notice-from = 시행
paper-notice-until = 유효 기한
paper-notice-source = 공지 기관

## 신청 처리 상황

paper-status-title = 신청 처리 상황
paper-status-number = 접수번호
paper-status-since = 처리일
paper-status-next = 다음에 하실 일
paper-status-as-of = 기준 시각
paper-status-age-unknown = 언제의 내용인지 기관이 알려 주지 않았습니다
paper-status-source = 출처
paper-status-note = 위 시각에 기관 목록에 있던 내용입니다. 그 뒤에 더 진행되었을 수 있으니 창구에 문의해 주십시오.

## 이용 종료

paper-receipt-title = 오늘 이용 내역
paper-receipt-next = 다음에 하실 일
paper-receipt-ended = 이용 종료
paper-receipt-note = 쓰고 말씀하신 내용은 이 기기 화면에 남아 있지 않습니다.
paper-receipt-form = 제출한 서식
paper-receipt-ticket = 대기 번호
paper-receipt-keep = 서식 번호를 보관하십시오. 기관은 이 번호로 서식을 찾습니다.
paper-receipt-printable = 직원이 앞으로 { $minutes }분 동안 서식을 인쇄해 드릴 수 있습니다. 그 뒤에는 이 기기에서 아무도 볼 수 없습니다.
