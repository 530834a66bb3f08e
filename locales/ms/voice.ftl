# Apa yang ditulis oleh kios semasa mendengar, dan apa yang disebut apabila skrin dibacakan.

## Tempat bercakap

voice-label = Bercakap
voice-ready = Sentuh dan bercakap
# Sama, pada butang kecil.
voice-short = Cakap
voice-again = Cakap sekali lagi
voice-listening = Sila bercakap
voice-speech = Suara anda sedang didengar
voice-finish = Sentuh lagi apabila selesai. Suara anda tidak dirakam.
voice-thinking = Sebentar, kata-kata anda sedang difahami
voice-touch-instead = Sentuh sahaja
# Pada laman utama, di sebelah tempat bercakap.
voice-type-question = Taip soalan

## Apa yang boleh disebut

voice-hint-ask = Tanya dengan kata-kata anda sendiri
voice-hint-answer = Sebut jawapan anda
voice-hint-yes-no = Sebut “ya” atau “tidak”
voice-hint-choice = Sebut yang mana satu
voice-hint-review = Sebut “ya”, atau apa yang perlu diubah
voice-hint-change = Sebut apa yang hendak diubah
voice-hint-language = Sebut beberapa patah perkataan dalam bahasa anda
voice-hint-wish = Sebut apa yang anda mahu lakukan

## Mungkin salah satu daripada ini

voice-which = Yang manakah anda sebut?
voice-which-one = Adakah ini yang anda sebut?
voice-which-yes = Ya, betul
voice-which-no = Bukan
voice-which-none = Tiada satu pun
voice-say-which = Sebut sekali lagi
# Asked of whoever spoke it.
voice-which-language = Adakah anda berbahasa Melayu?

## Tiada yang didengar

voice-missed-silence = Tiada suara didengar. Sila dekatkan diri sedikit, sentuh mikrofon dan bercakap.
voice-missed-too-quiet = Suara terlalu perlahan. Sila dekatkan diri sedikit dan sebut sekali lagi.
voice-missed-too-noisy = Keadaan sekeliling terlalu bising sekarang. Sila dekatkan diri dan sebut sekali lagi, atau sentuh jawapan anda.
voice-missed-unclear = Kata-kata itu tidak difahami. Sila sebut dengan cara lain, atau sentuh jawapan anda.
voice-missed-trouble = Mikrofon tidak berfungsi buat masa ini. Sila sentuh jawapan anda.
voice-touch-first = Sudah dua kali tersalah dengar. Sila sentuh jawapan anda, atau tekan “Pegawai”.

## Dengar semula, diam

dock-hear = Dengar
dock-pause = Jeda
dock-go-on = Sambung
# Di bawah petikan apabila hanya ayat jawapan dibacakan.
voice-rest = Dengar semuanya

## Apa yang disebut selain tulisan pada skrin

voice-choices = Anda boleh sebut atau sentuh:
voice-choices-touch = Anda boleh sentuh:
voice-choices-more = dan banyak lagi.
voice-hidden = disembunyikan
voice-kind-button = butang
voice-kind-choice = satu daripada beberapa pilihan
voice-kind-box = petak untuk ditanda
voice-kind-field = ruang untuk menulis
voice-kind-more = boleh dibuka
voice-state-chosen = dipilih
voice-state-not-chosen = belum dipilih
voice-state-open = terbuka
voice-state-closed = tertutup
voice-state-empty = kosong
voice-help = Anak panah bawah dan atas membawa anda dari satu perkara ke perkara lain. Enter untuk memilih. F12 untuk mula dan tamat bercakap. F10 untuk mendengar skrin semula. F9 untuk jeda dan sambung. Escape untuk kembali.

## Tulisan, warna dan suara

voice-appearance-title = Tulisan, warna dan suara
voice-aloud = Bacaan skrin
voice-aloud-on = Bacakan untuk saya
voice-aloud-off = Tanpa suara
voice-pace = Kelajuan
voice-pace-1 = Sangat perlahan
voice-pace-2 = Perlahan
voice-pace-3 = Biasa
voice-pace-4 = Laju
voice-pace-5 = Sangat laju
voice-volume = Kekuatan suara
voice-volume-1 = Sangat lembut
voice-volume-2 = Lembut
voice-volume-3 = Biasa
voice-volume-4 = Kuat
voice-volume-5 = Sangat kuat
voice-sample-aloud = Mulai sekarang, setiap skrin dibacakan kepada anda.
voice-sample-pace = Beginilah kelajuan suara kios.
voice-sample-volume = Beginilah kekuatan suara kios.
voice-none = Kios ini tidak dapat mendengar atau bertutur dalam bahasa Melayu. Semuanya boleh dibuat dengan sentuhan.
voice-hears-not = Kios ini tidak dapat mendengar bahasa Melayu. Sila sentuh atau taip jawapan anda.
voice-speaks-not = Kios ini tidak dapat bertutur dalam bahasa Melayu. Semuanya tertulis pada skrin.

## Untuk pegawai

officer-voice-off = Suara tidak disediakan pada kios ini. Semuanya berfungsi dengan sentuhan.
officer-voice-no-speaker = Tiada suara ditemui pada mesin ini. Juruteknik perlu memasangnya; semuanya tertulis pada skrin.
officer-voice-no-microphone = Mikrofon tidak ditemui. Sambungkan mikrofon, atau pilih yang lain dalam tetapan; ia akan dikesan dalam dua saat.
officer-voice-model-missing = Model pendengaran belum dipasang. Juruteknik boleh mendapatkannya dengan “kaunter models fetch”, juga daripada pemacu USB.
officer-voice-model-unknown = Tetapan menyebut model pendengaran yang tidak dikenali. Betulkan “model” dalam kiosk.toml; “kaunter models list” menyenaraikan semuanya.
officer-voice-model-truncated = Model pendengaran tidak lengkap. Buang dan dapatkan semula.
officer-voice-not-a-model = Fail yang ditetapkan bukan model pendengaran. Tetapkan yang lain, atau dapatkan satu.
officer-voice-model-changed = Model pendengaran berbeza daripada yang diterbitkan. Buang dan dapatkan semula.
officer-voice-model-slow = Mesin ini terlalu perlahan untuk model yang dipasang: orang ramai perlu menunggu. Dapatkan model yang lebih kecil, kemudian jalankan “kaunter doctor --calibrate”.
officer-voice-file-unreadable = Model pendengaran tidak dapat dibaca daripada cakera. Hubungi juruteknik.
officer-voice-recogniser-failed = Pendengaran gagal. Mulakan semula kios; jika berulang, hubungi juruteknik.
officer-voice-processor-too-old = Mesin ini terlalu lama untuk pendengaran. Yang lain berfungsi; gunakan mesin tahun 2014 atau lebih baharu untuk suara.
officer-voice-service-silent = Perkhidmatan suara tidak menjawab. Mulakan semula kios; jika berulang, hubungi juruteknik.
