# Apa yang tidak kena, mengikut kod: apa yang berlaku dan apa yang boleh dibuat.

## Lain-lain

problem-internal = Ada masalah di sini. Sila cuba lagi atau minta bantuan pegawai.
problem-middle-silent = Kios ini tidak memberi respons buat masa ini. Sila tunggu sebentar, atau pergi ke kaunter.

## Semasa bertanya

problem-question-empty = Belum ada soalan. Sila tulis apa yang anda ingin tahu.
problem-language-unknown = Kios ini tidak mempunyai bahasa tersebut. Sila pilih bahasa lain.
problem-topic-gone = Topik ini tidak lagi disediakan. Sila pilih topik lain atau tanya dengan kata-kata anda sendiri.
problem-entry-gone = Jawapan ini tidak lagi terpakai dan tidak dipaparkan. Sila tanya dengan kata-kata anda sendiri atau tanya pegawai.
problem-notice-gone = Pengumuman ini telah tamat tempoh dan tidak lagi dipaparkan.

## PIN pegawai

problem-pin-wrong = PIN itu tidak betul. Sila masukkan semula.
problem-pin-wait = Terlalu banyak percubaan yang salah. Sila tunggu sehingga masa yang ditunjukkan berlalu.
problem-pin-unset = PIN kios ini belum ditetapkan. Juruteknik perlu menetapkannya dahulu.
problem-pin-unrecorded = Percubaan ini tidak dapat direkodkan, maka PIN tidak diterima. Sila hubungi juruteknik.
problem-pin-taken = PIN ini sudah digunakan oleh pegawai lain. Sila pilih PIN lain.
problem-pin-not-digits = PIN mesti 4 hingga 12 digit.
problem-pin-not-hashed = PIN tidak dapat disimpan. Sila hubungi juruteknik.
problem-name-empty = Sila masukkan nama.
problem-not-allowed = Tindakan ini memerlukan peranan lain. Sila hubungi pentadbir.
problem-printer-none = Kios ini tidak mempunyai pencetak. Sila catat nombor borang anda atau minta bantuan pegawai.
problem-printer-unasked = Pencetak belum memberitahu apa yang boleh dilakukannya. Pastikan ia dihidupkan dan cuba sebentar lagi.
problem-printing-unsupported = Pencetak ini tidak boleh mencetak dengan cara itu.
problem-paper-under-way = Borang ini sedang dicetak.

## Tiada kandungan untuk dipetik

problem-pack-none = Untuk pegawai: tiada pek kandungan dipasang pada kios ini. Sila pasang satu.
problem-pack-opening = Jawapan agensi sedang dibuka.
problem-pack-broken = Untuk pegawai: pek kandungan tidak dapat dibuka. Sila pasang semula.
problem-pack-expired = Untuk pegawai: pek kandungan telah melepasi hari terakhirnya. Sila pasang yang lebih baharu.
problem-pack-internal = Untuk pegawai: pek kandungan ini khusus untuk kakitangan dan tidak dipaparkan kepada pelawat.

## Borang yang ditangguhkan atau telah siap

problem-draft-gone = Borang ini tiada lagi pada kios ini. Sila isi semula atau minta bantuan pegawai.
problem-pause-code-unknown = Tiada borang yang menunggu dengan kod ini. Sila semak huruf dan digitnya, kemudian masukkan semula.
problem-pause-code-wait = Terlalu banyak kod yang salah. Sila tunggu sebentar dan cuba lagi, atau minta bantuan pegawai.
problem-form-gone = Untuk pegawai: tiada borang dengan nombor ini pada kios ini.
problem-print-window-closed = Tempoh mencetak borang ini telah tamat dan salinan yang boleh dibaca telah dimusnahkan. Borang yang dimeterai masih selamat.
problem-form-void = Untuk pegawai: borang ini telah dibatalkan dan tidak boleh diproses lagi.
problem-staff-gone = Untuk pegawai: nama ini tiada lagi dalam senarai pegawai. Sila masukkan PIN semula.
problem-print-job-gone = Untuk pegawai: kerja cetakan ini sudah tamat.

## Menyimpan borang

