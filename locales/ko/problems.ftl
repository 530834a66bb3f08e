# 무엇이 잘못되었는지, 코드별로: 일어난 일과 하실 일.

## 그 밖의 일

problem-internal = 문제가 생겼습니다. 다시 해 보시거나 직원에게 말씀해 주십시오.
problem-middle-silent = 지금 기기가 응답하지 않습니다. 잠시 기다려 주시거나 창구로 가 주십시오.

## 질문하실 때

problem-question-empty = 아직 질문이 없습니다. 궁금하신 것을 적어 주십시오.
problem-language-unknown = 이 기기에는 그 언어가 없습니다. 다른 언어를 선택해 주십시오.
problem-topic-gone = 이 주제는 이제 안내하지 않습니다. 다른 주제를 고르시거나 평소 쓰시는 말로 물어보십시오.
problem-entry-gone = 이 답은 더 이상 맞지 않아 보여 드리지 않습니다. 평소 쓰시는 말로 물어보시거나 직원에게 말씀해 주십시오.
problem-notice-gone = 이 공지는 기간이 지나 더 이상 보이지 않습니다.

## 담당자 비밀번호

problem-pin-wrong = 비밀번호가 맞지 않습니다. 다시 입력해 주십시오.
problem-pin-wait = 비밀번호를 잘못 입력한 횟수가 많습니다. 화면에 나온 시간이 지난 뒤에 다시 해 주십시오.
problem-pin-unset = 비밀번호가 아직 정해지지 않았습니다. 기술자가 먼저 정해야 합니다.
problem-pin-unrecorded = 입력을 기록할 수 없어 비밀번호를 받지 않습니다. 기술자에게 연락해 주십시오.
problem-pin-taken = 이미 다른 직원이 쓰는 비밀번호입니다. 다른 번호를 정해 주십시오.
problem-pin-not-digits = 비밀번호는 숫자 4~12자리입니다.
problem-pin-not-hashed = 비밀번호를 저장하지 못했습니다. 기술자에게 연락해 주십시오.
problem-name-empty = 이름을 입력해 주십시오.
problem-not-allowed = 이 작업에는 다른 권한이 필요합니다. 관리자에게 문의해 주십시오.
problem-printer-none = 이 무인 창구에는 프린터가 없습니다. 서식 번호를 적어 두시거나 직원에게 말씀해 주십시오.
problem-printer-unasked = 프린터가 무엇을 할 수 있는지 아직 알려 주지 않았습니다. 전원이 켜져 있는지 보고 잠시 후 다시 해 보십시오.
problem-printing-unsupported = 프린터가 이렇게는 인쇄할 수 없습니다.
problem-paper-under-way = 이미 인쇄하고 있습니다.

## 옮겨 보여 드릴 내용이 없을 때

problem-pack-none = 직원 안내: 이 기기에 내용 묶음이 설치되어 있지 않습니다. 설치해 주십시오.
problem-pack-opening = 기관의 답을 여는 중입니다.
problem-pack-broken = 직원 안내: 내용 묶음을 열 수 없습니다. 다시 설치해 주십시오.
problem-pack-expired = 직원 안내: 내용 묶음의 마지막 날이 지났습니다. 새것을 설치해 주십시오.
problem-pack-internal = 직원 안내: 이 내용 묶음은 직원용이므로 방문자에게 보이지 않습니다.

## 잠시 멈추었거나 마친 서식

problem-draft-gone = 이 서식은 이제 이 기기에 없습니다. 다시 작성하시거나 직원에게 말씀해 주십시오.
problem-pause-code-unknown = 이 번호로 보관된 서식이 없습니다. 글자와 숫자를 확인하시고 다시 입력해 주십시오.
problem-pause-code-wait = 번호를 잘못 입력한 횟수가 많습니다. 잠시 뒤에 다시 해 보시거나 직원에게 말씀해 주십시오.
problem-form-gone = 직원 안내: 이 기기에 이 번호의 서식이 없습니다.
problem-print-window-closed = 이 서식을 인쇄할 수 있는 시간이 지나 읽을 수 있는 사본을 없앴습니다. 봉인된 서식은 안전하게 보관되어 있습니다.
problem-form-void = 직원 안내: 무효 처리된 서식입니다. 더 이상 처리할 수 없습니다.
problem-staff-gone = 직원 안내: 직원 목록에 없는 사람입니다. 비밀번호를 다시 입력해 주십시오.
problem-print-job-gone = 직원 안내: 이미 끝난 인쇄 작업입니다.

## 서식 보관

