# 무엇이 잘못되었는지, 코드별로: 일어난 일과 하실 일.

problem-internal = 문제가 생겼습니다. 다시 해 보시거나 직원에게 말씀해 주세요.
problem-question-empty = 아직 질문이 없습니다. 궁금하신 것을 적어 주세요.
problem-screen-lost = 화면을 다시 시작해야 합니다. 잠시 기다리시거나 창구로 와 주세요.
