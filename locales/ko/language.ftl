# 이 언어의 이름과 대기 화면의 인사말.

# 언어 단추에 쓰는, 이 언어로 된 이름.
language-own-name = 한국어

# 대기 화면의 인사말: 큰 글자 한 마디, 그 아래 한 문장, 그리고 단추.
language-greeting = 안녕하세요
language-offer = 무엇을 도와드릴까요?
language-begin = 여기를 눌러 시작하십시오

# 글꼴과 줄 바꿈은 CSS와 같이 적고, 날짜와 시각은 어느 지역의 방식을 따르는지 적습니다.
language-type =
    .sans = "Noto Sans CJK KR", "Noto Sans KR", "Noto Sans", sans-serif
    .serif = "Noto Serif CJK KR", "Noto Serif KR", "Noto Serif", serif
    .word-break = keep-all
    .leading = 1.55
    .formats = ko-KR

# 이 언어의 자판입니다. 먼저 나오는 것을 앞에 적습니다: bopomofo, hangul, latin, numbers.
language-keyboards = hangul latin numbers
