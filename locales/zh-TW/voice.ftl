# 聆聽出了什麼問題（依代碼），給服務人員看：是什麼、該怎麼做。

officer-voice-no-microphone = 找不到麥克風。請接上，或在設定中改選另一支；接上後兩秒內會自動找到。
officer-voice-model-missing = 尚未安裝語音辨識模型。請技術人員以「kaunter models fetch」取得，也可由隨身碟安裝。
officer-voice-model-truncated = 語音辨識模型不完整。請移除後重新取得。
officer-voice-not-a-model = 設定的檔案不是語音辨識模型。請改設其他模型，或重新取得。
officer-voice-model-changed = 語音辨識模型與公布的不符。請移除後重新取得。
officer-voice-file-unreadable = 無法從磁碟讀取語音辨識模型。請聯絡技術人員。
officer-voice-recogniser-failed = 語音辨識失敗。請重新啟動本機；若再發生，請聯絡技術人員。
officer-voice-processor-too-old = 本機太舊，無法使用語音辨識，其他功能都正常。需要語音時請使用 2014 年以後的機器。
