# 承辦人員畫面的文字。整天都要看，愈短愈好。

## 輸入密碼

officer-title = 承辦人員專用
officer-lead = 請輸入您的密碼。
officer-no-pin = 本機尚未設定密碼，請技術人員先行設定。
# $seconds 是暫停輸入的秒數。
officer-wait = 請等 { $seconds } 秒後再試。
# 時間較長時。$minutes 至少是 2。
officer-wait-minutes = 請等 { $minutes } 分鐘後再試。
# 已輸入 $count 位數字，畫面上不顯示數字。
officer-digits = { $count ->
    [0] 尚未輸入
   *[other] 已輸入 { $count } 位
}
officer-delete = 刪除
officer-enter = 確定
officer-close = 民眾畫面

## 各頁，以及是誰在使用

officer-desk = 今日表格
officer-agency = 機關連線
officer-device = 本機
officer-staff = 人員
# 使用本機密碼、沒有姓名時顯示。
officer-machine = 本機密碼
officer-role-officer = 承辦人員
officer-role-officer-hint = 在櫃台服務民眾
officer-role-trainer = 內容人員
officer-role-trainer-hint = 另可管理答案與內容包
officer-role-admin = 管理員
officer-role-admin-hint = 另可管理本機與人員
officer-cancel = 取消
officer-next = 下一步

## 民眾請人協助

officer-calls = 民眾請人協助
# 有變動時念出。
officer-calls-count = 有 { $count } 位民眾請人協助。
# 只顯示最前面的；$count 是其餘人數。
officer-calls-more = 另有 { $count } 位
# 接在地點之後，例如「正在填表 · 已等 3 分鐘」。
officer-call-waits = { $minutes ->
    [0] 剛剛提出
   *[other] 已等 { $minutes } 分鐘
}
# 已有人前往；$minutes 是前往至今的分鐘數。
officer-call-going = { $minutes ->
    [0] 已有人前往
   *[other] { $minutes } 分鐘前已有人前往
}
officer-call-answer = 我去協助
officer-call-close = 已處理
# 民眾請人協助時所在的畫面。
officer-place-languages = 正在選語言
officer-place-home = 在首頁
officer-place-topic = 正在看主題
officer-place-ask = 正在打問題
officer-place-reply = 正在看答案
officer-place-notice = 正在看公告
officer-place-person = 在請人協助的畫面
officer-place-forms = 正在選表格
officer-place-form-introduction = 準備填表
officer-place-form = 正在填表
officer-place-other = 在機器前

## 今日表格

# 唯一的輸入欄：可打字，也可用掃描器；其他文字用來篩選清單。
officer-find-field = 編號、姓名或代碼，也可掃描
officer-keys = 鍵盤
officer-keys-away = 收起鍵盤
officer-narrow = 只看
officer-narrow-all = 全部
officer-narrow-empty = 今天沒有這類表格。
# 櫃台辦理到哪一步。
officer-state-new = 待核對
officer-state-signed-off = 已核對
officer-state-handed-over = 已交付
officer-state-void = 已作廢
# 表格在本機已無法閱讀時，代替姓名。
officer-no-name = 姓名已無法顯示
officer-mark-duplicate = 可能重複填寫
officer-mark-corrected = 更正 { $count } 次
officer-mark-printed = 列印 { $count } 次
officer-mark-unreadable = 本機已無法閱讀
officer-desk-empty = 今天還沒有表格
officer-desk-empty-lead = 民眾在本機填好表格後，就會出現在這裡。
officer-find-none = 查無符合的表格
officer-find-none-lead = 表格編號是 8 個數字；暫停的表格，代碼是 6 個英文字母和數字。
officer-find-other = 這不是今天的表格
# $number 是表格編號，例如 4821-0975。
officer-find = 查詢 { $number }
officer-take-over-title = 這可能是暫停表格的代碼
officer-take-over-lead = 表格會在民眾畫面開啟，這一頁隨即關閉。請先確認是民眾本人的表格。
# $code 是分組的代碼，例如 7KM 3PR。
officer-take-over = 接續填寫 { $code }
# 因機器故障而中斷的表格。$when 是日期和時間。
officer-interrupted = 中斷的表格
officer-interrupted-since = 最後填寫：{ $when }
officer-give-back = 交還本人

## 一份表格

officer-finished = { $when } 填妥
# $when 是時間，或日期和時間；$who 是姓名，或「本機密碼」。
officer-stands-signed-off = { $when } 已核對（{ $who }）
officer-stands-handed-over = { $when } 已交付（{ $who }）
officer-stands-void = { $when } 作廢（{ $who }）
# $number 是先前那一份的編號。
officer-duplicate = 同一人不久前已送出 { $number }，請問民眾是否兩份都要辦。
officer-duplicate-open = 看那一份
officer-summary = 摘要
officer-column-citizen = 民眾
officer-column-office = 機關
officer-documents = 應備文件
officer-slips = 附帶單據
officer-slip-payment = 繳費單
officer-slip-appointment = 預約申請
officer-slip-queue = 叫號單
officer-readable-until = 在本機可閱讀到 { $when }。
officer-outgrows-paper = 這份表格太長，紙上放不下條碼，印出來的紙本無法代為送件。沒有網路時，請到「機關連線」頁面把表格寫入 USB 隨身碟。
officer-unreadable = 本機已無法閱讀這份表格的內容
officer-unreadable-lead = 閱讀時間已過，可閱讀的副本已經銷毀。封存的表格仍然完好，只有機關能開啟。憑編號仍可註記核對、交付或作廢。
officer-sign-off = 核對無誤
officer-hand-over = 文件已交付
officer-void = 作廢
officer-to-desk = 回到今日表格

