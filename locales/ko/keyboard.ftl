# 화면 자판입니다. 보이지 않는 이름은 소리로 읽습니다.

## 자판 전체

keyboard-label = 자판
keyboard-switch = 자판 바꾸기
# 자판마다 스스로 부르는 이름은 언어가 달라도 같습니다. 그 아래는 소리로 읽는 이름입니다.
keyboard-bopomofo = 注音
    .label = 注音, 주음
keyboard-hangul = 한글
    .label = 한글
keyboard-latin = ABC
    .label = ABC, 영문
keyboard-numbers = 123
    .label = 123, 숫자와 기호

## 글쇠

keyboard-space = 띄어쓰기
# 성조를 아직 넣지 않았을 때의 띄어쓰기 글쇠입니다.
keyboard-first-tone = 1성
# 첫 번째 글자를 고를 때의 띄어쓰기 글쇠입니다.
keyboard-take-first = 첫 번째 고르기
keyboard-delete = 지우기
keyboard-clear = 모두 지우기
# 방금 지운 글을 되돌립니다.
keyboard-restore = 되돌리기
keyboard-shift = 대문자
keyboard-shift-hangul = 쌍자음

## 주음에서 고를 글자

keyboard-choices = 고를 글자
keyboard-choices-hint = 소리를 입력한 다음 여기에서 글자를 고르십시오.
keyboard-choices-all = 더 보기
keyboard-choices-fewer = 자판
keyboard-choices-earlier = 이전
keyboard-choices-later = 다음
# $page 는 1부터 셉니다.
keyboard-choices-page = { $pages }쪽 중 { $page }쪽

## 성조와 기호의 이름(소리로 읽음)

keyboard-tone-2 = 2성
keyboard-tone-3 = 3성
keyboard-tone-4 = 4성
keyboard-tone-neutral = 경성
keyboard-sign-full-stop = 마침표
keyboard-sign-comma = 쉼표
keyboard-sign-list-comma = 모점
keyboard-sign-question = 물음표
keyboard-sign-exclamation = 느낌표
keyboard-sign-colon = 쌍점
keyboard-sign-semicolon = 쌍반점
keyboard-sign-hyphen = 붙임표
keyboard-sign-underscore = 밑줄
keyboard-sign-slash = 빗금
keyboard-sign-apostrophe = 작은따옴표
keyboard-sign-quote = 큰따옴표
keyboard-sign-quote-open = 여는 따옴표
keyboard-sign-quote-close = 닫는 따옴표
keyboard-sign-bracket-open = 여는 괄호
keyboard-sign-bracket-close = 닫는 괄호
keyboard-sign-at = 골뱅이
keyboard-sign-number = 우물정
keyboard-sign-percent = 퍼센트
keyboard-sign-and = 앤드
keyboard-sign-plus = 더하기
keyboard-sign-equals = 등호
keyboard-sign-star = 별표
keyboard-sign-tilde = 물결표
keyboard-sign-dollar = 달러
