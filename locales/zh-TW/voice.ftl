# 本機聆聽時畫面上的文字，以及朗讀畫面時所說的話。

## 說話的地方

voice-label = 用說的
voice-ready = 點這裡，用說的
# 小按鈕上的同一件事。
voice-short = 用說的
voice-again = 再說一次
voice-listening = 請說
voice-speech = 聽到了，請繼續說
voice-finish = 說完再點一下。您的聲音不會錄下來。
voice-thinking = 請稍候，正在辨認您說的話
voice-touch-instead = 改用手點
# 首頁上，在說話的地方旁邊。
voice-type-question = 打字發問

## 可以怎麼說

voice-hint-ask = 用您自己的話發問
voice-hint-answer = 說出您的答案
voice-hint-yes-no = 請說「是」或「不是」
voice-hint-choice = 說出您要選的那一項
voice-hint-review = 說「是」就送出，或說出要改哪一項
voice-hint-change = 說出要改哪一項
voice-hint-language = 用您的語言說幾個字
voice-hint-wish = 說出您想做什麼

## 可能是其中一個

voice-which = 您說的是哪一個？
voice-which-one = 您說的是這個嗎？
voice-which-yes = 是，就是這個
voice-which-no = 不是
voice-which-none = 都不是
voice-say-which = 再說一次
# Asked of whoever spoke it.
voice-which-language = 您要說中文嗎？

## 沒有聽到

voice-missed-silence = 沒有聽到聲音。請靠近一點，點一下麥克風再說。
voice-missed-too-quiet = 聲音太小了。請靠近一點，再說一次。
voice-missed-too-noisy = 現在周圍太吵了。請靠近一點再說一次，或用手點選。
voice-missed-unclear = 沒有聽懂。請換個說法，或用手點選。
voice-missed-trouble = 麥克風暫時不能用，請用手點選。
voice-touch-first = 連續兩次沒有聽對。請用手點選，或按「請人協助」。

## 再聽一次、停止朗讀

dock-hear = 聽一次
dock-pause = 暫停
dock-go-on = 繼續聽
# 只念了回答的那一句時，放在引文下面。
voice-rest = 聽全文

## 朗讀時另外說的話

voice-choices = 您可以說，也可以點：
voice-choices-touch = 您可以點：
voice-choices-more = 還有其他選項。
voice-hidden = 已遮蓋
voice-kind-button = 按鈕
voice-kind-choice = 單選
voice-kind-box = 可複選
voice-kind-field = 填寫欄
voice-kind-more = 可展開
voice-state-chosen = 已選
voice-state-not-chosen = 未選
voice-state-open = 已展開
voice-state-closed = 未展開
voice-state-empty = 空白
voice-help = 按下箭頭或上箭頭，到下一項或上一項；按 Enter 選取；按 F12 開始或結束說話；按 F10 再聽一次；按 F9 暫停或繼續；按 Escape 回上一步。

## 字體、顏色和聲音

voice-appearance-title = 字體、顏色和聲音
voice-aloud = 朗讀畫面
voice-aloud-on = 念給我聽
voice-aloud-off = 不要出聲
voice-pace = 說話快慢
voice-pace-1 = 很慢
voice-pace-2 = 慢
voice-pace-3 = 適中
voice-pace-4 = 快
voice-pace-5 = 很快
voice-volume = 音量
voice-volume-1 = 很小聲
voice-volume-2 = 小聲
voice-volume-3 = 適中
voice-volume-4 = 大聲
voice-volume-5 = 很大聲
voice-sample-aloud = 從現在起，每個畫面都會念給您聽。
voice-sample-pace = 這是說話的快慢。
voice-sample-volume = 這是說話的音量。
voice-none = 本機聽不懂、也不會說中文。所有事情都可以用手點選。
voice-hears-not = 本機聽不懂中文，請用手點選或打字。
voice-speaks-not = 本機不會說中文，內容都寫在畫面上。

## 給服務人員

officer-voice-off = 本機沒有設定語音，所有功能都可以用手操作。
officer-voice-no-speaker = 這台機器沒有語音合成程式，請技術人員安裝；所有內容都會顯示在螢幕上。
officer-voice-no-microphone = 找不到麥克風。請接上，或在設定中改選另一支；接上後兩秒內會自動找到。
officer-voice-model-missing = 尚未安裝語音辨識模型。請技術人員以「kaunter models fetch」取得，也可由隨身碟安裝。
officer-voice-model-unknown = 設定檔指定的語音辨識模型不存在。請更正 kiosk.toml 的「model」，「kaunter models list」會列出所有模型。
officer-voice-model-truncated = 語音辨識模型不完整。請移除後重新取得。
officer-voice-not-a-model = 設定的檔案不是語音辨識模型。請改設其他模型，或重新取得。
officer-voice-model-changed = 語音辨識模型與公布的不符。請移除後重新取得。
officer-voice-model-slow = 以本機的速度，已安裝的模型都太慢，民眾說完要等很久。請取得較小的模型，再執行「kaunter doctor --calibrate」。
officer-voice-file-unreadable = 無法從磁碟讀取語音辨識模型。請聯絡技術人員。
officer-voice-recogniser-failed = 語音辨識失敗。請重新啟動本機；若再發生，請聯絡技術人員。
officer-voice-processor-too-old = 本機太舊，無法使用語音辨識，其他功能都正常。需要語音時請使用 2014 年以後的機器。
officer-voice-service-silent = 語音服務沒有回應。請重新啟動本機；如果又發生，請聯絡技術人員。