problem-seal-no-recipient = Untuk pegawai: kunci agensi belum ditetapkan, maka borang tidak dapat dimeterai. Sila hubungi juruteknik.
problem-seal-recipient-malformed = Untuk pegawai: kunci agensi tidak sah, maka borang tidak dapat dimeterai. Sila hubungi juruteknik.
problem-store-disk-full = Untuk pegawai: cakera sudah penuh, maka borang tidak dapat disimpan. Semua yang telah disimpan masih selamat. Sila kosongkan ruang.
problem-store-read-only = Untuk pegawai: cakera tidak dapat ditulis, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-disk-fails = Untuk pegawai: cakera mengalami kegagalan, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-damaged = Untuk pegawai: borang yang disimpan telah rosak. Sila mulakan semula kios; data itu akan diasingkan dan tidak dipadamkan.
problem-store-already-open = Untuk pegawai: program lain sedang menggunakan borang yang disimpan. Sila tutup program itu atau mulakan semula kios.
problem-store-too-new = Untuk pegawai: borang yang disimpan memerlukan versi program yang lebih baharu. Sila pasang versi itu.
problem-store-missing = Untuk pegawai: belum ada borang yang disimpan pada kios ini.
problem-store-key-missing = Untuk pegawai: kunci bagi borang yang disimpan tiada. Sila letakkan semula; tiada apa-apa yang hilang.
problem-store-key-wrong = Untuk pegawai: ini bukan kunci bagi borang yang disimpan. Sila letakkan semula kunci yang betul; tiada apa-apa yang hilang.
problem-store-key-exposed = Untuk pegawai: kunci bagi borang yang disimpan boleh dibaca oleh orang lain. Juruteknik perlu membetulkan kebenarannya.
problem-store-key-unusable = Untuk pegawai: kunci bagi borang yang disimpan tidak dapat dibaca. Sila hubungi juruteknik.
problem-store-no-randomness = Untuk pegawai: sistem tidak dapat menjana kunci, maka borang tidak dapat disimpan. Sila hubungi juruteknik.
problem-store-set-aside = Untuk pegawai: borang yang disimpan telah rosak dan diasingkan. Bahagian yang masih boleh dibaca telah dipindahkan. Sila hubungi juruteknik.
problem-store-audit-cut-off = Untuk pegawai: catatan terbaharu dalam jejak audit telah hilang. Sila laporkan.
problem-store-clock-back = Untuk pegawai: jam kios ini telah diundurkan. Sila semak tarikh dan masa.
problem-form-not-offered = Borang ini tidak tersedia buat masa ini. Sila tanya pegawai.
problem-form-open = Anda sedang mengisi satu borang. Sila habiskan, hentikan seketika atau batalkannya dahulu.
problem-form-damaged = Borang ini tidak dapat dibuka semula. Sila tanya pegawai.

## Mencetak