## 作廢

officer-correct = 更正答案
officer-correct-leave = 不更正
officer-correct-why = 為什麼更正？
officer-correct-same = 與原來相同
officer-correct-open = 還有其他地方要一併更正
officer-correct-misheard = 機器記錄錯誤
officer-correct-misstated = 民眾說錯
officer-correct-paper-differs = 證件所載不同
officer-correct-changed-since = 之後有變更
officer-correct-words = 補充說明
officer-correct-words-lead = 如果原因還不夠清楚，請用自己的話說明。說明會隨密封的表格送到機關。
officer-correct-again = 再改
officer-correct-computed = 自動計算

officer-void-why = 這份表格為什麼要作廢？
officer-void-withdrawn = 民眾撤回
officer-void-withdrawn-hint = 民眾決定不辦了
officer-void-duplicate = 重複填寫
officer-void-duplicate-hint = 以另一份為準
officer-void-mistaken = 填錯
officer-void-mistaken-hint = 用錯表格，或不是本人的表格
officer-void-sure = 確定要作廢這份表格嗎？
officer-void-meaning = 還沒送交機關的，就不再送交；本機也無法再處理，而且不能復原。
officer-void-yes = 確定作廢
officer-void-keep = 保留表格

## 本機

officer-packs = 內容包
officer-packs-none = 尚未安裝內容包。
officer-pack-in-use = 使用中
officer-pack-since = { $day } 起安裝於本機
officer-take-pack = 從隨身碟安裝 { $file }
officer-no-pack-on-stick = 要安裝內容包，請插入存有內容包及其簽章的隨身碟。
officer-pack-taking = 正在安裝 { $file }，請勿拔出隨身碟。
officer-pack-taken = 已安裝 { $pack }，數秒內啟用。
officer-take-log = 把紀錄存到隨身碟
officer-take-log-hint = 只有時間和代碼，沒有民眾的資料。
officer-log-taken = 紀錄已存到隨身碟：{ $file }。
officer-pack-no-end = 未訂最後適用日
officer-pack-until = 適用至 { $day }
officer-pack-over = 已過最後適用日
officer-pack-soon = { $days ->
    [0] 今天是最後一天
   *[other] 只剩 { $days } 天，請索取新版
}
officer-machine-title = 這台機器
officer-clock = 日期與時間
officer-outbox = 待送機關的表格
officer-outbox-count = { $count ->
    [0] 沒有
   *[other] { $count } 份
}
officer-disk = 磁碟空間
officer-disk-free = 剩餘 { $room } GB
officer-disk-unknown = 無法得知
officer-disk-low = 快滿了，請聯絡技術人員
officer-version = 版本
officer-restart = 重新開啟視窗
officer-restart-hint = 幾秒鐘後自動恢復。
officer-exit = 結束程式
officer-exit-hint = 在重新啟動之前，畫面不會再出現。

## 密碼

officer-own-pin = 變更我的密碼
officer-new-pin = 新密碼
officer-pin-first = 請輸入 4 到 12 位數字，不可與他人相同。
officer-pin-again = 請再輸入一次相同的密碼。
officer-pin-differs = 兩次輸入不一致，請重新輸入。
officer-pin-changed = 您的密碼已變更。

## 人員

officer-staff-none = 名單上還沒有人，目前只能用本機密碼進入。
# 接在自己的姓名之後。
officer-you = 您
officer-since = { $day } 起
officer-take-on = 新增人員
officer-take-on-name = 請輸入姓名
officer-take-on-role = { $name } 擔任什麼職務？
officer-take-on-pin = { $name } 的密碼
officer-let-go = 移除
officer-let-go-sure = 確定要將 { $name } 移出名單嗎？
officer-let-go-meaning = 移出後，這組密碼就不能再使用；先前核對的紀錄不受影響。
officer-let-go-yes = 確定移除

## 紙本