problem-seal-no-recipient = 직원 안내: 기관의 열쇠가 설정되어 있지 않아 서식을 봉인할 수 없습니다. 기술자에게 연락해 주십시오.
problem-seal-recipient-malformed = 직원 안내: 기관의 열쇠가 올바르지 않아 서식을 봉인할 수 없습니다. 기술자에게 연락해 주십시오.
problem-store-disk-full = 직원 안내: 디스크가 가득 차 서식을 보관할 수 없습니다. 지금까지 보관한 것은 안전합니다. 공간을 비워 주십시오.
problem-store-read-only = 직원 안내: 디스크에 쓸 수 없어 서식을 보관할 수 없습니다. 기술자에게 연락해 주십시오.
problem-store-disk-fails = 직원 안내: 디스크에 이상이 있어 서식을 보관할 수 없습니다. 기술자에게 연락해 주십시오.
problem-store-damaged = 직원 안내: 보관된 서식이 손상되었습니다. 기기를 다시 시작해 주십시오. 손상된 자료는 따로 옮겨 두며 지우지 않습니다.
problem-store-already-open = 직원 안내: 다른 프로그램이 보관된 서식을 쓰고 있습니다. 그 프로그램을 닫거나 기기를 다시 시작해 주십시오.
problem-store-too-new = 직원 안내: 보관된 서식에는 더 새로운 프로그램이 필요합니다. 그 버전을 설치해 주십시오.
problem-store-missing = 직원 안내: 이 기기에 아직 보관된 서식이 없습니다.
problem-store-key-missing = 직원 안내: 보관된 서식의 열쇠가 없습니다. 제자리에 되돌려 주십시오. 잃은 것은 없습니다.
problem-store-key-wrong = 직원 안내: 보관된 서식의 열쇠가 아닙니다. 맞는 열쇠를 되돌려 주십시오. 잃은 것은 없습니다.
problem-store-key-exposed = 직원 안내: 보관된 서식의 열쇠를 다른 사람이 읽을 수 있습니다. 기술자가 권한을 바로잡아야 합니다.
problem-store-key-unusable = 직원 안내: 보관된 서식의 열쇠를 읽을 수 없습니다. 기술자에게 연락해 주십시오.
problem-store-no-randomness = 직원 안내: 시스템이 열쇠를 만들 수 없어 서식을 보관할 수 없습니다. 기술자에게 연락해 주십시오.
problem-store-set-aside = 직원 안내: 보관된 서식이 손상되어 따로 옮겨 두었습니다. 읽을 수 있는 것은 옮겨 담았습니다. 기술자에게 연락해 주십시오.
problem-store-audit-cut-off = 직원 안내: 감사 기록의 최근 부분이 없어졌습니다. 보고해 주십시오.
problem-store-clock-back = 직원 안내: 이 기기의 시계가 뒤로 돌아갔습니다. 날짜와 시각을 확인해 주십시오.
problem-form-not-offered = 지금은 이 서식을 쓸 수 없습니다. 직원에게 문의해 주십시오.
problem-form-open = 작성 중인 서식이 있습니다. 먼저 마치거나 잠시 멈추거나 그만두어 주십시오.
problem-form-damaged = 이 서식을 다시 열 수 없습니다. 직원에게 문의해 주십시오.

## 인쇄