problem-printer-media-empty = Kertas pencetak sudah habis. Sila beritahu pegawai.
problem-printer-media-low = Kertas pencetak tinggal sedikit. Cetakan masih boleh dibuat.
problem-printer-media-needed = Pencetak sedang menunggu kertas. Sila beritahu pegawai.
problem-printer-wrong-size = Kertas dalam pencetak tidak sama saiz. Sila beritahu pegawai.
problem-printer-media-jam = Kertas tersekat dalam pencetak. Sila beritahu pegawai dan jangan tarik kertas itu.
problem-printer-cover-open = Penutup pencetak terbuka. Sila beritahu pegawai.
problem-printer-door-open = Pintu pencetak terbuka. Sila beritahu pegawai.
problem-printer-tray-missing = Dulang kertas tiada dalam pencetak. Sila beritahu pegawai.
problem-printer-output-full = Terlalu banyak kertas di tempat keluar pencetak. Sila beritahu pegawai.
problem-printer-ink-low = Dakwat pencetak tinggal sedikit. Cetakan masih boleh dibuat.
problem-printer-ink-empty = Dakwat pencetak sudah habis. Sila beritahu pegawai.
problem-printer-waste-full = Pencetak perlu diperiksa. Sila beritahu pegawai.
problem-printer-paused = Pencetak telah dijeda. Sila beritahu pegawai.
problem-printer-shutdown = Pencetak telah dimatikan. Sila beritahu pegawai.
problem-printer-connecting = Pencetak sedang dihubungi. Sila tunggu sebentar.
problem-printer-offline = Pencetak tidak dapat dihubungi. Sila beritahu pegawai.
problem-printer-silent = Pencetak tidak menjawab. Sila tunggu sebentar atau beritahu pegawai.
problem-printer-spool-full = Pencetak terlalu sibuk. Sila tunggu sebentar.
problem-printer-not-accepting = Pencetak tidak menerima cetakan buat masa ini. Sila tunggu sebentar atau beritahu pegawai.
problem-printer-stopped = Pencetak telah berhenti. Sila beritahu pegawai.
problem-printer-needs-service = Pencetak perlu diperiksa. Sila beritahu pegawai.
problem-printer-condition-other = Pencetak perlu diperiksa. Sila beritahu pegawai.
problem-printer-connection-lost = Sambungan ke pencetak terputus. Sila beritahu pegawai.
problem-printer-nonsense = Pencetak tidak dapat difahami. Sila beritahu pegawai.
problem-printer-not-there = Pencetak tidak dapat dihubungi. Sila beritahu pegawai.
problem-printer-wants-sign-in = Cetakan tidak dapat dibuat di sini buat masa ini. Sila beritahu pegawai.
problem-printer-wants-encryption = Cetakan tidak dapat dibuat di sini buat masa ini. Sila beritahu pegawai.
problem-printer-encryption-failed = Cetakan tidak dapat dibuat di sini buat masa ini. Sila beritahu pegawai.
problem-printer-certificate-changed = Cetakan tidak dapat dibuat di sini buat masa ini. Sila beritahu pegawai.
problem-printer-refused = Pencetak tidak menerima cetakan ini. Sila beritahu pegawai.
problem-printer-address-invalid = Cetakan belum disediakan di sini. Sila beritahu pegawai.
problem-printer-discovery-failed = Cetakan belum disediakan di sini. Sila beritahu pegawai.
problem-printer-size-unsupported = Pencetak ini tidak dapat mencetak borang. Sila beritahu pegawai.
problem-printer-tray-unknown = Tetapan cetakan di sini tidak betul. Sila beritahu pegawai.
problem-printer-option-unsupported = Pencetak tidak dapat mencetak dengan cara ini. Sila beritahu pegawai.
problem-printer-without-colour = Pencetak hanya mencetak hitam putih.
problem-printer-without-sides = Pencetak hanya mencetak pada satu muka.
problem-printer-without-copies = Pencetak membuat kurang salinan daripada yang diminta.
problem-printer-format-unsupported = Pencetak ini tidak dapat mencetak borang. Sila beritahu pegawai.
problem-printer-pages-unusable = Halaman tidak dapat disediakan. Sila beritahu pegawai.
problem-printer-job-unrecorded = Cetakan tidak dapat dibuat buat masa ini. Sila beritahu pegawai.
problem-printer-job-already-sent = Ini sudah dihantar ke pencetak. Sila tunggu sebentar.
problem-printer-job-not-delivered = Tiada apa-apa dicetak. Sila beritahu pegawai.
problem-printer-job-aborted = Pencetak menghentikan cetakan ini. Sila beritahu pegawai.
problem-printer-job-cancelled = Cetakan ini telah dibatalkan. Sila beritahu pegawai jika masih memerlukannya.
problem-printer-job-forgotten = Tidak pasti sama ada kertas anda sudah dicetak. Sila beritahu pegawai.
problem-printer-job-out-of-reach = Tidak pasti sama ada kertas anda sudah dicetak. Sila beritahu pegawai.
problem-printer-job-cut-short = Tidak pasti sama ada semua kertas anda dicetak. Sila beritahu pegawai.
problem-printer-job-with-errors = Tidak pasti sama ada kertas anda dicetak dengan baik. Sila beritahu pegawai.
problem-printer-not-found = Pencetak tidak ditemui. Sila tanya pegawai.
problem-printer-several-found = Beberapa pencetak ditemui. Sila tanya pegawai.
## Kertas
problem-paper-fonts-missing = Untuk pegawai: fon untuk cetakan tiada pada mesin ini. Sila hubungi juruteknik.
problem-paper-glyph-missing = Satu aksara tidak dapat dicetak dengan betul, maka cetakan tidak dibuat. Pegawai akan membantu anda.
problem-paper-language-unknown = Untuk pegawai: tiada teks cetakan dalam bahasa ini. Sila hubungi juruteknik.
problem-paper-layout-broken = Untuk pegawai: susun atur borang ini mengandungi kesilapan, maka tidak dapat dicetak. Sila laporkan kepada agensi.
problem-paper-layout-endless = Untuk pegawai: susun atur borang ini tidak berkesudahan, maka tidak dapat dicetak. Sila laporkan kepada agensi.
problem-paper-too-many-pages = Untuk pegawai: borang ini melebihi bilangan halaman yang boleh dicetak. Sila laporkan kepada agensi.
problem-paper-not-conforming = Untuk pegawai: borang bercetak ini tidak memenuhi peraturan arkib dan kebolehcapaian. Sila laporkan kepada agensi.
problem-paper-no-such-picture = Untuk pegawai: tiada halaman sedemikian untuk ditunjukkan.
problem-paper-code-too-long = Untuk pegawai: teks terlalu panjang untuk satu kod. Sila laporkan kepada agensi.
problem-paper-sealed-too-large = Untuk pegawai: borang ini terlalu besar untuk dicetak sebagai kod. Borang kekal selamat pada mesin ini.
problem-paper-picture-unreadable = Gambar ini tidak dapat dibuka. Sila gunakan gambar lain.
problem-paper-picture-too-large = Gambar ini terlalu besar. Sila gunakan yang lebih kecil.
problem-paper-typesetter-failed = Cetakan tidak berjaya. Borang anda selamat. Sila minta bantuan pegawai.