officer-print = 列印
officer-print-again = 再印一份
officer-print-slip = 列印
officer-give-up-paper = 放棄這份列印
officer-paper-sending = 正在送往印表機。
officer-paper-printing = 正在列印。
officer-paper-waiting = 印表機等候處理。
officer-paper-printed = 已印好。
officer-paper-failed = 沒有印出來。
officer-paper-unknown = 請查看是否已印出。
officer-printer = 印表機
officer-printer-none = 本機沒有印表機
officer-printer-unknown = 尚未回應
officer-printer-ready = 可以列印
officer-printer-hindered = 需要先處理
officer-printer-out-of-reach = 沒有回應
officer-printing = 列印方式
officer-printing-tray = 紙匣「{ $tray }」
officer-printing-any-tray = 任何紙匣
officer-printing-colour = 彩色
officer-printing-grey = 黑白
officer-printing-both-sides = 雙面
officer-printing-one-side = 單面
officer-printing-copies = 每份表單印 { $count } 份
officer-printing-change = 變更列印方式
officer-printing-lead = 往後所有表單都照這樣列印。只列出印表機表示做得到的選項。
officer-printing-unasked = 印表機回應之後，才能變更列印方式。
officer-printing-which-tray = 紙張來源
officer-printing-which-colour = 顏色
officer-printing-which-sides = 單面或雙面
officer-printing-which-copies = 每份表單的份數
officer-printing-set = 以後都這樣列印
officer-printing-done = 往後表單都照這樣列印。
officer-trust-printer = 信任印表機的新憑證
officer-trust-printer-hint = 只在更換或重設印表機後使用，請先到印表機旁確認。

## 語音

officer-microphone = 麥克風
# No microphone, no model, no language.
officer-voice-none = 無
officer-model = 語音模型
officer-hears = 聽得懂
officer-speaks = 會說
officer-sound = 測試麥克風和喇叭
officer-level = 麥克風的音量
officer-level-speak = 請說句話，長條會跟著動。不會留下任何聲音。
officer-level-heard = 聽到您的聲音了。不會留下任何聲音。
officer-level-no-microphone = 沒有麥克風可以測試。
officer-speaker = 喇叭
officer-try-speaker = 播放測試聲音
# Said aloud by the kiosk, so that somebody hears whether it can be heard.
officer-speaker-sentence = 這是測試。您聽得清楚嗎？
officer-speaker-untried = 還沒有測試
officer-speaker-playing = 正在播放兩個音，接著是一句話。
officer-sentence-said = 兩個音和一句話都播放完了。如果沒聽到，請把喇叭調大聲。
officer-sentence-no-voice = 兩個音播放完了；沒有這個語言的語音，所以沒有說話。如果沒聽到，請把喇叭調大聲。
officer-sentence-starting = 兩個音播放完了；語音還在啟動，稍後會說一句話。
officer-sentence-failed = 兩個音播放完了，但是句子沒有說出來：語音發生錯誤。請技術人員重新啟動語音服務。
officer-sentence-hung = 兩個音播放完了，但是句子沒有說完：語音沒有回應。請技術人員重新啟動語音服務。
officer-speaker-silent = 無法播放聲音：喇叭沒有回應。請檢查線路和電源。

## 與機關的連線

officer-link-not-enrolled = 本機尚未連接任何機關
officer-link-reached = 機關連線正常
officer-link-out-of-reach = 機關沒有回應。表格會保留，恢復後自動送出。
officer-link-stopped = 處理以下事項之前不會送出任何資料
officer-link-since = 自{ $when }起
officer-contact = 機關最近一次回應
officer-contact-never = 尚無
officer-pack-coming = 內容包下載中
officer-pack-coming-much = { $pack }：{ $percent }%
officer-pack-refused = 最近收到的內容包未採用
officer-trouble = 有狀況需要處理
officer-set-aside = 機關未收下
officer-set-aside-correction = 第 { $count } 次更正
officer-send-now = 立即送出
officer-send-again = 重新送出
officer-stick = USB 隨身碟
officer-stick-none = 沒有插入隨身碟。
officer-export = 寫入表格
officer-import = 讀取內容
officer-stick-busy = 處理中，請勿拔出隨身碟。
officer-stick-written = { $count ->
   *[other] 隨身碟上有 { $count } 份表格，可以拔出了。
}收到機關的收據之後才算送達。
officer-stick-taken-in = 已讀取。收據 { $receipts } 份、內容包 { $packs } 個、公告 { $notices } 則。可以拔出隨身碟了。
officer-stick-models = { $count ->
   *[other] 另外讀取了 { $count } 個語音模型。
}重新啟動後即會使用。
officer-stick-missing = { $count ->
   *[other] 機關清單上有 { $count } 個檔案在隨身碟上不完整，請重新寫入。
}
officer-stick-refused = { $count ->
   *[other] 有 { $count } 個檔案遭拒。
}
officer-enrol = 連接機關
officer-enrol-refused = 上次連接未成功
officer-enrol-address = 機關伺服器網址
officer-enrol-address-lead = 以 https:// 開頭
officer-enrol-code = 一次性代碼
officer-enrol-code-lead = 由機關管理員提供，短時間內有效，只能使用一次。
officer-enrol-send = 連接
officer-mark-received = 機關已收到
officer-mark-set-aside = 機關未收下
## 同仁內部問答
officer-questions = 內部問答
officer-questions-title = 同仁內部問答
officer-questions-field = 詢問差假、規定、設備
officer-questions-none = 本機沒有安裝供同仁使用的內容包。
