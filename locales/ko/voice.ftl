# 말씀을 듣는 동안의 문구와, 화면을 읽어 드릴 때 하는 말입니다.

## 말씀하시는 곳

voice-label = 말로 하기
voice-ready = 누르고 말씀하십시오
# 작은 단추에 쓰는 같은 말.
voice-short = 말로 하기
voice-again = 다시 말씀하십시오
voice-listening = 말씀하십시오
voice-speech = 듣고 있습니다
voice-finish = 다 말씀하셨으면 다시 누르십시오. 녹음되지 않습니다.
voice-thinking = 잠시만 기다려 주십시오. 하신 말씀을 알아보고 있습니다
voice-touch-instead = 손으로 누르기
# 첫 화면에서 말씀하시는 곳 옆.
voice-type-question = 글자로 질문하기

## 어떻게 말씀하시면 되는지

voice-hint-ask = 평소 쓰시는 말로 물어보십시오
voice-hint-answer = 답을 말씀하십시오
voice-hint-yes-no = “예” 또는 “아니요”라고 말씀하십시오
voice-hint-choice = 어느 것인지 말씀하십시오
voice-hint-review = “예” 또는 고칠 것을 말씀하십시오
voice-hint-change = 고칠 것을 말씀하십시오
voice-hint-language = 쓰시는 언어로 몇 마디 말씀하십시오
voice-hint-wish = 무엇을 하실지 말씀하십시오

## 둘 중 하나일 때

voice-which = 어느 것을 말씀하셨습니까?
voice-which-one = 이렇게 말씀하셨습니까?
voice-which-yes = 예, 맞습니다
voice-which-no = 아니요
voice-which-none = 둘 다 아닙니다
voice-say-which = 다시 말하기
# Asked of whoever spoke it.
voice-which-language = 한국어로 하시겠습니까?

## 듣지 못했을 때

voice-missed-silence = 아무 말씀도 들리지 않았습니다. 조금 더 가까이 오셔서 마이크를 누르고 말씀하십시오.
voice-missed-too-quiet = 소리가 너무 작았습니다. 조금 더 가까이 오셔서 한 번 더 말씀하십시오.
voice-missed-too-noisy = 지금 주위가 너무 시끄럽습니다. 가까이 오셔서 한 번 더 말씀하시거나, 답을 눌러 주십시오.
voice-missed-unclear = 알아듣지 못했습니다. 다르게 말씀하시거나, 답을 눌러 주십시오.
voice-missed-trouble = 지금은 마이크가 작동하지 않습니다. 답을 눌러 주십시오.
voice-touch-first = 두 번 잘못 알아들었습니다. 답을 누르시거나, “직원” 단추를 누르십시오.

## 다시 듣기, 멈추기

dock-hear = 듣기
dock-pause = 잠시 멈춤
dock-go-on = 이어 듣기
# 답이 되는 문장만 읽었을 때, 인용문 아래.
voice-rest = 전체 듣기

## 화면에 있는 것 말고 덧붙여 읽는 말

voice-choices = 말씀하시거나 누르실 수 있습니다:
voice-choices-touch = 누르실 수 있습니다:
voice-choices-more = 그 밖에 더 있습니다.
voice-hidden = 가려진 부분
voice-kind-button = 단추
voice-kind-choice = 하나 고르기
voice-kind-box = 표시하는 칸
voice-kind-field = 적는 칸
voice-kind-more = 펼쳐 보기
voice-state-chosen = 선택됨
voice-state-not-chosen = 선택 안 됨
voice-state-open = 펼쳐짐
voice-state-closed = 접힘
voice-state-empty = 비어 있음
voice-help = 아래쪽과 위쪽 화살표로 다음과 이전으로 가십시오. 엔터로 고르고, F12로 말씀을 시작하고 마치십시오. F10은 화면을 다시 읽고, F9는 잠시 멈추거나 이어 읽으며, Escape는 이전으로 돌아갑니다.

## 글자, 색, 소리

voice-appearance-title = 글자, 색, 소리
voice-aloud = 화면 읽어 드리기
voice-aloud-on = 읽어 주십시오
voice-aloud-off = 소리 없이
voice-pace = 말 빠르기
voice-pace-1 = 아주 느리게
voice-pace-2 = 느리게
voice-pace-3 = 보통
voice-pace-4 = 빠르게
voice-pace-5 = 아주 빠르게
voice-volume = 소리 크기
voice-volume-1 = 아주 작게
voice-volume-2 = 작게
voice-volume-3 = 보통
voice-volume-4 = 크게
voice-volume-5 = 아주 크게
voice-sample-aloud = 이제부터 화면마다 읽어 드립니다.
voice-sample-pace = 이 빠르기로 말씀드립니다.
voice-sample-volume = 이 크기로 말씀드립니다.
voice-none = 이 기기는 한국어를 듣거나 말하지 못합니다. 모두 손으로 누르실 수 있습니다.
voice-hears-not = 이 기기는 한국어를 듣지 못합니다. 누르시거나 글자로 적어 주십시오.
voice-speaks-not = 이 기기는 한국어로 말하지 못합니다. 모두 화면에 적혀 있습니다.

## 직원용

officer-voice-off = 이 기기에는 음성이 설정되어 있지 않습니다. 모두 손으로 할 수 있습니다.
officer-voice-no-speaker = 이 기기에 음성 합성 프로그램이 없습니다. 기술자가 설치해야 하며, 내용은 모두 화면에 나옵니다.
officer-voice-no-microphone = 마이크를 찾을 수 없습니다. 마이크를 꽂거나 설정에서 다른 것을 고르십시오. 꽂으면 2초 안에 찾습니다.
officer-voice-model-missing = 음성 인식 모델이 설치되어 있지 않습니다. 기술자가 “kaunter models fetch”로 받아 설치합니다. USB 메모리에서도 됩니다.
officer-voice-model-unknown = 설정에 적힌 음성 인식 모델을 찾을 수 없습니다. kiosk.toml의 “model”을 고치십시오. “kaunter models list”로 모두 볼 수 있습니다.
officer-voice-model-truncated = 음성 인식 모델이 온전하지 않습니다. 지우고 다시 받으십시오.
officer-voice-not-a-model = 설정된 파일은 음성 인식 모델이 아닙니다. 다른 모델을 정하거나 새로 받으십시오.
officer-voice-model-changed = 음성 인식 모델이 공개된 것과 다릅니다. 지우고 다시 받으십시오.
officer-voice-model-slow = 설치된 모델이 이 기기에는 너무 느려서 말씀한 뒤 오래 기다리게 됩니다. 더 작은 모델을 받은 뒤 “kaunter doctor --calibrate”를 실행하십시오.
officer-voice-file-unreadable = 디스크에서 음성 인식 모델을 읽을 수 없습니다. 기술자에게 연락하십시오.
officer-voice-recogniser-failed = 음성 인식에 실패했습니다. 기기를 다시 시작하고, 또 그러면 기술자에게 연락하십시오.
officer-voice-processor-too-old = 이 기기는 음성 인식에 너무 오래되었습니다. 다른 기능은 모두 됩니다. 음성을 쓰려면 2014년 이후의 기기를 쓰십시오.
officer-voice-service-silent = 음성 서비스가 응답하지 않습니다. 기기를 다시 시작하고, 같은 일이 또 생기면 기술자에게 연락하십시오.
