# 무엇이 잘못되었는지, 코드별로: 일어난 일과 하실 일.

## 그 밖의 일

problem-internal = 문제가 생겼습니다. 다시 해 보시거나 직원에게 말씀해 주세요.
problem-screen-lost = 화면을 다시 시작해야 합니다. 잠시 기다리시거나 창구로 와 주세요.
problem-middle-silent = 지금 기기가 응답하지 않습니다. 잠시 기다려 주시거나 창구로 가 주십시오.

## 질문하실 때

problem-question-empty = 아직 질문이 없습니다. 궁금하신 것을 적어 주세요.
problem-language-unknown = 이 기기에는 그 언어가 없습니다. 다른 언어를 선택해 주세요.
problem-topic-gone = 이 주제는 이제 안내하지 않습니다. 다른 주제를 고르시거나 평소 쓰시는 말로 물어보세요.
problem-entry-gone = 이 답은 더 이상 맞지 않아 보여 드리지 않습니다. 평소 쓰시는 말로 물어보시거나 직원에게 말씀해 주세요.
problem-notice-gone = 이 공지는 기간이 지나 더 이상 보이지 않습니다.

## 담당자 비밀번호

problem-pin-wrong = 비밀번호가 맞지 않습니다. 다시 입력해 주세요.
problem-pin-wait = 잘못 입력한 횟수가 많습니다. 화면에 나온 시간이 지난 뒤에 다시 해 주세요.
problem-pin-unset = 비밀번호가 아직 정해지지 않았습니다. 기술자가 먼저 정해야 합니다.
problem-pin-unrecorded = 입력을 기록할 수 없어 비밀번호를 받지 않습니다. 기술자에게 연락해 주세요.

## 옮겨 보여 드릴 내용이 없을 때

problem-pack-none = 직원 안내: 이 기기에 내용 묶음이 설치되어 있지 않습니다. 설치해 주세요.
problem-pack-opening = 기관의 답을 여는 중입니다.
problem-pack-broken = 직원 안내: 내용 묶음을 열 수 없습니다. 다시 설치해 주세요.
problem-pack-expired = 직원 안내: 내용 묶음의 마지막 날이 지났습니다. 새것을 설치해 주세요.
problem-pack-internal = 직원 안내: 이 내용 묶음은 직원용이므로 방문자에게 보이지 않습니다.
