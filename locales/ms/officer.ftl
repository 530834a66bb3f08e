# Perkataan pada skrin pegawai. Pendek, kerana dibaca sepanjang hari.

## Memasukkan PIN

officer-title = Untuk pegawai sahaja
officer-lead = Masukkan PIN anda.
officer-no-pin = PIN kios ini belum ditetapkan. Juruteknik perlu menetapkannya dahulu.
# $seconds ialah tempoh PIN tidak diterima.
officer-wait = Sila tunggu { $seconds } saat sebelum mencuba lagi.
# Untuk tempoh yang lebih lama; $minutes sekurang-kurangnya 2.
officer-wait-minutes = Sila tunggu { $minutes } minit sebelum mencuba lagi.
# $count digit telah dimasukkan; digitnya tidak dipaparkan.
officer-digits = { $count ->
    [0] Tiada digit dimasukkan
   *[other] { $count } digit dimasukkan
}
officer-delete = Padam
officer-enter = Masuk
officer-close = Kembali ke skrin pelawat

## Halaman, dan siapa yang menggunakannya

officer-desk = Borang hari ini
officer-agency = Agensi
officer-device = Kios
officer-staff = Pegawai
# Sebagai ganti nama, apabila PIN kios itu sendiri digunakan.
officer-machine = PIN kios
officer-role-officer = Pegawai kaunter
officer-role-officer-hint = Berkhidmat di kaunter
officer-role-trainer = Pengurus kandungan
officer-role-trainer-hint = Juga menguruskan jawapan dan pek kandungan
officer-role-admin = Pentadbir
officer-role-admin-hint = Juga menguruskan kios dan pegawainya
officer-cancel = Batal
officer-next = Seterusnya

## Pelawat memanggil pegawai

officer-calls = Panggilan pelawat
# Dibaca kuat apabila berubah.
officer-calls-count = { $count } pelawat memanggil pegawai.
# Panggilan terawal sahaja dipaparkan; $count ialah baki yang menunggu.
officer-calls-more = { $count } panggilan lagi
# Selepas tempatnya, misalnya “semasa mengisi borang · menunggu 3 minit”.
officer-call-waits = { $minutes ->
    [0] baru memanggil
   *[other] menunggu { $minutes } minit
}
# Seorang pegawai telah pergi; $minutes ialah masa sejak itu.
officer-call-going = { $minutes ->
    [0] pegawai sedang ke sana
   *[other] pegawai ke sana { $minutes } minit lalu
}
officer-call-answer = Saya pergi
officer-call-close = Selesai
# Skrin semasa pelawat memanggil.
officer-place-languages = di pilihan bahasa
officer-place-home = di halaman utama
officer-place-topic = di halaman topik
officer-place-ask = semasa menulis soalan
officer-place-reply = semasa membaca jawapan
officer-place-notice = semasa membaca pengumuman
officer-place-person = di halaman panggilan pegawai
officer-place-forms = di senarai borang
officer-place-form-introduction = sebelum memulakan borang
officer-place-form = semasa mengisi borang
officer-place-other = di kios

## Borang hari ini

# Satu-satunya medan: nombor atau kod ditaip atau diimbas; perkataan lain menapis senarai.
officer-find-field = Nombor, nama atau kod, atau imbas
officer-keys = Kekunci
officer-keys-away = Tutup kekunci
officer-narrow = Tunjukkan
officer-narrow-all = Semua
officer-narrow-empty = Tiada borang sebegini hari ini.
# Tahap pemprosesan borang di kaunter.
officer-state-new = Belum disemak
officer-state-signed-off = Disemak
officer-state-handed-over = Diserahkan
officer-state-void = Dibatalkan
# Sebagai ganti nama, apabila borang tidak lagi dapat dibaca di sini.
officer-no-name = Nama tidak dapat dibaca lagi
officer-mark-duplicate = Mungkin diisi dua kali
officer-mark-corrected = dibetulkan { $count } kali
officer-mark-printed = dicetak { $count } kali
officer-mark-unreadable = tidak dapat dibaca lagi di sini
officer-desk-empty = Belum ada borang hari ini
officer-desk-empty-lead = Sebaik sahaja pelawat selesai mengisi borang di kios ini, borang itu muncul di sini.
officer-find-none = Tiada yang sepadan
officer-find-none-lead = Nombor borang ada lapan digit. Kod borang yang ditangguhkan ada enam huruf dan digit.
officer-find-other = Borang ini bukan borang hari ini
# $number ialah nombor borang, misalnya 4821-0975.
officer-find = Cari { $number }
officer-take-over-title = Ini mungkin kod borang yang ditangguhkan
officer-take-over-lead = Borang dibuka untuk pelawat di hadapan anda, dan halaman ini ditutup. Pastikan borang itu miliknya.
# $code ialah kod dalam kumpulan, misalnya 7KM 3PR.
officer-take-over = Ambil alih { $code }
# Borang yang terputus akibat kegagalan kios. $when ialah tarikh dan masa.
officer-interrupted = Borang yang terputus
officer-interrupted-since = kali terakhir dijawab { $when }
officer-give-back = Serahkan semula

