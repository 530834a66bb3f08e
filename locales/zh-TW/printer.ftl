# 印表機的狀況，依代碼，給服務人員看：是什麼事，該怎麼做。

## 在印表機上

officer-printer-media-empty = 紙匣沒紙了。請放入 A4 紙並關好，會自動繼續列印。
officer-printer-media-low = 紙匣快沒紙了，請在沒有人等候時補紙。
officer-printer-media-needed = 印表機要求放紙。請依面板指示放入，並在面板上確認。
officer-printer-wrong-size = 沒有紙匣裝著所需的尺寸。請放入 A4 紙，並在面板上設為 A4。
officer-printer-media-jam = 卡紙了。請依面板指示取出，再核對已經印出幾頁。
officer-printer-cover-open = 上蓋開著，請關到發出喀聲。
officer-printer-door-open = 機門開著，請關到發出喀聲。
officer-printer-tray-missing = 缺少紙匣，請推到底。
officer-printer-output-full = 出紙匣已滿，請取走紙張。
officer-printer-ink-low = 墨水或碳粉不足，請準備好替換品。
officer-printer-ink-empty = 墨水或碳粉用完或未裝好，請更換面板指出的那一支。
officer-printer-waste-full = 廢墨或廢粉盒已滿或快滿，請更換。
officer-printer-paused = 有人暫停了印表機。請在面板或列印佇列上恢復。
officer-printer-shutdown = 印表機正在關機或休眠，請開啟電源。
officer-printer-connecting = 列印佇列正在連接印表機。若超過一分鐘，請檢查線路與電源。
officer-printer-offline = 連不上印表機。請檢查電源、線路與位址。
officer-printer-silent = 印表機太久沒有回應。請看面板；若當住了，請關機再開。
officer-printer-spool-full = 印表機放不下更多工作。請等它印完，或在面板上取消舊工作。
officer-printer-not-accepting = 印表機目前不接受工作。請稍候；若一直如此，請看面板或佇列。
officer-printer-stopped = 印表機停住了，沒有說明原因，請看面板。
officer-printer-needs-service = 有零件過熱、耗盡或故障。請等十分鐘；若仍如此，請聯絡維修。
officer-printer-condition-other = 印表機回報了自己的訊息，原文列在旁邊，請查面板或手冊。

## 連到印表機途中

officer-printer-connection-lost = 連線中途斷了。請檢查線路與電源，再查一次這份列印的狀態。
officer-printer-nonsense = 印表機的回應沒有意義。請關機再開；若仍如此，請聯絡技術人員。
officer-printer-not-there = 這個位址有回應，但不是印表機。請技術人員核對位址。
officer-printer-wants-sign-in = 印表機要求帳號密碼。請允許本機免登入列印，或改用列印佇列。
officer-printer-wants-encryption = 印表機只接受加密連線，位址請改用 ipps://。
officer-printer-encryption-failed = 無法建立加密連線。請更新印表機，或在專用線路上改用 ipp://。
officer-printer-certificate-changed = 印表機的憑證與先前不同。若曾更換或重設，請重新確認；若沒有，請勿列印並通報。
officer-printer-refused = 印表機拒絕了這份工作，沒有印出任何東西。請看記錄中的原因後再試。
officer-printer-address-invalid = 印表機位址無效，應以 ipp:// 或 ipps:// 開頭。
officer-printer-discovery-failed = 本機無法搜尋印表機。請自行輸入位址，或聯絡技術人員。

## 文件與印表機之間

officer-printer-size-unsupported = 印表機不支援這個紙張尺寸，請改用支援 A4 的印表機。
officer-printer-tray-unknown = 印表機沒有設定的這個紙匣，請改選其他紙匣。
officer-printer-option-unsupported = 印表機做不到所要求的份數、雙面或紙張，請減少要求。
officer-printer-without-colour = 這台印表機沒有彩色，一律印成黑白。請把「colour」設為 false，或改用別台印表機。
officer-printer-without-sides = 這台印表機不能雙面列印，表單印成單面。請把「two_sided」設為 false，或改用別台印表機。
officer-printer-without-copies = 這台印表機一次印不了這麼多份。需要更多份時，請再印一次。
officer-printer-format-unsupported = 印表機不接受 PDF，也不接受 PWG Raster。請用免驅動印表機或列印佇列。
officer-printer-pages-unusable = 文件無法轉成印表機可用的格式，沒有印出任何東西，請看記錄。

## 單次列印

officer-printer-job-unrecorded = 這份列印的狀態無法保存。請檢查磁碟；再印之前先看印表機。
officer-printer-job-already-sent = 這份先前已送出，不會自動再送。請看狀態，確定沒有出紙才重印。
officer-printer-job-not-delivered = 這份沒有送到印表機，也沒有出紙，可以重新列印。
officer-printer-job-aborted = 印表機放棄列印。請看印出了哪幾頁，取走後重新列印。
officer-printer-job-cancelled = 列印在本機或面板上被取消。重印前請看是否已有頁面印出。
officer-printer-job-forgotten = 印表機已查不到這份列印。請看是否已出紙，沒有才重印。
officer-printer-job-out-of-reach = 已無法詢問印表機。請看是否已出紙，或再查一次狀態；沒有出紙才重印。
officer-printer-job-cut-short = 傳送中途斷線。請核對頁數是否齊全，不齊才重印。
officer-printer-job-with-errors = 印表機印完但回報有錯。請檢查每一頁，不良才重印。
officer-printer-not-found = 找不到印表機。請檢查電源與連線，或設定印表機位址。
officer-printer-several-found = 找到好幾台印表機，無法判斷哪一台是本機的。請設定正確的位址。
