# 듣기에 무슨 문제가 있는지 코드별로, 직원에게: 무엇이고 어떻게 할지.

officer-voice-no-microphone = 마이크를 찾을 수 없습니다. 마이크를 꽂거나 설정에서 다른 것을 고르십시오. 꽂으면 2초 안에 찾습니다.
officer-voice-model-missing = 음성 인식 모델이 설치되어 있지 않습니다. 기술자가 “kaunter models fetch”로 받아 설치합니다. USB에서도 됩니다.
officer-voice-model-truncated = 음성 인식 모델이 온전하지 않습니다. 지우고 다시 받으십시오.
officer-voice-not-a-model = 설정된 파일은 음성 인식 모델이 아닙니다. 다른 모델을 정하거나 새로 받으십시오.
officer-voice-model-changed = 음성 인식 모델이 공개된 것과 다릅니다. 지우고 다시 받으십시오.
officer-voice-file-unreadable = 디스크에서 음성 인식 모델을 읽을 수 없습니다. 기술자에게 연락하십시오.
officer-voice-recogniser-failed = 음성 인식에 실패했습니다. 기기를 다시 시작하고, 또 그러면 기술자에게 연락하십시오.
officer-voice-processor-too-old = 이 기기는 음성 인식에 너무 오래되었습니다. 다른 기능은 모두 됩니다. 음성을 쓰려면 2014년 이후의 기기를 쓰십시오.