## Satu borang

officer-finished = Siap { $when }
# $when ialah masa, atau tarikh dan masa; $who ialah nama, atau “PIN kios”.
officer-stands-signed-off = Disemak { $when }, { $who }
officer-stands-handed-over = Diserahkan { $when }, { $who }
officer-stands-void = { $when }, { $who }
# $number ialah nombor borang yang terdahulu.
officer-duplicate = Orang yang sama telah menyerahkan { $number } tidak lama sebelum ini. Tanya sama ada kedua-duanya diperlukan.
officer-duplicate-open = Lihat borang itu
officer-summary = Ringkasan
officer-column-citizen = Pelawat
officer-column-office = Pejabat
officer-documents = Dokumen yang perlu dibawa
officer-slips = Slip
officer-slip-payment = Slip bayaran
officer-slip-appointment = Permohonan janji temu
officer-slip-queue = Nombor giliran
officer-readable-until = Boleh dibaca pada kios ini sehingga { $when }.
officer-outgrows-paper = Borang ini terlalu panjang untuk kod pada kertas: kertasnya tidak membawa borang kepada agensi. Selagi tiada rangkaian, tulis borang ke dalam pemacu USB di halaman “Agensi”.
officer-unreadable = Jawapannya tidak dapat dibaca lagi di sini
officer-unreadable-lead = Tempohnya telah tamat dan salinan yang boleh dibaca telah dimusnahkan. Borang yang dimeterai masih selamat dan hanya agensi dapat membukanya. Dengan nombornya, borang ini masih boleh disahkan semakannya, diserahkan atau dibatalkan.
officer-sign-off = Sahkan semakan
officer-hand-over = Dokumen diserahkan
officer-void = Batalkan borang
officer-to-desk = Ke borang hari ini

## Membatalkan borang

officer-correct = Betulkan jawapan
officer-correct-leave = Biarkan seperti asal
officer-correct-why = Mengapa ia dibetulkan?
officer-correct-same = Tiada apa-apa yang berbeza
officer-correct-open = Ada perkara lain yang perlu dibetulkan juga
officer-correct-misheard = Kiosk merekodkan dengan salah
officer-correct-misstated = Pelawat tersalah sebut
officer-correct-paper-differs = Dokumen menunjukkan perkara lain
officer-correct-changed-since = Sudah berubah selepas itu
officer-correct-words = Tambah penjelasan
officer-correct-words-lead = Dalam kata-kata anda sendiri, jika sebab sahaja tidak mencukupi. Penjelasan ini dihantar kepada agensi bersama borang yang dimeterai.
officer-correct-again = Sekali lagi
officer-correct-computed = dikira

officer-void-why = Mengapakah borang ini dibatalkan?
officer-void-withdrawn = Ditarik balik
officer-void-withdrawn-hint = Pelawat menarik balik borangnya
officer-void-duplicate = Diisi dua kali
officer-void-duplicate-hint = Borang yang satu lagi digunakan
officer-void-mistaken = Kesilapan
officer-void-mistaken-hint = Borang yang salah, atau milik orang lain
officer-void-sure = Batalkan borang ini?
officer-void-meaning = Jika belum dihantar kepada agensi, borang ini tidak akan dihantar, dan tidak dapat diproses lagi di sini. Tindakan ini tidak boleh diundur.
officer-void-yes = Ya, batalkan
officer-void-keep = Kekalkan borang

## Kios