problem-printer-media-empty = 프린터에 용지가 없습니다. 직원에게 말씀해 주세요.
problem-printer-media-low = 프린터에 용지가 얼마 남지 않았습니다. 인쇄는 할 수 있습니다.
problem-printer-media-needed = 프린터가 용지를 기다리고 있습니다. 직원에게 말씀해 주세요.
problem-printer-wrong-size = 프린터에 다른 크기의 용지가 들어 있습니다. 직원에게 말씀해 주세요.
problem-printer-media-jam = 프린터에 용지가 걸렸습니다. 직접 빼지 마시고 직원에게 말씀해 주세요.
problem-printer-cover-open = 프린터 덮개가 열려 있습니다. 직원에게 말씀해 주세요.
problem-printer-door-open = 프린터 문이 열려 있습니다. 직원에게 말씀해 주세요.
problem-printer-tray-missing = 프린터의 용지함이 빠져 있습니다. 직원에게 말씀해 주세요.
problem-printer-output-full = 프린터에서 나온 종이가 가득 찼습니다. 직원에게 말씀해 주세요.
problem-printer-ink-low = 프린터 잉크가 얼마 남지 않았습니다. 인쇄는 할 수 있습니다.
problem-printer-ink-empty = 프린터 잉크가 다 떨어졌습니다. 직원에게 말씀해 주세요.
problem-printer-waste-full = 프린터를 손보아야 합니다. 직원에게 말씀해 주세요.
problem-printer-paused = 프린터가 일시 중지되었습니다. 직원에게 말씀해 주세요.
problem-printer-shutdown = 프린터가 꺼져 있습니다. 직원에게 말씀해 주세요.
problem-printer-connecting = 프린터에 연결하는 중입니다. 잠시 기다려 주세요.
problem-printer-offline = 프린터에 연결할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-silent = 프린터가 응답하지 않습니다. 잠시 기다리시거나 직원에게 말씀해 주세요.
problem-printer-spool-full = 프린터에 일이 많이 밀려 있습니다. 잠시 기다려 주세요.
problem-printer-not-accepting = 지금은 프린터가 인쇄를 받지 않습니다. 잠시 기다리시거나 직원에게 말씀해 주세요.
problem-printer-stopped = 프린터가 멈추었습니다. 직원에게 말씀해 주세요.
problem-printer-needs-service = 프린터를 손보아야 합니다. 직원에게 말씀해 주세요.
problem-printer-condition-other = 프린터를 손보아야 합니다. 직원에게 말씀해 주세요.
problem-printer-connection-lost = 프린터와 연결이 끊어졌습니다. 직원에게 말씀해 주세요.
problem-printer-nonsense = 프린터의 응답을 알 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-not-there = 프린터에 연결할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-wants-sign-in = 지금은 여기서 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-wants-encryption = 지금은 여기서 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-encryption-failed = 지금은 여기서 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-certificate-changed = 지금은 여기서 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-refused = 프린터가 이 인쇄를 받지 않았습니다. 직원에게 말씀해 주세요.
problem-printer-address-invalid = 여기에는 인쇄가 설정되어 있지 않습니다. 직원에게 말씀해 주세요.
problem-printer-discovery-failed = 여기에는 인쇄가 설정되어 있지 않습니다. 직원에게 말씀해 주세요.
problem-printer-size-unsupported = 이 프린터로는 서식을 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-tray-unknown = 인쇄 설정이 맞지 않습니다. 직원에게 말씀해 주세요.
problem-printer-option-unsupported = 프린터가 이렇게 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-without-colour = 이 프린터는 흑백으로만 인쇄합니다.
problem-printer-without-sides = 이 프린터는 단면으로만 인쇄합니다.
problem-printer-without-copies = 이 프린터는 요청한 매수를 모두 인쇄하지 못합니다.
problem-printer-format-unsupported = 이 프린터로는 서식을 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-pages-unusable = 인쇄할 쪽을 준비하지 못했습니다. 직원에게 말씀해 주세요.
problem-printer-job-unrecorded = 지금은 인쇄할 수 없습니다. 직원에게 말씀해 주세요.
problem-printer-job-already-sent = 이미 프린터로 보냈습니다. 잠시 기다려 주세요.
problem-printer-job-not-delivered = 아무것도 인쇄되지 않았습니다. 직원에게 말씀해 주세요.
problem-printer-job-aborted = 프린터가 이 인쇄를 그만두었습니다. 직원에게 말씀해 주세요.
problem-printer-job-cancelled = 이 인쇄는 취소되었습니다. 필요하시면 직원에게 말씀해 주세요.
problem-printer-job-forgotten = 인쇄되었는지 확실하지 않습니다. 직원에게 말씀해 주세요.
problem-printer-job-out-of-reach = 인쇄되었는지 확실하지 않습니다. 직원에게 말씀해 주세요.
problem-printer-job-cut-short = 모두 인쇄되었는지 확실하지 않습니다. 직원에게 말씀해 주세요.
problem-printer-job-with-errors = 제대로 인쇄되었는지 확실하지 않습니다. 직원에게 말씀해 주세요.
problem-printer-not-found = 프린터를 찾지 못했습니다. 직원에게 말씀해 주십시오.
problem-printer-several-found = 프린터가 여러 대 있습니다. 직원에게 말씀해 주십시오.
## 종이
problem-paper-fonts-missing = 직원 안내: 이 기기에 인쇄용 글꼴이 없습니다. 기술자에게 연락해 주세요.
problem-paper-glyph-missing = 바르게 인쇄할 수 없는 글자가 있어 인쇄하지 않았습니다. 직원이 도와드리겠습니다.
problem-paper-language-unknown = 직원 안내: 이 언어의 인쇄 문구가 없습니다. 기술자에게 연락해 주세요.
problem-paper-layout-broken = 직원 안내: 이 서식의 배치에 오류가 있어 인쇄할 수 없습니다. 기관에 알려 주세요.
problem-paper-layout-endless = 직원 안내: 이 서식의 배치가 끝나지 않아 인쇄할 수 없습니다. 기관에 알려 주세요.
problem-paper-too-many-pages = 직원 안내: 이 서식은 인쇄할 수 있는 쪽수를 넘습니다. 기관에 알려 주세요.
problem-paper-not-conforming = 직원 안내: 인쇄본이 보존 및 접근성 기준에 맞지 않습니다. 기관에 알려 주세요.
problem-paper-no-such-picture = 직원 안내: 보여 줄 쪽이 없습니다.
problem-paper-code-too-long = 직원 안내: 글이 길어 코드 하나에 담을 수 없습니다. 기관에 알려 주세요.
problem-paper-sealed-too-large = 직원 안내: 서식이 커서 코드로 인쇄할 수 없습니다. 서식은 이 기기에 안전하게 보관되어 있습니다.
problem-paper-picture-unreadable = 이 사진을 열 수 없습니다. 다른 사진을 사용해 주십시오.
problem-paper-picture-too-large = 사진이 너무 큽니다. 더 작은 사진을 사용해 주십시오.
problem-paper-typesetter-failed = 인쇄하지 못했습니다. 서식은 안전합니다. 직원에게 문의해 주십시오.