## Pendengaran

problem-voice-no-microphone = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-model-missing = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-model-unknown = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-model-truncated = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-not-a-model = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-model-changed = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-file-unreadable = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-recogniser-failed = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-processor-too-old = Suara tidak dapat digunakan pada kios ini buat masa ini. Sila sentuh skrin atau taip; yang lain berfungsi seperti biasa.
problem-voice-none = Kios ini tiada suara untuk bahasa anda. Semuanya tertulis pada skrin.
problem-voice-service-silent = Kios ini tidak dapat bercakap buat masa ini. Semuanya tertulis pada skrin.
problem-not-heard-silence = Tiada suara didengar. Sila tekan butang dan bercakap, atau sentuh jawapan anda.
problem-not-heard-too-quiet = Suara terlalu perlahan untuk difahami. Sila dekati sedikit dan ulangi.
problem-not-heard-too-noisy = Keadaan di sini terlalu bising untuk mendengar anda. Sila dekati dan ulangi, atau sentuh jawapan anda.
problem-not-heard-only-noise = Kata-kata tidak dapat dikenal pasti. Sila ulangi, atau sentuh jawapan anda.
problem-not-heard-cancelled = Pendengaran telah dihentikan.
problem-not-heard-failed = Pendengaran tidak berjaya tadi. Sila sentuh jawapan anda, atau cuba sekali lagi.
problem-reference-empty = Sila taip nombor dahulu.
problem-stick-gone = Pemacu itu sudah tiada. Sila pasang semula.

## Borang dalam perjalanan ke agensi

