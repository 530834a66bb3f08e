form-title = 敬老津貼申請
form-summary = 年滿 65 歲、本人所得不高的居民，每月可領的津貼
form-declaration = 以上所填都屬實。所得、家庭人口或地址有變動時，我會在 30 日內向社會局申報。我知道不符資格而領取的款項，應予繳還。
form-privacy = 只有社會局的承辦人員會看您填的資料。社會局收件後，這台機器再保存加密的副本 90 天，之後銷毀。
officer-summary = { $full_name }（{ $birth }出生）申請敬老津貼。設籍滿五年：{ $registered_five_years }（未滿者登記日：{ $registered_since }）。本人每月所得 { $own_income }。獨居：{ $lives_alone }；同住家人 { $members } 人，全戶每月所得 { $household_income }。一併辦理敬老卡：{ $senior_pass }。

document-residence-card = 居民卡
document-bank-book = 存摺或帳號
document-photograph = 照片一張（辦敬老卡用）

section-applicant = 您的資料
full_name = 姓名
    .question = 請問您的姓名？
    .help = 請用居民卡上的全名。
    .hint = 例：林秀英
identity = 居民編號
    .question = 請問您的居民編號，也就是身分證字號？
    .why = 用來確認是您本人，不會和同名的人弄錯。畫面上會遮住大部分的數字。
    .help = 號碼印在居民卡正面。
    .hint = 例：A123456789
birth = 出生日期
    .question = 請問您的出生年月日？
    .why = 津貼從 65 歲起發給，65 歲生日前兩個月就可以申請。
    .help = 請用國曆。只記得農曆生日的話，請看居民卡上的日期。
    .hint = 例：民國 42 年 3 月 5 日

section-contact = 聯絡方式
phone = 聯絡電話
    .question = 請問您的電話號碼？
    .why = 資料有不清楚的地方，承辦人員會打這支電話問您。
    .hint = 例：0912-345-678
address = 住址
    .question = 請問您的住址？
    .why = 審查結果會以書面寄到這個地址。
    .help = 請用您現在住、收得到信的地址。
    .hint = 例：碼頭區港口路 12 號 3 樓

section-residence = 設籍
registered_five_years = 設籍海港市滿 5 年
    .question = 您的戶籍在海港市，已經滿 5 年了嗎？
    .why = 要在海港市設籍滿 5 年，才能領這項津貼。
    .help = 「設籍」就是在戶政事務所登記住在海港市。
registered_since = 設籍日期
    .question = 您是哪一天在海港市登記戶籍的？
    .help = 不記得的話，可以到 4 號櫃台申請歷次地址證明。
    .hint = 例：民國 112 年 6 月 1 日

section-earnings = 您本人的所得
pension = 每月退休金
    .question = 您每個月領多少退休金或年金？
    .why = 津貼只看您本人的所得，每月要未達 1,500 元。配偶的所得不算在內。
    .help = 例如國家年金基金發給您的退休年金。
    .hint = 沒有就填 0。例：620 元
work_income = 每月工作收入
    .question = 您現在工作，每個月收入多少？
    .why = 工作收入也算在本人的所得裡。
    .help = 每個月不一樣的話，填最近 3 個月的平均。
    .hint = 沒有在工作就填 0。
other_income = 每月其他收入
    .question = 除了這些，您每個月還有其他收入嗎？
    .why = 租金和利息也是所得。
    .help = 例如收房租、存款利息、股利。
    .hint = 沒有就填 0。
own_income = 本人每月所得

section-household = 住在一起的家人
lives_alone = 一個人住
    .question = 您是一個人住嗎？
    .why = 家人的所得不影響敬老津貼。我們問這些，是為了看您家能不能另外申請低收入戶補助。

section-members = 同住家人
members-item = 家人 { $number }
members-more = 還有其他同住的家人嗎？
member_name = 姓名
    .question = 這位家人叫什麼名字？
relation = 和您的關係
    .question = 這位家人是您的什麼人？
relation-spouse = 配偶
    .also = 先生|太太|老公|老婆|丈夫|妻子|牽手|另一半
relation-child = 子女
    .also = 兒子|女兒|小孩|孩子|後生|查某囝
relation-child-in-law = 媳婦或女婿
    .also = 媳婦|女婿|囝婿
relation-grandchild = 孫子女
    .also = 孫子|孫女|外孫|外孫女|金孫
relation-parent = 父母
    .also = 爸爸|媽媽|父親|母親|公公|婆婆|岳父|岳母
relation-sibling = 兄弟姊妹
    .also = 哥哥|弟弟|姊姊|妹妹|大哥|大姊
relation-other = 其他人
    .also = 親戚|朋友|室友
member_birth = 出生日期
    .question = 這位家人的出生年月日？
    .help = 請用國曆。不確定的話，可以看這位家人的居民卡或健保卡。
    .hint = 例：民國 50 年 8 月 12 日
member_income = 每月所得
    .question = 這位家人每個月的所得大約多少？
    .why = 這個數字不影響您的敬老津貼，只用來看您家能不能申請低收入戶補助。
    .help = 薪水、退休金、租金都算，大約的數字就可以。
    .hint = 沒有就填 0。例：800 元

section-totals = 全戶
household_income = 全戶每月所得

section-payment = 津貼匯到哪裡
bank_account = 匯款帳號
    .question = 津貼要匯到哪個帳戶？
    .why = 津貼每月 10 日匯入銀行或郵局帳戶，不發現金。帳號只用來匯款。
    .help = 請看銀行或郵局存摺的封面：先是三個數字的銀行代號，後面是帳號。
    .hint = 例：700-00012345678

section-pass = 敬老卡
senior_pass = 一併辦理敬老卡
    .question = 要不要順便辦敬老卡？
    .why = 65 歲起，持敬老卡坐市內電車、公車和渡輪免費。在同一個櫃台當場做好，不收費用。

check-account_form = 帳號好像少了幾個數字，或是填成身分證字號了。請看存摺封面，把銀行代號和帳號再填一次。
check-not_oneself = 這位家人的姓名和生日跟您一樣。同住家人不用再填您自己，請改填家人的資料，或刪除這一項。

rule-entitled = 可以請領敬老津貼
rule-old_enough = 年齡符合
rule-age_65 = 已滿 65 歲
rule-nearly_65 = 再過兩個月以內滿 65 歲，可以先申請
rule-resident = 設籍海港市滿 5 年
rule-means = 本人每月所得未達 1,500 元