## 듣기

problem-voice-no-microphone = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-model-missing = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-model-unknown = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-model-truncated = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-not-a-model = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-model-changed = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-file-unreadable = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-recogniser-failed = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-processor-too-old = 지금 이 무인 창구에서는 음성을 쓸 수 없습니다. 화면을 누르거나 글자를 입력해 주십시오. 다른 기능은 모두 됩니다.
problem-voice-none = 이 기기에는 선택하신 언어의 음성이 없습니다. 내용은 모두 화면에 나옵니다.
problem-voice-service-silent = 지금은 소리로 안내할 수 없습니다. 내용은 모두 화면에 나옵니다.
problem-not-heard-silence = 아무 말씀도 듣지 못했습니다. 단추를 누르고 말씀하시거나 답을 눌러 주십시오.
problem-not-heard-too-quiet = 소리가 작아 알아듣지 못했습니다. 조금 더 가까이에서 다시 말씀해 주십시오.
problem-not-heard-too-noisy = 주위가 시끄러워 잘 들리지 않습니다. 가까이에서 다시 말씀하시거나 답을 눌러 주십시오.
problem-not-heard-only-noise = 말씀을 알아듣지 못했습니다. 다시 말씀하시거나 답을 눌러 주십시오.
problem-not-heard-cancelled = 듣기를 멈추었습니다.
problem-not-heard-failed = 방금 듣지 못했습니다. 답을 누르시거나 한 번 더 해 보십시오.
problem-reference-empty = 먼저 번호를 입력해 주십시오.
problem-stick-gone = USB 메모리가 없습니다. 다시 꽂아 주십시오.

## 기관으로 가는 서식