officer-packs = Pek kandungan
officer-packs-none = Tiada pek kandungan dipasang.
officer-pack-in-use = sedang digunakan
officer-pack-since = pada kios ini sejak { $day }
officer-take-pack = Ambil { $file } dari pemacu USB
officer-no-pack-on-stick = Untuk membawa pek, pasang pemacu USB yang mengandungi pek dan tandatangannya.
officer-pack-taking = { $file } sedang diambil. Jangan cabut pemacu USB.
officer-pack-taken = { $pack } telah diambil. Ia digunakan dalam beberapa saat.
officer-take-log = Simpan log ke pemacu USB
officer-take-log-hint = Masa dan kod sahaja; tiada apa-apa tentang pelawat.
officer-log-taken = Log disimpan pada pemacu USB sebagai { $file }.
officer-pack-no-end = tanpa hari terakhir
officer-pack-until = sah sehingga { $day }
officer-pack-over = Hari terakhirnya telah berlalu
officer-pack-soon = { $days ->
    [0] Hari ini hari terakhirnya
   *[other] Tinggal { $days } hari: minta yang baharu
}
officer-machine-title = Mesin ini
officer-clock = Tarikh dan masa
officer-outbox = Borang untuk agensi
officer-outbox-count = { $count ->
    [0] tiada yang menunggu
   *[other] { $count } menunggu untuk dihantar
}
officer-disk = Ruang cakera
officer-disk-free = { $room } GB kosong
officer-disk-unknown = tidak diketahui
officer-disk-low = Hampir penuh: hubungi juruteknik
officer-version = Versi
officer-restart = Mulakan semula tetingkap
officer-restart-hint = Kios kembali dengan sendiri dalam beberapa saat.
officer-exit = Tamatkan program
officer-exit-hint = Kios tidak akan muncul sehingga dihidupkan semula.

## PIN

officer-own-pin = Tukar PIN saya
officer-new-pin = PIN baharu
officer-pin-first = Masukkan PIN 4 hingga 12 digit yang tidak digunakan oleh orang lain.
officer-pin-again = Masukkan PIN yang sama sekali lagi.
officer-pin-differs = Kedua-dua PIN itu tidak sama. Sila mula semula.
officer-pin-changed = PIN anda telah ditukar.

## Pegawai

officer-staff-none = Senarai masih kosong. Hanya PIN kios membuka halaman ini.
# Selepas nama sendiri dalam senarai.
officer-you = anda
officer-since = sejak { $day }
officer-take-on = Tambah pegawai
officer-take-on-name = Siapakah namanya?
officer-take-on-role = Apakah tugas { $name } di sini?
officer-take-on-pin = PIN untuk { $name }
officer-let-go = Keluarkan
officer-let-go-sure = Keluarkan { $name } daripada senarai?
officer-let-go-meaning = PIN itu tidak boleh digunakan lagi. Semakan yang telah disahkannya kekal.
officer-let-go-yes = Ya, keluarkan

## Kertas

officer-print = Cetak
officer-print-again = Cetak semula
officer-print-slip = Cetak slip
officer-give-up-paper = Batalkan cetakan ini
officer-paper-sending = Sedang dihantar ke pencetak.
officer-paper-printing = Sedang dicetak.
officer-paper-waiting = Pencetak menunggu tindakan anda.
officer-paper-printed = Sudah dicetak.
officer-paper-failed = Tidak dicetak.
officer-paper-unknown = Sila lihat sama ada kertas sudah keluar.
officer-printer = Pencetak
officer-printer-none = Kios ini tiada pencetak
officer-printer-unknown = Pencetak belum menjawab
officer-printer-ready = Sedia
officer-printer-hindered = Perlu tindakan dahulu
officer-printer-out-of-reach = Pencetak tidak menjawab
officer-printing = Cara mencetak
officer-printing-tray = Dulang “{ $tray }”
officer-printing-any-tray = Mana-mana dulang
officer-printing-colour = Berwarna
officer-printing-grey = Hitam putih
officer-printing-both-sides = Dua muka
officer-printing-one-side = Satu muka
officer-printing-copies = { $count } salinan bagi setiap borang
officer-printing-change = Ubah cara mencetak
officer-printing-lead = Untuk semua borang mulai sekarang. Hanya pilihan yang disokong oleh pencetak ditunjukkan.
officer-printing-unasked = Cara mencetak boleh diubah setelah pencetak menjawab.
officer-printing-which-tray = Kertas daripada
officer-printing-which-colour = Warna
officer-printing-which-sides = Muka kertas
officer-printing-which-copies = Salinan bagi setiap borang
officer-printing-set = Cetak begini mulai sekarang
officer-printing-done = Borang dicetak dengan cara ini mulai sekarang.
officer-trust-printer = Percayai sijil baharu pencetak
officer-trust-printer-hint = Hanya jika pencetak diganti atau ditetapkan semula. Periksa pencetak dahulu.

## Suara