problem-form-purged = Untuk pegawai: agensi telah menerima borang ini, dan salinan termeterai pada mesin ini telah dipadamkan.
problem-form-other-bytes = Untuk pegawai: resit agensi bukan untuk borang ini. Borang kekal disimpan di sini.
problem-kiosk-not-enrolled = Untuk pegawai: kios ini belum didaftarkan dengan mana-mana agensi. Borang disimpan di sini. Sila masukkan alamat dan kod agensi.
problem-agency-address-unusable = Untuk pegawai: alamat ini tidak boleh digunakan. Alamat bermula dengan https:// dan tiada laluan.
problem-agency-authority-unusable = Untuk pegawai: fail sijil tidak dapat dibaca. Sila hubungi juruteknik.
problem-agency-not-believed = Untuk pegawai: ada kandungan yang tidak ditandatangani oleh agensi. Ia ditolak dan borang disimpan di sini. Sila hubungi juruteknik.
problem-agency-unreachable = Untuk pegawai: agensi tidak dapat dihubungi sekarang. Borang disimpan di sini dan dihantar apabila ada sambungan.
problem-agency-certificate-untrusted = Untuk pegawai: yang menjawab di alamat agensi tidak dapat dipastikan sebagai agensi. Tiada apa-apa dihantar ke situ dan borang disimpan di sini. Sila hubungi juruteknik untuk memeriksa sijil, alamat dan jam.
problem-agency-answer-unreadable = Untuk pegawai: yang menjawab bukan pelayan agensi. Borang disimpan di sini. Sila periksa rangkaian.
problem-agency-shut-out = Untuk pegawai: agensi tidak lagi mengenali kios ini, jadi tiada apa-apa dihantar. Borang disimpan di sini. Sila hubungi agensi.
problem-agency-code-refused = Untuk pegawai: kod ini salah, telah digunakan atau tamat tempoh. Sila minta kod baharu daripada agensi.
problem-agency-other-version = Untuk pegawai: versi pelayan agensi dan kios ini berbeza. Borang disimpan di sini sehingga salah satunya dikemas kini.
problem-agency-refuses-form = Untuk pegawai: pelayan agensi menolak borang ini. Borang disimpan di sini. Sila hubungi agensi.
problem-agency-has-other-form = Untuk pegawai: agensi mempunyai borang lain dengan pengenalan yang sama. Kedua-duanya disimpan. Sila hubungi agensi.
problem-agency-busy = Untuk pegawai: pelayan agensi sibuk. Borang disimpan di sini dan akan dihantar sendiri.
problem-stick-unusable = Untuk pegawai: pemacu USB tidak dapat dibaca atau ditulis. Yang telah disalin sepenuhnya tetap sah. Sila cuba lagi atau guna pemacu lain.
problem-stick-full = Untuk pegawai: pemacu USB penuh. Yang telah disalin sepenuhnya tetap sah. Sila guna pemacu lain.
problem-courier-not-started = Untuk pegawai: penghantaran borang tidak dapat dimulakan. Borang disimpan di sini. Sila mulakan semula mesin.
## Pek atau log pada pemacu USB
problem-pack-unreadable = Pek tidak dapat dibaca dari pemacu USB. Sila pasang pemacu itu semula.
problem-pack-not-a-pack = Fail ini bukan pek kandungan.
problem-pack-cut-off = Pek ini tidak lengkap: failnya terpotong. Sila salin semula ke pemacu USB.
problem-pack-damaged = Pek ini rosak. Sila salin semula ke pemacu USB.
problem-pack-too-large = Pek ini melebihi saiz yang dibenarkan.
problem-pack-path-escapes = Pek ini mengandungi fail yang tidak sepatutnya ada. Jangan gunakannya, dan maklumkan pembuatnya.
problem-pack-faulty = Pek ini mengandungi kesilapan. Sila minta yang betul daripada pembuatnya.
problem-pack-bad-key = Kunci kios ini tidak dapat dibaca. Sila panggil juruteknik.
problem-pack-signature-missing = Tandatangan pek tiada. Sila salin juga fail yang berakhir dengan .minisig ke pemacu USB.
problem-pack-signature-wrong = Pek ini tidak ditandatangani oleh pihak yang dipercayai kios ini. Jangan gunakannya, dan laporkan.
problem-pack-older = Versi pek yang lebih baharu sudah dipasang.
problem-pack-unbuildable = Pek tidak dapat dibina daripada foldernya. Sila tanya pembuatnya.
problem-pack-not-installed = Pek ini tidak dipasang pada kios ini.
problem-pack-nothing-before = Tiada versi terdahulu bagi pek ini.
problem-disk-full = Cakera penuh, jadi pek tidak dapat disimpan. Sila panggil juruteknik.
problem-disk-unwritable = Cakera tidak dapat ditulis. Sila panggil juruteknik.
problem-pack-keys-none = Kios ini belum mengenali tandatangan sesiapa. Sila minta juruteknik meletakkan kunci awam agensi dalam folder keys.
problem-stick-none = Tiada pemacu USB dipasang. Sila pasang dan cuba lagi.
problem-stick-unwritable = Pemacu USB tidak dapat ditulis. Sila gunakan yang lain.
problem-log-none = Belum ada log.