problem-form-purged = 직원 안내: 기관이 이 서식을 받았으며, 이 기기의 봉인된 사본은 삭제되었습니다.
problem-form-other-bytes = 직원 안내: 기관의 수령증이 이 서식의 것이 아닙니다. 서식은 이 기기에 그대로 보관됩니다.
problem-kiosk-not-enrolled = 직원 안내: 이 기기는 아직 기관에 등록되지 않았습니다. 서식은 여기에 보관됩니다. 기관의 주소와 코드를 입력해 주십시오.
problem-agency-address-unusable = 직원 안내: 이 주소는 사용할 수 없습니다. 주소는 https:// 로 시작하고 경로가 없어야 합니다.
problem-agency-authority-unusable = 직원 안내: 인증서 파일을 읽을 수 없습니다. 기술자에게 연락해 주십시오.
problem-agency-not-believed = 직원 안내: 기관이 서명하지 않은 내용이 와서 받지 않았습니다. 서식은 여기에 보관됩니다. 기술자에게 연락해 주십시오.
problem-agency-unreachable = 직원 안내: 지금은 기관에 연결할 수 없습니다. 서식은 여기에 보관되며 연결되면 전송됩니다.
problem-agency-certificate-untrusted = 직원 안내: 기관 주소에서 응답하는 서버가 기관의 서버인지 확인되지 않습니다. 아무것도 보내지 않으며 서식은 여기에 보관됩니다. 기술 담당자를 불러 인증서와 주소, 시계를 확인해 주십시오.
problem-agency-answer-unreadable = 직원 안내: 기관의 서버가 아닌 곳에서 응답합니다. 서식은 여기에 보관됩니다. 네트워크를 확인해 주십시오.
problem-agency-shut-out = 직원 안내: 기관이 이 기기를 더 이상 인정하지 않아 전송이 중지되었습니다. 서식은 여기에 보관됩니다. 기관에 연락해 주십시오.
problem-agency-code-refused = 직원 안내: 코드가 틀렸거나 이미 사용되었거나 만료되었습니다. 기관에 새 코드를 요청해 주십시오.
problem-agency-other-version = 직원 안내: 기관의 서버와 이 기기의 버전이 다릅니다. 업데이트될 때까지 서식은 여기에 보관됩니다.
problem-agency-refuses-form = 직원 안내: 기관의 서버가 이 서식을 거부합니다. 서식은 여기에 보관됩니다. 기관에 연락해 주십시오.
problem-agency-has-other-form = 직원 안내: 기관에 같은 식별 번호의 다른 서식이 있습니다. 둘 다 보관되었습니다. 기관에 연락해 주십시오.
problem-agency-busy = 직원 안내: 기관의 서버가 바쁩니다. 서식은 여기에 보관되며 자동으로 전송됩니다.
problem-stick-unusable = 직원 안내: USB 메모리를 읽거나 쓸 수 없습니다. 이미 온전히 복사된 것은 유효합니다. 다시 시도하거나 다른 USB 메모리를 사용해 주십시오.
problem-stick-full = 직원 안내: USB 메모리가 가득 찼습니다. 이미 온전히 복사된 것은 유효합니다. 다른 USB 메모리를 사용해 주십시오.
problem-courier-not-started = 직원 안내: 서식 전송을 시작할 수 없습니다. 서식은 여기에 보관됩니다. 기기를 다시 시작해 주십시오.
## USB 메모리의 내용 묶음과 기록
problem-pack-unreadable = USB 메모리에서 내용 묶음을 읽을 수 없습니다. USB 메모리를 다시 꽂아 주십시오.
problem-pack-not-a-pack = 이 파일은 내용 묶음이 아닙니다.
problem-pack-cut-off = 내용 묶음이 온전하지 않습니다. 파일이 잘렸으니 USB 메모리에 다시 복사해 주십시오.
problem-pack-damaged = 내용 묶음이 손상되었습니다. USB 메모리에 다시 복사해 주십시오.
problem-pack-too-large = 내용 묶음이 허용된 크기를 넘습니다.
problem-pack-path-escapes = 내용 묶음에 들어 있으면 안 되는 파일이 있습니다. 사용하지 말고 만든 곳에 알려 주십시오.
problem-pack-faulty = 내용 묶음에 잘못이 있습니다. 만든 곳에 바른 것을 요청해 주십시오.
problem-pack-bad-key = 이 기기의 열쇠를 읽을 수 없습니다. 기술자에게 연락해 주십시오.
problem-pack-signature-missing = 내용 묶음의 서명이 없습니다. .minisig로 끝나는 파일도 USB 메모리에 복사해 주십시오.
problem-pack-signature-wrong = 이 기기가 믿는 곳에서 서명한 것이 아닙니다. 사용하지 말고 신고해 주십시오.
problem-pack-older = 더 새로운 내용 묶음이 이미 설치되어 있습니다.
problem-pack-unbuildable = 폴더에서 내용 묶음을 만들 수 없습니다. 만든 곳에 문의해 주십시오.
problem-pack-not-installed = 이 내용 묶음은 이 기기에 설치되어 있지 않습니다.
problem-pack-nothing-before = 이 내용 묶음에는 되돌아갈 이전 판이 없습니다.
problem-disk-full = 디스크가 가득 차 내용 묶음을 보관할 수 없습니다. 기술자에게 연락해 주십시오.
problem-disk-unwritable = 디스크에 쓸 수 없습니다. 기술자에게 연락해 주십시오.
problem-pack-keys-none = 이 기기는 아직 누구의 서명도 알지 못합니다. 기술자에게 기관의 공개 열쇠를 keys 폴더에 넣도록 요청해 주십시오.
problem-stick-none = USB 메모리가 꽂혀 있지 않습니다. 꽂은 뒤 다시 해 주십시오.
problem-stick-unwritable = USB 메모리에 쓸 수 없습니다. 다른 것을 써 주십시오.
problem-log-none = 아직 기록이 없습니다.