officer-microphone = Mikrofon
# No microphone, no model, no language.
officer-voice-none = tiada
officer-model = Model pendengaran
officer-hears = Boleh mendengar
officer-speaks = Boleh bertutur
officer-sound = Cuba mikrofon dan pembesar suara
officer-level = Kekuatan bunyi di mikrofon
officer-level-speak = Cakap sesuatu: jalur akan bergerak. Tiada apa-apa yang disimpan.
officer-level-heard = Suara anda didengar. Tiada apa-apa yang disimpan.
officer-level-no-microphone = Tiada mikrofon untuk dicuba.
officer-speaker = Pembesar suara
officer-try-speaker = Mainkan bunyi
# Said aloud by the kiosk, so that somebody hears whether it can be heard.
officer-speaker-sentence = Ini satu percubaan. Adakah suara saya jelas?
officer-speaker-untried = Belum dicuba
officer-speaker-playing = Dua nada sedang dimainkan, kemudian satu ayat.
officer-sentence-said = Dua nada dan satu ayat telah dimainkan. Jika anda tidak mendengar apa-apa, kuatkan pembesar suara.
officer-sentence-no-voice = Dua nada telah dimainkan. Tiada suara untuk menyebut ayat dalam bahasa ini. Jika anda tidak mendengar apa-apa, kuatkan pembesar suara.
officer-sentence-starting = Dua nada telah dimainkan. Suara masih dihidupkan; ayat akan menyusul.
officer-sentence-failed = Dua nada telah dimainkan, tetapi ayat tidak: suara itu gagal. Juruteknik perlu menghidupkan semula perkhidmatan suara.
officer-sentence-hung = Dua nada telah dimainkan, tetapi ayat tidak sampai ke penghujung: suara tidak menjawab. Juruteknik perlu menghidupkan semula perkhidmatan suara.
officer-speaker-silent = Tiada bunyi dapat dimainkan: pembesar suara tidak menjawab. Periksa kabelnya dan pastikan ia dihidupkan.

## Hubungan dengan agensi

officer-link-not-enrolled = Kios ini belum disambungkan dengan agensi
officer-link-reached = Agensi menjawab
officer-link-out-of-reach = Agensi tidak menjawab. Borang disimpan dan dihantar kemudian dengan sendirinya.
officer-link-stopped = Tiada apa-apa dihantar sehingga perkara ini diselesaikan
officer-link-since = Sejak { $when }
officer-contact = Jawapan terakhir agensi
officer-contact-never = Belum ada
officer-pack-coming = Pek sedang dimuat turun
officer-pack-coming-much = { $pack }: { $percent }%
officer-pack-refused = Pek terakhir yang diterima tidak digunakan
officer-trouble = Perkara ini perlu diuruskan
officer-set-aside = Tidak diterima oleh agensi
officer-set-aside-correction = Pembetulan { $count }
officer-send-now = Hantar sekarang
officer-send-again = Hantar semula
officer-stick = Pemacu USB
officer-stick-none = Tiada pemacu dipasang.
officer-export = Tulis borang
officer-import = Ambil masuk
officer-stick-busy = Sedang berjalan. Jangan cabut pemacu.
officer-stick-written = { $count ->
   *[other] { $count } borang ada pada pemacu. Pemacu boleh dicabut.
} Borang dikira sampai apabila resit agensi kembali.
officer-stick-taken-in = Sudah diambil masuk. Resit: { $receipts }, pek: { $packs }, notis: { $notices }. Pemacu boleh dicabut.
officer-stick-models = { $count ->
   *[other] { $count } model pendengaran turut diterima.
} Kiosk menggunakannya selepas dihidupkan semula.
officer-stick-missing = { $count ->
   *[other] { $count } fail dalam senarai agensi tidak lengkap pada pemacu: minta ia ditulis semula.
}
officer-stick-refused = { $count ->
   *[other] { $count } fail ditolak.
}
officer-enrol = Sambung dengan agensi
officer-enrol-refused = Percubaan terakhir untuk menyambung tidak berjaya
officer-enrol-address = Alamat pelayan agensi
officer-enrol-address-lead = Bermula dengan https://
officer-enrol-code = Kod sekali guna
officer-enrol-code-lead = Diberikan oleh pentadbir agensi. Sah untuk masa yang singkat dan sekali sahaja.
officer-enrol-send = Sambung
officer-mark-received = diterima oleh agensi
officer-mark-set-aside = tidak diterima oleh agensi
## Soalan kakitangan
officer-questions = Soalan
officer-questions-title = Soalan kakitangan
officer-questions-field = Tanya tentang cuti, peraturan, mesin
officer-questions-none = Tiada pek untuk kakitangan dipasang pada kios ini.
