# 이 언어의 이름과 대기 화면의 인사말.

# 언어 단추에 쓰는, 이 언어로 된 이름.
language-own-name = 한국어

# 대기 화면의 인사말: 큰 글자 한 마디, 그 아래 한 문장, 그리고 단추.
language-greeting = 안녕하세요
language-offer = 무엇을 도와드릴까요?
language-begin = 여기를 눌러 시작하세요
language-choose = 언어를 선택하세요

# 글꼴과 줄 바꿈. CSS와 같이 적습니다.
language-type =
    .sans = "Noto Sans CJK KR", "Noto Sans KR", "Noto Sans", sans-serif
    .serif = "Noto Serif CJK KR", "Noto Serif KR", "Noto Serif", serif
    .word-break = keep-all
    .leading = 1.55
